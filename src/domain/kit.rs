//! The kit: all that a local manager configures, as plain data.
//!
//! [`KitContent`] is what files hold and editors change; it may be wrong.
//! [`Kit`] is content that [`crate::domain::validate::admit`] has let through: every reference
//! resolves, and lookups by id or printed code are total. A `Kit` is never mutated.

mod asked;
mod level;
mod links;
mod persona;
mod support;

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;

use super::ids::{FamilyId, QuestionId, StepId};
use super::vocab::Channel;

pub use asked::{Answer, Cue, Deck, Family, Question, QuestionRole, Source};
pub use level::{EngineSettings, Level, Levels};
pub use links::{Case, Condition, CueLink, Expectation, ItemRef, LinkRow, Rule, RuleEffect};
pub use persona::{Avoid, Axes, Confusion, Layer, Persona, Say, StepLists};
pub use support::{PageSeen, Place, Procedure, Step};

/// Everything a kit holds, before it is known to be sound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KitContent {
    /// Kit id.
    pub id: String,
    /// Shown title.
    pub title: String,
    /// Version, as the owner writes it.
    pub version: String,
    /// Language code.
    pub language: String,
    /// Who answers for it.
    pub owner: String,
    /// Date of the last review, ISO.
    pub reviewed: Option<String>,
    /// Date of the next review, ISO.
    pub review_by: Option<String>,
    /// Licence.
    pub licence: String,
    /// Channels it serves.
    pub channels: Vec<Channel>,
    /// Questions proposed while nothing is ticked.
    pub openers: BTreeMap<Channel, Vec<QuestionId>>,
    /// Steps safe for everyone.
    pub uncertain_steps: Vec<StepId>,
    /// What the five words mean.
    pub levels: Levels,
    /// Engine settings.
    pub engine: EngineSettings,
    /// Families, in screen order.
    pub families: Vec<Family>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Cues, in kit order.
    pub cues: Vec<Cue>,
    /// Questions, in kit order.
    pub questions: Vec<Question>,
    /// Personas, in kit order.
    pub personas: Vec<Persona>,
    /// Library of steps.
    pub steps: Vec<Step>,
    /// Places.
    pub places: Vec<Place>,
    /// Procedures.
    pub procedures: Vec<Procedure>,
    /// Rules, in file order.
    pub rules: Vec<Rule>,
    /// Test bench.
    pub cases: Vec<Case>,
    /// Links between cues, learned from data.
    pub links: Vec<CueLink>,
}

/// Sound content with its lookups; read-only.
#[derive(Clone, Debug)]
pub struct Kit {
    content: KitContent,
    cues: HashMap<String, usize>,
    questions: HashMap<String, usize>,
    personas: HashMap<String, usize>,
    steps: HashMap<String, usize>,
}

impl Deref for Kit {
    type Target = KitContent;

    fn deref(&self) -> &KitContent {
        &self.content
    }
}

fn index<'a>(names: impl Iterator<Item = (&'a str, &'a str)>) -> HashMap<String, usize> {
    let mut map = HashMap::new();
    for (position, (id, code)) in names.enumerate() {
        for name in [id, code] {
            if !name.is_empty() {
                // An id wins over another element's code.
                map.entry(name.to_owned()).or_insert(position);
            }
        }
        map.insert(id.to_owned(), position);
    }
    map
}

impl Kit {
    /// Indexes content that the validator has let through.
    pub(crate) fn from_sound(content: KitContent) -> Self {
        let cues = index(
            content
                .cues
                .iter()
                .map(|c| (c.id.as_str(), c.code.as_str())),
        );
        let questions = index(
            content
                .questions
                .iter()
                .map(|q| (q.id.as_str(), q.code.as_str())),
        );
        let personas = index(
            content
                .personas
                .iter()
                .map(|p| (p.id.as_str(), p.code.as_str())),
        );
        let steps = index(content.steps.iter().map(|s| (s.id.as_str(), "")));
        Self {
            content,
            cues,
            questions,
            personas,
            steps,
        }
    }

    /// Gives the content, for a writer or an editor.
    pub fn content(&self) -> &KitContent {
        &self.content
    }

    /// Finds a cue's position by id or code.
    pub fn cue_index(&self, name: &str) -> Option<usize> {
        self.cues.get(name).copied()
    }

    /// Finds a cue by id or code.
    pub fn cue(&self, name: &str) -> Option<&Cue> {
        self.content.cues.get(self.cue_index(name)?)
    }

    /// Finds a question's position by id or code.
    pub fn question_index(&self, name: &str) -> Option<usize> {
        self.questions.get(name).copied()
    }

    /// Finds a question by id or code.
    pub fn question(&self, name: &str) -> Option<&Question> {
        self.content.questions.get(self.question_index(name)?)
    }

    /// Finds a persona by id or code.
    pub fn persona(&self, name: &str) -> Option<&Persona> {
        self.content.personas.get(*self.personas.get(name)?)
    }

    /// Finds a step by id.
    pub fn step(&self, name: &str) -> Option<&Step> {
        self.content.steps.get(*self.steps.get(name)?)
    }

    /// Lists the profiles, in kit order.
    pub fn profiles(&self) -> impl Iterator<Item = &Persona> {
        self.content
            .personas
            .iter()
            .filter(|p| p.layer == Layer::Profile)
    }

    /// Lists the situations, in kit order.
    pub fn situations(&self) -> impl Iterator<Item = &Persona> {
        self.content
            .personas
            .iter()
            .filter(|p| p.layer == Layer::Situation)
    }

    /// Finds a family.
    pub fn family(&self, id: &FamilyId) -> Option<&Family> {
        self.content.families.iter().find(|f| &f.id == id)
    }
}
