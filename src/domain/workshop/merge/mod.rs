//! Two people changed the same version: what both did, together, and where they overlap.
//!
//! Changes of different fields, levels and elements go together by themselves. Where both changed
//! the same thing, one version is kept and both are listed, with the edit that takes the other. What
//! one removed and the other changed, or uses anew, stays. It must never choose silently.

mod restore;
mod three;
mod values;

use self::three::{Settled, order, settle};
use super::address::{Element, Field, Kind};
use super::edit::{Edit, apply};
use super::fields;
use super::items::{self, Item, count, insert, item};
use super::pairs::{self, Alike, pair};
use super::say;
use super::value::Value;
use super::words::UNWRITTEN;
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
    /// Takes the one that is not kept; several edits that are none = there is nothing to choose.
    pub other: Edit,
}

/// Both versions together.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The content, one version kept where they overlap.
    pub content: KitContent,
    /// Where they overlap.
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    /// The content with the other version taken in the conflicts named, by position.
    pub fn with_others(&self, picked: &[usize]) -> KitContent {
        let mut content = self.content.clone();
        let mut edits: Vec<&Edit> = picked
            .iter()
            .filter_map(|at| self.conflicts.get(*at))
            .map(|conflict| &conflict.other)
            .collect();
        // Deletions move what has no id: they come last, from the end.
        edits.sort_by_key(|edit| match edit {
            Edit::Delete(Element::Rule(at) | Element::Case(at) | Element::Link(at)) => {
                (true, usize::MAX - at)
            }
            Edit::Delete(_) => (true, 0),
            _ => (false, 0),
        });
        for edit in edits {
            // A conflict may have gone with an element that another one deleted.
            apply(&mut content, edit).ok();
        }
        content
    }
}

/// Puts two versions made from one base together.
pub fn merge(base: &KitContent, ours: &KitContent, theirs: &KitContent) -> Merged {
    if ours == theirs || theirs == base || ours == base {
        let content = if ours == base { theirs } else { ours };
        return Merged {
            content: content.clone(),
            conflicts: Vec::new(),
        };
    }
    let free = |renames: Vec<(Element, String)>, other: &KitContent| -> Vec<_> {
        renames
            .into_iter()
            .filter(|(element, id)| items::position(other, &element.renamed(id)).is_none())
            .collect()
    };
    let by_us = free(pairs::renames(base, ours), theirs);
    let by_them = free(pairs::renames(base, theirs), ours);
    let (mut base, mut ours, mut theirs) = (base.clone(), ours.clone(), theirs.clone());
    pairs::follow(&mut base, &by_us);
    pairs::follow(&mut base, &by_them);
    pairs::follow(&mut ours, &by_them);
    pairs::follow(&mut theirs, &by_us);
    let mut merger = Merger {
        base: &base,
        ours: &ours,
        theirs: &theirs,
        content: KitContent::default(),
        conflicts: Vec::new(),
        whole: Vec::new(),
    };
    merger.run();
    restore::missing(&mut merger);
    Merged {
        content: merger.content,
        conflicts: merger.conflicts,
    }
}

/// An element as each version addresses it.
struct Slot {
    base: Option<Element>,
    ours: Option<Element>,
    theirs: Option<Element>,
}

struct Merger<'a> {
    base: &'a KitContent,
    ours: &'a KitContent,
    theirs: &'a KitContent,
    content: KitContent,
    conflicts: Vec<Conflict>,
    /// Questions kept with all their answers, since one side removed them.
    whole: Vec<Element>,
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
                Kind::Manifest => Vec::new(),
                Kind::Rule => self.unnamed(Element::Rule, |content| &content.rules),
                Kind::Case => self.unnamed(Element::Case, |content| &content.cases),
                Kind::Link => self.unnamed(Element::Link, |content| &content.links),
                named => self.named(*named),
            };
            for slot in slots {
                self.slot(&slot);
            }
        }
    }

    /// The elements of a kind with ids, in the order both give.
    fn named(&mut self, kind: Kind) -> Vec<Slot> {
        let [base, ours, theirs] =
            [self.base, self.ours, self.theirs].map(|content| pairs::named(content, kind));
        let slot = |element: &Element| {
            let of = |side: &[Element]| side.contains(element).then(|| element.clone());
            Slot {
                base: of(&base),
                ours: of(&ours),
                theirs: of(&theirs),
            }
        };
        let stays = |element: &Element| self.stays(&slot(element));
        let ordered = order(&base, &ours, &theirs, stays);
        if let Some((other, mine)) = &ordered.other {
            self.order_conflict(kind, &ordered.keys, other, *mine, |element, _| {
                element.clone()
            });
        }
        ordered.keys.iter().map(slot).collect()
    }

    /// The elements of a kind without ids: those of the base by position, others by what they hold.
    fn unnamed<T: Alike + std::fmt::Debug>(
        &mut self,
        element: fn(usize) -> Element,
        list: fn(&KitContent) -> &Vec<T>,
    ) -> Vec<Slot> {
        let before = list(self.base);
        let keys = |side: &KitContent| -> Vec<String> {
            pair(before, list(side))
                .into_iter()
                .zip(list(side))
                .map(|(at, item)| match at {
                    Some(at) => format!("{at:06}"),
                    None => format!("~{item:?}"),
                })
                .collect()
        };
        let base: Vec<String> = (0..before.len()).map(|at| format!("{at:06}")).collect();
        let (ours, theirs) = (keys(self.ours), keys(self.theirs));
        let slot = |key: &String| {
            let of = |side: &[String]| side.iter().position(|other| other == key).map(element);
            Slot {
                base: of(&base),
                ours: of(&ours),
                theirs: of(&theirs),
            }
        };
        let stays = |key: &String| self.stays(&slot(key));
        let ordered = order(&base, &ours, &theirs, stays);
        if let Some((other, mine)) = &ordered.other {
            let kind = element(0).kind();
            self.order_conflict(kind, &ordered.keys, other, *mine, |_, at| element(at));
        }
        ordered.keys.iter().map(slot).collect()
    }

    /// Both moved elements of a kind: one order is kept.
    fn order_conflict<K: Clone + PartialEq>(
        &mut self,
        kind: Kind,
        kept: &[K],
        other: &[K],
        mine: bool,
        element: impl Fn(&K, usize) -> Element,
    ) {
        let mut now = kept.to_vec();
        let mut moves = Vec::new();
        for (to, key) in other.iter().enumerate() {
            let Some(from) = now.iter().position(|k| k == key).filter(|from| *from != to) else {
                continue;
            };
            moves.push(Edit::Move {
                element: element(key, from),
                to,
            });
            let key = now.remove(from);
            now.insert(to, key);
        }
        let (kept, whose) = if mine {
            (Side::Ours, "Le vôtre")
        } else {
            (Side::Theirs, "L’autre")
        };
        self.conflicts.push(Conflict {
            element: Element::Manifest,
            field: None,
            what: french(&format!(
                "L’ordre a été changé des deux côtés : {}. {whose} est gardé.",
                kind.plural()
            )),
            ours: "votre ordre".to_owned(),
            theirs: "l’autre ordre".to_owned(),
            kept,
            other: Edit::Together(moves),
        });
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

    fn stays(&self, slot: &Slot) -> bool {
        let [base, ours, theirs] = self.items(slot);
        settle(base.as_ref(), ours.as_ref(), theirs.as_ref()) != Settled::One(None)
    }

    fn slot(&mut self, slot: &Slot) {
        if let Some(Element::Answer(question, _)) = slot
            .base
            .as_ref()
            .or(slot.ours.as_ref())
            .or(slot.theirs.as_ref())
            && self.whole.contains(&Element::Question(question.clone()))
        {
            return;
        }
        let [base, ours, theirs] = self.items(slot);
        match settle(base.as_ref(), ours.as_ref(), theirs.as_ref()) {
            Settled::One(None) => {}
            Settled::One(Some(item)) => {
                self.put(item);
            }
            Settled::Overlap => match (ours, theirs) {
                (Some(ours), Some(theirs)) if matches!(ours, Item::Link(_)) => {
                    let element = self.put(ours);
                    self.replaced(&element, theirs);
                }
                (Some(item), Some(_)) => {
                    let element = self.put(item);
                    self.fields(slot, &element);
                }
                (Some(item), None) => self.removed(item, Side::Ours),
                (None, Some(item)) => self.removed(item, Side::Theirs),
                (None, None) => {}
            },
        }
    }

    /// Puts an element at the end of its list; a question comes without its answers, which follow.
    fn put(&mut self, mut item: Item) -> Element {
        let kept = item.element(0);
        if let Item::Question(question) = &mut item
            && !self.whole.contains(&kept)
        {
            question.answers.clear();
        }
        let at = count(&self.content, &kept).unwrap_or(0);
        let element = item.element(at);
        // The end of a list is a place in it; an answer whose question is gone goes too.
        insert(&mut self.content, item, at);
        element
    }

    /// One side removed what the other changed: it stays.
    fn removed(&mut self, item: Item, kept: Side) {
        let label = item.named();
        let who = match kept {
            Side::Ours => "Supprimé par l’autre version, modifié dans votre essai",
            Side::Theirs => "Supprimé dans votre essai, modifié par l’autre version",
        };
        if matches!(item, Item::Question(_)) {
            self.whole.push(item.element(0));
        }
        let element = self.put(item);
        let gone = "supprimé".to_owned();
        let (ours, theirs) = match kept {
            Side::Ours => (label.clone(), gone),
            Side::Theirs => (gone, label.clone()),
        };
        self.conflicts.push(Conflict {
            other: Edit::Delete(element.clone()),
            element,
            field: None,
            what: french(&format!("{who} : {label}. Cette version est gardée.")),
            ours,
            theirs,
            kept,
        });
    }

    /// Both changed an element that has no fields.
    fn replaced(&mut self, element: &Element, theirs: Item) {
        let at = items::position(&self.content, element).unwrap_or(0);
        self.conflicts.push(Conflict {
            what: french(&format!(
                "Modifié des deux côtés : {}. Votre version est gardée.",
                element.label(&self.content)
            )),
            element: element.clone(),
            field: None,
            ours: "votre version".to_owned(),
            theirs: "l’autre version".to_owned(),
            kept: Side::Ours,
            other: Edit::Together(vec![
                Edit::Add {
                    item: theirs,
                    at: at + 1,
                },
                Edit::Delete(element.clone()),
            ]),
        });
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
                Settled::Overlap => self.overlap(&field, base.as_ref(), &ours, &theirs),
            };
            // The field was read from an element of this kind: it takes the value.
            fields::write(&mut self.content, &field, value).ok();
        }
    }

    /// Notes a field that both changed; ours is kept.
    fn conflict(&mut self, field: &Field, ours: Option<&Value>, theirs: Option<&Value>) {
        let said = |content, value: Option<&Value>| {
            value.map_or_else(|| UNWRITTEN.to_owned(), |value| say::value(content, value))
        };
        let other = match theirs {
            Some(value) => Edit::set(field.clone(), value.clone()),
            None => Edit::set(field.clone(), Value::Level(None)),
        };
        self.conflicts.push(Conflict {
            element: field.element.clone(),
            field: Some(field.clone()),
            what: french(&format!(
                "Modifié des deux côtés : {}. Votre version est gardée.",
                field.label(self.ours)
            )),
            ours: said(self.ours, ours),
            theirs: said(self.theirs, theirs),
            kept: Side::Ours,
            other,
        });
    }
}

#[cfg(test)]
mod tests;
