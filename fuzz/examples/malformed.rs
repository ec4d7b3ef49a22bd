//! Reads as many damaged kits as one asks for, and says so: the long form of `formats::mutations`.
//!
//! `cargo run --release --manifest-path fuzz/Cargo.toml --example malformed -- 1000000 [FOLDER]`
//!
//! It is here because nothing of the window is built with it, not even for tests.
//!
//! A kit that makes the reader panic ends it, with its seed and its text. FOLDER receives the figure of
//! the trust sheet.

#[path = "../../tests/it/formats/damage.rs"]
mod damage;

use std::error::Error;
use std::path::Path;

const SMALL: &str = include_str!("../../tests/fixtures/kits/small.ron");
const LARGE: &str = include_str!("../../tests/fixtures/kits/content-levels.ron");

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let count: u64 = arguments.next().ok_or("how many?")?.parse()?;
    // Other seeds than those of every run; one in a hundred and twenty-five damages a kit as large as
    // those of people.
    let first = 1_000_000;
    let large = count / 125;
    damage::all_survive(SMALL, first..first + count - large);
    damage::all_survive(LARGE, first..first + large);
    println!("{count} damaged kits read, {large} of them large, no panic");
    if let Some(folder) = arguments.next() {
        let thousands = count.to_string().into_bytes();
        let groups: Vec<_> = thousands
            .rchunks(3)
            .rev()
            .map(String::from_utf8_lossy)
            .collect();
        let figure = serde_json::json!({
            "line": "kits malformés essayés, forme longue",
            "value": format!("{}, 0 arrêt", groups.join("\u{202f}")),
            "target": "≥ 1\u{202f}000\u{202f}000, 0 arrêt",
            "date": jiff::ZonedDateTime::now().date().to_string(),
            "command": "cargo run --release --manifest-path fuzz/Cargo.toml --example malformed -- 1000000",
        });
        std::fs::create_dir_all(&folder)?;
        std::fs::write(
            Path::new(&folder).join("mutations-long.json"),
            format!("{figure:#}\n"),
        )?;
    }
    Ok(())
}
