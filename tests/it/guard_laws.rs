//! What the guard owes to any text at all: no panic, places that are those of what was typed, and a time
//! that grows as the text does (D4, D5).
//!
//! `REFLEXE_DEEP=1` runs the long forms: a million inputs or three minutes, a hundred thousand places, a
//! megabyte.

use std::time::{Duration, Instant};

use reflexe_personas::domain::guard::{GuardLexicon, scan};
use reflexe_personas::domain::study::random::SplitMix64;
use reflexe_personas::domain::typography::is_invisible;
use reflexe_personas::store::lexicon;

use super::guard_corpus::corpus;

fn words() -> GuardLexicon {
    lexicon::guard_of_language("fr")
}

#[expect(clippy::disallowed_methods, reason = "the long form is asked for so")]
fn deep() -> bool {
    std::env::var_os("REFLEXE_DEEP").is_some()
}

#[expect(clippy::disallowed_methods, reason = "a test that measures time")]
fn now() -> Instant {
    Instant::now()
}

/// Pieces that detectors look for, and characters that break careless readers.
const PIECES: [&str; 72] = [
    "06",
    "39 98 12 34",
    "+33",
    "1 85 05 2A 004 123 06",
    "FR76",
    "3000 6000 0112",
    "@",
    "arobase",
    "(at)",
    ".",
    "point",
    "fr",
    "Mme ",
    "M. ",
    "Durand",
    "N'Diaye",
    "Marie",
    "née le ",
    "03/04/1958",
    "12 bis",
    "rue des ",
    "Lilas",
    "69003 ",
    "Lyon",
    "mdp : ",
    "code : ",
    "4829",
    "CAF ",
    "n° ",
    "passeport ",
    "AB-123-CD",
    "<<<<<<",
    "P<FRA",
    "https://",
    "?token=",
    "48.85661, ",
    "&#48;",
    "&nbsp;",
    "&#x110000;",
    "&#",
    ";",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "\u{feff}",
    "\u{ad}",
    "\u{0}",
    "\u{fffd}",
    "é",
    "œ",
    "ß",
    "İ",
    "ﬁ",
    "①",
    "½",
    "…",
    "٣",
    "𝟘",
    "👨‍👩‍👧",
    "中",
    "\u{1f1eb}\u{1f1f7}",
    "\n",
    "\r\n",
    "\u{2028}",
    "\t",
    " ",
    "  ",
    "-",
    "/",
    "'",
    "\"",
    "con",
];

/// A text of pieces and of characters from anywhere, of at most 64 characters.
fn any_text(random: &mut SplitMix64) -> String {
    let mut text = String::new();
    for _ in 0..random.below(12) {
        if random.below(3) == 0 {
            let code = match random.below(4) {
                0 => random.below(0x80),
                1 => random.below(0x800),
                2 => random.below(0x1_0000),
                _ => random.below(0x11_0000),
            };
            text.extend(u32::try_from(code).ok().and_then(char::from_u32));
        } else {
            text.push_str(PIECES[random.below(PIECES.len())]);
        }
    }
    text.chars().take(64).collect()
}

/// Says whether every finding stands in the text, on whole characters, and is told the same in characters.
fn places_hold(text: &str, words: &GuardLexicon) {
    for finding in scan(text, words, corpus::YEAR) {
        let (from, to) = finding.range;
        assert!(from < to, "{text:?} {finding:?}");
        let said = text
            .get(from..to)
            .unwrap_or_else(|| panic!("{text:?} {finding:?}"));
        let (first, last) = finding.characters(text);
        let again: String = text.chars().skip(first).take(last - first).collect();
        assert_eq!(said, again, "{text:?}");
    }
}

#[test]
fn any_text_is_read_without_panic_and_places_hold() {
    let words = words();
    let (most, time) = if deep() {
        (1_000_000, Duration::from_mins(3))
    } else {
        (20_000, Duration::from_mins(3))
    };
    let start = now();
    let mut random = SplitMix64::new(corpus::SEED);
    let mut read = 0;
    while read < most && (read % 1000 != 0 || start.elapsed() < time) {
        places_hold(&any_text(&mut random), &words);
        read += 1;
    }
    println!("{read} texts read without panic in {:?}", start.elapsed());
    assert!(read >= 20_000.min(most), "{read}");
}

#[test]
fn what_is_found_is_where_it_was_typed_whatever_hides_between() {
    let words = words();
    let cases = if deep() { 100_000 } else { 4_000 };
    // Values alone: short texts, every kind.
    let values: Vec<String> = corpus::notes(corpus::SEED ^ 1, 40)
        .iter()
        .map(|note| format!("tel, né le, mdp : {}", note.value()))
        .collect();
    let mut random = SplitMix64::new(corpus::SEED);
    for case in 0..cases {
        let text = &values[case % values.len()];
        let mut hidden = String::new();
        for c in text.chars() {
            hidden.push(c);
            if random.below(5) == 0 {
                hidden.push(['\u{200b}', '\u{2060}', '\u{200e}', '\u{feff}'][random.below(4)]);
            }
        }
        let told = |text: &str| -> Vec<(String, String)> {
            scan(text, &words, corpus::YEAR)
                .iter()
                .map(|f| {
                    let bare = f.text(text).chars().filter(|c| !is_invisible(*c));
                    (f.kind.key().to_owned(), bare.collect())
                })
                .collect()
        };
        assert_eq!(told(text), told(&hidden), "{hidden:?}");
        places_hold(&hidden, &words);
    }
    println!("{cases} texts with something hidden between their characters");
}

#[test]
fn twice_the_text_takes_about_twice_the_time() {
    let words = words();
    let size = if deep() { 1 << 19 } else { 1 << 14 };
    for ((name, once), (_, twice)) in corpus::hostile(size).iter().zip(&corpus::hostile(size * 2)) {
        // Where the system does not tell the processor's time, a busy machine may slow one side down.
        let mut ratios = Vec::new();
        let held = (0..4).any(|_| {
            ratios.push(corpus::ratio(once, twice, &words));
            ratios.last().is_some_and(|ratio| *ratio <= 2.3)
        });
        assert!(held, "{name}: {ratios:?}");
    }
}
