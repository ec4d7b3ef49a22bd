//! A disk that is slow, or full.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

use reflexe_personas::store::disk::{Disk, DiskFile, Entry};

use super::real;

/// A disk that is slow, or refuses what is new.
#[derive(Debug)]
pub(super) struct Slow {
    disk: Arc<dyn Disk>,
    /// What each call takes, in milliseconds.
    delay: AtomicU64,
    /// Whether there is no place for anything new.
    pub(super) full: AtomicBool,
    pub(super) calls: AtomicUsize,
    /// Files opened or made for writing.
    pub(super) writings: AtomicUsize,
}

impl Slow {
    pub(super) fn new(delay: u64) -> Arc<Self> {
        Arc::new(Self {
            disk: real(),
            delay: AtomicU64::new(delay),
            full: AtomicBool::new(false),
            calls: AtomicUsize::new(0),
            writings: AtomicUsize::new(0),
        })
    }

    fn wait(&self) {
        self.calls.fetch_add(1, Ordering::SeqCst);
        sleep(Duration::from_millis(self.delay.load(Ordering::SeqCst)));
    }

    fn writing(&self) -> io::Result<()> {
        self.wait();
        self.writings.fetch_add(1, Ordering::SeqCst);
        if self.full.load(Ordering::SeqCst) {
            return Err(io::Error::from_raw_os_error(28));
        }
        Ok(())
    }
}

impl Disk for Slow {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        self.wait();
        self.disk.make_folder(folder, private)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.writing()?;
        self.disk.create_new(path)
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.writing()?;
        self.disk.open_append(path)
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.wait();
        self.disk.read(path, most)
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.wait();
        self.disk.entry(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.wait();
        self.disk.list(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.wait();
        self.disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.wait();
        self.disk.remove(path)
    }

    fn share(&self, path: &Path) -> io::Result<()> {
        self.wait();
        self.disk.share(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.wait();
        self.disk.sync_folder(folder)
    }
}
