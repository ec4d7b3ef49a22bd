//! Two people changed the same version: what both did, together, and where they overlap.
//!
//! Changes of different elements, fields, lines and levels go together by themselves. Where both
//! changed the same thing, both are listed, one being kept until somebody chooses. What one removed
//! and the other changed, or uses anew, stays. It must never choose silently.

mod elements;
mod lines;
mod lists;
mod names;
mod restore;
mod three;
mod values;

use self::three::{Settled, settle};
use super::address::{Element, Field, Index, Kind};
use super::fields;
use super::items::{Item, item};
use super::names::Name;
use super::say;
use super::value::Value;
use super::words::UNWRITTEN;
use crate::domain::ids::QuestionId;
use crate::domain::kit::KitContent;
use crate::domain::typography::french;

/// Whose version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The draft in hand.
    Ours,
    /// What was shared meanwhile.
    Theirs,
}

/// Something that both changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The element.
    pub element: Element,
    /// The field, if not the element as a whole.
    pub field: Option<Field>,
    /// What happened, one French sentence.
    pub what: String,
    /// The draft's version, in words.
    pub ours: String,
    /// The other version, in words.
    pub theirs: String,
    /// Which one is kept for now.
    pub kept: Side,
    /// Says whether the other can be taken: a family that cues stand in cannot go.
    pub choice: bool,
    /// What overlaps, whatever else is chosen.
    point: Point,
}

/// Both versions together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The content, one version kept where they overlap.
    pub content: KitContent,
    /// Where they overlap.
    pub conflicts: Vec<Conflict>,
    /// What was put together: the base, ours, theirs.
    versions: Box<[KitContent; 3]>,
}

impl Merged {
    /// The content with the other version taken in the conflicts named, by position.
    pub fn with_others(&self, picked: &[usize]) -> KitContent {
        let points: Vec<Point> = picked
            .iter()
            .filter_map(|at| self.conflicts.get(*at))
            .filter(|conflict| conflict.choice)
            .map(|conflict| conflict.point.clone())
            .collect();
        // Put together anew: a choice never lands on what another choice moved.
        together(&self.versions, &points).0
    }
}

/// Puts two versions made from one base together.
pub fn merge(base: &KitContent, ours: &KitContent, theirs: &KitContent) -> Merged {
    let versions = Box::new([base.clone(), ours.clone(), theirs.clone()]);
    let (content, conflicts) = together(&versions, &[]);
    Merged {
        content,
        conflicts,
        versions,
    }
}

fn together(versions: &[KitContent; 3], picked: &[Point]) -> (KitContent, Vec<Conflict>) {
    let mut versions = versions.clone();
    let conflicts = names::agree(&mut versions, picked);
    let [base, ours, theirs] = &versions;
    let mut merger = Merger {
        base,
        ours,
        theirs,
        picked,
        content: KitContent::default(),
        conflicts,
        gone: Vec::new(),
    };
    merger.run();
    restore::missing(&mut merger);
    (merger.content, merger.conflicts)
}

/// What two versions can overlap on.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Point {
    /// The id of an element, as the base calls it.
    Id(Element),
    /// The order of a kind of elements, or of the answers of a question.
    Order(Kind, Option<QuestionId>),
    /// An element as a whole.
    Whole(Slot),
    /// A field, a line or a level.
    Part(Slot, Name, Index),
    /// Something gone that is mentioned anew.
    Back(Element),
}

/// An element as each version addresses it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Slot {
    base: Option<Element>,
    ours: Option<Element>,
    theirs: Option<Element>,
}

struct Merger<'a> {
    base: &'a KitContent,
    ours: &'a KitContent,
    theirs: &'a KitContent,
    /// Where the version that would not be kept is to be taken.
    picked: &'a [Point],
    content: KitContent,
    conflicts: Vec<Conflict>,
    /// Elements that a choice removed: what mentions them is still to be rid of it.
    gone: Vec<Element>,
}

impl Merger<'_> {
    fn run(&mut self) {
        let manifest = Element::Manifest;
        let slot = Slot {
            base: Some(manifest.clone()),
            ours: Some(manifest.clone()),
            theirs: Some(manifest.clone()),
        };
        self.fields(&slot, &manifest);
        for kind in Kind::ALL {
            let slots = match kind {
                // Answers come with their question.
                Kind::Manifest | Kind::Answer => Vec::new(),
                Kind::Rule => self.unnamed(Element::Rule, |content| &content.rules),
                Kind::Case => self.unnamed(Element::Case, |content| &content.cases),
                Kind::Link => self.unnamed(Element::Link, |content| &content.links),
                named => self.named(*named, None),
            };
            for slot in slots {
                self.slot(&slot);
            }
        }
    }

    /// Notes an overlap; says whether the version that is not kept is to be taken.
    fn note(&mut self, conflict: Conflict) -> bool {
        let picked = self.picked.contains(&conflict.point);
        self.conflicts.push(conflict);
        picked
    }

    fn items(&self, slot: &Slot) -> [Option<Item>; 3] {
        let of = |content, element: &Option<Element>| {
            element.as_ref().and_then(|element| item(content, element))
        };
        [
            of(self.base, &slot.base),
            of(self.ours, &slot.ours),
            of(self.theirs, &slot.theirs),
        ]
    }

    /// The fields of an element that both changed, or both added.
    fn fields(&mut self, slot: &Slot, element: &Element) {
        for name in fields::names(element) {
            let read = |content, of: &Option<Element>| {
                of.as_ref()
                    .and_then(|of| fields::read(content, &Field::new(of.clone(), *name)))
            };
            let base = read(self.base, &slot.base);
            let (Some(ours), Some(theirs)) =
                (read(self.ours, &slot.ours), read(self.theirs, &slot.theirs))
            else {
                continue;
            };
            let field = Field::new(element.clone(), *name);
            let value = match settle(base.as_ref(), Some(&ours), Some(&theirs)) {
                Settled::One(value) => value.unwrap_or(ours),
                Settled::Overlap => self.overlap(slot, &field, base.as_ref(), &ours, &theirs),
            };
            // The field was read from an element of this kind: it takes the value.
            fields::write(&mut self.content, &field, value).ok();
        }
    }

    /// Notes something of a field that both changed; says whether the other is to be taken.
    fn conflict(
        &mut self,
        slot: &Slot,
        field: &Field,
        [ours, theirs]: [&Value; 2],
        kept: Side,
    ) -> bool {
        let which = match kept {
            Side::Ours => "Votre version",
            Side::Theirs => "L’autre version",
        };
        let said = |content, value: &Value| match value {
            Value::Row(None) => UNWRITTEN.to_owned(),
            value => say::value(content, value),
        };
        self.note(Conflict {
            element: field.element.clone(),
            field: Some(field.clone()),
            what: french(&format!(
                "Modifié des deux côtés : {}. {which} est gardée.",
                Field {
                    element: slot.ours.as_ref().unwrap_or(&field.element).clone(),
                    ..field.clone()
                }
                .label(self.ours)
            )),
            ours: said(self.ours, ours),
            theirs: said(self.theirs, theirs),
            kept,
            choice: true,
            point: Point::Part(slot.clone(), field.name, field.index.clone()),
        })
    }
}

#[cfg(test)]
mod tests;
