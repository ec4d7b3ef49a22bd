//! What names, dates or places a person: mail, birth date, address, name, technical traces.

use super::context::before;
use super::reading::{Reading, Word};
use super::{Kind, Match};

/// Finds all of them.
pub(super) fn find(reading: &Reading, year: u32, matches: &mut Vec<Match>) {
    mails(reading, matches);
    births(reading, year, matches);
    addresses(reading, matches);
    names(reading, matches);
    technical(reading, matches);
}

fn push(matches: &mut Vec<Match>, kind: Kind, from: usize, to: usize) {
    matches.push(Match {
        kind,
        from,
        to,
        checked: false,
    });
}

/// Addresses with @, « arobase » or « (at) ».
fn mails(reading: &Reading, matches: &mut Vec<Match>) {
    let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let mut ats: Vec<(usize, usize)> = (0..reading.len())
        .filter(|p| reading.at(*p) == Some('@'))
        .map(|p| (p, p + 1))
        .collect();
    for word in &reading.words {
        let around = |offset: usize| reading.at(word.to + offset);
        if word.text == "arobase" || (word.text == "at" && around(0) == Some(')')) {
            let from = word.from - usize::from(word.text == "at" && word.from > 0);
            let to = word.to + usize::from(word.text == "at");
            ats.push((from, to));
        }
    }
    for (from, to) in ats {
        let skip_back = |mut p: usize| {
            while p > 0 && reading.at(p - 1) == Some(' ') {
                p -= 1;
            }
            p
        };
        let (mut start, mut end) = (skip_back(from), to);
        while start > 0 && reading.at(start - 1).is_some_and(is_local) {
            start -= 1;
        }
        while reading.at(end) == Some(' ') && to - from > 1 {
            end += 1;
        }
        let domain = end;
        while reading.at(end).is_some_and(is_local) {
            end += 1;
        }
        let text = reading.slice(domain, end);
        let text = text.trim_end_matches('.');
        let written_dot = reading
            .words
            .get(reading.word_at(end))
            .is_some_and(|word| word.text == "point");
        let whole = text
            .rsplit_once('.')
            .is_some_and(|(host, tld)| !host.is_empty() && tld.len() >= 2);
        if start < skip_back(from) && (whole || (written_dot && !text.is_empty())) {
            let mut last = domain + text.chars().count();
            if !whole && let Some(tld) = reading.words.get(reading.word_at(end) + 1) {
                last = tld.to;
            }
            push(matches, Kind::Mail, start, last);
        }
    }
}

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

fn month_of(word: &str) -> Option<u32> {
    let position = MONTHS
        .iter()
        .position(|m| *m == word || (word.len() >= 3 && word.len() <= 4 && m.starts_with(word)));
    position.and_then(|p| u32::try_from(p + 1).ok())
}

fn days_in(month: u32, year: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// Dates announced as of birth, or of somebody aged 14 to 110 when nothing says what else they are.
fn births(reading: &Reading, year: u32, matches: &mut Vec<Match>) {
    for three in reading.words.windows(3) {
        let [day, month, of_year] = three else {
            continue;
        };
        if day.to + 4 < month.from || month.to + 4 < of_year.from {
            continue;
        }
        let number = |word: &Word| word.text.trim_end_matches("er").parse::<u32>().ok();
        let month_number = number(month).or_else(|| month_of(&month.text));
        let (Some(d), Some(m), Some(mut y)) = (number(day), month_number, number(of_year)) else {
            continue;
        };
        if of_year.text.len() == 2 {
            y += if y + 2000 > year { 1900 } else { 2000 };
        } else if of_year.text.len() != 4 {
            continue;
        }
        let exists =
            (1..=12).contains(&m) && (1..=days_in(m, y)).contains(&d) && (1901..=year).contains(&y);
        if !exists {
            continue;
        }
        let announced = before(
            reading,
            day.from,
            4,
            &[
                "ne le",
                "nee le",
                "ne e le",
                "naissance",
                "ddn",
                "ne en",
                "nee en",
            ],
        );
        let other = before(
            reading,
            day.from,
            4,
            &[
                "rdv",
                "rendez",
                "echeance",
                "avant",
                "jusqu",
                "depuis",
                "recu*",
                "envoye*",
                "depose*",
                "courrier",
                "lettre",
                "facture",
                "date*",
                "delivre*",
                "loi",
                "decret",
                "arrete",
                "version",
                "valable",
                "valid*",
                "expire*",
                "signe*",
                "effet",
                "contrat",
                "bail",
                "attestation",
                "avis",
                "notifi*",
                "au",
                "en",
            ],
        );
        let aged = (14..=110).contains(&(year - y)) && of_year.text.len() == 4;
        if announced || (aged && !other) {
            push(matches, Kind::BirthDate, day.from, of_year.to);
        }
    }
}

const WAYS: [&str; 44] = [
    "rue",
    "r",
    "avenue",
    "av",
    "ave",
    "boulevard",
    "bd",
    "bld",
    "blvd",
    "impasse",
    "imp",
    "allee",
    "allees",
    "all",
    "chemin",
    "che",
    "chem",
    "place",
    "pl",
    "route",
    "rte",
    "quai",
    "square",
    "sq",
    "cours",
    "passage",
    "pass",
    "sentier",
    "sente",
    "ruelle",
    "venelle",
    "residence",
    "res",
    "lotissement",
    "lot",
    "faubourg",
    "fbg",
    "esplanade",
    "promenade",
    "traverse",
    "villa",
    "cite",
    "hameau",
    "montee",
];

/// Abbreviations that are words or codes elsewhere: they need their point.
const SHORT_WAYS: [&str; 8] = ["r", "av", "pl", "all", "che", "lot", "res", "sq"];

/// Ways that are everyday words too: a capital must follow.
const EVERYDAY_WAYS: [&str; 12] = [
    "place",
    "cours",
    "passage",
    "lot",
    "villa",
    "cite",
    "montee",
    "promenade",
    "traverse",
    "route",
    "residence",
    "chemin",
];

fn addresses(reading: &Reading, matches: &mut Vec<Match>) {
    let words = &reading.words;
    for (i, number) in words.iter().enumerate() {
        let digits = number.text.trim_end_matches(['b', 't', 'a', 'c']);
        let is_number =
            (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        if is_number {
            let mut next = i + 1;
            while words
                .get(next)
                .is_some_and(|w| matches!(w.text.as_str(), "bis" | "ter" | "quater" | "b" | "t"))
            {
                next += 1;
            }
            if let (Some(way), Some(name)) = (words.get(next), words.get(next + 1)) {
                let close = way.from <= words.get(next - 1).map_or(0, |w| w.to) + 3
                    && name.from <= way.to + 3;
                let short = SHORT_WAYS.contains(&way.text.as_str());
                let written = !short || reading.at(way.to) == Some('.');
                let named = !EVERYDAY_WAYS.contains(&way.text.as_str())
                    || words.iter().skip(next + 1).take(3).any(|w| w.capital);
                if close && WAYS.contains(&way.text.as_str()) && written && named {
                    push(
                        matches,
                        Kind::Address,
                        number.from,
                        way_end(words, next + 1),
                    );
                    continue;
                }
            }
        }
        let postcode = number.text.len() == 5
            && number
                .text
                .parse::<u32>()
                .is_ok_and(|p| (1000..=98999).contains(&p));
        if postcode
            && let Some(town) = words.get(i + 1)
            && town.capital
            && town.from == number.to + 1
            && town.text.len() >= 3
        {
            push(matches, Kind::Address, number.from, town.to);
        }
    }
}

/// The end of a way's name: its words up to a stop, five at most, a postcode and town included.
fn way_end(words: &[Word], first: usize) -> usize {
    let mut end = words.get(first).map_or(0, |w| w.to);
    let mut previous = end;
    for (count, word) in words.iter().enumerate().skip(first) {
        let linked = word.from <= previous + 2;
        let part = word.capital
            || matches!(
                word.text.as_str(),
                "de" | "du" | "des" | "la" | "le" | "les" | "l" | "d" | "et" | "saint" | "sainte"
            )
            || (word.text.len() == 5 && word.text.bytes().all(|b| b.is_ascii_digit()));
        if count > first && (!linked || !part || count > first + 6) {
            break;
        }
        previous = word.to;
        end = word.to;
    }
    end
}

const CIVILITIES: [&str; 12] = [
    "m",
    "mr",
    "mme",
    "mmes",
    "mlle",
    "monsieur",
    "madame",
    "mademoiselle",
    "messieurs",
    "mesdames",
    "docteur",
    "maitre",
];

/// Words after which a capital is a name.
const CALLED: [&str; 10] = [
    "appelle",
    "nomme",
    "nommee",
    "prenomme",
    "prenommee",
    "prenom",
    "epouse",
    "veuve",
    "divorcee",
    "surnomme",
];

/// Capitalised words of the field that are no name.
const NOT_NAMES: [&str; 64] = [
    "france",
    "services",
    "service",
    "travail",
    "pole",
    "emploi",
    "caf",
    "cpam",
    "msa",
    "carsat",
    "aidants",
    "connect",
    "franceconnect",
    "assurance",
    "maladie",
    "action",
    "logement",
    "croix",
    "rouge",
    "poste",
    "mairie",
    "prefecture",
    "etat",
    "urssaf",
    "impots",
    "tresor",
    "public",
    "titres",
    "carte",
    "vitale",
    "bonnes",
    "mains",
    "point",
    "justice",
    "maison",
    "departement",
    "region",
    "republique",
    "europe",
    "paris",
    "saint",
    "sainte",
    "defenseur",
    "droits",
    "allo",
    "mon",
    "ma",
    "mes",
    "le",
    "la",
    "les",
    "un",
    "une",
    "espace",
    "compte",
    "parcours",
    "handicap",
    "cheque",
    "energie",
    "ameli",
    "banque",
    "caisse",
    "securite",
    "sociale",
];

fn is_name(word: &Word) -> bool {
    word.capital
        && word.text.chars().count() >= 2
        && word.text.chars().all(char::is_alphabetic)
        && !NOT_NAMES.contains(&word.text.as_str())
}

fn names(reading: &Reading, matches: &mut Vec<Match>) {
    let words = &reading.words;
    for (i, word) in words.iter().enumerate() {
        let Some(next) = words.get(i + 1) else {
            continue;
        };
        let linked = next.from <= word.to + 2;
        let civility = CIVILITIES.contains(&word.text.as_str())
            && (word.text != "m" || (word.capital && reading.at(word.to) != Some('\'')));
        let called = CALLED.contains(&word.text.as_str());
        let of_kin = word.text == "de"
            && i > 0
            && words
                .get(i - 1)
                .is_some_and(|w| matches!(w.text.as_str(), "fils" | "fille" | "epouse" | "veuve"));
        if linked && is_name(next) && (civility || called || of_kin) {
            push(matches, Kind::Name, next.from, name_end(words, i + 1));
            continue;
        }
        // A pair of capitals that a sentence does not begin with, or a surname in capitals.
        let begins = i == 0
            || (0..word.from)
                .rev()
                .find_map(|p| {
                    reading
                        .at(p)
                        .filter(|c| *c != ' ' && *c != '«' && *c != '"')
                })
                .is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '-' | '•' | '…' | '('));
        let pair = is_name(word) && is_name(next) && next.from == word.to + 1;
        let first_then_surname = pair && !word.capitals && next.capitals && next.text.len() >= 3;
        if (pair && !begins && !word.capitals && !next.capitals) || first_then_surname {
            push(matches, Kind::Name, word.from, name_end(words, i + 1));
        }
    }
}

/// The end of a name: further capitals, with particles between.
fn name_end(words: &[Word], last: usize) -> usize {
    let mut end = words.get(last).map_or(0, |w| w.to);
    let mut at = last + 1;
    while let Some(word) = words
        .get(at)
        .filter(|w| w.from <= end + 2 && at <= last + 3)
    {
        let particle = matches!(
            word.text.as_str(),
            "de" | "du" | "des" | "le" | "la" | "d" | "el" | "ben"
        ) && words.get(at + 1).is_some_and(is_name);
        if particle {
            at += 1;
            continue;
        }
        if !is_name(word) {
            break;
        }
        end = word.to;
        at += 1;
    }
    end
}

/// IP addresses, coordinates, links that carry a token.
fn technical(reading: &Reading, matches: &mut Vec<Match>) {
    let mut at = 0;
    while at < reading.len() {
        let end = (at..reading.len())
            .find(|p| reading.at(*p).is_some_and(|c| c == ' '))
            .unwrap_or(reading.len());
        let word = reading.slice(at, end);
        let trimmed = word.trim_end_matches(['.', ',', ';', ')']);
        let parts: Vec<&str> = trimmed.split('.').collect();
        let ip = parts.len() == 4 && parts.iter().all(|p| p.parse::<u8>().is_ok());
        let token = trimmed.contains("://")
            && trimmed
                .split_once('?')
                .is_some_and(|(_, query)| query.contains('=') && query.len() >= 12);
        let coordinate = parts.len() == 2
            && parts.iter().all(|p| {
                !p.is_empty()
                    && p.trim_start_matches('-')
                        .bytes()
                        .all(|b| b.is_ascii_digit())
            })
            && parts.get(1).is_some_and(|decimals| decimals.len() >= 4);
        if ip || token || coordinate {
            push(matches, Kind::Technical, at, at + trimmed.chars().count());
        }
        at = end + 1;
    }
}
