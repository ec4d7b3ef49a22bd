//! Carries out effects: the only place where the window touches the clock, the disk, the clipboard
//! and the file dialog.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::Context;

use crate::app::Action;
use crate::app::action::Format;
use crate::app::state::Now;
use crate::domain::note::Note;
use crate::store::error::StoreError;
use crate::store::export;

/// What only the outside world can do; tests record instead.
pub trait Services {
    /// Tells the moment.
    fn now(&self) -> Now;
    /// Puts a text on the clipboard.
    fn copy(&mut self, ctx: &Context, text: String);
    /// Writes a note to the default folder; the error is a French sentence.
    fn save_note(&mut self, note: &Note, format: Format) -> Result<PathBuf, String>;
    /// Asks for a path on another thread, writes there, and reports through [`Services::poll`].
    fn save_note_as(&mut self, ctx: &Context, note: Note, format: Format);
    /// Gives the next result of something that ran elsewhere.
    fn poll(&mut self) -> Option<Action>;
}

/// The real ones.
#[derive(Debug)]
pub struct RealServices {
    folder: PathBuf,
    sender: Sender<Action>,
    receiver: Receiver<Action>,
    dialog_open: std::sync::Arc<std::sync::atomic::AtomicBool>,
    clock: fn() -> Now,
}

impl RealServices {
    /// Writes notes to that folder and reads that clock.
    pub fn new(folder: PathBuf, clock: fn() -> Now) -> Self {
        let (sender, receiver) = channel();
        Self {
            folder,
            sender,
            receiver,
            dialog_open: std::sync::Arc::default(),
            clock,
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

fn export_format(format: Format) -> export::NoteFormat {
    match format {
        Format::Markdown => export::NoteFormat::Markdown,
        Format::Text => export::NoteFormat::Text,
    }
}

impl Services for RealServices {
    fn now(&self) -> Now {
        (self.clock)()
    }

    fn copy(&mut self, ctx: &Context, text: String) {
        ctx.copy_text(text);
    }

    fn save_note(&mut self, note: &Note, format: Format) -> Result<PathBuf, String> {
        let date = self.now().date;
        loop {
            let stem = crate::domain::note::file_stem(&date, &short_id());
            match export::export_note(&self.folder, note, export_format(format), &stem) {
                // A name already taken only asks for another draw among 36^6.
                Err(StoreError::AlreadyThere { .. }) => {}
                result => return result.map_err(|error| error.to_string()),
            }
        }
    }

    fn save_note_as(&mut self, ctx: &Context, note: Note, format: Format) {
        use std::sync::atomic::Ordering;
        if self.dialog_open.swap(true, Ordering::SeqCst) {
            return;
        }
        let stem = crate::domain::note::file_stem(&self.now().date, &short_id());
        let format = export_format(format);
        let (sender, folder, ctx) = (self.sender.clone(), self.folder.clone(), ctx.clone());
        let open = self.dialog_open.clone();
        let work = move || {
            let picked = rfd::FileDialog::new()
                .set_directory(&folder)
                .set_file_name(format!("{stem}.{}", format.extension()))
                .save_file();
            let action = match picked {
                None => Action::PickedPath(None),
                Some(path) => Action::Saved(
                    export::export_note_to(&path, &note, format)
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

    fn poll(&mut self) -> Option<Action> {
        self.receiver.try_recv().ok()
    }
}
