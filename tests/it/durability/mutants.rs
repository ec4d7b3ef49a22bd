//! The tests tested: each protection is taken away in turn, and a check must fail.

use std::collections::BTreeMap;
use std::thread;

use super::layers::Mutant;
use super::{conduct, faults, power};

/// Says which check fails without a protection.
fn killer(mutant: Mutant) -> Option<(&'static str, String)> {
    let by = |name, result: Result<(), String>| result.err().map(|wrong| (name, wrong));
    by("conduct", conduct::try_all(Some(mutant)))
        .or_else(|| by("power cut", power::try_all(Some(mutant)).map(drop)))
        .or_else(|| by("failed call", faults::try_all(Some(mutant)).map(drop)))
}

#[test]
fn every_protection_taken_away_makes_a_check_fail() {
    let killers: BTreeMap<String, _> = thread::scope(|scope| {
        let (one, two) = Mutant::ALL.split_at(Mutant::ALL.len() / 2);
        let half = |half: &'static [Mutant]| {
            scope.spawn(move || {
                half.iter()
                    .map(|m| (format!("{m:?}"), killer(*m)))
                    .collect::<Vec<_>>()
            })
        };
        let threads = [half(one), half(two)];
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    for (mutant, killer) in &killers {
        match killer {
            Some((check, wrong)) => println!("{mutant}: {check}: {wrong}"),
            None => println!("{mutant}: SURVIVES"),
        }
    }
    let survivors: Vec<_> = killers.iter().filter(|(_, by)| by.is_none()).collect();
    assert!(survivors.is_empty(), "{survivors:?}");
    assert!(killers.len() >= 12);
    crate::trust::measured(
        "mutants",
        "mutants tués",
        &format!("{0} sur {0} protections du disque", killers.len()),
        "≥ 12, toutes",
        "durability::mutants",
    );
}
