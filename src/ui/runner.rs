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
use crate::store::{export, kit_file, settings, tally};

use super::clipboard::NoteClipboard;
use super::errands::{self, Means};
use super::keeper::{DayOf, Keeper};
use super::mapper::Mapper;

/// Between two looks for a second start.
const LOOK: std::time::Duration = std::time::Duration::from_millis(200);

/// What only the outside world can do; tests record instead.
pub trait Services {
    /// Tells the moment.
    fn now(&self) -> Now;
    /// Puts a note on the clipboard.
    fn copy_note(&mut self, ctx: &Context, note: &VerifiedNote);
    /// Puts a filled template on the clipboard.
    fn copy_filled(&mut self, ctx: &Context, text: &VerifiedText);
    /// Puts on the clipboard what somebody copied by hand in a field.
    fn copy_excerpt(&mut self, ctx: &Context, part: &Excerpt);
    /// Writes a note to the default folder, elsewhere, and reports through [`Services::poll`].
    fn save_note(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp);
    /// Asks for a path on another thread, writes there, and reports through [`Services::poll`].
    fn save_note_as(&mut self, ctx: &Context, note: VerifiedNote, format: Format, stamp: Stamp);
    /// Says where the tally of a kit is kept, to be shown.
    fn tally_file(&self, kit: &str) -> String;
    /// Reads the tally of a kit; the error is a French sentence.
    fn load_tally(&mut self, kit: &str) -> Result<Option<Tally>, String>;
    /// Writes the tally of its kit.
    fn save_tally(&mut self, tally: &Tally) -> Result<(), String>;
    /// Adds a confirmed contact to what the disk holds now: another window may have counted since.
    fn count(&mut self, kit: &str, contact: &Confirmed) -> Result<Option<Tally>, String>;
    /// Erases the tally of a kit.
    fn erase_tally(&mut self, kit: &str) -> Result<(), String>;
    /// Asks for a path on another thread, writes a kit there, and reports through
    /// [`Services::poll`].
    fn save_kit_as(&mut self, ctx: &Context, kit: KitContent);
    /// Writes the settings; the error is a French sentence.
    fn save_settings(&mut self, settings: &Settings) -> Result<(), String>;
    /// Gives the draft a crash left, once.
    fn found_draft(&mut self) -> Option<Draft>;
    /// Keeps the draft of what is on the table; `afresh` leaves nothing of what was kept before.
    fn keep_draft(&mut self, draft: Draft, afresh: bool);
    /// Erases the draft.
    fn erase_draft(&mut self);
    /// Puts the draft of another kit aside, and says so through [`Services::poll`].
    fn put_draft_aside(&mut self);
    /// Says why no draft is kept; `None` if one is.
    fn no_draft(&self) -> Option<NoDraft>;
    /// Lists what is kept on this machine, elsewhere, and reports through [`Services::poll`].
    fn list_kept(&mut self, ctx: &Context);
    /// Asks what kind of place notes go to, elsewhere, and reports through [`Services::poll`].
    fn ask_place(&mut self, ctx: &Context);
    /// Erases files, elsewhere, and reports through [`Services::poll`].
    fn erase_kept(&mut self, ctx: &Context, files: Vec<KeptFile>);
    /// Reads the workshop's draft of a kit and the words to check against, elsewhere, and reports
    /// through [`Services::poll`].
    fn open_workshop(&mut self, ctx: &Context, kit: Arc<KitContent>);
    /// Keeps the workshop's draft, elsewhere, and reports through [`Services::poll`].
    fn keep_workshop(&mut self, draft: WorkshopDraft);
    /// Erases the workshop's draft of a kit.
    fn erase_workshop(&mut self, kit: &str);
    /// Reads or writes what is shared, elsewhere, and reports through [`Services::poll`].
    fn share(&mut self, ctx: &Context, errand: Errand);
    /// Tries the cases of the workshop's draft, elsewhere, and reports through [`Services::poll`].
    fn try_cases(&mut self, ctx: &Context, trial: Trial);
    /// Computes what distinguishes the cards of a draft, elsewhere, and reports through
    /// [`Services::poll`].
    fn diagnose(&mut self, ctx: &Context, job: Diagnosing);
    /// Stops computing it.
    fn stop_diagnosis(&mut self);
    /// Looks at what is published in a folder, elsewhere, and reports through [`Services::poll`].
    fn look_for_kit(&mut self, ctx: &Context, folder: PathBuf, known: Option<VersionName>);
    /// Asks for the folder of published kits on another thread, and reports through
    /// [`Services::poll`].
    fn pick_published_folder(&mut self, ctx: &Context);
    /// The window is there: a second start may now bring it forward.
    fn window_opened(&mut self, ctx: &Context);
    /// Gives the next result of something that ran elsewhere.
    fn poll(&mut self) -> Option<Action>;
}

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
    dialog_open: Arc<std::sync::atomic::AtomicBool>,
    /// The kit's own file, if somebody named one.
    kit_file: Option<PathBuf>,
    keeper: Keeper,
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
            mapper: Mapper::default(),
            data,
            disk,
            sender,
            receiver,
            dialog_open: Arc::default(),
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
        self.keeper.set_patience(patience);
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

    /// Asks where, on a thread of its own since the dialog blocks, then writes there.
    fn pick_and_write(
        &self,
        ctx: &Context,
        name: String,
        write: impl FnOnce(&Path) -> Result<(), StoreError> + Send + 'static,
        answer: impl FnOnce(Result<PathBuf, String>) -> Action + Send + 'static,
    ) {
        use std::sync::atomic::Ordering;
        if self.dialog_open.swap(true, Ordering::SeqCst) {
            return;
        }
        let (sender, folder, ctx) = (self.sender.clone(), self.folder.clone(), ctx.clone());
        let open = self.dialog_open.clone();
        let work = move || {
            let picked = rfd::FileDialog::new()
                .set_directory(&folder)
                .set_file_name(name)
                .save_file();
            let action = match picked {
                None => Action::PickedPath(None),
                Some(path) => answer(
                    write(&path)
                        .map(|()| path)
                        .map_err(|error| error.to_string()),
                ),
            };
            open.store(false, Ordering::SeqCst);
            // The window may be gone; then nobody waits for the answer.
            sender.send(action).ok();
            ctx.request_repaint();
        };
        let started = std::thread::Builder::new()
            .name("file-dialog".to_owned())
            .spawn(work);
        if started.is_err() {
            self.dialog_open.store(false, Ordering::SeqCst);
            self.sender.send(Action::PickedPath(None)).ok();
        }
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
        self.pick_and_write(ctx, name, write, answer);
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
        self.pick_and_write(ctx, name, write, Action::KitSaved);
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
        self.keeper.open_workshop(ctx, &self.sender, kit, today);
    }

    fn keep_workshop(&mut self, draft: WorkshopDraft) {
        self.keeper.keep_workshop(draft);
    }

    fn erase_workshop(&mut self, kit: &str) {
        self.keeper.erase_workshop(kit);
    }

    fn share(&mut self, ctx: &Context, mut errand: Errand) {
        use std::sync::atomic::Ordering;
        if let Errand::Ours(ours) = &mut errand {
            ours.data.clone_from(&self.data);
        }
        let asks = errand.asks();
        if asks && self.dialog_open.swap(true, Ordering::SeqCst) {
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
            patience: self.keeper.patience(),
            dialog_open: asks.then(|| self.dialog_open.clone()),
        };
        errands::send(means, ctx, &self.sender, errand);
    }

    fn try_cases(&mut self, ctx: &Context, trial: Trial) {
        Keeper::try_cases(ctx, &self.sender, trial);
    }

    fn diagnose(&mut self, ctx: &Context, job: Diagnosing) {
        self.mapper.start(ctx, self.sender.clone(), job);
    }

    fn stop_diagnosis(&mut self) {
        self.mapper.stop();
    }

    fn look_for_kit(&mut self, ctx: &Context, folder: PathBuf, known: Option<VersionName>) {
        let day = self.now().date;
        self.keeper
            .look(ctx, self.sender.clone(), folder, known, day);
    }

    fn pick_published_folder(&mut self, ctx: &Context) {
        use std::sync::atomic::Ordering;
        if self.dialog_open.swap(true, Ordering::SeqCst) {
            return;
        }
        let (sender, ctx, open) = (self.sender.clone(), ctx.clone(), self.dialog_open.clone());
        let work = move || {
            let picked = rfd::FileDialog::new().pick_folder();
            open.store(false, Ordering::SeqCst);
            // The window may be gone; then nobody waits for the answer.
            sender.send(Action::PublishedFolderPicked(picked)).ok();
            ctx.request_repaint();
        };
        let started = std::thread::Builder::new()
            .name("folder-dialog".to_owned())
            .spawn(work);
        if started.is_err() {
            self.dialog_open.store(false, Ordering::SeqCst);
            self.sender.send(Action::PublishedFolderPicked(None)).ok();
        }
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
