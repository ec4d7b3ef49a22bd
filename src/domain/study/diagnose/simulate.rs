//! Contacts drawn from the kit, each part with a stream of its own.

use super::{Estimate, MOST_STRANGERS, Options, Outcomes, Strangers};
use crate::domain::engine::{Contradiction, Model, Posterior, Table};
use crate::domain::identify::{Recogniser, Scratch};
use crate::domain::kit::Kit;
use crate::domain::study::policy::{self, Contact, End, Order, Pad, Run, Stop};
use crate::domain::study::random::SplitMix64;
use crate::domain::study::{Cancelled, Watch, tell};

/// None priors tried against strangers.
const NONE_PRIORS: [f64; 8] = [0.02, 0.05, 0.08, 0.12, 0.16, 0.20, 0.25, 0.30];

/// Where the numbers of a part of the work begin, so that no two draw from one stream.
mod part {
    pub(super) const FULL: usize = 0;
    pub(super) const ADAPTIVE: usize = 1_000;
    pub(super) const STRANGERS: usize = 2_000;
    pub(super) const LEFT_OUT: usize = 3_000;
}

/// A contact whose answers are drawn, once asked, from a hypothesis's rows.
pub(super) struct Drawn<'a> {
    pub(super) recogniser: &'a Recogniser,
    pub(super) scratch: &'a mut Scratch,
    /// Rows that answers are drawn from, and the model they belong to.
    pub(super) source: (&'a Model, &'a Table),
    pub(super) truth: usize,
    pub(super) answers: &'a mut Vec<Option<usize>>,
    pub(super) random: SplitMix64,
}

impl Drawn<'_> {
    /// Draws all answers of a contact, parents before children.
    pub(super) fn draw(&mut self) {
        let (model, table) = self.source;
        self.answers.clear();
        self.answers.resize(model.items.len(), None);
        for m in 0..model.items.len() {
            self.draw_item(m);
        }
        debug_assert!(table.hypotheses() > self.truth);
    }

    fn draw_item(&mut self, m: usize) -> usize {
        if let Some(Some(answer)) = self.answers.get(m) {
            return *answer;
        }
        let (model, table) = self.source;
        let parent = model
            .items
            .get(m)
            .and_then(|item| item.link.as_ref())
            .map(|link| self.draw_item(link.parent));
        let truth = self.truth;
        let weights = (0..table.answers(m)).map(|v| {
            let row = match parent {
                None => table.th(m, v),
                Some(u) => table.given_parent(m, u, v),
            };
            row.get(truth).copied().unwrap_or(0.0)
        });
        let answer = self.random.pick(weights);
        if let Some(slot) = self.answers.get_mut(m) {
            *slot = Some(answer);
        }
        answer
    }
}

impl Contact for Drawn<'_> {
    fn weigh(&mut self, given: &[(usize, usize)]) -> Result<(), Contradiction> {
        self.recogniser.weigh_given(given, self.scratch)
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
        self.answers.get(item).copied().flatten()
    }
}

/// Everything known: profile → most probable hypothesis.
pub(super) fn full(
    recogniser: &Recogniser,
    options: &Options,
    done: &mut usize,
    total: usize,
    watch: Watch<'_>,
) -> Result<Vec<Vec<f64>>, Cancelled> {
    let table = Table::new(&recogniser.model);
    let mut scratch = recogniser.scratch();
    let hypotheses = table.hypotheses();
    let mut confusion = Vec::new();
    let mut answers = Vec::new();
    let mut given: Vec<(usize, usize)> = Vec::new();
    for truth in 1..hypotheses {
        tell(watch, *done, total)?;
        *done += 1;
        let mut counts = vec![0_usize; hypotheses];
        let mut contact = Drawn {
            recogniser,
            scratch: &mut scratch,
            source: (&recogniser.model, &table),
            truth,
            answers: &mut answers,
            random: SplitMix64::part(options.seed, part::FULL + truth),
        };
        for _ in 0..options.samples {
            contact.draw();
            given.clear();
            given.extend(
                contact
                    .answers
                    .iter()
                    .enumerate()
                    .filter_map(|(m, v)| Some((m, (*v)?))),
            );
            if contact.weigh(&given).is_ok() {
                let (top, p) = contact.posterior().top();
                let top = if contact.posterior().of(0) > p {
                    0
                } else {
                    top
                };
                if let Some(count) = counts.get_mut(top) {
                    *count += 1;
                }
            }
        }
        confusion.push(shares(&counts, options.samples));
    }
    Ok(confusion)
}

fn shares(counts: &[usize], samples: usize) -> Vec<f64> {
    counts
        .iter()
        .map(|n| *n as f64 / samples.max(1) as f64)
        .collect()
}

/// Runs `samples` interviews of one hypothesis, telling `each` of every run.
fn interviews(
    recogniser: &Recogniser,
    source: (&Model, &Table),
    truth: usize,
    stop: &Stop,
    (seed, part, samples): (u64, usize, usize),
    mut each: impl FnMut(&Run, &[(usize, usize)]),
) {
    let mut scratch = recogniser.scratch();
    let (mut answers, mut pad) = (Vec::new(), Pad::default());
    let mut contact = Drawn {
        recogniser,
        scratch: &mut scratch,
        source,
        truth,
        answers: &mut answers,
        random: SplitMix64::part(seed, part),
    };
    let mut order = SplitMix64::new(seed);
    for _ in 0..samples {
        contact.draw();
        let run = policy::run(&mut contact, Order::Greedy, stop, &mut order, &mut pad);
        each(&run, pad.given());
    }
}

/// The adaptive interview of every hypothesis; also says which items it ever asks.
pub(super) fn adaptive(
    recogniser: &Recogniser,
    stop: &Stop,
    options: &Options,
    done: &mut usize,
    total: usize,
    watch: Watch<'_>,
) -> Result<(Outcomes, Vec<bool>), Cancelled> {
    let model = &recogniser.model;
    let table = Table::new(model);
    let hypotheses = table.hypotheses();
    let mut outcomes = Outcomes::default();
    let mut chosen = vec![false; model.items.len()];
    for truth in 0..hypotheses {
        tell(watch, *done, total)?;
        *done += 1;
        let mut counts = vec![0_usize; hypotheses + 1];
        let mut asked = 0;
        let stream = (options.seed, part::ADAPTIVE + truth, options.samples);
        interviews(
            recogniser,
            (model, &table),
            truth,
            stop,
            stream,
            |run, given| {
                let column = match run.end {
                    End::Identified => run.top,
                    End::None => 0,
                    End::Undecided | End::Contradiction => hypotheses,
                };
                if let Some(count) = counts.get_mut(column) {
                    *count += 1;
                }
                asked += run.asked;
                for (m, _) in given {
                    if let Some(chosen) = chosen.get_mut(*m) {
                        *chosen = true;
                    }
                }
            },
        );
        outcomes.confusion.push(shares(&counts, options.samples));
        outcomes
            .questions
            .push(asked as f64 / options.samples.max(1) as f64);
    }
    outcomes.questions_mean = model
        .hypothesis_prior()
        .iter()
        .zip(&outcomes.questions)
        .map(|(p, q)| p * q)
        .sum();
    Ok((outcomes, chosen))
}

/// Contacts of nobody the kit knows: from the background, then from each profile left out.
pub(super) fn strangers(
    kit: &Kit,
    recogniser: &Recogniser,
    stop: &Stop,
    options: &Options,
    done: &mut usize,
    total: usize,
    watch: Watch<'_>,
) -> Result<Strangers, Cancelled> {
    let model = &recogniser.model;
    let table = Table::new(model);
    let identified = |against: &Recogniser| {
        let mut count = 0;
        let stream = (options.seed, part::STRANGERS, options.samples);
        interviews(against, (model, &table), 0, stop, stream, |run, _| {
            count += usize::from(run.end == End::Identified);
        });
        Estimate::of(count, options.samples)
    };
    tell(watch, *done, total)?;
    *done += 1;
    let now = identified(recogniser);
    let mut advised = None;
    if now.value <= MOST_STRANGERS {
        advised = Some(kit.engine.none_prior);
    } else {
        for none_prior in NONE_PRIORS.iter().filter(|p| **p > kit.engine.none_prior) {
            tell(watch, *done, total)?;
            let against = recogniser.with_none_prior(*none_prior);
            if identified(&against).value <= MOST_STRANGERS {
                advised = Some(*none_prior);
                break;
            }
        }
    }
    let mut left_out = Vec::new();
    for truth in 1..table.hypotheses() {
        tell(watch, *done, total)?;
        *done += 1;
        let mut none = 0;
        if let Some(without) = recogniser.without_profile(truth - 1) {
            let stream = (options.seed, part::LEFT_OUT + truth, options.samples);
            interviews(&without, (model, &table), truth, stop, stream, |run, _| {
                none += usize::from(run.end == End::None);
            });
        }
        left_out.push(Estimate::of(none, options.samples));
    }
    Ok(Strangers {
        identified: now,
        left_out,
        none_prior: advised,
    })
}
