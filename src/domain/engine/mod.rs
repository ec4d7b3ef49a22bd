//! The identification engine: naive Bayes in log space with ranked family discount, a
//! none-of-these hypothesis, exact pairwise explanation and expected information gain.
//!
//! It knows numbers only: no persona, no French, no kit. [`crate::domain::identify`] maps a kit onto
//! it. It must never read a clock, draw a random number or depend on the order of answers.
//!
//! Notation: hypothesis 0 is none-of-these, 1..=K the personas; item `m` has `V_m` exclusive
//! answers; `th` is an elicited likelihood, `th'` the same with its noise floor.

pub mod explain;
pub mod gain;
pub mod model;
pub mod posterior;

pub use model::{Item, Model, Shift, Table};
pub use posterior::{Contradiction, Posterior};

/// Answers given, as (item, answer) pairs sorted by item, one at most per item.
pub type Given = [(usize, usize)];
