//! Stands an identifier in a sentence, and the sentence in a note.

use super::draw::Draw;

/// Sentences before, on their own.
const BEFORE: [&str; 12] = [
    "Dossier repris ce matin.",
    "Deuxième passage.",
    "CAF :",
    "- ",
    "Site lent, on recommence.",
    "rdv hier,",
    "Fait : compte créé.",
    "Suite à l'appel du matin,",
    "MANQUE le bail.",
    "ok",
    "À noter :",
    "Demande de 3 pièces (2 sur 3 fournies).",
];

/// Sentences after.
const AFTER: [&str; 12] = [
    "Revient jeudi à 14 h.",
    "Attestation imprimée, 2 pages.",
    "dossier complet",
    "suite mardi",
    "Délai annoncé : 3 semaines.",
    "À refaire.",
    "merci",
    "Total 12,50 €.",
    "Orienté vers la mairie.",
    "rappel lundi 9 h",
    "(vu ensemble)",
    "RAS",
];

/// Stands a value in a sentence, and the sentence in a note; where the value is then.
pub(super) fn place(frame: &str, value: &str, draw: &mut Draw) -> (String, (usize, usize)) {
    let (before, after) = frame.split_once("{}").unwrap_or((frame, ""));
    let mut head = before.to_owned();
    let mut tail = after.to_owned();
    match draw.below(12) {
        0 => {
            head = head.to_lowercase();
            tail = tail.to_lowercase();
        }
        1 => {
            head = head.to_uppercase();
            tail = tail.to_uppercase();
        }
        2 | 3 => {
            head = bare(&head);
            tail = bare(&tail);
        }
        _ => {}
    }
    if draw.chance(45) {
        let joint = draw.one(&[" ", " ", "\n", "  "]);
        head = format!("{}{joint}{head}", draw.one(&BEFORE));
    }
    if draw.chance(45) {
        let closed = tail.ends_with(['.', '!', '?', '\n']);
        let joint = if closed {
            " "
        } else {
            draw.one(&[". ", ", ", " ; ", "\n", " - ", ".\n"])
        };
        tail = format!("{tail}{joint}{}", draw.one(&AFTER));
    }
    // What stands before this sign is said with the value and is no part of it: a civility.
    let value = match value.split_once('\u{1}') {
        Some((said, value)) => {
            head.push_str(said);
            value
        }
        None => value,
    };
    let from = head.len();
    (format!("{head}{value}{tail}"), (from, from + value.len()))
}

/// Without accents, as typed in haste.
fn bare(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'é' | 'è' | 'ê' => 'e',
            'à' => 'a',
            'ç' => 'c',
            'É' => 'E',
            'À' => 'A',
            'ô' => 'o',
            c => c,
        })
        .collect()
}
