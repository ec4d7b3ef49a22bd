//! A table of sentences and of all that must be found in each: kinds, words, gravity. And what a mask
//! leaves.

use reflexe_personas::domain::guard::{Finding, GuardLexicon, Severity, apply, scan};
use reflexe_personas::store::lexicon;
use serde::Deserialize;

use super::guard::fixture;

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
enum Gravity {
    Red,
    Orange,
    Info,
}

impl From<Severity> for Gravity {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Red => Self::Red,
            Severity::Orange => Self::Orange,
            Severity::Info => Self::Info,
        }
    }
}

/// A kind, the words found, and how grave they are.
type Found = (String, String, Gravity);

fn table() -> Vec<(String, Vec<Found>)> {
    ron::from_str(&fixture("found.ron")).unwrap()
}

fn words() -> GuardLexicon {
    lexicon::guard_of_language("fr")
}

fn told(text: &str, findings: &[Finding]) -> Vec<Found> {
    findings
        .iter()
        .map(|f| {
            (
                f.kind.key().to_owned(),
                f.text(text).to_owned(),
                f.severity.into(),
            )
        })
        .collect()
}

#[test]
fn each_sentence_gives_all_that_it_holds_and_nothing_else() {
    let words = words();
    let wrong: Vec<String> = table()
        .iter()
        .filter_map(|(text, due)| {
            let found = told(text, &scan(text, &words, 2026));
            (found != *due).then(|| format!("{text}\n    due {due:?}\n    got {found:?}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn no_two_findings_share_a_letter_and_no_bracket_is_left_open() {
    let words = words();
    for (text, _) in table() {
        let found = scan(&text, &words, 2026);
        for (number, one) in found.iter().enumerate() {
            let said = one.text(&text);
            let count = |sign: char| said.chars().filter(|c| *c == sign).count();
            assert_eq!(count('('), count(')'), "{text}: {said}");
            for other in found.iter().skip(number + 1) {
                assert!(!one.overlaps(other), "{text}: {one:?} {other:?}");
            }
        }
    }
}

#[test]
fn once_masked_no_value_of_an_identifier_is_left() {
    let words = words();
    for (text, due) in table() {
        let mut left = text.clone();
        for _ in 0..due.len() {
            let found = scan(&left, &words, 2026);
            let Some(first) = found.iter().find(|f| f.severity != Severity::Info) else {
                break;
            };
            left = apply(&left, first);
        }
        for (_, value, _) in due
            .iter()
            .filter(|(_, _, gravity)| *gravity != Gravity::Info)
        {
            assert!(!left.contains(value), "{text} became {left}");
        }
    }
}
