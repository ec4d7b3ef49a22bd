//! What a question would tell: expected information gain as a mutual information.
#![expect(
    clippy::inline_always,
    reason = "bodies must land in the function that has the wide instructions"
)]

use pulp::{Arch, Simd, WithSimd};

use super::{Given, Model, Posterior, Table, dot};

/// Relative and absolute differences under which two scores are tied.
const TIE: (f64, f64) = (1e-12, 1e-15);

/// Shannon entropy, in bits; 0 ln 0 = 0.
pub fn entropy(p: impl Iterator<Item = f64>) -> f64 {
    -p.filter(|x| *x > 0.0).map(|x| x * x.log2()).sum::<f64>()
}

/// Expected information gain of an item, in bits: H(Σ_h p_h th'_h) − Σ_h p_h H(th'_h), at least 0.
///
/// A linked item's th' is what it is given the answers already known in its tree.
pub fn information(model: &Model, table: &Table, posterior: &Posterior, m: usize) -> f64 {
    if model.forest.tree_of(m).is_none() {
        return table.information(m, &posterior.p);
    }
    let (mut outer, mut inner) = (0.0, 0.0);
    for v in 0..table.answers(m) {
        let row = posterior.row(model, table, m, v);
        let q = dot(row, &posterior.p);
        if q > 0.0 {
            outer -= q * q.log2();
        }
        for (th, p) in row.iter().zip(&posterior.p) {
            if *th > 0.0 {
                inner -= p * th * th.log2();
            }
        }
    }
    (outer - inner).max(0.0)
}

/// Probability q_v = Σ_h p_h th'_hv of each answer.
pub fn predictive(model: &Model, table: &Table, posterior: &Posterior, m: usize) -> Vec<f64> {
    (0..table.answers(m))
        .map(|v| dot(posterior.row(model, table, m, v), &posterior.p))
        .collect()
}

/// Share (1 − rho)^n of an item's gain that is new, n being the answered items of its group.
pub fn novelty(model: &Model, item: usize, given: &Given) -> f64 {
    let Some(group) = model.items.get(item).and_then(|i| i.group) else {
        return 1.0;
    };
    let answered = given
        .iter()
        .filter(|(m, _)| model.items.get(*m).and_then(|i| i.group) == Some(group))
        .count();
    let rho = model.relatedness.get(group).copied().unwrap_or(0.0);
    (1.0 - rho).powi(i32::try_from(answered).unwrap_or(i32::MAX))
}

/// What asking an item is worth now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// The item.
    pub item: usize,
    /// Expected information gain alone, in bits.
    pub gain_bits: f64,
    /// Gain × novelty × availability, in bits; below the kit's threshold it is not worth asking.
    pub effective_bits: f64,
    /// Gain × novelty × availability / cost, in bits per unit of cost.
    pub score: f64,
}

impl Worth {
    /// Turns a gain into a worth.
    pub fn new(model: &Model, item: usize, gain_bits: f64, given: &Given) -> Option<Self> {
        let it = model.items.get(item)?;
        let effective_bits = gain_bits * novelty(model, item, given) * it.availability;
        Some(Self {
            item,
            gain_bits,
            effective_bits,
            score: effective_bits / it.cost,
        })
    }

    /// Says whether this one is better than another beyond a tie.
    pub fn beats(&self, other: &Self) -> bool {
        self.score > other.score * (1.0 + TIE.0) + TIE.1
    }
}

/// Values each of the items named, in their order.
pub fn worths(
    model: &Model,
    table: &Table,
    posterior: &Posterior,
    given: &Given,
    items: impl Iterator<Item = usize>,
) -> Vec<Worth> {
    let mut out = Vec::new();
    worths_into(model, table, posterior, given, items, &mut out);
    out
}

/// As [`worths`], into a buffer.
pub fn worths_into(
    model: &Model,
    table: &Table,
    posterior: &Posterior,
    given: &Given,
    items: impl Iterator<Item = usize>,
    out: &mut Vec<Worth>,
) {
    out.clear();
    Arch::new().dispatch(All {
        model,
        table,
        posterior,
        given,
        items,
        out,
    });
}

/// One pass over items, compiled for each vector width and chosen once.
struct All<'a, I> {
    model: &'a Model,
    table: &'a Table,
    posterior: &'a Posterior,
    given: &'a Given,
    items: I,
    out: &'a mut Vec<Worth>,
}

impl<I: Iterator<Item = usize>> WithSimd for All<'_, I> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _simd: S) {
        let p = &self.posterior.p;
        let mass: f64 = p.iter().sum();
        // A plain loop: an adaptor's closure would be compiled for the oldest machine.
        for m in self.items {
            let gain = if self.model.forest.tree_of(m).is_none() {
                self.table.information_of_mass(m, p, mass)
            } else {
                information(self.model, self.table, self.posterior, m)
            };
            self.out.extend(Worth::new(self.model, m, gain, self.given));
        }
    }
}

/// Orders by descending score; a tie (relative 1e-12 plus absolute 1e-15) goes to the lower index.
pub fn rank(mut worths: Vec<Worth>) -> Vec<Worth> {
    rank_in_place(&mut worths);
    worths
}

/// As [`rank`], in place and without allocating.
pub fn rank_in_place(worths: &mut [Worth]) {
    worths.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.item.cmp(&b.item)));
    settle_ties(worths, |before, after| {
        before.item > after.item && !before.beats(after)
    });
}

/// Gives the best worth, a tie to the lower index; `worths` must come in item order.
pub fn best(worths: &[Worth]) -> Option<&Worth> {
    worths
        .iter()
        .fold(None, |best: Option<&Worth>, worth| match best {
            Some(best) if !worth.beats(best) => Some(best),
            _ => Some(worth),
        })
}

/// Moves elements of a sorted list before neighbours they are tied with, where `swap` says so.
///
/// A tie is not transitive, so it cannot be part of the sort itself.
pub(super) fn settle_ties<T>(list: &mut [T], swap: impl Fn(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0
            && let (Some(before), Some(after)) = (list.get(at - 1), list.get(at))
            && swap(before, after)
        {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}
