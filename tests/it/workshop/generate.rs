//! Sound kits and edits of them, drawn from a seed.

use std::collections::BTreeMap;

use reflexe_personas::domain::kit::{
    Answer, Avoid, Axes, Case, Condition, Confusion, Cue, Deck, Expectation, Family, KitContent,
    Layer, Level, PageSeen, Persona, Place, Procedure, Question, QuestionRole, Rule, RuleEffect,
    Say, Source, Step, StepLists,
};
use reflexe_personas::domain::study::random::SplitMix64;
use reflexe_personas::domain::vocab::{Channel, Label, Mode, Orientation, Severity, Theme};

/// Draws from one stream.
pub(super) struct Draw(SplitMix64);

impl Draw {
    pub(super) fn new(seed: u64) -> Self {
        Self(SplitMix64::new(seed))
    }

    pub(super) fn below(&mut self, bound: usize) -> usize {
        self.0.below(bound)
    }

    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(super) fn one<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    pub(super) fn some<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        all.iter().filter(|_| self.chance(40)).cloned().collect()
    }

    pub(super) fn channels(&mut self) -> Vec<Channel> {
        match self.below(3) {
            0 => vec![Channel::Counter],
            1 => vec![Channel::Phone],
            _ => Channel::ALL.to_vec(),
        }
    }

    pub(super) fn text(&mut self) -> String {
        const WORDS: [&str; 14] = [
            "montre",
            "l’écran",
            "« oui »",
            "à",
            "deux",
            "pas\u{a0}!",
            "(ou non)",
            "\"cité\"",
            "10:42",
            "doucement",
            "\\",
            "E8",
            "relit;",
            "œuvre",
        ];
        let length = self.below(6);
        (0..length)
            .map(|_| *self.one(&WORDS))
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub(super) fn level(&mut self) -> Level {
        match self.below(6) {
            0 => Level::VeryRare,
            1 => Level::Rare,
            2 => Level::Possible,
            3 => Level::Frequent,
            4 => Level::Typical,
            _ => Level::P((1 + self.below(999)) as f64 / 1000.0),
        }
    }

    pub(super) fn says(&mut self) -> Vec<Say> {
        (0..self.below(3))
            .map(|_| Say {
                text: self.text(),
                channels: self.channels(),
            })
            .collect()
    }

    pub(super) fn texts(&mut self) -> Vec<String> {
        (0..self.below(3)).map(|_| self.text()).collect()
    }
}

/// Ids of what has been drawn so far.
pub(super) fn ids<T, I: Clone>(all: &[T], id: impl Fn(&T) -> &I) -> Vec<I> {
    all.iter().map(|x| id(x).clone()).collect()
}

/// A sound kit.
pub(super) fn content(seed: u64) -> KitContent {
    let draw = &mut Draw::new(seed);
    let mut kit = KitContent {
        id: format!("kit-{seed}"),
        title: draw.text(),
        version: "1".to_owned(),
        // French typography would mend the drawn texts on the way in.
        language: "en".to_owned(),
        channels: Channel::ALL.to_vec(),
        reviewed: draw.chance(50).then(|| "2026-11-01".to_owned()),
        ..KitContent::default()
    };
    for (index, key) in "ENCAD".chars().take(1 + draw.below(4)).enumerate() {
        kit.families.push(Family {
            id: format!("f-{index}").as_str().into(),
            key,
            title: draw.text(),
            relatedness: draw.below(11) as f64 / 10.0,
        });
    }
    for index in 0..draw.below(3) {
        kit.sources.push(Source {
            id: format!("F{index}"),
            text: draw.text(),
            url: draw.text(),
        });
    }
    for index in 0..2 + draw.below(6) {
        let cue = cue(draw, &kit, index);
        kit.cues.push(cue);
    }
    for index in 0..=draw.below(3) {
        let question = question(draw, &kit, index);
        kit.questions.push(question);
    }
    for index in 0..2 + draw.below(4) {
        let step = step(draw, &kit, index);
        kit.steps.push(step);
    }
    for index in 0..=draw.below(5) {
        let persona = persona(draw, &kit, index);
        kit.personas.push(persona);
    }
    kit.uncertain_steps = draw.some(&ids(&kit.steps, |s| &s.id));
    kit.openers = BTreeMap::from([(Channel::Phone, draw.some(&ids(&kit.questions, |q| &q.id)))]);
    for index in 0..draw.below(3) {
        kit.places.push(place(draw, index));
        let procedure = procedure(draw, &kit, index);
        kit.procedures.push(procedure);
    }
    for _ in 0..draw.below(4) {
        let rule = rule(draw, &kit);
        kit.rules.push(rule);
        let case = case(draw, &kit);
        kit.cases.push(case);
    }
    kit
}

pub(super) fn cue(draw: &mut Draw, kit: &KitContent, index: usize) -> Cue {
    Cue {
        id: format!("c-{index}").as_str().into(),
        code: format!("C{index}"),
        short: draw.text().chars().take(34).collect(),
        text: draw.text(),
        family: draw.one(&kit.families).id.clone(),
        channels: draw.channels(),
        declared: draw.chance(20),
        deck: if draw.chance(50) {
            Deck::Short
        } else {
            Deck::Full
        },
        noise: draw.chance(20).then_some(0.05),
        scored: draw.chance(90),
        excludes: draw.some(&ids(&kit.cues, |c| &c.id)),
    }
}

fn question(draw: &mut Draw, kit: &KitContent, index: usize) -> Question {
    let channels = draw.channels();
    Question {
        id: format!("q-{index}").as_str().into(),
        code: format!("Q{index}"),
        ask: draw.text(),
        ask_phone: draw.chance(30).then(|| draw.text()),
        family: draw.chance(50).then(|| draw.one(&kit.families).id.clone()),
        availability: channels.iter().map(|c| (*c, 0.5)).collect(),
        channels,
        cost: 1.0 + draw.below(5) as f64 / 2.0,
        noise: None,
        role: if draw.chance(30) {
            QuestionRole::Offer
        } else {
            QuestionRole::Inform
        },
        answers: (0..2 + draw.below(3))
            .map(|at| Answer {
                id: format!("{at}-r").as_str().into(),
                text: draw.text(),
                text_phone: None,
            })
            .collect(),
    }
}

fn step(draw: &mut Draw, kit: &KitContent, index: usize) -> Step {
    Step {
        id: format!("s-{index}").as_str().into(),
        title: draw.text(),
        detail: draw.text(),
        mode: *draw.one(Mode::ALL),
        minutes: u32::try_from(draw.below(30)).unwrap(),
        channels: draw.channels(),
        themes: draw.some(&Theme::ALL[..3]),
        when: draw.chance(30).then(|| condition(draw, kit, 2)),
        say: draw.says(),
        note: draw.text(),
    }
}

fn persona(draw: &mut Draw, kit: &KitContent, index: usize) -> Persona {
    let steps = ids(&kit.steps, |s| &s.id);
    let cues = draw.some(&ids(&kit.cues, |c| &c.id));
    let questions = draw.some(&kit.questions);
    Persona {
        id: format!("p-{index}").as_str().into(),
        code: format!("PP{index}"),
        name: draw.text(),
        layer: if index == 0 || draw.chance(60) {
            Layer::Profile
        } else {
            Layer::Situation
        },
        symbol: draw.chance(50).then(|| "stairs".to_owned()),
        axes: draw.chance(50).then(Axes::default),
        share: BTreeMap::from([(Channel::Counter, 12.5), (Channel::Phone, 1.0)]),
        essence: draw.text(),
        motivations: draw.texts(),
        obstacles: draw.texts(),
        say: draw.says(),
        avoid: (0..draw.below(2))
            .map(|_| Avoid {
                text: draw.text(),
                because: draw.text(),
            })
            .collect(),
        mode: draw.chance(70).then(|| *draw.one(Mode::ALL)),
        steps: StepLists {
            two_minutes: draw.some(&steps),
            ten_minutes: draw.some(&steps),
            relay: draw.some(&steps),
        },
        confused_with: kit
            .personas
            .first()
            .map(|other| Confusion {
                persona: other.id.clone(),
                ask_yourself: draw.text(),
            })
            .into_iter()
            .collect(),
        cues: cues.into_iter().map(|id| (id, draw.level())).collect(),
        answers: questions
            .into_iter()
            .map(|q| {
                let row = q.answers.iter().map(|a| (a.id.clone(), draw.level()));
                (q.id.clone(), row.collect())
            })
            .collect(),
        sources: draw.some(&ids(&kit.sources, |s| &s.id)),
        reviewed: draw.chance(50).then(|| "2024-02-29".to_owned()),
    }
}

fn place(draw: &mut Draw, index: usize) -> Place {
    Place {
        id: format!("l-{index}").as_str().into(),
        name: draw.text(),
        kind: *draw.one(Orientation::ALL),
        offers: draw.texts(),
        when: draw.text(),
        contact: draw.text(),
        bring: draw.texts(),
        confirmed: None,
    }
}

fn procedure(draw: &mut Draw, kit: &KitContent, index: usize) -> Procedure {
    Procedure {
        id: format!("d-{index}").as_str().into(),
        theme: *draw.one(Theme::ALL),
        title: draw.text(),
        site: draw.chance(50).then(|| draw.text()),
        documents: draw.texts(),
        steps: draw.some(&ids(&kit.steps, |s| &s.id)),
        other_way: draw.text(),
        operator: draw.text(),
        traps: draw.texts(),
        seen: vec![PageSeen {
            url: draw.text(),
            on: "2026-11-24".to_owned(),
        }],
        varies: draw.chance(30).then(|| draw.text()),
    }
}

pub(super) fn condition(draw: &mut Draw, kit: &KitContent, depth: usize) -> Condition {
    let question = draw.one(&kit.questions);
    let answer = draw.one(&question.answers).id.clone();
    match draw.below(if depth == 0 { 6 } else { 9 }) {
        0 | 1 => Condition::Cue(draw.one(&kit.cues).id.clone()),
        2 => Condition::NotCue(draw.one(&kit.cues).id.clone()),
        3 => Condition::Answer(question.id.clone(), answer),
        4 => Condition::Theme(*draw.one(Theme::ALL)),
        5 => Condition::Channel(*draw.one(Channel::ALL)),
        6 => Condition::Not(Box::new(condition(draw, kit, depth - 1))),
        7 => Condition::Any(vec![
            condition(draw, kit, depth - 1),
            condition(draw, kit, depth - 1),
        ]),
        _ => Condition::All(vec![
            condition(draw, kit, depth - 1),
            condition(draw, kit, depth - 1),
        ]),
    }
}

fn rule(draw: &mut Draw, kit: &KitContent) -> Rule {
    let situation = kit.personas.iter().find(|p| p.layer == Layer::Situation);
    Rule {
        when: condition(draw, kit, 3),
        then: match (draw.below(4), situation) {
            (0, Some(situation)) => vec![RuleEffect::Raise(situation.id.clone())],
            (1, _) => vec![RuleEffect::HoldQuestion(
                draw.one(&kit.questions).id.clone(),
            )],
            (2, _) => vec![RuleEffect::Notice {
                text: draw.text(),
                severity: *draw.one(Severity::ALL),
            }],
            _ => vec![
                RuleEffect::AddStep(draw.one(&kit.steps).id.clone()),
                RuleEffect::HideMode(*draw.one(Mode::ALL)),
            ],
        },
    }
}

fn case(draw: &mut Draw, kit: &KitContent) -> Case {
    let (first, rest) = kit.cues.split_first().unwrap();
    let profile = kit.personas.iter().find(|p| p.layer == Layer::Profile);
    let question = draw.one(&kit.questions);
    let mut cues = vec![first.id.clone()];
    // Cues that exclude each other cannot both be ticked.
    if let Some(other) = rest.iter().find(|c| !c.excludes.contains(&first.id)) {
        cues.push(other.id.clone());
    }
    Case {
        title: draw.text(),
        channel: *draw.one(Channel::ALL),
        cues,
        not_cues: Vec::new(),
        answers: vec![(question.id.clone(), draw.one(&question.answers).id.clone())],
        expect: Expectation {
            label: vec![*draw.one(Label::ALL)],
            top: profile.map(|p| p.id.clone()).into_iter().collect(),
        },
        raises: Vec::new(),
        to_verify: Vec::new(),
    }
}
