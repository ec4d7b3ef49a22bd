//! What the engine says of a contact: the result types, as other layers read them.

use std::collections::BTreeMap;

use super::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use super::vocab::{Channel, Label, Minutes, Mode, Severity};

/// A profile and its posterior probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The profile.
    pub id: PersonaId,
    /// Its posterior among all hypotheses, 0..=1.
    pub probability: f64,
}

/// How a situation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SituationState {
    /// The person said it, or a rule says it at once: certain.
    Declared,
    /// Its posterior is at least one half: to be offered, never stated.
    ToVerify,
}

/// A situation, its score and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct SituationResult {
    /// The situation.
    pub id: PersonaId,
    /// Declared, to verify, or neither.
    pub state: Option<SituationState>,
    /// Its posterior, 0..=1; the score even when declared.
    pub probability: f64,
    /// The cues and answers that declared it (by id), empty unless declared.
    pub because: Vec<Observation>,
}

/// Something observed that a reason or a rule rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Observation {
    /// The cue is observed.
    Cue(CueId),
    /// The cue is explicitly not the case.
    NotCue(CueId),
    /// The question got this answer.
    Answer(QuestionId, AnswerId),
}

/// One term of the exact pairwise explanation.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What was observed.
    pub observation: Observation,
    /// Weight of evidence for the top against the other, in decibans (may be negative).
    pub decibans: f64,
    /// Family weight, in ]0, 1]; below 1 the cue counts less because related ones were noted.
    pub weight: f64,
    /// What counts in full in the same family, when this one counts less.
    pub near: Option<Observation>,
}

impl Reason {
    /// How strong it is, in words.
    pub fn strength(&self) -> Strength {
        Strength::of(self.decibans)
    }
}

/// Weight of evidence in words (ENGINE.md 4): under 3 dB, under 10, under 20, and above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Under 3 decibans: less than a factor of two.
    Slight,
    /// 3 to 10 decibans.
    Moderate,
    /// 10 to 20 decibans: at least a factor of ten.
    Strong,
    /// Above 20 decibans: at least a factor of a hundred.
    VeryStrong,
}

impl Strength {
    /// Puts a weight of evidence, for or against, in words.
    pub fn of(decibans: f64) -> Self {
        match decibans.abs() {
            db if db < 3.0 => Self::Slight,
            db if db < 10.0 => Self::Moderate,
            db if db <= 20.0 => Self::Strong,
            _ => Self::VeryStrong,
        }
    }
}

/// What leaving out one observation would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The observation left out.
    pub without: Observation,
    /// The label there would be.
    pub label: Label,
    /// The profile that would come first, if another.
    pub top: Option<PersonaId>,
}

/// Why a question is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyAsk {
    /// A rule asks for it.
    Rule,
    /// It opens the exchange.
    Opener,
    /// It tells the most per cost.
    Gain,
}

/// A question proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct NextQuestion {
    /// The question.
    pub id: QuestionId,
    /// Expected information gain alone, in bits.
    pub gain_bits: f64,
    /// Gain × novelty × availability / cost.
    pub score: f64,
    /// Why it is proposed.
    pub why: WhyAsk,
}

/// A step of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedStep {
    /// The step.
    pub id: StepId,
    /// Relevance, 0..=1.
    pub relevance: f64,
    /// What brought it.
    pub origin: StepOrigin,
}

/// What brought a step into the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepOrigin {
    /// A rule, with what it rests on.
    Rule(Vec<Observation>),
    /// A situation, declared or to verify.
    Situation(PersonaId),
    /// The profiles that list it, most probable first.
    Profiles(Vec<PersonaId>),
    /// It is safe for everyone.
    Uncertain,
}

/// A notice a rule shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNotice {
    /// The sentence.
    pub text: String,
    /// How loud.
    pub severity: Severity,
}

/// Everything the engine says of a contact; computed from a kit and evidence, never stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Identification {
    /// The channel it was computed for.
    pub channel: Channel,
    /// The time at hand.
    pub minutes: Minutes,
    /// How sure it is.
    pub label: Label,
    /// Scored cues observed or denied, plus answers.
    pub counted: usize,
    /// All profiles, most probable first, ties in kit order.
    pub candidates: Vec<Candidate>,
    /// Posterior of none-of-these.
    pub none_of_these: f64,
    /// All situations, in kit order.
    pub situations: Vec<SituationResult>,
    /// Top against the best other profile on the conditioned rows, largest first.
    pub reasons: Vec<Reason>,
    /// 10 log10 of the prior odds of the same pair.
    pub prior_decibans: f64,
    /// Whether a declared situation explains part of what was noted.
    pub explained_away_by: Vec<PersonaId>,
    /// Observations without which the label or the first profile would be another.
    pub changes: Vec<Change>,
    /// Questions proposed: rule-asked first, then the opener, then by score; empty once stop is reached.
    pub next_questions: Vec<NextQuestion>,
    /// Cues worth looking for, at most three.
    pub to_observe: Vec<CueId>,
    /// Questions not to ask now.
    pub held: Vec<QuestionId>,
    /// The support plan, at most seven steps.
    pub plan: Vec<PlannedStep>,
    /// Notices of rules, in file order.
    pub notices: Vec<RuleNotice>,
    /// Modes hidden by rules.
    pub hidden_modes: Vec<Mode>,
    /// Posterior by profile, for lookups.
    pub by_profile: BTreeMap<PersonaId, f64>,
}

impl Identification {
    /// Gives the most probable profile.
    pub fn top(&self) -> Option<&Candidate> {
        self.candidates.first()
    }

    /// Gives the runner-up.
    pub fn runner_up(&self) -> Option<&Candidate> {
        self.candidates.get(1)
    }
}
