//! Writing the journal: records at its end, and one file in place of another when it grows.
//!
//! It must never write after something that is not sound, nor leave behind what was to be gone.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frame::{self, HEADER, LONGEST, Rest};
use super::{form, is_damaged_aside, last_draft, read};
use crate::domain::draft::Draft;
use crate::store::aside::put_aside;
use crate::store::atomic::{self, Previous};
use crate::store::disk::{Disk, EntryKind, folder_of, uninterrupted, write_all};
use crate::store::error::StoreError;
use crate::store::small::private_folder_of;

/// Size at which only the newest record is kept, in bytes.
const COMPACT_AT: u64 = 256 << 10;
/// Size that is never passed, even if compaction is refused.
const MOST: u64 = 512 << 10;
/// Marks the files being written in the journal’s place: nobody else writes those.
pub(super) const MARK: &str = "brouillon-";

/// The journal, open for adding to it. One process at a time.
#[derive(Debug)]
pub struct Journal {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    /// Its length as far as it is known to be sound; 0 when it is to be written anew.
    length: u64,
    /// The check of the last record.
    chain: u32,
}

impl Journal {
    /// Opens the journal of that path: what an interruption left is cut off, a damaged one is put
    /// aside. Its folder is made; the file is when something is first kept.
    ///
    /// # Errors
    /// [`StoreError`] if the folder cannot be made, or if what stands there can be neither read,
    /// cut nor put aside; it is left as it is.
    pub fn open(disk: Arc<dyn Disk>, path: PathBuf) -> Result<Self, StoreError> {
        private_folder_of(&*disk, &path).map_err(|error| told(error, &path))?;
        let mut journal = Self {
            length: 0,
            chain: frame::first_chain(),
            disk,
            path,
        };
        // That they are gone too late is better than that nothing is kept.
        let _ = remove_leftovers(&*journal.disk, &journal.path);
        let found = read(&*journal.disk, &journal.path);
        let Some(standing) = found.map_err(|error| told(error, &journal.path))? else {
            return Ok(journal);
        };
        let (scan, _) = last_draft(&standing.bytes);
        let sound = scan.sound as u64;
        match scan.rest {
            Rest::Torn if sound >= HEADER as u64 => {
                cut(&*journal.disk, &journal.path, sound).map_err(|error| journal.failed(error))?;
            }
            Rest::Nothing | Rest::Torn => {}
            Rest::Damage | Rest::Foreign => {
                put_aside(&*journal.disk, &journal.path).map_err(|error| journal.failed(error))?;
                return Ok(journal);
            }
        }
        journal.length = sound;
        journal.chain = scan.chain;
        Ok(journal)
    }

    /// Adds a draft at the end; when the journal has grown, it becomes the only one.
    ///
    /// # Errors
    /// [`StoreError::Draft`] if the disk refuses: the drafts kept before are intact.
    pub fn append(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let content = self.content(draft)?;
        if !self.is_as_left() {
            return self.rewrite(&content);
        }
        let (record, chain) = frame::record(self.chain, &content);
        let grown = self.length + record.len() as u64;
        if grown > COMPACT_AT {
            match self.rewrite(&content) {
                // There may be room for one more record and not for a second file.
                Err(StoreError::Draft { .. }) if grown <= MOST && self.is_as_left() => {}
                result => return result,
            }
        }
        match self.add(&record, grown) {
            Ok(()) => {
                (self.length, self.chain) = (grown, chain);
                Ok(())
            }
            Err(error) => {
                // Else the next record would follow a part of this one. If that is refused too, the
                // next one goes to a new file.
                let _ = cut(&*self.disk, &self.path, self.length);
                self.length = 0;
                Err(self.failed(error))
            }
        }
    }

    /// Makes a draft the only one, in one go.
    ///
    /// # Errors
    /// [`StoreError::Draft`] if the disk refuses: the drafts kept before are intact.
    pub fn compact(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let content = self.content(draft)?;
        self.rewrite(&content)
    }

    /// Makes a draft the only one because something of those before must be gone: if it cannot be
    /// written, they are erased all the same.
    ///
    /// # Errors
    /// [`StoreError::Draft`] if the disk refuses the new one, [`StoreError::NotErased`] if those
    /// before may still be there.
    pub fn replace(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let refused = match self.compact(draft) {
            Ok(()) => return Ok(()),
            Err(refused) => refused,
        };
        self.erase()?;
        Err(refused)
    }

    /// Erases the journal, and what interrupted writings of it left; there may be none.
    ///
    /// # Errors
    /// [`StoreError::NotErased`] if something of it may still be there.
    pub fn erase(&mut self) -> Result<(), StoreError> {
        (self.length, self.chain) = (0, frame::first_chain());
        erase(&*self.disk, &self.path)
    }

    fn content(&self, draft: &Draft) -> Result<Vec<u8>, StoreError> {
        let content = form::write(draft).map_err(|error| self.failed(error.into()))?;
        if content.len() > LONGEST {
            return Err(self.failed(ErrorKind::FileTooLarge.into()));
        }
        Ok(content)
    }

    /// Says whether the file is as this journal left it; somebody may have erased or replaced it.
    fn is_as_left(&self) -> bool {
        self.length > 0
            && uninterrupted(|| self.disk.entry(&self.path))
                .is_ok_and(|entry| entry.kind == EntryKind::File && entry.bytes == self.length)
    }

    fn rewrite(&mut self, content: &[u8]) -> Result<(), StoreError> {
        let (bytes, chain) = with_one(content);
        match atomic::write_marked(&*self.disk, &self.path, &bytes, Previous::Dropped, MARK) {
            Ok(()) => {
                (self.length, self.chain) = (bytes.len() as u64, chain);
                Ok(())
            }
            Err(error) => {
                if !matches!(error, StoreError::Write { .. }) {
                    // The new file may be in place: nothing is known of it.
                    self.length = 0;
                }
                Err(told(error, &self.path))
            }
        }
    }

    /// Adds a record, waits until it is on the disk, and reads it back.
    fn add(&self, record: &[u8], grown: u64) -> io::Result<()> {
        let mut file = uninterrupted(|| self.disk.open_append(&self.path))?;
        write_all(&mut *file, record)?;
        uninterrupted(|| file.sync())?;
        drop(file);
        let bytes = uninterrupted(|| self.disk.read(&self.path, grown + 1))?;
        if bytes.len() as u64 == grown && bytes.ends_with(record) {
            Ok(())
        } else {
            Err(ErrorKind::InvalidData.into())
        }
    }

    fn failed(&self, source: io::Error) -> StoreError {
        StoreError::Draft {
            source,
            path: self.path.clone(),
        }
    }
}

/// Makes the bytes of a journal of one draft.
pub(super) fn of_one(draft: &Draft) -> Result<Vec<u8>, serde_json::Error> {
    form::write(draft).map(|content| with_one(&content).0)
}

/// Makes the bytes of a journal of one record, and gives its check.
fn with_one(content: &[u8]) -> (Vec<u8>, u32) {
    let (record, chain) = frame::record(frame::first_chain(), content);
    let mut bytes = frame::header();
    bytes.extend(record);
    (bytes, chain)
}

/// Erases the journal of that path, what interrupted writings of it left, and damaged ones put aside;
/// there may be none.
///
/// # Errors
/// [`StoreError::NotErased`] if something of it may still be there.
pub(super) fn erase(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    let folder = folder_of(path);
    let left = remove_leftovers(disk, path)
        .and(atomic::remove_chosen(disk, folder, is_damaged_aside))
        .map_err(|source| StoreError::NotErased {
            source,
            path: folder.to_owned(),
        });
    let erased = atomic::erase(disk, path);
    if erased.is_err() {
        // Without its name going, its content can.
        let _ = cut(disk, path, 0);
    }
    erased.and(left.map(drop))
}

/// Cuts the journal at a length, and waits until that is on the disk.
fn cut(disk: &dyn Disk, path: &Path, length: u64) -> io::Result<()> {
    let mut file = uninterrupted(|| disk.open_append(path))?;
    uninterrupted(|| file.cut(length))?;
    uninterrupted(|| file.sync())
}

/// Removes what interrupted writings of the journal left: drafts too.
fn remove_leftovers(disk: &dyn Disk, path: &Path) -> io::Result<usize> {
    atomic::remove_marked(disk, folder_of(path), MARK)
}

/// Says what the disk refused in the words of the draft.
fn told(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Read { source, .. }
        | StoreError::Write { source, .. }
        | StoreError::Unconfirmed { source, .. } => StoreError::Draft {
            source,
            path: path.to_owned(),
        },
        other => other,
    }
}
