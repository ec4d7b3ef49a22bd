//! Which questions tell a persona from the others, and by which answer.
//!
//! It must never give a number to a screen: it orders questions and chooses an answer.

use crate::domain::ids::{AnswerId, QuestionId};
use crate::domain::kit::{KitContent, Layer, Level, Persona, Question};

/// Questions a card names at most.
const MOST: usize = 4;
/// Divergence under which a question tells nothing, in nats.
const LEAST: f64 = 0.15;

/// What a persona answers to a question, as shares that sum to one; none if it says nothing of it.
fn shares(content: &KitContent, persona: &Persona, question: &Question) -> Option<Vec<f64>> {
    let (_, said) = persona.answers.iter().find(|(id, _)| *id == question.id)?;
    let of = |answer: &AnswerId| {
        let level = said.iter().find(|(id, _)| id == answer).map(|(_, l)| *l);
        let level = level.unwrap_or(Level::VeryRare);
        content.levels.probability(level).max(1e-6)
    };
    let all: Vec<f64> = question
        .answers
        .iter()
        .map(|answer| of(&answer.id))
        .collect();
    let sum: f64 = all.iter().sum();
    Some(all.iter().map(|one| one / sum).collect())
}

/// How far the persona's answers are from those of the other profiles together, and the answer that
/// says it most: the Kullback–Leibler divergence, and its greatest term.
fn told(content: &KitContent, persona: &Persona, question: &Question) -> Option<(f64, AnswerId)> {
    let own = shares(content, persona, question)?;
    let others: Vec<Vec<f64>> = content
        .personas
        .iter()
        .filter(|other| other.layer == Layer::Profile && other.id != persona.id)
        .filter_map(|other| shares(content, other, question))
        .collect();
    if others.is_empty() {
        return None;
    }
    let count = others.len() as f64;
    let mut sum = 0.0;
    let mut most: Option<(f64, &AnswerId)> = None;
    for (at, (answer, own)) in question.answers.iter().zip(&own).enumerate() {
        let mean = others.iter().filter_map(|all| all.get(at)).sum::<f64>() / count;
        let term = own * (own / mean.max(1e-9)).ln();
        sum += term;
        if most.is_none_or(|(best, _)| term > best) {
            most = Some((term, &answer.id));
        }
    }
    let (_, answer) = most?;
    Some((sum, answer.clone()))
}

/// The questions that tell a persona from the others, the most telling first, each with its answer.
pub(super) fn telling(content: &KitContent, persona: &Persona) -> Vec<(QuestionId, AnswerId)> {
    let mut all: Vec<(f64, QuestionId, AnswerId)> = content
        .questions
        .iter()
        .filter_map(|question| {
            let (sum, answer) = told(content, persona, question)?;
            (sum >= LEAST).then(|| (sum, question.id.clone(), answer))
        })
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    all.truncate(MOST);
    all.into_iter().map(|(_, q, a)| (q, a)).collect()
}
