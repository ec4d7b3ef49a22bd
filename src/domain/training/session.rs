//! A team workshop: which scenarios are played, in which order, who plays what, and how long each thing
//! takes.
//!
//! The proposal itself is made in `pick`. It must never name a participant, nor keep who played what:
//! seats are letters, and they turn.

mod pick;

use super::scenario::Scenario;
use crate::domain::ids::ScenarioId;

pub use pick::{Wish, pick};

/// How long a workshop lasts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// A quarter of an hour, as in a weekly meeting.
    Quarter,
    /// Three quarters of an hour.
    #[default]
    ThreeQuarters,
    /// An hour and a half.
    Ninety,
}

impl Length {
    /// Every length, shortest first.
    pub const ALL: &'static [Self] = &[Self::Quarter, Self::ThreeQuarters, Self::Ninety];

    /// In minutes.
    pub const fn minutes(self) -> u16 {
        match self {
            Self::Quarter => 15,
            Self::ThreeQuarters => 45,
            Self::Ninety => 90,
        }
    }

    /// How many scenarios are proposed.
    pub const fn rounds(self) -> usize {
        match self {
            Self::Quarter => 1,
            Self::ThreeQuarters => 3,
            Self::Ninety => 5,
        }
    }

    const fn frame(self) -> Frame {
        match self {
            Self::Quarter => Frame {
                welcome: 2,
                pause: 0,
                close: 1,
                debrief: (3, 6),
            },
            Self::ThreeQuarters => Frame {
                welcome: 4,
                pause: 0,
                close: 3,
                debrief: (3, 8),
            },
            Self::Ninety => Frame {
                welcome: 6,
                pause: 8,
                close: 6,
                debrief: (4, 10),
            },
        }
    }
}

/// What stands around the games, in minutes.
struct Frame {
    welcome: u16,
    pause: u16,
    close: u16,
    /// Shortest and longest debrief.
    debrief: (u16, u16),
}

/// Reading the cards, in minutes.
const READING: u16 = 2;
/// The same where time is short.
const QUICK_READING: u16 = 1;
/// Fewest and most participants, besides whoever leads.
pub const PEOPLE: std::ops::RangeInclusive<usize> = 2..=15;

/// Who sits where in a game: letters of a group, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seats {
    /// Plays the agent.
    pub agent: usize,
    /// Plays the usager.
    pub usager: usize,
    /// Watch; nobody in a group of two, where whoever leads watches.
    pub observers: Vec<usize>,
}

/// Who plays what in a group, at a round from 0: everybody moves on by one.
pub fn seats(size: usize, round: usize) -> Seats {
    let size = size.max(2);
    let at = |place: usize| (round + place) % size;
    Seats {
        agent: at(0),
        usager: at(1),
        observers: (2..size).map(at).collect(),
    }
}

/// Sizes of the groups: three, or a little more.
pub fn groups(people: usize) -> Vec<usize> {
    let people = people.clamp(*PEOPLE.start(), *PEOPLE.end());
    let count = (people / 3).max(1);
    (0..count)
        .map(|at| people / count + usize::from(at < people % count))
        .collect()
}

/// What happens at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Why we are here, and the rules of the game.
    Welcome,
    /// Cards are handed out and read, at a round from 0.
    Read(usize, ScenarioId),
    /// It is played.
    Play(usize, ScenarioId),
    /// It is talked over.
    Debrief(usize, ScenarioId),
    /// A break.
    Pause,
    /// What the team keeps.
    Close,
}

/// A line of the running order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Minutes since the beginning.
    pub from: u16,
    /// How long it lasts.
    pub minutes: u16,
    /// What it is.
    pub what: What,
}

/// A workshop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// How long it is to last.
    pub length: Length,
    /// Sizes of the groups.
    pub groups: Vec<usize>,
    /// The scenarios, in the order they are played.
    pub scenarios: Vec<ScenarioId>,
    /// The running order.
    pub moments: Vec<Moment>,
    /// Minutes it takes beyond its length; 0 when it fits.
    pub over: u16,
}

impl Session {
    /// Puts scenarios in a running order; what is left of the time goes to talking them over.
    pub fn plan(length: Length, scenarios: &[&Scenario], people: usize) -> Self {
        let frame = length.frame();
        let count = u16::try_from(scenarios.len()).unwrap_or(u16::MAX);
        let plays: u16 = scenarios.iter().map(|one| one.minutes).sum();
        let pause = if count > 1 { frame.pause } else { 0 };
        let around = frame.welcome + pause + frame.close;
        let (least, most) = frame.debrief;
        let taken = |reading: u16| around + plays + count * (reading + least);
        let reading = if taken(READING) > length.minutes() {
            QUICK_READING
        } else {
            READING
        };
        let mut spare = length.minutes().saturating_sub(taken(reading));
        let mut debriefs = vec![least; scenarios.len()];
        // The first games need the most words; each gets a minute in turn.
        while spare > 0 && debriefs.iter().any(|minutes| *minutes < most) {
            for minutes in &mut debriefs {
                if spare > 0 && *minutes < most {
                    *minutes += 1;
                    spare -= 1;
                }
            }
        }
        let mut order = Order::default();
        order.add(frame.welcome, What::Welcome);
        let half = scenarios.len().div_ceil(2);
        for (round, (one, debrief)) in scenarios.iter().zip(&debriefs).enumerate() {
            let id = || one.id.clone();
            if round == half && round > 0 {
                order.add(pause, What::Pause);
            }
            order.add(reading, What::Read(round, id()));
            order.add(one.minutes, What::Play(round, id()));
            order.add(*debrief, What::Debrief(round, id()));
        }
        order.add(frame.close + spare, What::Close);
        Self {
            length,
            groups: groups(people),
            scenarios: scenarios.iter().map(|one| one.id.clone()).collect(),
            over: order.at.saturating_sub(length.minutes()),
            moments: order.moments,
        }
    }

    /// How long it takes.
    pub fn minutes(&self) -> u16 {
        self.moments
            .last()
            .map_or(0, |last| last.from + last.minutes)
    }

    /// How many people watch in a game; one at least, who leads if nobody else.
    pub fn observers(&self) -> usize {
        let watching = self.groups.iter().map(|size| size.saturating_sub(2).max(1));
        watching.sum()
    }
}

/// A running order being written.
#[derive(Default)]
struct Order {
    at: u16,
    moments: Vec<Moment>,
}

impl Order {
    fn add(&mut self, minutes: u16, what: What) {
        if minutes == 0 {
            return;
        }
        let from = self.at;
        self.moments.push(Moment {
            from,
            minutes,
            what,
        });
        self.at += minutes;
    }
}

#[cfg(test)]
mod tests;
