//! `reflexe guard`: what must not leave in a note, found in a text.
//!
//! Outside `--json` nothing of a value is printed: only where it is and what it is.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use serde_json::json;

use super::Failure;
use crate::domain::guard::{self, Severity};
use crate::store::lexicon;

/// Longest text read, in bytes.
const LONGEST: u64 = 4 << 20;

/// Runs the command.
///
/// # Errors
/// [`Failure::Found`] if anything red is found, or the text cannot be read.
pub fn run(file: Option<&Path>, as_json: bool, today: &str) -> Result<(), Failure> {
    let text = read(file)?;
    let year = today
        .get(..4)
        .and_then(|year| year.parse().ok())
        .unwrap_or(2026);
    let findings = guard::scan(&text, &lexicon::guard_of_language("fr"), year);
    if as_json {
        let list: Vec<_> = findings
            .iter()
            .map(|finding| {
                let (start, end) = finding.characters(&text);
                json!({
                    "kind": finding.kind.key(),
                    "severity": finding.severity.key(),
                    "start": start,
                    "end": end,
                    "text": finding.text(&text),
                    "proposal": finding.proposal,
                })
            })
            .collect();
        say!("{}", serde_json::Value::Array(list));
    } else {
        for finding in &findings {
            let (start, end) = finding.characters(&text);
            let gravity = match finding.severity {
                Severity::Red => "bloquant",
                Severity::Orange => "à masquer ou à justifier",
                Severity::Info => "pour information",
            };
            say!(
                "caractères {} à {end}\u{a0}: {gravity}\u{a0}: {}. Proposé\u{a0}: {}",
                start + 1,
                finding.why,
                finding.proposal
            );
        }
        say!("{} remarques.", findings.len());
    }
    if findings.iter().any(|f| f.severity == Severity::Red) {
        return Err(Failure::Found(String::new()));
    }
    Ok(())
}

fn read(file: Option<&Path>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = match file.filter(|path| *path != Path::new("-")) {
        None => std::io::stdin()
            .lock()
            .take(LONGEST)
            .read_to_end(&mut bytes),
        Some(path) => File::open(path).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes)),
    };
    read.map_err(|error| {
        Failure::Found(format!(
            "Lecture impossible ({error})\u{202f}; rien n’a été modifié. Vérifiez le chemin et les droits."
        ))
    })?;
    String::from_utf8(bytes).map_err(|_invalid| {
        Failure::Found(
            "Ce texte n’est pas en UTF-8. Enregistrez-le en UTF-8, puis relancez.".to_owned(),
        )
    })
}
