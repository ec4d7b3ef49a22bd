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

/// Products summed side by side: what lets a sum vectorise.
const LANES: usize = 16;

/// Sums a·b in independent lanes.
#[expect(
    clippy::inline_always,
    reason = "its body must land in the function that has the wide instructions"
)]
#[inline(always)]
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a_chunks, b_chunks) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
    let mut sum: f64 = a_chunks
        .remainder()
        .iter()
        .zip(b_chunks.remainder())
        .map(|(x, y)| x * y)
        .sum();
    if a.len() >= LANES {
        let mut lanes = [0.0_f64; LANES];
        for (x, y) in a_chunks.zip(b_chunks) {
            for ((lane, x), y) in lanes.iter_mut().zip(x).zip(y) {
                *lane += x * y;
            }
        }
        sum += lanes.iter().sum::<f64>();
    }
    sum
}
