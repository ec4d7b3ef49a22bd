//! Marks to add up by hand: what the engine weighs, in whole numbers small enough for a pencil.
//!
//! An observation gives a profile one mark for every two decibans by which it is likelier
//! than with the profiles on average, `10 log10(p / mean)`, three at most, none below. The engine does more: it
//! discounts related cues, weighs what is *not* the case and the share of each profile. How often both
//! name the same lead is measured by `on_paper_the_same_lead_comes_first`, and said on the sheet.

use crate::domain::ids::AnswerId;
use crate::domain::kit::{Cue, Kit, Level, Persona, Question};

/// Decibans that one mark stands for.
pub const DECIBANS_A_MARK: f64 = 2.0;
/// Most marks one observation gives.
pub const MOST_MARKS: u8 = 3;
/// Lead over the second from which a lead is followed without asking more.
pub const CLEAR_LEAD: u8 = 3;

fn marks(levels: &[f64]) -> Vec<u8> {
    let mean = levels.iter().sum::<f64>() / levels.len().max(1) as f64;
    levels
        .iter()
        .map(|level| {
            if *level <= 0.0 || mean <= 0.0 {
                return 0;
            }
            let decibans = 10.0 * (level / mean).log10();
            (1..=MOST_MARKS)
                .rev()
                .find(|count| decibans >= DECIBANS_A_MARK * f64::from(*count))
                .unwrap_or(0)
        })
        .collect()
}

fn level_of(kit: &Kit, level: Option<Level>) -> f64 {
    kit.levels.probability(level.unwrap_or(Level::VeryRare))
}

/// Gives the level of a cue with a persona, if the kit says one.
pub fn cue_level(persona: &Persona, cue: &Cue) -> Option<Level> {
    let (_, level) = persona.cues.iter().find(|(id, _)| id == &cue.id)?;
    Some(*level)
}

/// Gives the marks of an observed cue, one number a profile, in kit order.
pub fn of_cue(kit: &Kit, cue: &Cue) -> Vec<u8> {
    if !cue.scored {
        return kit.profiles().map(|_| 0).collect();
    }
    let levels: Vec<f64> = kit
        .profiles()
        .map(|persona| level_of(kit, cue_level(persona, cue)))
        .collect();
    marks(&levels)
}

/// Gives the marks of an answer, one number a profile, in kit order.
pub fn of_answer(kit: &Kit, question: &Question, answer: &AnswerId) -> Vec<u8> {
    let level = |persona: &Persona| {
        let (_, levels) = persona.answers.iter().find(|(id, _)| id == &question.id)?;
        let (_, level) = levels.iter().find(|(id, _)| id == answer)?;
        Some(*level)
    };
    let levels: Vec<f64> = kit
        .profiles()
        .map(|persona| level_of(kit, level(persona)))
        .collect();
    marks(&levels)
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn what_is_likelier_than_on_average_gives_marks() {
        assert_eq!(marks(&[0.5, 0.5, 0.5]), [0, 0, 0]);
        // The mean is 0.275: 4.4 decibans above it, 0.4 below, and far below.
        assert_eq!(marks(&[0.75, 0.25, 0.03, 0.07]), [2, 0, 0, 0]);
        // The mean is 0.15: 7 decibans above it.
        assert_eq!(
            marks(&[0.75, 0.03, 0.03, 0.03, 0.03, 0.03]),
            [3, 0, 0, 0, 0, 0]
        );
        assert_eq!(marks(&[0.0, 0.0]), [0, 0]);
    }
}
