//! The system's file dialogs, one at a time, each on a thread of its own since they block.
//!
//! It must never be the only way: whatever asks here can also be done without a dialog.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use crate::app::Action;
use crate::store::error::StoreError;

use super::threads::answer;

/// Whether one is open.
#[derive(Debug, Default)]
pub(super) struct Dialogs(Arc<AtomicBool>);

impl Dialogs {
    /// Begins one; says whether none was open.
    pub(super) fn begin(&self) -> bool {
        !self.0.swap(true, Ordering::SeqCst)
    }

    /// To be lowered once the dialog that was begun is closed.
    pub(super) fn open(&self) -> Arc<AtomicBool> {
        self.0.clone()
    }

    /// Asks where, from that folder and that name on, then writes there.
    pub(super) fn pick_and_write(
        &self,
        ctx: &Context,
        sender: &Sender<Action>,
        (folder, name): (&Path, String),
        write: impl FnOnce(&Path) -> Result<(), StoreError> + Send + 'static,
        told: impl FnOnce(Result<PathBuf, String>) -> Action + Send + 'static,
    ) {
        let folder = folder.to_owned();
        let ask = move || {
            rfd::FileDialog::new()
                .set_directory(&folder)
                .set_file_name(name)
                .save_file()
        };
        let then = move |picked: Option<PathBuf>| match picked {
            None => Action::PickedPath(None),
            Some(path) => {
                let written = write(&path).map(|()| path);
                told(written.map_err(|error| error.to_string()))
            }
        };
        self.ask(ctx, sender, Action::PickedPath(None), ask, then);
    }

    /// Asks for a folder.
    pub(super) fn pick_folder(
        &self,
        ctx: &Context,
        sender: &Sender<Action>,
        told: fn(Option<PathBuf>) -> Action,
    ) {
        let ask = || rfd::FileDialog::new().pick_folder();
        self.ask(ctx, sender, told(None), ask, told);
    }

    fn ask(
        &self,
        ctx: &Context,
        sender: &Sender<Action>,
        nothing: Action,
        ask: impl FnOnce() -> Option<PathBuf> + Send + 'static,
        then: impl FnOnce(Option<PathBuf>) -> Action + Send + 'static,
    ) {
        if !self.begin() {
            return;
        }
        let (tell, ctx, open) = (sender.clone(), ctx.clone(), self.open());
        let work = move || {
            let picked = ask();
            let action = then(picked);
            open.store(false, Ordering::SeqCst);
            answer(&tell, &ctx, action);
        };
        let started = std::thread::Builder::new()
            .name("file-dialog".to_owned())
            .spawn(work);
        if started.is_err() {
            self.0.store(false, Ordering::SeqCst);
            sender.send(nothing).ok();
        }
    }
}
