//! Words around a candidate that make it an identifier, or make it something else.

use super::reading::Reading;

/// Says whether one of these words, or pairs of words, stands within `reach` words before a position.
pub(super) fn before(reading: &Reading, position: usize, reach: usize, phrases: &[&str]) -> bool {
    let end = reading.word_at(position);
    let start = end.saturating_sub(reach);
    let window: Vec<&str> = reading
        .words
        .iter()
        .take(end)
        .skip(start)
        .map(|word| word.text.as_str())
        .collect();
    phrases.iter().any(|phrase| {
        let wanted: Vec<&str> = phrase.split(' ').collect();
        window.windows(wanted.len()).any(|here| {
            here.iter()
                .zip(&wanted)
                .all(|(word, want)| match want.strip_suffix('*') {
                    Some(stem) => word.starts_with(stem),
                    None => word == want,
                })
        })
    })
}
