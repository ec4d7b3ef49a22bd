//! The bench of the shipped kit, before and after edits.

use reflexe_personas::domain::kit::{Kit, KitContent, Level};
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::workshop::apart::{Apart, separability};
use reflexe_personas::domain::workshop::bench::{Standing, accept, culprit, run};
use reflexe_personas::domain::workshop::like::{Advice, Like, coverage, create};
use reflexe_personas::domain::workshop::{About, Cell, Checks, Desk, Edit, apply};
use reflexe_personas::store::kit_file;

fn shipped() -> KitContent {
    kit_file::load_embedded(None).kit.unwrap().content().clone()
}

fn kit(content: &KitContent) -> Kit {
    admit(content.clone(), None).kit.unwrap()
}

fn level(persona: &str, cue: &str, level: Level) -> Edit {
    Edit::Levels(vec![Cell {
        persona: persona.into(),
        about: About::Cue(cue.into()),
        level: Some(level),
    }])
}

#[test]
fn an_edit_of_the_shipped_kit_shows_which_of_its_cases_change() {
    let mut desk = Desk::open(shipped(), "abc", Checks::default());
    let base = kit(desk.base());
    let rows = run(&base, &base, desk.content());
    assert!(rows.len() >= 100, "{} cases", rows.len());
    assert!(rows.iter().all(|row| row.standing == Standing::Same));
    assert!(
        rows.iter()
            .all(|row| row.sentence.starts_with("Au ") && row.sentence.contains("On attend"))
    );

    // « Cherche ses gestes » no longer says anything of « Pas à pas ».
    desk.apply(level("pas-a-pas", "cherche-ses-gestes", Level::VeryRare))
        .unwrap();
    let after = run(&base, &kit(desk.content()), desk.content());
    let changed: Vec<_> = after
        .iter()
        .filter(|row| row.standing == Standing::Changed)
        .collect();
    assert!(
        !changed.is_empty() && changed.len() < rows.len() / 2,
        "{}",
        changed.len()
    );
    for row in &changed {
        assert_ne!(row.before, row.after);
        let case = &desk.content().cases[row.at];
        assert!(
            case.cues.iter().any(|c| c.as_str() == "cherche-ses-gestes"),
            "{}",
            row.title
        );
        assert_eq!(culprit(&desk, case).unwrap().undos, 1);
    }

    let first = changed[0];
    desk.apply(accept(
        desk.content(),
        first.at,
        first.after.as_ref().unwrap(),
    ))
    .unwrap();
    let again = run(&base, &kit(desk.content()), desk.content());
    assert_eq!(again[first.at].standing, Standing::Accepted);
    let left = again
        .iter()
        .filter(|row| row.standing == Standing::Changed)
        .count();
    assert_eq!(left, changed.len() - 1);

    desk.undo_many(2);
    assert!(!desk.is_changed());
}

#[test]
fn shipped_profiles_are_told_apart_and_a_copy_is_not() {
    let content = shipped();
    let profiles: Vec<_> = kit(&content).profiles().map(|p| p.id.clone()).collect();
    for (at, one) in profiles.iter().enumerate() {
        for other in &profiles[at + 1..] {
            let found = separability(&content, one, other).unwrap();
            assert_eq!(found.apart, Apart::Well, "{}", found.sentence);
        }
    }
    let mut copied = content.clone();
    let copy = Edit::Duplicate {
        of: reflexe_personas::domain::workshop::Element::Persona("pas-a-pas".into()),
        id: "copie".to_owned(),
    };
    apply(&mut copied, &copy).unwrap();
    let found = separability(&copied, &"copie".into(), &"pas-a-pas".into()).unwrap();
    assert_eq!(found.apart, Apart::NotAtAll);
    assert!(
        found.sentence.contains("50 fois") || found.sentence.contains("49 fois"),
        "{}",
        found.sentence
    );
}

#[test]
fn a_persona_like_another_is_the_better_told_apart_the_more_is_its_own() {
    let content = shipped();
    let near = content
        .personas
        .iter()
        .find(|p| p.id.as_str() == "pas-a-pas")
        .unwrap();
    let seldom: Vec<_> = content
        .cues
        .iter()
        .filter(|cue| cue.scored)
        .filter(|cue| {
            let written = near.cues.iter().find(|(id, _)| id == &cue.id);
            written.is_none_or(|(_, level)| content.levels.probability(*level) < 0.2)
        })
        .map(|cue| cue.id.clone())
        .collect();
    let worst = |many: usize| {
        let like = Like {
            near: "pas-a-pas".into(),
            id: "neuf".to_owned(),
            name: "Neuf".to_owned(),
            essence: String::new(),
            typical: seldom[..many].to_vec(),
            never: Vec::new(),
            keep_texts: true,
        };
        let mut draft = content.clone();
        apply(&mut draft, &create(&content, &like).unwrap()).unwrap();
        let found = separability(&draft, &"neuf".into(), &"pas-a-pas".into()).unwrap();
        let shares = found.mistaken.iter().map(|m| m.share);
        (found.telling.len(), shares.fold(0.0, f64::max))
    };
    let (few, many) = (worst(3), worst(7));
    assert_eq!((few.0, many.0), (3, 7));
    assert!(many.1 < few.1 && few.1 < 0.5, "{few:?} {many:?}");

    // Seven cues of one card are a card that exists; seven of nobody's are a new need.
    let often: Vec<_> = near
        .cues
        .iter()
        .filter(|(_, level)| content.levels.probability(*level) >= 0.5)
        .map(|(id, _)| id.clone())
        .take(5)
        .collect();
    assert_eq!(
        coverage(&content, &often).advice,
        Advice::AddTo("pas-a-pas".into())
    );
}
