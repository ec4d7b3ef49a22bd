//! A structure's layer over a small kit, and over its next version.

use super::*;
use crate::domain::kit::{Layer, Level};
use crate::domain::validate::admit;
use crate::domain::workshop::names::Name;
use crate::domain::workshop::testing::{content, persona, step};
use crate::domain::workshop::{About, Cell};

fn with(base: &KitContent, edits: &[Edit]) -> KitContent {
    let mut content = base.clone();
    for edit in edits {
        make(&mut content, edit).unwrap();
    }
    content
}

fn hours() -> Field {
    Field::new(Element::Place("atelier".into()), Name::Hours)
}

fn essence() -> Field {
    Field::new(Element::Persona("pas-a-pas".into()), Name::Essence)
}

/// A structure that says, adds and hides things.
fn local() -> (KitContent, LocalLayer) {
    let base = content();
    let mut own = persona("chez-nous", "NOU", "Chez nous", Layer::Profile);
    own.cues = vec![("press".into(), Level::Typical)];
    own.steps.two_minutes = vec!["salle".into()];
    let edited = with(
        &base,
        &[
            Edit::text(hours(), "jeudi 9 h"),
            Edit::text(essence(), "Je veux apprendre ici."),
            Edit::append(&base, Item::Step(step("salle", "Aller en salle 3"))),
            Edit::Delete(Element::Step("relire".into())),
        ],
    );
    let mut lists = edited.personas[1].steps.two_minutes.clone();
    lists.push("salle".into());
    let edited = with(
        &edited,
        &[
            Edit::set(
                Field::new(Element::Persona("precise".into()), Name::StepsTwo),
                Value::StepIds(lists),
            ),
            Edit::append(&edited, Item::Persona(Box::new(own))),
        ],
    );
    let (layer, left) = record(&base, &edited);
    assert_eq!(left, []);
    assert_eq!(apply(&base, &layer).0, edited);
    (edited, layer)
}

#[test]
fn a_layer_holds_what_is_local_and_nothing_else() {
    let (_, layer) = local();
    assert_eq!(layer.hidden_steps, ["relire".into()]);
    assert_eq!(layer.own.len(), 2);
    let fields: Vec<String> = layer.overrides.iter().map(|o| o.field.key()).collect();
    assert_eq!(
        fields,
        [
            "personas/pas-a-pas/essence",
            "personas/precise/two_minutes",
            "places/atelier/hours"
        ],
        "what only loses the hidden step is no wording of its own"
    );
    assert!(record(&content(), &content()).0.is_empty());
}

#[test]
fn every_origin_is_told_and_can_be_reset() {
    let (_, mut layer) = local();
    let (_, origins) = apply(&content(), &layer);
    assert_eq!(origins.len(), 6);
    let place = origins
        .iter()
        .find(|o| o.touched == Touched::Field(hours()))
        .unwrap();
    assert_eq!(place.base, "mardi 14 h");
    assert_eq!(
        place.label,
        "Lieu «\u{202f}Atelier du mardi\u{202f}» › Horaires"
    );
    for origin in origins {
        layer.reset(&origin.touched);
    }
    assert!(layer.is_empty());
    assert_eq!(apply(&content(), &layer), (content(), Vec::new()));
}

#[test]
fn levels_rules_and_order_are_not_local_and_are_told() {
    let base = content();
    let level = Cell {
        persona: "pas-a-pas".into(),
        about: About::Cue("cherche".into()),
        level: Some(Level::Rare),
    };
    for edit in [
        Edit::Levels(vec![level]),
        Edit::Delete(Element::Rule(0)),
        Edit::Move {
            element: Element::Cue("press".into()),
            to: 0,
        },
        Edit::set(
            Field::new(Element::Manifest, Name::EngineClear),
            Value::Number(0.7),
        ),
    ] {
        let (layer, left) = record(&base, &with(&base, std::slice::from_ref(&edit)));
        assert!(layer.is_empty(), "{edit:?}");
        assert_eq!(left.len(), 1, "{edit:?}");
    }
}

#[test]
fn a_new_version_goes_under_and_what_needs_a_look_is_listed() {
    let (_, layer) = local();
    assert_eq!(
        looks(&layer, &content()),
        [],
        "nothing to look at over the same kit"
    );
    let press = Field::new(Element::Cue("press".into()), Name::Short);
    let next = with(&content(), &[Edit::text(press.clone(), "Pressée")]);
    assert_eq!(looks(&layer, &next), [], "a change elsewhere needs no look");
    let (shown, _) = apply(&next, &layer);
    assert_eq!(shown.cues[2].short, "Pressée");
    assert_eq!(shown.places[0].when, "jeudi 9 h");

    let changed = with(
        &next,
        &[
            Edit::text(hours(), "mardi 10 h"),
            Edit::text(essence(), "Je veux apprendre ici."),
        ],
    );
    let told = looks(&layer, &changed);
    let whys: Vec<_> = told.iter().map(|look| look.why).collect();
    assert_eq!(whys, [Why::Needless, Why::Changed]);
    let look = &told[1];
    assert_eq!(
        (look.was.as_str(), look.now.as_str(), look.local.as_str()),
        ("mardi 14 h", "mardi 10 h", "jeudi 9 h")
    );
    let mut kept = layer.clone();
    kept.keep(&look.touched, &changed);
    kept.reset(&told[0].touched);
    assert_eq!(looks(&kept, &changed), []);
    assert_eq!(apply(&changed, &kept).0.places[0].when, "jeudi 9 h");
}

#[test]
fn what_vanished_or_clashes_is_listed_and_never_breaks_the_kit() {
    let (_, layer) = local();
    let next = with(
        &content(),
        &[
            Edit::Delete(Element::Place("atelier".into())),
            Edit::Delete(Element::Cue("press".into())),
            Edit::append(&content(), Item::Step(step("ailleurs", "Ailleurs"))),
            Edit::Delete(Element::Step("relire".into())),
        ],
    );
    let next = with(
        &next,
        &[Edit::Rename {
            element: Element::Step("ailleurs".into()),
            id: "salle".to_owned(),
        }],
    );
    let told = looks(&layer, &next);
    let mut whys: Vec<_> = told
        .iter()
        .map(|look| (look.touched.clone(), look.why))
        .collect();
    whys.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(
        whys,
        [
            // Its list of steps lost one in the kit.
            (
                Touched::Field(Field::new(
                    Element::Persona("precise".into()),
                    Name::StepsTwo
                )),
                Why::Changed
            ),
            (Touched::Field(hours()), Why::Gone),
            (Touched::Hidden("relire".into()), Why::Gone),
            (
                Touched::Own(Element::Persona("chez-nous".into())),
                Why::Lost
            ),
            (Touched::Own(Element::Step("salle".into())), Why::Clash),
        ]
    );
    let (shown, _) = apply(&next, &layer);
    let admitted = crate::domain::validate::admit(shown.clone(), None);
    let errors: Vec<_> = admitted
        .problems
        .iter()
        .filter(|p| p.gravity == crate::domain::problem::Gravity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(
        shown
            .steps
            .iter()
            .filter(|s| s.id.as_str() == "salle")
            .count(),
        1
    );
}

#[test]
fn recording_again_keeps_what_has_no_place_and_what_needs_a_look() {
    let (_, layer) = local();
    // The kit changed one text, took one place, one step and one id away, and says one thing as here.
    let next = with(
        &content(),
        &[
            Edit::text(hours(), "mardi 10 h"),
            Edit::text(essence(), "Je veux apprendre ici."),
            Edit::Delete(Element::Cue("press".into())),
            Edit::append(&content(), Item::Step(step("ailleurs", "Ailleurs"))),
            Edit::Delete(Element::Step("relire".into())),
        ],
    );
    let next = with(
        &next,
        &[Edit::Rename {
            element: Element::Step("ailleurs".into()),
            id: "salle".to_owned(),
        }],
    );
    let without_place = with(&next, &[Edit::Delete(Element::Place("atelier".into()))]);
    for base in [&content(), &next, &without_place] {
        let told = looks(&layer, base);
        let (shown, _) = apply(base, &layer);
        let (again, left) = layer.record(base, &shown);
        assert_eq!((&again, left), (&layer, Vec::new()), "nothing was edited");
        let name = Field::new(Element::Persona("precise".into()), Name::Name);
        let edited = with(&shown, &[Edit::text(name.clone(), "Réponse d’ici")]);
        let (again, left) = layer.record(base, &edited);
        assert_eq!(left, []);
        assert_eq!(looks(&again, base), told);
        assert_eq!(again.overrides.len(), layer.overrides.len() + 1);
        assert_eq!(apply(base, &again).0, edited);
    }
    // What was edited again is what is wanted, and the kit's own change still needs a look.
    let (shown, _) = apply(&next, &layer);
    let edited = with(&shown, &[Edit::text(hours(), "samedi")]);
    let (again, _) = layer.record(&next, &edited);
    let look = looks(&again, &next);
    let look = look.iter().find(|l| l.touched == Touched::Field(hours()));
    assert_eq!(look.unwrap().local, "samedi");
    // What was put back as the kit has it is local no more.
    let edited = with(&shown, &[Edit::text(hours(), "mardi 10 h")]);
    let (again, _) = layer.record(&next, &edited);
    assert!(again.overrides.iter().all(|o| o.field != hours()));
    let (shown, _) = apply(&content(), &layer);
    let own = Element::Persona("chez-nous".into());
    let (again, _) = layer.record(&content(), &with(&shown, &[Edit::Delete(own)]));
    assert_eq!(again.own.len(), layer.own.len() - 1);
}

#[test]
fn agents_get_the_layer_or_the_kit_as_it_is() {
    let (edited, layer) = local();
    let kit = admit(content(), None).kit.unwrap();
    let dressed = over(&kit, &layer).unwrap();
    assert_eq!(dressed.personas.len(), edited.personas.len());
    assert!(
        dressed
            .steps
            .iter()
            .all(|step| step.id.as_str() != "relire")
    );
    // A layer that would break the kit is not put over it.
    let mut broken = layer;
    for persona in &mut broken.own {
        if let Item::Persona(persona) = persona {
            persona.name = String::new();
            persona.code = String::new();
        }
    }
    assert!(over(&kit, &broken).is_none());
}

#[test]
fn a_field_is_local_for_what_it_says_and_not_for_a_step_that_is_not_shown() {
    let (edited, layer) = local();
    let base = content();
    assert_eq!(hidden(&base, &edited), layer.hidden_steps);
    let compared = without(&base, &layer.hidden_steps);
    let (_, origins) = apply(&base, &layer);
    for element in [
        Element::Place("atelier".into()),
        Element::Persona("precise".into()),
        Element::Persona("pas-a-pas".into()),
    ] {
        for name in fields::names(&element) {
            let field = Field::new(element.clone(), *name);
            let told = origins
                .iter()
                .any(|o| o.touched == Touched::Field(field.clone()));
            let said = kit_value(&compared, &edited, &field);
            assert_eq!(said.is_some(), told, "{field}");
        }
    }
    assert!(is_own(&base, &Element::Persona("chez-nous".into())));
    assert!(may_fill(
        &base,
        &Field::new(Element::Persona("chez-nous".into()), Name::Code)
    ));
    assert!(!may_fill(
        &base,
        &Field::new(Element::Persona("pas-a-pas".into()), Name::Code)
    ));
}
