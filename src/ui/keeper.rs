//! What stays on the machine, as the window asks for it: the draft, the list of exports, the files
//! kept, their erasing.
//!
//! It must never make the window wait for a disk that may be far: reading folders and erasing run on
//! a thread of their own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use eframe::egui::Context;

use crate::app::Action;
use crate::domain::draft::Draft;
use crate::domain::kept::{KeptFile, NoDraft, Receipt};
use crate::store::disk::Disk;
use crate::store::draft::{self, Found, Writer};
use crate::store::error::StoreError;
use crate::store::inventory::{self, Places};
use crate::store::{atomic, export_list, place, receipts};

use super::threads::{AtWork, answer, elsewhere};

/// Longest wait for an erasing when the window closes.
const CLOSING: Duration = Duration::from_secs(2);

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
    /// Whether this is the only window of the person: two would write over each other.
    only: bool,
    /// What went wrong at the start, in French.
    trouble: Option<String>,
    /// Why no draft is kept; `None` if one is.
    no_draft: Option<NoDraft>,
    /// Held while the list of exports, the receipts or the tally are touched.
    turn: Arc<Mutex<()>>,
    /// The erasings under way.
    at_work: Arc<AtWork>,
}

/// What a thread needs to make an export that is listed.
#[derive(Clone, Debug)]
pub(super) struct Lister {
    disk: Arc<dyn Disk>,
    list: Option<PathBuf>,
    turn: Arc<Mutex<()>>,
}

impl Lister {
    /// Makes an export; a list that refuses never keeps it from being made.
    pub(super) fn export<T>(
        &self,
        path: &Path,
        write: impl FnOnce(&dyn Disk) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let (disk, list) = (&*self.disk, self.list.as_deref());
        export_list::listed(disk, list, &self.turn, path, || write(disk))
    }
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
            only: false,
            trouble: None,
            no_draft: Some(NoDraft::NotAlone),
            turn: Arc::default(),
            at_work: Arc::default(),
        }
    }

    pub(super) fn set_disk(&mut self, disk: Arc<dyn Disk>) {
        self.disk = disk;
    }

    /// Where the workshop's drafts go; `None` if this window is to keep none.
    pub(super) fn for_drafts(&self) -> Option<PathBuf> {
        self.data.clone().filter(|_| self.only)
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
        self.only = true;
        self.sweep_elsewhere(now, exports);
        self.no_draft = self.begin_draft(today, now);
    }

    /// Sweeps the folders of exports, those of the list too, and that of the settings.
    fn sweep_elsewhere(&self, now: SystemTime, exports: Vec<PathBuf>) {
        let disk = self.disk.clone();
        let list = self.data.as_deref().map(export_list::file);
        let settings = self.settings.as_deref().and_then(Path::parent);
        let mut folders: BTreeSet<PathBuf> = exports.into_iter().collect();
        folders.extend(settings.map(Path::to_owned));
        elsewhere("sweep", move || {
            if let Some(list) = list {
                folders.extend(export_list::folders(&*disk, &list));
            }
            for folder in folders {
                if let Err(error) = atomic::sweep(&*disk, &folder, now) {
                    tracing::warn!(%error, "leftovers stay");
                }
            }
        });
    }

    /// Reads the draft and begins to keep new ones; says why, if none is to be kept.
    fn begin_draft(&mut self, today: &str, now: SystemTime) -> Option<NoDraft> {
        let Some(data) = self.data.clone() else {
            return Some(NoDraft::NoFolder);
        };
        let disk = &*self.disk;
        if !place::kind_of(disk, &data).may_hold_a_draft() {
            // A folder others read is no place for a contact that is not finished.
            tracing::info!("no draft: the data folder is on a network");
            return Some(NoDraft::Shared);
        }
        for swept in [
            atomic::sweep(disk, &data, now),
            draft::sweep_aside(disk, &data, today, &self.day_of),
        ] {
            if let Err(error) = swept {
                tracing::warn!(%error, "leftovers stay");
            }
        }
        let journal = draft::file(&data);
        match draft::load(disk, &journal, today, now) {
            Ok(Found::Nothing | Found::TooOld) => {}
            Ok(Found::Draft(draft)) => self.found = Some(*draft),
            Ok(Found::Damaged { draft, told, .. }) => {
                self.found = draft.map(|draft| *draft);
                self.trouble = Some(told);
            }
            Err(error) => {
                // Whoever could not read it must neither add to it nor erase it.
                self.trouble = Some(draft::unread(&error, &journal));
                return Some(NoDraft::Unread);
            }
        }
        match Writer::start(self.disk.clone(), &data) {
            Ok(writer) => self.writer = Some(writer),
            Err(error) => {
                self.trouble = Some(error.to_string());
                return Some(NoDraft::Refused);
            }
        }
        None
    }

    /// Says why no draft is kept; `None` if one is.
    pub(super) fn no_draft(&self) -> Option<NoDraft> {
        self.no_draft
    }

    /// Puts the draft of another kit aside, and says so; if that is refused, no draft is kept, so
    /// that nothing is added to it.
    pub(super) fn put_draft_aside(&mut self) {
        let Some(data) = self.data.as_deref().filter(|_| self.writer.is_some()) else {
            return;
        };
        let journal = draft::file(data);
        self.trouble = Some(match draft::put_other_kit_aside(&*self.disk, &journal) {
            Ok(told) => told,
            Err(error) => {
                self.writer = None;
                self.no_draft = Some(NoDraft::Unread);
                draft::unread(&error, &journal)
            }
        });
    }

    /// Held while the tally is read and written.
    pub(super) fn turn(&self) -> Arc<Mutex<()>> {
        self.turn.clone()
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

    /// What makes exports that are listed.
    pub(super) fn lister(&self) -> Lister {
        Lister {
            disk: self.disk.clone(),
            list: self.data.as_deref().map(export_list::file),
            turn: self.turn.clone(),
        }
    }

    /// Writes a note, on a thread of its own that closing waits for.
    pub(super) fn save(
        &self,
        ctx: &Context,
        sender: Sender<Action>,
        write: impl FnOnce() -> Result<PathBuf, String> + Send + 'static,
        saved: impl FnOnce(Result<PathBuf, String>) -> Action + Send + 'static,
    ) {
        let (work, ctx) = (self.at_work.begin(), ctx.clone());
        elsewhere("saving", move || {
            let result = write();
            drop(work);
            answer(&sender, &ctx, saved(result));
        });
    }

    /// Lists what is kept, on a thread of its own.
    pub(super) fn list(&self, ctx: &Context, sender: Sender<Action>, exports: Vec<PathBuf>) {
        let (disk, data) = (self.disk.clone(), self.data.clone());
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
        let (disk, data) = (self.disk.clone(), self.data.clone());
        let (turn, work, ctx) = (self.turn.clone(), self.at_work.begin(), ctx.clone());
        elsewhere("erasing", move || {
            let receipt = erased(&*disk, data.as_deref(), &files, &day, &turn);
            drop(work);
            answer(&sender, &ctx, Action::KeptErased(receipt));
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

impl Drop for Keeper {
    fn drop(&mut self) {
        // What is half erased is told nowhere; a disk that does not answer keeps no window open.
        if !self.at_work.wait(CLOSING) {
            tracing::warn!("an erasing is not finished");
        }
    }
}

/// Erases, and records the receipt.
fn erased(
    disk: &dyn Disk,
    data: Option<&Path>,
    files: &[KeptFile],
    day: &str,
    turn: &Mutex<()>,
) -> Receipt {
    let receipt = inventory::erase(disk, data, files, day, turn);
    if let Some(data) = data {
        let held = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(error) = receipts::record(disk, &receipts::file(data), &receipt) {
            tracing::warn!(%error, "receipt not recorded");
        }
        drop(held);
    }
    receipt
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;
    use crate::store::disk::RealDisk;

    fn day_of(_moment: SystemTime) -> String {
        "2026-11-24".to_owned()
    }

    #[test]
    fn closing_waits_for_an_erasing_and_not_for_ever() {
        let keeper = Keeper::new(Arc::new(RealDisk), None, day_of);
        let done = Arc::new(AtomicBool::new(false));
        let (work, said) = (keeper.at_work.begin(), done.clone());
        elsewhere("test", move || {
            std::thread::sleep(Duration::from_millis(200));
            said.store(true, Ordering::SeqCst);
            drop(work);
        });
        drop(keeper);
        assert!(done.load(Ordering::SeqCst));
        let at_work = Arc::<AtWork>::default();
        let work = at_work.begin();
        assert!(!at_work.wait(Duration::from_millis(20)));
        drop(work);
        assert!(at_work.wait(Duration::ZERO));
    }

    #[test]
    fn leftovers_go_from_the_folders_of_listed_exports_too() {
        let home = tempfile::tempdir().unwrap();
        let (data, desk) = (home.path().join("data"), home.path().join("Bureau"));
        std::fs::create_dir_all(&desk).unwrap();
        let left = desk.join(".reflexe-0123456789ab.tmp");
        let file = std::fs::File::create(&left).unwrap();
        let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        file.set_modified(long_ago).unwrap();
        export_list::add(&RealDisk, &export_list::file(&data), &desk.join("note.md")).unwrap();
        let keeper = Keeper::new(Arc::new(RealDisk), Some(data), day_of);
        keeper.sweep_elsewhere(long_ago + Duration::from_hours(2), Vec::new());
        for _ in 0..100 {
            if !left.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the leftover stays");
    }
}
