//! A text as the detectors read it: no accent, no invisible character, one kind of space and dash,
//! ASCII digits; each position knows the bytes it came from.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::domain::typography::is_invisible;

/// One character as read.
#[derive(Clone, Copy, Debug)]
struct Cell {
    c: char,
    from: usize,
    to: usize,
    /// The end of a line, read as a space.
    line: bool,
}

/// A word: its letters folded and lower case, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) from: usize,
    pub(super) to: usize,
    /// How many of its characters are digits.
    pub(super) digits: usize,
    /// The first letter is a capital.
    pub(super) capital: bool,
    /// Every letter is a capital, two at least.
    pub(super) capitals: bool,
}

impl Word {
    /// Digits and nothing else.
    pub(super) fn is_number(&self) -> bool {
        self.digits > 0 && self.digits == self.text.len()
    }

    /// A rank: « 3eme », « 2026eme ».
    pub(super) fn is_ordinal(&self) -> bool {
        let digits = self.text.trim_end_matches(|c: char| c.is_alphabetic());
        digits.len() == self.digits
            && matches!(
                self.text.get(digits.len()..),
                Some("e" | "er" | "eme" | "ere")
            )
    }

    /// Letters and nothing else.
    pub(super) fn is_letters(&self) -> bool {
        self.digits == 0
    }
}

/// The text as read.
pub(super) struct Reading {
    cells: Vec<Cell>,
    pub(super) words: Vec<Word>,
    /// What stands after each word, the last one apart.
    gaps: Vec<Gap>,
}

/// Zero of each run of ten digits that people paste.
const ZEROS: [u32; 19] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50,
    0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/// Letters of other alphabets drawn as a Latin one, and that letter. The third Cyrillic letter of the
/// list is drawn as a three.
const TWINS: (&str, &str) = (
    "АВЕЅІЈКМНОРСТХУаеѕіјкорсхуЗΑΒΕΖΗΙΚΜΝΟΡΤΥΧοØøıÐ",
    "ABESIJKMHOPCTXYaesijkopcxy3ABEZHIKMNOPTYXoOoiD",
);

fn plain(c: char) -> char {
    if c.is_ascii() {
        return if c.is_ascii_whitespace() { ' ' } else { c };
    }
    let code = u32::from(c);
    for zero in ZEROS {
        if (zero..zero + 10).contains(&code) {
            return char::from_digit(code - zero, 10).unwrap_or(c);
        }
    }
    match c {
        '‐'..='―' | '−' | '﹣' | '－' | '\u{ad}' => '-',
        '’' | '‘' | 'ʼ' | '´' => '\'',
        '․' | '．' => '.',
        '＠' | '﹫' => '@',
        '\u{2800}' => ' ',
        '＜' | '‹' => '<',
        c if c.is_whitespace() => ' ',
        c => TWINS
            .0
            .chars()
            .zip(TWINS.1.chars())
            .find_map(|(twin, latin)| (twin == c).then_some(latin))
            .unwrap_or(c),
    }
}

/// Names of characters in HTML that occur in pasted identifiers.
const ENTITIES: [(&str, char); 40] = [
    ("nbsp", ' '),
    ("thinsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("NewLine", ' '),
    ("Tab", ' '),
    ("amp", '&'),
    ("commat", '@'),
    ("period", '.'),
    ("comma", ','),
    ("colon", ':'),
    ("semi", ';'),
    ("sol", '/'),
    ("num", '#'),
    ("plus", '+'),
    ("equals", '='),
    ("lowbar", '_'),
    ("hyphen", '-'),
    ("dash", '-'),
    ("ndash", '-'),
    ("mdash", '-'),
    ("lpar", '('),
    ("rpar", ')'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("rsquo", '\''),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("eacute", 'e'),
    ("egrave", 'e'),
    ("ecirc", 'e'),
    ("agrave", 'a'),
    ("ccedil", 'c'),
    ("ocirc", 'o'),
    ("deg", '°'),
];

/// Reads `&#48;`, `&#x30;`, `&nbsp;` at the start of a text: the character and its length.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.char_indices().take(10).find(|(_, c)| *c == ';')?.0;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
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
            read_character(c, (at, at + length), &mut cells);
            at += length;
        }
        let words = words(&cells);
        let gaps = words
            .windows(2)
            .map(|pair| match pair {
                [word, next] => Gap::new(cells.get(word.to..next.from).unwrap_or_default()),
                _ => Gap::new(&[]),
            })
            .collect();
        Self { cells, words, gaps }
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn at(&self, position: usize) -> Option<char> {
        self.cells.get(position).map(|cell| cell.c)
    }

    /// The character before a position.
    pub(super) fn before(&self, position: usize) -> Option<char> {
        self.at(position.checked_sub(1)?)
    }

    /// Bytes of the text as typed.
    pub(super) fn range(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let first = self.cells.get(from)?;
        let last = self.cells.get(to.checked_sub(1)?)?;
        Some((first.from, last.to))
    }

    /// Characters from one position to another.
    pub(super) fn chars(&self, from: usize, to: usize) -> impl DoubleEndedIterator<Item = char> {
        let to = to.min(self.cells.len());
        let cells = self.cells.get(from.min(to)..to).unwrap_or_default();
        cells.iter().map(|cell| cell.c)
    }

    /// The same, as a text.
    pub(super) fn slice(&self, from: usize, to: usize) -> String {
        self.chars(from, to).collect()
    }

    /// A span with the bracket that it opens or closes, if that stands beside it: « (06)… », « … (91) ».
    pub(super) fn balanced(&self, from: usize, to: usize) -> (usize, usize) {
        let count = |sign: char| self.chars(from, to).filter(|c| *c == sign).count();
        let (open, closed) = (count('('), count(')'));
        if open > closed && self.at(to) == Some(')') {
            (from, to + 1)
        } else if closed > open && self.before(from) == Some('(') {
            (from - 1, to)
        } else {
            (from, to)
        }
    }

    /// The end of what has no space, from a position, after at most so many characters.
    pub(super) fn unbroken(&self, from: usize, most: usize) -> usize {
        let length = self.chars(from, from + most).take_while(|c| *c != ' ');
        from + length.count()
    }

    /// Number of the first word that starts at a position or after.
    pub(super) fn word_at(&self, position: usize) -> usize {
        self.words.partition_point(|word| word.from < position)
    }

    /// Number of the first word that starts at a byte of the text as typed, or after.
    pub(super) fn word_of(&self, byte: usize) -> usize {
        self.words.partition_point(|word| {
            self.cells
                .get(word.from)
                .is_some_and(|cell| cell.from < byte)
        })
    }

    /// A word's text; nothing past the last, nor before the first.
    pub(super) fn word(&self, number: usize) -> &str {
        self.words.get(number).map_or("", |word| word.text.as_str())
    }

    /// What stands between a word and the next; nothing if there is no next word.
    pub(super) fn gap(&self, number: usize) -> Option<Gap> {
        self.gaps.get(number).copied()
    }
}

/// Widest gap looked into, in characters.
const WIDEST: usize = 8;

/// What stands between two words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    /// Its characters, spaces that follow each other counted once.
    pub(super) length: usize,
    signs: [char; 4],
    /// A line ends in it.
    pub(super) line: bool,
}

impl Gap {
    fn new(cells: &[Cell]) -> Self {
        let mut gap = Self {
            length: 0,
            signs: ['\0'; 4],
            line: cells.iter().take(WIDEST).any(|cell| cell.line),
        };
        if cells.len() > WIDEST {
            gap.length = cells.len();
            return gap;
        }
        // Spaces that follow each other, a line's end among them, are one.
        for same in cells.chunk_by(|a, b| a.c == ' ' && b.c == ' ') {
            if let (Some(slot), Some(cell)) = (gap.signs.get_mut(gap.length), same.first()) {
                *slot = cell.c;
            }
            gap.length += 1;
        }
        gap
    }

    /// Its signs, if there are at most so many (four) and all are such.
    pub(super) fn is(&self, most: usize, such: impl Fn(char) -> bool) -> bool {
        self.length <= most && self.signs.iter().take(self.length).all(|c| such(*c))
    }

    /// Says whether a sign stands in it.
    pub(super) fn has(&self, sign: char) -> bool {
        self.signs.iter().take(self.length).any(|c| *c == sign)
    }
}

/// Adds what is read of a character.
fn read_character(c: char, (from, to): (usize, usize), cells: &mut Vec<Cell>) {
    let line = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}');
    let mut push = |c: char| cells.push(Cell { c, from, to, line });
    if c.is_ascii() && !c.is_ascii_control() {
        push(c);
        return;
    }
    if is_combining_mark(c) {
        // An accent typed apart belongs to its letter.
        if let Some(last) = cells.last_mut() {
            last.to = to;
        }
        return;
    }
    if is_invisible(c) {
        return;
    }
    match c {
        'œ' | 'Œ' => {
            push(if c == 'œ' { 'o' } else { 'O' });
            push('e');
        }
        _ => std::iter::once(plain(c))
            .nfkd()
            .filter(|c| !is_combining_mark(*c))
            .for_each(|base| push(plain(base))),
    }
}

fn words(cells: &[Cell]) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for run in cells.chunk_by(|a, b| a.c.is_alphanumeric() == b.c.is_alphanumeric()) {
        let from = at;
        at += run.len();
        let letters = || run.iter().map(|cell| cell.c);
        if !letters().next().is_some_and(char::is_alphanumeric) {
            continue;
        }
        words.push(Word {
            text: letters().flat_map(char::to_lowercase).collect(),
            from,
            to: at,
            digits: letters().filter(char::is_ascii_digit).count(),
            capital: letters().next().is_some_and(char::is_uppercase),
            capitals: run.len() > 1 && letters().all(char::is_uppercase),
        });
    }
    words
}
