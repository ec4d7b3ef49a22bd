//! Reading a template, with everything that is wrong told at once.
//!
//! It must never guess: a place that is not spelled right is a fault, not a text.

use super::{
    Blank, BlankKind, LONGEST, LONGEST_NAME, MOST_BLANKS, NoteField, Piece, TemplateFault,
};
use crate::domain::typography::french;

/// Where one is in the source.
struct Reader<'s> {
    rest: std::iter::Peekable<std::str::Chars<'s>>,
    line: usize,
    column: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.next()?;
        if c == '\n' {
            self.line += 1;
            self.column = 1;
        } else {
            self.column += 1;
        }
        Some(c)
    }

    fn next_if(&mut self, wanted: char) -> bool {
        let there = self.rest.peek() == Some(&wanted);
        if there {
            self.next();
        }
        there
    }
}

fn fault((line, column): (usize, usize), words: &str) -> TemplateFault {
    TemplateFault {
        line,
        column,
        words: french(words),
    }
}

/// Reads everything, or says everything wrong in order.
pub(super) fn parse(source: &str) -> Result<Vec<Piece>, Vec<TemplateFault>> {
    if source.chars().count() > LONGEST {
        let words = format!("Ce modèle est trop long (au plus {LONGEST} caractères). Coupez-le.");
        return Err(vec![fault((1, 1), &words)]);
    }
    let mut reader = Reader {
        rest: source.chars().peekable(),
        line: 1,
        column: 1,
    };
    let mut pieces: Vec<Piece> = Vec::new();
    let mut faults = Vec::new();
    let mut text = String::new();
    loop {
        let at = (reader.line, reader.column);
        match reader.next() {
            None => break,
            Some('{') if reader.next_if('{') => text.push('{'),
            Some('}') if reader.next_if('}') => text.push('}'),
            Some('}') => faults.push(fault(
                at,
                "Cette accolade ne ferme rien. Écrivez-la deux fois, }}, si c’est du texte.",
            )),
            Some('{') => {
                if !text.is_empty() {
                    pieces.push(Piece::Text(std::mem::take(&mut text)));
                }
                let read = place(&mut reader, at).and_then(|inside| piece(&inside, at));
                match read.and_then(|piece| admit(piece, at, &mut pieces)) {
                    Ok(()) => {}
                    Err(found) => faults.push(found),
                }
            }
            Some('\r') => {}
            Some(c) => text.push(c),
        }
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    if faults.is_empty() {
        Ok(pieces)
    } else {
        Err(faults)
    }
}

/// Reads up to the closing brace.
fn place(reader: &mut Reader<'_>, at: (usize, usize)) -> Result<String, TemplateFault> {
    let mut inside = String::new();
    loop {
        match reader.rest.peek() {
            Some('}') => {
                reader.next();
                return Ok(inside);
            }
            // What follows may be sound: it is read again from there.
            None | Some('{' | '\n') => {
                return Err(fault(
                    at,
                    "Cette accolade n’est pas fermée sur sa ligne. Ajoutez }, ou écrivez {{ si c’est du texte.",
                ));
            }
            Some(_) => inside.extend(reader.next()),
        }
    }
}

/// Says what a place is.
fn piece(inside: &str, at: (usize, usize)) -> Result<Piece, TemplateFault> {
    if let Some(asked) = inside.strip_prefix('?') {
        return blank(asked, at).map(Piece::Blank);
    }
    let name = inside.trim();
    match NoteField::from_key(name) {
        Some(NoteField::Persona | NoteField::Kit) => Err(fault(
            at,
            "La piste et le kit ne vont jamais dans l’application métier. Retirez cette place.",
        )),
        Some(field) => Ok(Piece::Field(field)),
        None => {
            let known: Vec<&str> = fields().map(NoteField::key).collect();
            let words = format!(
                "« {} » n’est pas un mot de la note. Choisissez parmi {}, ou demandez-le avec un point d’interrogation : {{?motif}}.",
                shown(name),
                known.join(", ")
            );
            Err(fault(at, &words))
        }
    }
}

/// The fields that a template takes.
fn fields() -> impl Iterator<Item = NoteField> {
    let hidden = |field: &NoteField| matches!(field, NoteField::Persona | NoteField::Kit);
    NoteField::ALL.iter().copied().filter(move |f| !hidden(f))
}

fn blank(asked: &str, at: (usize, usize)) -> Result<Blank, TemplateFault> {
    let (name, kind) = match asked.split_once(':') {
        Some((name, word)) => (name.trim(), word.trim()),
        None => (asked.trim(), BlankKind::Text.word()),
    };
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '’' | '\'');
    let length = name.chars().count();
    if length == 0 || length > LONGEST_NAME || !name.chars().all(plain) {
        let words = format!(
            "Il faut un nom après le point d’interrogation : lettres, chiffres, espaces et tirets, {LONGEST_NAME} au plus."
        );
        return Err(fault(at, &words));
    }
    let known = BlankKind::ALL.iter().find(|known| known.word() == kind);
    let kind = *known.ok_or_else(|| {
        let words = format!(
            "« {} » n’est pas un genre de réponse. Écrivez texte, nombre ou date après les deux-points.",
            shown(kind)
        );
        fault(at, &words)
    })?;
    Ok(Blank {
        name: name.to_owned(),
        kind,
    })
}

/// Adds a place, unless it contradicts one before it.
fn admit(piece: Piece, at: (usize, usize), pieces: &mut Vec<Piece>) -> Result<(), TemplateFault> {
    if let Piece::Blank(blank) = &piece {
        let mut names: Vec<&str> = Vec::new();
        for known in &*pieces {
            let Piece::Blank(known) = known else { continue };
            if known.name == blank.name && known.kind != blank.kind {
                let words = format!(
                    "« {} » est déjà demandé comme {}. Donnez le même genre, ou un autre nom.",
                    blank.name,
                    known.kind.word()
                );
                return Err(fault(at, &words));
            }
            if !names.contains(&known.name.as_str()) {
                names.push(&known.name);
            }
        }
        if names.len() >= MOST_BLANKS && !names.contains(&blank.name.as_str()) {
            let words = format!("Ce modèle demande plus de {MOST_BLANKS} réponses. Retirez-en.");
            return Err(fault(at, &words));
        }
    }
    pieces.push(piece);
    Ok(())
}

/// A word of the source, short enough for a sentence.
fn shown(word: &str) -> String {
    word.chars().filter(|c| !c.is_control()).take(30).collect()
}
