//! Every intent the workshop knows, and the draft as it travels to the disk and back.

use std::sync::Arc;

use crate::domain::ids::{CueId, PersonaId, StepId};
use crate::domain::kit::KitContent;
use crate::domain::workshop::{Checks, Edit, Element, Field, Kind, Value};

use super::sharing::FilesAction;
use super::{Asked, BenchAction, LevelsAction, ShareAction, Spot};
use crate::app::Action;

/// An intent of the workshop, with its data.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkshopAction {
    /// Opens the workshop, or goes back to the interview; asks first while a contact is in hand.
    Toggle,
    /// Opens it although a contact is in hand, which stays as it is.
    Enter,
    /// Goes back to the interview.
    Leave,
    /// The disk said what was kept, and the words to check against are read.
    Opened(Box<Opened>),
    /// Goes somewhere.
    Go(Spot),
    /// Goes to a field of a sheet.
    GoTo(Field),
    /// Goes back one place; closes what is asked first.
    Back,
    /// Makes an edit.
    Edit(Edit),
    /// Adds a line to a list, and brings it forward.
    InsertLine(Field, Value),
    /// Removes a line of a list.
    RemoveLine(Field, usize),
    /// Moves a line of a list.
    MoveLine(Field, usize, usize),
    /// A field was left: what comes next is another undo.
    Seal,
    /// Undoes.
    Undo,
    /// Does again.
    Redo,
    /// Copies an element and opens the copy.
    Duplicate(Element),
    /// Asks for a second yes, or for a name.
    Ask(Asked),
    /// Asks to delete an element, with what hangs on it.
    AskDelete(Element),
    /// Changes the name being asked for.
    Name(String),
    /// Does what was asked.
    Confirm,
    /// Does nothing of what was asked.
    AskNothing,
    /// Adds an element that has no name of its own, and opens it.
    Add(Kind),
    /// Adds a step to a card, and opens it.
    AddStepTo(PersonaId),
    /// The draft was kept, or not; the error is a French sentence.
    Kept(Result<(), String>),
    /// Says whether list and sheet stand side by side.
    SideBySide(bool),
    /// Hides the message.
    DismissMessage,
    /// Creating a persona.
    Create(CreateAction),
    /// Sharing with the team.
    Share(ShareAction),
    /// The table of levels.
    Levels(LevelsAction),
    /// The cases.
    Bench(BenchAction),
    /// An intent of the interview that tries the draft.
    Try(Box<Action>),
    /// Begins the try-out again.
    TryAgain,
    /// What distinguishes the cards.
    Map(super::MapAction),
    /// Preparing a team workshop.
    Prepare(super::PrepareAction),
    /// What is the structure's own.
    Ours(super::OursAction),
}

/// An intent about the persona being created.
#[derive(Clone, Debug, PartialEq)]
pub enum CreateAction {
    /// Ticks a cue as typical, or takes it back.
    Typical(CueId),
    /// Ticks a cue as never there, or takes it back.
    Never(CueId),
    /// Chooses the nearest card.
    Near(PersonaId),
    /// Changes the name.
    Name(String),
    /// Changes the essence.
    Essence(String),
    /// Starts with the texts of the nearest card, or without.
    KeepTexts(bool),
    /// A sentence to say.
    Say(String),
    /// What to avoid.
    Avoid(String),
    /// Why.
    Because(String),
    /// Takes a step, or leaves it out.
    ToggleStep(StepId),
    /// Keeps a situation that tests it, or leaves it out.
    ToggleTest(usize),
    /// Goes to another screen.
    Step(super::creating::Step),
    /// Creates it.
    Finish,
}

/// What opening the workshop brings.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The kit it was opened on.
    pub base: Arc<KitContent>,
    /// Names that version.
    pub hash: String,
    /// What the draft is checked against.
    pub checks: Checks,
    /// The draft of another day.
    pub kept: Option<WorkshopDraft>,
    /// The one of what is local.
    pub ours: Option<WorkshopDraft>,
    /// What went wrong with the file, as a French sentence.
    pub trouble: Option<String>,
    /// Whether this window can keep a draft.
    pub keeps: bool,
}

impl PartialEq for Opened {
    fn eq(&self, other: &Self) -> bool {
        // The checks hold no fact: the same kit has the same.
        (&self.base, &self.hash, &self.kept, &self.trouble)
            == (&other.base, &other.hash, &other.kept, &other.trouble)
    }
}

/// The draft as the disk keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkshopDraft {
    /// The kit's id.
    pub kit: String,
    /// Names the version it started from.
    pub hash: String,
    /// The version it started from.
    pub base: Arc<KitContent>,
    /// The draft.
    pub content: Arc<KitContent>,
}

impl WorkshopAction {
    /// Says whether it goes on with what is typed, which a seal would cut.
    pub(super) fn is_typing(&self) -> bool {
        match self {
            Self::Edit(Edit::Set { value, .. }) => value.is_typed(),
            Self::SideBySide(_) | Self::Bench(BenchAction::Tried(_)) => true,
            _ => false,
        }
    }

    /// Says whether it comes from outside, and interrupts nobody.
    pub const fn is_answer(&self) -> bool {
        use super::MapAction;
        match self {
            Self::Opened(_)
            | Self::Kept(_)
            | Self::SideBySide(_)
            | Self::Bench(BenchAction::Tried(_))
            | Self::Map(MapAction::Progress(..) | MapAction::Done(..)) => true,
            Self::Share(action) => action.is_answer(),
            _ => false,
        }
    }

    /// An intent about files to and from others.
    pub const fn files(action: FilesAction) -> Self {
        Self::Share(ShareAction::Files(action))
    }

    /// Asks for the name of a new element.
    pub fn ask_for(kind: Kind) -> Self {
        Self::Ask(Asked::Add(kind, String::new()))
    }
}
