//! Gives a file a name that is free, so that nothing is written over and somebody may still look at it.
//!
//! It must never overwrite anything, nor judge what it moves.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::atomic::{Previous, write_marked};
use super::disk::{Disk, folder_of, uninterrupted};
use super::error::StoreError;

/// More files of one name than this, and something else is wrong.
const MOST: u32 = 10_000;
/// The word in the names of damaged files.
pub(super) const DAMAGED: &str = "corrompu";
/// The word in the names of sound files that belong to another kit.
pub(super) const OTHER_KIT: &str = "autre-kit";
/// The word in the names of files that could not take their place.
pub(super) const NEW: &str = "nouveau";

/// Reads a name that was given here: the name of the file it was made of, and the word.
pub(super) fn made_of(name: &str) -> Option<(&str, &'static str)> {
    let (start, number) = name.rsplit_once('-')?;
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    [DAMAGED, OTHER_KIT, NEW].into_iter().find_map(|word| {
        let of = start.strip_suffix(word)?.strip_suffix('.')?;
        Some((of, word))
    })
}

/// Renames a damaged file to its name and `.corrompu-<n>`, with the first free n; gives the new path.
///
/// When this returns, the new name is on the disk: what is written next in the old place cannot
/// take the place of what was put aside, even if the power goes.
pub(super) fn put_aside(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    move_to_free(disk, path, path, DAMAGED)
}

/// Puts something sound in place of a damaged file, whose bytes are first copied under a free name.
///
/// The file’s own name is never absent: whatever interrupts, the next start finds one or the other.
pub(super) fn replace_damaged(
    disk: &dyn Disk,
    path: &Path,
    damaged: &[u8],
    sound: &[u8],
    mark: &str,
) -> Result<PathBuf, StoreError> {
    let failed = |source| StoreError::Write {
        source,
        path: path.to_owned(),
    };
    let aside = take_free(disk, path, DAMAGED).map_err(failed)?;
    let replaced = write_marked(disk, &aside, damaged, Previous::Dropped, mark)
        .and_then(|()| write_marked(disk, path, sound, Previous::Dropped, mark));
    match replaced {
        // The sound one is in place, and what was damaged is beside.
        Ok(()) => Ok(aside),
        Err(StoreError::Unconfirmed { source, path: at }) if at == path => {
            Err(StoreError::Unconfirmed { source, path: at })
        }
        Err(error) => {
            // The damaged one is still in its place: its copy says nothing more.
            let _ = uninterrupted(|| disk.remove(&aside));
            Err(error)
        }
    }
}

/// Renames a file to a name and `.<word>-<n>`, with the first free n, in the same folder.
pub(super) fn move_to_free(
    disk: &dyn Disk,
    from: &Path,
    name: &Path,
    word: &str,
) -> io::Result<PathBuf> {
    let target = take_free(disk, name, word)?;
    if let Err(error) = uninterrupted(|| disk.rename(from, &target)) {
        // The first error is the one to tell.
        let _ = uninterrupted(|| disk.remove(&target));
        return Err(error);
    }
    uninterrupted(|| disk.sync_folder(folder_of(&target)))?;
    Ok(target)
}

/// Takes the first free name with an empty file: a rename may replace one, and then only that one.
fn take_free(disk: &dyn Disk, name: &Path, word: &str) -> io::Result<PathBuf> {
    for n in 1..=MOST {
        let mut target = name.as_os_str().to_owned();
        target.push(format!(".{word}-{n}"));
        let target = PathBuf::from(target);
        match uninterrupted(|| disk.create_new(&target)) {
            Ok(_) => return Ok(target),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
