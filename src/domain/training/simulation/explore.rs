//! Every state a run can reach, and whether each can still be completed: no trap, no way round an
//! obstacle.
//!
//! It must never stop before every state was seen, save at a bound that no sensible simulation nears.

use std::collections::{BTreeMap, BTreeSet};

use super::{Ended, Event, Phase, Run, Said, Simulation, Task};

/// Most states that are looked at.
const MOST: usize = 20_000;

/// What looking at every state found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explored {
    /// States that were seen.
    pub states: usize,
    /// Pages that can be reached alone.
    pub reached: BTreeSet<usize>,
    /// Pages from which the end cannot be reached any more, alone or accompanied.
    pub trapped: BTreeSet<usize>,
    /// Pages whose obstacle somebody may not meet on the way to the end, alone.
    pub avoided: BTreeSet<usize>,
    /// Whether the part alone can be completed.
    pub alone: bool,
    /// Whether the accompanied part can.
    pub accompanied: bool,
    /// Whether there were more states than are looked at.
    pub too_many: bool,
}

/// What tells one state from another.
type Key = (
    bool,
    usize,
    usize,
    BTreeSet<usize>,
    BTreeSet<usize>,
    Option<Said>,
);

fn key(run: &Run) -> Option<Key> {
    let walk = run.walk()?;
    Some((
        run.is_accompanied(),
        walk.page,
        walk.heard,
        walk.passed.clone(),
        walk.met.clone(),
        walk.said,
    ))
}

/// The events one may try on the page in view, each a short sequence.
fn attempts(simulation: &Simulation, run: &Run) -> Vec<Vec<Event>> {
    let Some(page) = run.walk().and_then(|walk| simulation.pages.get(walk.page)) else {
        return Vec::new();
    };
    let mut attempts = vec![vec![Event::Go], vec![Event::WayOut]];
    match &page.task {
        Task::Go(_) => {}
        Task::Type { answer, .. } => {
            attempts.push(vec![Event::Type(answer.clone()), Event::Go]);
            // What no paper says.
            attempts.push(vec![Event::Type("?".to_owned()), Event::Go]);
        }
        Task::Pick { options, .. } => {
            attempts.extend((0..options.len()).map(|number| vec![Event::Pick(number)]));
        }
    }
    attempts
}

/// Looks at every state of both parts.
pub fn explore(simulation: &Simulation) -> Explored {
    let mut found = Explored::default();
    let obstacles: BTreeSet<usize> = simulation
        .pages
        .iter()
        .enumerate()
        .filter_map(|(at, page)| page.obstacle.is_some().then_some(at))
        .collect();
    for first in [Event::Begin, Event::Skip] {
        let mut run = Run::default();
        let accompanied = first == Event::Skip;
        run.act(simulation, first);
        if accompanied {
            run.act(simulation, Event::Accompany);
        }
        part(simulation, run, &obstacles, &mut found);
    }
    found
}

/// Looks at every state of one part.
fn part(simulation: &Simulation, start: Run, obstacles: &BTreeSet<usize>, found: &mut Explored) {
    let Some(first) = key(&start) else {
        return;
    };
    let mut seen: BTreeMap<Key, usize> = BTreeMap::from([(first, 0)]);
    let mut pages = vec![start.walk().map_or(0, |walk| walk.page)];
    // For each state, the states it was reached from.
    let mut from: Vec<Vec<usize>> = vec![Vec::new()];
    let mut ends: Vec<usize> = Vec::new();
    let mut todo = vec![start];
    let mut at = 0;
    while let Some(run) = todo.get(at).cloned() {
        let met = run.walk().map(|walk| walk.met.clone()).unwrap_or_default();
        if let (false, Some(walk)) = (run.is_accompanied(), run.walk()) {
            found.reached.insert(walk.page);
        }
        for events in attempts(simulation, &run) {
            let mut next = run.clone();
            let mut meant = false;
            for event in events {
                meant = next.act(simulation, event);
            }
            if !meant {
                continue;
            }
            match (next.phase(), key(&next)) {
                (Phase::Between(Ended::Through), _) => {
                    found.alone = true;
                    found.avoided.extend(obstacles.difference(&met));
                    ends.push(at);
                }
                (Phase::Debrief, _) => {
                    found.accompanied = true;
                    ends.push(at);
                }
                (_, Some(key)) => {
                    let fresh = todo.len();
                    let number = *seen.entry(key).or_insert(fresh);
                    if number == fresh {
                        pages.push(next.walk().map_or(0, |walk| walk.page));
                        from.push(Vec::new());
                        todo.push(next);
                    }
                    if let Some(froms) = from.get_mut(number) {
                        froms.push(at);
                    }
                }
                _ => {}
            }
        }
        at += 1;
        if at >= MOST {
            found.too_many = true;
            break;
        }
    }
    found.states += todo.len();
    // Back from the ends: what is not reached that way is a trap.
    let mut sound: BTreeSet<usize> = ends.iter().copied().collect();
    while let Some(number) = ends.pop() {
        for before in from.get(number).into_iter().flatten() {
            if sound.insert(*before) {
                ends.push(*before);
            }
        }
    }
    for (number, page) in pages.iter().enumerate() {
        if !sound.contains(&number) {
            found.trapped.insert(*page);
        }
    }
}
