//! Search over cues, steps, sentences, questions and démarches: accents, case and word order do not matter.

use crate::domain::ids::{CueId, ProcedureId, QuestionId, StepId};
use crate::domain::typography::fold;

use super::state::State;

/// Hits shown at most.
const MAX_HITS: usize = 8;

/// What choosing a hit does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HitAction {
    /// Notes the cue.
    Cue(CueId),
    /// Adds the step to the plan.
    Step(StepId),
    /// Shows the question.
    Question(QuestionId),
    /// Opens the démarche.
    Procedure(ProcedureId),
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its line.
    pub text: String,
    /// What Entrée does with it.
    pub action: HitAction,
}

/// Says how well a text answers the words, lower is better; `None` if a word is missing.
///
/// A word of five letters or more may have one typing mistake.
fn distance(words: &[String], text: &str) -> Option<usize> {
    let folded = fold(text);
    let tokens: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|t| !t.is_empty())
        .collect();
    words.iter().try_fold(0, |sum, word| {
        if tokens.iter().any(|t| t.starts_with(word.as_str())) {
            Some(sum)
        } else if folded.contains(word.as_str()) {
            Some(sum + 1)
        } else if word.chars().count() >= 5
            && tokens.iter().any(|t| strsim::osa_distance(t, word) <= 1)
        {
            Some(sum + 2)
        } else {
            None
        }
    })
}

/// Finds what the query names, best first.
pub fn hits(state: &State) -> Vec<Hit> {
    // Signs are no words: a sentence pasted whole is found too.
    let words: Vec<String> = fold(&state.query)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    let channel = state.evidence().channel;
    let mut found: Vec<(usize, Hit)> = Vec::new();
    for cue in state
        .kit
        .cues
        .iter()
        .filter(|c| c.channels.contains(&channel))
    {
        let all = format!("{} {} {}", cue.short, cue.text, cue.code);
        if let Some(score) = distance(&words, &all) {
            let hit = Hit {
                text: cue.text.clone(),
                action: HitAction::Cue(cue.id.clone()),
            };
            found.push((score * 4, hit));
        }
    }
    for step in state
        .kit
        .steps
        .iter()
        .filter(|s| s.channels.contains(&channel))
    {
        let says = step
            .say
            .iter()
            .map(|s| s.text.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let all = format!("{} {} {}", step.title, step.detail, says);
        if let Some(score) = distance(&words, &all) {
            let hit = Hit {
                text: step.title.clone(),
                action: HitAction::Step(step.id.clone()),
            };
            found.push((score * 4 + 1, hit));
        }
    }
    for question in state
        .kit
        .questions
        .iter()
        .filter(|q| q.channels.contains(&channel))
    {
        let all = format!("{} {}", question.ask_on(channel), question.code);
        if let Some(score) = distance(&words, &all) {
            let hit = Hit {
                text: question.ask_on(channel).to_owned(),
                action: HitAction::Question(question.id.clone()),
            };
            found.push((score * 4 + 2, hit));
        }
    }
    for procedure in &state.kit.procedures {
        let all = format!("{} {}", procedure.title, procedure.operator);
        if let Some(score) = distance(&words, &all) {
            let hit = Hit {
                text: procedure.title.clone(),
                action: HitAction::Procedure(procedure.id.clone()),
            };
            found.push((score * 4 + 1, hit));
        }
    }
    found.sort_by_key(|(score, _)| *score);
    found
        .into_iter()
        .map(|(_, hit)| hit)
        .take(MAX_HITS)
        .collect()
}
