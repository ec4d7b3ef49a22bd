//! The levels of cues and answers, persona by persona: one cell, a row, a column, a table.
//!
//! It must never fill a cell nobody named: what is not written stays so, and means what the kit's
//! format says.

use super::address::{Element, Field, Index};
use super::names::Name;
use super::refusal::Refusal;
use super::value::Value;
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId};
use crate::domain::kit::{KitContent, Level, Persona};

/// What a level is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A cue.
    Cue(CueId),
    /// An answer of a question.
    Answer(QuestionId, AnswerId),
}

/// A level to set.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Whose.
    pub persona: PersonaId,
    /// Of what.
    pub about: About,
    /// The level; `None` = not written any more.
    pub level: Option<Level>,
}

impl Cell {
    /// Where it stands.
    pub fn field(&self) -> Field {
        match &self.about {
            About::Cue(cue) => Field::cue_level(self.persona.clone(), cue.clone()),
            About::Answer(question, answer) => {
                Field::answer_level(self.persona.clone(), question.clone(), answer.clone())
            }
        }
    }
}

/// Gives the level written for something, if any.
pub fn level(persona: &Persona, about: &About) -> Option<Level> {
    match about {
        About::Cue(cue) => persona.cues.iter().find(|(id, _)| id == cue).map(|x| x.1),
        About::Answer(question, answer) => persona
            .answers
            .iter()
            .find(|(id, _)| id == question)
            .and_then(|(_, row)| row.iter().find(|(id, _)| id == answer))
            .map(|x| x.1),
    }
}

/// Reads a level, or the levels of a question.
pub(super) fn read(persona: &Persona, name: Name, index: &Index) -> Option<Value> {
    match (name, index) {
        (Name::Cues, Index::Cue(cue)) => {
            Some(Value::Level(level(persona, &About::Cue(cue.clone()))))
        }
        (Name::Answers, Index::Answer(question, answer)) => Some(Value::Level(level(
            persona,
            &About::Answer(question.clone(), answer.clone()),
        ))),
        (Name::Answers, Index::Question(question)) => {
            let row = persona.answers.iter().find(|(id, _)| id == question);
            Some(Value::Row(row.map(|(_, row)| row.clone())))
        }
        _ => None,
    }
}

fn check(level: Option<Level>) -> Result<(), Refusal> {
    match level {
        Some(Level::P(p)) if !(0.0..=1.0).contains(&p) => Err(Refusal::level()),
        _ => Ok(()),
    }
}

fn known(content: &KitContent, about: &About) -> Result<(), Refusal> {
    let element = match about {
        About::Cue(cue) => Element::Cue(cue.clone()),
        About::Answer(question, answer) => Element::Answer(question.clone(), answer.clone()),
    };
    super::items::find(content, &element)
        .map(|_| ())
        .ok_or_else(|| Refusal::unknown(&element))
}

fn persona_mut<'c>(
    content: &'c mut KitContent,
    id: &PersonaId,
) -> Result<&'c mut Persona, Refusal> {
    content
        .personas
        .iter_mut()
        .find(|p| &p.id == id)
        .ok_or_else(|| Refusal::unknown(&Element::Persona(id.clone())))
}

/// Puts a level in, without judging it.
fn put(persona: &mut Persona, about: &About, level: Option<Level>) {
    match about {
        About::Cue(cue) => put_in(&mut persona.cues, cue, level),
        About::Answer(question, answer) => {
            let at = persona.answers.iter().position(|(id, _)| id == question);
            match (at.and_then(|at| persona.answers.get_mut(at)), level) {
                (Some((_, row)), level) => {
                    put_in(row, answer, level);
                    // A question with no level left is not written at all.
                    if row.is_empty()
                        && let Some(at) = at
                    {
                        persona.answers.remove(at);
                    }
                }
                (None, Some(level)) => persona
                    .answers
                    .push((question.clone(), vec![(answer.clone(), level)])),
                (None, None) => {}
            }
        }
    }
}

fn put_in<K: Clone + PartialEq>(row: &mut Vec<(K, Level)>, key: &K, level: Option<Level>) {
    let at = row.iter().position(|(id, _)| id == key);
    match (at, level) {
        (Some(at), Some(level)) => {
            if let Some(slot) = row.get_mut(at) {
                slot.1 = level;
            }
        }
        (Some(at), None) => {
            row.remove(at);
        }
        (None, Some(level)) => row.push((key.clone(), level)),
        (None, None) => {}
    }
}

/// Writes a level, or the levels of a question.
pub(super) fn write(
    content: &mut KitContent,
    field: &Field,
    value: Value,
) -> Result<(Field, Value), Refusal> {
    let Element::Persona(id) = &field.element else {
        return Err(Refusal::field(field));
    };
    let about = match (field.name, &field.index) {
        (Name::Cues, Index::Cue(cue)) => About::Cue(cue.clone()),
        (Name::Answers, Index::Answer(question, answer)) => {
            About::Answer(question.clone(), answer.clone())
        }
        (Name::Answers, Index::Question(question)) => {
            return write_row(content, field, question, value);
        }
        _ => return Err(Refusal::field(field)),
    };
    let Value::Level(new) = value else {
        return Err(Refusal::field(field));
    };
    check(new)?;
    known(content, &about)?;
    let persona = persona_mut(content, id)?;
    let old = level(persona, &about);
    if old.is_some() && new.is_some() {
        put(persona, &about, new);
        return Ok((field.clone(), Value::Level(old)));
    }
    // A level that comes or goes has a place in the list: the whole list is kept for the way back.
    let before = match field.name {
        Name::Cues => Value::CueLevels(persona.cues.clone()),
        _ => Value::Rows(persona.answers.clone()),
    };
    put(persona, &about, new);
    Ok((field.whole(), before))
}

fn write_row(
    content: &mut KitContent,
    field: &Field,
    question: &QuestionId,
    value: Value,
) -> Result<(Field, Value), Refusal> {
    let (Element::Persona(id), Value::Row(new)) = (&field.element, value) else {
        return Err(Refusal::field(field));
    };
    for (answer, level) in new.iter().flatten() {
        check(Some(*level))?;
        known(content, &About::Answer(question.clone(), answer.clone()))?;
    }
    let persona = persona_mut(content, id)?;
    let before = persona.answers.clone();
    let at = persona.answers.iter().position(|(id, _)| id == question);
    match (at, new) {
        (Some(at), Some(new)) => {
            if let Some(slot) = persona.answers.get_mut(at) {
                slot.1 = new;
            }
        }
        (Some(at), None) => {
            persona.answers.remove(at);
        }
        (None, Some(new)) => persona.answers.push((question.clone(), new)),
        (None, None) => {}
    }
    Ok((field.whole(), Value::Rows(before)))
}

/// The levels of a persona before a table of levels changed them.
pub(super) type Before = (
    PersonaId,
    Vec<(CueId, Level)>,
    Vec<(QuestionId, super::value::Row)>,
);

/// Sets many levels at once; gives what each persona touched had.
///
/// # Errors
/// A [`Refusal`], and nothing changed, if one of them names nothing or is no proportion.
pub(super) fn set_all(content: &mut KitContent, cells: &[Cell]) -> Result<Vec<Before>, Refusal> {
    for cell in cells {
        if matches!(cell.level, Some(Level::P(p)) if !p.is_finite()) {
            return Err(Refusal::number());
        }
        check(cell.level)?;
        known(content, &cell.about)?;
        persona_mut(content, &cell.persona)?;
    }
    let mut before: Vec<Before> = Vec::new();
    for cell in cells {
        let persona = persona_mut(content, &cell.persona)?;
        if before.iter().all(|(id, ..)| id != &persona.id) {
            before.push((
                persona.id.clone(),
                persona.cues.clone(),
                persona.answers.clone(),
            ));
        }
        put(persona, &cell.about, cell.level);
    }
    Ok(before)
}

/// The same level of a cue or an answer for many personas.
pub fn fill_row(about: &About, personas: &[PersonaId], level: Option<Level>) -> Vec<Cell> {
    personas
        .iter()
        .map(|persona| Cell {
            persona: persona.clone(),
            about: about.clone(),
            level,
        })
        .collect()
}

/// The same level of many cues and answers for one persona.
pub fn fill_column(persona: &PersonaId, about: &[About], level: Option<Level>) -> Vec<Cell> {
    about
        .iter()
        .map(|about| Cell {
            persona: persona.clone(),
            about: about.clone(),
            level,
        })
        .collect()
}
