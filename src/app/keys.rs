//! What a key means now: one key, one meaning, shown by a test.
//!
//! Keys arrive already stripped of their layout: digits by position (row or numpad), letters by
//! what is printed on them. A text field in focus keeps its letters; that is the caller's to say.

use crate::domain::vocab::Minutes;

use super::action::Action;
use super::command::Command;
use super::state::{Moment, Overlay, State};
use super::training::TrainingAction;
use super::workshop::WorkshopAction;

/// A key as the panel understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, lower case, without modifier.
    Letter(char),
    /// A digit, row or numpad.
    Digit(u8),
    /// Ctrl (or Command) and a letter.
    Ctrl(char),
    /// Ctrl, Shift and a letter.
    CtrlShift(char),
    /// Ctrl and Entrée.
    CtrlEnter,
    /// Ctrl and plus, or page up.
    CtrlPlus,
    /// Ctrl and minus, or page down.
    CtrlMinus,
    /// Ctrl and zero.
    CtrlZero,
    /// Entrée.
    Enter,
    /// Space bar.
    Space,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Échap.
    Escape,
    /// A function key.
    Function(u8),
}

impl Key {
    /// Says whether the key could be typed text meant for another window.
    pub const fn is_printable(self) -> bool {
        matches!(self, Self::Letter(_) | Self::Digit(_) | Self::Space)
    }
}

/// Letters the panel keeps for itself; a kit's families may not use them.
pub const PANEL_LETTERS: [char; 9] = ['p', 'o', 'r', 's', 'x', 'q', 'f', 't', 'm'];

/// Says what a key means now, if anything.
pub fn interpret(state: &State, key: Key) -> Option<Action> {
    if state.curtain {
        return matches!(key, Key::Function(12) | Key::Escape | Key::Enter)
            .then_some(Action::Curtain);
    }
    if key.is_printable() && !state.settings.single_letters {
        return None;
    }
    if let Some(command) = state.rebinding {
        return match key {
            Key::Letter(letter) => Some(Action::Rebind(command, letter)),
            Key::Escape => Some(Action::StopRebinding),
            _ => None,
        };
    }
    if state.overlay == Some(Overlay::Found) {
        return over_found(state, key);
    }
    if let Some(tried) = state.workshop.tried().filter(|_| state.overlay.is_none()) {
        return in_tryout(state, tried, key);
    }
    match key {
        Key::Escape if state.overlay.is_some() || state.family.is_some() => {
            return Some(Action::Dismiss);
        }
        Key::Escape if state.workshop.shown => {
            return Some(Action::workshop(WorkshopAction::Back));
        }
        Key::Escape if state.training.shown => return Some(TrainingAction::Back.into()),
        Key::Escape => return Some(Action::DismissToast),
        _ => {}
    }
    let command = Command::of_key(key, &state.settings);
    if state.workshop.shown && state.overlay.is_none() {
        return in_workshop(key, command);
    }
    if state.training.shown && state.overlay.is_none() {
        return in_training(key, command);
    }
    if let Some(command) = command.filter(|c| c.is_everywhere()) {
        return Some(Action::Run(command));
    }
    match &state.overlay {
        None => in_panel(state, key, command),
        Some(overlay) => in_overlay(state, overlay, key, command),
    }
}

/// Until the agent decides what becomes of what a crash left, nothing else begins.
fn over_found(state: &State, key: Key) -> Option<Action> {
    Some(match key {
        Key::Escape => Action::Dismiss,
        Key::Enter => Action::Enter,
        // A second key after the screen itself; a letter typed for another window erases nothing.
        Key::Letter('x') if state.recent_keys.is_empty() => Action::EraseDraft,
        _ => {
            let command = Command::of_key(key, &state.settings)?;
            let changes_nothing = matches!(
                command,
                Command::Curtain | Command::ZoomIn | Command::ZoomOut | Command::ZoomReset
            );
            changes_nothing.then_some(Action::Run(command))?
        }
    })
}

/// In a try-out keys are the interview's, but for what is the window's own.
fn in_tryout(state: &State, tried: &State, key: Key) -> Option<Action> {
    let attempt = |action| Action::workshop(WorkshopAction::attempt(action));
    if key == Key::Escape {
        let open = tried.overlay.is_some() || tried.family.is_some();
        return Some(if open {
            attempt(Action::Dismiss)
        } else {
            Action::workshop(WorkshopAction::Back)
        });
    }
    let command = Command::of_key(key, &state.settings);
    let own = |command: &Command| {
        let of_interview = matches!(command, Command::Undo | Command::Redo);
        command.is_in_workshop() && !of_interview && !key.is_printable()
    };
    match command.filter(own) {
        Some(command) => Some(Action::Run(command)),
        None => interpret(tried, key).map(attempt),
    }
}

/// In the workshop one writes: no letter nor digit is a command there.
fn in_workshop(key: Key, command: Option<Command>) -> Option<Action> {
    let command = command.filter(|command| command.is_in_workshop() && !key.is_printable())?;
    Some(Action::Run(command))
}

/// Nor is one there in training: whoever practises reads, chooses and types.
fn in_training(key: Key, command: Option<Command>) -> Option<Action> {
    let command = command.filter(|command| command.is_in_training() && !key.is_printable())?;
    Some(Action::Run(command))
}

fn in_panel(state: &State, key: Key, command: Option<Command>) -> Option<Action> {
    Some(match key {
        // What is not drawn is not answered nor noted: unfold first.
        Key::Digit(_) if state.is_discreet() => return None,
        Key::Digit(digit) => Action::Digit(digit),
        Key::Enter => Action::Enter,
        Key::Up => Action::MoveCursor(-1),
        Key::Down => Action::MoveCursor(1),
        Key::Letter(letter) => {
            // On its second page a family keeps its letter to go on.
            let family = state
                .kit
                .families
                .iter()
                .find(|f| f.key.to_ascii_lowercase() == letter);
            match (command, family) {
                (Some(command), _) => Action::Run(command),
                (None, Some(_)) if state.is_discreet() => return None,
                (None, Some(family)) => Action::OpenFamilyForKey(family.id.clone()),
                (None, None) => return None,
            }
        }
        _ => Action::Run(command?),
    })
}

fn in_overlay(
    state: &State,
    overlay: &Overlay,
    key: Key,
    command: Option<Command>,
) -> Option<Action> {
    Some(match (overlay, key) {
        (_, Key::Digit(digit)) => Action::Digit(digit),
        (_, Key::Enter) => Action::Enter,
        (_, Key::Up) => Action::MoveChoice(-1),
        (_, Key::Down) => Action::MoveChoice(1),
        // A letter among others typed for another window lets no note go.
        (Overlay::ConfirmEnd(_), Key::Letter('x')) if state.recent_keys.is_empty() => {
            Action::EndWithoutNote
        }
        // From the review, one key asks; it takes a second one to let the note go.
        (Overlay::Review, Key::Letter('x')) => Action::Finish,
        (Overlay::Review, Key::Letter('s')) => Action::SaveNote(state.settings.note_format),
        (Overlay::Card(id), _)
            if command == Some(Command::FollowRunnerUp) && state.moment() == Moment::Recognise =>
        {
            // The card of the runner-up is read before it is followed.
            (state.runner_up()? == id).then(|| Action::Follow(id.clone()))?
        }
        _ => {
            // The letter that opened a layer closes it.
            let closes = matches!(
                (overlay, command?),
                (Overlay::Card(_), Command::Card)
                    | (Overlay::Themes, Command::Theme)
                    | (Overlay::Leads, Command::OtherLead)
                    | (Overlay::Questions, Command::OtherQuestion)
                    | (Overlay::Orientation, Command::Orient)
            );
            closes.then_some(Action::Dismiss)?
        }
    })
}

/// The time at hand that comes after this one.
pub const fn next_minutes(minutes: Minutes) -> Minutes {
    match minutes {
        Minutes::Two => Minutes::Ten,
        Minutes::Ten => Minutes::Relay,
        Minutes::Relay => Minutes::Two,
    }
}
