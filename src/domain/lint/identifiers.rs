//! Identifiers of people inside a text, each validated where it has a key.
//!
//! A kit holds none; the guard of notes needs more and better, with masking. This must never repeat
//! what it found outside the finding itself.

/// What kind of identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identifier {
    /// An e-mail address.
    Mail,
    /// A phone number of a person (01–07, 09), not a short or toll-free number.
    Phone,
    /// A French social security number with its key.
    SocialSecurity,
    /// A bank account, IBAN or RIB.
    Account,
    /// A number of a file or of a beneficiary, announced as such.
    FileNumber,
    /// A vehicle's plate.
    Plate,
    /// A date of birth, announced as such.
    BirthDate,
    /// A postal address.
    Address,
}

impl Identifier {
    /// Says what it is, within a sentence.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mail => "une adresse e-mail",
            Self::Phone => "un numéro de téléphone",
            Self::SocialSecurity => "un numéro de sécurité sociale",
            Self::Account => "un compte bancaire",
            Self::FileNumber => "un numéro de dossier ou d’allocataire",
            Self::Plate => "une plaque d’immatriculation",
            Self::BirthDate => "une date de naissance",
            Self::Address => "une adresse postale",
        }
    }
}

/// Finds identifiers, with the text of each as written.
pub(super) fn find(text: &str) -> Vec<(Identifier, String)> {
    let mut found = Vec::new();
    if let Some(mail) = mail(text) {
        found.push((Identifier::Mail, mail));
    }
    for run in digit_runs(text) {
        if let Some(kind) = classify(text, &run) {
            found.push((kind, run.written));
        }
    }
    if let Some(plate) = plate(text) {
        found.push((Identifier::Plate, plate));
    }
    if let Some(iban) = iban(text) {
        found.push((Identifier::Account, iban));
    }
    if let Some(address) = address(text) {
        found.push((Identifier::Address, address));
    }
    found
}

fn mail(text: &str) -> Option<String> {
    text.split(|c: char| c.is_whitespace() || "()<>«»,;".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|word| {
            word.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty()
                    && domain
                        .rsplit_once('.')
                        .is_some_and(|(host, end)| !host.is_empty() && end.chars().count() >= 2)
            })
        })
        .map(str::to_owned)
}

/// Digits that belong together, with the separators people write between them.
struct Run {
    digits: String,
    written: String,
    /// The text before, lower case, for what announces the number.
    before: String,
}

fn is_joint(c: char) -> bool {
    matches!(
        c,
        ' ' | '.' | '-' | '/' | '\u{a0}' | '\u{202f}' | '\u{2009}'
    )
}

fn digit_runs(text: &str) -> Vec<Run> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(&(start, first)) = characters.get(at) {
        let glued = at
            .checked_sub(1)
            .and_then(|before| characters.get(before))
            .is_some_and(|(_, c)| c.is_alphanumeric());
        if !(first.is_ascii_digit() || first == '+') || glued {
            at += 1;
            continue;
        }
        let mut digits = String::new();
        let mut end = start + first.len_utf8();
        let mut next = at;
        while let Some(&(position, c)) = characters.get(next) {
            let corsican = digits.len() == 6 && matches!(c, 'A' | 'B' | 'a' | 'b');
            if c.is_ascii_digit() || (corsican && digits.ends_with('2')) || (c == '+' && next == at)
            {
                if c != '+' {
                    digits.push(c);
                }
                end = position + c.len_utf8();
            } else if !is_joint(c)
                || characters
                    .get(next + 1)
                    .is_none_or(|(_, n)| !n.is_ascii_digit())
            {
                break;
            }
            next += 1;
        }
        runs.push(Run {
            digits,
            written: text.get(start..end).unwrap_or_default().to_owned(),
            before: text.get(..start).unwrap_or_default().to_lowercase(),
        });
        at = next.max(at + 1);
    }
    runs
}

const MONTHS: [&str; 16] = [
    "janv", "févr", "fevr", "mars", "avril", "mai", "juin", "juil", "août", "aout", "sept", "oct",
    "nov", "déc", "dec", "er ",
];

fn classify(text: &str, run: &Run) -> Option<Identifier> {
    let digits = run.digits.as_str();
    let announced = |words: &[&str]| {
        let from = run.before.chars().rev().take(32).collect::<Vec<_>>();
        let near: String = from.into_iter().rev().collect();
        words.iter().any(|word| near.contains(word))
    };
    if social_security(digits) {
        return Some(Identifier::SocialSecurity);
    }
    let national = match digits.strip_prefix("33") {
        Some(rest) if run.written.starts_with('+') => format!("0{rest}"),
        _ => match digits.strip_prefix("0033") {
            Some(rest) => format!("0{rest}"),
            None => digits.to_owned(),
        },
    };
    if national.len() == 10
        && national.starts_with('0')
        && matches!(national.as_bytes().get(1), Some(b'1'..=b'7' | b'9'))
    {
        return Some(Identifier::Phone);
    }
    if digits.len() == 23 && rib(digits) {
        return Some(Identifier::Account);
    }
    if digits.len() >= 5
        && !run.written.contains('-')
        && announced(&[
            "allocataire",
            "dossier n",
            "matricule",
            "numéro fiscal",
            "numero fiscal",
            "identifiant n",
            "n° ",
            "usager n",
            "sécu",
            "secu",
            "demandeur d",
        ])
    {
        return Some(Identifier::FileNumber);
    }
    let in_words = text
        .to_lowercase()
        .split_once(&run.written.to_lowercase())
        .is_some_and(|(_, rest)| {
            MONTHS
                .iter()
                .any(|month| rest.trim_start().starts_with(month))
        });
    let is_date =
        in_words || matches!(run.written.split(['/', '.', '-']).count(), 3) && digits.len() >= 6;
    let born = announced(&[
        "né le",
        "née le",
        "ne le",
        "nee le",
        "né(e) le",
        "naissance",
        "né·e le",
    ]) || text.to_lowercase().contains("date de naissance :");
    if born && (is_date || digits.len() == 8) {
        return Some(Identifier::BirthDate);
    }
    None
}

/// Checks a social security number: 13 characters and a key of 97 − n mod 97.
fn social_security(digits: &str) -> bool {
    if digits.len() != 15 || !digits.starts_with(['1', '2', '3', '4', '7', '8']) {
        return false;
    }
    let body = digits.get(..13).unwrap_or_default().to_lowercase();
    // Corsican departments count as 19 and 18 (2A, 2B).
    let body = body.replacen("2a", "19", 1).replacen("2b", "18", 1);
    let key = digits.get(13..).and_then(|key| key.parse::<u64>().ok());
    match (body.parse::<u64>(), key) {
        (Ok(number), Some(key)) => 97 - number % 97 == key,
        _ => false,
    }
}

/// Checks a RIB: bank, branch, account, key, weighted 89, 15, 3.
fn rib(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|p| p.parse::<u64>().ok());
    match (part(0, 5), part(5, 10), part(10, 21), part(21, 23)) {
        (Some(bank), Some(branch), Some(account), Some(key)) => {
            97 - (89 * bank + 15 * branch + 3 * account) % 97 == key
        }
        _ => false,
    }
}

/// Finds an IBAN whose key is right.
fn iban(text: &str) -> Option<String> {
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text.get(..*at).and_then(|t| t.chars().next_back());
        c.is_ascii_uppercase() && !before.is_some_and(char::is_alphanumeric)
    });
    for (start, _) in starts {
        let rest = text.get(start..).unwrap_or_default();
        let mut compact = String::new();
        for (offset, c) in rest.char_indices() {
            if c.is_ascii_alphanumeric() {
                compact.push(c.to_ascii_uppercase());
            } else if !is_joint(c) {
                break;
            }
            let long_enough = (15..=34).contains(&compact.len());
            if long_enough && iban_key(&compact) {
                return rest.get(..offset + c.len_utf8()).map(str::to_owned);
            }
            if compact.len() > 34 {
                break;
            }
        }
    }
    None
}

/// ISO 13616: the first four characters moved to the end, letters as numbers, mod 97 = 1.
fn iban_key(compact: &str) -> bool {
    let (Some(head), Some(tail)) = (compact.get(..4), compact.get(4..)) else {
        return false;
    };
    let shape = head.bytes().take(2).all(|b| b.is_ascii_uppercase())
        && head.bytes().skip(2).all(|b| b.is_ascii_digit());
    shape
        && tail.bytes().chain(head.bytes()).try_fold(0_u64, |rest, b| {
            let value = u64::from(char::from(b).to_digit(36)?);
            Some((if value > 9 { rest * 100 } else { rest * 10 } + value) % 97)
        }) == Some(1)
}

/// Finds a plate: AB-123-CD or 123 ABC 45.
fn plate(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "-–,;()«»".contains(c))
        .map(|word| word.trim_matches(['.', ':', '!', '?']))
        .filter(|word| !word.is_empty())
        .collect();
    let letters = |word: &str, count: std::ops::RangeInclusive<usize>| {
        count.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
    };
    let digits = |word: &str, count: std::ops::RangeInclusive<usize>| {
        count.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    words
        .windows(3)
        .find(|three| match three {
            [a, b, c] => {
                (letters(a, 2..=2) && digits(b, 3..=3) && letters(c, 2..=2))
                    || (digits(a, 2..=4) && letters(b, 2..=3) && digits(c, 2..=2))
            }
            _ => false,
        })
        .map(|three| three.join("-"))
        .or_else(|| {
            words
                .iter()
                .find(|word| {
                    word.len() == 7
                        && word.bytes().enumerate().all(|(i, b)| match i {
                            0 | 1 | 5 | 6 => b.is_ascii_uppercase(),
                            _ => b.is_ascii_digit(),
                        })
                })
                .map(|word| (*word).to_owned())
        })
}

/// Finds a number followed by a way: « 12 bis, rue … ».
fn address(text: &str) -> Option<String> {
    const WAYS: [&str; 14] = [
        "rue",
        "avenue",
        "av",
        "boulevard",
        "bd",
        "bld",
        "impasse",
        "allée",
        "allee",
        "chemin",
        "place",
        "route",
        "quai",
        "square",
    ];
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",;()«»".contains(c))
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).find_map(|at| {
        let number = words.get(at)?;
        if !(number.len() <= 4 && number.starts_with(|c: char| c.is_ascii_digit())) {
            return None;
        }
        let skip = usize::from(matches!(*words.get(at + 1)?, "bis" | "ter" | "quater"));
        let way = words
            .get(at + 1 + skip)?
            .trim_end_matches('.')
            .to_lowercase();
        // A way has a name after it; « 2 place » alone is a count.
        let named = words.get(at + 2 + skip).is_some();
        (WAYS.contains(&way.as_str()) && named).then(|| {
            words
                .get(at..(at + 4 + skip).min(words.len()))
                .unwrap_or(&[])
                .join(" ")
        })
    })
}
