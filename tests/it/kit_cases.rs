//! Both layers on real content, against an independent implementation.

use std::path::Path;

use reflexe_personas::domain::evidence::{Evidence, Sighting};
use reflexe_personas::domain::identification::{Identification, Observation, SituationState};
use reflexe_personas::domain::identify::Recogniser;
use reflexe_personas::domain::kit::{Kit, QuestionRole};
use reflexe_personas::domain::vocab::Channel;
use reflexe_personas::store::kit_file;
use serde_json::Value;

const CASES: &str = include_str!("../fixtures/vectors/kit_cases.json");

#[track_caller]
fn close(actual: f64, expected: f64, what: &str) {
    let tolerance = 1e-9 * expected.abs() + 1e-12;
    assert!(
        (actual - expected).abs() <= tolerance,
        "{what}: {actual} instead of {expected}"
    );
}

fn names(value: &Value) -> impl Iterator<Item = &str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_str().unwrap())
}

fn evidence(kit: &Kit, case: &Value) -> Evidence {
    let mut evidence = Evidence::new(Channel::from_key(case["channel"].as_str().unwrap()).unwrap());
    for code in names(&case["cues"]) {
        evidence
            .cues
            .insert(kit.cue(code).unwrap().id.clone(), Sighting::Observed);
    }
    for code in names(&case["not_cues"]) {
        evidence
            .cues
            .insert(kit.cue(code).unwrap().id.clone(), Sighting::Denied);
    }
    for (code, answer) in case["answers"].as_object().unwrap() {
        let question = kit.question(code).unwrap();
        let position = usize::try_from(answer["position"].as_u64().unwrap()).unwrap() - 1;
        evidence
            .answers
            .insert(question.id.clone(), question.answers[position].id.clone());
    }
    evidence
}

fn check_situations(kit: &Kit, found: &Identification, case: &Value, name: &str) {
    for situation in &found.situations {
        let code = &kit.persona(situation.id.as_str()).unwrap().code;
        let expected = &case["situations"][code];
        close(
            situation.probability,
            expected["probability"].as_f64().unwrap(),
            name,
        );
        let state = situation.state.map(|s| match s {
            SituationState::Declared => "declared",
            SituationState::ToVerify => "to_verify",
        });
        assert_eq!(state, expected["state"].as_str(), "{name}: {code}");
    }
}

fn check_reasons(kit: &Kit, found: &Identification, case: &Value, name: &str) {
    close(
        found.prior_decibans,
        case["prior_decibans"].as_f64().unwrap(),
        name,
    );
    let expected = case["reasons"].as_array().unwrap();
    assert_eq!(found.reasons.len(), expected.len(), "{name}");
    for reason in &found.reasons {
        let (code, kind) = match &reason.observation {
            Observation::Cue(id) => (&kit.cue(id.as_str()).unwrap().code, "cue"),
            Observation::NotCue(id) => (&kit.cue(id.as_str()).unwrap().code, "not_cue"),
            Observation::Answer(id, _) => (&kit.question(id.as_str()).unwrap().code, "answer"),
        };
        let wanted = expected
            .iter()
            .find(|r| r["code"] == code.as_str())
            .unwrap();
        assert_eq!(wanted["kind"], kind);
        close(reason.decibans, wanted["decibans"].as_f64().unwrap(), name);
        close(reason.weight, wanted["weight"].as_f64().unwrap(), name);
    }
    let sum: f64 = found.reasons.iter().map(|r| r.decibans).sum();
    let odds = 10.0 * (found.candidates[0].probability / found.candidates[1].probability).log10();
    assert!((found.prior_decibans + sum - odds).abs() < 1e-9, "{name}");
}

#[test]
fn all_cases_match() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kits/content-levels.ron");
    let kit = kit_file::load(&path, None).unwrap().kit.unwrap();
    let file: Value = serde_json::from_str(CASES).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 28);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let evidence = evidence(&kit, case);
        let found = Recogniser::new(&kit, evidence.channel)
            .identify(&kit, &evidence)
            .unwrap();
        assert_eq!(found.label.key(), case["label"].as_str().unwrap(), "{name}");
        close(found.none_of_these, case["none"].as_f64().unwrap(), name);
        for candidate in &found.candidates {
            let code = &kit.persona(candidate.id.as_str()).unwrap().code;
            close(
                candidate.probability,
                case["profiles"][code].as_f64().unwrap(),
                name,
            );
        }
        let code = |i: usize| {
            kit.persona(found.candidates[i].id.as_str())
                .unwrap()
                .code
                .as_str()
        };
        assert_eq!(code(0), case["top"].as_str().unwrap(), "{name}");
        assert_eq!(code(1), case["against"].as_str().unwrap(), "{name}");
        check_situations(&kit, &found, case, name);
        check_reasons(&kit, &found, case, name);
    }
}

#[test]
fn best_questions_match() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/kits/content-levels.ron");
    let loaded = kit_file::load(&path, None).unwrap().kit.unwrap();
    // The reference list has no opener, no hold and no threshold.
    let mut content = loaded.content().clone();
    content.openers.clear();
    content.engine.min_gain_bits = 0.0;
    content.engine.stop = 1.0;
    content.rules.retain(|rule| {
        !rule
            .then
            .iter()
            .any(|e| matches!(e, reflexe_personas::domain::kit::RuleEffect::Ask(_)))
    });
    for rule in &mut content.rules {
        rule.then.retain(|e| {
            !matches!(
                e,
                reflexe_personas::domain::kit::RuleEffect::HoldQuestion(_)
            )
        });
    }
    let kit = reflexe_personas::domain::validate::admit(content, None)
        .kit
        .unwrap();
    let file: Value = serde_json::from_str(CASES).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let evidence = evidence(&kit, case);
        let found = Recogniser::new(&kit, evidence.channel)
            .identify(&kit, &evidence)
            .unwrap();
        for wanted in case["inform_questions_by_gain"].as_array().unwrap() {
            let question = kit.question(wanted["code"].as_str().unwrap()).unwrap();
            assert_eq!(question.role, QuestionRole::Inform);
            let got = found
                .next_questions
                .iter()
                .find(|q| q.id == question.id)
                .unwrap();
            close(
                got.gain_bits,
                wanted["gain_bits"].as_f64().unwrap(),
                case["name"].as_str().unwrap(),
            );
        }
    }
}
