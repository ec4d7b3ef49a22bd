//! The draft on a small kit: undo, typing, checks at their fields.

use std::sync::Arc;

use super::*;
use crate::domain::kit::{Condition, RuleEffect, Say};
use crate::domain::lint::{Lexicon, Pattern, WordList};
use crate::domain::problem::Gravity;
use crate::domain::vocab::Channel;
use crate::domain::workshop::address::{Element, Index};
use crate::domain::workshop::names::Name;
use crate::domain::workshop::testing::content;

mod findings;

fn desk() -> Desk {
    let lexicon = Lexicon {
        language: "fr".to_owned(),
        who: vec![WordList {
            code: "who-age".to_owned(),
            message: "Un indice ne dit pas l’âge.".to_owned(),
            cure: "Dites ce que la personne fait.".to_owned(),
            terms: vec![Pattern::new("âgé*")],
            unless: Vec::new(),
        }],
        ..Lexicon::default()
    };
    Desk::open(
        content(),
        "abc",
        Checks::new(Arc::new(lexicon), Some("2026-11-24")),
    )
}

fn short() -> Field {
    Field::new(Element::Cue("press".into()), Name::Short)
}

fn type_in(desk: &mut Desk, field: &Field, words: &str) {
    for (end, _) in words.char_indices().skip(1).chain([(words.len(), ' ')]) {
        desk.apply(Edit::text(field.clone(), &words[..end]))
            .unwrap();
    }
}

#[test]
fn a_run_of_typing_is_one_undo_and_a_pause_ends_it() {
    let mut desk = desk();
    let start = desk.content().clone();
    type_in(&mut desk, &short(), "Pressée");
    assert_eq!(desk.history().len(), 1);
    desk.seal();
    type_in(&mut desk, &short(), "Pressée, vite");
    assert_eq!(desk.history().len(), 2);
    assert!(desk.is_changed());
    assert_eq!(
        desk.undo().as_deref(),
        Some("Étiquette, indice «\u{202f}Pressée\u{202f}»")
    );
    assert_eq!(desk.content().cues[2].short, "Pressée");
    desk.undo();
    assert_eq!(desk.content(), &start);
    assert!(!desk.is_changed());
    desk.redo();
    desk.redo();
    assert_eq!(desk.content().cues[2].short, "Pressée, vite");
    assert_eq!(desk.redo(), None);
}

#[test]
fn typing_elsewhere_is_another_undo_and_what_changes_nothing_is_none() {
    let mut desk = desk();
    type_in(&mut desk, &short(), "Ab");
    let text = Field::new(Element::Cue("press".into()), Name::Text);
    type_in(&mut desk, &text, "Abc");
    type_in(&mut desk, &short(), "Abcd");
    assert_eq!(desk.history().len(), 3);
    desk.seal();
    desk.apply(Edit::text(short(), "Abcd")).unwrap();
    assert_eq!(desk.history().len(), 3);
    desk.apply(Edit::text(short(), "Abcde")).unwrap();
    desk.apply(Edit::text(short(), "Abcd")).unwrap();
    assert_eq!(desk.history().len(), 3, "typed and erased");
}

#[test]
fn something_new_forgets_what_was_taken_back() {
    let mut desk = desk();
    type_in(&mut desk, &short(), "Un");
    desk.undo();
    type_in(&mut desk, &short(), "Deux");
    assert_eq!(desk.redo_label(), None);
}

#[test]
fn a_refusal_leaves_the_draft_and_its_history() {
    let mut desk = desk();
    type_in(&mut desk, &short(), "Un");
    let before = (desk.content().clone(), desk.revision());
    let rename = Edit::Rename {
        element: Element::Cue("press".into()),
        id: "hesite".to_owned(),
    };
    assert!(desk.apply(rename).is_err());
    assert_eq!((desk.content().clone(), desk.revision()), before);
    assert_eq!(desk.history().len(), 1);
}

#[test]
fn leaving_a_field_sets_its_typography_within_the_same_undo() {
    let mut desk = desk();
    let ask = Field::new(Element::Question("essaye".into()), Name::Ask);
    type_in(&mut desk, &ask, "Qu'avez-vous fait?");
    desk.seal();
    assert_eq!(
        desk.content().questions[0].ask,
        "Qu’avez-vous fait\u{202f}?"
    );
    assert_eq!(desk.history().len(), 1);
    desk.undo();
    assert_eq!(desk.content().questions[0].ask, "Qu’avez-vous essayé ?");
    let url = Field::new(Element::Source("F4".to_owned()), Name::Url);
    type_in(&mut desk, &url, "https://example.org/l'eau?");
    desk.seal();
    assert_eq!(desk.content().sources[0].url, "https://example.org/l'eau?");
}

#[test]
fn a_shared_draft_is_the_new_base() {
    let mut desk = desk();
    type_in(&mut desk, &short(), "Un");
    desk.shared("def");
    assert!(!desk.is_changed());
    assert_eq!(desk.base_hash(), "def");
    desk.undo();
    assert!(desk.is_changed());
    let other = content();
    desk.redo();
    desk.replace(&other, "Version du collègue");
    assert_eq!(desk.undo_label(), Some("Version du collègue"));
    desk.undo();
    assert_eq!(desk.content().cues[2].short, "Un");
}

#[test]
fn the_settled_draft_is_what_reading_gives() {
    let mut desk = desk();
    desk.apply(Edit::text(short(), "L'essai")).unwrap();
    let settled = desk.settled().unwrap();
    assert_eq!(settled.cues[2].short, "L’essai");
}

#[test]
fn what_is_shared_is_the_base_and_what_was_not_fit_stays_a_change() {
    let mut desk = desk();
    let lines = Field::line(Element::Persona("pas-a-pas".into()), Name::Motivations, 0);
    desk.apply(Edit::text(lines, "qu'on l'aide")).unwrap();
    desk.seal();
    // Typed in a list taken as a whole: nothing was sealed.
    let all = Field::new(Element::Persona("pas-a-pas".into()), Name::Obstacles);
    desk.apply(Edit::set(all, Value::Texts(vec!["l'attente".to_owned()])))
        .unwrap();
    let settled = desk.settled().unwrap();
    assert_eq!(settled.personas[0].obstacles, ["l’attente"]);
    assert_eq!(desk.content(), &settled, "to the letter");
    desk.shared("def");
    assert_eq!(desk.base(), &settled);
    assert!(!desk.is_changed());

    let before = desk.content().clone();
    desk.apply(Edit::text(short(), &"x".repeat(40))).unwrap();
    let settled = desk.settled().unwrap();
    assert_eq!(settled.cues.len() + 1, before.cues.len());
    desk.shared("ghi");
    assert_eq!(desk.base(), &settled);
    assert!(desk.is_changed(), "the cue is still in the draft alone");
    assert_eq!(desk.content().cues.len(), before.cues.len());
    while desk.undo().is_some() {}
    assert_eq!(desk.content(), &content());
}

#[test]
fn no_edit_that_changes_nothing_is_something_to_undo() {
    let level = |level| {
        Edit::Levels(vec![crate::domain::workshop::Cell {
            persona: "pas-a-pas".into(),
            about: crate::domain::workshop::About::Cue("cherche".into()),
            level,
        }])
    };
    let typical = level(Some(crate::domain::kit::Level::Typical));
    let mut desk = desk();
    desk.apply(level(None)).unwrap();
    desk.undo();
    let start = desk.content().clone();
    let none = || Edit::between(&start, &start);
    for edit in [
        typical.clone(),
        Edit::Levels(Vec::new()),
        Edit::Rename {
            element: Element::Cue("press".into()),
            id: "press".to_owned(),
        },
        Edit::Move {
            element: Element::Cue("press".into()),
            to: 2,
        },
        Edit::Together(vec![typical, Edit::Together(Vec::new())]),
        Edit::Together(vec![
            Edit::text(short(), "Un"),
            Edit::text(short(), &start.cues[2].short),
        ]),
        none(),
    ] {
        desk.apply(edit.clone()).unwrap();
        assert_eq!(desk.history().len(), 0, "{edit:?}");
        assert!(desk.redo_label().is_some(), "{edit:?}");
    }
    desk.apply(Edit::text(short(), "Un")).unwrap();
    let label = desk.undo_label().unwrap().to_owned();
    desk.replace(&desk.content().clone(), "Rien");
    assert_eq!(desk.undo_label(), Some(label.as_str()));
}

#[test]
fn the_check_runs_again_only_after_a_change() {
    let mut desk = desk();
    let first = desk.checked().kit.clone().unwrap();
    assert!(Arc::ptr_eq(&first, desk.checked().kit.as_ref().unwrap()));
    desk.apply(Edit::text(short(), "Neuf")).unwrap();
    assert!(!Arc::ptr_eq(&first, desk.checked().kit.as_ref().unwrap()));
    let line = Field {
        index: Index::Line(0),
        ..Field::new(Element::Persona("precise".into()), Name::Motivations)
    };
    assert_eq!(desk.checked().of_field(&line).count(), 0);
}
