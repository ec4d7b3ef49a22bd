//! Tables of levels: what a spreadsheet copies and pastes, and what a file holds.
//!
//! Every cell that cannot be read is named with its line, its column and what was expected; nothing
//! is applied unless all is good or the good ones are asked for. It must never take
//! a cell for another.

use super::edit::Edit;
use super::levels::Cell;
use super::phrase::count;
use super::refusal::Refusal;
use crate::domain::spreadsheet;
use crate::domain::typography::french;

/// Largest text pasted or read, in bytes.
const LARGEST: usize = 2 << 20;

/// A cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCell {
    /// Its line in the text, from 1.
    pub line: usize,
    /// Its column in the text, from 1.
    pub column: usize,
    /// What the line is about, if known.
    pub row: String,
    /// What the column is about, if known.
    pub heading: String,
    /// What stands there.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

impl BadCell {
    /// « Ligne 3 (Craint l’erreur), colonne 4 (Pas à pas) : « souvent » ; on attend… »
    pub fn sentence(&self) -> String {
        let about = |name: &str| match name {
            "" => String::new(),
            name => format!(" ({name})"),
        };
        french(&format!(
            "Ligne {}{}, colonne {}{} : « {} ». On attend {}.",
            self.line,
            about(&self.row),
            self.column,
            about(&self.heading),
            self.found,
            self.expected
        ))
    }
}

/// What a table says, its good cells and its bad ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// Levels that can be set.
    pub good: Vec<Cell>,
    /// Cells that cannot be read.
    pub bad: Vec<BadCell>,
}

/// What to do of a table with bad cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// All or nothing.
    All,
    /// The good cells, the caller having shown the bad ones.
    Good,
}

impl Pasted {
    /// One edit for the whole table.
    ///
    /// # Errors
    /// A [`Refusal`] if a cell is bad and only the whole was wanted, or if nothing is left.
    pub fn edit(&self, take: Take) -> Result<Edit, Refusal> {
        if take == Take::All && !self.bad.is_empty() {
            return Err(Refusal::new(
                &format!(
                    "{} ; rien n’a changé.",
                    count(
                        self.bad.len(),
                        "case n’a pas pu être lue",
                        "cases n’ont pas pu être lues"
                    )
                ),
                "Corrigez-les dans le tableur, ou prenez seulement les bonnes cases.",
            ));
        }
        if self.good.is_empty() {
            return Err(Refusal::new(
                "Aucun niveau à prendre dans ce tableau ; rien n’a changé.",
                "Copiez un tableau dont la première ligne nomme des cartes et la première colonne des indices.",
            ));
        }
        Ok(Edit::Levels(self.good.clone()))
    }
}

/// Cuts a text into lines of cells.
///
/// # Errors
/// A [`Refusal`] if the text is too long.
pub(super) fn cut(text: &str) -> Result<Vec<Vec<String>>, Refusal> {
    if text.len() > LARGEST {
        return Err(Refusal::new(
            "Ce tableau est trop gros ; rien n’a changé.",
            "Copiez-en moins à la fois.",
        ));
    }
    Ok(spreadsheet::read(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_large_is_not_cut() {
        assert!(cut(&"x".repeat(LARGEST + 1)).is_err());
        assert!(cut(&"x".repeat(LARGEST)).is_ok());
    }

    #[test]
    fn a_bad_cell_says_where_and_what() {
        let bad = BadCell {
            line: 3,
            column: 4,
            row: "Craint l’erreur".to_owned(),
            heading: "Pas à pas".to_owned(),
            found: "souvent".to_owned(),
            expected: "un mot".to_owned(),
        };
        assert_eq!(
            bad.sentence(),
            "Ligne 3 (Craint l’erreur), colonne 4 (Pas à pas)\u{a0}: «\u{202f}souvent\u{202f}». On attend un mot."
        );
        let pasted = Pasted {
            good: Vec::new(),
            bad: vec![bad],
        };
        assert!(
            pasted
                .edit(Take::All)
                .unwrap_err()
                .message
                .starts_with("1 case n’a pas")
        );
        assert!(
            pasted
                .edit(Take::Good)
                .unwrap_err()
                .message
                .starts_with("Aucun niveau")
        );
    }
}
