//! The lint against a corpus written without having seen it: every bad phrase, no good one.
#![expect(
    clippy::disallowed_methods,
    reason = "a test looks at files itself, and asks whether it runs in CI"
)]

use std::collections::BTreeMap;

use reflexe_personas::domain::lint::{Memo, Spot, examine, examine_draft};
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::{kit_file, lexicon};
use serde::Deserialize;

use super::formats::repository;

#[derive(Debug, Deserialize)]
enum Place {
    Cue,
    Question,
    Answer,
    Step,
    Essence,
    Motivation,
    Obstacle,
    Say,
    AvoidText,
    AvoidBecause,
    Notice,
    Note,
}

impl Place {
    fn spot(&self) -> Spot {
        match self {
            Self::Cue => Spot::Cue,
            Self::Question => Spot::Question,
            Self::Answer => Spot::Answer,
            Self::Step => Spot::Step,
            Self::Essence => Spot::Essence,
            Self::Motivation => Spot::Motivation,
            Self::Obstacle => Spot::Obstacle,
            Self::Say => Spot::Say,
            Self::AvoidText => Spot::AvoidText,
            Self::AvoidBecause => Spot::AvoidBecause,
            Self::Notice => Spot::Notice,
            Self::Note => Spot::Note,
        }
    }
}

#[derive(Debug, Deserialize)]
struct Bad {
    place: Place,
    rule: String,
    text: String,
}

#[derive(Debug, Deserialize)]
struct Good {
    place: Place,
    text: String,
}

fn corpus<T: serde::de::DeserializeOwned>(name: &str) -> Vec<T> {
    let path = repository().join("tests/fixtures/lint").join(name);
    ron::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_bad_phrase_is_caught_by_its_rule() {
    let lexicon = lexicon::of_language("fr");
    let bad: Vec<Bad> = corpus("bad.ron");
    let mut per_rule: BTreeMap<&str, usize> = BTreeMap::new();
    let mut missed = Vec::new();
    for entry in &bad {
        *per_rule.entry(&entry.rule).or_default() += 1;
        let remarks = examine(&lexicon, entry.place.spot(), &entry.text, 2026);
        if !remarks.iter().any(|r| r.code == entry.rule) {
            let found: Vec<&str> = remarks.iter().map(|r| r.code.as_str()).collect();
            missed.push(format!("{}: {} {found:?}", entry.rule, entry.text));
        }
    }
    assert!(
        bad.len() >= 100 && per_rule.values().all(|n| *n >= 3),
        "{per_rule:?}"
    );
    assert!(
        missed.is_empty(),
        "{} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn no_good_phrase_is_an_error() {
    let lexicon = lexicon::of_language("fr");
    let good: Vec<Good> = corpus("good.ron");
    assert!(good.len() >= 200);
    let flagged: Vec<String> = good
        .iter()
        .flat_map(|entry| {
            examine(&lexicon, entry.place.spot(), &entry.text, 2026)
                .into_iter()
                .filter(|r| r.gravity == Gravity::Error)
                .map(|r| format!("{} « {} »: {}", r.code, r.token, entry.text))
        })
        .collect();
    assert!(
        flagged.is_empty(),
        "{} flagged:\n{}",
        flagged.len(),
        flagged.join("\n")
    );
}

#[test]
fn what_one_must_not_say_may_be_quoted_where_it_is_to_be_avoided() {
    for (language, text, unquoted) in [
        ("fr", "« Vous êtes têtu »", "contredire une personne têtue"),
        (
            "en",
            "“You are stubborn”",
            "“No”, said to a stubborn “caller”",
        ),
    ] {
        let lexicon = lexicon::of_language(language);
        assert!(examine(&lexicon, Spot::AvoidText, text, 2026).is_empty());
        assert!(!examine(&lexicon, Spot::Say, text, 2026).is_empty());
        assert!(!examine(&lexicon, Spot::AvoidText, unquoted, 2026).is_empty());
    }
}

#[test]
fn findings_stand_at_the_words_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let kit = kit_file::load_embedded(None).kit.unwrap();
    kit_file::write_folder(&RealDisk, kit.content(), folder.path()).unwrap();
    let path = folder.path().join("cues.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    let spoilt = text.replacen("Tout sur son téléphone", "Dame âgée, téléphone", 1);
    assert_ne!(text, spoilt);
    let line = 1 + spoilt
        .lines()
        .position(|l| l.contains("Dame âgée"))
        .unwrap();
    std::fs::write(&path, spoilt).unwrap();
    let loaded = kit_file::check(Some(folder.path()), "2026-11-24").unwrap();
    let errors: Vec<_> = loaded
        .findings
        .iter()
        .filter(|f| f.severity == Gravity::Error)
        .collect();
    assert_eq!(errors.len(), 2, "{errors:#?}");
    assert!(
        errors
            .iter()
            .all(|f| f.file == "cues.ron" && f.line == line),
        "{errors:#?}"
    );
    assert!(
        errors
            .iter()
            .all(|f| f.path == "cues › tout-sur-telephone › short")
    );
}

/// A card of the embedded kit, changed; the findings of one gravity that name a word.
fn findings_of(
    change: impl Fn(&mut reflexe_personas::domain::kit::KitContent),
    words: &str,
) -> usize {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut content = kit.content().clone();
    change(&mut content);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kit.ron");
    std::fs::write(&path, kit_file::write_bundle(&content).unwrap()).unwrap();
    let loaded = kit_file::check(Some(&path), "2026-11-24").unwrap();
    loaded
        .findings
        .iter()
        .filter(|f| f.severity != Gravity::Info && f.message.contains(words))
        .count()
}

#[test]
fn cards_say_what_they_lack() {
    // Three cards without, and the rest of the kit as negative examples.
    for (words, lacking) in [
        ("aucune étape", 0_usize),
        ("d’où elle vient", 1),
        ("pas de date de relecture", 2),
        ("plus d’un an", 3),
        ("pour sa place à l’écran", 4),
        ("ne départage aucun persona", 5),
    ] {
        assert_eq!(
            findings_of(|_| {}, words),
            0,
            "{words}: the kit itself is clean"
        );
        let found = findings_of(
            |content| {
                for persona in content.personas.iter_mut().take(3) {
                    match lacking {
                        0 => persona.steps.two_minutes.clear(),
                        1 => persona.sources.clear(),
                        2 => persona.reviewed = None,
                        3 => persona.reviewed = Some("2025-11-23".to_owned()),
                        4 => persona.essence = "x".repeat(91),
                        _ => {}
                    }
                }
                if lacking == 5 {
                    for number in 0..3 {
                        let mut cue = content.cues[0].clone();
                        cue.id = format!("nouveau-{number}").as_str().into();
                        cue.code = format!("Z{number}");
                        cue.deck = reflexe_personas::domain::kit::Deck::Full;
                        content.cues.push(cue);
                    }
                }
            },
            words,
        );
        assert_eq!(found, 3, "{words}");
    }
    // A year to the day is not over a year.
    let to_the_day = findings_of(
        |content| {
            for persona in content.personas.iter_mut().take(3) {
                persona.reviewed = Some("2025-11-24".to_owned());
                persona.essence = "x".repeat(90);
            }
        },
        "an",
    );
    assert_eq!(to_the_day, 0);
}

#[test]
fn a_text_that_is_missing_or_says_who_somebody_is_is_to_be_reread_at_its_field() {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut content = kit.content().clone();
    content.personas[0].name = "  ".to_owned();
    content.personas[1].essence = "Les vieux ne savent pas.".to_owned();
    content.steps[3].title.clear();
    content.questions[0].answers[1].text.clear();
    let words = lexicon::of_language("fr");
    let today = Some("2026-11-26");
    let found = examine_draft(&words, &content, today, &mut Memo::default());
    let of = |start: &str| -> Vec<String> {
        let mut paths: Vec<String> = found
            .iter()
            .filter(|p| p.gravity == Gravity::Warning && p.message.starts_with(start))
            .map(|p| p.place.path())
            .collect();
        paths.sort();
        paths
    };
    let (question, step) = (&content.questions[0], &content.steps[3].id);
    let answer = &question.answers[1].id;
    assert_eq!(
        of("Ce texte manque"),
        [
            format!("personas › {} › name", content.personas[0].id),
            format!("questions › {} › answers › {answer} › text", question.id),
            format!("steps › {step} › title"),
        ]
    );
    let who = of("«\u{202f}vieux\u{202f}»");
    assert_eq!(
        who,
        [format!("personas › {} › essence", content.personas[1].id)]
    );
}
