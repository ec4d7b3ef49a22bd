//! The local tally: how often each persona, once confirmed, came with each cue and answer.
//!
//! Counts only, by persona: no row about a contact, nothing finer than the day it began. It must
//! never hold which cues came together, when, or with whom.
//!
//! A level says how often an agent notices a cue with a persona; so a confirmed contact in which a
//! cue was not ticked counts as one where it was not noticed, although during a contact an unticked
//! cue weighs nothing. Counting ticks alone would pull every level to 1.

use std::collections::BTreeMap;

use super::learn::mean;
use crate::domain::bench::{self, CaseResult};
use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::identify::compile::{cue_row, question_row};
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId};
use crate::domain::kit::{Kit, KitContent, Level, Persona};
use crate::domain::validate::admit;
use crate::domain::vocab::Channel;

/// Fewer contacts than this are not told by persona: one might be recognised.
pub const SMALL_CELL: u32 = 5;
/// Confirmed contacts needed before anything is proposed.
pub const ENOUGH: u32 = 30;
/// What the kit's own levels weigh, in cases (S of ENGINE.md 7).
const PSEUDO_COUNT: f64 = 5.0;
/// Standard errors beyond which confirmed contacts no longer fit the kit.
pub const DRIFT: f64 = 3.0;

/// Counts of one persona on one channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Confirmed contacts.
    pub contacts: u32,
    /// Contacts in which the cue was observed.
    pub cues: BTreeMap<CueId, u32>,
    /// Contacts in which the question got the answer.
    pub answers: BTreeMap<QuestionId, BTreeMap<AnswerId, u32>>,
}

/// The tally of a kit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The kit it belongs to, by id.
    pub kit: String,
    /// The day it began, ISO.
    pub since: String,
    /// Counts by channel and persona.
    pub channels: BTreeMap<Channel, BTreeMap<PersonaId, Counts>>,
}

/// What a recalibration would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The kit with its levels and shares updated.
    pub content: KitContent,
    /// Confirmed contacts it rests on.
    pub contacts: u32,
    /// Cases of the bench that pass with the kit as it is, and with the new one.
    pub passing: (usize, usize),
    /// Cases in all.
    pub cases: usize,
    /// Cases whose result changes: title, what differs before, what differs after.
    pub changes: Vec<(String, Vec<String>, Vec<String>)>,
}

impl Tally {
    /// Begins a tally.
    pub fn new(kit: &Kit, since: &str) -> Self {
        Self {
            kit: kit.id.clone(),
            since: since.to_owned(),
            channels: BTreeMap::new(),
        }
    }

    /// Adds a confirmed contact.
    pub fn add(&mut self, evidence: &Evidence, persona: &PersonaId) {
        let counts = self
            .channels
            .entry(evidence.channel)
            .or_default()
            .entry(persona.clone())
            .or_default();
        counts.contacts += 1;
        for (cue, sighting) in &evidence.cues {
            if *sighting == Sighting::Observed {
                *counts.cues.entry(cue.clone()).or_default() += 1;
            }
        }
        for (question, answer) in &evidence.answers {
            let row = counts.answers.entry(question.clone()).or_default();
            *row.entry(answer.clone()).or_default() += 1;
        }
    }

    /// Confirmed contacts in all.
    pub fn contacts(&self) -> u32 {
        self.channels
            .values()
            .flat_map(BTreeMap::values)
            .map(|counts| counts.contacts)
            .sum()
    }

    fn of<'t>(&'t self, persona: &'t PersonaId) -> impl Iterator<Item = (Channel, &'t Counts)> {
        self.channels
            .iter()
            .filter_map(move |(channel, by)| Some((*channel, by.get(persona)?)))
    }

    /// Contacts with and without a cue, over the channels where it can be noticed.
    fn cue_counts(&self, persona: &PersonaId, cue: &CueId, on: &[Channel]) -> [f64; 2] {
        let mut found = [0.0, 0.0];
        for (_, counts) in self.of(persona).filter(|(channel, _)| on.contains(channel)) {
            let seen = counts.cues.get(cue).copied().unwrap_or(0);
            found[0] += f64::from(counts.contacts.saturating_sub(seen));
            found[1] += f64::from(seen);
        }
        found
    }

    fn answer_counts(
        &self,
        persona: &PersonaId,
        question: &crate::domain::kit::Question,
    ) -> Vec<f64> {
        question
            .answers
            .iter()
            .map(|answer| {
                self.of(persona)
                    .filter_map(|(_, counts)| counts.answers.get(&question.id)?.get(&answer.id))
                    .map(|n| f64::from(*n))
                    .sum()
            })
            .collect()
    }

    /// The kit that follows from the counts, with its test bench before and after; `None` below
    /// [`ENOUGH`] contacts or if the tally belongs to another kit.
    pub fn recalibrate(&self, kit: &Kit, date: &str) -> Option<Proposal> {
        if self.contacts() < ENOUGH || self.kit != kit.id {
            return None;
        }
        let mut content = kit.content().clone();
        for persona in &mut content.personas {
            if kit.profiles().any(|p| p.id == persona.id) && self.of(&persona.id).next().is_some() {
                self.update(kit, persona);
            }
        }
        self.update_shares(kit, &mut content);
        content.version = format!("{}-recale-{date}", kit.version);
        let before = bench::run(kit);
        let after = bench::run(&admit(content.clone(), None).kit?);
        let passing =
            |results: &[CaseResult]| results.iter().filter(|r| r.differences.is_empty()).count();
        Some(Proposal {
            contacts: self.contacts(),
            passing: (passing(&before), passing(&after)),
            cases: before.len(),
            changes: before
                .iter()
                .zip(&after)
                .filter(|(b, a)| b.differences != a.differences)
                .map(|(b, a)| {
                    (
                        b.title.clone(),
                        b.differences.clone(),
                        a.differences.clone(),
                    )
                })
                .collect(),
            content,
        })
    }

    fn update(&self, kit: &Kit, persona: &mut Persona) {
        let id = persona.id.clone();
        for cue in kit.cues.iter().filter(|c| c.scored) {
            let counts = self.cue_counts(&id, &cue.id, &cue.channels);
            if counts.iter().sum::<f64>() > 0.0 {
                let row = mean(&cue_row(kit, persona, &cue.id), PSEUDO_COUNT, &counts);
                let level = Level::P(row.get(1).copied().unwrap_or(0.0));
                match persona.cues.iter_mut().find(|(c, _)| c == &cue.id) {
                    Some(slot) => slot.1 = level,
                    None => persona.cues.push((cue.id.clone(), level)),
                }
            }
        }
        for question in &kit.questions {
            let counts = self.answer_counts(&id, question);
            if counts.iter().sum::<f64>() <= 0.0 {
                continue;
            }
            let uniform = || vec![1.0 / counts.len() as f64; counts.len()];
            let expert = question_row(kit, persona, question).unwrap_or_else(uniform);
            let levels: Vec<(AnswerId, Level)> = question
                .answers
                .iter()
                .zip(mean(&expert, PSEUDO_COUNT, &counts))
                .map(|(answer, p)| (answer.id.clone(), Level::P(p)))
                .collect();
            match persona.answers.iter_mut().find(|(q, _)| q == &question.id) {
                Some(slot) => slot.1 = levels,
                None => persona.answers.push((question.id.clone(), levels)),
            }
        }
    }

    fn update_shares(&self, kit: &Kit, content: &mut KitContent) {
        for (channel, by) in &self.channels {
            let expert = super::learn::elicited_prior(kit, *channel);
            let counts: Vec<f64> = kit
                .profiles()
                .map(|p| by.get(&p.id).map_or(0.0, |c| f64::from(c.contacts)))
                .collect();
            let shares = mean(&expert, PSEUDO_COUNT, &counts);
            for (profile, share) in kit.profiles().zip(shares) {
                if let Some(persona) = content.personas.iter_mut().find(|p| p.id == profile.id) {
                    persona.share.insert(*channel, 100.0 * share);
                }
            }
        }
    }

    /// How many standard errors the log-likelihood of the counts falls below what the kit expects;
    /// above [`DRIFT`], confirmed contacts no longer fit. `None` below [`ENOUGH`] contacts.
    ///
    /// Per row: L = Σ N_v ln th'_v, E = N Σ th' ln th', Var = N (Σ th' ln² th' − (Σ th' ln th')²).
    /// Answers of one contact are taken as independent given the persona, as the engine does.
    pub fn drift(&self, kit: &Kit) -> Option<f64> {
        if self.contacts() < ENOUGH || self.kit != kit.id {
            return None;
        }
        let (mut gap, mut variance) = (0.0, 0.0);
        let mut row = |th: &[f64], counts: &[f64], noise: f64| {
            let n: f64 = counts.iter().sum();
            let share = noise / th.len().max(1) as f64;
            let (mut mean_log, mut mean_square, mut found) = (0.0, 0.0, 0.0);
            for (th, count) in th.iter().zip(counts) {
                let floored = (1.0 - noise) * th + share;
                let log = floored.max(1e-12).ln();
                mean_log += floored * log;
                mean_square += floored * log * log;
                found += count * log;
            }
            gap += n * mean_log - found;
            variance += n * (mean_square - mean_log * mean_log).max(0.0);
        };
        for persona in kit.profiles() {
            for cue in kit.cues.iter().filter(|c| c.scored) {
                let counts = self.cue_counts(&persona.id, &cue.id, &cue.channels);
                let noise = cue.noise.unwrap_or(kit.engine.noise_floor);
                row(&cue_row(kit, persona, &cue.id), &counts, noise);
            }
            for question in &kit.questions {
                if let Some(th) = question_row(kit, persona, question) {
                    let noise = question.noise.unwrap_or(kit.engine.noise_floor);
                    row(&th, &self.answer_counts(&persona.id, question), noise);
                }
            }
        }
        (variance > 0.0).then(|| gap / variance.sqrt())
    }
}
