//! What is local, on a disk: written and read the same, damage told, nobody's work written over.
#![expect(
    clippy::disallowed_methods,
    reason = "a test looks at the files themselves"
)]

use std::fs;

use super::{Place as Kept, *};
use crate::domain::kit::{KitContent, Place};
use crate::domain::vocab::Orientation;
use crate::domain::workshop::layer::record;
use crate::domain::workshop::{Edit, Element, Kind, Value, edit, fields};
use crate::store::disk::RealDisk;
use crate::store::kit_file;

fn kit() -> KitContent {
    let mut kit = kit_file::load_embedded(None).kit.unwrap().content().clone();
    // The shipped one names no place: they are those of each town.
    kit.places.push(Place {
        id: "mairie".into(),
        name: "Mairie".to_owned(),
        kind: Orientation::Administration,
        offers: vec!["État civil".to_owned()],
        when: "lundi 9 h".to_owned(),
        contact: "accueil".to_owned(),
        bring: vec!["Une pièce d’identité".to_owned()],
        confirmed: None,
    });
    kit
}

/// A layer with every kind of value that a structure may fill in, its own elements, a hidden step.
fn layer() -> LocalLayer {
    let base = kit();
    let mut edited = base.clone();
    let mut make = |edit: Edit| edit::apply(&mut edited, &edit).map(drop).unwrap();
    let persona = base.personas[0].id.clone();
    let place = base.places[0].id.clone();
    make(Edit::Duplicate {
        of: Element::Persona(persona.clone()),
        id: "chez-nous".to_owned(),
    });
    make(Edit::Duplicate {
        of: Element::Step(base.steps[0].id.clone()),
        id: "salle-trois".to_owned(),
    });
    make(Edit::Duplicate {
        of: Element::Place(place.clone()),
        id: "le-square".to_owned(),
    });
    make(Edit::Delete(Element::Step(base.steps[1].id.clone())));
    for element in [
        Element::Persona(persona),
        Element::Place(place),
        Element::Step(base.steps[2].id.clone()),
        Element::Procedure(base.procedures[0].id.clone()),
    ] {
        for name in fields::names(&element) {
            let field = Field::new(element.clone(), *name);
            if !is_local(&field) {
                continue;
            }
            let value = match fields::read(&base, &field).unwrap() {
                Value::Text(_) => Value::Text("« Dit \"ici\" »\n\\ suite".to_owned()),
                Value::Maybe(_) => Value::Maybe(Some("2026-11-02".to_owned())),
                Value::Minutes(n) => Value::Minutes(n + 1),
                list => match list.lines() {
                    Some(lines) if lines > 0 => {
                        make(edit::remove_line(&base, &field, 0).unwrap());
                        continue;
                    }
                    _ => continue,
                },
            };
            make(Edit::set(field, value));
        }
    }
    let (layer, left) = record(&base, &edited);
    assert_eq!(left, []);
    assert!(layer.overrides.len() > 20, "{}", layer.overrides.len());
    let kinds: Vec<Kind> = layer.own.iter().map(|o| o.element(0).kind()).collect();
    assert_eq!(kinds, [Kind::Step, Kind::Place, Kind::Persona]);
    layer
}

fn nothing(kit: &str) -> LocalLayer {
    Read::nothing(kit).layer.unwrap()
}

#[test]
fn what_is_local_is_written_and_read_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let layer = layer();
    let place = Kept::Here(folder.path().join("nouveau"));
    assert_eq!(
        load(&RealDisk, &place, &layer.kit).unwrap(),
        Read::nothing(&layer.kit)
    );
    save(&RealDisk, &place, &layer, &LocalLayer::default()).unwrap();
    let found = load(&RealDisk, &place, &layer.kit).unwrap();
    assert_eq!(found.findings, []);
    assert_eq!(found.layer.as_ref(), Some(&layer));
    assert_eq!(found.trouble(), None);
    let text = fs::read_to_string(file(place.folder(), &layer.kit)).unwrap();
    assert!(text.starts_with("(\n    format: 1,\n    kit: \"usagers-numeriques\",\n"));
    assert_eq!(text, text_of(&layer).unwrap(), "the same each time");
    // An empty one is one too, and the version before stays beside.
    save(&RealDisk, &place, &nothing(&layer.kit), &layer).unwrap();
    assert_eq!(
        load(&RealDisk, &place, &layer.kit).unwrap(),
        Read::nothing(&layer.kit)
    );
    let before = atomic::previous_of(&file(place.folder(), &layer.kit));
    assert_eq!(fs::read_to_string(before).unwrap(), text);
}

#[test]
fn what_is_the_matter_is_told_by_line_and_the_rest_is_taken() {
    let text = "(\n    format: 1,\n    kit: \"essai\",\n    fields: [\n        ( at: \"personas/a/name\", ours: Text(\"Ici\"), kit: Text(\"Là\") ),\n        ( at: \"personas/a/code\", ours: Text(\"ICI\"), kit: Text(\"LA\") ),\n        ( at: \"nulle/part\", ours: Text(\"Ici\"), kit: Text(\"Là\") ),\n        ( at: \"personas/a/name\", ours: Text(\"Encore\"), kit: Text(\"Là\") ),\n    ],\n    hidden_steps: [\"relire\"],\n    places: [\n        ( id: \"Le Square\", name: \"Le Square\" ),\n        ( id: \"square\", name: \"Le Square\" ),\n        ( id: \"square\", name: \"Le Square\" ),\n    ],\n)\n";
    let found = parse("local-essai.ron", text, "essai");
    let layer = found.layer.clone().unwrap();
    assert_eq!(layer.overrides.len(), 1);
    assert_eq!((layer.hidden_steps.len(), layer.own.len()), (1, 1));
    let told: Vec<(usize, &str)> = found
        .findings
        .iter()
        .map(|f| (f.line, f.message.as_str()))
        .collect();
    assert_eq!(told.len(), 5, "{told:?}");
    assert_eq!(told[0].0, 6);
    assert_eq!(told[1].0, 7);
    assert_eq!(told[3].0, 12);
    assert!(found.findings.iter().all(|f| !f.cure.is_empty()));
    assert!(found.trouble().unwrap().contains("ligne 6"));
    // A file that is no layer, of another kit, or of a later format is told and gives nothing.
    for (bad, word) in [
        (text.replacen("fields: [", "fields: {", 1), ""),
        (text.replacen("\"essai\"", "\"autre\"", 1), "autre"),
        (text.replacen("format: 1", "format: 2", 1), "plus récent"),
        (text.replacen("hidden_steps", "hiden_steps", 1), ""),
        (text.replacen("Text(\"Ici\")", "Flag(true)", 1), ""),
        (String::new(), ""),
    ] {
        let found = parse("local-essai.ron", &bad, "essai");
        assert_eq!(found.layer, None, "{bad}");
        assert_eq!(found.findings.len(), 1);
        assert!(
            found.findings[0].message.contains(word),
            "{:?}",
            found.findings
        );
    }
}

#[test]
fn every_beginning_of_a_file_is_told_and_never_panics() {
    let text = text_of(&layer()).unwrap();
    let mut at = 0;
    while at < text.len() {
        if text.is_char_boundary(at) {
            let found = parse("local.ron", &text[..at], "usagers-numeriques");
            assert_eq!((found.layer, found.findings.len()), (None, 1), "{at}");
        }
        at += 97;
    }
}

#[test]
fn nobody_else_s_work_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let place = Kept::Shared {
        folder: folder.path().to_owned(),
        data: None,
    };
    let first = layer();
    let before = LocalLayer::default();
    save(&RealDisk, &place, &first, &before).unwrap();
    let mut theirs = first.clone();
    theirs.hidden_steps.clear();
    save(&RealDisk, &place, &theirs, &first).unwrap();
    let mut mine = first.clone();
    mine.own.clear();
    let refused = save(&RealDisk, &place, &mine, &first).unwrap_err();
    assert!(
        matches!(refused, StoreError::ChangedMeanwhile { .. }),
        "{refused}"
    );
    let path = file(folder.path(), &first.kit);
    assert_eq!(
        load(&RealDisk, &place, &first.kit).unwrap().layer,
        Some(theirs)
    );
    // What cannot be read stays as it is.
    fs::write(&path, "( format: 1, kit").unwrap();
    let refused = save(&RealDisk, &place, &mine, &first).unwrap_err();
    assert!(
        matches!(refused, StoreError::UnreadLayer { .. }),
        "{refused}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), "( format: 1, kit");
    // A share that is gone is not written beside its place.
    let gone = Kept::Shared {
        folder: folder.path().join("parti"),
        data: None,
    };
    assert!(save(&RealDisk, &gone, &mine, &before).is_err());
    assert!(load(&RealDisk, &gone, &first.kit).is_err());
    assert!(!folder.path().join("parti").exists());
}

#[test]
fn a_share_that_is_away_leaves_its_copy() {
    let home = tempfile::tempdir().unwrap();
    let (share, data) = (home.path().join("partage"), home.path().join("ici"));
    fs::create_dir(&share).unwrap();
    let layer = layer();
    let place = Kept::Shared {
        folder: share.clone(),
        data: Some(data.clone()),
    };
    save(&RealDisk, &place, &layer, &LocalLayer::default()).unwrap();
    assert_eq!(
        load(&RealDisk, &place, &layer.kit).unwrap().layer.as_ref(),
        Some(&layer)
    );
    fs::rename(&share, home.path().join("ailleurs")).unwrap();
    let found = known(&RealDisk, &data, Some(&share), &layer.kit);
    assert_eq!(found.layer.as_ref(), Some(&layer));
    // The copy of one folder is not that of another, nor a file of this machine.
    let other = known(&RealDisk, &data, Some(home.path()), &layer.kit);
    assert_eq!(other, Read::nothing(&layer.kit));
    assert_eq!(
        known(&RealDisk, &data, None, &layer.kit),
        Read::nothing(&layer.kit)
    );
    let names: Vec<String> = fs::read_dir(&data)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["copie-local-usagers-numeriques.ron"]);
    assert!(names.iter().all(|name| is_file_name(name)));
    assert!(!is_file_name("local-../x.ron") && !is_file_name("local-.ron"));
    // What was taken away from the share is taken away here.
    fs::rename(home.path().join("ailleurs"), &share).unwrap();
    fs::remove_file(file(&share, &layer.kit)).unwrap();
    assert_eq!(
        load(&RealDisk, &place, &layer.kit).unwrap(),
        Read::nothing(&layer.kit)
    );
    assert_eq!(fs::read_dir(&data).unwrap().count(), 0);
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let page = include_str!("../../../docs/KIT_FORMAT.md");
    let section = page.split("## What is a structure's own").nth(1).unwrap();
    let example = section.split("```").nth(1).unwrap();
    let example = example.strip_prefix("ron\n").unwrap();
    let found = parse(
        "local-usagers-numeriques.ron",
        example,
        "usagers-numeriques",
    );
    assert_eq!(found.findings, []);
    let layer = found.layer.unwrap();
    assert_eq!((layer.overrides.len(), layer.hidden_steps.len()), (2, 1));
}
