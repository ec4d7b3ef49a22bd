//! Finding words of a list in a text, whatever its accents, capitals and apostrophes.

use std::collections::HashMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::domain::typography::{fold, is_invisible};

/// Longest pattern, in words: what a longer one says beyond is not read.
pub const LONGEST_PATTERN: usize = 32;

/// What a word of a text may be for one place of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// One of these words, without accents.
    Folded(Arc<Variants>),
    /// One of these words, accents included.
    Exact(Arc<Variants>),
    /// Any word but these, without accents.
    But(Arc<Variants>),
    /// A number.
    Number,
    /// Any word.
    Any,
}

/// Words, whole or open at their end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Variants {
    /// First letters that occur, one bit each: most words are told apart by theirs.
    initials: u64,
    /// Whole words, in order.
    pub(super) whole: Vec<String>,
    /// Beginnings of words.
    pub(super) open: Vec<String>,
}

/// The bit of a word's first byte.
fn initial(word: &str) -> u64 {
    word.bytes().next().map_or(0, |byte| 1 << (byte & 63))
}

impl Variants {
    fn new(text: &str, spelled: impl Fn(&str) -> String) -> Self {
        let mut variants = Self::default();
        for variant in text.split('|') {
            let stem = spelled(variant.trim_end_matches('*'));
            if variant.ends_with('*') {
                // An open end without a beginning would be any word.
                variants.initials |= if stem.is_empty() {
                    u64::MAX
                } else {
                    initial(&stem)
                };
                variants.open.push(stem);
            } else {
                variants.initials |= initial(&stem);
                variants.whole.push(stem);
            }
        }
        variants.whole.sort_unstable();
        variants
    }

    fn has(&self, word: &str) -> bool {
        self.initials & initial(word) != 0
            && (self
                .whole
                .binary_search_by(|whole| whole.as_str().cmp(word))
                .is_ok()
                || self.open.iter().any(|open| word.starts_with(open.as_str())))
    }
}

impl Piece {
    /// First letters, without accents, of the words it may be.
    fn initials(&self) -> u64 {
        match self {
            Self::Folded(variants) => variants.initials,
            Self::Exact(variants) => {
                let words = variants.whole.iter().chain(&variants.open);
                words.fold(0, |all, word| all | initial(&fold(word)))
            }
            Self::But(_) | Self::Number | Self::Any => u64::MAX,
        }
    }
}

/// A sequence of words: `*` ends a word with anything, `|` separates variants, `#` is a number, `_`
/// any word, `=` compares accents too, `!` is any word but these, `?` after a place lets it be absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What each word may be, and whether it may be absent.
    pub(super) places: Vec<(Piece, bool)>,
    /// First letters that a match may begin with, as in [`Variants`].
    initials: u64,
}

impl Pattern {
    /// Reads a pattern.
    pub fn new(text: &str) -> Self {
        PatternReader::default().read(text)
    }
}

/// Reads patterns that share long lists of words: each list is read once and kept once.
#[derive(Debug, Default)]
pub struct PatternReader(HashMap<String, Piece>);

impl PatternReader {
    /// Reads a pattern.
    pub fn read(&mut self, text: &str) -> Pattern {
        let places: Vec<(Piece, bool)> = text
            .split_whitespace()
            .take(LONGEST_PATTERN)
            .map(|place| {
                let word = place.strip_suffix('?').unwrap_or(place);
                (self.piece(word), place.ends_with('?'))
            })
            .collect();
        let first = places.iter().position(|(_, optional)| !optional);
        let beginnings = places.iter().take(first.map_or(0, |at| at + 1));
        let initials = match first {
            None => u64::MAX,
            Some(_) => beginnings.fold(0, |all, (piece, _)| all | piece.initials()),
        };
        Pattern { places, initials }
    }

    fn piece(&mut self, word: &str) -> Piece {
        if let Some(known) = self.0.get(word) {
            return known.clone();
        }
        let piece = if word == "#" {
            Piece::Number
        } else if word == "_" {
            Piece::Any
        } else if let Some(word) = word.strip_prefix('=') {
            Piece::Exact(Arc::new(Variants::new(word, str::to_lowercase)))
        } else if let Some(word) = word.strip_prefix('!') {
            Piece::But(Arc::new(Variants::new(word, fold)))
        } else {
            Piece::Folded(Arc::new(Variants::new(word, fold)))
        };
        self.0.insert(word.to_owned(), piece.clone());
        piece
    }
}

impl Pattern {
    /// How many forms it stands for: the words of its richest place, a beginning counted once.
    ///
    /// Not their product: places that many words may hold would make millions of what nobody writes.
    pub fn forms(&self) -> usize {
        let needed = self.places.iter().filter(|(_, optional)| !optional);
        let words = needed.map(|(piece, _)| match piece {
            Piece::Folded(variants) | Piece::Exact(variants) => {
                variants.whole.len() + variants.open.len()
            }
            Piece::But(_) | Piece::Number | Piece::Any => 1,
        });
        words.max().unwrap_or(0)
    }
}

/// A word of a text.
pub(super) struct Word {
    pub(super) folded: String,
    /// Small letters with their accents, where folding changed more than capitals.
    accented: Option<String>,
    /// First byte and the byte after the last.
    pub(super) range: (usize, usize),
    /// Whether a comma, a stop or the like parts it from the word before.
    parted: bool,
}

impl Word {
    fn new(text: &str, range: (usize, usize), parted: bool) -> Self {
        if text.is_ascii() {
            return Self {
                folded: text.to_ascii_lowercase(),
                accented: None,
                range,
                parted,
            };
        }
        let seen = |c: &char| !is_invisible(*c);
        let whole: String = text.chars().filter(seen).nfc().collect();
        let folded = fold(&whole);
        let accented = whole.to_lowercase();
        Self {
            accented: (accented != folded).then_some(accented),
            folded,
            range,
            parted,
        }
    }

    pub(super) fn exact(&self) -> &str {
        self.accented.as_deref().unwrap_or(&self.folded)
    }
}

/// A text cut in words.
pub struct Text<'t> {
    text: &'t str,
    pub(super) words: Vec<Word>,
}

/// Says whether a character belongs to the word it follows: an accent typed apart, a soft hyphen.
fn clings(c: char) -> bool {
    is_combining_mark(c) || is_invisible(c)
}

impl<'t> Text<'t> {
    /// Cuts a text: apostrophes, hyphens and signs part words.
    pub fn new(text: &'t str) -> Self {
        let mut words = Vec::new();
        let mut start = None;
        let mut parted = false;
        let mut previous = ' ';
        let ends = text
            .char_indices()
            .chain(std::iter::once((text.len(), ' ')));
        for (at, c) in ends {
            match (c.is_alphanumeric() || c == '+', start) {
                (true, None) => start = Some(at),
                (false, Some(from)) if !clings(c) => {
                    let word = text.get(from..at).unwrap_or_default();
                    words.push(Word::new(word, (from, at), parted));
                    start = None;
                    parted = false;
                }
                _ => {}
            }
            // A dash between words parts them; a hyphen within one does not.
            parted |= matches!(
                c,
                ',' | ';' | '.' | '!' | '?' | '…' | '(' | ')' | '–' | '—' | '\n'
            ) || (c == '-' && previous.is_whitespace());
            previous = c;
        }
        Self { text, words }
    }

    fn fits(&self, piece: &Piece, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        match piece {
            Piece::Folded(variants) => variants.has(&word.folded),
            Piece::Exact(variants) => variants.has(word.exact()),
            Piece::But(variants) => !variants.has(&word.folded),
            Piece::Number => word.folded.chars().all(|c| c.is_ascii_digit()),
            Piece::Any => true,
        }
    }

    /// How many words from here the pattern covers at most; `None` if it does not match here.
    ///
    /// Lengths reached so far are bits of a number, so that optional places cost no more than others.
    pub(super) fn length(&self, pattern: &Pattern, at: usize, across: bool) -> Option<usize> {
        let word = self.words.get(at)?;
        if pattern.initials & initial(&word.folded) == 0 {
            return None;
        }
        let mut reached = 1_u64;
        for (piece, optional) in &pattern.places {
            let mut next = if *optional { reached } else { 0 };
            let mut left = reached;
            while left != 0 {
                let length = left.trailing_zeros() as usize;
                left &= left - 1;
                let parted = || length > 0 && self.words.get(at + length).is_some_and(|w| w.parted);
                if self.fits(piece, at + length) && (across || !parted()) {
                    next |= 1 << (length + 1);
                }
            }
            if next == 0 {
                return None;
            }
            reached = next;
        }
        let length = reached.checked_ilog2()? as usize;
        (length > 0).then_some(length)
    }

    /// Word positions that the patterns cover, none of them across a comma or a stop.
    fn covered(&self, patterns: &[Pattern]) -> Vec<bool> {
        let mut covered = vec![false; self.words.len()];
        for at in 0..self.words.len() {
            for pattern in patterns {
                let length = self.length(pattern, at, false).unwrap_or(0);
                for slot in covered.iter_mut().skip(at).take(length) {
                    *slot = true;
                }
            }
        }
        covered
    }

    /// Bytes of every match of the terms that no exception covers wholly, in order; of those that
    /// start at one word the longest.
    pub(super) fn ranges(&self, terms: &[Pattern], unless: &[Pattern]) -> Vec<(usize, usize)> {
        let lengths: Vec<Vec<usize>> = (0..self.words.len())
            .map(|at| {
                let matched = terms.iter().filter_map(|term| self.length(term, at, true));
                matched.collect()
            })
            .collect();
        if lengths.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        let spared = self.covered(unless);
        let mut found = Vec::new();
        for (at, lengths) in lengths.iter().enumerate() {
            let alone = |length: &&usize| {
                let mut words = spared.iter().skip(at).take(**length);
                words.any(|spared| !spared)
            };
            let Some(length) = lengths.iter().filter(alone).max() else {
                continue;
            };
            let from = self.words.get(at).map_or(0, |word| word.range.0);
            let to = self
                .words
                .get(at + length - 1)
                .map_or(from, |word| word.range.1);
            found.push((from, to));
        }
        found
    }

    /// The same, as written.
    pub(super) fn all(&self, terms: &[Pattern], unless: &[Pattern]) -> Vec<String> {
        self.ranges(terms, unless)
            .into_iter()
            .map(|(from, to)| self.text.get(from..to).unwrap_or_default().to_owned())
            .collect()
    }

    /// The first match of the terms that no exception covers, as written.
    pub(super) fn first(&self, terms: &[Pattern], unless: &[Pattern]) -> Option<String> {
        self.all(terms, unless).into_iter().next()
    }
}

/// Bytes of every match of the terms that no exception covers wholly; none overlaps the one before.
pub fn spans(text: &str, terms: &[Pattern], unless: &[Pattern]) -> Vec<(usize, usize)> {
    let mut last = 0;
    Text::new(text)
        .ranges(terms, unless)
        .into_iter()
        .filter(|(from, to)| {
            let free = *from >= last;
            if free {
                last = *to;
            }
            free
        })
        .collect()
}
