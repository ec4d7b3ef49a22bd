//! Profiles and situations: shares, likelihood rows, references.
//!
//! It must never judge whether two personas can be told apart; diagnostics do.

use std::collections::BTreeSet;

use super::items::Seen;
use super::manifest::{check_date, is_probability};
use super::names::Declared;
use super::report::{Element, Report};
use crate::domain::ids::{AnswerId, QuestionId};
use crate::domain::kit::{KitContent, Layer, Level, Persona, Question};
use crate::domain::problem::Section;
use crate::domain::vocab::Channel;

pub(super) fn check(content: &KitContent, declared: &Declared, report: &mut Report) {
    let mut seen = Seen::default();
    for (index, persona) in content.personas.iter().enumerate() {
        let mut element = report.element(Section::Personas, index, persona.id.as_str());
        let element = &mut element;
        seen.id(element, persona.id.as_str());
        seen.code(element, &persona.code);
        check_share(element, persona, &content.channels);
        check_axes(element, persona);
        check_cues(element, persona, declared);
        check_answers(element, persona, content, declared);
        let steps = &persona.steps;
        for (field, list) in [
            ("steps › two_minutes", &steps.two_minutes),
            ("steps › ten_minutes", &steps.ten_minutes),
            ("steps › relay", &steps.relay),
        ] {
            for id in list {
                declared
                    .steps
                    .check(element, field, id.as_str(), "Le geste");
            }
        }
        for other in &persona.confused_with {
            let id = other.persona.as_str();
            declared
                .personas
                .check(element, "confused_with", id, "Le persona");
        }
        for source in &persona.sources {
            declared
                .sources
                .check(element, "sources", source, "La source");
        }
        check_date(element, "reviewed", persona.reviewed.as_deref());
    }
}

fn check_share(element: &mut Element<'_>, persona: &Persona, channels: &[Channel]) {
    match persona.layer {
        Layer::Profile => {
            for channel in channels {
                let share = persona.share.get(channel).copied().unwrap_or(0.0);
                if !(share > 0.0 && share.is_finite()) {
                    let place = channel.label().to_lowercase();
                    element.error(
                        "share",
                        "share",
                        (
                            &format!(
                                "Ce profil n’a pas de part positive pour le canal « {place} »."
                            ),
                            "Donnez dans share un nombre plus grand que 0 à chaque canal du kit.",
                        ),
                    );
                }
            }
        }
        Layer::Situation => {
            for share in persona.share.values() {
                if !(0.0..=100.0).contains(share) {
                    element.error(
                        "share",
                        "share",
                        (
                            &format!("La part vaut {share} ; pour une situation, c’est un pourcentage."),
                            "Écrivez un nombre de 0 à 100 : sur 100 contacts, combien sont concernés.",
                        ),
                    );
                }
            }
        }
    }
}

fn check_axes(element: &mut Element<'_>, persona: &Persona) {
    let Some(axes) = persona.axes else { return };
    for (name, value) in [
        ("aptitude", axes.aptitude),
        ("confidence", axes.confidence),
        ("administrative", axes.administrative),
        ("appetite", axes.appetite),
    ] {
        if value > 4 {
            element.error(
                "axes",
                name,
                (
                    &format!("L’axe {name} vaut {value} ; l’échelle va de 0 à 4."),
                    "Écrivez un entier de 0 à 4.",
                ),
            );
        }
    }
}

/// Notes an error when a level is not a probability.
fn check_level(element: &mut Element<'_>, field: &str, id: &str, level: Level) {
    if let Level::P(p) = level
        && !is_probability(p)
    {
        element.error(
            field,
            id,
            (
                &format!("P({p}) n’est pas une probabilité."),
                "Écrivez un nombre de 0.0 à 1.0, ou un mot : VeryRare, Rare, Possible, Frequent, Typical.",
            ),
        );
    }
}

fn duplicate(element: &mut Element<'_>, field: &str, id: &str) {
    element.error_at(
        field,
        id,
        1,
        (
            &format!("« {id} » est écrit deux fois dans {field}."),
            "Gardez une seule des deux lignes.",
        ),
    );
}

fn check_cues(element: &mut Element<'_>, persona: &Persona, declared: &Declared) {
    let mut seen = BTreeSet::new();
    for (id, level) in &persona.cues {
        declared
            .cues
            .check(element, "cues", id.as_str(), "L’indice");
        check_level(element, "cues", id.as_str(), *level);
        if !seen.insert(id) {
            duplicate(element, "cues", id.as_str());
        }
    }
}

fn check_answers(
    element: &mut Element<'_>,
    persona: &Persona,
    content: &KitContent,
    declared: &Declared,
) {
    let mut seen = BTreeSet::new();
    for (id, row) in &persona.answers {
        if !seen.insert(id) {
            duplicate(element, "answers", id.as_str());
        }
        if !declared
            .questions
            .check(element, "answers", id.as_str(), "La question")
        {
            continue;
        }
        let field = format!("answers › {id}");
        let mut answered = BTreeSet::new();
        for (answer, level) in row {
            declared.answer(element, &field, id, answer.as_str());
            check_level(element, &field, answer.as_str(), *level);
            if !answered.insert(answer) {
                duplicate(element, &field, answer.as_str());
            }
        }
        if let Some(question) = content.questions.iter().find(|q| &q.id == id) {
            check_row(element, id, row, question, content);
        }
    }
}

/// Judges a row as a whole: it must have some weight, and numbers should sum to 1.
fn check_row(
    element: &mut Element<'_>,
    id: &QuestionId,
    row: &[(AnswerId, Level)],
    question: &Question,
    content: &KitContent,
) {
    let field = format!("answers › {id}");
    let named: f64 = row
        .iter()
        .map(|(_, level)| content.levels.probability(*level))
        .sum();
    // An answer left out counts as very rare.
    let covered = question
        .answers
        .iter()
        .all(|a| row.iter().any(|(answer, _)| answer == &a.id));
    if covered && named <= 0.0 {
        element.error(
            &field,
            id.as_str(),
            (
                "Toutes les réponses de cette question sont à zéro.",
                "Donnez une probabilité plus grande que 0 à au moins une réponse, ou retirez la question.",
            ),
        );
        return;
    }
    let numbers = row.iter().all(|(_, level)| matches!(level, Level::P(_)));
    if !row.is_empty() && numbers && (named - 1.0).abs() > 0.01 {
        element.warning(
            &field,
            id.as_str(),
            (
                &format!("Les probabilités de cette question font {named:.2}, au lieu de 1."),
                "Corrigez les nombres ; en attendant, ils sont ramenés à 1 en proportion.",
            ),
        );
    }
}
