//! Accounts of the SEPA countries: their shape, and the key inside a French one.

/// Country, then the shape after its key: `n` digits, `a` letters, `c` either, each with its count.
const SHAPES: [(&str, &str); 41] = [
    ("AD", "8n12c"),
    ("AL", "8n16c"),
    ("AT", "16n"),
    ("BE", "12n"),
    ("BG", "4a6n8c"),
    ("CH", "5n12c"),
    ("CY", "8n16c"),
    ("CZ", "20n"),
    ("DE", "18n"),
    ("DK", "14n"),
    ("EE", "16n"),
    ("ES", "20n"),
    ("FI", "14n"),
    ("FR", "10n11c2n"),
    ("GB", "4a14n"),
    ("GI", "4a15c"),
    ("GR", "7n16c"),
    ("HR", "17n"),
    ("HU", "24n"),
    ("IE", "4a14n"),
    ("IS", "22n"),
    ("IT", "1a10n12c"),
    ("LI", "5n12c"),
    ("LT", "16n"),
    ("LU", "3n13c"),
    ("LV", "4a13c"),
    ("MC", "10n11c2n"),
    ("MD", "20c"),
    ("ME", "18n"),
    ("MK", "3n10c2n"),
    ("MT", "4a5n18c"),
    ("NL", "4a10n"),
    ("NO", "11n"),
    ("PL", "24n"),
    ("PT", "21n"),
    ("RO", "4a16c"),
    ("RS", "18n"),
    ("SE", "20n"),
    ("SI", "15n"),
    ("SK", "20n"),
    ("SM", "1a10n12c"),
];

/// The Vatican's, which nothing else resembles.
const VATICAN: (&str, &str) = ("VA", "18n");

fn shape(country: &str) -> Option<&'static str> {
    SHAPES
        .iter()
        .chain([&VATICAN])
        .find(|(code, _)| *code == country)
        .map(|(_, shape)| *shape)
}

/// The parts of a shape: how many, and which characters.
fn parts(shape: &str) -> impl Iterator<Item = (usize, char)> {
    shape.split_inclusive(['n', 'a', 'c']).filter_map(|part| {
        let kind = part.chars().next_back()?;
        Some((part.trim_end_matches(kind).parse().ok()?, kind))
    })
}

/// Length an IBAN of this country has.
pub(super) fn length(country: &str) -> Option<usize> {
    shape(country).map(|shape| 4 + parts(shape).map(|(count, _)| count).sum::<usize>())
}

/// Says whether what follows the key has the shape of its country's accounts.
fn shaped(country: &str, account: &str) -> bool {
    let Some(shape) = shape(country) else {
        return false;
    };
    let mut left = account.bytes();
    parts(shape).all(|(count, kind)| {
        (0..count).all(|_| {
            left.next().is_some_and(|b| match kind {
                'n' => b.is_ascii_digit(),
                'a' => b.is_ascii_uppercase(),
                _ => b.is_ascii_digit() || b.is_ascii_uppercase(),
            })
        })
    }) && left.next().is_none()
}

/// An IBAN: the first four characters moved last, letters as numbers, modulo 97 = 1; of France and
/// Monaco the RIB key inside too.
pub(super) fn iban(compact: &str) -> bool {
    let (Some(head), Some(account), Some(country)) =
        (compact.get(..4), compact.get(4..), compact.get(..2))
    else {
        return false;
    };
    let key = head.get(2..).unwrap_or_default();
    if !shaped(country, account) || !key.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let rest = account
        .bytes()
        .chain(head.bytes())
        .try_fold(0_u64, |rest, b| {
            let value = u64::from(char::from(b).to_digit(36)?);
            Some((if value > 9 { rest * 100 } else { rest * 10 } + value) % 97)
        });
    rest == Some(1)
        // A key is 98 less a remainder.
        && (2..=98).contains(&key.parse::<u32>().unwrap_or(0))
        && (!matches!(country, "FR" | "MC") || rib(account))
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
