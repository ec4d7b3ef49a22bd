//! Reads what a kit trains with, and keeps what somebody asked to keep, each on a thread of its own: a
//! kit, or the documents, may be on a share that does not answer.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use crate::app::training::{Loaded, PracticeAction};
use crate::app::{Action, TrainingAction};
use crate::domain::kit::KitContent;
use crate::store::disk::Disk;
use crate::store::training::{exchanges, kept, simulations};

/// Reads it, and reports to the window.
pub(super) fn load(
    ctx: &Context,
    sender: &Sender<Action>,
    kit_file: Option<PathBuf>,
    kit: Arc<KitContent>,
) {
    elsewhere(ctx, sender, move || {
        let loaded = Loaded {
            simulations: simulations::playable(kit_file.as_deref(), &kit).simulations,
            words: exchanges::playable(kit_file.as_deref(), &kit.language),
            seed: fastrand::u64(..),
        };
        TrainingAction::Loaded(Box::new(loaded)).into()
    });
}

/// A text that somebody who practises asked to keep.
pub(super) struct Wish {
    pub(super) disk: Arc<dyn Disk>,
    pub(super) folder: PathBuf,
    pub(super) day: String,
    pub(super) text: String,
}

/// Keeps it, and reports to the window.
pub(super) fn keep(ctx: &Context, sender: &Sender<Action>, wish: Wish) {
    elsewhere(ctx, sender, move || {
        let kept = kept::save(wish.disk.as_ref(), &wish.folder, &wish.day, &wish.text);
        let kept = kept.map(|path| path.display().to_string());
        PracticeAction::Kept(kept.map_err(|error| error.to_string())).into()
    });
}

fn elsewhere(
    ctx: &Context,
    sender: &Sender<Action>,
    work: impl FnOnce() -> Action + Send + 'static,
) {
    let (sender, ctx) = (sender.clone(), ctx.clone());
    let started = std::thread::Builder::new()
        .name("training".to_owned())
        .spawn(move || {
            // The window may be gone; then nobody waits for the answer.
            sender.send(work()).ok();
            ctx.request_repaint();
        });
    if let Err(error) = started {
        tracing::warn!(%error, "no thread for the training");
    }
}
