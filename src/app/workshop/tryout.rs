//! « Essayer »: the interview itself on the draft, and nothing of it anywhere else.
//!
//! It has a [`State`] of its own, which this module alone can change. What that state asks of the
//! outside world is dropped here, by type: [`Tryout::act`] gives nothing back, so that no effect can
//! reach the disk, the clipboard, the tally or the settings. It must never hand an effect on.

use std::sync::Arc;

use super::{Spot, WorkshopState};
use crate::app::action::{Action, Effect};
use crate::app::command::Command;
use crate::app::state::{Now, Overlay, State, Toast};
use crate::app::training::TrainingState;
use crate::app::update;
use crate::app::workshop::WorkshopAction;
use crate::domain::evidence::Evidence;
use crate::domain::identify::Recogniser;
use crate::domain::kit::Case;
use crate::domain::validate::admit;
use crate::domain::workshop::bench;

/// An interview on the draft.
#[derive(Clone, Debug)]
pub struct Tryout {
    state: State,
}

/// Whether the draft is being tried.
#[derive(Clone, Debug, Default)]
pub(super) enum Trying {
    /// It is not.
    #[default]
    Not,
    /// It cannot be: the draft recognises nobody.
    Unplayable,
    /// It is.
    On(Box<Tryout>),
}

/// What becomes of an intent in a try-out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It is the interview's.
    Inside,
    /// It begins again.
    Afresh,
    /// It would leave something behind: it is refused, and told.
    Refused,
}

impl Tryout {
    /// What the panel draws.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Says whether there is something a case can be made of.
    pub fn is_case(&self) -> bool {
        let evidence = self.state.evidence();
        let noted = !evidence.cues.is_empty() || !evidence.answers.is_empty();
        noted && self.state.identification.is_ok()
    }

    /// The case of what was ticked, expecting what the draft says of it; `None` if nothing was, or if
    /// it cannot hold together.
    pub fn case(&self, title: &str) -> Option<Case> {
        if !self.is_case() {
            return None;
        }
        // A case holds cues and answers only: it is judged as the bench will judge it.
        let seen = self.state.evidence();
        let mut evidence = Evidence::new(seen.channel);
        evidence.cues = seen.cues.clone();
        evidence.answers = seen.answers.clone();
        let recogniser = Recogniser::new(&self.state.kit, seen.channel);
        let found = recogniser.identify(&self.state.kit, &evidence).ok()?;
        Some(bench::case_of(title, &evidence, &found))
    }

    /// Carries out an intent, and nothing but it.
    fn act(&mut self, action: Action, now: &Now) {
        match fate(&action) {
            Fate::Inside => {}
            Fate::Afresh | Fate::Refused => {
                self.refuse();
                return;
            }
        }
        for effect in update::update(&mut self.state, action, now) {
            if let Some(told) = dropped(&effect) {
                self.state.toast = Some(told);
            }
        }
        self.stay_inside();
    }

    fn refuse(&mut self) {
        self.state.toast = Some(Toast::Unavailable(OUTSIDE));
    }

    /// A key or a line of a list may lead out by another way than an intent: it leads nowhere.
    fn stay_inside(&mut self) {
        let state = &mut self.state;
        let strays = state
            .overlay
            .as_ref()
            .is_some_and(|overlay| !is_inside(overlay))
            || state.workshop.shown
            || state.training.shown
            || state.curtain
            || state.parked.is_some();
        state.workshop = WorkshopState::default();
        state.training = TrainingState::default();
        state.curtain = false;
        state.rebinding = None;
        if let Some(parked) = state.parked.take() {
            state.session = parked;
            state.recompute();
        }
        if strays {
            state.overlay = None;
            self.refuse();
        }
    }
}

/// Why something is refused in a try-out, as a key of the catalogue.
const OUTSIDE: &str = "reason_in_tryout";

/// Drops what only the outside world can do; says what to tell, if somebody waits for it. Every effect
/// is named, so that a new one cannot slip through.
fn dropped(effect: &Effect) -> Option<Toast> {
    match effect {
        Effect::SaveNote { .. }
        | Effect::SaveNoteAs { .. }
        | Effect::CopyNote(_)
        | Effect::CopyFilled(_)
        | Effect::StartTally(_)
        | Effect::EraseTally
        | Effect::LoadTally
        | Effect::SaveKitAs(_)
        | Effect::SaveSettings(_)
        | Effect::EraseDraft
        | Effect::ListKept
        | Effect::EraseKept(_)
        | Effect::OpenWorkshop(_)
        | Effect::KeepWorkshop(_)
        | Effect::EraseWorkshop(_)
        | Effect::PickPublishedFolder
        | Effect::Diagnose(_)
        | Effect::StopDiagnosis
        | Effect::LoadTraining(_)
        | Effect::KeepTraining(_)
        | Effect::Share(_)
        | Effect::Print(_)
        | Effect::TryCases(_)
        | Effect::CopyTable(_)
        | Effect::Quit => Some(Toast::Unavailable(OUTSIDE)),
        Effect::Count(_)
        | Effect::Reshape(_)
        | Effect::Level
        | Effect::Rescale
        | Effect::LookForKit { .. }
        | Effect::KitChanged => None,
    }
}

/// Layers that are the interview's own.
fn is_inside(overlay: &Overlay) -> bool {
    match overlay {
        Overlay::Card(_)
        | Overlay::Danger
        | Overlay::Leads
        | Overlay::Orientation
        | Overlay::Procedure(_)
        | Overlay::Procedures
        | Overlay::Questions
        | Overlay::Search
        | Overlay::Themes => true,
        Overlay::ConfirmEnd(_)
        | Overlay::Help
        | Overlay::Review
        | Overlay::Found
        | Overlay::Kept
        | Overlay::Learning
        | Overlay::Settings
        | Overlay::Shared
        | Overlay::ToTraining
        | Overlay::ToWorkshop => false,
    }
}

fn fate(action: &Action) -> Fate {
    match action {
        Action::Undo
        | Action::Redo
        | Action::OpenPalette
        | Action::MoveChoice(_)
        | Action::Dismiss
        | Action::OpenFamily(_)
        | Action::OpenFamilyForKey(_)
        | Action::Digit(_)
        | Action::Enter
        | Action::SetChannel(_)
        | Action::NextChannel
        | Action::SetMinutes(_)
        | Action::NextMinutes
        | Action::SetTheme(_)
        | Action::CycleCue(_)
        | Action::NoteCue(_)
        | Action::ShowQuestion(_)
        | Action::Answer(..)
        | Action::LeaveUnanswered(_)
        | Action::WithdrawAnswer(_)
        | Action::Follow(_)
        | Action::FollowLead
        | Action::FollowRunnerUp
        | Action::Unfollow
        | Action::GoToStep(_)
        | Action::MoveCursor(_)
        | Action::ToggleStep(_)
        | Action::TickCurrent
        | Action::SkipCurrent
        | Action::AddStep(_)
        | Action::SetOutcome(_)
        | Action::SetOrientation(_)
        | Action::SetAutonomy(_)
        | Action::ToggleEquipment(_)
        | Action::Search(_)
        | Action::DismissToast => Fate::Inside,
        Action::Open(overlay) if is_inside(overlay) => Fate::Inside,
        Action::Run(command) | Action::RunFromList(command) => fate_of(*command),
        Action::New | Action::Finish => Fate::Afresh,
        _ => Fate::Refused,
    }
}

fn fate_of(command: Command) -> Fate {
    match command {
        Command::FollowLead
        | Command::FollowRunnerUp
        | Command::OtherLead
        | Command::Unfollow
        | Command::OtherQuestion
        | Command::Card
        | Command::Theme
        | Command::NextMinutes
        | Command::Tick
        | Command::Skip
        | Command::Orient
        | Command::Search
        | Command::Palette
        | Command::Procedures
        | Command::Undo
        | Command::Redo
        | Command::Channel
        | Command::Danger => Fate::Inside,
        Command::New | Command::Finish => Fate::Afresh,
        _ => Fate::Refused,
    }
}

/// Carries out an intent of the try-out.
pub(super) fn act(state: &mut State, action: Action) {
    if fate(&action) == Fate::Afresh {
        begin_again(state);
        return;
    }
    let now = Now {
        date: state.today.clone(),
        // No note tells when it began.
        clock: String::new(),
        millis: state.last_gesture,
    };
    state.workshop.message = None;
    if let Trying::On(tryout) = &mut state.workshop.trying {
        tryout.act(action, &now);
    }
}

/// Begins again, from a blank interview.
pub(super) fn begin_again(state: &mut State) {
    state.workshop.trying = Trying::Not;
    state.workshop.message = None;
    follow(state);
}

/// Makes a try-out where one is to be, and leaves nothing of it elsewhere.
pub(super) fn follow(state: &mut State) {
    let workshop = &state.workshop;
    if !workshop.shown || *workshop.spot() != Spot::Try {
        state.workshop.trying = Trying::Not;
        return;
    }
    let (Trying::Not, Some(content)) = (&workshop.trying, workshop.content()) else {
        return;
    };
    let admission = admit(content.clone(), Some(&state.today));
    state.workshop.trying = match admission.kit {
        None => Trying::Unplayable,
        Some(kit) => Trying::On(Box::new(Tryout {
            state: state.on_trial(Arc::new(kit)),
        })),
    };
}

impl WorkshopState {
    /// The try-out in hand.
    pub fn tryout(&self) -> Option<&Tryout> {
        match &self.trying {
            Trying::On(tryout) => Some(tryout),
            Trying::Not | Trying::Unplayable => None,
        }
    }

    /// The try-out, while it takes the keys: nothing is being asked.
    pub fn tried(&self) -> Option<&State> {
        self.tryout()
            .filter(|_| self.asked.is_none())
            .map(Tryout::state)
    }
}

impl WorkshopAction {
    /// An intent of the try-out.
    pub fn attempt(action: Action) -> Self {
        Self::Try(Box::new(action))
    }
}
