//! What stays on the machine, as the window asks for it: the draft, the list of exports, the files
//! kept, their erasing.
//!
//! It must never make the window wait for a disk that may be far: reading folders and erasing run on
//! a thread of their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

use eframe::egui::Context;

use crate::app::Action;
use crate::domain::draft::Draft;
use crate::domain::kept::{KeptFile, Receipt};
use crate::domain::note::NoteFormat;
use crate::domain::version::{Looked, VersionName};
use crate::store::disk::Disk;
use crate::store::draft::{self, Found, Writer};
use crate::store::error::StoreError;
use crate::store::inventory::{self, Places};
use crate::store::{atomic, export_list, place, receipts, versions};

/// How long a folder may take before it is said not to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// A look under way, until dropped.
#[derive(Debug)]
struct Looking(Arc<AtomicBool>);

impl Drop for Looking {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// The local day of a moment, ISO: clock and zone are read in `main` only.
pub type DayOf = fn(SystemTime) -> String;

/// Everything of it.
#[derive(Debug)]
pub(super) struct Keeper {
    disk: Arc<dyn Disk>,
    /// Where the program's own files are; `None` if the system names no place.
    data: Option<PathBuf>,
    /// The settings file.
    settings: Option<PathBuf>,
    day_of: DayOf,
    /// Keeps the draft; only the first window has one, and never in a shared folder.
    writer: Option<Writer>,
    found: Option<Draft>,
    /// What went wrong at the start, in French.
    trouble: Option<String>,
    /// Whether a look at the published kit has not ended yet.
    looking: Arc<AtomicBool>,
    patience: Duration,
}

impl Keeper {
    pub(super) fn new(disk: Arc<dyn Disk>, data: Option<PathBuf>, day_of: DayOf) -> Self {
        Self {
            disk,
            data,
            settings: None,
            day_of,
            writer: None,
            found: None,
            trouble: None,
            looking: Arc::default(),
            patience: PATIENCE,
        }
    }

    pub(super) fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    pub(super) fn set_disk(&mut self, disk: Arc<dyn Disk>) {
        self.disk = disk;
    }

    pub(super) fn set_settings(&mut self, file: Option<PathBuf>) {
        self.settings = file;
    }

    /// Sweeps what interrupted runs left, reads the draft of the last one, and begins to keep drafts.
    ///
    /// To be called by the only window of the person, with the local day and the moment.
    ///
    /// Folders of exports may be far: they are swept on a thread of their own.
    pub(super) fn begin(&mut self, today: &str, now: SystemTime, exports: Vec<PathBuf>) {
        let disk = self.disk.clone();
        let settings = self.settings.as_deref().and_then(Path::parent);
        let folders = exports.into_iter().chain(settings.map(Path::to_owned));
        let folders: Vec<PathBuf> = folders.collect();
        elsewhere("sweep", move || {
            for folder in folders {
                if let Err(error) = atomic::sweep(&*disk, &folder, now) {
                    tracing::warn!(%error, "leftovers stay");
                }
            }
        });
        let Some(data) = self.data.clone() else {
            return;
        };
        let disk = &*self.disk;
        if !place::kind_of(disk, &data).may_hold_a_draft() {
            // A folder others read is no place for a contact that is not finished.
            tracing::info!("no draft: the data folder is on a network");
            return;
        }
        for swept in [
            atomic::sweep(disk, &data, now),
            draft::sweep_aside(disk, &data, now),
        ] {
            if let Err(error) = swept {
                tracing::warn!(%error, "leftovers stay");
            }
        }
        match draft::load(disk, &draft::file(&data), today, now) {
            Ok(Found::Nothing | Found::TooOld) => {}
            Ok(Found::Draft(draft)) => self.found = Some(*draft),
            Ok(Found::Damaged { draft, told, .. }) => {
                self.found = draft.map(|draft| *draft);
                self.trouble = Some(told);
            }
            Err(error) => self.trouble = Some(error.to_string()),
        }
        match Writer::start(self.disk.clone(), &data) {
            Ok(writer) => self.writer = Some(writer),
            Err(error) => self.trouble = Some(error.to_string()),
        }
    }

    pub(super) fn found(&mut self) -> Option<Draft> {
        self.found.take()
    }

    pub(super) fn keep(&self, draft: Draft, afresh: bool) {
        match &self.writer {
            Some(writer) if afresh => writer.replace(draft),
            Some(writer) => writer.keep(draft),
            None => {}
        }
    }

    pub(super) fn erase_draft(&self) {
        if let Some(writer) = &self.writer {
            writer.erase();
        }
    }

    /// What went wrong with the draft, once.
    pub(super) fn trouble(&mut self) -> Option<String> {
        self.trouble
            .take()
            .or_else(|| self.writer.as_ref().and_then(Writer::trouble))
    }

    /// Adds an export to the list; a list that refuses never takes the note back.
    pub(super) fn exported(&self, path: &Path, day: String, format: NoteFormat) {
        remember(&*self.disk, self.data.as_deref(), path, day, format);
    }

    /// What a thread needs to add an export to the list.
    pub(super) fn remembers(&self) -> (Arc<dyn Disk>, Option<PathBuf>) {
        (self.disk.clone(), self.data.clone())
    }

    /// Lists what is kept, on a thread of its own.
    pub(super) fn list(&self, ctx: &Context, sender: Sender<Action>, exports: Vec<PathBuf>) {
        let (disk, data) = self.remembers();
        let (settings, day_of, ctx) = (self.settings.clone(), self.day_of, ctx.clone());
        elsewhere("what-is-kept", move || {
            let kind_of = |folder: &Path| place::kind_of(&*disk, folder);
            let listed = inventory::list(
                &*disk,
                &Places {
                    data: data.as_deref(),
                    settings: settings.as_deref(),
                    exports: &exports,
                    kind_of: &kind_of,
                    day_of: &day_of,
                },
            );
            answer(&sender, &ctx, Action::KeptIs(listed));
        });
    }

    /// Erases files, on a thread of its own.
    pub(super) fn erase(
        &self,
        ctx: &Context,
        sender: Sender<Action>,
        files: Vec<KeptFile>,
        day: String,
    ) {
        let (disk, data) = self.remembers();
        let ctx = ctx.clone();
        elsewhere("erasing", move || {
            let receipt = erased(&*disk, data.as_deref(), &files, &day);
            answer(&sender, &ctx, Action::KeptErased(receipt));
        });
    }

    /// Looks at the published kit, on a thread of its own that another one watches: a share that does
    /// not answer is said to be away, and its answer still counts when it comes.
    ///
    /// One look at a time: a share that never answers holds one thread, whoever asks.
    pub(super) fn look(
        &self,
        ctx: &Context,
        sender: Sender<Action>,
        folder: PathBuf,
        known: Option<VersionName>,
        day: String,
    ) {
        if self.looking.swap(true, Ordering::SeqCst) {
            return;
        }
        let (disk, data) = self.remembers();
        let (ctx, patience) = (ctx.clone(), self.patience);
        let looking = Looking(self.looking.clone());
        elsewhere("published-kit", move || {
            let (found, result) = channel();
            let place = folder.clone();
            elsewhere("published-folder", move || {
                let looked = versions::look(&*disk, &place, data.as_deref(), known, &day);
                found.send(looked).ok();
            });
            let tell = |looked| answer(&sender, &ctx, Action::KitLooked(folder.clone(), looked));
            let looked = match result.recv_timeout(patience) {
                Err(RecvTimeoutError::Timeout) => {
                    let silent = StoreError::NoAnswer {
                        path: folder.clone(),
                    };
                    tell(Looked::Away(silent.to_string()));
                    result.recv().ok()
                }
                other => other.ok(),
            };
            // Before the answer: what it leads to may be to look again.
            drop(looking);
            if let Some(looked) = looked {
                tell(looked);
            }
        });
    }

    /// Says what kind of place a folder is, on a thread of its own.
    pub(super) fn place_of(&self, ctx: &Context, sender: Sender<Action>, folder: PathBuf) {
        let (disk, ctx) = (self.disk.clone(), ctx.clone());
        elsewhere("kind-of-place", move || {
            let kind = place::kind_of(&*disk, &folder);
            answer(&sender, &ctx, Action::NotesGoTo(kind));
        });
    }
}

/// Erases, takes what is gone out of the list, and records the receipt.
fn erased(disk: &dyn Disk, data: Option<&Path>, files: &[KeptFile], day: &str) -> Receipt {
    let receipt = inventory::erase(disk, files, day);
    let Some(data) = data else {
        return receipt;
    };
    let failed = |path: &PathBuf| receipt.failed.iter().any(|(stays, _)| stays == path);
    let paths = files.iter().map(|file| file.path.clone());
    let gone: Vec<PathBuf> = paths.filter(|path| !failed(path)).collect();
    if let Err(error) = export_list::forget(disk, &export_list::file(data), &gone) {
        tracing::warn!(%error, "list of exports not updated");
    }
    if let Err(error) = receipts::record(disk, &receipts::file(data), &receipt) {
        tracing::warn!(%error, "receipt not recorded");
    }
    receipt
}

/// Adds an export to the list of that data folder.
pub(super) fn remember(
    disk: &dyn Disk,
    data: Option<&Path>,
    path: &Path,
    day: String,
    format: NoteFormat,
) {
    let Some(data) = data else {
        return;
    };
    let export = export_list::Exported {
        path: path.to_owned(),
        day,
        format,
    };
    let added: Result<_, StoreError> = export_list::add(disk, &export_list::file(data), export);
    if let Err(error) = added {
        tracing::warn!(%error, "export not listed");
    }
}

fn answer(sender: &Sender<Action>, ctx: &Context, action: Action) {
    // The window may be gone; then nobody waits for the answer.
    sender.send(action).ok();
    ctx.request_repaint();
}

fn elsewhere(name: &str, work: impl FnOnce() + Send + 'static) {
    let started = std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work);
    if let Err(error) = started {
        tracing::warn!(%error, name, "no thread");
    }
}
