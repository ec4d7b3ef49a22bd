//! Vehicle plates: AB-123-CD without I, O, U; 123 ABC 75 before 2009.

use std::sync::LazyLock;

use super::chain::is_joint;
use super::marks::{Mark, Marks};
use super::reading::{Reading, Word};
use super::words::{Words, words};
use super::{Kind, Match};

/// Letters of an old plate that are a unit or a sign elsewhere: they need « plaque » beside.
static UNITS: Words =
    LazyLock::new(|| words("km mn mm cm kg gb mb kb ttc ht nb max pdf ter st nd"));

/// Finds all plates.
pub(super) fn find(reading: &Reading, marks: &Marks, matches: &mut Vec<Match>) {
    for first in 0..reading.words.len() {
        let Some(plate) = plate(reading, first) else {
            continue;
        };
        let announced = || {
            marks.before(first, 6, Mark::VEHICLE)
                || marks.after(first + plate.words, 4, Mark::VEHICLE)
        };
        if (plate.sure || announced())
            && let (Some(from), Some(to)) = (
                reading.words.get(first).map(|w| w.from),
                reading.words.get(first + plate.words - 1).map(|w| w.to),
            )
        {
            matches.push(Match::shaped(Kind::Plate, from, to));
        }
    }
}

/// What reads like a plate.
struct Plate {
    /// Words it takes.
    words: usize,
    /// It looks like nothing else.
    sure: bool,
}

fn letters(text: &str) -> bool {
    text.bytes()
        .all(|b| b.is_ascii_lowercase() && !b"iou".contains(&b))
}

fn number(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn department(text: &str) -> bool {
    matches!(text, "2a" | "2b")
        || (text.len() >= 2
            && text
                .parse::<u32>()
                .is_ok_and(|d| matches!(d, 1..=95 | 971..=976)))
}

fn plate(reading: &Reading, first: usize) -> Option<Plate> {
    let word = reading.words.get(first)?;
    if word.digits > 0 && !word.is_number() {
        return glued(reading, word);
    }
    let joined = |number: usize| reading.gap(number).is_some_and(|gap| gap.is(3, is_joint));
    let (middle, last) = (reading.words.get(first + 1)?, reading.words.get(first + 2)?);
    if !joined(first) || !joined(first + 1) {
        return None;
    }
    let dashes = (first..=first + 1).all(|n| reading.gap(n).is_some_and(|gap| gap.has('-')));
    let new = word.text.len() == 2
        && last.text.len() == 2
        && letters(&word.text)
        && letters(&last.text)
        && number(&middle.text, 3..=3)
        && middle.text != "000"
        && !(word.text == "ss" || last.text == "ss");
    if new {
        let capitals = word.capitals && last.capitals;
        return Some(Plate {
            words: 3,
            sure: capitals || dashes,
        });
    }
    // « 26.LL.88.489 » is a permit's.
    let longer = reading
        .gap(first + 2)
        .is_some_and(|gap| gap.length == 1 && !gap.has(' ') && gap.is(1, is_joint))
        && reading
            .words
            .get(first + 3)
            .is_some_and(|next| next.digits > 0);
    let old = !longer
        && number(&word.text, 2..=4)
        && (2..=3).contains(&middle.text.len())
        && letters(&middle.text)
        && department(&last.text);
    old.then(|| Plate {
        words: 3,
        sure: middle.capitals && !UNITS.contains(middle.text.as_str()),
    })
}

/// AB123CD, or 123ABC75.
fn glued(reading: &Reading, word: &Word) -> Option<Plate> {
    let text = word.text.as_str();
    let capitals = reading
        .chars(word.from, word.to)
        .filter(|c| c.is_alphabetic())
        .all(char::is_uppercase);
    let new = text.len() == 7
        && text.get(..2).is_some_and(|t| letters(t) && t != "ss")
        && text
            .get(2..5)
            .is_some_and(|t| number(t, 3..=3) && t != "000")
        && text.get(5..).is_some_and(letters);
    if new {
        return Some(Plate {
            words: 1,
            sure: true,
        });
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let middle = text.get(digits..)?;
    let count = middle.bytes().take_while(u8::is_ascii_lowercase).count();
    let old = (2..=4).contains(&digits)
        && (2..=3).contains(&count)
        && middle.get(..count).is_some_and(letters)
        && middle.get(count..).is_some_and(department);
    old.then_some(Plate {
        words: 1,
        sure: capitals && text.len() >= 8,
    })
}
