//! What can be wrong in a kit, where, and how to mend it.
//!
//! A [`Problem`] is located by structure (section, element, field); the store turns that into file,
//! line and column. The sentences are French: they are read by managers, in the workshop and on paper.

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The element cannot be used.
    Error,
    /// It can, and somebody should look at it.
    Warning,
    /// It could be better said; nothing is wrong.
    Info,
}

/// Which part of the kit an element stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// The manifest (kit.ron).
    Manifest,
    /// The cues.
    Cues,
    /// The questions.
    Questions,
    /// The personas.
    Personas,
    /// The steps.
    Steps,
    /// The places.
    Places,
    /// The procedures.
    Procedures,
    /// The rules.
    Rules,
    /// The cases.
    Cases,
    /// The links between cues.
    Links,
}

/// Where a problem stands, by structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Part of the kit.
    pub section: Section,
    /// Position of the element in its section (0 for the manifest).
    pub index: usize,
    /// A text that stands literally at the fault within the element (an id, a word); empty = its start.
    pub token: String,
    /// Which occurrence of the token, 0-based.
    pub occurrence: usize,
    /// The field's path in words a person can follow (`cues › sans-ordinateur › family`).
    pub path: String,
}

/// One thing wrong, with its sentence and its cure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How grave.
    pub gravity: Gravity,
    /// Where.
    pub place: Place,
    /// What is wrong, one French sentence.
    pub message: String,
    /// What to do, one French sentence.
    pub cure: String,
}
