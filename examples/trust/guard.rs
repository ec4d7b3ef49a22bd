//! What the guard finds and leaves, counted on the generated corpus and the fixtures.

use std::collections::{BTreeMap, BTreeSet};

use reflexe_personas::domain::guard::{GuardLexicon, scan};

use crate::corpus::measure::{Clean, Score};
use crate::corpus::{self, Note};
use crate::root;

/// Everything counted.
pub(crate) struct Measured {
    pub(crate) notes: Vec<Note>,
    pub(crate) rows: BTreeMap<&'static str, Score>,
    /// Right and wrong alerts of each kind, in the notes with an identifier.
    pub(crate) kinds: BTreeMap<String, (usize, usize)>,
    /// Ways each row is written in.
    pub(crate) shapes: BTreeMap<&'static str, usize>,
    /// Notes of each trick, and those in which the identifier was still found.
    pub(crate) tricks: Vec<(usize, usize)>,
    /// Generated clean notes, those of the fixtures, traps.
    pub(crate) clean: [Clean; 3],
}

/// Lines of a fixture; none if it is not there.
fn fixture(name: &str) -> String {
    let path = root().join("tests/fixtures/guard").join(name);
    let bytes = std::fs::read(path).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Findings, the words of the lexicon apart.
fn whole(note: &Note, words: &GuardLexicon) -> bool {
    let mut findings = scan(&note.text, words, corpus::YEAR);
    corpus::counted(&mut findings);
    corpus::whole(note, &findings).0
}

impl Measured {
    pub(crate) fn new(words: &GuardLexicon, seed: u64) -> Self {
        let notes = corpus::notes(seed, 1000);
        let (rows, kinds) = corpus::score(&notes, words);
        let mut shapes: BTreeMap<&'static str, BTreeSet<(String, &str)>> = BTreeMap::new();
        for note in &notes {
            shapes.entry(note.row).or_default().insert(note.shape());
        }
        let mut tricks = vec![(0, 0); corpus::TRICKS.len()];
        for (trick, note) in corpus::mutated(seed, 2000) {
            if let Some((all, found)) = tricks.get_mut(trick) {
                *all += 1;
                *found += usize::from(whole(&note, words));
            }
        }
        let generated = corpus::clean_notes(seed, 1000);
        Self {
            rows,
            kinds,
            shapes: shapes.into_iter().map(|(row, s)| (row, s.len())).collect(),
            tricks,
            clean: [
                corpus::clean(generated.iter().map(String::as_str), words),
                corpus::clean(fixture("clean.txt").lines(), words),
                corpus::clean(fixture("traps.txt").lines(), words),
            ],
            notes,
        }
    }

    /// Wrong alerts of a kind, in notes with an identifier and without.
    pub(crate) fn wrong(&self, kind: &str) -> usize {
        let beside = self.kinds.get(kind).map_or(0, |(_, wrong)| *wrong);
        let clean = self.clean.iter().filter_map(|clean| clean.kinds.get(kind));
        beside + clean.sum::<usize>()
    }

    /// What was not found, and what was said where nothing is, for who works on the detectors.
    pub(crate) fn missed(&self, words: &GuardLexicon, seed: u64) -> Vec<String> {
        let told = |text: &str| -> Vec<String> {
            let findings = scan(text, words, corpus::YEAR);
            let told = findings.iter();
            told.map(|f| format!("{} « {} »", f.kind.key(), f.text(text)))
                .collect()
        };
        let mut lines: Vec<String> = self
            .notes
            .iter()
            .filter(|note| !whole(note, words))
            .map(|note| {
                let (value, told) = (note.value(), told(&note.text));
                format!(
                    "missed {} « {value} » in {:?}: {told:?}",
                    note.row, note.text
                )
            })
            .collect();
        for (trick, note) in corpus::mutated(seed, 2000) {
            if !whole(&note, words) {
                let name = corpus::TRICKS.get(trick).copied().unwrap_or_default();
                lines.push(format!("hidden by {name}, {}: {:?}", note.row, note.text));
            }
        }
        for clean in &self.clean {
            lines.extend(clean.red.iter().map(|line| format!("red: {line}")));
            lines.extend(clean.orange.iter().map(|line| format!("orange: {line}")));
        }
        lines
    }
}
