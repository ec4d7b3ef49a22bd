//! The identification engine: naive Bayes in log space with ranked family discount, a
//! none-of-these hypothesis, exact pairwise explanation and expected information gain.
//!
//! It knows numbers only: no persona, no French, no kit. [`crate::domain::identify`] maps a kit onto
//! it. It must never read a clock, draw a random number or depend on the order of answers, and what
//! runs at every keystroke ([`Table::fill`], [`Posterior::update`], [`gain::worths_into`]) writes
//! into buffers it is lent: no allocation once they have grown.
//!
//! Notation: hypothesis 0 is none-of-these, 1..=K the personas, H = K + 1; item `m` has `V_m`
//! exclusive answers; `th` is an elicited likelihood, `th'` the same with its noise floor.

pub mod compact;
pub mod explain;
pub mod gain;
pub mod links;
pub mod model;
pub mod posterior;
pub mod table;

pub use links::Link;
pub use model::{Item, Model, Shift};
pub use posterior::{Contradiction, Posterior};
pub use table::Table;

/// Answers given, as (item, answer) pairs sorted by item, one at most per item.
pub type Given = [(usize, usize)];

/// Gives the answer an item got.
pub fn answer_of(given: &Given, item: usize) -> Option<usize> {
    given
        .binary_search_by_key(&item, |pair| pair.0)
        .ok()
        .and_then(|at| given.get(at))
        .map(|pair| pair.1)
}

/// Sums a·b with four independent accumulators, which is what lets it vectorise.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0_f64; 4];
    let (a_chunks, b_chunks) = (a.chunks_exact(4), b.chunks_exact(4));
    let rest: f64 = a_chunks
        .remainder()
        .iter()
        .zip(b_chunks.remainder())
        .map(|(x, y)| x * y)
        .sum();
    for (x, y) in a_chunks.zip(b_chunks) {
        for ((sum, x), y) in sums.iter_mut().zip(x).zip(y) {
            *sum += x * y;
        }
    }
    sums.iter().sum::<f64>() + rest
}
