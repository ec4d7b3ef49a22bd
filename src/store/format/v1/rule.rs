//! Conditions and effects of format 1.
//!
//! They must never grow a variant that acts on the machine: a kit only speaks about the contact.

use serde::{Deserialize, Serialize};

use super::Wire;
use super::wire::{ChannelWord, ModeWord, SeverityWord, ThemeWord};
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use crate::domain::kit::{Condition, RuleEffect};

/// What a rule waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum ConditionForm {
    Cue(String),
    NotCue(String),
    Answer(String, String),
    Situation(String),
    Followed(String),
    Setting(String),
    Channel(ChannelWord),
    Theme(ThemeWord),
    Any(Vec<ConditionForm>),
    All(Vec<ConditionForm>),
    Not(Box<ConditionForm>),
}

impl Wire<Condition> for ConditionForm {
    fn into_domain(self) -> Condition {
        match self {
            Self::Cue(id) => Condition::Cue(CueId::new(&id)),
            Self::NotCue(id) => Condition::NotCue(CueId::new(&id)),
            Self::Answer(question, answer) => {
                Condition::Answer(QuestionId::new(&question), AnswerId::new(&answer))
            }
            Self::Situation(id) => Condition::Situation(PersonaId::new(&id)),
            Self::Followed(id) => Condition::Followed(PersonaId::new(&id)),
            Self::Setting(name) => Condition::Setting(name),
            Self::Channel(channel) => Condition::Channel(channel.into_domain()),
            Self::Theme(theme) => Condition::Theme(theme.into_domain()),
            Self::Any(all) => Condition::Any(all.into_domain()),
            Self::All(all) => Condition::All(all.into_domain()),
            Self::Not(inner) => Condition::Not(Box::new(inner.into_domain())),
        }
    }

    fn from_domain(value: &Condition) -> Self {
        match value {
            Condition::Cue(id) => Self::Cue(id.to_string()),
            Condition::NotCue(id) => Self::NotCue(id.to_string()),
            Condition::Answer(question, answer) => {
                Self::Answer(question.to_string(), answer.to_string())
            }
            Condition::Situation(id) => Self::Situation(id.to_string()),
            Condition::Followed(id) => Self::Followed(id.to_string()),
            Condition::Setting(name) => Self::Setting(name.clone()),
            Condition::Channel(channel) => Self::Channel(Wire::from_domain(channel)),
            Condition::Theme(theme) => Self::Theme(Wire::from_domain(theme)),
            Condition::Any(all) => Self::Any(Wire::from_domain(all)),
            Condition::All(all) => Self::All(Wire::from_domain(all)),
            Condition::Not(inner) => Self::Not(Box::new(Self::from_domain(inner))),
        }
    }
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) enum EffectForm {
    Raise(String),
    AddStep(String),
    HideMode(ModeWord),
    Ask(String),
    HoldQuestion(String),
    Notice {
        text: String,
        #[serde(default = "info")]
        severity: SeverityWord,
    },
}

fn info() -> SeverityWord {
    SeverityWord::Info
}

impl Wire<RuleEffect> for EffectForm {
    fn into_domain(self) -> RuleEffect {
        match self {
            Self::Raise(id) => RuleEffect::Raise(PersonaId::new(&id)),
            Self::AddStep(id) => RuleEffect::AddStep(StepId::new(&id)),
            Self::HideMode(mode) => RuleEffect::HideMode(mode.into_domain()),
            Self::Ask(id) => RuleEffect::Ask(QuestionId::new(&id)),
            Self::HoldQuestion(id) => RuleEffect::HoldQuestion(QuestionId::new(&id)),
            Self::Notice { text, severity } => RuleEffect::Notice {
                text,
                severity: severity.into_domain(),
            },
        }
    }

    fn from_domain(value: &RuleEffect) -> Self {
        match value {
            RuleEffect::Raise(id) => Self::Raise(id.to_string()),
            RuleEffect::AddStep(id) => Self::AddStep(id.to_string()),
            RuleEffect::HideMode(mode) => Self::HideMode(Wire::from_domain(mode)),
            RuleEffect::Ask(id) => Self::Ask(id.to_string()),
            RuleEffect::HoldQuestion(id) => Self::HoldQuestion(id.to_string()),
            RuleEffect::Notice { text, severity } => Self::Notice {
                text: text.clone(),
                severity: Wire::from_domain(severity),
            },
        }
    }
}
