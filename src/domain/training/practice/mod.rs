//! Solo practice: the app plays the person, the trainee asks, observes and chooses.
//!
//! A person is a written case of the kit with one or two small changes, each checked: nobody who
//! cannot exist is ever drawn from likelihoods. The same seed gives the same exchange. It must never
//! give a mark: [`debrief`](Ground::debrief) sets the engine's reasoning beside the trainee's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::bench;
use super::super::evidence::{Evidence, Sighting};
use super::super::identification::Identification;
use super::super::identify::{Recogniser, Scratch};
use super::super::ids::{AnswerId, CueId, PersonaId, ProcedureId, QuestionId, StepId};
use super::super::kit::{Case, Kit};
use super::super::rules;
use super::super::vocab::{Channel, Minutes, Severity, Theme};

mod debrief;
mod draw;
mod offer;
mod replies;
#[cfg(test)]
mod tests;
mod words;

pub use debrief::{Asked, CueRead, Debrief, How, StepHow, StepRead, Telling, Weight};
pub use words::{Harm, Settles, Told, Words};

/// What was changed in a written case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// One cue less.
    LeftOut(CueId),
    /// One cue more.
    Added(CueId),
    /// The same person, met on the other channel.
    OtherChannel,
}

/// Something seen or heard, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The cue it shows; `None` for what means nothing.
    pub cue: Option<CueId>,
    /// The words.
    pub text: String,
}

/// What the person says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The answer it amounts to; `None` when the person does not know.
    pub answer: Option<AnswerId>,
    /// The words; `None` when the kit has none for not knowing.
    pub text: Option<String>,
}

/// One exchange, drawn from a seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// The seed; the same one gives the same exchange.
    pub seed: u64,
    /// Position of the written case in the kit.
    pub case: usize,
    /// What was changed in it.
    pub changes: Vec<Change>,
    /// Where it takes place.
    pub channel: Channel,
    /// What the person comes for, if they know it.
    pub procedure: Option<ProcedureId>,
    /// Its theme.
    pub theme: Option<Theme>,
    /// Cues that are the case.
    pub cues: BTreeSet<CueId>,
    /// Cues that the case says are not so.
    pub not_cues: BTreeSet<CueId>,
    /// Answers that the case says.
    pub told: BTreeMap<QuestionId, AnswerId>,
    /// What is seen and heard, in order.
    pub moments: Vec<Moment>,
    /// What is answered to each question of the channel.
    pub replies: BTreeMap<QuestionId, Reply>,
    /// Steps to choose among.
    pub offered: Vec<StepId>,
}

/// What the trainee does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Lets the person go on.
    Listen,
    /// Asks a question of the kit.
    Ask(QuestionId),
}

/// The lead the trainee would follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A profile.
    Persona(PersonaId),
    /// None yet, which is a normal result.
    NotYet,
}

/// What the trainee did and thought; it lives as long as the exchange is on screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Turns, in order.
    pub turns: Vec<Turn>,
    /// Cues they think they saw.
    pub noted: BTreeSet<CueId>,
    /// Their lead.
    pub lead: Option<Lead>,
    /// Situations they would take into account.
    pub situations: BTreeSet<PersonaId>,
    /// Steps they would take.
    pub steps: BTreeSet<StepId>,
}

impl Sheet {
    /// Questions asked, in order.
    pub fn asked(&self) -> impl Iterator<Item = &QuestionId> {
        self.turns.iter().filter_map(|turn| match turn {
            Turn::Ask(question) => Some(question),
            Turn::Listen => None,
        })
    }

    /// Says whether a question was asked.
    pub fn has_asked(&self, question: &QuestionId) -> bool {
        self.asked().any(|asked| asked == question)
    }
}

impl Exchange {
    /// How many moments have come after so many turns.
    pub fn shown(&self, turns: usize) -> usize {
        (1 + turns).min(self.moments.len())
    }

    /// Everything that holds, as the engine reads it: cues, and the answers that the case says.
    pub fn evidence(&self) -> Evidence {
        let mut evidence = self.frame();
        for cue in &self.cues {
            evidence.cues.insert(cue.clone(), Sighting::Observed);
        }
        evidence.answers.clone_from(&self.told);
        evidence
    }

    /// A contact of which only the channel, theme and time are known.
    fn frame(&self) -> Evidence {
        let mut evidence = Evidence::new(self.channel);
        evidence.theme = self.theme;
        evidence.minutes = Minutes::Ten;
        evidence
    }

    /// Adds what a question got to some evidence.
    fn answer_into(&self, evidence: &mut Evidence, question: &QuestionId) {
        match self.replies.get(question).map(|reply| &reply.answer) {
            Some(Some(answer)) => {
                evidence.answers.insert(question.clone(), answer.clone());
            }
            _ => {
                evidence.unanswered.insert(question.clone());
            }
        }
    }
}

/// Where exchanges are drawn: a kit, its words, and its written cases that can be played.
#[derive(Clone, Debug)]
pub struct Ground {
    kit: Arc<Kit>,
    words: Arc<Words>,
    recognisers: Vec<Recogniser>,
    playable: Vec<usize>,
}

impl Ground {
    /// Prepares a kit for practice.
    pub fn new(kit: Arc<Kit>, words: Arc<Words>) -> Self {
        let recognisers = kit
            .channels
            .iter()
            .map(|channel| Recogniser::new(&kit, *channel))
            .collect();
        let mut ground = Self {
            kit,
            words,
            recognisers,
            playable: Vec::new(),
        };
        ground.playable = (0..ground.kit.cases.len())
            .filter(|case| ground.is_playable(*case))
            .collect();
        ground
    }

    /// The kit practised on.
    pub fn kit(&self) -> &Kit {
        &self.kit
    }

    /// Positions of the cases that can be played.
    pub fn playable(&self) -> &[usize] {
        &self.playable
    }

    /// The written case an exchange comes from.
    pub fn case(&self, exchange: &Exchange) -> Option<&Case> {
        self.kit.cases.get(exchange.case)
    }

    /// The recogniser of a channel.
    fn recogniser(&self, channel: Channel) -> Option<&Recogniser> {
        self.recognisers.iter().find(|r| r.channel() == channel)
    }

    /// What the engine says; `None` if the channel is not served or the answers contradict.
    pub fn identify(&self, evidence: &Evidence) -> Option<Identification> {
        self.recogniser(evidence.channel)?
            .identify(&self.kit, evidence)
            .ok()
    }

    /// The profile that comes first, without the rest of what the engine says.
    fn top(&self, evidence: &Evidence, scratch: &mut Scratch) -> Option<PersonaId> {
        let recogniser = self.recogniser(evidence.channel)?;
        recogniser.weigh(&self.kit, evidence, scratch).ok()?;
        let first = *scratch.posterior.ranking().first()?;
        recogniser.profiles.get(first.checked_sub(1)?).cloned()
    }

    /// Says whether a written case can be played: something to see, nothing of danger, and the
    /// engine reads it as written from what can be met alone.
    fn is_playable(&self, position: usize) -> bool {
        let Some(case) = self.kit.cases.get(position) else {
            return false;
        };
        let mut plain = case.clone();
        // What is not the case is not shown: it only keeps changes from contradicting it.
        plain.not_cues.clear();
        let expects = !(case.expect.label.is_empty() && case.expect.top.is_empty());
        expects && !case.cues.is_empty() && self.reads_as(&bench::evidence(&plain), case)
    }

    /// Says whether the engine reads some evidence as a case expects, without any danger.
    ///
    /// Danger is no exercise to meet by surprise: it has its own sheet.
    fn reads_as(&self, evidence: &Evidence, case: &Case) -> bool {
        !self.is_of_danger(evidence)
            && self
                .identify(evidence)
                .is_some_and(|found| bench::differences(&self.kit, &found, case).is_empty())
    }

    fn is_of_danger(&self, evidence: &Evidence) -> bool {
        rules::run(&self.kit, evidence)
            .notices
            .iter()
            .any(|notice| notice.severity == Severity::Safety)
    }
}
