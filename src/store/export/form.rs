//! A note for another program: JSON and RON, under stable keys, read back as it was.
//!
//! It must never hold a label, which may be reworded, nor give a note that the guard has read: what
//! comes from a file is verified again before it leaves.

use serde::{Deserialize, Serialize};

use crate::domain::note::{Note, NoteFormat};
use crate::domain::vocab::{
    Autonomy, Channel, DurationBracket, Equipment, Orientation, Outcome, Theme,
};

/// The format this program writes.
const FORMAT: u32 = 1;
/// Largest file read, in bytes: far above what any contact makes.
const LARGEST: usize = 1 << 20;

/// Read first, to tell a newer file from a damaged one.
#[derive(Deserialize)]
struct Probe {
    format: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    format: u32,
    date: String,
    canal: String,
    theme: Option<String>,
    duree: String,
    suite: Option<String>,
    materiel: Vec<String>,
    orientation: Option<String>,
    autonomie: Option<String>,
    etapes: Vec<String>,
    complement: String,
    piste: Option<String>,
    kit: String,
}

/// Why a file is not read as a note; nothing was changed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoteReadError {
    /// Markdown, text and tables are for people.
    #[error(
        "Une note ne se relit qu’en JSON ou en RON\u{202f}; rien n’a été modifié. Choisissez un fichier .json ou .ron."
    )]
    NotForReading,
    /// Not this format, or not a note.
    #[error(
        "Ce fichier ne se lit pas comme une note (ligne {line}, colonne {column})\u{202f}; il est intact. Exportez la note à nouveau."
    )]
    Damaged {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Larger than any note.
    #[error(
        "Ce fichier est trop gros pour une note\u{202f}; il est intact. Vérifiez que c’est bien une note exportée."
    )]
    TooLarge,
    /// Written by a newer program.
    #[error(
        "Cette note vient d’une version plus récente (format {format})\u{202f}; elle est intacte. Mettez l’application à jour."
    )]
    Newer {
        /// Its format.
        format: u32,
    },
    /// A word that is in no vocabulary, or a date that is none.
    #[error(
        "Dans cette note, «\u{202f}{field}\u{202f}» ne contient pas un mot connu\u{202f}; elle est intacte. Exportez la note à nouveau."
    )]
    Word {
        /// The key of the field.
        field: &'static str,
    },
}

impl From<&Note> for Form {
    fn from(note: &Note) -> Self {
        let key = str::to_owned;
        Self {
            format: FORMAT,
            date: note.date.clone(),
            canal: key(note.channel.key()),
            theme: note.theme.map(|theme| key(theme.key())),
            duree: key(note.bracket.key()),
            suite: note.outcome.map(|outcome| key(outcome.key())),
            materiel: note.equipment.iter().map(|e| key(e.key())).collect(),
            orientation: note.orientation.map(|place| key(place.key())),
            autonomie: note.autonomy.map(|autonomy| key(autonomy.key())),
            etapes: note.steps.clone(),
            complement: note.free_text.to_string(),
            piste: note.persona.clone(),
            kit: note.kit.clone(),
        }
    }
}

fn word<T>(
    field: &'static str,
    key: &str,
    find: fn(&str) -> Option<T>,
) -> Result<T, NoteReadError> {
    find(key).ok_or(NoteReadError::Word { field })
}

impl TryFrom<Form> for Note {
    type Error = NoteReadError;

    fn try_from(form: Form) -> Result<Self, NoteReadError> {
        fn chosen<T>(
            field: &'static str,
            key: Option<&String>,
            find: fn(&str) -> Option<T>,
        ) -> Result<Option<T>, NoteReadError> {
            key.map(|key| word(field, key, find)).transpose()
        }
        if form.date.parse::<jiff::civil::Date>().is_err() {
            return Err(NoteReadError::Word { field: "date" });
        }
        Ok(Self {
            channel: word("canal", &form.canal, Channel::from_key)?,
            theme: chosen("theme", form.theme.as_ref(), Theme::from_key)?,
            bracket: word("duree", &form.duree, DurationBracket::from_key)?,
            outcome: chosen("suite", form.suite.as_ref(), Outcome::from_key)?,
            equipment: form
                .materiel
                .iter()
                .map(|key| word("materiel", key, Equipment::from_key))
                .collect::<Result<_, _>>()?,
            orientation: chosen(
                "orientation",
                form.orientation.as_ref(),
                Orientation::from_key,
            )?,
            autonomy: chosen("autonomie", form.autonomie.as_ref(), Autonomy::from_key)?,
            date: form.date,
            steps: form.etapes,
            free_text: form.complement.into(),
            persona: form.piste,
            kit: form.kit,
        })
    }
}

pub(super) fn to_json(note: &Note) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&Form::from(note)).map(|text| text + "\n")
}

pub(super) fn to_ron(note: &Note) -> ron::Result<String> {
    let layout = ron::ser::PrettyConfig::new()
        .new_line("\n")
        .struct_names(false)
        // Escaping would turn every no-break space of a French sentence into a code.
        .escape_strings(false);
    ron::ser::to_string_pretty(&Form::from(note), layout).map(|text| text + "\n")
}

/// Reads a note back from JSON or RON; it is not verified.
///
/// # Errors
/// [`NoteReadError`], a French sentence.
pub fn read_note(text: &str, format: NoteFormat) -> Result<Note, NoteReadError> {
    if text.len() > LARGEST {
        return Err(NoteReadError::TooLarge);
    }
    // Some editors put a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let probe: Probe = parse(text, format)?;
    if probe.format > FORMAT {
        return Err(NoteReadError::Newer {
            format: probe.format,
        });
    }
    if probe.format != FORMAT {
        return Err(NoteReadError::Word { field: "format" });
    }
    parse::<Form>(text, format)?.try_into()
}

fn parse<'t, T: Deserialize<'t>>(text: &'t str, format: NoteFormat) -> Result<T, NoteReadError> {
    match format {
        NoteFormat::Json => serde_json::from_str(text).map_err(|error| NoteReadError::Damaged {
            line: error.line(),
            column: error.column(),
        }),
        NoteFormat::Ron => ron::from_str(text).map_err(|error| NoteReadError::Damaged {
            line: error.span.start.line,
            column: error.span.start.col,
        }),
        NoteFormat::Markdown | NoteFormat::Text | NoteFormat::Csv => {
            Err(NoteReadError::NotForReading)
        }
    }
}
