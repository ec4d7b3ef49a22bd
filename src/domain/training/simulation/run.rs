//! One run of a simulation: events in, state out. Alone first, then accompanied, then a debrief.
//!
//! It must never read a clock, keep what was typed once a page is left, nor count anything but the
//! attempts that a page needs to know what to say next.

use std::collections::BTreeSet;

use super::{Choice, Leads, Obstacle, Page, Simulation, Task};
use crate::domain::sensitive::Sensitive;

/// Where a run is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Phase {
    /// What is coming, and the offer to skip.
    #[default]
    Coming,
    /// In front of the procedure, alone.
    Alone(Walk),
    /// Between the two.
    Between(Ended),
    /// The same procedure, with somebody beside.
    Accompanied(Walk),
    /// What one felt, what would have helped.
    Debrief,
}

/// How the part alone ended; neither is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ended {
    /// At the last page.
    Through,
    /// One let it go, as people do.
    LetGo,
    /// One did not begin.
    Skipped,
}

/// What somebody who practises does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Begins, alone.
    Begin,
    /// Goes straight to the accompanied part.
    Skip,
    /// Types in the page's field.
    Type(String),
    /// Presses the page's button.
    Go,
    /// Chooses one of the page's options.
    Pick(usize),
    /// Takes the way round.
    WayOut,
    /// Lets it go.
    LetGo,
    /// Goes on with somebody beside.
    Accompany,
    /// Says, or unsays, what one felt.
    Feel(usize),
    /// Begins again.
    Again,
}

/// What the service has just said, by where its words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// The refusal of what was typed.
    Refusal,
    /// The reply to an attempt.
    Reply(usize),
    /// The reply to a choice.
    Choice(usize),
    /// The session of that page expired.
    Expired(usize),
    /// What the way round of that page costs.
    Then(usize),
}

/// A way through the pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// The page in view.
    pub page: usize,
    /// Attempts on it that the service answered.
    pub heard: usize,
    /// Pages whose obstacle is behind.
    pub passed: BTreeSet<usize>,
    /// Pages whose obstacle was in view.
    pub met: BTreeSet<usize>,
    /// What the service has just said.
    pub said: Option<Said>,
    /// What is typed on this page.
    pub typed: Sensitive,
}

/// What follows an attempt.
enum Next {
    Stay(Said),
    Page(usize, Option<Said>),
}

impl Walk {
    fn begin(simulation: &Simulation) -> Self {
        let mut walk = Self::default();
        walk.meet(simulation);
        walk
    }

    fn meet(&mut self, simulation: &Simulation) {
        let page = simulation.pages.get(self.page);
        if page.is_some_and(|page| page.obstacle.is_some()) {
            self.met.insert(self.page);
        }
    }

    /// Goes to a page; says whether there is one.
    fn turn(&mut self, simulation: &Simulation, page: usize, said: Option<Said>) -> bool {
        self.page = page;
        self.heard = 0;
        self.said = said;
        self.typed = Sensitive::new();
        self.meet(simulation);
        page < simulation.pages.len()
    }

    /// Says whether the obstacle of the page in view still stands.
    pub fn is_obstructed(&self) -> bool {
        !self.passed.contains(&self.page)
    }

    /// Says whether the way round of the page in view shows.
    pub fn shows_way_out(&self, simulation: &Simulation) -> bool {
        let page = simulation.pages.get(self.page);
        let wall = page.and_then(|page| page.obstacle.as_ref()?.wall());
        wall.is_some_and(|wall| self.is_obstructed() && self.heard >= wall.replies.len())
    }
}

/// Compares what was typed with the paper as a person would: case and spaces say nothing.
fn same(typed: &str, answer: &str) -> bool {
    let bare = |text: &str| {
        let kept = text.chars().filter(|c| c.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect::<String>()
    };
    bare(typed) == bare(answer)
}

/// What the page's own task makes of an event, obstacles left aside; `None` if it is not for it.
fn done(
    simulation: &Simulation,
    at: usize,
    task: &Task,
    typed: &str,
    event: &Event,
) -> Option<Next> {
    match (task, event) {
        (Task::Go(_), Event::Go) => Some(Next::Page(at + 1, None)),
        (Task::Type { answer, .. }, Event::Go) => Some(if same(typed, answer) {
            Next::Page(at + 1, None)
        } else {
            Next::Stay(Said::Refusal)
        }),
        (Task::Pick { options, .. }, Event::Pick(number)) => {
            let Choice { leads, .. } = options.get(*number)?;
            Some(match leads {
                Leads::On => Next::Page(at + 1, None),
                Leads::Reply(_) => Next::Stay(Said::Choice(*number)),
                Leads::To(page) => Next::Page(simulation.page_of(page)?, None),
            })
        }
        _ => None,
    }
}

/// What the page makes of an event when nobody is beside.
fn alone(simulation: &Simulation, walk: &Walk, page: &Page, event: &Event) -> Option<Next> {
    let at = walk.page;
    let obstacle = page.obstacle.as_ref().filter(|_| walk.is_obstructed());
    let Some(obstacle) = obstacle else {
        return done(simulation, at, &page.task, &walk.typed, event);
    };
    if let Some(wall) = obstacle.wall() {
        if *event == Event::WayOut {
            let shows = walk.heard >= wall.replies.len();
            return shows.then_some(Next::Page(at + 1, Some(Said::Then(at))));
        }
        // Whatever one does, it answers; at the end it says its last word again.
        done(simulation, at, &page.task, &walk.typed, event)?;
        let last = wall.replies.len().checked_sub(1)?;
        return Some(Next::Stay(Said::Reply(walk.heard.min(last))));
    }
    let next = done(simulation, at, &page.task, &walk.typed, event)?;
    match (obstacle, next) {
        (Obstacle::FileRefused { replies }, Next::Page(..)) if walk.heard < replies.len() => {
            Some(Next::Stay(Said::Reply(walk.heard)))
        }
        (Obstacle::SessionExpires { back_to, .. }, Next::Page(..)) => {
            let back = simulation.page_of(back_to)?;
            Some(Next::Page(back, Some(Said::Expired(at))))
        }
        (_, next) => Some(next),
    }
}

/// What the page makes of an event when an agent is there.
fn accompanied(simulation: &Simulation, walk: &Walk, page: &Page, event: &Event) -> Option<Next> {
    let at = walk.page;
    if page.help.as_ref().is_some_and(|help| help.button.is_some()) {
        return (*event == Event::Go).then_some(Next::Page(at + 1, None));
    }
    done(simulation, at, &page.task, &walk.typed, event)
}

/// A run: where it is, and what was felt. Nothing of it is kept anywhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    phase: Phase,
    felt: BTreeSet<usize>,
}

impl Run {
    /// Where it is.
    pub fn phase(&self) -> &Phase {
        &self.phase
    }

    /// The way through the pages, in either part.
    pub fn walk(&self) -> Option<&Walk> {
        match &self.phase {
            Phase::Alone(walk) | Phase::Accompanied(walk) => Some(walk),
            _ => None,
        }
    }

    /// Says whether somebody is beside.
    pub fn is_accompanied(&self) -> bool {
        matches!(self.phase, Phase::Accompanied(_))
    }

    /// What one says one felt.
    pub fn felt(&self) -> &BTreeSet<usize> {
        &self.felt
    }

    /// What the service has just said, in its words.
    pub fn said<'s>(&self, simulation: &'s Simulation) -> Option<&'s str> {
        let walk = self.walk()?;
        let page = |at: usize| simulation.pages.get(at);
        let words = match walk.said? {
            Said::Refusal => match &page(walk.page)?.task {
                Task::Type { refusal, .. } => refusal,
                _ => return None,
            },
            Said::Reply(number) => {
                let obstacle = page(walk.page)?.obstacle.as_ref()?;
                obstacle.replies().get(number)?
            }
            Said::Choice(number) => match &page(walk.page)?.task {
                Task::Pick { options, .. } => match &options.get(number)?.leads {
                    Leads::Reply(words) => words,
                    _ => return None,
                },
                _ => return None,
            },
            Said::Expired(at) => match page(at)?.obstacle.as_ref()? {
                Obstacle::SessionExpires { message, .. } => message,
                _ => return None,
            },
            Said::Then(at) => &page(at)?.obstacle.as_ref()?.wall()?.then,
        };
        Some(words)
    }

    /// Carries out an event; says whether it meant something here.
    pub fn act(&mut self, simulation: &Simulation, event: Event) -> bool {
        let phase = match (&mut self.phase, event) {
            (Phase::Coming, Event::Begin) => Phase::Alone(Walk::begin(simulation)),
            (Phase::Coming, Event::Skip) => Phase::Between(Ended::Skipped),
            (Phase::Alone(_), Event::LetGo) => Phase::Between(Ended::LetGo),
            (Phase::Between(_), Event::Accompany) => Phase::Accompanied(Walk::begin(simulation)),
            (Phase::Debrief, Event::Feel(number)) if number < simulation.felt.len() => {
                if !self.felt.remove(&number) {
                    self.felt.insert(number);
                }
                return true;
            }
            (Phase::Debrief | Phase::Between(_), Event::Again) => {
                self.felt.clear();
                Phase::Coming
            }
            (Phase::Alone(walk) | Phase::Accompanied(walk), Event::Type(typed)) => {
                let page = simulation.pages.get(walk.page);
                let has_field = page.is_some_and(|page| matches!(page.task, Task::Type { .. }));
                if has_field {
                    walk.typed = typed.into();
                }
                return has_field;
            }
            (Phase::Alone(walk), event) => match step(simulation, walk, &event, alone) {
                None => return false,
                Some(true) => return true,
                Some(false) => Phase::Between(Ended::Through),
            },
            (Phase::Accompanied(walk), event) => {
                match step(simulation, walk, &event, accompanied) {
                    None => return false,
                    Some(true) => return true,
                    Some(false) => Phase::Debrief,
                }
            }
            _ => return false,
        };
        self.phase = phase;
        true
    }
}

/// One step of a walk: `None` if the event is not for this page, else whether there is a page to go on.
fn step(
    simulation: &Simulation,
    walk: &mut Walk,
    event: &Event,
    of: fn(&Simulation, &Walk, &Page, &Event) -> Option<Next>,
) -> Option<bool> {
    let page = simulation.pages.get(walk.page)?;
    match of(simulation, walk, page, event)? {
        Next::Stay(said) => {
            if let Said::Reply(_) = said {
                walk.heard = (walk.heard + 1).min(page.obstacle.as_ref()?.replies().len());
            }
            walk.said = Some(said);
            Some(true)
        }
        Next::Page(next, said) => {
            // What is hard to read stays so; a wall, a refusal or a session that went is behind.
            if page
                .obstacle
                .as_ref()
                .is_some_and(Obstacle::is_behind_once_passed)
            {
                walk.passed.insert(walk.page);
            }
            Some(walk.turn(simulation, next, said))
        }
    }
}
