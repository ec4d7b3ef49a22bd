//! What happens when nobody touches the panel: curtain, warning, wipe. Times come in, none is read.

use super::action::Effect;
use super::state::{Shape, State, Toast};
use super::update::BURST_MILLIS;

/// The curtain falls by itself after this long, in the wide moment only.
pub const CURTAIN_MILLIS: u64 = 2 * 60_000;
/// A warning comes after this long.
pub const WARNING_MILLIS: u64 = 30 * 60_000;
/// Everything is wiped after this long.
pub const WIPE_MILLIS: u64 = 35 * 60_000;

fn holds_something(state: &State) -> bool {
    !state.session.is_blank() || state.parked.is_some() || state.found.is_some()
}

fn curtain_may_fall(state: &State) -> bool {
    // Over the strip it would hide the sentence being said; with nothing noted there is nothing to hide.
    let to_hide = !state.session.is_blank() || state.found.is_some();
    state.shape == Shape::Wide && !state.curtain && to_hide
}

/// Says when the next of these is due, in milliseconds since the start; `None` leaves the program asleep.
pub fn next_due(state: &State, now_millis: u64) -> Option<u64> {
    let since = |millis: u64| state.last_gesture + millis;
    let mut due = Vec::new();
    if curtain_may_fall(state) {
        due.push(since(CURTAIN_MILLIS));
    }
    if holds_something(state) {
        due.push(match state.warned {
            None => since(WARNING_MILLIS),
            Some(warned) => warned + WIPE_MILLIS - WARNING_MILLIS,
        });
    }
    if let Some(start) = state
        .session
        .started_millis
        .filter(|_| state.settings.timer)
    {
        let minutes = now_millis.saturating_sub(start) / 60_000;
        due.push(start + (minutes + 1) * 60_000);
    }
    // What was held to undo a burst is let go.
    if let Some(key) = state.recent_keys.last() {
        due.push(key.millis + BURST_MILLIS + 1);
    }
    // What is already due is carried out at once.
    due.into_iter().min().map(|at| at.max(now_millis))
}

/// Carries out what is due.
pub(super) fn time_went_by(state: &mut State, now_millis: u64) -> Option<Effect> {
    let idle = now_millis.saturating_sub(state.last_gesture);
    let newest = state.recent_keys.last().map_or(0, |key| key.millis);
    if now_millis > newest + BURST_MILLIS {
        state.recent_keys.clear();
    }
    let warned_long_ago = state
        .warned
        .is_some_and(|warned| now_millis >= warned + WIPE_MILLIS - WARNING_MILLIS);
    if warned_long_ago && holds_something(state) {
        state.warned = None;
        state.session = state.fresh_session();
        state.parked = None;
        state.overlay = None;
        state.family = None;
        state.query.clear();
        state.recent_keys.clear();
        state.last_cue = None;
        state.curtain = false;
        state.toast = Some(Toast::IdleWiped);
        state.recompute();
        // Nobody decided: what a crash left goes too.
        return state.found.take().map(|_| Effect::EraseDraft);
    }
    // A machine that slept warns first, like any other.
    if idle >= WARNING_MILLIS && holds_something(state) && state.warned.is_none() {
        state.toast = Some(Toast::Idle);
        state.warned = Some(now_millis);
    }
    if idle >= CURTAIN_MILLIS && curtain_may_fall(state) {
        state.curtain = true;
    }
    None
}
