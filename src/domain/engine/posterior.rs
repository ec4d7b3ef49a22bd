//! Score and posterior over hypotheses, from answers whose order does not matter.

use super::links::Messages;
use super::{Given, Model, Table};

/// Every hypothesis is impossible under these answers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the answers exclude every hypothesis")]
pub struct Contradiction {
    /// Items whose removal alone makes some hypothesis possible again.
    pub culprits: Vec<usize>,
}

/// Posterior over hypotheses with what it was made of; a buffer to reuse from key to key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Posterior {
    /// p over the H hypotheses, summing to 1.
    pub p: Vec<f64>,
    /// Log score s_k before normalisation, in nats.
    pub log_score: Vec<f64>,
    /// The answers used, as (item, answer, weight), in item order.
    pub used: Vec<(usize, usize, f64)>,
    /// For linked items, th' given what is known of their tree; empty without links.
    linked: Vec<f64>,
    messages: Messages,
}

/// Relative difference under which two posteriors are tied; ties go to the lower index.
const TIE: f64 = 1e-12;

/// Gives each answered item its family weight (1 − rho)^rank, strongest first.
///
/// Within a group answered items are ranked by strength, descending, ties to the lower index.
pub fn weights(model: &Model, given: &Given) -> Vec<(usize, usize, f64)> {
    let mut used = Vec::new();
    weights_into(model, given, &mut used);
    used
}

fn weights_into(model: &Model, given: &Given, used: &mut Vec<(usize, usize, f64)>) {
    used.clear();
    let group_of = |m: usize| model.items.get(m).and_then(|item| item.group);
    used.extend(given.iter().map(|&(m, v)| {
        let Some(group) = group_of(m) else {
            return (m, v, 1.0);
        };
        let own = model.strength.get(m).copied().unwrap_or(0.0);
        let rank = given
            .iter()
            .filter(|&&(other, _)| {
                if other == m || group_of(other) != Some(group) {
                    return false;
                }
                let strength = model.strength.get(other).copied().unwrap_or(0.0);
                strength > own || (strength >= own && other < m)
            })
            .count();
        let rho = model.relatedness.get(group).copied().unwrap_or(0.0);
        (
            m,
            v,
            (1.0 - rho).powi(i32::try_from(rank).unwrap_or(i32::MAX)),
        )
    }));
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
    ///     noise: 0.0, cost: 1.0, availability: 1.0, group: None, link: None,
    /// };
    /// let model = Model::new(&[1.0, 1.0], 0.0, 0.2, 1.0, vec![], vec![item]);
    /// let posterior = Posterior::compute(&model, &model.table(&[], &[]), &[(0, 1)])?;
    /// assert!((posterior.p[1] - 9.0 / 11.0).abs() < 1e-12);
    /// # Ok::<(), reflexe_personas::domain::engine::Contradiction>(())
    /// ```
    pub fn compute(model: &Model, table: &Table, given: &Given) -> Result<Self, Contradiction> {
        let mut posterior = Self::default();
        posterior.update(model, table, given)?;
        Ok(posterior)
    }

    /// Recomputes the posterior in place, from scratch, in item order: the same answers give the
    /// same bits whatever came before.
    ///
    /// # Errors
    /// [`Contradiction`] if every hypothesis is impossible; `p` is then all zeros.
    pub fn update(
        &mut self,
        model: &Model,
        table: &Table,
        given: &Given,
    ) -> Result<(), Contradiction> {
        let total = self.score(model, table, given);
        self.p.clear();
        if total == f64::NEG_INFINITY {
            self.p.resize(self.log_score.len(), 0.0);
            return Err(Contradiction {
                culprits: culprits(model, table, given),
            });
        }
        self.p
            .extend(self.log_score.iter().map(|s| (s - total).exp()));
        self.fill_linked(model, table, given);
        Ok(())
    }

    /// Computes s_h = ln pi_h + beta Σ_m w_m ln th'_mvh and gives ln Σ_h exp s_h.
    ///
    /// A zero weight contributes nothing, even where th' = 0. A tree of linked items contributes
    /// the probability of its answers taken together.
    pub fn score(&mut self, model: &Model, table: &Table, given: &Given) -> f64 {
        weights_into(model, given, &mut self.used);
        self.log_score.clear();
        self.log_score.extend_from_slice(&model.log_prior);
        for &(m, v, w) in &self.used {
            if w <= 0.0 || model.forest.tree_of(m).is_some() {
                continue;
            }
            let factor = model.temper * w;
            for (score, ln) in self.log_score.iter_mut().zip(table.ln(m, v)) {
                *score += factor * ln;
            }
        }
        for tree in 0..model.forest.trees.len() {
            let answered = |m: &usize| super::answer_of(given, *m).is_some();
            if !model.forest.members(tree).iter().any(answered) {
                continue;
            }
            for (h, score) in self.log_score.iter_mut().enumerate() {
                *score += model.temper
                    * model
                        .forest
                        .log_evidence(table, tree, h, given, &mut self.messages);
            }
        }
        log_sum_exp(&self.log_score)
    }

    /// Fills the rows of linked items given their trees' answers.
    fn fill_linked(&mut self, model: &Model, table: &Table, given: &Given) {
        self.linked.clear();
        if model.forest.trees.is_empty() {
            return;
        }
        let hypotheses = table.hypotheses();
        let size: usize = (0..table.items())
            .map(|m| table.answers(m) * hypotheses)
            .sum();
        self.linked.resize(size, 0.0);
        for tree in 0..model.forest.trees.len() {
            for h in 0..hypotheses {
                if self.of(h) <= 0.0 {
                    continue;
                }
                model
                    .forest
                    .log_evidence(table, tree, h, given, &mut self.messages);
                let linked = &mut self.linked;
                model
                    .forest
                    .belief(table, tree, h, &mut self.messages, |m, v, p| {
                        if let Some(cell) = linked.get_mut(table.position(m, v, h)) {
                            *cell = p;
                        }
                    });
            }
        }
    }

    /// th' of an answer as it stands now: of a linked item, given what is known of its tree.
    pub fn row<'a>(&'a self, model: &Model, table: &'a Table, m: usize, v: usize) -> &'a [f64] {
        if model.forest.tree_of(m).is_none() {
            return table.th(m, v);
        }
        let at = table.position(m, v, 0);
        self.linked
            .get(at..at + table.hypotheses())
            .unwrap_or_else(|| table.th(m, v))
    }

    /// Orders the personas (hypotheses 1..) by descending posterior, ties to the lower index.
    pub fn ranking(&self) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::with_capacity(self.p.len());
        self.ranking_into(&mut order);
        order
    }

    /// As [`Self::ranking`], into a buffer.
    pub fn ranking_into(&self, order: &mut Vec<usize>) {
        order.clear();
        order.extend(1..self.p.len());
        order.sort_unstable_by(|a, b| self.of(*b).total_cmp(&self.of(*a)).then(a.cmp(b)));
        super::gain::settle_ties(order, |before, after| {
            before > after && self.of(*before) <= self.of(*after) * (1.0 + TIE)
        });
    }

    /// Gives the most probable persona (a hypothesis ≥ 1) and its posterior.
    pub fn top(&self) -> (usize, f64) {
        let mut best = (0, -1.0);
        for (h, &p) in self.p.iter().enumerate().skip(1) {
            if p > best.1 * (1.0 + TIE) {
                best = (h, p);
            }
        }
        best
    }

    /// The smallest set of personas, most probable first, whose mass is at least `mass`; what is
    /// shown as « not sure ». Ties go to the lower index; all personas if none-of-these is too likely.
    pub fn shortlist(&self, mass: f64) -> Vec<usize> {
        let mut so_far = 0.0;
        self.ranking()
            .into_iter()
            .take_while(|h| {
                let missing = so_far < mass;
                so_far += self.of(*h);
                missing
            })
            .collect()
    }

    /// Gives the posterior of a hypothesis, 0 for one that does not exist.
    pub fn of(&self, hypothesis: usize) -> f64 {
        self.p.get(hypothesis).copied().unwrap_or(0.0)
    }
}

fn culprits(model: &Model, table: &Table, given: &Given) -> Vec<usize> {
    let mut buffer = Posterior::default();
    (0..given.len())
        .filter_map(|skip| {
            let rest: Vec<(usize, usize)> = given
                .iter()
                .enumerate()
                .filter(|(position, _)| *position != skip)
                .map(|(_, pair)| *pair)
                .collect();
            (buffer.score(model, table, &rest) > f64::NEG_INFINITY)
                .then(|| given.get(skip).map(|pair| pair.0))
                .flatten()
        })
        .collect()
}
