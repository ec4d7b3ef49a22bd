//! What the validator says about content, wherever it comes from.

use reflexe_personas::domain::problem::{Gravity, Section};
use reflexe_personas::domain::validate::{Admission, admit};
use reflexe_personas::domain::vocab::Channel;
use reflexe_personas::store::kit_file::parse_bundle;

use reflexe_personas::domain::kit::{CueLink, Deck, ItemRef, KitContent, Level, LinkRow};

use super::{SMALL, small};

fn judged(change: impl FnOnce(&mut KitContent)) -> Admission {
    let mut content = small().kit.unwrap().content().clone();
    change(&mut content);
    admit(content, Some("2026-11-24"))
}

#[track_caller]
fn says(admission: &Admission, gravity: Gravity, fragment: &str) {
    let found = admission
        .problems
        .iter()
        .any(|p| p.gravity == gravity && p.message.contains(fragment) && !p.cure.is_empty());
    assert!(found, "{:#?}", admission.problems);
}

#[test]
fn sound_content_has_no_problem() {
    let admission = judged(|_| {});
    assert!(admission.problems.is_empty(), "{:#?}", admission.problems);
}

#[test]
fn unusable_manifests_give_no_kit() {
    type Change = fn(&mut KitContent);
    let faults: [(Change, &str); 6] = [
        (|k| k.channels.clear(), "aucun canal"),
        (|k| k.levels.rare = 0.01, "ne dépasse pas"),
        (|k| k.levels.typical = 1.0, "entre 0 et 1"),
        (|k| k.engine.temper = 0.0, "temper"),
        (|k| k.engine.noise_floor = f64::NAN, "noise_floor"),
        (|k| k.id = "Mon kit".to_owned(), "mal formé"),
    ];
    for (fault, fragment) in faults {
        let admission = judged(fault);
        assert!(admission.kit.is_none(), "{fragment}");
        says(&admission, Gravity::Error, fragment);
    }
}

#[test]
fn no_profile_no_kit() {
    let admission = judged(|k| k.personas.clear());
    assert!(admission.kit.is_none());
}

#[test]
fn rows_are_judged_as_a_whole() {
    let row = |levels: [Level; 2]| {
        judged(move |k| {
            let row = &mut k.personas[0].answers[0].1;
            row[0].1 = levels[0];
            row[1].1 = levels[1];
        })
    };
    says(&row([Level::P(0.0), Level::P(0.0)]), Gravity::Error, "zéro");
    says(
        &row([Level::P(0.5), Level::P(0.6)]),
        Gravity::Warning,
        "au lieu de 1",
    );
    says(
        &row([Level::P(f64::NAN), Level::P(0.6)]),
        Gravity::Error,
        "probabilité",
    );
    assert!(row([Level::P(0.4), Level::P(0.6)]).problems.is_empty());
    assert!(row([Level::P(0.9), Level::Typical]).problems.is_empty());
    assert!(row([Level::P(0.0), Level::P(1.0)]).problems.is_empty());
}

#[test]
fn shares_are_judged_by_layer() {
    says(
        &judged(|k| {
            k.personas[0]
                .share
                .retain(|channel, _| *channel == Channel::Counter);
        }),
        Gravity::Error,
        "part positive",
    );
    says(
        &judged(|k| k.personas[2].share.extend([(Channel::Phone, 101.0)])),
        Gravity::Error,
        "pourcentage",
    );
    assert!(judged(|k| k.personas[2].share.clear()).problems.is_empty());
}

#[test]
fn cases_that_contradict_themselves_are_found() {
    says(
        &judged(|k| k.cases[0].not_cues.push("parle-pour-autrui".into())),
        Gravity::Error,
        "observé et nié",
    );
    says(
        &judged(|k| k.cases[0].cues.push("parle-pour-soi".into())),
        Gravity::Error,
        "s’excluent",
    );
}

/// The small kit with a sound link, and what one makes of both.
fn linked(change: impl FnOnce(&mut KitContent)) -> Admission {
    judged(|content| {
        content.links = vec![CueLink {
            version: 1,
            channel: Channel::Counter,
            child: ItemRef::Cue("partage-telephone".into()),
            parent: ItemRef::Cue("sans-ordinateur".into()),
            rows: vec![LinkRow {
                given: "oui".into(),
                persona: "pas-a-pas".into(),
                levels: vec![("oui".into(), Level::Frequent)],
            }],
        }];
        change(content);
    })
}

#[test]
fn links_are_judged_one_by_one_and_together() {
    type Change = fn(&mut KitContent);

    let sound = linked(|_| {});
    assert!(sound.problems.is_empty(), "{:#?}", sound.problems);
    assert_eq!(sound.kit.unwrap().links.len(), 1);
    let faults: [(Change, &str); 9] = [
        (|k| k.links[0].version = 2, "version 2"),
        (
            |k| k.links[0].child = ItemRef::Cue("partage".into()),
            "L’indice",
        ),
        (
            |k| k.links[0].parent = ItemRef::Question("aide".into()),
            "La question",
        ),
        (
            |k| k.cues[1].channels = vec![Channel::Phone],
            "sur ce canal",
        ),
        (
            |k| k.links[0].rows[0].given = "souvent".into(),
            "pas une réponse",
        ),
        (
            |k| {
                k.links[0].parent = ItemRef::Question("aide-souhaitee".into());
                k.links[0].rows[0].given = "oui".into();
            },
            "de «\u{a0}aide-souhaitee\u{a0}»",
        ),
        (
            |k| k.links[0].rows[0].levels[0].1 = Level::P(1.5),
            "ne forment pas des probabilités",
        ),
        (
            |k| {
                let mut other = k.links[0].clone();
                other.parent = ItemRef::Cue("parle-pour-soi".into());
                k.links.push(other);
            },
            "dépend déjà",
        ),
        (
            |k| {
                let mut back = k.links[0].clone();
                std::mem::swap(&mut back.child, &mut back.parent);
                k.links.push(back);
            },
            "tournent en rond",
        ),
    ];
    for (fault, fragment) in faults {
        says(&linked(fault), Gravity::Error, fragment);
    }
}

#[test]
fn what_hangs_on_a_faulty_element_goes_quietly() {
    let admission = judged(|k| k.cues[2].channels.clear());
    assert_eq!(admission.problems.len(), 1, "{:#?}", admission.problems);
    let kit = admission.kit.unwrap();
    assert_eq!(
        (kit.cues.len(), kit.rules.len(), kit.cases.len()),
        (3, 1, 0)
    );
    assert!(
        kit.step("verifier-mandat").is_none(),
        "its condition names the lost cue"
    );
    assert!(kit.persona("porte-parole").unwrap().cues.is_empty());
}

#[test]
fn stale_places_are_noticed_only_with_a_date() {
    let stale = |k: &mut KitContent| k.places[0].confirmed = Some("2026-05-23".to_owned());
    says(&judged(stale), Gravity::Warning, "six mois");
    let fresh = |k: &mut KitContent| k.places[0].confirmed = Some("2026-05-24".to_owned());
    assert!(judged(fresh).problems.is_empty());
    let mut content = small().kit.unwrap().content().clone();
    stale(&mut content);
    assert!(admit(content, None).problems.is_empty());
}

#[test]
fn hidden_characters_are_removed_and_told() {
    let text = SMALL.replace("name: \"Relais\"", "name: \"Re\u{202e}lais\u{200b}\"");
    let loaded = parse_bundle(&text, "kit.ron", None);
    let finding = loaded.findings.first().unwrap();
    assert_eq!(finding.severity, Gravity::Warning);
    let line = text.lines().position(|l| l.contains('\u{202e}')).unwrap() + 1;
    assert_eq!(finding.line, line);
    assert_eq!(
        loaded.kit.unwrap().persona("relais").unwrap().name,
        "Relais"
    );
}

#[test]
fn first_screen_has_two_cues_a_family() {
    says(
        &judged(|k| k.cues[0].deck = Deck::Full),
        Gravity::Warning,
        "au lieu de 2",
    );
}

#[test]
fn missing_texts_are_not_errors() {
    let admission = judged(|k| {
        for cue in &mut k.cues {
            cue.short.clear();
            cue.text.clear();
        }
        k.title.clear();
    });
    assert!(admission.problems.is_empty(), "{:#?}", admission.problems);
}

#[test]
fn problems_come_section_by_section() {
    let admission = judged(|k| {
        k.personas[1].sources.push("F9".to_owned());
        k.cues[1].code = "E1".to_owned();
        k.steps[0].channels.clear();
    });
    let sections: Vec<_> = admission.problems.iter().map(|p| p.place.section).collect();
    assert_eq!(sections, [Section::Cues, Section::Personas, Section::Steps]);
}

#[test]
fn french_typography_is_applied_on_the_way_in() {
    let text = include_str!("../../fixtures/kits/small.ron");
    let kit = reflexe_personas::store::kit_file::parse_bundle(text, "small.ron", None)
        .kit
        .unwrap();
    let mut content = kit.content().clone();
    content.language = "fr".to_owned();
    content.cues[0].text = "Dit : « c'est l'heure ? »".to_owned();
    let admitted = reflexe_personas::domain::validate::admit(content, None)
        .kit
        .unwrap();
    assert_eq!(
        admitted.cues[0].text,
        "Dit\u{a0}: «\u{202f}c’est l’heure\u{202f}?\u{202f}»"
    );
}
