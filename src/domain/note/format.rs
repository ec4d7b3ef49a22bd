//! The file formats of an exported note, by name; writing them is the store's work.
//!
//! It must never hold how a format is written: a choice on a screen needs no disk.

/// File format of an exported note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteFormat {
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
    /// A table of one row, for a spreadsheet.
    Csv,
    /// JSON, for another program.
    Json,
    /// RON, for this one.
    Ron,
}

impl NoteFormat {
    /// Lists every format, in the order screens show them.
    pub const ALL: &'static [Self] =
        &[Self::Markdown, Self::Text, Self::Csv, Self::Json, Self::Ron];

    /// Gives the file extension, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Ron => "ron",
        }
    }

    /// Finds the format of an extension, in any case.
    ///
    /// ```
    /// use reflexe_personas::domain::note::NoteFormat;
    /// assert_eq!(NoteFormat::from_extension("CSV"), Some(NoteFormat::Csv));
    /// assert_eq!(NoteFormat::from_extension("pdf"), None);
    /// ```
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}
