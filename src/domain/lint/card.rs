//! What a card lacks: steps for each time at hand, sources, a review date; and what serves nothing.

use super::Report;
use crate::domain::kit::{Condition, KitContent, Layer, Level, Persona};
use crate::domain::problem::{Gravity, Section};
use crate::domain::vocab::{Channel, Minutes};

/// Longest label of a card's line, in characters: what the panel shows without cutting.
const LONGEST_ESSENCE: usize = 90;
const LONGEST_LINE: usize = 90;
const LONGEST_TITLE: usize = 70;
const LONGEST_NAME: usize = 28;
/// Sentences to say that a card offers on each of its channels.
const LEAST_SAY: usize = 5;
/// Levels closer than this separate nobody.
const SAME: f64 = 0.01;

pub(super) fn check(kit: &KitContent, today: Option<&str>, report: &mut Report<'_>) {
    for (i, persona) in kit.personas.iter().enumerate() {
        persona_lacks(kit, i, persona, report);
        lengths(i, persona, report);
        past(
            (Section::Personas, i, persona.id.as_str()),
            persona.reviewed.as_deref(),
            today,
            report,
        );
    }
    for (i, step) in kit.steps.iter().enumerate() {
        too_long(
            (Section::Steps, i, step.id.as_str()),
            "title",
            &step.title,
            LONGEST_TITLE,
            report,
        );
    }
    if let (Some(by), Some(today)) = (kit.review_by.as_deref(), today)
        && by < today
    {
        report.add(
            (Section::Manifest, 0, ""),
            "review_by",
            by,
            Gravity::Warning,
            (
                "La date de relecture du kit est passée.",
                "Relisez le kit en équipe, puis mettez reviewed et review_by à jour.",
            ),
        );
    }
    unnamed(kit, report);
    separation(kit, report);
}

/// What agents or managers could not read: a text that everything else hangs on is missing.
fn unnamed(kit: &KitContent, report: &mut Report<'_>) {
    let mut texts: Vec<((Section, usize, &str), String, &str)> = Vec::new();
    for (i, persona) in kit.personas.iter().enumerate() {
        let place = (Section::Personas, i, persona.id.as_str());
        texts.push((place, "name".to_owned(), &persona.name));
        texts.push((place, "essence".to_owned(), &persona.essence));
    }
    for (i, cue) in kit.cues.iter().enumerate() {
        let place = (Section::Cues, i, cue.id.as_str());
        texts.push((place, "short".to_owned(), &cue.short));
    }
    for (i, question) in kit.questions.iter().enumerate() {
        let place = (Section::Questions, i, question.id.as_str());
        texts.push((place, "ask".to_owned(), &question.ask));
        for answer in &question.answers {
            let field = format!("answers › {} › text", answer.id);
            texts.push((place, field, &answer.text));
        }
    }
    for (i, step) in kit.steps.iter().enumerate() {
        let place = (Section::Steps, i, step.id.as_str());
        texts.push((place, "title".to_owned(), &step.title));
    }
    for (i, procedure) in kit.procedures.iter().enumerate() {
        let place = (Section::Procedures, i, procedure.id.as_str());
        texts.push((place, "title".to_owned(), &procedure.title));
    }
    for (i, spot) in kit.places.iter().enumerate() {
        let place = (Section::Places, i, spot.id.as_str());
        texts.push((place, "name".to_owned(), &spot.name));
    }
    for (place, field, text) in texts {
        if text.trim().is_empty() {
            report.add(
                place,
                &field,
                "",
                Gravity::Warning,
                (
                    "Ce texte manque : l’écran montrerait un blanc.",
                    "Écrivez-le, même en quelques mots.",
                ),
            );
        }
    }
}

fn persona_lacks(kit: &KitContent, i: usize, persona: &Persona, report: &mut Report<'_>) {
    let place = (Section::Personas, i, persona.id.as_str());
    for minutes in Minutes::ALL {
        if persona.steps.for_minutes(*minutes).is_empty() {
            let message = format!("Cette carte n’a aucune étape pour « {} ».", minutes.label());
            let list = match minutes {
                Minutes::Two => "steps › two_minutes",
                Minutes::Ten => "steps › ten_minutes",
                Minutes::Relay => "steps › relay",
            };
            report.add(
                place,
                list,
                persona.id.as_str(),
                Gravity::Warning,
                (&message, "Ajoutez au moins une étape à cette durée."),
            );
        }
    }
    for channel in &kit.channels {
        let said = persona
            .say
            .iter()
            .filter(|say| say.channels.contains(channel))
            .count();
        if said < LEAST_SAY {
            let message = format!(
                "Cette carte a {said} phrases à dire ({}), au lieu de {LEAST_SAY}.",
                channel.label().to_lowercase()
            );
            report.add(
                place,
                "say",
                persona.id.as_str(),
                Gravity::Info,
                (
                    &message,
                    "Ajoutez des phrases que l’on dit vraiment sur ce canal.",
                ),
            );
        }
    }
    if persona.sources.is_empty() {
        report.add(
            place,
            "sources",
            persona.id.as_str(),
            Gravity::Warning,
            (
                "Cette carte ne dit pas d’où elle vient.",
                "Citez au moins une source du kit dans sources.",
            ),
        );
    }
    if persona.reviewed.is_none() {
        report.add(
            place,
            "reviewed",
            persona.id.as_str(),
            Gravity::Warning,
            (
                "Cette carte n’a pas de date de relecture.",
                "Mettez la date de la dernière relecture dans reviewed.",
            ),
        );
    }
}

fn lengths(i: usize, persona: &Persona, report: &mut Report<'_>) {
    let place = (Section::Personas, i, persona.id.as_str());
    too_long(place, "name", &persona.name, LONGEST_NAME, report);
    too_long(place, "essence", &persona.essence, LONGEST_ESSENCE, report);
    for (field, lines) in [
        ("motivations", &persona.motivations),
        ("obstacles", &persona.obstacles),
    ] {
        for (line, text) in lines.iter().enumerate() {
            let known = report.problems.len();
            too_long(place, field, text, LONGEST_LINE, report);
            for problem in report.problems.iter_mut().skip(known) {
                problem.place.line = Some(line);
            }
        }
    }
}

fn too_long(
    place: (Section, usize, &str),
    field: &str,
    text: &str,
    most: usize,
    report: &mut Report<'_>,
) {
    let length = text.chars().count();
    if length > most {
        let message =
            format!("Texte de {length} caractères, au plus {most} pour sa place à l’écran.");
        let start: String = text.chars().take(24).collect();
        report.add(
            place,
            field,
            &start,
            Gravity::Warning,
            (
                &message,
                "Raccourcissez-le : il serait coupé sur le panneau.",
            ),
        );
    }
}

/// A review older than a year.
fn past(
    place: (Section, usize, &str),
    reviewed: Option<&str>,
    today: Option<&str>,
    report: &mut Report<'_>,
) {
    let year = |date: &str| date.get(..4)?.parse::<u32>().ok();
    if let (Some(reviewed), Some(today)) = (reviewed, today)
        && let (Some(then), Some(now)) = (year(reviewed), year(today))
        && (now > then + 1 || (now == then + 1 && today.get(4..) > reviewed.get(4..)))
    {
        report.add(
            place,
            "reviewed",
            reviewed,
            Gravity::Warning,
            (
                "Cette carte n’a pas été relue depuis plus d’un an.",
                "Relisez-la avec des agents, puis mettez la date du jour.",
            ),
        );
    }
}

fn names(condition: &Condition, cue: &str) -> bool {
    match condition {
        Condition::Cue(id) | Condition::NotCue(id) => id.as_str() == cue,
        Condition::Any(all) | Condition::All(all) => all.iter().any(|c| names(c, cue)),
        Condition::Not(inner) => names(inner, cue),
        _ => false,
    }
}

/// Cues that no persona separates: same level for every profile, no rule, no situation, no step.
fn separation(kit: &KitContent, report: &mut Report<'_>) {
    for (i, cue) in kit.cues.iter().enumerate() {
        let level = |persona: &Persona| {
            let written = persona.cues.iter().find(|(id, _)| id == &cue.id);
            kit.levels
                .probability(written.map_or(Level::VeryRare, |(_, level)| *level))
        };
        let profiles = kit.personas.iter().filter(|p| p.layer == Layer::Profile);
        let levels: Vec<f64> = profiles.map(level).collect();
        let (low, high) = levels.iter().fold((1.0_f64, 0.0_f64), |(low, high), p| {
            (low.min(*p), high.max(*p))
        });
        let separates = cue.scored && high - low > SAME;
        let serves =
            kit.rules
                .iter()
                .any(|rule| names(&rule.when, cue.id.as_str()))
                || kit.steps.iter().any(|s| {
                    s.when
                        .as_ref()
                        .is_some_and(|when| names(when, cue.id.as_str()))
                })
                || kit.personas.iter().any(|p| {
                    p.layer == Layer::Situation && p.cues.iter().any(|(id, _)| id == &cue.id)
                });
        if !separates && !serves && Channel::ALL.iter().any(|c| cue.channels.contains(c)) {
            report.add(
                (Section::Cues, i, cue.id.as_str()),
                "",
                cue.id.as_str(),
                Gravity::Warning,
                (
                    "Cet indice ne départage aucun persona et ne sert aucune règle.",
                    "Donnez-lui des niveaux différents selon les personas, ou retirez-le.",
                ),
            );
        }
    }
}
