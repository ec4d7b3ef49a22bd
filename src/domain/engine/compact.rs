//! A table of single-precision numbers for large kits, read as a stream.
//!
//! Layout per item: for each answer but the first a row over the hypotheses, then the row of
//! entropies. In a kit most cells of a row are the same word (« very rare »), so a two-answer item
//! with few exceptions is kept as a default and corrections: q = default · Σp + Σ p_h · correction_h.
//! Products are summed in f32 lanes and added up in f64. Built once for a fixed table; not for
//! linked items nor for situations, which change the table at every key.
#![expect(
    clippy::inline_always,
    reason = "bodies must land in the function that has the wide instructions"
)]

use pulp::{Arch, Simd, WithSimd};

use super::Table;

/// Share of exceptions above which a row is kept whole.
const MOST_EXCEPTIONS: f64 = 0.25;

/// Hypotheses summed side by side.
const LANES: usize = 64;

#[derive(Clone, Debug)]
enum Row {
    /// `answers` − 1 rows of th', then the entropies, from this place in `dense`.
    Dense { from: usize, answers: usize },
    /// Default th' and entropy; corrections from..to in `sparse`.
    Sparse {
        th: f32,
        inner: f32,
        from: usize,
        to: usize,
    },
}

/// One pass over all items, compiled for each vector width. A closure would not do: nothing makes
/// the compiler put its body inside the function that has the wide instructions.
struct All<'a> {
    compact: &'a Compact,
    p: &'a [f32],
    mass: f64,
    out: &'a mut Vec<f64>,
}

impl WithSimd for All<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _simd: S) {
        for row in &self.compact.rows {
            self.out
                .push(self.compact.information(row, self.p, self.mass));
        }
    }
}

/// The gains of all items at once, in single precision.
#[derive(Clone, Debug)]
pub struct Compact {
    /// Hypotheses, rounded up to whole lanes; what is beyond is zero.
    padded: usize,
    rows: Vec<Row>,
    dense: Vec<f32>,
    /// (hypothesis, correction of th', correction of the entropy).
    sparse: Vec<(u32, f32, f32)>,
    arch: Arch,
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "single precision is the point"
)]
fn single(x: f64) -> f32 {
    x as f32
}

impl Compact {
    /// Builds the compact form of a table; `None` if it has linked items.
    pub fn new(model: &super::Model, table: &Table) -> Option<Self> {
        if !model.forest.trees.is_empty() {
            return None;
        }
        let mut compact = Self {
            padded: table.hypotheses().next_multiple_of(LANES),
            rows: Vec::with_capacity(table.items()),
            dense: Vec::new(),
            sparse: Vec::new(),
            arch: Arch::new(),
        };
        for m in 0..table.items() {
            let row = compact.sparse_row(table, m).unwrap_or_else(|| {
                let from = compact.dense.len();
                for v in 1..table.answers(m) {
                    compact.push_dense(table.th(m, v));
                }
                compact.push_dense(table.entropies(m));
                Row::Dense {
                    from,
                    answers: table.answers(m),
                }
            });
            compact.rows.push(row);
        }
        Some(compact)
    }

    fn push_dense(&mut self, row: &[f64]) {
        self.dense.extend(row.iter().map(|x| single(*x)));
        self.dense
            .resize(self.dense.len().next_multiple_of(self.padded.max(1)), 0.0);
    }

    fn sparse_row(&mut self, table: &Table, m: usize) -> Option<Row> {
        if table.answers(m) != 2 {
            return None;
        }
        let (th, inner) = (table.th(m, 1), table.entropies(m));
        let most_common = most_common(th)?;
        let at = th
            .iter()
            .position(|x| x.to_bits() == most_common.to_bits())?;
        let default_inner = *inner.get(at)?;
        let exceptions = th
            .iter()
            .filter(|x| x.to_bits() != most_common.to_bits())
            .count();
        if exceptions as f64 > MOST_EXCEPTIONS * th.len() as f64 {
            return None;
        }
        let from = self.sparse.len();
        self.sparse.extend(
            th.iter()
                .zip(inner)
                .enumerate()
                .filter(|(_, (x, _))| x.to_bits() != most_common.to_bits())
                .map(|(h, (x, e))| {
                    (
                        u32::try_from(h).unwrap_or(u32::MAX),
                        single(x - most_common),
                        single(e - default_inner),
                    )
                }),
        );
        Some(Row::Sparse {
            th: single(most_common),
            inner: single(default_inner),
            from,
            to: self.sparse.len(),
        })
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.dense.len() * size_of::<f32>()
            + self.sparse.len() * size_of::<(u32, f32, f32)>()
            + self.rows.len() * size_of::<Row>()
    }

    /// Expected information gain of every item, in bits, into `out`; `p` has H values.
    ///
    /// Within 1e-5 of [`Table::information`].
    pub fn information_all(&self, p: &[f64], p_single: &mut Vec<f32>, out: &mut Vec<f64>) {
        p_single.clear();
        p_single.extend(p.iter().map(|x| single(*x)));
        p_single.resize(self.padded, 0.0);
        out.clear();
        let mass: f64 = p_single.iter().map(|x| f64::from(*x)).sum();
        self.arch.dispatch(All {
            compact: self,
            p: p_single,
            mass,
            out,
        });
    }

    #[inline(always)]
    fn information(&self, row: &Row, p: &[f32], mass: f64) -> f64 {
        match *row {
            Row::Dense { from, answers } => {
                let h = self.padded;
                let mut left = mass;
                let mut outer = 0.0;
                for v in 0..answers.saturating_sub(1) {
                    let cells = self.dense.get(from + v * h..from + (v + 1) * h);
                    let q = dot_single(cells.unwrap_or(&[]), p);
                    left -= q;
                    outer += surprise(q);
                }
                let last = from + answers.saturating_sub(1) * h;
                let inner = dot_single(self.dense.get(last..last + h).unwrap_or(&[]), p);
                (outer + surprise(left) - inner).max(0.0)
            }
            Row::Sparse {
                th,
                inner,
                from,
                to,
            } => {
                let (mut q, mut within) = (0.0_f64, 0.0_f64);
                for (h, dth, dinner) in self.sparse.get(from..to).unwrap_or(&[]) {
                    let p = p.get(*h as usize).copied().unwrap_or(0.0);
                    q += f64::from(p * dth);
                    within += f64::from(p * dinner);
                }
                let q = q + f64::from(th) * mass;
                let within = within + f64::from(inner) * mass;
                (surprise(q) + surprise(mass - q) - within).max(0.0)
            }
        }
    }
}

fn surprise(q: f64) -> f64 {
    if q > 0.0 { -q * q.log2() } else { 0.0 }
}

/// Σ a·b in f32 lanes, the lanes added up in f64; both hold whole lanes.
#[inline(always)]
fn dot_single(a: &[f32], b: &[f32]) -> f64 {
    let mut lanes = [0.0_f32; LANES];
    for (x, y) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for ((lane, x), y) in lanes.iter_mut().zip(x).zip(y) {
            *lane += x * y;
        }
    }
    lanes.iter().map(|x| f64::from(*x)).sum::<f64>()
}

/// The value most cells of a row have.
fn most_common(row: &[f64]) -> Option<f64> {
    let mut sorted: Vec<f64> = row.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
        .chunk_by(|a, b| a.to_bits() == b.to_bits())
        .max_by_key(|run| run.len())
        .and_then(|run| run.first().copied())
}
