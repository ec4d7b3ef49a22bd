//! Every finding at its field.

use super::*;
use crate::domain::workshop::Kind;

/// Breaks something, and gives the field and gravity of every finding it brings.
#[track_caller]
fn findings(break_it: impl FnOnce(&mut KitContent)) -> Vec<(Field, Gravity)> {
    let mut before = desk();
    let known: Vec<_> = before.checked().findings.clone();
    let mut broken = content();
    break_it(&mut broken);
    let mut after = desk();
    after.replace(&broken, "");
    after
        .checked()
        .findings
        .iter()
        .filter(|f| !known.contains(f))
        .map(|f| (f.field.clone(), f.gravity))
        .collect()
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of breakages, read once")]
fn every_finding_stands_at_its_field() {
    let cue = || Element::Cue("press".into());
    let persona = || Element::Persona("pas-a-pas".into());
    let at = |element, name| Field::new(element, name);
    #[expect(clippy::type_complexity, reason = "a table of breakages, read once")]
    let broken: Vec<(Box<dyn FnOnce(&mut KitContent)>, Field)> = vec![
        (
            Box::new(|c| c.cues[2].short = "x".repeat(35)),
            at(cue(), Name::Short),
        ),
        (
            Box::new(|c| c.cues[2].text = "Dame âgée".to_owned()),
            at(cue(), Name::Text),
        ),
        (
            Box::new(|c| c.cues[2].channels.clear()),
            at(cue(), Name::Channels),
        ),
        (
            Box::new(|c| c.cues[2].code = "N1".to_owned()),
            at(cue(), Name::Code),
        ),
        (
            Box::new(|c| c.cues[2].noise = Some(2.0)),
            at(cue(), Name::Noise),
        ),
        (
            Box::new(|c| c.questions[0].answers[1].text = "Personne âgée".to_owned()),
            at(
                Element::Answer("essaye".into(), "bloque".into()),
                Name::Text,
            ),
        ),
        (
            Box::new(|c| c.questions[0].cost = 0.0),
            at(Element::Question("essaye".into()), Name::Cost),
        ),
        (
            Box::new(|c| c.questions[0].ask_phone = Some("Né le 3 mai 1950 ?".to_owned())),
            at(Element::Question("essaye".into()), Name::AskPhone),
        ),
        (
            Box::new(|c| c.personas[0].name = "n".repeat(29)),
            at(persona(), Name::Name),
        ),
        (
            Box::new(|c| c.personas[0].obstacles.push("o".repeat(95))),
            Field::line(persona(), Name::Obstacles, 1),
        ),
        (
            Box::new(|c| {
                c.personas[0].say.push(Say {
                    text: "Appelez le 06 39 98 12 34".to_owned(),
                    channels: Channel::ALL.to_vec(),
                });
            }),
            Field::line(persona(), Name::Say, 1),
        ),
        (
            Box::new(|c| c.personas[0].steps.relay.clear()),
            at(persona(), Name::StepsRelay),
        ),
        (
            Box::new(|c| c.personas[0].steps.relay.push("absente".into())),
            Field::line(persona(), Name::StepsRelay, 1),
        ),
        (
            Box::new(|c| {
                c.personas[0]
                    .cues
                    .push(("absent".into(), crate::domain::kit::Level::Rare));
            }),
            Field::cue_level("pas-a-pas".into(), "absent".into()),
        ),
        (
            Box::new(|c| {
                c.personas[0].answers[0]
                    .1
                    .push(("absente".into(), crate::domain::kit::Level::Rare));
            }),
            Field::answer_level("pas-a-pas".into(), "essaye".into(), "absente".into()),
        ),
        (
            Box::new(|c| c.personas[0].share.clear()),
            at(persona(), Name::Share),
        ),
        (
            Box::new(|c| c.personas[0].reviewed = Some("2024-01-01".to_owned())),
            at(persona(), Name::Reviewed),
        ),
        (
            Box::new(|c| c.steps[0].title = "t".repeat(71)),
            at(Element::Step("montrer".into()), Name::Title),
        ),
        (
            Box::new(|c| c.steps[2].when = Some(Condition::Any(Vec::new()))),
            at(Element::Step("orienter".into()), Name::When),
        ),
        (
            Box::new(|c| c.places[0].confirmed = Some("2020-01-01".to_owned())),
            at(Element::Place("atelier".into()), Name::Confirmed),
        ),
        (
            Box::new(|c| c.places[0].contact = "Mme Durand, 06 39 98 12 34".to_owned()),
            at(Element::Place("atelier".into()), Name::Contact),
        ),
        (
            Box::new(|c| c.procedures[0].documents[0] = "le dossier de a.b@example.org".to_owned()),
            Field::line(Element::Procedure("impots".into()), Name::Documents, 0),
        ),
        (
            Box::new(|c| c.places[0].offers[0] = "écrire à a.b@example.org".to_owned()),
            Field::line(Element::Place("atelier".into()), Name::Offers, 0),
        ),
        (
            Box::new(|c| c.cases[0].title = "Rappeler au 06 39 98 12 34".to_owned()),
            at(Element::Case(0), Name::Title),
        ),
        (
            Box::new(|c| c.rules[1].then.clear()),
            at(Element::Rule(1), Name::Then),
        ),
        (
            Box::new(|c| {
                if let RuleEffect::Notice { text, .. } = &mut c.rules[1].then[1] {
                    "Écrire à a.b@example.org".clone_into(text);
                }
            }),
            Field::line(Element::Rule(1), Name::Then, 1),
        ),
        (
            Box::new(|c| c.cases[0].expect.top = vec!["absent".into()]),
            Field::line(Element::Case(0), Name::ExpectTop, 0),
        ),
        (
            Box::new(|c| c.families[1].relatedness = 2.0),
            at(Element::Family("confiance".into()), Name::Relatedness),
        ),
        (
            Box::new(|c| c.families[2].key = 'P'),
            at(Element::Family("vide".into()), Name::Key),
        ),
        (
            Box::new(|c| c.families[2].title = "t\u{200b}".to_owned()),
            at(Element::Family("vide".into()), Name::Title),
        ),
        (
            Box::new(|c| c.sources[0].text = "s\u{200b}".to_owned()),
            at(Element::Source("F4".to_owned()), Name::Text),
        ),
        (
            Box::new(|c| c.levels.rare = 0.9),
            at(Element::Manifest, Name::LevelPossible),
        ),
        (
            Box::new(|c| c.engine.clear = 2.0),
            at(Element::Manifest, Name::EngineClear),
        ),
        (
            Box::new(|c| c.review_by = Some("demain".to_owned())),
            at(Element::Manifest, Name::ReviewBy),
        ),
        (
            Box::new(|c| c.channels.clear()),
            at(Element::Manifest, Name::Channels),
        ),
        (
            Box::new(|c| c.uncertain_steps.push("absente".into())),
            Field::line(Element::Manifest, Name::UncertainSteps, 1),
        ),
    ];
    for (break_it, field) in broken {
        let found = findings(break_it);
        assert!(
            found.iter().any(|(at, _)| at == &field),
            "{field}: {found:#?}"
        );
    }
}

#[test]
fn the_same_words_in_two_places_are_told_at_each() {
    let found = findings(|c| {
        let answers = &mut c.questions[0].answers;
        for answer in answers.iter_mut() {
            "Personne âgée".clone_into(&mut answer.text);
        }
        answers[1].text_phone = Some("Personne âgée".to_owned());
        c.personas[0].obstacles = vec!["o".repeat(95), "o".repeat(95)];
    });
    let answer = |id: &str, name| Field::new(Element::Answer("essaye".into(), id.into()), name);
    let persona = || Element::Persona("pas-a-pas".into());
    for field in [
        answer("rien", Name::Text),
        answer("bloque", Name::Text),
        answer("bloque", Name::TextPhone),
        Field::line(persona(), Name::Obstacles, 0),
        Field::line(persona(), Name::Obstacles, 1),
    ] {
        let told = found.iter().filter(|(at, _)| *at == field).count();
        assert_eq!(told, 1, "{field}: {found:#?}");
    }
}

#[test]
fn findings_are_sorted_counted_and_found_by_field() {
    let mut desk = desk();
    desk.apply(Edit::text(short(), &"x".repeat(40))).unwrap();
    let label = short();
    let checked = desk.checked();
    assert!(
        checked
            .findings
            .windows(2)
            .all(|two| two[0].gravity <= two[1].gravity)
    );
    assert_eq!(checked.count(Gravity::Error), 1);
    assert!(!checked.is_sound());
    let of: Vec<_> = checked.of_field(&label).collect();
    assert_eq!(of.len(), 1);
    assert_eq!(of[0].label(), "à corriger");
    assert_eq!(
        of[0].cure,
        "Raccourcissez l’étiquette\u{202f}; la phrase entière a son propre champ."
    );
    assert_eq!(checked.of_element(&label.element).count(), 1);
    let kit = checked.kit.clone().unwrap();
    assert!(kit.cue("press").is_none(), "agents would not get it");
}

#[test]
fn findings_follow_the_order_of_the_kit_and_are_summed_up_by_element() {
    let mut broken = content();
    broken.personas[1].name = "n".repeat(29);
    broken.questions[0].answers[1].text = "Personne âgée".to_owned();
    broken.questions[0].answers[0].text = "Dame âgée".to_owned();
    broken.questions[0].cost = 0.0;
    broken.cues[2].short = "x".repeat(35);
    broken.cues[0].text = "Dame âgée".to_owned();
    broken.places[0].confirmed = Some("2020-01-01".to_owned());
    let mut desk = desk();
    desk.replace(&broken, "");
    let checked = desk.checked();
    let order: Vec<(Gravity, String)> = checked
        .findings
        .iter()
        .filter(|f| {
            matches!(
                f.field.element.kind(),
                Kind::Cue | Kind::Question | Kind::Answer
            )
        })
        .map(|f| (f.gravity, f.field.key()))
        .collect();
    let told = |gravity, key: &str| (gravity, key.to_owned());
    assert_eq!(
        order,
        [
            told(Gravity::Error, "cues/cherche/text"),
            told(Gravity::Error, "cues/press/short"),
            told(Gravity::Error, "questions/essaye/cost"),
            told(Gravity::Warning, "answers/essaye/rien/text"),
            told(Gravity::Warning, "answers/essaye/bloque/text"),
        ]
    );
    let summary = |kinds: &[Kind]| {
        let all = checked.summary(&broken, kinds);
        (all.elements, all.to_correct, all.to_reread)
    };
    assert_eq!(summary(&[Kind::Cue]), (3, 2, 0));
    assert_eq!(
        summary(&[Kind::Question]),
        (1, 1, 0),
        "once, answers and all"
    );
    assert_eq!(summary(&[Kind::Place, Kind::Procedure]), (2, 0, 1));
    assert_eq!(summary(&[Kind::Rule, Kind::Case]), (5, 0, 0));
    assert_eq!(summary(&[]), (0, 0, 0));
    let persona = Element::Persona("precise".into());
    assert!(
        checked
            .of_element(&persona)
            .any(|f| f.field.name == Name::Name)
    );
}
