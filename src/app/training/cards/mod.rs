//! The library of cards (« Fiches »): the kit as one reads it with five quiet minutes.
//!
//! A card is a name; what it says is computed from the kit in use, in [`view`]. One goes from card to
//! card by links, back and forward as in a small browser. It must never change the kit, say a
//! probability as a number, nor keep what was read.

mod brings;
mod helping;
mod map;
mod persona;
mod question;
mod telling;
pub mod view;

use crate::app::search::{self, HitAction};
use crate::app::state::State;
use crate::domain::ids::{CueId, PersonaId, PlaceId, ProcedureId, QuestionId, StepId};
use crate::domain::kit::{Kit, KitContent, Layer};
use crate::domain::workshop::Element;

use super::{Spot, TrainingState};

pub use map::{Axis, Point, points};
pub use view::{Aside, Block, CardView, Fact, Group, Heading, Link, Often, card, rows};

/// Pages one can go back over.
const MOST: usize = 100;
/// Cards shown at most for what is looked for.
const MAX_HITS: usize = 40;

/// What a card is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Card {
    /// A profile or a situation.
    Persona(PersonaId),
    /// A cue.
    Cue(CueId),
    /// A question.
    Question(QuestionId),
    /// A step.
    Step(StepId),
    /// A démarche.
    Procedure(ProcedureId),
    /// A place to send people to.
    Place(PlaceId),
}

impl Card {
    /// The element of the kit it is about.
    pub fn element(&self) -> Element {
        match self {
            Self::Persona(id) => Element::Persona(id.clone()),
            Self::Cue(id) => Element::Cue(id.clone()),
            Self::Question(id) => Element::Question(id.clone()),
            Self::Step(id) => Element::Step(id.clone()),
            Self::Procedure(id) => Element::Procedure(id.clone()),
            Self::Place(id) => Element::Place(id.clone()),
        }
    }

    /// What it is called in a list.
    pub fn title(&self, content: &KitContent) -> String {
        self.element().title(content)
    }

    /// The shelf it stands on; none if the kit has no such card.
    pub fn shelf(&self, kit: &Kit) -> Option<Shelf> {
        Some(match self {
            Self::Persona(id) => match kit.persona(id.as_str())?.layer {
                Layer::Profile => Shelf::Profiles,
                Layer::Situation => Shelf::Situations,
            },
            Self::Cue(id) => kit.cue(id.as_str()).map(|_| Shelf::Cues)?,
            Self::Question(id) => kit.question(id.as_str()).map(|_| Shelf::Questions)?,
            Self::Step(id) => kit.step(id.as_str()).map(|_| Shelf::Steps)?,
            Self::Procedure(id) => {
                let known = kit.procedures.iter().any(|procedure| &procedure.id == id);
                known.then_some(Shelf::Procedures)?
            }
            Self::Place(id) => {
                let known = kit.places.iter().any(|place| &place.id == id);
                known.then_some(Shelf::Places)?
            }
        })
    }
}

/// Cards of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// Profiles.
    Profiles,
    /// Situations.
    Situations,
    /// Cues.
    Cues,
    /// Questions.
    Questions,
    /// Steps.
    Steps,
    /// Démarches.
    Procedures,
    /// Places to send people to.
    Places,
}

impl Shelf {
    /// Every shelf, in the order the library shows them.
    pub const ALL: &'static [Self] = &[
        Self::Profiles,
        Self::Situations,
        Self::Cues,
        Self::Questions,
        Self::Steps,
        Self::Procedures,
        Self::Places,
    ];

    /// Its cards, in kit order.
    pub fn cards(self, content: &KitContent) -> Vec<Card> {
        let personas = |layer| {
            let of_layer = content.personas.iter().filter(move |p| p.layer == layer);
            of_layer.map(|p| Card::Persona(p.id.clone())).collect()
        };
        match self {
            Self::Profiles => personas(Layer::Profile),
            Self::Situations => personas(Layer::Situation),
            Self::Cues => {
                let cues = content.cues.iter();
                cues.map(|cue| Card::Cue(cue.id.clone())).collect()
            }
            Self::Questions => {
                let questions = content.questions.iter();
                questions.map(|q| Card::Question(q.id.clone())).collect()
            }
            Self::Steps => {
                let steps = content.steps.iter();
                steps.map(|step| Card::Step(step.id.clone())).collect()
            }
            Self::Procedures => {
                let procedures = content.procedures.iter();
                procedures.map(|p| Card::Procedure(p.id.clone())).collect()
            }
            Self::Places => {
                let places = content.places.iter();
                places.map(|place| Card::Place(place.id.clone())).collect()
            }
        }
    }
}

/// A page of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// The shelves, and the search.
    Home,
    /// The cards of a kind.
    Shelf(Shelf),
    /// One card.
    Card(Card),
    /// Profiles and situations on two axes.
    Map,
}

/// An intent of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardsAction {
    /// Looks for something.
    Search(String),
    /// Shows another card of the list in view: nothing one goes back over.
    Turn(Leaf),
    /// Goes forward again after having gone back.
    Forward,
    /// Chooses what the map compares from left to right.
    Across(Axis),
    /// Chooses what the map compares from bottom to top.
    Upward(Axis),
}

/// What is known of somebody who reads, for as long as they do.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// What is looked for.
    pub query: String,
    /// What the map compares.
    pub axes: Axes,
    /// Pages to go back to, the last one last.
    past: Vec<Spot>,
    /// Pages to go forward to, the next one last.
    future: Vec<Spot>,
}

/// The two axes of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axes {
    /// From left to right.
    pub across: Axis,
    /// From bottom to top.
    pub upward: Axis,
}

impl Default for Axes {
    fn default() -> Self {
        Self {
            across: Axis::Aptitude,
            upward: Axis::Confidence,
        }
    }
}

impl Library {
    /// Says whether one can go forward.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }

    /// Remembers where one comes from; outside the library nothing of it is kept.
    pub(super) fn turned(&mut self, from: &Spot, to: &Spot) {
        if !matches!(to, Spot::Cards(_)) {
            *self = Self::default();
            return;
        }
        if from == to {
            return;
        }
        self.future.clear();
        remember(&mut self.past, from.clone());
    }

    /// Goes back a page, from a page of the library.
    pub(super) fn back(&mut self, from: &Spot) -> Option<Spot> {
        if !matches!(from, Spot::Cards(_)) {
            return None;
        }
        let before = self.past.pop()?;
        if matches!(before, Spot::Cards(_)) {
            remember(&mut self.future, from.clone());
        } else {
            *self = Self::default();
        }
        Some(before)
    }

    fn forward(&mut self, from: &Spot) -> Option<Spot> {
        let next = self.future.pop()?;
        remember(&mut self.past, from.clone());
        Some(next)
    }
}

fn remember(pages: &mut Vec<Spot>, page: Spot) {
    if pages.len() >= MOST {
        pages.remove(0);
    }
    pages.push(page);
}

/// Carries out an intent of the library.
pub(super) fn update(training: &mut TrainingState, action: CardsAction) {
    if !matches!(training.spot, Spot::Cards(_)) {
        return;
    }
    let library = &mut training.cards;
    match action {
        CardsAction::Search(query) => library.query = query,
        CardsAction::Turn(leaf) => {
            library.future.clear();
            training.spot = Spot::Cards(leaf);
        }
        CardsAction::Forward => {
            if let Some(next) = library.forward(&training.spot) {
                training.spot = next;
            }
        }
        CardsAction::Across(axis) => {
            let axes = &mut library.axes;
            // An axis against itself says nothing: the two change places.
            if axes.upward == axis {
                axes.upward = axes.across;
            }
            axes.across = axis;
        }
        CardsAction::Upward(axis) => {
            let axes = &mut library.axes;
            if axes.across == axis {
                axes.across = axes.upward;
            }
            axes.upward = axis;
        }
    }
}

/// The cards that what is looked for names, best first; none while nothing is.
pub fn found(state: &State) -> Vec<Card> {
    let query = state.training.cards.query.as_str();
    let of_index = search::anywhere(state, query)
        .into_iter()
        .filter_map(|action| match action {
            HitAction::Cue(id) => Some(Card::Cue(id)),
            HitAction::Step(id) => Some(Card::Step(id)),
            HitAction::Question(id) => Some(Card::Question(id)),
            HitAction::Persona(id) => Some(Card::Persona(id)),
            HitAction::Procedure(id) => Some(Card::Procedure(id)),
            HitAction::Command(_) => None,
        });
    // A team's own places are few: they stand in no index.
    let places = state.kit.places.iter().filter(|place| {
        let words = format!("{} {}", place.name, place.offers.join(" "));
        search::answers(&words, query)
    });
    let places = places.map(|place| Card::Place(place.id.clone()));
    places.chain(of_index).take(MAX_HITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(leaf: Leaf) -> Spot {
        Spot::Cards(leaf)
    }

    #[test]
    fn one_goes_back_and_forward_and_a_new_way_forgets_the_old_one() {
        let mut library = Library::default();
        let card = at(Leaf::Card(Card::Step("a".into())));
        library.turned(&Spot::Home, &at(Leaf::Home));
        library.turned(&at(Leaf::Home), &at(Leaf::Map));
        library.turned(&at(Leaf::Map), &card);
        assert_eq!(library.back(&card), Some(at(Leaf::Map)));
        assert_eq!(library.back(&at(Leaf::Map)), Some(at(Leaf::Home)));
        assert_eq!(library.forward(&at(Leaf::Home)), Some(at(Leaf::Map)));
        assert!(library.has_future());
        library.turned(&at(Leaf::Map), &at(Leaf::Shelf(Shelf::Cues)));
        assert!(!library.has_future());
        assert_eq!(
            library.back(&at(Leaf::Shelf(Shelf::Cues))),
            Some(at(Leaf::Map))
        );
        assert_eq!(library.back(&at(Leaf::Map)), Some(at(Leaf::Home)));
        library.query = "mail".to_owned();
        assert_eq!(library.back(&at(Leaf::Home)), Some(Spot::Home));
        assert!(library.query.is_empty() && !library.has_future());
    }

    #[test]
    fn an_axis_is_never_compared_with_itself() {
        let mut training = TrainingState {
            shown: true,
            ..TrainingState::default()
        };
        training.spot = at(Leaf::Map);
        for across in Axis::ALL {
            for upward in Axis::ALL {
                update(&mut training, CardsAction::Across(*across));
                update(&mut training, CardsAction::Upward(*upward));
                let axes = training.cards.axes;
                assert_eq!(axes.upward, *upward);
                assert_ne!(axes.across, axes.upward);
            }
        }
    }
}
