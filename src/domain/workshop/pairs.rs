//! Which element of one content is which of another: by id, by likeness where there is none, and
//! through renames.
//!
//! It must never pair what has nothing in common.

use super::address::{Element, Kind};
use super::edit::{Edit, apply};
use super::items;
use crate::domain::kit::{Case, CueLink, KitContent, Rule};

/// The elements of a kind that have ids, in order.
pub(super) fn named(content: &KitContent, kind: Kind) -> Vec<Element> {
    match kind {
        Kind::Family => content
            .families
            .iter()
            .map(|x| Element::Family(x.id.clone()))
            .collect(),
        Kind::Source => content
            .sources
            .iter()
            .map(|x| Element::Source(x.id.clone()))
            .collect(),
        Kind::Cue => content
            .cues
            .iter()
            .map(|x| Element::Cue(x.id.clone()))
            .collect(),
        Kind::Question => {
            let questions = content.questions.iter();
            questions.map(|x| Element::Question(x.id.clone())).collect()
        }
        Kind::Answer => content
            .questions
            .iter()
            .flat_map(|q| {
                let answer =
                    |a: &crate::domain::kit::Answer| Element::Answer(q.id.clone(), a.id.clone());
                q.answers.iter().map(answer)
            })
            .collect(),
        Kind::Persona => content
            .personas
            .iter()
            .map(|x| Element::Persona(x.id.clone()))
            .collect(),
        Kind::Step => content
            .steps
            .iter()
            .map(|x| Element::Step(x.id.clone()))
            .collect(),
        Kind::Place => content
            .places
            .iter()
            .map(|x| Element::Place(x.id.clone()))
            .collect(),
        Kind::Procedure => {
            let procedures = content.procedures.iter();
            procedures
                .map(|x| Element::Procedure(x.id.clone()))
                .collect()
        }
        Kind::Manifest | Kind::Rule | Kind::Case | Kind::Link => Vec::new(),
    }
}

/// Kinds with ids, each after those it refers to.
pub(super) const NAMED: [Kind; 9] = [
    Kind::Source,
    Kind::Family,
    Kind::Cue,
    Kind::Question,
    Kind::Answer,
    Kind::Step,
    Kind::Persona,
    Kind::Place,
    Kind::Procedure,
];

/// Finds the elements that only changed their ids, with the new ones.
pub(super) fn renames(before: &KitContent, after: &KitContent) -> Vec<(Element, String)> {
    let mut now = before.clone();
    NAMED
        .iter()
        .flat_map(|kind| renames_of(&mut now, after, *kind))
        .collect()
}

/// The same for one kind, made in `now` as they are found: one may mention another.
pub(super) fn renames_of(
    now: &mut KitContent,
    after: &KitContent,
    kind: Kind,
) -> Vec<(Element, String)> {
    let mut found = Vec::new();
    while let Some((element, id)) = renamed(now, after, kind) {
        let edit = Edit::Rename {
            element: element.clone(),
            id: id.clone(),
        };
        if apply(now, &edit).is_err() {
            break;
        }
        found.push((element, id));
    }
    found
}

fn renamed(now: &KitContent, after: &KitContent, kind: Kind) -> Option<(Element, String)> {
    let (old, new) = (named(now, kind), named(after, kind));
    let mut gone = old.iter().filter(|x| !new.contains(x));
    gone.find_map(|element| {
        let item = items::item(now, element)?;
        let same = new.iter().filter(|x| !old.contains(x)).find(|other| {
            let id = other.id();
            element.renamed(&id) == **other
                && items::item(after, other) == Some(item.clone().with_id(&id))
        })?;
        Some((element.clone(), same.id()))
    })
}

/// Applies renames found elsewhere, where they can be made.
pub(super) fn follow(content: &mut KitContent, renames: &[(Element, String)]) {
    for (element, id) in renames {
        let edit = Edit::Rename {
            element: element.clone(),
            id: id.clone(),
        };
        // Another content may not have it, or have the new id already: it then stays as it is.
        apply(content, &edit).ok();
    }
}

/// An element without an id that can be recognised when something of it changes.
pub(super) trait Alike: PartialEq {
    /// Says whether one is the other, changed.
    fn alike(&self, other: &Self) -> bool;
}

impl Alike for Rule {
    fn alike(&self, other: &Self) -> bool {
        self.when == other.when || self.then == other.then
    }
}

impl Alike for Case {
    fn alike(&self, other: &Self) -> bool {
        (self.title == other.title && self.channel == other.channel)
            || (self.cues == other.cues
                && self.not_cues == other.not_cues
                && self.answers == other.answers)
    }
}

impl Alike for CueLink {
    fn alike(&self, other: &Self) -> bool {
        self.child == other.child && self.channel == other.channel
    }
}

/// For each element after, its position before, if it was there; no position serves twice.
pub(super) fn pair<T: Alike>(before: &[T], after: &[T]) -> Vec<Option<usize>> {
    let mut pairs = vec![None; after.len()];
    let mut free: Vec<bool> = vec![true; before.len()];
    let same: [fn(&T, &T) -> bool; 2] = [|a, b| a == b, Alike::alike];
    for same in same {
        for (pair, item) in pairs.iter_mut().zip(after) {
            if pair.is_some() {
                continue;
            }
            let found = before
                .iter()
                .zip(&free)
                .position(|(other, free)| *free && same(other, item));
            if let Some(slot) = found.and_then(|at| free.get_mut(at)) {
                *slot = false;
                *pair = found;
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::workshop::testing::content;

    #[test]
    fn new_ids_are_recognised_and_new_elements_are_not() {
        let before = content();
        let mut after = before.clone();
        for (element, id) in [
            (Element::Cue("press".into()), "presse"),
            (Element::Step("relire".into()), "relecture"),
            (Element::Persona("pas-a-pas".into()), "geste-a-geste"),
            (
                Element::Answer("essaye".into(), "rien".into()),
                "encore-rien",
            ),
        ] {
            let id = id.to_owned();
            apply(&mut after, &Edit::Rename { element, id }).unwrap();
        }
        let found = renames(&before, &after);
        assert_eq!(found.len(), 4, "{found:?}");
        let mut followed = before.clone();
        follow(&mut followed, &found);
        assert_eq!(followed, after);
        after.cues[2].short = "Autre chose".to_owned();
        assert_eq!(
            renames(&before, &after).len(),
            3,
            "changed besides: another cue"
        );
        assert!(renames(&before, &before).is_empty());
    }

    #[test]
    fn what_has_no_id_is_paired_by_likeness() {
        let before = content().rules;
        let mut after = before.clone();
        after.swap(0, 2);
        after[1].then.pop();
        let other = Rule {
            when: crate::domain::kit::Condition::Setting("x".to_owned()),
            then: Vec::new(),
        };
        after.push(other);
        assert_eq!(pair(&before, &after), [Some(2), Some(1), Some(0), None]);
    }
}
