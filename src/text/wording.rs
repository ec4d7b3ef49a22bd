//! Observations in words, the same on the panel and on the command line.

use super::{Value, format, plain, term};
use crate::domain::identification::{Change, Observation, Reason, Strength};
use crate::domain::kit::Kit;
use crate::domain::vocab::{Channel, Language};

/// Lower-cases the first letter, unless the word is an acronym.
pub fn within_sentence(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// Says an observation as a clause without capital or full stop.
pub fn observation(
    language: Language,
    kit: &Kit,
    observation: &Observation,
    channel: Channel,
) -> String {
    let words = |key: &str, text: &str| {
        format(
            language,
            key,
            &[("words", Value::from(within_sentence(text)))],
        )
    };
    match observation {
        Observation::Cue(id) => within_sentence(
            kit.cue(id.as_str())
                .map_or(id.as_str(), |c| c.short.as_str()),
        ),
        Observation::NotCue(id) => words(
            "denied",
            kit.cue(id.as_str())
                .map_or(id.as_str(), |c| c.short.as_str()),
        ),
        Observation::Answer(question, answer) => words(
            "answered_with",
            kit.question(question.as_str())
                .and_then(|q| q.answers.iter().find(|a| &a.id == answer))
                .map_or(answer.as_str(), |a| a.text_on(channel)),
        ),
    }
}

/// Says how strong a reason is, and which way.
pub fn strength(language: Language, reason: &Reason) -> String {
    let word = match reason.strength() {
        Strength::Slight => "strength_slight",
        Strength::Moderate => "strength_moderate",
        Strength::Strong => "strength_strong",
        Strength::VeryStrong => "strength_very_strong",
    };
    let way = if reason.decibans < 0.0 {
        "way_against"
    } else {
        "way_for"
    };
    let word = plain(language, word);
    format(language, way, &[("strength", word.into())])
}

/// Says how much less than in full a reason counts, if it does.
pub fn share(language: Language, reason: &Reason) -> Option<String> {
    if reason.weight >= 1.0 {
        return None;
    }
    let key = match reason.weight {
        w if (w - 0.5).abs() < 0.01 => "share_half",
        w if (w - 0.25).abs() < 0.01 => "share_quarter",
        w if w < 0.005 => "share_none",
        w => {
            let percent = format!("{:.0}", 100.0 * w);
            return Some(format(
                language,
                "share_percent",
                &[("percent", percent.into())],
            ));
        }
    };
    Some(plain(language, key).to_owned())
}

/// Says why a reason counts less than in full, if it does.
pub fn discount(
    language: Language,
    kit: &Kit,
    reason: &Reason,
    channel: Channel,
) -> Option<String> {
    let share = share(language, reason)?;
    Some(match &reason.near {
        Some(near) => {
            let near = observation(language, kit, near, channel);
            format(
                language,
                "near",
                &[("share", share.into()), ("near", near.into())],
            )
        }
        None => format(language, "near_unknown", &[("share", share.into())]),
    })
}

/// Says what would be without an observation: « sans …, ce serait … ».
pub fn change(language: Language, kit: &Kit, change: &Change, channel: Channel) -> String {
    let without = observation(language, kit, &change.without, channel);
    let label = term(language, change.label).to_lowercase();
    match &change.top {
        Some(id) => {
            let name = kit
                .persona(id.as_str())
                .map_or(id.as_str(), |p| p.name.as_str());
            format(
                language,
                "change",
                &[
                    ("without", without.into()),
                    ("name", name.into()),
                    ("label", label.into()),
                ],
            )
        }
        None => format(
            language,
            "change_none",
            &[("without", without.into()), ("label", label.into())],
        ),
    }
}
