//! What keeps a text from being read as more than text.
//!
//! It must never drop a visible character: what was typed is read as it was typed.

/// Puts a typed text on one line, without characters that hide or reorder others.
///
/// A line of its own could pass for a line of the note.
pub(in crate::domain) fn one_line(text: &str) -> String {
    let on_one = |c: char| if c == '\n' { ' ' } else { c };
    visible(text)
        .map(on_one)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// A typed text without characters that hide or reorder others; of those that break or jump, only the
/// line feed is left.
///
/// What follows has each character of [`one_line`] at the same place, but for spaces at both ends.
pub(in crate::domain) fn visible(text: &str) -> impl Iterator<Item = char> {
    let hidden = |c: &char| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let shown = |c: char| match c {
        '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        c if c.is_control() => ' ',
        c => c,
    };
    text.chars().filter(move |c| !hidden(c)).map(shown)
}

/// Escapes what Markdown, its usual extensions or HTML would read as more than text.
pub(super) fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    // A list mark opens a text, after its digits if it is numbered.
    let mut opening = true;
    for (at, c) in text.char_indices() {
        let (before, after) = (
            text.get(..at).unwrap_or(""),
            text.get(at + c.len_utf8()..).unwrap_or(""),
        );
        let is_mark = match c {
            '-' | '+' => before.is_empty(),
            // Doubled, it is a highlight for some readers.
            '=' => before.is_empty() || before.ends_with('=') || after.starts_with('='),
            ')' => opening && !before.is_empty(),
            // Bare addresses are made links by many readers.
            '.' => (opening && !before.is_empty()) || ends_with_www(before),
            ':' => after.starts_with("//"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '!' | '~' | '$' | '@' | '^' => true,
            _ => false,
        };
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            c if c.is_control() => escaped.push(' '),
            c => {
                if is_mark {
                    escaped.push('\\');
                }
                escaped.push(c);
            }
        }
        opening = opening && c.is_ascii_digit();
    }
    escaped
}

fn ends_with_www(text: &str) -> bool {
    text.len()
        .checked_sub(3)
        .and_then(|start| text.get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}
