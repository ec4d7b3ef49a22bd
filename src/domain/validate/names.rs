//! What the kit declares, so that references can be told from typing errors.
//!
//! Faulty elements and elements that could not be read count as declared: their own finding is
//! enough, and everything that merely mentions them stays quiet.

use std::collections::{BTreeMap, BTreeSet};

use super::report::Element;
use super::wording::{did_you_mean, some_of};
use crate::domain::ids::{QuestionId, is_kebab_case};
use crate::domain::kit::{Condition, KitContent, Layer};
use crate::domain::problem::Section;

/// What was written in the files but could not be read into content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unreadable {
    /// Ids of single elements.
    pub ids: Vec<(Section, String)>,
    /// Parts of the kit of which an unknown number of elements is missing.
    pub sections: BTreeSet<Section>,
}

/// The names of one kind.
#[derive(Default)]
pub(super) struct Names {
    ids: BTreeSet<String>,
    codes: BTreeMap<String, String>,
    /// Some are missing: nothing can be called unknown.
    incomplete: bool,
}

impl Names {
    fn new<'a>(
        section: Section,
        declared: impl Iterator<Item = (&'a str, &'a str)>,
        unreadable: &Unreadable,
    ) -> Self {
        let mut names = Self {
            incomplete: unreadable.sections.contains(&section),
            ..Self::default()
        };
        for (id, code) in declared {
            names.ids.insert(id.to_owned());
            if !code.is_empty() {
                names
                    .codes
                    .entry(code.to_owned())
                    .or_insert_with(|| id.to_owned());
            }
        }
        for (_, id) in unreadable.ids.iter().filter(|(kind, _)| *kind == section) {
            names.ids.insert(id.clone());
        }
        names
    }

    fn knows(&self, id: &str) -> bool {
        self.incomplete || self.ids.contains(id)
    }

    /// Notes an error when nothing has this id; `what` names the kind, with its article.
    pub(super) fn check(
        &self,
        element: &mut Element<'_>,
        field: &str,
        id: &str,
        what: &str,
    ) -> bool {
        if self.knows(id) {
            return true;
        }
        let cure = match self.codes.get(id) {
            Some(real) => {
                format!("« {id} » est un code imprimé : écrivez l’identifiant « {real} ».")
            }
            None if self.ids.is_empty() => format!(
                "Déclarez {} ou retirez cette référence.",
                what.to_lowercase()
            ),
            None => did_you_mean(
                id,
                self.ids.iter().map(String::as_str),
                &format!(
                    "Corrigez ou retirez cette référence. Existent : {}.",
                    some_of(self.ids.iter().map(String::as_str))
                ),
            ),
        };
        element.error(
            field,
            id,
            (&format!("{what} « {id} » n’existe pas dans ce kit."), &cure),
        );
        false
    }
}

/// Everything that can be referred to.
pub(super) struct Declared {
    pub(super) families: Names,
    pub(super) sources: Names,
    pub(super) cues: Names,
    pub(super) questions: Names,
    pub(super) personas: Names,
    pub(super) steps: Names,
    layers: BTreeMap<String, Layer>,
    answers: BTreeMap<String, BTreeSet<String>>,
}

impl Declared {
    pub(super) fn new(content: &KitContent, unreadable: &Unreadable) -> Self {
        let none = Unreadable::default();
        let mut layers = BTreeMap::new();
        for persona in &content.personas {
            layers
                .entry(persona.id.to_string())
                .or_insert(persona.layer);
        }
        let mut answers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for question in &content.questions {
            let ids = question.answers.iter().map(|a| a.id.to_string());
            answers
                .entry(question.id.to_string())
                .or_default()
                .extend(ids);
        }
        Self {
            families: Names::new(
                Section::Manifest,
                content.families.iter().map(|f| (f.id.as_str(), "")),
                &none,
            ),
            sources: Names::new(
                Section::Manifest,
                content.sources.iter().map(|s| (s.id.as_str(), "")),
                &none,
            ),
            cues: Names::new(
                Section::Cues,
                content
                    .cues
                    .iter()
                    .map(|c| (c.id.as_str(), c.code.as_str())),
                unreadable,
            ),
            questions: Names::new(
                Section::Questions,
                content
                    .questions
                    .iter()
                    .map(|q| (q.id.as_str(), q.code.as_str())),
                unreadable,
            ),
            personas: Names::new(
                Section::Personas,
                content
                    .personas
                    .iter()
                    .map(|p| (p.id.as_str(), p.code.as_str())),
                unreadable,
            ),
            steps: Names::new(
                Section::Steps,
                content.steps.iter().map(|s| (s.id.as_str(), "")),
                unreadable,
            ),
            layers,
            answers,
        }
    }

    /// Checks a question's answer; a question that could not be read accepts any.
    pub(super) fn answer(
        &self,
        element: &mut Element<'_>,
        field: &str,
        question: &QuestionId,
        answer: &str,
    ) {
        // A question without answers has its own finding.
        let Some(answers) = self
            .answers
            .get(question.as_str())
            .filter(|a| !a.is_empty())
        else {
            return;
        };
        if !answers.contains(answer) {
            let all = some_of(answers.iter().map(String::as_str));
            let cure = did_you_mean(
                answer,
                answers.iter().map(String::as_str),
                &format!("Écrivez l’une des réponses de la question : {all}."),
            );
            let message = format!("La question « {question} » n’a pas de réponse « {answer} ».");
            element.error(field, answer, (&message, &cure));
        }
    }

    /// Checks that a persona exists and is a situation.
    pub(super) fn situation(&self, element: &mut Element<'_>, field: &str, id: &str) {
        if self.personas.check(element, field, id, "La situation")
            && self.layers.get(id) == Some(&Layer::Profile)
        {
            element.error(
                field,
                id,
                (
                    &format!("« {id} » est un profil ; seule une situation peut être déclarée."),
                    "Choisissez une situation (layer: Situation), ou retirez cette ligne.",
                ),
            );
        }
    }

    /// Checks that a persona exists and is a profile.
    pub(super) fn profile(&self, element: &mut Element<'_>, field: &str, id: &str) {
        if self.personas.check(element, field, id, "Le profil")
            && self.layers.get(id) == Some(&Layer::Situation)
        {
            element.error(
                field,
                id,
                (
                    &format!("« {id} » est une situation ; un profil est attendu ici."),
                    "Choisissez un profil (layer: Profile), ou déplacez-le dans raises.",
                ),
            );
        }
    }

    /// Checks every reference of a condition.
    pub(super) fn condition(
        &self,
        element: &mut Element<'_>,
        condition: &Condition,
        negated: bool,
    ) {
        const FIELD: &str = "when";
        match condition {
            Condition::Cue(id) | Condition::NotCue(id) => {
                self.cues.check(element, FIELD, id.as_str(), "L’indice");
            }
            Condition::Answer(question, answer) => {
                if self
                    .questions
                    .check(element, FIELD, question.as_str(), "La question")
                {
                    self.answer(element, FIELD, question, answer.as_str());
                }
            }
            Condition::Situation(id) => {
                self.situation(element, FIELD, id.as_str());
                if negated {
                    element.error(
                        FIELD,
                        "Not",
                        (
                            &format!("Not ne peut pas porter sur la situation « {id} »."),
                            "Retirez ce Not : l’absence d’une situation ne se constate pas.",
                        ),
                    );
                }
            }
            Condition::Followed(id) => {
                self.personas
                    .check(element, FIELD, id.as_str(), "Le persona");
            }
            Condition::Setting(name) => {
                if !is_kebab_case(name) {
                    element.error(
                        FIELD,
                        name,
                        (
                            &format!("« {name} » n’est pas un nom de réglage."),
                            "Écrivez des minuscules et des tirets, par exemple « aidants-connect ».",
                        ),
                    );
                }
            }
            Condition::Channel(_) | Condition::Theme(_) => {}
            Condition::Any(all) | Condition::All(all) => {
                if all.is_empty() {
                    element.error(
                        FIELD,
                        if matches!(condition, Condition::Any(_)) {
                            "Any"
                        } else {
                            "All"
                        },
                        (
                            "Cette condition est une liste vide.",
                            "Ajoutez au moins une condition entre les crochets.",
                        ),
                    );
                }
                for inner in all {
                    self.condition(element, inner, negated);
                }
            }
            Condition::Not(inner) => self.condition(element, inner, true),
        }
    }
}
