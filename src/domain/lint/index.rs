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
    /// List of each pattern, whether it may pass a comma or a stop, and the pattern.
    patterns: Vec<(usize, bool, Pattern)>,
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
    /// Patterns that begin with any word or any number, or any word but some.
    anywhere: Vec<usize>,
}

impl Index {
    /// Reads lists in their order, each with whether its patterns may pass a comma or a stop.
    pub fn new<'p>(lists: impl IntoIterator<Item = (&'p [Pattern], bool)>) -> Self {
        let mut index = Self::default();
        for (list, (patterns, across)) in lists.into_iter().enumerate() {
            for pattern in patterns {
                index.add(list, across, pattern);
            }
        }
        index
    }

    fn add(&mut self, list: usize, across: bool, pattern: &Pattern) {
        let number = self.patterns.len();
        let first = pattern.places.iter().position(|(_, optional)| !optional);
        self.patterns.push((list, across, pattern.clone()));
        // A match begins with the first word that must be there, or with one before it that may.
        let beginnings = pattern.places.iter().take(first.map_or(0, |at| at + 1));
        let beginnings: Vec<&Piece> = beginnings.map(|(piece, _)| piece).collect();
        let open = |piece: &&Piece| matches!(piece, Piece::Number | Piece::Any | Piece::But(_));
        if first.is_none() || beginnings.iter().any(open) {
            if !pattern.places.is_empty() {
                self.anywhere.push(number);
            }
            return;
        }
        for piece in beginnings {
            let (variants, whole, stems) = match piece {
                Piece::Folded(variants) => (variants, &mut self.folded, &mut self.stems),
                Piece::Exact(variants) => (variants, &mut self.accented, &mut self.accented_stems),
                Piece::Number | Piece::Any | Piece::But(_) => continue,
            };
            for (map, words) in [(whole, &variants.whole), (stems, &variants.open)] {
                for word in words {
                    let places = map.entry(word.clone()).or_default();
                    if places.last() != Some(&number) {
                        places.push(number);
                    }
                }
            }
            for stem in &variants.open {
                self.stem_lengths |= 1 << stem.len().min(63);
            }
            let longest = variants.open.iter().map(String::len).max();
            self.longest_stem = self.longest_stem.max(longest.unwrap_or(0));
        }
    }

    /// Every pattern found, in the order of its first word.
    pub fn hits(&self, text: &Text<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (at, word) in text.words.iter().enumerate() {
            let start = hits.len();
            let mut try_all = |numbers: &[usize]| {
                for (list, across, pattern) in numbers.iter().filter_map(|n| self.patterns.get(*n))
                {
                    if let Some(length) = text.length(pattern, at, *across) {
                        hits.push(Hit {
                            list: *list,
                            at,
                            length,
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
                    if let Some(length) = text.length(pattern, at, list % 2 == 0) {
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
                proptest::collection::vec("([abé]{1,2}|a\\*|é\\*|=é|=ab\\*|a\\|b\\*|!a\\|é|_|#)\\??", 0..4),
                0..12,
            ),
            text in "([abéE1]{1,3}[ ',-]){0,12}",
        ) {
            let lists: Vec<Vec<Pattern>> = patterns
                .chunks(3)
                .map(|list| list.iter().map(|words| Pattern::new(&words.join(" "))).collect())
                .collect();
            let text = Text::new(&text);
            let flags = lists.iter().enumerate().map(|(n, list)| (list.as_slice(), n % 2 == 0));
            let mut quick = Index::new(flags).hits(&text);
            let mut slow = slowly(&lists, &text);
            for hits in [&mut quick, &mut slow] {
                hits.sort_unstable();
                hits.dedup();
            }
            proptest::prop_assert_eq!(quick, slow);
        }
    }
}
