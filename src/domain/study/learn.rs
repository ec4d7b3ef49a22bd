//! Learning levels and shares from confirmed contacts: counts added to what experts said.
//!
//! A Dirichlet update (ENGINE.md 7): th = (S·e + N) / (S + Σ N), where e is the expert's row, S what
//! it weighs in cases, N the counts. Unknown answers change nothing. Counts only: the order of cases
//! matters only with forgetting, and nothing is ever learned from unconfirmed suggestions.

use std::collections::BTreeMap;

use super::confirmed::Confirmed;
use super::structure;
use super::{Cancelled, Watch, tell};
use crate::domain::evidence::Sighting;
use crate::domain::identify::compile::{cue_row, question_row, situation_row};
use crate::domain::identify::{DENIED, Meaning, OBSERVED};
use crate::domain::ids::AnswerId;
use crate::domain::kit::{Kit, KitContent, Level, Persona, Source};
use crate::domain::vocab::Channel;

/// What the counts are added to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The kit's own levels.
    Elicited,
    /// The marginal of the data, whatever the kit says.
    Marginal,
}

/// How to learn.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// What the base weighs, in cases (S).
    pub pseudo_count: f64,
    /// What counts are added to.
    pub base: Base,
    /// What is kept of earlier counts at each new one (gamma), in ]0, 1].
    pub forget: f64,
    /// Whether to look for links between cues.
    pub linked: bool,
    /// The date written in the provenance, ISO.
    pub date: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// The kit with its levels and shares learned.
    pub content: KitContent,
    /// Cases used.
    pub cases: usize,
    /// Links kept.
    pub links: usize,
    /// The provenance note, in French.
    pub provenance: String,
}

/// Adds a confirmed answer to the counts of its row: N ← gamma·N, then N_v ← N_v + weight.
pub fn count(counts: &mut [f64], answer: usize, weight: f64, forget: f64) {
    for n in counts.iter_mut() {
        *n *= forget;
    }
    if let Some(n) = counts.get_mut(answer) {
        *n += weight;
    }
}

/// Mean of the Dirichlet: (S·e_v + N_v) / (S + Σ N).
pub fn mean(expert: &[f64], pseudo_count: f64, counts: &[f64]) -> Vec<f64> {
    let total: f64 = pseudo_count + counts.iter().sum::<f64>();
    expert
        .iter()
        .zip(counts)
        .map(|(e, n)| (pseudo_count * e + n) / total)
        .collect()
}

/// A confirmed contact as numbers: what each of the kit's items got.
#[derive(Clone, Debug)]
pub(super) struct Sample {
    pub(super) channel: Channel,
    /// Position of the confirmed profile.
    pub(super) persona: usize,
    /// Positions of the confirmed situations, if anybody looked.
    pub(super) situations: Option<Vec<usize>>,
    /// Per item, its answer.
    pub(super) values: Vec<Option<usize>>,
}

/// Rows and counts learned, per item, persona and answer.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    pub(super) rows: Vec<Vec<Vec<f64>>>,
    pub(super) counts: Vec<Vec<Vec<f64>>>,
}

/// Every scored cue and every question of a kit, whatever its channels.
pub(super) fn items(kit: &Kit) -> Vec<Meaning> {
    let cues = kit.cues.iter().filter(|c| c.scored).map(|c| Meaning::Cue {
        id: c.id.clone(),
        declared: c.declared,
    });
    let questions = kit.questions.iter().map(|q| Meaning::Question {
        id: q.id.clone(),
        answers: q.answers.iter().map(|a| a.id.clone()).collect(),
        role: q.role,
    });
    cues.chain(questions).collect()
}

pub(super) fn answers(item: &Meaning) -> usize {
    match item {
        Meaning::Cue { .. } => 2,
        Meaning::Question { answers, .. } => answers.len(),
    }
}

fn sample(kit: &Kit, items: &[Meaning], case: &Confirmed) -> Option<Sample> {
    let persona = kit.profiles().position(|p| p.id == case.persona)?;
    let values = items
        .iter()
        .map(|item| match item {
            Meaning::Cue { id, .. } => case.evidence.cues.get(id).map(|s| match s {
                Sighting::Observed => OBSERVED,
                Sighting::Denied => DENIED,
            }),
            Meaning::Question { id, answers, .. } => {
                let answer = case.evidence.answers.get(id)?;
                answers.iter().position(|a| a == answer)
            }
        })
        .collect();
    Some(Sample {
        channel: case.evidence.channel,
        persona,
        situations: case.situations.as_ref().map(|names| {
            kit.situations()
                .enumerate()
                .filter(|(_, s)| names.contains(&s.id))
                .map(|(at, _)| at)
                .collect()
        }),
        values,
    })
}

/// The expert's rows, per item and persona.
pub(super) fn expert(kit: &Kit, items: &[Meaning]) -> Vec<Vec<Vec<f64>>> {
    let row = |persona: &Persona, item: &Meaning| match item {
        Meaning::Cue { id, .. } => cue_row(kit, persona, id),
        Meaning::Question { id, answers, .. } => kit
            .question(id.as_str())
            .and_then(|q| question_row(kit, persona, q))
            .unwrap_or_else(|| vec![1.0 / answers.len() as f64; answers.len()]),
    };
    items
        .iter()
        .map(|item| kit.profiles().map(|p| row(p, item)).collect())
        .collect()
}

/// Fits rows on samples.
pub(super) fn fit<'s>(
    samples: impl Iterator<Item = &'s Sample> + Clone,
    expert: &[Vec<Vec<f64>>],
    settings: &Settings,
) -> Fit {
    let mut counts: Vec<Vec<Vec<f64>>> = expert
        .iter()
        .map(|rows| rows.iter().map(|row| vec![0.0; row.len()]).collect())
        .collect();
    for sample in samples {
        for (item, value) in counts.iter_mut().zip(&sample.values) {
            if let (Some(value), Some(row)) = (value, item.get_mut(sample.persona)) {
                count(row, *value, 1.0, settings.forget);
            }
        }
    }
    let rows = counts
        .iter()
        .zip(expert)
        .map(|(counts, expert)| {
            let marginal = marginal(counts);
            counts
                .iter()
                .zip(expert)
                .map(|(counts, expert)| match settings.base {
                    Base::Elicited => mean(expert, settings.pseudo_count, counts),
                    Base::Marginal => mean(&marginal, settings.pseudo_count, counts),
                })
                .collect()
        })
        .collect();
    Fit { rows, counts }
}

/// The smoothed marginal b_v = (C_v + 1) / (Σ C_v + V) of an item over all personas.
fn marginal(counts: &[Vec<f64>]) -> Vec<f64> {
    let answers = counts.first().map_or(0, Vec::len);
    let per_answer: Vec<f64> = (0..answers)
        .map(|v| counts.iter().filter_map(|row| row.get(v)).sum())
        .collect();
    let total: f64 = per_answer.iter().sum();
    per_answer
        .iter()
        .map(|c| (c + 1.0) / (total + answers as f64))
        .collect()
}

/// Priors of one channel, summing to 1: S·e + N, or (n + 1) / (N + K) on the marginal base.
pub(super) fn prior<'s>(
    samples: impl Iterator<Item = &'s Sample>,
    expert: &[f64],
    settings: &Settings,
) -> Vec<f64> {
    let mut counts = vec![0.0; expert.len()];
    for sample in samples {
        if let Some(n) = counts.get_mut(sample.persona) {
            *n += 1.0;
        }
    }
    match settings.base {
        Base::Elicited => mean(expert, settings.pseudo_count, &counts),
        Base::Marginal => {
            let total: f64 = counts.iter().sum();
            counts
                .iter()
                .map(|n| (n + 1.0) / (total + counts.len() as f64))
                .collect()
        }
    }
}

/// Learns a kit from confirmed cases.
///
/// Levels are pooled over channels, as the kit writes them; shares are written back for the channels
/// that have cases. Situations are learned from the cases that say which were confirmed, for the
/// rows they already have.
///
/// # Errors
/// [`Cancelled`] if the watcher stops it.
pub fn run(
    kit: &Kit,
    cases: &[Confirmed],
    settings: &Settings,
    watch: Watch<'_>,
) -> Result<Learned, Cancelled> {
    let items = items(kit);
    let samples: Vec<Sample> = cases
        .iter()
        .filter_map(|case| sample(kit, &items, case))
        .collect();
    let expert = expert(kit, &items);
    tell(watch, 0, 2)?;
    let fitted = fit(samples.iter(), &expert, settings);
    let mut content = kit.content().clone();
    content.links.clear();
    write_profiles(kit, &mut content, &items, &fitted, settings);
    write_situations(kit, &mut content, &items, &samples, settings);
    write_shares(kit, &mut content, &samples, settings);
    tell(watch, 1, 2)?;
    if settings.linked {
        content.links = structure::links(kit, &items, &samples, &expert, settings, watch)?;
    }
    let provenance = provenance(samples.len(), content.links.len(), settings);
    let id = format!("appris-{}", settings.date);
    content.sources.retain(|source| source.id != id);
    content.sources.push(Source {
        id,
        text: provenance.clone(),
        url: String::new(),
    });
    content.version = format!("{}-appris-{}", kit.version, settings.date);
    tell(watch, 2, 2)?;
    Ok(Learned {
        links: content.links.len(),
        content,
        cases: samples.len(),
        provenance,
    })
}

fn provenance(cases: usize, links: usize, settings: &Settings) -> String {
    let base = match settings.base {
        Base::Elicited => "les niveaux du kit",
        Base::Marginal => "la moyenne des cas",
    };
    let forget = if settings.forget < 1.0 {
        format!(" ; mémoire {} à chaque cas", settings.forget)
    } else {
        String::new()
    };
    let links = match links {
        0 => String::new(),
        n => format!(" ; {n} liens entre indices"),
    };
    format!(
        "Niveaux appris sur {cases} cas confirmés, le {} ; base : {base}, comptée pour {} cas{forget}{links}.",
        settings.date, settings.pseudo_count
    )
}

fn set<K: PartialEq, V>(list: &mut Vec<(K, V)>, key: K, value: V) {
    match list.iter_mut().find(|(k, _)| *k == key) {
        Some(slot) => slot.1 = value,
        None => list.push((key, value)),
    }
}

/// Writes a row on a persona.
fn write_row(persona: &mut Persona, item: &Meaning, row: &[f64]) {
    match item {
        Meaning::Cue { id, .. } => {
            if let Some(th) = row.get(OBSERVED) {
                set(&mut persona.cues, id.clone(), Level::P(*th));
            }
        }
        Meaning::Question { id, answers, .. } => {
            let levels: Vec<(AnswerId, Level)> = answers
                .iter()
                .zip(row)
                .map(|(answer, th)| (answer.clone(), Level::P(*th)))
                .collect();
            set(&mut persona.answers, id.clone(), levels);
        }
    }
}

fn write_profiles(
    kit: &Kit,
    content: &mut KitContent,
    items: &[Meaning],
    fitted: &Fit,
    settings: &Settings,
) {
    let ids: Vec<_> = kit.profiles().map(|p| p.id.clone()).collect();
    for (k, id) in ids.iter().enumerate() {
        let Some(persona) = content.personas.iter_mut().find(|p| &p.id == id) else {
            continue;
        };
        for ((item, rows), counts) in items.iter().zip(&fitted.rows).zip(&fitted.counts) {
            let seen: f64 = counts.get(k).map_or(0.0, |row| row.iter().sum());
            // Nothing was seen of it: what the expert wrote stays written as it was.
            if seen > 0.0 || settings.base == Base::Marginal {
                write_row(persona, item, rows.get(k).map_or(&[], Vec::as_slice));
            }
        }
    }
}

fn write_situations(
    kit: &Kit,
    content: &mut KitContent,
    items: &[Meaning],
    samples: &[Sample],
    settings: &Settings,
) {
    for (s, situation) in kit.situations().enumerate() {
        let Some(persona) = content.personas.iter_mut().find(|p| p.id == situation.id) else {
            continue;
        };
        let looked: Vec<&Sample> = samples.iter().filter(|x| x.situations.is_some()).collect();
        let present: Vec<&Sample> = looked
            .iter()
            .filter(|x| x.situations.as_ref().is_some_and(|list| list.contains(&s)))
            .copied()
            .collect();
        for (m, item) in items.iter().enumerate() {
            let Some(expert) = situation_row(kit, situation, item) else {
                continue;
            };
            let mut counts = vec![0.0; expert.len()];
            for value in present
                .iter()
                .filter_map(|x| x.values.get(m).copied().flatten())
            {
                count(&mut counts, value, 1.0, settings.forget);
            }
            if counts.iter().sum::<f64>() > 0.0 {
                let row = mean(&expert, settings.pseudo_count, &counts);
                write_row(persona, item, &row);
            }
        }
        for (channel, share) in &mut persona.share {
            let of_channel =
                |list: &[&Sample]| list.iter().filter(|x| x.channel == *channel).count() as f64;
            let (seen, all) = (of_channel(&present), of_channel(&looked));
            if all > 0.0 {
                *share = 100.0 * (settings.pseudo_count * *share / 100.0 + seen)
                    / (settings.pseudo_count + all);
            }
        }
    }
}

fn write_shares(kit: &Kit, content: &mut KitContent, samples: &[Sample], settings: &Settings) {
    for channel in Channel::ALL {
        let on_channel = samples.iter().filter(|x| x.channel == *channel);
        if on_channel.clone().next().is_none() {
            continue;
        }
        let prior = prior(on_channel, &elicited_prior(kit, *channel), settings);
        let shares: BTreeMap<_, _> = kit
            .profiles()
            .zip(&prior)
            .map(|(p, share)| (p.id.clone(), *share))
            .collect();
        for persona in &mut content.personas {
            if let Some(share) = shares.get(&persona.id) {
                persona.share.insert(*channel, *share);
            }
        }
    }
}

/// Shares of a channel as the kit writes them, summing to 1.
pub(super) fn elicited_prior(kit: &Kit, channel: Channel) -> Vec<f64> {
    let shares: Vec<f64> = kit
        .profiles()
        .map(|p| p.share.get(&channel).copied().unwrap_or(0.0))
        .collect();
    let total: f64 = shares.iter().sum();
    if total > 0.0 {
        shares.iter().map(|s| s / total).collect()
    } else {
        vec![1.0 / shares.len().max(1) as f64; shares.len()]
    }
}
