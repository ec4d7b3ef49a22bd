//! What can be asked of a word, for names.

use super::super::lexicon::Names;
use super::super::reading::{Reading, Word};
use super::lists::{CIVILITIES, OTHER_LABELS, PLACES};

/// The text, and what is known of names. A name is told by its first word and the one after its last.
pub(super) struct People<'p> {
    pub(super) reading: &'p Reading,
    pub(super) names: &'p Names,
}

impl People<'_> {
    pub(super) fn word(&self, number: usize) -> Option<&Word> {
        self.reading.words.get(number)
    }

    /// The text of the word so many before; nothing before the first.
    pub(super) fn back(&self, number: usize, by: usize) -> &str {
        number.checked_sub(by).map_or("", |n| self.reading.word(n))
    }

    /// Letters, two at least, that name nobody else.
    pub(super) fn could_be(&self, word: &Word) -> bool {
        word.is_letters()
            && word.text.len() >= 2
            && !self.names.never.contains(&word.text)
            && !CIVILITIES.contains(word.text.as_str())
            && !OTHER_LABELS.contains(word.text.as_str())
    }

    pub(super) fn is_name(&self, number: usize) -> bool {
        self.word(number)
            .is_some_and(|word| word.capital && self.could_be(word))
    }

    pub(super) fn is_first(&self, number: usize) -> bool {
        self.word(number)
            .is_some_and(|w| self.names.first.contains(&w.text))
    }

    pub(super) fn is_any_first(&self, number: usize) -> bool {
        self.is_first(number)
            || self
                .word(number)
                .is_some_and(|w| self.names.ambiguous.contains(&w.text))
    }

    pub(super) fn is_last(&self, number: usize) -> bool {
        self.word(number)
            .is_some_and(|w| self.names.last.contains(&w.text))
    }

    /// Says whether a word goes on what a sentence says, after « Mme »: « Mme souhaite ».
    pub(super) fn is_said(&self, number: usize) -> bool {
        let text = self.reading.word(number);
        self.names
            .said
            .iter()
            .any(|stem| match stem.strip_suffix('*') {
                Some(stem) => text.starts_with(stem),
                None => text == stem,
            })
    }

    /// Says whether a word follows the one before as the parts of a name do.
    pub(super) fn linked(&self, number: usize) -> bool {
        number
            .checked_sub(1)
            .and_then(|before| self.reading.gap(before))
            .is_some_and(|gap| gap.is(2, |c| matches!(c, ' ' | '-' | '\'')))
    }

    /// Says whether the text is in capitals there, so that a capital says nothing.
    pub(super) fn shouted(&self, number: usize) -> bool {
        let capitals = |n: usize| {
            self.word(n)
                .is_some_and(|w| w.capitals && !self.names.never.contains(&w.text))
        };
        let around = [
            number.checked_sub(1),
            number.checked_sub(2),
            Some(number + 2),
            Some(number + 3),
        ];
        let count = around
            .into_iter()
            .flatten()
            .filter(|n| capitals(*n))
            .count();
        count >= 2 || (count == 1 && self.reading.words.len() <= 4)
    }

    /// « lycée Jean Moulin », « place du Général de Gaulle »
    pub(super) fn of_place(&self, number: usize) -> bool {
        let mut at = number;
        for _ in 0..4 {
            // A sentence, or a part of it, begins there.
            let open = at
                .checked_sub(1)
                .and_then(|before| self.reading.gap(before))
                .is_some_and(|gap| gap.is(2, |c| matches!(c, ' ' | '-' | '\'' | '«')));
            if !open {
                return false;
            }
            at -= 1;
            if PLACES.contains(self.reading.word(at)) {
                return true;
            }
        }
        false
    }
}
