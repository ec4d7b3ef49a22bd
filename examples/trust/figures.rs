//! Figures that commands keep in `docs/trust`, and numbers as French writes them.

use std::path::Path;

use reflexe_personas::domain::study::wilson;
use serde::Deserialize;

/// One figure, with the command that makes it again.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Measure {
    /// What was measured.
    pub(crate) line: String,
    /// The figure.
    pub(crate) value: String,
    /// What was promised.
    pub(crate) target: String,
    /// When, ISO.
    pub(crate) date: String,
    /// How to measure it again.
    pub(crate) command: String,
}

/// A file holds one figure or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Held {
    One(Measure),
    Several(Vec<Measure>),
}

/// Reads every figure of a folder, in the order of the names of files; a folder that is not there has none.
pub(crate) fn read(folder: &Path) -> Result<Vec<Measure>, String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut paths: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .collect();
    paths.sort();
    let mut measures = Vec::new();
    for path in paths {
        let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let held: Held = serde_json::from_slice(&bytes)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        match held {
            Held::One(measure) => measures.push(measure),
            Held::Several(several) => measures.extend(several),
        }
    }
    Ok(measures)
}

/// A count, its thousands apart.
pub(crate) fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, c) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(c);
    }
    text
}

/// A number with a comma.
pub(crate) fn decimal(number: f64, places: usize) -> String {
    format!("{number:.places$}").replace('.', ",")
}

/// A share in per cent; one that is not whole is never said to be.
pub(crate) fn share(part: usize, whole: usize) -> String {
    let percent = 100.0 * part as f64 / whole.max(1) as f64;
    if part == whole || part == 0 {
        return format!("{percent:.0}\u{a0}%");
    }
    let shown = percent.clamp(0.01, 99.99);
    format!("{}\u{a0}%", decimal(shown, 2))
}

/// A share with Wilson's interval of 95 %.
pub(crate) fn with_interval(part: usize, whole: usize) -> String {
    let (low, high) = wilson(part, whole);
    format!(
        "{} ({}–{})",
        share(part, whole),
        decimal(100.0 * low, 1),
        decimal(100.0 * high, 1)
    )
}

/// A line of a table.
pub(crate) fn row(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

/// The head of a table.
pub(crate) fn head(cells: &[&str]) -> String {
    let rules = vec!["---"; cells.len()];
    format!("{}{}", row(cells), row(&rules))
}
