//! Identifiers: one newtype per kind, so that a cue can never be taken for a step.
//!
//! An id is ASCII kebab-case and unique per kind; the printed code (E1, Q2, FIL) is not an id.

use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps a text; the validator judges its spelling.
            pub fn new(text: &str) -> Self {
                Self(Arc::from(text))
            }

            /// Gives the id as written in the kit.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    )+};
}

id! {
    /// Names an answer within its question.
    AnswerId,
    /// Names a cue.
    CueId,
    /// Names a family of related cues.
    FamilyId,
    /// Names a page of a simulation.
    PageId,
    /// Names a persona, profile or situation.
    PersonaId,
    /// Names a place to send people to.
    PlaceId,
    /// Names a procedure (démarche).
    ProcedureId,
    /// Names a question.
    QuestionId,
    /// Names a simulation, an exercise of the training.
    SimulationId,
    /// Names a role-play scenario.
    ScenarioId,
    /// Names a support step.
    StepId,
}

/// Says whether a text is spelled like an id: ASCII kebab-case, 1 to 64 characters.
///
/// ```
/// use reflexe_personas::domain::ids::is_kebab_case;
/// assert!(is_kebab_case("sans-ordinateur"));
/// assert!(!is_kebab_case("Sans ordinateur"));
/// ```
pub fn is_kebab_case(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && text
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
