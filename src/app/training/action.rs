//! Every intent training knows.

use super::Spot;
use super::cards::CardsAction;
use crate::app::Action;

/// An intent of training, with its data.
#[derive(Clone, Debug, PartialEq)]
pub enum TrainingAction {
    /// Opens training, or leaves it; asks first while a contact is in hand.
    Toggle,
    /// Opens it although a contact is in hand, which stays as it is.
    Enter,
    /// Leaves it, and forgets what was practised.
    Leave,
    /// Goes somewhere.
    Go(Spot),
    /// Goes back one level; from the first page, leaves.
    Back,
    /// An intent of the library of cards.
    Cards(CardsAction),
}

impl TrainingAction {
    /// Says whether it comes from outside, and interrupts nobody.
    pub const fn is_answer(&self) -> bool {
        match self {
            Self::Toggle
            | Self::Enter
            | Self::Leave
            | Self::Go(_)
            | Self::Back
            | Self::Cards(_) => false,
        }
    }
}

impl From<TrainingAction> for Action {
    fn from(action: TrainingAction) -> Self {
        Self::Training(Box::new(action))
    }
}
