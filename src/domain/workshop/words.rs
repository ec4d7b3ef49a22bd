//! Levels as people write them: five words, one letter each, or a percentage.
//!
//! It must never guess: what is neither is told with what was expected.

use crate::domain::kit::Level;
use crate::domain::typography::fold;

/// The five words with their letters, from the rarest.
pub const LETTERS: [(char, Level, &str); 5] = [
    ('J', Level::VeryRare, "très rare"),
    ('R', Level::Rare, "rare"),
    ('P', Level::Possible, "possible"),
    ('F', Level::Frequent, "fréquent"),
    ('T', Level::Typical, "typique"),
];

/// What stands for a level that is not written.
pub const UNWRITTEN: &str = "—";

/// What a table of levels accepts, for a message.
pub const EXPECTED: &str =
    "très rare, rare, possible, fréquent, typique, un pourcentage comme 25 %, ou — pour rien";

/// Says a level: « fréquent », « 37 % ».
pub fn word(level: Level) -> String {
    match level {
        Level::P(p) => percent(p),
        word => LETTERS
            .iter()
            .find(|(_, level, _)| *level == word)
            .map_or_else(String::new, |(_, _, word)| (*word).to_owned()),
    }
}

/// « 37 % », « 2,5 % »: as many decimals as it takes to read the same number back.
fn percent(p: f64) -> String {
    let text = (0..=15)
        .map(|decimals| format!("{:.decimals$}", 100.0 * p))
        .find(|text| {
            text.parse::<f64>()
                .is_ok_and(|percent| (percent / 100.0).to_bits() == p.to_bits())
        })
        .unwrap_or_else(|| format!("{}", 100.0 * p));
    format!("{}\u{a0}%", text.replace('.', ","))
}

/// The level a key stands for: a letter, or a digit from 1 (very rare) to 5 (typical).
pub fn of_key(key: char) -> Option<Level> {
    let upper = key.to_ascii_uppercase();
    let by_letter = LETTERS.iter().find(|(letter, ..)| *letter == upper);
    let by_digit = key
        .to_digit(10)
        .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1))
        .and_then(|at| LETTERS.get(at));
    by_letter.or(by_digit).map(|(_, level, _)| *level)
}

/// Reads a level; `Ok(None)` = not written. A bare whole number is refused: 1 could be a rank or
/// a certainty.
///
/// # Errors
/// What was expected, in French.
pub fn parse(text: &str) -> Result<Option<Level>, &'static str> {
    let folded = fold(text.trim());
    let folded = folded.trim();
    if matches!(folded, "-" | "–" | "—") {
        return Ok(None);
    }
    let level = match folded {
        "tres rare" | "veryrare" | "very rare" | "very_rare" | "jamais" | "j" => Level::VeryRare,
        "rare" | "r" => Level::Rare,
        "possible" | "p" => Level::Possible,
        "frequent" | "f" => Level::Frequent,
        "typique" | "typical" | "t" => Level::Typical,
        number => Level::P(proportion(number).ok_or(EXPECTED)?),
    };
    Ok(Some(level))
}

/// Reads « 37 % », « 0,37 », « P(0.37) ».
fn proportion(text: &str) -> Option<f64> {
    let text = text
        .strip_prefix("p(")
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(text)
        .replace(',', ".");
    let p = match text.strip_suffix('%') {
        Some(percent) => percent.trim().parse::<f64>().ok()? / 100.0,
        None if text.contains('.') => text.trim().parse().ok()?,
        None => return None,
    };
    (0.0..=1.0).contains(&p).then_some(p)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn levels_are_read_as_people_write_them() {
        for (text, level) in [
            ("Typique", Some(Level::Typical)),
            (" FRÉQUENT ", Some(Level::Frequent)),
            ("très rare", Some(Level::VeryRare)),
            ("Rare", Some(Level::Rare)),
            ("p", Some(Level::Possible)),
            ("37 %", Some(Level::P(0.37))),
            ("37\u{202f}%", Some(Level::P(0.37))),
            ("0,5", Some(Level::P(0.5))),
            ("P(0.25)", Some(Level::P(0.25))),
            ("—", None),
            ("-", None),
        ] {
            assert_eq!(parse(text), Ok(level), "{text}");
        }
        for bad in ["souvent", "3", "1", "120 %", "-3 %", "nan", "P(", "", "0.x"] {
            assert_eq!(parse(bad), Err(EXPECTED), "{bad}");
        }
    }

    #[test]
    fn one_key_is_one_level() {
        assert_eq!(of_key('t'), Some(Level::Typical));
        assert_eq!(of_key('J'), Some(Level::VeryRare));
        assert_eq!(of_key('3'), Some(Level::Possible));
        for other in ['0', '6', 'z', ' '] {
            assert_eq!(of_key(other), None);
        }
    }

    proptest! {
        #[test]
        fn what_is_said_reads_back(p in 0.0..=1.0_f64, thousandth in 0..=1000_u32) {
            for p in [p, f64::from(thousandth) / 1000.0] {
                let Ok(Some(Level::P(read))) = parse(&word(Level::P(p))) else {
                    panic!("{p} {}", word(Level::P(p)));
                };
                prop_assert!((read - p).abs() <= 1e-15, "{p} {read}");
            }
        }
    }

    #[test]
    fn round_percentages_are_said_so() {
        assert_eq!(word(Level::P(0.37)), "37\u{a0}%");
        assert_eq!(word(Level::P(0.025)), "2,5\u{a0}%");
        assert_eq!(word(Level::Frequent), "fréquent");
        for (_, level, _) in LETTERS {
            assert_eq!(parse(&word(level)), Ok(Some(level)));
        }
    }
}
