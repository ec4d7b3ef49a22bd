//! Every possible contact, one by one, where there are few enough.

use super::Outcomes;
use crate::domain::engine::{Model, Posterior, Table};
use crate::domain::study::policy::{End, Stop, choose, ending};

/// Most full answer vectors to enumerate: 2^20.
const MOST: usize = 1 << 20;

/// Says whether all contacts can be enumerated.
pub fn enumerable(model: &Model) -> bool {
    model
        .items
        .iter()
        .try_fold(1_usize, |product, item| {
            product.checked_mul(item.answers).filter(|p| *p <= MOST)
        })
        .is_some()
}

/// Everything known: profile → most probable hypothesis (none-of-these first), exactly.
pub fn full_evidence(model: &Model) -> Vec<Vec<f64>> {
    let table = Table::new(model);
    let hypotheses = table.hypotheses();
    let mut confusion = vec![vec![0.0; hypotheses]; hypotheses.saturating_sub(1)];
    let mut given: Vec<(usize, usize)> = (0..model.items.len()).map(|m| (m, 0)).collect();
    let mut posterior = Posterior::default();
    loop {
        if posterior.update(model, &table, &given).is_ok() {
            let (top, p) = posterior.top();
            let top = if posterior.of(0) > p { 0 } else { top };
            for (k, row) in confusion.iter_mut().enumerate() {
                let likely = chance(model, &table, &given, k + 1);
                if let Some(cell) = row.get_mut(top) {
                    *cell += likely;
                }
            }
        }
        if !next(&mut given, &table) {
            return confusion;
        }
    }
}

/// Goes to the next answer vector, as an odometer.
fn next(given: &mut [(usize, usize)], table: &Table) -> bool {
    for (m, v) in given.iter_mut() {
        *v += 1;
        if *v < table.answers(*m) {
            return true;
        }
        *v = 0;
    }
    false
}

/// Probability of a full answer vector under a hypothesis.
fn chance(model: &Model, table: &Table, given: &[(usize, usize)], h: usize) -> f64 {
    given
        .iter()
        .map(|&(m, v)| {
            let link = model.items.get(m).and_then(|item| item.link.as_ref());
            let row = match link {
                None => table.th(m, v),
                Some(link) => {
                    let u = given.get(link.parent).map_or(0, |pair| pair.1);
                    table.given_parent(m, u, v)
                }
            };
            row.get(h).copied().unwrap_or(0.0)
        })
        .product()
}

/// The adaptive interview, every branch of it; also says which items it ever asks.
pub fn policy(model: &Model, stop: &Stop) -> (Outcomes, Vec<bool>) {
    let table = Table::new(model);
    let hypotheses = table.hypotheses();
    let mut walk = Walk {
        model,
        table: &table,
        stop,
        confusion: vec![vec![0.0; hypotheses + 1]; hypotheses],
        questions: vec![0.0; hypotheses],
        chosen: vec![false; model.items.len()],
        worths: Vec::new(),
    };
    let open: Vec<usize> = (0..model.items.len())
        .filter(|m| model.items.get(*m).is_some_and(|i| i.availability > 0.0))
        .collect();
    walk.branch(&mut Vec::new(), &open, &vec![1.0; hypotheses], 0);
    let prior = model.hypothesis_prior();
    let questions_mean = prior.iter().zip(&walk.questions).map(|(p, q)| p * q).sum();
    (
        Outcomes {
            confusion: walk.confusion,
            questions: walk.questions,
            questions_mean,
        },
        walk.chosen,
    )
}

struct Walk<'a> {
    model: &'a Model,
    table: &'a Table,
    stop: &'a Stop,
    confusion: Vec<Vec<f64>>,
    questions: Vec<f64>,
    chosen: Vec<bool>,
    worths: Vec<crate::domain::engine::gain::Worth>,
}

impl Walk<'_> {
    /// Follows a branch that each hypothesis reaches with the probability `reach`.
    fn branch(
        &mut self,
        given: &mut Vec<(usize, usize)>,
        open: &[usize],
        reach: &[f64],
        asked: usize,
    ) {
        let undecided = self.table.hypotheses();
        let Ok(posterior) = Posterior::compute(self.model, self.table, given) else {
            return self.leaf(undecided, reach, asked);
        };
        match ending(&posterior, given.len(), self.stop) {
            Some(End::Identified) => return self.leaf(posterior.top().0, reach, asked),
            Some(_) => return self.leaf(0, reach, asked),
            None => {}
        }
        let best = choose(
            self.model,
            self.table,
            &posterior,
            given,
            open,
            self.stop,
            &mut self.worths,
        );
        let Some(item) = best else {
            return self.leaf(undecided, reach, asked);
        };
        if let Some(chosen) = self.chosen.get_mut(item) {
            *chosen = true;
        }
        let rest: Vec<usize> = open.iter().copied().filter(|m| *m != item).collect();
        for v in 0..self.table.answers(item) {
            let row = posterior.row(self.model, self.table, item, v);
            let onward: Vec<f64> = reach.iter().zip(row).map(|(r, th)| r * th).collect();
            if onward.iter().all(|r| *r <= 0.0) {
                continue;
            }
            let at = given.partition_point(|(m, _)| *m < item);
            given.insert(at, (item, v));
            self.branch(given, &rest, &onward, asked + 1);
            given.remove(at);
        }
    }

    fn leaf(&mut self, column: usize, reach: &[f64], asked: usize) {
        for ((row, questions), reach) in self
            .confusion
            .iter_mut()
            .zip(&mut self.questions)
            .zip(reach)
        {
            if let Some(cell) = row.get_mut(column) {
                *cell += reach;
            }
            *questions += reach * asked as f64;
        }
    }
}
