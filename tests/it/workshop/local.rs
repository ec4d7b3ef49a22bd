//! Layers, single personas and tables of the shipped kit.

use std::collections::BTreeMap;

use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::validate::{admit, admit_part};
use reflexe_personas::domain::workshop::edit;
use reflexe_personas::domain::workshop::layer::{apply, looks, record};
use reflexe_personas::domain::workshop::single::{extract, insert};
use reflexe_personas::domain::workshop::{
    Edit, Element, Field, Index, Kind, Name, Value, csv, fields,
};
use reflexe_personas::store::kit_file;

use super::checks::literals;
use super::draw_edits::elements;
use crate::formats::repository;

fn shipped() -> KitContent {
    kit_file::load_embedded(None).kit.unwrap().content().clone()
}

fn errors(content: &KitContent) -> Vec<String> {
    let problems = admit(content.clone(), None).problems;
    let errors = problems.into_iter().filter(|p| p.gravity == Gravity::Error);
    errors
        .map(|p| format!("{} {}", p.place.path(), p.message))
        .collect()
}

#[test]
fn every_text_of_the_shipped_kit_that_is_local_comes_back_through_a_layer() {
    let base = shipped();
    let mut edited = base.clone();
    let mut touched = 0;
    for element in elements(&base) {
        for name in fields::names(&element) {
            let field = Field::new(element.clone(), *name);
            if !reflexe_personas::domain::workshop::layer::is_local(&field) {
                continue;
            }
            if let Some(Value::Text(text)) = fields::read(&edited, &field) {
                edit::apply(&mut edited, &Edit::text(field, &format!("{text} (ici)"))).unwrap();
                touched += 1;
            }
        }
    }
    let (layer, left) = record(&base, &edited);
    assert!(touched > 300, "{touched}");
    assert_eq!((layer.overrides.len(), left.len()), (touched, 0));
    let (shown, origins) = apply(&base, &layer);
    assert_eq!(shown, edited);
    assert_eq!(origins.len(), touched);
    assert!(looks(&layer, &base).is_empty());
}

#[test]
fn every_shipped_persona_goes_out_and_comes_back() {
    let base = shipped();
    for persona in &base.personas {
        let single = extract(&base, &persona.id).unwrap();
        let part = admit_part(single.clone());
        assert!(
            part.problems.iter().all(|p| p.gravity != Gravity::Error),
            "{}: {:#?}",
            persona.id,
            part.problems
        );
        assert_eq!(part.kit.unwrap().content(), &single, "{}", persona.id);
        assert!(single.cues.len() < base.cues.len());
        let mut other = base.clone();
        let gone = Edit::Delete(Element::Persona(persona.id.clone()));
        edit::apply(&mut other, &gone).unwrap();
        let insertion = insert(&other, &single, &BTreeMap::new()).unwrap();
        let told: Vec<_> = insertion.clashes.iter().map(|c| c.element.kind()).collect();
        // What the deletion loosened is told, and nothing but that.
        assert!(
            told.iter().all(|kind| *kind == Kind::Step),
            "{:#?}",
            insertion.clashes
        );
        edit::apply(&mut other, &insertion.edit).unwrap();
        assert_eq!(errors(&other), [] as [String; 0], "{}", persona.id);
        let back = other.personas.iter().find(|p| p.id == persona.id).unwrap();
        assert_eq!(
            (&back.cues, &back.answers),
            (&persona.cues, &persona.answers)
        );
    }
}

#[test]
fn the_shipped_levels_go_to_a_table_and_back() {
    let base = shipped();
    let text = csv::write(&base);
    let read = csv::parse(&base, &text).unwrap();
    assert_eq!(read, csv::Read::default(), "{:#?}", read.levels.bad);
    // The same table over a kit whose levels were all taken out gives them back.
    let mut emptied = base.clone();
    for persona in &mut emptied.personas {
        persona.cues.clear();
        persona.answers.clear();
    }
    let read = csv::parse(&emptied, &text).unwrap();
    let take = reflexe_personas::domain::workshop::table::Take::All;
    let whole = read.edit(&emptied, take).unwrap();
    edit::apply(&mut emptied, &whole).unwrap();
    for (one, other) in emptied.personas.iter().zip(&base.personas) {
        let sorted = |mut levels: Vec<(reflexe_personas::domain::ids::CueId, _)>| {
            levels.sort_by(|a, b| a.0.cmp(&b.0));
            levels
        };
        assert_eq!(sorted(one.cues.clone()), sorted(other.cues.clone()));
        assert_eq!(one.answers.len(), other.answers.len());
    }
}

#[test]
fn every_field_of_the_shipped_kit_has_a_key_and_a_label() {
    let base = shipped();
    for element in elements(&base) {
        assert_eq!(Element::parse(&element.key()).as_ref(), Some(&element));
        for name in fields::names(&element) {
            let field = Field::new(element.clone(), *name);
            assert_eq!(Field::parse(&field.key()).as_ref(), Some(&field));
            assert!(field.label(&base).ends_with(name.label()));
            let lines = fields::read(&base, &field).unwrap().lines().unwrap_or(0);
            for line in 0..lines {
                let field = Field {
                    index: Index::Line(line),
                    ..field.clone()
                };
                assert!(fields::read(&base, &field).is_some(), "{field}");
            }
        }
    }
    assert!(fields::read(&base, &Field::new(Element::Manifest, Name::Essence)).is_none());
}

#[test]
fn a_manager_never_reads_the_words_of_the_trade() {
    fn rust_files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                rust_files(&path, found);
            } else {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    rust_files(&repository().join("src/domain/workshop"), &mut files);
    let mut said = 0;
    for path in files {
        let code = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        for text in literals(&code) {
            said += 1;
            let folded = reflexe_personas::domain::typography::fold(&text);
            for word in [
                "vraisemblance",
                "matrice",
                "decibel",
                "fusion",
                "lint",
                "a posteriori",
                "bayes",
            ] {
                assert!(
                    !folded
                        .split(|c: char| !c.is_alphanumeric())
                        .any(|w| w.starts_with(word)),
                    "{}: {text}",
                    path.display()
                );
            }
        }
    }
    assert!(said > 500, "{said}");
}
