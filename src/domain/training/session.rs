//! A team workshop: which scenarios are played, in which order, who plays what, and how long each thing
//! takes.
//!
//! The same wishes always give the same proposal. It must never name a participant, nor keep who
//! played what: seats are letters, and they turn.

use std::cmp::Reverse;

use super::scenario::Scenario;
use crate::domain::ids::{PersonaId, ScenarioId};
use crate::domain::vocab::{Channel, Theme};

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
mod tests {
    use super::*;
    use crate::domain::training::scenario::SHORTEST;

    fn scenario(number: usize, minutes: u16) -> Scenario {
        let channel = if number.is_multiple_of(2) {
            Channel::Counter
        } else {
            Channel::Phone
        };
        let mut one = Scenario::blank(&format!("jeu-{number}"), channel, Theme::Social);
        one.leads = vec![format!("profil-{}", number % 6).as_str().into()];
        if number > 6 {
            one.situations = vec![format!("situation-{}", number % 4).as_str().into()];
        }
        one.minutes = minutes;
        one
    }

    fn many() -> Vec<Scenario> {
        (0..18)
            .map(|n| scenario(n, SHORTEST + u16::try_from(n % 4).unwrap()))
            .collect()
    }

    fn of<'s>(all: &'s [Scenario], ids: &[ScenarioId]) -> Vec<&'s Scenario> {
        ids.iter()
            .map(|id| all.iter().find(|one| one.id == *id).unwrap())
            .collect()
    }

    #[test]
    fn a_default_proposal_fits_and_is_the_same_each_time() {
        let all = many();
        let all: Vec<&Scenario> = all.iter().collect();
        for length in Length::ALL {
            for turn in 0..20 {
                let picked = pick(&all, &Wish::default(), *length, turn);
                assert_eq!(picked, pick(&all, &Wish::default(), *length, turn));
                assert!(!picked.is_empty());
                let owned: Vec<Scenario> = all.iter().map(|one| (*one).clone()).collect();
                let session = Session::plan(*length, &of(&owned, &picked), 6);
                assert_eq!(session.over, 0, "{length:?} {turn}");
                assert_eq!(session.minutes(), length.minutes(), "{length:?} {turn}");
            }
        }
    }

    #[test]
    fn what_is_ticked_is_met_first_and_nothing_else_is_taken() {
        let all = many();
        let all: Vec<&Scenario> = all.iter().collect();
        let wish = Wish {
            personas: vec!["situation-1".into(), "profil-2".into()],
            channel: Some(Channel::Counter),
            theme: None,
        };
        let picked = pick(&all, &wish, Length::ThreeQuarters, 0);
        let chosen: Vec<_> = all.iter().filter(|one| picked.contains(&one.id)).collect();
        assert!(chosen.iter().all(|one| one.channel == Channel::Counter));
        for one in &chosen {
            assert!(
                one.personas().any(|id| wish.personas.contains(id)),
                "{:?}",
                one.id
            );
        }
        assert!(
            chosen
                .iter()
                .any(|one| one.personas().any(|id| id.as_str() == "profil-2"))
        );
        let none = Wish {
            theme: Some(Theme::Justice),
            ..Wish::default()
        };
        assert_eq!(pick(&all, &none, Length::Ninety, 0), Vec::new());
    }

    #[test]
    fn turns_bring_every_scenario() {
        let all = many();
        let all: Vec<&Scenario> = all.iter().collect();
        let mut seen = std::collections::BTreeSet::new();
        for turn in 0..all.len() {
            seen.extend(pick(&all, &Wish::default(), Length::Quarter, turn));
        }
        assert_eq!(seen.len(), all.len());
        let pick = |turn| pick(&all, &Wish::default(), Length::ThreeQuarters, turn);
        let (first, next) = (pick(0), pick(1));
        assert!(
            first.iter().all(|id| !next.contains(id)),
            "{first:?} {next:?}"
        );
        // Eighteen in threes: the seventh turn begins again.
        assert_eq!(pick(6), first);
    }

    #[test]
    fn too_much_is_said_and_nothing_is_cut_short() {
        let all: Vec<Scenario> = (0..5).map(|n| scenario(n, 8)).collect();
        let all: Vec<&Scenario> = all.iter().collect();
        let session = Session::plan(Length::ThreeQuarters, &all, 3);
        assert_eq!(session.over, session.minutes() - 45);
        assert!(session.over > 0);
        for moment in &session.moments {
            if let What::Play(..) = moment.what {
                assert_eq!(moment.minutes, 8);
            }
        }
    }

    #[test]
    fn moments_follow_each_other_with_a_break_in_the_long_one() {
        let all = many();
        let all: Vec<&Scenario> = all.iter().collect();
        for length in Length::ALL {
            let session = Session::plan(*length, &all[..length.rounds()], 7);
            let mut at = 0;
            for moment in &session.moments {
                assert_eq!(moment.from, at);
                at += moment.minutes;
            }
            let breaks = session
                .moments
                .iter()
                .filter(|m| m.what == What::Pause)
                .count();
            assert_eq!(breaks, usize::from(*length == Length::Ninety));
            assert_eq!(session.moments.first().unwrap().what, What::Welcome);
            assert_eq!(session.moments.last().unwrap().what, What::Close);
        }
    }

    #[test]
    fn everybody_plays_every_part_and_nobody_two_at_once() {
        for people in PEOPLE {
            let sizes = groups(people);
            assert_eq!(sizes.iter().sum::<usize>(), people);
            assert!(sizes.iter().all(|size| (2..=5).contains(size)), "{sizes:?}");
            for size in sizes {
                let mut agents = std::collections::BTreeSet::new();
                for round in 0..size {
                    let seats = seats(size, round);
                    let mut all = seats.observers.clone();
                    all.extend([seats.agent, seats.usager]);
                    all.sort_unstable();
                    assert_eq!(all, (0..size).collect::<Vec<_>>());
                    agents.insert(seats.agent);
                }
                assert_eq!(agents.len(), size);
            }
        }
    }
}
