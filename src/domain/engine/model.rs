//! The numeric kit: priors, items, and the table of floored likelihoods derived from them.

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
}

/// Likelihoods that a present situation brings, for the items it says something of.
///
/// `rows[m]` is the situation's own row of V values, or `None` where it says nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// One entry per item.
    pub rows: Vec<Option<Vec<f64>>>,
}

/// Floored likelihoods th' for all hypotheses: `rows[m][h][v]`, h = 0 being none-of-these.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// One matrix per item, (K+1) rows of V values.
    pub rows: Vec<Vec<Vec<f64>>>,
}

/// Bounds within which probabilities are kept while situations shift them.
const SHIFT_CLAMP: f64 = 1e-6;

fn clamp(p: f64) -> f64 {
    p.clamp(SHIFT_CLAMP, 1.0 - SHIFT_CLAMP)
}

impl Model {
    /// Builds a model and fixes the strengths at its prior.
    ///
    /// `prior` need not be normalised; rows must sum to 1.
    pub fn new(
        prior: &[f64],
        none_prior: f64,
        none_spread: f64,
        temper: f64,
        relatedness: Vec<f64>,
        items: Vec<Item>,
    ) -> Self {
        let total: f64 = prior.iter().sum();
        let mut model = Self {
            prior: prior.iter().map(|a| a / total).collect(),
            none_prior,
            none_spread,
            temper,
            relatedness,
            items,
            strength: Vec::new(),
        };
        let table = model.table(&[]);
        let at_prior = model.hypothesis_prior();
        model.strength = table
            .rows
            .iter()
            .map(|rows| (super::gain::information(rows, &at_prior) * 1e9).round() / 1e9)
            .collect();
        model
    }

    /// Gives the prior over all hypotheses, K+1 values summing to 1.
    pub fn hypothesis_prior(&self) -> Vec<f64> {
        std::iter::once(self.none_prior)
            .chain(self.prior.iter().map(|a| (1.0 - self.none_prior) * a))
            .collect()
    }

    /// Computes th' for all hypotheses, given situations present with weight pi in 0..=1.
    ///
    /// th'_mvk = (1 - eps) th_mvk + eps / V, on rows shifted by
    /// w_kv = th_kv · exp Σ_s pi_s (ln th_sv − ln th̄_v), renormalised, where th̄ is the prior mean.
    /// For a two-answer item this is the logit shift of the specification, term for term.
    /// Rows that no situation with pi > 0 touches are used as written, so exact zeros stay exact.
    /// Background: th'_mv0 = (1 - lambda) Σ_k a_k th'_mvk + lambda / V.
    pub fn table(&self, present: &[(&Shift, f64)]) -> Table {
        let rows = self
            .items
            .iter()
            .enumerate()
            .map(|(m, item)| self.item_rows(m, item, present))
            .collect();
        Table { rows }
    }

    fn item_rows(&self, m: usize, item: &Item, present: &[(&Shift, f64)]) -> Vec<Vec<f64>> {
        let share = 1.0 / item.answers as f64;
        let exponent = self.shift_exponent(m, item, present);
        let mut rows = Vec::with_capacity(self.prior.len() + 1);
        rows.push(vec![0.0; item.answers]);
        for row in &item.rows {
            let shifted: Vec<f64> = match &exponent {
                None => row.clone(),
                Some(exponent) => {
                    let weights: Vec<f64> = row
                        .iter()
                        .zip(exponent)
                        .map(|(th, e)| clamp(*th) * e.exp())
                        .collect();
                    let total: f64 = weights.iter().sum();
                    weights.iter().map(|w| w / total).collect()
                }
            };
            rows.push(
                shifted
                    .iter()
                    .map(|th| (1.0 - item.noise) * th + item.noise * share)
                    .collect(),
            );
        }
        let background = (0..item.answers)
            .map(|v| {
                let mean: f64 = self
                    .prior
                    .iter()
                    .zip(rows.iter().skip(1))
                    .map(|(a, row)| a * row.get(v).copied().unwrap_or(0.0))
                    .sum();
                (1.0 - self.none_spread) * mean + self.none_spread * share
            })
            .collect();
        if let Some(first) = rows.first_mut() {
            *first = background;
        }
        rows
    }

    fn shift_exponent(&self, m: usize, item: &Item, present: &[(&Shift, f64)]) -> Option<Vec<f64>> {
        let mut exponent: Option<Vec<f64>> = None;
        for (shift, pi) in present {
            let Some(Some(own)) = shift.rows.get(m) else {
                continue;
            };
            if *pi <= 0.0 {
                continue;
            }
            let sum = exponent.get_or_insert_with(|| vec![0.0; item.answers]);
            for (v, (slot, th)) in sum.iter_mut().zip(own).enumerate() {
                let mean: f64 = self
                    .prior
                    .iter()
                    .zip(&item.rows)
                    .map(|(a, row)| a * row.get(v).copied().unwrap_or(0.0))
                    .sum();
                *slot += pi * (clamp(*th).ln() - clamp(mean).ln());
            }
        }
        exponent
    }
}
