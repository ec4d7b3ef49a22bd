//! `exchanges.ron`: how cues look or sound in a practice exchange, and what cannot go together.
//!
//! A kit without that file is given the words that ship in its language. It must never keep a kit
//! from being practised on.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId};
use crate::domain::kit::Kit;
use crate::domain::problem::Gravity;
use crate::domain::training::practice::{Harm, Settles, Told, Words};
use crate::domain::typography;
use crate::domain::validate::wording::french;
use crate::store::beside::{folder_of_kit, read};
use crate::store::finding::{Fault, Finding};
use crate::store::format::{self, ModeWord, ThemeWord, Wire as _};

/// The file's name, in a kit's folder or beside a bundle.
pub const NAME: &str = "exchanges.ron";
/// The format read.
const FORMAT: u32 = 1;
/// Most sentences of one file.
const MOST: usize = 4000;
/// Longest sentence, in characters.
const LONGEST: usize = 400;

const FRENCH: &str = include_str!("../../../personas/usagers-numeriques/exchanges.ron");
const ENGLISH: &str = include_str!("../../../personas/digital-public-services-en/exchanges.ron");

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldForm {
    #[serde(default)]
    counter: Vec<String>,
    #[serde(default)]
    phone: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SettlesForm {
    cue: String,
    question: String,
    answers: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ThemesForm {
    cue: String,
    only: Vec<ThemeWord>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HarmForm {
    persona: String,
    mode: ModeWord,
    avoid: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsForm {
    format: u32,
    #[serde(default)]
    cues: BTreeMap<String, ToldForm>,
    #[serde(default)]
    answers: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    #[serde(default)]
    unsure: Vec<String>,
    #[serde(default)]
    neutral: ToldForm,
    #[serde(default)]
    settles: Vec<SettlesForm>,
    #[serde(default)]
    apart: Vec<(String, String)>,
    #[serde(default)]
    themes: Vec<ThemesForm>,
    #[serde(default)]
    harms: Vec<HarmForm>,
}

/// The words that ship for a language.
pub fn words_of_language(language: &str) -> Words {
    let text = if language == "en" { ENGLISH } else { FRENCH };
    // What ships is read by a test; if it were broken, practice would still work with the cards.
    parse(text, language).unwrap_or_default()
}

/// The words to practise with: those of the kit's own file if it is sound, else those that ship.
pub fn playable(path: Option<&Path>, language: &str) -> Words {
    let own = path.and_then(|path| read(folder_of_kit(path), NAME).ok().flatten());
    own.and_then(|text| parse(&text, language).ok())
        .unwrap_or_else(|| words_of_language(language))
}

/// The words of a kit, and everything found in its file.
///
/// `path` is the kit's folder, its `kit.ron` or a bundle; none is the kit that ships. A file that
/// cannot be read is told, and the words that ship are used.
pub fn words_of_kit(path: Option<&Path>, kit: &Kit) -> (Words, Vec<Finding>) {
    let shipped = || words_of_language(&kit.language);
    let Some(path) = path else {
        return (shipped(), Vec::new());
    };
    let text = match read(folder_of_kit(path), NAME) {
        Ok(None) => return (shipped(), Vec::new()),
        Ok(Some(text)) => text,
        Err(finding) => return (shipped(), vec![*finding]),
    };
    match parse(&text, &kit.language) {
        Err(finding) => (shipped(), vec![*finding]),
        Ok(words) => {
            let findings = strangers(&words, kit, &text);
            (words, findings)
        }
    }
}

/// Tells of every name the kit does not know: it is left aside, and nothing else is.
fn strangers(words: &Words, kit: &Kit, text: &str) -> Vec<Finding> {
    words
        .strangers(kit)
        .into_iter()
        .map(|name| {
            let last = name.rsplit(" › ").next().unwrap_or_default();
            let fault = Fault {
                at: text.find(&format!("\"{last}\"")).map_or(0, |at| at + 1),
                message: french(&format!("« {name} » n’est pas dans ce kit.")),
                cure: "Reprenez le nom écrit dans le kit, ou retirez cette ligne.".to_owned(),
            };
            Finding::in_text(Gravity::Warning, NAME, text, name, fault)
        })
        .collect()
}

fn parse(text: &str, language: &str) -> Result<Words, Box<Finding>> {
    let form: WordsForm = format::read_whole(NAME, text)?;
    let refused = |message: &str, cure: &str| {
        Box::new(Finding::whole_file(NAME, french(message), french(cure)))
    };
    if form.format != FORMAT {
        return Err(refused(
            "Ce fichier est d’un format que cette version ne connaît pas ; il n’est pas modifié.",
            "Mettez le programme à jour, ou écrivez format: 1.",
        ));
    }
    let words = form.into_words(language == "fr");
    let sentences = || {
        let told = words.cues.values().chain([&words.neutral]);
        let told = told.flat_map(|told| told.counter.iter().chain(&told.phone));
        let said = words.answers.values().flat_map(BTreeMap::values).flatten();
        told.chain(said).chain(&words.unsure)
    };
    if sentences().count() > MOST || sentences().any(|text| text.chars().count() > LONGEST) {
        return Err(refused(
            "Ce fichier a trop de phrases, ou une phrase trop longue.",
            "Au plus 4 000 phrases, de 400 caractères chacune.",
        ));
    }
    Ok(words)
}

impl WordsForm {
    fn into_words(self, is_french: bool) -> Words {
        let said = |text: String| {
            if is_french {
                typography::french(&text)
            } else {
                text
            }
        };
        let all = |list: Vec<String>| list.into_iter().map(said).collect::<Vec<_>>();
        let told = |form: ToldForm| Told {
            counter: all(form.counter),
            phone: all(form.phone),
        };
        Words {
            cues: self
                .cues
                .into_iter()
                .map(|(cue, form)| (CueId::new(&cue), told(form)))
                .collect(),
            answers: self
                .answers
                .into_iter()
                .map(|(question, answers)| {
                    let answers = answers
                        .into_iter()
                        .map(|(answer, list)| (AnswerId::new(&answer), all(list)));
                    (QuestionId::new(&question), answers.collect())
                })
                .collect(),
            unsure: all(self.unsure),
            neutral: told(self.neutral),
            settles: self
                .settles
                .into_iter()
                .map(|form| Settles {
                    cue: CueId::new(&form.cue),
                    question: QuestionId::new(&form.question),
                    answers: form.answers.iter().map(|id| AnswerId::new(id)).collect(),
                })
                .collect(),
            apart: self
                .apart
                .into_iter()
                .map(|(one, other)| (CueId::new(&one), CueId::new(&other)))
                .collect(),
            themes: self
                .themes
                .into_iter()
                .map(|form| (CueId::new(&form.cue), form.only.into_domain()))
                .collect(),
            harms: self
                .harms
                .into_iter()
                .map(|form| Harm {
                    persona: PersonaId::new(&form.persona),
                    mode: form.mode.into_domain(),
                    avoid: said(form.avoid),
                })
                .collect(),
        }
    }
}
