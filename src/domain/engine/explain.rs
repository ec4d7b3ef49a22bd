//! Why one hypothesis rather than another: an exactly additive sum of weights of evidence.

use super::links::Messages;
use super::{Given, Model, Posterior, Table, answer_of};

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
/// 10 log10(p_k / p_j) = [`prior_decibans`] + Σ terms, exactly. Within a tree of linked items the
/// terms follow the chain rule, parent before child: each says what its answer adds to those above.
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
        .filter(|used| model.forest.tree_of(used.0).is_none())
        .filter_map(|&(item, answer, weight)| {
            let row = table.ln(item, answer);
            let difference = if weight > 0.0 {
                row.get(k)? - row.get(j)?
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
    linked_terms(model, table, posterior, k, j, &mut terms);
    terms.sort_by(|a, b| {
        b.decibans
            .abs()
            .total_cmp(&a.decibans.abs())
            .then(a.item.cmp(&b.item))
    });
    terms
}

fn linked_terms(
    model: &Model,
    table: &Table,
    posterior: &Posterior,
    k: usize,
    j: usize,
    terms: &mut Vec<Term>,
) {
    if model.forest.trees.is_empty() {
        return;
    }
    let given: Vec<(usize, usize)> = posterior.used.iter().map(|u| (u.0, u.1)).collect();
    let mut messages = Messages::default();
    for tree in 0..model.forest.trees.len() {
        let mut so_far: Vec<(usize, usize)> = Vec::new();
        let mut before = 0.0;
        for &item in model.forest.members(tree) {
            let Some(answer) = answer_of(&given, item) else {
                continue;
            };
            so_far.push((item, answer));
            so_far.sort_unstable();
            let mut log = |h| {
                model
                    .forest
                    .log_evidence(table, tree, h, &so_far, &mut messages)
            };
            let after = log(k) - log(j);
            terms.push(Term {
                item,
                answer,
                decibans: model.temper * (after - before) * DECIBANS_PER_NAT,
                weight: 1.0,
            });
            before = after;
        }
    }
}

/// Gives 10 log10 of the prior odds of `k` against `j`.
pub fn prior_decibans(model: &Model, k: usize, j: usize) -> f64 {
    let of = |h: usize| model.log_prior.get(h).copied().unwrap_or(f64::NAN);
    (of(k) - of(j)) * DECIBANS_PER_NAT
}

/// Change of 10 log10 odds of `k` against all others as each answer came, in the order given.
///
/// It telescopes to the final odds, and depends on the order: for a timeline, not for reasons.
pub fn sequential(
    model: &Model,
    table: &Table,
    order: &Given,
    k: usize,
) -> Result<Vec<f64>, super::Contradiction> {
    let mut so_far: Vec<(usize, usize)> = Vec::new();
    let mut posterior = Posterior::compute(model, table, &so_far)?;
    let mut before = odds_decibans(&posterior, k);
    let mut changes = Vec::with_capacity(order.len());
    for &answer in order {
        so_far.push(answer);
        so_far.sort_unstable();
        posterior.update(model, table, &so_far)?;
        let after = odds_decibans(&posterior, k);
        changes.push(after - before);
        before = after;
    }
    Ok(changes)
}

/// What each answer is worth to hypothesis `k`: its odds with all answers less those without this
/// one, in decibans. Order free, not additive; for « what would change the result ».
pub fn leave_one_out(
    model: &Model,
    table: &Table,
    given: &Given,
    k: usize,
) -> Result<Vec<f64>, super::Contradiction> {
    let all = odds_decibans(&Posterior::compute(model, table, given)?, k);
    let mut posterior = Posterior::default();
    (0..given.len())
        .map(|skip| {
            posterior.update(model, table, &except(given, skip))?;
            Ok(all - odds_decibans(&posterior, k))
        })
        .collect()
}

/// The answers but the one at `skip`.
pub fn except(given: &Given, skip: usize) -> Vec<(usize, usize)> {
    given
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != skip)
        .map(|(_, pair)| *pair)
        .collect()
}

/// 10 log10 of a hypothesis's odds against all others, from the log scores: exact near certainty.
fn odds_decibans(posterior: &Posterior, k: usize) -> f64 {
    let own = posterior.log_score.get(k).copied().unwrap_or(f64::NAN);
    let max = posterior
        .log_score
        .iter()
        .enumerate()
        .filter(|(h, _)| *h != k)
        .map(|(_, s)| *s)
        .fold(f64::NEG_INFINITY, f64::max);
    let others: f64 = posterior
        .log_score
        .iter()
        .enumerate()
        .filter(|(h, _)| *h != k)
        .map(|(_, s)| (s - max).exp())
        .sum();
    (own - max - others.ln()) * DECIBANS_PER_NAT
}
