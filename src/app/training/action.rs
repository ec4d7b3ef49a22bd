//! Every intent training knows.

use super::Spot;
use super::cards::CardsAction;
use super::{PracticeAction, PrintAction};
use crate::app::Action;
use crate::domain::ids::PersonaId;
use crate::domain::training::practice::Words;
use crate::domain::training::simulation::{Event, Simulation};

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
    /// The disk gave what the kit in use trains with.
    Loaded(Box<Loaded>),
    /// What somebody does in the simulation being played.
    Simulation(Event),
    /// Opens « Imprimer » on the card of a persona.
    PrintCard(PersonaId),
    /// Prints, or is told what came of it.
    Print(PrintAction),
    /// What somebody does in solo practice.
    Practice(PracticeAction),
    /// An intent of the library of cards.
    Cards(CardsAction),
}

/// What a kit trains with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Its simulations.
    pub simulations: Vec<Simulation>,
    /// The words of its exchanges.
    pub words: Words,
    /// What the numbers of exchanges are drawn from, this time.
    pub seed: u64,
}

impl TrainingAction {
    /// Says whether it comes from outside, and interrupts nobody.
    pub const fn is_answer(&self) -> bool {
        match self {
            Self::Loaded(_) | Self::Practice(PracticeAction::Kept(_)) => true,
            Self::Print(action) => action.is_answer(),
            Self::Toggle
            | Self::Enter
            | Self::Leave
            | Self::Go(_)
            | Self::Back
            | Self::PrintCard(_)
            | Self::Practice(_)
            | Self::Simulation(_)
            | Self::Cards(_) => false,
        }
    }
}

impl From<TrainingAction> for Action {
    fn from(action: TrainingAction) -> Self {
        Self::Training(Box::new(action))
    }
}
