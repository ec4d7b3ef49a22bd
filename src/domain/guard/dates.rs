//! Dates of birth: announced, or of somebody of an age to come when nothing says what else they are.

use std::sync::LazyLock;

use super::marks::{Mark, Marks};
use super::reading::{Reading, Word};
use super::words::{Words, words};
use super::{Kind, Match};

const MONTHS: [&str; 12] = [
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];

static WEEKDAYS: Words =
    LazyLock::new(|| words("lundi mardi mercredi jeudi vendredi samedi dimanche"));

/// Ages of people who come on their own, in years.
const AGES: std::ops::RangeInclusive<u32> = 14..=110;

fn month_of(word: &str) -> Option<u32> {
    let position = MONTHS
        .iter()
        .position(|m| *m == word || (word.len() >= 3 && word.len() <= 5 && m.starts_with(word)));
    position.and_then(|p| u32::try_from(p + 1).ok())
}

/// Says whether a date is in the calendar.
pub(super) fn exists(day: u32, month: u32, year: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// A date: its first word, the one after its last, its year and whether that has four digits.
struct Date {
    first: usize,
    next: usize,
    year: u32,
    full: bool,
    /// What announces a birth was read with it.
    told: bool,
}

/// Finds all of them.
pub(super) fn find(reading: &Reading, marks: &Marks, year: u32, matches: &mut Vec<Match>) {
    let mut free = 0;
    for (first, word) in reading.words.iter().enumerate() {
        if word.digits == 0 || first < free {
            continue;
        }
        let date = three(reading, first, year)
            .or_else(|| glued(word, first, year))
            .or_else(|| glued_short(reading, marks, first, year))
            .or_else(|| year_alone(reading, marks, first, year));
        let Some(date) = date else { continue };
        let announced =
            date.told || announced(reading, marks, first) || marks.after(date.next, 3, Mark::BIRTH);
        let aged = date.full
            && date.next == date.first + 3
            && AGES.contains(&year.saturating_sub(date.year));
        // « loi du 6 janvier 1978 »
        let other = marks.before(first, 4, Mark::EVENT);
        if (announced || (aged && !other))
            && let Some(last) = date.next.checked_sub(1).and_then(|n| reading.words.get(n))
            && let Some(start) = reading.words.get(date.first)
        {
            matches.push(Match::shaped(Kind::BirthDate, start.from, last.to));
            free = date.next;
        }
    }
}

/// Says whether a birth is announced just before a word, or « né à … le ».
pub(super) fn announced(reading: &Reading, marks: &Marks, first: usize) -> bool {
    if marks.before(first, 3, Mark::BIRTH) {
        return true;
    }
    let mut last = first;
    while last > 0 && last + 2 > first && WEEKDAYS.contains(reading.word(last - 1)) {
        last -= 1;
    }
    let back = |by: usize| last.checked_sub(by).map_or("", |n| reading.word(n));
    if back(1) == "nee"
        || (back(1) == "ne" && dated(reading, last))
        || (back(1) == "en" && matches!(back(2), "ne" | "nee" | "nes"))
    {
        return true;
    }
    // « née à Saint-Denis le »
    back(1) == "le"
        && (3..=8).any(|by| {
            matches!(back(by), "ne" | "nee" | "nes" | "e")
                && matches!(back(by - 1), "a" | "au" | "aux" | "en")
        })
}

/// « né 12/03/85 », not « il ne 2 »: strokes, dots or dashes between numbers.
fn dated(reading: &Reading, first: usize) -> bool {
    (first..first + 2).all(|number| {
        let gap = reading.gap(number);
        gap.is_some_and(|gap| gap.is(1, |c| matches!(c, '/' | '.' | '-')))
    })
}

fn small_number(word: &Word) -> Option<u32> {
    let digits = word.text.strip_suffix("er").unwrap_or(&word.text);
    (digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// Two digits of a year, as a year not after this one.
fn whole_year(two: u32, year: u32) -> u32 {
    if two + 2000 > year {
        two + 1900
    } else {
        two + 2000
    }
}

/// Day, month and year in three words, or the other way round.
fn three(reading: &Reading, first: usize, this_year: u32) -> Option<Date> {
    let [left, middle, right] = reading.words.get(first..first + 3)? else {
        return None;
    };
    if left.to + 4 < middle.from || middle.to + 4 < right.from {
        return None;
    }
    let month = small_number(middle).or_else(|| month_of(&middle.text))?;
    let (of_day, of_year) = if left.text.len() == 4 {
        (right, left)
    } else {
        (left, right)
    };
    let (day, mut year) = (small_number(of_day)?, small_number(of_year)?);
    let full = of_year.text.len() == 4;
    if !full {
        if of_year.text.len() != 2 || of_day.text.len() > 4 {
            return None;
        }
        year = whole_year(year, this_year);
    }
    (exists(day, month, year) && (1901..=this_year).contains(&year)).then_some(Date {
        first,
        next: first + 3,
        year,
        full,
        told: false,
    })
}

/// Eight digits in one piece.
fn glued(word: &Word, first: usize, this_year: u32) -> Option<Date> {
    if !word.is_number() || word.text.len() != 8 {
        return None;
    }
    let part = |from: usize, to: usize| word.text.get(from..to)?.parse::<u32>().ok();
    let year = [
        (part(0, 2), part(2, 4), part(4, 8)),
        (part(6, 8), part(4, 6), part(0, 4)),
    ]
    .into_iter()
    .find_map(|date| match date {
        (Some(d), Some(m), Some(y)) => {
            (exists(d, m, y) && (1901..=this_year).contains(&y)).then_some(y)
        }
        _ => None,
    })?;
    Some(Date {
        first,
        next: first + 1,
        year,
        full: true,
        told: false,
    })
}

/// « ddn 120385 »: six digits in one piece, just after what announces a birth.
fn glued_short(reading: &Reading, marks: &Marks, first: usize, this_year: u32) -> Option<Date> {
    let word = reading.words.get(first)?;
    if !word.is_number() || word.text.len() != 6 || !announced(reading, marks, first) {
        return None;
    }
    let part = |from: usize, to: usize| word.text.get(from..to)?.parse::<u32>().ok();
    let year = whole_year(part(4, 6)?, this_year);
    exists(part(0, 2)?, part(2, 4)?, year).then_some(Date {
        first,
        next: first + 1,
        year,
        full: false,
        told: true,
    })
}

/// « né en 1958 », « née en 85 », « née en janvier 1960 », « naissance : mars 1985 ».
fn year_alone(reading: &Reading, marks: &Marks, number: usize, this_year: u32) -> Option<Date> {
    let word = reading.words.get(number)?;
    let digits = word.text.parse().ok().filter(|_| word.is_number());
    let year = match (digits?, word.text.len()) {
        (year, 4) => year,
        (two, 2) => whole_year(two, this_year),
        _ => return None,
    };
    let close = |first: usize| {
        reading
            .gap(first)
            .is_some_and(|gap| gap.is(1, |c| c == ' '))
    };
    let month = number
        .checked_sub(1)
        .filter(|before| month_of(reading.word(*before)).is_some() && close(*before));
    let first = month.unwrap_or(number);
    let before = |by: usize| first.checked_sub(by).map_or("", |n| reading.word(n));
    let born = before(1) == "en" && matches!(before(2), "ne" | "nee" | "nes" | "nees" | "e");
    // « naissance : mars 1985 », not « naissance déclarée en mars ».
    let labelled = first.checked_sub(1).is_some_and(|label| {
        let gap = reading.gap(label);
        matches!(reading.word(label), "naissance" | "naiss" | "ddn" | "dn")
            && marks.before(first, 1, Mark::BIRTH)
            && gap.is_some_and(|gap| gap.is(3, |c| matches!(c, ' ' | ':' | '=')))
            && (month.is_some() || gap.is_some_and(|gap| gap.has(':')) && word.text.len() == 4)
    });
    // « né en 12 minutes »
    let lone = word.text.len() == 4
        || month.is_some()
        || !matches!(
            reading.word(number + 1),
            "minutes" | "mn" | "jours" | "heures" | "h" | "semaines" | "mois" | "ans" | "s"
        );
    ((born || labelled) && lone && (1901..=this_year).contains(&year)).then_some(Date {
        first,
        next: number + 1,
        year,
        full: word.text.len() == 4,
        told: true,
    })
}
