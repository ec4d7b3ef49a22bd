//! What happens when somebody acts in training: state, action in; effects out. No I/O, no egui.

use super::{Spot, TrainingAction, TrainingState, cards};
use crate::app::action::Effect;
use crate::app::state::{Overlay, State};
use crate::app::workshop::{self, WorkshopAction};

/// Carries out an intent of training.
pub fn update(state: &mut State, action: TrainingAction) -> Vec<Effect> {
    if state.training.shown && !action.is_answer() {
        // Said once.
        state.toast = None;
    }
    match action {
        TrainingAction::Toggle if state.training.shown => leave(state),
        TrainingAction::Toggle if !state.session.is_blank() => {
            // The contact comes first: nobody is taken away from it by one key.
            state.overlay = Some(Overlay::ToTraining);
        }
        TrainingAction::Toggle | TrainingAction::Enter => return enter(state),
        TrainingAction::Leave => leave(state),
        TrainingAction::Go(spot) => go(&mut state.training, spot),
        TrainingAction::Cards(action) => cards::update(&mut state.training, action),
        TrainingAction::Back => {
            if !state.training.back() {
                leave(state);
            }
        }
    }
    Vec::new()
}

fn enter(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    if state.workshop.shown {
        effects.extend(workshop::update(state, WorkshopAction::Leave));
    }
    state.overlay = None;
    state.family = None;
    state.toast = None;
    state.training = TrainingState {
        shown: true,
        ..TrainingState::default()
    };
    effects
}

/// Leaves training: nothing of it stays.
pub fn leave(state: &mut State) {
    state.overlay = None;
    state.training = TrainingState::default();
}

fn go(training: &mut TrainingState, spot: Spot) {
    if training.shown {
        training.cards.turned(&training.spot, &spot);
        training.spot = spot;
    }
}
