//! What the tool keeps on this machine: plain data for one screen, and what may be erased.
//!
//! It must never hold a word of a file's content: a path, a size, a day.

use std::path::PathBuf;

/// Why a file is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeptKind {
    /// A note that was exported.
    Export,
    /// The draft of the contact in hand.
    Draft,
    /// The local tally of confirmed contacts.
    Tally,
    /// The version before the last of an exported note.
    PreviousExport,
    /// The version before the last of another file.
    Previous,
    /// A damaged file, put aside.
    Aside,
    /// What an interrupted writing left.
    Leftover,
    /// The list of exported notes.
    ExportList,
    /// The draft of the kit workshop.
    Workshop,
    /// What somebody who practised asked to keep.
    Training,
    /// The copy of the published kit.
    PublishedKit,
    /// What is the structure's own over the kit, or the copy of it.
    Ours,
    /// A remark on a text of the kit, left here.
    Remark,
    /// What this workplace chose.
    Settings,
    /// Receipts of what was erased.
    Receipts,
    /// What starting needs: the lock of the open window, the renderer that worked.
    Running,
}

impl KeptKind {
    /// Says whether « tout effacer » takes it: everything that may say something of a contact.
    pub const fn is_of_contacts(self) -> bool {
        !matches!(
            self,
            Self::Workshop
                | Self::Training
                | Self::PublishedKit
                | Self::Ours
                | Self::Settings
                | Self::Receipts
                | Self::Running
        )
    }
}

/// What kind of place a folder is: who else may read what is put there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A disk of this machine.
    Local,
    /// A folder of another machine, which others may read.
    Network,
    /// A key or a card, which may be lost.
    Removable,
}

impl PlaceKind {
    /// Says whether the draft of a contact may be there: never where others read, nor on what is
    /// carried away.
    pub const fn may_hold_a_draft(self) -> bool {
        matches!(self, Self::Local)
    }
}

/// Why no draft is kept: what is noted would go with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDraft {
    /// The folder of the program's own files is where others read, or on what is carried away.
    Shared,
    /// It is not certain that no other window runs.
    NotAlone,
    /// The system names no folder for the program's own files.
    NoFolder,
    /// What stands in its place could not be read, and is left as it is.
    Unread,
    /// The system refused what keeping it needs.
    Refused,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// Why it is there.
    pub kind: KeptKind,
    /// Where.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// The local day it was last written, ISO; empty if unknown.
    pub day: String,
    /// The moment it was last written, in nanoseconds from the first of January 1970, to tell whether
    /// it changed since; `None` if unknown.
    pub written: Option<u128>,
}

/// What is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// Every file, by kind then path.
    pub files: Vec<KeptFile>,
    /// Folders and files that are there and could not be read, and why in French.
    pub unread: Vec<(PathBuf, String)>,
}

impl Inventory {
    /// The bytes of all files together.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }
}

/// What was erased: how much and when, nothing of what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Local day, ISO.
    pub day: String,
    /// Files erased.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Files that could not be erased, and why.
    pub failed: Vec<(PathBuf, String)>,
    /// Version of the program.
    pub version: String,
}

/// Days from one ISO date to another, negative if it comes before; `None` if one is no date.
pub fn days_between(from: &str, to: &str) -> Option<i32> {
    let from: jiff::civil::Date = from.parse().ok()?;
    let to: jiff::civil::Date = to.parse().ok()?;
    from.until(to).ok().map(|span| span.get_days())
}

/// The exports, and the versions before them, last written more than so many days ago.
///
/// A file without a day is never taken: nothing says that it is old.
pub fn older_than<'f>(files: &'f [KeptFile], today: &str, days: u16) -> Vec<&'f KeptFile> {
    files
        .iter()
        .filter(|file| matches!(file.kind, KeptKind::Export | KeptKind::PreviousExport))
        .filter(|file| days_between(&file.day, today).is_some_and(|age| age > i32::from(days)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: KeptKind, day: &str) -> KeptFile {
        KeptFile {
            kind,
            path: PathBuf::from("/d/x"),
            bytes: 1,
            day: day.to_owned(),
            written: None,
        }
    }

    #[test]
    fn days_are_counted_across_months_and_years() {
        assert_eq!(days_between("2026-10-26", "2026-11-25"), Some(30));
        assert_eq!(days_between("2023-12-31", "2024-03-01"), Some(61));
        assert_eq!(days_between("2026-11-25", "2026-11-24"), Some(-1));
        assert_eq!(days_between("", "2026-11-24"), None);
    }

    #[test]
    fn only_exports_older_than_the_limit_are_purged() {
        let files = [
            file(KeptKind::Export, "2026-10-25"),
            file(KeptKind::Export, "2026-10-26"),
            file(KeptKind::Tally, "2020-01-01"),
            file(KeptKind::Export, ""),
            file(KeptKind::PreviousExport, "2026-01-01"),
            // Of the tally: it goes with it, not with notes.
            file(KeptKind::Previous, "2026-01-01"),
        ];
        let old = older_than(&files, "2026-11-25", 30);
        assert_eq!(old, [&files[0], &files[4]]);
    }
}
