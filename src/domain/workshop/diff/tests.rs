//! Differences on a small kit, as sentences.

use super::*;
use crate::domain::kit::Level;
use crate::domain::workshop::edit::apply;
use crate::domain::workshop::testing::{content, cue};
use crate::domain::workshop::{About, Cell, Edit, Item};

fn after(edits: &[Edit]) -> KitContent {
    let mut content = content();
    for edit in edits {
        apply(&mut content, edit).unwrap();
    }
    content
}

#[track_caller]
fn said(edits: &[Edit]) -> Vec<String> {
    diff(&content(), &after(edits))
        .into_iter()
        .map(|c| c.what)
        .collect()
}

#[test]
fn nothing_differs_from_itself() {
    assert_eq!(diff(&content(), &content()), []);
}

#[test]
fn each_kind_of_difference_is_a_sentence() {
    let field = |element, name| Field::new(element, name);
    let press = || Element::Cue("press".into());
    let persona = || Element::Persona("pas-a-pas".into());
    let level = |level| {
        Edit::Levels(vec![Cell {
            persona: "pas-a-pas".into(),
            about: About::Cue("cherche".into()),
            level,
        }])
    };
    for (edit, sentence) in [
        (
            Edit::text(field(press(), Name::Text), "Autre"),
            "Indice «\u{202f}A peu de temps\u{202f}» › Phrase entière a changé.",
        ),
        (
            level(Some(Level::Rare)),
            "«\u{202f}Cherche ses gestes\u{202f}» avec «\u{202f}Pas à pas\u{202f}»\u{a0}: typique devient rare.",
        ),
        (
            level(None),
            "«\u{202f}Cherche ses gestes\u{202f}» avec «\u{202f}Pas à pas\u{202f}»\u{a0}: typique devient —.",
        ),
        (
            Edit::Rename {
                element: press(),
                id: "presse".to_owned(),
            },
            "Indice «\u{202f}A peu de temps\u{202f}»\u{a0}: nouvel identifiant.",
        ),
        (
            Edit::Delete(Element::Place("atelier".into())),
            "Suppression\u{a0}: Lieu «\u{202f}Atelier du mardi\u{202f}».",
        ),
        (
            Edit::Add {
                item: Item::Cue(cue("neuf", "N9", "gestes", "Neuf")),
                at: 1,
            },
            "Ajout\u{a0}: Indice «\u{202f}Neuf\u{202f}».",
        ),
        (
            Edit::Move {
                element: press(),
                to: 0,
            },
            "L’ordre a changé\u{a0}: indices.",
        ),
        (
            Edit::Move {
                element: Element::Rule(2),
                to: 0,
            },
            "L’ordre a changé\u{a0}: règles.",
        ),
        (
            Edit::text(Field::line(persona(), Name::Motivations, 1), "refaire"),
            "Carte «\u{202f}Pas à pas\u{202f}» › Ce qui compte 2\u{a0}: changé.",
        ),
        (
            Edit::set(
                field(persona(), Name::Motivations),
                Value::Texts(vec!["avancer".to_owned()]),
            ),
            "Carte «\u{202f}Pas à pas\u{202f}» › Ce qui compte\u{a0}: une ligne retirée.",
        ),
        (
            Edit::text(field(Element::Case(0), Name::Title), "Cherche encore"),
            "Cas d’essai «\u{202f}Cherche encore\u{202f}» › Titre a changé.",
        ),
        (
            Edit::Delete(Element::Rule(1)),
            "Suppression\u{a0}: Règle 2.",
        ),
    ] {
        assert_eq!(said(&[edit]), [sentence]);
    }
}

#[test]
fn both_versions_are_in_words() {
    let share = Field::new(Element::Persona("pas-a-pas".into()), Name::Share);
    let mut per_channel = content().personas[0].share.clone();
    per_channel.insert(crate::domain::vocab::Channel::Phone, 7.5);
    let changed = after(&[Edit::set(share.clone(), Value::PerChannel(per_channel))]);
    let change = &diff(&content(), &changed)[0];
    assert_eq!(change.before, "Guichet 10, Téléphone 10");
    assert_eq!(change.after, "Guichet 10, Téléphone 7,5");
    assert_eq!(change.field.as_ref(), Some(&share));
    assert_eq!(change.persona().unwrap().as_str(), "pas-a-pas");
}

#[test]
fn a_question_that_goes_takes_its_answers_without_a_word() {
    let told = said(&[Edit::Delete(Element::Question("essaye".into()))]);
    let answers = told
        .iter()
        .filter(|t| t.starts_with("Suppression\u{a0}: Réponse"))
        .count();
    assert_eq!(answers, 0, "{told:#?}");
    assert!(
        told.iter()
            .any(|t| t.starts_with("Suppression\u{a0}: Question"))
    );
    assert!(
        told.iter()
            .any(|t| t.contains("avec «\u{202f}Pas à pas\u{202f}»"))
    );
}
