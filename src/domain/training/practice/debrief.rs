//! The engine's reasoning beside the trainee's: questions, cues, lead and steps.
//!
//! It must never add up to a mark: each line says what happened and what would have told more.

use std::collections::{BTreeMap, BTreeSet};

use super::offer::kept;
use super::{Exchange, Ground, Lead, Sheet, Turn};
use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::identification::{Identification, Observation, StepOrigin, Strength};
use crate::domain::identify::Meaning;
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use crate::domain::kit::{Avoid, QuestionRole, Step};
use crate::domain::vocab::{Label, Minutes, Mode, Severity};

/// A question said nearly as much as the best one from this share of its gain.
const NEARLY: f64 = 0.8;
/// And clearly less under this one.
const LESS: f64 = 0.4;

/// What a question told, beside the one that would have told most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// None would have told more.
    Most,
    /// Nearly as much as the best one.
    Nearly,
    /// Less.
    Less,
    /// Much less.
    MuchLess,
    /// It offers something; it is not asked to learn.
    Offer,
    /// A rule says not to ask it now.
    Held,
}

/// A question asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The question; `None` for the moment at which none was asked at all.
    pub question: Option<QuestionId>,
    /// What it got, if the person knew.
    pub answer: Option<AnswerId>,
    /// What it told.
    pub telling: Telling,
    /// What it was expected to tell, in bits.
    pub gain_bits: f64,
    /// The one that would have told most at that moment, and how much, in bits.
    pub best: Option<(QuestionId, f64)>,
    /// The two profiles between which there was most doubt at that moment.
    pub between: Option<(PersonaId, PersonaId)>,
}

/// How a cue was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It was there, and noted.
    Seen,
    /// It was there, and was not noted.
    Missed,
    /// It had not come yet when the trainee stopped.
    NotYet,
    /// It was noted, and an answer says as much.
    Answered,
    /// It was noted, and was not there.
    OverRead,
}

/// How much a cue counts between the two first profiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// In words.
    pub strength: Strength,
    /// Whether it is for the first one.
    pub towards_first: bool,
}

/// A cue, and how it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct CueRead {
    /// The cue.
    pub cue: CueId,
    /// How it was read.
    pub how: How,
    /// Position of the moment that shows it.
    pub moment: Option<usize>,
    /// What it counts; `None` when it has no weight of its own.
    pub weight: Option<Weight>,
    /// The lead without it, when that is another one: what an over-read cue brought about.
    pub lead_without: Option<PersonaId>,
}

/// How a step stands for this person.
#[derive(Clone, Debug, PartialEq)]
pub enum StepHow {
    /// Chosen, and in the plan.
    Right,
    /// In the plan, and not chosen.
    Missing,
    /// Chosen; not in the plan, and does no harm.
    Sound,
    /// Chosen; goes against a line of the card.
    Against(PersonaId, Avoid),
    /// Chosen; a rule hides this way of helping, for these reasons.
    Hidden(Vec<String>),
    /// Chosen; does more in the person's place than the card says.
    TooHeavy(PersonaId, Mode),
    /// Chosen; leaves the person more alone than the card says.
    TooLight(PersonaId, Mode),
}

/// A step, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct StepRead {
    /// The step.
    pub step: StepId,
    /// How it stands.
    pub how: StepHow,
    /// What brings it into the plan.
    pub origin: Option<StepOrigin>,
}

/// The engine's reasoning beside the trainee's.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    /// What the engine says of all that was shown and answered.
    pub engine: Identification,
    /// What it says of what the trainee noted, with the same answers.
    pub from_notes: Identification,
    /// Questions, in the order they were asked; one line without question if none was.
    pub questions: Vec<Asked>,
    /// Cues, those that were there first.
    pub cues: Vec<CueRead>,
    /// Steps, in the order they were offered.
    pub steps: Vec<StepRead>,
    /// Whether the trainee's lead is one the case expects; `None` if they gave none.
    pub lead_agrees: Option<bool>,
    /// Situations said or to be offered.
    pub situations: Vec<PersonaId>,
}

impl Ground {
    /// Sets the engine's reasoning beside the trainee's.
    pub fn debrief(&self, exchange: &Exchange, sheet: &Sheet) -> Option<Debrief> {
        let mut all = exchange.evidence();
        all.answers.clear();
        let mut noted = exchange.frame();
        for cue in &sheet.noted {
            noted.cues.insert(cue.clone(), Sighting::Observed);
        }
        for question in sheet.asked() {
            exchange.answer_into(&mut all, question);
            exchange.answer_into(&mut noted, question);
        }
        let engine = self.identify(&all)?;
        let from_notes = self.identify(&noted)?;
        let situations = engine
            .situations
            .iter()
            .filter(|s| s.state.is_some())
            .map(|s| s.id.clone())
            .collect();
        Some(Debrief {
            questions: self.questions_read(exchange, sheet),
            cues: cues_read(self, exchange, sheet, &engine, &from_notes),
            steps: self.steps_read(exchange, sheet),
            lead_agrees: self.lead_agrees(exchange, sheet, &engine),
            situations,
            engine,
            from_notes,
        })
    }

    /// Says whether the lead given is one that the case expects, or that the engine comes to.
    fn lead_agrees(
        &self,
        exchange: &Exchange,
        sheet: &Sheet,
        engine: &Identification,
    ) -> Option<bool> {
        let case = self.case(exchange)?;
        let none_yet = matches!(engine.label, Label::Uncertain | Label::None);
        Some(match sheet.lead.as_ref()? {
            Lead::NotYet => none_yet || case.expect.label.contains(&Label::Uncertain),
            Lead::Persona(id) => {
                case.expect.top.contains(id)
                    || (!none_yet && engine.top().is_some_and(|top| &top.id == id))
            }
        })
    }

    /// What each question told at the moment it was asked.
    fn questions_read(&self, exchange: &Exchange, sheet: &Sheet) -> Vec<Asked> {
        let mut evidence = exchange.frame();
        let mut read = Vec::new();
        for (turn, done) in sheet.turns.iter().enumerate() {
            show(exchange, turn, &mut evidence);
            if let Turn::Ask(question) = done {
                read.extend(self.asked(exchange, &evidence, Some(question)));
                exchange.answer_into(&mut evidence, question);
            }
        }
        if read.is_empty() {
            show(exchange, sheet.turns.len(), &mut evidence);
            read.extend(self.asked(exchange, &evidence, None));
        }
        read
    }

    fn asked(
        &self,
        exchange: &Exchange,
        evidence: &Evidence,
        question: Option<&QuestionId>,
    ) -> Option<Asked> {
        let found = self.identify(evidence)?;
        let gains = self.gains(evidence);
        let gain_of = |id: &QuestionId| gains.get(id).copied().unwrap_or(0.0);
        let best = self
            .kit
            .questions
            .iter()
            .filter(|q| q.role == QuestionRole::Inform && q.channels.contains(&exchange.channel))
            .filter(|q| !evidence.asked(&q.id) && !found.held.contains(&q.id))
            .map(|q| (q.id.clone(), gain_of(&q.id)))
            .filter(|(_, gain)| *gain >= self.kit.engine.min_gain_bits)
            .fold(None, |best: Option<(QuestionId, f64)>, this| match best {
                Some(best) if best.1 >= this.1 => Some(best),
                _ => Some(this),
            });
        let gain_bits = question.map_or(0.0, gain_of);
        let role = question.and_then(|id| self.kit.question(id.as_str()).map(|q| q.role));
        let telling = match (&best, question) {
            (_, Some(id)) if found.held.contains(id) => Telling::Held,
            _ if role == Some(QuestionRole::Offer) => Telling::Offer,
            (Some((id, _)), Some(asked)) if id == asked => Telling::Most,
            (Some((_, most)), _) if gain_bits < LESS * most => Telling::MuchLess,
            (Some((_, most)), _) if gain_bits < NEARLY * most => Telling::Less,
            (Some(_), _) => Telling::Nearly,
            (None, _) => Telling::Most,
        };
        let between = match found.candidates.as_slice() {
            [one, other, ..] => Some((one.id.clone(), other.id.clone())),
            _ => None,
        };
        let reply = question.and_then(|id| exchange.replies.get(id));
        Some(Asked {
            question: question.cloned(),
            answer: reply.and_then(|reply| reply.answer.clone()),
            telling,
            gain_bits,
            best,
            between,
        })
    }

    /// What each question is expected to tell on some evidence, in bits, what relates to it
    /// discounted.
    fn gains(&self, evidence: &Evidence) -> BTreeMap<QuestionId, f64> {
        let mut gains = BTreeMap::new();
        let Some(recogniser) = self.recogniser(evidence.channel) else {
            return gains;
        };
        let mut scratch = recogniser.scratch();
        if recogniser.weigh(&self.kit, evidence, &mut scratch).is_err() {
            return gains;
        }
        let is_question = |item: &usize| {
            let meaning = recogniser.meanings.get(*item);
            matches!(meaning, Some(Meaning::Question { .. }))
        };
        let items = (0..recogniser.meanings.len()).filter(is_question);
        recogniser.value(&mut scratch, items);
        for worth in &scratch.worths {
            if let Some(Meaning::Question { id, .. }) = recogniser.meanings.get(worth.item) {
                gains.insert(id.clone(), worth.effective_bits);
            }
        }
        gains
    }

    /// How each step stands: what was chosen, and what the plan has besides.
    fn steps_read(&self, exchange: &Exchange, sheet: &Sheet) -> Vec<StepRead> {
        let whom = self.whom(exchange);
        let Some(found) = self.plan(exchange, whom.as_ref()) else {
            return Vec::new();
        };
        let reasons: Vec<String> = found
            .notices
            .iter()
            .filter(|notice| notice.severity != Severity::Safety)
            .map(|notice| notice.text.clone())
            .collect();
        exchange
            .offered
            .iter()
            .filter_map(|id| {
                let planned = kept(&found.plan).find(|step| &step.id == id);
                let chosen = sheet.steps.contains(id);
                let how = match (planned.is_some(), chosen) {
                    (true, true) => StepHow::Right,
                    (true, false) => StepHow::Missing,
                    (false, true) => {
                        let step = self.kit.step(id.as_str())?;
                        if found.hidden_modes.contains(&step.mode) {
                            StepHow::Hidden(reasons.clone())
                        } else {
                            self.beside(whom.as_ref(), step)
                        }
                    }
                    (false, false) => return None,
                };
                Some(StepRead {
                    step: id.clone(),
                    how,
                    origin: planned.map(|step| step.origin.clone()),
                })
            })
            .collect()
    }

    /// How a step that is not in the plan stands for somebody.
    fn beside(&self, whom: Option<&PersonaId>, step: &Step) -> StepHow {
        let Some(card) = whom.and_then(|id| self.kit.persona(id.as_str())) else {
            return StepHow::Sound;
        };
        let own = [Minutes::Two, Minutes::Ten, Minutes::Relay]
            .iter()
            .any(|minutes| card.steps.for_minutes(*minutes).contains(&step.id));
        if own || self.kit.uncertain_steps.contains(&step.id) {
            return StepHow::Sound;
        }
        if let Some(avoid) = self.words.against(&self.kit, &card.id, step.mode) {
            return StepHow::Against(card.id.clone(), avoid.clone());
        }
        match card
            .mode
            .and_then(|mode| Some((mode, weight(mode)?, weight(step.mode)?)))
        {
            Some((mode, own, this)) if this > own + 1 => StepHow::TooHeavy(card.id.clone(), mode),
            Some((mode, own, this)) if this + 1 < own => StepHow::TooLight(card.id.clone(), mode),
            _ => StepHow::Sound,
        }
    }
}

/// How much a way of helping does in the person's place; the other ways have no place in this order.
fn weight(mode: Mode) -> Option<u8> {
    Some(match mode {
        Mode::Answer => 0,
        Mode::Reassure => 1,
        Mode::GuideDoing => 2,
        Mode::DoTogether => 3,
        Mode::DoFor => 4,
        Mode::OtherWay | Mode::Relay => return None,
    })
}

/// Adds what has been shown after so many turns to some evidence.
fn show(exchange: &Exchange, turns: usize, evidence: &mut Evidence) {
    let moments = exchange.moments.iter().take(exchange.shown(turns));
    for cue in moments.filter_map(|moment| moment.cue.clone()) {
        evidence.cues.insert(cue, Sighting::Observed);
    }
}

/// How each cue was read: those of the exchange in the order they came, then those only noted.
fn cues_read(
    ground: &Ground,
    exchange: &Exchange,
    sheet: &Sheet,
    engine: &Identification,
    from_notes: &Identification,
) -> Vec<CueRead> {
    let shown = exchange.shown(sheet.turns.len());
    let mut read: Vec<CueRead> = Vec::new();
    let mut there: BTreeSet<&CueId> = BTreeSet::new();
    for (position, moment) in exchange.moments.iter().enumerate() {
        let Some(cue) = &moment.cue else { continue };
        there.insert(cue);
        let how = match (sheet.noted.contains(cue), position < shown) {
            (true, _) => How::Seen,
            (false, true) => How::Missed,
            (false, false) => How::NotYet,
        };
        read.push(CueRead {
            cue: cue.clone(),
            how,
            moment: Some(position),
            weight: weight_in(engine, cue),
            lead_without: None,
        });
    }
    for cue in sheet.noted.iter().filter(|cue| !there.contains(cue)) {
        let answered = sheet.asked().any(|question| {
            let reply = exchange.replies.get(question);
            let answer = reply.and_then(|reply| reply.answer.as_ref());
            answer.is_some_and(|answer| ground.words.amounts_to(question, answer, cue))
        });
        let without = from_notes
            .changes
            .iter()
            .find(|change| change.without == Observation::Cue(cue.clone()));
        read.push(CueRead {
            cue: cue.clone(),
            how: if answered {
                How::Answered
            } else {
                How::OverRead
            },
            moment: None,
            weight: weight_in(from_notes, cue),
            lead_without: without.and_then(|change| change.top.clone()),
        });
    }
    read
}

/// What a cue counts between the two first profiles of an identification.
fn weight_in(found: &Identification, cue: &CueId) -> Option<Weight> {
    let reason = found
        .reasons
        .iter()
        .find(|reason| reason.observation == Observation::Cue(cue.clone()))?;
    Some(Weight {
        strength: reason.strength(),
        towards_first: reason.decibans >= 0.0,
    })
}
