//! Every text of the shipped kits under the guard: a persona must not be a real person.

use std::collections::BTreeMap;

use reflexe_personas::domain::guard::{Severity, scan};
use reflexe_personas::domain::kit::{Kit, RuleEffect};
use reflexe_personas::store::kit_file;
use reflexe_personas::store::lexicon::guard_of_language;

use super::formats::repository;

/// Every text of a kit that a person reads, with its place.
fn texts(kit: &Kit) -> Vec<(String, String)> {
    let mut all = vec![("kit".to_owned(), kit.title.clone())];
    let mut add = |place: String, texts: &[&str]| {
        all.extend(texts.iter().map(|text| (place.clone(), (*text).to_owned())));
    };
    for family in &kit.families {
        add(format!("family {}", family.id), &[&family.title]);
    }
    for cue in &kit.cues {
        add(format!("cue {}", cue.id), &[&cue.short, &cue.text]);
    }
    for question in &kit.questions {
        let place = format!("question {}", question.id);
        add(place.clone(), &[&question.ask]);
        let phone = question.ask_phone.iter();
        let answers = question.answers.iter();
        let of_answers = answers.flat_map(|a| a.text_phone.iter().chain(std::iter::once(&a.text)));
        for text in phone.chain(of_answers) {
            add(place.clone(), &[text]);
        }
    }
    for persona in &kit.personas {
        let place = format!("persona {}", persona.id);
        add(place.clone(), &[&persona.name, &persona.essence]);
        let lines = persona.motivations.iter().chain(&persona.obstacles);
        let said = persona.say.iter().map(|say| &say.text);
        let avoided = persona.avoid.iter().flat_map(|a| [&a.text, &a.because]);
        let confused = persona.confused_with.iter().map(|c| &c.ask_yourself);
        for text in lines.chain(said).chain(avoided).chain(confused) {
            add(place.clone(), &[text]);
        }
    }
    for step in &kit.steps {
        let place = format!("step {}", step.id);
        add(place.clone(), &[&step.title, &step.detail, &step.note]);
        for say in &step.say {
            add(place.clone(), &[&say.text]);
        }
    }
    for place in &kit.places {
        let name = format!("place {}", place.id);
        add(name.clone(), &[&place.name, &place.when, &place.contact]);
        for text in place.offers.iter().chain(&place.bring) {
            add(name.clone(), &[text]);
        }
    }
    for procedure in &kit.procedures {
        let place = format!("procedure {}", procedure.id);
        add(
            place.clone(),
            &[&procedure.title, &procedure.operator, &procedure.other_way],
        );
        let lists = procedure.documents.iter().chain(&procedure.traps);
        for text in lists.chain(&procedure.varies) {
            add(place.clone(), &[text]);
        }
    }
    for effect in kit.rules.iter().flat_map(|rule| &rule.then) {
        if let RuleEffect::Notice { text, .. } = effect {
            add("rule".to_owned(), &[text]);
        }
    }
    all
}

/// What the guard finds in a shipped kit and may stay, with the reason.
const JUSTIFIED: [(&str, &str, &str); 7] = [
    (
        "persona porte-parole",
        "soupçonner",
        "« à éviter » : names what an agent must not do",
    ),
    (
        "persona acces-adapte",
        "handicap",
        "« à éviter » : says not to name one",
    ),
    (
        "procedure rsa",
        "Sans domicile fixe",
        "the official words of a right, in the list of documents",
    ),
    (
        "procedure prime-d-activite",
        "maladie",
        "the name of a benefit, in the list of documents",
    ),
    (
        "procedure declaration-trimestrielle",
        "maladie",
        "the name of a benefit, in the list of documents",
    ),
    (
        "rule",
        "Sans toit",
        "whom an emergency number is for, in its own words",
    ),
    (
        "rule",
        "suicidaires",
        "whom an emergency number is for, in its own words",
    ),
];

#[test]
fn the_shipped_kits_pass_their_own_guard() {
    let mut met: BTreeMap<(String, String), usize> = BTreeMap::new();
    for name in ["usagers-numeriques", "digital-public-services-en"] {
        let loaded = kit_file::load(&repository().join("personas").join(name), None).unwrap();
        let kit = loaded.kit.unwrap();
        // The words of its own language: « sale » is no insult in English.
        let words = guard_of_language(&kit.language);
        assert_eq!(words.categories().is_empty(), kit.language == "en");
        let all = texts(&kit);
        assert!(all.len() > 1000, "{}", all.len());
        for (place, text) in all {
            for finding in scan(&text, &words, 2026) {
                if finding.severity == Severity::Info {
                    continue;
                }
                let said = finding.text(&text).to_owned();
                *met.entry((place.clone(), said)).or_default() += 1;
            }
        }
    }
    for (place, said, reason) in JUSTIFIED {
        assert!(!reason.is_empty());
        let key = (place.to_owned(), said.to_owned());
        assert!(met.remove(&key).is_some(), "{place}: « {said} » is no more");
    }
    assert!(met.is_empty(), "{met:#?}");
}
