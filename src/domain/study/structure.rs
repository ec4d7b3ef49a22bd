//! Which cues hang together beyond the persona: tree-augmented links from data.
//!
//! Candidates come from the conditional mutual information I(i; j | persona), smoothed so that what
//! was never seen together tells nothing; the strongest make a forest (Chow & Liu 1968; Friedman,
//! Geiger & Goldszmidt 1997). How many of them are kept is decided by what they do to the log-loss
//! on cases left out of the fit: a link that does not pay for itself is not kept.

use super::learn::{Fit, Sample, Settings, answers, elicited_prior, fit, prior};
use super::{Cancelled, Watch, tell};
use crate::domain::engine::{Item, Link, Model, Posterior};
use crate::domain::identify::{Meaning, OBSERVED};
use crate::domain::ids::AnswerId;
use crate::domain::kit::{CueLink, ItemRef, Kit, Level, LinkRow};
use crate::domain::vocab::Channel;

/// Version of the links written.
const VERSION: u32 = 1;
/// Parts the cases are cut in to decide how many links to keep.
const FOLDS: usize = 10;
/// What the child's own row weighs in a linked row, in cases. A linked row is seen by few cases, and
/// one wrong certainty costs more than a link brings: docs/EVALUATION.md has the figures around it.
const PULL: f64 = 30.0;
/// Numbers of links tried; beyond, every candidate at once.
const TRIED: [usize; 8] = [0, 1, 2, 3, 5, 8, 13, 21];
/// Least number of cases of a channel to look for links at all.
const LEAST_CASES: usize = 30;

/// A directed candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    parent: usize,
    child: usize,
}

/// Learns the links of every channel that has enough cases.
pub(super) fn links(
    kit: &Kit,
    items: &[Meaning],
    samples: &[Sample],
    expert: &[Vec<Vec<f64>>],
    settings: &Settings,
    watch: Watch<'_>,
) -> Result<Vec<CueLink>, Cancelled> {
    let mut found = Vec::new();
    for channel in Channel::ALL {
        let on_channel: Vec<Sample> = samples
            .iter()
            .filter(|s| s.channel == *channel)
            .cloned()
            .collect();
        if on_channel.len() < LEAST_CASES {
            continue;
        }
        let usable: Vec<bool> = items.iter().map(|i| on(kit, i, *channel)).collect();
        let ground = Ground {
            expert,
            prior: elicited_prior(kit, *channel),
            usable: &usable,
            noise: items.iter().map(|i| noise(kit, i)).collect(),
            kit,
            settings,
        };
        let edges = ground.candidates(&on_channel);
        let keep = ground.how_many(&on_channel, &edges, watch)?;
        let chosen = directed(edges.get(..keep).unwrap_or(&edges));
        let fitted = fit(samples.iter(), expert, settings);
        for edge in chosen {
            if let Some(link) = written(kit, items, *channel, &on_channel, &fitted, edge) {
                found.push(link);
            }
        }
    }
    Ok(found)
}

fn on(kit: &Kit, item: &Meaning, channel: Channel) -> bool {
    match item {
        Meaning::Cue { id, .. } => kit
            .cue(id.as_str())
            .is_some_and(|c| c.channels.contains(&channel)),
        Meaning::Question { id, .. } => kit
            .question(id.as_str())
            .is_some_and(|q| q.channels.contains(&channel)),
    }
}

fn noise(kit: &Kit, item: &Meaning) -> f64 {
    let own = match item {
        Meaning::Cue { id, .. } => kit.cue(id.as_str()).and_then(|c| c.noise),
        Meaning::Question { id, .. } => kit.question(id.as_str()).and_then(|q| q.noise),
    };
    own.unwrap_or(kit.engine.noise_floor)
}

/// What the search stands on.
struct Ground<'a> {
    expert: &'a [Vec<Vec<f64>>],
    prior: Vec<f64>,
    usable: &'a [bool],
    noise: Vec<f64>,
    kit: &'a Kit,
    settings: &'a Settings,
}

impl Ground<'_> {
    /// The strongest pairs that make a forest, strongest first, as (smaller, larger) items.
    fn candidates(&self, samples: &[Sample]) -> Vec<(usize, usize)> {
        let fitted = fit(samples.iter(), self.expert, self.settings);
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        let count = self.expert.len();
        for i in 0..count {
            for j in (i + 1)..count {
                if self.is_usable(i) && self.is_usable(j) {
                    let information =
                        conditional_information(samples, &fitted, i, j, self.settings);
                    if information > 0.0 {
                        pairs.push((information, i, j));
                    }
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut part: Vec<usize> = (0..count).collect();
        let mut forest = Vec::new();
        for (_, i, j) in pairs {
            let (a, b) = (part.get(i).copied(), part.get(j).copied());
            if a != b {
                for p in &mut part {
                    if Some(*p) == b {
                        *p = a.unwrap_or(*p);
                    }
                }
                forest.push((i, j));
            }
        }
        forest
    }

    fn is_usable(&self, item: usize) -> bool {
        self.usable.get(item).copied().unwrap_or(false)
    }

    /// How many of the candidates lower the log-loss most on cases left out of the fit.
    fn how_many(
        &self,
        samples: &[Sample],
        edges: &[(usize, usize)],
        watch: Watch<'_>,
    ) -> Result<usize, Cancelled> {
        let mut tried: Vec<usize> = TRIED.iter().copied().filter(|n| *n < edges.len()).collect();
        tried.push(edges.len());
        let mut losses = vec![0.0; tried.len()];
        for fold in 0..FOLDS {
            tell(watch, fold, FOLDS)?;
            let inside = samples
                .iter()
                .enumerate()
                .filter(|(at, _)| at % FOLDS != fold)
                .map(|(_, s)| s);
            let fitted = fit(inside.clone(), self.expert, self.settings);
            let prior = prior(inside.clone(), &self.prior, self.settings);
            let train: Vec<Sample> = inside.cloned().collect();
            for (loss, keep) in losses.iter_mut().zip(&tried) {
                let chosen = directed(edges.get(..*keep).unwrap_or(edges));
                let model = self.model(&prior, &fitted, &train, &chosen);
                let table = model.table(&[], &[]);
                let outside = samples
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| at % FOLDS == fold);
                for (_, sample) in outside {
                    let given: Vec<(usize, usize)> = sample
                        .values
                        .iter()
                        .enumerate()
                        .filter(|(m, _)| self.is_usable(*m))
                        .filter_map(|(m, v)| Some((m, (*v)?)))
                        .collect();
                    let p = Posterior::compute(&model, &table, &given)
                        .map_or(0.0, |posterior| posterior.of(sample.persona + 1));
                    *loss -= p.max(1e-15).ln();
                }
            }
        }
        let best = losses
            .iter()
            .enumerate()
            .min_by(|a, b| a.1.total_cmp(b.1).then(a.0.cmp(&b.0)))
            .map_or(0, |(at, _)| at);
        Ok(tried.get(best).copied().unwrap_or(0))
    }

    fn model(&self, prior: &[f64], fitted: &Fit, train: &[Sample], edges: &[Edge]) -> Model {
        let engine = &self.kit.engine;
        let items = fitted
            .rows
            .iter()
            .enumerate()
            .map(|(m, rows)| Item {
                answers: rows.first().map_or(1, Vec::len),
                rows: rows.clone(),
                noise: self.noise.get(m).copied().unwrap_or(0.0),
                cost: 1.0,
                availability: 1.0,
                group: None,
                link: edges.iter().find(|e| e.child == m).map(|edge| Link {
                    parent: edge.parent,
                    rows: link_rows(train, fitted, *edge),
                }),
            })
            .collect();
        Model::new(
            prior,
            engine.none_prior,
            engine.none_spread,
            engine.temper,
            Vec::new(),
            items,
        )
    }
}

/// Counts of (parent's answer, child's answer) for one persona.
fn joint(samples: &[Sample], persona: usize, i: usize, j: usize, u: usize, v: usize) -> Vec<f64> {
    let mut counts = vec![0.0; u * v];
    for sample in samples.iter().filter(|s| s.persona == persona) {
        let of = |m: usize| sample.values.get(m).copied().flatten();
        if let (Some(a), Some(b)) = (of(i), of(j))
            && let Some(n) = counts.get_mut(a * v + b)
        {
            *n += 1.0;
        }
    }
    counts
}

/// I(i; j | persona) in nats, each persona's joint table pulled to independence by the pseudo-count.
fn conditional_information(
    samples: &[Sample],
    fitted: &Fit,
    i: usize,
    j: usize,
    settings: &Settings,
) -> f64 {
    let (Some(rows_i), Some(rows_j)) = (fitted.rows.get(i), fitted.rows.get(j)) else {
        return 0.0;
    };
    let all = samples.len().max(1) as f64;
    let mut information = 0.0;
    for (k, (row_i, row_j)) in rows_i.iter().zip(rows_j).enumerate() {
        let (u, v) = (row_i.len(), row_j.len());
        let counts = joint(samples, k, i, j, u, v);
        let seen: f64 = counts.iter().sum();
        if seen <= 0.0 {
            continue;
        }
        let total = seen + settings.pseudo_count;
        let cells: Vec<f64> = counts
            .iter()
            .enumerate()
            .map(|(at, n)| {
                let apart = row_i.get(at / v).copied().unwrap_or(0.0)
                    * row_j.get(at % v).copied().unwrap_or(0.0);
                (n + settings.pseudo_count * apart) / total
            })
            .collect();
        let of_i: Vec<f64> = cells.chunks(v).map(|row| row.iter().sum()).collect();
        let of_j: Vec<f64> = (0..v)
            .map(|b| cells.iter().skip(b).step_by(v).sum())
            .collect();
        for (at, p) in cells.iter().enumerate() {
            let apart =
                of_i.get(at / v).copied().unwrap_or(0.0) * of_j.get(at % v).copied().unwrap_or(0.0);
            if *p > 0.0 && apart > 0.0 {
                information += seen / all * p * (p / apart).ln();
            }
        }
    }
    information
}

/// Directs a forest away from the lowest item of each tree.
fn directed(edges: &[(usize, usize)]) -> Vec<Edge> {
    let mut left: Vec<(usize, usize)> = edges.to_vec();
    let mut roots: Vec<usize> = left.iter().flat_map(|(a, b)| [*a, *b]).collect();
    roots.sort_unstable();
    roots.dedup();
    let mut out = Vec::new();
    let mut reached: Vec<usize> = Vec::new();
    for root in roots {
        if reached.contains(&root) {
            continue;
        }
        let mut frontier = vec![root];
        while let Some(parent) = frontier.pop() {
            reached.push(parent);
            let (own, others): (Vec<_>, Vec<_>) = left
                .into_iter()
                .partition(|(a, b)| *a == parent || *b == parent);
            left = others;
            for (a, b) in own {
                let child = if a == parent { b } else { a };
                out.push(Edge { parent, child });
                frontier.push(child);
            }
        }
    }
    out.sort_by_key(|e| e.child);
    out
}

/// P(child | parent, persona), pulled to the child's own row: (N_uv + s·P(v|k)) / (N_u + s).
fn link_rows(samples: &[Sample], fitted: &Fit, edge: Edge) -> Vec<Vec<Vec<f64>>> {
    let of = |m: usize| fitted.rows.get(m).map_or(&[][..], Vec::as_slice);
    let above = of(edge.parent).first().map_or(0, Vec::len);
    let mut rows = vec![Vec::new(); above];
    for (k, own) in of(edge.child).iter().enumerate() {
        let counts = joint(samples, k, edge.parent, edge.child, above, own.len());
        for (u, row) in rows.iter_mut().enumerate() {
            let seen = counts
                .get(u * own.len()..(u + 1) * own.len())
                .unwrap_or(&[]);
            row.push(super::learn::mean(own, PULL, seen));
        }
    }
    rows
}

fn written(
    kit: &Kit,
    items: &[Meaning],
    channel: Channel,
    samples: &[Sample],
    fitted: &Fit,
    edge: Edge,
) -> Option<CueLink> {
    let (parent, child) = (items.get(edge.parent)?, items.get(edge.child)?);
    let rows = link_rows(samples, fitted, edge);
    let mut out = Vec::new();
    for (u, per_persona) in rows.iter().enumerate() {
        for (persona, row) in kit.profiles().zip(per_persona) {
            let levels = match child {
                Meaning::Cue { .. } => {
                    vec![("oui".into(), Level::P(row.get(OBSERVED).copied()?))]
                }
                Meaning::Question { answers, .. } => answers
                    .iter()
                    .zip(row)
                    .map(|(answer, p)| (answer.clone(), Level::P(*p)))
                    .collect(),
            };
            out.push(LinkRow {
                given: answer_name(parent, u)?,
                persona: persona.id.clone(),
                levels,
            });
        }
    }
    debug_assert_eq!(rows.len(), answers(parent));
    Some(CueLink {
        version: VERSION,
        channel,
        child: reference(child),
        parent: reference(parent),
        rows: out,
    })
}

fn reference(item: &Meaning) -> ItemRef {
    match item {
        Meaning::Cue { id, .. } => ItemRef::Cue(id.clone()),
        Meaning::Question { id, .. } => ItemRef::Question(id.clone()),
    }
}

fn answer_name(item: &Meaning, answer: usize) -> Option<AnswerId> {
    match item {
        Meaning::Cue { .. } => Some(if answer == OBSERVED { "oui" } else { "non" }.into()),
        Meaning::Question { answers, .. } => answers.get(answer).cloned(),
    }
}
