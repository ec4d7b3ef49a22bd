//! Phones, in the ranges kept for fiction, cut and joined as people do.

use super::Value;
use super::draw::{Draw, JOINTS, grouped};
use super::frames;

/// How ten digits of a phone are cut.
const CUTS: [&[usize]; 12] = [
    &[2, 2, 2, 2, 2],
    &[2, 2, 2, 2, 2],
    &[2, 2, 2, 2, 2],
    &[2, 2, 2, 2, 2],
    &[10],
    &[4, 2, 2, 2],
    &[4, 6],
    &[2, 8],
    &[4, 3, 3],
    &[2, 4, 4],
    &[3, 3, 2, 2],
    &[2, 2, 3, 3],
];

fn written(draw: &mut Draw, national: &str) -> String {
    let rest = national.get(1..).unwrap_or_default();
    let joint = draw.one(&JOINTS);
    match draw.below(20) {
        0..=9 => {
            let cut = draw.one(&CUTS);
            grouped(national, cut, joint)
        }
        10 | 11 => {
            // Joints that change on the way: « 06-39 98 12 34 ».
            let other = draw.one(&[" ", ".", "-", " ", ""]);
            let (first, last) = national.split_at(2 * draw.between(1, 4));
            format!(
                "{}{joint}{}",
                grouped(first, &[2; 5], other),
                grouped(last, &[2; 5], other)
            )
        }
        12 | 13 => format!(
            "+33{}{}",
            draw.one(&["", " ", ".", "-"]),
            grouped(rest, &[1, 2, 2, 2, 2], joint)
        ),
        14 => format!("+33 (0){}", grouped(rest, &[1, 2, 2, 2, 2], joint)),
        15 => format!("+33 (0) {}", grouped(rest, &[1, 2, 2, 2, 2], joint)),
        16 => format!(
            "0033{}{}",
            draw.one(&["", " ", "-"]),
            grouped(rest, &[1, 2, 2, 2, 2], joint)
        ),
        17 => format!("(0){}", grouped(rest, &[1, 2, 2, 2, 2], joint)),
        18 => format!(
            "({}) {}",
            national.get(..2).unwrap_or_default(),
            grouped(national.get(2..).unwrap_or_default(), &[2; 4], joint)
        ),
        _ => format!("+33{rest}"),
    }
}

/// Row 6, mobile phones: red.
pub(crate) fn mobile(draw: &mut Draw) -> Value {
    // 06 39 98 is kept for fiction; 07 00 belongs to no person.
    let national = if draw.chance(70) {
        format!("063998{}", draw.digits(4))
    } else {
        format!("070000{}", draw.digits(4))
    };
    let text = if draw.chance(4) {
        format!(
            "+262 {}",
            grouped(
                national.get(1..).unwrap_or_default(),
                &[3, 2, 2, 2],
                draw.one(&JOINTS)
            )
        )
    } else {
        written(draw, &national)
    };
    Value {
        text,
        kinds: &["mobile"],
        frames: frames::PHONE,
    }
}

/// Row 6, other phones: orange.
pub(crate) fn phone(draw: &mut Draw) -> Value {
    let fiction = draw.one(&["019900", "026191", "035301", "046571", "053649"]);
    let national = format!("{fiction}{}", draw.digits(4));
    let text = if draw.chance(8) {
        let country = draw.one(&["+590", "+594", "+596", "00590", "00596"]);
        format!(
            "{country} {}",
            grouped(
                national.get(1..).unwrap_or_default(),
                &[3, 2, 2, 2],
                draw.one(&JOINTS)
            )
        )
    } else if draw.chance(4) {
        let (country, length) = draw.one(&[("+687", 6), ("+689", 8), ("+508", 6)]);
        format!(
            "{country} {}",
            grouped(
                &format!("4{}", draw.digits(length - 1)),
                &[2; 4],
                draw.one(&[" ", ".", ""])
            )
        )
    } else {
        written(draw, &national)
    };
    Value {
        text,
        kinds: &["telephone"],
        frames: frames::PHONE,
    }
}
