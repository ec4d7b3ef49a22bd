//! What is noticed and asked: cues and questions.
//!
//! It must never judge the wording of a cue; that is for the kit's lint and for people.

use std::collections::BTreeSet;

use super::manifest::{check_id, check_probability};
use super::names::Declared;
use super::report::{Element, Report};
use crate::domain::kit::{Cue, KitContent, Question};
use crate::domain::problem::Section;

/// Longest label on the panel, in characters.
pub(in crate::domain) const SHORT_LENGTH: usize = 34;

/// Ids and codes seen so far in a section: the second bearer of one is at fault, never the first.
#[derive(Default)]
pub(super) struct Seen<'c> {
    ids: BTreeSet<&'c str>,
    codes: BTreeSet<&'c str>,
}

impl<'c> Seen<'c> {
    /// Checks an id's spelling and that it is new.
    pub(super) fn id(&mut self, element: &mut Element<'_>, id: &'c str) {
        check_id(element, id);
        if !self.ids.insert(id) {
            element.error(
                "id",
                id,
                (
                    &format!("L’identifiant « {id} » sert déjà plus haut."),
                    "Donnez un autre identifiant à cet élément, ou retirez le doublon.",
                ),
            );
        }
    }

    /// Checks that a code is there and new.
    pub(super) fn code(&mut self, element: &mut Element<'_>, code: &'c str) {
        if code.trim().is_empty() {
            element.error(
                "code",
                "code",
                (
                    "Le code imprimé est vide.",
                    "Donnez un code court, celui de la carte papier, par exemple « E1 ».",
                ),
            );
        } else if !self.codes.insert(code) {
            element.error(
                "code",
                code,
                (
                    &format!("Le code « {code} » sert déjà plus haut."),
                    "Donnez un autre code à cet élément.",
                ),
            );
        }
    }
}

/// Notes an error when a list of channels is empty.
pub(super) fn check_channels<T>(element: &mut Element<'_>, channels: &[T]) {
    if channels.is_empty() {
        element.error(
            "channels",
            "channels",
            (
                "La liste des canaux est vide.",
                "Écrivez channels: [Counter, Phone], ou l’un des deux, ou retirez la ligne.",
            ),
        );
    }
}

pub(super) fn check(content: &KitContent, declared: &Declared, report: &mut Report) {
    let mut seen = Seen::default();
    for (index, cue) in content.cues.iter().enumerate() {
        let mut element = report.element(Section::Cues, index, cue.id.as_str());
        seen.id(&mut element, cue.id.as_str());
        seen.code(&mut element, &cue.code);
        check_cue(&mut element, cue, declared);
    }
    let mut seen = Seen::default();
    for (index, question) in content.questions.iter().enumerate() {
        let mut element = report.element(Section::Questions, index, question.id.as_str());
        seen.id(&mut element, question.id.as_str());
        seen.code(&mut element, &question.code);
        check_question(&mut element, question, declared);
    }
}

fn check_cue(element: &mut Element<'_>, cue: &Cue, declared: &Declared) {
    let length = cue.short.chars().count();
    if length > SHORT_LENGTH {
        element.error(
            "short",
            &cue.short,
            (
                &format!("L’étiquette fait {length} caractères, au plus {SHORT_LENGTH}."),
                "Raccourcissez short ; la phrase entière va dans text.",
            ),
        );
    }
    declared
        .families
        .check(element, "family", cue.family.as_str(), "La famille");
    check_channels(element, &cue.channels);
    if let Some(noise) = cue.noise {
        check_probability(element, "noise", noise);
    }
    for other in &cue.excludes {
        if other == &cue.id {
            element.error_at(
                "excludes",
                other.as_str(),
                1,
                (
                    "Cet indice s’exclut lui-même.",
                    "Retirez-le de sa propre liste excludes.",
                ),
            );
        } else {
            declared
                .cues
                .check(element, "excludes", other.as_str(), "L’indice");
        }
    }
}

fn check_question(element: &mut Element<'_>, question: &Question, declared: &Declared) {
    if let Some(family) = &question.family {
        declared
            .families
            .check(element, "family", family.as_str(), "La famille");
    }
    check_channels(element, &question.channels);
    if !(question.cost > 0.0 && question.cost.is_finite()) {
        element.error(
            "cost",
            "cost",
            (
                &format!(
                    "Le coût vaut {} ; il doit être plus grand que 0.",
                    question.cost
                ),
                "Écrivez 1.0 pour une question ordinaire, 2.0 si elle coûte le double.",
            ),
        );
    }
    for availability in question.availability.values() {
        check_probability(element, "availability", *availability);
    }
    if let Some(noise) = question.noise {
        check_probability(element, "noise", noise);
    }
    if question.answers.is_empty() {
        element.error(
            "answers",
            "answers",
            (
                "La question n’a aucune réponse.",
                "Écrivez au moins une réponse : ( id: \"oui\", text: \"oui\" ).",
            ),
        );
    }
    let mut ids = BTreeSet::new();
    for answer in &question.answers {
        check_id(element, answer.id.as_str());
        if !ids.insert(&answer.id) {
            element.error_at(
                "answers",
                answer.id.as_str(),
                1,
                (
                    &format!("La réponse « {} » est déclarée deux fois.", answer.id),
                    "Donnez un autre identifiant à la seconde, ou retirez-la.",
                ),
            );
        }
    }
}
