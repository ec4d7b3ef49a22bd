//! What is noted and asked: families, cues, questions, answers, and the sources they rest on.
//!
//! It must never hold who somebody is: a cue is a behaviour or a word.

use std::collections::BTreeMap;

use crate::domain::ids::{AnswerId, CueId, FamilyId, QuestionId};
use crate::domain::vocab::Channel;

/// A family of related cues, which count less and less together.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// Unique id.
    pub id: FamilyId,
    /// The letter that opens the family; not P O R S X Q F T M.
    pub key: char,
    /// Shown title.
    pub title: String,
    /// The discount rho, 0..=1.
    pub relatedness: f64,
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its code in the kit (F4).
    pub id: String,
    /// What it says.
    pub text: String,
    /// Its address, shown as text and never opened.
    pub url: String,
}

/// Whether a cue is on the first screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Deck {
    /// On the first screen.
    Short,
    /// On the family's own page.
    #[default]
    Full,
}

/// Something said or done in the exchange; never who somebody is.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Unique id.
    pub id: CueId,
    /// Printed code (E1).
    pub code: String,
    /// Label on the panel, at most 34 characters.
    pub short: String,
    /// Whole sentence.
    pub text: String,
    /// Its family.
    pub family: FamilyId,
    /// Where it can be noticed.
    pub channels: Vec<Channel>,
    /// Ticked only if the person says or asks it.
    pub declared: bool,
    /// First screen or family page.
    pub deck: Deck,
    /// Overrides the kit's noise floor.
    pub noise: Option<f64>,
    /// Whether it weighs; an unscored cue only feeds rules.
    pub scored: bool,
    /// Cues that cannot hold with it.
    pub excludes: Vec<CueId>,
}

/// Whether a question informs the score or offers something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum QuestionRole {
    /// Proposed for what it tells.
    #[default]
    Inform,
    /// The same words to everyone, asked for rights.
    Offer,
}

/// One answer of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Unique within the question.
    pub id: AnswerId,
    /// Shown text.
    pub text: String,
    /// Other words on the phone.
    pub text_phone: Option<String>,
}

/// A question with exclusive answers; « sans réponse » is implied and weighs nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Unique id.
    pub id: QuestionId,
    /// Printed code (Q2).
    pub code: String,
    /// The words to say.
    pub ask: String,
    /// Other words on the phone.
    pub ask_phone: Option<String>,
    /// Family, if it is related to cues.
    pub family: Option<FamilyId>,
    /// Where it can be asked.
    pub channels: Vec<Channel>,
    /// Cost, > 0.
    pub cost: f64,
    /// Availability per channel, 0..=1; absent means 1.
    pub availability: BTreeMap<Channel, f64>,
    /// Overrides the kit's noise floor.
    pub noise: Option<f64>,
    /// Informs or offers.
    pub role: QuestionRole,
    /// At least one.
    pub answers: Vec<Answer>,
}

impl Question {
    /// Gives the words to say on a channel.
    pub fn ask_on(&self, channel: Channel) -> &str {
        match (channel, &self.ask_phone) {
            (Channel::Phone, Some(text)) => text,
            _ => &self.ask,
        }
    }

    /// Finds an answer's position by id or, if no answer has that id, by its 1-based position.
    pub fn answer_index(&self, name: &str) -> Option<usize> {
        self.answers
            .iter()
            .position(|a| a.id.as_str() == name)
            .or_else(|| {
                let position: usize = name.parse().ok()?;
                (1..=self.answers.len())
                    .contains(&position)
                    .then(|| position - 1)
            })
    }
}

impl Answer {
    /// Gives the words shown on a channel.
    pub fn text_on(&self, channel: Channel) -> &str {
        match (channel, &self.text_phone) {
            (Channel::Phone, Some(text)) => text,
            _ => &self.text,
        }
    }
}
