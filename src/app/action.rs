//! Every intent a view or a key can express, and every effect the outside world must carry out.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::draft::Draft;
use crate::domain::guard::{Reason, VerifiedNote, VerifiedText};
use crate::domain::ids::{AnswerId, CueId, FamilyId, PersonaId, QuestionId, StepId};
use crate::domain::kept::{Inventory, KeptFile, PlaceKind, Receipt};
use crate::domain::kit::KitContent;
pub use crate::domain::note::NoteFormat as Format;
use crate::domain::settings::{self, Settings};
use crate::domain::study::confirmed::Confirmed;
use crate::domain::study::tally::Tally;
use crate::domain::version::{Looked, VersionName};
use crate::domain::vocab::{
    Autonomy, Channel, Equipment, Language, Minutes, Orientation, Outcome, Theme, ThemeChoice,
};

use super::command::Command;
use super::keeping::Asked;
use super::noting::Place;
use super::remarks::RemarkAction;
use super::state::{Overlay, Shape};
use super::training::TrainingAction;
use super::workshop::bench::Trial;
use super::workshop::sharing::Errand;
use super::workshop::{Diagnosing, WorkshopAction, WorkshopDraft};

/// An intent, with its data.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Starts a new interview; asks first if a note would be lost.
    New,
    /// Finishes: like [`Action::New`], from the agent's last key.
    Finish,
    /// The window is asked to close.
    Close,
    /// The clipboard holds what was copied, and nothing will take it off by itself.
    CopiedForGood,
    /// What was copied by hand in a field is on the clipboard with masks in it.
    CopiedMasked,
    /// Copies the note, then finishes.
    CopyAndEnd,
    /// Finishes and lets the note go.
    EndWithoutNote,
    /// Puts this interview aside, or takes the other one back.
    Pause,
    /// Gives a command, if it makes sense now; says why otherwise.
    Run(Command),
    /// The same from the list of commands, which closes first.
    RunFromList(Command),
    /// Undoes the last action.
    Undo,
    /// Does it again.
    Redo,
    /// Opens a layer above the panel.
    Open(Overlay),
    /// Opens the search on the commands.
    OpenPalette,
    /// Moves the choice in an open list down (1) or up (-1).
    MoveChoice(i8),
    /// Closes the top layer.
    Dismiss,
    /// Hides or shows everything.
    Curtain,
    /// Opens a family's own page, or closes it if open.
    OpenFamily(FamilyId),
    /// Opens a family for one digit, then closes it.
    OpenFamilyForKey(FamilyId),
    /// A digit, whose meaning depends on what is open; 0 is the tenth or « sans réponse ».
    Digit(u8),
    /// The main key, whose meaning depends on what is open.
    Enter,
    /// Sets the channel.
    SetChannel(Channel),
    /// Goes to the kit's next channel.
    NextChannel,
    /// Sets the time at hand.
    SetMinutes(Minutes),
    /// Goes to the next time at hand.
    NextMinutes,
    /// Sets or clears the theme.
    SetTheme(Option<Theme>),
    /// Unknown → observed → not the case → unknown.
    CycleCue(CueId),
    /// Notes a cue found by search, unless it is already noted.
    NoteCue(CueId),
    /// Chooses the question in view.
    ShowQuestion(QuestionId),
    /// Answers a question.
    Answer(QuestionId, AnswerId),
    /// Marks a question « sans réponse ».
    LeaveUnanswered(QuestionId),
    /// Takes an answer or a « sans réponse » back.
    WithdrawAnswer(QuestionId),
    /// Follows a persona.
    Follow(PersonaId),
    /// Follows the lead.
    FollowLead,
    /// Follows the runner-up.
    FollowRunnerUp,
    /// Goes back to recognising.
    Unfollow,
    /// Puts the cursor on a step.
    GoToStep(StepId),
    /// Moves the cursor down (1) or up (-1).
    MoveCursor(i8),
    /// Ticks a step, or reopens it.
    ToggleStep(StepId),
    /// Ticks the current step and goes on.
    TickCurrent,
    /// Skips the current step and goes on.
    SkipCurrent,
    /// Adds a step to the plan by hand.
    AddStep(StepId),
    /// Sets the result of the contact, or clears it.
    SetOutcome(Option<Outcome>),
    /// Toggles an orientation.
    SetOrientation(Option<Orientation>),
    /// Sets or clears the autonomy.
    SetAutonomy(Option<Autonomy>),
    /// Toggles a piece of equipment.
    ToggleEquipment(Equipment),
    /// Sets the optional free text.
    SetFreeText(String),
    /// Puts the persona's name in the exported note, or takes it out.
    SetNamePersona(bool),
    /// Replaces what the guard found nth in a place by its mask or neutral words.
    Mask(Place, usize),
    /// Keeps what the guard found nth in a place, for a reason.
    Keep(Place, usize, Reason),
    /// Fills a blank of the template.
    SetAnswer(String, String),
    /// Copies the note.
    CopyNote,
    /// Saves the note in the default folder.
    SaveNote(Format),
    /// Saves the note where the agent chooses.
    SaveNoteAs(Format),
    /// Changes the search text.
    Search(String),
    /// The effect of saving came back.
    Saved(Result<PathBuf, String>),
    /// The file a dialog chose was written, or not; the stamp says which note it was.
    SavedAs(Stamp, Result<PathBuf, String>),
    /// A recalibrated kit was written, or not.
    KitSaved(Result<PathBuf, String>),
    /// Saves the note, then finishes: what leaving for good does.
    SaveAndEnd,
    /// The file dialog came back; `None` is a cancel or a failure, which it does not tell apart.
    PickedPath(Option<PathBuf>),
    /// Hides the current message.
    DismissToast,
    /// Folds the window into the strip, or unfolds it, for this interview.
    ToggleFold,
    /// Keeps the strip on top, or no longer.
    TogglePin,
    /// Moves the zoom by so many steps; 0 goes back to 100 %.
    Zoom(i16),
    /// Changes a setting.
    Set(SettingChange),
    /// Waits for the letter to give to a command.
    StartRebinding(Command),
    /// Gives a letter to a command.
    Rebind(Command, char),
    /// Waits no longer.
    StopRebinding,
    /// The settings were written, or not: the error is a French sentence.
    SettingsSaved(Result<(), String>),
    /// The window stands there in that shape.
    PlaceIs(Shape, settings::Place),
    /// Time went by without a gesture.
    TimeWentBy,
    /// Starts counting confirmed contacts, here only.
    StartTally,
    /// Stops counting and erases the counts.
    EraseTally,
    /// What the disk holds of the tally, after reading or writing it.
    TallyIs(Result<Option<Tally>, String>),
    /// Computes what a recalibration would bring.
    Recalibrate,
    /// Saves the recalibrated kit where the agent chooses.
    SaveProposal,
    /// A crash left this draft: it is offered.
    DraftFound(Box<Draft>),
    /// Goes on with what a crash left.
    TakeUpDraft,
    /// Erases what a crash left.
    EraseDraft,
    /// What is kept on this machine, as the disk says.
    KeptIs(Inventory),
    /// The folder of notes is such a place.
    NotesGoTo(PlaceKind),
    /// The draft cannot be kept: the reason is a French sentence.
    DraftTrouble(String),
    /// Files were erased, or not: this is the receipt.
    KeptErased(Receipt),
    /// What a look at the published kit of a folder gave.
    KitLooked(PathBuf, Looked),
    /// Chooses the folder of published kits in a dialog.
    PickPublishedFolder,
    /// The dialog came back with a folder, or without.
    PublishedFolderPicked(Option<PathBuf>),
    /// Chooses from how many days exports may be purged.
    SetPurgeAge(u16),
    /// Asks for a second yes before erasing.
    AskErase(Asked),
    /// Erases nothing after all.
    AskNothing,
    /// Erases what was asked.
    EraseAsked,
    /// An intent about remarks on the texts of the kit.
    Remark(RemarkAction),
    /// An intent of the workshop.
    Workshop(Box<WorkshopAction>),
    /// An intent of training.
    Training(Box<TrainingAction>),
}

impl Action {
    /// An intent of the workshop.
    pub fn workshop(action: WorkshopAction) -> Self {
        Self::Workshop(Box::new(action))
    }
}

/// Which note was on its way out: the interview, and how many changes it had seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The interview.
    pub session: u32,
    /// Its changes.
    pub revision: u32,
}

/// A change of one setting.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingChange {
    /// Language of the interface.
    Language(Language),
    /// Look.
    Theme(ThemeChoice),
    /// Channel of a new interview; `None` leaves the kit's first.
    Channel(Option<Channel>),
    /// Accredited structure.
    Accredited(bool),
    /// Single letters as keys.
    SingleLetters(bool),
    /// Folds by itself.
    Folds(bool),
    /// Strip on top.
    OnTop(bool),
    /// Time since the first gesture.
    Timer(bool),
    /// What is copied for the business application.
    CopyTemplate(Option<String>),
    /// Format of saved notes.
    NoteFormat(Format),
    /// Longest free text.
    NoteLength(u16),
    /// How long a copied note stays on the clipboard.
    ClipboardSeconds(Option<u16>),
    /// Folder of exported notes.
    ExportFolder(Option<PathBuf>),
    /// Folder of published kits.
    PublishedFolder(Option<PathBuf>),
    /// Folder of what is the structure's own.
    LocalFolder(Option<PathBuf>),
    /// Letters as printed.
    ResetKeys,
}

/// Queue of intents of one pass.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    /// Adds an intent.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Takes all intents, in order.
    pub fn drain(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }
}

/// Something only the outside world can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Writes a note to the default folder; answered by [`Action::SavedAs`].
    SaveNote {
        /// The note, as previewed and verified.
        note: Box<VerifiedNote>,
        /// Its format.
        format: Format,
        /// Which note it is, when the answer comes.
        stamp: Stamp,
    },
    /// Asks for a path, then writes there.
    SaveNoteAs {
        /// The note, as previewed and verified.
        note: Box<VerifiedNote>,
        /// Its format.
        format: Format,
        /// Which note it is, when the answer comes.
        stamp: Stamp,
    },
    /// Puts a note on the clipboard.
    CopyNote(Box<VerifiedNote>),
    /// Puts a filled template on the clipboard.
    CopyFilled(VerifiedText),
    /// Adds a confirmed contact to the tally on disk; answered by [`Action::TallyIs`].
    Count(Box<Confirmed>),
    /// Begins a tally on disk; answered by [`Action::TallyIs`].
    StartTally(Box<Tally>),
    /// Erases the tally on disk; answered by [`Action::TallyIs`].
    EraseTally,
    /// Reads the tally on disk again; answered by [`Action::TallyIs`].
    LoadTally,
    /// Asks for a path, then writes a kit there.
    SaveKitAs(Box<KitContent>),
    /// Writes the settings; answered by [`Action::SettingsSaved`].
    SaveSettings(Box<Settings>),
    /// Gives the window a shape: its size, its place, and whether it stays on top.
    Reshape(Shape),
    /// Says again whether the window stays on top.
    Level,
    /// Gives the strip its width again after a zoom.
    Rescale,
    /// Erases the draft a crash left.
    EraseDraft,
    /// Asks the disk what is kept; answered by [`Action::KeptIs`].
    ListKept,
    /// Erases files; answered by [`Action::KeptErased`].
    EraseKept(Vec<KeptFile>),
    /// Reads the workshop's draft of a kit and the words to check against; answered by
    /// [`WorkshopAction::Opened`].
    OpenWorkshop(Arc<KitContent>),
    /// Keeps the workshop's draft; answered by [`WorkshopAction::Kept`].
    KeepWorkshop(Box<WorkshopDraft>),
    /// Erases the workshop's draft of a kit.
    EraseWorkshop(String),
    /// Reads or writes what is shared; answered by [`WorkshopAction::Share`].
    Share(Box<Errand>),
    /// Draws or writes pages of the kit, elsewhere; answered by
    /// [`PrintAction`](super::training::PrintAction).
    Print(Box<super::training::Printing>),
    /// Tries the cases of the draft, elsewhere; answered by `BenchAction::Tried`.
    TryCases(Box<Trial>),
    /// Puts a table of levels on the clipboard: it is the kit's, and nobody's.
    CopyTable(String),
    /// Asks what is published in a folder; answered by [`Action::KitLooked`].
    LookForKit {
        /// The folder.
        folder: PathBuf,
        /// The version that is known already.
        known: Option<VersionName>,
    },
    /// Asks for a folder; answered by [`Action::PublishedFolderPicked`].
    PickPublishedFolder,
    /// The kit in use is another one.
    KitChanged,
    /// Computes what distinguishes the cards of a draft; answered by
    /// [`MapAction::Progress`](super::workshop::MapAction::Progress) and
    /// [`MapAction::Done`](super::workshop::MapAction::Done).
    Diagnose(Box<Diagnosing>),
    /// Stops computing it.
    StopDiagnosis,
    /// Reads what a kit trains with; answered by [`TrainingAction::Loaded`].
    LoadTraining(Arc<KitContent>),
    /// Keeps what somebody who practises asked to keep, in the folder of training; answered by
    /// [`PracticeAction::Kept`](super::training::PracticeAction::Kept).
    KeepTraining(String),
    /// Closes the window for good.
    Quit,
}
