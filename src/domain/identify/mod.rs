//! Maps a kit onto the engine, and evidence onto an [`Identification`].
//!
//! [`Recogniser`] is the kit compiled for one channel: items, priors, and the shift each situation
//! brings. Profiles compete; situations are present or not and combine with any profile.
//! Pure: the same kit and evidence give the same bytes.

use super::engine::{Contradiction, Model, Posterior, Shift, Table, gain::Worth};
use super::evidence::{Evidence, Sighting};
use super::identification::{
    Candidate, Identification, Observation, SituationResult, SituationState,
};
use super::ids::{AnswerId, CueId, PersonaId, QuestionId};
use super::kit::{Kit, QuestionRole};
use super::plan;
use super::rules;
use super::vocab::{Channel, Label};

mod asking;
pub(in crate::domain) mod compile;
mod reasons;

/// Answer index of a cue that is explicitly not the case.
pub(in crate::domain) const DENIED: usize = 0;
/// Answer index of an observed cue.
pub(in crate::domain) const OBSERVED: usize = 1;
/// Posterior from which an undeclared situation is offered.
pub const TO_VERIFY: f64 = 0.5;
/// Questions listed at most.
const MAX_QUESTIONS: usize = 5;
/// Cues marked « à observer » at most.
const MAX_TO_OBSERVE: usize = 3;
/// A situation's share is kept where its odds are finite.
const SHARE_CLAMP: f64 = 1e-6;

/// What an item of the engine stands for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::domain) enum Meaning {
    Cue {
        id: CueId,
        declared: bool,
    },
    Question {
        id: QuestionId,
        answers: Vec<AnswerId>,
        role: QuestionRole,
    },
}

impl Meaning {
    /// What was observed when this item got an answer.
    pub(in crate::domain) fn observation(&self, answer: usize) -> Option<Observation> {
        Some(match self {
            Self::Cue { id, .. } if answer == OBSERVED => Observation::Cue(id.clone()),
            Self::Cue { id, .. } => Observation::NotCue(id.clone()),
            Self::Question { id, answers, .. } => {
                Observation::Answer(id.clone(), answers.get(answer)?.clone())
            }
        })
    }
}

/// A situation as the engine sees it.
#[derive(Clone, Debug)]
pub(in crate::domain) struct SituationModel {
    pub(in crate::domain) id: PersonaId,
    /// Share of contacts, 0..=1; `None` = off on this channel unless declared.
    pub(in crate::domain) share: Option<f64>,
}

/// A kit compiled for one channel; build it once, ask it at every tick.
#[derive(Clone, Debug)]
pub struct Recogniser {
    channel: Channel,
    pub(in crate::domain) model: Model,
    pub(in crate::domain) meanings: Vec<Meaning>,
    pub(in crate::domain) profiles: Vec<PersonaId>,
    pub(in crate::domain) situations: Vec<SituationModel>,
    /// What each situation shifts, in the same order.
    pub(in crate::domain) shifts: Vec<Shift>,
}

/// Buffers of one identification, kept from key to key so that the engine allocates nothing.
#[derive(Clone, Debug)]
pub struct Scratch {
    /// Rows under the situations present.
    pub(in crate::domain) table: Table,
    pub(in crate::domain) posterior: Posterior,
    pub(in crate::domain) given: Vec<(usize, usize)>,
    pub(in crate::domain) worths: Vec<Worth>,
    /// Score of each situation, declared or not, in kit order.
    situation_scores: Vec<f64>,
    /// Weight of each situation: 1 if declared, else its score.
    pi: Vec<f64>,
    /// Rows of answered items under other situations; its other rows are stale.
    probe: Table,
    probe_posterior: Posterior,
    probe_pi: Vec<f64>,
    rest: Vec<(usize, usize)>,
}

impl Recogniser {
    /// Gives buffers for this recogniser.
    pub fn scratch(&self) -> Scratch {
        let table = Table::new(&self.model);
        Scratch {
            probe: table.clone(),
            table,
            posterior: Posterior::default(),
            given: Vec::new(),
            worths: Vec::new(),
            situation_scores: Vec::new(),
            pi: Vec::new(),
            probe_posterior: Posterior::default(),
            probe_pi: Vec::new(),
            rest: Vec::new(),
        }
    }

    /// The channel it was compiled for.
    pub fn channel(&self) -> Channel {
        self.channel
    }

    /// Says what a contact resembles, why, what to ask and what to do.
    ///
    /// As [`Self::identify_with`], with buffers of its own.
    ///
    /// # Errors
    /// [`Contradiction`] when the answers exclude every profile, which takes a kit with exact
    /// zeros, no noise floor and no none-of-these.
    pub fn identify(
        &self,
        kit: &Kit,
        evidence: &Evidence,
    ) -> Result<Identification, Contradiction> {
        self.identify_with(kit, evidence, &mut self.scratch())
    }

    /// Says what a contact resembles, why, what to ask and what to do.
    ///
    /// Evidence of the other channel is left out: it cannot be observed here. Unscored cues feed
    /// rules only. `kit` must be the one the recogniser was built from, `evidence` of its channel,
    /// `scratch` its own; what is left in `scratch` from other contacts changes nothing.
    ///
    /// # Errors
    /// [`Contradiction`] when the answers exclude every profile.
    pub fn identify_with(
        &self,
        kit: &Kit,
        evidence: &Evidence,
        scratch: &mut Scratch,
    ) -> Result<Identification, Contradiction> {
        let outcome = rules::run(kit, evidence);
        self.given_into(evidence, &mut scratch.given);
        self.score(&outcome, scratch)?;
        let ranking = scratch.posterior.ranking();
        let candidates = self.candidates(scratch, &ranking);
        let situations = self.situation_results(scratch, &outcome);
        let counted = scratch.given.len();
        let label = label_of(kit, counted, &scratch.posterior);
        let (reasons, prior_decibans) = self.explain(scratch, &ranking);
        let explained_away_by = self.explained_away(scratch, &outcome, &ranking);
        let changes = self.changes(kit, scratch, &ranking);
        let top = candidates.first().map_or(0.0, |c| c.probability);
        let stopped = counted >= kit.engine.min_answers && top >= kit.engine.stop;
        let next_questions = if stopped {
            Vec::new()
        } else {
            self.questions(kit, evidence, &outcome, scratch)
        };
        let to_observe = self.to_observe(evidence, scratch);
        let plan = plan::build(kit, evidence, &outcome, label, &candidates, &situations);
        Ok(Identification {
            channel: self.channel,
            minutes: evidence.minutes,
            label,
            counted,
            by_profile: candidates
                .iter()
                .map(|c| (c.id.clone(), c.probability))
                .collect(),
            candidates,
            none_of_these: scratch.posterior.of(0),
            situations,
            reasons,
            prior_decibans,
            explained_away_by,
            changes,
            next_questions,
            to_observe,
            held: outcome.held.clone(),
            plan,
            notices: outcome.notices.clone(),
            hidden_modes: outcome.hidden_modes.clone(),
        })
    }

    fn candidates(&self, scratch: &Scratch, ranking: &[usize]) -> Vec<Candidate> {
        ranking
            .iter()
            .filter_map(|&h| {
                Some(Candidate {
                    id: self.profiles.get(h.checked_sub(1)?)?.clone(),
                    probability: scratch.posterior.of(h),
                })
            })
            .collect()
    }

    fn situation_results(
        &self,
        scratch: &Scratch,
        outcome: &rules::Outcome,
    ) -> Vec<SituationResult> {
        self.situations
            .iter()
            .zip(&scratch.situation_scores)
            .map(|(situation, &probability)| {
                let declared = outcome.declared.iter().find(|d| d.id == situation.id);
                SituationResult {
                    id: situation.id.clone(),
                    state: match declared {
                        Some(_) => Some(SituationState::Declared),
                        None if probability >= TO_VERIFY => Some(SituationState::ToVerify),
                        None => None,
                    },
                    probability,
                    because: declared.map(|d| d.because.clone()).unwrap_or_default(),
                }
            })
            .collect()
    }

    /// Weighs evidence only: rows, posterior and the answers used, into `scratch`.
    ///
    /// # Errors
    /// [`Contradiction`] when the answers exclude every profile.
    pub(in crate::domain) fn weigh(
        &self,
        kit: &Kit,
        evidence: &Evidence,
        scratch: &mut Scratch,
    ) -> Result<(), Contradiction> {
        self.given_into(evidence, &mut scratch.given);
        let outcome = if self.situations.is_empty() {
            rules::Outcome::default()
        } else {
            rules::run(kit, evidence)
        };
        self.score(&outcome, scratch)
    }

    /// Turns evidence into (item, answer) pairs, in item order.
    fn given_into(&self, evidence: &Evidence, given: &mut Vec<(usize, usize)>) {
        given.clear();
        given.extend(self.meanings.iter().enumerate().filter_map(|(m, meaning)| {
            let answer = match meaning {
                Meaning::Cue { id, .. } => match evidence.cues.get(id)? {
                    Sighting::Observed => OBSERVED,
                    Sighting::Denied => DENIED,
                },
                Meaning::Question { id, answers, .. } => {
                    let answer = evidence.answers.get(id)?;
                    answers.iter().position(|a| a == answer)?
                }
            };
            Some((m, answer))
        }));
    }

    /// Scores situations, then fills the rows under them and the posterior.
    pub(in crate::domain) fn score(
        &self,
        outcome: &rules::Outcome,
        scratch: &mut Scratch,
    ) -> Result<(), Contradiction> {
        scratch.situation_scores.clear();
        for s in 0..self.situations.len() {
            let score = self.situation_score(s, outcome, scratch);
            scratch.situation_scores.push(score);
        }
        scratch.pi.clear();
        for (situation, &score) in self.situations.iter().zip(&scratch.situation_scores) {
            scratch.pi.push(if outcome.declares(&situation.id) {
                1.0
            } else {
                score
            });
        }
        let moving = (0..self.model.items.len())
            .filter(|m| self.shifts.iter().any(|shift| shift.touches(*m)));
        scratch
            .table
            .fill(&self.model, &self.shifts, &scratch.pi, moving);
        scratch
            .posterior
            .update(&self.model, &scratch.table, &scratch.given)
    }

    /// A situation's posterior, exact over the profiles, the others absent unless declared:
    /// logit pi_s = logit share + ln P(answers | D ∪ {s}) − ln P(answers | D).
    fn situation_score(&self, s: usize, outcome: &rules::Outcome, scratch: &mut Scratch) -> f64 {
        let Some(share) = self.situations.get(s).and_then(|situation| situation.share) else {
            return 0.0;
        };
        scratch.probe_pi.clear();
        scratch.probe_pi.extend(
            self.situations
                .iter()
                .enumerate()
                .map(|(other, situation)| {
                    if other != s && outcome.declares(&situation.id) {
                        1.0
                    } else {
                        0.0
                    }
                }),
        );
        let without = self.log_evidence(scratch);
        if let Some(pi) = scratch.probe_pi.get_mut(s) {
            *pi = 1.0;
        }
        let with = self.log_evidence(scratch);
        let share = share.clamp(SHARE_CLAMP, 1.0 - SHARE_CLAMP);
        let logit = (share / (1.0 - share)).ln() + with - without;
        // Both impossible: the evidence says nothing of this situation.
        if logit.is_nan() {
            share
        } else {
            1.0 / (1.0 + (-logit).exp())
        }
    }

    /// ln of the probability of the answers under the situations of `probe_pi`.
    fn log_evidence(&self, scratch: &mut Scratch) -> f64 {
        scratch
            .probe
            .fill_answered(&self.model, &self.shifts, &scratch.probe_pi, &scratch.given);
        scratch
            .probe_posterior
            .score(&self.model, &scratch.probe, &scratch.given)
    }
}

/// Chooses the label: the first rule that holds.
pub(in crate::domain) fn label_of(kit: &Kit, counted: usize, posterior: &Posterior) -> Label {
    let settings = &kit.engine;
    let (first, top) = posterior.top();
    let second = posterior
        .p
        .iter()
        .enumerate()
        .skip(1)
        .filter(|(h, _)| *h != first)
        .map(|(_, p)| *p)
        .fold(0.0, f64::max);
    if counted < settings.min_answers {
        Label::Uncertain
    } else if posterior.of(0) >= settings.none {
        Label::None
    } else if top >= settings.clear && top >= settings.clear_ratio * second {
        Label::Clear
    } else if top >= settings.possible {
        Label::Possible
    } else {
        Label::Uncertain
    }
}
