//! Seeded damage to a sound bundle, as a slip of the hand or of a disk makes it. Shared with the long
//! form, `fuzz/examples/malformed.rs`: it must know nothing of the tests around it.

use std::num::NonZero;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread::available_parallelism;

use fastrand::Rng;
use reflexe_personas::store::kit_file::parse_bundle;

/// Cuts a text where a manager's editor would: words, signs, blanks.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let kind = (c.is_alphanumeric(), c.is_whitespace());
        if at > 0 && (last != Some(kind) || kind == (false, false)) {
            tokens.push(&text[start..at]);
            start = at;
        }
        last = Some(kind);
    }
    tokens.push(&text[start..]);
    tokens
}

fn damage(text: &str, rng: &mut Rng) -> String {
    match rng.u8(0..5) {
        0 => {
            let mut bytes = text.as_bytes().to_vec();
            let at = rng.usize(0..bytes.len());
            bytes[at] ^= 1 << rng.u8(0..8);
            String::from_utf8_lossy(&bytes).into_owned()
        }
        1 => {
            let end = rng.usize(0..text.len());
            String::from_utf8_lossy(&text.as_bytes()[..end]).into_owned()
        }
        2 => {
            let mut lines: Vec<_> = text.lines().collect();
            let (a, b) = (rng.usize(0..lines.len()), rng.usize(0..lines.len()));
            lines.swap(a, b);
            lines.join("\n")
        }
        3 => {
            let mut tokens = tokens(text);
            tokens.remove(rng.usize(0..tokens.len()));
            tokens.concat()
        }
        _ => {
            let mut tokens = tokens(text);
            let at = rng.usize(0..tokens.len());
            tokens.insert(at, tokens[at]);
            tokens.concat()
        }
    }
}

/// Panics if reading a text panicked.
#[track_caller]
pub(crate) fn survives(text: &str, what: &str) {
    let findings = parse_bundle(text, "kit.ron", Some("2026-11-24")).findings;
    let internal = findings
        .iter()
        .any(|f| f.message.starts_with("Erreur interne"));
    assert!(!internal, "{what} panicked on:\n{text}");
}

/// Damages one file after the other, a seed each, on every core.
pub(crate) fn all_survive(original: &str, seeds: Range<u64>) {
    let threads = available_parallelism().map_or(2, NonZero::get);
    let next = AtomicU64::new(seeds.start);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Relaxed);
                    if seed >= seeds.end {
                        break;
                    }
                    let mut rng = Rng::with_seed(seed);
                    let mut text = damage(original, &mut rng);
                    // One mutation in four meets another.
                    if rng.u8(0..4) == 0 && !text.is_empty() {
                        text = damage(&text, &mut rng);
                    }
                    survives(&text, &format!("seed {seed}"));
                }
            });
        }
    });
}
