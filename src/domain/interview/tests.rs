//! The history of a contact: whatever is done can be undone, and done again.

use proptest::prelude::*;

use super::super::testing::{act, actions};
use super::*;

fn played(actions: Vec<(u8, u8)>) -> Interview {
    let mut interview = Interview::new(Channel::Counter);
    for (action, n) in actions {
        act(&mut interview, action, n);
    }
    interview
}

proptest! {
    #[test]
    fn undo_returns_to_the_start_and_redo_to_the_end(actions in actions()) {
        let mut interview = played(actions);
        let end = interview.facts().clone();
        while interview.undo() {}
        prop_assert!(interview.is_blank());
        let fresh = Interview::new(Channel::Counter);
        prop_assert_eq!(interview.facts(), fresh.facts());
        while interview.redo() {}
        prop_assert_eq!(interview.facts(), &end);
    }

    #[test]
    fn every_undo_changes_something_and_redo_takes_it_back(actions in actions()) {
        let mut interview = played(actions);
        loop {
            let before = interview.facts().clone();
            if !interview.undo() {
                break;
            }
            let undone = interview.facts().clone();
            prop_assert_ne!(&undone, &before);
            prop_assert!(interview.redo());
            prop_assert_eq!(interview.facts(), &before);
            prop_assert!(interview.undo());
        }
    }

    #[test]
    fn a_burst_is_undone_as_one_step(start in actions(), burst in actions()) {
        let mut interview = played(start);
        let mark = interview.mark();
        let before = interview.facts().clone();
        for (action, n) in burst {
            act(&mut interview, action, n);
        }
        let after = interview.facts().clone();
        if interview.revert_to(&mark) {
            prop_assert_eq!(interview.facts(), &before);
            prop_assert!(interview.redo());
        }
        prop_assert_eq!(interview.facts(), &after);
    }
}

#[test]
fn a_cue_goes_round() {
    let mut interview = Interview::new(Channel::Phone);
    let cue = CueId::new("cue");
    interview.cycle_cue(cue.clone());
    assert!(interview.facts().evidence.observed(&cue));
    interview.cycle_cue(cue.clone());
    assert!(interview.facts().evidence.denied(&cue));
    interview.cycle_cue(cue);
    assert!(interview.is_blank());
}

#[test]
fn ticks_stay_when_the_lead_changes() {
    let mut interview = Interview::new(Channel::Counter);
    interview.follow(PersonaId::new("a"));
    interview.tick_step(StepId::new("shared"));
    interview.follow(PersonaId::new("b"));
    assert_eq!(
        interview.facts().marks,
        vec![(StepId::new("shared"), StepMark::Done)]
    );
}

#[test]
fn a_lead_set_aside_is_no_longer_followed_until_followed_again() {
    let mut interview = Interview::new(Channel::Counter);
    let lead = PersonaId::new("a");
    interview.follow(lead.clone());
    interview.dismiss_lead(lead.clone());
    assert_eq!(interview.facts().evidence.followed, None);
    assert!(interview.facts().dismissed.contains(&lead));
    interview.follow(lead);
    assert!(interview.facts().dismissed.is_empty());
}

#[test]
fn no_equipment_stands_alone() {
    let mut interview = Interview::new(Channel::Counter);
    let proposed = BTreeSet::from([Equipment::Phone]);
    interview.toggle_equipment(Equipment::Tablet, &proposed);
    let both = BTreeSet::from([Equipment::Phone, Equipment::Tablet]);
    assert_eq!(interview.facts().equipment, Some(both));
    interview.toggle_equipment(Equipment::Nothing, &proposed);
    let nothing = BTreeSet::from([Equipment::Nothing]);
    assert_eq!(interview.facts().equipment, Some(nothing));
    interview.toggle_equipment(Equipment::Phone, &proposed);
    assert_eq!(interview.facts().equipment, Some(proposed));
    interview.set_equipment(None);
    assert!(interview.is_blank());
}

#[test]
fn what_changes_nothing_leaves_nothing_to_undo() {
    let mut interview = Interview::new(Channel::Counter);
    interview.unfollow();
    interview.set_theme(None);
    interview.set_free_text("");
    interview.set_free_text("a");
    interview.set_free_text("");
    assert!(!interview.undo());
}

#[test]
fn a_mark_gone_past_is_refused() {
    let mut interview = Interview::new(Channel::Counter);
    interview.set_theme(Some(Theme::Social));
    let mark = interview.mark();
    assert!(!interview.revert_to(&mark));
    assert!(interview.undo());
    interview.set_theme(Some(Theme::Justice));
    interview.set_minutes(Minutes::Ten);
    assert!(!interview.revert_to(&mark));
    assert_eq!(interview.facts().evidence.theme, Some(Theme::Justice));
}

#[test]
fn free_text_is_cut_by_characters_and_typing_is_one_undo() {
    let mut interview = Interview::new(Channel::Counter);
    interview.set_free_text("é");
    interview.set_free_text(&"é".repeat(700));
    assert_eq!(interview.facts().free_text.chars().count(), FREE_TEXT_MAX);
    assert!(interview.undo());
    assert!(interview.is_blank());
}
