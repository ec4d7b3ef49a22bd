//! Carries out effects: the only place where the window touches the clock, the disk, the clipboard
//! and the file dialog.
//!
//! Here is what it holds and how it is made; `serving` does what the window asks.

mod serving;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, PoisonError};
use std::time::SystemTime;

use eframe::egui::Context;

use crate::app::Action;
use crate::app::state::Now;
use crate::domain::sensitive::Sensitive;
use crate::domain::settings::{CLIPBOARD_SECONDS, Settings};
use crate::store::disk::{Disk, RealDisk};
use crate::store::error::StoreError;
use crate::store::instance::Guard;
use crate::store::settings::SettingsFile;
use crate::store::tally;

use super::clipboard::NoteClipboard;
use super::dialogs::Dialogs;
use super::keeper::{DayOf, Keeper};
use super::lookout::Lookout;
use super::mapper::Mapper;
use super::workroom::Workroom;

pub use super::services::Services;

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
