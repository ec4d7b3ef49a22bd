//! Keys of numbers: what tells a real identifier from digits that look like one.

/// A social security number of 15 characters: sex, month, department, and key = 97 − N mod 97.
pub(super) fn social_security(number: &str) -> bool {
    let Some(body) = number.get(..13) else {
        return false;
    };
    let key = number.get(13..).and_then(|key| key.parse::<u64>().ok());
    let corsica = corsica_as_number(body);
    number.len() == 15
        && social_security_body(body)
        && match (corsica.parse::<u64>(), key) {
            (Ok(n), Some(key)) => 97 - n % 97 == key,
            _ => false,
        }
}

/// Departments 2A and 2B count as 19 and 18.
fn corsica_as_number(body: &str) -> String {
    match body.get(5..7) {
        Some("2A") => body.replacen("2A", "19", 1),
        Some("2B") => body.replacen("2B", "18", 1),
        _ => body.to_owned(),
    }
}

/// The 13 characters without key: a sex, a month that exists (or a known pseudo-month), a department,
/// and something after it.
pub(super) fn social_security_body(body: &str) -> bool {
    if body.len() != 13 || !body.starts_with(['1', '2', '3', '4', '7', '8']) {
        return false;
    }
    let part = |from: usize, to: usize| body.get(from..to).unwrap_or_default();
    let month = part(3, 5).parse::<u32>().unwrap_or(0);
    let month_exists = matches!(month, 1..=12 | 20..=42 | 50..=99);
    let department = match part(5, 7) {
        "2A" | "2B" => true,
        // 96 was Tunisia's, until the births of 1956.
        digits => digits.parse::<u32>().is_ok_and(|d| (1..=99).contains(&d)),
    };
    let rest = part(7, 13);
    month_exists
        && department
        && part(1, 3).bytes().all(|b| b.is_ascii_digit())
        && rest.bytes().all(|b| b.is_ascii_digit())
        && rest != "000000"
}

/// A tax number: 13 digits, the first 0 to 3, the last three the first ten modulo 511.
pub(super) fn tax_number(number: &str) -> bool {
    let first = number.get(..10).and_then(|n| n.parse::<u64>().ok());
    let last = number.get(10..).and_then(|n| n.parse::<u64>().ok());
    number.len() == 13
        && number.starts_with(['0', '1', '2', '3'])
        && match (first, last) {
            (Some(first), Some(last)) => first != 0 && first % 511 == last,
            _ => false,
        }
}

/// Luhn's key.
pub(super) fn luhn(number: &str) -> bool {
    let sum: Option<u32> = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, b)| {
            let digit = char::from(b).to_digit(10)?;
            Some(match (place % 2, digit * 2) {
                (0, _) => digit,
                (_, double) if double > 9 => double - 9,
                (_, double) => double,
            })
        })
        .sum();
    sum.is_some_and(|sum| sum % 10 == 0) && number.bytes().any(|b| b != b'0')
}

/// A bank card: 13 to 19 digits of an issuer that exists, and Luhn's key.
pub(super) fn card(number: &str) -> bool {
    issued(number) && luhn(number)
}

/// Says whether an issuer gives cards of this beginning and length.
pub(super) fn issued(number: &str) -> bool {
    let prefix = |length: usize| {
        number
            .get(..length)
            .and_then(|p| p.parse::<u32>().ok())
            .unwrap_or(0)
    };
    let visa = prefix(1) == 4;
    let maestro = matches!(prefix(4), 5018 | 5020 | 5038 | 5893 | 6304) || prefix(2) == 67;
    match number.len() {
        13 => visa,
        15 => matches!(prefix(2), 34 | 37) || maestro,
        16 => {
            visa || maestro
                || matches!(prefix(2), 51..=55 | 62 | 65)
                || matches!(prefix(4), 2221..=2720 | 6011 | 3528..=3589)
        }
        17 | 18 => maestro || prefix(2) == 62,
        19 => visa || maestro || prefix(2) == 62,
        _ => false,
    }
}

/// A company number: SIREN of 9 digits under Luhn's key, or SIRET of 14 that begins with one; La
/// Poste's branches sum their digits to a multiple of 5, every other SIRET obeys Luhn's key again.
pub(super) fn company(number: &str) -> bool {
    match number.len() {
        9 => luhn(number),
        14 => {
            let branch = number.starts_with("356000000") && number != "35600000000048";
            let key = if branch {
                let sum: u32 = number.bytes().map(|b| u32::from(b - b'0')).sum();
                sum.is_multiple_of(5)
            } else {
                luhn(number)
            };
            key && number.get(..9).is_some_and(luhn)
        }
        _ => false,
    }
}

/// A French VAT number: FR, two digits that come from the SIREN, the SIREN.
pub(super) fn value_added_tax(number: &str) -> bool {
    let (Some(key), Some(siren)) = (number.get(2..4), number.get(4..)) else {
        return false;
    };
    let value = siren
        .parse::<u64>()
        .map(|siren| (12 + 3 * (siren % 97)) % 97);
    number.starts_with("FR")
        && siren.len() == 9
        && luhn(siren)
        && matches!((value, key.parse::<u64>()), (Ok(value), Ok(key)) if value == key)
}

/// The check digit of machine-read lines: weights 7, 3, 1; letters from 10; `<` counts nothing.
fn machine_digit(text: &str) -> Option<u32> {
    text.bytes()
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(b, weight)| match b {
            b'<' => Some(0),
            b => char::from(b).to_digit(36).map(|value| value * weight),
        })
        .sum::<Option<u32>>()
        .map(|sum| sum % 10)
}

/// A machine-read line whose check digits are right: of a passport, of both French identity cards and
/// of a residence permit.
pub(super) fn machine_line(line: &str) -> bool {
    let field = |from: usize, to: usize| line.get(from..to).unwrap_or_default();
    let checks = |from: usize, to: usize| {
        let digit = field(to, to + 1)
            .chars()
            .next()
            .and_then(|c| c.to_digit(10));
        digit.is_some() && machine_digit(field(from, to)) == digit
    };
    match line.len() {
        // Second line of a passport: number, birth, expiry.
        44 => checks(0, 9) && checks(13, 19) && checks(21, 27),
        // Second line of the card of before 2021: number, birth, the whole. Or of a two-line permit.
        36 => {
            (checks(0, 12) && checks(27, 33) && checks(0, 35))
                || (checks(0, 9) && checks(13, 19) && checks(21, 27))
        }
        // First or second line of a card of three.
        30 => checks(5, 14) || (checks(0, 6) && checks(8, 14)),
        _ => false,
    }
}
