//! The numeric kit: priors, items, and how a present situation shifts them.

use super::links::{Forest, Link};
use super::table::Table;

/// One cue or question as numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Number of exclusive answers V, at least 1.
    pub answers: usize,
    /// Elicited likelihoods, K rows of V, each summing to 1.
    pub rows: Vec<Vec<f64>>,
    /// Answer-noise floor eps, 0..=1.
    pub noise: f64,
    /// Cost c, > 0.
    pub cost: f64,
    /// Availability r on the contact's channel, 0..=1; 0 = not usable there.
    pub availability: f64,
    /// Group of related items, if any.
    pub group: Option<usize>,
    /// The item this one depends on besides the persona, if any.
    pub link: Option<Link>,
}

/// Priors, settings and items for one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Persona priors, K values summing to 1 (before the none prior).
    pub prior: Vec<f64>,
    /// Prior of none-of-these, 0..1.
    pub none_prior: f64,
    /// Weight lambda of the uniform part of the background, 0..=1.
    pub none_spread: f64,
    /// Tempering beta, in ]0, 1].
    pub temper: f64,
    /// Relatedness rho per group, 0..=1.
    pub relatedness: Vec<f64>,
    /// Items, in kit order, cues before questions.
    pub items: Vec<Item>,
    /// Strength of each item: its gain at the prior, in bits, rounded to 1e-9; ranks a group.
    pub strength: Vec<f64>,
    /// Trees of linked items; empty for a kit without links.
    pub forest: Forest,
    /// ln of the prior over all hypotheses, H values.
    pub(super) log_prior: Vec<f64>,
}

/// What a present situation changes in the rows it says something of.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// Per item, its own row of V values, or `None` where it says nothing.
    pub rows: Vec<Option<Vec<f64>>>,
    /// Per item, ln th_sv − ln th̄_v for each answer: what is added, times pi, in the exponent.
    pub(super) delta: Vec<Option<Vec<f64>>>,
}

/// Bounds within which probabilities are kept while situations shift them.
const SHIFT_CLAMP: f64 = 1e-6;

/// Keeps a probability where its logarithm and its odds are finite.
pub(super) fn clamp(p: f64) -> f64 {
    p.clamp(SHIFT_CLAMP, 1.0 - SHIFT_CLAMP)
}

impl Model {
    /// Builds a model and fixes the strengths at its prior.
    ///
    /// `prior` need not be normalised; rows must sum to 1. Linked items leave their group, parents
    /// and children alike: their relation is in the link, and must not be discounted twice.
    pub fn new(
        prior: &[f64],
        none_prior: f64,
        none_spread: f64,
        temper: f64,
        relatedness: Vec<f64>,
        mut items: Vec<Item>,
    ) -> Self {
        let total: f64 = prior.iter().sum();
        let forest = Forest::new(&mut items);
        let prior: Vec<f64> = prior.iter().map(|a| a / total).collect();
        let mut model = Self {
            log_prior: std::iter::once(none_prior)
                .chain(prior.iter().map(|a| (1.0 - none_prior) * a))
                .map(f64::ln)
                .collect(),
            prior,
            none_prior,
            none_spread,
            temper,
            relatedness,
            items,
            strength: Vec::new(),
            forest,
        };
        let table = Table::new(&model);
        let at_prior = model.hypothesis_prior();
        model.strength = (0..model.items.len())
            .map(|m| (table.information(m, &at_prior) * 1e9).round() / 1e9)
            .collect();
        model
    }

    /// Number of hypotheses H: the personas and none-of-these.
    pub fn hypotheses(&self) -> usize {
        self.prior.len() + 1
    }

    /// Gives the prior over all hypotheses, H values summing to 1.
    pub fn hypothesis_prior(&self) -> Vec<f64> {
        std::iter::once(self.none_prior)
            .chain(self.prior.iter().map(|a| (1.0 - self.none_prior) * a))
            .collect()
    }

    /// Builds the table of floored likelihoods, situations present with the weights `pi`.
    pub fn table(&self, shifts: &[Shift], pi: &[f64]) -> Table {
        let mut table = Table::new(self);
        if !shifts.is_empty() {
            table.fill(self, shifts, pi, 0..self.items.len());
        }
        table
    }

    /// Prior-weighted mean of elicited rows, per answer.
    pub(super) fn mean(&self, rows: &[Vec<f64>], v: usize) -> f64 {
        self.prior
            .iter()
            .zip(rows)
            .map(|(a, row)| a * row.get(v).copied().unwrap_or(0.0))
            .sum()
    }
}

impl Shift {
    /// Prepares a situation's rows; `rows[m]` is its own row for item `m`, where it has one.
    pub fn new(model: &Model, rows: Vec<Option<Vec<f64>>>) -> Self {
        let delta = model
            .items
            .iter()
            .zip(&rows)
            .map(|(item, own)| {
                let own = own.as_ref()?;
                Some(
                    own.iter()
                        .enumerate()
                        .map(|(v, th)| clamp(*th).ln() - clamp(model.mean(&item.rows, v)).ln())
                        .collect(),
                )
            })
            .collect();
        Self { rows, delta }
    }

    /// Says whether the situation says something of this item.
    pub fn touches(&self, item: usize) -> bool {
        matches!(self.rows.get(item), Some(Some(_)))
    }
}
