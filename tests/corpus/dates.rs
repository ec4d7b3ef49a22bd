//! Dates of birth.

use super::Value;
use super::draw::Draw;
use super::frames;

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Months as cut short by hand.
const SHORT: [&str; 12] = [
    "janv.", "fév.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// Row 12.
pub(crate) fn birth(draw: &mut Draw) -> Value {
    let (day, month, year) = (
        draw.between(1, 28),
        draw.between(1, 12),
        draw.between(1930, 2020),
    );
    let name = MONTHS.get(month - 1).copied().unwrap_or_default();
    let short = SHORT.get(month - 1).copied().unwrap_or_default();
    let joint = draw.one(&["/", "/", ".", "-", " ", " / ", "\u{a0}", "\u{202f}"]);
    let small = year % 100;
    let first = if day == 1 {
        "1er".to_owned()
    } else {
        day.to_string()
    };
    let text = match draw.below(14) {
        0..=3 => format!("{day:02}{joint}{month:02}{joint}{year}"),
        4 => format!("{day}{joint}{month}{joint}{year}"),
        5 => format!("{day:02}{joint}{month:02}{joint}{small:02}"),
        6 => format!("{day}/{month}/{small:02}"),
        7 | 8 => format!("{first} {name} {year}"),
        9 => format!("{first} {} {year}", name.to_uppercase()),
        10 => format!("{first} {short} {year}"),
        11 => format!("{day}-{name}-{year}"),
        12 => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{day:02}{month:02}{year}"),
    };
    Value {
        text,
        kinds: &["naissance"],
        frames: frames::BIRTH,
    }
}
