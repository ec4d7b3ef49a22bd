//! Many lists of patterns found in one pass over a text.
//!
//! Patterns are looked up by their first word, so that the time depends on the text and hardly on the
//! length of the lists. It must find exactly what trying every pattern at every word would.

use std::collections::HashMap;

use super::words::{Pattern, Piece, Text};

/// A pattern found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Number of the list.
    pub list: usize,
    /// Number of the first word.
    pub at: usize,
    /// Words.
    pub length: usize,
}

/// Lists of patterns, by the first word of each.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// List of each pattern, and the pattern.
    patterns: Vec<(usize, Pattern)>,
    /// Whole first words without accents, and with them.
    folded: HashMap<String, Vec<usize>>,
    accented: HashMap<String, Vec<usize>>,
    /// Beginnings of first words, without accents, and with them.
    stems: HashMap<String, Vec<usize>>,
    accented_stems: HashMap<String, Vec<usize>>,
    /// Lengths, in bytes, that beginnings have: one bit each, the last for all that are longer.
    stem_lengths: u64,
    /// The longest of them.
    longest_stem: usize,
    /// Patterns that begin with any word or any number.
    anywhere: Vec<usize>,
}

impl Index {
    /// Reads lists in their order.
    pub fn new<'p>(lists: impl IntoIterator<Item = &'p [Pattern]>) -> Self {
        let mut index = Self::default();
        for (list, patterns) in lists.into_iter().enumerate() {
            for pattern in patterns {
                index.add(list, pattern);
            }
        }
        index
    }

    fn add(&mut self, list: usize, pattern: &Pattern) {
        let number = self.patterns.len();
        let Some(first) = pattern.0.first() else {
            return;
        };
        self.patterns.push((list, pattern.clone()));
        let (variants, whole, beginnings) = match first {
            Piece::Number | Piece::Any => {
                self.anywhere.push(number);
                return;
            }
            Piece::Folded(variants) => (variants, &mut self.folded, &mut self.stems),
            Piece::Exact(variants) => (variants, &mut self.accented, &mut self.accented_stems),
        };
        for (variant, open) in variants {
            let map = if *open {
                self.longest_stem = self.longest_stem.max(variant.len());
                self.stem_lengths |= 1 << variant.len().min(63);
                &mut *beginnings
            } else {
                &mut *whole
            };
            let places = map.entry(variant.clone()).or_default();
            if places.last() != Some(&number) {
                places.push(number);
            }
        }
    }

    /// Every pattern found, in the order of its first word.
    pub fn hits(&self, text: &Text<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, word) in text.words.iter().enumerate() {
            let start = hits.len();
            let mut try_all = |numbers: &[usize]| {
                for (list, pattern) in numbers.iter().filter_map(|n| self.patterns.get(*n)) {
                    if text.matches(pattern, at) {
                        hits.push(Hit {
                            list: *list,
                            at,
                            length: pattern.0.len(),
                        });
                    }
                }
            };
            try_all(&self.anywhere);
            for (word, whole, stems) in [
                (word.folded.as_str(), &self.folded, &self.stems),
                (word.exact(), &self.accented, &self.accented_stems),
            ] {
                if let Some(numbers) = whole.get(word) {
                    try_all(numbers);
                }
                if stems.is_empty() {
                    continue;
                }
                let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
                for end in ends.take_while(|end| *end <= self.longest_stem) {
                    let length = end.min(63);
                    if self.stem_lengths & (1 << length) == 0 {
                        continue;
                    }
                    if let Some(numbers) = word.get(..end).and_then(|stem| stems.get(stem)) {
                        try_all(numbers);
                    }
                }
            }
            if let Some(here) = hits.get_mut(start..) {
                here.sort_unstable();
            }
        }
        hits
    }
}

impl Text<'_> {
    /// Bytes of so many words.
    pub fn range(&self, at: usize, length: usize) -> (usize, usize) {
        let from = self.words.get(at).map_or(0, |word| word.range.0);
        let last = self.words.get((at + length).saturating_sub(1));
        (from, last.map_or(from, |word| word.range.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What trying every pattern at every word gives.
    fn slowly(lists: &[Vec<Pattern>], text: &Text<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for at in 0..text.words.len() {
            for (list, patterns) in lists.iter().enumerate() {
                for pattern in patterns {
                    if !pattern.0.is_empty() && text.matches(pattern, at) {
                        let length = pattern.0.len();
                        hits.push(Hit { list, at, length });
                    }
                }
            }
        }
        hits
    }

    proptest::proptest! {
        #[test]
        fn the_index_finds_what_trying_everything_finds(
            patterns in proptest::collection::vec(
                proptest::collection::vec("[abé]{1,2}|a\\*|é\\*|=é|=ab\\*|a\\|b\\*|_|#", 0..3),
                0..12,
            ),
            text in "([abéE1]{1,3}[ '-]){0,12}",
        ) {
            let lists: Vec<Vec<Pattern>> = patterns
                .chunks(3)
                .map(|list| list.iter().map(|words| Pattern::new(&words.join(" "))).collect())
                .collect();
            let text = Text::new(&text);
            let mut quick = Index::new(lists.iter().map(Vec::as_slice)).hits(&text);
            let mut slow = slowly(&lists, &text);
            for hits in [&mut quick, &mut slow] {
                hits.sort_unstable();
                hits.dedup();
            }
            proptest::prop_assert_eq!(quick, slow);
        }
    }
}
