//! The program itself, as a script calls it.

use std::process::{Command, Output};

use serde_json::Value;

fn reflexe(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_reflexe"))
        .args(arguments)
        .output()
        .unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = reflexe(arguments);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn three_mobile_cues_put_tout_sur_mobile_first() {
    let found = json(&[
        "identify",
        "--channel",
        "counter",
        "--cue",
        "E2",
        "--cue",
        "N8",
        "--cue",
        "A6",
        "--json",
    ]);
    assert_eq!(found["candidates"][0]["name"], "Tout sur mobile");
    assert_eq!(found["candidates"].as_array().unwrap().len(), 6);
    let sum: f64 = found["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["decibans"].as_f64().unwrap())
        .sum();
    let p = |i: usize| found["candidates"][i]["probability"].as_f64().unwrap();
    let odds = 10.0 * (p(0) / p(1)).log10();
    assert!((found["prior_decibans"].as_f64().unwrap() + sum - odds).abs() < 1e-9);
}

#[test]
fn a_declared_tool_raises_acces_adapte() {
    let found = json(&[
        "identify",
        "--channel",
        "counter",
        "--cue",
        "E2",
        "--cue",
        "H2",
        "--cue",
        "A6",
        "--json",
    ]);
    assert_eq!(found["candidates"][0]["code"], "MOB");
    let situation = found["situations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["code"] == "ACC")
        .unwrap();
    assert_eq!(situation["state"], "declared");
}

#[test]
fn one_cue_is_uncertain_and_minutes_default_to_two() {
    let found = json(&["identify", "--channel", "counter", "--cue", "A4", "--json"]);
    assert_eq!(found["label"], "uncertain");
    assert_eq!(found["minutes"], "2");
    assert!(!found["plan"].as_array().unwrap().is_empty());
}

#[test]
fn the_opener_comes_first_and_an_answer_is_an_id_or_a_position() {
    let found = json(&["identify", "--channel", "phone", "--json"]);
    assert_eq!(found["next_questions"][0]["code"], "Q15");
    assert_eq!(found["next_questions"][0]["why"], "opener");
    let by_position = json(&[
        "identify",
        "--channel",
        "counter",
        "--answer",
        "Q2=3",
        "--json",
    ]);
    let by_id = json(&[
        "identify",
        "--channel",
        "counter",
        "--answer",
        "aide-souhaitee=ensemble",
        "--json",
    ]);
    assert_eq!(by_position, by_id);
}

#[test]
fn a_deadline_asks_for_the_date_by_rule() {
    let found = json(&["identify", "--channel", "phone", "--cue", "U1", "--json"]);
    assert_eq!(found["next_questions"][0]["code"], "Q9");
    assert_eq!(found["next_questions"][0]["why"], "rule");
}

#[test]
fn usage_errors_are_french_and_exit_with_two() {
    for arguments in [
        &["identify", "--channel", "counter", "--cue", "ZZ9"][..],
        &["identify", "--channel", "moon"],
        &[
            "identify",
            "--channel",
            "counter",
            "--cue",
            "N1",
            "--cue",
            "N3",
        ],
        &[
            "identify",
            "--channel",
            "counter",
            "--cue",
            "E2",
            "--not-cue",
            "E2",
        ],
        &["identify", "--channel", "counter", "--answer", "Q2=77"],
        &["--nonsense"],
    ] {
        let output = reflexe(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.trim().is_empty(), "{arguments:?}");
        assert!(!said.contains("error:"), "{said}");
    }
}

#[test]
fn the_reference_kit_checks_clean_and_bundles() {
    let report = json(&["check", "--json"]);
    assert_eq!(report["errors"], 0);
    assert_eq!(report["cases"].as_array().unwrap().len(), 14);
    assert_eq!(report["cases_differing"], 0);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("kit.ron");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/personas/usagers-numeriques");
    assert!(
        reflexe(&["bundle", source, out.to_str().unwrap()])
            .status
            .success()
    );
    let same = json(&["check", out.to_str().unwrap(), "--json"]);
    assert_eq!(same["errors"], 0);
    assert_eq!(same["cases_differing"], 0);
}

#[test]
fn a_missing_kit_exits_with_one() {
    let output = reflexe(&["check", "no-such-kit.ron"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!output.stderr.is_empty());
}

#[test]
fn a_kit_given_before_the_command_is_used() {
    let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/kits/small.ron");
    let before = json(&["--kit", small, "check", "--json"]);
    let after = json(&["check", small, "--json"]);
    assert_eq!(before["origin"], after["origin"]);
}
