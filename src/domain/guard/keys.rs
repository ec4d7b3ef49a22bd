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
        digits => digits
            .parse::<u32>()
            .is_ok_and(|d| matches!(d, 1..=95 | 97..=99)),
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
    let prefix = |length: usize| {
        number
            .get(..length)
            .and_then(|p| p.parse::<u32>().ok())
            .unwrap_or(0)
    };
    let issuer = match number.len() {
        16 => {
            prefix(1) == 4
                || matches!(prefix(2), 51..=55 | 65 | 67)
                || matches!(prefix(4), 2221..=2720 | 6011 | 5018 | 5020 | 5038)
        }
        15 => matches!(prefix(2), 34 | 37),
        13 => prefix(1) == 4,
        17..=19 => matches!(prefix(4), 5018 | 5020 | 5038) || prefix(2) == 67,
        _ => false,
    };
    issuer && luhn(number)
}

/// A company number: SIRET of 14 digits or SIREN of 9; La Poste sums its digits to a multiple of 5.
pub(super) fn company(number: &str) -> bool {
    if number.len() == 14 && number.starts_with("356000000") {
        let sum: u32 = number.bytes().map(|b| u32::from(b - b'0')).sum();
        return sum.is_multiple_of(5) || luhn(number);
    }
    matches!(number.len(), 9 | 14) && luhn(number)
}

/// Length of an IBAN by country; the SEPA ones.
const IBAN_LENGTHS: [(&str, usize); 37] = [
    ("FR", 27),
    ("MC", 27),
    ("DE", 22),
    ("BE", 16),
    ("ES", 24),
    ("IT", 27),
    ("LU", 20),
    ("CH", 21),
    ("PT", 25),
    ("NL", 18),
    ("GB", 22),
    ("IE", 22),
    ("AT", 20),
    ("PL", 28),
    ("RO", 24),
    ("BG", 22),
    ("GR", 27),
    ("HR", 21),
    ("CZ", 24),
    ("SK", 24),
    ("SI", 19),
    ("HU", 28),
    ("SE", 24),
    ("DK", 18),
    ("FI", 18),
    ("NO", 15),
    ("EE", 20),
    ("LV", 21),
    ("LT", 20),
    ("MT", 31),
    ("CY", 28),
    ("IS", 26),
    ("LI", 21),
    ("SM", 27),
    ("AD", 24),
    ("VA", 22),
    ("GI", 23),
];

/// Length an IBAN of this country has.
pub(super) fn iban_length(country: &str) -> Option<usize> {
    IBAN_LENGTHS
        .iter()
        .find(|(code, _)| *code == country)
        .map(|(_, length)| *length)
}

/// An IBAN: the first four characters moved last, letters as numbers, modulo 97 = 1; of France and
/// Monaco the RIB key inside too.
pub(super) fn iban(compact: &str) -> bool {
    let (Some(head), Some(tail), Some(country)) =
        (compact.get(..4), compact.get(4..), compact.get(..2))
    else {
        return false;
    };
    let rest = tail.bytes().chain(head.bytes()).try_fold(0_u64, |rest, b| {
        let value = u64::from(char::from(b).to_digit(36)?);
        Some((if value > 9 { rest * 100 } else { rest * 10 } + value) % 97)
    });
    rest == Some(1)
        && iban_length(country) == Some(compact.len())
        && (!matches!(country, "FR" | "MC") || rib(tail))
}

/// The key of a RIB: 97 − (89·bank + 15·branch + 3·account) mod 97, letters of the account as digits.
pub(super) fn rib(account: &str) -> bool {
    let digits: Option<String> = account
        .bytes()
        .map(|b| match b {
            b'0'..=b'9' => Some(char::from(b)),
            b'A'..=b'I' => char::from_digit(u32::from(b - b'A') + 1, 10),
            b'J'..=b'R' => char::from_digit(u32::from(b - b'J') + 1, 10),
            b'S'..=b'Z' => char::from_digit(u32::from(b - b'S') + 2, 10),
            _ => None,
        })
        .collect();
    let Some(digits) = digits.filter(|d| d.len() == 23) else {
        return false;
    };
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|p| p.parse::<u64>().ok());
    match (part(0, 5), part(5, 10), part(10, 21), part(21, 23)) {
        (Some(bank), Some(branch), Some(account), Some(key)) => {
            97 - (89 * bank + 15 * branch + 3 * account) % 97 == key
        }
        _ => false,
    }
}
