//! Edits of one line of a list: insert, remove, move.

use super::Edit;
use crate::domain::kit::KitContent;
use crate::domain::workshop::address::Field;
use crate::domain::workshop::fields;
use crate::domain::workshop::refusal::Refusal;
use crate::domain::workshop::value::Value;

fn list(content: &KitContent, field: &Field) -> Result<Value, Refusal> {
    fields::read(content, &field.whole()).ok_or_else(|| Refusal::unknown(&field.element))
}

/// Adds a line to a list.
///
/// # Errors
/// A [`Refusal`] if there is no such list, or the line is of another kind.
pub fn insert_line(
    content: &KitContent,
    field: &Field,
    at: usize,
    line: Value,
) -> Result<Edit, Refusal> {
    let list = list(content, field)?
        .inserted(at, line)
        .ok_or_else(|| Refusal::line(field))?;
    Ok(Edit::set(field.whole(), list))
}

/// Removes a line from a list.
///
/// # Errors
/// A [`Refusal`] if there is no such line.
pub fn remove_line(content: &KitContent, field: &Field, at: usize) -> Result<Edit, Refusal> {
    let list = list(content, field)?
        .removed(at)
        .ok_or_else(|| Refusal::line(field))?;
    Ok(Edit::set(field.whole(), list))
}

/// Moves a line of a list.
///
/// # Errors
/// A [`Refusal`] if there is no such line or place.
pub fn move_line(
    content: &KitContent,
    field: &Field,
    from: usize,
    to: usize,
) -> Result<Edit, Refusal> {
    let list = list(content, field)?
        .moved(from, to)
        .ok_or_else(|| Refusal::line(field))?;
    Ok(Edit::set(field.whole(), list))
}
