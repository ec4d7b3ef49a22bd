//! Keys, and what is done when they were meant for another window.

use super::reshaped;
use super::update;
use crate::app::action::Effect;
use crate::app::keys::{self, Key};
use crate::app::state::{Now, RecentKey, State, Toast};

/// Keys closer together than this may be typing meant for another window.
pub const BURST_MILLIS: u64 = 300;
/// How many of them make a burst.
const BURST_KEYS: usize = 4;

/// Handles a key: interprets it, updates, and undoes bursts typed for another window.
pub fn press(state: &mut State, key: Key, now: &Now) -> Vec<Effect> {
    let mark = state.session.interview.mark();
    let before = state.session.clone();
    let parked_before = state.parked.clone();
    let overlay_before = state.overlay.clone();
    state
        .recent_keys
        .retain(|k| now.millis.saturating_sub(k.millis) <= BURST_MILLIS);
    let path = match key {
        Key::Digit(_) => Some(false),
        Key::Letter(letter)
            if state
                .kit
                .families
                .iter()
                .any(|f| f.key.to_ascii_lowercase() == letter) =>
        {
            Some(true)
        }
        _ => None,
    };
    let in_panel = state.overlay.is_none();
    let watched = !state.curtain;
    let mut effects = match keys::interpret(state, key) {
        Some(action) => update(state, action, now),
        None => Vec::new(),
    };
    if key.is_printable() && watched {
        note_burst(
            state,
            RecentKey {
                millis: now.millis,
                path: path.filter(|_| in_panel),
                before,
                mark,
                parked_before,
                overlay_before,
            },
        );
        effects.extend(reshaped(state));
    } else {
        state.recent_keys.clear();
    }
    effects
}

/// Undoes, as one step, four keys or more within 300 ms that are not a path of cues.
pub(super) fn note_burst(state: &mut State, key: RecentKey) {
    state.recent_keys.push(key);
    let keys = &state.recent_keys;
    if keys.len() < BURST_KEYS {
        return;
    }
    let first = keys.first().and_then(|k| k.path);
    let is_path_of_cues = keys.iter().enumerate().all(|(i, k)| {
        // Alternating letter and digit, whichever came first in the window.
        k.path.is_some()
            && (i == 0 || k.path != keys.get(i - 1).and_then(|p| p.path))
            && first.is_some()
    });
    if is_path_of_cues {
        return;
    }
    let Some(first) = keys.first().cloned() else {
        return;
    };
    if first.before.interview.facts() != state.session.interview.facts()
        || first.before.id != state.session.id
        || first.overlay_before != state.overlay
        || state.family.is_some()
    {
        // What the burst did becomes one entry that was undone, and one redo brings back.
        let mut history = state.session.interview.clone();
        let same = state.session.id == first.before.id;
        state.session = first.before;
        if same && history.revert_to(&first.mark) {
            state.session.interview = history;
        }
        state.parked = first.parked_before;
        state.overlay = first.overlay_before;
        state.family = None;
        state.toast = Some(Toast::BurstUndone);
        state.recompute();
    }
    state.recent_keys.clear();
}
