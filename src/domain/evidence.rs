//! What is known of one contact: cues, answers, questions asked, and its frame.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::{AnswerId, CueId, PersonaId, QuestionId};
use super::vocab::{Channel, Minutes, Theme};

/// The state of a cue that is no longer unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sighting {
    /// Seen or heard.
    Observed,
    /// Explicitly not the case.
    Denied,
}

/// Everything identification depends on; a value, so that undo is a copy.
///
/// Maps are ordered: the order in which things were ticked is not remembered and cannot matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Where the contact takes place.
    pub channel: Channel,
    /// Time at hand.
    pub minutes: Minutes,
    /// Chosen theme.
    pub theme: Option<Theme>,
    /// Cues that are not unknown.
    pub cues: BTreeMap<CueId, Sighting>,
    /// Answers given.
    pub answers: BTreeMap<QuestionId, AnswerId>,
    /// Questions that got « sans réponse »: they weigh nothing and are not proposed again.
    pub unanswered: BTreeSet<QuestionId>,
    /// The persona the agent chose to follow.
    pub followed: Option<PersonaId>,
    /// Local settings that are on (such as `aidants-connect`).
    pub settings: BTreeSet<String>,
}

impl Evidence {
    /// Starts a contact of which nothing is known.
    pub fn new(channel: Channel) -> Self {
        Self {
            channel,
            minutes: Minutes::Two,
            theme: None,
            cues: BTreeMap::new(),
            answers: BTreeMap::new(),
            unanswered: BTreeSet::new(),
            followed: None,
            settings: BTreeSet::new(),
        }
    }

    /// Says whether the cue is observed.
    pub fn observed(&self, cue: &CueId) -> bool {
        self.cues.get(cue) == Some(&Sighting::Observed)
    }

    /// Says whether the cue is explicitly not the case.
    pub fn denied(&self, cue: &CueId) -> bool {
        self.cues.get(cue) == Some(&Sighting::Denied)
    }

    /// Says whether the question has an answer or got « sans réponse ».
    pub fn asked(&self, question: &QuestionId) -> bool {
        self.answers.contains_key(question) || self.unanswered.contains(question)
    }
}
