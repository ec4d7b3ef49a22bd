//! What happens when nobody touches the panel: curtain, warning, wipe. Times come in, none is read.

use crate::domain::vocab::Channel;

use super::state::{Session, Shape, State, Toast};

/// The curtain falls by itself after this long, in the wide moment only.
pub const CURTAIN_MILLIS: u64 = 2 * 60_000;
/// A warning comes after this long.
pub const WARNING_MILLIS: u64 = 30 * 60_000;
/// Everything is wiped after this long.
pub const WIPE_MILLIS: u64 = 35 * 60_000;

fn holds_something(state: &State) -> bool {
    !state.session.interview.is_blank() || state.parked.is_some()
}

fn curtain_may_fall(state: &State) -> bool {
    // Over the strip it would hide the sentence being said; with nothing noted there is nothing to hide.
    state.shape == Shape::Wide && !state.curtain && !state.session.interview.is_blank()
}

/// Says when the next of these is due, in milliseconds since the start; `None` leaves the program asleep.
pub fn next_due(state: &State, now_millis: u64) -> Option<u64> {
    let since = |millis: u64| state.last_gesture + millis;
    let mut due = Vec::new();
    if curtain_may_fall(state) {
        due.push(since(CURTAIN_MILLIS));
    }
    if holds_something(state) {
        if state.toast != Some(Toast::Idle) {
            due.push(since(WARNING_MILLIS));
        }
        due.push(since(WIPE_MILLIS));
    }
    if let Some(start) = state
        .session
        .started_millis
        .filter(|_| state.settings.timer)
    {
        let minutes = now_millis.saturating_sub(start) / 60_000;
        due.push(start + (minutes + 1) * 60_000);
    }
    due.into_iter().filter(|at| *at > now_millis).min()
}

/// Carries out what is due.
pub(super) fn time_went_by(state: &mut State, now_millis: u64) {
    let idle = now_millis.saturating_sub(state.last_gesture);
    if idle >= WIPE_MILLIS && holds_something(state) {
        let channel: Channel = state.first_channel();
        state.session = Session::new(channel);
        state.parked = None;
        state.overlay = None;
        state.family = None;
        state.query.clear();
        state.recent_keys.clear();
        state.last_cue = None;
        state.curtain = false;
        state.toast = Some(Toast::IdleWiped);
        state.recompute();
        return;
    }
    if idle >= WARNING_MILLIS && holds_something(state) {
        state.toast = Some(Toast::Idle);
    }
    if idle >= CURTAIN_MILLIS && curtain_may_fall(state) {
        state.curtain = true;
    }
}
