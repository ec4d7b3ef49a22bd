//! Removing an element with what hangs on it, and showing that beforehand.

use crate::domain::kit::KitContent;
use crate::domain::typography::french;
use crate::domain::workshop::address::{Element, Field};
use crate::domain::workshop::items::{self, find};
use crate::domain::workshop::refs::{Fate, Ref, walk};
use crate::domain::workshop::refusal::Refusal;

/// What happens to something that hangs on a deleted element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallout {
    /// The mention is taken out.
    Cleared,
    /// The element goes too: without the mention it would do nothing.
    Gone,
    /// The element stays, without its condition.
    Loosened,
    /// It keeps the deletion from being made.
    Prevents,
}

/// Something that hangs on an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependent {
    /// What hangs on it.
    pub element: Element,
    /// The field that mentions it.
    pub field: Field,
    /// What happens to it.
    pub fallout: Fallout,
    /// The same in a French sentence.
    pub what: String,
}

/// Says whether a reference is to an element, or to a part of it.
pub(in crate::domain::workshop) fn names(reference: &Ref<'_>, element: &Element) -> bool {
    match (reference, element) {
        (Ref::Family(at), Element::Family(id)) => *at == id,
        (Ref::Source(at), Element::Source(id)) => *at == id,
        (Ref::Cue(at), Element::Cue(id)) => *at == id,
        (Ref::Question(at) | Ref::Answer(at, _), Element::Question(id)) => *at == id,
        (Ref::Answer(of, at), Element::Answer(question, id)) => *of == question && *at == id,
        (Ref::Persona(at), Element::Persona(id)) => *at == id,
        (Ref::Step(at), Element::Step(id)) => *at == id,
        _ => false,
    }
}

fn cues_of(content: &KitContent, element: &Element) -> Vec<Element> {
    let Element::Family(family) = element else {
        return Vec::new();
    };
    content
        .cues
        .iter()
        .filter(|cue| &cue.family == family)
        .map(|cue| Element::Cue(cue.id.clone()))
        .collect()
}

/// Lists what hangs on an element, to be shown before it is deleted.
pub fn dependents(content: &KitContent, element: &Element) -> Vec<Dependent> {
    let mut without = content.clone();
    if items::remove(&mut without, element).is_none() {
        return Vec::new();
    }
    let prevented = !cues_of(content, element).is_empty();
    let mut fields: Vec<Field> = Vec::new();
    let fates = walk(&mut without, &mut |field, reference| {
        let named = names(&reference, element);
        if named && fields.last() != Some(field) {
            fields.push(field.clone());
        }
        !named
    });
    fields
        .into_iter()
        .map(|field| {
            let fate = fates.iter().find(|(of, _)| of == &field.element);
            let fallout = match fate {
                Some((_, Fate::Gone)) => Fallout::Gone,
                Some((_, Fate::Loosened)) => Fallout::Loosened,
                None if prevented && matches!(field.element, Element::Cue(_)) => Fallout::Prevents,
                None => Fallout::Cleared,
            };
            let whose = field.element.label(content);
            let what = match fallout {
                Fallout::Cleared => {
                    format!(
                        "{whose} : la mention dans « {} » sera retirée.",
                        field.name.label()
                    )
                }
                Fallout::Gone => {
                    format!("{whose} : supprimé avec, il ne servirait plus à rien.")
                }
                Fallout::Loosened => {
                    format!("{whose} : proposée ensuite sans condition.")
                }
                Fallout::Prevents => {
                    format!("{whose} : à mettre d’abord dans une autre famille.")
                }
            };
            Dependent {
                element: field.element.clone(),
                field,
                fallout,
                what: french(&what),
            }
        })
        .collect()
}

/// Removes an element and everything that mentions it.
pub(super) fn delete(content: &mut KitContent, element: &Element) -> Result<(), Refusal> {
    if *element == Element::Manifest {
        return Err(Refusal::new(
            "La fiche du kit ne se supprime pas ; rien n’a changé.",
            "Videz les champs qui ne servent plus.",
        ));
    }
    if find(content, element).is_none() {
        return Err(Refusal::unknown(element));
    }
    let cues = cues_of(content, element).len();
    if cues > 0 {
        return Err(Refusal::new(
            &format!(
                "{} contient encore {cues} indice(s) ; rien n’a changé.",
                element.named()
            ),
            "Mettez d’abord ces indices dans une autre famille.",
        ));
    }
    items::remove(content, element).ok_or_else(|| Refusal::unknown(element))?;
    walk(content, &mut |_, reference| !names(&reference, element));
    Ok(())
}
