//! Tables of text as spreadsheets write and read them.
//!
//! Semicolons and a byte order mark in files, since Excel set to French opens nothing else right on a
//! double click: it splits at the list separator of the system and takes UTF-8 without a mark for
//! Windows-1252. LibreOffice proposes both of them right. All the rest is RFC 4180. Tabs on the
//! clipboard. It must never let a cell be taken for a formula, whatever separator its reader splits at.

/// Where a table goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A file that a spreadsheet opens.
    File,
    /// The clipboard.
    Clipboard,
}

/// Writes lines of cells; nothing in them can be run as a formula.
pub fn write<L, C>(lines: L, form: Form) -> String
where
    L: IntoIterator,
    L::Item: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let (mut out, separator, end) = match form {
        Form::File => ("\u{feff}".to_owned(), ';', "\r\n"),
        Form::Clipboard => (String::new(), '\t', "\n"),
    };
    for line in lines {
        for (at, cell) in line.into_iter().enumerate() {
            if at > 0 {
                out.push(separator);
            }
            let cell = safe_cell(cell.as_ref());
            // In a file always: a reader that splits at commas too then keeps each cell whole.
            if form == Form::File || cell.contains([separator, '"', '\n', '\r']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(&cell);
            }
        }
        out.push_str(end);
    }
    out
}

/// Cuts a text into lines of cells, trimmed and without the mark that [`safe_cell`] adds; a line left
/// blank is a line.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let separator = separator(text);
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut rest = Some(text).filter(|text| !text.is_empty());
    while let Some(text) = rest {
        let (cell, after) = cell(text, separator);
        line.push(plain_cell(cell.trim()));
        rest = after.strip_prefix(separator);
        if rest.is_none() {
            lines.push(std::mem::take(&mut line));
            let next = after.strip_prefix("\r\n");
            rest = next
                .or_else(|| after.strip_prefix(['\n', '\r']))
                .filter(|next| !next.is_empty());
        }
    }
    lines
}

/// The first cell of a text, and what follows it. Quotes count only if they hold the cell whole: a
/// spreadsheet copies `"Oui" ou "non"` as it stands.
fn cell(text: &str, separator: char) -> (String, &str) {
    let ends = [separator, '\n', '\r'];
    let mut quoted = String::new();
    let mut inside = text.strip_prefix('"');
    while let Some((before, after)) = inside.and_then(|inside| inside.split_once('"')) {
        quoted.push_str(before);
        inside = after.strip_prefix('"');
        if inside.is_some() {
            quoted.push('"');
        } else if after.is_empty() || after.starts_with(ends) {
            return (quoted, after);
        }
    }
    let end = text.find(ends).unwrap_or(text.len());
    let (cell, after) = text.split_at_checked(end).unwrap_or((text, ""));
    (cell.to_owned(), after)
}

/// What parts the cells: tabs, else semicolons, else commas that are not those of decimals.
fn separator(text: &str) -> char {
    let mut quoted = false;
    let bare: String = text
        .chars()
        .filter(|c| {
            quoted ^= *c == '"';
            !quoted
        })
        .collect();
    let first = bare.lines().find(|line| !line.trim().is_empty());
    let said = [first.unwrap_or_default(), bare.as_str()]
        .into_iter()
        .find_map(|text| ['\t', ';'].into_iter().find(|c| text.contains(*c)));
    if let Some(separator) = said {
        return separator;
    }
    // 0,5 is one cell; 0.5,0.3 is two, and so is T,R.
    if decimals(&bare, '.').any(|yes| yes) || decimals(&bare, ',').any(|yes| !yes) {
        ','
    } else {
        '\t'
    }
}

/// For each sign in a text, whether it stands between two digits.
fn decimals(text: &str, sign: char) -> impl Iterator<Item = bool> {
    let digit = |c: char| c.is_ascii_digit();
    let mut parts = text.split(sign);
    let mut left = parts.next().unwrap_or_default();
    parts.map(move |right| {
        let between = left.ends_with(digit) && right.starts_with(digit);
        left = right;
        between
    })
}

/// Puts an apostrophe where a spreadsheet would begin to read a formula (ASVS 1.2.10, CWE-1236).
///
/// At the start, behind spaces and quotes or not; and behind a separator, since somebody may open the
/// table with another one. Control characters other than tabs and line ends become spaces.
///
/// ```
/// use reflexe_personas::domain::spreadsheet::safe_cell;
/// assert_eq!(safe_cell("=1+1"), "'=1+1");
/// assert_eq!(safe_cell("lundi, +33"), "lundi, '+33");
/// assert_eq!(safe_cell("a+b = c"), "a+b = c");
/// ```
pub fn safe_cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let prefixed = begins(text);
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

/// The text that [`safe_cell`] made safe.
///
/// ```
/// use reflexe_personas::domain::spreadsheet::plain_cell;
/// assert_eq!(plain_cell("'=1+1"), "=1+1");
/// assert_eq!(plain_cell("lundi, '+33"), "lundi, +33");
/// assert_eq!(plain_cell("'tis"), "'tis");
/// ```
pub fn plain_cell(text: &str) -> String {
    let prefixed = text.strip_prefix('\'').filter(|rest| begins(rest));
    let mut opening = prefixed.is_none();
    let mut plain = String::with_capacity(text.len());
    let mut letters = prefixed.unwrap_or(text).chars().peekable();
    while let Some(c) = letters.next() {
        let guard = opening && c == '\'' && letters.peek().copied().is_some_and(is_formula_sign);
        opening = !guard && (is_separator(c) || (opening && passed_over(c)));
        if !guard {
            plain.push(c);
        }
    }
    plain
}

/// Says whether a text begins a formula, or hides what it begins with.
fn begins(text: &str) -> bool {
    let first = text.chars().find(|c| !passed_over(*c));
    let shown = text.trim_start_matches('\'');
    shown.starts_with(char::is_control) || first.is_some_and(is_formula_sign)
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_spreadsheets_put_on_the_clipboard_is_read() {
        for (text, lines) in [
            // LibreOffice, then Excel; a trailing line end is no line.
            ("typique\t0,5\nrare\t37,5 %\n", "typique|0,5/rare|37,5 %"),
            (
                "typique\t0,5\r\nrare\t37,5 %\r\n",
                "typique|0,5/rare|37,5 %",
            ),
            // One column of decimals, one cell.
            ("0,5\n0,25\n", "0,5/0,25"),
            ("0,5", "0,5"),
            // Empty cells and empty lines in the middle stay where they are.
            ("T\t\n\t\n\tR\n", "T|/|/|R"),
            ("T\n\nR\n", "T//R"),
            ("T\r\n\r\nR\r\n", "T//R"),
            ("T\t", "T|"),
            // A cell of two lines, one with quotes, one that only begins with them.
            ("\"a\nb\"\tc\r\n", "a~b|c"),
            ("\"dit \"\"non\"\"\"\tc", "dit \"non\"|c"),
            ("\"Oui\" ou \"non\"\tT\n", "\"Oui\" ou \"non\"|T"),
            ("\"sans fin\tT\n", "\"sans fin|T"),
            // Semicolons and commas within texts.
            ("un, deux ; trois\tT\n", "un, deux ; trois|T"),
            ("a;b\n\"c;d\";e\r\n", "a|b/c;d|e"),
            ("\u{feff}a,b\n\"c;d\",e", "a|b/c;d|e"),
            ("un, deux;0,5\ntrois;T\n", "un, deux|0,5/trois|T"),
            ("0.5,0.3\n0.1,0.2\n", "0.5|0.3/0.1|0.2"),
            ("T,0.5\n", "T|0.5"),
            ("25 %,50 %\n", "25 %|50 %"),
            ("a\rb\r", "a/b"),
            ("", ""),
        ] {
            let read = read(text);
            let all: Vec<String> = read.iter().map(|line| line.join("|")).collect();
            assert_eq!(all.join("/").replace('\n', "~"), lines, "{text:?}");
        }
    }

    #[test]
    fn files_are_quoted_and_marked_and_the_clipboard_is_bare() {
        let lines = [["a", "=1;\"2\""], ["", "b\tc"]];
        let file = write(lines, Form::File);
        assert_eq!(file, "\u{feff}\"a\";\"'=1;\"\"2\"\"\"\r\n\"\";\"b\tc\"\r\n");
        let clipboard = write(lines, Form::Clipboard);
        assert_eq!(clipboard, "a\t\"'=1;\"\"2\"\"\"\n\t\"b\tc\"\n");
        assert_eq!(read(&file), lines);
        assert_eq!(read(&clipboard), lines);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_the_same(
            cells in prop::collection::vec(prop::collection::vec("[a-z=+@\"';, \t\n’é-]{0,7}", 3), 1..4),
        ) {
            // Cells are trimmed, and a first cell that is no decimal tells the separator.
            let lines: Vec<Vec<String>> = cells
                .iter()
                .map(|line| line.iter().map(|cell| cell.trim().to_owned()).collect())
                .collect();
            for form in [Form::File, Form::Clipboard] {
                prop_assert_eq!(&read(&write(&lines, form)), &lines);
            }
        }

        #[test]
        fn what_was_made_safe_reads_as_it_was(text in "[ a=+@'\"«;,|\t\n\u{200b}’é-]{0,12}") {
            prop_assert_eq!(plain_cell(&safe_cell(&text)), text);
        }

        #[test]
        fn anything_is_read(text in "[a0,;.\"\t\r\n]{0,40}") {
            let cells: usize = read(&text).iter().map(Vec::len).sum();
            prop_assert!(cells <= text.len() + 1);
        }
    }

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
