//! Asking one thing after another until the answer is clear enough.

use crate::domain::engine::gain::{self, Worth};
use crate::domain::engine::{Contradiction, Model, Posterior, Table};

use super::random::SplitMix64;

/// In which order things are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The best expected gain per cost first.
    Greedy,
    /// A random order.
    Random,
    /// The kit's own order.
    Fixed,
}

/// When to stop asking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// Posterior of a persona that is enough.
    pub at: f64,
    /// Answers needed at least.
    pub min_answers: usize,
    /// Posterior of none-of-these that is enough, if that counts.
    pub none: Option<f64>,
    /// Gain (× novelty × availability) under which nothing is worth asking, in bits.
    pub min_gain_bits: Option<f64>,
}

/// How an interview ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum End {
    /// A persona reached the threshold.
    Identified,
    /// None-of-these did.
    None,
    /// Nothing was left to ask, or worth asking.
    Undecided,
    /// The answers exclude every hypothesis.
    Contradiction,
}

/// One interview.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Things asked, answered or not.
    pub asked: usize,
    /// The most probable persona at the end (a hypothesis ≥ 1).
    pub top: usize,
    /// How it ended.
    pub end: End,
}

/// What an interview needs from whoever runs it.
pub trait Contact {
    /// Recomputes the posterior and its rows for the answers given.
    ///
    /// # Errors
    /// [`Contradiction`] if they exclude every hypothesis.
    fn weigh(&mut self, given: &[(usize, usize)]) -> Result<(), Contradiction>;
    /// The model asked.
    fn model(&self) -> &Model;
    /// The rows in force since [`Self::weigh`].
    fn table(&self) -> &Table;
    /// The posterior since [`Self::weigh`].
    fn posterior(&self) -> &Posterior;
    /// The answer an item gets, if the person knows it.
    fn answer(&mut self, item: usize) -> Option<usize>;
}

/// Buffers of interviews, reused from one to the next.
#[derive(Clone, Debug, Default)]
pub struct Pad {
    given: Vec<(usize, usize)>,
    open: Vec<usize>,
    worths: Vec<Worth>,
}

impl Pad {
    /// The answers of the last interview.
    pub fn given(&self) -> &[(usize, usize)] {
        &self.given
    }
}

/// Says whether, and how, an interview ends here (ENGINE.md 6).
pub fn ending(posterior: &Posterior, answers: usize, stop: &Stop) -> Option<End> {
    if answers >= stop.min_answers && posterior.top().1 >= stop.at {
        return Some(End::Identified);
    }
    if stop.none.is_some_and(|none| posterior.of(0) >= none) {
        return Some(End::None);
    }
    None
}

/// Chooses the best thing to ask among those open, if it is worth asking.
pub fn choose(
    model: &Model,
    table: &Table,
    posterior: &Posterior,
    given: &[(usize, usize)],
    open: &[usize],
    stop: &Stop,
    worths: &mut Vec<Worth>,
) -> Option<usize> {
    gain::worths_into(model, table, posterior, given, open.iter().copied(), worths);
    if let Some(least) = stop.min_gain_bits
        && worths.iter().all(|w| w.effective_bits < least)
    {
        return None;
    }
    gain::best(worths).map(|w| w.item)
}

/// Runs one interview.
pub fn run(
    contact: &mut dyn Contact,
    order: Order,
    stop: &Stop,
    random: &mut SplitMix64,
    pad: &mut Pad,
) -> Run {
    let Pad {
        given,
        open,
        worths,
    } = pad;
    given.clear();
    open.clear();
    // Nobody can be asked what cannot be asked there.
    open.extend(
        contact
            .model()
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.availability > 0.0)
            .map(|(m, _)| m),
    );
    let mut asked = 0;
    loop {
        if contact.weigh(given).is_err() {
            return Run {
                asked,
                top: 0,
                end: End::Contradiction,
            };
        }
        let top = contact.posterior().top().0;
        if let Some(end) = ending(contact.posterior(), given.len(), stop) {
            return Run { asked, top, end };
        }
        let next = match order {
            Order::Greedy => choose(
                contact.model(),
                contact.table(),
                contact.posterior(),
                given,
                open,
                stop,
                worths,
            ),
            Order::Random if open.is_empty() => None,
            Order::Random => open.get(random.below(open.len())).copied(),
            Order::Fixed => open.first().copied(),
        };
        let Some(item) = next else {
            return Run {
                asked,
                top,
                end: End::Undecided,
            };
        };
        open.retain(|m| *m != item);
        asked += 1;
        if let Some(answer) = contact.answer(item) {
            let at = given.partition_point(|(m, _)| *m < item);
            given.insert(at, (item, answer));
        }
    }
}
