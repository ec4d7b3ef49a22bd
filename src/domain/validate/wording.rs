//! How findings are worded: French spacing and « vouliez-vous dire … ».
//!
//! It must never decide whether something is wrong; it only helps to say so.

use std::fmt::Write as _;

/// Puts the no-break spaces French typography asks for around « » : ; ? and !.
///
/// ```
/// use reflexe_personas::domain::validate::wording::french;
/// assert_eq!(french("« oui » : ?"), "«\u{a0}oui\u{a0}»\u{a0}:\u{a0}?");
/// ```
pub fn french(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let glued = character == ' '
            && (out.ends_with('«')
                || characters
                    .peek()
                    .is_some_and(|next| matches!(next, ':' | ';' | '?' | '!' | '»')));
        out.push(if glued { '\u{a0}' } else { character });
    }
    out
}

/// Finds the candidate most like a word that was not found, if one is like enough.
pub fn closest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = wanted.to_lowercase().replace(['_', ' '], "-");
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let other = candidate.to_lowercase().replace(['_', ' '], "-");
        let likeness = strsim::normalized_damerau_levenshtein(&folded, &other)
            .max(strsim::jaro_winkler(&folded, &other) - 0.15);
        if likeness >= 0.6 && best.is_none_or(|(score, _)| likeness > score) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Writes « Vouliez-vous dire … ? » when there is a likely candidate, else the fallback.
pub fn did_you_mean<'a>(
    wanted: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    fallback: &str,
) -> String {
    closest(wanted, candidates).map_or_else(
        || fallback.to_owned(),
        |candidate| format!("Vouliez-vous dire « {candidate} » ? Corrigez l’orthographe."),
    )
}

/// Lists a few words for a cure, then how many more there are.
pub fn some_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 16;
    let words: Vec<&str> = words.into_iter().collect();
    let mut out = words
        .iter()
        .take(SHOWN)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    if words.len() > SHOWN {
        // Writing to a String cannot fail.
        write!(out, "… ({} de plus)", words.len() - SHOWN).ok();
    }
    out
}
