//! Edits, their inverses and their refusals on a small kit in which every reference occurs.

use super::super::testing::{content, cue};
use super::*;
use crate::domain::kit::{Condition, KitContent, Level, RuleEffect};
use crate::domain::workshop::address::Index;
use crate::domain::workshop::levels::{About, fill_column, fill_row};

mod mentions;

/// Makes an edit, takes it back, makes it again; gives the content after.
#[track_caller]
fn there_and_back(before: &KitContent, edit: &Edit) -> KitContent {
    let mut now = before.clone();
    let back = apply(&mut now, edit).unwrap_or_else(|refusal| panic!("{refusal}"));
    let after = now.clone();
    let again = apply(&mut now, &back).unwrap();
    assert_eq!(&now, before, "undo of {edit:?}");
    apply(&mut now, &again).unwrap();
    assert_eq!(now, after, "redo of {edit:?}");
    after
}

#[track_caller]
fn refused(edit: &Edit) -> Refusal {
    let before = content();
    let mut now = before.clone();
    let refusal = apply(&mut now, edit).unwrap_err();
    assert_eq!(now, before, "a refusal changes nothing");
    assert!(refusal.message.contains("rien n’a changé"), "{refusal}");
    assert!(refusal.cure.ends_with('.'), "{refusal}");
    refusal
}

fn every_element(content: &KitContent) -> Vec<Element> {
    let mut all = vec![Element::Manifest];
    all.extend(
        content
            .families
            .iter()
            .map(|x| Element::Family(x.id.clone())),
    );
    all.extend(
        content
            .sources
            .iter()
            .map(|x| Element::Source(x.id.clone())),
    );
    all.extend(content.cues.iter().map(|x| Element::Cue(x.id.clone())));
    for question in &content.questions {
        all.push(Element::Question(question.id.clone()));
        let answers = question.answers.iter();
        all.extend(answers.map(|a| Element::Answer(question.id.clone(), a.id.clone())));
    }
    all.extend(
        content
            .personas
            .iter()
            .map(|x| Element::Persona(x.id.clone())),
    );
    all.extend(content.steps.iter().map(|x| Element::Step(x.id.clone())));
    all.extend(content.places.iter().map(|x| Element::Place(x.id.clone())));
    all.extend(
        content
            .procedures
            .iter()
            .map(|x| Element::Procedure(x.id.clone())),
    );
    all.extend((0..content.rules.len()).map(Element::Rule));
    all.extend((0..content.cases.len()).map(Element::Case));
    all.extend((0..content.links.len()).map(Element::Link));
    all
}

/// Everything written, so that a stale id is found wherever it hides.
fn written(content: &KitContent) -> String {
    format!("{content:?}")
}

#[test]
fn every_field_of_every_element_reads_writes_and_comes_back() {
    let before = content();
    for element in every_element(&before) {
        for name in fields::names(&element) {
            let field = Field::new(element.clone(), *name);
            let value = fields::read(&before, &field).unwrap_or_else(|| panic!("{field}"));
            // Another value of the same kind: what an empty kit of the same kind holds, or a mark.
            let other = match value {
                Value::Text(text) => Value::Text(text + "!"),
                Value::Maybe(None) => Value::Maybe(Some("x".to_owned())),
                Value::Maybe(Some(_)) => Value::Maybe(None),
                Value::Flag(flag) => Value::Flag(!flag),
                Value::Number(x) => Value::Number(x + 0.001),
                Value::Texts(mut lines) => {
                    lines.push("de plus".to_owned());
                    Value::Texts(lines)
                }
                other => other,
            };
            let after = there_and_back(&before, &Edit::set(field.clone(), other.clone()));
            assert_eq!(fields::read(&after, &field), Some(other), "{field}");
        }
    }
}

#[test]
fn a_line_is_filled_in_alone() {
    let before = content();
    let field = Field::line(Element::Persona("pas-a-pas".into()), Name::Motivations, 1);
    let after = there_and_back(&before, &Edit::text(field.clone(), "refaire"));
    assert_eq!(after.personas[0].motivations, ["avancer", "refaire"]);
    let gone = Field::line(Element::Persona("pas-a-pas".into()), Name::Motivations, 2);
    refused(&Edit::text(gone, "x"));
    let after = there_and_back(
        &before,
        &insert_line(&before, &field, 0, Value::Text("d’abord".to_owned())).unwrap(),
    );
    assert_eq!(after.personas[0].motivations.len(), 3);
    there_and_back(&after, &move_line(&after, &field, 0, 2).unwrap());
    there_and_back(&after, &remove_line(&after, &field, 1).unwrap());
    assert!(remove_line(&after, &field, 3).is_err());
}

#[test]
fn a_copy_stands_after_its_original_and_weighs_the_same() {
    let before = content();
    for element in every_element(&before) {
        let edit = Edit::Duplicate {
            of: element.clone(),
            id: "copie".to_owned(),
        };
        if element == Element::Manifest {
            refused(&edit);
            continue;
        }
        let after = there_and_back(&before, &edit);
        let at = items::position(&before, &element).unwrap();
        let copy = match &element {
            Element::Rule(at) => Element::Rule(at + 1),
            Element::Case(at) => Element::Case(at + 1),
            Element::Link(at) => Element::Link(at + 1),
            other => other.renamed("copie"),
        };
        assert_eq!(items::position(&after, &copy), Some(at + 1));
    }
    let mut after = before.clone();
    let of = Element::Cue("cherche".into());
    apply(
        &mut after,
        &Edit::Duplicate {
            of,
            id: "copie".to_owned(),
        },
    )
    .unwrap();
    assert_eq!(after.cues[1].code, "N2");
    assert_eq!(after.cues[1].short, "Cherche ses gestes (copie)");
    assert_eq!(
        levels::level(&after.personas[0], &About::Cue("copie".into())),
        Some(Level::Typical)
    );
}

#[test]
fn places_in_a_list_go_and_come_back() {
    let before = content();
    let after = there_and_back(
        &before,
        &Edit::Move {
            element: Element::Persona("precise".into()),
            to: 0,
        },
    );
    assert_eq!(after.personas[0].id.as_str(), "precise");
    there_and_back(
        &before,
        &Edit::Move {
            element: Element::Rule(0),
            to: 2,
        },
    );
    refused(&Edit::Move {
        element: Element::Rule(0),
        to: 3,
    });
    refused(&Edit::Move {
        element: Element::Cue("absent".into()),
        to: 0,
    });
    refused(&Edit::Move {
        element: Element::Manifest,
        to: 0,
    });
}

#[test]
fn levels_are_set_one_by_one_by_row_and_by_column() {
    let before = content();
    let about = About::Cue("press".into());
    let one = Cell {
        persona: "pas-a-pas".into(),
        about: about.clone(),
        level: Some(Level::P(0.37)),
    };
    let after = there_and_back(&before, &Edit::Levels(vec![one.clone()]));
    assert_eq!(
        levels::level(&after.personas[0], &about),
        Some(Level::P(0.37))
    );
    let field = one.field();
    there_and_back(
        &before,
        &Edit::set(field.clone(), Value::Level(Some(Level::Rare))),
    );
    there_and_back(&after, &Edit::set(field, Value::Level(None)));

    let personas: Vec<_> = before.personas.iter().map(|p| p.id.clone()).collect();
    let after = there_and_back(
        &before,
        &Edit::Levels(fill_row(&about, &personas, Some(Level::Possible))),
    );
    assert!(
        after
            .personas
            .iter()
            .all(|p| levels::level(p, &about) == Some(Level::Possible))
    );

    let all = [
        About::Cue("cherche".into()),
        About::Answer("essaye".into(), "rien".into()),
        About::Answer("essaye".into(), "bloque".into()),
    ];
    let after = there_and_back(
        &before,
        &Edit::Levels(fill_column(&"pas-a-pas".into(), &all, None)),
    );
    assert_eq!(after.personas[0].cues.len(), 1);
    assert!(
        after.personas[0].answers.is_empty(),
        "a question without level is not written"
    );
    there_and_back(
        &before,
        &Edit::set(
            Field {
                element: Element::Persona("porte-parole".into()),
                name: Name::Answers,
                index: Index::Question("essaye".into()),
            },
            Value::Row(Some(vec![("rien".into(), Level::P(1.0))])),
        ),
    );
}

#[test]
fn levels_that_are_none_are_refused() {
    let cell = |persona: &str, about: About, level| {
        Edit::Levels(vec![
            Cell {
                persona: "precise".into(),
                about: About::Cue("hesite".into()),
                level: Some(Level::Rare),
            },
            Cell {
                persona: persona.into(),
                about,
                level,
            },
        ])
    };
    let cue = About::Cue("press".into());
    refused(&cell("pas-a-pas", cue.clone(), Some(Level::P(1.5))));
    refused(&cell("pas-a-pas", cue.clone(), Some(Level::P(f64::NAN))));
    refused(&cell("absent", cue, Some(Level::Rare)));
    refused(&cell(
        "pas-a-pas",
        About::Cue("absent".into()),
        Some(Level::Rare),
    ));
    refused(&cell(
        "pas-a-pas",
        About::Answer("essaye".into(), "absent".into()),
        Some(Level::Rare),
    ));
}

#[test]
fn what_cannot_be_done_is_said_and_changes_nothing() {
    let field = |element: Element, name| Field::new(element, name);
    refused(&Edit::text(
        field(Element::Cue("absent".into()), Name::Text),
        "x",
    ));
    refused(&Edit::text(
        field(Element::Cue("press".into()), Name::Essence),
        "x",
    ));
    refused(&Edit::set(
        field(Element::Cue("press".into()), Name::Text),
        Value::Flag(true),
    ));
    refused(&Edit::set(
        field(Element::Manifest, Name::EngineClear),
        Value::Number(f64::NAN),
    ));
    refused(&Edit::text(field(Element::Link(0), Name::Text), "x"));
    refused(&Edit::Add {
        item: Item::Cue(cue("press", "X1", "gestes", "x")),
        at: 0,
    });
    refused(&Edit::Add {
        item: Item::Cue(cue("Mal écrit", "X1", "gestes", "x")),
        at: 0,
    });
    refused(&Edit::Add {
        item: Item::Cue(cue("neuf", "X1", "gestes", "x")),
        at: 9,
    });
    let answer = content().questions[0].answers[0].clone();
    refused(&Edit::Add {
        item: Item::Answer("absente".into(), answer),
        at: 0,
    });
    let rename = |id: &str| Edit::Rename {
        element: Element::Cue("press".into()),
        id: id.to_owned(),
    };
    assert_eq!(
        refused(&rename("hesite")).message,
        "L’indice «\u{202f}hesite\u{202f}» existe déjà\u{202f}; rien n’a changé."
    );
    refused(&rename("Pressé"));
    refused(&Edit::Delete(Element::Rule(9)));
    refused(&Edit::Duplicate {
        of: Element::Cue("press".into()),
        id: "hesite".to_owned(),
    });
    // The whole of several edits, or none.
    refused(&Edit::Together(vec![
        Edit::Delete(Element::Cue("cherche".into())),
        rename("hesite"),
    ]));
}

#[test]
fn an_added_element_goes_where_asked() {
    let before = content();
    let after = there_and_back(
        &before,
        &Edit::Add {
            item: Item::Cue(cue("neuf", "C4", "confiance", "Neuf")),
            at: 1,
        },
    );
    assert_eq!(after.cues[1].id.as_str(), "neuf");
    let rule = Item::Rule(before.rules[0].clone());
    let after = there_and_back(&before, &Edit::append(&before, rule));
    assert_eq!(after.rules.len(), 4);
    assert!(matches!(after.rules[3].then[0], RuleEffect::Raise(_)));
}

#[test]
fn edits_are_named_in_french() {
    let content = content();
    let said = |edit: &Edit| describe(&content, edit);
    assert_eq!(
        said(&Edit::text(
            Field::new(Element::Cue("press".into()), Name::Short),
            "x"
        )),
        "Étiquette, indice «\u{202f}A peu de temps\u{202f}»"
    );
    assert_eq!(
        said(&Edit::Levels(vec![Cell {
            persona: "pas-a-pas".into(),
            about: About::Cue("press".into()),
            level: None,
        }])),
        "Niveau, indice «\u{202f}A peu de temps\u{202f}» pour Pas à pas"
    );
    assert_eq!(
        said(&Edit::Delete(Element::Case(1))),
        "Suppression, cas d’essai «\u{202f}Pressée\u{202f}»"
    );
}
