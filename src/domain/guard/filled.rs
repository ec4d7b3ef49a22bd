//! The filled template, read by the guard before anybody else sees it.
//!
//! It must never let out what an answer brings in, alone or with the words around it: « 06 39 98 » in
//! one answer and « 12 34 » in the next are one number once side by side.

use std::ops::Range;

use super::{Finding, GuardLexicon, Kept, Severity, VerifiedNote, obstacles, overlap, scan};
use crate::domain::sensitive::Sensitive;
use crate::domain::template::{Answers, BlankKind, Filled, Missing, Template, cleaned, render};

/// A text that the guard has read. Only [`fill`] makes one, and the clipboard takes nothing else.
///
/// ```compile_fail
/// let text = reflexe_personas::domain::guard::VerifiedText(String::new());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedText(String);

impl VerifiedText {
    /// The text, to be copied.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// Something found in what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// The blank it was typed in; `None` is the free text of the note.
    pub blank: Option<String>,
    /// What was found; its range is in the answer as [`cleaned`] gives it, whole for a day.
    pub finding: Finding,
}

/// Why a template does not leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Something is still to fill.
    Missing(Vec<Missing>),
    /// Something must be masked, or kept for a reason.
    Found(Vec<Obstacle>),
}

/// Fills a template from a verified note and what was typed, or says what keeps it.
///
/// The words of the template itself are a manager's: the address of the service may be in them.
///
/// # Errors
/// [`Refused`], with everything that is missing, else everything that was found.
pub fn fill(
    template: &Template,
    note: &VerifiedNote,
    answers: &Answers,
    lexicon: &GuardLexicon,
    year: u32,
    kept: &Kept,
) -> Result<VerifiedText, Refused> {
    let filled = render(template, note.note(), answers).map_err(Refused::Missing)?;
    let around = beside(&filled, lexicon, year, kept);
    let (of_the_note, of_answers): (Vec<_>, Vec<_>) =
        around.into_iter().partition(|o| o.blank.is_none());
    let mut found = of_the_note;
    for blank in template.blanks() {
        let typed = answers.get(&blank.name).map(Sensitive::as_str);
        let typed = cleaned(typed.unwrap_or_default());
        let alone = obstacles(&typed, lexicon, year, kept);
        let around = of_answers
            .iter()
            .filter(|obstacle| obstacle.blank.as_ref() == Some(&blank.name))
            .map(|obstacle| obstacle.finding.clone());
        let mut of_blank: Vec<Finding> = Vec::new();
        for mut finding in alone.into_iter().chain(around) {
            if blank.kind == BlankKind::Day {
                // It is printed another way than typed.
                finding.range = (0, typed.len());
                let as_typed = (finding.kind.clone(), typed.clone());
                if finding.severity == Severity::Orange && kept.contains_key(&as_typed) {
                    continue;
                }
            }
            if !of_blank.iter().any(|f| overlap(f.range, finding.range)) {
                of_blank.push(finding);
            }
        }
        of_blank.sort_by_key(|finding| finding.range);
        found.extend(of_blank.into_iter().map(|finding| Obstacle {
            blank: Some(blank.name.clone()),
            finding,
        }));
    }
    if found.is_empty() {
        Ok(VerifiedText(filled.text))
    } else {
        Err(Refused::Found(found))
    }
}

/// What is found in typed text once the words around it are there.
fn beside(filled: &Filled, lexicon: &GuardLexicon, year: u32, kept: &Kept) -> Vec<Obstacle> {
    let mut found = Vec::new();
    for finding in scan(&filled.text, lexicon, year) {
        if finding.severity == Severity::Info {
            continue;
        }
        for (place, blank) in &filled.typed {
            let Some(range) = within(finding.range, place) else {
                continue;
            };
            let (from, to) = (range.0 + place.start, range.1 + place.start);
            let said = filled.text.get(from..to).unwrap_or_default();
            let for_a_reason = finding.severity == Severity::Orange
                && kept.contains_key(&(finding.kind.clone(), said.to_owned()));
            if !for_a_reason {
                found.push(Obstacle {
                    blank: blank.clone(),
                    finding: Finding {
                        range,
                        ..finding.clone()
                    },
                });
            }
        }
    }
    found
}

/// The part of a range that lies in a place, counted from its start.
fn within((from, to): (usize, usize), place: &Range<usize>) -> Option<(usize, usize)> {
    let (from, to) = (from.max(place.start), to.min(place.end));
    (from < to).then(|| (from - place.start, to - place.start))
}
