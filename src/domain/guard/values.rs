//! What a secret looks like once it is said that one comes: a piece without spaces, groups of digits.
//!
//! It must never read on past what ends a sentence.

use super::reading::Reading;

/// Longest secret read, in characters.
pub(super) const LONGEST: usize = 64;
/// Most groups of digits in a code.
const MOST_GROUPS: usize = 4;

/// A value, without what closes a sentence after it.
pub(super) fn value(reading: &Reading, at: usize) -> (usize, String) {
    let end = reading.unbroken(at, LONGEST);
    let value = reading.slice(at, end);
    let cut = value.find([',', ';', '»', '"']).unwrap_or(value.len());
    let value = value
        .get(..cut)
        .unwrap_or_default()
        .trim_end_matches(['.', '?', ')', ':', '/']);
    (at + value.chars().count(), value.to_owned())
}

/// Groups of digits that start at a position, a space, a dot or a dash between: where they end, and all
/// their digits, all groups as long. One group is none.
pub(super) fn groups(reading: &Reading, at: usize) -> Option<(usize, String)> {
    let first = reading.word_at(at);
    let mut digits = String::new();
    let mut end = at;
    let mut number = first;
    while let Some(word) = reading.words.get(number) {
        let joined = number == first
            || reading
                .gap(number - 1)
                .is_some_and(|gap| gap.is(1, |c| matches!(c, ' ' | '.' | '-')) && !gap.line);
        let size = word.text.len();
        let alike = digits.is_empty() || size * (number - first) == digits.len();
        if !word.is_number() || !joined || !(2..=4).contains(&size) || !alike {
            break;
        }
        digits.push_str(&word.text);
        end = word.to;
        number += 1;
    }
    let starts = reading.words.get(first).is_some_and(|w| w.from == at);
    let count = number - first;
    (starts && (2..=MOST_GROUPS).contains(&count)).then_some((end, digits))
}

/// Says whether a value is one, and not a mask nor a link.
pub(super) fn is_shown(value: &str) -> bool {
    !value.starts_with('[')
        && !value.to_lowercase().starts_with("http")
        && !value
            .chars()
            .all(|c| matches!(c, '*' | '.' | '_' | 'x' | 'X' | '-'))
}

pub(super) fn is_special(value: &str) -> bool {
    value.contains(['@', '#', '$', '*', '!', '_', '%', '&', '+'])
}

/// « 14h30 »
pub(super) fn is_hour(value: &str) -> bool {
    value.split_once(['h', 'H']).is_some_and(|(hour, minute)| {
        let digits = |text: &str| text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        !hour.is_empty() && digits(hour) && digits(minute)
    })
}

pub(super) fn ends_there(reading: &Reading, to: usize) -> bool {
    matches!(
        reading.at(to),
        None | Some('.' | ',' | ';' | '"' | '»' | ')')
    )
}

/// « 12eme »
pub(super) fn is_rank(value: &str) -> bool {
    let letters = value.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(letters, "e" | "er" | "eme" | "ere")
}
