//! Edits of a kit as values, each with its exact inverse.
//!
//! [`apply`] makes an edit and gives what takes it back; undo, redo, the layer and the test bench
//! rest on that. An edit that cannot be made is a [`Refusal`] and changes nothing. It must never
//! refuse a text for what it says.

mod copy;
mod describe;
mod lines;
mod patch;
mod remove;
mod rename;

pub(super) use copy::free_key;
pub use copy::next_code;
pub use describe::describe;
pub use lines::{insert_line, move_line, remove_line};
pub use patch::Patch;
pub(super) use remove::names;
pub use remove::{Dependent, Fallout, dependents};

use super::address::{Element, Field};
use super::fields;
use super::items::{self, Item};
use super::levels::{self, Cell};
use super::names::Name;
use super::refusal::Refusal;
use super::value::Value;
use crate::domain::kit::KitContent;

/// A change to a kit.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Fills a field in.
    Set {
        /// Where.
        field: Field,
        /// With what.
        value: Value,
    },
    /// Adds an element at a position of its list.
    Add {
        /// The element.
        item: Item,
        /// Its position.
        at: usize,
    },
    /// Copies an element just after itself, under a new id (unused where it has none).
    Duplicate {
        /// The element.
        of: Element,
        /// The copy's id.
        id: String,
    },
    /// Changes an id, and every reference to it.
    Rename {
        /// The element.
        element: Element,
        /// Its new id.
        id: String,
    },
    /// Moves an element within its list.
    Move {
        /// The element.
        element: Element,
        /// Its new position.
        to: usize,
    },
    /// Removes an element, and every reference to it.
    Delete(Element),
    /// Sets levels, one or many.
    Levels(Vec<Cell>),
    /// Several edits that are one.
    Together(Vec<Edit>),
    /// Puts back what an edit changed.
    Restore(Box<Patch>),
}

impl Edit {
    /// Fills a field in.
    pub fn set(field: Field, value: Value) -> Self {
        Self::Set { field, value }
    }

    /// Fills a text in.
    pub fn text(field: Field, text: &str) -> Self {
        Self::set(field, Value::Text(text.to_owned()))
    }

    /// Adds an element at the end of its list.
    pub fn append(content: &KitContent, item: Item) -> Self {
        let at = items::count(content, &item.element(0)).unwrap_or(0);
        Self::Add { item, at }
    }

    /// What turns one content into another.
    pub fn between(from: &KitContent, to: &KitContent) -> Self {
        Self::Restore(Box::new(Patch::between(from, to)))
    }
}

/// Makes an edit; gives its exact inverse.
///
/// # Errors
/// A [`Refusal`]; the content is then as it was.
pub fn apply(content: &mut KitContent, edit: &Edit) -> Result<Edit, Refusal> {
    match edit {
        Edit::Set { field, value } => {
            let (field, value) = fields::write(content, field, value.clone())?;
            Ok(Edit::Set { field, value })
        }
        Edit::Add { item, at } => changing(content, |content| add(content, item, *at)),
        Edit::Duplicate { of, id } => changing(content, |content| copy::duplicate(content, of, id)),
        Edit::Rename { element, id } => {
            changing(content, |content| rename::rename(content, element, id))
        }
        Edit::Move { element, to } => {
            if items::position(content, element).is_none() {
                return Err(Refusal::unknown(element));
            }
            let from =
                items::shift(content, element, *to).ok_or_else(|| Refusal::place(element))?;
            let element = match element {
                Element::Rule(_) => Element::Rule(*to),
                Element::Case(_) => Element::Case(*to),
                Element::Link(_) => Element::Link(*to),
                other => other.clone(),
            };
            Ok(Edit::Move { element, to: from })
        }
        Edit::Delete(element) => changing(content, |content| remove::delete(content, element)),
        Edit::Levels(cells) => {
            let before = levels::set_all(content, cells)?;
            Ok(Edit::Together(
                before
                    .into_iter()
                    .flat_map(|(persona, cues, answers)| {
                        let field = |name| Field::new(Element::Persona(persona.clone()), name);
                        [
                            Edit::set(field(Name::Cues), Value::CueLevels(cues)),
                            Edit::set(field(Name::Answers), Value::Rows(answers)),
                        ]
                    })
                    .collect(),
            ))
        }
        Edit::Together(edits) => together(content, edits),
        Edit::Restore(patch) => {
            let mut patch = patch.clone();
            patch.swap(content);
            Ok(Edit::Restore(patch))
        }
    }
}

/// Makes a change of many places, and keeps the stretches that differ.
fn changing(
    content: &mut KitContent,
    change: impl FnOnce(&mut KitContent) -> Result<(), Refusal>,
) -> Result<Edit, Refusal> {
    let mut after = content.clone();
    change(&mut after)?;
    let back = Edit::between(&after, content);
    *content = after;
    Ok(back)
}

fn together(content: &mut KitContent, edits: &[Edit]) -> Result<Edit, Refusal> {
    let mut back = Vec::with_capacity(edits.len());
    for edit in edits {
        match apply(content, edit) {
            Ok(inverse) => back.push(inverse),
            Err(refusal) => {
                for inverse in back.iter().rev() {
                    // The inverse of an edit just made fits by construction.
                    apply(content, inverse)?;
                }
                return Err(refusal);
            }
        }
    }
    back.reverse();
    Ok(Edit::Together(back))
}

fn add(content: &mut KitContent, item: &Item, at: usize) -> Result<(), Refusal> {
    let element = item.element(at);
    let named = !matches!(
        element,
        Element::Rule(_) | Element::Case(_) | Element::Link(_)
    );
    if named && !items::is_spelled(&element, &element.id()) {
        return Err(Refusal::spelling(&element.id()));
    }
    if named && items::find(content, &element).is_some() {
        return Err(Refusal::taken(&element));
    }
    if let Element::Answer(question, _) = &element {
        let question = Element::Question(question.clone());
        if items::find(content, &question).is_none() {
            return Err(Refusal::unknown(&question));
        }
    }
    items::insert(content, item.clone(), at).ok_or_else(|| Refusal::place(&element))
}

#[cfg(test)]
mod tests;
