//! Where one is in training: what one comes to do, and the page each of these opens.
//!
//! It must never hold content: a spot names what is in view.

use super::cards::Leaf;
use crate::domain::ids::SimulationId;

/// What one comes to practise; only what is built is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// « Dans la peau de… »
    Simulations,
    /// « Un échange pour s’entraîner »
    Practice,
    /// « Fiches »
    Cards,
    /// « Imprimer »
    Printing,
}

impl Task {
    /// Every task, in the order the first page shows them.
    pub const ALL: &'static [Self] = &[
        Self::Simulations,
        Self::Practice,
        Self::Cards,
        // A build without the press has nothing to print with.
        #[cfg(feature = "paper")]
        Self::Printing,
    ];

    /// Where it opens.
    pub const fn spot(self) -> Spot {
        match self {
            Self::Simulations => Spot::Simulations,
            Self::Practice => Spot::Practice,
            Self::Printing => Spot::Printing,
            Self::Cards => Spot::Cards(Leaf::Home),
        }
    }
}

/// Where one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Spot {
    /// What one comes to practise.
    #[default]
    Home,
    /// The simulations, to choose one.
    Simulations,
    /// One of them.
    Simulation(SimulationId),
    /// What is printed.
    Printing,
    /// Solo practice: what it is, and how to begin.
    Practice,
    /// The exchange in hand.
    Exchange,
    /// The library of cards.
    Cards(Leaf),
}

impl Spot {
    /// The page above, where Échap goes; none above the first.
    pub(super) fn above(&self) -> Option<Self> {
        match self {
            Self::Home => None,
            Self::Simulations | Self::Practice | Self::Printing | Self::Cards(Leaf::Home) => {
                Some(Self::Home)
            }
            Self::Simulation(_) => Some(Self::Simulations),
            Self::Exchange => Some(Self::Practice),
            Self::Cards(_) => Some(Self::Cards(Leaf::Home)),
        }
    }
}
