//! The guard's words on disk: their form, and from forms to what the guard reads.
//!
//! Sets and the simple cipher of insults are undone here, so that the domain knows neither. It must
//! never lose a family because one pattern is wrong.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::guard::{Category, GuardLexicon, Names, Severity};
use crate::domain::lint::{Pattern, PatternReader};
use crate::store::format;

const GUARD: &str = include_str!("../../../assets/guard/fr.ron");
const INSULTS: &str = include_str!("../../../assets/guard/fr-insultes.ron");
const NAMES: &str = include_str!("../../../assets/guard/names.ron");

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub(super) enum SeverityForm {
    Red,
    Orange,
    Info,
}

/// A family of words; all but its id may be left out, since a kit may only add to one that ships.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryForm {
    pub(super) id: String,
    #[serde(default)]
    pub(super) severity: Option<SeverityForm>,
    #[serde(default)]
    pub(super) why: String,
    /// What to write instead when no proposal knows the words found.
    #[serde(default)]
    pub(super) say: String,
    /// Whether its patterns are written thirteen letters further, so as not to be read by chance.
    #[serde(default)]
    pub(super) rot13: bool,
    #[serde(default)]
    pub(super) terms: Vec<String>,
    #[serde(default)]
    pub(super) unless: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProposalForm {
    pub(super) terms: Vec<String>,
    pub(super) say: String,
}

/// A file of words: one that ships, or that of a kit.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct GuardForm {
    pub(super) language: String,
    pub(super) version: String,
    /// Words that patterns name together, as `<name>`.
    pub(super) sets: BTreeMap<String, String>,
    pub(super) categories: Vec<CategoryForm>,
    pub(super) proposals: Vec<ProposalForm>,
    /// Shipped families that this kit does without.
    pub(super) drop_categories: Vec<String>,
    /// Shipped phrases that this kit does not let through.
    pub(super) drop_unless: Vec<String>,
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

/// The names that ship for a language.
pub(super) fn names_of(language: &str) -> Names {
    match language {
        // A test reads the file; a program built from this source has it right.
        "fr" => parse_names(NAMES).unwrap_or_default(),
        _ => Names::default(),
    }
}

/// Each letter thirteen further in the alphabet; twice gives the text back.
pub(super) fn rot13(text: &str) -> String {
    let turned = |letter: char, first: u8| {
        let place = (u32::from(letter) - u32::from(first) + 13) % 26;
        char::from_u32(u32::from(first) + place).unwrap_or(letter)
    };
    text.chars()
        .map(|letter| match letter {
            'a'..='z' => turned(letter, b'a'),
            'A'..='Z' => turned(letter, b'A'),
            other => other,
        })
        .collect()
}

/// A pattern with the words of its sets in place of their names.
///
/// # Errors
/// The name of a set that does not exist.
pub(super) fn spelled_out(
    pattern: &str,
    sets: &BTreeMap<String, String>,
) -> Result<String, String> {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('<') {
        let (name, behind) = after.split_once('>').unwrap_or((after, ""));
        let words = sets.get(name).ok_or_else(|| name.to_owned())?;
        out.push_str(before);
        out.push_str(words);
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

impl GuardForm {
    /// Undoes the cipher of every family that has one.
    pub(super) fn deciphered(mut self) -> Self {
        for category in self.categories.iter_mut().filter(|c| c.rot13) {
            for pattern in category.terms.iter_mut().chain(&mut category.unless) {
                *pattern = rot13(pattern);
            }
            category.rot13 = false;
        }
        self
    }

    /// Adds the families, sets and proposals of another file; its proposals are tried first.
    pub(super) fn add(&mut self, mut other: Self) {
        for (name, words) in other.sets {
            self.sets
                .entry(name)
                .and_modify(|known| {
                    known.push('|');
                    known.push_str(&words);
                })
                .or_insert(words);
        }
        for category in other.categories {
            match self.categories.iter_mut().find(|c| c.id == category.id) {
                Some(known) => {
                    if !category.say.is_empty() {
                        other.proposals.push(ProposalForm {
                            terms: category.terms.clone(),
                            say: category.say,
                        });
                    }
                    known.terms.extend(category.terms);
                    known.unless.extend(category.unless);
                }
                None => self.categories.push(category),
            }
        }
        self.proposals.splice(0..0, other.proposals);
    }

    /// What the guard reads. A pattern that names an unknown set is left out.
    pub(super) fn lexicon(self, names: Names) -> GuardLexicon {
        let sets = self.sets;
        let mut reader = PatternReader::default();
        let mut compiled = |list: &[String]| -> Vec<Pattern> {
            list.iter()
                .filter_map(|pattern| spelled_out(pattern, &sets).ok())
                .map(|pattern| reader.read(&pattern))
                .collect()
        };
        let mut proposals: Vec<(Vec<Pattern>, String)> = self
            .proposals
            .into_iter()
            .map(|proposal| (compiled(&proposal.terms), proposal.say))
            .collect();
        let categories = self.categories.into_iter().map(|category| {
            let terms = compiled(&category.terms);
            if !category.say.is_empty() {
                proposals.push((terms.clone(), category.say));
            }
            Category {
                severity: Some(match category.severity {
                    Some(SeverityForm::Red) => Severity::Red,
                    Some(SeverityForm::Info) => Severity::Info,
                    Some(SeverityForm::Orange) | None => Severity::Orange,
                }),
                unless: compiled(&category.unless),
                terms,
                id: category.id,
                why: category.why,
            }
        });
        let categories = categories.collect();
        GuardLexicon::new(self.version, names, categories, proposals)
    }
}

/// The shipped words of a language, as written; nothing for a language without any.
pub(super) fn shipped(language: &str) -> GuardForm {
    if language != "fr" {
        return GuardForm::default();
    }
    // A test reads both files; a program built from this source has them right.
    let read = |name, text| format::read_whole::<GuardForm>(name, text).unwrap_or_default();
    let mut words = read("fr.ron", GUARD).deciphered();
    words.add(read("fr-insultes.ron", INSULTS).deciphered());
    words
}

/// Reads the guard's words out of a text of that form, beside names already read.
///
/// # Errors
/// The reader's sentence, with its line, if the text is not a list of them.
pub fn parse_guard(text: &str, names: Names) -> Result<GuardLexicon, String> {
    let form: GuardForm =
        format::read_whole("guard.ron", text).map_err(|finding| finding.to_string())?;
    Ok(form.deciphered().lexicon(names))
}

/// The guard's words for a language; identifiers are found without any.
pub fn guard_of_language(language: &str) -> GuardLexicon {
    shipped(language).lexicon(names_of(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_that_ship_can_be_read_and_name_no_unknown_set() {
        for text in [GUARD, INSULTS] {
            let form = format::read_whole::<GuardForm>("x", text);
            assert!(form.is_ok(), "{}", form.unwrap_err());
        }
        assert!(parse_names(NAMES).is_ok());
        let words = shipped("fr");
        assert!(!words.version.is_empty());
        let of_categories = words
            .categories
            .iter()
            .flat_map(|c| c.terms.iter().chain(&c.unless));
        let of_proposals = words.proposals.iter().flat_map(|p| &p.terms);
        for pattern in of_categories.chain(of_proposals) {
            assert!(spelled_out(pattern, &words.sets).is_ok(), "{pattern}");
        }
    }

    #[test]
    fn a_cipher_twice_gives_the_text_back_and_leaves_signs_alone() {
        assert_eq!(rot13("nabc* |=é?"), "anop* |=é?");
        assert_eq!(
            rot13(&rot13("Un texte <nommé>, 12*")),
            "Un texte <nommé>, 12*"
        );
    }

    #[test]
    fn sets_are_spelled_out_wherever_they_stand() {
        let sets = BTreeMap::from([("a".to_owned(), "un|deux".to_owned())]);
        let out = |pattern| spelled_out(pattern, &sets);
        assert_eq!(
            out("<a> !<a>? trois|<a>"),
            Ok("un|deux !un|deux? trois|un|deux".to_owned())
        );
        assert_eq!(out("sans"), Ok("sans".to_owned()));
        assert_eq!(out("<b> x"), Err("b".to_owned()));
    }
}
