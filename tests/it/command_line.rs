//! The program itself, as a script calls it.
#![expect(
    clippy::disallowed_methods,
    reason = "a test looks at files itself, and asks whether it runs in CI"
)]

use std::path::Path;
use std::process::{Command, Output};

use reflexe_personas::domain::guard::scan;
use reflexe_personas::store::lexicon::guard_of_kit;
use serde_json::Value;

fn reflexe(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_reflexe"))
        .args(arguments)
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
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
    assert_eq!(report["warnings"], 0);
    assert!(report["cases"].as_array().unwrap().len() >= 60);
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
fn a_bundle_takes_the_words_of_its_kit_along() {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/personas/usagers-numeriques");
    let home = tempfile::tempdir().unwrap();
    let (kit, out) = (home.path().join("kit"), home.path().join("out"));
    std::fs::create_dir_all(kit.join("profiles")).unwrap();
    std::fs::create_dir(&out).unwrap();
    for folder in ["", "profiles"] {
        for entry in std::fs::read_dir(Path::new(source).join(folder)).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                std::fs::copy(entry.path(), kit.join(folder).join(entry.file_name())).unwrap();
            }
        }
    }
    let bundle = || {
        let out = out.join("usagers.ron");
        let output = reflexe(&["bundle", kit.to_str().unwrap(), out.to_str().unwrap()]);
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!bundle().contains("mots à masquer"));
    let words = r#"( categories: [ ( id: "local", terms: ["trefle"] ) ] )"#;
    std::fs::write(kit.join("guard.ron"), words).unwrap();
    assert!(bundle().contains("l’accompagnent"));
    assert_eq!(
        std::fs::read(out.join("guard.ron")).unwrap(),
        words.as_bytes()
    );
    let (lexicon, _) = guard_of_kit(&out.join("usagers.ron"), "fr");
    assert_eq!(scan("un trèfle", &lexicon, 2026).len(), 1);
    // Other words beside it go to their version before; words that are not this kit's are told.
    std::fs::write(out.join("guard.ron"), "()").unwrap();
    bundle();
    assert_eq!(std::fs::read(out.join("guard.ron.prec")).unwrap(), b"()");
    std::fs::remove_file(kit.join("guard.ron")).unwrap();
    assert!(bundle().contains("effacez-le s’il vient d’un autre kit"));
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

/// Cases of the reference kit, in a file.
fn table(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

const CASES: &str = "persona,channel,E2,N8,Q2,situations,age\n\
    tout-sur-mobile,counter,oui,oui,ensemble,,31\n\
    MOB,phone,oui,,,,\n\
    pas-a-pas,,,non,me-le-montrer,ACC,\n";

#[test]
fn evaluate_measures_confirmed_cases() {
    let cases = table(CASES);
    let output = reflexe(&["evaluate", cases.path().to_str().unwrap(), "--json"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["cases"], 3);
    let adaptive = &value["adaptive"];
    for key in ["questions_total", "questions_mean", "correct", "reached"] {
        assert!(adaptive[key].is_number(), "{key}");
    }
    for key in ["accuracy", "log_loss", "ece", "brier"] {
        assert!(value[key].as_f64().unwrap() >= 0.0, "{key}");
    }
    assert_eq!(value["confusion"]["tout-sur-mobile"]["tout-sur-mobile"], 2);
    assert!(stderr(&output).contains("age"), "an unknown column is told");
    let readable = reflexe(&["evaluate", cases.path().to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&readable.stdout).contains("Log-perte"));
}

#[test]
fn a_bad_cell_is_refused_with_its_row_and_column() {
    for (text, words) in [
        ("persona,E2\nporte-parole,oui\n", "situation"),
        (
            "persona,E2\nfantôme,oui\n",
            "Ligne 2, colonne «\u{202f}persona\u{202f}»",
        ),
        (
            "persona,E2\nMOB,oui\nMOB,peut-être\n",
            "Ligne 3, colonne «\u{202f}E2\u{202f}»",
        ),
        (
            "persona,Q2\nMOB,jamais\n",
            "Ligne 2, colonne «\u{202f}Q2\u{202f}»",
        ),
        ("persona,channel\nMOB,mail\n", "counter ou phone"),
        ("persona,E2,tout-sur-telephone\nMOB,oui,oui\n", "deux fois"),
        ("E2\noui\n", "colonne persona"),
        ("persona,E2\n", "aucun cas"),
        ("persona,E2\nMOB\n", "Ligne 2"),
        ("persona,situations\nMOB,REP\n", "situations"),
    ] {
        let cases = table(text);
        let output = reflexe(&["evaluate", cases.path().to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(
            stderr(&output).contains(words),
            "{text}\n{}",
            stderr(&output)
        );
    }
}

#[test]
fn a_spreadsheet_set_to_french_is_read() {
    let cases = table("\u{feff}persona;E2;N8\nMOB;oui;oui\n");
    let output = reflexe(&["evaluate", cases.path().to_str().unwrap(), "--json"]);
    assert!(output.status.success(), "{}", stderr(&output));
}

#[test]
fn learn_writes_a_kit_that_loads_says_where_it_comes_from_and_is_used() {
    let cases = table(CASES);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("appris.ron");
    let output = reflexe(&[
        "learn",
        cases.path().to_str().unwrap(),
        "--pseudo-count",
        "5",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert!(output.status.success(), "{}", stderr(&output));
    let kit = std::fs::read_to_string(&out).unwrap();
    assert!(kit.contains("3 cas confirmés") && kit.contains("P("));
    let check = reflexe(&["check", out.to_str().unwrap(), "--json"]);
    let value: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(value["errors"], 0);
    let refused = reflexe(&["learn", "x.csv", "--pseudo-count", "0", "--out", "y.ron"]);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn diagnose_says_both_channels_and_repeats_itself() {
    let run = || reflexe(&["diagnose", "--samples", "20", "--seed", "9", "--json"]);
    let first = run();
    assert!(first.status.success(), "{}", stderr(&first));
    let value: serde_json::Value = serde_json::from_slice(&first.stdout).unwrap();
    assert_eq!(value.as_array().unwrap().len(), 2);
    for channel in value.as_array().unwrap() {
        let profiles = channel["profiles"].as_array().unwrap().len();
        let adaptive = &channel["adaptive"];
        assert_eq!(
            adaptive["confusion"].as_array().unwrap().len(),
            profiles + 1
        );
        assert_eq!(
            adaptive["questions"].as_array().unwrap().len(),
            profiles + 1
        );
        assert!(channel["strangers"]["identified"]["error"].is_number());
    }
    assert_eq!(first.stdout, run().stdout);
    let readable = reflexe(&["diagnose", "--samples", "5", "--channel", "phone"]);
    let text = String::from_utf8_lossy(&readable.stdout).into_owned();
    assert!(text.starts_with("Téléphone") && text.contains("aucun profil ne décrit"));
}

#[test]
fn reasons_say_their_strength_their_discount_and_what_hangs_on_them() {
    let output = reflexe(&[
        "identify",
        "--channel",
        "counter",
        "--cue",
        "E2",
        "--cue",
        "E3",
        "--cue",
        "A6",
        "--json",
    ]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let reasons = value["reasons"].as_array().unwrap();
    assert!(
        reasons
            .iter()
            .all(|r| r["strength"].as_str().unwrap().starts_with("indice "))
    );
    let discounted: Vec<_> = reasons
        .iter()
        .filter(|r| !r["discount"].is_null())
        .collect();
    assert_eq!(discounted.len(), 1, "{value}");
    let words = discounted[0]["discount"].as_str().unwrap();
    assert!(
        words.starts_with("compte pour moitié\u{a0}: proche de «"),
        "{words}"
    );
    assert!(value["changes"].is_array());
}

#[test]
fn an_accredited_structure_gets_its_own_steps() {
    let plan = |more: &[&str]| {
        let mut arguments = vec![
            "identify",
            "--channel",
            "counter",
            "--cue",
            "D1",
            "--cue",
            "D2",
            "--cue",
            "D5",
            "--minutes",
            "10",
            "--json",
        ];
        arguments.extend(more);
        let value = json(&arguments);
        let ids = value["plan"].as_array().unwrap().iter();
        ids.map(|step| step["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let (without, with) = (plan(&[]), plan(&["--setting", "aidants-connect"]));
    assert_ne!(without, with);
    assert!(
        with.iter().any(|id| id.contains("aidants-connect")),
        "{with:?}"
    );
}

#[test]
fn guard_reads_a_text_blocks_on_red_and_never_repeats_a_value() {
    let guard = |text: &str, more: &[&str]| {
        let file = tempfile::Builder::new().suffix(".txt").tempfile().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let mut arguments = vec!["guard", file.path().to_str().unwrap()];
        arguments.extend(more);
        reflexe(&arguments)
    };
    let red = guard("Été : rappeler au 06 39 98 12 34", &[]);
    assert_eq!(red.status.code(), Some(1));
    let said = String::from_utf8_lossy(&red.stdout).into_owned() + &stderr(&red);
    assert!(
        said.contains("bloquant") && !said.contains("98 12"),
        "{said}"
    );
    let output = guard("Été : rappeler au 06 39 98 12 34", &["--json"]);
    assert_eq!(output.status.code(), Some(1));
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value[0]["kind"], "mobile");
    assert_eq!(value[0]["severity"], "red");
    assert_eq!(
        (&value[0]["start"], &value[0]["end"]),
        (&18.into(), &32.into())
    );
    assert_eq!(value[0]["text"], "06 39 98 12 34");
    let clean = guard("Dossier complet, retour mardi.", &["--json"]);
    assert!(clean.status.success());
    assert_eq!(String::from_utf8_lossy(&clean.stdout).trim(), "[]");
    let orange = guard("Vu avec Mme Durand", &[]);
    assert!(orange.status.success(), "orange tells and does not fail");
}

#[test]
fn guard_refuses_a_text_longer_than_it_reads_and_says_so() {
    let guard = |text: &[u8]| {
        let file = tempfile::Builder::new().suffix(".txt").tempfile().unwrap();
        std::fs::write(file.path(), text).unwrap();
        reflexe(&["guard", file.path().to_str().unwrap()])
    };
    let most = 4 << 20;
    // What ends after the last byte read would go unseen.
    let mut long = "dossier repris, suite mardi\n".repeat(most / 28 + 10_000);
    long.push_str("rappeler au 06 39 98 12 34");
    // A character of two bytes across the limit is no other encoding.
    let across = format!("{}éé", "a".repeat(most - 1));
    for text in [long, across] {
        let output = guard(text.as_bytes());
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("4\u{a0}Mio"), "{said}");
        assert!(
            !said.contains("UTF-8") && !said.contains("remarque"),
            "{said}"
        );
    }
    let whole = guard("a".repeat(most).as_bytes());
    assert!(whole.status.success(), "{}", stderr(&whole));
}

/// A terminal made by `script`, which every Debian has.
#[cfg(target_os = "linux")]
#[test]
fn guard_shows_the_value_on_a_terminal_and_only_there() {
    let file = tempfile::Builder::new().suffix(".txt").tempfile().unwrap();
    std::fs::write(file.path(), "rappeler au 06 39 98 12 34").unwrap();
    let program = env!("CARGO_BIN_EXE_reflexe");
    let call = format!("{program} guard {}", file.path().display());
    let shown = std::process::Command::new("script")
        .args(["--quiet", "--return", "--command", &call, "/dev/null"])
        .stdin(std::process::Stdio::null())
        .output();
    let Ok(shown) = shown else {
        assert!(std::env::var_os("CI").is_none(), "no terminal in CI");
        println!("skipped: there is no `script` here");
        return;
    };
    let said = String::from_utf8_lossy(&shown.stdout);
    assert!(
        said.contains("\u{1b}[1;4;31m06 39 98 12 34\u{1b}[0m"),
        "{said:?}"
    );
    assert_eq!(shown.status.code(), Some(1));
    let piped = reflexe(&["guard", file.path().to_str().unwrap()]);
    let said = String::from_utf8_lossy(&piped.stdout);
    assert!(
        !said.contains("98 12") && !said.contains('\u{1b}'),
        "{said:?}"
    );
}

#[test]
fn versions_are_published_listed_and_restored() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_str().unwrap();
    let kit = "tests/fixtures/kits/small.ron";
    let publish = |kit: &str, more: &[&str]| {
        let fixed = ["publish", kit, "--to", to, "--role", "responsable"];
        reflexe(&[&fixed, more].concat())
    };
    let text = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    let first = publish(kit, &["--reason", "Premier kit de l’équipe"]);
    assert!(first.status.success(), "{}", stderr(&first));
    assert!(text(&first).starts_with("Version 1 publiée ("));
    let listed = json(&["versions", to, "--json"]);
    assert_eq!(listed["versions"][0]["standing"], "current");
    assert_eq!(listed["versions"][0]["reason"], "Premier kit de l’équipe");
    let hash = listed["versions"][0]["hash"].as_str().unwrap().to_owned();
    let other = "personas/usagers-numeriques";
    let second = publish(other, &["--reason", "Le kit livré", "--base", &hash]);
    assert!(second.status.success(), "{}", stderr(&second));
    assert!(!text(&second).contains("sans leurs commentaires"));
    // From a version that is no longer the published one.
    let late = publish(kit, &["--reason", "Trop tard", "--base", &hash]);
    assert_eq!(late.status.code(), Some(1));
    assert!(stderr(&late).contains("gardée à côté"), "{}", stderr(&late));
    let back = reflexe(&["restore", to, "1", "--reason", "Retour au premier"]);
    assert!(back.status.success(), "{}", stderr(&back));
    let listed = json(&["versions", to, "--json"]);
    let seen: Vec<_> = listed["versions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| {
            (
                version["number"].as_u64().unwrap(),
                version["standing"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(seen.len(), 4);
    assert_eq!((seen[0], seen[3]), ((3, "current"), (1, "past")));
    let in_words = text(&reflexe(&["versions", to]));
    for said in [
        "publiée",
        "ancienne",
        "à côté, non publiée",
        "Retour au premier",
    ] {
        assert!(in_words.contains(said), "{said} in {in_words}");
    }
    // What is published opens like any kit.
    let file = listed["versions"][0]["file"].as_str().unwrap();
    let checked = reflexe(&[
        "identify",
        "--kit",
        &format!("{to}/{file}"),
        "--channel",
        "counter",
    ]);
    assert!(checked.status.success(), "{}", stderr(&checked));
}

#[test]
fn what_cannot_be_published_is_said_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().to_str().unwrap();
    let kit = "tests/fixtures/kits/small.ron";
    let broken = "tests/fixtures/broken/32-no-colon.ron";
    let long = "é".repeat(121);
    let missing = format!("{to}/absent");
    let call = |kit: &str, to: &str, reason: &str, base: &str| {
        reflexe(&[
            "publish",
            kit,
            "--to",
            to,
            "--role",
            "responsable",
            "--reason",
            reason,
            "--base",
            base,
        ])
    };
    for (output, code, said) in [
        (
            call(kit, to, "appeler le 06 39 98 12 34", "aucune"),
            1,
            "n’a pas sa place",
        ),
        (call(kit, to, &long, "aucune"), 1, "trop long"),
        (call(kit, to, " ", "aucune"), 1, "Il manque le motif"),
        (
            call(broken, to, "Un mot", "aucune"),
            1,
            "Rien n’a été publié",
        ),
        (
            call(kit, &missing, "Un mot", "aucune"),
            1,
            "Rien à cet emplacement",
        ),
        (call(kit, to, "Un mot", "hier"), 2, "--base attend"),
        (
            call(kit, to, "Un mot", "1a2b3c4d"),
            1,
            "Aucune version de contrôle",
        ),
        (
            reflexe(&["restore", to, "7", "--reason", "Un mot"]),
            1,
            "Aucune version 7",
        ),
        (
            reflexe(&["restore", to, "sept", "--reason", "Un mot"]),
            2,
            "numéro d’une version",
        ),
        (
            reflexe(&["versions", &missing]),
            1,
            "Rien à cet emplacement",
        ),
    ] {
        assert_eq!(
            output.status.code(),
            Some(code),
            "{said}: {}",
            stderr(&output)
        );
        assert!(
            stderr(&output).contains(said),
            "{said}: {}",
            stderr(&output)
        );
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
