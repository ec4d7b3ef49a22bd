//! How long the guard takes, measured here and kept in `docs/trust/speed.json`.

use std::time::Instant;

use reflexe_personas::domain::guard::{GuardLexicon, scan};
use serde_json::json;

use crate::corpus;
use crate::figures::decimal;
use crate::root;

/// Characters of a long note.
const NOTE: usize = 600;
/// Characters of a big paste.
const PASTE: usize = 10_000;
/// Bytes of the smaller of the two long texts.
const HALF: usize = 1 << 19;

#[expect(clippy::disallowed_methods, reason = "an example that measures time")]
fn milliseconds(text: &str, words: &GuardLexicon) -> f64 {
    let start = Instant::now();
    std::hint::black_box(scan(text, words, corpus::YEAR));
    start.elapsed().as_secs_f64() * 1000.0
}

/// Texts of so many characters, made of different notes.
fn texts(characters: usize, count: usize) -> Vec<String> {
    let notes = corpus::notes(corpus::SEED ^ 9, 1000);
    let clean = corpus::clean_notes(corpus::SEED ^ 9, 1000);
    // One sentence in four has something in it.
    let mut pieces = notes
        .iter()
        .map(|note| note.text.as_str())
        .cycle()
        .step_by(7)
        .zip(clean.chunks(3).cycle());
    (0..count)
        .map(|_| {
            let mut text = String::new();
            let mut length = 0;
            while length < characters {
                let Some((note, clean)) = pieces.next() else {
                    break;
                };
                text.push_str(note);
                text.push('\n');
                text.push_str(&clean.join("\n"));
                text.push('\n');
                length = text.chars().count();
            }
            text.chars().take(characters).collect()
        })
        .collect()
}

fn sorted(texts: &[String], words: &GuardLexicon) -> Vec<f64> {
    let mut times: Vec<f64> = texts.iter().map(|text| best(text, words)).collect();
    times.sort_by(f64::total_cmp);
    times
}

fn at(times: &[f64], share: f64) -> f64 {
    let last = times.len().saturating_sub(1);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a short list"
    )]
    let place = (share * last as f64).round() as usize;
    times.get(place).copied().unwrap_or_default()
}

/// The least of five times: what the text costs, without what else the machine does.
fn best(text: &str, words: &GuardLexicon) -> f64 {
    (0..5)
        .map(|_| milliseconds(text, words))
        .fold(f64::INFINITY, f64::min)
}

/// Measures and writes.
#[expect(
    clippy::disallowed_methods,
    reason = "an example that dates its figures"
)]
pub(crate) fn measure(words: &GuardLexicon) -> std::io::Result<()> {
    let notes = sorted(&texts(NOTE, 2000), words);
    let pastes = sorted(&texts(PASTE, 200), words);
    let mut worst = (0.0, "");
    for ((name, once), (_, twice)) in corpus::hostile(HALF).iter().zip(&corpus::hostile(HALF * 2)) {
        let ratio = corpus::ratio(once, twice, words);
        if ratio > worst.0 {
            worst = (ratio, *name);
        }
    }
    let megabyte = corpus::hostile(HALF * 2);
    let ordinary = megabyte.first().map_or(0.0, |(_, text)| best(text, words));
    let today = jiff::ZonedDateTime::now().date().to_string();
    let line = |line: &str, value: String, target: &str| {
        json!({
            "line": line,
            "value": value,
            "target": target,
            "date": today,
            "command": "cargo run --release --no-default-features --example trust -- --write",
        })
    };
    let ms = |time: f64| format!("{}\u{a0}ms", decimal(time, 2));
    let lines = [
        line(
            "garde, note de 600 caractères, médiane de 2 000",
            ms(at(&notes, 0.5)),
            "≤ 5 ms",
        ),
        line(
            "garde, note de 600 caractères, 99e centile de 2 000",
            ms(at(&notes, 0.99)),
            "≤ 50 ms",
        ),
        line(
            "garde, 10 000 caractères collés, le plus long de 200",
            ms(at(&pastes, 1.0)),
            "≤ 100 ms",
        ),
        line("garde, 1 Mo de notes", ms(ordinary), "mesuré"),
        line(
            "garde, temps(1 Mo) / temps(512 Ko), le pire de 20 textes hostiles",
            format!("{} ({})", decimal(worst.0, 2), worst.1),
            "≤ 2,3",
        ),
    ];
    let folder = root().join("docs/trust");
    std::fs::create_dir_all(&folder)?;
    let mut text = serde_json::to_string_pretty(&lines)?;
    text.push('\n');
    std::fs::write(folder.join("speed.json"), text)
}
