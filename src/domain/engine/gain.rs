//! What a question would tell: expected information gain as a mutual information.

use super::{Given, Model, Table};

/// Shannon entropy, in bits; 0 ln 0 = 0.
pub fn entropy(p: impl Iterator<Item = f64>) -> f64 {
    -p.filter(|x| *x > 0.0).map(|x| x * x.log2()).sum::<f64>()
}

/// Expected information gain of an item, in bits: H(Σ_h p_h th'_h) − Σ_h p_h H(th'_h), at least 0.
///
/// `rows` holds th' for each hypothesis, `p` their current probabilities. Written as a mutual
/// information there is no posterior per answer to compute.
pub fn information(rows: &[Vec<f64>], p: &[f64]) -> f64 {
    let inner: f64 = rows
        .iter()
        .zip(p)
        .map(|(row, p)| p * entropy(row.iter().copied()))
        .sum();
    (entropy(predictive(rows, p).into_iter()) - inner).max(0.0)
}

/// Probability q_v = Σ_h p_h th'_hv of each answer.
pub fn predictive(rows: &[Vec<f64>], p: &[f64]) -> Vec<f64> {
    let answers = rows.first().map_or(0, Vec::len);
    (0..answers)
        .map(|v| {
            rows.iter()
                .zip(p)
                .map(|(row, p)| p * row.get(v).copied().unwrap_or(0.0))
                .sum()
        })
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

/// Values each of the items named, in their order.
pub fn worths(
    model: &Model,
    table: &Table,
    p: &[f64],
    given: &Given,
    items: impl Iterator<Item = usize>,
) -> Vec<Worth> {
    items
        .filter_map(|m| {
            let item = model.items.get(m)?;
            let gain_bits = information(table.rows.get(m)?, p);
            let effective_bits = gain_bits * novelty(model, m, given) * item.availability;
            Some(Worth {
                item: m,
                gain_bits,
                effective_bits,
                score: effective_bits / item.cost,
            })
        })
        .collect()
}

/// Orders by descending score; a tie (relative 1e-12 plus absolute 1e-15) goes to the lower index.
pub fn rank(mut worths: Vec<Worth>) -> Vec<Worth> {
    worths.sort_by_key(|w| w.item);
    let mut ranked: Vec<Worth> = Vec::with_capacity(worths.len());
    for worth in worths {
        let position = ranked
            .iter()
            .position(|other| worth.score > other.score * (1.0 + 1e-12) + 1e-15)
            .unwrap_or(ranked.len());
        ranked.insert(position, worth);
    }
    ranked
}
