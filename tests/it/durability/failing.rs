//! A disk that fails as it is told to.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use reflexe_personas::store::disk::{Disk, DiskFile, Entry};

use super::real;

/// A call to the disk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Call {
    MakeFolder,
    Create,
    OpenAppend,
    Read,
    Entry,
    List,
    /// Giving a name to a file; over another one or not.
    Rename {
        over: bool,
    },
    Remove,
    Share,
    SyncFolder,
    Write,
    Sync,
    Cut,
}

/// A way to fail.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fault {
    NoSpace,
    DiskError,
    NoRight,
    ReadOnly,
    TooManyOpen,
    Interrupted,
    /// Half of the bytes are taken.
    Short,
    /// No byte is taken.
    Nothing,
    /// All is said to be taken, and the last block is not what was given.
    Torn,
    /// The name is held by another program.
    Held,
    /// The disk does not confirm.
    Unsynced,
}

pub(super) const FAULTS: [Fault; 11] = [
    Fault::NoSpace,
    Fault::DiskError,
    Fault::NoRight,
    Fault::ReadOnly,
    Fault::TooManyOpen,
    Fault::Interrupted,
    Fault::Short,
    Fault::Nothing,
    Fault::Torn,
    Fault::Held,
    Fault::Unsynced,
];

impl Fault {
    /// Says whether a call can fail so, the first time; nearly anything may.
    fn strikes(self, call: Call) -> bool {
        match self {
            Self::Short | Self::Nothing | Self::Torn => call == Call::Write,
            Self::Held => call == Call::Rename { over: true },
            Self::Unsynced => matches!(call, Call::Sync | Call::SyncFolder),
            _ => true,
        }
    }

    /// Says whether a call goes on failing so while the cause lasts.
    fn lasts(self, call: Call) -> bool {
        use Call::{
            Create, Cut, List, MakeFolder, OpenAppend, Read, Remove, Rename, SyncFolder, Write,
        };
        match self {
            Self::NoSpace => matches!(call, Create | MakeFolder | Write),
            Self::NoRight => matches!(call, Create | MakeFolder | Remove | OpenAppend),
            Self::ReadOnly => matches!(
                call,
                Create | MakeFolder | Write | Remove | OpenAppend | Rename { .. } | Cut
            ),
            Self::TooManyOpen => matches!(call, Create | OpenAppend | Read | List | SyncFolder),
            Self::DiskError => true,
            Self::Interrupted => false,
            _ => self.strikes(call),
        }
    }

    fn error(self) -> io::Error {
        io::Error::from_raw_os_error(match self {
            Self::NoSpace => 28,
            Self::NoRight | Self::Held => 13,
            Self::ReadOnly => 30,
            Self::TooManyOpen => 24,
            Self::Interrupted => 4,
            Self::DiskError | Self::Unsynced | Self::Short | Self::Nothing | Self::Torn => 5,
        })
    }
}

/// When to fail, and what came of it.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) fault: Fault,
    pub(super) at: usize,
    pub(super) lasting: bool,
    pub(super) calls: usize,
    pub(super) struck: Vec<Call>,
    /// Whether the last wait for the disk was among those.
    pub(super) unconfirmed: bool,
}

/// A disk that fails as planned.
#[derive(Clone, Debug)]
pub(super) struct Failing {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) plan: Arc<Mutex<Plan>>,
}

impl Failing {
    /// The real disk, which fails once.
    pub(super) fn once(fault: Fault, at: usize) -> Self {
        Self {
            disk: real(),
            plan: Arc::new(Mutex::new(Plan {
                fault,
                at,
                lasting: false,
                calls: 0,
                struck: Vec::new(),
                unconfirmed: false,
            })),
        }
    }

    fn strike(&self, call: Call) -> Option<Fault> {
        let mut plan = self.plan.lock().unwrap();
        plan.calls += 1;
        let fault = plan.fault;
        let now = plan.calls == plan.at && fault.strikes(call);
        let still = plan.lasting && !plan.struck.is_empty() && fault.lasts(call);
        let strikes = now || still;
        if matches!(call, Call::Sync | Call::SyncFolder) {
            plan.unconfirmed = strikes;
        }
        strikes.then(|| {
            plan.struck.push(call);
            fault
        })
    }

    fn call<T>(&self, call: Call, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.strike(call) {
            Some(fault) => Err(fault.error()),
            None => work(),
        }
    }

    fn open(&self, file: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        Box::new(FailingFile {
            disk: self.clone(),
            file,
        })
    }
}

impl Disk for Failing {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        self.call(Call::MakeFolder, || self.disk.make_folder(folder, private))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = self.call(Call::Create, || self.disk.create_new(path))?;
        Ok(self.open(file))
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = self.call(Call::OpenAppend, || self.disk.open_append(path))?;
        Ok(self.open(file))
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.call(Call::Read, || self.disk.read(path, most))
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.call(Call::Entry, || self.disk.entry(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call(Call::List, || self.disk.list(folder))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let over = self.disk.entry(to).is_ok_and(|entry| entry.bytes > 0);
        self.call(Call::Rename { over }, || self.disk.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(Call::Remove, || self.disk.remove(path))
    }

    fn share(&self, path: &Path) -> io::Result<()> {
        self.call(Call::Share, || self.disk.share(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call(Call::SyncFolder, || self.disk.sync_folder(folder))
    }
}

#[derive(Debug)]
struct FailingFile {
    disk: Failing,
    file: Box<dyn DiskFile>,
}

impl DiskFile for FailingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.disk.strike(Call::Write) {
            None => self.file.write(bytes),
            Some(Fault::Short) => self.file.write(&bytes[..bytes.len().div_ceil(2)]),
            Some(Fault::Nothing) => Ok(0),
            Some(Fault::Torn) => {
                let block = bytes.len().saturating_sub(512).max(bytes.len() / 2);
                let mut torn = bytes.to_vec();
                torn[block..].fill(0);
                self.file.write(&torn)
            }
            Some(fault) => Err(fault.error()),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let disk = self.disk.clone();
        disk.call(Call::Sync, || self.file.sync())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let disk = self.disk.clone();
        disk.call(Call::Cut, || self.file.cut(length))
    }
}

/// Those whose cause may last.
pub(super) const FAULTS_THAT_LAST: [Fault; 7] = [
    Fault::NoSpace,
    Fault::DiskError,
    Fault::NoRight,
    Fault::ReadOnly,
    Fault::TooManyOpen,
    Fault::Held,
    Fault::Unsynced,
];
