//! The engine's invariants over random models; the numbers are those of its specification.

use proptest::prelude::*;
use reflexe_personas::domain::engine::compact::Compact;
use reflexe_personas::domain::engine::{Item, Model, Posterior, Shift, explain, gain};
use reflexe_personas::domain::study::learn::{count, mean};

const ROWS: usize = 4;

fn row(answers: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.01_f64..1.0, answers).prop_map(|row| {
        let total: f64 = row.iter().sum();
        row.iter().map(|x| x / total).collect()
    })
}

fn item(groups: usize) -> impl Strategy<Value = Item> {
    (
        2_usize..5,
        0.0_f64..0.2,
        0.5_f64..3.0,
        0.1_f64..1.0,
        0..=groups,
    )
        .prop_flat_map(move |(answers, noise, cost, availability, group)| {
            prop::collection::vec(row(answers), ROWS).prop_map(move |rows| Item {
                answers,
                rows,
                noise,
                cost,
                availability,
                group: (group < groups).then_some(group),
                link: None,
            })
        })
}

prop_compose! {
    fn model(groups: usize)(
        prior in prop::collection::vec(0.05_f64..1.0, ROWS),
        none_prior in 0.0_f64..0.3,
        temper in 0.3_f64..1.0,
        relatedness in prop::collection::vec(0.0_f64..1.0, groups),
        items in prop::collection::vec(item(groups), 1..6),
    ) -> Model {
        Model::new(&prior, none_prior, 0.2, temper, relatedness, items)
    }
}

/// Forty personas, most of a row being one word, as in a kit; some rows dense.
fn wide_model() -> impl Strategy<Value = Model> {
    let sparse = prop::collection::vec((0_usize..40, 0.1_f64..0.9), 0..6).prop_map(|exceptions| {
        let mut rows = vec![vec![0.97, 0.03]; 40];
        for (k, p) in exceptions {
            rows[k] = vec![1.0 - p, p];
        }
        rows
    });
    let dense = (2_usize..5).prop_flat_map(|v| prop::collection::vec(row(v), 40));
    let rows = prop_oneof![sparse, dense];
    (
        prop::collection::vec(rows, 1..12),
        prop::collection::vec(0.05_f64..1.0, 40),
    )
        .prop_map(|(items, prior)| {
            let items = items
                .into_iter()
                .map(|rows| Item {
                    answers: rows[0].len(),
                    rows,
                    noise: 0.02,
                    cost: 1.0,
                    availability: 1.0,
                    group: None,
                    link: None,
                })
                .collect();
            Model::new(&prior, 0.05, 0.2, 1.0, vec![], items)
        })
}

fn given_for(model: &Model, picks: &[u8]) -> Vec<(usize, usize)> {
    model
        .items
        .iter()
        .enumerate()
        .filter_map(|(m, item)| {
            let pick = usize::from(*picks.get(m)?);
            (pick % 3 != 0).then_some((m, pick % item.answers))
        })
        .collect()
}

fn posterior(model: &Model, given: &[(usize, usize)]) -> Posterior {
    Posterior::compute(model, &model.table(&[], &[]), given).unwrap()
}

fn same(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| (x - y).abs() <= tolerance)
}

fn permuted(model: &Model) -> Model {
    let mut prior = model.prior.clone();
    prior.reverse();
    let mut items = model.items.clone();
    for item in &mut items {
        item.rows.reverse();
    }
    Model::new(
        &prior,
        model.none_prior,
        model.none_spread,
        model.temper,
        model.relatedness.clone(),
        items,
    )
}

proptest! {
    #[test]
    fn a_posterior_is_a_distribution(model in model(2), picks in prop::collection::vec(any::<u8>(), 6)) {
        let p = posterior(&model, &given_for(&model, &picks)).p;
        prop_assert!((p.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(p.iter().all(|x| (0.0..=1.0).contains(x)));
    }

    #[test]
    fn permuting_personas_permutes_the_posterior(model in model(0), picks in prop::collection::vec(any::<u8>(), 6)) {
        let given = given_for(&model, &picks);
        let straight = posterior(&model, &given).p;
        let mut turned = posterior(&permuted(&model), &given).p;
        turned[1..].reverse();
        prop_assert!(same(&straight, &turned, 1e-12));
    }

    #[test]
    fn scaling_priors_changes_nothing(model in model(2), factor in 0.1_f64..50.0, picks in prop::collection::vec(any::<u8>(), 6)) {
        let scaled: Vec<f64> = model.prior.iter().map(|a| a * factor).collect();
        let other = Model::new(&scaled, model.none_prior, model.none_spread, model.temper, model.relatedness.clone(), model.items.clone());
        let given = given_for(&model, &picks);
        prop_assert!(same(&posterior(&model, &given).p, &posterior(&other, &given).p, 1e-12));
    }

    #[test]
    fn gain_is_bounded_and_is_the_expected_drop_of_entropy(mut model in model(0), picks in prop::collection::vec(any::<u8>(), 6)) {
        model.temper = 1.0;
        let given = given_for(&model, &picks);
        let now = posterior(&model, &given);
        let table = model.table(&[], &[]);
        let before = gain::entropy(now.p.iter().copied());
        for (m, item) in model.items.iter().enumerate() {
            let information = table.information(m, &now.p);
            prop_assert!(information >= 0.0);
            prop_assert!(information <= before.min((item.answers as f64).log2()) + 1e-9);
            if given.iter().any(|(g, _)| *g == m) {
                continue;
            }
            let q = gain::predictive(&model, &table, &now, m);
            let mut mean = vec![0.0; now.p.len()];
            let mut after = 0.0;
            for (v, q) in q.iter().enumerate() {
                let mut with = given.clone();
                with.push((m, v));
                with.sort_unstable();
                let next = posterior(&model, &with).p;
                after += q * gain::entropy(next.iter().copied());
                for (slot, p) in mean.iter_mut().zip(&next) {
                    *slot += q * p;
                }
            }
            prop_assert!((before - after - information).abs() < 1e-9);
            prop_assert!(same(&mean, &now.p, 1e-12));
        }
    }

    #[test]
    fn history_does_not_matter(model in model(2), picks in prop::collection::vec(any::<u8>(), 6), other in prop::collection::vec(any::<u8>(), 6)) {
        // Order, removing and giving again, and what a buffer held before: bit-equal all the same.
        let given = given_for(&model, &picks);
        let table = model.table(&[], &[]);
        let fresh = Posterior::compute(&model, &table, &given).unwrap();
        let mut reused = Posterior::compute(&model, &table, &given_for(&model, &other)).unwrap();
        for end in 0..given.len() {
            reused.update(&model, &table, &given[..end]).unwrap();
        }
        reused.update(&model, &table, &given).unwrap();
        prop_assert_eq!(fresh.p, reused.p);
    }

    #[test]
    fn shortlist_is_heavy_enough_and_minimal(mut model in model(1), picks in prop::collection::vec(any::<u8>(), 6)) {
        model = Model::new(&model.prior, 0.0, 0.2, 1.0, model.relatedness.clone(), model.items.clone());
        let now = posterior(&model, &given_for(&model, &picks));
        let list = now.shortlist(0.9);
        let mass: f64 = list.iter().map(|h| now.of(*h)).sum();
        prop_assert!(mass >= 0.9 - 1e-12);
        let without_last: f64 = list.iter().rev().skip(1).map(|h| now.of(*h)).sum();
        prop_assert!(without_last < 0.9);
    }

    #[test]
    fn learned_rows_stay_distributions(expert in row(3), answers in prop::collection::vec(0_usize..3, 0..40), s in 0.5_f64..10.0, forget in 0.5_f64..1.0) {
        let mut counts = vec![0.0; 3];
        for answer in &answers {
            count(&mut counts, *answer, 1.0, forget);
        }
        let theta = mean(&expert, s, &counts);
        prop_assert!((theta.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        prop_assert!(theta.iter().all(|x| (0.0..=1.0).contains(x)));
        // Folding the log again is what the increments gave.
        let mut again = vec![0.0; 3];
        for answer in &answers {
            count(&mut again, *answer, 1.0, forget);
        }
        prop_assert_eq!(&counts, &again);
        // Data weigh at most 1 / (1 − gamma).
        prop_assert!(again.iter().sum::<f64>() <= 1.0 / (1.0 - forget) + 1e-9);
    }

    #[test]
    fn single_precision_agrees(model in wide_model(), picks in prop::collection::vec(any::<u8>(), 12)) {
        let table = model.table(&[], &[]);
        let compact = Compact::new(&model, &table).unwrap();
        let now = posterior(&model, &given_for(&model, &picks));
        let (mut single, mut out) = (Vec::new(), Vec::new());
        compact.information_all(&now.p, &mut single, &mut out);
        prop_assert_eq!(out.len(), model.items.len());
        for (m, gain) in out.iter().enumerate() {
            prop_assert!((gain - table.information(m, &now.p)).abs() < 1e-5);
        }
    }

    #[test]
    fn pairwise_weights_add_up(model in model(2), picks in prop::collection::vec(any::<u8>(), 6)) {
        let now = posterior(&model, &given_for(&model, &picks));
        let ranking = now.ranking();
        let (top, second) = (ranking[0], ranking[1]);
        let terms = explain::pairwise(&model, &model.table(&[], &[]), &now, top, second);
        let sum: f64 = terms.iter().map(|t| t.decibans).sum::<f64>() + explain::prior_decibans(&model, top, second);
        prop_assert!((sum - 10.0 * (now.of(top) / now.of(second)).log10()).abs() < 1e-8);
    }

    #[test]
    fn an_answer_equal_for_all_changes_nothing(model in model(0), picks in prop::collection::vec(any::<u8>(), 6)) {
        // With no spread the background of such an item is the common row too.
        let mut items = model.items.clone();
        items.push(Item { answers: 2, rows: vec![vec![0.3, 0.7]; ROWS], noise: 0.0, cost: 1.0, availability: 1.0, group: None, link: None });
        let with = Model::new(&model.prior, model.none_prior, 0.0, model.temper, vec![], items);
        let given = given_for(&model, &picks);
        let mut more = given.clone();
        more.push((model.items.len(), 1));
        prop_assert!(same(&posterior(&with, &given).p, &posterior(&with, &more).p, 1e-12));
    }

    #[test]
    fn noise_of_one_tells_nothing(mut model in model(0)) {
        let mut items = model.items.clone();
        items[0].noise = 1.0;
        model = Model::new(&model.prior, model.none_prior, 0.2, model.temper, vec![], items);
        let worth = model.table(&[], &[]).information(0, &model.hypothesis_prior());
        prop_assert!(worth < 1e-12);
    }

    #[test]
    fn raising_a_likelihood_never_lowers_its_persona(mut model in model(0), raise in 0.0_f64..0.9) {
        model.none_prior = 0.0;
        let before = posterior(&model, &[(0, 0)]).p[1];
        let row = &mut model.items[0].rows[0];
        let room = 1.0 - row[0];
        let scale = 1.0 - raise;
        for x in row.iter_mut().skip(1) {
            *x *= scale;
        }
        row[0] += room * raise;
        prop_assert!(posterior(&model, &[(0, 0)]).p[1] >= before - 1e-12);
    }

    #[test]
    fn fully_related_copies_count_once_and_unrelated_ones_are_naive(model in model(0)) {
        let mut copy = model.items[0].clone();
        copy.group = Some(0);
        let build = |rho: f64| Model::new(&model.prior, model.none_prior, 0.2, 1.0, vec![rho], vec![copy.clone(), copy.clone(), copy.clone()]);
        let once = build(1.0);
        prop_assert!(same(&posterior(&once, &[(0, 0)]).p, &posterior(&once, &[(0, 0), (1, 0), (2, 0)]).p, 1e-12));
        let mut free = copy.clone();
        free.group = None;
        let naive = Model::new(&model.prior, model.none_prior, 0.2, 1.0, vec![], vec![free.clone(), free.clone(), free]);
        let given = [(0, 0), (1, 0), (2, 0)];
        prop_assert!(same(&posterior(&build(0.0), &given).p, &posterior(&naive, &given).p, 1e-12));
    }

    #[test]
    fn score_falls_with_cost_and_grows_with_availability(model in model(0)) {
        let score = |cost: f64, availability: f64| {
            let mut other = model.clone();
            other.items[0].cost = cost;
            other.items[0].availability = availability;
            let now = posterior(&other, &[]);
            gain::worths(&other, &other.table(&[], &[]), &now, &[], std::iter::once(0))[0].score
        };
        prop_assert!(score(2.0, 0.5) <= score(1.0, 0.5));
        prop_assert!(score(1.0, 1.0) >= score(1.0, 0.5));
    }

    #[test]
    fn a_present_situation_keeps_rows_distributions(model in model(0), own in row(2), pi in 0.0_f64..1.0) {
        let rows = model.items.iter().map(|i| (i.answers == 2).then(|| own.clone())).collect();
        let shift = Shift::new(&model, rows);
        let table = model.table(&[shift], &[pi]);
        for (m, item) in model.items.iter().enumerate() {
            for h in 0..table.hypotheses() {
                let sum: f64 = (0..item.answers).map(|v| table.th(m, v)[h]).sum();
                prop_assert!((sum - 1.0).abs() < 1e-12);
            }
        }
    }
}

#[test]
fn four_hundred_tiny_likelihoods_do_not_underflow() {
    let items = (0..400)
        .map(|_| Item {
            answers: 2,
            rows: vec![vec![1.0 - 1e-12, 1e-12], vec![1.0 - 2e-12, 2e-12]],
            noise: 0.0,
            cost: 1.0,
            availability: 1.0,
            group: None,
            link: None,
        })
        .collect();
    let model = Model::new(&[1.0, 1.0], 0.0, 0.2, 1.0, vec![], items);
    let given: Vec<(usize, usize)> = (0..400).map(|m| (m, 1)).collect();
    let p = posterior(&model, &given).p;
    assert!(p[2] > 0.999_999 && p.iter().all(|x| x.is_finite()));
}

#[test]
fn nothing_is_allocated_once_the_buffers_have_grown() {
    let items: Vec<Item> = (0..60)
        .map(|m| Item {
            answers: 2 + m % 3,
            rows: (0..10)
                .map(|k| {
                    let row: Vec<f64> = (0..2 + m % 3)
                        .map(|v| (1 + (m * 7 + k * 3 + v * 5) % 11) as f64)
                        .collect();
                    let total: f64 = row.iter().sum();
                    row.iter().map(|x| x / total).collect()
                })
                .collect(),
            noise: 0.02,
            cost: 1.0,
            availability: 1.0,
            group: (m % 4 == 0).then_some(m % 3),
            link: None,
        })
        .collect();
    let model = Model::new(&[1.0; 10], 0.05, 0.2, 1.0, vec![0.5; 3], items);
    let rows = model
        .items
        .iter()
        .map(|i| (i.answers == 2).then(|| vec![0.4, 0.6]))
        .collect();
    let shifts = [Shift::new(&model, rows)];
    let mut table = model.table(&[], &[]);
    let mut now = Posterior::default();
    let (mut worths, mut ranking) = (Vec::new(), Vec::new());
    let mut key = |given: &[(usize, usize)], pi: f64| {
        table.fill(&model, &shifts, &[pi], 0..60);
        now.update(&model, &table, given).unwrap();
        gain::worths_into(&model, &table, &now, given, 0..60, &mut worths);
        gain::rank_in_place(&mut worths);
        now.ranking_into(&mut ranking);
    };
    let given: Vec<(usize, usize)> = (0..30).map(|m| (2 * m, 1)).collect();
    key(&given, 0.3);
    let measured = allocation_counter::measure(|| {
        for end in 0..given.len() {
            key(&given[..end], 0.01 * end as f64);
        }
    });
    assert_eq!(measured.count_total, 0);
}
