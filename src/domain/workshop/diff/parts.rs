//! Fields of many parts: lists told line by line, levels one by one.
//!
//! It must never stay silent on two fields that differ, were it only in their order.

use super::{Change, Differences, Happened};
use crate::domain::ids::{AnswerId, PersonaId, QuestionId};
use crate::domain::kit::Level;
use crate::domain::typography::french;
use crate::domain::workshop::address::{Element, Field, Index};
use crate::domain::workshop::items;
use crate::domain::workshop::say;
use crate::domain::workshop::value::{Row, Value};
use crate::domain::workshop::words::{self, UNWRITTEN};

impl Differences<'_> {
    /// Lines that came, went or changed; the same lines in another order have moved.
    pub(super) fn lines(&mut self, field: &Field, was: &Value, is: &Value) {
        let all = |value: &Value| -> Vec<Value> {
            (0..value.lines().unwrap_or(0))
                .filter_map(|at| value.line(at))
                .collect()
        };
        let (was_lines, is_lines) = (all(was), all(is));
        let mut gone: Vec<&Value> = was_lines.iter().filter(|x| !is_lines.contains(x)).collect();
        let mut told = false;
        for (at, line) in is_lines.iter().enumerate() {
            if was_lines.contains(line) {
                continue;
            }
            told = true;
            let field = Field {
                index: Index::Line(at),
                ..field.clone()
            };
            let (happened, before, verb) = if gone.is_empty() {
                (Happened::Added, String::new(), "ajouté")
            } else {
                let was = gone.remove(0);
                (Happened::Changed, say::value(self.old, was), "changé")
            };
            self.changes.push(Change {
                happened,
                element: field.element.clone(),
                what: french(&format!("{} : {verb}.", field.label(self.new))),
                before,
                after: say::value(self.new, line),
                field: Some(field),
            });
        }
        for line in gone {
            told = true;
            self.changes.push(Change {
                happened: Happened::Removed,
                element: field.element.clone(),
                what: french(&format!("{} : une ligne retirée.", field.label(self.new))),
                before: say::value(self.old, line),
                after: String::new(),
                field: Some(field.clone()),
            });
        }
        if !told {
            let what = format!(
                "{} : l’ordre ou le nombre des lignes a changé.",
                field.label(self.new)
            );
            self.changes.push(Change {
                happened: Happened::Moved,
                element: field.element.clone(),
                what: french(&what),
                before: say::value(self.old, was),
                after: say::value(self.new, is),
                field: Some(field.clone()),
            });
        }
    }

    pub(super) fn levels<K: PartialEq>(
        &mut self,
        field: &Field,
        was: &[(K, Level)],
        is: &[(K, Level)],
        index: impl Fn(&K) -> Index,
    ) {
        let of = |all: &[(K, Level)], key: &K| all.iter().find(|(id, _)| id == key).map(|x| x.1);
        let told = self.changes.len();
        let gone = was.iter().filter(|(id, _)| of(is, id).is_none());
        for (id, _) in is.iter().chain(gone) {
            let (before, after) = (of(was, id), of(is, id));
            if before != after {
                self.level(field, index(id), before, after);
            }
        }
        // The same levels, written in another order.
        if self.changes.len() == told {
            self.changes.push(Change {
                happened: Happened::Moved,
                element: field.element.clone(),
                what: french(&format!("{} : l’ordre a changé.", field.label(self.new))),
                before: String::new(),
                after: String::new(),
                field: Some(field.clone()),
            });
        }
    }

    fn level(&mut self, field: &Field, index: Index, before: Option<Level>, after: Option<Level>) {
        let word = |level: Option<Level>| level.map_or_else(|| UNWRITTEN.to_owned(), words::word);
        let about = match &index {
            Index::Cue(id) => Element::Cue(id.clone()),
            Index::Answer(question, id) => Element::Answer(question.clone(), id.clone()),
            _ => field.element.clone(),
        };
        // What is gone from the new version still has a title in the old one.
        let title = |element: &Element| {
            let there = items::position(self.new, element).is_some();
            element.title(if there { self.new } else { self.old })
        };
        self.changes.push(Change {
            happened: Happened::Changed,
            element: field.element.clone(),
            what: french(&format!(
                "« {} » avec « {} » : {} devient {}.",
                title(&about),
                title(&field.element),
                word(before),
                word(after)
            )),
            before: word(before),
            after: word(after),
            field: Some(Field {
                index,
                ..field.clone()
            }),
        });
    }

    pub(super) fn rows(
        &mut self,
        field: &Field,
        was: &[(QuestionId, Row)],
        is: &[(QuestionId, Row)],
    ) {
        let told = self.changes.len();
        let gone = was
            .iter()
            .filter(|(id, _)| is.iter().all(|(other, _)| other != id));
        for (question, _) in is.iter().chain(gone) {
            let of = |all: &[(QuestionId, Row)]| {
                let row = all.iter().find(|(id, _)| id == question);
                row.map(|(_, row)| row.clone())
            };
            let (before, after) = (of(was), of(is));
            if before != after {
                let index = |id: &AnswerId| Index::Answer(question.clone(), id.clone());
                self.levels(
                    field,
                    &before.unwrap_or_default(),
                    &after.unwrap_or_default(),
                    index,
                );
            }
        }
        if self.changes.len() == told {
            self.levels(field, &[] as &[(PersonaId, Level)], &[], |_| Index::Whole);
        }
    }
}
