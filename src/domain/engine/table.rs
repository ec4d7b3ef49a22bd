//! Floored likelihoods of all hypotheses, laid out for reading: per item, one contiguous row over
//! the hypotheses for each answer, its logarithm beside it, and the entropies of the answers.
#![expect(
    clippy::inline_always,
    reason = "bodies must land in the function that has the wide instructions"
)]

use super::model::{Item, Model, Shift, clamp};
use super::{dot, links::Link};

/// Floored likelihoods th' for all hypotheses, h = 0 being none-of-these.
///
/// For a linked item [`Table::th`] is its row with the parent summed out, before any evidence; the
/// rows per answer of the parent are in [`Table::given_parent`].
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    hypotheses: usize,
    /// Where item m's rows start in `th` and `ln`; one more than there are items.
    start: Vec<usize>,
    th: Vec<f64>,
    ln: Vec<f64>,
    /// Entropy in bits of item m's answers under h, at m·H + h.
    inner: Vec<f64>,
    /// Where a linked item's conditional rows start in `given_parent`.
    conditional: Vec<Option<usize>>,
    given_parent: Vec<f64>,
    /// Trees already refilled during a call of `fill`.
    refilled: Vec<bool>,
    /// Weights of a row while it is shifted.
    exponent: Vec<f64>,
}

fn slice(values: &[f64], from: usize, length: usize) -> &[f64] {
    values.get(from..from + length).unwrap_or(&[])
}

/// Entropies and logarithms below this are those of an impossible answer.
fn part(th: f64, ln: f64) -> f64 {
    if th > 0.0 { th * ln } else { 0.0 }
}

impl Table {
    /// Builds the table of a model with no situation present.
    pub fn new(model: &Model) -> Self {
        let hypotheses = model.hypotheses();
        let mut start = Vec::with_capacity(model.items.len() + 1);
        let mut conditional = Vec::with_capacity(model.items.len());
        let (mut cells, mut linked) = (0, 0);
        for item in &model.items {
            start.push(cells);
            cells += item.answers * hypotheses;
            conditional.push(item.link.as_ref().map(|link| {
                let at = linked;
                linked += link.rows.len() * item.answers * hypotheses;
                at
            }));
        }
        start.push(cells);
        let mut table = Self {
            hypotheses,
            start,
            th: vec![0.0; cells],
            ln: vec![0.0; cells],
            inner: vec![0.0; model.items.len() * hypotheses],
            conditional,
            given_parent: vec![0.0; linked],
            refilled: vec![false; model.forest.trees.len()],
            exponent: Vec::new(),
        };
        table.fill(model, &[], &[], 0..model.items.len());
        table
    }

    /// Number of hypotheses H.
    pub fn hypotheses(&self) -> usize {
        self.hypotheses
    }

    /// Number of items.
    pub fn items(&self) -> usize {
        self.start.len().saturating_sub(1)
    }

    /// Number of answers V of an item.
    pub fn answers(&self, m: usize) -> usize {
        match (self.start.get(m), self.start.get(m + 1)) {
            (Some(from), Some(to)) => (to - from) / self.hypotheses.max(1),
            _ => 0,
        }
    }

    fn at(&self, m: usize, v: usize) -> usize {
        self.start.get(m).copied().unwrap_or(0) + v * self.hypotheses
    }

    /// Where the cell of (item, answer, hypothesis) stands in a table of this shape.
    pub(super) fn position(&self, m: usize, v: usize, h: usize) -> usize {
        self.at(m, v) + h
    }

    /// th' of answer `v` of item `m`: H values.
    pub fn th(&self, m: usize, v: usize) -> &[f64] {
        slice(&self.th, self.at(m, v), self.hypotheses)
    }

    /// ln th' of answer `v` of item `m`: H values.
    pub fn ln(&self, m: usize, v: usize) -> &[f64] {
        slice(&self.ln, self.at(m, v), self.hypotheses)
    }

    /// Entropy in bits of item `m`'s answers under each hypothesis: H values.
    pub fn entropies(&self, m: usize) -> &[f64] {
        slice(&self.inner, m * self.hypotheses, self.hypotheses)
    }

    /// th' of a linked item's answer `v` when its parent's answer is `u`: H values.
    pub fn given_parent(&self, m: usize, u: usize, v: usize) -> &[f64] {
        match self.conditional.get(m) {
            Some(Some(start)) => {
                let at = start + (u * self.answers(m) + v) * self.hypotheses;
                slice(&self.given_parent, at, self.hypotheses)
            }
            _ => &[],
        }
    }

    /// Expected information gain of an unlinked item, in bits: H(Σ_h p_h th'_h) − Σ_h p_h H(th'_h).
    ///
    /// Written as a mutual information there is no posterior per answer to compute; the last
    /// answer's probability is what the others leave.
    pub fn information(&self, m: usize, p: &[f64]) -> f64 {
        self.information_of_mass(m, p, p.iter().sum())
    }

    /// The same, Σ p being known.
    #[inline(always)]
    pub(super) fn information_of_mass(&self, m: usize, p: &[f64], mass: f64) -> f64 {
        let answers = self.answers(m);
        let mut left = mass;
        let mut outer = 0.0;
        for v in 1..answers {
            let q = dot(self.th(m, v), p);
            left -= q;
            if q > 0.0 {
                outer -= q * q.log2();
            }
        }
        if left > 0.0 {
            outer -= left * left.log2();
        }
        (outer - dot(self.entropies(m), p)).max(0.0)
    }

    /// Recomputes th' for `items`, situations present with weights `pi` (one per shift, 0..=1).
    ///
    /// th'_mvk = (1 − eps) th_mvk + eps / V, on rows shifted by
    /// w_kv = th_kv · exp Σ_s pi_s (ln th_sv − ln th̄_v), renormalised, where th̄ is the prior mean.
    /// For a two-answer item this is the logit shift of the specification, term for term.
    /// Rows that no situation with pi > 0 touches are used as written, so exact zeros stay exact.
    /// Background: th'_mv0 = (1 − lambda) Σ_k a_k th'_mvk + lambda / V.
    /// A linked item is recomputed with its whole tree, one row per answer of its parent.
    pub fn fill(
        &mut self,
        model: &Model,
        shifts: &[Shift],
        pi: &[f64],
        items: impl Iterator<Item = usize>,
    ) {
        self.refilled.fill(false);
        for m in items {
            match model.forest.tree_of(m) {
                None => self.fill_item(model, m, shifts, pi),
                Some(tree) => {
                    if self.refilled.get(tree).copied().unwrap_or(true) {
                        continue;
                    }
                    if let Some(done) = self.refilled.get_mut(tree) {
                        *done = true;
                    }
                    for &member in model.forest.members(tree) {
                        self.fill_item(model, member, shifts, pi);
                        self.fill_link(model, member, shifts, pi);
                    }
                }
            }
        }
    }

    /// Recomputes only what the score of these answers needs: their own logarithms, no entropy.
    ///
    /// What else the touched items hold is stale afterwards. Trees of linked items are whole.
    pub fn fill_answered(
        &mut self,
        model: &Model,
        shifts: &[Shift],
        pi: &[f64],
        given: &super::Given,
    ) {
        for &(m, v) in given {
            if model.forest.tree_of(m).is_some() {
                continue;
            }
            self.fill_rows(model, m, shifts, pi);
            let (from, h) = (self.at(m, v), self.hypotheses);
            if let (Some(th), Some(ln)) =
                (self.th.get(from..from + h), self.ln.get_mut(from..from + h))
            {
                for (th, ln) in th.iter().zip(ln) {
                    *ln = th.ln();
                }
            }
        }
        if !model.forest.trees.is_empty() {
            let linked = given.iter().map(|pair| pair.0);
            self.fill(
                model,
                shifts,
                pi,
                linked.filter(|m| model.forest.tree_of(*m).is_some()),
            );
        }
    }

    fn fill_item(&mut self, model: &Model, m: usize, shifts: &[Shift], pi: &[f64]) {
        self.fill_rows(model, m, shifts, pi);
        self.finish(m);
    }

    fn fill_rows(&mut self, model: &Model, m: usize, shifts: &[Shift], pi: &[f64]) {
        let Some(item) = model.items.get(m) else {
            return;
        };
        let (from, h) = (self.at(m, 0), self.hypotheses);
        let shifted = self.prepare(m, item, shifts, pi);
        let Some(cells) = self.th.get_mut(from..from + item.answers * h) else {
            return;
        };
        rows_into(
            cells,
            model,
            item,
            &item.rows,
            shifted.then_some(&self.exponent),
            h,
        );
    }

    /// Puts e^Σ pi·delta per answer in `exponent`; says whether any present situation touches `m`.
    fn prepare(&mut self, m: usize, item: &Item, shifts: &[Shift], pi: &[f64]) -> bool {
        self.exponent.clear();
        self.exponent.resize(item.answers, 0.0);
        let mut touched = false;
        for (shift, &pi) in shifts.iter().zip(pi) {
            if pi <= 0.0 {
                continue;
            }
            if let Some(Some(delta)) = shift.delta.get(m) {
                touched = true;
                for (slot, delta) in self.exponent.iter_mut().zip(delta) {
                    *slot += pi * delta;
                }
            }
        }
        if touched {
            for slot in &mut self.exponent {
                *slot = slot.exp();
            }
        }
        touched
    }

    /// Fills a linked item's rows per parent's answer, then its row with the parent summed out.
    fn fill_link(&mut self, model: &Model, m: usize, shifts: &[Shift], pi: &[f64]) {
        let Some(item) = model.items.get(m) else {
            return;
        };
        let (Some(link), Some(Some(start))) = (&item.link, self.conditional.get(m).copied()) else {
            return;
        };
        let (h, block) = (self.hypotheses, item.answers * self.hypotheses);
        for (u, rows) in link.rows.iter().enumerate() {
            let shifted = self.prepare_link(model, m, item, rows, shifts, pi);
            let from = start + u * block;
            if let Some(cells) = self.given_parent.get_mut(from..from + block) {
                rows_into(
                    cells,
                    model,
                    item,
                    rows,
                    shifted.then_some(&self.exponent),
                    h,
                );
            }
        }
        self.sum_out(m, item, link);
        self.finish(m);
    }

    /// As [`Self::prepare`], the mean being that of the rows for this answer of the parent.
    fn prepare_link(
        &mut self,
        model: &Model,
        m: usize,
        item: &Item,
        rows: &[Vec<f64>],
        shifts: &[Shift],
        pi: &[f64],
    ) -> bool {
        self.exponent.clear();
        self.exponent.resize(item.answers, 0.0);
        let mut touched = false;
        for (shift, &pi) in shifts.iter().zip(pi) {
            if pi <= 0.0 {
                continue;
            }
            if let Some(Some(own)) = shift.rows.get(m) {
                touched = true;
                for (v, (slot, th)) in self.exponent.iter_mut().zip(own).enumerate() {
                    *slot += pi * (clamp(*th).ln() - clamp(model.mean(rows, v)).ln());
                }
            }
        }
        if touched {
            for slot in &mut self.exponent {
                *slot = slot.exp();
            }
        }
        touched
    }

    fn sum_out(&mut self, m: usize, item: &Item, link: &Link) {
        let h = self.hypotheses;
        for v in 0..item.answers {
            for hypothesis in 0..h {
                let sum: f64 = (0..link.rows.len())
                    .map(|u| {
                        let parent = self.th(link.parent, u).get(hypothesis);
                        let own = self.given_parent(m, u, v).get(hypothesis);
                        parent.copied().unwrap_or(0.0) * own.copied().unwrap_or(0.0)
                    })
                    .sum();
                let at = self.at(m, v) + hypothesis;
                if let Some(cell) = self.th.get_mut(at) {
                    *cell = sum;
                }
            }
        }
    }

    /// Recomputes logarithms and entropies of an item from its th'.
    fn finish(&mut self, m: usize) {
        let (h, answers, from) = (self.hypotheses, self.answers(m), self.at(m, 0));
        let to = from + answers * h;
        let (Some(th), Some(ln), Some(inner)) = (
            self.th.get(from..to),
            self.ln.get_mut(from..to),
            self.inner.get_mut(m * h..(m + 1) * h),
        ) else {
            return;
        };
        inner.fill(0.0);
        for (th, ln) in th.chunks_exact(h).zip(ln.chunks_exact_mut(h)) {
            for ((th, ln), inner) in th.iter().zip(ln).zip(inner.iter_mut()) {
                *ln = th.ln();
                *inner -= part(*th, *ln) / std::f64::consts::LN_2;
            }
        }
    }
}

/// Writes floored, shifted rows and their background into V·H cells, answer-major.
fn rows_into(
    cells: &mut [f64],
    model: &Model,
    item: &Item,
    rows: &[Vec<f64>],
    exponent: Option<&Vec<f64>>,
    h: usize,
) {
    let share = 1.0 / item.answers as f64;
    for (k, row) in rows.iter().enumerate() {
        let total: f64 = match exponent {
            None => 1.0,
            Some(e) => row.iter().zip(e).map(|(th, e)| clamp(*th) * e).sum(),
        };
        for (v, th) in row.iter().enumerate() {
            let shifted = match exponent.and_then(|e| e.get(v)) {
                None => *th,
                Some(e) => clamp(*th) * e / total,
            };
            if let Some(cell) = cells.get_mut(v * h + k + 1) {
                *cell = (1.0 - item.noise) * shifted + item.noise * share;
            }
        }
    }
    for row in cells.chunks_exact_mut(h) {
        let Some((background, personas)) = row.split_first_mut() else {
            continue;
        };
        *background =
            (1.0 - model.none_spread) * dot(&model.prior, personas) + model.none_spread * share;
    }
}
