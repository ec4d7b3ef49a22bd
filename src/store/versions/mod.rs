//! Versions of a kit in a folder that a manager chooses, local or shared, and which one is published.
//!
//! The folder holds one file a version, `kit-NNNN-<check>.ron`, which nobody changes, and a folder
//! `version-actuelle` with one file whose *name* is that of the published version. Publishing renames
//! that file: of all who start from the same version one alone finds the old name, so that one renaming
//! both decides who is next and shows it. There is no lock to be left behind, and none that a network
//! share would only pretend to give. Whoever loses has its version beside, not published.
//!
//! It must never change or remove a version, follow a pointer to bytes that are not those published,
//! or make a folder that is not there: a share that is gone must not be written beside its place.

mod history;
mod local;
mod originals;
mod pointer;
mod publish;

use std::path::Path;

use super::disk::Disk;
use super::error::StoreError;
use super::small::read_small;
use crate::domain::version::{self, Hash, Header, VersionName};

pub use history::{find, history};
pub use local::{FILE_NAME, last_good, look};
pub use originals::text_of;
pub use pointer::{FOLDER, current};
pub use publish::{Outcome, Publication, publish, restore};

/// Largest version, in bytes: that of a kit’s file.
pub const LARGEST: u64 = 2 << 20;

/// The check of a version’s bytes, those of its header included.
///
/// CRC-32 finds a byte changed, a tail missing, a block of zeros, which are what shares do; it is there
/// already for the draft. It is no protection against somebody who means to deceive: whoever may write
/// in the folder may publish.
pub fn hash_of(bytes: &[u8]) -> Hash {
    Hash(crc32fast::hash(bytes))
}

/// A version’s text, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionText {
    /// Which.
    pub name: VersionName,
    /// What is said of it; `None` for an original, kept as it was.
    pub header: Option<Header>,
    /// The file as it is.
    pub text: String,
}

impl VersionText {
    /// The kit’s own text, without the header.
    pub fn kit(&self) -> &str {
        version::without_header(&self.text)
    }
}

/// Reads one version.
///
/// # Errors
/// [`StoreError::DamagedVersion`] if its bytes are not those that were published.
pub fn read(disk: &dyn Disk, folder: &Path, name: VersionName) -> Result<VersionText, StoreError> {
    let path = folder.join(name.file_name());
    let bytes = read_small(disk, &path, LARGEST)?
        .ok_or_else(|| StoreError::NotFound { path: path.clone() })?;
    sound(bytes, name).ok_or(StoreError::DamagedVersion { path })
}

/// Makes a version of bytes that are those of that name.
fn sound(bytes: Vec<u8>, name: VersionName) -> Option<VersionText> {
    if hash_of(&bytes) != name.hash {
        return None;
    }
    let text = String::from_utf8(bytes).ok()?;
    let header = version::split(&text).0;
    let agrees = header.as_ref().is_none_or(|h| h.number == name.number);
    agrees.then_some(VersionText { name, header, text })
}
