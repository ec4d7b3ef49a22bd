//! A hand-made kit and random interviews, for the tests beside the domain's code.
//!
//! It must never be part of the program: it is compiled under `cfg(test)` alone.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::evidence::Sighting;
use super::ids::{AnswerId, CueId, FamilyId, PersonaId, QuestionId, StepId};
use super::interview::Interview;
use super::kit::{
    Answer, Cue, Deck, Kit, KitContent, Layer, Persona, Question, QuestionRole, Step, StepLists,
};
use super::vocab::{Autonomy, Channel, Equipment, Minutes, Mode, Orientation, Outcome, Theme};

fn cue(id: &str, code: &str) -> Cue {
    Cue {
        id: CueId::new(id),
        code: code.to_owned(),
        short: id.to_owned(),
        text: id.to_owned(),
        family: FamilyId::new("equipement"),
        channels: Channel::ALL.to_vec(),
        declared: false,
        deck: Deck::Full,
        noise: None,
        scored: true,
        excludes: Vec::new(),
    }
}

fn question(id: &str, code: &str, answers: &[&str]) -> Question {
    Question {
        id: QuestionId::new(id),
        code: code.to_owned(),
        ask: "Avec quoi\u{202f}?".to_owned(),
        ask_phone: None,
        family: None,
        channels: Channel::ALL.to_vec(),
        cost: 1.0,
        availability: BTreeMap::new(),
        noise: None,
        role: QuestionRole::Inform,
        answers: answers
            .iter()
            .map(|id| Answer {
                id: AnswerId::new(id),
                text: (*id).to_owned(),
                text_phone: None,
            })
            .collect(),
    }
}

fn persona(id: &str, name: &str) -> Persona {
    Persona {
        id: PersonaId::new(id),
        code: String::new(),
        name: name.to_owned(),
        layer: Layer::Profile,
        symbol: None,
        axes: None,
        share: BTreeMap::new(),
        essence: String::new(),
        motivations: Vec::new(),
        obstacles: Vec::new(),
        say: Vec::new(),
        avoid: Vec::new(),
        mode: None,
        steps: StepLists::default(),
        confused_with: Vec::new(),
        cues: Vec::new(),
        answers: Vec::new(),
        sources: Vec::new(),
        reviewed: None,
    }
}

fn step(id: &str, title: &str, note: &str) -> Step {
    Step {
        id: StepId::new(id),
        title: title.to_owned(),
        detail: String::new(),
        mode: Mode::Answer,
        minutes: 2,
        channels: Channel::ALL.to_vec(),
        themes: Vec::new(),
        when: None,
        say: Vec::new(),
        note: note.to_owned(),
    }
}

/// Builds a kit with a few elements of each kind; cue and question codes are those of the reference kit.
pub(crate) fn kit() -> Kit {
    Kit::from_sound(KitContent {
        id: "essai".to_owned(),
        version: "0.1".to_owned(),
        channels: Channel::ALL.to_vec(),
        cues: vec![
            cue("x0", "E1"),
            cue("x1", "E2"),
            cue("x2", "E8"),
            cue("x3", "E6"),
        ],
        questions: vec![question(
            "x0",
            "Q3",
            &["aucun-appareil", "mon-telephone", "un-ordinateur"],
        )],
        personas: vec![persona("x0", "Le Fil"), persona("x1", "La Boussole")],
        steps: vec![
            step("x0", "Montrer le site", "Site montré"),
            step("x1", "Lire le courrier", ""),
            step("x2", "Montrer encore", "Site montré"),
        ],
        ..KitContent::default()
    })
}

/// Draws a sequence of actions for [`act`].
pub(crate) fn actions() -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec((any::<u8>(), any::<u8>()), 0..40)
}

fn one<T: Copy>(all: &[T], n: u8) -> Option<T> {
    all.get(usize::from(n) % (all.len() + 1)).copied()
}

/// Does one action out of all those an interview knows; ids are `x0` to `x2`.
pub(crate) fn act(interview: &mut Interview, action: u8, n: u8) {
    let name = format!("x{}", n % 3);
    let name = name.as_str();
    let answers = ["aucun-appareil", "mon-telephone", "un-ordinateur"];
    match action % 22 {
        0 => interview.cycle_cue(CueId::new(name)),
        1 => interview.answer(
            QuestionId::new(name),
            AnswerId::new(answers[usize::from(n / 3) % 3]),
        ),
        2 => interview.leave_unanswered(QuestionId::new(name)),
        3 => interview.withdraw_answer(&QuestionId::new(name)),
        4 => interview.follow(PersonaId::new(name)),
        5 => interview.unfollow(),
        6 => interview.tick_step(StepId::new(name)),
        7 => interview.skip_step(StepId::new(name)),
        8 => interview.reopen_step(&StepId::new(name)),
        9 => interview.set_free_text(&name[usize::from(n) % 2..]),
        10 => interview.set_outcome(one(Outcome::ALL, n)),
        11 => {
            if let Some(equipment) = one(Equipment::ALL, n) {
                interview.toggle_equipment(equipment, &BTreeSet::from([Equipment::Phone]));
            }
        }
        12 => interview.set_equipment(one(Equipment::ALL, n).map(|e| BTreeSet::from([e]))),
        13 => interview.dismiss_lead(PersonaId::new(name)),
        14 => interview.set_orientation(one(Orientation::ALL, n)),
        15 => interview.set_autonomy(one(Autonomy::ALL, n)),
        16 => interview.set_name_persona(n.is_multiple_of(2)),
        17 => interview.set_theme(one(Theme::ALL, n)),
        18 => interview.set_minutes(one(Minutes::ALL, n).unwrap_or(Minutes::Two)),
        19 => interview.set_channel(one(Channel::ALL, n).unwrap_or(Channel::Counter)),
        20 => interview.set_cue(
            CueId::new(name),
            one(&[Sighting::Observed, Sighting::Denied], n),
        ),
        _ => interview.set_free_text(""),
    }
}
