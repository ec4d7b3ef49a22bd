//! Phone numbers: French ones by their shape, and those that a plus announces.

use super::Kind;
use super::chain::{Part, all_digits, as_digits};
use super::dates;
use super::marks::Mark;
use super::numbers::Place;

/// Country codes of France overseas, and digits that follow: nine as in France, or the local length.
const OVERSEAS: [(&str, usize); 8] = [
    ("262", 9),
    ("590", 9),
    ("594", 9),
    ("596", 9),
    ("508", 6),
    ("681", 6),
    ("687", 6),
    ("689", 8),
];

/// Says whether digits begin as an international call from France does.
pub(super) fn is_dialled(digits: &str) -> bool {
    digits.strip_prefix("00").is_some_and(|rest| {
        rest.starts_with("33") || OVERSEAS.iter().any(|(code, _)| rest.starts_with(code))
    })
}

/// Shortest and longest number after a plus, country code included.
const FOREIGN: std::ops::RangeInclusive<usize> = 9..=15;

/// Finds the phone number that starts a chain.
pub(super) fn find(place: &Place<'_>, add: &mut impl FnMut(Kind, usize, bool)) {
    for part in place.chain.parts() {
        let digits = as_digits(part.text);
        if !all_digits(&digits) {
            // « 06 39 … demain »: what follows is no longer the number.
            if digits.len() >= 9 {
                break;
            }
            continue;
        }
        if let Some(kind) = kind(place, &part, &digits) {
            add(kind, part.end, false);
        }
    }
}

/// What a part of so many digits is.
fn kind(place: &Place<'_>, part: &Part<'_>, digits: &str) -> Option<Kind> {
    let announced = place.announced(4, Mark::PHONE);
    let international = match digits.strip_prefix("00") {
        _ if place.chain.plus => Some(digits),
        Some(rest) => Some(rest),
        // « tel 33639981234 »: its plus left out.
        None if announced && digits.len() == 11 && digits.starts_with("33") => Some(digits),
        None => None,
    };
    if let Some(rest) = international {
        return abroad(place, part, rest, announced);
    }
    let kind = match digits.len() {
        10 => national(digits)?,
        // « 6 39 98 12 34 », the zero left out.
        9 if announced && digits.starts_with(['6', '7']) => Kind::Mobile,
        _ => return None,
    };
    // « (0)6 39 … »
    (announced || plausible(place, part)).then_some(kind)
}

/// Of ten digits.
fn national(digits: &str) -> Option<Kind> {
    let mut bytes = digits.bytes();
    if digits.len() != 10 || bytes.next() != Some(b'0') {
        return None;
    }
    match bytes.next()? {
        b'6' | b'7' => Some(Kind::Mobile),
        b'8' => Some(Kind::ServicePhone),
        b'1'..=b'9' => Some(Kind::Phone),
        _ => None,
    }
}

/// After + or 00.
fn abroad(place: &Place<'_>, part: &Part<'_>, rest: &str, announced: bool) -> Option<Kind> {
    if let Some(local) = rest.strip_prefix("33") {
        return match local.len() {
            9 => national(&format!("0{local}")),
            // « +33 (0)6 … »
            10 => national(local),
            _ => None,
        };
    }
    for (code, length) in OVERSEAS {
        let Some(local) = rest.strip_prefix(code) else {
            continue;
        };
        let local = local
            .strip_prefix('0')
            .filter(|l| l.len() == length)
            .unwrap_or(local);
        if local.len() == length {
            return if length == 9 {
                national(&format!("0{local}"))
            } else {
                Some(Kind::Phone)
            };
        }
    }
    let overseas = OVERSEAS.iter().any(|(code, _)| rest.starts_with(code));
    // Another country's: a plus says so, two zeros need to be announced.
    let foreign = (place.chain.plus || announced)
        && FOREIGN.contains(&rest.len())
        && !overseas
        && !rest.starts_with('0')
        && !place.chain.goes_on(place.reading, part)
        && !place.is_amount(part);
    foreign.then_some(Kind::Phone)
}

/// Says whether what a dash adds to a mobile in five pairs is something else: an hour, another ending, a count.
fn beside(place: &Place<'_>, part: &Part<'_>, sizes: &[usize]) -> bool {
    let reading = place.reading;
    let next = place.chain.first + part.groups;
    let mobile = part.text.starts_with("06") || part.text.starts_with("07");
    let small = reading
        .words
        .get(next)
        .is_some_and(|word| (1..=2).contains(&word.digits) && word.text.len() <= 4);
    let ends = reading
        .words
        .get(next + 1)
        .is_none_or(|after| after.digits == 0)
        || reading.gap(next).is_some_and(|gap| !gap.has('-'));
    sizes == [2, 2, 2, 2, 2] && ((mobile && small && ends) || five_pairs(place, next))
}

/// Says whether a phone in five pairs starts at a word, a zero first.
fn five_pairs(place: &Place<'_>, first: usize) -> bool {
    let reading = place.reading;
    reading.word(first).starts_with('0')
        && (first..first + 5).all(|number| {
            let word = reading.words.get(number);
            word.is_some_and(|word| word.is_number() && word.text.len() == 2)
        })
}

/// Ten digits that nothing announces: not a date and an hour, a list, or the end of a reference.
fn plausible(place: &Place<'_>, part: &Part<'_>) -> bool {
    let reading = place.reading;
    let first = place.chain.first;
    let sizes = place.chain.sizes(part);
    let gaps = || (first..first + part.groups - 1).filter_map(|number| reading.gap(number));
    let listed = gaps().any(|gap| gap.has(',') && gap.length > 1);
    let colons = gaps().filter(|gap| gap.has(':')).count();
    let hours = colons > 0 && colons < gaps().count();
    let dated = match sizes.as_slice() {
        [1 | 2, 1 | 2, 4, ..] => {
            let number = |offset: usize| reading.word(first + offset).parse::<u32>();
            match (number(0), number(1), number(2)) {
                (Ok(day), Ok(month), Ok(year)) => {
                    (1900..2100).contains(&year) && dates::exists(day, month, year)
                }
                _ => false,
            }
        }
        _ => false,
    };
    let inside = matches!(
        reading.before(place.chain.start),
        Some('-' | '.' | '/' | ',' | '_')
    ) && place
        .chain
        .start
        .checked_sub(1)
        .and_then(|sign| reading.before(sign))
        .is_some_and(|c| c.is_ascii_digit())
        // « 06.39….34-06.39….78 »
        && !first
            .checked_sub(5)
            .is_some_and(|other| sizes == [2, 2, 2, 2, 2] && five_pairs(place, other));
    // « 0614-050707-104-8 » goes on: only a space or a stroke parts two phones. « 06.39.98.12.34-14h »
    // does not.
    let longer = reading.at(part.end) == Some('-')
        && reading.at(part.end + 1).is_some_and(|c| c.is_ascii_digit())
        && !beside(place, part, &sizes);
    // Groups of one digit belong to other numbers, but for « (0)6 … » and « 0 6 3 9 … » whole.
    let goes_on = place.chain.goes_on(reading, part);
    let shattered = match sizes.len() {
        7..=9 => true,
        10 => goes_on,
        _ => sizes.last() == Some(&1),
    };
    // « 06 – 0177 – 0140 367 »: cut as few phones are, and longer.
    let usual = matches!(sizes.as_slice(), [10] | [4, 2, 2, 2] | [2, 2, 2, 2, 2]);
    let longer = longer || (goes_on && !usual);
    !(listed || hours || dated || inside || longer || shattered)
}
