//! Changing an id, and everything that says it.

use crate::domain::kit::KitContent;
use crate::domain::workshop::address::Element;
use crate::domain::workshop::items::{self, FoundMut, find, find_mut};
use crate::domain::workshop::refs::{Ref, walk};
use crate::domain::workshop::refusal::Refusal;

/// Renames an element and follows every reference.
pub(super) fn rename(content: &mut KitContent, element: &Element, id: &str) -> Result<(), Refusal> {
    if matches!(
        element,
        Element::Manifest | Element::Rule(_) | Element::Case(_) | Element::Link(_)
    ) {
        return Err(Refusal::new(
            &format!(
                "{} n’a pas d’identifiant ; rien n’a changé.",
                element.named()
            ),
            "Changez plutôt son titre ou sa place.",
        ));
    }
    if find(content, element).is_none() {
        return Err(Refusal::unknown(element));
    }
    if element.id() == id {
        return Ok(());
    }
    if !items::is_spelled(element, id) {
        return Err(Refusal::spelling(id));
    }
    let renamed = element.renamed(id);
    if find(content, &renamed).is_some() {
        return Err(Refusal::taken(&renamed));
    }
    match find_mut(content, element) {
        Some(FoundMut::Family(item)) => item.id = id.into(),
        Some(FoundMut::Source(item)) => id.clone_into(&mut item.id),
        Some(FoundMut::Cue(item)) => item.id = id.into(),
        Some(FoundMut::Question(item)) => item.id = id.into(),
        Some(FoundMut::Answer(item)) => item.id = id.into(),
        Some(FoundMut::Persona(item)) => item.id = id.into(),
        Some(FoundMut::Step(item)) => item.id = id.into(),
        Some(FoundMut::Place(item)) => item.id = id.into(),
        Some(FoundMut::Procedure(item)) => item.id = id.into(),
        _ => return Err(Refusal::unknown(element)),
    }
    follow(content, element, id);
    Ok(())
}

/// Makes every reference to an element say its new id.
fn follow(content: &mut KitContent, element: &Element, id: &str) {
    walk(content, &mut |_, reference| {
        match (reference, element) {
            (Ref::Family(at), Element::Family(old)) if at == old => *at = id.into(),
            (Ref::Source(at), Element::Source(old)) if at == old => id.clone_into(at),
            (Ref::Cue(at), Element::Cue(old)) if at == old => *at = id.into(),
            (Ref::Question(at) | Ref::Answer(at, _), Element::Question(old)) if at == old => {
                *at = id.into();
            }
            (Ref::Answer(question, at), Element::Answer(of, old))
                if question == of && at == old =>
            {
                *at = id.into();
            }
            (Ref::Persona(at), Element::Persona(old)) if at == old => *at = id.into(),
            (Ref::Step(at), Element::Step(old)) if at == old => *at = id.into(),
            _ => {}
        }
        true
    });
}
