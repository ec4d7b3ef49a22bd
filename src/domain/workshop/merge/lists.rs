//! Which elements of the three versions are the same, and the order they stand in.
//!
//! It must never look at what an element says, save to recognise one that has no id.

use super::three::{Settled, order, settle};
use super::{Conflict, Merger, Point, Side, Slot};
use crate::domain::ids::QuestionId;
use crate::domain::kit::KitContent;
use crate::domain::typography::french;
use crate::domain::workshop::address::{Element, Kind};
use crate::domain::workshop::pairs::{self, Alike, pair};

impl Merger<'_> {
    /// The elements of a kind with ids, or the answers of a question, in the order both give.
    pub(super) fn named(&mut self, kind: Kind, question: Option<&QuestionId>) -> Vec<Slot> {
        let of = |content| {
            let mut all = pairs::named(content, kind);
            all.retain(|element| match (element, question) {
                (Element::Answer(of, _), Some(question)) => of == question,
                _ => true,
            });
            all
        };
        let all = [self.base, self.ours, self.theirs].map(of);
        self.ordered(Point::Order(kind, question.cloned()), &all, |element, _| {
            element.clone()
        })
    }

    /// The elements of a kind without ids: those of the base by position, others by what they hold.
    pub(super) fn unnamed<T: Alike + std::fmt::Debug>(
        &mut self,
        element: fn(usize) -> Element,
        list: fn(&KitContent) -> &Vec<T>,
    ) -> Vec<Slot> {
        let before = list(self.base);
        let keys = |side: &KitContent| -> Vec<String> {
            let mut keys: Vec<String> = Vec::new();
            for (at, item) in pair(before, list(side)).into_iter().zip(list(side)) {
                let mut key = match at {
                    Some(at) => format!("{at:06}"),
                    None => format!("~{item:?}"),
                };
                // Written twice: two all the same.
                while keys.contains(&key) {
                    key.push('+');
                }
                keys.push(key);
            }
            keys
        };
        let all = [self.base, self.ours, self.theirs].map(keys);
        self.ordered(Point::Order(element(0).kind(), None), &all, |_, at| {
            element(at)
        })
    }

    /// Three lists of keys in one order; `element` gives what stands at a position of a version.
    fn ordered<K: Ord + Clone>(
        &mut self,
        point: Point,
        [base, ours, theirs]: &[Vec<K>; 3],
        element: impl Fn(&K, usize) -> Element,
    ) -> Vec<Slot> {
        let slot = |key: &K| {
            let of = |side: &[K]| {
                let at = side.iter().position(|other| other == key)?;
                Some(element(key, at))
            };
            Slot {
                base: of(base),
                ours: of(ours),
                theirs: of(theirs),
            }
        };
        let stays = |key: &K| {
            let [base, ours, theirs] = self.items(&slot(key));
            settle(base.as_ref(), ours.as_ref(), theirs.as_ref()) != Settled::One(None)
        };
        let ordered = order(base, ours, theirs, stays);
        let keys = match ordered.other {
            Some((other, mine)) if self.order_conflict(point, mine) => other,
            _ => ordered.keys,
        };
        keys.iter().map(slot).collect()
    }

    /// Both moved the same elements: one order is kept. Says whether the other is to be taken.
    fn order_conflict(&mut self, point: Point, mine: bool) -> bool {
        let (element, whose) = match &point {
            Point::Order(kind, Some(question)) => {
                let element = Element::Question(question.clone());
                let whose = format!("{}, {}", element.label(self.ours), kind.plural());
                (element, whose)
            }
            Point::Order(kind, None) => (Element::Manifest, kind.plural().to_owned()),
            _ => (Element::Manifest, String::new()),
        };
        let (kept, which) = if mine {
            (Side::Ours, "Le vôtre")
        } else {
            (Side::Theirs, "L’autre")
        };
        self.note(Conflict {
            element,
            field: None,
            what: french(&format!(
                "L’ordre a été changé des deux côtés : {whose}. {which} est gardé."
            )),
            ours: "votre ordre".to_owned(),
            theirs: "l’autre ordre".to_owned(),
            kept,
            choice: true,
            point,
        })
    }
}
