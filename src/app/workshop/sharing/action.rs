//! Intents about sharing, the errands they lead to, and what these bring back.

use std::path::PathBuf;
use std::sync::Arc;

use super::files::FilesAction;
use crate::app::workshop::preparing::Scenarios;
use crate::domain::guard::GuardLexicon;
use crate::domain::kit::KitContent;
use crate::domain::remark::{Left, Remark, Standing};
use crate::domain::training::pack::Pack;
use crate::domain::version::{History, Notice, VersionName};
use crate::domain::workshop::diff::Change;
use crate::domain::workshop::layer::LocalLayer;

/// An intent about sharing, with its data.
#[derive(Clone, Debug, PartialEq)]
pub enum ShareAction {
    /// Looks at what is published again.
    Look,
    /// Chooses the folder in a dialog.
    ChooseFolder,
    /// The folder as typed or chosen; `None` if the dialog gave none.
    Folder(Option<PathBuf>),
    /// From now on this station takes the kit from the folder in view.
    Follow,
    /// Why it is published.
    Reason(String),
    /// As what.
    Role(String),
    /// Asks for the second yes before publishing.
    Ask,
    /// Puts the draft and what was published together.
    Together,
    /// Takes the other version of what both changed, or takes it back.
    Pick(usize),
    /// Makes the draft what was put together.
    TakeTogether,
    /// Chooses a version to compare, or leaves it.
    Compare(VersionName),
    /// Asks why an old version is to be published again.
    Restore(VersionName),
    /// Asks for the second yes before that.
    AskRestore,
    /// Hides what came of publishing.
    Read,
    /// Files to and from others.
    Files(FilesAction),
    /// What a folder holds.
    Looked(PathBuf, Result<Box<Shelf>, String>),
    /// What came of publishing, in which folder.
    Told(PathBuf, Result<Published, String>),
    /// What differs between two versions.
    Compared([VersionName; 2], Result<Vec<Change>, String>),
    /// The scenarios of a kit.
    Scenarios(Arc<Scenarios>),
    /// The disk does not answer; it may still.
    Silent(String),
    /// What is the structure's own.
    Ours(Box<OursAnswer>),
}

impl ShareAction {
    /// Says whether it comes from outside, and interrupts nobody.
    pub const fn is_answer(&self) -> bool {
        match self {
            Self::Looked(..)
            | Self::Told(..)
            | Self::Compared(..)
            | Self::Scenarios(_)
            | Self::Silent(_)
            | Self::Ours(_) => true,
            Self::Files(action) => action.is_answer(),
            _ => false,
        }
    }
}

/// What a folder of versions holds, as the workshop needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    /// The versions.
    pub history: History,
    /// What the published one says; `None` if there is none or it cannot be read.
    pub current: Option<Arc<KitContent>>,
    /// Names that content, as drafts do.
    pub hash: String,
}

/// What came of publishing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Published {
    /// It is the published version.
    Done {
        /// Its name.
        version: VersionName,
        /// The name under which the text written by hand was kept.
        original: Option<VersionName>,
        /// Names the content, as drafts do.
        hash: String,
        /// Whether an old version was published again.
        again: bool,
    },
    /// Somebody published meanwhile: both are kept.
    Conflict {
        /// The name under which this one is kept.
        kept: VersionName,
        /// The published one.
        current: Option<VersionName>,
    },
}

/// A file for somebody else.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// A kit, or a card with what it needs.
    Kit(Arc<KitContent>),
    /// A table for a spreadsheet.
    Table(String),
    /// What is printed for a team workshop: pages if the name says so, else text.
    Pack(Arc<Pack>),
    /// The same as pages, whatever the name.
    Pages(Arc<Pack>),
}

/// Something only the disk or a dialog can do.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand {
    /// Reads what is published in a folder.
    Look(PathBuf),
    /// Publishes a kit.
    Publish {
        /// The folder.
        folder: PathBuf,
        /// The kit.
        content: Arc<KitContent>,
        /// The version the draft started from.
        base: Arc<KitContent>,
        /// What is said of it.
        notice: Notice,
        /// The published version it goes on from.
        after: Option<VersionName>,
    },
    /// Publishes an old version again.
    Restore {
        /// The folder.
        folder: PathBuf,
        /// The old version.
        old: VersionName,
        /// What is said of it.
        notice: Notice,
        /// The published version it goes on from.
        after: Option<VersionName>,
    },
    /// Reads two versions, the earlier first, and says what differs.
    Compare(PathBuf, [VersionName; 2]),
    /// Reads the scenarios beside the kit, or those that ship for a language.
    Scenarios(String),
    /// Asks for a folder.
    ChooseFolder,
    /// Writes a file, where a dialog says if nowhere is named.
    Write {
        /// Where.
        to: Option<PathBuf>,
        /// The name proposed.
        name: String,
        /// What.
        what: Written,
    },
    /// Reads a file, the one a dialog says if none is named.
    Read(Option<PathBuf>),
    /// Reads or writes what is the structure's own.
    Ours(OursErrand),
}

/// Something about what is the structure's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OursErrand {
    /// The structure's folder; `None` is the one of the program's own files.
    pub folder: Option<PathBuf>,
    /// The folder of the program's own files, which only the window knows.
    pub data: Option<PathBuf>,
    /// What.
    pub work: OursWork,
}

/// What is done with it.
#[derive(Clone, Debug, PartialEq)]
pub enum OursWork {
    /// Reads what is local for a kit.
    Look(String),
    /// Leaves a remark; the folder is that of the versions.
    Leave(Box<Remark>),
    /// Does something to a remark, then reads them all; the folder is that of the versions.
    Remarks(Words, Option<RemarkDeed>),
    /// Writes it, if what stands there still is what was read.
    Save {
        /// What is local.
        layer: Box<LocalLayer>,
        /// What was read.
        before: Box<LocalLayer>,
    },
}

/// What may be done to a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkDeed {
    /// It is erased.
    Erase(PathBuf),
    /// It is marked as read, or as to be read again.
    Mark(PathBuf, bool),
}

/// What remarks are judged with: the same words are the same ones.
#[derive(Clone, Debug)]
pub struct Words(pub Arc<GuardLexicon>);

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.0.version == other.0.version
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum OursAnswer {
    /// A remark was left, or not; the error is a French sentence.
    Left(Result<Left, String>),
    /// Remarks that stand, and how many were damaged; the error is a French sentence.
    Remarks(Result<(Vec<Standing>, usize), String>),
    /// What is in the folder.
    Looked {
        /// The folder.
        folder: Option<PathBuf>,
        /// The kit.
        kit: String,
        /// What is local; `None` if that cannot be read.
        layer: Option<LocalLayer>,
        /// What is the matter, as a French sentence.
        trouble: Option<String>,
    },
    /// It was written, or not; the error is a French sentence.
    Saved(Result<(), String>),
    /// The disk does not answer; it may still.
    Silent(String),
}

impl Errand {
    /// Says whether it begins with a dialog.
    pub const fn asks(&self) -> bool {
        matches!(
            self,
            Self::ChooseFolder | Self::Write { to: None, .. } | Self::Read(None)
        )
    }
}
