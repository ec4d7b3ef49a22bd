//! What stays on the machine, as the window asks for it: the draft, the list of exports, the files
//! kept, their erasing.
//!
//! It must never make the window wait for a disk that may be far: reading folders and erasing run on
//! a thread of their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::SystemTime;

use eframe::egui::Context;

use crate::app::Action;
use crate::app::workshop::{Opened, WorkshopAction, WorkshopDraft};
use crate::domain::draft::Draft;
use crate::domain::kept::{KeptFile, Receipt};
use crate::domain::kit::KitContent;
use crate::domain::note::NoteFormat;
use crate::domain::workshop::Checks;
use crate::store::disk::Disk;
use crate::store::draft::{self, Found, Writer};
use crate::store::error::StoreError;
use crate::store::inventory::{self, Places};
use crate::store::workshop_draft::{self, Job};
use crate::store::{atomic, export_list, lexicon, place, receipts};

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
        }
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
    let found = folder.map_or_else(Default::default, |folder| {
        workshop_draft::load(disk, &workshop_draft::file(folder, &kit.id))
    });
    let words = Arc::new(lexicon::of_language(&kit.language));
    let mut checks = Checks::new(words, Some(today));
    let kept = found.kept.map(|kept| WorkshopDraft {
        kit: kit.id.clone(),
        hash: kept.hash,
        base: Arc::new(kept.base),
        content: Arc::new(kept.content),
    });
    checks.run(kept.as_ref().map_or(&kit, |kept| &kept.content));
    Opened {
        hash: workshop_draft::name_of(&kit).unwrap_or_default(),
        base: kit,
        checks,
        kept,
        trouble: found.told,
        keeps,
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
