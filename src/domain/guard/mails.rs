//! Mail addresses: with @, or with the word for it; dots may be said and spaces may stand around.

use std::sync::LazyLock;

use super::lexicon::Names;
use super::reading::Reading;
use super::words::{Words, words};
use super::{Kind, Match};

/// Most parts on each side of the sign.
const MOST_PARTS: usize = 6;
/// Longest part, so that a text without spaces is not read again for each sign.
const LONGEST_PART: usize = 64;

/// Ends of addresses that may stand after a space: « laposte . net ».
static ENDS: Words =
    LazyLock::new(|| words("fr com net org eu info gouv re be ch de es it pt uk io me example"));

/// Finds all of them.
pub(super) fn find(reading: &Reading, names: &Names, matches: &mut Vec<Match>) {
    let mut signs: Vec<(usize, usize)> = reading
        .chars(0, reading.len())
        .enumerate()
        .filter(|(_, c)| *c == '@')
        .map(|(at, _)| (at, at + 1))
        .collect();
    for word in &reading.words {
        let bracketed = matches!(reading.before(word.from), Some('(' | '[' | '{' | '<'))
            && matches!(reading.at(word.to), Some(')' | ']' | '}' | '>'));
        match word.text.as_str() {
            "arobase" | "arobas" | "arrobase" if !bracketed => signs.push((word.from, word.to)),
            "at" | "arobase" | "arobas" | "arrobase" | "a" if bracketed => {
                signs.push((word.from - 1, word.to + 1));
            }
            _ => {}
        }
    }
    for (from, to) in signs {
        let said = to > from + 1;
        let (from, to) = unbracketed(reading, from, to);
        if let (Some(start), Some(end)) = (local(reading, from), domain(reading, to)) {
            let start = if said {
                spoken(reading, names, start)
            } else {
                start
            };
            matches.push(Match::shaped(Kind::Mail, start, end));
        }
    }
}

/// « [@] » counts as the sign.
fn unbracketed(reading: &Reading, from: usize, to: usize) -> (usize, usize) {
    let closed = matches!(reading.before(from), Some('(' | '[' | '{'))
        && matches!(reading.at(to), Some(')' | ']' | '}'));
    if closed {
        (from - 1, to + 1)
    } else {
        (from, to)
    }
}

/// « jean dupont arobase … »: where names said before a part start, no dot being said between.
fn spoken(reading: &Reading, names: &Names, start: usize) -> usize {
    let mut start = start;
    for _ in 0..3 {
        let before = reading
            .word_at(start)
            .checked_sub(1)
            .and_then(|number| reading.words.get(number))
            .filter(|word| word.to + 1 == start && matches!(reading.at(word.to), Some(' ' | '-')));
        let is_known = |text: &str| {
            let lists = [&names.first, &names.ambiguous, &names.last];
            lists.iter().any(|list| list.contains(text))
        };
        match before {
            Some(word) if is_known(&word.text) && !names.never.contains(&word.text) => {
                start = word.from;
            }
            _ => break,
        }
    }
    start
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '%' | '~')
}

fn is_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_')
}

/// Positions passed over two spaces at most, backwards.
fn back(reading: &Reading, at: usize) -> usize {
    let spaces = (1..=2)
        .take_while(|by| at.checked_sub(*by).and_then(|p| reading.at(p)) == Some(' '))
        .count();
    at - spaces
}

/// The same, forwards.
fn on(reading: &Reading, at: usize) -> usize {
    at + reading.chars(at, at + 2).take_while(|c| *c == ' ').count()
}

/// Where the part before the sign starts.
fn local(reading: &Reading, sign: usize) -> Option<usize> {
    let token = |end: usize| {
        let start = end.saturating_sub(LONGEST_PART);
        let length = reading.chars(start, end).rev().take_while(|c| is_local(*c));
        end - length.count()
    };
    let mut end = back(reading, sign);
    let mut start = token(end);
    if start == end {
        return None;
    }
    for _ in 0..MOST_PARTS {
        // « dupont . marie », « dupont point marie ».
        let here = reading.slice(start, end);
        let before = back(reading, start);
        let dotted = here.starts_with(['.', '_', '-']) && here.len() > 1;
        if here == "." || here == "-" || here == "_" || (dotted && before < start) {
            end = before;
        } else if before < start {
            let word = reading.word_at(before).checked_sub(1);
            let said = word
                .and_then(|number| reading.words.get(number))
                .filter(|word| {
                    word.to == before && matches!(word.text.as_str(), "point" | "tiret")
                });
            match said {
                Some(word) => end = back(reading, word.from),
                // A point that ends a sentence has no space before it.
                None if reading.before(before) == Some('.')
                    && before.checked_sub(2).and_then(|at| reading.at(at)) == Some(' ') =>
                {
                    end = before;
                }
                None => break,
            }
        } else {
            break;
        }
        let further = token(end);
        if further == end {
            break;
        }
        start = further;
    }
    // Nothing but signs is no name.
    let named = reading.chars(start, sign).any(char::is_alphanumeric);
    let skipped = reading
        .chars(start, sign)
        .take_while(|c| !c.is_alphanumeric())
        .count();
    named.then_some(start + skipped)
}

/// What joins two parts of a host at a position: its end, and whether spaces stand around.
fn dot(reading: &Reading, at: usize) -> Option<(usize, bool)> {
    let from = on(reading, at);
    if matches!(reading.at(from), Some('.' | ',')) {
        let to = on(reading, from + 1);
        return Some((to, from > at || to > from + 1));
    }
    let open = matches!(reading.at(from), Some('(' | '[' | '{'));
    let word = reading
        .words
        .get(reading.word_at(from))
        .filter(|word| word.from == from + usize::from(open))?;
    if !matches!(word.text.as_str(), "point" | "dot") {
        return None;
    }
    Some((on(reading, word.to + usize::from(open)), true))
}

/// Where the part after the sign ends: a host, and an end of two letters at least.
fn domain(reading: &Reading, sign: usize) -> Option<usize> {
    let token = |at: usize| {
        let length = reading
            .chars(at, at + LONGEST_PART)
            .take_while(|c| is_host(*c));
        at + length.count()
    };
    let start = on(reading, sign);
    let mut end = token(start);
    if end == start {
        return None;
    }
    let mut whole = false;
    for _ in 0..MOST_PARTS {
        let Some((next, spaced)) = dot(reading, end) else {
            break;
        };
        let last = token(next);
        let text = reading.slice(next, last).to_lowercase();
        // A sentence may end after an address, and another begin.
        let part = text.chars().count() >= 2 && (!spaced || ENDS.contains(text.as_str()));
        // A host may have more parts: « mail . example . org ».
        let inner = spaced && !whole && dot(reading, last).is_some_and(|(_, spaced)| spaced);
        if !(part || (inner && last > next)) {
            break;
        }
        end = last;
        whole = part;
    }
    whole.then_some(end)
}
