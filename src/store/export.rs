//! Writes a note where it belongs, under a name that says nothing of its content.
//!
//! It must never overwrite another note, follow a link, or put a word of the note in a path.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::note::Note;

use super::atomic::write_atomic;
use super::error::StoreError;

/// File format of an exported note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteFormat {
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl NoteFormat {
    /// Gives the file extension, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    fn render(self, note: &Note) -> String {
        match self {
            Self::Markdown => note.to_markdown(),
            Self::Text => note.to_text(),
        }
    }
}

/// Writes a note to a folder, creating it; a name already taken is refused, draw another.
pub fn export_note(
    folder: &Path,
    note: &Note,
    format: NoteFormat,
    stem: &str,
) -> Result<PathBuf, StoreError> {
    fs::create_dir_all(folder).map_err(|source| StoreError::Write {
        source,
        path: folder.to_owned(),
    })?;
    let path = folder.join(format!("{stem}.{}", format.extension()));
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::Write {
            source: std::io::ErrorKind::AlreadyExists.into(),
            path,
        });
    }
    write_atomic(&path, format.render(note).as_bytes())?;
    Ok(path)
}

/// Writes a note to a path the agent chose, replacing what is there as they agreed to.
pub fn export_note_to(path: &Path, note: &Note, format: NoteFormat) -> Result<(), StoreError> {
    let format = match path.extension().and_then(|e| e.to_str()) {
        Some("txt") => NoteFormat::Text,
        _ => format,
    };
    write_atomic(path, format.render(note).as_bytes())
}
