//! The bench on a small kit: nothing silent, accepted or undone one by one.

use super::*;
use crate::domain::kit::Level;
use crate::domain::workshop::testing::content;
use crate::domain::workshop::{About, Cell, Checks};

fn desk() -> Desk {
    Desk::open(content(), "abc", Checks::default())
}

fn kit(content: &KitContent) -> Kit {
    admit(content.clone(), None).kit.unwrap()
}

fn rows(desk: &Desk) -> Vec<CaseRow> {
    run(&kit(desk.base()), &kit(desk.content()), desk.content())
}

fn level(persona: &str, cue: &str, level: Level) -> Edit {
    Edit::Levels(vec![Cell {
        persona: persona.into(),
        about: About::Cue(cue.into()),
        level: Some(level),
    }])
}

#[test]
fn an_untouched_draft_changes_nothing() {
    for row in rows(&desk()) {
        assert!(matches!(row.standing, Standing::Same | Standing::SameWrong));
        assert_eq!(row.before, row.after);
    }
}

#[test]
fn a_change_is_shown_found_accepted_or_undone() {
    let mut desk = desk();
    let before = rows(&desk);
    let top = |row: &CaseRow| row.after.as_ref().unwrap().top.clone();
    assert_eq!(top(&before[0]).unwrap().as_str(), "pas-a-pas");

    desk.apply(Edit::text(
        Field::new(Element::Cue("press".into()), Name::Text),
        "Autre",
    ))
    .unwrap();
    desk.apply(level("pas-a-pas", "cherche", Level::VeryRare))
        .unwrap();
    desk.apply(level("pas-a-pas", "hesite", Level::VeryRare))
        .unwrap();
    desk.apply(level("precise", "cherche", Level::Typical))
        .unwrap();
    desk.apply(Edit::text(
        Field::new(Element::Cue("press".into()), Name::Text),
        "Encore",
    ))
    .unwrap();
    let after = rows(&desk);
    assert_eq!(after[0].standing, Standing::Changed, "{:#?}", after[0]);
    assert!(!after[0].differences.is_empty());
    assert_eq!(after[0].before, before[0].after);

    let found = culprit(&desk, &desk.content().cases[0]).unwrap();
    assert!((2..=4).contains(&found.undos), "{found:?}");
    assert!(found.label.starts_with("Niveau"), "{found:?}");
    let mut refused = desk.clone();
    refused.undo_many(found.undos);
    assert!(
        !rows(&refused)[0]
            .after
            .as_ref()
            .unwrap()
            .same(after[0].after.as_ref().unwrap())
    );

    let edit = accept(desk.content(), 0, after[0].after.as_ref().unwrap());
    desk.apply(edit).unwrap();
    let accepted = rows(&desk);
    assert_eq!(accepted[0].standing, Standing::Accepted);
    assert_eq!(accepted[0].differences, [] as [String; 0]);
    assert_eq!(accepted[1], after[1], "one by one");
}

#[test]
fn a_case_of_a_try_out_expects_what_was_found_and_is_new_to_the_kit_in_use() {
    let mut desk = desk();
    let mut neuf = crate::domain::workshop::testing::cue("neuf", "N7", "gestes", "Nouveau geste");
    neuf.channels = vec![Channel::Counter];
    desk.apply(Edit::append(desk.content(), Item::Cue(neuf)))
        .unwrap();
    desk.apply(level("pas-a-pas", "neuf", Level::Typical))
        .unwrap();
    let draft = kit(desk.content());
    let mut noted = Evidence::new(Channel::Counter);
    noted.cues.insert("neuf".into(), Sighting::Observed);
    noted.cues.insert("press".into(), Sighting::Denied);
    noted.answers.insert("essaye".into(), "rien".into());
    let found = Recogniser::new(&draft, Channel::Counter)
        .identify(&draft, &noted)
        .unwrap();
    let case = case_of("Vu à l’essai", &noted, &found);
    assert_eq!(
        sentence(desk.content(), &case),
        "Au guichet\u{a0}: nouveau geste\u{202f}; ce n’est pas le cas\u{a0}: a peu de temps. \
         «\u{202f}Qu’avez-vous essayé\u{202f}?\u{202f}» — rien. On attend Pas à pas, piste nette."
    );
    desk.apply(add(desk.content(), case)).unwrap();
    let row = rows(&desk).pop().unwrap();
    assert_eq!((row.standing, row.before), (Standing::New, None));
    assert!(row.differences.is_empty());
    assert_eq!(
        row.after.unwrap().words(desk.content()),
        "Pas à pas, piste nette"
    );
}

#[test]
fn a_case_the_draft_cannot_play_says_so() {
    let mut desk = desk();
    let short = Field::new(Element::Cue("cherche".into()), Name::Short);
    desk.apply(Edit::text(short, &"x".repeat(40))).unwrap();
    let row = &rows(&desk)[0];
    assert_eq!(row.standing, Standing::Changed);
    assert_eq!(row.after, None);
    assert!(row.differences[0].contains("à corriger"));
    let found = culprit(&desk, &desk.content().cases[0]).unwrap();
    assert_eq!(found.undos, 1);
    assert_eq!(found.field.unwrap().name, Name::Short);
}

#[test]
fn what_a_case_leaves_open_stays_open_when_a_change_is_accepted() {
    let mut open = content();
    open.cases[0].expect = Expectation {
        label: vec![Label::Clear, Label::Possible, Label::Uncertain],
        top: vec!["precise".into(), "pas-a-pas".into()],
    };
    open.cases[1].expect = Expectation::default();
    open.cases[1].to_verify = vec!["porte-parole".into()];
    let verdict = Verdict {
        label: Label::Possible,
        top: Some("precise".into()),
        probability: 0.5,
        raises: Vec::new(),
        to_verify: vec!["porte-parole".into()],
    };
    let accepted = |verdict: &Verdict, at: usize| {
        let mut now = open.clone();
        apply(&mut now, &accept(&open, at, verdict)).unwrap();
        now
    };
    assert_eq!(accepted(&verdict, 0), open, "it was allowed already");
    let mut wanted = open.clone();
    wanted.cases[1].raises.clear();
    assert_eq!(accepted(&verdict, 1), wanted, "that alone was expected");

    let lost = Verdict {
        label: Label::None,
        top: Some("autre".into()),
        to_verify: Vec::new(),
        ..verdict
    };
    let mut wanted = open.clone();
    wanted.cases[0].expect = Expectation {
        label: vec![Label::None],
        top: Vec::new(),
    };
    assert_eq!(accepted(&lost, 0), wanted);
    wanted = open.clone();
    wanted.cases[1].raises.clear();
    wanted.cases[1].to_verify.clear();
    assert_eq!(accepted(&lost, 1), wanted);
}
