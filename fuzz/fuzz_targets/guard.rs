//! The guard: never a panic, every range on characters, masks that leave nothing red but what was there.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use reflexe_personas::domain::guard::{GuardLexicon, apply, scan};
use reflexe_personas::store::lexicon;

static LEXICON: LazyLock<GuardLexicon> = LazyLock::new(|| lexicon::guard_of_language("fr"));

fuzz_target!(|text: &str| {
    for finding in scan(text, &LEXICON, 2026) {
        let (from, to) = finding.range;
        assert!(from < to && text.is_char_boundary(from) && text.is_char_boundary(to));
        assert!(!finding.text(text).is_empty());
        let masked = apply(text, &finding);
        assert!(masked.contains(&finding.proposal));
    }
});
