//! The tally of confirmed contacts on the shipped kit: what it proposes, and when it says that contacts
//! no longer fit.

use std::sync::Arc;

use reflexe_personas::domain::evidence::{Evidence, Sighting};
use reflexe_personas::domain::ids::CueId;
use reflexe_personas::domain::kit::{Kit, Level, Persona};
use reflexe_personas::domain::study::tally::{DRIFT, ENOUGH, Tally};
use reflexe_personas::domain::vocab::Channel;
use reflexe_personas::store::kit_file;

const HERE: Channel = Channel::Counter;

fn kit() -> Arc<Kit> {
    kit_file::load_embedded(None).kit.unwrap()
}

/// The cues a profile shows at the counter, and how often.
fn shown(kit: &Kit, persona: &Persona) -> Vec<(CueId, f64)> {
    let here = kit
        .cues
        .iter()
        .filter(|cue| cue.scored && cue.channels.contains(&HERE));
    here.map(|cue| {
        let named = persona.cues.iter().find(|(id, _)| *id == cue.id);
        let level = named.map_or(Level::VeryRare, |(_, level)| *level);
        (cue.id.clone(), kit.levels.probability(level))
    })
    .collect()
}

/// So many contacts of a profile, in which each cue is observed as often as one says.
fn contacts(kit: &Kit, persona: &Persona, count: u32, often: impl Fn(f64) -> f64) -> Tally {
    let mut tally = Tally::new(kit, "2026-11-01");
    let shown = shown(kit, persona);
    for number in 0..count {
        let mut evidence = Evidence::new(HERE);
        for (cue, probability) in &shown {
            if f64::from(number) < f64::from(count) * often(*probability) - 0.5 {
                evidence.cues.insert(cue.clone(), Sighting::Observed);
            }
        }
        tally.add(&evidence, &persona.id);
    }
    tally
}

#[test]
fn too_few_contacts_or_another_kit_s_say_nothing() {
    let kit = kit();
    let persona = kit.profiles().next().unwrap();
    let few = contacts(&kit, persona, ENOUGH - 1, |p| p);
    assert_eq!(few.contacts(), ENOUGH - 1);
    assert!(few.recalibrate(&kit, "2026-11-26").is_none());
    assert_eq!(few.drift(&kit), None);
    let mut others = contacts(&kit, persona, ENOUGH, |p| p);
    assert!(others.drift(&kit).is_some());
    others.kit = "un-autre".to_owned();
    assert!(others.recalibrate(&kit, "2026-11-26").is_none());
    assert_eq!(others.drift(&kit), None);
}

#[test]
fn levels_move_towards_what_was_seen_by_the_weight_of_the_contacts() {
    let kit = kit();
    let persona = kit.profiles().next().unwrap();
    // Everything is seen in every contact.
    let tally = contacts(&kit, persona, 45, |_| 1.0);
    let proposal = tally.recalibrate(&kit, "2026-11-26").unwrap();
    assert_eq!(proposal.contacts, 45);
    assert_eq!(
        proposal.content.version,
        format!("{}-recale-2026-11-26", kit.version)
    );
    let after = |id| {
        let mut personas = proposal.content.personas.iter();
        personas.find(|persona| persona.id == id).unwrap()
    };
    let moved = after(persona.id.clone());
    for (cue, before) in shown(&kit, persona) {
        let (_, level) = moved.cues.iter().find(|(id, _)| *id == cue).unwrap();
        let Level::P(level) = level else {
            panic!("{cue} has no number");
        };
        // What the kit said weighs five contacts.
        let due = (5.0 * before + 45.0) / 50.0;
        assert!((level - due).abs() < 1e-12, "{cue}: {level}, {due} due");
    }
    for other in kit.profiles().filter(|other| other.id != persona.id) {
        assert_eq!(after(other.id.clone()).cues, other.cues, "{}", other.id);
    }
    let shares: f64 = kit
        .profiles()
        .map(|profile| after(profile.id.clone()).share[&HERE])
        .sum();
    assert!((shares - 100.0).abs() < 1e-9, "{shares}");
    assert!(moved.share[&HERE] > 90.0, "{}", moved.share[&HERE]);
    assert_eq!(proposal.cases, kit.cases.len());
    assert!(proposal.passing.0.max(proposal.passing.1) <= proposal.cases);
    let changed = proposal.changes.len();
    assert!(changed >= proposal.passing.0.abs_diff(proposal.passing.1));
}

#[test]
fn contacts_that_are_as_the_kit_says_fit_and_others_do_not() {
    let kit = kit();
    for persona in kit.profiles() {
        let fits = contacts(&kit, persona, 200, |p| p).drift(&kit).unwrap();
        assert!(fits < DRIFT, "{}: {fits}", persona.id);
        let opposite = contacts(&kit, persona, 200, |p| 1.0 - p);
        let drift = opposite.drift(&kit).unwrap();
        assert!(drift > DRIFT, "{}: {drift}", persona.id);
    }
}
