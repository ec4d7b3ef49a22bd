//! How good a kit is on confirmed cases: full evidence, then the adaptive interview.

use super::confirmed::Confirmed;
use super::policy::{self, Contact, End, Order, Pad, Stop};
use super::random::SplitMix64;
use super::{Cancelled, Watch, tell, wilson};
use crate::domain::engine::{Contradiction, Model, Posterior, Table};
use crate::domain::evidence::Evidence;
use crate::domain::identify::{Recogniser, Scratch};
use crate::domain::ids::PersonaId;
use crate::domain::kit::Kit;
use crate::domain::rules;
use crate::domain::vocab::Channel;

/// Bins of equal width for calibration.
const BINS: usize = 15;
/// A confirmed persona that was excluded costs this much, not infinity.
const SMALLEST: f64 = 1e-15;

/// How to evaluate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Posterior at which the adaptive interview stops.
    pub stop: f64,
    /// Order in which it asks.
    pub order: Order,
    /// Seed of a random order.
    pub seed: u64,
}

/// The adaptive interviews, all cases together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Adaptive {
    /// Things asked in all; one that nobody can answer costs as much.
    pub questions_total: usize,
    /// The same per case.
    pub questions_mean: f64,
    /// Cases whose top profile at the end is the confirmed one.
    pub correct: usize,
    /// Share of cases that reached the threshold.
    pub reached: f64,
}

/// What an evaluation says.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// Cases read.
    pub cases: usize,
    /// Cases whose top profile is the confirmed one.
    pub correct: usize,
    /// Share of those.
    pub accuracy: f64,
    /// Its Wilson 95 % interval.
    pub interval: (f64, f64),
    /// Mean −ln p of the confirmed persona, in nats, none-of-these among the hypotheses.
    pub log_loss: f64,
    /// Expected calibration error over 15 bins of equal width.
    pub ece: f64,
    /// Mean Σ_h (p_h − y_h)², none-of-these included.
    pub brier: f64,
    /// Cases whose answers exclude every persona; they count as wrong.
    pub contradictions: usize,
    /// Profiles, in kit order: rows and columns of `confusion`.
    pub personas: Vec<PersonaId>,
    /// Confirmed profile → profile on top, in counts.
    pub confusion: Vec<Vec<usize>>,
    /// The adaptive interviews.
    pub adaptive: Adaptive,
}

struct Replay<'a> {
    kit: &'a Kit,
    recogniser: &'a Recogniser,
    scratch: &'a mut Scratch,
    truth: &'a Evidence,
    said: Evidence,
}

impl Contact for Replay<'_> {
    fn weigh(&mut self, given: &[(usize, usize)]) -> Result<(), Contradiction> {
        self.said.cues.clear();
        self.said.answers.clear();
        for &(item, answer) in given {
            self.recogniser.note(item, answer, &mut self.said);
        }
        self.recogniser.weigh(self.kit, &self.said, self.scratch)
    }
    fn model(&self) -> &Model {
        &self.recogniser.model
    }
    fn table(&self) -> &Table {
        &self.scratch.table
    }
    fn posterior(&self) -> &Posterior {
        &self.scratch.posterior
    }
    fn answer(&mut self, item: usize) -> Option<usize> {
        self.recogniser.noted(item, self.truth)
    }
}

#[derive(Default)]
struct Bin {
    cases: usize,
    confidence: f64,
    correct: usize,
}

/// Evaluates a kit on confirmed cases of any of its channels.
///
/// Situations count as in a contact: rules declare them from what was noted, the others weigh by
/// their posterior. The adaptive interview may ask anything the channel has, cues included, without
/// openers, least gain or the panel's limit of two.
///
/// # Errors
/// [`Cancelled`] if the watcher stops it.
pub fn run(
    kit: &Kit,
    cases: &[Confirmed],
    options: &Options,
    watch: Watch<'_>,
) -> Result<Evaluation, Cancelled> {
    let compiled: Vec<Recogniser> = Channel::ALL
        .iter()
        .map(|channel| Recogniser::new(kit, *channel))
        .collect();
    let mut scratches: Vec<Scratch> = compiled.iter().map(Recogniser::scratch).collect();
    let personas: Vec<PersonaId> = kit.profiles().map(|p| p.id.clone()).collect();
    let mut confusion = vec![vec![0_usize; personas.len()]; personas.len()];
    let mut bins: Vec<Bin> = (0..BINS).map(|_| Bin::default()).collect();
    let (mut log_loss, mut brier, mut correct, mut contradictions) = (0.0, 0.0, 0, 0);
    let (mut asked, mut adaptive_correct, mut reached) = (0, 0, 0);
    let mut pad = Pad::default();
    let stop = Stop {
        at: options.stop,
        min_answers: kit.engine.min_answers,
        none: None,
        min_gain_bits: None,
    };
    for (number, case) in cases.iter().enumerate() {
        tell(watch, number, cases.len())?;
        let mut pairs = compiled.iter().zip(&mut scratches);
        let Some((recogniser, scratch)) = pairs.find(|(r, _)| r.channel() == case.evidence.channel)
        else {
            continue;
        };
        let Some(truth) = recogniser.hypothesis(&case.persona) else {
            continue;
        };
        let weighed = recogniser.weigh(kit, &case.evidence, scratch);
        if weighed.is_err() {
            contradictions += 1;
        }
        let (top, confidence) = scratch.posterior.top();
        let right = weighed.is_ok() && top == truth;
        correct += usize::from(right);
        if let Some(cell) = confusion
            .get_mut(truth - 1)
            .and_then(|row| row.get_mut(top.saturating_sub(1)))
        {
            *cell += 1;
        }
        log_loss -= scratch.posterior.of(truth).max(SMALLEST).ln();
        brier += scratch
            .posterior
            .p
            .iter()
            .enumerate()
            .map(|(h, p)| (p - f64::from(u8::from(h == truth))).powi(2))
            .sum::<f64>();
        if let Some(bin) = bins.get_mut(bin_of(confidence)) {
            bin.cases += 1;
            bin.confidence += confidence;
            bin.correct += usize::from(right);
        }
        let mut replay = Replay {
            kit,
            recogniser,
            scratch,
            truth: &case.evidence,
            said: Evidence::new(case.evidence.channel),
        };
        let mut random = SplitMix64::part(options.seed, number);
        let run = policy::run(&mut replay, options.order, &stop, &mut random, &mut pad);
        asked += run.asked;
        adaptive_correct += usize::from(run.top == truth);
        reached += usize::from(run.end == End::Identified);
    }
    tell(watch, cases.len(), cases.len())?;
    let n = cases.len().max(1) as f64;
    Ok(Evaluation {
        cases: cases.len(),
        correct,
        accuracy: correct as f64 / n,
        interval: wilson(correct, cases.len()),
        log_loss: log_loss / n,
        ece: bins
            .iter()
            .map(|bin| (bin.confidence - bin.correct as f64).abs())
            .sum::<f64>()
            / n,
        brier: brier / n,
        contradictions,
        personas,
        confusion,
        adaptive: Adaptive {
            questions_total: asked,
            questions_mean: asked as f64 / n,
            correct: adaptive_correct,
            reached: reached as f64 / n,
        },
    })
}

/// Which of 15 bins a confidence falls in.
fn bin_of(confidence: f64) -> usize {
    (1..BINS)
        .take_while(|edge| confidence > *edge as f64 / BINS as f64)
        .count()
}

impl Recogniser {
    /// As [`Recogniser::weigh`], from answers to items; no rule speaks.
    pub(super) fn weigh_given(
        &self,
        given: &[(usize, usize)],
        scratch: &mut Scratch,
    ) -> Result<(), Contradiction> {
        scratch.given.clear();
        scratch.given.extend_from_slice(given);
        self.score(&rules::Outcome::default(), scratch)
    }
}
