//! What goes beyond one cue at a time: links, rules, and the cases a kit is tried on.
//!
//! It must never hold a case of a real person.

use super::level::Level;
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use crate::domain::vocab::{Channel, Label, Mode, Severity, Theme};

/// A cue or a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemRef {
    /// A cue.
    Cue(CueId),
    /// A question.
    Question(QuestionId),
}

/// A link learned from data: how a cue or question depends on another, besides the persona.
#[derive(Clone, Debug, PartialEq)]
pub struct CueLink {
    /// Version of this part of the format; 1.
    pub version: u32,
    /// Channel it was learned on.
    pub channel: Channel,
    /// What depends.
    pub child: ItemRef,
    /// On what; at most one for each child.
    pub parent: ItemRef,
    /// The child's levels for each answer of the parent; a row left out is the child's own.
    pub rows: Vec<LinkRow>,
}

/// The levels of a child for one answer of its parent and one profile.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkRow {
    /// The parent's answer (`oui` or `non` for a cue).
    pub given: AnswerId,
    /// The profile.
    pub persona: PersonaId,
    /// Level of each of the child's answers (of a cue, `oui` alone).
    pub levels: Vec<(AnswerId, Level)>,
}

/// What a rule waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The cue is observed.
    Cue(CueId),
    /// The cue is explicitly not the case.
    NotCue(CueId),
    /// The question got this answer.
    Answer(QuestionId, AnswerId),
    /// The situation is declared.
    Situation(PersonaId),
    /// The agent follows this persona.
    Followed(PersonaId),
    /// A local setting is on.
    Setting(String),
    /// The contact's channel.
    Channel(Channel),
    /// The chosen theme.
    Theme(Theme),
    /// One of these.
    Any(Vec<Condition>),
    /// All of these.
    All(Vec<Condition>),
    /// Not this (never over a situation).
    Not(Box<Condition>),
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleEffect {
    /// Declares a situation.
    Raise(PersonaId),
    /// Adds a step.
    AddStep(StepId),
    /// Hides the steps of a mode.
    HideMode(Mode),
    /// Asks a question.
    Ask(QuestionId),
    /// Keeps a question from being proposed.
    HoldQuestion(QuestionId),
    /// Shows a notice.
    Notice {
        /// The sentence.
        text: String,
        /// How loud.
        severity: Severity,
    },
}

/// A trigger, outside the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// When it acts.
    pub when: Condition,
    /// What it does.
    pub then: Vec<RuleEffect>,
}

/// What a case of the test bench expects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectation {
    /// Any of these labels; empty is not checked.
    pub label: Vec<Label>,
    /// Any of these personas on top; empty is not checked.
    pub top: Vec<PersonaId>,
}

/// A situation of the test bench with its expected result.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Shown title.
    pub title: String,
    /// Channel.
    pub channel: Channel,
    /// Observed cues.
    pub cues: Vec<CueId>,
    /// Cues explicitly not the case.
    pub not_cues: Vec<CueId>,
    /// Answers.
    pub answers: Vec<(QuestionId, AnswerId)>,
    /// Expected label and top.
    pub expect: Expectation,
    /// Exactly the declared situations.
    pub raises: Vec<PersonaId>,
    /// Situations at least to be verified.
    pub to_verify: Vec<PersonaId>,
}
