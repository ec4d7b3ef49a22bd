//! How cues look or sound, and what cannot go together, as a kit's own file says.
//!
//! It must never name a cue in the words of the panel when the file has words for it: to read the
//! label is not to notice.

use std::collections::BTreeMap;

use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId};
use crate::domain::kit::{Avoid, Kit};
use crate::domain::vocab::{Channel, Mode, Theme};

/// The words for one thing on each channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What is seen or heard at the counter.
    pub counter: Vec<String>,
    /// What is heard on the phone.
    pub phone: Vec<String>,
}

impl Told {
    /// The words of a channel.
    pub fn on(&self, channel: Channel) -> &[String] {
        match channel {
            Channel::Counter => &self.counter,
            Channel::Phone => &self.phone,
        }
    }
}

/// With this cue, a question gets one of these answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settles {
    /// The cue.
    pub cue: CueId,
    /// The question.
    pub question: QuestionId,
    /// The answers that go with it.
    pub answers: Vec<AnswerId>,
}

impl Settles {
    /// Says whether one of its answers says as much as the cue.
    ///
    /// Up to two answers are ways of saying it; more are only what does not contradict it.
    pub fn says_it(&self) -> bool {
        self.answers.len() <= 2
    }
}

/// A way of helping that goes against a line of « à éviter ».
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Harm {
    /// Whose card.
    pub persona: PersonaId,
    /// The way of helping.
    pub mode: Mode,
    /// The line, as the card has it.
    pub avoid: String,
}

/// What a kit has for practice besides its cards; empty, practice still works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// How each cue looks or sounds.
    pub cues: BTreeMap<CueId, Told>,
    /// What is said for each answer.
    pub answers: BTreeMap<QuestionId, BTreeMap<AnswerId, Vec<String>>>,
    /// Ways of saying that one does not know.
    pub unsure: Vec<String>,
    /// What means nothing.
    pub neutral: Told,
    /// Answers that go with cues.
    pub settles: Vec<Settles>,
    /// Pairs of cues that one person does not show together.
    pub apart: Vec<(CueId, CueId)>,
    /// Themes a cue goes with; none when the person does not know what to ask for.
    pub themes: Vec<(CueId, Vec<Theme>)>,
    /// Ways of helping that go against a card.
    pub harms: Vec<Harm>,
}

impl Words {
    /// Says whether two cues may be shown by one person.
    pub fn go_together(&self, kit: &Kit, one: &CueId, other: &CueId) -> bool {
        let excludes = |a: &CueId, b: &CueId| {
            kit.cue(a.as_str())
                .is_some_and(|cue| cue.excludes.contains(b))
        };
        let apart = self
            .apart
            .iter()
            .any(|(a, b)| (a == one && b == other) || (a == other && b == one));
        !(excludes(one, other) || excludes(other, one) || apart)
    }

    /// Says whether a cue goes with an answer already given.
    pub fn goes_with(&self, cue: &CueId, question: &QuestionId, answer: &AnswerId) -> bool {
        self.settles
            .iter()
            .filter(|s| &s.cue == cue && &s.question == question)
            .all(|s| s.answers.contains(answer))
    }

    /// Says whether an answer amounts to a cue.
    pub fn amounts_to(&self, question: &QuestionId, answer: &AnswerId, cue: &CueId) -> bool {
        self.settles.iter().any(|s| {
            &s.cue == cue && &s.question == question && s.says_it() && s.answers.contains(answer)
        })
    }

    /// The line of a card that a way of helping goes against.
    pub fn against<'k>(&self, kit: &'k Kit, persona: &PersonaId, mode: Mode) -> Option<&'k Avoid> {
        let harm = self
            .harms
            .iter()
            .find(|h| &h.persona == persona && h.mode == mode)?;
        let card = kit.persona(persona.as_str())?;
        card.avoid.iter().find(|avoid| avoid.text == harm.avoid)
    }

    /// Everything in the file that the kit does not know, in file order.
    pub fn strangers(&self, kit: &Kit) -> Vec<String> {
        let mut unknown = Vec::new();
        let mut tell = |known: bool, name: String| {
            if !known && !unknown.contains(&name) {
                unknown.push(name);
            }
        };
        let answer = |question: &QuestionId, answer: &AnswerId| {
            kit.question(question.as_str())
                .is_some_and(|q| q.answers.iter().any(|a| &a.id == answer))
        };
        let cues = self.cues.keys();
        let cues = cues.chain(self.settles.iter().map(|s| &s.cue));
        let cues = cues.chain(self.apart.iter().flat_map(|(a, b)| [a, b]));
        for cue in cues.chain(self.themes.iter().map(|(cue, _)| cue)) {
            tell(kit.cue(cue.as_str()).is_some(), cue.to_string());
        }
        for (question, said) in &self.answers {
            for id in said.keys() {
                tell(answer(question, id), format!("{question} › {id}"));
            }
        }
        for settles in &self.settles {
            for id in &settles.answers {
                let name = format!("{} › {id}", settles.question);
                tell(answer(&settles.question, id), name);
            }
        }
        for harm in &self.harms {
            let known = self.against(kit, &harm.persona, harm.mode).is_some();
            tell(known, format!("{} › {}", harm.persona, harm.avoid));
        }
        unknown
    }
}
