//! A note as a table of one row, for a spreadsheet.
//!
//! Semicolons and a byte order mark, since Excel set to French opens nothing else right on a double
//! click: it splits at the list separator of the system and takes UTF-8 without a mark for Windows-1252.
//! LibreOffice proposes both of them right. All the rest is RFC 4180. It must never let a cell be taken
//! for a formula, whatever separator its reader splits at.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::domain::note::Note;
use crate::domain::vocab::NoteField;

/// Between the values of one cell.
const BETWEEN: &str = " | ";

/// Renders a header and a row.
pub(super) fn to_csv(note: &Note) -> Result<String, csv::Error> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        // A reader that splits at commas too then keeps each cell whole.
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(NoteField::ALL.iter().map(|field| field.key()))?;
    writer.write_record(NoteField::ALL.iter().map(|field| cell(note, *field)))?;
    let bytes = writer
        .into_inner()
        .map_err(csv::IntoInnerError::into_error)?;
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

fn cell(note: &Note, field: NoteField) -> String {
    let mut values = note.values(field);
    if values.len() > 1 {
        for value in &mut values {
            *value = value.replace('|', "/");
        }
    }
    safe_cell(&values.join(BETWEEN))
}

/// Puts an apostrophe where a spreadsheet would begin to read a formula (ASVS 1.2.10, CWE-1236).
///
/// At the start, behind spaces and quotes or not; and behind a separator, since somebody may open the
/// table with another one. Control characters other than tabs and line ends become spaces.
///
/// ```
/// use reflexe_personas::store::export::safe_cell;
/// assert_eq!(safe_cell("=1+1"), "'=1+1");
/// assert_eq!(safe_cell("lundi, +33"), "lundi, '+33");
/// assert_eq!(safe_cell("a+b = c"), "a+b = c");
/// ```
pub fn safe_cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let first = text.chars().find(|c| !passed_over(*c));
    let begins_hidden = text.starts_with(char::is_control);
    let prefixed = begins_hidden || first.is_some_and(is_formula_sign);
    if prefixed {
        safe.push('\'');
    }
    let mut opening = !prefixed;
    for c in text.chars() {
        if opening && is_formula_sign(c) {
            safe.push('\'');
        }
        opening = is_separator(c) || (opening && passed_over(c));
        let plain = !c.is_control() || matches!(c, '\t' | '\r' | '\n');
        safe.push(if plain { c } else { ' ' });
    }
    safe
}

/// What may begin a formula, in its usual, full-width and small forms.
const fn is_formula_sign(c: char) -> bool {
    matches!(
        c,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' | '−'
    )
}

/// What a reader may split at.
const fn is_separator(c: char) -> bool {
    matches!(c, ',' | ';' | '|' | '\t' | '\r' | '\n')
}

/// What a reader may leave out before a formula: spaces, quotes, invisible characters.
fn passed_over(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '"' | '\'' | '`' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '＂' | '＇'
                | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts that a spreadsheet would run, and what becomes of each.
    const HOSTILE: [(&str, &str); 44] = [
        ("=1+1", "'=1+1"),
        ("+33", "'+33"),
        ("-2+3", "'-2+3"),
        ("@SUM(1;1)", "'@SUM(1;1)"),
        ("\t=1+1", "'\t'=1+1"),
        ("\r=1+1", "'\r'=1+1"),
        ("\n=1+1", "'\n'=1+1"),
        ("\0=1+1", "' =1+1"),
        ("\tlundi", "'\tlundi"),
        ("\rlundi", "'\rlundi"),
        ("\0lundi", "' lundi"),
        ("＝1+1", "'＝1+1"),
        ("＋33", "'＋33"),
        ("－2", "'－2"),
        ("＠SUM", "'＠SUM"),
        ("﹦1+1", "'﹦1+1"),
        ("﹢33", "'﹢33"),
        ("﹣2", "'﹣2"),
        ("﹫SUM", "'﹫SUM"),
        ("−2", "'−2"),
        (" =1+1", "' =1+1"),
        ("   +33", "'   +33"),
        ("\u{a0}=1+1", "'\u{a0}=1+1"),
        ("\u{202f}-1", "'\u{202f}-1"),
        ("\u{3000}＝1", "'\u{3000}＝1"),
        ("\u{200b}=1+1", "'\u{200b}=1+1"),
        ("\u{feff}=1+1", "'\u{feff}=1+1"),
        ("\u{202e}=1+1", "'\u{202e}=1+1"),
        ("\"=1+1\"", "'\"=1+1\""),
        ("'=1+1", "''=1+1"),
        ("\" =1+1", "'\" =1+1"),
        ("« =1+1 »", "'« =1+1 »"),
        ("“=1+1”", "'“=1+1”"),
        ("’@SUM", "'’@SUM"),
        (
            "=HYPERLINK(\"http://a.example\")",
            "'=HYPERLINK(\"http://a.example\")",
        ),
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("=DDE(\"a\";\"b\";\"c\")", "'=DDE(\"a\";\"b\";\"c\")"),
        ("lundi;=1+1", "lundi;'=1+1"),
        ("lundi,=1+1", "lundi,'=1+1"),
        ("lundi\t+33", "lundi\t'+33"),
        ("lundi\"; =1+1", "lundi\"; '=1+1"),
        ("lundi\n@SUM", "lundi\n'@SUM"),
        ("lundi | -1", "lundi | '-1"),
        ("a;b,\"+1", "a;b,\"'+1"),
    ];

    #[test]
    fn no_cell_begins_a_formula() {
        for (text, safe) in HOSTILE {
            assert_eq!(safe_cell(text), safe, "{text:?}");
        }
        for text in [
            "",
            "lundi",
            "a=b",
            "rendez-vous",
            "3 - 2",
            "06+",
            "l’an + 1",
            "é@è",
            "10 % ; reste",
            "(=1)",
            "1,5 - 2",
        ] {
            assert_eq!(safe_cell(text), text);
        }
    }
}
