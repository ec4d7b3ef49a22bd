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
mod spot;
mod update;

pub use action::TrainingAction;
pub use spot::{Spot, Task};
pub use update::{leave, update};

/// Everything of training.
#[derive(Clone, Debug, Default)]
pub struct TrainingState {
    /// Whether the window shows it.
    pub shown: bool,
    /// Where one is.
    spot: Spot,
    /// The library of cards: what was read before, what is looked for, what the map compares.
    pub cards: cards::Library,
}

impl TrainingState {
    /// Where one is.
    pub fn spot(&self) -> &Spot {
        &self.spot
    }

    /// Goes back one level; says whether there was one.
    fn back(&mut self) -> bool {
        if let Some(before) = self.cards.back(&self.spot) {
            self.spot = before;
            return true;
        }
        let Some(above) = self.spot.above() else {
            return false;
        };
        self.spot = above;
        true
    }
}
