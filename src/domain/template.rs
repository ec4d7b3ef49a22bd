//! The template of « Copier pour l’application métier »: text with typed places to fill.
//!
//! Places come from the note, or are asked of the agent. It must never hold the persona's name, give
//! a text in which something is still to fill, or let a filled text out: only the guard does, see
//! [`super::guard::fill`].

mod parse;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use super::note::{Note, french_date, one_line};
use super::sensitive::Sensitive;
use super::vocab::NoteField;

/// Longest template, in characters.
pub const LONGEST: usize = 4_000;
/// Most different blanks: more is a form, not a note.
pub const MOST_BLANKS: usize = 20;
/// Longest name of a blank, in characters.
pub const LONGEST_NAME: usize = 40;

/// A template to begin with: everything the note holds, on few lines.
pub const USUAL: &str = "Accompagnement du {date} ({canal}, {duree})
Thème : {theme}
Étapes : {etapes}
Matériel : {materiel}
Suite : {suite}
Orientation : {orientation}
Autonomie : {autonomie}
{complement}
";

/// What a blank takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlankKind {
    /// Any text, on one line.
    Text,
    /// A number.
    Number,
    /// A day.
    Day,
}

impl BlankKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Text, Self::Number, Self::Day];

    /// The word after the colon, as in `{?nb:nombre}`; a text needs none.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "texte",
            Self::Number => "nombre",
            Self::Day => "date",
        }
    }
}

/// Something the agent fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Its name, as asked.
    pub name: String,
    /// What it takes.
    pub kind: BlankKind,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Field(NoteField),
    Blank(Blank),
}

/// A sound template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

/// What is wrong in a template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    /// A French sentence with its cure.
    pub words: String,
}

impl fmt::Display for TemplateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            words,
        } = self;
        write!(f, "Ligne {line}, caractère {column}\u{a0}: {words}")
    }
}

/// Why a template is not filled yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The result of the contact is not chosen.
    Outcome,
    /// A blank has no answer.
    Unfilled(String),
    /// An answer is not a number.
    NotANumber(String),
    /// An answer is not a day that exists.
    NotADay(String),
}

/// What the agent filled, by name of the blank.
pub type Answers = BTreeMap<String, Sensitive>;

/// A filled template, which is not verified yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Filled {
    /// The text.
    pub(super) text: String,
    /// Where typed text stands in it, by blank; `None` is the free text of the note.
    pub(super) typed: Vec<(Range<usize>, Option<String>)>,
}

impl Template {
    /// Reads a template: `{suite}` comes from the note, `{?motif}` is asked, `{{` is a brace.
    ///
    /// ```
    /// use reflexe_personas::domain::template::Template;
    /// assert!(Template::parse("Le {date}, {?nb:nombre} pièces").is_ok());
    /// let faults = Template::parse("Suite {suit}").unwrap_err();
    /// assert!(faults[0].to_string().starts_with("Ligne 1, caractère 7"));
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong, in order.
    pub fn parse(source: &str) -> Result<Self, Vec<TemplateFault>> {
        parse::parse(source).map(|pieces| Self { pieces })
    }

    /// Lists what the agent must fill, each once, in order.
    pub fn blanks(&self) -> Vec<&Blank> {
        let mut blanks: Vec<&Blank> = Vec::new();
        for piece in &self.pieces {
            if let Piece::Blank(blank) = piece
                && !blanks.contains(&blank)
            {
                blanks.push(blank);
            }
        }
        blanks
    }

    /// Says whether the template takes that field of the note.
    pub fn takes(&self, field: NoteField) -> bool {
        self.pieces.contains(&Piece::Field(field))
    }

    /// Says what is still to fill, in order.
    pub fn missing(&self, note: &Note, answers: &Answers) -> Vec<Missing> {
        let mut missing = Vec::new();
        if self.takes(NoteField::Outcome) && note.outcome.is_none() {
            missing.push(Missing::Outcome);
        }
        let refused = |blank: &&Blank| printed(blank, answers).err();
        missing.extend(self.blanks().iter().filter_map(refused));
        missing
    }
}

/// Fills a template, or says everything that is missing.
///
/// Only the guard calls it: what it gives may hold anything.
pub(super) fn render(
    template: &Template,
    note: &Note,
    answers: &Answers,
) -> Result<Filled, Vec<Missing>> {
    let missing = template.missing(note, answers);
    if !missing.is_empty() {
        return Err(missing);
    }
    let mut filled = Filled {
        text: String::new(),
        typed: Vec::new(),
    };
    for piece in &template.pieces {
        let start = filled.text.len();
        match piece {
            Piece::Text(text) => filled.text.push_str(text),
            Piece::Field(field) => {
                filled.text.push_str(&said(note, *field));
                if *field == NoteField::FreeText {
                    filled.typed.push((start..filled.text.len(), None));
                }
            }
            Piece::Blank(blank) => {
                let answer = printed(blank, answers).map_err(|missing| vec![missing])?;
                filled.text.push_str(&answer);
                let name = Some(blank.name.clone());
                filled.typed.push((start..filled.text.len(), name));
            }
        }
    }
    // Nothing was said at the end: no empty lines for it.
    filled.text.truncate(filled.text.trim_end().len());
    Ok(filled)
}

/// What the note says of a field, within a sentence; nothing if nothing was said.
fn said(note: &Note, field: NoteField) -> String {
    let values = note.values(field);
    match field {
        NoteField::Date => french_date(&note.date),
        NoteField::Steps => values.join("\u{202f}; "),
        NoteField::FreeText => values.join(""),
        // Named in a file only, if asked.
        NoteField::Persona | NoteField::Kit => String::new(),
        _ => values.join(", ").to_lowercase(),
    }
}

/// The answer as it is printed: on one line, a number or a day if one is asked.
fn printed(blank: &Blank, answers: &Answers) -> Result<String, Missing> {
    let name = || blank.name.clone();
    let answer = answers.get(&blank.name).map(|text| cleaned(text));
    let answer = answer
        .filter(|text| !text.is_empty())
        .ok_or_else(|| Missing::Unfilled(name()))?;
    match blank.kind {
        BlankKind::Text => Ok(answer),
        BlankKind::Number if is_number(&answer) => Ok(answer),
        BlankKind::Number => Err(Missing::NotANumber(name())),
        BlankKind::Day => day(&answer).ok_or_else(|| Missing::NotADay(name())),
    }
}

/// An answer as it will be read: on one line, without what hides or reorders.
#[must_use]
pub fn cleaned(answer: &str) -> String {
    one_line(answer)
}

/// Digits in groups or not, one comma or point at most, a sign or not.
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    let (whole, decimals) = match unsigned.split_once([',', '.']) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = whole.split([' ', '\u{a0}', '\u{202f}']).collect();
    let grouped = groups.len() == 1 || groups.iter().skip(1).all(|group| group.len() == 3);
    grouped && groups.iter().all(|group| digits(group)) && decimals.is_none_or(digits)
}

/// A day that exists, written 25/11/2026 or 2026-11-25, as it is printed.
fn day(text: &str) -> Option<String> {
    let iso = match text.split('/').collect::<Vec<_>>().as_slice() {
        [day, month, year] => format!("{year:0>4}-{month:0>2}-{day:0>2}"),
        _ => text.to_owned(),
    };
    let plain = iso.len() == 10 && iso.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let date: jiff::civil::Date = iso.parse().ok().filter(|_| plain)?;
    (date.year() >= 1900).then(|| french_date(&iso))
}
