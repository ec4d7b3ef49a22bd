//! The draft of the shipped kit: nothing to correct, and the words of forms alone.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::workshop::{Checks, Desk, Edit, Element, Field, Name, plain};
use reflexe_personas::store::{kit_file, lexicon};

use super::super::formats::repository;

fn desk() -> Desk {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let lexicon = Arc::new(lexicon::of_language("fr"));
    let checks = Checks::new(lexicon, Some("2026-11-24"));
    Desk::open(kit.content().clone(), "abc", checks)
}

#[test]
fn the_shipped_kit_has_nothing_to_correct() {
    let mut desk = desk();
    let checked = desk.checked();
    assert!(checked.is_sound());
    let grave: Vec<_> = checked
        .findings
        .iter()
        .filter(|f| f.gravity != Gravity::Info)
        .collect();
    assert!(grave.is_empty(), "{grave:#?}");
}

#[test]
fn a_word_about_who_somebody_is_is_told_at_its_field_as_it_is_typed() {
    let mut desk = desk();
    let field = Field::new(Element::Cue("craint-erreur".into()), Name::Text);
    let typed = "Les personnes âgées qui craignent l’erreur";
    for (end, _) in typed.char_indices().skip(1).chain([(typed.len(), ' ')]) {
        let edit = Edit::text(field.clone(), typed.get(..end).unwrap());
        desk.apply(edit).unwrap();
        let told = desk
            .checked()
            .of_field(&field)
            .any(|f| f.gravity == Gravity::Error);
        assert_eq!(told, end >= "Les personnes âgé".len(), "{}", &typed[..end]);
    }
    desk.undo();
    assert!(desk.checked().is_sound());
}

#[test]
fn a_finding_never_speaks_of_keys_and_brackets() {
    fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                rust_files(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    rust_files(&repository().join("src/domain/validate"), &mut files);
    rust_files(&repository().join("src/domain/lint"), &mut files);
    let (mut sentences, mut bad) = (0, Vec::new());
    for path in files {
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for sentence in literals(code) {
            // Sentences are in French and end with a stop, or go on in another piece.
            if !sentence.contains(' ') || !sentence.ends_with(['.', '?']) {
                continue;
            }
            sentences += 1;
            let said = plain::words(&sentence);
            let stripped = without_holes(&said);
            let keys = [
                "layer",
                "Counter",
                "Short",
                "Full",
                "share",
                "deck",
                "excludes",
                "confirmed",
                "reviewed",
                "raises",
                "relatedness",
                "VeryRare",
                "P(",
                "Not ",
                "crochet",
                "la ligne",
                "cues",
                "then",
                "text",
                "[",
                "_",
                "probabilité",
            ];
            let words: Vec<&str> = stripped.split(|c: char| !c.is_alphanumeric()).collect();
            let keyword = |key: &&str| {
                if key.chars().all(char::is_alphanumeric) {
                    words.contains(key)
                } else {
                    stripped.contains(*key)
                }
            };
            if keys.iter().any(keyword) {
                bad.push(format!("{}: {said}", path.display()));
            }
        }
    }
    assert!(sentences > 90, "{sentences} sentences");
    assert!(bad.is_empty(), "{bad:#?}");
}

/// The string literals of a source, escapes undone.
pub(super) fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n");
    let mut letters = code.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            // A character, perhaps a quote.
            '\'' => {
                let first = letters.next();
                if first == Some('\\') {
                    letters.next();
                }
            }
            '"' => {
                let mut text = String::new();
                while let Some(c) = letters.next() {
                    match c {
                        '"' => break,
                        '\\' => match letters.next() {
                            Some('n' | '\n') | None => {}
                            Some('u') => {
                                letters.by_ref().find(|c| *c == '}');
                                text.push(' ');
                            }
                            Some(other) => text.push(other),
                        },
                        other => text.push(other),
                    }
                }
                found.push(text);
            }
            _ => {}
        }
    }
    found
}

/// A format string without what will stand in its holes.
fn without_holes(text: &str) -> String {
    let mut depth = 0;
    text.chars()
        .filter(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            depth == 0
        })
        .collect()
}
