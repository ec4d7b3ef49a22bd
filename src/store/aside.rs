//! Gives a file a name that is free, so that nothing is written over and somebody may still look at it.
//!
//! It must never overwrite anything, nor read what it moves.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{Disk, folder_of, uninterrupted};

/// More files of one name than this, and something else is wrong.
const MOST: u32 = 10_000;

/// Renames a damaged file to its name and `.corrompu-<n>`, with the first free n; gives the new path.
///
/// When this returns, the new name is on the disk: what is written next in the old place cannot
/// take the place of what was put aside, even if the power goes.
pub(super) fn put_aside(disk: &dyn Disk, path: &Path) -> io::Result<PathBuf> {
    move_to_free(disk, path, path, "corrompu")
}

/// Renames a file to a name and `.<word>-<n>`, with the first free n, in the same folder.
pub(super) fn move_to_free(
    disk: &dyn Disk,
    from: &Path,
    name: &Path,
    word: &str,
) -> io::Result<PathBuf> {
    for n in 1..=MOST {
        let mut target = name.as_os_str().to_owned();
        target.push(format!(".{word}-{n}"));
        let target = PathBuf::from(target);
        // A rename may replace a file: the name is taken first, and only our own empty file replaced.
        match uninterrupted(|| disk.create_new(&target)) {
            Ok(_) => {
                if let Err(error) = uninterrupted(|| disk.rename(from, &target)) {
                    // The first error is the one to tell.
                    let _ = uninterrupted(|| disk.remove(&target));
                    return Err(error);
                }
                uninterrupted(|| disk.sync_folder(folder_of(&target)))?;
                return Ok(target);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}
