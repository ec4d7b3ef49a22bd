//! Two versions of a small kit: what goes together, what overlaps.

use super::super::edit::{Edit, apply};
use super::*;
use crate::domain::kit::{Level, Rule};
use crate::domain::workshop::levels::{About, Cell, level};
use crate::domain::workshop::names::Name;
use crate::domain::workshop::testing::{content, cue, step};

fn with(edits: &[Edit]) -> KitContent {
    let mut content = content();
    for edit in edits {
        apply(&mut content, edit).unwrap_or_else(|refusal| panic!("{refusal}"));
    }
    content
}

fn text(element: Element, name: Name, words: &str) -> Edit {
    Edit::text(Field::new(element, name), words)
}

fn set_level(cue: &str, level: Level) -> Edit {
    Edit::Levels(vec![Cell {
        persona: "pas-a-pas".into(),
        about: About::Cue(cue.into()),
        level: Some(level),
    }])
}

/// Merges two edits both ways: no overlap, the same content.
#[track_caller]
fn together(one: &[Edit], other: &[Edit]) -> KitContent {
    let (ours, theirs) = (with(one), with(other));
    let merged = merge(&content(), &ours, &theirs);
    assert_eq!(merged.conflicts, [], "{one:?} {other:?}");
    let back = merge(&content(), &theirs, &ours);
    assert_eq!(back.content, merged.content);
    assert_eq!(back.conflicts, []);
    merged.content
}

#[test]
fn changes_of_different_things_go_together() {
    let press = || Element::Cue("press".into());
    let persona = || Element::Persona("pas-a-pas".into());
    let all = together(
        &[
            text(press(), Name::Short, "Un"),
            set_level("press", Level::Rare),
        ],
        &[
            text(press(), Name::Text, "Deux"),
            set_level("hesite", Level::Rare),
        ],
    );
    assert_eq!(
        (all.cues[2].short.as_str(), all.cues[2].text.as_str()),
        ("Un", "Deux")
    );
    let of = |cue: &str| level(&all.personas[0], &About::Cue(cue.into()));
    assert_eq!(
        (of("press"), of("hesite")),
        (Some(Level::Rare), Some(Level::Rare))
    );

    let all = together(
        &[Edit::text(
            Field::line(persona(), Name::Motivations, 0),
            "un",
        )],
        &[Edit::text(
            Field::line(persona(), Name::Motivations, 1),
            "deux",
        )],
    );
    assert_eq!(all.personas[0].motivations, ["un", "deux"]);

    let longer = Value::Texts(
        ["avancer", "comprendre", "refaire"]
            .map(str::to_owned)
            .to_vec(),
    );
    let shorter = Value::Texts(vec!["comprendre".to_owned()]);
    let field = Field::new(persona(), Name::Motivations);
    let all = together(
        &[Edit::set(field.clone(), longer)],
        &[Edit::set(field, shorter)],
    );
    assert_eq!(all.personas[0].motivations, ["comprendre", "refaire"]);
}

#[test]
fn elements_come_go_move_and_change_their_ids_on_both_sides() {
    let all = together(
        &[
            Edit::Add {
                item: Item::Cue(cue("neuf", "N8", "gestes", "Neuf")),
                at: 1,
            },
            Edit::Rename {
                element: Element::Step("relire".into()),
                id: "relecture".to_owned(),
            },
        ],
        &[
            Edit::Move {
                element: Element::Cue("press".into()),
                to: 0,
            },
            Edit::Add {
                item: Item::Step(step("autre", "Autre")),
                at: 3,
            },
            text(
                Element::Step("montrer".into()),
                Name::Title,
                "Montrer encore",
            ),
        ],
    );
    let ids: Vec<_> = all.cues.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["press", "cherche", "neuf", "hesite"]);
    assert_eq!(all.steps.len(), 4);
    assert_eq!(all.uncertain_steps[0].as_str(), "relecture");
    assert_eq!(all.steps[0].title, "Montrer encore");

    let rule = |at: usize| content().rules[at].clone();
    let all = together(
        &[Edit::Delete(Element::Rule(0))],
        &[
            Edit::append(
                &content(),
                Item::Rule(Rule {
                    then: rule(0).then,
                    ..rule(2)
                }),
            ),
            text(Element::Case(1), Name::Title, "Très pressée"),
        ],
    );
    assert_eq!(all.rules.len(), 3);
    assert_eq!(all.cases[1].title, "Très pressée");
}

#[test]
fn what_both_changed_is_listed_with_both_versions_and_either_can_be_taken() {
    let press = || Element::Cue("press".into());
    let ours = with(&[
        text(press(), Name::Text, "Un"),
        set_level("cherche", Level::Rare),
    ]);
    let theirs = with(&[
        text(press(), Name::Text, "Deux"),
        set_level("cherche", Level::Possible),
        text(press(), Name::Short, "Trois"),
    ]);
    let merged = merge(&content(), &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 2, "{:#?}", merged.conflicts);
    assert_eq!(merged.content.cues[2].short, "Trois");
    let first = &merged.conflicts[0];
    assert_eq!((first.ours.as_str(), first.theirs.as_str()), ("Un", "Deux"));
    assert_eq!(
        first.what,
        "Modifié des deux côtés\u{a0}: Indice «\u{202f}A peu de temps\u{202f}» › Phrase entière. \
         Votre version est gardée."
    );
    assert_eq!(merged.conflicts[1].theirs, "possible");
    let both = merged.with_others(&[0, 1]);
    assert_eq!(both.cues[2].text, "Deux");
    let about = About::Cue("cherche".into());
    assert_eq!(level(&both.personas[0], &about), Some(Level::Possible));
    assert_eq!(
        level(&merged.content.personas[0], &about),
        Some(Level::Rare)
    );
}

#[test]
fn what_one_removed_and_the_other_changed_or_uses_stays() {
    let ours = with(&[Edit::Delete(Element::Question("essaye".into()))]);
    let theirs = with(&[text(
        Element::Answer("essaye".into(), "rien".into()),
        Name::Text,
        "rien du tout",
    )]);
    let merged = merge(&content(), &ours, &theirs);
    assert_eq!(merged.content.questions[0].answers.len(), 2);
    assert_eq!(merged.conflicts[0].kept, Side::Theirs);
    let gone = merged.with_others(&(0..merged.conflicts.len()).collect::<Vec<_>>());
    assert_eq!(gone, ours);

    let ours = with(&[Edit::Delete(Element::Step("orienter".into()))]);
    let theirs = with(&[Edit::set(
        Field::new(Element::Persona("precise".into()), Name::StepsRelay),
        Value::StepIds(vec!["orienter".into()]),
    )]);
    for (ours, theirs, kept) in [(&ours, &theirs, Side::Theirs), (&theirs, &ours, Side::Ours)] {
        let merged = merge(&content(), ours, theirs);
        assert_eq!(merged.content.steps.len(), 3);
        assert_eq!(merged.conflicts.len(), 1, "{:#?}", merged.conflicts);
        assert_eq!(merged.conflicts[0].kept, kept);
        assert!(merged.conflicts[0].what.contains("mais encore utile"));
        let admitted = crate::domain::validate::admit(merged.content.clone(), None);
        let errors = admitted
            .problems
            .iter()
            .filter(|p| p.gravity == crate::domain::problem::Gravity::Error);
        assert_eq!(errors.count(), 0);
    }
}

#[test]
fn rules_that_both_changed_are_one_conflict() {
    let effect = crate::domain::kit::RuleEffect::AddStep("relire".into());
    let other = crate::domain::kit::RuleEffect::AddStep("montrer".into());
    let then = |effect| {
        Edit::set(
            Field::new(Element::Rule(2), Name::Then),
            Value::Effects(vec![
                effect,
                crate::domain::kit::RuleEffect::HideMode(crate::domain::vocab::Mode::DoFor),
            ]),
        )
    };
    let merged = merge(&content(), &with(&[then(effect)]), &with(&[then(other)]));
    assert_eq!(merged.content.rules.len(), 3);
    assert_eq!(merged.conflicts.len(), 1);
    assert!(merged.conflicts[0].theirs.contains("Montrer le geste"));
}

fn rename(element: Element, id: &str) -> Edit {
    Edit::Rename {
        element,
        id: id.to_owned(),
    }
}

#[test]
fn an_id_that_both_changed_is_one_element_with_two_names_to_choose_from() {
    let press = || Element::Cue("press".into());
    let ours = with(&[rename(press(), "urgence")]);
    let theirs = with(&[
        rename(press(), "vite"),
        text(Element::Cue("vite".into()), Name::Text, "Pressée"),
        set_level("vite", Level::Rare),
    ]);
    // Changed besides: the other has removed one and added another, as far as anybody can tell.
    let merged = merge(&content(), &ours, &theirs);
    let ids: Vec<_> = merged.content.cues.iter().map(|c| c.id.as_str()).collect();
    assert!(ids.contains(&"urgence") && ids.contains(&"vite"), "{ids:?}");

    let theirs = with(&[rename(press(), "vite"), set_level("vite", Level::Rare)]);
    let merged = merge(&content(), &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 1, "{:#?}", merged.conflicts);
    let of = |content: &KitContent| {
        let id = content.cues[2].id.clone();
        let level = level(&content.personas[0], &About::Cue(id.clone()));
        (content.cues.len(), id.to_string(), level)
    };
    let rare = Some(Level::Rare);
    assert_eq!(of(&merged.content), (3, "urgence".to_owned(), rare));
    let other = merged.with_others(&[0]);
    assert_eq!(of(&other), (3, "vite".to_owned(), rare));
    assert_eq!(merge(&content(), &theirs, &ours).content, other);
}

#[test]
fn answers_are_ordered_within_their_question() {
    let mut base = content();
    let mut second = base.questions[0].clone();
    second.id = "autre".into();
    second.code = "Q2".to_owned();
    base.questions.push(second);
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.questions[0].answers.swap(0, 1);
    ours.questions.swap(0, 1);
    theirs.questions[1].answers.swap(0, 1);
    theirs.questions[1].answers[0].text = "autrement".to_owned();
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(merged.conflicts, []);
    let said = |at: usize| -> Vec<&str> {
        let answers = merged.content.questions[at].answers.iter();
        answers.map(|a| a.text.as_str()).collect()
    };
    assert_eq!(merged.content.questions[0].id.as_str(), "autre");
    assert_eq!(said(0), ["autrement", "rien"]);
    assert_eq!(said(1), ["bloque", "rien"]);
}

#[test]
fn lists_of_one_length_are_not_the_same_lines() {
    let field = Field::new(Element::Persona("pas-a-pas".into()), Name::Motivations);
    let lines = |lines: &[&str]| {
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        Edit::set(field.clone(), Value::Texts(lines))
    };
    // One took the first line out and added one; the other changed the first line.
    let ours = with(&[lines(&["comprendre", "refaire"])]);
    let theirs = with(&[lines(&["avancer vite", "comprendre"])]);
    let merged = merge(&content(), &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 1, "{:#?}", merged.conflicts);
    assert_eq!(merged.content, ours);
    assert_eq!(merged.with_others(&[0]), theirs);
}

#[test]
fn a_rule_written_twice_stays_twice_and_choices_do_not_move_what_follows() {
    let copy = Edit::Duplicate {
        of: Element::Rule(2),
        id: String::new(),
    };
    let ours = with(&[copy.clone(), copy.clone()]);
    let merged = merge(
        &content(),
        &ours,
        &with(&[text(Element::Case(0), Name::Title, "Autre")]),
    );
    assert_eq!(merged.content.rules, ours.rules);

    let when = |at: usize, setting: &str| {
        Edit::set(
            Field::new(Element::Rule(at), Name::When),
            Value::Condition(crate::domain::kit::Condition::Setting(setting.to_owned())),
        )
    };
    let ours = with(&[when(2, "a"), Edit::Delete(Element::Rule(0))]);
    let theirs = with(&[when(2, "b"), when(0, "c")]);
    let merged = merge(&content(), &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 2, "{:#?}", merged.conflicts);
    let taken = merged.with_others(&[1]);
    assert_eq!(taken.rules[..2], theirs.rules[..2]);
    assert_eq!(taken.rules[2], theirs.rules[2]);
    assert_eq!(merged.with_others(&[0]).rules, ours.rules);
    assert_eq!(merged.with_others(&[0, 1]).rules, theirs.rules[1..]);
}

#[test]
fn a_row_that_one_removed_is_not_half_of_each() {
    let persona = || Element::Persona("pas-a-pas".into());
    let row = |value| {
        let index = Index::Question("essaye".into());
        let field = Field::new(persona(), Name::Answers);
        Edit::set(Field { index, ..field }, Value::Row(value))
    };
    let ours = with(&[row(None)]);
    let theirs = with(&[row(Some(vec![
        ("rien".into(), Level::Typical),
        ("bloque".into(), Level::Rare),
    ]))]);
    let merged = merge(&content(), &ours, &theirs);
    assert_eq!(merged.conflicts.len(), 1, "{:#?}", merged.conflicts);
    assert_eq!(merged.conflicts[0].kept, Side::Theirs);
    assert_eq!(merged.content, theirs);
    assert_eq!(merged.with_others(&[0]), ours);
}
