//! Protections taken away one at a time, without touching the program: a layer between it and the disk
//! does not pass on a call, or hides an answer, so that the program does as if it had no such line.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use reflexe_personas::store::disk::{Disk, DiskFile, Entry, EntryKind};

use super::is_temporary;

/// A protection that is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mutant {
    /// Files are not waited for.
    NoFileSync,
    /// Names are not waited for.
    NoFolderSync,
    /// Files are waited for once they have their name.
    LateFileSync,
    /// The old file is removed, then the new one gets its name.
    RenameInTwo,
    /// What was written is not read back.
    NoReadBack,
    /// However few bytes were taken, all count as written.
    ShortCountIgnored,
    /// A tail that is not sound is not cut off.
    NoCut,
    /// The version before is not kept.
    NoPrevious,
    /// The checks of the journal are not looked at.
    NoCheck,
    /// The length of the journal is not looked at before adding to it.
    NoLength,
    /// A new file takes the place of another.
    CreateOverwrites,
    /// What failed is left behind.
    NoRemoval,
    /// A link is taken for what it leads to.
    LinksUnseen,
    /// An interrupted call is not made again.
    InterruptionIsFinal,
    /// A name held for a moment is not waited for.
    HeldIsFinal,
    /// A refusal to wait for the disk counts as done.
    SyncRefusalIgnored,
    /// A refused name counts as given.
    RenameRefusalIgnored,
    /// New files are for everybody to read.
    OpenToAll,
    /// One wait for the disk is left out, of those of a scene.
    OneWaitLess(usize),
}

impl Mutant {
    pub(super) const ALL: [Self; 18] = [
        Self::NoFileSync,
        Self::NoFolderSync,
        Self::LateFileSync,
        Self::RenameInTwo,
        Self::NoReadBack,
        Self::ShortCountIgnored,
        Self::NoCut,
        Self::NoPrevious,
        Self::NoCheck,
        Self::NoLength,
        Self::CreateOverwrites,
        Self::NoRemoval,
        Self::LinksUnseen,
        Self::InterruptionIsFinal,
        Self::HeldIsFinal,
        Self::SyncRefusalIgnored,
        Self::RenameRefusalIgnored,
        Self::OpenToAll,
    ];

    /// Puts the layer over a disk, and a way to know how often the program waited for it.
    pub(super) fn counting(
        mutant: Self,
        disk: Arc<dyn Disk>,
    ) -> (Arc<dyn Disk>, impl Fn() -> usize) {
        let memory = Arc::<Mutex<Memory>>::default();
        let layer = Layer {
            mutant,
            disk,
            memory: memory.clone(),
        };
        (Arc::new(layer), move || memory.lock().unwrap().waits)
    }

    /// Puts the layer over a disk; without a mutant, the disk is as it is.
    pub(super) fn around(mutant: Option<Self>, disk: Arc<dyn Disk>) -> Arc<dyn Disk> {
        match mutant {
            None => disk,
            Some(mutant) => Arc::new(Layer {
                mutant,
                disk,
                memory: Arc::default(),
            }),
        }
    }
}

/// What the layer remembers of what went through it.
#[derive(Debug, Default)]
struct Memory {
    /// Bytes the program gave for each path.
    given: BTreeMap<PathBuf, Vec<u8>>,
    /// Waits for the disk so far.
    waits: usize,
    /// Files still to be waited for.
    late: Vec<Arc<Mutex<Box<dyn DiskFile>>>>,
}

#[derive(Clone, Debug)]
struct Layer {
    mutant: Mutant,
    disk: Arc<dyn Disk>,
    memory: Arc<Mutex<Memory>>,
}

impl Layer {
    fn is(&self, mutant: Mutant) -> bool {
        self.mutant == mutant
    }

    fn answer<T>(&self, result: io::Result<T>) -> io::Result<T> {
        match result {
            Err(error)
                if self.is(Mutant::InterruptionIsFinal)
                    && error.kind() == ErrorKind::Interrupted =>
            {
                Err(io::Error::from_raw_os_error(5))
            }
            other => other,
        }
    }

    /// Says whether this wait for the disk is left out.
    fn leaves_out(&self) -> bool {
        let mut memory = self.memory.lock().unwrap();
        memory.waits += 1;
        self.is(Mutant::OneWaitLess(memory.waits))
    }

    fn open(&self, path: &Path, file: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        Box::new(LayerFile {
            layer: self.clone(),
            path: path.to_owned(),
            file: Arc::new(Mutex::new(file)),
        })
    }
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

fn is_journal(path: &Path) -> bool {
    name(path) == reflexe_personas::store::draft::FILE_NAME
}

/// Writes the check of each record anew, as if the reader did not look at it.
///
/// The frame is that of docs: 16 bytes, then length, check and content, all little-endian, the check
/// being that of the check before, the length and the content.
pub(super) fn with_right_checks(mut bytes: Vec<u8>) -> Vec<u8> {
    let word = |bytes: &[u8], at: usize| {
        let bytes = bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(bytes.try_into().unwrap()))
    };
    let mut at = 16;
    let Some(mut chain) = word(&bytes, 12) else {
        return bytes;
    };
    while let Some(length) = word(&bytes, at) {
        let end = at + 8 + length as usize;
        if length == 0 || end > bytes.len() {
            break;
        }
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&chain.to_le_bytes());
        hasher.update(&length.to_le_bytes());
        hasher.update(&bytes[at + 8..end]);
        chain = hasher.finalize();
        bytes[at + 4..at + 8].copy_from_slice(&chain.to_le_bytes());
        at = end;
    }
    bytes
}

impl Disk for Layer {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        let private = private && !self.is(Mutant::OpenToAll);
        self.answer(self.disk.make_folder(folder, private))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        if self.is(Mutant::CreateOverwrites) && self.disk.entry(path).is_ok() {
            self.disk.remove(path)?;
        }
        let file = self.answer(self.disk.create_new(path))?;
        if self.is(Mutant::OpenToAll) && path.exists() {
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                fs::set_permissions(path, fs::Permissions::from_mode(0o644))?;
            }
        }
        self.memory.lock().unwrap().given.remove(path);
        Ok(self.open(path, file))
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = self.answer(self.disk.open_append(path))?;
        let mut memory = self.memory.lock().unwrap();
        if !memory.given.contains_key(path) {
            let before = self.disk.read(path, u64::MAX)?;
            memory.given.insert(path.to_owned(), before);
        }
        drop(memory);
        Ok(self.open(path, file))
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let bytes = self.answer(self.disk.read(path, most))?;
        if self.is(Mutant::NoReadBack)
            && let Some(given) = self.memory.lock().unwrap().given.get(path)
        {
            return Ok(given.clone());
        }
        if self.is(Mutant::NoCheck) && is_journal(path) {
            return Ok(with_right_checks(bytes));
        }
        Ok(bytes)
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        let mut entry = self.answer(self.disk.entry(path))?;
        if self.is(Mutant::LinksUnseen) && entry.kind == EntryKind::Link {
            entry.kind = EntryKind::File;
        }
        if self.is(Mutant::NoLength)
            && let Some(given) = self.memory.lock().unwrap().given.get(path)
        {
            entry.bytes = given.len() as u64;
        }
        Ok(entry)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.answer(self.disk.list(folder))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.is(Mutant::NoPrevious) && to.extension().is_some_and(|end| end == "prec") {
            return self.disk.remove(from);
        }
        if self.is(Mutant::RenameInTwo) && self.disk.entry(to).is_ok() {
            self.disk.remove(to)?;
        }
        match self.answer(self.disk.rename(from, to)) {
            Err(_) if self.is(Mutant::RenameRefusalIgnored) => Ok(()),
            Err(error)
                if self.is(Mutant::HeldIsFinal) && error.kind() == ErrorKind::PermissionDenied =>
            {
                Err(io::Error::from_raw_os_error(5))
            }
            Ok(()) => {
                let mut memory = self.memory.lock().unwrap();
                if let Some(given) = memory.given.remove(from) {
                    memory.given.insert(to.to_owned(), given);
                }
                Ok(())
            }
            other => other,
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        if self.is(Mutant::NoRemoval) && is_temporary(name(path)) {
            return Ok(());
        }
        self.answer(self.disk.remove(path))
    }

    fn share(&self, path: &Path) -> io::Result<()> {
        self.answer(self.disk.share(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        for file in std::mem::take(&mut self.memory.lock().unwrap().late) {
            file.lock().unwrap().sync()?;
        }
        if self.is(Mutant::NoFolderSync) || self.leaves_out() {
            return Ok(());
        }
        match self.answer(self.disk.sync_folder(folder)) {
            Err(_) if self.is(Mutant::SyncRefusalIgnored) => Ok(()),
            other => other,
        }
    }
}

#[derive(Debug)]
struct LayerFile {
    layer: Layer,
    path: PathBuf,
    file: Arc<Mutex<Box<dyn DiskFile>>>,
}

impl DiskFile for LayerFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.lock().unwrap().write(bytes);
        let mut count = self.layer.answer(count)?;
        if self.layer.is(Mutant::ShortCountIgnored) {
            count = bytes.len();
        }
        let mut memory = self.layer.memory.lock().unwrap();
        let given = memory.given.entry(self.path.clone()).or_default();
        given.extend(&bytes[..count]);
        Ok(count)
    }

    fn sync(&mut self) -> io::Result<()> {
        if self.layer.is(Mutant::NoFileSync) || self.layer.leaves_out() {
            return Ok(());
        }
        if self.layer.is(Mutant::LateFileSync) {
            self.layer
                .memory
                .lock()
                .unwrap()
                .late
                .push(self.file.clone());
            return Ok(());
        }
        match self.layer.answer(self.file.lock().unwrap().sync()) {
            Err(_) if self.layer.is(Mutant::SyncRefusalIgnored) => Ok(()),
            other => other,
        }
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        if self.layer.is(Mutant::NoCut) {
            return Ok(());
        }
        let mut memory = self.layer.memory.lock().unwrap();
        if let Some(given) = memory.given.get_mut(&self.path) {
            given.truncate(usize::try_from(length).unwrap());
        }
        drop(memory);
        let cut = self.file.lock().unwrap().cut(length);
        self.layer.answer(cut)
    }
}
