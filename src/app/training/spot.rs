//! Where one is in training: what one comes to do, and the page each of these opens.
//!
//! It must never hold content: a spot names what is in view.

use super::cards::Leaf;

/// What one comes to practise; only what is built is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// « Dans la peau de… »
    Simulations,
    /// « Fiches »
    Cards,
}

impl Task {
    /// Every task, in the order the first page shows them.
    pub const ALL: &'static [Self] = &[Self::Simulations, Self::Cards];

    /// Where it opens.
    pub const fn spot(self) -> Spot {
        match self {
            Self::Simulations => Spot::Simulations,
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
    /// The library of cards.
    Cards(Leaf),
}

impl Spot {
    /// The page above, where Échap goes; none above the first.
    pub(super) fn above(&self) -> Option<Self> {
        match self {
            Self::Home => None,
            Self::Simulations | Self::Cards(Leaf::Home) => Some(Self::Home),
            Self::Cards(_) => Some(Self::Cards(Leaf::Home)),
        }
    }
}
