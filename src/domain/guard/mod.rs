//! The guard: what must not leave in a note, found as it is typed.
//!
//! An on-screen reminder is not enough: detection is a duty. Three severities: red blocks every way
//! out, orange must be masked or kept for a reason, info only tells. Everything is linear in the
//! text; offsets map back to what was typed. It must never store, log or repeat a value outside the
//! finding that shows it, nor let an exporter see a note it has not verified.

mod addresses;
mod chain;
pub mod check;
mod dates;
mod excerpt;
mod filled;
mod ibans;
mod keys;
mod kind;
mod lexicon;
mod mails;
mod marks;
mod names;
mod numbers;
mod papers;
mod parted;
mod phones;
mod phrase;
mod plates;
mod reading;
mod secrets;
mod spoken;
mod technical;
mod values;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::note::Note;
pub(in crate::domain) use excerpt::masked;
pub use excerpt::{Excerpt, excerpt};
pub use filled::{Obstacle, Refused, VerifiedText, fill};
use marks::Marks;
use reading::Reading;

pub use kind::{Kind, Severity};
pub use lexicon::{Category, GuardLexicon, Names};

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// How grave.
    pub severity: Severity,
    /// First byte, and the byte after the last, in the text as typed.
    pub range: (usize, usize),
    /// Why it does not belong there.
    pub why: String,
    /// What to write instead: a mask, or neutral words.
    pub proposal: String,
}

impl Finding {
    /// The words found, out of the text they were found in.
    pub fn text<'t>(&self, typed: &'t str) -> &'t str {
        typed.get(self.range.0..self.range.1).unwrap_or_default()
    }

    /// Says whether both share a part of the text.
    pub fn overlaps(&self, other: &Self) -> bool {
        overlap(self.range, other.range)
    }

    /// The same, so many bytes further on.
    #[must_use]
    pub fn moved(self, by: usize) -> Self {
        let (from, to) = self.range;
        Self {
            range: (from + by, to + by),
            ..self
        }
    }

    /// First character and the one after the last.
    pub fn characters(&self, typed: &str) -> (usize, usize) {
        let count = |to: usize| typed.get(..to).map_or(0, |t| t.chars().count());
        (count(self.range.0), count(self.range.1))
    }
}

fn overlap(one: (usize, usize), other: (usize, usize)) -> bool {
    one.0 < other.1 && other.0 < one.1
}

/// A match before overlaps are settled, in positions of the reading.
#[derive(Clone, Debug)]
struct Match {
    kind: Kind,
    from: usize,
    to: usize,
    /// A key was checked: it beats a match of shape alone.
    checked: bool,
}

impl Match {
    /// A match of shape alone.
    fn shaped(kind: Kind, from: usize, to: usize) -> Self {
        let checked = false;
        Self {
            kind,
            from,
            to,
            checked,
        }
    }
}

/// Finds everything in a text; `year` is the current one, for ages.
pub fn scan(text: &str, lexicon: &GuardLexicon, year: u32) -> Vec<Finding> {
    let reading = Reading::new(text);
    let marks = Marks::new(&reading);
    let mut matches = Vec::new();
    numbers::find(&reading, &marks, &mut matches);
    spoken::find(&reading, &mut matches);
    plates::find(&reading, &marks, &mut matches);
    secrets::find(&reading, &mut matches);
    mails::find(&reading, &lexicon.names, &mut matches);
    dates::find(&reading, &marks, year, &mut matches);
    addresses::find(&reading, &marks, &mut matches);
    names::find(&reading, &lexicon.names, &mut matches);
    technical::find(&reading, &mut matches);
    let mut kept = settle(matches);
    kept.sort_by_key(|m| m.from);
    let mut findings: Vec<Finding> = kept
        .into_iter()
        .filter_map(|m| {
            let (from, to) = reading.balanced(m.from, m.to);
            let range = reading.range(from, to)?;
            let (what, mask) = m.kind.words();
            Some(Finding {
                severity: m.kind.severity(),
                range,
                why: format!("{what} n’a pas sa place dans une note"),
                proposal: mask.to_owned(),
                kind: m.kind,
            })
        })
        .collect();
    lexicon.find(text, &mut findings);
    phrase::whole(&reading, text, parted::part(text, findings))
}

/// Keeps what wins where spans overlap: a person's number before a company's or a service's, whose key
/// one in a hundred phones has by chance; then a checked key, then rank, then length.
fn settle(mut matches: Vec<Match>) -> Vec<Match> {
    matches.sort_by(|a, b| {
        a.kind
            .is_business()
            .cmp(&b.kind.is_business())
            .then(b.checked.cmp(&a.checked))
            .then(a.kind.rank().cmp(&b.kind.rank()))
            .then((b.to - b.from).cmp(&(a.to - a.from)))
            .then(a.from.cmp(&b.from))
    });
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    matches.retain(|m| {
        // Spans taken never overlap each other, so only the neighbours matter.
        let before = taken.range(..(m.to, 0)).next_back();
        let free = before.is_none_or(|(_, to)| *to <= m.from);
        if free {
            taken.insert((m.from, m.to));
        }
        free
    });
    matches
}

/// The text with a finding replaced by its proposal.
pub fn apply(text: &str, finding: &Finding) -> String {
    let (from, to) = finding.range;
    match (text.get(..from), text.get(to..)) {
        (Some(before), Some(after)) => format!("{before}{}{after}", finding.proposal),
        _ => text.to_owned(),
    }
}

/// Why something orange is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The démarche cannot be followed up without it.
    Needed,
    /// It is not what the guard takes it for.
    FalseAlarm,
}

/// What the agent chose to keep, each by its kind and as written, with the reason.
pub type Kept = BTreeMap<(Kind, String), Reason>;

/// What still keeps a text from leaving: red always, orange unless kept for a reason.
pub fn obstacles(text: &str, lexicon: &GuardLexicon, year: u32, kept: &Kept) -> Vec<Finding> {
    scan(text, lexicon, year)
        .into_iter()
        .filter(|finding| match finding.severity {
            Severity::Red => true,
            Severity::Orange => {
                !kept.contains_key(&(finding.kind.clone(), finding.text(text).to_owned()))
            }
            Severity::Info => false,
        })
        .collect()
}

/// A note that the guard has read. Only [`verify`] makes one, and exporters take nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedNote(Note);

impl VerifiedNote {
    /// The note, to be rendered.
    pub fn note(&self) -> &Note {
        &self.0
    }
}

/// Lets a note through, or says what keeps it.
///
/// # Errors
/// The obstacles in its free text, the only typed part.
pub fn verify(
    note: Note,
    lexicon: &GuardLexicon,
    year: u32,
    kept: &Kept,
) -> Result<VerifiedNote, Vec<Finding>> {
    let found = obstacles(&note.free_text, lexicon, year, kept);
    if found.is_empty() {
        Ok(VerifiedNote(note))
    } else {
        Err(found)
    }
}

#[cfg(test)]
mod tests;
