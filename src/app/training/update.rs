//! What happens when somebody acts in training: state, action in; effects out. No I/O, no egui.

use std::sync::Arc;

use super::{Spot, TrainingAction, TrainingState, cards, practice};
use crate::app::action::Effect;
use crate::app::state::{Overlay, State};
use crate::app::workshop::{self, WorkshopAction};
use crate::domain::ids::PersonaId;

/// Carries out an intent of training.
pub fn update(state: &mut State, action: TrainingAction) -> Vec<Effect> {
    let before = state.training.spot().clone();
    let effects = carry_out(state, action);
    if *state.training.spot() != before {
        // A remark goes with the card it is on.
        state.forget_remark();
    }
    effects
}

fn carry_out(state: &mut State, action: TrainingAction) -> Vec<Effect> {
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
        TrainingAction::Go(spot) => return go(state, spot),
        TrainingAction::Loaded(loaded) => {
            let training = &mut state.training;
            training.simulations.load(loaded.simulations);
            training.practice.load(Arc::new(loaded.words), loaded.seed);
        }
        TrainingAction::Practice(action) => return practice::update(state, action),
        TrainingAction::Simulation(event) => state.training.simulations.act(event),
        TrainingAction::Print(action) if state.training.shown => {
            return state.training.press.update(&state.kit, action);
        }
        // What comes after training was left is for nobody.
        TrainingAction::Print(_) => {}
        TrainingAction::Cards(action) => cards::update(&mut state.training, action),
        TrainingAction::PrintCard(persona) => return print_card(state, persona),
        // A remark being written is given up before its card is left.
        TrainingAction::Back if state.remarks.writing.is_some() => state.forget_remark(),
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
    let kit = Arc::new(state.kit.content().clone());
    effects.push(Effect::LoadTraining(kit));
    effects
}

/// Leaves training: nothing of it stays.
pub fn leave(state: &mut State) {
    state.overlay = None;
    state.training = TrainingState::default();
}

fn print_card(state: &mut State, persona: PersonaId) -> Vec<Effect> {
    let training = &mut state.training;
    let in_library = training.shown && matches!(training.spot(), Spot::Cards(_));
    if !in_library || state.kit.persona(persona.as_str()).is_none() {
        return Vec::new();
    }
    training.print_card(persona);
    training.press.draw(&state.kit)
}

fn go(state: &mut State, spot: Spot) -> Vec<Effect> {
    let training = &mut state.training;
    if !training.shown {
        return Vec::new();
    }
    training.go(spot);
    match training.spot() {
        Spot::Printing => training.press.draw(&state.kit),
        _ => Vec::new(),
    }
}
