//! Writes a note where it belongs, under a name that says nothing of its content.
//!
//! It must never overwrite another note, follow a link, or put a word of the note in a path. Five
//! formats: two for people, rendered by the domain; a table, JSON and RON, rendered here.

mod form;
mod table;
mod target;
#[cfg(test)]
mod tests;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::domain::guard::VerifiedNote;
use crate::domain::note::{NoteFormat, is_file_stem};

use super::atomic::{self, Previous};
use super::disk::{Disk, uninterrupted};
use super::error::StoreError;
use super::small::make_folder;
pub use form::{NoteReadError, read_note};

/// Renders a note as the bytes of a file.
///
/// # Errors
/// [`StoreError::NoteForm`] if the format cannot hold it.
pub fn render(note: &VerifiedNote, format: NoteFormat) -> Result<String, StoreError> {
    let note = note.note();
    let failed = |reason: String| StoreError::NoteForm { reason };
    match format {
        NoteFormat::Markdown => Ok(note.to_markdown()),
        NoteFormat::Text => Ok(note.to_text()),
        NoteFormat::Csv => Ok(table::to_csv(note)),
        NoteFormat::Json => form::to_json(note).map_err(|error| failed(error.to_string())),
        NoteFormat::Ron => form::to_ron(note).map_err(|error| failed(error.to_string())),
    }
}

/// Gives where [`export_note`] writes a note.
pub fn path_of(folder: &Path, format: NoteFormat, stem: &str) -> PathBuf {
    folder.join(format!("{stem}.{}", format.extension()))
}

/// Writes a note to a folder, creating it.
///
/// A name already taken is [`StoreError::AlreadyThere`]: draw another. A stem that is not spelled as
/// [`crate::domain::note::file_stem`] gives it is refused.
pub fn export_note(
    disk: &dyn Disk,
    folder: &Path,
    note: &VerifiedNote,
    format: NoteFormat,
    stem: &str,
) -> Result<PathBuf, StoreError> {
    if !is_file_stem(stem) {
        return Err(StoreError::NoteName);
    }
    let text = render(note, format)?;
    make_folder(disk, folder, false)?;
    let path = path_of(folder, format, stem);
    match uninterrupted(|| disk.entry(&path)) {
        // A link that leads nowhere is taken too.
        Ok(_) => return Err(StoreError::AlreadyThere { path }),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(source) => return Err(StoreError::Write { source, path }),
    }
    atomic::write(disk, &path, text.as_bytes(), Previous::Dropped)?;
    Ok(path)
}

/// Writes a note to a path the agent chose, replacing what is there as they agreed to; what was there
/// stays beside, as `<name>.prec`. The format is that of the extension, else the one given; it is given
/// back.
pub fn export_note_to(
    disk: &dyn Disk,
    path: &Path,
    note: &VerifiedNote,
    format: NoteFormat,
) -> Result<NoteFormat, StoreError> {
    target::check(disk, path)?;
    let format = path
        .extension()
        .and_then(|extension| extension.to_str())
        .and_then(NoteFormat::from_extension)
        .unwrap_or(format);
    let text = render(note, format)?;
    atomic::write(disk, path, text.as_bytes(), Previous::Kept)?;
    Ok(format)
}

/// Writes printed pages to a path somebody chose, replacing what is there as they agreed to; what was
/// there stays beside, as `<name>.prec`.
pub fn export_pages_to(disk: &dyn Disk, path: &Path, pdf: &[u8]) -> Result<(), StoreError> {
    target::check(disk, path)?;
    atomic::write(disk, path, pdf, Previous::Kept)
}

/// Says whether a name is one that [`export_note`] gives.
pub fn is_export_name(name: &str) -> bool {
    name.split_once('.').is_some_and(|(stem, extension)| {
        is_file_stem(stem)
            && NoteFormat::ALL
                .iter()
                .any(|format| format.extension() == extension)
    })
}
