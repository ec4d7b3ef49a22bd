//! The word lists that ship with the program, one file a language: of the lint, and of the guard.

use serde::Deserialize;

use crate::domain::guard::{Category, GuardLexicon, Names, Severity};
use crate::domain::lint::{Lexicon, Pattern, WordList};

const FRENCH: &str = include_str!("../../assets/lint/fr.ron");
const GUARD: &str = include_str!("../../assets/guard/fr.ron");
const NAMES: &str = include_str!("../../assets/guard/names.ron");
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

#[derive(Debug, Deserialize)]
enum SeverityForm {
    Red,
    Orange,
    Info,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CategoryForm {
    id: String,
    severity: SeverityForm,
    why: String,
    terms: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ProposalForm {
    terms: Vec<String>,
    say: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuardForm {
    #[serde(rename = "language")]
    _language: String,
    version: String,
    categories: Vec<CategoryForm>,
    #[serde(default)]
    proposals: Vec<ProposalForm>,
}

/// Names, as words between spaces.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct NamesForm {
    first: String,
    ambiguous: String,
    last: String,
    never: String,
    said: String,
}

/// Reads the names that the guard knows.
///
/// # Errors
/// The reader's sentence if the text is not a list of them.
pub fn parse_names(text: &str) -> Result<Names, String> {
    let form: NamesForm = ron::from_str(text).map_err(|error| error.to_string())?;
    let set = |words: &str| words.split_whitespace().map(str::to_owned).collect();
    Ok(Names {
        first: set(&form.first),
        ambiguous: set(&form.ambiguous),
        last: set(&form.last),
        never: set(&form.never),
        said: form.said.split_whitespace().map(str::to_owned).collect(),
    })
}

/// Reads the guard's words, beside names already read.
///
/// # Errors
/// The reader's sentence if the text is not a list of them.
pub fn parse_guard(text: &str, names: Names) -> Result<GuardLexicon, String> {
    let form: GuardForm = ron::from_str(text).map_err(|error| error.to_string())?;
    Ok(GuardLexicon::new(
        form.version,
        names,
        form.categories
            .into_iter()
            .map(|category| Category {
                severity: Some(match category.severity {
                    SeverityForm::Red => Severity::Red,
                    SeverityForm::Orange => Severity::Orange,
                    SeverityForm::Info => Severity::Info,
                }),
                terms: patterns(&category.terms),
                unless: patterns(&category.unless),
                id: category.id,
                why: category.why,
            })
            .collect(),
        form.proposals
            .into_iter()
            .map(|proposal| (patterns(&proposal.terms), proposal.say))
            .collect(),
    ))
}

/// The guard's words for a language; identifiers are found without any.
pub fn guard_of_language(language: &str) -> GuardLexicon {
    match language {
        "fr" => parse_names(NAMES)
            .and_then(|names| parse_guard(GUARD, names))
            .unwrap_or_default(),
        _ => GuardLexicon::default(),
    }
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
        let names = parse_names(NAMES);
        assert!(names.is_ok(), "{names:?}");
        let guard = parse_guard(GUARD, names.unwrap_or_default());
        assert!(guard.is_ok(), "{:?}", guard.err());
    }
}
