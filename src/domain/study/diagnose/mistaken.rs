//! How often, in a short contact, a profile comes before the one that is there.
//!
//! A few cues noticed, a question or two answered: everything known would tell any two apart, and
//! nobody ever knows everything. It must never count what an agent would not ask.

use super::Estimate;
use super::pairs::bhattacharyya;
use super::simulate::Drawn;
use crate::domain::engine::Table;
use crate::domain::identify::{Meaning, OBSERVED, Recogniser};
use crate::domain::ids::PersonaId;
use crate::domain::kit::{Kit, QuestionRole};
use crate::domain::study::policy::{Contact as _, Stop, choose};
use crate::domain::study::random::SplitMix64;

/// What a short contact holds, and how many are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// Cues noted, at most.
    pub noted: usize,
    /// Questions asked, at most: those the panel proposes by itself.
    pub asked: usize,
    /// Contacts drawn for each of the two.
    pub contacts: usize,
    /// Seed of the draws.
    pub seed: u64,
}

/// How often two profiles are taken for each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mistaken {
    /// Share of contacts in which the other comes first; a tie is half a mistake.
    pub share: Estimate,
    /// Bhattacharyya coefficient of their rows, 0..=1; 1 = the same rows.
    pub overlap: f64,
}

/// Draws short contacts of two profiles; `None` if one of them is not on this channel.
pub fn mistaken(
    kit: &Kit,
    recogniser: &Recogniser,
    pair: [&PersonaId; 2],
    short: &Short,
) -> Option<Mistaken> {
    let of = |id: &PersonaId| Some(recogniser.profiles.iter().position(|p| p == id)? + 1);
    let [one, other] = pair;
    let (one, other) = (of(one)?, of(other)?);
    // Contacts that declare no situation: weighing each at every answer would tell nothing more.
    let mut recogniser = recogniser.clone();
    recogniser.situations.clear();
    recogniser.shifts.clear();
    let recogniser = &recogniser;
    let table = Table::new(&recogniser.model);
    let mut scratch = recogniser.scratch();
    let mut answers = Vec::new();
    let mut halves = 0_u32;
    for (truth, wrong) in [(one, other), (other, one)] {
        let mut contact = Drawn {
            recogniser,
            scratch: &mut scratch,
            source: (&recogniser.model, &table),
            truth,
            answers: &mut answers,
            random: SplitMix64::part(short.seed, truth),
        };
        for _ in 0..short.contacts {
            contact.draw();
            let given = told(kit, &mut contact, short);
            let order = contact.weigh(&given).ok().map(|()| {
                let posterior = contact.posterior();
                posterior.of(truth).total_cmp(&posterior.of(wrong))
            });
            halves += match order {
                Some(std::cmp::Ordering::Less) => 2,
                Some(std::cmp::Ordering::Greater) => 0,
                Some(std::cmp::Ordering::Equal) | None => 1,
            };
        }
    }
    let trials = 2 * short.contacts;
    Some(Mistaken {
        share: Estimate::share(f64::from(halves) / 2.0 / trials.max(1) as f64, trials),
        overlap: bhattacharyya(&table, one, other),
    })
}

/// What an agent comes to know: a few of the cues that are there, in no order (what is not there is
/// not noted), then answers to the best questions.
fn told(kit: &Kit, contact: &mut Drawn<'_>, short: &Short) -> Vec<(usize, usize)> {
    let meanings = &contact.recogniser.meanings;
    let mut seen: Vec<usize> = (0..meanings.len())
        .filter(|m| matches!(meanings.get(*m), Some(Meaning::Cue { .. })))
        .collect();
    seen.retain(|m| contact.answer(*m) == Some(OBSERVED));
    let mut given = Vec::new();
    while given.len() < short.noted && !seen.is_empty() {
        let m = seen.swap_remove(contact.random.below(seen.len()));
        given.push((m, OBSERVED));
    }
    given.sort_unstable();
    let stop = Stop {
        at: 1.0,
        min_answers: 0,
        none: None,
        min_gain_bits: Some(kit.engine.min_gain_bits),
    };
    let model = &contact.recogniser.model;
    let informs = |m: &usize| {
        let inform = matches!(
            meanings.get(*m),
            Some(Meaning::Question {
                role: QuestionRole::Inform,
                ..
            })
        );
        inform
            && model
                .items
                .get(*m)
                .is_some_and(|item| item.availability > 0.0)
    };
    let mut open: Vec<usize> = (0..meanings.len()).filter(informs).collect();
    let mut worths = Vec::new();
    for _ in 0..short.asked {
        if contact.weigh(&given).is_err() {
            break;
        }
        let (table, posterior) = (contact.table(), contact.posterior());
        let next = choose(model, table, posterior, &given, &open, &stop, &mut worths);
        let Some((item, answer)) = next.and_then(|item| Some((item, contact.answer(item)?))) else {
            break;
        };
        open.retain(|m| *m != item);
        given.push((item, answer));
        given.sort_unstable();
    }
    given
}
