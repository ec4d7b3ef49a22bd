//! The kit: all that a local manager configures, as plain data.
//!
//! [`KitContent`] is what files hold and editors change; it may be wrong.
//! [`Kit`] is content that [`crate::domain::validate::admit`] has let through: every reference
//! resolves, and lookups by id or printed code are total. A `Kit` is never mutated.

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;

use super::ids::{AnswerId, CueId, FamilyId, PersonaId, PlaceId, ProcedureId, QuestionId, StepId};
use super::vocab::{Channel, Label, Minutes, Mode, Orientation, Severity, Theme};

/// A probability as an expert says it: one of five words, or a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// About 3 contacts in 100.
    VeryRare,
    /// About 10 in 100.
    Rare,
    /// About 25 in 100.
    Possible,
    /// About 50 in 100.
    Frequent,
    /// About 75 in 100.
    Typical,
    /// A probability in 0..=1, written `P(0.37)`.
    P(f64),
}

/// The probability each word stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// Probability of [`Level::VeryRare`].
    pub very_rare: f64,
    /// Probability of [`Level::Rare`].
    pub rare: f64,
    /// Probability of [`Level::Possible`].
    pub possible: f64,
    /// Probability of [`Level::Frequent`].
    pub frequent: f64,
    /// Probability of [`Level::Typical`].
    pub typical: f64,
}

impl Default for Levels {
    fn default() -> Self {
        Self {
            very_rare: 0.03,
            rare: 0.10,
            possible: 0.25,
            frequent: 0.50,
            typical: 0.75,
        }
    }
}

impl Levels {
    /// Gives the probability of a level.
    pub fn probability(&self, level: Level) -> f64 {
        match level {
            Level::VeryRare => self.very_rare,
            Level::Rare => self.rare,
            Level::Possible => self.possible,
            Level::Frequent => self.frequent,
            Level::Typical => self.typical,
            Level::P(p) => p,
        }
    }
}

/// The engine's settings; the defaults are those of the engine's specification.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EngineSettings {
    /// Share of noticed cues that are noise, 0..=1.
    pub noise_floor: f64,
    /// Prior of none-of-these, 0..1.
    pub none_prior: f64,
    /// Weight of the uniform part of the background, 0..=1.
    pub none_spread: f64,
    /// Global tempering, in ]0, 1].
    pub temper: f64,
    /// Posterior from which a lead is clear.
    pub clear: f64,
    /// Ratio to the second from which a lead is clear.
    pub clear_ratio: f64,
    /// Posterior from which a lead is possible.
    pub possible: f64,
    /// Posterior of none-of-these from which no lead is known.
    pub none: f64,
    /// Posterior from which questions stop.
    pub stop: f64,
    /// Answers without which nothing is said.
    pub min_answers: usize,
    /// Gain below which no question is proposed, in bits.
    pub min_gain_bits: f64,
}

impl Default for EngineSettings {
    fn default() -> Self {
        Self {
            noise_floor: 0.02,
            none_prior: 0.05,
            none_spread: 0.2,
            temper: 1.0,
            clear: 0.60,
            clear_ratio: 2.0,
            possible: 0.35,
            none: 0.50,
            stop: 0.95,
            min_answers: 2,
            min_gain_bits: 0.02,
        }
    }
}

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

/// Which layer a persona belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Competes in the score; exactly one is dominant.
    Profile,
    /// Combines with any profile.
    Situation,
}

/// Four explicit axes, 0..=4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Axes {
    /// Ease with tools.
    pub aptitude: u8,
    /// Confidence.
    pub confidence: u8,
    /// Ease with administration.
    pub administrative: u8,
    /// Appetite for the online way.
    pub appetite: u8,
}

/// A sentence to say, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Say {
    /// The words, within « ».
    pub text: String,
    /// Where they can be said.
    pub channels: Vec<Channel>,
}

/// Something to avoid, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Avoid {
    /// What to avoid.
    pub text: String,
    /// Why, in a few words.
    pub because: String,
}

/// A persona's steps for each time at hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepLists {
    /// For two minutes.
    pub two_minutes: Vec<StepId>,
    /// For ten minutes.
    pub ten_minutes: Vec<StepId>,
    /// For handing over.
    pub relay: Vec<StepId>,
}

impl StepLists {
    /// Gives the list for the time at hand.
    pub fn for_minutes(&self, minutes: Minutes) -> &[StepId] {
        match minutes {
            Minutes::Two => &self.two_minutes,
            Minutes::Ten => &self.ten_minutes,
            Minutes::Relay => &self.relay,
        }
    }
}

/// A neighbour one may take this persona for.
#[derive(Clone, Debug, PartialEq)]
pub struct Confusion {
    /// The neighbour.
    pub persona: PersonaId,
    /// What tells them apart.
    pub ask_yourself: String,
}

/// A profile or a situation.
#[derive(Clone, Debug, PartialEq)]
pub struct Persona {
    /// Unique id.
    pub id: PersonaId,
    /// Printed code (FIL).
    pub code: String,
    /// Shown name.
    pub name: String,
    /// Profile or situation.
    pub layer: Layer,
    /// Id of the sign drawn beside the name.
    pub symbol: Option<String>,
    /// Four axes.
    pub axes: Option<Axes>,
    /// Share of contacts per channel: any unit for a profile, per cent for a situation.
    pub share: BTreeMap<Channel, f64>,
    /// One sentence in the person's words.
    pub essence: String,
    /// What counts.
    pub motivations: Vec<String>,
    /// What holds back.
    pub obstacles: Vec<String>,
    /// What to say.
    pub say: Vec<Say>,
    /// What to avoid.
    pub avoid: Vec<Avoid>,
    /// The main way to help.
    pub mode: Option<Mode>,
    /// Steps per time at hand.
    pub steps: StepLists,
    /// Neighbours.
    pub confused_with: Vec<Confusion>,
    /// Likelihood of each cue named; an omitted one is very rare for a profile, unsaid for a situation.
    pub cues: Vec<(CueId, Level)>,
    /// Likelihood of the answers of each question named.
    pub answers: Vec<(QuestionId, Vec<(AnswerId, Level)>)>,
    /// Codes of sources.
    pub sources: Vec<String>,
    /// Date of the last review, ISO.
    pub reviewed: Option<String>,
}

/// One action an agent can do and tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Unique id.
    pub id: StepId,
    /// Shown title.
    pub title: String,
    /// How, in a sentence or two.
    pub detail: String,
    /// How one helps.
    pub mode: Mode,
    /// Usual duration, in minutes.
    pub minutes: u32,
    /// Where it can be done.
    pub channels: Vec<Channel>,
    /// Themes it belongs to; empty means all.
    pub themes: Vec<Theme>,
    /// Only then, if set.
    pub when: Option<Condition>,
    /// Sentences that go with it.
    pub say: Vec<Say>,
    /// The phrase that enters the note when it is ticked.
    pub note: String,
}

/// A place to send people to.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Unique id.
    pub id: PlaceId,
    /// Shown name.
    pub name: String,
    /// What kind of place.
    pub kind: Orientation,
    /// What it offers.
    pub offers: Vec<String>,
    /// Opening hours, in words.
    pub when: String,
    /// How to reach it.
    pub contact: String,
    /// What to bring.
    pub bring: Vec<String>,
    /// Date of the last check, ISO.
    pub confirmed: Option<String>,
}

/// A procedure (démarche).
#[derive(Clone, Debug, PartialEq)]
pub struct Procedure {
    /// Unique id.
    pub id: ProcedureId,
    /// Its theme.
    pub theme: Theme,
    /// Shown title.
    pub title: String,
    /// Official address, shown as text and never opened.
    pub site: Option<String>,
    /// Documents to bring.
    pub documents: Vec<String>,
    /// Its steps.
    pub steps: Vec<StepId>,
    /// The way that is not online.
    pub other_way: String,
    /// Who runs it.
    pub operator: String,
    /// Usual traps, one sentence each.
    pub traps: Vec<String>,
    /// Official pages seen, and when.
    pub seen: Vec<PageSeen>,
    /// What must be checked locally, if anything.
    pub varies: Option<String>,
}

/// An official page that somebody read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSeen {
    /// Its address.
    pub url: String,
    /// The day it was read, ISO.
    pub on: String,
}

/// A cue or a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemRef {
    /// A cue.
    Cue(CueId),
    /// A question.
    Question(QuestionId),
}

/// A link learned from data: how a cue or question depends on another, besides the persona.
#[derive(Clone, Debug, PartialEq)]
pub struct CueLink {
    /// Version of this part of the format; 1.
    pub version: u32,
    /// Channel it was learned on.
    pub channel: Channel,
    /// What depends.
    pub child: ItemRef,
    /// On what; at most one for each child.
    pub parent: ItemRef,
    /// The child's levels for each answer of the parent; a row left out is the child's own.
    pub rows: Vec<LinkRow>,
}

/// The levels of a child for one answer of its parent and one profile.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkRow {
    /// The parent's answer (`oui` or `non` for a cue).
    pub given: AnswerId,
    /// The profile.
    pub persona: PersonaId,
    /// Level of each of the child's answers (of a cue, `oui` alone).
    pub levels: Vec<(AnswerId, Level)>,
}

/// What a rule waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The cue is observed.
    Cue(CueId),
    /// The cue is explicitly not the case.
    NotCue(CueId),
    /// The question got this answer.
    Answer(QuestionId, AnswerId),
    /// The situation is declared.
    Situation(PersonaId),
    /// The agent follows this persona.
    Followed(PersonaId),
    /// A local setting is on.
    Setting(String),
    /// The contact's channel.
    Channel(Channel),
    /// The chosen theme.
    Theme(Theme),
    /// One of these.
    Any(Vec<Condition>),
    /// All of these.
    All(Vec<Condition>),
    /// Not this (never over a situation).
    Not(Box<Condition>),
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleEffect {
    /// Declares a situation.
    Raise(PersonaId),
    /// Adds a step.
    AddStep(StepId),
    /// Hides the steps of a mode.
    HideMode(Mode),
    /// Asks a question.
    Ask(QuestionId),
    /// Keeps a question from being proposed.
    HoldQuestion(QuestionId),
    /// Shows a notice.
    Notice {
        /// The sentence.
        text: String,
        /// How loud.
        severity: Severity,
    },
}

/// A trigger, outside the score.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// When it acts.
    pub when: Condition,
    /// What it does.
    pub then: Vec<RuleEffect>,
}

/// What a case of the test bench expects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expectation {
    /// Any of these labels; empty is not checked.
    pub label: Vec<Label>,
    /// Any of these personas on top; empty is not checked.
    pub top: Vec<PersonaId>,
}

/// A situation of the test bench with its expected result.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Shown title.
    pub title: String,
    /// Channel.
    pub channel: Channel,
    /// Observed cues.
    pub cues: Vec<CueId>,
    /// Cues explicitly not the case.
    pub not_cues: Vec<CueId>,
    /// Answers.
    pub answers: Vec<(QuestionId, AnswerId)>,
    /// Expected label and top.
    pub expect: Expectation,
    /// Exactly the declared situations.
    pub raises: Vec<PersonaId>,
    /// Situations at least to be verified.
    pub to_verify: Vec<PersonaId>,
}

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
