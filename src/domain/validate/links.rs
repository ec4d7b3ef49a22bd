//! Links between cues, learned from data: one parent each, on a channel both are on, no circle.
//!
//! It must never judge a probability learned: only whether it can be read as one.

use super::names::Declared;
use super::report::{Element, Report};
use crate::domain::kit::{CueLink, ItemRef, KitContent, Level};
use crate::domain::problem::Section;

/// The version of links this program knows.
const VERSION: u32 = 1;

pub(super) fn check(content: &KitContent, declared: &Declared, report: &mut Report) {
    for (index, link) in content.links.iter().enumerate() {
        let mut element = report.element(Section::Links, index, "");
        check_link(&mut element, content, declared, link);
        let earlier = content.links.iter().take(index);
        if earlier
            .clone()
            .any(|other| other.channel == link.channel && other.child == link.child)
        {
            element.error(
                "child",
                name(&link.child),
                (
                    &format!("« {} » dépend déjà d’un autre indice.", name(&link.child)),
                    "Gardez un seul lien par indice et par canal.",
                ),
            );
        } else if closes_circle(content, index, link) {
            element.error(
                "parent",
                name(&link.parent),
                (
                    "Ces liens tournent en rond.",
                    "Retirez un des liens du cercle, ou recalculez les liens.",
                ),
            );
        }
    }
}

fn name(item: &ItemRef) -> &str {
    match item {
        ItemRef::Cue(id) => id.as_str(),
        ItemRef::Question(id) => id.as_str(),
    }
}

fn closes_circle(content: &KitContent, index: usize, link: &CueLink) -> bool {
    let mut at = &link.parent;
    for _ in 0..=content.links.len() {
        if at == &link.child {
            return true;
        }
        let above = content
            .links
            .iter()
            .take(index)
            .find(|other| other.channel == link.channel && &other.child == at);
        match above {
            Some(other) => at = &other.parent,
            None => return false,
        }
    }
    true
}

fn check_link(
    element: &mut Element<'_>,
    content: &KitContent,
    declared: &Declared,
    link: &CueLink,
) {
    if link.version != VERSION {
        element.error(
            "version",
            "version",
            (
                &format!("Ce lien est en version {}, inconnue ici.", link.version),
                "Mettez Réflexe Personas à jour, ou recalculez les liens.",
            ),
        );
    }
    for (field, item) in [("child", &link.child), ("parent", &link.parent)] {
        let channels = match item {
            ItemRef::Cue(id) => {
                declared.cues.check(element, field, id.as_str(), "L’indice");
                content
                    .cues
                    .iter()
                    .find(|c| &c.id == id)
                    .map(|c| &c.channels)
            }
            ItemRef::Question(id) => {
                declared
                    .questions
                    .check(element, field, id.as_str(), "La question");
                content
                    .questions
                    .iter()
                    .find(|q| &q.id == id)
                    .map(|q| &q.channels)
            }
        };
        if channels.is_some_and(|channels| !channels.contains(&link.channel)) {
            element.error(
                field,
                name(item),
                (
                    &format!("« {} » n’existe pas sur ce canal.", name(item)),
                    "Retirez ce lien, ou recalculez les liens de ce canal.",
                ),
            );
        }
    }
    for row in &link.rows {
        declared.profile(element, "rows", row.persona.as_str());
        let known = |item: &ItemRef, answer: &str| match item {
            ItemRef::Cue(_) => matches!(answer, "oui" | "non"),
            ItemRef::Question(id) => content
                .questions
                .iter()
                .find(|q| &q.id == id)
                .is_none_or(|q| q.answers.iter().any(|a| a.id.as_str() == answer)),
        };
        let answers = std::iter::once((&link.parent, row.given.as_str()))
            .chain(row.levels.iter().map(|(id, _)| (&link.child, id.as_str())));
        for (item, answer) in answers {
            if !known(item, answer) {
                element.error(
                    "rows",
                    answer,
                    (
                        &format!("« {answer} » n’est pas une réponse de « {} ».", name(item)),
                        "Corrigez la réponse ; pour un indice, oui ou non.",
                    ),
                );
            }
        }
        let sum: f64 = row
            .levels
            .iter()
            .map(|(_, level)| match level {
                Level::P(p) if !(0.0..=1.0).contains(p) => f64::NAN,
                level => content.levels.probability(*level),
            })
            .sum();
        if !sum.is_finite() || sum <= 0.0 {
            element.error(
                "rows",
                row.persona.as_str(),
                (
                    "Ces niveaux ne forment pas des probabilités.",
                    "Écrivez des mots, ou P(…) entre 0 et 1, l’un au moins au-dessus de 0.",
                ),
            );
        }
    }
}
