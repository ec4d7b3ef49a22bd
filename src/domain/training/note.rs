//! The note of an exercise: a type of its own, so that no exporter of live notes can be given one.
//!
//! It must never become a [`Note`](crate::domain::note::Note), nor be verified as one: what is invented
//! must not reach a file, a clipboard or a business application as if somebody had come.

/// What every line of an exercise begins under, wherever it is shown.
pub const MARK: &str = "Entraînement\u{a0}: tout est inventé";

/// What somebody who practises noted of an invented contact.
///
/// ```
/// use reflexe_personas::domain::training::TrainingNote;
/// let note = TrainingNote::new(["Relais pris".to_owned()]);
/// assert!(note.text().starts_with("Entraînement"));
/// ```
///
/// A live exporter takes a [`VerifiedNote`](crate::domain::guard::VerifiedNote), and nothing makes one
/// of a training note:
///
/// ```compile_fail,E0308
/// use reflexe_personas::domain::guard::VerifiedNote;
/// use reflexe_personas::domain::training::TrainingNote;
/// fn leaves(_: VerifiedNote) {}
/// leaves(TrainingNote::new(["Relais pris".to_owned()]));
/// ```
///
/// Nor is it the text that a template gives to another program:
///
/// ```compile_fail,E0308
/// use reflexe_personas::domain::guard::VerifiedText;
/// use reflexe_personas::domain::training::TrainingNote;
/// fn leaves(_: VerifiedText) {}
/// leaves(TrainingNote::new(["Relais pris".to_owned()]));
/// ```
///
/// Nor can it be read as a live note:
///
/// ```compile_fail,E0277
/// use reflexe_personas::domain::note::Note;
/// use reflexe_personas::domain::training::TrainingNote;
/// let live: Note = TrainingNote::new(["Relais pris".to_owned()]).into();
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrainingNote {
    lines: Vec<String>,
}

impl TrainingNote {
    /// Notes these lines.
    pub fn new(lines: impl IntoIterator<Item = String>) -> Self {
        Self {
            lines: lines.into_iter().collect(),
        }
    }

    /// Its lines.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The note to be read, which says first what it is.
    pub fn text(&self) -> String {
        let mut text = MARK.to_owned();
        for line in &self.lines {
            text.push('\n');
            text.push_str(line);
        }
        text
    }
}
