//! Tables of text: what a spreadsheet copies and pastes, and what a file of levels holds.
//!
//! Every cell that cannot be read is named with its line, its column and what was expected; nothing
//! is applied unless all is good or the good ones are asked for. It must never run a formula, nor
//! write one.

use super::edit::Edit;
use super::levels::Cell;
use super::phrase::count;
use super::refusal::Refusal;
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
                "Copiez un tableau dont la première ligne nomme des personas et la première colonne des indices.",
            ));
        }
        Ok(Edit::Levels(self.good.clone()))
    }
}

/// Cuts a text into lines of cells; tabs, semicolons or commas part them, quotes keep them whole.
///
/// # Errors
/// A [`Refusal`] if the text is too long, or a quote never ends.
pub(super) fn cut(text: &str) -> Result<Vec<Vec<String>>, Refusal> {
    if text.len() > LARGEST {
        return Err(Refusal::new(
            "Ce tableau est trop gros ; rien n’a changé.",
            "Copiez-en moins à la fois.",
        ));
    }
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let separator = ['\t', ';', ',']
        .into_iter()
        .max_by_key(|separator| (first.matches(*separator).count(), *separator == '\t'))
        .unwrap_or('\t');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b'\t'))
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for record in reader.records() {
        let Ok(record) = record else {
            return Err(Refusal::new(
                "Ce texte ne se lit pas comme un tableau ; rien n’a changé.",
                "Copiez-le depuis un tableur, ou enregistrez-le en CSV.",
            ));
        };
        lines.push(record.iter().map(plain).collect());
    }
    Ok(lines)
}

/// A cell without the mark that keeps a spreadsheet from running it.
fn plain(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Writes lines as a table; nothing in it can be run as a formula.
pub(super) fn write(lines: &[Vec<String>], separator: char) -> String {
    let mut out = String::new();
    for line in lines {
        for (at, cell) in line.iter().enumerate() {
            if at > 0 {
                out.push(separator);
            }
            let cell = if is_formula(cell) && cell.len() > 1 {
                format!("'{cell}")
            } else {
                cell.clone()
            };
            if cell.contains([separator, '"', '\n', '\r']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(&cell);
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tables_of_spreadsheets_are_cut() {
        for text in [
            "a\tb\n\"c;d\"\te\n",
            "a;b\n\"c;d\";e\r\n",
            "\u{feff}a,b\n\"c;d\",e",
        ] {
            assert_eq!(cut(text).unwrap(), [["a", "b"], ["c;d", "e"]], "{text}");
        }
        assert!(cut(&"x".repeat(LARGEST + 1)).is_err());
        assert_eq!(cut("").unwrap(), [[]; 0] as [[&str; 0]; 0]);
    }

    #[test]
    fn nothing_written_is_a_formula() {
        let lines = [["=1+1", "@x", "-", "+33"].map(str::to_owned).to_vec()];
        let text = write(&lines, ';');
        assert_eq!(text, "'=1+1;'@x;-;'+33\n");
        assert_eq!(cut(&text).unwrap(), lines);
    }

    proptest! {
        #[test]
        fn what_is_written_is_cut_the_same(
            cells in prop::collection::vec(prop::collection::vec("[a-z=+@\"; ,\t\n’é-]{0,6}", 3), 1..4),
        ) {
            // Cells are trimmed, and a first cell with text keeps the line from being blank.
            let lines: Vec<Vec<String>> = cells
                .iter()
                .map(|line| {
                    std::iter::once("x".to_owned())
                        .chain(line.iter().map(|cell| cell.trim().to_owned()))
                        .collect()
                })
                .collect();
            for separator in ['\t', ';'] {
                let header = vec!["a".to_owned(), "b".to_owned(), "c".to_owned(), "d".to_owned()];
                let all: Vec<Vec<String>> = std::iter::once(header).chain(lines.clone()).collect();
                prop_assert_eq!(cut(&write(&all, separator)).unwrap(), all);
            }
        }
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
