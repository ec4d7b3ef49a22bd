//! Every edit has its exact inverse, and what was edited still writes and reads.

use reflexe_personas::domain::kit::{Kit, KitContent};
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::workshop::{Checks, Desk, Edit, apply, describe};
use reflexe_personas::store::kit_file;

use super::draw_edits::edit;
use super::generate::{Draw, content};

/// Kind of an edit, to show that each was drawn.
fn kind(edit: &Edit) -> usize {
    match edit {
        Edit::Set { .. } => 0,
        Edit::Add { .. } => 1,
        Edit::Duplicate { .. } => 2,
        Edit::Rename { .. } => 3,
        Edit::Move { .. } => 4,
        Edit::Delete(_) => 5,
        Edit::Levels(_) => 6,
        Edit::Together(_) => 7,
        Edit::Restore(_) => 8,
    }
}

/// Makes drawn edits one after another, each tried back and forth, then takes all of them back.
fn go_and_return(
    start: &KitContent,
    draw: &mut Draw,
    many: usize,
    made: &mut [usize; 9],
) -> KitContent {
    let mut now = start.clone();
    let mut inverses = Vec::new();
    for _ in 0..many {
        // Nothing to draw from any more.
        if now.cues.is_empty()
            || now.questions.is_empty()
            || now.steps.is_empty()
            || now.personas.is_empty()
        {
            break;
        }
        if now.questions.iter().any(|q| q.answers.is_empty()) {
            break;
        }
        let edit = edit(draw, &now);
        assert!(!describe(&now, &edit).is_empty());
        let before = now.clone();
        match apply(&mut now, &edit) {
            Ok(inverse) => {
                made[kind(&edit)] += 1;
                let after = now.clone();
                let again = apply(&mut now, &inverse).unwrap();
                assert_eq!(now, before, "{edit:?}");
                apply(&mut now, &again).unwrap();
                assert_eq!(now, after, "{edit:?}");
                inverses.push(inverse);
            }
            Err(refusal) => {
                assert_eq!(now, before, "{edit:?}");
                assert!(!refusal.message.is_empty() && !refusal.cure.is_empty());
            }
        }
    }
    let edited = now.clone();
    while let Some(inverse) = inverses.pop() {
        made[kind(&inverse)] += 1;
        apply(&mut now, &inverse).unwrap();
    }
    assert_eq!(&now, start, "everything undone");
    edited
}

#[test]
fn a_thousand_generated_kits_go_through_the_editor_and_still_write_and_read() {
    let mut made = [0; 9];
    let mut sound = 0;
    for seed in 0..1000 {
        let start = content(seed);
        let admitted = admit(start.clone(), None);
        assert_eq!(
            admitted.kit.as_ref().map(Kit::content),
            Some(&start),
            "seed {seed}: {:#?}",
            admitted.problems
        );
        let edited = go_and_return(&start, &mut Draw::new(seed ^ 0x5eed), 12, &mut made);
        let text = kit_file::write_bundle(&edited).unwrap();
        let read = kit_file::parse_bundle(&text, "kit.ron", None);
        let admitted = admit(edited.clone(), None);
        assert_eq!(
            read.kit.as_deref().map(Kit::content),
            admitted.kit.as_ref().map(Kit::content),
            "seed {seed}: {:#?}",
            read.findings
        );
        let errors = admitted
            .problems
            .iter()
            .any(|p| p.gravity == Gravity::Error);
        if !errors {
            sound += 1;
            assert_eq!(read.kit.unwrap().content(), &edited, "seed {seed}");
        }
    }
    assert!(made.iter().all(|n| *n > 50), "each kind of edit: {made:?}");
    assert!(sound > 700, "{sound} kits sound after their edits");
}

#[test]
fn edits_of_the_shipped_kit_are_taken_back_to_the_letter() {
    let start = kit_file::load_embedded(None).kit.unwrap().content().clone();
    let mut made = [0; 9];
    for seed in 0..6 {
        go_and_return(&start, &mut Draw::new(seed), 40, &mut made);
    }
    assert!(made.iter().sum::<usize>() > 200, "{made:?}");
}

#[test]
fn the_desk_keeps_what_changed_something_and_takes_back_every_step() {
    let (mut changed, mut idle) = (0, 0);
    for seed in 0..1000 {
        let start = content(seed);
        let mut desk = Desk::open(start.clone(), "abc", Checks::default());
        let draw = &mut Draw::new(seed + 90_000);
        let mut versions = vec![start.clone()];
        for _ in 0..8 {
            let now = desk.content().clone();
            let empty = now.cues.is_empty() || now.questions.is_empty() || now.steps.is_empty();
            if empty
                || now.personas.is_empty()
                || now.questions.iter().any(|q| q.answers.is_empty())
            {
                break;
            }
            let (known, revision) = (desk.history().len(), desk.revision());
            let edit = edit(draw, &now);
            let made = desk.apply(edit.clone()).is_ok();
            desk.seal();
            if desk.content() == &now {
                idle += 1;
                assert_eq!(desk.history().len(), known, "seed {seed}: {edit:?}");
                assert!(made || desk.revision() == revision);
            } else {
                changed += 1;
                assert_eq!(desk.history().len(), known + 1, "seed {seed}: {edit:?}");
                versions.push(desk.content().clone());
            }
        }
        let there = desk.content().clone();
        for version in versions.iter().rev().skip(1) {
            desk.undo().unwrap();
            assert_eq!(desk.content(), version, "seed {seed}");
        }
        assert_eq!(desk.undo(), None);
        assert_eq!(desk.content(), &start);
        while desk.redo().is_some() {}
        assert_eq!(desk.content(), &there, "seed {seed}");
    }
    assert!(changed > 2_500 && idle > 250, "{changed} {idle}");
}
