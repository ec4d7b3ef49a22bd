//! `reflexe identify`: evidence from options, the engine's answer as a table or as JSON.

use std::path::Path;

use serde_json::{Value, json};

use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::identification::{Identification, Observation, SituationState, WhyAsk};
use crate::domain::identify::Recogniser;
use crate::domain::kit::Kit;
use crate::domain::vocab::{Channel, Language, Minutes, Theme};
use crate::text::wording;

use super::args::IdentifyOptions;
use super::{Failure, load_usable};

/// Runs the command.
///
/// # Errors
/// Usage errors and unusable kits.
pub fn run(options: &IdentifyOptions, kit: Option<&Path>, today: &str) -> Result<(), Failure> {
    let kit = load_usable(options.kit.as_deref().or(kit), today)?;
    let evidence = evidence(&kit, options)?;
    let recogniser = Recogniser::new(&kit, evidence.channel);
    let identification = recogniser
        .identify(&kit, &evidence)
        .map_err(|_contradiction| {
            Failure::Usage(
                "Ces indices se contredisent\u{a0}: aucune piste ne peut les expliquer ensemble. \
             Retirez celui dont vous êtes le moins sûr."
                    .to_owned(),
            )
        })?;
    if options.json {
        say!("{}", to_json(&kit, &identification));
    } else {
        print_table(&kit, &identification);
    }
    Ok(())
}

fn unknown(kind: &str, name: &str, known: impl Iterator<Item = String>) -> Failure {
    let near = known
        .map(|other| (strsim::osa_distance(&other, name), other))
        .filter(|(distance, _)| *distance * 3 <= name.chars().count())
        .min()
        .map(|(_, other)| format!(" Vouliez-vous dire «\u{202f}{other}\u{202f}»\u{202f}?"))
        .unwrap_or_default();
    Failure::Usage(format!(
        "{kind} inconnu·e\u{a0}: «\u{202f}{name}\u{202f}».{near} «\u{202f}reflexe check --json\u{202f}» dit ce que le kit contient."
    ))
}

/// Builds evidence from the options.
///
/// # Errors
/// Usage errors: unknown names, contradictory cues, a cue of the other channel.
pub fn evidence(kit: &Kit, options: &IdentifyOptions) -> Result<Evidence, Failure> {
    let channel = Channel::from_key(&options.channel)
        .filter(|c| kit.channels.contains(c))
        .ok_or_else(|| {
            Failure::Usage(format!("Ce kit ne sert pas le canal {}.", options.channel))
        })?;
    let mut evidence = Evidence::new(channel);
    evidence.minutes = Minutes::from_key(&options.minutes).unwrap_or(Minutes::Two);
    if let Some(name) = &options.theme {
        let theme = Theme::from_key(&name.to_lowercase())
            .ok_or_else(|| unknown("Thème", name, Theme::ALL.iter().map(|t| t.key().to_owned())))?;
        evidence.theme = Some(theme);
    }
    evidence.settings.extend(options.settings.iter().cloned());
    note_cues(kit, options, &mut evidence)?;
    note_answers(kit, options, &mut evidence)?;
    Ok(evidence)
}

fn note_cues(kit: &Kit, options: &IdentifyOptions, evidence: &mut Evidence) -> Result<(), Failure> {
    let channel = evidence.channel;
    let sightings = options
        .cues
        .iter()
        .map(|name| (name, Sighting::Observed))
        .chain(options.not_cues.iter().map(|name| (name, Sighting::Denied)));
    for (name, sighting) in sightings {
        let cue = kit.cue(name).ok_or_else(|| {
            unknown(
                "Indice",
                name,
                kit.cues
                    .iter()
                    .flat_map(|c| [c.id.to_string(), c.code.clone()]),
            )
        })?;
        if !cue.channels.contains(&channel) {
            return Err(Failure::Usage(format!(
                "L’indice {} ({}) ne se note pas sur ce canal.",
                cue.code, cue.id
            )));
        }
        match evidence.cues.insert(cue.id.clone(), sighting) {
            Some(before) if before != sighting => {
                return Err(Failure::Usage(format!(
                    "L’indice {} est donné à la fois comme observé et comme n’étant pas le cas. Gardez l’un des deux.",
                    cue.code
                )));
            }
            _ => {}
        }
    }
    for cue in &kit.cues {
        let other = cue.excludes.iter().find(|other| evidence.observed(other));
        if let (true, Some(other)) = (evidence.observed(&cue.id), other) {
            let other = kit.cue(other.as_str()).map_or(other.as_str(), |c| &c.code);
            return Err(Failure::Usage(format!(
                "Les indices {} et {other} ne vont pas ensemble. Gardez l’un des deux.",
                cue.code
            )));
        }
    }
    Ok(())
}

fn note_answers(
    kit: &Kit,
    options: &IdentifyOptions,
    evidence: &mut Evidence,
) -> Result<(), Failure> {
    let channel = evidence.channel;
    let question_of = |name: &str| {
        let question = kit.question(name).ok_or_else(|| {
            unknown(
                "Question",
                name,
                kit.questions
                    .iter()
                    .flat_map(|q| [q.id.to_string(), q.code.clone()]),
            )
        })?;
        if question.channels.contains(&channel) {
            Ok(question)
        } else {
            Err(Failure::Usage(format!(
                "La question {} ne se pose pas sur ce canal.",
                question.code
            )))
        }
    };
    for pair in &options.answers {
        let (name, answer) = pair.split_once('=').ok_or_else(|| {
            Failure::Usage(format!("Réponse illisible\u{a0}: «\u{202f}{pair}\u{202f}». Écrivez question=réponse, par exemple Q2=3."))
        })?;
        let question = question_of(name)?;
        let answer = question
            .answer_index(answer)
            .and_then(|position| question.answers.get(position))
            .ok_or_else(|| {
                unknown(
                    "Réponse",
                    answer,
                    question.answers.iter().map(|a| a.id.to_string()),
                )
            })?;
        match evidence
            .answers
            .insert(question.id.clone(), answer.id.clone())
        {
            Some(before) if before != answer.id => {
                return Err(Failure::Usage(format!(
                    "La question {} a deux réponses. Gardez-en une.",
                    question.code
                )));
            }
            _ => {}
        }
    }
    for name in &options.asked {
        let question = question_of(name)?;
        if evidence.answers.contains_key(&question.id) {
            return Err(Failure::Usage(format!(
                "La question {} a une réponse\u{a0}: retirez --asked.",
                question.code
            )));
        }
        evidence.unanswered.insert(question.id.clone());
    }
    Ok(())
}

fn code_of_persona<'k>(kit: &'k Kit, id: &str) -> (&'k str, &'k str) {
    kit.persona(id)
        .map_or(("", ""), |p| (p.code.as_str(), p.name.as_str()))
}

fn code_of_question<'k>(kit: &'k Kit, id: &str) -> &'k str {
    kit.question(id).map_or("", |q| q.code.as_str())
}

fn reasons_json(kit: &Kit, identification: &Identification) -> Vec<Value> {
    identification
        .reasons
        .iter()
        .map(|r| {
            let (id, code, kind, answer) = match &r.observation {
                Observation::Cue(id) => (
                    id.as_str(),
                    kit.cue(id.as_str()).map(|c| c.code.as_str()),
                    "cue",
                    None,
                ),
                Observation::NotCue(id) => (
                    id.as_str(),
                    kit.cue(id.as_str()).map(|c| c.code.as_str()),
                    "not_cue",
                    None,
                ),
                Observation::Answer(id, answer) => (
                    id.as_str(),
                    Some(code_of_question(kit, id.as_str())),
                    "answer",
                    Some(answer.as_str()),
                ),
            };
            json!({
                "id": id, "code": code, "kind": kind, "answer": answer, "decibans": r.decibans,
                "weight": r.weight, "strength": wording::strength(Language::French, r),
                "discount": wording::discount(Language::French, kit, r, identification.channel),
            })
        })
        .collect()
}

/// Writes the answer as the documented JSON object.
pub fn to_json(kit: &Kit, identification: &Identification) -> Value {
    let persona = |id: &str, probability: f64| {
        let (code, name) = code_of_persona(kit, id);
        json!({"id": id, "code": code, "name": name, "probability": probability})
    };
    let candidates: Vec<Value> = identification
        .candidates
        .iter()
        .map(|c| persona(c.id.as_str(), c.probability))
        .collect();
    let name = |position: usize| {
        identification
            .candidates
            .get(position)
            .map_or(Value::Null, |c| Value::String(c.id.to_string()))
    };
    let situations: Vec<Value> = identification
        .situations
        .iter()
        .map(|s| {
            let state = s.state.map(|state| match state {
                SituationState::Declared => "declared",
                SituationState::ToVerify => "to_verify",
            });
            json!({
                "id": s.id.as_str(),
                "code": code_of_persona(kit, s.id.as_str()).0,
                "state": state,
                "probability": s.probability,
            })
        })
        .collect();
    let reasons = reasons_json(kit, identification);
    let next: Vec<Value> = identification
        .next_questions
        .iter()
        .map(|q| {
            let why = match q.why {
                WhyAsk::Rule => "rule",
                WhyAsk::Opener => "opener",
                WhyAsk::Gain => "gain",
            };
            json!({
                "id": q.id.as_str(),
                "code": code_of_question(kit, q.id.as_str()),
                "gain_bits": q.gain_bits,
                "score": q.score,
                "why": why,
            })
        })
        .collect();
    let plan: Vec<Value> = identification
        .plan
        .iter()
        .filter_map(|planned| {
            let step = kit.step(planned.id.as_str())?;
            Some(json!({
                "id": planned.id.as_str(),
                "title": step.title,
                "mode": step.mode.key(),
                "relevance": planned.relevance,
            }))
        })
        .collect();
    let changes: Vec<String> = identification
        .changes
        .iter()
        .map(|change| wording::change(Language::French, kit, change, identification.channel))
        .collect();
    let notices: Vec<Value> = identification
        .notices
        .iter()
        .map(|n| json!({"text": n.text, "severity": n.severity.key()}))
        .collect();
    json!({
        "channel": identification.channel.key(),
        "minutes": identification.minutes.key(),
        "label": identification.label.key(),
        "counted": identification.counted,
        "top": name(0),
        "against": name(1),
        "prior_decibans": identification.prior_decibans,
        "changes": changes,
        "candidates": candidates,
        "none_of_these": identification.none_of_these,
        "situations": situations,
        "reasons": reasons,
        "next_questions": next,
        "held": identification.held.iter().map(super::super::domain::ids::QuestionId::as_str).collect::<Vec<_>>(),
        "plan": plan,
        "notices": notices,
        "hidden_modes": identification.hidden_modes.iter().map(|m| m.key()).collect::<Vec<_>>(),
    })
}

fn print_table(kit: &Kit, identification: &Identification) {
    say!(
        "{} ({} prises en compte)",
        identification.label.label(),
        identification.counted
    );
    for candidate in &identification.candidates {
        let (code, name) = code_of_persona(kit, candidate.id.as_str());
        say!(
            "  {code}  {:>5.1}\u{a0}%  {name}",
            candidate.probability * 100.0
        );
    }
    say!(
        "       {:>5.1}\u{a0}%  aucune piste connue",
        identification.none_of_these * 100.0
    );
    for situation in &identification.situations {
        let (code, name) = code_of_persona(kit, situation.id.as_str());
        match situation.state {
            Some(SituationState::Declared) => say!("  {code}  {name}\u{a0}: dit par la personne"),
            Some(SituationState::ToVerify) => {
                say!("  {code}  {name}\u{a0}: à proposer, sans supposer");
            }
            None => {}
        }
    }
    if let (Some(top), Some(second)) = (identification.top(), identification.runner_up()) {
        say!(
            "Pourquoi {} plutôt que {}\u{202f}? (décibans, départ {:+.1})",
            code_of_persona(kit, top.id.as_str()).1,
            code_of_persona(kit, second.id.as_str()).1,
            identification.prior_decibans
        );
    }
    for reason in &identification.reasons {
        let channel = identification.channel;
        let text = wording::observation(Language::French, kit, &reason.observation, channel);
        let discount = wording::discount(Language::French, kit, reason, channel)
            .map(|words| format!(", {words}"))
            .unwrap_or_default();
        say!(
            "  {:+6.1}  {text} ({}{discount})",
            reason.decibans,
            wording::strength(Language::French, reason)
        );
    }
    if !identification.changes.is_empty() {
        say!("Ce qui changerait le résultat");
    }
    for change in &identification.changes {
        say!(
            "  {}",
            wording::change(Language::French, kit, change, identification.channel)
        );
    }
    if let Some(question) = identification
        .next_questions
        .first()
        .and_then(|q| kit.question(q.id.as_str()))
    {
        say!(
            "À demander\u{a0}: «\u{202f}{}\u{202f}»",
            question.ask_on(identification.channel)
        );
    }
    for notice in &identification.notices {
        say!("{}\u{a0}: {}", notice.severity.label(), notice.text);
    }
    if !identification.plan.is_empty() {
        say!("Comment aider ({})", identification.minutes.label());
    }
    for planned in &identification.plan {
        if let Some(step) = kit.step(planned.id.as_str()) {
            say!("  ☐ {} ({})", step.title, step.mode.label());
        }
    }
}
