//! What can be read off the rows without simulating: overlaps, dead and redundant cues, shadows.

use super::{Indistinct, Observed};
use crate::domain::engine::{Model, Table};
use crate::domain::identify::Recogniser;
use crate::domain::ids::PersonaId;

/// Π_m Σ_v √(th'_k th'_j): 1 when nothing tells two hypotheses apart, an upper bound of their
/// confusion (pairwise Bayes error ≤ √(pi_k pi_j) · this). Links are left out of it.
pub fn bhattacharyya(table: &Table, k: usize, j: usize) -> f64 {
    (0..table.items())
        .map(|m| overlap(table, m, k, j))
        .product()
}

fn cell(row: &[f64], h: usize) -> f64 {
    row.get(h).copied().unwrap_or(0.0)
}

fn overlap(table: &Table, m: usize, k: usize, j: usize) -> f64 {
    (0..table.answers(m))
        .map(|v| (cell(table.th(m, v), k) * cell(table.th(m, v), j)).sqrt())
        .sum()
}

/// Reads the rows of a recogniser, no situation present.
pub(super) struct Pairs<'a> {
    recogniser: &'a Recogniser,
    model: &'a Model,
    table: Table,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(recogniser: &'a Recogniser) -> Self {
        Self {
            recogniser,
            model: &recogniser.model,
            table: Table::new(&recogniser.model),
        }
    }

    fn profiles(&self) -> impl Iterator<Item = (usize, &'a PersonaId)> {
        self.recogniser
            .profiles
            .iter()
            .enumerate()
            .map(|(k, id)| (k + 1, id))
    }

    fn observed(&self, m: usize) -> Option<Observed> {
        self.recogniser.meanings.get(m).map(Observed::of)
    }

    pub(super) fn indistinct(&self, least: f64) -> Vec<Indistinct> {
        let mut found = Vec::new();
        for (k, one) in self.profiles() {
            for (j, other) in self.profiles().filter(|(j, _)| *j > k) {
                let shared = bhattacharyya(&self.table, k, j);
                if shared >= least {
                    let best = (0..self.table.items()).min_by(|a, b| {
                        overlap(&self.table, *a, k, j).total_cmp(&overlap(&self.table, *b, k, j))
                    });
                    found.push(Indistinct {
                        one: one.clone(),
                        other: other.clone(),
                        overlap: shared,
                        best: best.and_then(|m| self.observed(m)),
                    });
                }
            }
        }
        found.sort_by(|a, b| b.overlap.total_cmp(&a.overlap));
        found
    }

    /// Questions by what they tell at the start, in bits, best first.
    pub(super) fn deciding(&self) -> Vec<(Observed, f64)> {
        let prior = self.model.hypothesis_prior();
        let mut found: Vec<(Observed, f64)> = (0..self.table.items())
            .filter_map(|m| Some((self.observed(m)?, self.table.information(m, &prior))))
            .filter(|(item, _)| matches!(item, Observed::Question(_)))
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1));
        found
    }

    /// Items that tell nothing at the start and were never chosen.
    pub(super) fn dead(&self, least: f64, chosen: &[bool]) -> Vec<Observed> {
        let prior = self.model.hypothesis_prior();
        (0..self.table.items())
            .filter(|m| self.table.information(*m, &prior) < least)
            .filter(|m| !chosen.get(*m).copied().unwrap_or(false))
            .filter_map(|m| self.observed(m))
            .collect()
    }

    /// Items of one family whose rows differ by less than `most` on average; those that tell less
    /// than `least` bits are dead, not redundant.
    pub(super) fn redundant(&self, most: f64, least: f64) -> Vec<(Observed, Observed)> {
        let count = self.table.items();
        let prior = self.model.hypothesis_prior();
        let tells = |m: usize| self.table.information(m, &prior) >= least;
        let group = |m: usize| self.model.items.get(m).and_then(|item| item.group);
        let mut found = Vec::new();
        for a in 0..count {
            for b in (a + 1)..count {
                let alike = self.table.answers(a) == self.table.answers(b)
                    && group(a).is_some()
                    && group(a) == group(b)
                    && self.distance(a, b) < most
                    && tells(a)
                    && tells(b);
                if alike && let (Some(a), Some(b)) = (self.observed(a), self.observed(b)) {
                    found.push((a, b));
                }
            }
        }
        found
    }

    /// Mean over the profiles of the total variation between two items' rows.
    fn distance(&self, a: usize, b: usize) -> f64 {
        let profiles = self.table.hypotheses().saturating_sub(1);
        let sum: f64 = (1..=profiles)
            .map(|h| {
                let total: f64 = (0..self.table.answers(a))
                    .map(|v| (cell(self.table.th(a, v), h) - cell(self.table.th(b, v), h)).abs())
                    .sum();
                total / 2.0
            })
            .sum();
        sum / profiles.max(1) as f64
    }

    /// Profiles of which every likely cue is at least as likely for one other profile.
    pub(super) fn shadowed(&self) -> Vec<(PersonaId, PersonaId)> {
        let cues: Vec<usize> = (0..self.table.items())
            .filter(|m| matches!(self.observed(*m), Some(Observed::Cue(_))))
            .collect();
        let mut found = Vec::new();
        for (k, one) in self.profiles() {
            let level = |m: usize, h: usize| cell(self.table.th(m, 1), h);
            // A cue matters to a profile when it speaks for it against the average.
            let matters: Vec<usize> = cues
                .iter()
                .copied()
                .filter(|m| level(*m, k) > level(*m, 0))
                .collect();
            let over = self.profiles().find(|(j, _)| {
                *j != k
                    && !matters.is_empty()
                    && matters.iter().all(|m| level(*m, *j) >= level(*m, k))
            });
            if let Some((_, other)) = over {
                found.push((one.clone(), other.clone()));
            }
        }
        found
    }
}
