//! Broken files, one likely mistake each: the finding names the line and says what to do.

use std::fmt::Write as _;
use std::fs;

use reflexe_personas::store::kit_file::parse_bundle;

use super::{SMALL, errors, repository, small};

#[test]
fn small_kit_has_no_finding() {
    let loaded = small();
    assert!(loaded.findings.is_empty(), "{:#?}", loaded.findings);
    assert!(loaded.kit.is_some());
}

#[test]
fn every_broken_fixture_names_line_and_cure() {
    let mut paths: Vec<_> = fs::read_dir(repository().join("tests/fixtures/broken"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 60, "only {} fixtures", paths.len());
    let mut faults = String::new();
    for path in paths {
        let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
        let header = |key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key));
            line.unwrap_or_else(|| panic!("{}: no {key}", path.display()))
                .trim()
        };
        let line: usize = header("// line:").parse().unwrap();
        let fragment = header("// says:").to_lowercase();
        let findings = parse_bundle(&text, "kit.ron", Some("2026-11-24")).findings;
        let found = findings.iter().any(|finding| {
            finding.line.abs_diff(line) <= 1
                && !finding.cure.is_empty()
                && finding.excerpt.as_ref().is_some_and(|e| e.ends_with('^'))
                && format!("{} {}", finding.message, finding.cure)
                    .to_lowercase()
                    .contains(&fragment)
        });
        if !found {
            writeln!(faults, "{} (line {line}, « {fragment} »):", path.display()).unwrap();
            for finding in findings {
                writeln!(faults, "    {finding}").unwrap();
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// One mistake is one finding: no consequence of it is told.
#[test]
fn broken_fixtures_do_not_cascade() {
    let mut counts = Vec::new();
    for entry in fs::read_dir(repository().join("tests/fixtures/broken")).unwrap() {
        let path = entry.unwrap().path();
        let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
        let findings = parse_bundle(&text, "kit.ron", None).findings;
        if errors(&findings).len() > 2 {
            counts.push(format!("{}: {:#?}", path.display(), errors(&findings)));
        }
    }
    assert!(counts.is_empty(), "{counts:#?}");
}

#[test]
fn one_bad_persona_keeps_the_others() {
    let text = SMALL.replace("name: \"Relais\",", "nom: \"Relais\",");
    let loaded = parse_bundle(&text, "kit.ron", None);
    assert_eq!(errors(&loaded.findings).len(), 1, "{:#?}", loaded.findings);
    let kit = loaded.kit.unwrap();
    assert!(kit.persona("PAS").is_some() && kit.persona("POR").is_some());
    assert!(kit.persona("REL").is_none());
    assert_eq!(loaded.findings.first().unwrap().path, "personas › relais");
}

#[test]
fn unclosed_element_spares_those_around_it() {
    let text = SMALL.replacen(
        "deck: Short,\n        ),\n        (\n            id: \"parle-pour-autrui\"",
        "deck: Short,\n        (\n            id: \"parle-pour-autrui\"",
        1,
    );
    assert_ne!(text, SMALL);
    let loaded = parse_bundle(&text, "kit.ron", None);
    assert_eq!(errors(&loaded.findings).len(), 1, "{:#?}", loaded.findings);
    let kit = loaded.kit.unwrap();
    assert!(kit.cue("E2").is_none());
    for code in ["E1", "D1", "D2"] {
        assert!(kit.cue(code).is_some(), "{code} is gone");
    }
}

#[test]
fn bad_cue_is_told_once_and_not_by_those_who_mention_it() {
    let text = SMALL.replace("code: \"E1\",", "code: E1,");
    let loaded = parse_bundle(&text, "kit.ron", None);
    assert_eq!(errors(&loaded.findings).len(), 1, "{:#?}", loaded.findings);
    let kit = loaded.kit.unwrap();
    assert!(kit.cue("sans-ordinateur").is_none());
    let profile = kit.persona("PAS").unwrap();
    assert!(
        profile
            .cues
            .iter()
            .all(|(id, _)| id.as_str() != "sans-ordinateur")
    );
    assert!(kit.cases.is_empty(), "a case about a lost cue cannot run");
}

#[test]
fn several_faults_are_all_told_in_file_order() {
    let text = SMALL
        .replace("declared: true", "declared: oui")
        .replace("layer: Situation", "layer: Situacion")
        .replace("theme: Famille,", "theme: Fammille,");
    let findings = parse_bundle(&text, "kit.ron", None).findings;
    assert_eq!(errors(&findings).len(), 3, "{findings:#?}");
    assert!(findings.is_sorted_by_key(|f| f.line));
}

#[test]
fn finding_reads_as_file_line_column_sentence_cure() {
    let text = SMALL.replace("declared: true", "declared: Oui");
    let finding = parse_bundle(&text, "kit.ron", None).findings.remove(0);
    assert_eq!(
        finding.to_string(),
        "kit.ron:33:23: erreur: «\u{a0}Oui\u{a0}» ne se lit pas comme oui ou non. → \
         Écrivez true, sans majuscule ni guillemets."
    );
    assert_eq!(
        finding.excerpt.unwrap(),
        format!("            declared: Oui,\n{}^", " ".repeat(22))
    );
}
