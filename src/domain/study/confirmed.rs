//! Confirmed contacts: what was noted, and the persona that somebody confirmed.

use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::identify::{Meaning, OBSERVED, Recogniser};
use crate::domain::ids::PersonaId;
use crate::domain::vocab::Channel;

/// One confirmed contact; it holds nothing about the person.
#[derive(Clone, Debug, PartialEq)]
pub struct Confirmed {
    /// What was noted; anything absent is unknown.
    pub evidence: Evidence,
    /// The profile that was confirmed.
    pub persona: PersonaId,
    /// Situations that were confirmed; `None` if nobody looked.
    pub situations: Option<Vec<PersonaId>>,
}

impl Confirmed {
    /// A contact of which nothing is noted yet.
    pub fn new(channel: Channel, persona: PersonaId) -> Self {
        Self {
            evidence: Evidence::new(channel),
            persona,
            situations: None,
        }
    }
}

impl Recogniser {
    /// Answer that a contact has for an item, if known.
    pub(super) fn noted(&self, item: usize, evidence: &Evidence) -> Option<usize> {
        match self.meanings.get(item)? {
            Meaning::Cue { id, .. } => evidence
                .cues
                .get(id)
                .map(|sighting| usize::from(*sighting == Sighting::Observed) * OBSERVED),
            Meaning::Question { id, answers, .. } => {
                let answer = evidence.answers.get(id)?;
                answers.iter().position(|a| a == answer)
            }
        }
    }

    /// Notes an item's answer.
    pub(super) fn note(&self, item: usize, answer: usize, evidence: &mut Evidence) {
        match self.meanings.get(item) {
            Some(Meaning::Cue { id, .. }) => {
                let sighting = if answer == OBSERVED {
                    Sighting::Observed
                } else {
                    Sighting::Denied
                };
                evidence.cues.insert(id.clone(), sighting);
            }
            Some(Meaning::Question { id, answers, .. }) => {
                if let Some(answer) = answers.get(answer) {
                    evidence.answers.insert(id.clone(), answer.clone());
                }
            }
            None => {}
        }
    }

    /// Number of a profile among hypotheses, from 1.
    pub(super) fn hypothesis(&self, persona: &PersonaId) -> Option<usize> {
        self.profiles
            .iter()
            .position(|p| p == persona)
            .map(|k| k + 1)
    }
}
