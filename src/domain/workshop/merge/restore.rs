//! What one side removed and the other uses anew: it comes back, and that is said.
//!
//! It must never leave a mention of something that is gone.

use super::{Conflict, Merger, Side};
use crate::domain::kit::KitContent;
use crate::domain::typography::french;
use crate::domain::workshop::address::Element;
use crate::domain::workshop::edit::Edit;
use crate::domain::workshop::items::{self, Item, count, insert, item, position};
use crate::domain::workshop::refs::{Ref, walk};

/// Elements mentioned and not there, each with one that mentions it.
fn dangling(content: &KitContent) -> Vec<(Element, Element)> {
    let mut found: Vec<(Element, Element)> = Vec::new();
    walk(&mut content.clone(), &mut |field, reference| {
        let targets = match reference {
            Ref::Family(id) => vec![Element::Family(id.clone())],
            Ref::Source(id) => vec![Element::Source(id.clone())],
            Ref::Cue(id) => vec![Element::Cue(id.clone())],
            Ref::Question(id) => vec![Element::Question(id.clone())],
            Ref::Answer(question, id) => vec![
                Element::Question(question.clone()),
                Element::Answer(question.clone(), id.clone()),
            ],
            Ref::Persona(id) => vec![Element::Persona(id.clone())],
            Ref::Step(id) => vec![Element::Step(id.clone())],
        };
        for target in targets {
            let known = found.iter().any(|(other, _)| *other == target);
            if !known && position(content, &target).is_none() {
                found.push((target, field.element.clone()));
            }
        }
        true
    });
    found
}

/// Brings back what is mentioned and gone, wherever a version still has it.
pub(super) fn missing(merger: &mut Merger<'_>) {
    // What comes back may itself mention something that is gone.
    loop {
        let mut brought = false;
        for (element, user) in dangling(&merger.content) {
            let sides = [
                (merger.ours, Side::Ours),
                (merger.theirs, Side::Theirs),
                (merger.base, Side::Theirs),
            ];
            let found = sides
                .iter()
                .find_map(|(content, side)| Some((item(content, &element)?, *side)));
            let Some((item, _)) = found else { continue };
            // Whoever still has it did not remove it.
            let kept = if items::find(merger.ours, &element).is_some() {
                Side::Ours
            } else {
                Side::Theirs
            };
            if bring(merger, item, &element, &user, kept) {
                brought = true;
                break;
            }
        }
        if !brought {
            return;
        }
    }
}

fn bring(
    merger: &mut Merger<'_>,
    item: Item,
    element: &Element,
    user: &Element,
    kept: Side,
) -> bool {
    let at = position(merger.base, element).unwrap_or(usize::MAX);
    let at = at.min(count(&merger.content, element).unwrap_or(0));
    let label = item.named();
    if insert(&mut merger.content, item, at).is_none() {
        return false;
    }
    let useful = user.label(&merger.content);
    let who = match kept {
        Side::Ours => "Supprimé par l’autre version",
        Side::Theirs => "Supprimé dans votre essai",
    };
    let (ours, theirs) = match kept {
        Side::Ours => (label.clone(), "supprimé".to_owned()),
        Side::Theirs => ("supprimé".to_owned(), label.clone()),
    };
    merger.conflicts.push(Conflict {
        element: element.clone(),
        field: None,
        what: french(&format!(
            "{who}, mais encore utile : {useful}. On garde {label}."
        )),
        ours,
        theirs,
        kept,
        // A family with cues cannot go: there is nothing to choose.
        other: match element {
            Element::Family(_) => Edit::Together(Vec::new()),
            _ => Edit::Delete(element.clone()),
        },
    });
    true
}
