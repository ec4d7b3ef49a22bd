//! Score and posterior over hypotheses, from answers whose order does not matter.

use super::{Given, Model, Table};

/// Every hypothesis is impossible under these answers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answers exclude every hypothesis")]
pub struct Contradiction {
    /// Items whose removal alone makes some hypothesis possible again.
    pub culprits: Vec<usize>,
}

/// Posterior over hypotheses with what it was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// p over the K+1 hypotheses, summing to 1.
    pub p: Vec<f64>,
    /// Log score s_k before normalisation, in nats.
    pub log_score: Vec<f64>,
    /// The answers used, as (item, answer, weight), in item order.
    pub used: Vec<(usize, usize, f64)>,
}

/// Relative difference under which two posteriors are tied; ties go to the lower index.
const TIE: f64 = 1e-12;

/// Gives each answered item its family weight (1 - rho)^rank, strongest first.
///
/// Within a group answered items are ranked by strength, descending, ties to the lower index.
pub fn weights(model: &Model, given: &Given) -> Vec<(usize, usize, f64)> {
    given
        .iter()
        .map(|&(m, v)| {
            let group = model.items.get(m).and_then(|item| item.group);
            let Some(group) = group else {
                return (m, v, 1.0);
            };
            let own = model.strength.get(m).copied().unwrap_or(0.0);
            let rank = given
                .iter()
                .filter(|&&(other, _)| {
                    if other == m || model.items.get(other).and_then(|i| i.group) != Some(group) {
                        return false;
                    }
                    let strength = model.strength.get(other).copied().unwrap_or(0.0);
                    strength > own || (strength >= own && other < m)
                })
                .count();
            let rho = model.relatedness.get(group).copied().unwrap_or(0.0);
            let rank = i32::try_from(rank).unwrap_or(i32::MAX);
            (m, v, (1.0 - rho).powi(rank))
        })
        .collect()
}

/// Computes s_h = ln pi_h + beta Σ_m w_m ln th'_mvh, without normalising.
///
/// A zero weight contributes nothing, even where th' = 0.
pub fn log_scores(model: &Model, table: &Table, used: &[(usize, usize, f64)]) -> Vec<f64> {
    model
        .hypothesis_prior()
        .iter()
        .enumerate()
        .map(|(h, prior)| {
            used.iter().fold(prior.ln(), |sum, &(m, v, w)| {
                if w <= 0.0 {
                    return sum;
                }
                let th = table
                    .rows
                    .get(m)
                    .and_then(|rows| rows.get(h))
                    .and_then(|row| row.get(v))
                    .copied()
                    .unwrap_or(1.0);
                sum + model.temper * w * th.ln()
            })
        })
        .collect()
}

/// Sums exp(s) in log space; minus infinity if all are.
pub fn log_sum_exp(scores: &[f64]) -> f64 {
    let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if max == f64::NEG_INFINITY {
        return max;
    }
    max + scores.iter().map(|s| (s - max).exp()).sum::<f64>().ln()
}

impl Posterior {
    /// Computes the posterior over all hypotheses.
    ///
    /// # Errors
    /// [`Contradiction`] if every hypothesis is impossible.
    ///
    /// ```
    /// use reflexe_personas::domain::engine::{Item, Model, Posterior};
    /// let item = Item {
    ///     answers: 2,
    ///     rows: vec![vec![0.1, 0.9], vec![0.8, 0.2]],
    ///     noise: 0.0, cost: 1.0, availability: 1.0, group: None,
    /// };
    /// let model = Model::new(&[1.0, 1.0], 0.0, 0.2, 1.0, vec![], vec![item]);
    /// let posterior = Posterior::compute(&model, &model.table(&[]), &[(0, 1)])?;
    /// assert!((posterior.p[1] - 9.0 / 11.0).abs() < 1e-12);
    /// # Ok::<(), reflexe_personas::domain::engine::Contradiction>(())
    /// ```
    pub fn compute(model: &Model, table: &Table, given: &Given) -> Result<Self, Contradiction> {
        let used = weights(model, given);
        let log_score = log_scores(model, table, &used);
        let total = log_sum_exp(&log_score);
        if total == f64::NEG_INFINITY {
            return Err(Contradiction {
                culprits: culprits(model, table, given),
            });
        }
        let p = log_score.iter().map(|s| (s - total).exp()).collect();
        Ok(Self { p, log_score, used })
    }

    /// Orders the personas (hypotheses 1..) by descending posterior, ties to the lower index.
    pub fn ranking(&self) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::with_capacity(self.p.len());
        // Insertion keeps the lower index first on a tie, which is not transitive enough for a sort.
        for (h, p) in self.p.iter().enumerate().skip(1) {
            let position = order
                .iter()
                .position(|&other| *p > self.of(other) * (1.0 + TIE))
                .unwrap_or(order.len());
            order.insert(position, h);
        }
        order
    }

    /// Gives the posterior of a hypothesis, 0 for one that does not exist.
    pub fn of(&self, hypothesis: usize) -> f64 {
        self.p.get(hypothesis).copied().unwrap_or(0.0)
    }
}

fn culprits(model: &Model, table: &Table, given: &Given) -> Vec<usize> {
    (0..given.len())
        .filter_map(|skip| {
            let rest: Vec<(usize, usize)> = given
                .iter()
                .enumerate()
                .filter(|(position, _)| *position != skip)
                .map(|(_, pair)| *pair)
                .collect();
            let scores = log_scores(model, table, &weights(model, &rest));
            (log_sum_exp(&scores) > f64::NEG_INFINITY)
                .then(|| given.get(skip).map(|pair| pair.0))
                .flatten()
        })
        .collect()
}
