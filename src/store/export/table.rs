//! A note as a table of one row, for a spreadsheet.
//!
//! It must never say more than the note, nor put two values where one stood.

use crate::domain::note::Note;
use crate::domain::spreadsheet::{Form, write};
use crate::domain::vocab::NoteField;

/// Between the values of one cell.
const BETWEEN: &str = " | ";

/// Renders a header and a row.
pub(super) fn to_csv(note: &Note) -> String {
    let header = NoteField::ALL.iter().map(|field| field.key().to_owned());
    let row = NoteField::ALL.iter().map(|field| cell(note, *field));
    write([header.collect::<Vec<_>>(), row.collect()], Form::File)
}

fn cell(note: &Note, field: NoteField) -> String {
    let mut values = note.values(field);
    if values.len() > 1 {
        for value in &mut values {
            *value = value.replace('|', "/");
        }
    }
    values.join(BETWEEN)
}
