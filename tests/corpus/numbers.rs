//! Numbers with a key. Keys are computed here by the plain long division of their rule.

use super::Value;
use super::draw::{Draw, JOINTS, grouped};
use super::frames;

/// A number modulo another, digit by digit, as on paper.
fn modulo(digits: &str, by: u64) -> u64 {
    digits
        .bytes()
        .fold(0, |rest, b| (rest * 10 + u64::from(b - b'0')) % by)
}

/// The first thirteen characters of a social security number, and its key.
fn social_security(draw: &mut Draw, months: (usize, usize)) -> (String, String) {
    let sex = draw.one(&["1", "2"]);
    let year = draw.below(100);
    let month = draw.between(months.0, months.1);
    let (department, commune) = match draw.below(10) {
        0 => ("2A".to_owned(), draw.digits(3)),
        1 => ("2B".to_owned(), draw.digits(3)),
        // Overseas and abroad.
        2 => (
            "97".to_owned(),
            format!("{}{}", draw.between(1, 6), draw.digits(2)),
        ),
        3 => ("99".to_owned(), draw.digits(3)),
        _ => (format!("{:02}", draw.between(1, 95)), draw.digits(3)),
    };
    let order = draw.between(1, 999);
    let body = format!("{sex}{year:02}{month:02}{department}{commune}{order:03}");
    // Corsica as 20, less a million for 2A and two for 2B.
    let number: u64 = body.replace(['A', 'B'], "0").parse().unwrap_or(0);
    let less = match body.chars().nth(6) {
        Some('A') => 1_000_000,
        Some('B') => 2_000_000,
        _ => 0,
    };
    let key = 97 - (number - less) % 97;
    (body, format!("{key:02}"))
}

/// Row 1: with its key.
pub(crate) fn nir(draw: &mut Draw) -> Value {
    // Month 20 exists for people whose month of birth is unknown.
    let months = if draw.chance(15) { (20, 42) } else { (1, 12) };
    let (body, key) = social_security(draw, months);
    let joint = draw.one(&JOINTS);
    let text = match draw.below(8) {
        0..=2 => grouped(&format!("{body}{key}"), &[1, 2, 2, 2, 3, 3, 2], joint),
        3 => format!("{body}{key}"),
        4 => format!("{body} {key}"),
        5 => format!("{} ({key})", grouped(&body, &[1, 2, 2, 2, 3, 3], joint)),
        6 => format!(
            "{} {} {key}",
            grouped(&body, &[1, 2, 2, 2, 3, 3], joint),
            draw.one(&["clé", "cle", "clef", "clé :", "/", "-"])
        ),
        _ => grouped(&format!("{body}{key}"), &[1, 4, 5, 3, 2], joint),
    };
    let text = if draw.chance(12) {
        text.to_lowercase()
    } else {
        text
    };
    Value {
        text,
        kinds: &["nir"],
        frames: frames::NIR,
    }
}

/// Row 1b: without its key, announced or not.
pub(crate) fn nir_without_key(draw: &mut Draw) -> Value {
    let (body, _) = social_security(draw, (1, 12));
    let joint = draw.one(&JOINTS);
    let text = match draw.below(5) {
        0..=2 => grouped(&body, &[1, 2, 2, 2, 3, 3], joint),
        3 => body,
        _ => grouped(&body, &[1, 4, 5, 3], joint),
    };
    Value {
        text,
        kinds: &["nir-sans-cle", "nir"],
        frames: frames::NIR,
    }
}

/// Row 2.
pub(crate) fn tax(draw: &mut Draw) -> Value {
    let first = format!("{}{}", draw.below(4), draw.digits(9));
    let key = modulo(&first, 511);
    let number = format!("{first}{key:03}");
    let joint = draw.one(&JOINTS);
    let text = match draw.below(6) {
        0 | 1 => grouped(&number, &[2, 2, 3, 3, 3], joint),
        2 => number,
        3 => grouped(&number, &[1, 3, 3, 3, 3], joint),
        4 => grouped(&number, &[4, 4, 5], joint),
        _ => grouped(&number, &[3, 3, 3, 4], joint),
    };
    Value {
        text,
        kinds: &["spi"],
        frames: frames::TAX,
    }
}

/// Letters as numbers, as an IBAN's rule says.
fn expanded(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'0'..=b'9' => char::from(b).to_string(),
            _ => (u32::from(b.to_ascii_uppercase() - b'A') + 10).to_string(),
        })
        .collect()
}

/// Letters of a French account as digits: A and J are 1, B, K and S are 2, and so on.
fn account_digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'A' | 'J' => '1',
            'B' | 'K' | 'S' => '2',
            'C' | 'L' | 'T' => '3',
            'D' | 'M' | 'U' => '4',
            'E' | 'N' | 'V' => '5',
            'F' | 'O' | 'W' => '6',
            'G' | 'P' | 'X' => '7',
            'H' | 'Q' | 'Y' => '8',
            'I' | 'R' | 'Z' => '9',
            c => c,
        })
        .collect()
}

fn french_account(draw: &mut Draw) -> String {
    let bank = draw.digits(5);
    let branch = draw.digits(5);
    let mut account = draw.digits(11);
    if draw.chance(30) {
        // Post office accounts have letters.
        account = format!(
            "{}{}{}",
            draw.digits(7),
            draw.letters(1, "ABCDEFGHJKLMNPRSTUVWXYZ"),
            draw.digits(3)
        );
    }
    let part = |text: &str| -> u64 { account_digits(text).parse().unwrap_or(0) };
    let sum = 89 * part(&bank) + 15 * part(&branch) + 3 * part(&account);
    format!("{bank}{branch}{account}{:02}", 97 - sum % 97)
}

/// Row 3: mostly French, sometimes of a neighbour, sometimes as a bare RIB.
pub(crate) fn iban(draw: &mut Draw) -> Value {
    let joint = draw.one(&JOINTS);
    let (country, account) = match draw.below(12) {
        0 => ("MC", french_account(draw)),
        1 => ("DE", draw.digits(18)),
        2 => ("BE", {
            let first = draw.digits(10);
            let key = match modulo(&first, 97) {
                0 => 97,
                key => key,
            };
            format!("{first}{key:02}")
        }),
        3 => ("PT", draw.digits(21)),
        _ => ("FR", french_account(draw)),
    };
    let key = 98 - modulo(&expanded(&format!("{account}{country}00")), 97);
    let number = format!("{country}{key:02}{account}");
    let text = match draw.below(8) {
        0..=3 => grouped(&number, &[4; 9], joint),
        4 => number,
        5 => format!(
            "{country}{key:02} {}",
            grouped(&account, &[5, 5, 11, 2], joint)
        ),
        6 => grouped(&number, &[2, 2, 5, 5, 11, 2], joint),
        // A RIB alone: bank, branch, account, key.
        _ if country == "FR" => grouped(
            &account,
            &[5, 5, 11, 2],
            draw.one(&[" ", "", "-", "/", "  "]),
        ),
        _ => grouped(&number, &[4; 9], joint),
    };
    let text = if draw.chance(15) {
        text.to_lowercase()
    } else {
        text
    };
    Value {
        text,
        kinds: &["iban"],
        frames: frames::IBAN,
    }
}

/// The digit that ends a number under Luhn's rule.
pub(super) fn luhn_digit(body: &str) -> u64 {
    let sum: u64 = body
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, b)| {
            let digit = u64::from(b - b'0');
            match place % 2 {
                0 if digit > 4 => digit * 2 - 9,
                0 => digit * 2,
                _ => digit,
            }
        })
        .sum();
    (10 - sum % 10) % 10
}

/// Row 4.
pub(crate) fn card(draw: &mut Draw) -> Value {
    let (issuer, length, sizes): (String, usize, &[usize]) = match draw.below(10) {
        0..=4 => ("4".to_owned(), 16, &[4, 4, 4, 4]),
        5 => (format!("5{}", draw.between(1, 5)), 16, &[4, 4, 4, 4]),
        6 => (draw.between(2221, 2720).to_string(), 16, &[4, 4, 4, 4]),
        7 => (draw.one(&["34", "37"]).to_owned(), 15, &[4, 6, 5]),
        8 => ("6011".to_owned(), 16, &[4, 4, 4, 4]),
        _ => (
            draw.one(&["5018", "5020", "5038", "6759", "6763"])
                .to_owned(),
            16,
            &[4, 4, 4, 4],
        ),
    };
    let body = format!("{issuer}{}", draw.digits(length - 1 - issuer.len()));
    let number = format!("{body}{}", luhn_digit(&body));
    let text = match draw.below(5) {
        0 => number,
        1 => grouped(&number, &[8, 8], draw.one(&JOINTS)),
        _ => grouped(&number, sizes, draw.one(&JOINTS)),
    };
    Value {
        text,
        kinds: &["carte"],
        frames: frames::CARD,
    }
}

/// Row 5: tells only.
pub(crate) fn company(draw: &mut Draw) -> Value {
    if draw.chance(10) {
        // The post office sums its digits instead, save for its seat.
        let branch = draw.digits(4);
        let sum: u32 = "356000000"
            .bytes()
            .chain(branch.bytes())
            .map(|b| u32::from(b - b'0'))
            .sum();
        let number = format!("356000000{branch}{}", (5 - sum % 5) % 5);
        return Value {
            text: grouped(&number, &[3, 3, 3, 5], draw.one(&JOINTS)),
            kinds: &["siret", "siret-ei"],
            frames: frames::COMPANY,
        };
    }
    let first = draw.digits(8);
    let siren = format!("{first}{}", luhn_digit(&first));
    let number = if draw.chance(70) {
        let body = format!("{siren}{:04}", draw.between(1, 90));
        format!("{body}{}", luhn_digit(&body))
    } else {
        siren
    };
    let joint = draw.one(&JOINTS);
    let text = match draw.below(3) {
        0 => number,
        1 => grouped(&number, &[3, 3, 3, 5], joint),
        _ => grouped(&number, &[9, 5], joint),
    };
    Value {
        text,
        kinds: &["siret", "siret-ei"],
        frames: frames::COMPANY,
    }
}
