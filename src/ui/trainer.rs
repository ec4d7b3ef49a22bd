//! Reads what a kit trains with, on a thread of its own: a kit may be on a share that does not answer.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use crate::app::training::Loaded;
use crate::app::{Action, TrainingAction};
use crate::domain::kit::KitContent;
use crate::store::training::simulations;

/// Reads it, and reports to the window.
pub(super) fn load(
    ctx: &Context,
    sender: &Sender<Action>,
    kit_file: Option<PathBuf>,
    kit: Arc<KitContent>,
) {
    let (sender, ctx) = (sender.clone(), ctx.clone());
    let work = move || {
        let loaded = Loaded {
            simulations: simulations::playable(kit_file.as_deref(), &kit).simulations,
        };
        // The window may be gone; then nobody waits for the answer.
        sender
            .send(TrainingAction::Loaded(Box::new(loaded)).into())
            .ok();
        ctx.request_repaint();
    };
    let started = std::thread::Builder::new()
        .name("training".to_owned())
        .spawn(work);
    if let Err(error) = started {
        tracing::warn!(%error, "no thread for the training");
    }
}
