//! Finding words of a list in a text, whatever its accents, capitals and apostrophes.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::domain::typography::{fold, is_invisible};

/// One word of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Any of these words; `true` = only its beginning.
    Folded(Vec<(String, bool)>),
    /// Any of these words, accents included.
    Exact(Vec<(String, bool)>),
    /// A number.
    Number,
    /// Any word.
    Any,
}

/// A sequence of words: `*` ends a word with anything, `|` separates variants, `#` is a number, `_`
/// any word, `=` compares accents too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern(pub(super) Vec<Piece>);

impl Pattern {
    /// Reads a pattern.
    pub fn new(text: &str) -> Self {
        Self(
            text.split_whitespace()
                .map(|word| match word {
                    "#" => Piece::Number,
                    "_" => Piece::Any,
                    _ => {
                        let (exact, word) = match word.strip_prefix('=') {
                            Some(rest) => (true, rest),
                            None => (false, word),
                        };
                        let variants = word
                            .split('|')
                            .map(|variant| {
                                let open = variant.ends_with('*');
                                let variant = variant.trim_end_matches('*');
                                if exact {
                                    (variant.to_lowercase(), open)
                                } else {
                                    (fold(variant), open)
                                }
                            })
                            .collect();
                        if exact {
                            Piece::Exact(variants)
                        } else {
                            Piece::Folded(variants)
                        }
                    }
                })
                .collect(),
        )
    }
}

impl Pattern {
    /// How many sequences of words it stands for, a beginning counted once.
    pub fn forms(&self) -> usize {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Folded(variants) | Piece::Exact(variants) => variants.len(),
                Piece::Number | Piece::Any => 1,
            })
            .product()
    }
}

/// A word of a text.
pub(super) struct Word {
    pub(super) folded: String,
    /// Small letters with their accents, where folding changed more than capitals.
    accented: Option<String>,
    /// First byte and the byte after the last.
    pub(super) range: (usize, usize),
}

impl Word {
    fn new(text: &str, range: (usize, usize)) -> Self {
        if text.is_ascii() {
            return Self {
                folded: text.to_ascii_lowercase(),
                accented: None,
                range,
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
        let ends = text
            .char_indices()
            .chain(std::iter::once((text.len(), ' ')));
        for (at, c) in ends {
            match (c.is_alphanumeric() || c == '+', start) {
                (true, None) => start = Some(at),
                (false, Some(from)) if !clings(c) => {
                    let word = text.get(from..at).unwrap_or_default();
                    words.push(Word::new(word, (from, at)));
                    start = None;
                }
                _ => {}
            }
        }
        Self { text, words }
    }

    pub(super) fn matches(&self, pattern: &Pattern, at: usize) -> bool {
        pattern.0.iter().enumerate().all(|(offset, piece)| {
            let Some(word) = self.words.get(at + offset) else {
                return false;
            };
            let any = |variants: &[(String, bool)], word: &str| {
                variants.iter().any(|(variant, open)| {
                    if *open {
                        word.starts_with(variant.as_str())
                    } else {
                        word == variant
                    }
                })
            };
            match piece {
                Piece::Folded(variants) => any(variants, &word.folded),
                Piece::Exact(variants) => any(variants, word.exact()),
                Piece::Number => word.folded.chars().all(|c| c.is_ascii_digit()),
                Piece::Any => true,
            }
        })
    }

    /// Word positions that the patterns cover.
    fn covered(&self, patterns: &[Pattern]) -> Vec<bool> {
        let mut covered = vec![false; self.words.len()];
        for at in 0..self.words.len() {
            for pattern in patterns {
                if self.matches(pattern, at) {
                    for slot in covered.iter_mut().skip(at).take(pattern.0.len()) {
                        *slot = true;
                    }
                }
            }
        }
        covered
    }

    /// Bytes of every match of the terms that no exception covers wholly, in order; of those that
    /// start at one word the longest.
    pub(super) fn ranges(&self, terms: &[Pattern], unless: &[Pattern]) -> Vec<(usize, usize)> {
        let spared = self.covered(unless);
        let mut found = Vec::new();
        for at in 0..self.words.len() {
            let longest = terms
                .iter()
                .filter(|pattern| !pattern.0.is_empty() && self.matches(pattern, at))
                .filter(|pattern| {
                    let mut words = spared.iter().skip(at).take(pattern.0.len());
                    words.any(|spared| !spared)
                })
                .map(|pattern| pattern.0.len())
                .max();
            let Some(length) = longest else {
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
