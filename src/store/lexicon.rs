//! The word lists that ship with the program, one file a language: of the lint, and of the guard.
//!
//! A list of the lint is whole or not at all; the guard's are also added to by kits. It must never
//! leave the guard without its shipped words because of what a kit says.

mod guard;
mod kit;

use serde::Deserialize;

use crate::domain::lint::{Lexicon, Pattern, WordList};

pub use guard::{guard_of_language, parse_guard, parse_names};
pub use kit::{Beside, NAME as GUARD_FILE, copy_beside, guard_of_kit};

const FRENCH: &str = include_str!("../../assets/lint/fr.ron");
const ENGLISH: &str = include_str!("../../assets/lint/en.ron");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListForm {
    #[serde(default)]
    code: String,
    message: String,
    cure: String,
    terms: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconForm {
    language: String,
    rules: Vec<ListForm>,
    judging: ListForm,
    jargon: ListForm,
    #[serde(default)]
    glossary: Vec<String>,
}

fn patterns(list: &[String]) -> Vec<Pattern> {
    list.iter().map(|text| Pattern::new(text)).collect()
}

fn list(form: ListForm, code: &str) -> WordList {
    WordList {
        code: if form.code.is_empty() {
            code.to_owned()
        } else {
            form.code
        },
        terms: patterns(&form.terms),
        unless: patterns(&form.unless),
        message: form.message,
        cure: form.cure,
    }
}

/// Reads a list of words.
///
/// # Errors
/// The reader's sentence if the text is not one.
pub fn parse(text: &str) -> Result<Lexicon, String> {
    let form: LexiconForm = ron::from_str(text).map_err(|error| error.to_string())?;
    Ok(Lexicon {
        language: form.language,
        who: form.rules.into_iter().map(|rule| list(rule, "")).collect(),
        judging: list(form.judging, "judging"),
        jargon: list(form.jargon, "jargon"),
        glossary: patterns(&form.glossary),
    })
}

/// The word lists of a language; without a list for it, those that hold no word.
pub fn of_language(language: &str) -> Lexicon {
    let text = match language {
        "fr" => FRENCH,
        "en" => ENGLISH,
        _ => return Lexicon::default(),
    };
    // A test reads both files; a program built from this source has them right.
    parse(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_that_ship_can_be_read() {
        for text in [FRENCH, ENGLISH] {
            let lexicon = parse(text);
            assert!(lexicon.is_ok(), "{lexicon:?}");
        }
    }
}
