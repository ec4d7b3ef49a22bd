//! The one way to write a file: a reader sees the old bytes or the new ones, never a mixture, and
//! what was said to be written is still there after the power went.
//!
//! It must never follow a link, leave a half-written file under the final name, or let that name be
//! absent for a moment.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use super::aside::{NEW, move_to_free};
use super::disk::{Disk, EntryKind, folder_of, uninterrupted, write_all};
use super::error::StoreError;

/// Largest file whose version before is kept, in bytes: far above what this program writes.
pub const LARGEST_PREVIOUS: u64 = 16 << 20;
/// How names of files being written begin.
const TEMPORARY: &str = ".reflexe-";
/// How they end.
const TEMPORARY_END: &str = ".tmp";
/// How names of versions before end.
pub const PREVIOUS_END: &str = ".prec";
/// Age at which a file being written is a leftover: no writing takes that long.
const LEFTOVER: Duration = Duration::from_hours(1);
/// Waits before trying a refused rename again: a scanner or an indexer lets go within that time.
const WAITS: [Duration; 5] = [
    Duration::from_millis(10),
    Duration::from_millis(20),
    Duration::from_millis(40),
    Duration::from_millis(80),
    Duration::from_millis(160),
];

/// What becomes of the version that is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Previous {
    /// It stays beside, as `<name>.prec`.
    Kept,
    /// It goes.
    Dropped,
}

/// Gives where the version before is kept.
pub fn previous_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(PREVIOUS_END);
    name.into()
}

/// Writes bytes under a path, atomically and durably; the new file is readable by its owner only.
///
/// # Errors
/// [`StoreError`]: what stood there is intact, except for [`StoreError::Unconfirmed`], where the new
/// file is in place but the disk did not say that it will still be after a power cut.
pub fn write(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    previous: Previous,
) -> Result<(), StoreError> {
    write_marked(disk, path, bytes, previous, "")
}

/// The same, with a mark in the name of the file being written, so that its leftovers are known.
pub(super) fn write_marked(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    previous: Previous,
    mark: &str,
) -> Result<(), StoreError> {
    let writing = Writing { disk, path, mark };
    let old = writing.old(previous)?;
    // The new bytes first: without room for them, the version before the last must not go.
    let temporary = writing.temporary(bytes)?;
    let placed = match old.filter(|old| old != bytes) {
        Some(old) => writing.keep_previous(&old),
        None => Ok(()),
    };
    match placed.and_then(|()| writing.place(&temporary, previous)) {
        Ok(()) => uninterrupted(|| disk.sync_folder(folder_of(path))).map_err(|source| {
            StoreError::Unconfirmed {
                source,
                path: path.to_owned(),
            }
        }),
        Err(error) => {
            // One that stays is a leftover, which the next starts remove.
            let _ = uninterrupted(|| disk.remove(&temporary));
            Err(error)
        }
    }
}

struct Writing<'a> {
    disk: &'a dyn Disk,
    path: &'a Path,
    mark: &'a str,
}

impl Writing<'_> {
    fn failed(&self, source: io::Error) -> StoreError {
        StoreError::Write {
            source,
            path: self.path.to_owned(),
        }
    }

    /// Says whether an ordinary file stands at a path, and its size; refuses anything else there.
    fn standing(&self, path: &Path) -> Result<Option<u64>, StoreError> {
        let path_of = || path.to_owned();
        match uninterrupted(|| self.disk.entry(path)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.failed(error)),
            Ok(entry) => match entry.kind {
                EntryKind::File => Ok(Some(entry.bytes)),
                EntryKind::Link => Err(StoreError::LinkTarget { path: path_of() }),
                EntryKind::Folder | EntryKind::Other => {
                    Err(StoreError::NotRegular { path: path_of() })
                }
            },
        }
    }

    /// Reads the version to keep, if it is to be kept and there is one.
    fn old(&self, previous: Previous) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(size) = self.standing(self.path)? else {
            return Ok(None);
        };
        if previous == Previous::Dropped {
            return Ok(None);
        }
        self.standing(&previous_of(self.path))?;
        let too_large = |size| StoreError::TooLargeToReplace {
            size,
            most: LARGEST_PREVIOUS,
            path: self.path.to_owned(),
        };
        if size > LARGEST_PREVIOUS {
            return Err(too_large(size));
        }
        // It may have grown since it was measured.
        let old = uninterrupted(|| self.disk.read(self.path, LARGEST_PREVIOUS + 1))
            .map_err(|error| self.failed(error))?;
        if old.len() as u64 > LARGEST_PREVIOUS {
            return Err(too_large(old.len() as u64));
        }
        Ok(Some(old))
    }

    /// Writes a new file beside, waits until it is on the disk, and reads it back.
    fn temporary(&self, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let (path, mut file) = loop {
            // A rename is atomic only within one file system, hence the same folder.
            let path = folder_of(self.path).join(temporary_name(self.mark));
            match uninterrupted(|| self.disk.create_new(&path)) {
                Ok(file) => break (path, file),
                // Another draw among 36^12.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(self.failed(error)),
            }
        };
        let written = write_all(&mut *file, bytes).and_then(|()| uninterrupted(|| file.sync()));
        drop(file);
        let checked = written.and_then(|()| {
            let most = bytes.len() as u64 + 1;
            if uninterrupted(|| self.disk.read(&path, most))? == bytes {
                Ok(())
            } else {
                Err(ErrorKind::InvalidData.into())
            }
        });
        checked.map(|()| path.clone()).map_err(|error| {
            let _ = uninterrupted(|| self.disk.remove(&path));
            self.failed(error)
        })
    }

    /// Copies the version to keep beside, in one go too: the final name always has a file.
    fn keep_previous(&self, old: &[u8]) -> Result<(), StoreError> {
        let temporary = self.temporary(old)?;
        rename_patiently(self.disk, &temporary, &previous_of(self.path)).map_err(|error| {
            let _ = uninterrupted(|| self.disk.remove(&temporary));
            self.failed(error)
        })
    }

    /// Gives the new file its name; refused to the end, it stays beside if it is worth it.
    fn place(&self, temporary: &Path, previous: Previous) -> Result<(), StoreError> {
        let error = match rename_patiently(self.disk, temporary, self.path) {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        if is_held(&error)
            && previous == Previous::Kept
            && let Ok(beside) = move_to_free(self.disk, temporary, self.path, NEW)
        {
            return Err(StoreError::KeptBeside {
                source: error,
                path: self.path.to_owned(),
                beside,
            });
        }
        Err(self.failed(error))
    }
}

/// Renames, and tries again for a moment when another program holds one of the names.
pub(super) fn rename_patiently(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    for wait in WAITS {
        match uninterrupted(|| disk.rename(from, to)) {
            Err(error) if is_held(&error) => thread::sleep(wait),
            result => return result,
        }
    }
    uninterrupted(|| disk.rename(from, to))
}

/// Says whether a rename was refused because another program holds the file, which may pass.
///
/// Not tried on Windows, where it happens: scanners, indexers and previews hold files for a moment.
fn is_held(error: &io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION have no kind of their own.
    error.kind() == ErrorKind::PermissionDenied
        || cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn temporary_name(mark: &str) -> String {
    let digit = |_| char::from_digit(fastrand::u32(..36), 36).unwrap_or('0');
    let draw: String = (0..12).map(digit).collect();
    format!("{TEMPORARY}{mark}{draw}{TEMPORARY_END}")
}

/// Says whether a name is one of a file being written, or left by an interrupted writing.
pub fn is_temporary(path: &Path) -> bool {
    is_marked(path, "")
}

fn is_marked(path: &Path, mark: &str) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .and_then(|name| name.strip_prefix(TEMPORARY))
        .and_then(|name| name.strip_suffix(TEMPORARY_END))
        .is_some_and(|drawn| drawn.starts_with(mark) && is_drawn(drawn))
}

/// Says whether a mark and a draw, or one of an older program, may be spelled so.
fn is_drawn(drawn: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    (6..=64).contains(&drawn.len()) && drawn.bytes().all(plain)
}

/// Removes a file with the version before it, and waits until both are gone from the disk; there may
/// be none.
///
/// # Errors
/// [`StoreError::NotErased`] if one may still be there.
pub fn erase(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    let failed = |source, path: &Path| StoreError::NotErased {
        source,
        path: path.to_owned(),
    };
    let (mut removed, mut result) = (false, Ok(()));
    for path in [previous_of(path), path.to_owned()] {
        match uninterrupted(|| disk.remove(&path)) {
            Ok(()) => removed = true,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            // One that stays must not keep the other.
            Err(error) => result = Err(failed(error, &path)),
        }
    }
    if removed {
        let gone = uninterrupted(|| disk.sync_folder(folder_of(path)));
        return result.and(gone.map_err(|error| failed(error, path)));
    }
    result
}

/// Removes what interrupted writings left in a folder more than an hour ago; gives how many files.
///
/// A file dated more than an hour ahead goes too: the clock went back, and nobody writes that long.
///
/// # Errors
/// What the system refused last; the other leftovers are removed all the same.
pub fn sweep(disk: &dyn Disk, folder: &Path, now: SystemTime) -> io::Result<usize> {
    let is_over = |path: &Path| {
        let modified = uninterrupted(|| disk.entry(path)).ok();
        let modified = modified.filter(|entry| entry.kind == EntryKind::File);
        modified
            .and_then(|entry| entry.modified)
            .is_some_and(|modified| apart(modified, now) > LEFTOVER)
    };
    remove_chosen(disk, folder, |path| is_temporary(path) && is_over(path))
}

/// Removes the files being written that have a mark, however new; gives how many.
pub(super) fn remove_marked(disk: &dyn Disk, folder: &Path, mark: &str) -> io::Result<usize> {
    remove_chosen(disk, folder, |path| is_marked(path, mark))
}

/// Removes the files of a folder that one chooses, and waits until they are gone; gives how many.
pub(super) fn remove_chosen(
    disk: &dyn Disk,
    folder: &Path,
    chosen: impl Fn(&Path) -> bool,
) -> io::Result<usize> {
    let listed = match uninterrupted(|| disk.list(folder)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
        other => other?,
    };
    let (mut removed, mut refused) = (0, None);
    for path in listed.iter().filter(|path| chosen(path)) {
        match uninterrupted(|| disk.remove(path)) {
            Ok(()) => removed += 1,
            Err(error) => refused = Some(error),
        }
    }
    if removed > 0 {
        uninterrupted(|| disk.sync_folder(folder))?;
    }
    refused.map_or(Ok(removed), Err)
}

/// Tells how far apart two moments are, whichever comes first.
pub(super) fn apart(one: SystemTime, other: SystemTime) -> Duration {
    other
        .duration_since(one)
        .unwrap_or_else(|ahead| ahead.duration())
}
