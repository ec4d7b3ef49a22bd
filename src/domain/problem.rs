//! What can be wrong in a kit, where, and how to mend it.
//!
//! A [`Problem`] is located by structure (section, element, field); the store turns that into file,
//! line and column. The sentences are French: they are read by managers, in the workshop and on paper.

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// The role-play scenarios, beside the kit.
    Scenarios,
}

impl Section {
    /// Its name, as its file has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Manifest => "kit",
            Self::Cues => "cues",
            Self::Questions => "questions",
            Self::Personas => "personas",
            Self::Steps => "steps",
            Self::Places => "places",
            Self::Procedures => "procedures",
            Self::Rules => "rules",
            Self::Cases => "cases",
            Self::Links => "links",
            Self::Scenarios => "scenarios",
        }
    }
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
    /// The element's id, its number from 1 if it has none, or empty for the manifest.
    pub name: String,
    /// The field, as its file calls it, part by part; empty = the element as a whole.
    pub field: Vec<String>,
    /// The line of a list, 0-based, where it is known.
    pub line: Option<usize>,
}

/// Between the parts of a path.
const BETWEEN: &str = " › ";

impl Place {
    /// Names a field of an element; its parts are separated by « › ».
    pub fn new(section: Section, index: usize, name: &str, field: &str) -> Self {
        Self {
            section,
            index,
            token: String::new(),
            occurrence: 0,
            name: name.to_owned(),
            field: field
                .split(BETWEEN)
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect(),
            line: None,
        }
    }

    /// The same at the nth occurrence of a token.
    #[must_use]
    pub fn at(mut self, token: &str, occurrence: usize) -> Self {
        token.clone_into(&mut self.token);
        self.occurrence = occurrence;
        self
    }

    /// The field's path in words a person can follow (`cues › sans-ordinateur › family`).
    pub fn path(&self) -> String {
        let parts = [self.section.name(), self.name.as_str()];
        let parts = parts
            .into_iter()
            .chain(self.field.iter().map(String::as_str));
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(BETWEEN)
    }
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
