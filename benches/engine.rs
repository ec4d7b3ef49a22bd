//! The engine's speed, each figure beside a naive implementation measured in the same run.
//!
//! `cargo bench --no-default-features` ; docs/PERFORMANCE.md explains what is measured and why.
//! The naive side is what one writes first: hash-free but a posterior per answer, from scratch.
#![expect(
    clippy::inline_always,
    reason = "bodies must land in the function that has the wide instructions"
)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use reflexe_personas::domain::engine::compact::Compact;
use reflexe_personas::domain::engine::{Item, Model, Posterior, Table, gain};
use reflexe_personas::domain::evidence::{Evidence, Sighting};
use reflexe_personas::domain::identify::Recogniser;
use reflexe_personas::domain::study::random::SplitMix64;
use reflexe_personas::domain::study::{diagnose, unwatched};
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::vocab::Channel;
use reflexe_personas::store::kit_file;

/// A kit of binary cues; `sparse` = most personas have the same rare level, as real kits do.
fn model(personas: usize, cues: usize, sparse: bool) -> Model {
    let mut random = SplitMix64::new(42);
    let items = (0..cues)
        .map(|_| Item {
            answers: 2,
            rows: (0..personas)
                .map(|_| {
                    let p = if sparse && random.unit() > 0.03 {
                        0.03
                    } else {
                        0.05 + 0.9 * random.unit()
                    };
                    vec![1.0 - p, p]
                })
                .collect(),
            noise: 0.02,
            cost: 1.0,
            availability: 1.0,
            group: None,
            link: None,
        })
        .collect();
    let prior: Vec<f64> = (0..personas).map(|_| 0.1 + random.unit()).collect();
    Model::new(&prior, 0.05, 0.2, 1.0, Vec::new(), items)
}

/// Rows as nested vectors, the way a first version holds them.
struct Naive {
    prior: Vec<f64>,
    /// Per item, per hypothesis, per answer.
    rows: Vec<Vec<Vec<f64>>>,
}

impl Naive {
    fn new(model: &Model, table: &Table) -> Self {
        Self {
            prior: model.hypothesis_prior(),
            rows: (0..table.items())
                .map(|m| {
                    (0..table.hypotheses())
                        .map(|h| (0..table.answers(m)).map(|v| table.th(m, v)[h]).collect())
                        .collect()
                })
                .collect(),
        }
    }

    fn posterior(&self, given: &[(usize, usize)]) -> Vec<f64> {
        let scores: Vec<f64> = self
            .prior
            .iter()
            .enumerate()
            .map(|(h, prior)| {
                prior.ln()
                    + given
                        .iter()
                        .map(|&(m, v)| self.rows[m][h][v].ln())
                        .sum::<f64>()
            })
            .collect();
        let max = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = scores.iter().map(|s| (s - max).exp()).sum();
        scores.iter().map(|s| (s - max).exp() / total).collect()
    }

    /// Expected drop of entropy of one item: a posterior per answer.
    fn gain(&self, given: &[(usize, usize)], now: &[f64], m: usize) -> f64 {
        let entropy = |p: &[f64]| gain::entropy(p.iter().copied());
        let answers = self.rows[m].first().map_or(0, Vec::len);
        let after: f64 = (0..answers)
            .map(|v| {
                let q: f64 = now
                    .iter()
                    .zip(&self.rows[m])
                    .map(|(p, row)| p * row[v])
                    .sum();
                let mut with = given.to_vec();
                with.push((m, v));
                q * entropy(&self.posterior(&with))
            })
            .sum();
        entropy(now) - after
    }
}

fn answers(count: usize, items: usize) -> Vec<(usize, usize)> {
    (0..count).map(|i| (i * items / count, i % 2)).collect()
}

fn small(c: &mut Criterion) {
    let model = model(10, 60, false);
    let table = Table::new(&model);
    let naive = Naive::new(&model, &table);
    let given = answers(10, 60);
    let mut posterior = Posterior::compute(&model, &table, &given).unwrap_or_default();
    let mut worths = Vec::new();
    let mut group = c.benchmark_group("10x60");
    group.bench_function("posterior, 10 answers", |b| {
        b.iter(|| posterior.update(&model, &table, black_box(&given)));
    });
    group.bench_function("posterior, 10 answers, naive", |b| {
        b.iter(|| naive.posterior(black_box(&given)));
    });
    group.bench_function("gain of all", |b| {
        b.iter(|| {
            gain::worths_into(
                &model,
                &table,
                black_box(&posterior),
                &given,
                0..60,
                &mut worths,
            );
        });
    });
    group.bench_function("gain of all, naive", |b| {
        b.iter(|| {
            (0..60)
                .map(|m| naive.gain(&given, black_box(&posterior.p), m))
                .sum::<f64>()
        });
    });
    group.bench_function("ten-question interview", |b| {
        b.iter(|| {
            let mut given: Vec<(usize, usize)> = Vec::new();
            for step in 0..10 {
                if posterior.update(&model, &table, &given).is_err() {
                    break;
                }
                let open = (0..60).filter(|m| given.iter().all(|(g, _)| g != m));
                gain::worths_into(&model, &table, &posterior, &given, open, &mut worths);
                let Some(best) = gain::best(&worths) else {
                    break;
                };
                let at = given.partition_point(|(m, _)| *m < best.item);
                given.insert(at, (best.item, step % 2));
            }
            given
        });
    });
    group.finish();
}

fn reference(c: &mut Criterion) {
    let Some(kit) = kit_file::load_embedded(None).kit else {
        return;
    };
    let mut group = c.benchmark_group("reference kit");
    for channel in [Channel::Counter, Channel::Phone] {
        let recogniser = Recogniser::new(&kit, channel);
        let mut scratch = recogniser.scratch();
        let mut evidence = Evidence::new(channel);
        for cue in kit
            .cues
            .iter()
            .filter(|c| c.scored && c.channels.contains(&channel))
            .step_by(9)
        {
            evidence.cues.insert(cue.id.clone(), Sighting::Observed);
        }
        group.bench_function(
            format!("one key, everything the panel shows, {}", channel.key()),
            |b| {
                b.iter(|| recogniser.identify_with(&kit, black_box(&evidence), &mut scratch));
            },
        );
    }
    group.finish();
}

struct Single<'a>(&'a [f32]);

impl pulp::WithSimd for Single<'_> {
    type Output = f32;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _simd: S) -> f32 {
        let mut lanes = [0.0_f32; 64];
        for chunk in self.0.chunks_exact(64) {
            for (lane, x) in lanes.iter_mut().zip(chunk) {
                *lane += x;
            }
        }
        lanes.iter().sum()
    }
}

struct Double<'a>(&'a [f64]);

impl pulp::WithSimd for Double<'_> {
    type Output = f64;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _simd: S) -> f64 {
        let mut lanes = [0.0_f64; 32];
        for chunk in self.0.chunks_exact(32) {
            for (lane, x) in lanes.iter_mut().zip(chunk) {
                *lane += x;
            }
        }
        lanes.iter().sum()
    }
}

/// What reading the bytes alone costs, whatever is computed on them.
fn floor(c: &mut Criterion) {
    let mut group = c.benchmark_group("memory floor");
    let single: Vec<f32> = (0..2 * 1000 * 2000).map(|i| i as f32).collect();
    let double: Vec<f64> = (0..2 * 1000 * 2000).map(f64::from).collect();
    let arch = pulp::Arch::new();
    group.bench_function("reading 16 MB of f32", |b| {
        b.iter(|| arch.dispatch(Single(black_box(&single))));
    });
    group.bench_function("reading 32 MB of f64", |b| {
        b.iter(|| arch.dispatch(Double(black_box(&double))));
    });
    group.finish();
}

fn large(c: &mut Criterion) {
    for (personas, cues) in [(1000, 2000), (5000, 2000)] {
        let mut group = c.benchmark_group(format!("{personas}x{cues}"));
        group.sample_size(20);
        for (name, sparse) in [("dense", false), ("kit-like", true)] {
            let model = model(personas, cues, sparse);
            let table = Table::new(&model);
            let given = answers(10, cues);
            let Ok(posterior) = Posterior::compute(&model, &table, &given) else {
                continue;
            };
            let (mut single, mut out, mut worths) = (Vec::new(), Vec::new(), Vec::new());
            if let Some(compact) = Compact::new(&model, &table) {
                group.bench_function(format!("gain of all, {name}, f32"), |b| {
                    b.iter(|| {
                        compact.information_all(black_box(&posterior.p), &mut single, &mut out);
                    });
                });
            }
            group.bench_function(format!("gain of all, {name}, f64"), |b| {
                b.iter(|| {
                    gain::worths_into(
                        &model,
                        &table,
                        black_box(&posterior),
                        &given,
                        0..cues,
                        &mut worths,
                    );
                });
            });
            if personas == 1000 && !sparse {
                let naive = Naive::new(&model, &table);
                // All items would take minutes: a hundredth of them, to be multiplied.
                group.bench_function("gain of 1 item in 100, naive", |b| {
                    b.iter(|| {
                        (0..cues)
                            .step_by(100)
                            .map(|m| naive.gain(&given, black_box(&posterior.p), m))
                            .sum::<f64>()
                    });
                });
            }
        }
        group.finish();
    }
}

fn diagnostics(c: &mut Criterion) {
    let Some(kit) = kit_file::load_embedded(None).kit else {
        return;
    };
    // Twelve profiles, sixty cues, no situation: the size of the contract.
    let mut content = kit.content().clone();
    content
        .personas
        .retain(|p| p.layer == reflexe_personas::domain::kit::Layer::Profile);
    let copies: Vec<_> = content
        .personas
        .iter()
        .map(|p| {
            let mut copy = p.clone();
            copy.id = format!("{}-bis", p.id).as_str().into();
            copy.code = format!("{}2", p.code);
            // Another persona: the levels of its neighbours, one cue further.
            copy.cues = p
                .cues
                .iter()
                .enumerate()
                .map(|(i, (id, _))| (id.clone(), p.cues[(i + 7) % p.cues.len()].1))
                .collect();
            copy
        })
        .collect();
    content.personas.extend(copies);
    content.rules.clear();
    content.cases.clear();
    let Some(kit) = admit(content, None).kit else {
        return;
    };
    let mut group = c.benchmark_group("diagnostics");
    group.sample_size(10);
    group.bench_function("12 profiles, 2000 interviews each", |b| {
        b.iter(|| {
            let options = diagnose::Options {
                seed: 1,
                samples: 2000,
            };
            diagnose::run(&kit, Channel::Counter, &options, &mut unwatched)
        });
    });
    group.finish();
}

criterion_group!(benches, small, reference, floor, large, diagnostics);
criterion_main!(benches);
