//! Elements whose ids one side changed, or both: the three versions made to call them alike.
//!
//! It must never let a new id look like something removed and something else added.

use super::{Conflict, Point, Side};
use crate::domain::kit::KitContent;
use crate::domain::typography::french;
use crate::domain::workshop::address::Element;
use crate::domain::workshop::items::position;
use crate::domain::workshop::pairs::{NAMED, follow, renames_of};

/// Follows new ids in the other versions; tells those that both changed, not to the same.
pub(super) fn agree(versions: &mut [KitContent; 3], picked: &[Point]) -> Vec<Conflict> {
    let [base, ours, theirs] = versions;
    let mut conflicts = Vec::new();
    for kind in NAMED {
        let by_us = renames_of(&mut base.clone(), ours, kind);
        let by_them = renames_of(&mut base.clone(), theirs, kind);
        for (element, id) in &by_us {
            let other = by_them.iter().find(|(other, _)| other == element);
            match other {
                Some((_, other)) if other == id => {
                    follow(base, &[(element.clone(), id.clone())]);
                }
                Some((_, other)) => {
                    both(
                        base,
                        ours,
                        theirs,
                        element,
                        [id, other],
                        picked,
                        &mut conflicts,
                    );
                }
                None => one(base, theirs, element, id),
            }
        }
        for (element, id) in &by_them {
            if by_us.iter().all(|(other, _)| other != element) {
                one(base, ours, element, id);
            }
        }
    }
    conflicts
}

/// One side changed an id: the other follows, if it still has the element and the id is free there.
fn one(base: &mut KitContent, other: &mut KitContent, element: &Element, id: &str) {
    let taken = position(other, &element.renamed(id)).is_some();
    if !taken && position(other, element).is_some() {
        let rename = [(element.clone(), id.to_owned())];
        follow(base, &rename);
        follow(other, &rename);
    }
}

/// Both changed an id: one is kept, and both are told.
fn both(
    base: &mut KitContent,
    ours: &mut KitContent,
    theirs: &mut KitContent,
    element: &Element,
    [mine, hers]: [&String; 2],
    picked: &[Point],
    conflicts: &mut Vec<Conflict>,
) {
    let (to_mine, to_hers) = (element.renamed(mine), element.renamed(hers));
    // Taken by something else there: both elements stay, each under its id.
    if position(theirs, &to_mine).is_some() || position(ours, &to_hers).is_some() {
        return;
    }
    let point = Point::Id(element.clone());
    let kept = if picked.contains(&point) {
        follow(ours, &[(to_mine, hers.clone())]);
        hers
    } else {
        follow(theirs, &[(to_hers, mine.clone())]);
        mine
    };
    follow(base, &[(element.clone(), kept.clone())]);
    conflicts.push(Conflict {
        what: french(&format!(
            "Identifiant changé des deux côtés : {}. Le vôtre est gardé.",
            element.renamed(kept).label(ours)
        )),
        element: element.renamed(kept),
        field: None,
        ours: mine.clone(),
        theirs: hers.clone(),
        kept: Side::Ours,
        choice: true,
        point,
    });
}
