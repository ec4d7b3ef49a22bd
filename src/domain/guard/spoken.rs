//! Phone numbers in words, as people say them: « zéro six, trente-neuf, quatre-vingt-dix-huit… ».
//!
//! The same words are read more than one way (« zéro quatre vingt douze »): a number is one if some
//! reading has ten digits. It must never take words that say less than a whole number.

use super::reading::Reading;
use super::{Kind, Match};

/// Most words of one number from 0 to 99: « quatre-vingt-dix-neuf ».
const LONGEST: usize = 4;
/// Digits that follow the first two.
const REST: usize = 8;

/// Finds all of them.
pub(super) fn find(reading: &Reading, matches: &mut Vec<Match>) {
    let mut free = 0;
    for number in 0..reading.words.len() {
        if number < free {
            continue;
        }
        let Some((kind, said)) = beginning(reading, number) else {
            continue;
        };
        let Some(end) = rest(reading, said, said - number > 1) else {
            continue;
        };
        let (Some(first), Some(last)) = (reading.words.get(number), reading.words.get(end - 1))
        else {
            continue;
        };
        matches.push(Match::shaped(kind, first.from, last.to));
        free = end;
    }
}

/// The first two digits, « zéro six » or « 06 »: what the number is, and the word after them.
fn beginning(reading: &Reading, number: usize) -> Option<(Kind, usize)> {
    let (second, after) = match reading.word(number) {
        "zero" if joined(reading, number) => (unit(reading.word(number + 1))?, number + 2),
        figures if figures.len() == 2 => {
            let second = figures.strip_prefix('0')?.parse().ok()?;
            (second, number + 1)
        }
        _ => return None,
    };
    let kind = match second {
        6 | 7 => Kind::Mobile,
        8 => Kind::ServicePhone,
        1..=9 => Kind::Phone,
        _ => return None,
    };
    Some((kind, after))
}

/// The word after the last of the digits that follow; one of the numbers at least is in words.
fn rest(reading: &Reading, from: usize, spelled: bool) -> Option<usize> {
    // For each word, the counts of digits that some reading has before it, without a number in words
    // and with one.
    let mut counts = [[false; REST + 1]; 2];
    if let Some(none) = counts
        .get_mut(usize::from(spelled))
        .and_then(|c| c.first_mut())
    {
        *none = true;
    }
    let mut reached = vec![counts];
    let mut end = None;
    let mut at = 0;
    while let Some(counts) = reached.get(at).copied() {
        let number = from + at;
        if counts.iter().any(|of| of.last() == Some(&true)) {
            end = counts
                .last()
                .is_some_and(|of| of.last() == Some(&true))
                .then_some(number)
                .or(end);
        }
        if joined(reading, number - 1) {
            for length in 1..=LONGEST {
                let Some((digits, words)) = said(reading, number, length) else {
                    continue;
                };
                let needed = at + length + 1;
                if reached.len() < needed {
                    reached.resize(needed, Default::default());
                }
                let Some(next) = reached.get_mut(at + length) else {
                    continue;
                };
                for (with, of) in counts.iter().enumerate() {
                    for before in (0..=REST - digits).filter(|n| of.get(*n) == Some(&true)) {
                        let slot = next.get_mut(with | usize::from(words));
                        if let Some(slot) = slot.and_then(|of| of.get_mut(before + digits)) {
                            *slot = true;
                        }
                    }
                }
            }
        }
        at += 1;
    }
    end
}

/// Says whether a word and the next may be of one number.
fn joined(reading: &Reading, number: usize) -> bool {
    reading
        .gap(number)
        .is_some_and(|gap| gap.is(3, |c| matches!(c, ' ' | '-' | ',' | '.' | '/')))
}

/// How many digits so many words say, and whether they are words; nothing if they say no number.
fn said(reading: &Reading, first: usize, length: usize) -> Option<(usize, bool)> {
    let tight = (first..first + length - 1).all(|n| {
        reading
            .gap(n)
            .is_some_and(|gap| gap.is(2, |c| matches!(c, ' ' | '-')))
    });
    if !tight {
        return None;
    }
    let word = |offset: usize| reading.word(first + offset);
    let digits = match length {
        1 => match word(0) {
            "zero" => 1,
            figures if figures.bytes().all(|b| b.is_ascii_digit()) => {
                return (1..=2)
                    .contains(&figures.len())
                    .then_some((figures.len(), false));
            }
            one if unit(one).is_some() => 1,
            two if teen(two) || ten(two) => 2,
            _ => return None,
        },
        2 => match (word(0), word(1)) {
            ("dix", "sept" | "huit" | "neuf") | ("quatre", "vingt" | "vingts") => 2,
            ("soixante", more) if teen(more) => 2,
            (tens, more) if ten(tens) && unit(more).is_some() => 2,
            _ => return None,
        },
        3 => match (word(0), word(1), word(2)) {
            ("soixante", "dix", "sept" | "huit" | "neuf") | ("soixante", "et", "onze") => 2,
            ("quatre", "vingt", more) if unit(more).is_some() || teen(more) => 2,
            (tens, "et", "un") if ten(tens) => 2,
            _ => return None,
        },
        4 => match (word(0), word(1), word(2), word(3)) {
            ("quatre", "vingt", "dix", "sept" | "huit" | "neuf") => 2,
            _ => return None,
        },
        _ => return None,
    };
    Some((digits, true))
}

/// From one to nine.
fn unit(word: &str) -> Option<u32> {
    Some(match word {
        "un" => 1,
        "deux" => 2,
        "trois" => 3,
        "quatre" => 4,
        "cinq" => 5,
        "six" => 6,
        "sept" => 7,
        "huit" => 8,
        "neuf" => 9,
        _ => return None,
    })
}

/// From ten to sixteen, in one word.
fn teen(word: &str) -> bool {
    matches!(
        word,
        "dix" | "onze" | "douze" | "treize" | "quatorze" | "quinze" | "seize"
    )
}

/// Tens, and those of Belgium and Switzerland.
fn ten(word: &str) -> bool {
    matches!(
        word,
        "vingt"
            | "trente"
            | "quarante"
            | "cinquante"
            | "soixante"
            | "septante"
            | "huitante"
            | "octante"
            | "nonante"
    )
}
