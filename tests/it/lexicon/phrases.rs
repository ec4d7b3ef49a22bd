//! A proposal reads in the sentence it stands in: no « il est échange tendu ».

use std::collections::BTreeMap;

use reflexe_personas::domain::guard::{Finding, Kind, apply};

use super::forms::all_forms;
use super::{file, find};

/// Words a thing does not follow, and neither does a verb.
const NEVER_BEFORE: [&str; 22] = [
    "est", "était", "sont", "semble", "a", "air", "un", "une", "le", "la", "l", "du", "des",
    "très", "trop", "assez", "pas", "c", "se", "ne", "n", "été",
];
/// Words a verb in the singular may follow, and a thing does not.
const SUBJECTS: [&str; 5] = ["il", "elle", "on", "qui", "usager"];

/// Verbs that proposals begin with.
fn is_verb(proposal: &str) -> bool {
    let first = proposal.split([' ', '’']).next().unwrap_or_default();
    matches!(
        first,
        "a" | "n" | "maintient" | "renouvelle" | "donne" | "exprime" | "préfère"
    )
}

fn rewritten(text: &str) -> Vec<Finding> {
    let words = find(text).into_iter();
    words
        .filter(|f| matches!(f.kind, Kind::Word(_)) && f.kind.key() != "insulte")
        .collect()
}

#[test]
fn each_sentence_reads_once_rewritten() {
    let table: Vec<(String, String)> =
        ron::from_str(&file("tests/fixtures/guard/rewritten.ron")).unwrap();
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, due)| {
            let findings = rewritten(text);
            let told = findings.iter().rev();
            let read = told.fold(text.clone(), |text, finding| apply(&text, finding));
            (read != *due).then(|| format!("{text}\n    due {due}\n    got {read}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_proposal_follows_a_verb_or_an_article_that_it_does_not_go_with() {
    let frames = [
        "il est {}",
        "elle est {}",
        "il était très {}",
        "elle a un {}",
        "il a le {}",
        "elle a la {}",
        "c'est un {}",
        "il {}",
        "Monsieur est {}",
        "l'usager a l'air {}",
        "dossier repris, elle semble {}",
    ];
    let mut read = BTreeMap::<&str, usize>::new();
    let mut wrong = Vec::new();
    for (family, form) in all_forms() {
        if family == "insulte" {
            continue;
        }
        for frame in frames {
            let text = frame.replace("{}", &form);
            let start = text.len() - form.len();
            // The first word of the form is found, so that the frame stands before a proposal.
            let findings = rewritten(&text);
            let Some(finding) = findings
                .iter()
                .find(|f| f.range.0 <= start && f.range.1 > start)
            else {
                continue;
            };
            *read.entry(frame).or_default() += 1;
            let before = text.get(..finding.range.0).unwrap();
            let Some(said) = finding.proposal.strip_prefix(": ").or_else(|| {
                let last = before.rsplit([' ', '\'']).find(|word| !word.is_empty());
                let parted = before.trim_end().ends_with([',', '.', ':']);
                let breaks = last.filter(|_| !parted).is_some_and(|last| {
                    NEVER_BEFORE.contains(&last)
                        || (!is_verb(&finding.proposal) && SUBJECTS.contains(&last))
                });
                (!breaks).then_some(finding.proposal.as_str())
            }) else {
                wrong.push(format!("{text} → {}", apply(&text, finding)));
                continue;
            };
            assert!(!said.is_empty());
        }
    }
    println!("{read:?}, {} wrong", wrong.len());
    assert!(read.values().all(|forms| *forms >= 500), "{read:?}");
    assert!(
        wrong.is_empty(),
        "{}\n{}",
        wrong.len(),
        wrong
            .iter()
            .take(60)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[test]
fn what_is_said_twice_is_proposed_once() {
    for text in [
        "il est agressif et menaçant",
        "agressif, violent et menaçant",
        "elle est impolie, arrogante et vulgaire",
    ] {
        assert_eq!(rewritten(text).len(), 1, "{text}: {:?}", rewritten(text));
    }
}
