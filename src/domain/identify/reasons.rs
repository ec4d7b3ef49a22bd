//! Why: reasons with their weight, why one counts less, and what would change the result.

use super::{Recogniser, Scratch, label_of};
use crate::domain::engine::{answer_of, explain};
use crate::domain::identification::{Change, Observation, Reason};
use crate::domain::ids::PersonaId;
use crate::domain::kit::Kit;
use crate::domain::rules;

/// Weight a declared situation must take from an observation for it to be said, in decibans.
const EXPLAINED_AWAY: f64 = 1.0;

impl Recogniser {
    fn observation(&self, item: usize, answer: usize) -> Option<Observation> {
        self.meanings.get(item)?.observation(answer)
    }

    /// Explains the top against the runner-up: reasons, largest first, and the prior term in dB.
    pub(super) fn explain(&self, scratch: &Scratch, ranking: &[usize]) -> (Vec<Reason>, f64) {
        let (Some(&top), Some(&against)) = (ranking.first(), ranking.get(1)) else {
            return (Vec::new(), 0.0);
        };
        let reasons = explain::pairwise(
            &self.model,
            &scratch.table,
            &scratch.posterior,
            top,
            against,
        )
        .into_iter()
        .filter_map(|term| {
            Some(Reason {
                observation: self.observation(term.item, term.answer)?,
                decibans: term.decibans,
                weight: term.weight,
                near: self.nearest(scratch, term.item, term.weight),
            })
        })
        .collect();
        (reasons, explain::prior_decibans(&self.model, top, against))
    }

    /// The observation of the same family that counts in full, if this one counts less.
    fn nearest(&self, scratch: &Scratch, item: usize, weight: f64) -> Option<Observation> {
        if weight >= 1.0 {
            return None;
        }
        let group = self.model.items.get(item)?.group;
        let &(full, answer, _) = scratch.posterior.used.iter().find(|(m, _, w)| {
            *w >= 1.0 && *m != item && self.model.items.get(*m).and_then(|i| i.group) == group
        })?;
        self.observation(full, answer)
    }

    /// Says what leaving out each observation would change: the label, or who comes first.
    ///
    /// Leave-one-out on the conditioned rows: order free, not additive.
    pub(super) fn changes(
        &self,
        kit: &Kit,
        scratch: &mut Scratch,
        ranking: &[usize],
    ) -> Vec<Change> {
        let Some(&top) = ranking.first() else {
            return Vec::new();
        };
        let now = label_of(kit, scratch.given.len(), &scratch.posterior);
        let given = std::mem::take(&mut scratch.given);
        let mut changes = Vec::new();
        for skip in 0..given.len() {
            scratch.rest.clear();
            scratch.rest.extend(
                given
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| *at != skip)
                    .map(|(_, p)| *p),
            );
            let outcome =
                scratch
                    .probe_posterior
                    .update(&self.model, &scratch.table, &scratch.rest);
            let Some(&(item, answer)) = given.get(skip) else {
                continue;
            };
            let Some(observation) = self.observation(item, answer) else {
                continue;
            };
            if outcome.is_err() {
                continue;
            }
            let (first, _) = scratch.probe_posterior.top();
            let label = label_of(kit, scratch.rest.len(), &scratch.probe_posterior);
            if first != top || label != now {
                changes.push(Change {
                    without: observation,
                    label,
                    top: first
                        .checked_sub(1)
                        .and_then(|k| self.profiles.get(k))
                        .filter(|_| first != top)
                        .cloned(),
                });
            }
        }
        scratch.given = given;
        changes
    }

    /// Finds declared situations that take at least 1 dB from an observation's weight.
    pub(super) fn explained_away(
        &self,
        scratch: &mut Scratch,
        outcome: &rules::Outcome,
        ranking: &[usize],
    ) -> Vec<PersonaId> {
        let (Some(&top), Some(&against)) = (ranking.first(), ranking.get(1)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for at in 0..self.situations.len() {
            let Some(situation) = self.situations.get(at) else {
                continue;
            };
            if !outcome.declares(&situation.id) {
                continue;
            }
            scratch.probe_pi.clone_from(&scratch.pi);
            if let Some(pi) = scratch.probe_pi.get_mut(at) {
                *pi = 0.0;
            }
            let answered = scratch.given.iter().map(|pair| pair.0);
            scratch
                .probe
                .fill(&self.model, &self.shifts, &scratch.probe_pi, answered);
            let terms =
                |table| explain::pairwise(&self.model, table, &scratch.posterior, top, against);
            let with = terms(&scratch.table);
            let mut by_item: Vec<(usize, usize)> = with.iter().map(|t| (t.item, 0)).collect();
            for (position, slot) in by_item.iter_mut().enumerate() {
                slot.1 = position;
            }
            by_item.sort_unstable();
            let lost = terms(&scratch.probe).iter().any(|before| {
                answer_of(&by_item, before.item)
                    .and_then(|position| with.get(position))
                    .is_some_and(|after| {
                        before.decibans.abs() - after.decibans.abs() >= EXPLAINED_AWAY
                    })
            });
            if lost {
                found.push(situation.id.clone());
            }
        }
        found
    }
}
