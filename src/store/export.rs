//! Writes a note where it belongs, under a name that says nothing of its content.
//!
//! It must never overwrite another note, follow a link, or put a word of the note in a path.

use std::path::{Path, PathBuf};

use crate::domain::guard::VerifiedNote;
use crate::domain::note::is_file_stem;

use super::atomic::{self, Previous};
use super::disk::Disk;
use super::error::StoreError;
use super::small::make_folder;

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

    fn render(self, note: &VerifiedNote) -> String {
        match self {
            Self::Markdown => note.note().to_markdown(),
            Self::Text => note.note().to_text(),
        }
    }
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
    make_folder(disk, folder, false)?;
    let path = folder.join(format!("{stem}.{}", format.extension()));
    // A link that leads nowhere is taken too.
    if disk.entry(&path).is_ok() {
        return Err(StoreError::AlreadyThere { path });
    }
    let text = format.render(note);
    atomic::write(disk, &path, text.as_bytes(), Previous::Dropped)?;
    Ok(path)
}

/// Writes a note to a path the agent chose, replacing what is there as they agreed to; what was there
/// stays beside, as `<name>.prec`.
pub fn export_note_to(
    disk: &dyn Disk,
    path: &Path,
    note: &VerifiedNote,
    format: NoteFormat,
) -> Result<(), StoreError> {
    let format = match path.extension().and_then(|e| e.to_str()) {
        Some(extension) if extension.eq_ignore_ascii_case("txt") => NoteFormat::Text,
        _ => format,
    };
    let text = format.render(note);
    atomic::write(disk, path, text.as_bytes(), Previous::Kept)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::domain::guard::{GuardLexicon, Kept, verify};
    use crate::domain::interview::Interview;
    use crate::domain::note::{Note, NoteFrame};
    use crate::domain::testing::kit;
    use crate::domain::vocab::{Channel, DurationBracket};

    use super::*;
    use crate::store::disk::RealDisk;

    const STEM: &str = "accompagnement_20261124_k3f9a0";

    fn note(typed: &str) -> VerifiedNote {
        let mut interview = Interview::new(Channel::Counter);
        interview.set_free_text(typed);
        let frame = NoteFrame {
            date: "2026-11-24".to_owned(),
            bracket: DurationBracket::M15,
        };
        let note = Note::build(&kit(), interview.facts(), &frame);
        verify(note, &GuardLexicon::default(), 2026, &Kept::new()).unwrap()
    }

    fn read(path: &Path) -> String {
        String::from_utf8(fs::read(path).unwrap()).unwrap()
    }

    #[test]
    fn what_is_previewed_is_what_is_exported() {
        let folder = tempfile::tempdir().unwrap();
        let notes = folder.path().join("Réflexe Personas").join("Notes");
        let note = note("Revenir lundi");
        let text = export_note(&RealDisk, &notes, &note, NoteFormat::Text, STEM).unwrap();
        assert_eq!(text, notes.join(format!("{STEM}.txt")));
        assert_eq!(read(&text), note.note().to_text());
        let markdown = export_note(&RealDisk, &notes, &note, NoteFormat::Markdown, STEM).unwrap();
        assert_eq!(markdown, notes.join(format!("{STEM}.md")));
        assert_eq!(read(&markdown), note.note().to_markdown());
        assert_eq!(fs::read_dir(&notes).unwrap().count(), 2);
    }

    #[test]
    fn a_name_already_taken_is_refused_and_what_is_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let first = export_note(
            &RealDisk,
            folder.path(),
            &note("un"),
            NoteFormat::Text,
            STEM,
        )
        .unwrap();
        let again = export_note(
            &RealDisk,
            folder.path(),
            &note("deux"),
            NoteFormat::Text,
            STEM,
        );
        assert!(matches!(again, Err(StoreError::AlreadyThere { path }) if path == first));
        assert_eq!(read(&first), note("un").note().to_text());
    }

    #[test]
    fn a_word_of_the_note_never_names_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let (notes, typed) = (folder.path().join("Notes"), "Dupont");
        for stem in [typed, "../x", "accompagnement_20261124_Dupont", ""] {
            let refused =
                export_note(&RealDisk, &notes, &note(typed), NoteFormat::Text, stem).unwrap_err();
            assert!(matches!(refused, StoreError::NoteName));
            assert!(!refused.to_string().contains(typed));
        }
        assert!(!notes.exists());
    }

    #[test]
    fn a_chosen_path_is_replaced_in_the_format_of_its_extension() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("choisi.TXT");
        export_note_to(&RealDisk, &path, &note("un"), NoteFormat::Markdown).unwrap();
        export_note_to(&RealDisk, &path, &note("deux"), NoteFormat::Markdown).unwrap();
        assert_eq!(read(&path), note("deux").note().to_text());
    }
}
