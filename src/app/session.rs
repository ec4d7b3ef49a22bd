//! One interview and what is around it: its moment, its layers, its messages. Plain data.

use crate::domain::guard::Kept;
use crate::domain::ids::{CueId, PersonaId, ProcedureId, QuestionId, StepId};
use crate::domain::interview::{Interview, Mark};
use crate::domain::template::Answers;
use crate::domain::vocab::{Channel, Theme};

use super::action::Stamp;
use super::command::Reason;
use super::history::Changed;

/// What the outside world says of the moment an action happens in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Now {
    /// Local date, ISO.
    pub date: String,
    /// Local time of day, as shown: « 10 h 42 ».
    pub clock: String,
    /// Milliseconds since the program started; only differences mean anything.
    pub millis: u64,
}

/// The shape of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Three zones, to recognise.
    Wide,
    /// A strip beside the business application, to accompany.
    Strip,
}

/// What tells two open interviews apart without naming anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Badge {
    /// A disc.
    Disc,
    /// A square.
    Square,
}

impl Badge {
    /// The one the other interview gets.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Disc => Self::Square,
            Self::Square => Self::Disc,
        }
    }
}

/// What tells an interview from another: where it takes place, when it began, its theme, a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionName {
    /// Its shape.
    pub badge: Badge,
    /// When it began, « 10 h 42 »; `None` before the first gesture.
    pub started: Option<String>,
    /// Its channel.
    pub channel: Channel,
    /// Its theme, if chosen.
    pub theme: Option<Theme>,
}

/// Which of the two moments of the interview it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// About a minute: cues, question, lead.
    Recognise,
    /// The rest: sentence, current step, steps left, note.
    Accompany,
}

/// A layer above the panel; at most one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The whole card of a persona.
    Card(PersonaId),
    /// The note has not left: copy it, or let it go?
    ConfirmEnd(AfterEnd),
    /// Somebody is in danger.
    Danger,
    /// The key map.
    Help,
    /// All the leads, to choose another.
    Leads,
    /// Where the person is sent next.
    Orientation,
    /// One démarche.
    Procedure(ProcedureId),
    /// The démarches of the theme, or all of them.
    Procedures,
    /// All the questions, to choose another.
    Questions,
    /// The note, as it will leave.
    Review,
    /// What a crash left: go on with it, or erase it?
    Found,
    /// What the tool keeps on this machine.
    Kept,
    /// The local tally: counts, recalibration, drift.
    Learning,
    /// Search over everything.
    Search,
    /// What this workplace chooses.
    Settings,
    /// The screen turned to the person.
    Shared,
    /// The themes.
    Themes,
    /// A contact is in hand: leave it for training?
    ToTraining,
    /// A contact is in hand: leave it for the workshop?
    ToWorkshop,
}

/// What follows the end of an interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterEnd {
    /// A new interview.
    New,
    /// The window closes.
    Quit,
}

/// A short message, said once and never in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Toast {
    /// The interview is wiped.
    Wiped,
    /// The note is on the clipboard.
    Copied,
    /// Something is on the clipboard, and nothing will take it off by itself.
    CopiedForGood,
    /// What was copied by hand in a field is on the clipboard with masks in it.
    CopiedMasked,
    /// The note is being written.
    Saving,
    /// The note is saved there.
    Saved(String),
    /// The note could not be saved; this is why. It is on the clipboard.
    NotSaved(String),
    /// The note of another moment could not be saved; this is why.
    OtherNotSaved(String),
    /// The recalibrated kit is saved there.
    KitSaved(String),
    /// The recalibrated kit could not be saved; this is why.
    KitNotSaved(String),
    /// The file dialog gave nothing.
    NoPath,
    /// A burst of keys was undone.
    BurstUndone,
    /// This was undone.
    Undone(Changed),
    /// This was done again.
    Redone(Changed),
    /// A command makes no sense now; this is why, as a key of the catalogue.
    Unavailable(Reason),
    /// The channel changed.
    Channel(Channel),
    /// The zoom is now so many per cent.
    Zoom(u16),
    /// The settings could not be written; this is why.
    SettingsNotSaved(String),
    /// The letter already serves another command.
    LetterTaken(char),
    /// The draft cannot be kept; this is why.
    DraftTrouble(String),
    /// What a crash left was of another day, and is erased.
    DraftOfAnotherDay,
    /// This version of the published kit is now in use.
    KitVersion(u32),
    /// What is the structure's own changed.
    Ours,
    /// Half an hour without a gesture: a warning before everything is wiped.
    Idle,
    /// Everything was wiped for lack of a gesture.
    IdleWiped,
    /// The guard keeps the note from leaving.
    Blocked,
    /// The template keeps the note from being copied: something is still to fill.
    ToFill,
    /// This interview is put aside.
    Paused(SessionName),
    /// This interview is back.
    Resumed(SessionName),
    /// These two cannot hold together: which one?
    Conflict(CueId, CueId),
}

/// One interview and what is particular to it.
#[derive(Clone, Debug)]
pub struct Session {
    /// Which interview it is, since the start of the program.
    pub id: u32,
    /// Changes of its facts.
    pub revision: u32,
    /// How often something was masked in its text.
    pub masked: u32,
    /// The facts, with undo.
    pub interview: Interview,
    /// When its first action happened.
    pub started_millis: Option<u64>,
    /// The same, as a time of day.
    pub started_clock: Option<String>,
    /// What tells it from the other one.
    pub badge: Badge,
    /// Whether the agent folded (true) or unfolded (false) the window for it.
    pub folded: Option<bool>,
    /// Whether the note has left since the last change.
    pub note_left: bool,
    /// The step under the cursor, if chosen.
    pub cursor: Option<StepId>,
    /// The question chosen by the agent, if any.
    pub question: Option<QuestionId>,
    /// The démarche opened last, whose documents the shared view shows.
    pub procedure: Option<ProcedureId>,
    /// What the guard found and the agent keeps, for a reason.
    pub kept: Kept,
    /// What was typed in the blanks of the template.
    pub answers: Answers,
}

impl Session {
    /// Starts blank.
    pub fn new(channel: Channel) -> Self {
        Self {
            id: 0,
            revision: 0,
            masked: 0,
            interview: Interview::new(channel),
            started_millis: None,
            started_clock: None,
            badge: Badge::Disc,
            folded: None,
            note_left: false,
            cursor: None,
            question: None,
            procedure: None,
            kept: Kept::new(),
            answers: Answers::new(),
        }
    }

    /// Says whether nothing was noted nor typed.
    pub fn is_blank(&self) -> bool {
        self.interview.is_blank() && self.answers.is_empty()
    }

    /// Says which note this would be if it left now.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            session: self.id,
            revision: self.revision,
        }
    }

    /// Says what tells it from another.
    pub fn name(&self) -> SessionName {
        let evidence = &self.interview.facts().evidence;
        SessionName {
            badge: self.badge,
            started: self.started_clock.clone(),
            channel: evidence.channel,
            theme: evidence.theme,
        }
    }
}

/// A key press that changed something, kept just long enough to recognise a burst.
#[derive(Clone, Debug)]
pub struct RecentKey {
    /// When.
    pub millis: u64,
    /// Whether it was a family letter (true) or a digit (false), for paths of cues; `None` otherwise.
    pub path: Option<bool>,
    /// The session before it, and a mark in its history.
    pub before: Session,
    /// Where its history stood.
    pub mark: Mark,
    /// The other session before it.
    pub parked_before: Option<Session>,
    /// The layer before it.
    pub overlay_before: Option<Overlay>,
}
