//! The engine against values computed elsewhere: 60-digit arithmetic and an independent program.

use std::sync::atomic::{AtomicUsize, Ordering};

use std::collections::BTreeMap;

use reflexe_personas::domain::engine::{Item, Model, Posterior, explain, gain};
use serde_json::Value;

pub(crate) const ENGINE: &str = include_str!("../fixtures/vectors/engine.json");

/// Values compared with those that others computed, by all the tests of this run so far.
static COMPARED: AtomicUsize = AtomicUsize::new(0);

/// Leaves their count; the test that ends last counts them all.
fn leave_the_count() {
    let compared = crate::trust::count(COMPARED.load(Ordering::Relaxed));
    crate::trust::measured(
        "vectors",
        "valeurs de référence du moteur",
        &format!("{compared} valeurs, toutes à 1e-9"),
        "toutes",
        "vectors",
    );
}

#[track_caller]
pub(crate) fn close(actual: f64, expected: f64, what: &str) {
    COMPARED.fetch_add(1, Ordering::Relaxed);
    let tolerance = 1e-9 * expected.abs() + 1e-12;
    assert!(
        (actual - expected).abs() <= tolerance,
        "{what}: {actual} instead of {expected}"
    );
}

pub(crate) fn number(value: &Value) -> f64 {
    match value {
        Value::String(text) => text.parse().unwrap(),
        other => other.as_f64().unwrap(),
    }
}

pub(crate) fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// Reads a numeric kit of the vector file.
pub(crate) fn model(kit: &Value) -> Model {
    let groups = list(&kit["groups"]);
    let items = list(&kit["cues"])
        .iter()
        .map(|cue| Item {
            answers: list(&cue["answers"]).len(),
            rows: list(&cue["likelihood"])
                .iter()
                .map(|row| {
                    let row: Vec<f64> = list(row).iter().map(number).collect();
                    let total: f64 = row.iter().sum();
                    row.iter().map(|x| x / total).collect()
                })
                .collect(),
            noise: number(&cue["epsilon"]),
            cost: cue.get("cost").map_or(1.0, number),
            availability: cue.get("availability").map_or(1.0, number),
            group: cue
                .get("group")
                .filter(|g| !g.is_null())
                .and_then(|id| groups.iter().position(|g| &g["id"] == id)),
            link: None,
        })
        .collect();
    let prior: Vec<f64> = list(&kit["personas"])
        .iter()
        .map(|p| number(&p["prior"]))
        .collect();
    Model::new(
        &prior,
        number(&kit["none_prior"]),
        number(&kit["background_uniform_weight"]),
        number(&kit["beta"]),
        groups.iter().map(|g| number(&g["rho"])).collect(),
        items,
    )
}

pub(crate) fn cue_names(kit: &Value) -> Vec<&str> {
    list(&kit["cues"])
        .iter()
        .map(|c| c["id"].as_str().unwrap())
        .collect()
}

pub(crate) fn hypotheses(kit: &Value) -> Vec<&str> {
    std::iter::once("none")
        .chain(
            list(&kit["personas"])
                .iter()
                .map(|p| p["id"].as_str().unwrap()),
        )
        .collect()
}

pub(crate) fn answers_of(kit: &Value, answers: &Value) -> Vec<(usize, usize)> {
    let names = cue_names(kit);
    let given: BTreeMap<usize, usize> = answers
        .as_object()
        .unwrap()
        .iter()
        .map(|(cue, answer)| {
            let m = names.iter().position(|n| n == cue).unwrap();
            let v = list(&kit["cues"][m]["answers"])
                .iter()
                .position(|a| a == answer)
                .unwrap();
            (m, v)
        })
        .collect();
    given.into_iter().collect()
}

#[test]
fn small_kit_matches_sixty_digit_values() {
    let file: Value = serde_json::from_str(ENGINE).unwrap();
    let kit = &file["kit"];
    let model = model(kit);
    let names = cue_names(kit);
    for (m, name) in names.iter().enumerate() {
        let expected = number(&file["static_strength_bits"][name]);
        assert!((model.strength[m] - expected).abs() <= 0.5e-9 + 1e-12);
        close(
            model
                .table(&[], &[])
                .information(m, &model.hypothesis_prior()),
            expected,
            name,
        );
    }
    let mut checked = 0;
    for case in list(&file["cases"]) {
        let given = answers_of(kit, &case["answers"]);
        let table = model.table(&[], &[]);
        let posterior = Posterior::compute(&model, &table, &given).unwrap();
        for (h, name) in hypotheses(kit).iter().enumerate() {
            close(posterior.p[h], number(&case["posterior"][name]), name);
            close(
                posterior.log_score[h],
                number(&case["log_scores"][name]),
                name,
            );
        }
        close(
            gain::entropy(posterior.p.iter().copied()),
            number(&case["entropy_bits"]),
            "entropy",
        );
        let ranking = posterior.ranking();
        let hypotheses = hypotheses(kit);
        assert_eq!(hypotheses[ranking[0]], case["top"].as_str().unwrap());
        assert_eq!(hypotheses[ranking[1]], case["runner_up"].as_str().unwrap());
        let unknown: Vec<&str> = list(&case["unknown"])
            .iter()
            .map(|u| u.as_str().unwrap())
            .collect();
        let mut open = (0..names.len())
            .filter(|m| given.iter().all(|(g, _)| g != m) && !unknown.contains(&names[*m]));
        let worths = gain::worths(&model, &table, &posterior, &given, &mut open);
        let expected = list(&case["questions"]);
        assert_eq!(worths.len(), expected.len());
        for (worth, question) in worths.iter().zip(expected) {
            assert_eq!(names[worth.item], question["id"].as_str().unwrap());
            close(worth.gain_bits, number(&question["eig_bits"]), "eig");
            close(worth.score, number(&question["score"]), "score");
            close(
                gain::novelty(&model, worth.item, &given),
                number(&question["novelty"]),
                "novelty",
            );
            let predictive = gain::predictive(&model, &table, &posterior, worth.item);
            for (q, wanted) in predictive.iter().zip(list(&question["predictive"])) {
                close(*q, number(wanted), "predictive");
            }
            checked += 1;
        }
        match case["next"].as_str() {
            Some(next) => assert_eq!(names[gain::rank(worths)[0].item], next),
            None => assert!(worths.is_empty()),
        }
        let terms = explain::pairwise(&model, &table, &posterior, ranking[0], ranking[1]);
        assert_eq!(terms.len(), case["pairwise_db"].as_object().unwrap().len());
        let mut sum = explain::prior_decibans(&model, ranking[0], ranking[1]);
        for term in &terms {
            let wanted = number(&case["pairwise_db"][names[term.item]]);
            close(term.decibans, wanted, "pairwise");
            sum += term.decibans;
        }
        let odds = 10.0 * (posterior.of(ranking[0]) / posterior.of(ranking[1])).log10();
        assert!((sum - odds).abs() < 1e-9);
    }
    assert!(checked >= 10, "only {checked} questions checked");
    leave_the_count();
}

#[test]
fn edge_kits_match() {
    let file: Value = serde_json::from_str(ENGINE).unwrap();
    for edge in list(&file["edge"]) {
        let model = model(&edge["kit"]);
        let given: BTreeMap<usize, usize> = edge["answers_by_index"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(m, v)| {
                (
                    m.parse().unwrap(),
                    usize::try_from(v.as_u64().unwrap()).unwrap(),
                )
            })
            .collect();
        let given: Vec<_> = given.into_iter().collect();
        let result = Posterior::compute(&model, &model.table(&[], &[]), &given);
        if edge["posterior"].is_null() {
            let error = result.unwrap_err();
            assert_eq!(error.culprits, vec![0, 1], "{}", edge["name"]);
        } else {
            let posterior = result.unwrap();
            for (p, wanted) in posterior.p.iter().zip(list(&edge["posterior"])) {
                close(*p, number(wanted), edge["name"].as_str().unwrap());
            }
        }
    }
    leave_the_count();
}

struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) >> 11
    }
}

#[test]
fn generated_kits_match() {
    let file: Value = serde_json::from_str(ENGINE).unwrap();
    for kit in list(&file["generated"]["kits"]) {
        let size = |name: &str| usize::try_from(kit[name].as_u64().unwrap()).unwrap();
        let (k, m, v) = (size("K"), size("M"), size("V"));
        let mut random = SplitMix64(kit["seed"].as_u64().unwrap());
        let prior: Vec<f64> = (0..k).map(|_| (1 + random.next() % 1000) as f64).collect();
        let items = (0..m)
            .map(|_| {
                let cost = (1 + random.next() % 5) as f64;
                let rows = (0..k)
                    .map(|_| {
                        let row: Vec<f64> =
                            (0..v).map(|_| (1 + random.next() % 1000) as f64).collect();
                        let total: f64 = row.iter().sum();
                        row.iter().map(|x| x / total).collect()
                    })
                    .collect();
                Item {
                    answers: v,
                    rows,
                    noise: 0.02,
                    cost,
                    availability: 1.0,
                    group: None,
                    link: None,
                }
            })
            .collect();
        let model = Model::new(&prior, 0.05, 0.2, 1.0, vec![], items);
        let given: BTreeMap<usize, usize> = kit["observed"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(m, v)| {
                (
                    m.parse().unwrap(),
                    usize::try_from(v.as_u64().unwrap()).unwrap(),
                )
            })
            .collect();
        let given: Vec<_> = given.into_iter().collect();
        let table = model.table(&[], &[]);
        let posterior = Posterior::compute(&model, &table, &given).unwrap();
        close(posterior.p[0], number(&kit["posterior_none"]), "none");
        for entry in list(&kit["posterior_top5"]) {
            let h = usize::try_from(entry[0].as_u64().unwrap()).unwrap();
            close(posterior.p[h], number(&entry[1]), "posterior");
        }
        close(
            gain::entropy(posterior.p.iter().copied()),
            number(&kit["entropy_bits"]),
            "entropy",
        );
        let mut open = (0..m).filter(|m| given.iter().all(|(g, _)| g != m));
        let worths = gain::worths(&model, &table, &posterior, &given, &mut open);
        close(
            worths.iter().map(|w| w.gain_bits).sum(),
            number(&kit["sum_eig_bits"]),
            "sum of gains",
        );
        for (worth, wanted) in gain::rank(worths).iter().zip(list(&kit["question_top5"])) {
            assert_eq!(worth.item as u64, wanted["cue"].as_u64().unwrap());
            close(worth.gain_bits, number(&wanted["eig_bits"]), "eig");
            close(worth.score, number(&wanted["score"]), "score");
        }
    }
    leave_the_count();
}
