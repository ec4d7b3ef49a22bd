//! The draft and what a colleague published meanwhile, being put together element by element.
//!
//! It must never choose silently: what both changed is listed, with the version kept for now.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::kit::KitContent;
use crate::domain::version::VersionName;
use crate::domain::workshop::Desk;
use crate::domain::workshop::merge::{Conflict, Merged, Side, merge};

/// Both, being put together.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// The published version.
    pub version: VersionName,
    /// What it says.
    pub theirs: Arc<KitContent>,
    /// Names that content, as drafts do.
    pub hash: String,
    /// Both, and where they overlap.
    merged: Merged,
    /// Where the version not kept at first is taken.
    picked: BTreeSet<usize>,
}

impl Together {
    pub(super) fn new(
        desk: &Desk,
        version: VersionName,
        theirs: Arc<KitContent>,
        hash: String,
    ) -> Self {
        Self {
            version,
            merged: merge(desk.base(), desk.content(), &theirs),
            theirs,
            hash,
            picked: BTreeSet::new(),
        }
    }

    /// What both changed, with the side taken.
    pub fn conflicts(&self) -> impl Iterator<Item = (&Conflict, Side)> {
        let all = self.merged.conflicts.iter().enumerate();
        all.map(|(at, conflict)| {
            let other = self.picked.contains(&at);
            let side = match (conflict.kept, other) {
                (Side::Ours, false) | (Side::Theirs, true) => Side::Ours,
                _ => Side::Theirs,
            };
            (conflict, side)
        })
    }

    pub(super) fn pick(&mut self, at: usize) {
        let can = self.merged.conflicts.get(at).is_some_and(|c| c.choice);
        if can && !self.picked.remove(&at) {
            self.picked.insert(at);
        }
    }

    /// Both together, as chosen.
    pub fn content(&self) -> KitContent {
        let picked: Vec<usize> = self.picked.iter().copied().collect();
        self.merged.with_others(&picked)
    }
}
