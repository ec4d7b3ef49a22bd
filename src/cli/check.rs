//! `reflexe check`: every finding of a kit, then its test bench.

use std::path::Path;

use serde_json::json;

use crate::domain::bench;
use crate::domain::problem::Gravity;
use crate::store::finding::Finding;

use super::Failure;
use crate::store::kit_file;
use crate::store::training::{exchanges, simulations};

fn severity(finding: &Finding) -> &'static str {
    match finding.severity {
        Gravity::Error => "error",
        Gravity::Warning => "warning",
        Gravity::Info => "info",
    }
}

/// Runs the command.
///
/// # Errors
/// [`Failure::Found`] if there is an error or a case that differs.
pub fn run(path: Option<&Path>, as_json: bool, today: &str) -> Result<(), Failure> {
    let mut loaded = kit_file::check(path, today).map_err(|e| Failure::Found(e.to_string()))?;
    let exercises = loaded.kit.as_ref().map(|kit| {
        let found = simulations::check_of(path, kit.content());
        loaded.findings.extend(found.findings);
        loaded.findings.extend(exchanges::words_of_kit(path, kit).1);
        found.simulations.len()
    });
    let results = loaded
        .kit
        .as_ref()
        .map(|kit| bench::run(kit))
        .unwrap_or_default();
    let differing = results.iter().filter(|r| !r.differences.is_empty()).count();
    let of = |gravity| {
        let findings = loaded.findings.iter();
        findings.filter(|f| f.severity == gravity).count()
    };
    let (errors, warnings, infos) = (of(Gravity::Error), of(Gravity::Warning), of(Gravity::Info));
    if as_json {
        let findings: Vec<_> = loaded
            .findings
            .iter()
            .map(|f| {
                json!({
                    "severity": severity(f), "file": f.file, "line": f.line, "column": f.column,
                    "path": f.path, "message": f.message, "cure": f.cure,
                })
            })
            .collect();
        let cases: Vec<_> = results
            .iter()
            .map(|r| json!({"title": r.title, "differences": r.differences}))
            .collect();
        say!(
            "{}",
            json!({
                "origin": loaded.origin,
                "usable": loaded.kit.is_some(),
                "errors": errors,
                "warnings": warnings,
                "infos": infos,
                "findings": findings,
                "cases": cases,
                "cases_differing": differing,
                "simulations": exercises.unwrap_or_default(),
            })
        );
    } else {
        for finding in &loaded.findings {
            say!("{finding}");
        }
        for result in results.iter().filter(|r| !r.differences.is_empty()) {
            say!("Cas «\u{202f}{}\u{202f}»\u{a0}:", result.title);
            for difference in &result.differences {
                say!("  {difference}");
            }
        }
        if let Some(kit) = &loaded.kit {
            say!(
                "{} (version {})\u{a0}: {} profils, {} situations, {} indices, {} questions, {} étapes.",
                kit.title,
                kit.version,
                kit.profiles().count(),
                kit.situations().count(),
                kit.cues.len(),
                kit.questions.len(),
                kit.steps.len()
            );
        }
        if let Some(exercises) = exercises.filter(|exercises| *exercises > 0) {
            say!("Entraînement\u{a0}: {exercises} mises en situation.");
        }
        say!(
            "À corriger\u{a0}: {errors}. À relire\u{a0}: {warnings}. Pour information\u{a0}: {infos}. Banc d’essai\u{a0}: {} cas, {differing} qui diffèrent.",
            results.len()
        );
    }
    if errors > 0 || differing > 0 || loaded.kit.is_none() {
        return Err(Failure::Found(if as_json {
            String::new()
        } else {
            "Le kit demande une correction\u{a0}: voyez les lignes ci-dessus.".to_owned()
        }));
    }
    Ok(())
}
