//! « Dans la peau de… »: a small invented procedure, the obstacles on its way, and the help that lifts
//! them.
//!
//! What resists is the service: its words, its rules, its pages. It must never imitate a person: no
//! impairment, accent, poverty or emotion is played, nobody fails and nothing is scored. [`Run`] is the
//! exercise itself, [`check`] says what is wrong with one.

mod check;
mod explore;
mod run;
#[cfg(test)]
mod tests;

pub use check::{Fault, check};
pub use explore::{Explored, explore};
pub use run::{Ended, Event, Phase, Run, Said, Walk};

use crate::domain::ids::{PageId, PersonaId, SimulationId, StepId};

/// One exercise of five minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simulation {
    /// Its id.
    pub id: SimulationId,
    /// Its title, which says what one comes to do.
    pub title: String,
    /// In whose shoes: a persona of the kit.
    pub persona: PersonaId,
    /// What is coming, said before anything begins.
    pub coming: String,
    /// Where one stands when it begins, said to « vous »: circumstances, never who one is.
    pub situation: String,
    /// The name of the invented service.
    pub service: String,
    /// What lies on the table all along.
    pub paper: Paper,
    /// The pages of the procedure, in order.
    pub pages: Vec<Page>,
    /// What one may have felt: choices, kept nowhere.
    pub felt: Vec<String>,
    /// What would have helped: steps of the kit.
    pub helped: Vec<StepId>,
}

/// A letter, a form, a note: what one has in hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is.
    pub title: String,
    /// What it says, line by line.
    pub lines: Vec<String>,
}

/// A page of the invented service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its id, within the simulation.
    pub id: PageId,
    /// Its title, as the service writes it.
    pub title: String,
    /// What it says, paragraph by paragraph.
    pub text: Vec<String>,
    /// What is to be done on it.
    pub task: Task,
    /// What stands in the way.
    pub obstacle: Option<Obstacle>,
    /// What an agent does here.
    pub help: Option<Help>,
}

/// What is to be done on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Going on, by a button with these words.
    Go(String),
    /// Copying something from the paper.
    Type {
        /// What is asked, as the service says it.
        label: String,
        /// What the paper says.
        answer: String,
        /// What the service says of anything else.
        refusal: String,
        /// The words of the button.
        button: String,
    },
    /// Choosing among several.
    Pick {
        /// What is asked.
        question: String,
        /// What one may choose.
        options: Vec<Choice>,
    },
}

/// One thing to choose, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its words.
    pub words: String,
    /// Where it leads.
    pub leads: Leads,
}

/// Where a choice leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To the next page.
    On,
    /// Nowhere: the service says this.
    Reply(String),
    /// To another page.
    To(PageId),
}

/// What the service says at each attempt, and the way round that shows at last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wall {
    /// What it says, attempt after attempt.
    pub replies: Vec<String>,
    /// The words of the way round.
    pub way_out: String,
    /// What that way costs.
    pub then: String,
}

/// What stands in the way: a small set of mechanisms, each with its own parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Words of the administration, to decode before one may choose.
    Jargon,
    /// The session expires as one goes on: at a step, never by a clock.
    SessionExpires {
        /// What the service says.
        message: String,
        /// The page one is sent back to.
        back_to: PageId,
    },
    /// A code was sent to a mailbox one cannot open.
    CodeElsewhere(Wall),
    /// The form refuses what one joins.
    FileRefused {
        /// Its reasons, attempt after attempt.
        replies: Vec<String>,
    },
    /// The page is in a script that nobody taught.
    UnknownScript,
    /// The page works badly with the keyboard alone: these links come before what one needs.
    KeyboardOnly {
        /// The links, named as such pages name them.
        links: Vec<String>,
    },
    /// The page works badly when magnified: one sees a corner of it at a time.
    Magnified,
    /// A page made for a desk, on a screen the size of a phone.
    SmallScreen,
    /// A right is at stake on a date, and nobody says whether it is kept.
    Deadline {
        /// The date, in words.
        date: String,
        /// What is at stake.
        at_stake: String,
        /// What the service answers.
        wall: Wall,
    },
    /// One acts for somebody else, without that person's code.
    ForSomeoneElse(Wall),
    /// The step is online, whatever one would rather have.
    OnlineOnly(Wall),
}

/// A mechanism, without its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mechanism {
    /// [`Obstacle::Jargon`].
    Jargon,
    /// [`Obstacle::SessionExpires`].
    SessionExpires,
    /// [`Obstacle::CodeElsewhere`].
    CodeElsewhere,
    /// [`Obstacle::FileRefused`].
    FileRefused,
    /// [`Obstacle::UnknownScript`].
    UnknownScript,
    /// [`Obstacle::KeyboardOnly`].
    KeyboardOnly,
    /// [`Obstacle::Magnified`].
    Magnified,
    /// [`Obstacle::SmallScreen`].
    SmallScreen,
    /// [`Obstacle::Deadline`].
    Deadline,
    /// [`Obstacle::ForSomeoneElse`].
    ForSomeoneElse,
    /// [`Obstacle::OnlineOnly`].
    OnlineOnly,
}

impl Mechanism {
    /// Every mechanism.
    pub const ALL: &'static [Self] = &[
        Self::Jargon,
        Self::SessionExpires,
        Self::CodeElsewhere,
        Self::FileRefused,
        Self::UnknownScript,
        Self::KeyboardOnly,
        Self::Magnified,
        Self::SmallScreen,
        Self::Deadline,
        Self::ForSomeoneElse,
        Self::OnlineOnly,
    ];
}

impl Obstacle {
    /// Its mechanism.
    pub const fn mechanism(&self) -> Mechanism {
        match self {
            Self::Jargon => Mechanism::Jargon,
            Self::SessionExpires { .. } => Mechanism::SessionExpires,
            Self::CodeElsewhere(_) => Mechanism::CodeElsewhere,
            Self::FileRefused { .. } => Mechanism::FileRefused,
            Self::UnknownScript => Mechanism::UnknownScript,
            Self::KeyboardOnly { .. } => Mechanism::KeyboardOnly,
            Self::Magnified => Mechanism::Magnified,
            Self::SmallScreen => Mechanism::SmallScreen,
            Self::Deadline { .. } => Mechanism::Deadline,
            Self::ForSomeoneElse(_) => Mechanism::ForSomeoneElse,
            Self::OnlineOnly(_) => Mechanism::OnlineOnly,
        }
    }

    /// The wall it is, if it is one.
    pub const fn wall(&self) -> Option<&Wall> {
        match self {
            Self::CodeElsewhere(wall)
            | Self::Deadline { wall, .. }
            | Self::ForSomeoneElse(wall)
            | Self::OnlineOnly(wall) => Some(wall),
            _ => None,
        }
    }

    /// Says whether it stands only once, however often one comes back to its page.
    pub(super) const fn is_behind_once_passed(&self) -> bool {
        let refuses = matches!(self, Self::FileRefused { .. } | Self::SessionExpires { .. });
        refuses || self.wall().is_some()
    }

    /// What the service says at each attempt, before anything is done.
    pub fn replies(&self) -> &[String] {
        match self {
            Self::FileRefused { replies } => replies,
            other => other.wall().map_or(&[], |wall| &wall.replies),
        }
    }
}

/// What an agent does at an obstacle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    /// The step of the kit, whose sentence and mode are shown.
    pub step: StepId,
    /// What changes because somebody is there.
    pub does: String,
    /// What one presses instead of the page's own task.
    pub button: Option<String>,
}

impl Simulation {
    /// Finds a page by its id.
    pub fn page_of(&self, id: &PageId) -> Option<usize> {
        self.pages.iter().position(|page| page.id == *id)
    }

    /// The mechanisms it uses, in the order one meets them, each once.
    pub fn mechanisms(&self) -> Vec<Mechanism> {
        let mut found = Vec::new();
        let obstacles = self.pages.iter().filter_map(|page| page.obstacle.as_ref());
        for mechanism in obstacles.map(Obstacle::mechanism) {
            if !found.contains(&mechanism) {
                found.push(mechanism);
            }
        }
        found
    }
}
