//! Writing then reading gives the same content, and the same bytes each time.

use std::collections::BTreeMap;

use proptest::prelude::*;
use reflexe_personas::domain::ids::{CueId, FamilyId, PersonaId, QuestionId, StepId};
use reflexe_personas::domain::kit::{
    Answer, Axes, Case, Condition, Cue, CueLink, Deck, Expectation, Family, ItemRef, KitContent,
    Layer, Level, LinkRow, PageSeen, Persona, Place, Procedure, Question, QuestionRole, Rule,
    RuleEffect, Say, Source, Step, StepLists,
};
use reflexe_personas::domain::vocab::{Channel, Label, Mode, Orientation, Severity, Theme};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::kit_file::{load, parse_bundle, write_bundle, write_folder};

use super::{repository, small};

#[track_caller]
fn round_trips(content: &KitContent) {
    let text = write_bundle(content).unwrap();
    let loaded = parse_bundle(&text, "kit.ron", None);
    let kit = loaded
        .kit
        .unwrap_or_else(|| panic!("{:#?}\n{text}", loaded.findings));
    assert_eq!(kit.content(), content, "{:#?}\n{text}", loaded.findings);
    assert_eq!(write_bundle(kit.content()).unwrap(), text, "bytes differ");
}

#[test]
fn small_kit_round_trips() {
    round_trips(small().kit.unwrap().content());
}

/// Found by the fuzzer: an escape wrote what the file itself could not hold.
#[test]
fn an_escaped_line_end_is_one_like_the_others() {
    let text = write_bundle(small().kit.unwrap().content()).unwrap();
    for (was, becomes) in [
        (
            "Dit ne pas avoir d’ordinateur",
            "Dit ne pas\\r\\navoir\\rd’ordinateur",
        ),
        ("Petit kit d’essai", "Petit\\rkit"),
    ] {
        let escaped = text.replacen(was, becomes, 1);
        assert_ne!(escaped, text);
        let kit = parse_bundle(&escaped, "kit.ron", None).kit.unwrap();
        assert!(!format!("{:?}", kit.content()).contains("\\r"), "{becomes}");
        round_trips(kit.content());
    }
}

#[test]
fn folder_round_trips() {
    let content = small().kit.unwrap().content().clone();
    let folder = tempfile::tempdir().unwrap();
    write_folder(&RealDisk, &content, folder.path()).unwrap();
    let loaded = load(folder.path(), None).unwrap();
    assert!(loaded.findings.is_empty(), "{:#?}", loaded.findings);
    assert_eq!(loaded.kit.unwrap().content(), &content);
}

/// They were written in a file that no folder was read with.
#[test]
fn links_of_a_folder_are_read_and_those_taken_out_stay_out() {
    let mut content = small().kit.unwrap().content().clone();
    let folder = tempfile::tempdir().unwrap();
    let row = LinkRow {
        given: "oui".into(),
        persona: "pas-a-pas".into(),
        levels: vec![("oui".into(), Level::Frequent)],
    };
    content.links = vec![CueLink {
        version: 1,
        channel: Channel::Counter,
        child: ItemRef::Cue("partage-telephone".into()),
        parent: ItemRef::Cue("sans-ordinateur".into()),
        rows: vec![row],
    }];
    let goes_round = |content: &KitContent| {
        write_folder(&RealDisk, content, folder.path()).unwrap();
        let loaded = load(folder.path(), None).unwrap();
        assert!(loaded.findings.is_empty(), "{:#?}", loaded.findings);
        assert_eq!(loaded.kit.unwrap().content(), content);
    };
    goes_round(&content);
    content.links.clear();
    goes_round(&content);
}

#[test]
fn reference_kits_round_trip() {
    for name in [
        "personas/usagers-numeriques",
        "tests/fixtures/kits/content-levels.ron",
    ] {
        let path = repository().join(name);
        if path.join("kit.ron").exists() || path.is_file() {
            round_trips(load(&path, None).unwrap().kit.unwrap().content());
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    "[a-zA-Zéèàçœ’«» \u{a0}\\\\\"#/()\\[\\]{},:;0-9\n-]{0,40}"
}

fn channels() -> impl Strategy<Value = Vec<Channel>> {
    prop::sample::subsequence(Channel::ALL.to_vec(), 1..=2)
}

fn any_of<T: Copy + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![
        Just(Level::VeryRare),
        Just(Level::Rare),
        Just(Level::Possible),
        Just(Level::Frequent),
        Just(Level::Typical),
        (0.001..=1.0_f64).prop_map(Level::P),
    ]
}

fn condition() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        Just(Condition::Cue(CueId::new("c-0"))),
        Just(Condition::NotCue(CueId::new("c-1"))),
        Just(Condition::Answer(QuestionId::new("q-0"), "1-a".into())),
        Just(Condition::Followed(PersonaId::new("p-0"))),
        Just(Condition::Setting("aidants-connect".to_owned())),
        any_of(Channel::ALL).prop_map(Condition::Channel),
        any_of(Theme::ALL).prop_map(Condition::Theme),
    ];
    leaf.prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::Any),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::All),
            inner.prop_map(|c| Condition::Not(Box::new(c))),
        ]
    })
}

fn cue(index: usize) -> impl Strategy<Value = Cue> {
    (
        text(),
        channels(),
        any::<[bool; 3]>(),
        prop::option::of(0.0..=1.0_f64),
    )
        .prop_map(
            move |(text, channels, [declared, short, scored], noise)| Cue {
                id: CueId::new(&format!("c-{index}")),
                code: format!("C{index}"),
                short: text.chars().take(34).collect(),
                text,
                family: FamilyId::new("f"),
                channels,
                declared,
                deck: if short { Deck::Short } else { Deck::Full },
                noise,
                scored,
                excludes: if index == 2 {
                    vec![CueId::new("c-3")]
                } else {
                    Vec::new()
                },
            },
        )
}

fn question() -> impl Strategy<Value = Question> {
    (
        text(),
        prop::option::of(text()),
        channels(),
        0.1..9.0_f64,
        any::<bool>(),
    )
        .prop_map(|(ask, phone, channels, cost, offer)| Question {
            id: QuestionId::new("q-0"),
            code: "Q1".to_owned(),
            ask,
            ask_phone: phone.clone(),
            family: offer.then(|| FamilyId::new("f")),
            availability: channels.iter().map(|c| (*c, 0.5)).collect(),
            channels,
            cost,
            noise: None,
            role: if offer {
                QuestionRole::Offer
            } else {
                QuestionRole::Inform
            },
            answers: ["1-a", "b"]
                .map(|id| Answer {
                    id: id.into(),
                    text: id.to_owned(),
                    text_phone: phone.clone(),
                })
                .to_vec(),
        })
}

fn persona() -> impl Strategy<Value = Persona> {
    (
        text(),
        [level(), level()],
        any_of(Mode::ALL),
        channels(),
        0.001..99.0_f64,
        0..=4_u8,
    )
        .prop_map(|(words, [one, two], mode, channels, share, axis)| Persona {
            id: PersonaId::new("p-0"),
            code: "PPP".to_owned(),
            name: words.clone(),
            layer: Layer::Profile,
            symbol: Some(words.clone()),
            axes: Some(Axes {
                aptitude: axis,
                confidence: 4 - axis,
                ..Axes::default()
            }),
            share: BTreeMap::from([(Channel::Counter, share), (Channel::Phone, 1.0)]),
            essence: words.clone(),
            motivations: vec![words.clone()],
            obstacles: Vec::new(),
            say: vec![Say {
                text: words,
                channels,
            }],
            avoid: Vec::new(),
            mode: Some(mode),
            steps: StepLists {
                two_minutes: vec![StepId::new("s-0")],
                ..StepLists::default()
            },
            confused_with: Vec::new(),
            cues: vec![(CueId::new("c-1"), one), (CueId::new("c-0"), two)],
            answers: vec![(
                QuestionId::new("q-0"),
                vec![("b".into(), two), ("1-a".into(), one)],
            )],
            sources: vec!["F4".to_owned()],
            reviewed: Some("2024-02-29".to_owned()),
        })
}

fn support() -> impl Strategy<Value = (Step, Place, Procedure, Rule, Case)> {
    (
        text(),
        condition(),
        any_of(Theme::ALL),
        any_of(Orientation::ALL),
        any_of(Severity::ALL),
        any_of(Label::ALL),
        0..90_u32,
    )
        .prop_map(
            |(words, condition, theme, kind, severity, label, minutes)| {
                let step = Step {
                    id: StepId::new("s-0"),
                    title: words.clone(),
                    detail: words.clone(),
                    mode: Mode::DoTogether,
                    minutes,
                    channels: vec![Channel::Phone],
                    themes: vec![theme],
                    when: (minutes > 40).then(|| condition.clone()),
                    say: Vec::new(),
                    note: words.clone(),
                };
                let place = Place {
                    id: "l-0".into(),
                    name: words.clone(),
                    kind,
                    offers: vec![words.clone()],
                    when: words.clone(),
                    contact: words.clone(),
                    bring: Vec::new(),
                    confirmed: None,
                };
                let procedure = Procedure {
                    id: "d-0".into(),
                    theme,
                    title: words.clone(),
                    site: Some(words.clone()),
                    documents: vec![words.clone()],
                    steps: vec![StepId::new("s-0")],
                    other_way: words.clone(),
                    operator: words.clone(),
                    traps: vec![words.clone()],
                    seen: vec![PageSeen {
                        url: words.clone(),
                        on: "2026-11-24".to_owned(),
                    }],
                    varies: (minutes > 20).then(|| words.clone()),
                };
                let notice = RuleEffect::Notice {
                    text: words.clone(),
                    severity,
                };
                let rule = Rule {
                    when: condition,
                    then: vec![
                        notice,
                        RuleEffect::AddStep(StepId::new("s-0")),
                        RuleEffect::HideMode(Mode::DoFor),
                    ],
                };
                let case = Case {
                    title: words,
                    channel: Channel::Phone,
                    cues: vec![CueId::new("c-0")],
                    not_cues: vec![CueId::new("c-1")],
                    answers: vec![(QuestionId::new("q-0"), "b".into())],
                    expect: Expectation {
                        label: vec![label],
                        top: vec![PersonaId::new("p-0")],
                    },
                    raises: Vec::new(),
                    to_verify: Vec::new(),
                };
                (step, place, procedure, rule, case)
            },
        )
}

fn link(probability: f64) -> CueLink {
    CueLink {
        version: 1,
        channel: Channel::Phone,
        child: ItemRef::Cue(CueId::new("c-0")),
        parent: ItemRef::Question(QuestionId::new("q-0")),
        rows: vec![LinkRow {
            given: "b".into(),
            persona: PersonaId::new("p-0"),
            levels: vec![("oui".into(), Level::P(probability))],
        }],
    }
}

prop_compose! {
    fn content()(
        cues in [cue(0), cue(1), cue(2), cue(3)],
        question in question(),
        persona in persona(),
        (step, place, procedure, rule, case) in support(),
        words in text(),
        relatedness in 0.0..=1.0_f64,
    ) -> KitContent {
        let question_on_phone = question.channels.contains(&Channel::Phone);
        let cue_on_phone = cues[0].channels.contains(&Channel::Phone);
        KitContent {
            id: "essai".to_owned(),
            title: words.clone(),
            version: "1".to_owned(),
            // French typography would mend the arbitrary texts on the way in.
            language: "en".to_owned(),
            owner: words.clone(),
            reviewed: None,
            review_by: Some("2027-01-31".to_owned()),
            licence: String::new(),
            channels: Channel::ALL.to_vec(),
            openers: BTreeMap::from([(Channel::Phone, vec![QuestionId::new("q-0")])]),
            uncertain_steps: vec![StepId::new("s-0")],
            families: vec![Family { id: FamilyId::new("f"), key: 'e', title: words.clone(), relatedness }],
            sources: vec![Source { id: "F4".to_owned(), text: words.clone(), url: words }],
            cues: cues.to_vec(),
            questions: vec![question],
            personas: vec![persona],
            steps: vec![step],
            places: vec![place],
            procedures: vec![procedure],
            rules: vec![rule],
            cases: vec![case],
            links: if question_on_phone && cue_on_phone { vec![link(relatedness)] } else { Vec::new() },
            ..KitContent::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_kits_round_trip(content in content()) {
        round_trips(&content);
    }
}
