//! Seeded damage to sound bundles: whatever happens to a file, reading it never panics.

use fastrand::Rng;
use reflexe_personas::store::kit_file::parse_bundle;

use super::{SMALL, repository};

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

#[track_caller]
fn survives(text: &str, what: &str) {
    let findings = parse_bundle(text, "kit.ron", Some("2026-11-24")).findings;
    let internal = findings
        .iter()
        .any(|f| f.message.starts_with("Erreur interne"));
    assert!(!internal, "{what} panicked on:\n{text}");
}

#[test]
fn ten_thousand_mutations_never_panic() {
    let seeds: Vec<u64> = (0..9_920).collect();
    std::thread::scope(|scope| {
        for half in seeds.chunks(4_960) {
            scope.spawn(move || {
                for seed in half {
                    let mut rng = Rng::with_seed(*seed);
                    let mut text = damage(SMALL, &mut rng);
                    // One mutation in four meets another.
                    if rng.u8(0..4) == 0 && !text.is_empty() {
                        text = damage(&text, &mut rng);
                    }
                    survives(&text, &format!("seed {seed}"));
                }
            });
        }
    });
    let reference = repository().join("tests/fixtures/kits/content-levels.ron");
    let reference = std::fs::read(reference)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_else(|| SMALL.to_owned());
    for seed in 9_920..10_000 {
        survives(
            &damage(&reference, &mut Rng::with_seed(seed)),
            &format!("seed {seed}"),
        );
    }
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
