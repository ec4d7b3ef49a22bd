//! A persona taken out of a small kit, and put in others.

use super::*;
use crate::domain::kit::Level;
use crate::domain::problem::Gravity;
use crate::domain::validate::admit;
use crate::domain::workshop::levels::{About, level};
use crate::domain::workshop::testing::content;

fn errors(content: &KitContent) -> Vec<String> {
    let problems = admit(content.clone(), None).problems;
    let errors = problems.into_iter().filter(|p| p.gravity == Gravity::Error);
    errors
        .map(|p| format!("{} {}", p.place.path(), p.message))
        .collect()
}

#[test]
fn a_persona_comes_out_with_what_it_needs_and_no_more() {
    let single = extract(&content(), &"pas-a-pas".into()).unwrap();
    assert_eq!(errors(&single), [] as [String; 0]);
    let ids = |kind| -> Vec<String> { named(&single, kind).iter().map(Element::id).collect() };
    assert_eq!(ids(Kind::Persona), ["pas-a-pas"]);
    assert_eq!(ids(Kind::Cue), ["cherche", "hesite"]);
    assert_eq!(ids(Kind::Step), ["montrer", "relire", "orienter"]);
    assert_eq!(ids(Kind::Question), ["essaye"]);
    assert_eq!(ids(Kind::Family), ["gestes", "confiance"]);
    assert_eq!(ids(Kind::Source), ["F4"]);
    assert!(single.rules.is_empty() && single.cases.is_empty() && single.places.is_empty());
    assert!(
        single.personas[0].confused_with.is_empty(),
        "its neighbour stays behind"
    );
    assert!(single.cues[1].excludes.is_empty());

    let situation = extract(&content(), &"porte-parole".into()).unwrap();
    assert_eq!(situation.rules.len(), 1, "what declares it comes with it");
    assert_eq!(situation.rules[0].then.len(), 1);
    assert_eq!(situation.questions.len(), 1);
    assert!(extract(&content(), &"absent".into()).is_err());
}

#[test]
fn a_persona_goes_into_a_kit_that_knows_nothing_of_it() {
    let single = extract(&content(), &"pas-a-pas".into()).unwrap();
    let mut other = content();
    for element in [
        Element::Persona("pas-a-pas".into()),
        Element::Cue("cherche".into()),
        Element::Step("montrer".into()),
        Element::Question("essaye".into()),
    ] {
        apply(&mut other, &Edit::Delete(element)).unwrap();
    }
    // A code that the other kit gives to something else.
    other.cues[0].code = "N1".to_owned();
    let insertion = insert(&other, &single, &BTreeMap::new()).unwrap();
    assert_eq!(insertion.clashes.len(), 1, "{:#?}", insertion.clashes);
    assert_eq!(insertion.clashes[0].element, Element::Cue("hesite".into()));
    let mut after = other.clone();
    let back = apply(&mut after, &insertion.edit).unwrap();
    assert_eq!(errors(&after), [] as [String; 0]);
    let came = after
        .personas
        .iter()
        .find(|p| p.id.as_str() == "pas-a-pas")
        .unwrap();
    assert_eq!(
        level(came, &About::Cue("cherche".into())),
        Some(Level::Typical)
    );
    assert_eq!(came.answers.len(), 1);
    assert_eq!(after.cues.last().unwrap().code, "N2");
    apply(&mut after, &back).unwrap();
    assert_eq!(after, other);
}

#[test]
fn ids_that_clash_are_told_and_settled_as_chosen() {
    let mut single = extract(&content(), &"pas-a-pas".into()).unwrap();
    single.cues[0].short = "Cherche ailleurs".to_owned();
    single.personas[0].essence = "Autre".to_owned();
    single.questions[0].answers[1].text = "bloqué net".to_owned();
    let kit = content();
    let of = |choices: &[(Element, Choice)]| {
        let choices = choices.iter().cloned().collect();
        let insertion = insert(&kit, &single, &choices).unwrap();
        let mut after = kit.clone();
        apply(&mut after, &insertion.edit).unwrap();
        assert_eq!(errors(&after), [] as [String; 0]);
        (after, insertion)
    };
    let cue = Element::Cue("cherche".into());
    let persona = Element::Persona("pas-a-pas".into());
    let question = Element::Question("essaye".into());

    let (after, insertion) = of(&[]);
    let told: Vec<_> = insertion
        .clashes
        .iter()
        .map(|c| (&c.element, c.choice))
        .collect();
    assert!(told.contains(&(&cue, Choice::Keep)));
    assert!(told.contains(&(&persona, Choice::Rename)));
    assert_eq!(after.personas.last().unwrap().id.as_str(), "pas-a-pas-2");
    assert_eq!(after.personas.last().unwrap().code, "PAS2");
    assert_eq!(after.cues, kit.cues);

    let (after, _) = of(&[
        (cue.clone(), Choice::Rename),
        (persona.clone(), Choice::Replace),
        (question, Choice::Replace),
    ]);
    assert_eq!(after.personas.len(), 3);
    assert_eq!(after.personas[0].essence, "Autre");
    assert_eq!(after.cues.last().unwrap().id.as_str(), "cherche-2");
    assert_eq!(
        level(&after.personas[0], &About::Cue("cherche-2".into())),
        Some(Level::Typical)
    );
    assert_eq!(after.questions[0].answers[1].text, "bloqué net");

    let (after, _) = of(&[(cue, Choice::Replace), (persona, Choice::Keep)]);
    assert_eq!(after.cues[0].short, "Cherche ailleurs");
    assert_eq!(after.cues[0].code, "N1");
    assert_eq!(after.personas, kit.personas);
}

#[test]
fn a_persona_put_back_where_it_came_from_changes_nothing() {
    let kit = content();
    let single = extract(&kit, &"porte-parole".into()).unwrap();
    let choices = named(&single, Kind::Persona)
        .into_iter()
        .map(|e| (e, Choice::Keep))
        .collect();
    let insertion = insert(&kit, &single, &choices).unwrap();
    assert!(
        insertion.brought.iter().all(|b| b == "règle"),
        "{:?}",
        insertion.brought
    );
}

#[test]
fn what_was_there_stays_as_it_was_right_or_wrong() {
    let mut single = extract(&content(), &"pas-a-pas".into()).unwrap();
    single.personas[0].essence = "Autre".to_owned();
    single.personas[0].sources.push("F9".to_owned());
    let mut kit = content();
    kit.sources.clear();
    // Mentions of nothing, which the kit's own check tells.
    kit.personas[1].sources.push("F7".to_owned());
    kit.personas[1].cues.push(("absent".into(), Level::Rare));
    kit.rules[2].when = crate::domain::kit::Condition::Cue("absent".into());
    kit.cases[1].cues = vec!["absent".into()];
    kit.uncertain_steps.push("absente".into());
    let insertion = insert(&kit, &single, &BTreeMap::new()).unwrap();
    let mut after = kit.clone();
    apply(&mut after, &insertion.edit).unwrap();
    let came = after.personas.pop().unwrap();
    assert_eq!(
        came.sources,
        ["F4"],
        "the source that came with it, and no other"
    );
    after.sources.clear();
    assert_eq!(after, kit);
}
