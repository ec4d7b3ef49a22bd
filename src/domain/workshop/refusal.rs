//! Why an edit was not made, as a sentence for a manager.
//!
//! A refusal says what is the matter and what to do; the content is then exactly as it was. It must
//! never be a way to judge a text: a poor text is a finding, and typing is never refused.

use std::fmt;

use super::address::{Element, Field};
use crate::domain::typography::french;

/// An edit that was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is the matter, one French sentence.
    pub message: String,
    /// What to do, one French sentence.
    pub cure: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.cure)
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    /// Words a refusal, with French spacing.
    pub(super) fn new(message: &str, cure: &str) -> Self {
        Self {
            message: french(message),
            cure: french(cure),
        }
    }

    /// Nothing of this name is in the draft.
    pub(super) fn unknown(element: &Element) -> Self {
        Self::new(
            &format!(
                "{} n’est plus dans le kit ; rien n’a changé.",
                element.named()
            ),
            "Fermez cette fiche et choisissez un élément de la liste.",
        )
    }

    /// The name is taken.
    pub(super) fn taken(element: &Element) -> Self {
        Self::new(
            &format!("{} existe déjà ; rien n’a changé.", element.named()),
            "Choisissez un autre identifiant.",
        )
    }

    /// The name is not spelled like an id.
    pub(super) fn spelling(id: &str) -> Self {
        Self::new(
            &format!("« {id} » ne peut pas être un identifiant ; rien n’a changé."),
            "Écrivez des minuscules sans accent, des chiffres et des tirets, par exemple « sans-ordinateur ».",
        )
    }

    /// The field does not exist there, or takes something else.
    pub(super) fn field(field: &Field) -> Self {
        Self::new(
            &format!(
                "« {} » ne se remplit pas ainsi pour {} ; rien n’a changé.",
                field.name.label(),
                field.element.named_within()
            ),
            "Fermez cette fiche et rouvrez-la : elle n’est peut-être plus à jour.",
        )
    }

    /// The line is not there any more.
    pub(super) fn line(field: &Field) -> Self {
        Self::new(
            &format!(
                "Cette ligne de « {} » n’existe plus ; rien n’a changé.",
                field.name.label()
            ),
            "Choisissez une ligne de la liste, ou ajoutez-en une.",
        )
    }

    /// A place that the list does not have.
    pub(super) fn place(element: &Element) -> Self {
        Self::new(
            &format!(
                "{} ne peut pas aller à cette place ; rien n’a changé.",
                element.named()
            ),
            "Choisissez une place de la liste.",
        )
    }

    /// A number that is no number.
    pub(super) fn number() -> Self {
        Self::new(
            "Ce n’est pas un nombre ; rien n’a changé.",
            "Écrivez un nombre, par exemple 0,5.",
        )
    }

    /// A proportion out of 0 to 1.
    pub(super) fn level() -> Self {
        Self::new(
            "Ce niveau n’est pas une proportion ; rien n’a changé.",
            "Écrivez un mot, de « très rare » à « typique », ou un pourcentage de 0 à 100 %.",
        )
    }
}
