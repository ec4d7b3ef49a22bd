//! The catalogue: both languages whole, every sentence used, plain, and none outside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use reflexe_personas::domain::vocab::{
    Autonomy, Channel, Equipment, Label, Language, Minutes, Mode, Orientation, Outcome,
    PaperFormat, PrintKind, Severity, Term, Theme, ThemeChoice,
};
use reflexe_personas::domain::workshop::Name;
use reflexe_personas::text;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
                found.push((path, text));
            }
        }
    }
    found
}

#[test]
fn both_languages_say_the_same_things_with_the_same_arguments() {
    for language in Language::ALL {
        assert_eq!(
            text::faults(*language),
            Vec::<String>::new(),
            "{language:?}"
        );
    }
    let french: BTreeSet<_> = text::keys(Language::French).iter().collect();
    let english: BTreeSet<_> = text::keys(Language::English)
        .iter()
        // The vocabularies: their French words are in the program.
        .filter(|key| !key.starts_with(char::is_uppercase))
        .collect();
    assert_eq!(french, english);
    for key in french {
        let of = |language| text::arguments(language, key);
        assert_eq!(of(Language::French), of(Language::English), "{key}");
    }
}

#[test]
fn every_word_of_the_field_has_its_english() {
    fn check<T: Term>() -> usize {
        for word in T::WORDS {
            let key = format!("{}_{}", T::NAME, word.key());
            let english = text::plain(Language::English, &key);
            assert!(!english.is_empty(), "{key}");
        }
        T::WORDS.len()
    }
    let words = check::<Channel>()
        + check::<Minutes>()
        + check::<Mode>()
        + check::<Theme>()
        + check::<Outcome>()
        + check::<Autonomy>()
        + check::<Equipment>()
        + check::<Orientation>()
        + check::<Severity>()
        + check::<Label>()
        + check::<Language>()
        + check::<ThemeChoice>()
        + check::<PrintKind>()
        + check::<PaperFormat>();
    assert!(words > 50, "{words}");
    for name in Name::ALL {
        let key = format!("Name_{}", name.key());
        assert!(!text::plain(Language::English, &key).is_empty(), "{key}");
    }
}

#[test]
fn every_sentence_is_used() {
    let sources: String = rust_files("src")
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let words: BTreeSet<&str> = sources
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
        .collect();
    let composed = |key: &str| {
        // Put together from an id: commands, emergency numbers, words of the workshop.
        let of_workshop = [
            "kind", "kinds", "detail", "add", "named", "none", "count", "pick", "sign", "task",
        ];
        key.starts_with("cmd_")
            || key.starts_with("danger_")
            || of_workshop
                .iter()
                .any(|what| key.starts_with(&format!("atelier_{what}_")))
    };
    let idle: Vec<_> = text::keys(Language::French)
        .iter()
        .filter(|key| !composed(key))
        .filter(|key| {
            // Its name in the list of `ui::text` does not count as a use.
            let uses = sources.matches(&format!("::{key}(")).count()
                + sources.matches(&format!("\"{key}\"")).count()
                + sources.matches(&format!(" {key}(")).count()
                + sources.matches(&format!("({key}(")).count();
            !words.contains(key.as_str()) || uses == 0
        })
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn sentences_are_plain_and_well_spaced() {
    for language in Language::ALL {
        for key in text::keys(*language) {
            let words = text::plain(*language, key);
            assert!(!words.contains('\''), "{key}: {words}");
            assert!(!words.contains("..."), "{key}: {words}");
            for sentence in words.split_inclusive(['.', '?', '!', ';', ':']) {
                let count = sentence.split_whitespace().count();
                assert!(count <= 26, "{key}: {count} words in {sentence}");
            }
            if *language == Language::French {
                for sign in [" ?", " !", " ;", " :", " »", "« "] {
                    assert!(!words.contains(sign), "{key}: a breaking space in {words}");
                }
            }
        }
    }
}

#[test]
fn the_live_panel_never_speaks_of_profiles_scores_or_diagnoses() {
    let live = ["panel.ftl", "messages.ftl", "commands.ftl"];
    for file in live {
        let path = root().join("assets/text/fr").join(file);
        let text = String::from_utf8(fs::read(path).unwrap()).unwrap();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let value = line.split_once(" = ").map_or(line, |(_, value)| value);
            let lower = value.to_lowercase();
            for word in ["profil", "persona ", "score", "diagnostic"] {
                assert!(!lower.contains(word), "{file}: {line}");
            }
        }
    }
}

/// The string literals of a line of code.
fn literals(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside: Option<String> = None;
    let mut escaped = false;
    for c in line.chars() {
        match &mut inside {
            Some(text) if escaped => {
                escaped = false;
                text.push(c);
            }
            Some(_) if c == '\\' => escaped = true,
            Some(text) if c == '"' => {
                found.push(std::mem::take(text));
                inside = None;
            }
            Some(text) => text.push(c),
            None if c == '"' => inside = Some(String::new()),
            None => {}
        }
    }
    found
}

#[test]
fn no_sentence_is_written_in_a_view() {
    let mut faults = Vec::new();
    for folder in ["src/ui", "src/app"] {
        for (path, text) in rust_files(folder) {
            // What a terminal reads when no window opens is the command line's, in French.
            if path.ends_with("launch.rs") || path.ends_with("measure.rs") {
                continue;
            }
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for line in code.lines() {
                let bare = line.trim_start();
                let told = [
                    "reason =",
                    "tracing::",
                    "expect(\"",
                    "doc = ",
                    "request_discard",
                ];
                if bare.starts_with("//") || told.iter().any(|word| bare.contains(word)) {
                    continue;
                }
                for literal in literals(line) {
                    let letters = literal.chars().filter(|c| c.is_alphabetic()).count();
                    let words = literal
                        .split(|c: char| !c.is_alphabetic())
                        .filter(|w| w.chars().count() > 2)
                        .count();
                    let visible = literal.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
                        || (words > 1 && literal.contains(' '))
                        || (letters > 2 && literal.starts_with(char::is_uppercase));
                    if visible && !literal.contains('{') {
                        faults.push(format!("{}: {literal}", path.display()));
                    }
                }
            }
        }
    }
    // Said when the system names no place for files; shown as it comes, in French like all of them.
    faults.retain(|fault| !fault.contains("runner.rs"));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
