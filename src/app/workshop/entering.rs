//! Coming into the workshop and leaving it: the draft is asked for, taken up again, or kept for later.
//!
//! It must never touch what the interview holds.

use std::sync::Arc;

use super::action::Opened;
use super::{Keeping, Message, WorkshopState, map, ours, tryout};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::app::training;
use crate::domain::workshop::Desk;

/// Opens the workshop; asks the disk for the draft on the first visit.
pub(super) fn enter(state: &mut State) -> Vec<Effect> {
    training::leave(state);
    state.overlay = None;
    state.family = None;
    state.toast = None;
    let workshop = &mut state.workshop;
    workshop.shown = true;
    let current = workshop
        .desk
        .as_ref()
        .is_some_and(|desk| desk.base().id == state.kit.id);
    if current || workshop.opening {
        let mut effects = ours::stand_on_newest(state);
        tryout::follow(state);
        effects.extend(map::follow(state));
        return effects;
    }
    *workshop = WorkshopState {
        shown: true,
        opening: true,
        side_by_side: workshop.side_by_side,
        ..WorkshopState::default()
    };
    vec![Effect::OpenWorkshop(Arc::new(
        state.bare_kit().content().clone(),
    ))]
}

/// Goes back to the interview.
pub(super) fn leave(state: &mut State) {
    if let Some(desk) = &mut state.workshop.desk {
        desk.seal();
    }
    state.overlay = None;
    state.workshop.shown = false;
    state.workshop.asked = None;
    state.workshop.message = None;
    tryout::follow(state);
}

/// Takes what the disk kept.
pub(super) fn opened_on(state: &mut State, opened: Opened) {
    let workshop = &mut state.workshop;
    workshop.opening = false;
    workshop.keeping = if opened.keeps {
        Keeping::Nothing
    } else {
        Keeping::Nowhere
    };
    workshop.message = opened.trouble.map(Message::Told);
    workshop.ours.kept = opened.ours;
    let desk = match opened.kept {
        None => {
            workshop.base = opened.base.clone();
            Desk::open((*opened.base).clone(), &opened.hash, opened.checks)
        }
        Some(kept) => {
            workshop.message = Some(if kept.hash == opened.hash {
                Message::Resumed
            } else {
                Message::ResumedOnOther
            });
            workshop.base = kept.base.clone();
            workshop.keeping = Keeping::Kept;
            let content = (*kept.content).clone();
            Desk::resume((*kept.base).clone(), &kept.hash, content, opened.checks)
        }
    };
    workshop.desk = Some(Box::new(desk));
    workshop.refreshed = None;
}
