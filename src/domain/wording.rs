//! Observations in words, the same on the panel, in the note's plan and on the command line.

use super::identification::Observation;
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
