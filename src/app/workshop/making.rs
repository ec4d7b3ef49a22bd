//! New elements, as blank as a form can be: an id made of the name, and what every field starts as.
//!
//! It must never invent a text: what is empty is for the manager to write, and the check says so.

use crate::domain::ids::StepId;
use crate::domain::kit::{
    Answer, Condition, Cue, CueLink, Deck, Family, ItemRef, KitContent, Place, Procedure, Question,
    QuestionRole, Rule, Source, Step,
};
use crate::domain::vocab::{Language, Mode, Orientation, Theme};
use crate::domain::workshop::edit::next_code;
use crate::domain::workshop::items::{free_id, id_of};
use crate::domain::workshop::{Element, Item, Kind};
use crate::text;

/// Minutes a new step is given until somebody says otherwise.
const MINUTES: u32 = 2;

/// Makes a blank element of a kind under a name; `None` if that kind is not made so.
pub(super) fn blank(
    content: &KitContent,
    kind: Kind,
    name: &str,
    language: Language,
) -> Option<Item> {
    let id = |named: fn(&str) -> Element| {
        let wanted = id_of(name);
        let element = named(&wanted);
        free_id(content, &element, &wanted)
    };
    Some(match kind {
        Kind::Step => Item::Step(step(&id(|id| Element::Step(id.into())), name, content)),
        Kind::Question => {
            let id = id(|id| Element::Question(id.into()));
            let codes = content.questions.iter().map(|q| q.code.as_str());
            let last = content.questions.last().map_or("Q0", |q| q.code.as_str());
            Item::Question(Question {
                id: id.as_str().into(),
                code: next_code(last, codes),
                ask: name.to_owned(),
                ask_phone: None,
                family: None,
                channels: content.channels.clone(),
                cost: 1.0,
                availability: std::collections::BTreeMap::new(),
                noise: None,
                role: QuestionRole::Inform,
                answers: ["atelier_yes", "atelier_no"]
                    .into_iter()
                    .map(|key| {
                        let text = text::plain(language, key);
                        Answer {
                            id: id_of(text).as_str().into(),
                            text: text.to_owned(),
                            text_phone: None,
                        }
                    })
                    .collect(),
            })
        }
        Kind::Cue => {
            let id = id(|id| Element::Cue(id.into()));
            let family = content.families.first()?;
            let codes = content.cues.iter().map(|c| c.code.as_str());
            Item::Cue(Cue {
                id: id.as_str().into(),
                code: next_code(&format!("{}0", family.key), codes),
                short: name.to_owned(),
                text: name.to_owned(),
                family: family.id.clone(),
                channels: content.channels.clone(),
                declared: false,
                deck: Deck::Full,
                noise: None,
                scored: true,
                excludes: Vec::new(),
            })
        }
        Kind::Place => Item::Place(Place {
            id: id(|id| Element::Place(id.into())).as_str().into(),
            name: name.to_owned(),
            kind: *Orientation::ALL.first()?,
            offers: Vec::new(),
            when: String::new(),
            contact: String::new(),
            bring: Vec::new(),
            confirmed: None,
        }),
        Kind::Procedure => Item::Procedure(Box::new(Procedure {
            id: id(|id| Element::Procedure(id.into())).as_str().into(),
            theme: *Theme::ALL.first()?,
            title: name.to_owned(),
            site: None,
            documents: Vec::new(),
            steps: Vec::new(),
            other_way: String::new(),
            operator: String::new(),
            traps: Vec::new(),
            seen: Vec::new(),
            varies: None,
        })),
        Kind::Family => Item::Family(Family {
            id: id(|id| Element::Family(id.into())).as_str().into(),
            key: free_letter(content)?,
            title: name.to_owned(),
            relatedness: 0.5,
        }),
        Kind::Source => {
            let codes = content.sources.iter().map(|s| s.id.as_str());
            let last = content.sources.last().map_or("F0", |s| s.id.as_str());
            Item::Source(Source {
                id: next_code(last, codes),
                text: name.to_owned(),
                url: String::new(),
            })
        }
        Kind::Persona | Kind::Manifest | Kind::Answer | Kind::Rule | Kind::Case | Kind::Link => {
            return None;
        }
    })
}

/// Makes a blank element of a kind that has no name; `None` if the kit has nothing to make it of.
pub(super) fn unnamed(content: &KitContent, kind: Kind) -> Option<Item> {
    match kind {
        // It waits for nothing and does nothing until both are chosen; the check says so.
        Kind::Rule => Some(Item::Rule(Rule {
            when: Condition::Any(Vec::new()),
            then: Vec::new(),
        })),
        Kind::Link => link(content).map(Item::Link),
        _ => None,
    }
}

/// Makes a link that says nothing yet, of two cues that can be noticed on one channel.
fn link(content: &KitContent) -> Option<CueLink> {
    content.channels.iter().find_map(|channel| {
        let linked = |cue: &Cue| {
            let child = ItemRef::Cue(cue.id.clone());
            let mut links = content.links.iter();
            links.any(|link| link.channel == *channel && link.child == child)
        };
        let there = |cue: &&Cue| cue.scored && cue.channels.contains(channel);
        let child = content.cues.iter().filter(there).find(|cue| !linked(cue))?;
        let parent = content
            .cues
            .iter()
            .filter(there)
            .find(|cue| cue.id != child.id && !linked(cue))?;
        Some(CueLink {
            version: 1,
            channel: *channel,
            child: ItemRef::Cue(child.id.clone()),
            parent: ItemRef::Cue(parent.id.clone()),
            rows: Vec::new(),
        })
    })
}

/// The first letter that opens no family and that the panel leaves free.
fn free_letter(content: &KitContent) -> Option<char> {
    ('A'..='Z').find(|letter| {
        !crate::app::keys::PANEL_LETTERS.contains(&letter.to_ascii_lowercase())
            && content
                .families
                .iter()
                .all(|family| family.key.to_ascii_uppercase() != *letter)
    })
}

/// Makes a step.
pub(super) fn step(id: &str, title: &str, content: &KitContent) -> Step {
    Step {
        id: StepId::new(id),
        title: title.to_owned(),
        detail: String::new(),
        mode: Mode::Answer,
        minutes: MINUTES,
        channels: content.channels.clone(),
        themes: Vec::new(),
        when: None,
        say: Vec::new(),
        note: title.to_owned(),
    }
}

/// Makes a blank answer of a question.
pub(super) fn answer(
    content: &KitContent,
    question: &crate::domain::ids::QuestionId,
    name: &str,
) -> Item {
    let wanted = id_of(name);
    let element = Element::Answer(question.clone(), wanted.as_str().into());
    let id = free_id(content, &element, &wanted);
    Item::Answer(
        question.clone(),
        Answer {
            id: id.as_str().into(),
            text: name.to_owned(),
            text_phone: None,
        },
    )
}
