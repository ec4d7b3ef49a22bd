//! Numbers that only their announcement makes identifiers: files, identity papers; and the lines that
//! machines read on papers.

use super::chain::{Part, all_digits, as_digits};
use super::dates;
use super::marks::{Mark, Marks};
use super::numbers::Place;
use super::reading::Reading;
use super::{Kind, Match, keys};

/// Fewest characters of a line that a machine reads.
const SHORTEST_LINE: usize = 28;
/// Most of them, two lines pasted together.
const LONGEST_LINE: usize = 92;

/// Finds the announced numbers that start a chain.
pub(super) fn find(place: &Place<'_>, add: &mut impl FnMut(Kind, usize, bool)) {
    let marks = [
        (Mark::BENEFIT, 5),
        (Mark::FILE, 4),
        (Mark::JOB, 4),
        (Mark::IDENTITY, 4),
        (Mark::PASSPORT, 4),
        (Mark::PERMIT, 4),
        (Mark::LICENCE, 4),
    ];
    if goes_on_from(place) {
        return;
    }
    for part in place.chain.parts() {
        if !(7..=12).contains(&part.text.len()) || is_until(&part.text.to_ascii_lowercase()) {
            continue;
        }
        let announced = |mark: Mark| {
            let reach = marks.iter().find(|(m, _)| *m == mark).map_or(4, |m| m.1);
            place.announced(reach, mark)
                || (mark != Mark::FILE && place.named_after(&part, 5, mark))
        };
        let read = Shape::new(place, &part);
        let born = read.is_day()
            && (dates::announced(place.reading, place.marks, place.chain.first)
                || place.named_after(&part, 3, Mark::BIRTH));
        let kind = if born {
            None
        } else if (read.is_file() && (announced(Mark::BENEFIT) || announced(Mark::FILE)))
            || (read.is_lettered_file() && announced(Mark::BENEFIT))
        {
            Some(Kind::FileNumber)
        } else if read.is_job() && announced(Mark::JOB) {
            Some(Kind::JobSeeker)
        } else if (read.is_card() && announced(Mark::IDENTITY))
            || (read.is_passport() && announced(Mark::PASSPORT))
            || (read.is_permit() && announced(Mark::PERMIT))
            || (read.is_licence() && announced(Mark::LICENCE))
        {
            Some(Kind::Papers)
        } else {
            None
        };
        if let Some(kind) = kind {
            add(kind, part.end, false);
        }
    }
}

/// Numbers of papers in one piece, whatever letters they have: announced, nine characters with a digit at
/// least, and nine digits of a passport. A foreigner's number may have ten.
pub(super) fn whole(reading: &Reading, marks: &Marks, matches: &mut Vec<Match>) {
    for (number, word) in reading.words.iter().enumerate() {
        let ascii = word.text.bytes().all(|b| b.is_ascii_alphanumeric());
        let length = word.text.len();
        if word.digits == 0 || !ascii || !(9..=10).contains(&length) {
            continue;
        }
        // « n° » may stand between; a sentence may not.
        let announced = |mark: Mark| marks.before(number, 4, mark) && !parted(reading, number);
        let alone = |at: usize| !matches!(reading.at(at), Some('-' | '/' | '_' | '@'));
        let letters = length - word.digits;
        let paper = match (length, letters) {
            (9, 0) => announced(Mark::PASSPORT),
            (9, _) => [Mark::IDENTITY, Mark::PASSPORT, Mark::PERMIT, Mark::LICENCE]
                .into_iter()
                .any(announced),
            (10, 1..=3) => announced(Mark::PERMIT),
            _ => false,
        };
        let before = word.from.checked_sub(1);
        let sound = !word.is_ordinal() && !is_until(&word.text);
        if paper && before.is_none_or(alone) && alone(word.to) && sound {
            matches.push(Match::shaped(Kind::Papers, word.from, word.to));
        }
    }
}

/// « jusqu2030 »: a word and a year, typed without what parts them.
fn is_until(word: &str) -> bool {
    let year = word.trim_start_matches(|c: char| c.is_alphabetic());
    let before = word.strip_suffix(year).unwrap_or_default();
    matches!(before, "jusqu" | "avant" | "apres" | "debut" | "annee")
        && year
            .parse()
            .is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// Says whether another paper or a sentence's end stands within four words before a number.
fn parted(reading: &Reading, number: usize) -> bool {
    (number.saturating_sub(4)..number).any(|before| {
        let ends = reading.gap(before).is_some_and(|gap| {
            gap.has(';') || (gap.has('.') && gap.length > 1 && reading.word(before).len() > 2)
        });
        // What is said of another number.
        ends || matches!(
            reading.word(before),
            "dossier"
                | "colis"
                | "suivi"
                | "siren"
                | "siret"
                | "timbre"
                | "predemande"
                | "demande"
                | "rdv"
                | "reference"
                | "ref"
        )
    })
}

/// Says whether digits stand just before, so that this is the middle of a reference.
fn goes_on_from(place: &Place<'_>) -> bool {
    let Some(before) = place.chain.first.checked_sub(1) else {
        return false;
    };
    let joined = place
        .reading
        .gap(before)
        .is_some_and(|gap| gap.is(1, |c| matches!(c, ' ' | '-' | '.' | '/')) && !gap.line);
    joined
        && place
            .reading
            .words
            .get(before)
            .is_some_and(|word| word.digits > 0)
}

/// A part of a chain, as what it could be.
struct Shape {
    text: String,
    /// Digits in it.
    digits: usize,
    /// Characters of each of its groups.
    sizes: Vec<usize>,
    /// Three groups of three with one sign between.
    by_three: bool,
    /// Its last group is one capital, and no word goes on from it: « A », not « a » nor « L' ».
    capital_apart: bool,
    /// A date, an amount, or the beginning of something longer.
    else_than_file: bool,
}

impl Shape {
    fn new(place: &Place<'_>, part: &Part<'_>) -> Self {
        let sizes = place.chain.sizes(part);
        let goes_on = place.chain.goes_on(place.reading, part);
        let lone = sizes.len() == 1;
        // Letters may stand for digits, if all is digits then; nine characters may be letters truly.
        let read = as_digits(part.text);
        let text = if read.len() > 9 && all_digits(&read) {
            read
        } else {
            part.text.to_owned()
        };
        Self {
            digits: text.bytes().filter(u8::is_ascii_digit).count(),
            text,
            by_three: sizes == [3, 3, 3]
                && (place.chain.first..place.chain.first + 2)
                    .all(|n| place.reading.gap(n).is_some_and(|gap| gap.length == 1)),
            else_than_file: place.is_amount(part)
                || (goes_on && !lone)
                || is_date(part.text, &sizes)
                // Groups of words are not groups of a number.
                || (sizes.len() > 1 && sizes != [3, 3, 3] && !plain_groups(place, part)),
            capital_apart: capital_apart(place, part, &sizes),
            sizes,
        }
    }

    /// Written in one piece.
    fn whole(&self) -> bool {
        self.sizes.len() == 1
    }

    /// Eight digits that are a day, such as 03041958.
    fn is_day(&self) -> bool {
        self.whole() && is_date(&self.text, &[2, 2, 4])
    }

    /// Seven digits, or eight.
    fn is_file(&self) -> bool {
        !self.else_than_file
            && all_digits(&self.text)
            && (self.text.len() == 7 || (self.text.len() == 8 && self.whole()))
    }

    /// Seven digits and a letter, in one piece or a capital apart: « 1234567A », « 1234567 A ».
    fn is_lettered_file(&self) -> bool {
        let digits = self.text.get(..7).is_some_and(all_digits);
        let letter = self.text.len() == 8 && self.text.ends_with(|c: char| c.is_ascii_uppercase());
        digits && letter && (self.whole() || self.capital_apart)
    }

    /// Seven digits and a letter, eight digits or eleven.
    fn is_job(&self) -> bool {
        if self.else_than_file {
            return false;
        }
        let letter_last = self.text.len() == 8
            && self.digits == 7
            && self.text.bytes().take(7).all(|b| b.is_ascii_digit());
        let digits = match self.text.len() {
            7 | 8 => true,
            11 => self.sizes.len() <= 3,
            _ => false,
        };
        letter_last || (digits && all_digits(&self.text))
    }

    /// Two digits, two letters, five digits.
    fn is_booklet(&self) -> bool {
        self.text.len() == 9
            && self.text.bytes().enumerate().all(|(place, b)| match place {
                2 | 3 => b.is_ascii_uppercase(),
                _ => b.is_ascii_digit(),
            })
    }

    /// Nine letters and digits, three digits at least, in one piece or by three.
    fn is_mixed(&self) -> bool {
        self.text.len() == 9
            && (3..9).contains(&self.digits)
            && (self.whole() || self.by_three)
            && !self.else_than_file
    }

    fn is_card(&self) -> bool {
        (self.text.len() == 12 && all_digits(&self.text) && !self.else_than_file)
            || self.is_mixed()
            || self.is_booklet()
    }

    fn is_passport(&self) -> bool {
        self.is_booklet() || self.is_mixed()
    }

    fn is_permit(&self) -> bool {
        !self.else_than_file
            && ((self.text.len() == 10 && self.digits >= 9) || (self.whole() && self.is_mixed()))
    }

    fn is_licence(&self) -> bool {
        self.is_booklet()
            || (!self.else_than_file
                && ((self.text.len() == 12 && self.digits >= 10)
                    || (self.whole() && self.is_mixed())))
    }
}

fn capital_apart(place: &Place<'_>, part: &Part<'_>, sizes: &[usize]) -> bool {
    let last = place.chain.first + part.groups - 1;
    let word = place.reading.words.get(last);
    sizes.last() == Some(&1)
        && word.is_some_and(|word| word.capital && word.text.len() == 1)
        && place.reading.at(part.end) != Some('\'')
        && last
            .checked_sub(1)
            .and_then(|before| place.reading.gap(before))
            .is_some_and(|gap| gap.is(1, |c| matches!(c, ' ' | '-')) && !gap.line)
}

/// Says whether groups make a date, whole or with its hour begun.
fn is_date(text: &str, sizes: &[usize]) -> bool {
    let part = |from: usize, to: usize| text.get(from..to).and_then(|p| p.parse::<u32>().ok());
    let (day, month) = match sizes {
        [a @ (1 | 2), b @ (1 | 2), 4, ..] => (part(0, *a), part(*a, a + b)),
        [4, 2, 2, ..] => (part(6, 8), part(4, 6)),
        _ => return false,
    };
    match (day, month) {
        (Some(day), Some(month)) => dates::exists(day, month, 2000),
        _ => false,
    }
}

/// Says whether every group has a digit, or is one or two letters as numbers have.
fn plain_groups(place: &Place<'_>, part: &Part<'_>) -> bool {
    let first = place.chain.first;
    let words = place.reading.words.iter().skip(first).take(part.groups);
    let signs = (first..first + part.groups - 1)
        .filter_map(|number| place.reading.gap(number))
        .all(|gap| !gap.has(',') && !gap.has(':') && !gap.has('(') && !gap.has('*'));
    let mut longest = 0;
    let mut letters = 0;
    for word in words {
        longest = longest.max(word.text.len());
        if word.is_letters() {
            letters += word.text.len();
        }
    }
    signs && letters <= 2 && longest >= 2
}

/// Lines of passports and cards, whole: their check digits are right, or their `<` are enough.
pub(super) fn machine_lines(reading: &Reading, matches: &mut Vec<Match>) {
    let is_line = |c: char| c.is_ascii_alphanumeric() || c == '<';
    let mut at = 0;
    for word in &reading.words {
        if word.from < at || reading.before(word.from).is_some_and(is_line) {
            continue;
        }
        let line: String = reading
            .chars(word.from, word.from + LONGEST_LINE)
            .take_while(|c| is_line(*c))
            .map(|c| c.to_ascii_uppercase())
            .collect();
        at = word.from + line.len();
        let fillers = line.bytes().filter(|b| *b == b'<').count();
        if line.len() < SHORTEST_LINE || (fillers == 0 && word.digits == 0) {
            continue;
        }
        let valid = keys::machine_line(&line);
        if valid || fillers >= 3 {
            matches.push(Match {
                kind: Kind::Papers,
                from: word.from,
                to: at,
                checked: valid,
            });
        }
    }
}
