//! The kit workshop (« Atelier »): the second space of the window, for those who adapt the kit.
//!
//! It holds the draft in hand ([`Desk`]), where one is in it, and what waits for a second yes; its
//! [`update`] is as pure as the interview's. It must never touch the interview, publish anything, or
//! let an edit through that cannot be undone.
//!
//! Publishing, versions and files are in [`sharing`], team workshops in [`preparing`], a structure's own
//! layer over a shared kit in [`ours`].

pub mod action;
pub mod bench;
mod confirm;
pub mod creating;
mod entering;
mod going;
pub mod levels;
mod making;
pub mod map;
pub mod ours;
pub mod preparing;
pub mod sharing;
mod spot;
mod trial;
mod tryout;
mod update;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::kit::KitContent;
use crate::domain::problem::Gravity;
use crate::domain::version::VersionName;
use crate::domain::workshop::edit::Dependent;
use crate::domain::workshop::{Checked, Desk, Element, Field, Kind, Refusal, diff};

pub use action::{Opened, WorkshopAction, WorkshopDraft};
pub use bench::{Bench, BenchAction};
pub use creating::Creating;
pub use levels::{Levels, LevelsAction};
pub use map::{Diagnosing, Map, MapAction};
pub use ours::{Ours, OursAction, Whose};
pub use preparing::{PrepareAction, Preparing, Scenarios};
pub use sharing::{ShareAction, Sharing};
pub use spot::{Room, Spot, Task, elements};
pub use tryout::Tryout;
pub use update::{blank_say, update};

/// What waits for a second yes, or for a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Giving up the draft.
    Abandon,
    /// A new element of a kind, and its name as typed so far.
    Add(Kind, String),
    /// Deleting an element, with what hangs on it.
    Delete(Element, Vec<Dependent>),
    /// Publishing the draft.
    Publish,
    /// Another identifier for an element, as typed so far.
    Rename(Element, String),
    /// Publishing an old version again.
    Restore(VersionName),
    /// Using what is local.
    Use,
    /// Erasing a remark.
    EraseRemark(std::path::PathBuf),
}

/// What has just happened, said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The draft was given up; it can be undone.
    Abandoned,
    /// The draft cannot be kept; this is why.
    NotKept(String),
    /// This was done again.
    Redone(String),
    /// This could not be done, and nothing changed.
    Refused(Refusal),
    /// The draft of another day is back.
    Resumed,
    /// The draft of another day is back, and the kit has changed since.
    ResumedOnOther,
    /// A case was made of a try-out.
    CaseAdded(String),
    /// An element was deleted.
    Deleted(String),
    /// Something about the files, as a French sentence.
    Told(String),
    /// This was undone.
    Undone(String),
    /// What is local is written; counters take it at the next interview.
    Used,
}

impl Message {
    /// Says whether it passes: a line in the header, that moves nothing on the page.
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Undone(_) | Self::Redone(_) | Self::CaseAdded(_))
    }
}

/// Where the draft stands with the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It says what the kit in use says: there is nothing to keep.
    #[default]
    Nothing,
    /// It is on its way.
    Going,
    /// It is on the disk.
    Kept,
    /// It could not be kept.
    Failing,
    /// This window keeps nothing: another one does, or there is no place for it.
    Nowhere,
}

/// How many findings there are, by gravity: the same as `reflexe check` tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// To correct.
    pub errors: usize,
    /// To read again.
    pub warnings: usize,
    /// To know: nothing is wrong.
    pub infos: usize,
}

/// Everything of the workshop.
#[derive(Clone, Debug, Default)]
pub struct WorkshopState {
    /// Whether the window shows the workshop.
    pub shown: bool,
    /// Whether the disk was asked for the draft and has not answered.
    pub opening: bool,
    /// The draft in hand; `None` before the first visit.
    desk: Option<Box<Desk>>,
    /// The version the draft started from, shared with the disk's thread.
    base: Arc<KitContent>,
    /// What the last check found.
    checked: Checked,
    /// What differs from the version agents use, counted by kind of element.
    changes: BTreeMap<Kind, usize>,
    /// The draft that was checked last.
    refreshed: Option<u64>,
    /// Where one is.
    spot: Spot,
    /// Where one came from, oldest first.
    trail: Vec<Spot>,
    /// What waits for a second yes.
    pub asked: Option<Asked>,
    /// What has just happened.
    pub message: Option<Message>,
    /// Where the draft stands with the disk.
    pub keeping: Keeping,
    /// The field to bring forward, and which wish it is.
    wish: Option<(u64, Field)>,
    wishes: u64,
    /// Whether list and sheet stand side by side: then they are one page.
    side_by_side: bool,
    /// The persona being created.
    pub creating: Creating,
    /// Sharing with the team.
    pub sharing: Sharing,
    /// The table of levels.
    pub levels: Levels,
    /// The cases.
    pub bench: Bench,
    /// What distinguishes the cards.
    map: Map,
    /// The team workshop being prepared.
    pub preparing: Preparing,
    /// The draft being tried.
    trying: tryout::Trying,
    /// What is the structure's own.
    ours: Ours,
}

/// Places one can go back to.
const LONGEST_TRAIL: usize = 32;

impl WorkshopState {
    /// The draft in hand.
    pub fn desk(&self) -> Option<&Desk> {
        self.desk.as_deref()
    }

    /// The draft as it stands.
    pub fn content(&self) -> Option<&KitContent> {
        self.desk().map(Desk::content)
    }

    /// What the last check found.
    pub fn checked(&self) -> &Checked {
        &self.checked
    }

    /// Where one is.
    pub fn spot(&self) -> &Spot {
        &self.spot
    }

    /// The field to bring forward: the number tells one wish from the next.
    pub fn wish(&self) -> Option<&(u64, Field)> {
        self.wish.as_ref()
    }

    /// Says whether list and sheet stand side by side.
    pub fn is_side_by_side(&self) -> bool {
        self.side_by_side
    }

    /// Counts what differs from the version agents use, for some kinds of elements.
    pub fn changes_of(&self, kinds: &[Kind]) -> usize {
        kinds.iter().filter_map(|kind| self.changes.get(kind)).sum()
    }

    /// Counts everything that differs from the version agents use.
    pub fn changes(&self) -> usize {
        self.changes.values().sum()
    }

    /// Counts what is to correct, to read again, then to know, for some kinds of elements.
    pub fn findings_of(&self, kinds: &[Kind]) -> Counts {
        let mut counts = Counts::default();
        for finding in &self.checked.findings {
            if !kinds.contains(&finding.field.element.kind()) {
                continue;
            }
            match finding.gravity {
                Gravity::Error => counts.errors += 1,
                Gravity::Warning => counts.warnings += 1,
                Gravity::Info => counts.infos += 1,
            }
        }
        counts
    }

    /// Says whether there is an undo.
    pub fn undo_label(&self) -> Option<&str> {
        self.desk().and_then(Desk::undo_label)
    }

    /// Says whether there is a redo.
    pub fn redo_label(&self) -> Option<&str> {
        self.desk().and_then(Desk::redo_label)
    }

    /// Goes somewhere, and remembers where one was.
    fn go(&mut self, spot: Spot) {
        self.asked = None;
        self.wish = None;
        if self.spot == spot {
            return;
        }
        let from = std::mem::replace(&mut self.spot, spot);
        // Turning from one element of a list to the next is one place.
        let same_room = from.room().is_some() && from.room() == self.spot.room();
        if !same_room {
            self.trail.push(from);
            if self.trail.len() > LONGEST_TRAIL {
                self.trail.remove(0);
            }
        }
    }

    /// Goes back; says whether there was somewhere to go.
    fn back(&mut self) -> bool {
        self.wish = None;
        if self.asked.take().is_some() {
            return true;
        }
        if self.spot == Spot::Home {
            return false;
        }
        if let Spot::Sheets(kind, Some(_)) = &self.spot
            && !self.side_by_side
            && *kind != Kind::Manifest
            && self.trail.last() != Some(&Spot::Health)
        {
            self.spot = Spot::of_kind(*kind);
            return true;
        }
        self.spot = self.trail.pop().unwrap_or_default();
        true
    }

    /// Where one came from.
    pub fn origin(&self) -> Option<&Spot> {
        self.trail.last()
    }

    /// Brings a field forward.
    fn wish_for(&mut self, field: Field) {
        self.wishes += 1;
        self.wish = Some((self.wishes, field));
    }

    /// Checks the draft and counts its changes, if it changed since.
    fn refresh(&mut self) {
        let Some(desk) = &mut self.desk else {
            return;
        };
        let revision = desk.revision();
        if self.refreshed == Some(revision) {
            // What a page lists depends on where one is too.
            self.ours.follow(desk, &self.spot);
            return;
        }
        self.refreshed = Some(revision);
        self.checked = desk.checked().clone();
        self.changes.clear();
        if desk.is_changed() {
            for change in diff::diff(desk.base(), desk.content()) {
                *self.changes.entry(change.element.kind()).or_default() += 1;
            }
        }
        if self.spot == Spot::Share {
            self.sharing.compare(desk);
        }
        // What is not in the draft any more is not in view either.
        self.spot.forget_missing(desk.content());
        if self.spot == Spot::Levels {
            self.levels.refresh(desk);
        }
        self.ours.follow(desk, &self.spot);
    }
}
