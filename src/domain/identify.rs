//! Maps a kit onto the engine, and evidence onto an [`Identification`].
//!
//! [`Recogniser`] is the kit compiled for one channel: items, priors, and the shift each situation
//! brings. Profiles compete; situations are present or not and combine with any profile.
//! Pure: the same kit and evidence give the same bytes.

use super::engine::{self, Contradiction, Item, Model, Posterior, Shift, Table, explain, gain};
use super::evidence::{Evidence, Sighting};
use super::identification::{
    Candidate, Identification, NextQuestion, Observation, Reason, SituationResult, SituationState,
    WhyAsk,
};
use super::ids::{AnswerId, CueId, PersonaId, QuestionId};
use super::kit::{Kit, Layer, Level, Persona, Question, QuestionRole};
use super::plan;
use super::rules;
use super::vocab::{Channel, Label};

/// Answer index of a cue that is explicitly not the case.
const DENIED: usize = 0;
/// Answer index of an observed cue.
const OBSERVED: usize = 1;
/// Posterior from which an undeclared situation is offered.
pub const TO_VERIFY: f64 = 0.5;
/// Questions listed at most.
const MAX_QUESTIONS: usize = 5;
/// Cues marked « à observer » at most.
const MAX_TO_OBSERVE: usize = 3;

/// What an item of the engine stands for.
#[derive(Clone, Debug, PartialEq)]
enum Meaning {
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

/// A situation as the engine sees it.
#[derive(Clone, Debug)]
struct SituationModel {
    id: PersonaId,
    /// Share of contacts, 0..=1; `None` = off on this channel unless declared.
    share: Option<f64>,
    shift: Shift,
}

/// A kit compiled for one channel; build it once, ask it at every tick.
#[derive(Clone, Debug)]
pub struct Recogniser {
    channel: Channel,
    model: Model,
    meanings: Vec<Meaning>,
    profiles: Vec<PersonaId>,
    situations: Vec<SituationModel>,
}

/// The numbers behind an identification, before questions and plan.
struct Scored {
    table: Table,
    posterior: Posterior,
    /// Score of each situation, declared or not, in kit order.
    situation_scores: Vec<f64>,
}

impl Recogniser {
    /// Compiles a kit for a channel: only the cues and questions of that channel are items.
    pub fn new(kit: &Kit, channel: Channel) -> Self {
        let profiles: Vec<&Persona> = kit.profiles().collect();
        let mut meanings = Vec::new();
        let mut items = Vec::new();
        let group_of =
            |family: &super::ids::FamilyId| kit.families.iter().position(|f| &f.id == family);
        for cue in &kit.cues {
            if !cue.scored || !cue.channels.contains(&channel) {
                continue;
            }
            let rows = profiles
                .iter()
                .map(|p| {
                    let th = cue_level(kit, p, &cue.id)
                        .unwrap_or_else(|| kit.levels.probability(Level::VeryRare));
                    vec![1.0 - th, th]
                })
                .collect();
            items.push(Item {
                answers: 2,
                rows,
                noise: cue.noise.unwrap_or(kit.engine.noise_floor),
                cost: 1.0,
                availability: 1.0,
                group: group_of(&cue.family),
            });
            meanings.push(Meaning::Cue {
                id: cue.id.clone(),
                declared: cue.declared,
            });
        }
        for question in &kit.questions {
            if !question.channels.contains(&channel) {
                continue;
            }
            let uniform = vec![1.0 / question.answers.len() as f64; question.answers.len()];
            let rows = profiles
                .iter()
                .map(|p| question_row(kit, p, question).unwrap_or_else(|| uniform.clone()))
                .collect();
            items.push(Item {
                answers: question.answers.len(),
                rows,
                noise: question.noise.unwrap_or(kit.engine.noise_floor),
                cost: question.cost,
                availability: question.availability.get(&channel).copied().unwrap_or(1.0),
                group: question.family.as_ref().and_then(group_of),
            });
            meanings.push(Meaning::Question {
                id: question.id.clone(),
                answers: question.answers.iter().map(|a| a.id.clone()).collect(),
                role: question.role,
            });
        }
        let prior: Vec<f64> = profiles
            .iter()
            .map(|p| p.share.get(&channel).copied().unwrap_or(0.0))
            .collect();
        let situations = kit
            .situations()
            .map(|s| SituationModel {
                id: s.id.clone(),
                share: s.share.get(&channel).map(|percent| percent / 100.0),
                shift: Shift {
                    rows: meanings.iter().map(|m| situation_row(kit, s, m)).collect(),
                },
            })
            .collect();
        Self {
            channel,
            model: Model::new(
                &prior,
                kit.engine.none_prior,
                kit.engine.none_spread,
                kit.engine.temper,
                kit.families.iter().map(|f| f.relatedness).collect(),
                items,
            ),
            meanings,
            profiles: profiles.iter().map(|p| p.id.clone()).collect(),
            situations,
        }
    }

    /// Says what a contact resembles, why, what to ask and what to do.
    ///
    /// Evidence of the other channel is left out: it cannot be observed here. Unscored cues feed
    /// rules only. `kit` must be the one the recogniser was built from, `evidence` of its channel.
    ///
    /// # Errors
    /// [`Contradiction`] when the answers exclude every profile, which takes a kit with exact
    /// zeros, no noise floor and no none-of-these.
    pub fn identify(
        &self,
        kit: &Kit,
        evidence: &Evidence,
    ) -> Result<Identification, Contradiction> {
        let given = self.given(evidence);
        let outcome = rules::run(kit, evidence);
        let scored = self.score(&given, &outcome)?;
        let ranking = scored.posterior.ranking();
        let candidates: Vec<Candidate> = ranking
            .iter()
            .filter_map(|&h| {
                Some(Candidate {
                    id: self.profiles.get(h.checked_sub(1)?)?.clone(),
                    probability: scored.posterior.of(h),
                })
            })
            .collect();
        let situations: Vec<SituationResult> = self
            .situations
            .iter()
            .zip(&scored.situation_scores)
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
            .collect();
        let label = label(kit, given.len(), scored.posterior.of(0), &candidates);
        let (reasons, prior_decibans) = self.explain(&scored, &ranking);
        let explained_away_by = self.explained_away(&scored, &outcome, &ranking);
        let top = candidates.first().map_or(0.0, |c| c.probability);
        let stopped = given.len() >= kit.engine.min_answers && top >= kit.engine.stop;
        let next_questions = if stopped {
            Vec::new()
        } else {
            self.questions(kit, evidence, &outcome, &scored, &given)
        };
        let to_observe = self.to_observe(evidence, &scored, &given);
        let plan = plan::build(kit, evidence, &outcome, label, &candidates, &situations);
        Ok(Identification {
            channel: self.channel,
            minutes: evidence.minutes,
            label,
            counted: given.len(),
            by_profile: candidates
                .iter()
                .map(|c| (c.id.clone(), c.probability))
                .collect(),
            candidates,
            none_of_these: scored.posterior.of(0),
            situations,
            reasons,
            prior_decibans,
            explained_away_by,
            next_questions,
            to_observe,
            held: outcome.held.clone(),
            plan,
            notices: outcome.notices.clone(),
            hidden_modes: outcome.hidden_modes.clone(),
        })
    }

    /// Turns evidence into (item, answer) pairs, in item order.
    fn given(&self, evidence: &Evidence) -> Vec<(usize, usize)> {
        self.meanings
            .iter()
            .enumerate()
            .filter_map(|(m, meaning)| {
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
            })
            .collect()
    }

    fn score(
        &self,
        given: &[(usize, usize)],
        outcome: &rules::Outcome,
    ) -> Result<Scored, Contradiction> {
        let used = engine::posterior::weights(&self.model, given);
        let evidence_under = |present: &[(&Shift, f64)]| {
            let table = self.model.table(present);
            engine::posterior::log_sum_exp(&engine::posterior::log_scores(
                &self.model,
                &table,
                &used,
            ))
        };
        let situation_scores: Vec<f64> = self
            .situations
            .iter()
            .map(|situation| {
                let Some(share) = situation.share else {
                    return 0.0;
                };
                let mut present: Vec<(&Shift, f64)> = self
                    .situations
                    .iter()
                    .filter(|other| other.id != situation.id && outcome.declares(&other.id))
                    .map(|other| (&other.shift, 1.0))
                    .collect();
                let without = evidence_under(&present);
                present.push((&situation.shift, 1.0));
                let with = evidence_under(&present);
                let share = share.clamp(1e-6, 1.0 - 1e-6);
                let logit = (share / (1.0 - share)).ln() + with - without;
                // Both impossible: the evidence says nothing of this situation.
                if logit.is_nan() {
                    share
                } else {
                    1.0 / (1.0 + (-logit).exp())
                }
            })
            .collect();
        let present: Vec<(&Shift, f64)> = self
            .situations
            .iter()
            .zip(&situation_scores)
            .map(|(situation, &score)| {
                let pi = if outcome.declares(&situation.id) {
                    1.0
                } else {
                    score
                };
                (&situation.shift, pi)
            })
            .collect();
        let table = self.model.table(&present);
        let posterior = Posterior::compute(&self.model, &table, given)?;
        Ok(Scored {
            table,
            posterior,
            situation_scores,
        })
    }

    fn observation(&self, item: usize, answer: usize) -> Option<Observation> {
        Some(match self.meanings.get(item)? {
            Meaning::Cue { id, .. } if answer == OBSERVED => Observation::Cue(id.clone()),
            Meaning::Cue { id, .. } => Observation::NotCue(id.clone()),
            Meaning::Question { id, answers, .. } => {
                Observation::Answer(id.clone(), answers.get(answer)?.clone())
            }
        })
    }

    fn explain(&self, scored: &Scored, ranking: &[usize]) -> (Vec<Reason>, f64) {
        let (Some(&top), Some(&against)) = (ranking.first(), ranking.get(1)) else {
            return (Vec::new(), 0.0);
        };
        let reasons =
            explain::pairwise(&self.model, &scored.table, &scored.posterior, top, against)
                .into_iter()
                .filter_map(|term| {
                    Some(Reason {
                        observation: self.observation(term.item, term.answer)?,
                        decibans: term.decibans,
                        weight: term.weight,
                    })
                })
                .collect();
        (reasons, explain::prior_decibans(&self.model, top, against))
    }

    /// Finds declared situations that take at least 1 dB from an observation's weight.
    fn explained_away(
        &self,
        scored: &Scored,
        outcome: &rules::Outcome,
        ranking: &[usize],
    ) -> Vec<PersonaId> {
        let (Some(&top), Some(&against)) = (ranking.first(), ranking.get(1)) else {
            return Vec::new();
        };
        let weigh = |table: &Table| {
            let mut terms = explain::pairwise(&self.model, table, &scored.posterior, top, against);
            terms.sort_by_key(|t| t.item);
            terms
        };
        let with = weigh(&scored.table);
        self.situations
            .iter()
            .filter(|s| outcome.declares(&s.id))
            .filter(|declared| {
                let present: Vec<(&Shift, f64)> = self
                    .situations
                    .iter()
                    .zip(&scored.situation_scores)
                    .filter(|(other, _)| other.id != declared.id)
                    .map(|(other, &score)| {
                        let pi = if outcome.declares(&other.id) {
                            1.0
                        } else {
                            score
                        };
                        (&other.shift, pi)
                    })
                    .collect();
                let without = weigh(&self.model.table(&present));
                without
                    .iter()
                    .zip(&with)
                    .any(|(before, after)| before.decibans.abs() - after.decibans.abs() >= 1.0)
            })
            .map(|s| s.id.clone())
            .collect()
    }

    fn questions(
        &self,
        kit: &Kit,
        evidence: &Evidence,
        outcome: &rules::Outcome,
        scored: &Scored,
        given: &[(usize, usize)],
    ) -> Vec<NextQuestion> {
        let open = |id: &QuestionId| !evidence.asked(id) && !outcome.held.contains(id);
        let item_of = |wanted: &QuestionId| {
            self.meanings
                .iter()
                .position(|m| matches!(m, Meaning::Question { id, .. } if id == wanted))
        };
        let worths = |items: &mut dyn Iterator<Item = usize>| {
            gain::worths(
                &self.model,
                &scored.table,
                &scored.posterior.p,
                given,
                items,
            )
        };
        let mut list: Vec<NextQuestion> = Vec::new();
        let mut push = |item: usize, worth: &gain::Worth, why: WhyAsk| {
            let Some(Meaning::Question { id, .. }) = self.meanings.get(item) else {
                return;
            };
            if list.iter().all(|q| &q.id != id) {
                list.push(NextQuestion {
                    id: id.clone(),
                    gain_bits: worth.gain_bits,
                    score: worth.score,
                    why,
                });
            }
        };
        let asked_by_rule: Vec<usize> = outcome
            .ask
            .iter()
            .filter(|id| open(id))
            .filter_map(item_of)
            .collect();
        for worth in worths(&mut asked_by_rule.into_iter()) {
            push(worth.item, &worth, WhyAsk::Rule);
        }
        let nothing_yet = evidence.cues.is_empty()
            && evidence.answers.is_empty()
            && evidence.unanswered.is_empty();
        if nothing_yet {
            let openers: Vec<usize> = kit
                .openers
                .get(&self.channel)
                .into_iter()
                .flatten()
                .filter(|id| open(id))
                .filter_map(item_of)
                .collect();
            for worth in worths(&mut openers.into_iter()) {
                push(worth.item, &worth, WhyAsk::Opener);
            }
        }
        let mut informing = self.meanings.iter().enumerate().filter_map(|(m, meaning)| {
            matches!(meaning, Meaning::Question { id, role: QuestionRole::Inform, .. } if open(id))
                .then_some(m)
        });
        for worth in gain::rank(worths(&mut informing)) {
            if worth.effective_bits >= kit.engine.min_gain_bits {
                push(worth.item, &worth, WhyAsk::Gain);
            }
        }
        list.truncate(MAX_QUESTIONS);
        list
    }

    fn to_observe(
        &self,
        evidence: &Evidence,
        scored: &Scored,
        given: &[(usize, usize)],
    ) -> Vec<CueId> {
        let mut unknown = self.meanings.iter().enumerate().filter_map(|(m, meaning)| {
            matches!(meaning, Meaning::Cue { id, declared: false } if !evidence.cues.contains_key(id))
                .then_some(m)
        });
        let ranked = gain::rank(gain::worths(
            &self.model,
            &scored.table,
            &scored.posterior.p,
            given,
            &mut unknown,
        ));
        ranked
            .into_iter()
            .take(MAX_TO_OBSERVE)
            .filter_map(|worth| match self.meanings.get(worth.item) {
                Some(Meaning::Cue { id, .. }) => Some(id.clone()),
                _ => None,
            })
            .collect()
    }
}

fn cue_level(kit: &Kit, persona: &Persona, cue: &CueId) -> Option<f64> {
    persona
        .cues
        .iter()
        .find(|(id, _)| id == cue)
        .map(|(_, level)| kit.levels.probability(*level))
}

/// A persona's normalised row for a question it names; an omitted answer is very rare.
fn question_row(kit: &Kit, persona: &Persona, question: &Question) -> Option<Vec<f64>> {
    let (_, named) = persona.answers.iter().find(|(id, _)| id == &question.id)?;
    let row: Vec<f64> = question
        .answers
        .iter()
        .map(|answer| {
            let level = named
                .iter()
                .find(|(id, _)| id == &answer.id)
                .map_or(Level::VeryRare, |(_, level)| *level);
            kit.levels.probability(level)
        })
        .collect();
    let total: f64 = row.iter().sum();
    Some(row.iter().map(|x| x / total).collect())
}

fn situation_row(kit: &Kit, situation: &Persona, meaning: &Meaning) -> Option<Vec<f64>> {
    debug_assert_eq!(situation.layer, Layer::Situation);
    match meaning {
        Meaning::Cue { id, .. } => {
            let th = cue_level(kit, situation, id)?;
            Some(vec![1.0 - th, th])
        }
        Meaning::Question { id, .. } => question_row(kit, situation, kit.question(id.as_str())?),
    }
}

/// Chooses the label: the first rule that holds.
fn label(kit: &Kit, counted: usize, none: f64, candidates: &[Candidate]) -> Label {
    let settings = &kit.engine;
    let top = candidates.first().map_or(0.0, |c| c.probability);
    let second = candidates.get(1).map_or(0.0, |c| c.probability);
    if counted < settings.min_answers {
        Label::Uncertain
    } else if none >= settings.none {
        Label::None
    } else if top >= settings.clear && top >= settings.clear_ratio * second {
        Label::Clear
    } else if top >= settings.possible {
        Label::Possible
    } else {
        Label::Uncertain
    }
}
