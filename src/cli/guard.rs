//! `reflexe guard`: what must not leave in a note, found in a text.
//!
//! Outside `--json` and the excerpt that a terminal alone shows, nothing of a value is printed: only
//! where it is and what it is. In a pipe or a file the excerpt is left out.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{IsTerminal as _, Read as _};
use std::path::Path;

use serde_json::json;

use super::Failure;
use crate::domain::guard::{self, Finding, Severity};
use crate::domain::typography::is_invisible;
use crate::store::lexicon;

/// Longest text read, in bytes.
const LONGEST: u64 = 4 << 20;
/// Characters shown on each side of what was found.
const AROUND: usize = 24;

/// Runs the command.
///
/// # Errors
/// [`Failure::Found`] if anything red is found, or the text cannot be read.
pub fn run(
    file: Option<&Path>,
    kit: Option<&Path>,
    as_json: bool,
    today: &str,
) -> Result<(), Failure> {
    let text = read(file)?;
    let (words, told) = match kit {
        None => (lexicon::guard_of_language("fr"), Vec::new()),
        Some(kit) => lexicon::guard_of_kit(kit, "fr"),
    };
    for finding in told {
        eprintln!("{finding}");
    }
    let year = today
        .get(..4)
        .and_then(|year| year.parse().ok())
        .unwrap_or(2026);
    let findings = guard::scan(&text, &words, year);
    if as_json {
        say!("{}", as_value(&text, &findings));
    } else {
        for line in report(&text, &findings, std::io::stdout().is_terminal()) {
            say!("{line}");
        }
    }
    if findings.iter().any(|f| f.severity == Severity::Red) {
        return Err(Failure::Found(String::new()));
    }
    Ok(())
}

/// Places in characters of the places in bytes that findings have, counted once for all.
fn characters(text: &str, findings: &[Finding]) -> BTreeMap<usize, usize> {
    let mut places: BTreeMap<usize, usize> = findings
        .iter()
        .flat_map(|f| [f.range.0, f.range.1])
        .map(|place| (place, 0))
        .collect();
    let (mut bytes, mut count) = (0, 0);
    for (place, characters) in &mut places {
        count += text.get(bytes..*place).map_or(0, |t| t.chars().count());
        bytes = *place;
        *characters = count;
    }
    places
}

fn as_value(text: &str, findings: &[Finding]) -> serde_json::Value {
    let places = characters(text, findings);
    findings
        .iter()
        .map(|finding| {
            json!({
                "kind": finding.kind.key(),
                "severity": finding.severity.key(),
                "start": places.get(&finding.range.0),
                "end": places.get(&finding.range.1),
                "text": finding.text(text),
                "proposal": finding.proposal,
            })
        })
        .collect()
}

/// What is said of each finding; on a terminal with the words it stands among, itself in colour.
fn report(text: &str, findings: &[Finding], on_terminal: bool) -> Vec<String> {
    let places = characters(text, findings);
    let place = |bytes: usize| places.get(&bytes).copied().unwrap_or_default();
    let mut lines = Vec::new();
    for finding in findings {
        let gravity = match finding.severity {
            Severity::Red => "bloquant",
            Severity::Orange => "à masquer ou à justifier",
            Severity::Info => "pour information",
        };
        lines.push(format!(
            "caractères {} à {}\u{a0}: {gravity}\u{a0}: {}. Proposé\u{a0}: {}",
            place(finding.range.0) + 1,
            place(finding.range.1),
            finding.why,
            finding.proposal
        ));
        if on_terminal {
            lines.push(excerpt(text, finding));
        }
    }
    lines.push(match findings.len() {
        count @ (0 | 1) => format!("{count} remarque."),
        count => format!("{count} remarques."),
    });
    lines
}

/// What was found among its neighbours, underlined and coloured by its gravity.
fn excerpt(text: &str, finding: &Finding) -> String {
    let (from, to) = finding.range;
    let before = text.get(..from).unwrap_or_default();
    let after = text.get(to..).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .take(AROUND)
        .last()
        .map_or(from, |(at, _)| at);
    let end = after
        .char_indices()
        .nth(AROUND)
        .map_or(after.len(), |(at, _)| at);
    let style = match finding.severity {
        Severity::Red => "1;4;31",
        Severity::Orange => "4;33",
        Severity::Info => "4;36",
    };
    format!(
        "    {}{}\u{1b}[{style}m{}\u{1b}[0m{}{}",
        if start > 0 { "…" } else { "" },
        shown(before.get(start..).unwrap_or_default()),
        shown(finding.text(text)),
        shown(after.get(..end).unwrap_or_default()),
        if end < after.len() { "…" } else { "" },
    )
}

/// A text as a terminal may be given it: what would move its cursor or turn its line is a point.
fn shown(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            c if c.is_control() || is_invisible(c) => '·',
            c => c,
        })
        .collect()
}

fn read(file: Option<&Path>) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    // One byte more than is read tells a text that would be cut.
    let read = match file.filter(|path| *path != Path::new("-")) {
        None => std::io::stdin()
            .lock()
            .take(LONGEST + 1)
            .read_to_end(&mut bytes),
        Some(path) => {
            File::open(path).and_then(|file| file.take(LONGEST + 1).read_to_end(&mut bytes))
        }
    };
    read.map_err(|error| {
        Failure::Found(format!(
            "Lecture impossible ({error})\u{202f}; rien n’a été modifié. Vérifiez le chemin et les droits."
        ))
    })?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST) {
        return Err(Failure::Usage(format!(
            "Ce texte dépasse {}\u{a0}Mio\u{202f}: rien n’a été lu. Découpez-le, puis relancez sur chaque partie.",
            LONGEST >> 20
        )));
    }
    String::from_utf8(bytes).map_err(|_invalid| {
        Failure::Found(
            "Ce texte n’est pas en UTF-8. Enregistrez-le en UTF-8, puis relancez.".to_owned(),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guard::GuardLexicon;

    fn lines(text: &str, on_terminal: bool) -> Vec<String> {
        let findings = guard::scan(text, &GuardLexicon::default(), 2026);
        report(text, &findings, on_terminal)
    }

    #[test]
    fn a_pipe_gets_places_and_no_value() {
        assert_eq!(
            lines("Été : rappeler au 06 39 98 12 34", false),
            [
                "caractères 19 à 32\u{a0}: bloquant\u{a0}: un numéro de téléphone n’a pas sa place dans une note. Proposé\u{a0}: [téléphone masqué]",
                "1 remarque."
            ]
        );
    }

    #[test]
    fn a_terminal_gets_an_excerpt_with_the_value_in_colour() {
        let said = lines("Été : rappeler au 06 39 98 12 34\nmerci", true);
        assert_eq!(
            said.get(1).map(String::as_str),
            Some("    Été : rappeler au \u{1b}[1;4;31m06 39 98 12 34\u{1b}[0m merci")
        );
        let long = format!("{} vu avec Mme Durand {}", "a".repeat(40), "b".repeat(40));
        let said = lines(&long, true);
        assert!(
            said.iter().any(|line| line.starts_with("    …aaa")
                && line.contains("\u{1b}[4;33mDurand\u{1b}[0m")
                && line.ends_with("bbb…")),
            "{said:?}"
        );
    }

    #[test]
    fn an_excerpt_never_drives_the_terminal() {
        let said = lines("\u{1b}[2J\u{202e}tel 06\u{200b}39981234\u{7}", true).concat();
        let styled = said.matches('\u{1b}').count();
        assert_eq!(styled, 2, "{said:?}");
        assert!(
            !said.contains(['\u{7}', '\u{202e}', '\u{200b}']),
            "{said:?}"
        );
    }
}
