//! Postal addresses: a number and a way, a postcode and a town, a box, a named place.

mod street;

use std::sync::LazyLock;

use super::marks::{Mark, Marks};
use super::reading::{Reading, Word};
use super::words::{Words, words};
use super::{Kind, Match};
use street::{is_house, is_link, is_month, is_no_street, is_way, street, way_end};

/// Towns that need no capital after their postcode.
static TOWNS: Words = LazyLock::new(|| {
    words(
        "paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes \
         reims toulon saint st sainte ste le la les grenoble dijon angers nimes villeurbanne \
         clermont aix brest tours amiens limoges annecy perpignan boulogne metz besancon orleans \
         rouen mulhouse caen nancy argenteuil montreuil roubaix tourcoing nanterre avignon creteil \
         poitiers versailles pau ajaccio bastia calais cannes antibes bourg valence chambery",
    )
});

/// Finds all of them.
pub(super) fn find(reading: &Reading, marks: &Marks, matches: &mut Vec<Match>) {
    let mut free = 0;
    for number in 0..reading.words.len() {
        if number < free {
            continue;
        }
        let end = street(reading, number)
            .or_else(|| town(reading, marks, number))
            .or_else(|| mailbox(reading, number))
            .or_else(|| named_place(reading, number))
            .or_else(|| home(reading, marks, number))
            .or_else(|| town_first(reading, marks, number))
            .or_else(|| estate(reading, number))
            .or_else(|| inside(reading, number));
        let Some(end) = end else { continue };
        let start = before_number(reading, hamlet(reading, number).unwrap_or(number));
        if let (Some(first), Some(last)) = (
            reading.words.get(start),
            end.checked_sub(1).and_then(|n| reading.words.get(n)),
        ) {
            matches.push(Match::shaped(Kind::Address, first.from, last.to));
            free = end;
        }
    }
}

/// Says whether a word follows another on the same line of an address.
fn close(reading: &Reading, number: usize, most: usize) -> bool {
    reading.gap(number).is_some_and(|gap| {
        gap.is(most, |c| {
            matches!(c, ' ' | ',' | '.' | '-' | '\'' | '/' | '°')
        })
    })
}

/// Past the floor, the postcode and the town that may follow.
fn after_street(reading: &Reading, end: usize) -> usize {
    let mut end = end;
    for _ in 0..3 {
        let Some(previous) = end.checked_sub(1).filter(|n| close(reading, *n, 4)) else {
            break;
        };
        if let Some(next) = floor(reading, end) {
            end = next;
            continue;
        }
        let at = end + usize::from(reading.word(end) == "a");
        if postcode(reading, at).is_some() && (at == end || close(reading, previous + 1, 2)) {
            return town_end(reading, at);
        }
        // « …, Nantes 44000 »
        if let Some(code) = code_after_town(reading, end) {
            return code + postcode(reading, code).unwrap_or(1);
        }
        break;
    }
    end
}

/// « 3e étage », « bât. B », « porte 12 »: the word after it.
fn floor(reading: &Reading, at: usize) -> Option<usize> {
    let next = reading.words.get(at + 1)?;
    let inside = matches!(
        reading.word(at),
        "bat"
            | "batiment"
            | "appt"
            | "apt"
            | "appartement"
            | "app"
            | "esc"
            | "escalier"
            | "porte"
            | "etage"
            | "boite"
            | "bal"
            | "entree"
    );
    let short = next.text.len() <= 4 && (next.digits > 0 || next.text.len() == 1);
    if inside && short && close(reading, at, 2) {
        return Some(at + 2);
    }
    let level = reading.word(at);
    let ordinal = level.starts_with(|c: char| c.is_ascii_digit())
        && (level.ends_with('e') || level.ends_with("er") || level.ends_with("eme"));
    (ordinal && next.text == "etage").then_some(at + 2)
}

/// Where an address starts: « apt 12, » before a house belongs to it.
fn before_number(reading: &Reading, number: usize) -> usize {
    let Some(start) = number.checked_sub(2) else {
        return number;
    };
    let flat = floor(reading, start) == Some(number);
    // « Rés. Bellevue, 12 rue … »
    let estate = matches!(reading.word(start), "res" | "residence" | "batiment")
        && reading.words.get(number - 1).is_some_and(|word| {
            word.text.len() > 3
                && (word.capital || reading.gap(start).is_some_and(|gap| gap.has('.')))
        });
    if (flat || estate) && close(reading, number - 1, 2) {
        start
    } else {
        number
    }
}

/// A postcode at a word, « 69003 » or « 69 003 »: words it takes.
fn postcode(reading: &Reading, number: usize) -> Option<usize> {
    let word = reading.words.get(number).filter(|word| word.is_number())?;
    let whole = |text: &str| {
        text.parse::<u32>()
            .is_ok_and(|p| (1000..=98_999).contains(&p))
    };
    if word.text.len() == 5 {
        return whole(&word.text).then_some(1);
    }
    let next = reading
        .words
        .get(number + 1)
        .filter(|next| next.is_number())?;
    let split = word.text.len() == 2 && next.text.len() == 3 && next.from == word.to + 1;
    (split && whole(&format!("{}{}", word.text, next.text))).then_some(2)
}

/// The end of a postcode and its town.
fn town(reading: &Reading, marks: &Marks, number: usize) -> Option<usize> {
    let words = postcode(reading, number)?;
    let town = reading.words.get(number + words)?;
    let gap = reading.gap(number + words - 1)?;
    let follows =
        gap.is(2, |c| c == ' ') && town.is_letters() && (town.text.len() >= 2 || town.text == "l");
    // « 75 000 Euros »: a number cut in two needs a town that is one, or a home.
    let amount = matches!(
        town.text.as_str(),
        "euros" | "euro" | "eur" | "habitants" | "km" | "saisi" | "pages" | "nc"
    );
    // « 43,24253 »
    let decimals = matches!(
        reading.before(reading.words.get(number)?.from),
        Some(',' | '.')
    ) && number
        .checked_sub(1)
        .and_then(|n| reading.words.get(n))
        .is_some_and(Word::is_number);
    let named = town.capital
        || marks.before(number, 3, Mark::HOME)
        || (words == 1 && TOWNS.contains(town.text.as_str()));
    (follows && named && !amount && !decimals).then(|| town_end(reading, number))
}

fn town_end(reading: &Reading, number: usize) -> usize {
    let words = postcode(reading, number).unwrap_or(1);
    let first = number + words;
    if !reading.words.get(first).is_some_and(Word::is_letters) || !close(reading, first - 1, 2) {
        return first;
    }
    let mut end = first + 1;
    // « Bourg-en-Bresse », « Le Mans », « L'Haÿ-les-Roses », « Aix en Provence »
    while end < first + 5 {
        let hyphen = reading
            .gap(end - 1)
            .is_some_and(|gap| gap.is(1, |c| matches!(c, '-' | '\'')));
        let short = end == first + 1
            && reading
                .words
                .get(first)
                .is_some_and(|w| w.capital && w.text.len() <= 3)
            && reading.words.get(end).is_some_and(|w| w.capital);
        let article = end == first + 1
            && matches!(
                reading.word(first),
                "le" | "la" | "les" | "l" | "saint" | "st" | "sainte"
            );
        let spaced = reading
            .gap(end - 1)
            .is_some_and(|gap| gap.is(1, |c| c == ' '));
        if !(hyphen || ((article || short) && spaced))
            || !reading.words.get(end).is_some_and(Word::is_letters)
        {
            break;
        }
        end += 1;
    }
    end
}

/// « 12 Le Bourg 29200 Brest »: the house before a postcode, when capitals alone stand between.
fn hamlet(reading: &Reading, number: usize) -> Option<usize> {
    postcode(reading, number)?;
    let mut capitals = 0;
    for house in (number.saturating_sub(6)..number).rev() {
        let word = reading.words.get(house)?;
        if !close(reading, house, 2) || reading.gap(house)?.line {
            return None;
        }
        if word.is_letters() {
            if !(word.capital || is_link(&word.text)) || is_month(&word.text) {
                return None;
            }
            capitals += usize::from(word.capital);
            continue;
        }
        // « bis » stands with letters above.
        return (capitals > 0 && is_house(reading, house)).then_some(house);
    }
    None
}

/// « habite à Nantes 44000 »: a town and its postcode, where somebody lives.
fn town_first(reading: &Reading, marks: &Marks, number: usize) -> Option<usize> {
    if !marks.before(number, 4, Mark::HOME) {
        return None;
    }
    let code = code_after_town(reading, number)?;
    let words = postcode(reading, code)?;
    Some(town(reading, marks, code).unwrap_or(code + words))
}

/// « Nantes 44000 », « Bourg-en-Bresse (01000) »: the postcode after a town that starts at a word.
fn code_after_town(reading: &Reading, number: usize) -> Option<usize> {
    let name = reading.words.get(number)?;
    if !name.capital || !name.is_letters() {
        return None;
    }
    let code =
        (number + 1..number + 6).find(|n| !reading.words.get(*n).is_some_and(Word::is_letters))?;
    let joined = (number..code).all(|before| {
        // « Nantes, 44000 », but « Nantes, dossier … » is another sentence's.
        let last = before + 1 == code;
        reading.gap(before).is_some_and(|gap| {
            gap.is(2, |c| {
                matches!(c, ' ' | '-' | '\'') || (last && matches!(c, ',' | '('))
            })
        })
    });
    let named = (number + 1..code).all(|n| {
        let hyphen = reading.gap(n - 1).is_some_and(|gap| gap.has('-'));
        let word = reading.words.get(n);
        hyphen || word.is_some_and(|word| word.capital || is_link(&word.text))
    });
    (joined && named && postcode(reading, code).is_some()).then_some(code)
}

/// « résidence Les Lilas bât. B »: a named house and where in it.
fn estate(reading: &Reading, number: usize) -> Option<usize> {
    let named = matches!(
        reading.word(number),
        "residence" | "res" | "batiment" | "immeuble" | "foyer" | "hlm"
    ) && reading
        .words
        .get(number + 1)
        .is_some_and(|word| word.capital && word.is_letters() && word.text.len() > 1)
        && close(reading, number, 2);
    if !named {
        return None;
    }
    let end = way_end(reading, number + 1);
    let place = end.checked_sub(2).filter(|place| *place > number)?;
    (floor(reading, place) == Some(end)).then_some(end)
}

/// « Étage 3 porte 12 »: where somebody lives in a house, said twice at least.
fn inside(reading: &Reading, number: usize) -> Option<usize> {
    let mut end = floor(reading, number)?;
    let mut places = 1;
    while places < 5 && close(reading, end - 1, 3) {
        let Some(next) = floor(reading, end) else {
            break;
        };
        end = next;
        places += 1;
    }
    // « bât. B, étage 3, 12 rue … »
    let street = close(reading, end - 1, 2)
        .then(|| street(reading, end))
        .flatten();
    (places > 1).then_some(street.unwrap_or(end))
}

/// « BP 123 », « CS 12345 », with the postcode that follows.
fn mailbox(reading: &Reading, number: usize) -> Option<usize> {
    let boxed = matches!(reading.word(number), "bp" | "cs" | "tsa");
    let numbered = reading
        .words
        .get(number + 1)
        .is_some_and(|next| next.is_number() && (1..=5).contains(&next.text.len()));
    if !(boxed && numbered && close(reading, number, 2)) {
        return None;
    }
    let end = after_street(reading, number + 2);
    (end > number + 2).then_some(end)
}

/// « lieu-dit Le Bourg », with the postcode that may follow.
fn named_place(reading: &Reading, number: usize) -> Option<usize> {
    let said = (matches!(reading.word(number), "lieu") && reading.word(number + 1) == "dit")
        .then_some(number + 2)
        .or_else(|| (reading.word(number) == "lieudit").then_some(number + 1))?;
    reading.words.get(said)?;
    Some(way_end(reading, said))
}

/// « habite rue des Lilas », without a number.
fn home(reading: &Reading, marks: &Marks, number: usize) -> Option<usize> {
    let way = reading.words.get(number)?;
    let name = reading.words.get(number + 1)?;
    let mut next = reading.words.iter().skip(number + 1).take(3);
    let named = is_way(&way.text)
        && way.text.len() > 2
        && close(reading, number, 2)
        && !is_no_street(&name.text)
        && !matches!(way.text.as_str(), "mail" | "cour")
        && next.any(|word| word.capital);
    if !named {
        return None;
    }
    let end = way_end(reading, number + 1);
    // « boulevard Adrienne Richard, 35000 Rennes »
    let posted = end > number + 3
        && reading
            .words
            .get(end - 1)
            .is_some_and(|town| town.is_letters() && town.capital)
        && (number + 2..end).any(|n| postcode(reading, n).is_some());
    (posted || marks.before(number, 2, Mark::HOME)).then_some(end)
}
