//! A thread that keeps the draft, so that nobody waits for the disk while typing.
//!
//! It must never block who hands it a draft, write more often than the pace, or wake up for nothing.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{Journal, file, journal};
use crate::domain::draft::Draft;
use crate::store::disk::Disk;
use crate::store::error::StoreError;

/// Between two writings: with the time one takes, well under the second that may be lost.
const PACE: Duration = Duration::from_millis(200);
/// Longest wait before trying again what the disk refused.
const SLOWEST: Duration = Duration::from_secs(2);
/// Longest wait for a flush.
const FLUSH: Duration = Duration::from_secs(2);

/// Whether a draft is on the disk now, as far as the last thing done says.
static KEPT: AtomicBool = AtomicBool::new(false);

/// Says whether this program has a draft on the disk now: a crash may promise no other.
pub fn is_kept() -> bool {
    KEPT.load(Ordering::Relaxed)
}

/// What is to become of the journal.
#[derive(Debug)]
enum Job {
    /// This draft is to be the last.
    Keep(Draft),
    /// This draft is to be the only one.
    Replace(Draft),
    /// Nothing is to be left.
    Erase,
}

impl Job {
    /// Gives what is to be done for both, one after the other.
    fn then(self, newer: Self) -> Self {
        match (self, newer) {
            (Self::Replace(_) | Self::Erase, Self::Keep(draft)) => Self::Replace(draft),
            (_, newer) => newer,
        }
    }
}

/// What the thread and those who hand it drafts share.
#[derive(Debug, Default)]
struct Desk {
    /// The next thing to do.
    job: Option<Job>,
    /// Whether it is not to wait for the pace.
    urgent: bool,
    /// Whether the last thing done failed.
    failing: bool,
    /// Flushes asked for, and how many of them are answered.
    asked: u64,
    answered: u64,
    /// Whether the thread is to end.
    ending: bool,
}

#[derive(Debug, Default)]
struct Shared {
    desk: Mutex<Desk>,
    /// Something is to be done.
    bell: Condvar,
    /// A flush is answered.
    answer: Condvar,
}

impl Shared {
    fn desk(&self) -> MutexGuard<'_, Desk> {
        // Nobody panics while holding it; if one did, what is on the desk is still whole.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn hand(&self, job: Job) {
        let mut desk = self.desk();
        desk.urgent |= !matches!(job, Job::Keep(_));
        desk.job = Some(match desk.job.take() {
            Some(older) => older.then(job),
            None => job,
        });
        drop(desk);
        self.bell.notify_one();
    }
}

/// Keeps the newest draft in the journal of a folder, on a thread of its own.
///
/// What was kept before stays in the journal for a while: when a contact ends or something is masked,
/// [`Writer::replace`] or [`Writer::erase`] is what takes it off the disk.
///
/// Dropping it flushes, waiting two seconds at most.
#[derive(Debug)]
pub struct Writer {
    shared: Arc<Shared>,
    troubles: Receiver<String>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread; the journal is opened when something is first kept.
    ///
    /// # Errors
    /// [`StoreError::Draft`] if the system refuses the thread.
    pub fn start(disk: Arc<dyn Disk>, folder: &Path) -> Result<Self, StoreError> {
        let shared = Arc::<Shared>::default();
        let (sender, troubles) = channel();
        let path = file(folder);
        let mut work = Work {
            shared: shared.clone(),
            sender,
            disk,
            path: path.clone(),
            journal: None,
            failures: 0,
        };
        let thread = thread::Builder::new()
            .name("draft".to_owned())
            .spawn(move || work.run())
            .map_err(|source| StoreError::Draft { source, path })?;
        Ok(Self {
            shared,
            troubles,
            thread: Some(thread),
        })
    }

    /// Keeps a draft: of those handed in between two writings, only the newest is.
    pub fn keep(&self, draft: Draft) {
        self.shared.hand(Job::Keep(draft));
    }

    /// Makes a draft the only one at once, because something of those before must be gone.
    pub fn replace(&self, draft: Draft) {
        self.shared.hand(Job::Replace(draft));
    }

    /// Erases the journal at once.
    pub fn erase(&self) {
        self.shared.hand(Job::Erase);
    }

    /// Waits until all that was handed in is on the disk, two seconds at most; says whether it is.
    pub fn flush(&self) -> bool {
        let mut desk = self.shared.desk();
        desk.asked += 1;
        let asked = desk.asked;
        self.shared.bell.notify_one();
        let (desk, _) = self
            .shared
            .answer
            .wait_timeout_while(desk, FLUSH, |desk| desk.answered < asked)
            .unwrap_or_else(PoisonError::into_inner);
        desk.answered >= asked && !desk.failing
    }

    /// Gives what went wrong, once until the disk accepts again: a French sentence.
    pub fn trouble(&self) -> Option<String> {
        self.troubles.try_recv().ok()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.flush();
        let mut desk = self.shared.desk();
        desk.ending = true;
        let idle = desk.answered >= desk.asked;
        drop(desk);
        self.shared.bell.notify_one();
        // A disk that does not answer must not keep the window from closing.
        if let Some(thread) = self.thread.take().filter(|_| idle) {
            let _ = thread.join();
        }
    }
}

/// The thread’s side.
struct Work {
    shared: Arc<Shared>,
    sender: Sender<String>,
    disk: Arc<dyn Disk>,
    path: PathBuf,
    journal: Option<Journal>,
    /// In a row.
    failures: u32,
}

impl Work {
    fn run(&mut self) {
        while let Some((job, asked)) = self.next() {
            let result = self.carry_out(&job);
            self.report(&result);
            KEPT.store(
                result.is_ok() && !matches!(job, Job::Erase),
                Ordering::Relaxed,
            );
            let shared = self.shared.clone();
            let mut desk = shared.desk();
            desk.failing = result.is_err();
            if result.is_err() {
                // To be tried again, with what was handed in meanwhile.
                desk.job = Some(match desk.job.take() {
                    Some(newer) => job.then(newer),
                    None => job,
                });
            }
            desk.answered = asked;
            shared.answer.notify_all();
            let resting =
                |desk: &mut Desk| !(desk.urgent || desk.ending || desk.asked > desk.answered);
            let rest = PACE * 2_u32.saturating_pow(self.failures).min(100);
            let (desk, _) = shared
                .bell
                .wait_timeout_while(desk, rest.min(SLOWEST), resting)
                .unwrap_or_else(PoisonError::into_inner);
            if desk.ending && desk.failing {
                return;
            }
        }
    }

    /// Waits for something to do; `None` at the end. Gives the flushes it will answer too.
    fn next(&self) -> Option<(Job, u64)> {
        let mut desk = self.shared.desk();
        loop {
            if let Some(job) = desk.job.take() {
                desk.urgent = false;
                return Some((job, desk.asked));
            }
            if desk.answered < desk.asked {
                desk.answered = desk.asked;
                self.shared.answer.notify_all();
            }
            if desk.ending {
                return None;
            }
            desk = self
                .shared
                .bell
                .wait(desk)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn carry_out(&mut self, job: &Job) -> Result<(), StoreError> {
        if matches!(job, Job::Erase) && self.journal.is_none() {
            // What cannot be opened can still go.
            return journal::erase(&*self.disk, &self.path);
        }
        let journal = match &mut self.journal {
            Some(journal) => journal,
            None => self
                .journal
                .insert(Journal::open(self.disk.clone(), self.path.clone())?),
        };
        match job {
            Job::Keep(draft) => journal.append(draft),
            Job::Replace(draft) => journal.replace(draft),
            Job::Erase => journal.erase(),
        }
    }

    fn report(&mut self, result: &Result<(), StoreError>) {
        match result {
            Ok(()) => self.failures = 0,
            Err(error) => {
                if self.failures == 0 {
                    // The window may be gone; then nobody asks.
                    let _ = self.sender.send(error.to_string());
                }
                self.failures = self.failures.saturating_add(1);
            }
        }
    }
}
