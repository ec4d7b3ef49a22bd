//! What a folder of versions holds, and what a look at it gave: plain data.
//!
//! It must never say that a version was published which may not have been.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Header, VersionName};
use crate::domain::guard::GuardLexicon;
use crate::domain::kit::Kit;

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the published one.
    Current,
    /// It was.
    Past,
    /// It never was, as far as the files say: it lost against another, or its publication did not end.
    Aside,
}

impl Standing {
    /// Its name in documented output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Past => "past",
            Self::Aside => "aside",
        }
    }
}

/// One version of a folder, its file checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Which.
    pub name: VersionName,
    /// What is said of it; `None` for an original, kept as it was.
    pub header: Option<Header>,
    /// Where it stands.
    pub standing: Standing,
    /// Size of its file.
    pub bytes: u64,
}

/// What a folder of versions holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The published version, even if its file is not sound.
    pub current: Option<VersionName>,
    /// Sound versions, the latest first.
    pub versions: Vec<Version>,
    /// Files that are not trusted, and why in French.
    pub troubles: Vec<(PathBuf, String)>,
}

/// A published kit that can be used.
#[derive(Clone, Debug)]
pub struct Picked {
    /// Which version it is.
    pub version: VersionName,
    /// Its day, ISO, if it says one.
    pub date: Option<String>,
    /// The kit.
    pub kit: Arc<Kit>,
    /// The words the guard knows with it.
    pub words: Arc<GuardLexicon>,
}

impl PartialEq for Picked {
    fn eq(&self, other: &Self) -> bool {
        // The name holds the check of the whole file.
        self.version == other.version && self.kit.content() == other.kit.content()
    }
}

/// What a look at the published kit gave.
#[derive(Clone, Debug, PartialEq)]
pub enum Looked {
    /// Nothing else than what is in use.
    Same,
    /// Nothing was ever published there.
    Nothing,
    /// Another version, sound and kept here.
    New(Box<Picked>),
    /// The published version cannot be used, and why in French.
    Refused(String),
    /// The folder did not answer, or not in time, and why in French.
    Away(String),
}

/// Follows what each version was made from, from the published one back, and says where each stands.
pub fn stand(versions: &mut [Version], current: Option<VersionName>) {
    versions.sort_by_key(|version| std::cmp::Reverse(version.name));
    let mut next = current;
    for version in versions {
        version.standing = match next {
            Some(name) if name == version.name => {
                next = version.header.as_ref().and_then(|header| header.base);
                if current == Some(name) {
                    Standing::Current
                } else {
                    Standing::Past
                }
            }
            _ => Standing::Aside,
        };
    }
}
