//! Damaged bundles: whatever happens to a file, reading it never panics.
//!
//! `fuzz/examples/malformed.rs` is the long form.

use super::damage::{all_survive, survives};
use super::{SMALL, repository};

#[test]
fn ten_thousand_mutations_never_panic() {
    all_survive(SMALL, 0..9_920);
    let reference = repository().join("tests/fixtures/kits/content-levels.ron");
    let reference = String::from_utf8(std::fs::read(reference).unwrap()).unwrap();
    all_survive(&reference, 9_920..10_000);
    crate::trust::measured(
        "mutations",
        "kits malformés essayés",
        "10\u{202f}000, 0 arrêt",
        "tous",
        "formats::mutations",
    );
}

#[test]
fn truncation_at_every_character_never_panics() {
    for (at, _) in SMALL.char_indices() {
        survives(&SMALL[..at], &format!("truncation at {at}"));
    }
}
