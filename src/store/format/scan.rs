//! Cuts a RON text into its elements without judging them, so that one bad element spares the others.
//!
//! ron stops at the first fault of a list; this scanner only follows brackets, texts and comments.
//! It must never recurse (a hostile file nests a million brackets) and never give a meaning to a value.

use std::ops::Range;

/// A piece of RON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    /// A quoted text.
    Text,
    /// A name, a number, a character: anything else.
    Word,
    /// A text that never ends.
    UnclosedText,
    /// A block comment that never ends.
    UnclosedComment,
}

/// Walks over the tokens of `text[at..end]`.
pub(super) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    end: usize,
}

impl<'t> Tokens<'t> {
    pub(super) fn new(text: &'t str, range: Range<usize>) -> Self {
        Self {
            text,
            at: range.start,
            end: range.end.min(text.len()),
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        (at < self.end).then(|| self.text.as_bytes().get(at).copied())?
    }

    fn starts_with(&self, at: usize, what: &str) -> bool {
        self.text
            .as_bytes()
            .get(at..self.end)
            .is_some_and(|rest| rest.starts_with(what.as_bytes()))
    }

    /// Skips blanks and comments; gives the start of a block comment that never ends.
    fn skip_blanks(&mut self) -> Option<usize> {
        loop {
            match self.byte(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                Some(b'/') if self.starts_with(self.at, "//") => {
                    while self.byte(self.at).is_some_and(|b| b != b'\n') {
                        self.at += 1;
                    }
                }
                Some(b'/') if self.starts_with(self.at, "/*") => {
                    let start = self.at;
                    if !self.skip_comment() {
                        return Some(start);
                    }
                }
                _ => return None,
            }
        }
    }

    fn skip_comment(&mut self) -> bool {
        let mut depth = 0_usize;
        while self.at < self.end {
            if self.starts_with(self.at, "/*") {
                depth += 1;
                self.at += 2;
            } else if self.starts_with(self.at, "*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return true;
                }
            } else {
                self.at += 1;
            }
        }
        false
    }

    /// Reads past a text whose opening quote is at the cursor.
    fn quoted(&mut self) -> Token {
        self.at += 1;
        while let Some(byte) = self.byte(self.at) {
            self.at += 1;
            match byte {
                b'\\' => self.at += 1,
                b'"' => return Token::Text,
                _ => {}
            }
        }
        self.at = self.end;
        Token::UnclosedText
    }

    /// Reads past `r#"…"#` if one stands at the cursor.
    fn raw(&mut self) -> Option<Token> {
        let mut at = self.at + 1;
        while self.byte(at) == Some(b'#') {
            at += 1;
        }
        if self.byte(self.at) != Some(b'r') || self.byte(at) != Some(b'"') {
            return None;
        }
        let closing = format!("\"{}", "#".repeat(at - self.at - 1));
        let body = self.text.get(at + 1..self.end)?;
        Some(if let Some(length) = body.find(&closing) {
            self.at = at + 1 + length + closing.len();
            Token::Text
        } else {
            self.at = self.end;
            Token::UnclosedText
        })
    }

    fn word(&mut self) -> Token {
        if self.byte(self.at) == Some(b'\'') {
            let rest = self.text.get(self.at + 1..self.end).unwrap_or_default();
            let mut characters = rest.char_indices();
            let first = characters.next().map(|(_, c)| c);
            let length = match (first, characters.next()) {
                (Some('\\'), _) => rest.get(2..).and_then(|s| s.find('\'')).map(|n| n + 3),
                (Some(_), Some((at, '\''))) => Some(at + 1),
                _ => None,
            };
            self.at += 1 + length.filter(|n| *n <= 12).unwrap_or(0);
            return Token::Word;
        }
        self.at += 1;
        while let Some(byte) = self.byte(self.at) {
            let ends = byte.is_ascii_whitespace()
                || matches!(
                    byte,
                    b'(' | b')' | b'[' | b']' | b'{' | b'}' | b',' | b':' | b'"'
                )
                || self.starts_with(self.at, "//")
                || self.starts_with(self.at, "/*");
            if ends {
                break;
            }
            self.at += 1;
        }
        Token::Word
    }
}

impl Iterator for Tokens<'_> {
    type Item = (Token, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(start) = self.skip_blanks() {
            return Some((Token::UnclosedComment, start..self.end));
        }
        let start = self.at;
        let byte = self.byte(start)?;
        let token = match byte {
            b'(' | b'[' | b'{' => Token::Open(byte),
            b')' | b']' | b'}' => Token::Close(byte),
            b',' => Token::Comma,
            b':' => Token::Colon,
            b'"' => self.quoted(),
            b'r' => self.raw().unwrap_or(Token::Word),
            _ => Token::Word,
        };
        match token {
            Token::Word => {
                self.word();
            }
            Token::Open(_) | Token::Close(_) | Token::Comma | Token::Colon => self.at += 1,
            _ => {}
        }
        Some((token, start..self.at))
    }
}

/// An element of a list, or a field of a struct with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part<'t> {
    pub(super) name: &'t str,
    pub(super) value: Range<usize>,
}

/// What is wrong with the brackets themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Another bracket should open here.
    NotOpened,
    /// Two parts without a comma between them.
    MissingComma,
    /// Closes what was not opened so; the byte of the opening bracket is given.
    Mismatch(usize),
    /// Nothing closes the bracket opened at this byte.
    Unclosed(usize),
    /// More text after the end.
    Trailing,
    /// A text never ends.
    UnclosedText,
    /// A comment never ends.
    UnclosedComment,
}

/// A text cut into parts.
#[derive(Debug, Default)]
pub(super) struct Split<'t> {
    pub(super) parts: Vec<Part<'t>>,
    pub(super) breaks: Vec<(usize, Break)>,
    /// The part in which the brackets stop making sense, to the end of the text.
    pub(super) tail: Option<Part<'t>>,
}

fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// Skips `#![enable(…)]` lines, which older tools write.
pub(super) fn skip_attributes(text: &str) -> usize {
    let mut start = 0;
    while let Some((_, first)) = Tokens::new(text, start..text.len()).next() {
        let rest = text.get(first.start..).unwrap_or_default();
        match rest.starts_with("#!").then(|| rest.find(']')).flatten() {
            Some(end) => start = first.start + end + 1,
            None => break,
        }
    }
    start
}

/// The part being read.
#[derive(Default)]
struct Open<'t> {
    name: &'t str,
    start: Option<usize>,
    end: usize,
    /// A value is over: only a comma or the end can follow.
    whole: bool,
}

impl<'t> Open<'t> {
    fn part(&self, end: usize) -> Option<Part<'t>> {
        self.start.map(|start| Part {
            name: self.name,
            value: start..end,
        })
    }
}

/// Cuts a list (`open` = `[`) or an anonymous struct (`open` = `(`) into its parts.
pub(super) fn split(text: &str, range: Range<usize>, open: u8) -> Split<'_> {
    let mut tokens = Tokens::new(text, range.clone());
    let (at, kind) = match tokens.next() {
        Some((Token::Open(byte), at)) if byte == open => {
            return split_inside(text, at.end..range.end, (open, at.start));
        }
        Some((Token::UnclosedComment, at)) => (at.start, Break::UnclosedComment),
        other => (
            other.map_or(range.end, |(_, at)| at.start),
            Break::NotOpened,
        ),
    };
    Split {
        breaks: vec![(at, kind)],
        ..Split::default()
    }
}

/// Cuts what follows the opening bracket.
fn split_inside(text: &str, range: Range<usize>, outer: (u8, usize)) -> Split<'_> {
    let mut split = Split::default();
    let end = range.end;
    let open = outer.0;
    let mut tokens = Tokens::new(text, range);
    let mut stack = vec![outer];
    let mut current = Open::default();
    while let Some((token, at)) = tokens.next() {
        let depth = stack.len();
        match token {
            Token::UnclosedText | Token::UnclosedComment => {
                let kind = if token == Token::UnclosedText {
                    Break::UnclosedText
                } else {
                    Break::UnclosedComment
                };
                split.breaks.push((at.start, kind));
                split.tail = current.part(end);
                return split;
            }
            Token::Close(byte) => {
                if let Some((opened, from)) = stack.last().copied()
                    && closing(opened) != byte
                {
                    split.breaks.push((at.start, Break::Mismatch(from)));
                }
                // Whatever was left open inside the bracket this one closes is closed with it.
                let Some(level) = stack
                    .iter()
                    .rposition(|(opened, _)| closing(*opened) == byte)
                else {
                    split.tail = current.part(end);
                    return split;
                };
                stack.truncate(level);
                if stack.is_empty() {
                    split.parts.extend(current.part(current.end));
                    if let Some((token, more)) = tokens.next() {
                        let kind = match token {
                            Token::UnclosedComment => Break::UnclosedComment,
                            _ => Break::Trailing,
                        };
                        split.breaks.push((more.start, kind));
                    }
                    return split;
                }
                current.end = at.end;
                current.whole = stack.len() == 1;
            }
            Token::Comma if depth == 1 => {
                split.parts.extend(current.part(current.end));
                current = Open::default();
            }
            Token::Colon if depth == 1 && open == b'(' && current.name.is_empty() => {
                let name = current.part(current.end).map(|part| part.value);
                current = Open {
                    name: name.and_then(|name| text.get(name)).unwrap_or_default(),
                    ..Open::default()
                };
            }
            _ => {
                if depth == 1 && current.whole {
                    split.breaks.push((at.start, Break::MissingComma));
                    split.parts.extend(current.part(current.end));
                    current = Open::default();
                }
                if let Token::Open(byte) = token {
                    stack.push((byte, at.start));
                } else if depth == 1 {
                    current.whole = token == Token::Text;
                }
                current.start.get_or_insert(at.start);
                current.end = at.end;
            }
        }
    }
    let from = stack.last().map_or(end, |(_, from)| *from);
    split.breaks.push((end, Break::Unclosed(from)));
    split.tail = current.part(end);
    split
}

/// A line that opens an element of a list, or a root field of a bundle, with its name.
fn opening_line<'t>(line: &'t str, names: &[&str]) -> Option<(&'t str, usize)> {
    let bare = line.trim_start();
    let indent = line.len() - bare.len();
    if names.is_empty() {
        return bare.starts_with('(').then_some(("", indent));
    }
    let (name, rest) = bare.split_once(':')?;
    let name = name.trim_end();
    let value = rest.trim_start();
    names
        .contains(&name)
        .then_some((name, line.len() - value.len()))
}

/// Cuts a text by its layout when its brackets lie: parts begin on lines indented alike.
///
/// With `names` the parts are the fields so named, else they are parentheses opening a line.
pub(super) fn by_layout<'t>(text: &'t str, range: Range<usize>, names: &[&str]) -> Vec<Part<'t>> {
    let mut parts: Vec<Part<'t>> = Vec::new();
    let mut shared = None;
    let mut start = range.start;
    for line in text
        .get(range.clone())
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        if let Some((name, offset)) = opening_line(line, names) {
            let indent = line.len() - line.trim_start().len();
            if *shared.get_or_insert(indent) == indent {
                if let Some(last) = parts.last_mut() {
                    last.value.end = start;
                }
                let value = start + offset..range.end;
                parts.push(Part { name, value });
            }
        }
        start += line.len();
    }
    for part in &mut parts {
        let body = text.get(part.value.clone()).unwrap_or_default();
        part.value.end = part.value.start + body.trim_end().trim_end_matches(',').len();
    }
    parts
}

/// Finds where the bracket that opens a part is closed, if its brackets agree.
pub(super) fn balanced_end(text: &str, range: Range<usize>) -> Option<usize> {
    let mut stack = Vec::new();
    for (token, at) in Tokens::new(text, range) {
        match token {
            Token::Open(byte) => stack.push(byte),
            Token::Close(byte) => {
                if closing(stack.pop()?) != byte {
                    return None;
                }
                if stack.is_empty() {
                    return Some(at.end);
                }
            }
            Token::UnclosedText | Token::UnclosedComment => return None,
            _ => {}
        }
    }
    None
}

/// Gives the id written in an element that cannot be read, if one can be seen.
pub(super) fn written_id(text: &str, range: Range<usize>) -> Option<&str> {
    let tokens: Vec<_> = Tokens::new(text, range).take(400).collect();
    tokens.windows(3).find_map(|window| match window {
        [(Token::Word, name), (Token::Colon, _), (Token::Text, value)]
            if text.get(name.clone()) == Some("id") =>
        {
            text.get(value.start + 1..value.end.checked_sub(1)?)
        }
        _ => None,
    })
}
