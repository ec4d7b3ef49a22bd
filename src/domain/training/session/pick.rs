//! Which scenarios are proposed, and in which order.
//!
//! The same wishes always give the same proposal: it must never draw lots, nor look at who plays.

use std::cmp::Reverse;

use super::{Length, PEOPLE, Session};
use crate::domain::ids::{PersonaId, ScenarioId};
use crate::domain::training::scenario::Scenario;
use crate::domain::vocab::{Channel, Theme};

/// What a manager would like to train; nothing ticked means whatever makes one meet most.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Personas to meet.
    pub personas: Vec<PersonaId>,
    /// Only this channel.
    pub channel: Option<Channel>,
    /// Only this theme.
    pub theme: Option<Theme>,
}

/// Proposes scenarios; each turn proposes others, until all were, then begins again.
pub fn pick(scenarios: &[&Scenario], wish: &Wish, length: Length, turn: usize) -> Vec<ScenarioId> {
    let mut pool: Vec<&Scenario> = scenarios
        .iter()
        .copied()
        .filter(|one| wish.channel.is_none_or(|channel| one.channel == channel))
        .filter(|one| wish.theme.is_none_or(|theme| one.theme == theme))
        .collect();
    if !wish.personas.is_empty() {
        pool.retain(|one| one.personas().any(|id| wish.personas.contains(id)));
    }
    let mut left = pool.clone();
    for _ in 0..turn {
        let taken = best_of(&left, wish, length);
        left.retain(|one| !taken.iter().any(|taken| taken.id == one.id));
        // Everything was proposed, or not enough is left: one begins again.
        if left.len() < length.rounds() {
            left.clone_from(&pool);
        }
    }
    let mut picked = best_of(&left, wish, length);
    // One begins gently: situations come once everybody has played.
    picked.sort_by_key(|one| (!one.situations.is_empty(), one.minutes));
    while picked.len() > 1 && Session::plan(length, &picked, *PEOPLE.start()).over > 0 {
        picked.pop();
    }
    picked.into_iter().map(|one| one.id.clone()).collect()
}

/// Takes what adds most, one after the other; the order of the kit breaks ties.
fn best_of<'s>(pool: &[&'s Scenario], wish: &Wish, length: Length) -> Vec<&'s Scenario> {
    let mut picked: Vec<&Scenario> = Vec::new();
    while picked.len() < length.rounds() {
        // Of equals `max_by_key` gives the last: the order is turned round.
        let best = pool
            .iter()
            .rev()
            .filter(|one| !picked.iter().any(|taken| taken.id == one.id))
            .max_by_key(|one| {
                let gentle = gentle(one, &picked, wish, length);
                (gentle, worth(one, &picked, pool, wish))
            });
        match best {
            Some(best) => picked.push(best),
            None => break,
        }
    }
    picked
}

/// Says whether it is what one begins with: a game without a situation, unless somebody wished for one.
fn gentle(one: &Scenario, picked: &[&Scenario], wish: &Wish, length: Length) -> bool {
    let begins = picked.is_empty() && length.rounds() > 1 && wish.personas.is_empty();
    begins && one.situations.is_empty()
}

/// What a scenario adds to those picked, what counts most first.
type Worth = (usize, usize, Reverse<usize>, bool, bool, bool);

/// What a scenario adds to those picked: personas wished for, then personas, those that few others make
/// one meet before the rest, the other channel, another theme, an idea it undoes.
fn worth(one: &Scenario, picked: &[&Scenario], pool: &[&Scenario], wish: &Wish) -> Worth {
    let meets = |all: &[&Scenario], id: &PersonaId| {
        let met = all
            .iter()
            .filter(|other| other.personas().any(|met| met == id));
        met.count()
    };
    let new: Vec<&PersonaId> = one.personas().filter(|id| meets(picked, id) == 0).collect();
    let wished = new.iter().filter(|id| wish.personas.contains(id)).count();
    let elsewhere = new.iter().map(|id| meets(pool, id)).sum();
    let channel = picked.iter().filter(|taken| taken.channel == one.channel);
    (
        wished,
        new.len(),
        Reverse(elsewhere),
        channel.count() * 2 <= picked.len(),
        picked.iter().all(|taken| taken.theme != one.theme),
        one.undoes.is_some(),
    )
}
