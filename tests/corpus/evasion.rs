//! What hides an identifier from a reader of shapes, on purpose or by a paste from elsewhere.

use unicode_normalization::UnicodeNormalization as _;

use super::draw::Draw;
use super::{Note, single_notes};

/// Names of the tricks, as published.
pub(crate) const TRICKS: [&str; 9] = [
    "caractères sans chasse",
    "contrôles de sens d’écriture",
    "chiffres sosies",
    "saut de ligne dedans",
    "pleine chasse",
    "entités HTML",
    "accents décomposés",
    "capitales",
    "minuscules",
];

fn apart(value: &str, between: impl Fn(usize) -> Option<char>) -> String {
    let mut text = String::new();
    for (number, c) in value.chars().enumerate() {
        if number > 0 {
            text.extend(between(number));
        }
        text.push(c);
    }
    text
}

/// Does a trick to a value; nothing if it makes no sense there.
fn disguise(trick: usize, value: &str, draw: &mut Draw) -> Option<String> {
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    match trick {
        0 => {
            let hidden = draw.one(&[
                '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}', '\u{ad}', '\u{180e}',
            ]);
            let every = draw.between(1, 4);
            Some(apart(value, |n| n.is_multiple_of(every).then_some(hidden)))
        }
        1 => Some(match draw.below(4) {
            0 => format!("\u{202d}{value}\u{202c}"),
            1 => format!("\u{2066}{value}\u{2069}"),
            2 => apart(value, |n| n.is_multiple_of(2).then_some('\u{200e}')),
            _ => apart(value, |n| n.is_multiple_of(3).then_some('\u{202a}')),
        }),
        2 => {
            let kind = if digits >= 9 {
                draw.below(7)
            } else {
                2 + draw.below(5)
            };
            (digits >= 4).then(|| {
                value
                    .chars()
                    .map(|c| match (kind, c, c.to_digit(10)) {
                        (0, '0', _) => draw.one(&['O', 'o', '\u{41e}', '\u{39f}']),
                        (1, '1', _) => draw.one(&['l', 'I']),
                        (0 | 1, c, _) | (_, c, None) => c,
                        (2, _, Some(d)) => char::from_u32(0x660 + d).unwrap_or(c),
                        (3, _, Some(d)) => char::from_u32(0x1d7ce + d).unwrap_or(c),
                        (4, _, Some(d)) => char::from_u32(0x966 + d).unwrap_or(c),
                        (5, _, Some(d)) => char::from_u32(0x1d7f6 + d).unwrap_or(c),
                        (_, _, Some(d)) => char::from_u32(0x6f0 + d).unwrap_or(c),
                    })
                    .collect()
            })
        }
        3 => {
            let brk = draw.one(&["\n", "\r\n", "\n ", "\u{2028}"]);
            let joints: Vec<usize> = value
                .match_indices([' ', '\u{a0}', '\u{202f}'])
                .map(|(at, _)| at)
                .collect();
            if let Some(at) = (!joints.is_empty()).then(|| draw.one(&joints)) {
                let (head, tail) = value.split_at(at);
                return Some(format!("{head}{brk}{}", tail.trim_start()));
            }
            // A number without spaces breaks anywhere the line ends.
            (digits >= 9 && value.is_ascii() && !value.contains(['@', ':'])).then(|| {
                let (head, tail) = value.split_at(draw.between(2, value.len() - 2));
                format!("{head}{brk}{tail}")
            })
        }
        4 => Some(
            value
                .chars()
                .map(|c| match c {
                    '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
                    ' ' => '\u{3000}',
                    c => c,
                })
                .collect(),
        ),
        5 => {
            let form = draw.below(3);
            let some = draw.between(1, 3);
            let mut text = String::new();
            for (number, c) in value.chars().enumerate() {
                let coded = c.is_ascii_digit() || matches!(c, '@' | '.' | ' ' | '-' | '\u{a0}');
                if !coded || !number.is_multiple_of(some) {
                    text.push(c);
                    continue;
                }
                let entity = match (form, c) {
                    (0, ' ' | '\u{a0}') => "&nbsp;".to_owned(),
                    (0, '@') => "&commat;".to_owned(),
                    (1, c) => format!("&#x{:x};", u32::from(c)),
                    (_, c) => format!("&#{};", u32::from(c)),
                };
                text.push_str(&entity);
            }
            Some(text)
        }
        6 => Some(value.nfd().collect()),
        7 => Some(value.to_uppercase()),
        _ => Some(value.to_lowercase()),
    }
}

/// So many notes in disguise, each with the number of its trick.
pub(crate) fn mutated(seed: u64, count: usize) -> Vec<(usize, Note)> {
    let mut draw = Draw::part(seed, 200);
    let source = single_notes(seed ^ 0x5eed, 400);
    let mut all = Vec::new();
    while all.len() < count {
        let note = &source[draw.below(source.len())];
        let trick = all.len() % TRICKS.len();
        // Companies only tell: hiding one hides nothing. A secret's case is part of it.
        if note.row == "siret" || (note.row == "code" && trick > 6) {
            continue;
        }
        let Some(value) = disguise(trick, note.value(), &mut draw) else {
            continue;
        };
        let (from, to) = note.expected.range;
        let (head, tail) = (
            note.text.get(..from).unwrap_or_default(),
            note.text.get(to..).unwrap_or_default(),
        );
        let mut note = note.clone();
        // Case and accents are those of the whole note.
        let (head, tail) = match trick {
            6 => (head.nfd().collect(), tail.nfd().collect()),
            7 => (head.to_uppercase(), tail.to_uppercase()),
            8 => (head.to_lowercase(), tail.to_lowercase()),
            _ => (head.to_owned(), tail.to_owned()),
        };
        note.text = format!("{head}{value}{tail}");
        note.expected.range = (head.len(), head.len() + value.len());
        all.push((trick, note));
    }
    all
}
