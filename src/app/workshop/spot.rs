//! Where one is in the workshop: what a manager comes to do, and the sheets each of these opens.
//!
//! It must never hold content: a spot names what is in view.

use crate::domain::kit::KitContent;
use crate::domain::workshop::items::position;
use crate::domain::workshop::{Element, Kind};

/// What a manager comes to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// « Adapter nos phrases ».
    Words,
    /// « Mettre à jour nos adresses ».
    Addresses,
    /// « Créer un persona ».
    Create,
    /// « Essayer nos cas ».
    Bench,
    /// « Vérifier le kit ».
    Health,
    /// « Diffuser à l’équipe ».
    Share,
    /// « Échanger des fichiers ».
    Files,
    /// « Essayer ».
    Try,
    /// « Ce qui distingue nos cartes ».
    Map,
    /// « Préparer un atelier ».
    Prepare,
    /// « Propre à notre structure ».
    Ours,
    /// « Remarques de l’équipe ».
    Remarks,
}

impl Task {
    /// Every task, in the order the home shows them.
    pub const ALL: &'static [Self] = &[
        Self::Ours,
        Self::Words,
        Self::Addresses,
        Self::Create,
        Self::Prepare,
        Self::Try,
        Self::Bench,
        Self::Map,
        Self::Health,
        Self::Share,
        Self::Files,
        Self::Remarks,
    ];

    /// Where it opens.
    pub fn spot(self) -> Spot {
        match self {
            Self::Words => Spot::of_kind(Kind::Persona),
            Self::Addresses => Spot::of_kind(Kind::Place),
            Self::Create => Spot::Create,
            Self::Bench => Spot::Bench,
            Self::Health => Spot::Health,
            Self::Share => Spot::Share,
            Self::Files => Spot::Files,
            Self::Try => Spot::Try,
            Self::Map => Spot::Map,
            Self::Prepare => Spot::Prepare,
            Self::Ours => Spot::Ours,
            Self::Remarks => Spot::Remarks,
        }
    }
}

/// Sheets that are read and edited together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Room {
    /// What agents read and say.
    Words,
    /// Where people are sent.
    Addresses,
    /// What is behind « Réglages avancés ».
    Advanced,
}

impl Room {
    /// The kinds of elements in it, in the order of its tabs.
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Words => &[Kind::Persona, Kind::Step, Kind::Question],
            Self::Addresses => &[Kind::Place, Kind::Procedure],
            Self::Advanced => &[
                Kind::Cue,
                Kind::Rule,
                Kind::Link,
                Kind::Family,
                Kind::Source,
                Kind::Manifest,
            ],
        }
    }

    /// The room of a kind of element; cases have a page of their own.
    pub const fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Persona | Kind::Step | Kind::Question | Kind::Answer => Some(Self::Words),
            Kind::Place | Kind::Procedure => Some(Self::Addresses),
            Kind::Cue | Kind::Family | Kind::Source | Kind::Manifest | Kind::Rule | Kind::Link => {
                Some(Self::Advanced)
            }
            Kind::Case => None,
        }
    }
}

/// Where one is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Spot {
    /// What one comes to do.
    #[default]
    Home,
    /// The elements of a kind, and the sheet of one of them.
    Sheets(Kind, Option<Element>),
    /// Everything to correct or to read again.
    Health,
    /// What is rarely changed.
    Advanced,
    /// A new persona.
    Create,
    /// What is shared, and with whom.
    Share,
    /// The versions that were.
    Versions,
    /// Files to and from others.
    Files,
    /// The table of levels.
    Levels,
    /// The cases, tried.
    Bench,
    /// The interview, on the draft.
    Try,
    /// What distinguishes the cards.
    Map,
    /// A team workshop.
    Prepare,
    /// What is the structure's own.
    Ours,
    /// Remarks on the texts.
    Remarks,
}

impl Spot {
    /// The list of a kind.
    pub const fn of_kind(kind: Kind) -> Self {
        Self::Sheets(kind, None)
    }

    /// Where an element is changed: its sheet; an answer is on its question's, a case among cases.
    pub fn of(element: &Element) -> Self {
        match element {
            Element::Answer(question, _) => {
                Self::Sheets(Kind::Question, Some(Element::Question(question.clone())))
            }
            Element::Case(_) => Self::Bench,
            other => Self::Sheets(other.kind(), Some(other.clone())),
        }
    }

    /// The room it is in.
    pub fn room(&self) -> Option<Room> {
        match self {
            Self::Sheets(kind, _) => Room::of(*kind),
            _ => None,
        }
    }

    /// The element whose sheet is open.
    pub fn element(&self) -> Option<&Element> {
        match self {
            Self::Sheets(_, element) => element.as_ref(),
            _ => None,
        }
    }

    /// Closes the sheet of an element that is gone.
    pub(super) fn forget_missing(&mut self, content: &KitContent) {
        if let Self::Sheets(_, element) = self
            && element.as_ref().is_some_and(|element| {
                *element != Element::Manifest && position(content, element).is_none()
            })
        {
            *element = None;
        }
    }
}

/// Lists the elements of a kind, in the order of the kit.
pub fn elements(content: &KitContent, kind: Kind) -> Vec<Element> {
    match kind {
        Kind::Manifest => vec![Element::Manifest],
        Kind::Family => ids(&content.families, |x| Element::Family(x.id.clone())),
        Kind::Source => ids(&content.sources, |x| Element::Source(x.id.clone())),
        Kind::Cue => ids(&content.cues, |x| Element::Cue(x.id.clone())),
        Kind::Question => ids(&content.questions, |x| Element::Question(x.id.clone())),
        Kind::Persona => ids(&content.personas, |x| Element::Persona(x.id.clone())),
        Kind::Step => ids(&content.steps, |x| Element::Step(x.id.clone())),
        Kind::Place => ids(&content.places, |x| Element::Place(x.id.clone())),
        Kind::Procedure => ids(&content.procedures, |x| Element::Procedure(x.id.clone())),
        Kind::Rule => (0..content.rules.len()).map(Element::Rule).collect(),
        Kind::Case => (0..content.cases.len()).map(Element::Case).collect(),
        Kind::Link => (0..content.links.len()).map(Element::Link).collect(),
        // They are on their question's sheet.
        Kind::Answer => Vec::new(),
    }
}

fn ids<T>(list: &[T], element: impl Fn(&T) -> Element) -> Vec<Element> {
    list.iter().map(element).collect()
}
