//! The note on its way out, and the end of an interview: nothing is let go by one key.

use std::path::PathBuf;

use crate::app::action::{Action, Effect, Format, Stamp};
use crate::app::state::{AfterEnd, Now, Overlay, State, Toast};
use crate::app::{copying, learning};
use crate::domain::guard::VerifiedNote;

/// Carries out what is its own; gives back what is not.
///
/// # Errors
/// The action, untouched, when it belongs elsewhere.
pub(super) fn apply(state: &mut State, action: Action, now: &Now) -> Result<Vec<Effect>, Action> {
    match action {
        Action::New | Action::Finish => return Ok(end(state, AfterEnd::New)),
        Action::Close => return Ok(end(state, AfterEnd::Quit)),
        Action::SaveAndEnd => {
            let format = state.settings.note_format;
            return Ok(save(state, format).into_iter().collect());
        }
        // A clipboard may end with its program: leaving for good saves instead.
        Action::CopyAndEnd if pending_end(state) == AfterEnd::Quit => {
            return Ok(super::apply(state, Action::SaveAndEnd, now));
        }
        Action::CopyAndEnd => {
            let then = pending_end(state);
            let Some(copied) = copying::copied(state) else {
                return Ok(Vec::new());
            };
            let mut effects = vec![copied];
            effects.extend(finish(state, then));
            return Ok(effects);
        }
        Action::EndWithoutNote => {
            let then = pending_end(state);
            return Ok(finish(state, then));
        }
        Action::CopyNote => {
            let Some(copied) = copying::copied(state) else {
                return Ok(Vec::new());
            };
            state.session.note_left = true;
            state.toast = Some(Toast::Copied);
            return Ok(vec![copied]);
        }
        Action::CopiedForGood => state.toast = Some(Toast::CopiedForGood),
        Action::CopiedMasked => state.toast = Some(Toast::CopiedMasked),
        Action::SaveNote(format) => return Ok(save(state, format).into_iter().collect()),
        Action::SaveNoteAs(format) => {
            let note = leaving(state);
            return Ok(note
                .map(|note| Effect::SaveNoteAs {
                    note,
                    format,
                    stamp: state.session.stamp(),
                })
                .into_iter()
                .collect());
        }
        Action::Saved(result) => return Ok(saved(state, result)),
        Action::SavedAs(stamp, result) => return Ok(saved_as(state, stamp, result)),
        Action::KitSaved(result) => {
            state.toast = Some(match result {
                Ok(path) => Toast::KitSaved(path.display().to_string()),
                Err(reason) => Toast::KitNotSaved(reason),
            });
        }
        Action::PickedPath(_) => state.toast = Some(Toast::NoPath),
        other => return Err(other),
    }
    Ok(Vec::new())
}

/// Asks for the note's file; once for the same note, however long the disk takes.
fn save(state: &mut State, format: Format) -> Option<Effect> {
    let stamp = state.session.stamp();
    if state.saving == Some((stamp, format)) {
        return None;
    }
    let note = leaving(state)?;
    state.saving = Some((stamp, format));
    state.toast = Some(Toast::Saving);
    Some(Effect::SaveNote {
        note,
        format,
        stamp,
    })
}

/// The note on its way out, if the guard lets it through; else the review opens and says why.
pub(in crate::app) fn leaving(state: &mut State) -> Option<Box<VerifiedNote>> {
    let note = state.verified_note().map(Box::new);
    if note.is_none() {
        state.overlay = Some(Overlay::Review);
        state.toast = Some(Toast::Blocked);
    }
    note
}

pub(super) fn pending_end(state: &State) -> AfterEnd {
    match state.overlay {
        Some(Overlay::ConfirmEnd(then)) => then,
        _ => AfterEnd::New,
    }
}

/// Ends the interview if nothing would be lost; asks otherwise.
pub(super) fn end(state: &mut State, then: AfterEnd) -> Vec<Effect> {
    if state.note_at_stake() {
        state.overlay = Some(Overlay::ConfirmEnd(then));
        return Vec::new();
    }
    finish(state, then)
}

pub(super) fn finish(state: &mut State, then: AfterEnd) -> Vec<Effect> {
    let badge = state
        .parked
        .as_ref()
        .map_or(state.session.badge, |parked| parked.badge.other());
    let was_blank = state.session.is_blank();
    let mut effects: Vec<Effect> = learning::confirmed(state).into_iter().collect();
    state.session = state.fresh_session();
    state.session.badge = badge;
    state.overlay = None;
    state.family = None;
    state.family_page = 0;
    state.last_cue = None;
    state.query.clear();
    state.toast = (!was_blank).then_some(Toast::Wiped);
    state.recompute();
    if then == AfterEnd::Quit {
        if let Some(parked) = state.parked.take() {
            // The other interview may hold a note too: it comes back before the window closes.
            state.session = parked;
            state.recompute();
            effects.extend(end(state, AfterEnd::Quit));
            return effects;
        }
        effects.push(Effect::Quit);
    }
    effects
}

pub(super) fn saved(state: &mut State, result: Result<PathBuf, String>) -> Vec<Effect> {
    match result {
        Ok(path) => {
            // The file holds the note, not what was typed in the template's blanks.
            state.session.note_left = state.session.answers.is_empty();
            let leaving = state.overlay == Some(Overlay::ConfirmEnd(AfterEnd::Quit));
            if leaving {
                return finish(state, AfterEnd::Quit);
            }
            state.toast = Some(Toast::Saved(path.display().to_string()));
            Vec::new()
        }
        Err(reason) => {
            // Nothing is lost: the note goes to the clipboard, and stays on screen.
            state.toast = Some(Toast::NotSaved(reason));
            let note = state.verified_note().map(Box::new);
            note.map(Effect::CopyNote).into_iter().collect()
        }
    }
}

/// A dialog's file was written: it stands for the note it was, not for what came after.
pub(super) fn saved_as(
    state: &mut State,
    stamp: Stamp,
    result: Result<PathBuf, String>,
) -> Vec<Effect> {
    state.saving = None;
    if state.session.stamp() == stamp {
        return saved(state, result);
    }
    match result {
        Ok(path) => {
            if let Some(parked) = state.parked.as_mut().filter(|p| p.stamp() == stamp) {
                parked.note_left = parked.answers.is_empty();
            }
            state.toast = Some(Toast::Saved(path.display().to_string()));
        }
        Err(reason) => state.toast = Some(Toast::OtherNotSaved(reason)),
    }
    Vec::new()
}
pub(super) fn pause(state: &mut State) {
    let (session, toast) = if let Some(parked) = state.parked.take() {
        let name = parked.name();
        (parked, Toast::Resumed(name))
    } else {
        let mut fresh = state.fresh_session();
        fresh.badge = state.session.badge.other();
        (fresh, Toast::Paused(state.session.name()))
    };
    let aside = std::mem::replace(&mut state.session, session);
    // A blank interview is not worth a place.
    state.parked = (!aside.is_blank()).then_some(aside);
    state.last_cue = None;
    state.family = None;
    state.overlay = None;
    state.toast = Some(toast);
    state.recompute();
}
