//! Makes docs/CONFIANCE.md: what is promised and what is measured, in one document.
//!
//! `cargo run --release --no-default-features --example trust > docs/CONFIANCE.md`
//!
//! What the guard finds is counted here and comes out the same on every machine. Times do not: with
//! `--write` they are measured and kept in `docs/trust/speed.json`, from which the document takes them,
//! as it takes what other commands measure from the other files of that folder. `--missed 7` tells on
//! standard error what was not found and what was found wrongly with another seed, for who works on the
//! detectors: who looked at the misses of the published seed could no longer publish it.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example that writes a document"
)]

#[path = "../../tests/corpus/mod.rs"]
mod corpus;
mod figures;
mod guard;
mod sheet;
mod speed;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use reflexe_personas::store::lexicon;

/// The folder of the checkout.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn main() -> ExitCode {
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    let words = lexicon::guard_of_language("fr");
    if asked("--write")
        && let Err(error) = speed::measure(&words)
    {
        eprintln!("docs/trust/speed.json: {error}");
        return ExitCode::FAILURE;
    }
    let measures = match figures::read(&root().join("docs/trust")) {
        Ok(measures) => measures,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let seed = std::env::args()
        .skip_while(|argument| argument != "--missed")
        .nth(1);
    if let Some(seed) = seed.and_then(|seed| seed.parse().ok()) {
        for line in guard::Measured::new(&words, seed).missed(&words, seed) {
            eprintln!("{line}");
        }
        return ExitCode::SUCCESS;
    }
    let guard = guard::Measured::new(&words, corpus::SEED);
    println!("{}", sheet::document(&guard, &words, &measures).trim_end());
    ExitCode::SUCCESS
}
