//! What is said of a version: why, as what, when.
//!
//! It must never let through the name of a person, nor read a clock: the day is given.

use std::fmt;

use crate::domain::guard::{self, GuardLexicon, Severity};
use crate::domain::typography::french;

/// Longest reason, in characters.
pub const REASON_MAX: usize = 120;
/// Longest role, in characters.
pub const ROLE_MAX: usize = 40;

/// Why words cannot stand with a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Nothing is said.
    Empty(What),
    /// Longer than so many characters.
    TooLong(What, usize),
    /// The guard found something; its label.
    Personal(What, &'static str),
    /// No ISO date.
    NoDate,
}

/// Which words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Why the version is published.
    Reason,
    /// As what its author publishes it.
    Role,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |what: &What| match what {
            What::Reason => "Le motif",
            What::Role => "Le rôle",
        };
        let said = match self {
            Self::Empty(What::Reason) => {
                "Il manque le motif ; rien n’a été publié. Dites en une ligne ce qui change.".to_owned()
            }
            Self::Empty(What::Role) => {
                "Il manque le rôle ; rien n’a été publié. Dites en quoi vous publiez, par exemple « responsable »."
                    .to_owned()
            }
            Self::TooLong(what, most) => format!(
                "{} est trop long (au plus {most} caractères) ; rien n’a été publié. Raccourcissez-le.",
                of(what)
            ),
            Self::Personal(What::Reason, label) => format!(
                "Le motif contient ce qui n’a pas sa place dans une version partagée ({label}) ; rien n’a été publié. Retirez-le."
            ),
            Self::Personal(What::Role, label) => format!(
                "Le rôle contient ce qui n’a pas sa place dans une version partagée ({label}) ; rien n’a été publié. Dites une fonction, pas un nom."
            ),
            Self::NoDate => {
                "La date n’est pas lisible ; rien n’a été publié. Vérifiez l’horloge de ce poste.".to_owned()
            }
        };
        f.write_str(&french(&said))
    }
}

/// What is said of a version: why, as what, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub(super) reason: String,
    pub(super) role: String,
    pub(super) date: String,
}

impl Notice {
    /// Checks words that will be shared: one line, short, nothing the guard finds red or orange.
    ///
    /// # Errors
    /// [`Unfit`], whose text is a French sentence.
    pub fn new(reason: &str, role: &str, date: &str, words: &GuardLexicon) -> Result<Self, Unfit> {
        let day: Result<jiff::civil::Date, _> = date.parse();
        let Ok(day) = day else {
            return Err(Unfit::NoDate);
        };
        let year = u32::try_from(day.year()).unwrap_or(0);
        let fit = |text: &str, what, most| {
            let text = one_line(text);
            if text.is_empty() {
                return Err(Unfit::Empty(what));
            }
            if text.chars().count() > most {
                return Err(Unfit::TooLong(what, most));
            }
            let mut found = guard::scan(&text, words, year).into_iter();
            match found.find(|finding| finding.severity != Severity::Info) {
                Some(finding) => Err(Unfit::Personal(what, finding.kind.label())),
                None => Ok(text),
            }
        };
        Ok(Self {
            reason: fit(reason, What::Reason, REASON_MAX)?,
            role: fit(role, What::Role, ROLE_MAX)?,
            date: day.to_string(),
        })
    }

    /// Why it was published.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// As what its author published it.
    pub fn role(&self) -> &str {
        &self.role
    }

    /// When, ISO.
    pub fn date(&self) -> &str {
        &self.date
    }
}

/// Puts a text on one line, without what could turn it around or hide a part of it.
pub(super) fn one_line(text: &str) -> String {
    let hidden = |c: &char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let shown: String = text
        .chars()
        .filter(|c| !hidden(c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = shown.split_ascii_whitespace().collect();
    words.join(" ")
}
