//! A case being made: what one notices, what is answered, and what is expected of it.
//!
//! It must never expect anything nobody stated.

use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::identification::Identification;
use crate::domain::identify::Recogniser;
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId};
use crate::domain::kit::{Case, Expectation, Kit, KitContent};
use crate::domain::vocab::{Channel, Label};
use crate::domain::workshop::Element;
use crate::domain::workshop::bench::{Verdict, case_of};

/// What is expected of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// What the draft says of it.
    AsSaid,
    /// Somebody comes first.
    Lead(PersonaId),
    /// Nobody stands out.
    Nobody,
}

/// An intent about the case being made.
#[derive(Clone, Debug, PartialEq)]
pub enum BuildAction {
    /// On another channel.
    Channel(Channel),
    /// A cue is noted, then explicitly not the case, then nothing.
    Cue(CueId),
    /// A question gets an answer, or none any more.
    Answer(QuestionId, AnswerId),
    /// Shows the questions, or hides them.
    Questions(bool),
    /// States what is expected.
    Expect(Expected),
    /// Changes the title.
    Title(String),
}

/// A case being made.
#[derive(Clone, Debug)]
pub struct Building {
    /// What is noted.
    pub evidence: Evidence,
    /// What is expected, once stated.
    pub expected: Option<Expected>,
    /// Its title as typed; empty = made of its cues.
    pub title: String,
    /// Whether the questions are shown.
    pub questions: bool,
    /// What the draft says of it, if it can.
    found: Option<Identification>,
}

impl Building {
    /// Begins a case of which nothing is known.
    pub fn new(channel: Channel) -> Self {
        Self {
            evidence: Evidence::new(channel),
            expected: None,
            title: String::new(),
            questions: false,
            found: None,
        }
    }

    /// Says whether anything is noted.
    pub fn has_facts(&self) -> bool {
        !self.evidence.cues.is_empty() || !self.evidence.answers.is_empty()
    }

    /// Says whether it can be added.
    pub fn is_ready(&self) -> bool {
        self.has_facts() && self.expected.is_some() && self.found.is_some()
    }

    /// Says whether what is noted contradicts itself, or the draft cannot be tried.
    pub fn is_refused(&self) -> bool {
        self.has_facts() && self.found.is_none()
    }

    /// What the draft says of it, as a case.
    pub fn said(&self) -> Option<Case> {
        let found = self.found.as_ref()?;
        Some(case_of("", &self.evidence, found))
    }

    /// What the draft says of it, as a sentence would.
    pub fn words(&self, content: &KitContent) -> String {
        let found = self.found.as_ref();
        found.map_or_else(String::new, |found| Verdict::of(found).words(content))
    }

    /// The title it gets if none is typed.
    pub fn own_title(&self, content: &KitContent) -> String {
        let noted = self
            .evidence
            .cues
            .iter()
            .filter(|(_, sighting)| **sighting == Sighting::Observed)
            .map(|(id, _)| Element::Cue(id.clone()).title(content));
        let answered = self.evidence.answers.iter().map(|(question, answer)| {
            Element::Answer(question.clone(), answer.clone()).title(content)
        });
        let words: Vec<String> = noted.chain(answered).take(2).collect();
        words.join(", ")
    }

    /// The case as it stands.
    pub fn case(&self, content: &KitContent) -> Case {
        let mut case = self.said().unwrap_or_else(|| Case {
            title: String::new(),
            channel: self.evidence.channel,
            cues: Vec::new(),
            not_cues: Vec::new(),
            answers: Vec::new(),
            expect: Expectation::default(),
            raises: Vec::new(),
            to_verify: Vec::new(),
        });
        let typed = self.title.trim();
        case.title = if typed.is_empty() {
            self.own_title(content)
        } else {
            typed.to_owned()
        };
        case.expect = match &self.expected {
            Some(Expected::AsSaid) => case.expect,
            Some(Expected::Lead(persona)) => Expectation {
                label: vec![Label::Clear, Label::Possible],
                top: vec![persona.clone()],
            },
            Some(Expected::Nobody) => Expectation {
                label: vec![Label::Uncertain, Label::None],
                top: Vec::new(),
            },
            None => Expectation::default(),
        };
        case
    }

    /// Carries out an intent.
    pub(super) fn act(&mut self, action: BuildAction, content: &KitContent, kit: Option<&Kit>) {
        match action {
            BuildAction::Channel(channel) => {
                self.evidence.channel = channel;
                // What cannot be noticed there is no part of it.
                let there = |id: &CueId| {
                    let cue = content.cues.iter().find(|cue| cue.id == *id);
                    cue.is_some_and(|cue| cue.channels.contains(&channel))
                };
                self.evidence.cues.retain(|id, _| there(id));
                let asked = |id: &QuestionId| {
                    let question = content.questions.iter().find(|q| q.id == *id);
                    question.is_some_and(|q| q.channels.contains(&channel))
                };
                self.evidence.answers.retain(|id, _| asked(id));
            }
            BuildAction::Cue(cue) => {
                match self.evidence.cues.get(&cue) {
                    None => self.evidence.cues.insert(cue, Sighting::Observed),
                    Some(Sighting::Observed) => self.evidence.cues.insert(cue, Sighting::Denied),
                    Some(Sighting::Denied) => self.evidence.cues.remove(&cue),
                };
            }
            BuildAction::Answer(question, answer) => {
                if self.evidence.answers.get(&question) == Some(&answer) {
                    self.evidence.answers.remove(&question);
                } else {
                    self.evidence.answers.insert(question, answer);
                }
            }
            BuildAction::Questions(shown) => self.questions = shown,
            BuildAction::Expect(expected) => self.expected = Some(expected),
            BuildAction::Title(title) => self.title = title,
        }
        self.found = kit.filter(|_| self.has_facts()).and_then(|kit| {
            Recogniser::new(kit, self.evidence.channel)
                .identify(kit, &self.evidence)
                .ok()
        });
    }
}
