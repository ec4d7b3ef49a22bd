//! Texts on which a careless detector takes the square of the time.

use super::{SEED, notes};

/// Texts that a careless detector reads again and again.
pub(crate) fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let note: String = notes(SEED, 30)
        .iter()
        .map(|note| note.text.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    [
        ("notes", note.as_str()),
        ("one word", "a"),
        ("one number", "7"),
        ("spaces", " "),
        ("digits apart", "1 "),
        ("passwords glued", "mdp:"),
        ("signs of mail", "a@"),
        ("dots of mail", "a . "),
        ("capitals", "Marie "),
        ("civilities", "Mme de "),
        ("entities", "&#48;"),
        ("broken entities", "&#4"),
        ("fillers", "<a"),
        ("streets", "12 rue des "),
        ("births", "né le 3 "),
        ("accents", "e\u{301}"),
        ("nothing seen", "\u{200b}"),
        ("insults", "gros con "),
        ("links", "https://a.fr/"),
        ("coordinates", "48.85661, "),
    ]
    .into_iter()
    .map(|(name, piece)| {
        let mut text = piece.repeat(bytes / piece.len() + 1);
        text.truncate(text.floor_char_boundary(bytes));
        (name, text)
    })
    .collect()
}
