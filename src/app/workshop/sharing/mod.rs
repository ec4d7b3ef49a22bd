//! Sharing the kit with the team: what it changes, publishing it, the versions before, files to and from
//! others.
//!
//! Everything that touches a disk is an [`Errand`], carried out elsewhere and answered by a
//! [`ShareAction`]. It must never publish, restore or take in anything without a second explicit yes,
//! nor lose what a colleague published meanwhile.

mod action;
pub mod files;
mod together;
mod update;

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::kit::KitContent;
use crate::domain::version::{History, Unfit, VersionName};
use crate::domain::workshop::Desk;
use crate::domain::workshop::diff::{self, Change};

pub use action::{
    Errand, OursAnswer, OursErrand, OursWork, Published, RemarkDeed, ShareAction, Shelf, Words,
    Written,
};
pub use files::{Files, FilesAction};
pub use together::Together;
pub(super) use update::begin;
pub use update::{arrived, confirmed, update};

/// What is being done elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Reading what is published.
    Looking,
    /// Publishing the draft.
    Publishing,
    /// Publishing an old version again.
    Restoring,
    /// Reading two versions.
    Comparing,
    /// Waiting for a dialog.
    Choosing,
    /// Writing a file.
    Writing,
    /// Reading a file.
    Reading,
}

impl Work {
    /// Says whether it changes what others read: nothing else begins before it ends.
    pub const fn publishes(self) -> bool {
        matches!(self, Self::Publishing | Self::Restoring)
    }
}

/// Whether the draft goes on from what is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was ever published there.
    First,
    /// The draft was made from the published version.
    Follows(VersionName),
    /// Another version was published since.
    Passed(VersionName),
    /// The published version cannot be read.
    Unreadable(VersionName),
}

/// Which versions are compared, and what differs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The versions chosen, at most two.
    pub chosen: Vec<VersionName>,
    /// What the later one changes.
    pub changes: Option<Vec<Change>>,
}

/// A version that a draft starts from, and how drafts name it.
type Base = (Arc<KitContent>, String);

/// A putting together: what it is called among what can be undone, and the bases before and after.
#[derive(Clone, Debug)]
struct Joined {
    label: String,
    before: Base,
    after: Base,
}

/// Everything of it.
#[derive(Clone, Debug, Default)]
pub struct Sharing {
    /// The folder of versions.
    pub folder: Option<PathBuf>,
    /// What is in it.
    pub shelf: Option<Box<Shelf>>,
    /// What is being done elsewhere.
    pub work: Option<Work>,
    /// What went wrong, as a French sentence.
    pub trouble: Option<String>,
    /// Why it is published, as typed.
    pub reason: String,
    /// As what, as typed.
    pub role: String,
    /// Why these words cannot stand with a version.
    pub unfit: Option<Unfit>,
    /// What came of publishing.
    pub published: Option<Published>,
    /// What the draft changes in what is published.
    pub changes: Vec<Change>,
    /// What others changed since the draft began.
    pub theirs: Vec<Change>,
    /// Both versions, being put together.
    pub together: Option<Box<Together>>,
    /// Two versions side by side.
    pub comparison: Comparison,
    /// The version to publish again.
    pub restoring: Option<VersionName>,
    /// Files to and from others.
    pub files: Files,
    /// What is on its way to be published.
    sent: Option<Arc<KitContent>>,
    /// What was put together, so that undoing it gives the draft its own base back.
    joined: Vec<Joined>,
}

impl Sharing {
    /// What the folder holds.
    pub fn history(&self) -> Option<&History> {
        self.shelf.as_deref().map(|shelf| &shelf.history)
    }

    /// Whether the draft goes on from what is published; `None` until that is known.
    pub fn standing(&self, desk: &Desk) -> Option<Standing> {
        let found = self.shelf.as_deref()?;
        let Some(current) = found.history.current else {
            return Some(Standing::First);
        };
        Some(match &found.current {
            None => Standing::Unreadable(current),
            Some(content) if **content == *desk.base() => Standing::Follows(current),
            Some(_) => Standing::Passed(current),
        })
    }

    /// Says whether there is something to publish.
    pub fn has_news(&self) -> bool {
        !self.changes.is_empty()
            || self
                .shelf
                .as_deref()
                .is_some_and(|shelf| shelf.history.current.is_none())
    }

    /// Closes what is open on a page; says whether something was.
    pub fn back(&mut self) -> bool {
        self.together.take().is_some()
            || self.restoring.take().is_some()
            || self.files.incoming.take().is_some()
    }

    /// The base that undoing something, or doing it again, goes with: a colleague's version is not
    /// taken for the base of a draft that lacks it.
    pub(super) fn base_of(&self, label: &str, back: bool) -> Option<Base> {
        let joined = self.joined.iter().rev().find(|one| one.label == label)?;
        Some(if back {
            joined.before.clone()
        } else {
            joined.after.clone()
        })
    }

    /// Works out what the draft changes, and what others did.
    pub(super) fn compare(&mut self, desk: &Desk) {
        let published = self
            .shelf
            .as_deref()
            .and_then(|shelf| shelf.current.as_deref());
        let before = published.unwrap_or_else(|| desk.base());
        self.changes = diff::diff(before, desk.content());
        self.theirs = match published {
            Some(published) if published != desk.base() => diff::diff(desk.base(), published),
            _ => Vec::new(),
        };
    }
}
