//! Every command a person can give without data: one list for keys, palette, menu and help.
//!
//! A command knows its id, its keys and whether it makes sense now, with the reason when it does not.
//! Its words are in the catalogue under the same id. It must never do anything itself: it names an
//! [`Action`].

use crate::domain::guard::{self, Severity};
use crate::domain::settings::Settings;

use super::action::Action;
use super::keys::Key;
use super::state::{Moment, Overlay, State};
use super::training::TrainingAction;
use super::workshop::WorkshopAction;

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    /// Follows the lead.
    FollowLead,
    /// Follows the runner-up.
    FollowRunnerUp,
    /// Lists the other leads.
    OtherLead,
    /// Goes back to recognising.
    Unfollow,
    /// Lists the other questions.
    OtherQuestion,
    /// Opens the whole card.
    Card,
    /// Chooses the theme.
    Theme,
    /// Changes the time at hand.
    NextMinutes,
    /// Current step done.
    Tick,
    /// Current step skipped.
    Skip,
    /// Where the person goes next.
    Orient,
    /// Puts aside, takes back.
    Pause,
    /// Reads the note again.
    Review,
    /// Masks what the guard found.
    Mask,
    /// Keeps what the guard found: it is not what it takes it for.
    KeepFalseAlarm,
    /// Keeps what the guard found: the démarche needs it.
    KeepNeeded,
    /// Ends.
    Finish,
    /// A new interview.
    New,
    /// Searches everything.
    Search,
    /// Lists the commands.
    Palette,
    /// Démarches of the theme.
    Procedures,
    /// Undoes.
    Undo,
    /// Does again.
    Redo,
    /// Counter or phone.
    Channel,
    /// Folds or unfolds the window.
    Fold,
    /// Keeps the strip on top.
    Pin,
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// Back to 100 %.
    ZoomReset,
    /// The settings.
    Settings,
    /// The keys.
    Help,
    /// What is kept on this machine.
    Kept,
    /// The local tally.
    Learning,
    /// The kit workshop, and back.
    Workshop,
    /// Training, and back.
    Training,
    /// Danger.
    Danger,
    /// The screen turned to the person.
    Shared,
    /// Hides everything.
    Curtain,
    /// Closes the window.
    Quit,
}

/// Why a command makes no sense now, as a key of the catalogue.
pub type Reason = &'static str;

impl Command {
    /// Every command, in the order menu and help show them.
    pub const ALL: &'static [Self] = &[
        Self::FollowLead,
        Self::FollowRunnerUp,
        Self::OtherLead,
        Self::Unfollow,
        Self::OtherQuestion,
        Self::Card,
        Self::Theme,
        Self::NextMinutes,
        Self::Tick,
        Self::Skip,
        Self::Orient,
        Self::Pause,
        Self::Review,
        Self::Mask,
        Self::KeepFalseAlarm,
        Self::KeepNeeded,
        Self::Finish,
        Self::New,
        Self::Search,
        Self::Palette,
        Self::Procedures,
        Self::Undo,
        Self::Redo,
        Self::Channel,
        Self::Fold,
        Self::Pin,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Settings,
        Self::Help,
        Self::Kept,
        Self::Learning,
        Self::Workshop,
        Self::Training,
        Self::Danger,
        Self::Shared,
        Self::Curtain,
        Self::Quit,
    ];

    /// The stable id; the catalogue says `cmd_<id>` and `cmd_<id>_help`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FollowLead => "follow_lead",
            Self::FollowRunnerUp => "follow_runner_up",
            Self::OtherLead => "other_lead",
            Self::Unfollow => "unfollow",
            Self::OtherQuestion => "other_question",
            Self::Card => "card",
            Self::Theme => "theme",
            Self::NextMinutes => "next_minutes",
            Self::Tick => "tick",
            Self::Skip => "skip",
            Self::Orient => "orient",
            Self::Pause => "pause",
            Self::Review => "review",
            Self::Mask => "mask",
            Self::KeepFalseAlarm => "keep_false_alarm",
            Self::KeepNeeded => "keep_needed",
            Self::Finish => "finish",
            Self::New => "new",
            Self::Search => "search",
            Self::Palette => "palette",
            Self::Procedures => "procedures",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Channel => "channel",
            Self::Fold => "fold",
            Self::Pin => "pin",
            Self::ZoomIn => "zoom_in",
            Self::ZoomOut => "zoom_out",
            Self::ZoomReset => "zoom_reset",
            Self::Settings => "settings",
            Self::Help => "help",
            Self::Kept => "kept",
            Self::Learning => "learning",
            Self::Workshop => "workshop",
            Self::Training => "training",
            Self::Danger => "danger",
            Self::Shared => "shared",
            Self::Curtain => "curtain",
            Self::Quit => "quit",
        }
    }

    /// The keys it has when nobody changed them, the one shown first.
    pub const fn printed_keys(self) -> &'static [Key] {
        match self {
            Self::FollowLead => &[Key::Enter],
            Self::FollowRunnerUp => &[Key::Letter('r')],
            Self::OtherLead => &[Key::Letter('x')],
            Self::Unfollow | Self::Pin | Self::Quit => &[],
            Self::OtherQuestion => &[Key::Letter('q')],
            Self::Card => &[Key::Letter('f')],
            Self::Theme => &[Key::Letter('t')],
            Self::NextMinutes => &[Key::Letter('m')],
            Self::Tick => &[Key::Space],
            Self::Skip => &[Key::Letter('s')],
            Self::Orient => &[Key::Letter('o')],
            Self::Pause => &[Key::Letter('p')],
            Self::Review => &[Key::Ctrl('e')],
            Self::Mask => &[Key::Ctrl('m')],
            Self::KeepFalseAlarm => &[Key::Ctrl('j')],
            Self::KeepNeeded => &[Key::Ctrl('l')],
            Self::Finish => &[Key::CtrlEnter],
            Self::New => &[Key::Ctrl('n')],
            Self::Search => &[Key::Ctrl('k')],
            Self::Palette => &[Key::CtrlShift('p'), Key::Function(10)],
            Self::Procedures => &[Key::Ctrl('d')],
            Self::Undo => &[Key::Ctrl('z')],
            Self::Redo => &[Key::Ctrl('y'), Key::CtrlShift('z')],
            Self::Channel => &[Key::Function(2)],
            Self::Fold => &[Key::Function(11)],
            Self::ZoomIn => &[Key::CtrlPlus],
            Self::ZoomOut => &[Key::CtrlMinus],
            Self::ZoomReset => &[Key::CtrlZero],
            Self::Settings => &[Key::Function(7)],
            Self::Help => &[Key::Function(1)],
            Self::Kept => &[Key::Function(4)],
            Self::Learning => &[Key::Function(6)],
            Self::Workshop => &[Key::CtrlShift('a')],
            Self::Training => &[Key::CtrlShift('e')],
            Self::Danger => &[Key::Function(8)],
            Self::Shared => &[Key::Function(9)],
            Self::Curtain => &[Key::Function(12)],
        }
    }

    /// The letter it has by itself, if it has one that may be changed.
    pub fn printed_letter(self) -> Option<char> {
        self.printed_keys().iter().find_map(|key| match key {
            Key::Letter(letter) => Some(*letter),
            _ => None,
        })
    }

    /// The key to show, with what the settings changed.
    pub fn key(self, settings: &Settings) -> Option<Key> {
        let first = self.printed_keys().first().copied()?;
        match (first, settings.keys.get(self.id())) {
            (Key::Letter(_), Some(letter)) => Some(Key::Letter(*letter)),
            (first, _) => Some(first),
        }
    }

    /// Finds the command of a key, with what the settings changed.
    pub fn of_key(key: Key, settings: &Settings) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| {
            let changed = settings.keys.get(command.id()).copied();
            command
                .printed_keys()
                .iter()
                .any(|printed| match (printed, changed) {
                    (Key::Letter(_), Some(letter)) => key == Key::Letter(letter),
                    (printed, _) => *printed == key,
                })
        })
    }

    /// Finds a command by its id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.id() == id)
    }

    /// Says whether it works whatever is open.
    pub const fn is_everywhere(self) -> bool {
        matches!(
            self,
            Self::New
                | Self::Finish
                | Self::Review
                | Self::Mask
                | Self::KeepFalseAlarm
                | Self::KeepNeeded
                | Self::Search
                | Self::Palette
                | Self::Procedures
                | Self::Undo
                | Self::Redo
                | Self::Channel
                | Self::Fold
                | Self::Pin
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
                | Self::Settings
                | Self::Help
                | Self::Kept
                | Self::Learning
                | Self::Workshop
                | Self::Training
                | Self::Danger
                | Self::Shared
                | Self::Curtain
                | Self::Quit
        )
    }

    /// Says whether it works in the workshop too, where nobody is being helped.
    pub const fn is_in_workshop(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
                | Self::Settings
                | Self::Help
                | Self::Kept
                | Self::Workshop
                | Self::Training
                | Self::Danger
                | Self::Curtain
                | Self::Quit
        )
    }

    /// Says whether it works in training too, where everybody is invented.
    pub const fn is_in_training(self) -> bool {
        // Nothing is undone there: one goes back, or begins again.
        self.is_in_workshop() && !matches!(self, Self::Undo | Self::Redo)
    }

    /// Says whether it makes sense now.
    ///
    /// # Errors
    /// The reason it does not, as a key of the catalogue.
    pub fn enabled_in(self, state: &State) -> Result<(), Reason> {
        let when = |enabled: bool, reason: Reason| if enabled { Ok(()) } else { Err(reason) };
        let recognising = state.moment() == Moment::Recognise;
        if state.workshop.shown {
            return match self {
                Self::Undo => when(
                    state.workshop.undo_label().is_some(),
                    "reason_nothing_to_undo",
                ),
                Self::Redo => when(
                    state.workshop.redo_label().is_some(),
                    "reason_nothing_to_redo",
                ),
                Self::ZoomIn | Self::ZoomOut | Self::ZoomReset => {
                    when(!state.settings.is_locked("zoom_percent"), "reason_locked")
                }
                _ => when(self.is_in_workshop(), "reason_in_workshop"),
            };
        }
        if state.training.shown {
            return match self {
                Self::ZoomIn | Self::ZoomOut | Self::ZoomReset => {
                    when(!state.settings.is_locked("zoom_percent"), "reason_locked")
                }
                _ => when(self.is_in_training(), "reason_in_training"),
            };
        }
        match self {
            Self::FollowLead => when(recognising && state.has_lead(), "reason_no_lead"),
            Self::FollowRunnerUp => when(
                recognising && state.runner_up().is_some(),
                "reason_no_runner_up",
            ),
            Self::Unfollow => when(!recognising, "reason_not_following"),
            Self::Card => when(state.lead().is_some(), "reason_no_lead"),
            Self::OtherQuestion => when(!state.questions().is_empty(), "reason_no_question"),
            Self::Tick | Self::Skip => when(state.current_step().is_some(), "reason_no_step"),
            Self::Undo => when(state.session.interview.can_undo(), "reason_nothing_to_undo"),
            Self::Redo => when(state.session.interview.can_redo(), "reason_nothing_to_redo"),
            Self::Mask => when(
                state.first_finding(ANY_GRAVITY).is_some(),
                "reason_no_finding",
            ),
            // What is red is masked or removed, never kept.
            Self::KeepFalseAlarm | Self::KeepNeeded => when(
                state.first_finding(&[Severity::Orange]).is_some(),
                "reason_nothing_to_keep",
            ),
            Self::Channel => when(state.kit.channels.len() > 1, "reason_no_other_channel"),
            Self::Procedures => when(!state.kit.procedures.is_empty(), "reason_no_procedures"),
            Self::Pin if !state.can_pin => Err("reason_wayland"),
            Self::Pin => when(!state.settings.is_locked("on_top"), "reason_locked"),
            Self::ZoomIn | Self::ZoomOut | Self::ZoomReset => {
                when(!state.settings.is_locked("zoom_percent"), "reason_locked")
            }
            _ => Ok(()),
        }
    }

    /// The action it stands for.
    pub fn action(self, state: &State) -> Action {
        match self {
            Self::FollowLead => Action::FollowLead,
            Self::FollowRunnerUp => Action::FollowRunnerUp,
            Self::OtherLead => Action::Open(Overlay::Leads),
            Self::Unfollow => Action::Unfollow,
            Self::OtherQuestion => Action::Open(Overlay::Questions),
            Self::Card => match state.lead() {
                Some(lead) => Action::Open(Overlay::Card(lead.clone())),
                None => Action::DismissToast,
            },
            Self::Theme => Action::Open(Overlay::Themes),
            Self::NextMinutes => Action::NextMinutes,
            Self::Tick => Action::TickCurrent,
            Self::Skip => Action::SkipCurrent,
            Self::Orient => Action::Open(Overlay::Orientation),
            Self::Pause => Action::Pause,
            Self::Review => Action::Open(Overlay::Review),
            Self::Mask => match state.first_finding(ANY_GRAVITY) {
                Some((place, number)) => Action::Mask(place, number),
                None => Action::DismissToast,
            },
            Self::KeepFalseAlarm => keep(state, guard::Reason::FalseAlarm),
            Self::KeepNeeded => keep(state, guard::Reason::Needed),
            Self::Finish => Action::Finish,
            Self::New => Action::New,
            Self::Search => Action::Open(Overlay::Search),
            Self::Palette => Action::OpenPalette,
            Self::Procedures => Action::Open(Overlay::Procedures),
            Self::Undo if state.workshop.shown => Action::workshop(WorkshopAction::Undo),
            Self::Redo if state.workshop.shown => Action::workshop(WorkshopAction::Redo),
            Self::Undo => Action::Undo,
            Self::Redo => Action::Redo,
            Self::Channel => Action::NextChannel,
            Self::Fold => Action::ToggleFold,
            Self::Pin => Action::TogglePin,
            Self::ZoomIn => Action::Zoom(1),
            Self::ZoomOut => Action::Zoom(-1),
            Self::ZoomReset => Action::Zoom(0),
            Self::Settings => Action::Open(Overlay::Settings),
            Self::Help => Action::Open(Overlay::Help),
            Self::Kept => Action::Open(Overlay::Kept),
            Self::Learning => Action::Open(Overlay::Learning),
            Self::Workshop => Action::workshop(WorkshopAction::Toggle),
            Self::Training => TrainingAction::Toggle.into(),
            Self::Danger => Action::Open(Overlay::Danger),
            Self::Shared => Action::Open(Overlay::Shared),
            Self::Curtain => Action::Curtain,
            Self::Quit => Action::Close,
        }
    }
}

/// Everything the guard finds.
const ANY_GRAVITY: &[Severity] = &[Severity::Red, Severity::Orange, Severity::Info];

/// Keeps the first thing that may be kept.
fn keep(state: &State, reason: guard::Reason) -> Action {
    match state.first_finding(&[Severity::Orange]) {
        Some((place, number)) => Action::Keep(place, number, reason),
        None => Action::DismissToast,
    }
}
