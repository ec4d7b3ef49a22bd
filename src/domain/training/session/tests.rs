//! What a proposed workshop must hold to.

use super::*;
use crate::domain::training::scenario::SHORTEST;
use crate::domain::vocab::{Channel, Theme};

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
