//! What one side removed and the other uses anew: it comes back, and that is said.
//!
//! It must never leave a mention of something that is gone.

use super::{Conflict, Merger, Point, Side};
use crate::domain::kit::KitContent;
use crate::domain::typography::french;
use crate::domain::workshop::address::Element;
use crate::domain::workshop::edit::names;
use crate::domain::workshop::items::{Item, count, insert, item, position};
use crate::domain::workshop::refs::walk;

/// Elements mentioned and not there, each with one that mentions it.
fn dangling(content: &KitContent) -> Vec<(Element, Element)> {
    let mut found: Vec<(Element, Element)> = Vec::new();
    walk(&mut content.clone(), &mut |field, reference| {
        for target in reference.targets() {
            let known = found.iter().any(|(other, _)| *other == target);
            if !known && position(content, &target).is_none() {
                found.push((target, field.element.clone()));
            }
        }
        true
    });
    found
}

/// Takes every mention of something out.
fn forget(content: &mut KitContent, element: &Element) {
    walk(content, &mut |_, reference| !names(&reference, element));
}

/// Brings back what is mentioned and gone, wherever a version still has it.
pub(super) fn missing(merger: &mut Merger<'_>) {
    for element in std::mem::take(&mut merger.gone) {
        forget(&mut merger.content, &element);
    }
    // What comes back may itself mention something that is gone.
    let mut left = Vec::new();
    while let Some((element, user)) = dangling(&merger.content)
        .into_iter()
        .find(|(element, _)| !left.contains(element))
    {
        // Whoever still has it did not remove it.
        let sides = [
            (merger.ours, Side::Ours),
            (merger.theirs, Side::Theirs),
            (merger.base, Side::Theirs),
        ];
        let found = sides
            .iter()
            .find_map(|(content, side)| Some((item(content, &element)?, *side)));
        let Some((item, kept)) = found else {
            // It was not there before either.
            left.push(element);
            continue;
        };
        if merger.picked.contains(&Point::Back(element.clone())) {
            forget(&mut merger.content, &element);
            // A cue cannot forget its family.
            left.push(element);
        } else if !bring(merger, item, &element, &user, kept) {
            left.push(element);
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
        // A cue cannot be without its family.
        choice: !matches!(element, Element::Family(_)),
        point: Point::Back(element.clone()),
    });
    true
}
