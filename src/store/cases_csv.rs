//! Confirmed cases from a table: one row a contact, one column a cue or a question.
//!
//! It must never guess: a cell that is not an answer is refused with its line and column. Commas and
//! semicolons both separate, since spreadsheets set to French write the second.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::error::StoreError;
use crate::domain::evidence::Sighting;
use crate::domain::ids::{AnswerId, CueId, QuestionId};
use crate::domain::kit::{Kit, Layer};
use crate::domain::study::confirmed::Confirmed;
use crate::domain::vocab::Channel;

/// Largest table read, in bytes.
const LARGEST: u64 = 64 << 20;

/// The cases of a table.
#[derive(Clone, Debug, Default)]
pub struct Cases {
    /// The contacts, in the table's order.
    pub confirmed: Vec<Confirmed>,
    /// What was left aside, in French.
    pub notices: Vec<String>,
}

/// Why a table cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A cell, a column or a row is wrong; a French sentence with its cure.
    #[error("{0}")]
    Content(String),
}

/// What a column holds.
enum Column {
    Persona,
    Channel,
    Situations,
    Cue(CueId),
    Question(QuestionId),
    Ignored,
}

fn content(text: String) -> TableError {
    TableError::Content(text)
}

/// Reads a table of confirmed cases for a kit; `channel` is that of rows that do not say.
///
/// # Errors
/// [`TableError`] if the file cannot be read or a cell is wrong.
pub fn read(path: &Path, kit: &Kit, channel: Channel) -> Result<Cases, TableError> {
    parse(&text_of(path)?, kit, channel)
}

fn text_of(path: &Path) -> Result<String, TableError> {
    let read = |source| StoreError::Read {
        source,
        path: path.to_owned(),
    };
    let file = File::open(path).map_err(|source| match source.kind() {
        std::io::ErrorKind::NotFound => StoreError::NotFound {
            path: path.to_owned(),
        },
        _ => read(source),
    })?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(read)?;
    if bytes.len() as u64 > LARGEST {
        return Err(content(
            "Ce tableau est trop gros (plus de 64\u{a0}Mo). Gardez les colonnes qui servent, ou coupez-le en deux."
                .to_owned(),
        ));
    }
    String::from_utf8(bytes).map_err(|error| {
        content(format!(
            "Ce tableau n’est pas en UTF-8 (octet {}). Dans le tableur, enregistrez-le en «\u{202f}CSV UTF-8\u{202f}».",
            error.utf8_error().valid_up_to() + 1
        ))
    })
}

/// Reads the text of a table.
///
/// # Errors
/// [`TableError::Content`] if a column, a row or a cell is wrong.
pub fn parse(text: &str, kit: &Kit, channel: Channel) -> Result<Cases, TableError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.contains(';') && !first.contains(',') {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|e| refused(&e))?.clone();
    let mut cases = Cases::default();
    let columns = columns(&headers, kit, &mut cases.notices)?;
    if !columns.iter().any(|c| matches!(c, Column::Persona)) {
        return Err(content(
            "Il manque la colonne persona, qui dit le profil confirmé. Ajoutez-la à la première ligne."
                .to_owned(),
        ));
    }
    for record in reader.records() {
        let record = record.map_err(|e| refused(&e))?;
        let line = record.position().map_or(0, csv::Position::line);
        cases
            .confirmed
            .push(row(&record, &headers, &columns, kit, channel, line)?);
    }
    if cases.confirmed.is_empty() {
        return Err(content(
            "Ce tableau n’a aucun cas. Ajoutez une ligne par échange confirmé.".to_owned(),
        ));
    }
    Ok(cases)
}

fn refused(error: &csv::Error) -> TableError {
    let line = error.position().map_or(0, csv::Position::line);
    content(match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => format!(
            "Ligne {line}\u{a0}: {len} cellules au lieu de {expected_len}. Vérifiez les séparateurs et les guillemets."
        ),
        _ => format!("Ligne {line}\u{a0}: illisible. Vérifiez les séparateurs et les guillemets."),
    })
}

fn columns(
    headers: &csv::StringRecord,
    kit: &Kit,
    notices: &mut Vec<String>,
) -> Result<Vec<Column>, TableError> {
    let mut ignored = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut columns = Vec::new();
    for name in headers {
        let column = match name {
            "persona" => Column::Persona,
            "channel" => Column::Channel,
            "situations" => Column::Situations,
            name => match (kit.question(name), kit.cue(name)) {
                (Some(question), _) => Column::Question(question.id.clone()),
                (None, Some(cue)) => Column::Cue(cue.id.clone()),
                (None, None) => Column::Ignored,
            },
        };
        let key = match &column {
            Column::Ignored => {
                if !name.is_empty() {
                    ignored.push(name.to_owned());
                }
                columns.push(column);
                continue;
            }
            Column::Cue(id) => format!("cue {id}"),
            Column::Question(id) => format!("question {id}"),
            Column::Persona | Column::Channel | Column::Situations => name.to_owned(),
        };
        if seen.contains(&key) {
            return Err(content(format!(
                "La colonne «\u{202f}{name}\u{202f}» est là deux fois. Gardez-en une."
            )));
        }
        seen.push(key);
        columns.push(column);
    }
    if !ignored.is_empty() {
        notices.push(format!(
            "Colonnes laissées de côté, inconnues du kit\u{a0}: {}.",
            ignored.join(", ")
        ));
    }
    Ok(columns)
}

fn row(
    record: &csv::StringRecord,
    headers: &csv::StringRecord,
    columns: &[Column],
    kit: &Kit,
    channel: Channel,
    line: u64,
) -> Result<Confirmed, TableError> {
    let wrong = |name: &str, cell: &str, cure: &str| {
        content(format!(
            "Ligne {line}, colonne «\u{202f}{name}\u{202f}»\u{a0}: «\u{202f}{cell}\u{202f}» n’est pas accepté. {cure}"
        ))
    };
    let mut case = Confirmed::new(channel, "".into());
    for ((cell, name), column) in record.iter().zip(headers).zip(columns) {
        match column {
            Column::Ignored => {}
            Column::Persona => match kit.persona(cell) {
                Some(persona) if persona.layer == Layer::Profile => {
                    case.persona = persona.id.clone();
                }
                Some(_) => {
                    let cure = "C’est une situation\u{a0}: écrivez un profil ici, et les situations dans la colonne situations.";
                    return Err(wrong(name, cell, cure));
                }
                None => {
                    let known: Vec<&str> = kit.profiles().map(|p| p.id.as_str()).collect();
                    let cure = format!("Écrivez un profil du kit\u{a0}: {}.", known.join(", "));
                    return Err(wrong(name, cell, &cure));
                }
            },
            _ if cell.is_empty() => {}
            Column::Channel => {
                case.evidence.channel = Channel::from_key(cell)
                    .ok_or_else(|| wrong(name, cell, "Écrivez counter ou phone."))?;
            }
            Column::Situations => {
                let mut found = Vec::new();
                for code in cell.split('+').map(str::trim).filter(|c| !c.is_empty()) {
                    match kit.persona(code) {
                        Some(persona) if persona.layer == Layer::Situation => {
                            found.push(persona.id.clone());
                        }
                        _ => {
                            let cure = "Écrivez des situations du kit, reliées par +.";
                            return Err(wrong(name, cell, cure));
                        }
                    }
                }
                case.situations = Some(found);
            }
            Column::Cue(id) => {
                let sighting = match cell {
                    "oui" => Sighting::Observed,
                    "non" => Sighting::Denied,
                    _ => {
                        let cure = "Écrivez oui, non, ou laissez vide.";
                        return Err(wrong(name, cell, cure));
                    }
                };
                case.evidence.cues.insert(id.clone(), sighting);
            }
            Column::Question(id) => {
                let question = kit.question(id.as_str());
                let answers: Vec<&str> = question
                    .into_iter()
                    .flat_map(|q| q.answers.iter().map(|a| a.id.as_str()))
                    .collect();
                if !answers.contains(&cell) {
                    let cure = format!("Écrivez {}, ou laissez vide.", answers.join(", "));
                    return Err(wrong(name, cell, &cure));
                }
                case.evidence
                    .answers
                    .insert(id.clone(), AnswerId::new(cell));
            }
        }
    }
    // A column situations left empty says that somebody looked and found none.
    if case.situations.is_none() && columns.iter().any(|c| matches!(c, Column::Situations)) {
        case.situations = Some(Vec::new());
    }
    Ok(case)
}
