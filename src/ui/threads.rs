//! Work off the window's thread, and what closing must wait for.
//!
//! It must never hold the window: whoever starts something here gets an answer as an action.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use eframe::egui::Context;

use crate::app::Action;

/// Counts what must not be left half done when the window closes.
#[derive(Debug, Default)]
pub(super) struct AtWork {
    count: Mutex<usize>,
    done: Condvar,
}

impl AtWork {
    fn count(&self) -> MutexGuard<'_, usize> {
        self.count.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts one until what is given back is dropped, whatever becomes of its thread.
    pub(super) fn begin(self: &Arc<Self>) -> Work {
        *self.count() += 1;
        Work(self.clone())
    }

    /// Waits until nothing is under way, so long at most; says whether that is so.
    pub(super) fn wait(&self, most: Duration) -> bool {
        let busy = |count: &mut usize| *count > 0;
        let waited = self.done.wait_timeout_while(self.count(), most, busy);
        *waited.unwrap_or_else(PoisonError::into_inner).0 == 0
    }
}

/// One of them, until dropped.
#[derive(Debug)]
pub(super) struct Work(Arc<AtWork>);

impl Drop for Work {
    fn drop(&mut self) {
        let mut count = self.0.count();
        *count = count.saturating_sub(1);
        drop(count);
        self.0.done.notify_all();
    }
}

/// Hands an answer to the window, and wakes it.
pub(super) fn answer(sender: &Sender<Action>, ctx: &Context, action: Action) {
    // The window may be gone; then nobody waits for the answer.
    sender.send(action).ok();
    ctx.request_repaint();
}

/// Does something on a thread of its own; without one it is not done, and the log says so.
pub(super) fn elsewhere(name: &str, work: impl FnOnce() + Send + 'static) {
    let started = std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work);
    if let Err(error) = started {
        tracing::warn!(%error, name, "no thread");
    }
}
