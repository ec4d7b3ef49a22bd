//! A persona: how it is recognised, and what helps.
//!
//! It must never hold anything about one person.

use std::collections::BTreeMap;

use super::level::Level;
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use crate::domain::vocab::{Channel, Minutes, Mode};

/// Which layer a persona belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Competes in the score; exactly one is dominant.
    Profile,
    /// Combines with any profile.
    Situation,
}

/// Four explicit axes, 0..=4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Axes {
    /// Ease with tools.
    pub aptitude: u8,
    /// Confidence.
    pub confidence: u8,
    /// Ease with administration.
    pub administrative: u8,
    /// Appetite for the online way.
    pub appetite: u8,
}

/// A sentence to say, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Say {
    /// The words, within « ».
    pub text: String,
    /// Where they can be said.
    pub channels: Vec<Channel>,
}

/// Something to avoid, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Avoid {
    /// What to avoid.
    pub text: String,
    /// Why, in a few words.
    pub because: String,
}

/// A persona's steps for each time at hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepLists {
    /// For two minutes.
    pub two_minutes: Vec<StepId>,
    /// For ten minutes.
    pub ten_minutes: Vec<StepId>,
    /// For handing over.
    pub relay: Vec<StepId>,
}

impl StepLists {
    /// Gives the list for the time at hand.
    pub fn for_minutes(&self, minutes: Minutes) -> &[StepId] {
        match minutes {
            Minutes::Two => &self.two_minutes,
            Minutes::Ten => &self.ten_minutes,
            Minutes::Relay => &self.relay,
        }
    }
}

/// A neighbour one may take this persona for.
#[derive(Clone, Debug, PartialEq)]
pub struct Confusion {
    /// The neighbour.
    pub persona: PersonaId,
    /// What tells them apart.
    pub ask_yourself: String,
}

/// A profile or a situation.
#[derive(Clone, Debug, PartialEq)]
pub struct Persona {
    /// Unique id.
    pub id: PersonaId,
    /// Printed code (FIL).
    pub code: String,
    /// Shown name.
    pub name: String,
    /// Profile or situation.
    pub layer: Layer,
    /// Id of the sign drawn beside the name.
    pub symbol: Option<String>,
    /// Four axes.
    pub axes: Option<Axes>,
    /// Share of contacts per channel: any unit for a profile, per cent for a situation.
    pub share: BTreeMap<Channel, f64>,
    /// One sentence in the person's words.
    pub essence: String,
    /// What counts.
    pub motivations: Vec<String>,
    /// What holds back.
    pub obstacles: Vec<String>,
    /// What to say.
    pub say: Vec<Say>,
    /// What to avoid.
    pub avoid: Vec<Avoid>,
    /// The main way to help.
    pub mode: Option<Mode>,
    /// Steps per time at hand.
    pub steps: StepLists,
    /// Neighbours.
    pub confused_with: Vec<Confusion>,
    /// Likelihood of each cue named; an omitted one is very rare for a profile, unsaid for a situation.
    pub cues: Vec<(CueId, Level)>,
    /// Likelihood of the answers of each question named.
    pub answers: Vec<(QuestionId, Vec<(AnswerId, Level)>)>,
    /// Codes of sources.
    pub sources: Vec<String>,
    /// Date of the last review, ISO.
    pub reviewed: Option<String>,
}
