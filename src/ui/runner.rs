//! Carries out effects: the only place where the window touches the clock, the disk, the clipboard
//! and the file dialog.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, PoisonError};
use std::time::SystemTime;

use eframe::egui::Context;

use crate::app::Action;
use crate::app::action::{Format, Stamp};
use crate::app::state::Now;
use crate::app::training::Printing;
use crate::app::workshop::bench::Trial;
use crate::app::workshop::sharing::Errand;
use crate::app::workshop::{Diagnosing, WorkshopAction, WorkshopDraft};
use crate::domain::draft::Draft;
use crate::domain::guard::{Excerpt, VerifiedNote, VerifiedText};
use crate::domain::kept::{KeptFile, NoDraft};
use crate::domain::kit::KitContent;
use crate::domain::sensitive::Sensitive;
use crate::domain::settings::{CLIPBOARD_SECONDS, Settings};
use crate::domain::study::confirmed::Confirmed;
use crate::domain::study::tally::Tally;
use crate::domain::version::VersionName;
use crate::store::disk::{Disk, RealDisk};
use crate::store::error::StoreError;
use crate::store::instance::Guard;
use crate::store::settings::SettingsFile;
use crate::store::training::kept;
use crate::store::{export, kit_file, settings, tally};

use super::clipboard::NoteClipboard;
use super::dialogs::Dialogs;
use super::errands::{self, Means};
use super::keeper::{DayOf, Keeper};
use super::lookout::Lookout;
use super::mapper::Mapper;
use super::trainer;
use super::workroom::Workroom;

use super::printing;
pub use super::services::Services;

/// Between two looks for a second start.
const LOOK: std::time::Duration = std::time::Duration::from_millis(200);

/// A text that our own clipboard refused, and the window it is for.
type HandedBack = (Context, Sensitive);

/// The real ones.
#[derive(Debug)]
pub struct RealServices {
    /// Where notes go when the settings name no folder.
    usual_folder: PathBuf,
    folder: PathBuf,
    /// The settings file and what was read of it; `None` if the system names no place.
    settings: Option<(PathBuf, SettingsFile)>,
    /// What that file held when it was last read or written.
    written: Settings,
    /// Kept while the window is open.
    guard: Option<Guard>,
    /// Where the program's own files are; `None` if the system names no place.
    data: Option<PathBuf>,
    /// What everything is written through.
    disk: Arc<dyn Disk>,
    sender: Sender<Action>,
    receiver: Receiver<Action>,
    dialogs: Dialogs,
    /// The kit's own file, if somebody named one.
    kit_file: Option<PathBuf>,
    keeper: Keeper,
    lookout: Lookout,
    workroom: Workroom,
    mapper: Mapper,
    clipboard: NoteClipboard,
    /// Texts that our own clipboard refused.
    refused: (Sender<HandedBack>, Receiver<HandedBack>),
    clipboard_seconds: Option<u16>,
    clock: fn() -> Now,
}

impl RealServices {
    /// Writes notes to that folder, its own files to the other, and reads that clock.
    pub fn new(folder: PathBuf, data: Option<PathBuf>, clock: fn() -> Now, day_of: DayOf) -> Self {
        let (sender, receiver) = channel();
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        Self {
            usual_folder: folder.clone(),
            folder,
            settings: None,
            written: Settings::default(),
            guard: None,
            keeper: Keeper::new(disk.clone(), data.clone(), day_of),
            lookout: Lookout::default(),
            workroom: Workroom::default(),
            mapper: Mapper::default(),
            data,
            disk,
            sender,
            receiver,
            dialogs: Dialogs::default(),
            kit_file: None,
            clipboard: NoteClipboard::default(),
            refused: channel(),
            clipboard_seconds: Some(CLIPBOARD_SECONDS),
            clock,
        }
    }
}

impl RealServices {
    /// Reads and writes the settings there; notes go where they say.
    #[must_use]
    pub fn with_settings(
        mut self,
        file: Option<PathBuf>,
        kept: SettingsFile,
        settings: &Settings,
    ) -> Self {
        self.keeper.set_settings(file.clone());
        self.settings = file.map(|path| (path, kept));
        self.written = settings.clone();
        self.turn_to(settings);
        self
    }

    /// Writes through another disk, for tests.
    #[must_use]
    pub fn with_disk(mut self, disk: Arc<dyn Disk>) -> Self {
        self.keeper.set_disk(disk.clone());
        self.disk = disk;
        self
    }

    /// Says of a folder that does not answer after another time than the usual one, for tests.
    #[must_use]
    pub fn with_patience(mut self, patience: std::time::Duration) -> Self {
        self.lookout.set_patience(patience);
        self
    }

    /// Knows the file that the kit was read from: its text is kept when it is first published.
    #[must_use]
    pub fn with_kit_file(mut self, file: Option<PathBuf>) -> Self {
        self.kit_file = file;
        self
    }

    /// Is the first window: keeps the guard, and comes forward when a second start asks.
    #[must_use]
    pub fn with_guard(mut self, guard: Option<Guard>) -> Self {
        self.guard = guard;
        self
    }

    /// Is the only window of the person: reads the draft a crash left, and keeps drafts from now on.
    #[must_use]
    pub fn with_drafts(mut self, now: SystemTime) -> Self {
        let today = self.now().date;
        let exports = vec![self.usual_folder.clone(), self.folder.clone()];
        self.keeper.begin(&today, now, exports);
        self
    }

    fn turn_to(&mut self, settings: &Settings) {
        let chosen = settings.export_folder.as_ref();
        self.folder = chosen.unwrap_or(&self.usual_folder).clone();
        self.clipboard_seconds = settings.clipboard_seconds;
    }

    /// Puts a text on the clipboard, our way; if that is refused, [`Services::poll`] uses the
    /// toolkit's: nothing will take it off again, but nothing is lost.
    fn copy(&mut self, ctx: &Context, text: &str) {
        let (refused, ctx) = (self.refused.0.clone(), ctx.clone());
        let hand_back = move |text| {
            refused.send((ctx.clone(), text)).ok();
            ctx.request_repaint();
        };
        let seconds = self.clipboard_seconds;
        self.clipboard.put(text.into(), seconds, hand_back);
    }

    fn tally_path(&self, kit: &str) -> Result<PathBuf, String> {
        self.data
            .as_deref()
            .map(|folder| tally::file(folder, kit))
            .ok_or_else(|| {
                "Ce poste n’a pas de dossier où garder le décompte. Rien n’a été écrit.".to_owned()
            })
    }

    /// Does something to the tally while nobody else touches the program's own files.
    fn in_turn<T>(
        &self,
        work: impl FnOnce(&dyn Disk) -> Result<T, StoreError>,
    ) -> Result<T, String> {
        let turn = self.keeper.turn();
        let held = turn.lock().unwrap_or_else(PoisonError::into_inner);
        let result = work(&*self.disk);
        drop(held);
        result.map_err(|error| error.to_string())
    }
}

fn short_id() -> String {
    (0..6)
        .map(|_| {
            if fastrand::bool() {
                fastrand::lowercase()
            } else {
                fastrand::digit(10)
            }
        })
        .collect()
}

impl Services for RealServices {
    fn now(&self) -> Now {
        (self.clock)()
    }

    fn copy_note(&mut self, ctx: &Context, note: &VerifiedNote) {
        let text = Sensitive::from(note.note().to_clipboard_text());
        self.copy(ctx, &text);
    }

    fn copy_filled(&mut self, ctx: &Context, text: &VerifiedText) {
        self.copy(ctx, text.text());
    }

    fn copy_excerpt(&mut self, ctx: &Context, part: &Excerpt) {
        self.copy(ctx, part.text());
    }

    fn save_note(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp) {
        let (date, folder) = (self.now().date, self.folder.clone());
        let (lister, sender) = (self.keeper.lister(), self.sender.clone());
        let write = move || {
            loop {
                let stem = crate::domain::note::file_stem(&date, &short_id());
                let path = export::path_of(&folder, format, &stem);
                let written = lister.export(&path, |disk| {
                    export::export_note(disk, &folder, &note, format, &stem)
                });
                match written {
                    // A name already taken only asks for another draw among 36^6.
                    Err(StoreError::AlreadyThere { .. }) => {}
                    other => return other.map_err(|error| error.to_string()),
                }
            }
        };
        let saved = move |result| Action::SavedAs(stamp, result);
        self.keeper.save(ctx, sender, write, saved);
    }

    fn save_note_as(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp) {
        let stem = crate::domain::note::file_stem(&self.now().date, &short_id());
        let name = format!("{stem}.{}", format.extension());
        let lister = self.keeper.lister();
        let write = move |path: &Path| {
            lister.export(path, |disk| {
                export::export_note_to(disk, path, &note, format).map(drop)
            })
        };
        let answer = move |result| Action::SavedAs(stamp, result);
        self.dialogs
            .pick_and_write(ctx, &self.sender, (&self.folder, name), write, answer);
    }

    fn tally_file(&self, kit: &str) -> String {
        self.tally_path(kit)
            .map(|path| path.display().to_string())
            .unwrap_or_default()
    }

    fn load_tally(&mut self, kit: &str) -> Result<Option<Tally>, String> {
        match self.tally_path(kit) {
            Ok(path) => self.in_turn(|disk| tally::load(disk, &path)),
            // Nowhere to keep it is only a trouble for whoever asks for it.
            Err(_) => Ok(None),
        }
    }

    fn save_tally(&mut self, tally: &Tally) -> Result<(), String> {
        let path = self.tally_path(&tally.kit)?;
        self.in_turn(|disk| tally::save(disk, &path, tally))
    }

    fn count(&mut self, kit: &str, contact: &Confirmed) -> Result<Option<Tally>, String> {
        let path = self.tally_path(kit)?;
        // In one turn: an erasing between the two would be undone.
        self.in_turn(|disk| {
            let Some(mut counts) = tally::load(disk, &path)? else {
                // Erased meanwhile: it stays erased.
                return Ok(None);
            };
            counts.add(&contact.evidence, &contact.persona);
            tally::save(disk, &path, &counts)?;
            Ok(Some(counts))
        })
    }

    fn erase_tally(&mut self, kit: &str) -> Result<(), String> {
        let path = self.tally_path(kit)?;
        self.in_turn(|disk| tally::erase(disk, &path))
    }

    fn save_kit_as(&mut self, ctx: &Context, kit: KitContent) {
        let name = format!("{}-{}.ron", kit.id, self.now().date);
        let disk = self.disk.clone();
        let write = move |path: &Path| kit_file::save_bundle(&*disk, path, &kit);
        self.dialogs.pick_and_write(
            ctx,
            &self.sender,
            (&self.folder, name),
            write,
            Action::KitSaved,
        );
    }

    fn save_settings(&mut self, wanted: &Settings) -> Result<(), String> {
        self.turn_to(wanted);
        // Nowhere to keep them: they hold until the window closes, and the settings say so.
        let Some((path, kept)) = &mut self.settings else {
            return Ok(());
        };
        if settings::is_gone(&*self.disk, path) {
            // What was erased must not come back with the next choice.
            kept.forget(&self.written);
        }
        settings::save(&*self.disk, path, wanted, kept).map_err(|error| error.to_string())?;
        self.written = wanted.clone();
        Ok(())
    }

    fn found_draft(&mut self) -> Option<Draft> {
        self.keeper.found()
    }

    fn keep_draft(&mut self, draft: Draft, afresh: bool) {
        self.keeper.keep(draft, afresh);
    }

    fn erase_draft(&mut self) {
        self.keeper.erase_draft();
    }

    fn put_draft_aside(&mut self) {
        self.keeper.put_draft_aside();
    }

    fn no_draft(&self) -> Option<NoDraft> {
        self.keeper.no_draft()
    }

    fn list_kept(&mut self, ctx: &Context) {
        let exports = vec![self.usual_folder.clone(), self.folder.clone()];
        self.keeper.list(ctx, self.sender.clone(), exports);
    }

    fn erase_kept(&mut self, ctx: &Context, files: Vec<KeptFile>) {
        let day = self.now().date;
        self.keeper.erase(ctx, self.sender.clone(), files, day);
    }

    fn ask_place(&mut self, ctx: &Context) {
        self.keeper
            .place_of(ctx, self.sender.clone(), self.folder.clone());
    }

    fn open_workshop(&mut self, ctx: &Context, kit: Arc<KitContent>) {
        let today = self.now().date;
        let place = (self.disk.clone(), self.keeper.for_drafts());
        self.workroom.open(ctx, &self.sender, place, kit, today);
    }

    fn keep_workshop(&mut self, draft: WorkshopDraft) {
        self.workroom.keep(draft);
    }

    fn erase_workshop(&mut self, kit: &str) {
        self.workroom.erase(kit);
    }

    fn share(&mut self, ctx: &Context, mut errand: Errand) {
        if let Errand::Ours(ours) = &mut errand {
            ours.data.clone_from(&self.data);
        }
        let asks = errand.asks();
        if asks && !self.dialogs.begin() {
            // One dialog at a time: this one says nothing.
            let nothing = errands::carry_out(&*self.disk, &errand, None);
            let nothing = WorkshopAction::Share(nothing);
            self.sender.send(Action::workshop(nothing)).ok();
            return;
        }
        let means = Means {
            disk: self.disk.clone(),
            own: self.kit_file.clone(),
            folder: self.folder.clone(),
            patience: self.lookout.patience(),
            dialog_open: asks.then(|| self.dialogs.open()),
        };
        errands::send(means, ctx, &self.sender, errand);
    }

    fn print(&mut self, ctx: &Context, printing: Printing) {
        let means = printing::Means {
            disk: self.disk.clone(),
            folder: self.folder.clone(),
            today: self.now().date,
            dialog_open: self.dialogs.open(),
        };
        printing::send(means, ctx, &self.sender, printing);
    }

    fn try_cases(&mut self, ctx: &Context, trial: Trial) {
        Workroom::try_cases(ctx, &self.sender, trial);
    }

    fn diagnose(&mut self, ctx: &Context, job: Diagnosing) {
        self.mapper.start(ctx, self.sender.clone(), job);
    }

    fn stop_diagnosis(&mut self) {
        self.mapper.stop();
    }

    fn load_training(&mut self, ctx: &Context, kit: Arc<KitContent>) {
        trainer::load(ctx, &self.sender, self.kit_file.clone(), kit);
    }

    fn keep_training(&mut self, ctx: &Context, text: String) {
        let wish = trainer::Wish {
            disk: Arc::clone(&self.disk),
            folder: kept::folder_beside(&self.usual_folder),
            day: self.now().date,
            text,
        };
        trainer::keep(ctx, &self.sender, wish);
    }

    fn look_for_kit(&mut self, ctx: &Context, folder: PathBuf, known: Option<VersionName>) {
        let day = self.now().date;
        let place = (self.disk.clone(), self.data.clone());
        self.lookout
            .look(ctx, self.sender.clone(), place, folder, known, day);
    }

    fn pick_published_folder(&mut self, ctx: &Context) {
        self.dialogs
            .pick_folder(ctx, &self.sender, Action::PublishedFolderPicked);
    }

    fn window_opened(&mut self, ctx: &Context) {
        use eframe::egui::ViewportCommand;
        let Some(guard) = self.guard.take() else {
            return;
        };
        let ctx = ctx.clone();
        let watch = move || {
            loop {
                std::thread::sleep(LOOK);
                if guard.asked() {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                    ctx.request_repaint();
                }
            }
        };
        // Without the thread a second start says that nobody answers; the window works all the same.
        let started = std::thread::Builder::new()
            .name("second-start".to_owned())
            .spawn(watch);
        if let Err(error) = started {
            tracing::warn!(%error, "no watch for a second start");
        }
    }

    fn poll(&mut self) -> Option<Action> {
        if let Ok((ctx, text)) = self.refused.1.try_recv() {
            ctx.copy_text(text.to_string());
            return Some(Action::CopiedForGood);
        }
        let answer = self.receiver.try_recv().ok();
        answer.or_else(|| self.keeper.trouble().map(Action::DraftTrouble))
    }
}
