//! Looks at the published kit for a counter.
//!
//! It must never make the window wait for a share, nor pile up looks at one that never answers.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use eframe::egui::Context;

use crate::app::Action;
use crate::domain::version::{Looked, VersionName};
use crate::store::disk::Disk;
use crate::store::error::StoreError;
use crate::store::versions;

use super::threads::{answer, elsewhere};

/// How long a folder may take before it is said not to answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// A look under way, until dropped.
#[derive(Debug)]
struct Looking(Arc<AtomicBool>);

impl Drop for Looking {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

/// What looks.
#[derive(Debug)]
pub(super) struct Lookout {
    /// Whether a look has not ended yet.
    looking: Arc<AtomicBool>,
    patience: Duration,
}

impl Default for Lookout {
    fn default() -> Self {
        Self {
            looking: Arc::default(),
            patience: PATIENCE,
        }
    }
}

impl Lookout {
    pub(super) fn set_patience(&mut self, patience: Duration) {
        self.patience = patience;
    }

    pub(super) fn patience(&self) -> Duration {
        self.patience
    }

    /// Looks at the published kit, on a thread of its own that another one watches: a share that does
    /// not answer is said to be away, and its answer still counts when it comes.
    ///
    /// One look at a time: a share that never answers holds one thread, whoever asks.
    pub(super) fn look(
        &self,
        ctx: &Context,
        sender: Sender<Action>,
        (disk, data): (Arc<dyn Disk>, Option<PathBuf>),
        folder: PathBuf,
        known: Option<VersionName>,
        day: String,
    ) {
        if self.looking.swap(true, Ordering::SeqCst) {
            return;
        }
        let (ctx, patience) = (ctx.clone(), self.patience);
        let looking = Looking(self.looking.clone());
        elsewhere("published-kit", move || {
            let (found, result) = channel();
            let place = folder.clone();
            elsewhere("published-folder", move || {
                let looked = versions::look(&*disk, &place, data.as_deref(), known, &day);
                found.send(looked).ok();
            });
            let tell = |looked| answer(&sender, &ctx, Action::KitLooked(folder.clone(), looked));
            let looked = match result.recv_timeout(patience) {
                Err(RecvTimeoutError::Timeout) => {
                    let silent = StoreError::NoAnswer {
                        path: folder.clone(),
                    };
                    tell(Looked::Away(silent.to_string()));
                    result.recv().ok()
                }
                other => other.ok(),
            };
            // Before the answer: what it leads to may be to look again.
            drop(looking);
            if let Some(looked) = looked {
                tell(looked);
            }
        });
    }
}
