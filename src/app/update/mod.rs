//! What happens when somebody acts: state, action and moment in; effects out. No I/O, no egui.

mod burst;
mod contact;
mod leaving;
mod opening;
mod preferences;

use super::action::{Action, Effect};
use super::history::changed;
use super::state::{Now, Overlay, State, Toast};
use super::{idle, keeping, learning, publishing, remarks, training, workshop};
pub use burst::{BURST_MILLIS, press};
use contact::change;
pub(super) use leaving::leaving;
use leaving::pause;
pub(super) use preferences::set_and_save;

/// Carries out an intent and returns what only the outside world can do.
pub fn update(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    state.today.clone_from(&now.date);
    let gesture = !matches!(
        action,
        Action::Saved(_)
            | Action::SavedAs(..)
            | Action::KitSaved(_)
            | Action::CopiedForGood
            | Action::PickedPath(_)
            | Action::TallyIs(_)
            | Action::KeptIs(_)
            | Action::KeptErased(_)
            | Action::NotesGoTo(_)
            | Action::DraftTrouble(_)
            | Action::KitLooked(..)
            | Action::PublishedFolderPicked(_)
            | Action::SettingsSaved(_)
            | Action::PlaceIs(..)
            | Action::TimeWentBy
    ) && !matches!(&action, Action::Workshop(action) if action.is_answer())
        && !matches!(&action, Action::Training(action) if action.is_answer());
    if gesture {
        state.touched(now.millis);
    }
    let before = publishing::Before::of(state, gesture);
    let facts_before = state.session.interview.facts().clone();
    let was_unsafe = state.in_danger();
    let mut effects = apply(state, action, now);
    if state.session.interview.facts() != &facts_before {
        if !state.session.interview.is_blank() {
            state.session.note_left = false;
            state.session.revision += 1;
            if state.session.started_millis.is_none() {
                state.session.started_millis = Some(now.millis);
                state.session.started_clock = Some(now.clock.clone());
            }
        }
        state.recompute();
        // Somebody's safety leaves everything else aside, at once.
        if state.in_danger() && !was_unsafe {
            state.overlay = Some(Overlay::Danger);
        }
    }
    state.elapsed_minutes = state
        .session
        .started_millis
        .map_or(0, |start| now.millis.saturating_sub(start) / 60_000);
    // What is typed on a card goes with it, and with the quiet between two interviews.
    if !state.reads_a_card() || !state.may_remark() {
        state.forget_remark();
    }
    effects.extend(publishing::between(state, &before));
    effects.extend(reshaped(state));
    effects
}

/// Asks for the shape the interview wants now, if the window has another.
fn reshaped(state: &mut State) -> Option<Effect> {
    let shape = state.shape_wanted();
    (shape != state.shape).then(|| {
        state.shape = shape;
        Effect::Reshape(shape)
    })
}

fn apply(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    // Each part takes what is its own and hands the rest on.
    leaving::apply(state, action, now)
        .or_else(|action| opening::apply(state, action, now))
        .or_else(|action| preferences::apply(state, action))
        .or_else(|action| keeping::apply(state, action, now.millis))
        .unwrap_or_else(|action| apply_rest(state, action, now))
}

fn apply_rest(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    match action {
        Action::Run(command) => {
            if let Err(reason) = command.enabled_in(state) {
                state.toast = Some(Toast::Unavailable(reason));
                return Vec::new();
            }
            let action = command.action(state);
            return apply(state, action, now);
        }
        Action::RunFromList(command) => {
            state.overlay = None;
            return apply(state, Action::Run(command), now);
        }
        Action::Pause => pause(state),
        Action::Undo => {
            let before = state.session.interview.facts().clone();
            if state.session.interview.undo() {
                let what = changed(state.session.interview.facts(), &before);
                state.toast = Some(Toast::Undone(what));
            }
        }
        Action::Redo => {
            let before = state.session.interview.facts().clone();
            if state.session.interview.redo() {
                let what = changed(&before, state.session.interview.facts());
                state.toast = Some(Toast::Redone(what));
            }
        }
        Action::TimeWentBy => return idle::time_went_by(state, now.millis).into_iter().collect(),
        Action::StartTally
        | Action::EraseTally
        | Action::TallyIs(_)
        | Action::Recalibrate
        | Action::SaveProposal => return learning::apply(state, action),
        Action::Workshop(action) => return workshop::update(state, *action),
        Action::Training(action) => return training::update(state, *action),
        Action::Remark(action) => return remarks::apply(state, action),
        Action::DismissToast => state.toast = None,
        Action::KitLooked(folder, looked) => return publishing::looked(state, &folder, looked),
        other => change(state, other),
    }
    Vec::new()
}
