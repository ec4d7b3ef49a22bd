//! One thing found in a kit's files: where, what, and what to do about it.
//!
//! It must never be lost nor merged: a manager sees every finding, in file order.

use std::fmt;

use crate::domain::problem::{Gravity, Place, Problem};

/// Widest excerpt, in characters: a longer line is shown around the fault only.
const EXCERPT: usize = 110;

/// One thing found, located in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave.
    pub severity: Gravity,
    /// File, relative to the kit.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The field's path in words (`cues › sans-ordinateur › family`), or empty.
    pub path: String,
    /// What is wrong, one French sentence.
    pub message: String,
    /// What to do, one French sentence.
    pub cure: String,
    /// The line itself, and under it a mark.
    pub excerpt: Option<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Gravity::Error => "erreur",
            Gravity::Warning => "attention",
            Gravity::Info => "pour information",
        };
        write!(
            f,
            "{}:{}:{}: {severity}: {} → {}",
            self.file, self.line, self.column, self.message, self.cure
        )
    }
}

/// A fault at a byte of a text: what is wrong and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) cure: String,
}

/// The largest character boundary not after a byte.
pub(crate) fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Gives the line and column, from 1, of a byte.
pub(crate) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..boundary(text, at)).unwrap_or_default();
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before.get(start..).unwrap_or_default().chars().count() + 1;
    (line, column)
}

fn excerpt(text: &str, line: usize, column: usize) -> Option<String> {
    let source = text.lines().nth(line.checked_sub(1)?)?;
    let skipped = if source.chars().count() > EXCERPT {
        column.saturating_sub(EXCERPT / 2)
    } else {
        0
    };
    let shown: String = source.chars().skip(skipped).take(EXCERPT).collect();
    let margin: String = source
        .chars()
        .chain(std::iter::repeat(' '))
        .skip(skipped)
        .take(column.checked_sub(1 + skipped)?)
        // A tab under a tab keeps the mark in place.
        .map(|c| if c == '\t' { '\t' } else { ' ' })
        .collect();
    Some(format!("{shown}\n{margin}^"))
}

impl Finding {
    /// Locates a fault of the text in its file.
    pub(crate) fn in_text(
        severity: Gravity,
        file: &str,
        text: &str,
        path: String,
        fault: Fault,
    ) -> Self {
        let (line, column) = line_column(text, fault.at);
        Self {
            severity,
            file: file.to_owned(),
            line,
            column,
            path,
            message: fault.message,
            cure: fault.cure,
            excerpt: excerpt(text, line, column),
        }
    }

    /// Tells of a whole file.
    pub(crate) fn whole_file(file: &str, message: String, cure: String) -> Self {
        Self {
            severity: Gravity::Error,
            file: file.to_owned(),
            line: 1,
            column: 1,
            path: String::new(),
            message,
            cure,
            excerpt: None,
        }
    }

    /// Locates a problem of the domain within the element's slice `start..end` of its file.
    pub(crate) fn of_problem(
        problem: Problem,
        file: &str,
        text: &str,
        element: (usize, usize),
    ) -> Self {
        let slice = text.get(element.0..element.1).unwrap_or_default();
        let at = element.0 + locate(slice, &problem.place);
        Self::in_text(
            problem.gravity,
            file,
            text,
            problem.place.path(),
            Fault {
                at,
                message: problem.message,
                cure: problem.cure,
            },
        )
    }
}

/// Finds the place's token in its element: quoted first, then bare, then a nearer occurrence.
fn locate(slice: &str, place: &Place) -> usize {
    if place.token.is_empty() {
        return 0;
    }
    // Searching from the field on keeps an id from being found in an unrelated list.
    let field = place
        .field
        .iter()
        .filter_map(|part| slice.find(&format!("{part}:")))
        .max()
        .filter(|_| place.occurrence == 0)
        .unwrap_or(0);
    let rest = slice.get(field..).unwrap_or_default();
    let quoted = format!("\"{}\"", place.token);
    [quoted.as_str(), place.token.as_str()]
        .into_iter()
        .flat_map(|needle| [(rest, field, needle), (slice, 0, needle)])
        .find_map(|(text, offset, needle)| {
            let found = text.match_indices(needle).map(|(at, _)| at + offset);
            found.clone().nth(place.occurrence).or_else(|| found.last())
        })
        .map_or(0, |at| {
            if slice.get(at..).is_some_and(|s| s.starts_with(&quoted)) {
                at + 1
            } else {
                at
            }
        })
}
