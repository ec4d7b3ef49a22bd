//! The one file whose name says which version is published.
//!
//! It must never let two that start from the same version both be next: a name is taken from its old
//! place by one alone. Only its name is read, so that nothing of it is ever half written.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::domain::version::{POINTER_TEXT, VersionName, parse_pointer, pointer_name};
use crate::store::atomic::{self, Previous, rename_patiently};
use crate::store::disk::{Disk, EntryKind, uninterrupted};
use crate::store::error::{StoreError, into_io};
use crate::store::small::make_folder;

/// The folder it is alone in: listing it is one call, however many versions there are.
pub const FOLDER: &str = "version-actuelle";
/// Looks at a folder that a renaming may be going through: it may show neither name for an instant.
const LOOKS: usize = 8;

/// Says which version is published; `None` before the first.
///
/// # Errors
/// [`StoreError`] if the folder is not there or cannot be read.
pub fn current(disk: &dyn Disk, folder: &Path) -> Result<Option<VersionName>, StoreError> {
    Ok(pointers(disk, folder)?.into_iter().max())
}

/// Every name there is: one, unless two published first at the same time.
fn pointers(disk: &dyn Disk, folder: &Path) -> Result<Vec<VersionName>, StoreError> {
    let place = folder.join(FOLDER);
    let failed = |source| StoreError::Read {
        source,
        path: place.clone(),
    };
    for look in 0..LOOKS {
        let paths = match uninterrupted(|| disk.list(&place)) {
            Ok(paths) => paths,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                // Nothing was published there, or the share is gone: that is another thing.
                is_there(disk, folder)?;
                return Ok(Vec::new());
            }
            Err(error) => return Err(failed(error)),
        };
        let name = |path: &PathBuf| parse_pointer(path.file_name()?.to_str()?);
        let found: Vec<VersionName> = paths.iter().filter_map(name).collect();
        // Empty for good only where nobody ever published, or somebody took the pointer away.
        if !found.is_empty() || look + 1 == LOOKS {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// Refuses a folder that is not there: it is never made.
pub(super) fn is_there(disk: &dyn Disk, folder: &Path) -> Result<(), StoreError> {
    let path = folder.to_owned();
    match uninterrupted(|| disk.entry(folder)) {
        Ok(entry) if matches!(entry.kind, EntryKind::Folder | EntryKind::Link) => Ok(()),
        Ok(_) => Err(StoreError::Read {
            source: ErrorKind::NotADirectory.into(),
            path,
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(StoreError::NotFound { path }),
        Err(source) => Err(StoreError::Read { source, path }),
    }
}

/// What came of wanting to be next.
pub(super) enum Advance {
    /// It is the published version.
    Done,
    /// Another was first.
    Lost(Option<VersionName>),
}

/// Makes a version that is on the disk the published one, if the one it comes from still is.
pub(super) fn advance(
    disk: &dyn Disk,
    folder: &Path,
    from: Option<VersionName>,
    to: VersionName,
) -> Result<Advance, StoreError> {
    match from {
        Some(from) => follow(disk, folder, from, to),
        None => begin(disk, folder, to),
    }
}

fn follow(
    disk: &dyn Disk,
    folder: &Path,
    from: VersionName,
    to: VersionName,
) -> Result<Advance, StoreError> {
    let place = folder.join(FOLDER);
    let target = place.join(pointer_name(to));
    if let Err(source) = rename_patiently(disk, &place.join(pointer_name(from)), &target) {
        // A share may lose its answer and not the renaming: what is there decides.
        match current(disk, folder) {
            Ok(now) if now == Some(to) => {}
            Ok(now) if source.kind() == ErrorKind::NotFound && now != Some(from) => {
                return Ok(Advance::Lost(now));
            }
            _ => {
                return Err(StoreError::Write {
                    source,
                    path: target,
                });
            }
        }
    }
    confirm(disk, folder, to)
}

/// Makes the first pointer. Two that begin at the same time see one another and both withdraw, so that
/// neither was told that it is published.
fn begin(disk: &dyn Disk, folder: &Path, to: VersionName) -> Result<Advance, StoreError> {
    let place = folder.join(FOLDER);
    let target = place.join(pointer_name(to));
    make_folder(disk, &place, false)?;
    let found = pointers(disk, folder)?;
    if let Some(other) = found.into_iter().filter(|found| *found != to).max() {
        return Ok(Advance::Lost(Some(other)));
    }
    atomic::write(disk, &target, POINTER_TEXT.as_bytes(), Previous::Dropped)?;
    // For those who open it out of curiosity: its name can be read without.
    if let Err(error) = disk.share(&target) {
        tracing::debug!(%error, "pointer not shared");
    }
    let unsure = |source| StoreError::Unconfirmed {
        source,
        path: target.clone(),
    };
    let found = pointers(disk, folder).map_err(|error| unsure(into_io(error)))?;
    match found.into_iter().filter(|found| *found != to).max() {
        None => Ok(Advance::Done),
        Some(other) => {
            uninterrupted(|| disk.remove(&target)).map_err(unsure)?;
            Ok(Advance::Lost(Some(other)))
        }
    }
}

/// Waits until the name of the published version is on the disk.
pub(super) fn confirm(
    disk: &dyn Disk,
    folder: &Path,
    version: VersionName,
) -> Result<Advance, StoreError> {
    let place = folder.join(FOLDER);
    match uninterrupted(|| disk.sync_folder(&place)) {
        Ok(()) => Ok(Advance::Done),
        Err(source) => Err(StoreError::Unconfirmed {
            source,
            path: place.join(pointer_name(version)),
        }),
    }
}
