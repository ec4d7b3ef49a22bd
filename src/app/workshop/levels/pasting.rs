//! A table being pasted: what of it can be read, what it would change, what is wrong with the rest.
//!
//! It must never change the draft: what it shows is taken or left by whoever pasted it.

use crate::domain::kit::KitContent;
use crate::domain::workshop::levels::level;
use crate::domain::workshop::matrix::read;
use crate::domain::workshop::table::Pasted;
use crate::domain::workshop::{About, Cell, Element, Refusal, words};

use super::Levels;

/// A table being pasted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasting {
    /// The text as it stands.
    pub text: String,
    /// What was read of it; `None` while there is nothing.
    pub read: Option<Read>,
    /// What it would change.
    pub changes: Vec<Change>,
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// A whole table, with its headings.
    Table(Pasted),
    /// Cells alone, from where one stands.
    Block(Pasted),
    /// No table at all.
    Refused(Refusal),
}

/// A level that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The persona.
    pub persona: String,
    /// The cue or the answer.
    pub about: String,
    /// The level as it is.
    pub before: String,
    /// The level as it would be.
    pub after: String,
}

impl Pasting {
    /// Reads a text: a table if it names personas, else a block from where one stands.
    pub(super) fn of(text: String, levels: &Levels, content: &KitContent) -> Self {
        if text.trim().is_empty() {
            return Self {
                text,
                ..Self::default()
            };
        }
        let read = understood(&text, levels, content);
        let changes = match &read {
            Read::Table(pasted) | Read::Block(pasted) => changes(&pasted.good, content),
            Read::Refused(_) => Vec::new(),
        };
        Self {
            text,
            read: Some(read),
            changes,
        }
    }

    /// What was read of its cells.
    pub fn pasted(&self) -> Option<&Pasted> {
        match &self.read {
            Some(Read::Table(pasted) | Read::Block(pasted)) => Some(pasted),
            _ => None,
        }
    }
}

fn understood(text: &str, levels: &Levels, content: &KitContent) -> Read {
    let whole = match read(content, text) {
        Ok(whole) => whole,
        Err(refusal) => return Read::Refused(refusal),
    };
    if !whole.good.is_empty() {
        return Read::Table(whole);
    }
    let (rows, columns) = levels.selected();
    match levels.grid().paste(rows.0, columns.0, text) {
        // Nothing of it is a level: what is wrong is then said of a table.
        Ok(block) if block.good.is_empty() && text.trim().lines().count() > 1 => Read::Table(whole),
        Ok(block) => Read::Block(block),
        Err(refusal) => Read::Refused(refusal),
    }
}

fn changes(good: &[Cell], content: &KitContent) -> Vec<Change> {
    good.iter()
        .filter_map(|cell| {
            let persona = content.personas.iter().find(|p| p.id == cell.persona)?;
            let before = level(persona, &cell.about);
            if before == cell.level {
                return None;
            }
            let about = match &cell.about {
                About::Cue(cue) => Element::Cue(cue.clone()),
                About::Answer(question, answer) => {
                    Element::Answer(question.clone(), answer.clone())
                }
            };
            let said =
                |level: Option<_>| level.map_or_else(|| words::UNWRITTEN.to_owned(), words::word);
            Some(Change {
                persona: persona.name.clone(),
                about: about.title(content),
                before: said(before),
                after: said(cell.level),
            })
        })
        .collect()
}
