//! Numbers: accounts, cards, social security, tax, companies, phones, papers, files, plates, codes.

use super::context::before;
use super::reading::Reading;
use super::{Kind, Match, keys};

/// Longest candidate, in characters without joints: an IBAN.
const LONGEST: usize = 34;
/// Joints that may follow each other inside a number.
const MOST_JOINTS: usize = 3;

fn is_joint(c: char) -> bool {
    matches!(
        c,
        ' ' | '.' | '-' | '/' | '_' | '(' | ')' | ',' | ':' | '\''
    )
}

/// A sequence of letters and digits read across joints, with the position after each.
struct Candidate {
    compact: String,
    /// Position after each character of `compact`.
    ends: Vec<usize>,
    plus: bool,
}

/// Reads the candidate that starts at a position.
fn candidate(reading: &Reading, start: usize) -> Candidate {
    let mut found = Candidate {
        compact: String::new(),
        ends: Vec::new(),
        plus: reading.at(start) == Some('+'),
    };
    let mut at = start + usize::from(found.plus);
    let mut joints = 0;
    while let Some(c) = reading.at(at) {
        if c.is_ascii_alphanumeric() {
            joints = 0;
            found.compact.push(c.to_ascii_uppercase());
            found.ends.push(at + 1);
            if found.compact.len() == LONGEST {
                break;
            }
        } else if is_joint(c) && joints < MOST_JOINTS && !found.compact.is_empty() {
            joints += 1;
        } else {
            break;
        }
        at += 1;
    }
    found
}

/// The first `length` characters, if a number may end there.
fn prefix(reading: &Reading, found: &Candidate, length: usize) -> Option<(String, usize)> {
    let text = found.compact.get(..length)?;
    let end = *found.ends.get(length.checked_sub(1)?)?;
    let glued = reading.at(end).is_some_and(char::is_alphanumeric);
    (!glued).then(|| (text.to_owned(), end))
}

/// Letters taken for digits inside a long number: O for 0, I and l for 1.
fn as_digits(text: &str) -> String {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < 9 {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect()
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Finds all numbers.
pub(super) fn find(reading: &Reading, matches: &mut Vec<Match>) {
    for start in 0..reading.len() {
        let Some(c) = reading.at(start) else { break };
        let opens = c.is_ascii_alphanumeric() || c == '+';
        if !opens || reading.glued_before(start) {
            continue;
        }
        let found = candidate(reading, start);
        if found.compact.len() < 4 {
            continue;
        }
        let mut add = |kind: Kind, to: usize, checked: bool| {
            matches.push(Match {
                kind,
                from: start,
                to,
                checked,
            });
        };
        iban_at(reading, &found, &mut add);
        keyed_at(reading, start, &found, &mut add);
        phone_at(reading, &found, &mut add);
        announced_at(reading, start, &found, &mut add);
        plate_at(reading, start, &mut add);
    }
    secrets(reading, matches);
}

fn iban_at(reading: &Reading, found: &Candidate, add: &mut impl FnMut(Kind, usize, bool)) {
    let country = found.compact.get(..2).unwrap_or_default();
    // Two letters, two digits, and digits after: a sentence is not an account.
    let shaped = found
        .compact
        .bytes()
        .skip(2)
        .take(2)
        .all(|b| b.is_ascii_digit())
        && found.compact.bytes().filter(u8::is_ascii_digit).count() >= 8;
    if shaped
        && let Some(length) = keys::iban_length(country)
        && let Some((text, end)) = prefix(reading, found, length)
        && (keys::iban(&text)
            || keys::iban(&format!(
                "{country}{}",
                as_digits(text.get(2..).unwrap_or_default())
            )))
    {
        add(Kind::Iban, end, true);
    }
    if let Some((text, end)) = prefix(reading, found, 23)
        && text.bytes().take(10).all(|b| b.is_ascii_digit())
        && keys::rib(&text)
    {
        add(Kind::Iban, end, true);
    }
}

fn keyed_at(
    reading: &Reading,
    start: usize,
    found: &Candidate,
    add: &mut impl FnMut(Kind, usize, bool),
) {
    let number =
        |length: usize| prefix(reading, found, length).map(|(text, end)| (as_digits(&text), end));
    if let Some((text, end)) = number(15)
        && keys::social_security(&text)
    {
        add(Kind::SocialSecurity, end, true);
    }
    if let Some((text, end)) = number(13) {
        if all_digits(&text) && keys::tax_number(&text) {
            add(Kind::TaxNumber, end, true);
        }
        if keys::social_security_body(&text) {
            let announced = before(reading, start, 4, SOCIAL_SECURITY);
            let kind = if announced {
                Kind::SocialSecurity
            } else {
                Kind::SocialSecurityBody
            };
            add(kind, end, false);
        }
    }
    for length in 13..=19 {
        if let Some((text, end)) = number(length)
            && all_digits(&text)
            && keys::card(&text)
        {
            add(Kind::Card, end, true);
        }
    }
    if let Some((text, end)) = number(14)
        && all_digits(&text)
        && keys::company(&text)
    {
        add(Kind::Company, end, true);
    }
    if let Some((text, end)) = number(9)
        && all_digits(&text)
        && keys::company(&text)
        && before(
            reading,
            start,
            3,
            &["siren", "siret", "entreprise", "societe"],
        )
    {
        add(Kind::Company, end, true);
    }
}

const SOCIAL_SECURITY: &[&str] = &["secu", "securite sociale", "nir", "insee", "ss", "vitale"];

/// Prefixes of overseas numbers after +.
const OVERSEAS: [&str; 7] = ["262", "590", "594", "596", "508", "687", "689"];

fn phone_at(reading: &Reading, found: &Candidate, add: &mut impl FnMut(Kind, usize, bool)) {
    let compact = as_digits(&found.compact);
    let digits = compact.as_str();
    let mut national = |length: usize, skip: usize, lead: &str| {
        let Some((text, end)) = prefix(reading, found, length) else {
            return;
        };
        let text = as_digits(&text);
        let rest = text.get(skip..).unwrap_or_default();
        let number = format!("{lead}{rest}");
        if number.len() != 10 || !all_digits(&number) {
            return;
        }
        match number.as_bytes().get(1) {
            Some(b'6' | b'7') => add(Kind::Mobile, end, false),
            // 08 numbers are a service's, never a person's.
            Some(b'1'..=b'5' | b'9') => add(Kind::Phone, end, false),
            _ => {}
        }
    };
    if digits.starts_with('0') && !digits.starts_with("00") {
        national(10, 0, "");
    }
    let country = if found.plus {
        Some(0)
    } else {
        digits.starts_with("00").then_some(2)
    };
    if let Some(skip) = country {
        let rest = digits.get(skip..).unwrap_or_default();
        if rest.starts_with("33") {
            national(skip + 11, skip + 2, "0");
            // « +33 (0)6 … »
            national(skip + 12, skip + 2, "");
        }
        if OVERSEAS.iter().any(|prefix| rest.starts_with(prefix)) {
            national(skip + 12, skip + 3, "0");
        }
    }
}

/// Numbers that only their announcement makes identifiers.
fn announced_at(
    reading: &Reading,
    start: usize,
    found: &Candidate,
    add: &mut impl FnMut(Kind, usize, bool),
) {
    let near = |phrases: &[&str]| before(reading, start, 4, phrases);
    let number = |length: usize| prefix(reading, found, length);
    let digits_in = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let joined = |text: &str, end: usize| {
        // A date or an amount is written with joints; these numbers hardly ever are.
        let written = reading.slice(start, end);
        let joints = written.chars().filter(|c| is_joint(*c)).count();
        joints * 3 <= text.len()
    };
    if near(&["caf", "allocataire", "matricule", "dossier"])
        && let Some((text, end)) = number(7).or_else(|| number(8))
        && digits_in(&text) >= 7
        && joined(&text, end)
    {
        add(Kind::FileNumber, end, false);
    }
    if near(&[
        "france travail",
        "pole emploi",
        "demandeur d",
        "identifiant",
    ]) && let Some((text, end)) = number(8).or_else(|| number(7)).or_else(|| number(11))
        && digits_in(&text) >= 6
        && joined(&text, end)
    {
        add(Kind::FileNumber, end, false);
    }
    if near(&[
        "cni",
        "identite",
        "passeport",
        "sejour",
        "agdref",
        "permis",
        "etranger",
    ]) {
        for length in [12, 10, 9] {
            if let Some((text, end)) = number(length)
                && digits_in(&text) >= 4
                && joined(&text, end)
            {
                add(Kind::Papers, end, false);
                break;
            }
        }
    }
    if near(SOCIAL_SECURITY)
        && let Some((text, end)) = number(15).or_else(|| number(13))
        && digits_in(&text) >= 12
    {
        add(Kind::SocialSecurity, end, false);
    }
}

/// AA-123-AA without I, O, U, or 123 ABC 75.
fn plate_at(reading: &Reading, start: usize, add: &mut impl FnMut(Kind, usize, bool)) {
    let first = reading.word_at(start);
    let three: Vec<_> = reading.words.iter().skip(first).take(3).collect();
    if let [a, b, c] = three.as_slice()
        && a.from == start
        && b.from <= a.to + 3
        && c.from <= b.to + 3
    {
        let digits = |text: &str, least: usize, most: usize| {
            (least..=most).contains(&text.len()) && all_digits(text)
        };
        let letters = |text: &str| {
            text.bytes()
                .all(|b| b.is_ascii_lowercase() && !b"iou".contains(&b))
        };
        let new = a.text.len() == 2
            && c.text.len() == 2
            && letters(&a.text)
            && letters(&c.text)
            && digits(&b.text, 3, 3)
            && a.text != "ss"
            && (a.capitals && c.capitals || reading.at(a.to) == Some('-'));
        let department = c
            .text
            .parse::<u32>()
            .is_ok_and(|d| matches!(d, 1..=95 | 971..=976))
            || matches!(c.text.as_str(), "2a" | "2b");
        let old = digits(&a.text, 2, 4)
            && (2..=3).contains(&b.text.len())
            && letters(&b.text)
            && b.capitals
            && c.text.len() >= 2
            && department;
        if new || old {
            add(Kind::Plate, c.to, false);
        }
    }
    if let Some(word) = reading
        .words
        .get(first)
        .filter(|w| w.from == start && w.text.len() == 7)
        && word.text.bytes().enumerate().all(|(i, b)| match i {
            0 | 1 | 5 | 6 => b.is_ascii_lowercase() && !b"iou".contains(&b),
            _ => b.is_ascii_digit(),
        })
        && reading.at(word.from).is_some_and(char::is_uppercase)
    {
        add(Kind::Plate, word.to, false);
    }
}

/// « mdp : … », « mot de passe : … », « code : 1234 ».
fn secrets(reading: &Reading, matches: &mut Vec<Match>) {
    for (number, word) in reading.words.iter().enumerate() {
        let is_password = matches!(word.text.as_str(), "mdp" | "password" | "pwd" | "otp")
            || (word.text == "passe"
                && number >= 2
                && reading
                    .words
                    .get(number - 2)
                    .is_some_and(|w| w.text == "mot"));
        let is_code = matches!(word.text.as_str(), "code" | "pin");
        if !is_password && !is_code {
            continue;
        }
        let mut at = word.to;
        let mut said = false;
        // What comes after « : », « = » or « est ».
        while let Some(c) = reading.at(at) {
            let next_is_est = reading.slice(at, at + 4).eq_ignore_ascii_case("est ");
            if matches!(c, ':' | '=') || next_is_est {
                said = true;
                at += if next_is_est { 4 } else { 1 };
            } else if c == ' ' {
                at += 1;
            } else {
                break;
            }
        }
        let end = (at..reading.len())
            .find(|p| reading.at(*p).is_some_and(|c| c == ' ' || c == ','))
            .unwrap_or(reading.len());
        let value = reading.slice(at, end);
        let value = value.trim_end_matches(['.', ';', '!', '?']);
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let mixed = value.chars().any(|c| !c.is_alphabetic()) && value.chars().count() >= 4;
        let secret = if is_password {
            mixed && (said || digits > 0)
        } else {
            said && (4..=8).contains(&value.len()) && digits == value.len()
        };
        if secret {
            matches.push(Match {
                kind: Kind::Secret,
                from: at,
                to: at + value.chars().count(),
                checked: false,
            });
        }
    }
}
