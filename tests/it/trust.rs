//! Figures of the trust sheet: a test that measures one leaves it beside the build, where
//! `tests/trust/collect.py` finds it. What is not measured is not in the sheet.

use std::fs;
use std::path::Path;

/// Leaves a figure: its line in the sheet, what was measured, what was promised, and by which test.
#[expect(
    clippy::disallowed_methods,
    reason = "a figure for people, dated by the real clock"
)]
pub(crate) fn measured(key: &str, line: &str, value: &str, target: &str, test: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("trust");
    fs::create_dir_all(&folder).unwrap();
    let figure = serde_json::json!({
        "line": line,
        "value": value,
        "target": target,
        "date": jiff::ZonedDateTime::now().date().to_string(),
        "command": format!("cargo test --test it {test}"),
    });
    let path = folder.join(format!("{key}.json"));
    fs::write(path, format!("{figure:#}\n")).unwrap();
}

/// The key and the line of a figure, or of its long form: run now and then, kept beside the short one
/// of every run and never instead of it.
pub(crate) fn form(key: &str, line: &str, long: bool) -> (String, String) {
    if long {
        (format!("{key}-long"), format!("{line}, forme longue"))
    } else {
        (key.to_owned(), line.to_owned())
    }
}

/// A count as French writes it, its thousands apart.
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
