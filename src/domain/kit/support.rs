//! What helps: steps, places to send people to, démarches.
//!
//! It must never hold an address that is opened: they are shown as text.

use super::{Condition, Say};
use crate::domain::ids::{PlaceId, ProcedureId, StepId};
use crate::domain::vocab::{Channel, Mode, Orientation, Theme};

/// One action an agent can do and tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Unique id.
    pub id: StepId,
    /// Shown title.
    pub title: String,
    /// How, in a sentence or two.
    pub detail: String,
    /// How one helps.
    pub mode: Mode,
    /// Usual duration, in minutes.
    pub minutes: u32,
    /// Where it can be done.
    pub channels: Vec<Channel>,
    /// Themes it belongs to; empty means all.
    pub themes: Vec<Theme>,
    /// Only then, if set.
    pub when: Option<Condition>,
    /// Sentences that go with it.
    pub say: Vec<Say>,
    /// The phrase that enters the note when it is ticked.
    pub note: String,
}

/// A place to send people to.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Unique id.
    pub id: PlaceId,
    /// Shown name.
    pub name: String,
    /// What kind of place.
    pub kind: Orientation,
    /// What it offers.
    pub offers: Vec<String>,
    /// Opening hours, in words.
    pub when: String,
    /// How to reach it.
    pub contact: String,
    /// What to bring.
    pub bring: Vec<String>,
    /// Date of the last check, ISO.
    pub confirmed: Option<String>,
}

/// A procedure (démarche).
#[derive(Clone, Debug, PartialEq)]
pub struct Procedure {
    /// Unique id.
    pub id: ProcedureId,
    /// Its theme.
    pub theme: Theme,
    /// Shown title.
    pub title: String,
    /// Official address, shown as text and never opened.
    pub site: Option<String>,
    /// Documents to bring.
    pub documents: Vec<String>,
    /// Its steps.
    pub steps: Vec<StepId>,
    /// The way that is not online.
    pub other_way: String,
    /// Who runs it.
    pub operator: String,
    /// Usual traps, one sentence each.
    pub traps: Vec<String>,
    /// Official pages seen, and when.
    pub seen: Vec<PageSeen>,
    /// What must be checked locally, if anything.
    pub varies: Option<String>,
}

/// An official page that somebody read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageSeen {
    /// Its address.
    pub url: String,
    /// The day it was read, ISO.
    pub on: String,
}
