//! Observations in words, the same on the panel, in the note's plan and on the command line.

use super::identification::{Change, Observation, Reason, Strength};
use super::kit::Kit;
use super::vocab::Channel;

/// Lower-cases the first letter, unless the word is an acronym.
fn within_sentence(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// Says an observation as a clause without capital or full stop.
pub fn observation(kit: &Kit, observation: &Observation, channel: Channel) -> String {
    match observation {
        Observation::Cue(id) => within_sentence(
            kit.cue(id.as_str())
                .map_or(id.as_str(), |c| c.short.as_str()),
        ),
        Observation::NotCue(id) => {
            let short = kit
                .cue(id.as_str())
                .map_or(id.as_str(), |c| c.short.as_str());
            format!("non · {}", within_sentence(short))
        }
        Observation::Answer(question, answer) => {
            let text = kit
                .question(question.as_str())
                .and_then(|q| q.answers.iter().find(|a| &a.id == answer))
                .map_or(answer.as_str(), |a| a.text_on(channel));
            format!("a répondu «\u{202f}{}\u{202f}»", within_sentence(text))
        }
    }
}

/// Says how strong a reason is, and which way.
pub fn strength(reason: &Reason) -> String {
    let word = match reason.strength() {
        Strength::Slight => "indice léger",
        Strength::Moderate => "indice moyen",
        Strength::Strong => "indice fort",
        Strength::VeryStrong => "indice très fort",
    };
    let way = if reason.decibans < 0.0 {
        "en sens contraire"
    } else {
        "en ce sens"
    };
    format!("{word} {way}")
}

/// Says why a reason counts less than in full, if it does.
pub fn discount(kit: &Kit, reason: &Reason, channel: Channel) -> Option<String> {
    if reason.weight >= 1.0 {
        return None;
    }
    let share = match reason.weight {
        w if (w - 0.5).abs() < 0.01 => "compte pour moitié".to_owned(),
        w if (w - 0.25).abs() < 0.01 => "compte pour un quart".to_owned(),
        w if w < 0.005 => "ne compte pas".to_owned(),
        w => format!("compte à {:.0}\u{202f}%", 100.0 * w),
    };
    Some(match &reason.near {
        Some(near) => format!(
            "{share}\u{a0}: proche de «\u{202f}{}\u{202f}»",
            observation(kit, near, channel)
        ),
        None => format!("{share}\u{a0}: proche d’un autre indice"),
    })
}

/// Says what would be without an observation: « sans …, ce serait … ».
pub fn change(kit: &Kit, change: &Change, channel: Channel) -> String {
    let without = observation(kit, &change.without, channel);
    let label = change.label.label().to_lowercase();
    match &change.top {
        Some(id) => {
            let name = kit
                .persona(id.as_str())
                .map_or(id.as_str(), |p| p.name.as_str());
            format!("Sans «\u{202f}{without}\u{202f}»\u{a0}: {name}, {label}.")
        }
        None => format!("Sans «\u{202f}{without}\u{202f}»\u{a0}: {label}."),
    }
}
