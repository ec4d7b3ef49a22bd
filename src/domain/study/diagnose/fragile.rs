//! Levels of which one step changes who comes first: judged on the kit's own cases.

use super::Observed;
use crate::domain::bench;
use crate::domain::identify::compile::{cue_row, question_row};
use crate::domain::identify::{Meaning, OBSERVED, Recogniser, label_of};
use crate::domain::ids::{AnswerId, PersonaId};
use crate::domain::kit::{Kit, Level, Persona};
use crate::domain::vocab::Label;

/// A level on which a case hangs.
#[derive(Clone, Debug, PartialEq)]
pub struct Fragile {
    /// Title of the case.
    pub case: String,
    /// The profile whose level it is.
    pub persona: PersonaId,
    /// The cue or question.
    pub item: Observed,
    /// The answer, for a question.
    pub answer: Option<AnswerId>,
    /// The level as it is.
    pub from: Level,
    /// The neighbouring level that changes who comes first.
    pub to: Level,
    /// Who comes first then.
    pub top: PersonaId,
}

const WORDS: [Level; 5] = [
    Level::VeryRare,
    Level::Rare,
    Level::Possible,
    Level::Frequent,
    Level::Typical,
];

/// The words next to a level; of P(…), the words just under and just above.
fn neighbours(kit: &Kit, level: Level) -> Vec<Level> {
    if let Some(at) = WORDS.iter().position(|word| *word == level) {
        return [at.checked_sub(1), at.checked_add(1)]
            .into_iter()
            .flatten()
            .filter_map(|at| WORDS.get(at).copied())
            .collect();
    }
    let p = kit.levels.probability(level);
    let of = |word: &Level| kit.levels.probability(*word);
    let below = WORDS.iter().rfind(|word| of(word) < p);
    let above = WORDS.iter().find(|word| of(word) > p);
    below.into_iter().chain(above).copied().collect()
}

/// Finds the fragile levels: every case that has a lead, every answer in it, every profile, one step
/// each way.
pub(super) fn find(kit: &Kit, recogniser: &Recogniser) -> Vec<Fragile> {
    let profiles: Vec<&Persona> = kit.profiles().collect();
    let mut scratch = recogniser.scratch();
    let mut found = Vec::new();
    for case in kit
        .cases
        .iter()
        .filter(|c| c.channel == recogniser.channel())
    {
        let evidence = bench::evidence(case);
        if recogniser.weigh(kit, &evidence, &mut scratch).is_err() {
            continue;
        }
        // Where nothing is said to come first, nothing can be overturned.
        let label = label_of(kit, scratch.given.len(), &scratch.posterior);
        if !matches!(label, Label::Clear | Label::Possible) {
            continue;
        }
        let (top, _) = scratch.posterior.top();
        let given = scratch.given.clone();
        for &(m, v) in &given {
            let Some(meaning) = recogniser.meanings.get(m) else {
                continue;
            };
            for (k, persona) in profiles.iter().enumerate() {
                let Some((level, answer)) = level_of(kit, persona, meaning, v) else {
                    continue;
                };
                for to in neighbours(kit, level) {
                    let row = moved(kit, persona, meaning, v, to);
                    let other = recogniser.with_row(m, k, row);
                    let mut scratch = other.scratch();
                    if other.weigh(kit, &evidence, &mut scratch).is_err() {
                        continue;
                    }
                    let (now, _) = scratch.posterior.top();
                    if now != top
                        && let Some(first) =
                            now.checked_sub(1).and_then(|k| recogniser.profiles.get(k))
                    {
                        found.push(Fragile {
                            case: case.title.clone(),
                            persona: persona.id.clone(),
                            item: Observed::of(meaning),
                            answer: answer.clone(),
                            from: level,
                            to,
                            top: first.clone(),
                        });
                    }
                }
            }
        }
    }
    found
}

fn level_of(
    kit: &Kit,
    persona: &Persona,
    meaning: &Meaning,
    v: usize,
) -> Option<(Level, Option<AnswerId>)> {
    match meaning {
        Meaning::Cue { id, .. } => {
            let written = persona.cues.iter().find(|(cue, _)| cue == id);
            Some((written.map_or(Level::VeryRare, |(_, level)| *level), None))
        }
        Meaning::Question { id, answers, .. } => {
            let answer = answers.get(v)?;
            let (_, row) = persona.answers.iter().find(|(q, _)| q == id)?;
            let written = row.iter().find(|(a, _)| a == answer);
            let level = written.map_or(Level::VeryRare, |(_, level)| *level);
            debug_assert!(kit.question(id.as_str()).is_some());
            Some((level, Some(answer.clone())))
        }
    }
}

/// The row with one of its levels moved, normalised again.
fn moved(kit: &Kit, persona: &Persona, meaning: &Meaning, v: usize, to: Level) -> Vec<f64> {
    let p = kit.levels.probability(to);
    match meaning {
        Meaning::Cue { id, .. } => {
            let mut row = cue_row(kit, persona, id);
            for (at, cell) in row.iter_mut().enumerate() {
                *cell = if at == OBSERVED { p } else { 1.0 - p };
            }
            row
        }
        Meaning::Question { id, answers, .. } => {
            let Some(question) = kit.question(id.as_str()) else {
                return Vec::new();
            };
            let mut changed = persona.clone();
            if let (Some((_, row)), Some(answer)) = (
                changed.answers.iter_mut().find(|(q, _)| q == id),
                answers.get(v),
            ) {
                match row.iter_mut().find(|(a, _)| a == answer) {
                    Some(slot) => slot.1 = to,
                    None => row.push((answer.clone(), to)),
                }
            }
            question_row(kit, &changed, question).unwrap_or_default()
        }
    }
}
