//! Layers and families: what opens them, what a digit or Entrée means in them.

use super::contact::cycle_cue;
use super::leaving::end;
use crate::app::action::{Action, Effect};
use crate::app::keeping::Keeping;
use crate::app::search;
use crate::app::state::{AfterEnd, Moment, Now, Overlay, State};
use crate::domain::ids::FamilyId;

/// Carries out what is its own; gives back what is not.
///
/// # Errors
/// The action, untouched, when it belongs elsewhere.
pub(super) fn apply(state: &mut State, action: Action, now: &Now) -> Result<Vec<Effect>, Action> {
    match action {
        Action::Open(overlay) => {
            open(state, overlay);
            if state.overlay == Some(Overlay::Kept) {
                state.keeping = Keeping::default();
                return Ok(vec![Effect::ListKept]);
            }
        }
        // Nothing is lost by leaving: what a crash left becomes the contact in hand.
        Action::Dismiss if state.overlay == Some(Overlay::Found) => {
            return Ok(super::apply(state, Action::TakeUpDraft, now));
        }
        // The second yes is a step of its own.
        Action::Dismiss
            if state.overlay == Some(Overlay::Kept) && state.keeping.asked.is_some() =>
        {
            state.keeping.asked = None;
        }
        Action::Dismiss => dismiss(state),
        Action::Curtain => state.curtain = !state.curtain,
        Action::OpenFamily(family) => open_family(state, family, false),
        Action::OpenFamilyForKey(family) => open_family(state, family, true),
        Action::OpenPalette => {
            open(state, Overlay::Search);
            state.query = ">".into();
        }
        Action::MoveChoice(by) => {
            let last = search::hits(state).len().saturating_sub(1);
            state.choice = if by < 0 {
                state.choice.saturating_sub(1)
            } else {
                (state.choice + 1).min(last)
            };
        }
        Action::Digit(digit) => return Ok(digit_pressed(state, digit, now)),
        Action::Enter => return Ok(enter(state, now)),
        Action::Search(query) => {
            state.query = query.into();
            state.choice = 0;
        }
        other => return Err(other),
    }
    Ok(Vec::new())
}

pub(super) fn open(state: &mut State, overlay: Overlay) {
    if overlay == Overlay::Search {
        state.query.clear();
    }
    if let Overlay::Procedure(id) = &overlay {
        state.session.procedure = Some(id.clone());
    }
    state.choice = 0;
    state.rebinding = None;
    state.toast = None;
    // The same key that opened a layer closes it.
    state.overlay = (state.overlay.as_ref() != Some(&overlay)).then_some(overlay);
}

/// Opens a family; its key again turns the page, then closes it.
pub(super) fn open_family(state: &mut State, family: FamilyId, by_key: bool) {
    let is_open = state.family.as_ref() == Some(&family);
    if is_open && state.family_page + 1 < state.family_pages(&family) {
        state.family_page += 1;
        return;
    }
    state.family_page = 0;
    state.family = (!is_open).then_some(family);
    state.family_by_key = by_key;
}

pub(super) fn dismiss(state: &mut State) {
    state.rebinding = None;
    if state.overlay.take().is_none() {
        state.family = None;
    }
}

pub(super) fn digit_pressed(state: &mut State, digit: u8, now: &Now) -> Vec<Effect> {
    let position = usize::from(if digit == 0 { 9 } else { digit - 1 });
    if let Some(overlay) = state.overlay.clone() {
        return match state.pick(&overlay, position) {
            Some(action) => super::apply(state, action, now),
            None => Vec::new(),
        };
    }
    if let Some(family) = state.family.clone() {
        if let Some(cue) = state.family_page_cues(&family).get(position).cloned() {
            cycle_cue(state, &cue);
            if state.family_by_key {
                state.family = None;
                state.family_page = 0;
            }
        }
        return Vec::new();
    }
    let Some(question) = state.question_in_view().cloned() else {
        return Vec::new();
    };
    if digit == 0 {
        return super::apply(state, Action::LeaveUnanswered(question), now);
    }
    let answer = state
        .kit
        .question(question.as_str())
        .and_then(|q| q.answers.get(position))
        .map(|a| a.id.clone());
    match answer {
        Some(answer) => super::apply(state, Action::Answer(question, answer), now),
        None => Vec::new(),
    }
}

pub(super) fn enter(state: &mut State, now: &Now) -> Vec<Effect> {
    match state.overlay.clone() {
        None if state.moment() == Moment::Recognise => super::apply(state, Action::FollowLead, now),
        None => super::apply(state, Action::TickCurrent, now),
        Some(Overlay::Review) if state.session.note_left => end(state, AfterEnd::New),
        Some(Overlay::ConfirmEnd(_) | Overlay::Review) => {
            super::apply(state, Action::CopyAndEnd, now)
        }
        Some(Overlay::Found) => super::apply(state, Action::TakeUpDraft, now),
        Some(Overlay::Kept) if state.keeping.asked.is_some() => Vec::new(),
        Some(Overlay::Card(persona)) if state.may_follow(&persona) => {
            super::apply(state, Action::Follow(persona), now)
        }
        Some(Overlay::Search) => {
            let hit = search::hits(state).into_iter().nth(state.choice);
            match hit {
                Some(hit) => super::apply(state, hit.action.action(), now),
                None => Vec::new(),
            }
        }
        Some(_) => {
            state.overlay = None;
            Vec::new()
        }
    }
}
