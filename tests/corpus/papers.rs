//! What only its announcement makes an identifier: files, papers, plates, secrets; and what machines leave.

use super::Value;
use super::draw::{Draw, grouped};
use super::frames;

/// Row 8: seven digits.
pub(crate) fn benefit(draw: &mut Draw) -> Value {
    let number = format!("{}{}", draw.between(1, 9), draw.digits(6));
    let text = match draw.below(9) {
        0..=4 => number,
        5 => grouped(&number, &[1, 3, 3], draw.one(&[" ", ".", "\u{202f}", "-"])),
        6 => grouped(&number, &[3, 4], draw.one(&[" ", "-", "\u{a0}"])),
        7 => grouped(&number, &[3, 3, 1], draw.one(&[" ", "."])),
        _ => grouped(&number, &[2, 2, 3], draw.one(&[" ", "-"])),
    };
    Value {
        text,
        kinds: &["dossier"],
        frames: frames::BENEFIT,
    }
}

/// Row 9.
pub(crate) fn job(draw: &mut Draw) -> Value {
    let text = match draw.below(6) {
        0 | 1 => format!(
            "{}{}",
            draw.digits(7),
            draw.letters(1, "ABCDEFGHJKLMNPRSTVWXYZ")
        ),
        2 => format!(
            "{} {}",
            draw.digits(7),
            draw.letters(1, "ABCDEFGHJKLMNPRSTVWXYZ")
        ),
        3 => format!("{}{}", draw.between(1, 9), draw.digits(7)),
        4 => format!(
            "{}{}",
            draw.digits(7),
            draw.letters(1, "abcdefghjkmnprstvwxyz")
        ),
        _ => grouped(
            &format!("{}{}", draw.between(1, 9), draw.digits(10)),
            &[3, 4, 4],
            draw.one(&["", "", " "]),
        ),
    };
    Value {
        text,
        kinds: &["france-travail", "dossier"],
        frames: frames::JOB,
    }
}

const PLATE_LETTERS: &str = "ABCDEFGHJKLMNPQRSTVWXYZ";

/// Row 10.
pub(crate) fn plate(draw: &mut Draw) -> Value {
    let pair = |draw: &mut Draw| loop {
        let pair = draw.letters(2, PLATE_LETTERS);
        if pair != "SS" {
            return pair;
        }
    };
    let first = if draw.chance(5) {
        "WW".to_owned()
    } else {
        pair(draw)
    };
    let digits = format!("{:03}", draw.between(1, 999));
    let last = pair(draw);
    let joint = draw.one(&[
        "-", "-", " ", "", ".", "\u{2011}", "\u{a0}", " - ", "/", "_", "\u{2013}", "--",
    ]);
    let text = format!("{first}{joint}{digits}{joint}{last}");
    let text = match draw.below(5) {
        0 => text.to_lowercase(),
        1 => format!(
            "{}{}",
            text.get(..1).unwrap_or_default(),
            text.get(1..).unwrap_or_default().to_lowercase()
        ),
        _ => text,
    };
    Value {
        text,
        kinds: &["plaque"],
        frames: frames::PLATE,
    }
}

/// Row 10b: until 2009, still on the road.
pub(crate) fn old_plate(draw: &mut Draw) -> Value {
    let count = draw.between(2, 4);
    let first = format!("{}{}", draw.between(1, 9), draw.digits(count - 1));
    let count = draw.between(2, 3);
    let letters = draw.letters(count, PLATE_LETTERS);
    let department = match draw.below(12) {
        0 => "2A".to_owned(),
        1 => "2B".to_owned(),
        2 => format!("97{}", draw.between(1, 4)),
        _ => format!("{:02}", draw.between(1, 95)),
    };
    let joint = draw.one(&[" ", " ", "-", "", ".", "\u{a0}", " - "]);
    let text = format!("{first}{joint}{letters}{joint}{department}");
    let text = if draw.chance(25) {
        text.to_lowercase()
    } else {
        text
    };
    Value {
        text,
        kinds: &["plaque"],
        frames: frames::PLATE,
    }
}

const ANY: &str = "ABCDEFGHJKLMNPRTVWXYZ0123456789";

/// Row 11: identity card, passport, residence permit, driving licence.
pub(crate) fn identity(draw: &mut Draw) -> Value {
    let joint = draw.one(&[" ", "", "-", ".", "\u{a0}"]);
    let (text, frames) = match draw.below(8) {
        // The card of before 2021: twelve digits.
        0 | 1 => {
            let number = draw.digits(12);
            let sizes: &[usize] =
                draw.one(&[&[12][..], &[4, 4, 4], &[4, 3, 5], &[6, 6], &[2, 2, 8]]);
            (grouped(&number, sizes, joint), frames::CARD_OF_IDENTITY)
        }
        // The new one: nine characters.
        2 | 3 => {
            let text = format!(
                "{}{}{}{}",
                draw.letters(1, "DFHKLMNPRTX"),
                draw.digits(1),
                draw.letters(4, ANY),
                draw.digits(3)
            );
            let sizes: &[usize] = draw.one(&[&[9][..], &[9], &[3, 3, 3]]);
            (
                grouped(&text, sizes, draw.one(&[" ", "-"])),
                frames::CARD_OF_IDENTITY,
            )
        }
        4 | 5 => {
            let text = format!(
                "{}{}{}",
                draw.digits(2),
                draw.letters(2, "ABCDEFGHJKLMNPRSTVWXYZ"),
                draw.digits(5)
            );
            let sizes: &[usize] = draw.one(&[&[9][..], &[9], &[2, 2, 5], &[4, 5]]);
            (grouped(&text, sizes, joint), frames::PASSPORT)
        }
        6 => {
            let text = draw.digits(10);
            let sizes: &[usize] = draw.one(&[&[10][..], &[10], &[2, 2, 2, 2, 2], &[4, 3, 3]]);
            (
                grouped(
                    &format!("9{}", text.get(1..).unwrap_or_default()),
                    sizes,
                    joint,
                ),
                frames::PERMIT,
            )
        }
        _ => {
            let text = if draw.chance(50) {
                draw.digits(12)
            } else {
                format!(
                    "{}{}{}",
                    draw.digits(2),
                    draw.letters(2, "ABCDEFGHJKLMNPRSTVWXYZ"),
                    draw.digits(5)
                )
            };
            let sizes: &[usize] = draw.one(&[&[12][..], &[2, 2, 2, 6], &[2, 2, 5, 3]]);
            (grouped(&text, sizes, joint), frames::LICENCE)
        }
    };
    let text = if draw.chance(15) {
        text.to_lowercase()
    } else {
        text
    };
    Value {
        text,
        kinds: &["piece"],
        frames,
    }
}

/// The check digit of machine-read lines: weights 7, 3, 1; letters from 10; `<` counts nothing.
fn machine_digit(text: &str) -> u64 {
    let sum: u64 = text
        .bytes()
        .zip([7_u64, 3, 1].into_iter().cycle())
        .map(|(b, weight)| {
            weight
                * match b {
                    b'0'..=b'9' => u64::from(b - b'0'),
                    b'A'..=b'Z' => u64::from(b - b'A') + 10,
                    _ => 0,
                }
        })
        .sum();
    sum % 10
}

/// Row 11, pasted from a reader.
pub(crate) fn machine_line(draw: &mut Draw) -> Value {
    let surname = draw.letters(7, "ABCDEFGILMNORSTUV");
    let given = draw.letters(5, "AEILMNORST");
    let birth = format!(
        "{:02}{:02}{:02}",
        draw.below(100),
        draw.between(1, 12),
        draw.between(1, 28)
    );
    let expiry = format!(
        "{:02}{:02}{:02}",
        draw.between(26, 36),
        draw.between(1, 12),
        draw.between(1, 28)
    );
    let sex = draw.one(&["M", "F"]);
    let passport = format!(
        "{}{}{}",
        draw.digits(2),
        draw.letters(2, "ABCDEF"),
        draw.digits(5)
    );
    let text = match draw.below(4) {
        // Second line of a passport.
        0 => {
            let head = format!(
                "{passport}{}FRA{birth}{}{sex}{expiry}{}",
                machine_digit(&passport),
                machine_digit(&birth),
                machine_digit(&expiry)
            );
            let optional = "<<<<<<<<<<<<<<0";
            let all = format!(
                "{}{}{}{}",
                head.get(..10).unwrap_or_default(),
                head.get(13..20).unwrap_or_default(),
                head.get(21..28).unwrap_or_default(),
                optional
            );
            format!("{head}{optional}{}", machine_digit(&all))
        }
        // First line of a passport.
        1 => format!("{:<<44}", format!("P<FRA{surname}<<{given}")),
        // Second line of the card of before 2021.
        2 => {
            let number = draw.digits(12);
            let name = format!("{given:<<14}");
            let head = format!(
                "{number}{}{name}{birth}{}{sex}",
                machine_digit(&number),
                machine_digit(&birth)
            );
            format!("{head}{}", machine_digit(&head))
        }
        // First line of that card.
        _ => format!("{:<<36}", format!("IDFRA{surname:<<25}{}", draw.digits(6))),
    };
    let text = if draw.chance(15) {
        text.to_lowercase()
    } else {
        text
    };
    Value {
        text,
        kinds: &["piece"],
        frames: frames::MACHINE,
    }
}

/// Row 15.
pub(crate) fn secret(draw: &mut Draw) -> Value {
    if draw.chance(55) {
        let length = draw.between(4, 9);
        let word = draw.letters(length, "abcdefghijklmnopqrstuvwxyz");
        let text = match draw.below(9) {
            0 => format!("{word}{}", draw.digits(2)),
            1 => format!("{word}{}!", draw.digits(4)),
            2 => format!("{}{word}", draw.digits(4)),
            3 => format!("{}-{word}_{}", draw.letters(3, "ABCDEF"), draw.digits(2)),
            4 => format!("{word}@{}", draw.digits(4)),
            5 => format!("{word}*"),
            6 => format!("{}{}#{}", draw.letters(1, "ABCDEFG"), word, draw.digits(1)),
            7 => format!("${word}.{}", draw.digits(3)),
            _ => draw.digits(8),
        };
        Value {
            text,
            kinds: &["code"],
            frames: frames::PASSWORD,
        }
    } else {
        let count = draw.between(4, 8);
        let number = draw.digits(count);
        let text = match draw.below(5) {
            0 if count == 6 => grouped(&number, &[3, 3], draw.one(&[" ", "-"])),
            _ => number,
        };
        Value {
            text,
            kinds: &["code"],
            frames: frames::CODE,
        }
    }
}

/// Row 16: machines, places, links with a token.
pub(crate) fn technical(draw: &mut Draw) -> Value {
    let token = draw.letters(20, "abcdefghijkmnpqrstuvwxyz0123456789");
    let text = match draw.below(9) {
        // Ranges kept for documentation.
        0 => format!("192.0.2.{}", draw.between(1, 254)),
        1 => format!("198.51.100.{}", draw.between(1, 254)),
        2 => format!(
            "2001:db8:{:x}:{:x}::{:x}",
            draw.below(65_536),
            draw.below(65_536),
            draw.between(1, 65_535)
        ),
        3 => format!("https://example.org/reset?token={token}"),
        4 => format!("https://example.org/a/{token}"),
        5 => format!("www.example.org/valider?id={token}&x=1"),
        6 => format!(
            "4{}.{}, {}.{}",
            draw.between(3, 9),
            draw.digits(5),
            draw.between(1, 6),
            draw.digits(5)
        ),
        7 => format!(
            "4{},{} ; {},{}",
            draw.between(3, 9),
            draw.digits(5),
            draw.between(1, 6),
            draw.digits(5)
        ),
        _ => format!(
            "4{}°{:02}'{:02}\"N{}{}°{:02}'{:02}\"E",
            draw.between(3, 9),
            draw.below(60),
            draw.below(60),
            draw.one(&[" ", ", "]),
            draw.between(1, 6),
            draw.below(60),
            draw.below(60)
        ),
    };
    Value {
        text,
        kinds: &["technique"],
        frames: frames::TECHNICAL,
    }
}
