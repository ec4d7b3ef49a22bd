//! One window per person: a second start brings the first forward, by a lock and an empty file.
//!
//! It must never open a socket, send a signal, or believe a lock that a dead process left: the system
//! releases it. The request file says nothing but that somebody asked.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::atomic::{self, Previous};
use super::disk::{Disk, EntryKind};
use super::error::StoreError;
use super::small::make_folder;

/// The file whose lock is held while a window is open.
pub(super) const LOCK: &str = "ouvert.lock";
/// The file that asks the first window to come forward.
pub(super) const REQUEST: &str = "en-avant";
/// Between two looks at the request.
const POLL: Duration = Duration::from_millis(20);
/// Looks before giving up: two seconds.
const POLLS: u32 = 100;

/// What a start found.
#[derive(Debug)]
pub enum Start {
    /// No other window: this process opens one, and keeps the guard as long as it is open.
    First(Guard),
    /// Another window took the request and comes forward; this process has nothing to do.
    Forwarded,
    /// Another window is open and did not answer; the request was taken back.
    Silent,
}

/// Holds the lock until dropped.
#[derive(Debug)]
pub struct Guard {
    _lock: File,
    request: PathBuf,
    disk: Arc<dyn Disk>,
}

impl Guard {
    /// Says whether a second start asked since the last call; the request is taken.
    pub fn asked(&self) -> bool {
        // One call to the system, and only one of two callers can succeed.
        self.disk.remove(&self.request).is_ok()
    }
}

/// Looks for another window of the same person, and asks it to come forward if there is one.
///
/// If the other window closes meanwhile, this start becomes the first.
///
/// # Errors
/// [`StoreError`] if the folder, the lock or the request cannot be made, or if the file system has no
/// locks: then nothing is known of another window.
pub fn start(disk: &Arc<dyn Disk>, folder: &Path) -> Result<Start, StoreError> {
    start_within(disk, folder, POLLS)
}

fn start_within(disk: &Arc<dyn Disk>, folder: &Path, polls: u32) -> Result<Start, StoreError> {
    make_folder(&**disk, folder, true)?;
    let path = folder.join(LOCK);
    let request = folder.join(REQUEST);
    let failed = |source| StoreError::Lock {
        source,
        path: path.clone(),
    };
    if disk
        .entry(&path)
        .is_ok_and(|entry| entry.kind != EntryKind::File)
    {
        return Err(StoreError::NotRegular { path });
    }
    let first = |lock| {
        Start::First(Guard {
            _lock: lock,
            request: request.clone(),
            disk: disk.clone(),
        })
    };
    let lock = open(&path).map_err(failed)?;
    if taken(&lock).map_err(failed)? {
        // Nobody is there to answer what an earlier start may have asked.
        let _ = disk.remove(&request);
        return Ok(first(lock));
    }
    atomic::write(&**disk, &request, b"", Previous::Dropped)?;
    for _ in 0..polls {
        thread::sleep(POLL);
        if is_gone(&**disk, &request) {
            return Ok(Start::Forwarded);
        }
        if taken(&lock).map_err(failed)? {
            let _ = disk.remove(&request);
            return Ok(first(lock));
        }
    }
    match disk.remove(&request) {
        // Taken at the last moment.
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Start::Forwarded),
        _ => Ok(Start::Silent),
    }
}

/// Takes the lock if nobody has it.
fn taken(lock: &File) -> io::Result<bool> {
    match lock.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn is_gone(disk: &dyn Disk, path: &Path) -> bool {
    disk.entry(path)
        .is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::disk::RealDisk;

    fn start(folder: &Path) -> Result<Start, StoreError> {
        start_within(folder, POLLS)
    }

    fn start_within(folder: &Path, polls: u32) -> Result<Start, StoreError> {
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        super::start_within(&disk, folder, polls)
    }

    fn is_gone(path: &Path) -> bool {
        super::is_gone(&RealDisk, path)
    }

    fn put(path: &Path, bytes: &[u8]) {
        atomic::write(&RealDisk, path, bytes, Previous::Dropped).unwrap();
    }

    // The lock belongs to an open file: two descriptors of one process conflict as two processes do.
    // Real processes are in tests/it/settings/instance.rs.
    fn first(folder: &Path) -> Guard {
        match start_within(folder, 2).unwrap() {
            Start::First(guard) => guard,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_first_holds_the_lock_until_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("à faire");
        let guard = first(&folder);
        assert!(!guard.asked());
        assert!(matches!(start_within(&folder, 2), Ok(Start::Silent)));
        assert!(!guard.asked(), "an unanswered request is taken back");
        drop(guard);
        first(&folder);
    }

    #[test]
    fn a_request_that_is_taken_is_forwarded() {
        let folder = tempfile::tempdir().unwrap();
        let guard = first(folder.path());
        thread::scope(|scope| {
            let second = scope.spawn(|| start(folder.path()));
            while !guard.asked() {
                assert!(!second.is_finished(), "gave up: {:?}", second.join());
                thread::sleep(POLL / 4);
            }
            assert!(matches!(second.join().unwrap(), Ok(Start::Forwarded)));
        });
        assert!(!guard.asked(), "one request, one answer");
    }

    #[test]
    fn a_window_that_closes_meanwhile_leaves_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let guard = first(folder.path());
        thread::scope(|scope| {
            let second = scope.spawn(|| start(folder.path()));
            while is_gone(&folder.path().join(REQUEST)) && !second.is_finished() {
                thread::sleep(POLL / 4);
            }
            drop(guard);
            assert!(matches!(second.join().unwrap(), Ok(Start::First(_))));
        });
        assert!(is_gone(&folder.path().join(REQUEST)));
    }

    #[test]
    fn a_stale_request_is_removed_at_start() {
        let folder = tempfile::tempdir().unwrap();
        put(&folder.path().join(REQUEST), b"");
        assert!(!first(folder.path()).asked());
    }

    #[test]
    fn what_is_in_the_way_is_told_and_left() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(LOCK)).unwrap();
        let refused = start(folder.path()).unwrap_err();
        assert!(matches!(refused, StoreError::NotRegular { .. }));
        let file = folder.path().join("fichier");
        put(&file, b"intact");
        let refused = start(&file.join("dossier")).unwrap_err();
        assert!(matches!(refused, StoreError::Write { .. }));
        assert_eq!(fs::read(&file).unwrap(), b"intact");
    }

    #[test]
    #[cfg(unix)]
    fn folder_and_lock_are_private_and_no_link_is_followed() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("neuf");
        let _guard = first(&folder);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join(LOCK)), 0o600);
        let elsewhere = root.path().join("ailleurs");
        symlink(root.path().join("cible"), root.path().join(LOCK)).unwrap();
        assert!(start(root.path()).is_err());
        assert!(is_gone(&elsewhere) && is_gone(&root.path().join("cible")));
    }
}
