//! What differs between two versions, as a manager reads it: by persona, cue, level, text.
//!
//! It must never show an id that has a title, nor hide a difference: two contents without one are
//! equal.

mod parts;

use super::address::{Element, Field, Index, Kind};
use super::fields;
use super::names::Name;
use super::pairs::{self, Alike, pair};
use super::say;
use super::value::Value;
use crate::domain::ids::PersonaId;
use crate::domain::kit::KitContent;
use crate::domain::typography::french;

/// What happened to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It holds something else.
    Changed,
    /// It has another id.
    Renamed,
    /// It stands elsewhere.
    Moved,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub happened: Happened,
    /// To what, as the later version names it (the earlier one if it is gone).
    pub element: Element,
    /// In which field, if not as a whole.
    pub field: Option<Field>,
    /// The same as a French sentence.
    pub what: String,
    /// What was there, in words.
    pub before: String,
    /// What is there now, in words.
    pub after: String,
}

impl Change {
    /// The persona it is about, if it is about one.
    pub fn persona(&self) -> Option<&PersonaId> {
        match &self.element {
            Element::Persona(id) => Some(id),
            _ => None,
        }
    }
}

/// Lists what differs, in the order of the kit.
pub fn diff(before: &KitContent, after: &KitContent) -> Vec<Change> {
    let mut old = before.clone();
    let renames = pairs::renames(before, after);
    pairs::follow(&mut old, &renames);
    let mut changes: Vec<Change> = renames
        .iter()
        .map(|(element, id)| {
            let now = element.renamed(id);
            Change {
                happened: Happened::Renamed,
                what: french(&format!("{} : nouvel identifiant.", now.label(after))),
                before: element.id(),
                after: id.clone(),
                element: now,
                field: None,
            }
        })
        .collect();
    let mut differences = Differences {
        old: &old,
        new: after,
        changes: Vec::new(),
    };
    for kind in Kind::ALL {
        match kind {
            Kind::Manifest => differences.fields(&Element::Manifest, &Element::Manifest),
            Kind::Rule => differences.unnamed(&old.rules, &after.rules, Element::Rule),
            Kind::Case => differences.unnamed(&old.cases, &after.cases, Element::Case),
            Kind::Link => differences.unnamed(&old.links, &after.links, Element::Link),
            named => differences.named(*named),
        }
    }
    changes.append(&mut differences.changes);
    changes
}

struct Differences<'a> {
    old: &'a KitContent,
    new: &'a KitContent,
    changes: Vec<Change>,
}

impl Differences<'_> {
    fn named(&mut self, kind: Kind) {
        let (old, new) = (pairs::named(self.old, kind), pairs::named(self.new, kind));
        for element in old.iter().filter(|x| !new.contains(x)) {
            // An answer goes with its question, and need not be told.
            if !lost_with_question(element, self.new) {
                self.whole(Happened::Removed, element, self.old);
            }
        }
        for element in &new {
            if old.contains(element) {
                self.fields(element, element);
            } else if !lost_with_question(element, self.old) {
                self.whole(Happened::Added, element, self.new);
            }
        }
        if stays(&old, &new) != stays(&new, &old) {
            self.moved(kind, new.first().cloned());
        }
    }

    fn unnamed<T: Alike>(&mut self, old: &[T], new: &[T], element: fn(usize) -> Element) {
        let pairs = pair(old, new);
        for at in (0..old.len()).filter(|at| !pairs.contains(&Some(*at))) {
            self.whole(Happened::Removed, &element(at), self.old);
        }
        for (at, was) in pairs.iter().enumerate() {
            match was {
                None => self.whole(Happened::Added, &element(at), self.new),
                Some(was) if old.get(*was) != new.get(at) => {
                    let told = self.changes.len();
                    self.fields(&element(*was), &element(at));
                    // The format's own version is in no field.
                    if self.changes.len() == told {
                        self.whole(Happened::Changed, &element(at), self.new);
                    }
                }
                Some(_) => {}
            }
        }
        let order: Vec<usize> = pairs.iter().flatten().copied().collect();
        if !order.is_sorted() {
            self.moved(element(0).kind(), Some(element(0)));
        }
    }

    fn moved(&mut self, kind: Kind, first: Option<Element>) {
        self.changes.push(Change {
            happened: Happened::Moved,
            element: first.unwrap_or(Element::Manifest),
            field: None,
            what: french(&format!("L’ordre a changé : {}.", kind.plural())),
            before: String::new(),
            after: String::new(),
        });
    }

    fn whole(&mut self, happened: Happened, element: &Element, of: &KitContent) {
        let label = element.label(of);
        let (what, text) = match happened {
            Happened::Added => (format!("Ajout : {label}."), summary(of, element)),
            Happened::Removed => (format!("Suppression : {label}."), summary(of, element)),
            _ => (format!("{label} a changé."), String::new()),
        };
        let added = happened == Happened::Added;
        self.changes.push(Change {
            happened,
            element: element.clone(),
            field: None,
            what: french(&what),
            before: if added { String::new() } else { text.clone() },
            after: if added { text } else { String::new() },
        });
    }

    /// The fields of an element that stayed.
    fn fields(&mut self, old: &Element, new: &Element) {
        for name in fields::names(new) {
            let was = fields::read(self.old, &Field::new(old.clone(), *name));
            let field = Field::new(new.clone(), *name);
            let is = fields::read(self.new, &field);
            let (Some(was), Some(is)) = (was, is) else {
                continue;
            };
            if was == is {
                continue;
            }
            match (was, is) {
                (Value::CueLevels(was), Value::CueLevels(is)) => {
                    self.levels(&field, &was, &is, |id| Index::Cue(id.clone()));
                }
                (Value::Rows(was), Value::Rows(is)) => self.rows(&field, &was, &is),
                (was, is) if was.lines().is_some() => self.lines(&field, &was, &is),
                (was, is) => self.changed(field, &was, &is),
            }
        }
    }

    fn changed(&mut self, field: Field, was: &Value, is: &Value) {
        let what = format!("{} a changé.", field.label(self.new));
        self.changes.push(Change {
            happened: Happened::Changed,
            element: field.element.clone(),
            what: french(&what),
            before: say::value(self.old, was),
            after: say::value(self.new, is),
            field: Some(field),
        });
    }
}

/// The elements that are in both, in the order of the first; answers by question, whose own order is
/// told for questions.
fn stays(all: &[Element], other: &[Element]) -> Vec<Element> {
    let mut both: Vec<Element> = all.iter().filter(|x| other.contains(x)).cloned().collect();
    both.sort_by_key(|element| match element {
        Element::Answer(question, _) => Some(question.clone()),
        _ => None,
    });
    both
}

/// An answer of a question that is not in the other version.
fn lost_with_question(element: &Element, other: &KitContent) -> bool {
    match element {
        Element::Answer(question, _) => other.questions.iter().all(|q| &q.id != question),
        _ => false,
    }
}

/// What an element says, in a line.
fn summary(content: &KitContent, element: &Element) -> String {
    let names: &[Name] = match element.kind() {
        Kind::Cue | Kind::Source | Kind::Answer => &[Name::Text],
        Kind::Question => &[Name::Ask],
        Kind::Persona => &[Name::Essence],
        Kind::Step => &[Name::Detail],
        Kind::Place => &[Name::Hours, Name::Contact],
        Kind::Rule => &[Name::When, Name::Then],
        Kind::Case => &[Name::Cues],
        _ => &[Name::Title],
    };
    names
        .iter()
        .filter_map(|name| fields::read(content, &Field::new(element.clone(), *name)))
        .map(|value| say::value(content, &value))
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>()
        .join(" → ")
}

#[cfg(test)]
mod tests;
