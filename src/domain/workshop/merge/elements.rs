//! One element in three versions: kept, gone, or changed by both.
//!
//! It must never drop what a side changed.

use super::three::{Settled, settle};
use super::{Conflict, Merger, Point, Side, Slot};
use crate::domain::typography::french;
use crate::domain::workshop::address::{Element, Kind};
use crate::domain::workshop::items::{Item, count, insert};

impl Merger<'_> {
    pub(super) fn slot(&mut self, slot: &Slot) {
        let [base, ours, theirs] = self.items(slot);
        match settle(base.as_ref(), ours.as_ref(), theirs.as_ref()) {
            Settled::One(None) => {}
            Settled::One(Some(item)) => {
                self.put(item);
            }
            Settled::Overlap => match (ours, theirs) {
                (Some(ours), Some(theirs)) => self.both(slot, ours, theirs),
                (Some(item), None) => self.removed(slot, item, Side::Ours),
                (None, Some(item)) => self.removed(slot, item, Side::Theirs),
                (None, None) => {}
            },
        }
    }

    /// Puts an element at the end of its list.
    fn put(&mut self, item: Item) -> Element {
        let at = count(&self.content, &item.element(0)).unwrap_or(0);
        let element = item.element(at);
        // The end of a list is a place in it.
        insert(&mut self.content, item, at);
        element
    }

    /// Both changed an element, or both added it.
    fn both(&mut self, slot: &Slot, ours: Item, theirs: Item) {
        match ours {
            // Its levels go together: one or the other.
            Item::Link(_) => {
                let element = Element::Link(self.content.links.len());
                let label = slot.ours.as_ref().unwrap_or(&element).label(self.ours);
                let other = self.note(Conflict {
                    element,
                    field: None,
                    what: french(&format!(
                        "Modifié des deux côtés : {label}. Votre version est gardée."
                    )),
                    ours: "votre version".to_owned(),
                    theirs: "l’autre version".to_owned(),
                    kept: Side::Ours,
                    choice: true,
                    point: Point::Whole(slot.clone()),
                });
                self.put(if other { theirs } else { ours });
            }
            Item::Question(mut question) => {
                question.answers.clear();
                let id = question.id.clone();
                let element = self.put(Item::Question(question));
                self.fields(slot, &element);
                for slot in self.named(Kind::Answer, Some(&id)) {
                    self.slot(&slot);
                }
            }
            item => {
                let element = self.put(item);
                self.fields(slot, &element);
            }
        }
    }

    /// One side removed what the other changed: it stays.
    fn removed(&mut self, slot: &Slot, item: Item, kept: Side) {
        let label = item.named();
        let who = match kept {
            Side::Ours => "Supprimé par l’autre version, modifié dans votre essai",
            Side::Theirs => "Supprimé dans votre essai, modifié par l’autre version",
        };
        let gone = "supprimé".to_owned();
        let (ours, theirs) = match kept {
            Side::Ours => (label.clone(), gone),
            Side::Theirs => (gone, label.clone()),
        };
        let at = count(&self.content, &item.element(0)).unwrap_or(0);
        let element = item.element(at);
        let other = self.note(Conflict {
            element: element.clone(),
            field: None,
            what: french(&format!("{who} : {label}. Cette version est gardée.")),
            ours,
            theirs,
            kept,
            choice: true,
            point: Point::Whole(slot.clone()),
        });
        if other {
            self.gone.push(element);
        } else {
            self.put(item);
        }
    }
}
