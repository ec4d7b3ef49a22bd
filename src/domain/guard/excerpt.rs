//! A part of what one typed, as it may be copied by hand (Ctrl+C in a field).
//!
//! It must never give out a value that the whole note could not take along.

use super::{Finding, GuardLexicon, Kept, apply, obstacles};

/// A text in which masks stand for what the guard finds. Only [`excerpt`] makes one.
///
/// ```compile_fail
/// let text = reflexe_personas::domain::guard::Excerpt(String::new());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt(String);

impl Excerpt {
    /// The text, to be copied.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Masks in a text what would keep a note from leaving: red, and orange not kept for a reason.
///
/// ```
/// use reflexe_personas::domain::guard::{GuardLexicon, Kept, excerpt};
/// let part = excerpt("au 06 39 98 12 34", &GuardLexicon::default(), 2026, &Kept::new());
/// assert_eq!(part.text(), "au [téléphone masqué]");
/// ```
pub fn excerpt(text: &str, lexicon: &GuardLexicon, year: u32, kept: &Kept) -> Excerpt {
    Excerpt(masked(text, obstacles(text, lexicon, year, kept)))
}

/// A text with each finding replaced by its proposal; of two that overlap, the later one.
pub(in crate::domain) fn masked(text: &str, mut findings: Vec<Finding>) -> String {
    // From the end, so that what comes before keeps its place.
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.range));
    let mut start = usize::MAX;
    let mut text = text.to_owned();
    for finding in findings {
        if finding.range.1 <= start {
            text = apply(&text, &finding);
            start = finding.range.0;
        }
    }
    text
}
