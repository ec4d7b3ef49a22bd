//! The draft journal: whatever the bytes, a draft or none, never a panic.
#![no_main]

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use libfuzzer_sys::fuzz_target;
use reflexe_personas::store::disk::{Disk, DiskFile, Entry, EntryKind};
use reflexe_personas::store::draft;

/// A disk that holds one file and takes nothing.
#[derive(Debug)]
struct OneFile<'b>(&'b [u8]);

fn refused<T>() -> io::Result<T> {
    Err(io::ErrorKind::ReadOnlyFilesystem.into())
}

impl Disk for OneFile<'_> {
    fn make_folder(&self, _folder: &Path, _private: bool) -> io::Result<()> {
        refused()
    }
    fn create_new(&self, _path: &Path) -> io::Result<Box<dyn DiskFile>> {
        refused()
    }
    fn open_append(&self, _path: &Path) -> io::Result<Box<dyn DiskFile>> {
        refused()
    }
    fn read(&self, _path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Ok(self.0.iter().copied().take(most).collect())
    }
    fn entry(&self, _path: &Path) -> io::Result<Entry> {
        Ok(Entry {
            kind: EntryKind::File,
            bytes: self.0.len() as u64,
            modified: None,
        })
    }
    fn list(&self, _folder: &Path) -> io::Result<Vec<PathBuf>> {
        Ok(Vec::new())
    }
    fn rename(&self, _from: &Path, _to: &Path) -> io::Result<()> {
        refused()
    }
    fn remove(&self, _path: &Path) -> io::Result<()> {
        refused()
    }
    fn share(&self, _path: &Path) -> std::io::Result<()> {
        Ok(())
    }

    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        refused()
    }
}

fuzz_target!(|bytes: &[u8]| {
    let disk = OneFile(bytes);
    let path = Path::new("/d/brouillon.journal");
    let _ = draft::load(&disk, path, "2026-11-25", SystemTime::UNIX_EPOCH);
});
