//! What stays on the machine, as the window asks for it: the draft, the list of exports, the files
//! kept, their erasing.
//!
//! It must never make the window wait for a disk that may be far: reading folders and erasing run on
//! a thread of their own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use eframe::egui::Context;

use crate::app::Action;
use crate::app::workshop::bench::{BenchAction, Trial};
use crate::app::workshop::ours::draft_name;
use crate::app::workshop::{Opened, Whose, WorkshopAction, WorkshopDraft};
use crate::domain::draft::Draft;
use crate::domain::kept::{KeptFile, NoDraft, Receipt};
use crate::domain::kit::KitContent;
use crate::domain::version::{Looked, VersionName};
use crate::domain::workshop::Checks;
use crate::store::disk::Disk;
use crate::store::draft::{self, Found, Writer};
use crate::store::error::StoreError;
use crate::store::inventory::{self, Places};
use crate::store::workshop_draft::{self, Job};
use crate::store::{atomic, export_list, lexicon, place, receipts, versions};

/// Longest wait for an erasing when the window closes.
const CLOSING: Duration = Duration::from_secs(2);

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
    /// Whether this is the only window of the person: two would write over each other.
    only: bool,
    /// Keeps the workshop's draft, from the first visit on.
    workshop: Option<workshop_draft::Writer>,
    /// What went wrong at the start, in French.
    trouble: Option<String>,
    /// Why no draft is kept; `None` if one is.
    no_draft: Option<NoDraft>,
    /// Held while the list of exports, the receipts or the tally are touched.
    turn: Arc<Mutex<()>>,
    /// The erasings under way.
    at_work: Arc<AtWork>,
    /// Whether a look at the published kit has not ended yet.
    looking: Arc<AtomicBool>,
    patience: Duration,
}

/// Counts what must not be left half done when the window closes.
#[derive(Debug, Default)]
struct AtWork {
    count: Mutex<usize>,
    done: Condvar,
}

impl AtWork {
    fn count(&self) -> MutexGuard<'_, usize> {
        self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one until what is given back is dropped, whatever becomes of its thread.
    fn begin(self: &Arc<Self>) -> Work {
        *self.count() += 1;
        Work(self.clone())
    }

    /// Waits until nothing is under way, so long at most; says whether that is so.
    fn wait(&self, most: Duration) -> bool {
        let busy = |count: &mut usize| *count > 0;
        let waited = self.done.wait_timeout_while(self.count(), most, busy);
        *waited.unwrap_or_else(PoisonError::into_inner).0 == 0
    }
}

#[derive(Debug)]
struct Work(Arc<AtWork>);

impl Drop for Work {
    fn drop(&mut self) {
        let mut count = self.0.count();
        *count = count.saturating_sub(1);
        drop(count);
        self.0.done.notify_all();
    }
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
            workshop: None,
            trouble: None,
            no_draft: Some(NoDraft::NotAlone),
            turn: Arc::default(),
            at_work: Arc::default(),
            looking: Arc::default(),
            patience: PATIENCE,
        }
    }

    pub(super) fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    pub(super) fn patience(&self) -> Duration {
        self.patience
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

    /// Reads the workshop's draft and the words to check against, on a thread of its own.
    pub(super) fn open_workshop(
        &mut self,
        ctx: &Context,
        sender: &Sender<Action>,
        kit: Arc<KitContent>,
        today: String,
    ) {
        let folder = self.data.clone().filter(|_| self.only);
        if folder.is_some() && self.workshop.is_none() {
            let (told, ctx) = (sender.clone(), ctx.clone());
            let started = workshop_draft::Writer::start(self.disk.clone(), move |result| {
                let kept = WorkshopAction::Kept(result);
                answer(&told, &ctx, Action::workshop(kept));
            });
            match started {
                Ok(writer) => self.workshop = Some(writer),
                Err(error) => tracing::warn!(%error, "no workshop draft"),
            }
        }
        let keeps = self.workshop.is_some();
        let (disk, sender, ctx) = (self.disk.clone(), sender.clone(), ctx.clone());
        elsewhere("workshop", move || {
            let opened = opened(&*disk, folder.as_deref(), kit, &today, keeps);
            let opened = WorkshopAction::Opened(Box::new(opened));
            answer(&sender, &ctx, Action::workshop(opened));
        });
    }

    /// Tries the cases of the workshop's draft, on a thread of its own.
    pub(super) fn try_cases(ctx: &Context, sender: &Sender<Action>, trial: Trial) {
        let (sender, ctx) = (sender.clone(), ctx.clone());
        elsewhere("cases", move || {
            let tried = BenchAction::Tried(Box::new(trial.run()));
            answer(
                &sender,
                &ctx,
                Action::workshop(WorkshopAction::Bench(tried)),
            );
        });
    }

    /// Keeps the workshop's draft.
    pub(super) fn keep_workshop(&self, draft: WorkshopDraft) {
        if let (Some(writer), Some(data)) = (&self.workshop, &self.data) {
            writer.hand(Job::Keep {
                path: workshop_draft::file(data, &draft.kit),
                hash: draft.hash,
                base: draft.base,
                content: draft.content,
            });
        }
    }

    /// Erases the workshop's draft of a kit.
    pub(super) fn erase_workshop(&self, kit: &str) {
        if let (Some(writer), Some(data)) = (&self.workshop, &self.data) {
            writer.hand(Job::Erase(workshop_draft::file(data, kit)));
        }
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
        let (disk, data) = (self.disk.clone(), self.data.clone());
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

/// Reads the draft of a kit, and checks it once so that the first check on screen is quick.
fn opened(
    disk: &dyn Disk,
    folder: Option<&Path>,
    kit: Arc<KitContent>,
    today: &str,
    keeps: bool,
) -> Opened {
    let read = |whose| {
        let name = draft_name(whose, &kit.id);
        let found = folder.map_or_else(Default::default, |folder| {
            workshop_draft::load(disk, &workshop_draft::file(folder, &name))
        });
        let kept = found.kept.map(|kept| WorkshopDraft {
            kit: name,
            hash: kept.hash,
            base: Arc::new(kept.base),
            content: Arc::new(kept.content),
        });
        (kept, found.told)
    };
    let (kept, told) = read(Whose::Everyone);
    let (ours, told_of_ours) = read(Whose::Ours);
    let words = Arc::new(lexicon::of_language(&kit.language));
    let mut checks = Checks::new(words, Some(today));
    checks.run(kept.as_ref().map_or(&kit, |kept| &kept.content));
    Opened {
        hash: workshop_draft::name_of(&kit).unwrap_or_default(),
        base: kit,
        checks,
        kept,
        ours,
        trouble: told.or(told_of_ours),
        keeps,
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
