//! Role-play scenarios: cards for three roles, what they train, and how they are talked over.
//!
//! A scenario is invented; it says what somebody does, says and wants, never who somebody is. It must
//! never carry a mark, a right answer to recite, or anything of a real contact.

mod check;
mod coverage;
mod wording;

use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::ids::{AnswerId, CueId, PersonaId, ProcedureId, QuestionId, ScenarioId, StepId};
use crate::domain::kit::KitContent;
use crate::domain::vocab::{Channel, Theme};

pub use check::{fits, references};
pub use coverage::{uncovered, unexpected};
pub use wording::{Words, wording};

/// Shortest play, in minutes.
pub const SHORTEST: u16 = 5;
/// Longest play, in minutes.
pub const LONGEST: u16 = 8;
/// Fewest and most lines of an observer's grid.
pub const GRID: std::ops::RangeInclusive<usize> = 5..=7;

/// What whoever plays the agent is given: only what an agent would know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgentCard {
    /// Where and when it begins.
    pub scene: String,
    /// What the agent knows or can use.
    pub knows: Vec<String>,
}

/// Something to do or to say, and the cue it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Play {
    /// The cue an attentive agent may note.
    pub cue: CueId,
    /// How it is played.
    pub how: String,
}

/// What is answered when asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// What was asked or offered; empty when it is a question of the kit.
    pub asked: String,
    /// The question of the kit, and the answer it amounts to.
    pub gives: Option<(QuestionId, AnswerId)>,
    /// What is answered.
    pub say: String,
}

/// What whoever plays the usager is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsagerCard {
    /// The situation, told to the player.
    pub situation: String,
    /// What one wants.
    pub wants: String,
    /// What one says first.
    pub first: String,
    /// What one does and says along the way.
    pub plays: Vec<Play>,
    /// What one answers when asked.
    pub replies: Vec<Reply>,
    /// What one says only once trust is there; may be empty.
    pub unsaid: String,
    /// What eases.
    pub eases: Vec<String>,
    /// What closes.
    pub closes: Vec<String>,
}

/// A scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Names it.
    pub id: ScenarioId,
    /// Its title, which gives nothing away.
    pub title: String,
    /// Where it takes place.
    pub channel: Channel,
    /// What it is about.
    pub theme: Theme,
    /// The démarche, if the kit has it.
    pub procedure: Option<ProcedureId>,
    /// The profiles that may come first, the one that is meant before the others; none where a situation
    /// leaves everything open.
    pub leads: Vec<PersonaId>,
    /// The situations it raises or lets propose.
    pub situations: Vec<PersonaId>,
    /// Minutes of play.
    pub minutes: u16,
    /// What is trained, in one sentence.
    pub objective: String,
    /// The idea it undoes, if it was written for that.
    pub undoes: Option<String>,
    /// Where one slips easily.
    pub traps: Vec<String>,
    /// The agent's card.
    pub agent: AgentCard,
    /// The usager's card.
    pub usager: UsagerCard,
    /// What can be observed, without a mark.
    pub observer: Vec<String>,
    /// The moment worth a second take.
    pub rewind: String,
    /// Steps of the kit that help.
    pub steps: Vec<StepId>,
    /// Questions to talk it over.
    pub debrief: Vec<String>,
}

impl Scenario {
    /// A scenario of which nothing is written yet.
    pub fn blank(id: &str, channel: Channel, theme: Theme) -> Self {
        Self {
            id: id.into(),
            title: String::new(),
            channel,
            theme,
            procedure: None,
            leads: Vec::new(),
            situations: Vec::new(),
            minutes: SHORTEST,
            objective: String::new(),
            undoes: None,
            traps: Vec::new(),
            agent: AgentCard::default(),
            usager: UsagerCard::default(),
            observer: Vec::new(),
            rewind: String::new(),
            steps: Vec::new(),
            debrief: Vec::new(),
        }
    }

    /// The personas it makes one meet: the profile that is meant, then its situations.
    pub fn personas(&self) -> impl Iterator<Item = &PersonaId> {
        self.leads.first().into_iter().chain(&self.situations)
    }

    /// What an attentive agent notes: the cues played, and the answers if they were asked for.
    pub fn evidence(&self, with_answers: bool) -> Evidence {
        let mut evidence = Evidence::new(self.channel);
        evidence.theme = Some(self.theme);
        for play in &self.usager.plays {
            evidence.cues.insert(play.cue.clone(), Sighting::Observed);
        }
        if with_answers {
            let given = self.usager.replies.iter();
            let given = given.filter_map(|reply| reply.gives.clone());
            evidence.answers.extend(given);
        }
        evidence
    }

    /// What was asked, in the words of the kit where it is one of its questions.
    pub fn asked<'s>(&'s self, reply: &'s Reply, content: &'s KitContent) -> &'s str {
        let of_kit = reply.gives.as_ref().and_then(|(question, _)| {
            let mut questions = content.questions.iter();
            questions.find(|one| one.id == *question)
        });
        match of_kit {
            Some(question) if reply.asked.is_empty() => question.ask_on(self.channel),
            _ => &reply.asked,
        }
    }
}
