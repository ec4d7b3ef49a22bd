//! Why one hypothesis rather than another: an exactly additive sum of weights of evidence.

use super::{Model, Posterior, Table};

/// 10 / ln 10: turns nats into decibans.
pub const DECIBANS_PER_NAT: f64 = 10.0 / std::f64::consts::LN_10;

/// One term of the pairwise explanation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// The item.
    pub item: usize,
    /// The answer it got.
    pub answer: usize,
    /// W = beta w (log th'_k − log th'_j), in decibans.
    pub decibans: f64,
    /// Family weight w, in [0, 1].
    pub weight: f64,
}

/// Explains hypothesis `k` against `j`, the largest term first.
///
/// 10 log10(p_k / p_j) = [`prior_decibans`] + Σ terms, exactly.
pub fn pairwise(
    model: &Model,
    table: &Table,
    posterior: &Posterior,
    k: usize,
    j: usize,
) -> Vec<Term> {
    let mut terms: Vec<Term> = posterior
        .used
        .iter()
        .filter_map(|&(item, answer, weight)| {
            let rows = table.rows.get(item)?;
            let of = |h: usize| rows.get(h).and_then(|row| row.get(answer)).copied();
            let difference = if weight > 0.0 {
                of(k)?.ln() - of(j)?.ln()
            } else {
                0.0
            };
            Some(Term {
                item,
                answer,
                decibans: model.temper * weight * difference * DECIBANS_PER_NAT,
                weight,
            })
        })
        .collect();
    terms.sort_by(|a, b| {
        b.decibans
            .abs()
            .total_cmp(&a.decibans.abs())
            .then(a.item.cmp(&b.item))
    });
    terms
}

/// Gives 10 log10 of the prior odds of `k` against `j`.
pub fn prior_decibans(model: &Model, k: usize, j: usize) -> f64 {
    let prior = model.hypothesis_prior();
    let of = |h: usize| prior.get(h).copied().unwrap_or(0.0).ln();
    (of(k) - of(j)) * DECIBANS_PER_NAT
}
