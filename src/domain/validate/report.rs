//! Collects problems, and remembers which elements cannot be used.
//!
//! It must never drop anything itself: pruning waits until every problem is known.

use std::collections::BTreeSet;

use super::wording::french;
use crate::domain::problem::{Gravity, Place, Problem, Section};

/// All problems found so far, and the elements they make unusable.
#[derive(Default)]
pub(super) struct Report {
    pub(super) problems: Vec<Problem>,
    pub(super) faulty: BTreeSet<(Section, usize)>,
    /// Families and sources stand inside the manifest and are dropped one by one.
    pub(super) faulty_families: BTreeSet<usize>,
    pub(super) faulty_sources: BTreeSet<usize>,
    /// Nothing can run on this manifest.
    pub(super) unusable: bool,
}

/// A sentence and its cure.
pub(super) type Words<'a> = (&'a str, &'a str);

/// The element under examination.
pub(super) struct Element<'r> {
    report: &'r mut Report,
    section: Section,
    index: usize,
    name: String,
}

impl Report {
    /// Opens an element; `name` is its id, or its number from 1 when it has none.
    pub(super) fn element(&mut self, section: Section, index: usize, name: &str) -> Element<'_> {
        let name = if name.is_empty() {
            (index + 1).to_string()
        } else {
            name.to_owned()
        };
        Element {
            report: self,
            section,
            index,
            name,
        }
    }

    /// Opens the manifest.
    pub(super) fn manifest(&mut self) -> Element<'_> {
        Element {
            report: self,
            section: Section::Manifest,
            index: 0,
            name: String::new(),
        }
    }
}

impl Element<'_> {
    fn add(&mut self, gravity: Gravity, field: &str, token: (&str, usize), words: Words<'_>) {
        self.report.problems.push(Problem {
            gravity,
            place: Place::new(self.section, self.index, &self.name, field).at(token.0, token.1),
            message: french(words.0),
            cure: french(words.1),
        });
    }

    /// Notes an error: the element cannot be used (the manifest only says so itself).
    pub(super) fn error(&mut self, field: &str, token: &str, words: Words<'_>) {
        self.error_at(field, token, 0, words);
    }

    /// Notes an error at the nth occurrence of its token.
    pub(super) fn error_at(&mut self, field: &str, token: &str, nth: usize, words: Words<'_>) {
        self.add(Gravity::Error, field, (token, nth), words);
        if self.section != Section::Manifest {
            self.report.faulty.insert((self.section, self.index));
        }
    }

    /// Notes an error that leaves the whole kit without footing.
    pub(super) fn fatal(&mut self, field: &str, token: &str, words: Words<'_>) {
        self.error(field, token, words);
        self.report.unusable = true;
    }

    /// Notes something to look at.
    pub(super) fn warning(&mut self, field: &str, token: &str, words: Words<'_>) {
        self.add(Gravity::Warning, field, (token, 0), words);
    }
}
