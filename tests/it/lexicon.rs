//! The guard's word lists: how much they hold, what they catch, what they let through, and how they
//! say it. The sentences were written before the lists were completed; docs/TESTING.md has the first figures.

mod forms;
mod phrases;

use std::collections::{BTreeMap, BTreeSet};

use reflexe_personas::domain::guard::{Finding, Kind, Severity, apply, scan};
use reflexe_personas::domain::vocab::{Language, Term as _, Theme};
use reflexe_personas::store::lexicon;
use reflexe_personas::text;
use serde::Deserialize;

use super::formats::repository;
use forms::{all_forms, forms, lists, turned};

#[expect(clippy::disallowed_methods, reason = "a file of the repository")]
fn file(name: &str) -> String {
    std::fs::read_to_string(repository().join(name)).unwrap()
}

#[derive(Debug, Deserialize)]
struct Sensitive {
    text: String,
    category: String,
    #[serde(default)]
    quoted: String,
}

fn sensitive(name: &str) -> Vec<Sensitive> {
    ron::from_str(&file(&format!("tests/fixtures/guard/{name}"))).unwrap()
}

fn find(text: &str) -> Vec<Finding> {
    thread_local! {
        static WORDS: reflexe_personas::domain::guard::GuardLexicon =
            lexicon::guard_of_language("fr");
    }
    WORDS.with(|words| scan(text, words, 2026))
}

#[test]
fn the_lists_hold_more_than_five_hundred_forms_in_nine_families_and_say_their_version() {
    let [words, insults] = lists();
    assert_eq!(words.version, insults.version);
    let parts: Vec<u32> = words
        .version
        .split('.')
        .map(|p| p.parse().unwrap())
        .collect();
    assert!(parts.len() == 3 && parts[0] >= 2026, "{}", words.version);
    assert_eq!(lexicon::guard_of_language("fr").version, words.version);
    let mut by_family: BTreeMap<String, usize> = BTreeMap::new();
    for (family, _) in all_forms() {
        *by_family.entry(family).or_default() += 1;
    }
    println!("{by_family:?}");
    assert!(by_family.len() >= 13, "{by_family:?}");
    assert!(
        by_family.values().all(|forms| *forms >= 20),
        "{by_family:?}"
    );
    assert!(by_family.values().sum::<usize>() >= 2000, "{by_family:?}");
}

#[test]
fn insults_are_not_shown_and_none_was_lost() {
    let [words, insults] = lists();
    assert!(words.categories.iter().all(|family| family.id != "insulte"));
    let raw = file("assets/guard/fr-insultes.ron");
    let shown: BTreeSet<&str> = raw.split(|c: char| !c.is_alphanumeric()).collect();
    let mut forms_found = 0;
    for family in &insults.categories {
        assert_eq!(family.id, "insulte");
        for form in family
            .terms
            .iter()
            .flat_map(|term| forms(term, &words.sets))
        {
            forms_found += 1;
            for word in form.split(' ').filter(|word| word.len() > 5) {
                assert!(!shown.contains(word), "{} can be read", turned(word));
            }
        }
    }
    // 99 when the list stood among the others.
    assert!(forms_found >= 99, "{forms_found}");
    for entry in sensitive("sensitive.ron") {
        if entry.category == "insulte" {
            let found = find(&entry.text);
            assert!(
                found.iter().any(|f| f.severity == Severity::Red),
                "{}",
                entry.text
            );
        }
    }
}

#[test]
fn what_the_press_quoted_is_caught() {
    let list = sensitive("sensitive.ron");
    let mut caught: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in list.iter().filter(|entry| !entry.quoted.is_empty()) {
        let found = find(&entry.text);
        assert!(
            found.iter().any(|f| f.severity != Severity::Info),
            "{}: {}",
            entry.quoted,
            entry.text
        );
        *caught.entry(&entry.quoted).or_default() += 1;
    }
    assert!(caught["Boulanger"] >= 10, "{caught:?}");
    assert!(caught["Boulanger"] + caught["Acadomia"] >= 20, "{caught:?}");
}

#[test]
fn words_in_an_innocent_sense_pass_untouched() {
    let traps = file("tests/fixtures/guard/lexicon_traps.txt");
    assert!(traps.lines().count() >= 200);
    let touched: Vec<String> = traps
        .lines()
        .flat_map(|line| {
            let words = find(line).into_iter();
            // Names and numbers are the business of other detectors, and tested with them.
            words
                .filter(|f| matches!(f.kind, Kind::Word(_)))
                .map(|f| format!("{} « {} » in {line}", f.kind.key(), f.text(line)))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(touched.is_empty(), "{}", touched.join("\n"));
}

#[test]
fn sentences_unseen_by_the_first_lists_are_found() {
    let list = sensitive("sensitive_2.ron");
    assert!(list.len() >= 100);
    let missed: Vec<&str> = list
        .iter()
        .filter(|entry| {
            find(&entry.text)
                .iter()
                .all(|f| f.severity == Severity::Info)
        })
        .map(|entry| entry.text.as_str())
        .collect();
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn rewriting_comes_to_an_end_with_nothing_left_to_say() {
    for name in ["sensitive.ron", "sensitive_2.ron"] {
        for entry in sensitive(name) {
            let mut typed = entry.text.clone();
            for _ in 0..12 {
                let found = find(&typed);
                let Some(finding) = found.iter().find(|f| f.severity != Severity::Info) else {
                    break;
                };
                typed = apply(&typed, finding);
            }
            let left: Vec<_> = find(&typed);
            assert!(
                left.iter().all(|f| f.severity == Severity::Info),
                "{} became {typed}: {left:?}",
                entry.text
            );
        }
    }
}

#[test]
fn sixty_proposals_are_short_and_pass_the_guard_themselves() {
    let [words, _] = lists();
    let says: BTreeSet<&str> = words.proposals.iter().map(|p| p.say.as_str()).collect();
    println!("{} proposals", says.len());
    assert!(says.len() >= 60, "{}", says.len());
    for say in says {
        assert!(find(say).is_empty(), "{say}: {:?}", find(say));
        assert!(say.split_whitespace().count() <= 6, "{say}");
    }
}

#[test]
fn nearly_every_form_has_a_proposal_and_insults_keep_their_mask() {
    let mut by_family: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut lost = Vec::new();
    for (family, form) in all_forms() {
        let found = find(&form);
        let own: Vec<&Finding> = found.iter().filter(|f| f.kind.key() == family).collect();
        let counts = by_family.entry(family.clone()).or_default();
        counts.0 += 1;
        if own.is_empty() {
            lost.push(format!("{family}: {form}"));
        } else if own.iter().all(|f| f.proposal != "[mot masqué]") {
            counts.1 += 1;
        }
    }
    println!(
        "{by_family:?}\n{} forms not found:\n{}",
        lost.len(),
        lost.join("\n")
    );
    for (family, (all, proposed)) in &by_family {
        if family != "insulte" {
            assert!(proposed * 100 >= all * 95, "{family}: {proposed} of {all}");
        }
    }
    // What is found is what the lists say, save where an exception covers the form on its own.
    let all: usize = by_family.values().map(|(all, _)| all).sum();
    assert!(lost.len() * 100 <= all * 4, "{} of {all}", lost.len());
}

#[test]
fn an_alert_says_family_reason_and_proposal_in_twenty_five_words() {
    let gravity = |severity| match severity {
        Severity::Red => text::plain(Language::French, "guard_red"),
        Severity::Orange => text::plain(Language::French, "guard_orange"),
        Severity::Info => text::plain(Language::French, "guard_info"),
    };
    let mut longest = (0, String::new());
    let mut families = BTreeSet::new();
    for (family, form) in all_forms() {
        for finding in find(&form) {
            let said = text::format(
                Language::French,
                "guard_found",
                &[
                    ("gravity", gravity(finding.severity).into()),
                    ("found", finding.text(&form).into()),
                    ("why", finding.why.as_str().into()),
                ],
            );
            let cure = text::format(
                Language::French,
                "guard_replace_by",
                &[("proposal", finding.proposal.as_str().into())],
            );
            let alert = format!("{said} {cure}");
            let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
            let words = alert.split_whitespace().filter(is_word).count();
            assert!(words <= 25, "{words} words: {alert}");
            if words > longest.0 {
                longest = (words, alert);
            }
        }
        families.insert(family);
    }
    println!("longest: {longest:?}");
    assert!(families.len() >= 13);
}

#[test]
fn a_right_reveals_a_situation_and_the_proposal_keeps_its_theme() {
    let themes: Vec<String> = Theme::WORDS
        .iter()
        .map(|t| t.label().to_lowercase())
        .collect();
    for right in [
        "dossier AAH en attente",
        "rdv MDPH jeudi",
        "renouvellement CSS fait",
        "RQTH à joindre",
        "demande d'asile : courrier lu",
        "droits RSA ouverts",
        "pension d'invalidité : relevé imprimé",
        "aide juridictionnelle : formulaire remis",
        "jugement de curatelle à fournir",
        "titre de séjour à renouveler",
        "allocation aux adultes handicapés",
        "dossier DALO",
        "allocation chômage",
    ] {
        let found = find(right);
        let told: Vec<&Finding> = found.iter().filter(|f| f.kind.key() == "droit").collect();
        assert!(!told.is_empty(), "{right}: {found:?}");
        for finding in told {
            assert_eq!(finding.severity, Severity::Info, "{right}");
            assert!(
                finding.why.contains("révèle une situation"),
                "{}",
                finding.why
            );
            assert!(
                finding.why.contains("seulement le thème"),
                "{}",
                finding.why
            );
            let theme = finding
                .proposal
                .strip_prefix("dossier ")
                .unwrap_or_default();
            assert!(themes.iter().any(|t| t == theme), "{}", finding.proposal);
        }
    }
}

#[test]
fn a_right_that_is_also_a_situation_is_told_once_and_keeps_its_theme() {
    let found = find("surendettement : dépôt à la Banque de France");
    let told: Vec<(&str, &str)> = found
        .iter()
        .map(|f| (f.kind.key(), f.proposal.as_str()))
        .collect();
    assert_eq!(told, [("social", "dossier argent")]);
}

#[derive(Debug, Deserialize)]
struct HeldOut {
    innocent: Vec<String>,
    sensitive: Vec<Sensitive>,
}

#[test]
fn on_sentences_held_out_the_lists_do_as_was_measured() {
    let held: HeldOut = ron::from_str(&file("tests/fixtures/guard/lexicon_held_out.ron")).unwrap();
    assert!(held.innocent.len() >= 60 && held.sensitive.len() >= 60);
    let told = |text: &str| {
        let found = find(text).into_iter();
        found
            .filter(|f| f.severity != Severity::Info && matches!(f.kind, Kind::Word(_)))
            .map(|f| f.text(text).to_owned())
            .collect::<Vec<_>>()
    };
    let touched: Vec<_> = held
        .innocent
        .iter()
        .filter(|text| !told(text).is_empty())
        .map(|text| format!("{text}: {:?}", told(text)))
        .collect();
    let missed: Vec<_> = held
        .sensitive
        .iter()
        .filter(|entry| told(&entry.text).is_empty())
        .map(|entry| &entry.text)
        .collect();
    // Measured when written: 1 and 18 of 60. The lists were never completed from them.
    assert!(touched.len() <= 1, "{touched:#?}");
    assert!(missed.len() <= 18, "{missed:#?}");
}
