//! Computes what distinguishes the cards of a draft on a thread of its own, one draft at a time.
//!
//! It must never hold the window, nor go on for figures that nobody waits for.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use crate::app::workshop::{Diagnosing, MapAction};
use crate::app::{Action, WorkshopAction};
use crate::domain::study::diagnose::{self, Diagnosis};
use crate::domain::study::{Cancelled, Progress};
use crate::domain::validate::admit;

/// The computation under way, if any.
#[derive(Debug, Default)]
pub(super) struct Mapper {
    stop: Arc<AtomicBool>,
}

impl Mapper {
    /// Begins, and stops the one before.
    pub(super) fn start(&mut self, ctx: &Context, sender: Sender<Action>, job: Diagnosing) {
        self.stop();
        let stop = Arc::new(AtomicBool::new(false));
        self.stop = stop.clone();
        let (ctx, ticket) = (ctx.clone(), job.ticket);
        let tell = move |action| {
            // The window may be gone; then nobody waits for the answer.
            sender
                .send(Action::workshop(WorkshopAction::Map(action)))
                .ok();
            ctx.request_repaint();
        };
        let told = tell.clone();
        let work = move || {
            let mut watch = |progress| {
                told(MapAction::Progress(ticket, progress));
                if stop.load(Ordering::SeqCst) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            if let Ok(diagnosis) = diagnosed(job, &mut watch) {
                told(MapAction::Done(ticket, diagnosis));
            }
        };
        let started = std::thread::Builder::new()
            .name("diagnosis".to_owned())
            .spawn(work);
        if let Err(error) = started {
            tracing::warn!(%error, "no thread for a diagnosis");
            tell(MapAction::Stop);
        }
    }

    /// Stops what is under way; it answers no more.
    pub(super) fn stop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
    }
}

impl Drop for Mapper {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The figures; `None` if the draft recognises nobody.
fn diagnosed(
    job: Diagnosing,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Option<Box<Diagnosis>>, Cancelled> {
    let content = Arc::unwrap_or_clone(job.content);
    let Some(kit) = admit(content, None).kit else {
        return Ok(None);
    };
    if !kit.channels.contains(&job.channel) {
        return Ok(None);
    }
    diagnose::run(&kit, job.channel, &job.options, watch).map(|found| Some(Box::new(found)))
}
