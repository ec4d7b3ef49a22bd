//! What an edit does, in French, for « Annuler… » and for the list of changes.

use super::Edit;
use crate::domain::kit::KitContent;
use crate::domain::workshop::address::{Element, Field, Index};
use crate::domain::workshop::levels::About;
use crate::domain::workshop::phrase::within;

/// Says what an edit does, in a few words; `content` is the one before it.
pub fn describe(content: &KitContent, edit: &Edit) -> String {
    match edit {
        Edit::Set { field, .. } => field_words(content, field),
        Edit::Add { item, .. } => format!("Ajout, {}", item.label()),
        Edit::Duplicate { of, .. } => format!("Copie, {}", within(&of.label(content))),
        Edit::Rename { element, .. } => {
            format!("Identifiant, {}", within(&element.label(content)))
        }
        Edit::Move { element, .. } => format!("Place, {}", within(&element.label(content))),
        Edit::Delete(element) => format!("Suppression, {}", within(&element.label(content))),
        Edit::Levels(cells) => match cells.as_slice() {
            [] => "Rien".to_owned(),
            [cell] => {
                let about = match &cell.about {
                    About::Cue(cue) => Element::Cue(cue.clone()),
                    About::Answer(question, answer) => {
                        Element::Answer(question.clone(), answer.clone())
                    }
                };
                let persona = Element::Persona(cell.persona.clone()).title(content);
                format!("Niveau, {} pour {persona}", within(&about.label(content)))
            }
            many => format!("{} niveaux", many.len()),
        },
        Edit::Together(edits) => match edits.as_slice() {
            [] => "Rien".to_owned(),
            [one] => describe(content, one),
            [first, rest @ ..] => {
                format!("{} et {} de plus", describe(content, first), rest.len())
            }
        },
        Edit::Restore(_) => "Retour à une version précédente".to_owned(),
    }
}

fn field_words(content: &KitContent, field: &Field) -> String {
    let whose = within(&field.element.label(content));
    match &field.index {
        Index::Cue(_) | Index::Question(_) | Index::Answer(..) => format!("Niveau, {whose}"),
        _ => format!("{}, {whose}", field.name.label()),
    }
}
