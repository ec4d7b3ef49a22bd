//! Chance for the corpus: seeded draws of digits, letters, words and joints.

use reflexe_personas::domain::study::random::SplitMix64;

/// A stream of draws.
pub(crate) struct Draw(SplitMix64);

impl Draw {
    /// Part number `part` of a seed.
    pub(crate) fn part(seed: u64, part: usize) -> Self {
        Self(SplitMix64::part(seed, part))
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0.below(bound)
    }

    /// A number between two, both included.
    pub(crate) fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low + 1)
    }

    /// True `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of a list.
    pub(crate) fn one<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// So many digits.
    pub(crate) fn digits(&mut self, count: usize) -> String {
        (0..count)
            .map(|_| char::from(b'0' + u8::try_from(self.below(10)).unwrap_or(0)))
            .collect()
    }

    /// So many letters of an alphabet.
    pub(crate) fn letters(&mut self, count: usize, alphabet: &str) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        (0..count).map(|_| self.one(&letters)).collect()
    }
}

/// Cuts a number in groups of these sizes, with a joint between; what is left makes a last group.
pub(crate) fn grouped(number: &str, sizes: &[usize], joint: &str) -> String {
    let mut text = String::new();
    let mut left = number.chars().peekable();
    for size in sizes.iter().copied().chain(std::iter::repeat(usize::MAX)) {
        if left.peek().is_none() {
            break;
        }
        if !text.is_empty() {
            text.push_str(joint);
        }
        for _ in 0..size {
            let Some(c) = left.next() else { break };
            text.push(c);
        }
    }
    text
}

/// Joints that people put between groups, the usual ones first.
pub(crate) const JOINTS: [&str; 14] = [
    " ", " ", ".", "-", "", "\u{a0}", "\u{202f}", "/", "_", " - ", ". ", "  ", "\u{2009}",
    "\u{2011}",
];
