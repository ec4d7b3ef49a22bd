//! Reading the program’s own small files, and making the folder they live in.
//!
//! It must never open a link, a pipe or a device, nor read more than it was told to.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::disk::{Disk, Entry, EntryKind, folder_of, uninterrupted};
use super::error::StoreError;

/// Says what ordinary file stands at a path; `None` if nothing does.
///
/// # Errors
/// [`StoreError`] if something else stands there, or if the system refuses to say.
pub(super) fn standing(disk: &dyn Disk, path: &Path) -> Result<Option<Entry>, StoreError> {
    let entry = match uninterrupted(|| disk.entry(path)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        other => other.map_err(|source| refused(source, path))?,
    };
    let path = || path.to_owned();
    match entry.kind {
        EntryKind::File => Ok(Some(entry)),
        EntryKind::Link => Err(StoreError::LinkTarget { path: path() }),
        EntryKind::Folder | EntryKind::Other => Err(StoreError::NotRegular { path: path() }),
    }
}

/// Reads the first bytes of an ordinary file, at most so many.
///
/// # Errors
/// [`StoreError::Read`].
pub(super) fn read_first(disk: &dyn Disk, path: &Path, most: u64) -> Result<Vec<u8>, StoreError> {
    uninterrupted(|| disk.read(path, most)).map_err(|source| refused(source, path))
}

fn refused(source: io::Error, path: &Path) -> StoreError {
    StoreError::Read {
        source,
        path: path.to_owned(),
    }
}

/// Reads an ordinary file of at most so many bytes; `None` if there is none.
pub(super) fn read_small(
    disk: &dyn Disk,
    path: &Path,
    most: u64,
) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(entry) = standing(disk, path)? else {
        return Ok(None);
    };
    let too_large = |size| StoreError::TooLargeForUs {
        size,
        most,
        path: path.to_owned(),
    };
    if entry.bytes > most {
        return Err(too_large(entry.bytes));
    }
    // The file may have grown since it was measured.
    let bytes = read_first(disk, path, most + 1)?;
    if bytes.len() as u64 > most {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(Some(bytes))
}

/// Makes a folder with those above it; one already there keeps its rights.
///
/// A new folder is a new name in the one above: without waiting for it too, all that is written in
/// the new folder may go with the power.
pub(super) fn make_folder(disk: &dyn Disk, folder: &Path, private: bool) -> Result<(), StoreError> {
    let failed = |source| StoreError::Write {
        source,
        path: folder.to_owned(),
    };
    let is_missing = |folder: &&Path| {
        uninterrupted(|| disk.entry(folder)).is_err_and(|e| e.kind() == ErrorKind::NotFound)
    };
    let named = |folder: &&Path| !folder.as_os_str().is_empty();
    let missing: Vec<&Path> = folder
        .ancestors()
        .filter(named)
        .take_while(is_missing)
        .collect();
    uninterrupted(|| disk.make_folder(folder, private)).map_err(failed)?;
    for new in missing.into_iter().rev() {
        uninterrupted(|| disk.sync_folder(folder_of(new))).map_err(failed)?;
    }
    Ok(())
}

/// Makes the folder of a file for its owner alone.
pub(super) fn private_folder_of(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    make_folder(disk, folder_of(path), true)
}
