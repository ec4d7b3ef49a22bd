//! A small sound kit in which every kind of reference occurs, for the tests beside the code.
//!
//! It must never be part of the program: it is compiled under `cfg(test)` alone.

use std::collections::BTreeMap;

use crate::domain::kit::{
    Answer, Case, Condition, Confusion, Cue, CueLink, Deck, Expectation, Family, ItemRef,
    KitContent, Layer, Level, LinkRow, Persona, Place, Procedure, Question, QuestionRole, Rule,
    RuleEffect, Say, Source, Step, StepLists,
};
use crate::domain::vocab::{Channel, Label, Mode, Orientation, Severity, Theme};

pub(super) fn cue(id: &str, code: &str, family: &str, short: &str) -> Cue {
    Cue {
        id: id.into(),
        code: code.to_owned(),
        short: short.to_owned(),
        text: format!("{short}, en entier"),
        family: family.into(),
        channels: Channel::ALL.to_vec(),
        declared: false,
        deck: Deck::Short,
        noise: None,
        scored: true,
        excludes: Vec::new(),
    }
}

pub(super) fn persona(id: &str, code: &str, name: &str, layer: Layer) -> Persona {
    Persona {
        id: id.into(),
        code: code.to_owned(),
        name: name.to_owned(),
        layer,
        symbol: None,
        axes: None,
        share: BTreeMap::from([(Channel::Counter, 10.0), (Channel::Phone, 10.0)]),
        essence: format!("« {name} »"),
        motivations: vec!["avancer".to_owned(), "comprendre".to_owned()],
        obstacles: vec!["trop d’étapes".to_owned()],
        say: vec![Say {
            text: "« Une chose à la fois. »".to_owned(),
            channels: Channel::ALL.to_vec(),
        }],
        avoid: Vec::new(),
        mode: Some(Mode::DoTogether),
        steps: StepLists::default(),
        confused_with: Vec::new(),
        cues: Vec::new(),
        answers: Vec::new(),
        sources: Vec::new(),
        reviewed: Some("2026-11-01".to_owned()),
    }
}

pub(super) fn step(id: &str, title: &str) -> Step {
    Step {
        id: id.into(),
        title: title.to_owned(),
        detail: String::new(),
        mode: Mode::Answer,
        minutes: 2,
        channels: Channel::ALL.to_vec(),
        themes: Vec::new(),
        when: None,
        say: Vec::new(),
        note: String::new(),
    }
}

fn personas() -> Vec<Persona> {
    let mut one = persona("pas-a-pas", "PAS", "Pas à pas", Layer::Profile);
    one.cues = vec![
        ("cherche".into(), Level::Typical),
        ("hesite".into(), Level::Frequent),
    ];
    one.answers = vec![(
        "essaye".into(),
        vec![
            ("rien".into(), Level::Frequent),
            ("bloque".into(), Level::Rare),
        ],
    )];
    one.steps = StepLists {
        two_minutes: vec!["montrer".into()],
        ten_minutes: vec!["montrer".into(), "relire".into()],
        relay: vec!["orienter".into()],
    };
    one.confused_with = vec![Confusion {
        persona: "precise".into(),
        ask_yourself: "le geste est-il acquis ?".to_owned(),
    }];
    one.sources = vec!["F4".to_owned()];
    let mut two = persona("precise", "PRE", "Réponse précise", Layer::Profile);
    two.cues = vec![
        ("press".into(), Level::P(0.6)),
        ("cherche".into(), Level::Rare),
    ];
    two.answers = vec![("essaye".into(), vec![("bloque".into(), Level::Typical)])];
    two.steps.two_minutes = vec!["relire".into()];
    let mut three = persona("porte-parole", "POR", "Porte-parole", Layer::Situation);
    three.cues = vec![("hesite".into(), Level::Possible)];
    three.steps.ten_minutes = vec!["orienter".into()];
    vec![one, two, three]
}

fn rules() -> Vec<Rule> {
    vec![
        Rule {
            when: Condition::Any(vec![
                Condition::Cue("hesite".into()),
                Condition::Answer("essaye".into(), "bloque".into()),
            ]),
            then: vec![
                RuleEffect::Raise("porte-parole".into()),
                RuleEffect::AddStep("orienter".into()),
            ],
        },
        Rule {
            when: Condition::All(vec![
                Condition::Not(Box::new(Condition::Cue("press".into()))),
                Condition::Followed("pas-a-pas".into()),
            ]),
            then: vec![
                RuleEffect::HoldQuestion("essaye".into()),
                RuleEffect::Notice {
                    text: "Prenez le temps.".to_owned(),
                    severity: Severity::Info,
                },
            ],
        },
        Rule {
            when: Condition::Cue("press".into()),
            then: vec![RuleEffect::Ask("essaye".into())],
        },
    ]
}

fn cases() -> Vec<Case> {
    let case = |title: &str, cues: &[&str], top: &str| Case {
        title: title.to_owned(),
        channel: Channel::Counter,
        cues: cues.iter().map(|id| (*id).into()).collect(),
        not_cues: Vec::new(),
        answers: Vec::new(),
        expect: Expectation {
            label: vec![Label::Clear],
            top: vec![top.into()],
        },
        raises: Vec::new(),
        to_verify: Vec::new(),
    };
    let mut second = case("Pressée", &["press"], "precise");
    second.answers = vec![("essaye".into(), "bloque".into())];
    second.raises = vec!["porte-parole".into()];
    vec![case("Cherche", &["cherche", "hesite"], "pas-a-pas"), second]
}

/// Builds the kit.
pub(super) fn content() -> KitContent {
    let family = |id: &str, key, title: &str| Family {
        id: id.into(),
        key,
        title: title.to_owned(),
        relatedness: 0.5,
    };
    let mut hesite = cue("hesite", "C2", "confiance", "Hésite");
    hesite.excludes = vec!["press".into()];
    let mut orienter = step("orienter", "Donner l’adresse de l’atelier");
    orienter.when = Some(Condition::Cue("hesite".into()));
    KitContent {
        id: "essai".to_owned(),
        title: "Kit d’essai".to_owned(),
        version: "1".to_owned(),
        language: "fr".to_owned(),
        channels: Channel::ALL.to_vec(),
        openers: BTreeMap::from([(Channel::Phone, vec!["essaye".into()])]),
        uncertain_steps: vec!["relire".into()],
        families: vec![
            family("gestes", 'N', "Gestes"),
            family("confiance", 'C', "Confiance"),
            family("vide", 'E', "Sans indice"),
        ],
        sources: vec![Source {
            id: "F4".to_owned(),
            text: "Une enquête".to_owned(),
            url: "https://example.org".to_owned(),
        }],
        cues: vec![
            cue("cherche", "N1", "gestes", "Cherche ses gestes"),
            hesite,
            cue("press", "C3", "confiance", "A peu de temps"),
        ],
        questions: vec![Question {
            id: "essaye".into(),
            code: "Q1".to_owned(),
            ask: "Qu’avez-vous essayé ?".to_owned(),
            ask_phone: None,
            family: Some("gestes".into()),
            channels: Channel::ALL.to_vec(),
            cost: 1.0,
            availability: BTreeMap::new(),
            noise: None,
            role: QuestionRole::Inform,
            answers: ["rien", "bloque"]
                .map(|id| Answer {
                    id: id.into(),
                    text: id.to_owned(),
                    text_phone: None,
                })
                .to_vec(),
        }],
        personas: personas(),
        steps: vec![
            step("montrer", "Montrer le geste"),
            step("relire", "Relire"),
            orienter,
        ],
        places: vec![Place {
            id: "atelier".into(),
            name: "Atelier du mardi".to_owned(),
            kind: Orientation::DigitalMediation,
            offers: vec!["apprendre".to_owned()],
            when: "mardi 14 h".to_owned(),
            contact: "salle 2".to_owned(),
            bring: vec!["son téléphone".to_owned()],
            confirmed: Some("2026-11-02".to_owned()),
        }],
        procedures: vec![Procedure {
            id: "impots".into(),
            theme: Theme::Argent,
            title: "Déclarer ses revenus".to_owned(),
            site: None,
            documents: vec!["l’avis d’impôt".to_owned()],
            steps: vec!["montrer".into(), "relire".into()],
            other_way: "le formulaire papier".to_owned(),
            operator: String::new(),
            traps: Vec::new(),
            seen: Vec::new(),
            varies: None,
        }],
        rules: rules(),
        cases: cases(),
        links: vec![CueLink {
            version: 1,
            channel: Channel::Counter,
            child: ItemRef::Cue("cherche".into()),
            parent: ItemRef::Question("essaye".into()),
            rows: vec![LinkRow {
                given: "bloque".into(),
                persona: "pas-a-pas".into(),
                levels: vec![("oui".into(), Level::P(0.9))],
            }],
        }],
        ..KitContent::default()
    }
}

#[test]
fn the_small_kit_is_sound() {
    let admitted = crate::domain::validate::admit(content(), None);
    let errors: Vec<_> = admitted
        .problems
        .iter()
        .filter(|p| p.gravity == crate::domain::problem::Gravity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
