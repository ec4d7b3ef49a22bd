//! What is printed for a team workshop, as plain data: ordered documents made of a few kinds of blocks.
//!
//! It exists so that paper, text files and previews show the same words. It must never hold a layout,
//! a font, a date that was not given, nor anything of a real contact.

use crate::domain::ids::ScenarioId;

/// Everything to print for a workshop, in the order in which it is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// What it is (« Atelier d’équipe, 45 min »).
    pub title: String,
    /// The kit, its version and the day it was prepared, for the foot of every page.
    pub origin: String,
    /// The language code, for hyphenation and for assistive technology.
    pub language: String,
    /// The documents.
    pub documents: Vec<Document>,
}

impl Pack {
    /// The documents of a kind, in order.
    pub fn of(&self, kind: DocumentKind) -> impl Iterator<Item = &Document> {
        let documents = self.documents.iter();
        documents.filter(move |document| document.kind == kind)
    }

    /// How many sheets of a size come out of the printer, one document a sheet.
    pub fn sheets(&self, paper: Paper) -> usize {
        let documents = self.documents.iter();
        let of_paper = documents.filter(|document| document.paper == paper);
        of_paper.map(|document| document.copies).sum()
    }
}

/// What a document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// The running order, for whoever leads.
    RunningOrder,
    /// What whoever plays the agent knows.
    AgentCard,
    /// What whoever plays the usager wants, says and answers.
    UsagerCard,
    /// What whoever watches looks at, with boxes and no mark.
    ObserverGrid,
    /// How the scenario is talked over, for whoever leads.
    Debrief,
    /// A note to fill in by hand, as the screen would make it.
    BlankNote,
}

impl DocumentKind {
    /// Every kind, in the order of a pack.
    pub const ALL: &'static [Self] = &[
        Self::RunningOrder,
        Self::AgentCard,
        Self::UsagerCard,
        Self::ObserverGrid,
        Self::Debrief,
        Self::BlankNote,
    ];
}

/// The size of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Paper {
    /// A whole page.
    A4,
    /// A card for one hand; a long one may take a second side.
    A6,
}

/// One document, which begins a page of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is for.
    pub kind: DocumentKind,
    /// The scenario it belongs to.
    pub scenario: Option<ScenarioId>,
    /// A small line above the title (« Carte usager · Jeu 2 · Téléphone »).
    pub strap: String,
    /// The title.
    pub title: String,
    /// Its size.
    pub paper: Paper,
    /// How many are needed.
    pub copies: usize,
    /// What it says.
    pub blocks: Vec<Block>,
    /// A line at its foot: the rights of whoever holds it.
    pub foot: String,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// What counts most, in larger type.
    Lead(String),
    /// A paragraph.
    Text(String),
    /// A sentence to say aloud, with its quotation marks.
    Speech(String),
    /// A list.
    Bullets(Vec<String>),
    /// Two columns: when, or what is asked; then what is done, or answered.
    Pairs(Vec<(String, String)>),
    /// One box to tick a line; no mark and no total.
    Boxes(Vec<String>),
    /// Room to write on, under a label that may be empty.
    Lines(String, usize),
}
