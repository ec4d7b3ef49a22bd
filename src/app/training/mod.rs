//! Training (« S’entraîner »): the third space of the window, where everything is invented.
//!
//! It holds where one is and the exercise in hand; its [`update`] is as pure as the interview's. It must
//! never touch the interview or the workshop's draft, keep anything on the disk, or count, time or rank
//! whoever practises. Leaving it forgets everything.
//!
//! An exercise to come has its place here: a [`Task`], one [`Spot`] or more, and a variant of
//! [`TrainingAction`] of its own.

pub mod action;
pub mod cards;
pub mod practice;
pub mod printing;
pub mod simulation;
mod spot;
mod update;

use crate::domain::ids::PersonaId;

pub use action::{Loaded, TrainingAction};
pub use practice::{Practice, PracticeAction};
pub use printing::{Press, PrintAction, Printing};
pub use simulation::Simulations;
pub use spot::{Spot, Task};
pub use update::{leave, update};

/// Everything of training.
#[derive(Clone, Debug, Default)]
pub struct TrainingState {
    /// Whether the window shows it.
    pub shown: bool,
    /// Where one is.
    spot: Spot,
    /// « Dans la peau de… »
    pub simulations: Simulations,
    /// What is printed.
    press: Press,
    /// The page of the library from which a card is printed: the way back leads to it.
    printing_from: Option<Spot>,
    /// « Un échange pour s’entraîner »
    pub practice: Practice,
    /// The library of cards: what was read before, what is looked for, what the map compares.
    pub cards: cards::Library,
}

impl TrainingState {
    /// Where one is.
    pub fn spot(&self) -> &Spot {
        &self.spot
    }

    /// What is printed.
    pub fn press(&self) -> &Press {
        &self.press
    }

    /// Goes back one level; says whether there was one.
    fn back(&mut self) -> bool {
        if self.spot == Spot::Exchange && self.practice.back() {
            return true;
        }
        if let Some(page) = self.printing_from.take() {
            self.spot = page;
            return true;
        }
        if let Some(before) = self.cards.back(&self.spot) {
            self.spot = before;
            return true;
        }
        let Some(above) = self.spot.above() else {
            return false;
        };
        self.go(above);
        true
    }

    /// Goes somewhere; what was played where one comes from is forgotten.
    fn go(&mut self, spot: Spot) {
        match &spot {
            Spot::Simulation(id) if !self.simulations.begin(id) => return,
            Spot::Exchange if self.practice.played().is_none() => return,
            Spot::Simulation(_) | Spot::Exchange => {}
            Spot::Home | Spot::Simulations | Spot::Practice | Spot::Printing | Spot::Cards(_) => {
                self.simulations.forget();
                self.practice.forget();
            }
        }
        self.printing_from = None;
        self.cards.turned(&self.spot, &spot);
        self.spot = spot;
    }

    /// Goes from a page of the library to « Imprimer », on one card; what was read stays.
    fn print_card(&mut self, persona: PersonaId) {
        self.press.choose_card(persona);
        let from = std::mem::replace(&mut self.spot, Spot::Printing);
        self.printing_from = Some(from);
    }
}
