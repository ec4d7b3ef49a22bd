//! A text as the detectors read it: no accent, no invisible character, one kind of space and dash,
//! ASCII digits; each position knows the bytes it came from.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// One character as read.
#[derive(Clone, Copy, Debug)]
struct Cell {
    c: char,
    from: usize,
    to: usize,
}

/// A word: its letters folded and lower case, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) from: usize,
    pub(super) to: usize,
    /// The first letter is a capital.
    pub(super) capital: bool,
    /// Every letter is a capital, two at least.
    pub(super) capitals: bool,
}

/// The text as read.
pub(super) struct Reading {
    cells: Vec<Cell>,
    pub(super) words: Vec<Word>,
}

fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Zero of each run of ten digits that people paste.
const ZEROS: [u32; 10] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xe50, 0xed0, 0xff10,
];

fn plain(c: char) -> char {
    let code = u32::from(c);
    for zero in ZEROS {
        if (zero..zero + 10).contains(&code) {
            return char::from_digit(code - zero, 10).unwrap_or(c);
        }
    }
    match c {
        '‐'..='―' | '−' | '﹣' | '－' => '-',
        '’' | 'ʼ' | '`' | '´' => '\'',
        '․' | '．' => '.',
        '＠' => '@',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Reads `&#48;`, `&#x30;`, `&nbsp;` at the start of a text: the character and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.char_indices().take(9).find(|(_, c)| *c == ';')?.0;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => match name {
            "nbsp" => ' ',
            "amp" => '&',
            "commat" => '@',
            "period" => '.',
            _ => return None,
        },
    };
    Some((c, end + 1))
}

impl Reading {
    pub(super) fn new(text: &str) -> Self {
        let mut cells: Vec<Cell> = Vec::with_capacity(text.len());
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let read = (c == '&')
                .then(|| entity(text.get(at..).unwrap_or_default()))
                .flatten();
            let (c, length) = read.unwrap_or((c, c.len_utf8()));
            if is_combining_mark(c) || is_hidden(c) {
                // An accent typed apart belongs to its letter.
                if is_combining_mark(c)
                    && let Some(last) = cells.last_mut()
                {
                    last.to = at + length;
                }
            } else {
                for base in std::iter::once(plain(c))
                    .nfkd()
                    .filter(|c| !is_combining_mark(*c))
                {
                    cells.push(Cell {
                        c: plain(base),
                        from: at,
                        to: at + length,
                    });
                }
            }
            at += length;
        }
        let words = words(&cells);
        Self { cells, words }
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn at(&self, position: usize) -> Option<char> {
        self.cells.get(position).map(|cell| cell.c)
    }

    /// Bytes of the text as typed.
    pub(super) fn range(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let first = self.cells.get(from)?;
        let last = self.cells.get(to.checked_sub(1)?)?;
        Some((first.from, last.to))
    }

    /// Characters from one position to another.
    pub(super) fn slice(&self, from: usize, to: usize) -> String {
        self.cells
            .iter()
            .take(to)
            .skip(from)
            .map(|cell| cell.c)
            .collect()
    }

    /// Says whether a letter or digit stands just before a position.
    pub(super) fn glued_before(&self, position: usize) -> bool {
        position
            .checked_sub(1)
            .and_then(|before| self.at(before))
            .is_some_and(char::is_alphanumeric)
    }

    /// Number of the first word that starts at a position or after.
    pub(super) fn word_at(&self, position: usize) -> usize {
        self.words.partition_point(|word| word.from < position)
    }
}

fn words(cells: &[Cell]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let length = cells
            .iter()
            .skip(at)
            .take_while(|cell| cell.c.is_alphanumeric())
            .count();
        if length == 0 {
            at += 1;
            continue;
        }
        let letters = cells.iter().skip(at).take(length).map(|cell| cell.c);
        let first = letters.clone().next();
        words.push(Word {
            text: letters.clone().flat_map(char::to_lowercase).collect(),
            from: at,
            to: at + length,
            capital: first.is_some_and(char::is_uppercase),
            capitals: length > 1 && letters.clone().all(char::is_uppercase),
        });
        at += length;
    }
    words
}
