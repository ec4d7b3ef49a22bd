//! `reflexe evaluate`: how good a kit is on confirmed cases.

use std::path::Path;

use serde_json::json;

use super::args::EvaluateOptions;
use super::{Failure, load_usable, progress};
use crate::domain::kit::Kit;
use crate::domain::study::evaluate::{self, Evaluation, Options};
use crate::domain::study::policy::Order;
use crate::domain::vocab::Channel;
use crate::store::cases_csv::{self, Cases};

/// Reads cases, telling on standard error what was left aside.
///
/// # Errors
/// A sentence if the table cannot be used.
pub(super) fn cases(path: &Path, kit: &Kit, channel: &str) -> Result<Cases, Failure> {
    let channel = Channel::from_key(channel).unwrap_or(Channel::Counter);
    let cases = cases_csv::read(path, kit, channel).map_err(|e| Failure::Found(e.to_string()))?;
    for notice in &cases.notices {
        eprintln!("{notice}");
    }
    Ok(cases)
}

/// A probability given as an option.
///
/// # Errors
/// A usage error outside 0..=1.
pub(super) fn probability(option: &str, value: f64) -> Result<f64, Failure> {
    if (0.0..=1.0).contains(&value) {
        return Ok(value);
    }
    Err(Failure::Usage(format!(
        "{option} attend un nombre entre 0 et 1\u{a0}: {value} n’en est pas un."
    )))
}

/// Runs the command.
///
/// # Errors
/// Usage errors, unusable kits and tables.
pub fn run(options: &EvaluateOptions, kit: Option<&Path>, today: &str) -> Result<(), Failure> {
    let stop = probability("--stop", options.stop)?;
    let kit = load_usable(options.kit.as_deref().or(kit), today)?;
    let cases = cases(&options.cases, &kit, &options.channel)?;
    let settings = Options {
        stop,
        order: match options.order.as_str() {
            "random" => Order::Random,
            "fixed" => Order::Fixed,
            _ => Order::Greedy,
        },
        seed: options.seed,
    };
    let evaluation = evaluate::run(&kit, &cases.confirmed, &settings, &mut progress())
        .map_err(|e| Failure::Found(e.to_string()))?;
    if options.json {
        say!("{}", to_json(&evaluation));
    } else {
        print_table(&kit, &evaluation, stop);
    }
    Ok(())
}

/// Writes an evaluation as the documented JSON object.
pub fn to_json(evaluation: &Evaluation) -> serde_json::Value {
    let confusion: serde_json::Map<String, serde_json::Value> = evaluation
        .personas
        .iter()
        .zip(&evaluation.confusion)
        .map(|(persona, row)| {
            let row: serde_json::Map<String, serde_json::Value> = evaluation
                .personas
                .iter()
                .zip(row)
                .map(|(top, count)| (top.to_string(), json!(count)))
                .collect();
            (persona.to_string(), row.into())
        })
        .collect();
    let adaptive = &evaluation.adaptive;
    json!({
        "cases": evaluation.cases,
        "correct": evaluation.correct,
        "accuracy": evaluation.accuracy,
        "accuracy_interval": [evaluation.interval.0, evaluation.interval.1],
        "log_loss": evaluation.log_loss,
        "ece": evaluation.ece,
        "brier": evaluation.brier,
        "contradictions": evaluation.contradictions,
        "confusion": confusion,
        "adaptive": {
            "questions_total": adaptive.questions_total,
            "questions_mean": adaptive.questions_mean,
            "correct": adaptive.correct,
            "reached": adaptive.reached,
        },
    })
}

fn print_table(kit: &Kit, evaluation: &Evaluation, stop: f64) {
    let percent = |x: f64| format!("{:.1}\u{a0}%", 100.0 * x);
    let (low, high) = evaluation.interval;
    say!("Cas confirmés            {:>8}", evaluation.cases);
    say!(
        "Bien reconnus            {:>8}   {} (intervalle à 95\u{a0}%\u{a0}: {} à {})",
        evaluation.correct,
        percent(evaluation.accuracy),
        percent(low),
        percent(high)
    );
    say!("Log-perte (nats)         {:>8.4}", evaluation.log_loss);
    say!("Écart de calibration     {:>8.4}", evaluation.ece);
    say!("Score de Brier           {:>8.4}", evaluation.brier);
    if evaluation.contradictions > 0 {
        say!("Cas contradictoires      {:>8}", evaluation.contradictions);
    }
    let adaptive = &evaluation.adaptive;
    say!("Entretien, arrêt à {}", percent(stop));
    say!(
        "  Questions              {:>8}   {:.2} par cas",
        adaptive.questions_total,
        adaptive.questions_mean
    );
    say!(
        "  Bien reconnus          {:>8}   {} des cas atteignent le seuil",
        adaptive.correct,
        percent(adaptive.reached)
    );
    say!("Confirmé (lignes), en tête (colonnes)");
    let code = |id: &crate::domain::ids::PersonaId| {
        kit.persona(id.as_str())
            .map_or_else(|| id.to_string(), |p| p.code.clone())
    };
    let codes: Vec<String> = evaluation.personas.iter().map(code).collect();
    let width = codes
        .iter()
        .map(|c| c.chars().count())
        .max()
        .unwrap_or(3)
        .max(5);
    let line = |head: &str, cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|c| format!("{c:>width$}")).collect();
        say!("  {head:<width$} {}", cells.join(" "));
    };
    line("", codes.clone());
    for (name, row) in codes.iter().zip(&evaluation.confusion) {
        line(name, row.iter().map(ToString::to_string).collect());
    }
}
