//! Copying an element just after itself: new id, new code, the same levels.
//!
//! It must never copy what others say of the original: no rule, case or neighbour mentions the copy.

use crate::domain::kit::KitContent;
use crate::domain::typography::french;
use crate::domain::validate::{RESERVED_KEYS, SHORT_LENGTH};
use crate::domain::workshop::address::Element;
use crate::domain::workshop::items::{self, Item, find};
use crate::domain::workshop::refusal::Refusal;

/// What tells a copy from its original.
const MARK: &str = " (copie)";

/// Copies an element after itself.
pub(super) fn duplicate(content: &mut KitContent, of: &Element, id: &str) -> Result<(), Refusal> {
    let (Some(at), Some(item)) = (items::position(content, of), items::item(content, of)) else {
        return Err(if *of == Element::Manifest {
            Refusal::new(
                "La fiche du kit ne se duplique pas ; rien n’a changé.",
                "Pour partir d’un autre kit, ouvrez-le puis diffusez-le sous un autre nom.",
            )
        } else {
            Refusal::unknown(of)
        });
    };
    let named = !matches!(of, Element::Rule(_) | Element::Case(_) | Element::Link(_));
    if named && !items::is_spelled(of, id) {
        return Err(Refusal::spelling(id));
    }
    if named && find(content, &of.renamed(id)).is_some() {
        return Err(Refusal::taken(&of.renamed(id)));
    }
    let item = marked(content, item.with_id(id));
    items::insert(content, item, at + 1).ok_or_else(|| Refusal::place(of))?;
    copy_levels(content, of, id);
    Ok(())
}

/// Gives a copy a title and a code of its own.
fn marked(content: &KitContent, mut item: Item) -> Item {
    match &mut item {
        Item::Family(family) => {
            family.title.push_str(MARK);
            family.key = free_key(content).unwrap_or(family.key);
        }
        Item::Cue(cue) => {
            cue.short = cue
                .short
                .chars()
                .take(SHORT_LENGTH - MARK.len())
                .collect::<String>()
                + MARK;
            let codes = content.cues.iter().map(|c| c.code.as_str());
            cue.code = next_code(&cue.code, codes);
        }
        Item::Question(question) => {
            let codes = content.questions.iter().map(|q| q.code.as_str());
            question.code = next_code(&question.code, codes);
        }
        Item::Persona(persona) => {
            persona.name.push_str(MARK);
            let codes = content.personas.iter().map(|p| p.code.as_str());
            persona.code = next_code(&persona.code, codes);
        }
        Item::Step(step) => step.title.push_str(MARK),
        Item::Place(place) => place.name.push_str(MARK),
        Item::Procedure(procedure) => procedure.title.push_str(MARK),
        Item::Case(case) => case.title.push_str(MARK),
        Item::Answer(_, answer) => answer.text.push_str(MARK),
        Item::Source(_) | Item::Rule(_) | Item::Link(_) => {}
    }
    item
}

/// The first letter that opens no family and that the panel leaves free.
pub(in crate::domain::workshop) fn free_key(content: &KitContent) -> Option<char> {
    ('A'..='Z').find(|letter| {
        !RESERVED_KEYS.contains(*letter)
            && content
                .families
                .iter()
                .all(|family| family.key.to_ascii_uppercase() != *letter)
    })
}

/// Gives the next code after one: E1 gives the first free of E2, E3…; PAS gives PAS2.
pub fn next_code<'c>(code: &str, taken: impl Iterator<Item = &'c str>) -> String {
    let taken: Vec<&str> = taken.collect();
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: usize = code
        .get(stem.len()..)
        .and_then(|digits| digits.parse().ok())
        .unwrap_or(1);
    // One more than there are codes: one of them is free.
    let first = number.saturating_add(1);
    (first..=first.saturating_add(taken.len()))
        .map(|n| format!("{stem}{n}"))
        .find(|code| !taken.contains(&code.as_str()))
        .unwrap_or_default()
}

/// A copied cue, question or answer weighs as its original for every persona.
fn copy_levels(content: &mut KitContent, of: &Element, id: &str) {
    for persona in &mut content.personas {
        match of {
            Element::Cue(cue) => {
                let level = persona.cues.iter().find(|(at, _)| at == cue);
                if let Some(level) = level.map(|(_, level)| *level) {
                    persona.cues.push((id.into(), level));
                }
            }
            Element::Question(question) => {
                let row = persona.answers.iter().find(|(at, _)| at == question);
                if let Some(row) = row.map(|(_, row)| row.clone()) {
                    persona.answers.push((id.into(), row));
                }
            }
            Element::Answer(question, answer) => {
                let row = persona.answers.iter_mut().find(|(at, _)| at == question);
                if let Some((_, row)) = row {
                    let level = row.iter().find(|(at, _)| at == answer).map(|x| x.1);
                    if let Some(level) = level {
                        row.push((id.into(), level));
                    }
                }
            }
            _ => {}
        }
    }
}

impl Item {
    /// What the element is called, for a message about one that is not in a kit yet.
    pub fn title(&self) -> String {
        match self {
            Self::Family(item) => item.title.clone(),
            Self::Source(item) => item.id.clone(),
            Self::Cue(item) => item.short.clone(),
            Self::Question(item) => item.ask.clone(),
            Self::Answer(_, item) => item.text.clone(),
            Self::Persona(item) => item.name.clone(),
            Self::Step(item) => item.title.clone(),
            Self::Place(item) => item.name.clone(),
            Self::Procedure(item) => item.title.clone(),
            Self::Case(item) => item.title.clone(),
            Self::Rule(_) | Self::Link(_) => String::new(),
        }
    }

    /// « l’indice « Ni ordinateur ni tablette » », within a sentence.
    pub fn named(&self) -> String {
        let the = self.element(0).kind().the();
        let title = self.title();
        if title.is_empty() {
            the.to_owned()
        } else {
            french(&format!("{the} « {title} »"))
        }
    }

    /// « indice « Ni ordinateur ni tablette » ».
    pub fn label(&self) -> String {
        let kind = self.element(0).kind().label().to_lowercase();
        let title = self.title();
        if title.is_empty() {
            kind
        } else {
            french(&format!("{kind} « {title} »"))
        }
    }
}
