//! A thread that keeps the workshop's draft, so that nobody waits for the disk while typing.
//!
//! It must never block who hands it a draft, write more often than the pace, or wake up for nothing.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::{erase, save};
use crate::domain::kit::KitContent;
use crate::store::disk::Disk;
use crate::store::error::StoreError;

/// Between two writings.
const PACE: Duration = Duration::from_secs(1);
/// Longest wait for the last writing when the window closes.
const LAST: Duration = Duration::from_secs(2);

/// What is to become of the file.
#[derive(Clone, Debug)]
pub enum Job {
    /// This draft is to be kept.
    Keep {
        /// The file.
        path: PathBuf,
        /// Names the version it started from.
        hash: String,
        /// The version it started from.
        base: Arc<KitContent>,
        /// The draft.
        content: Arc<KitContent>,
    },
    /// Nothing is to be left.
    Erase(PathBuf),
}

impl Job {
    fn path(&self) -> &Path {
        match self {
            Self::Keep { path, .. } | Self::Erase(path) => path,
        }
    }
}

#[derive(Debug, Default)]
struct Table {
    /// At most one for each file, in the order of their first asking.
    jobs: Vec<Job>,
    /// Whether something is being written.
    busy: bool,
    ending: bool,
}

#[derive(Debug, Default)]
struct Shared {
    table: Mutex<Table>,
    /// Something is to be done.
    bell: Condvar,
    /// Something was done.
    done: Condvar,
}

impl Shared {
    fn table(&self) -> MutexGuard<'_, Table> {
        // Nobody panics while holding it; if one did, what is on the table is still whole.
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps the newest draft, on a thread of its own.
///
/// Dropping it writes what is left, waiting two seconds at most.
#[derive(Debug)]
pub struct Writer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread; `told` hears what came of each writing, the error as a French sentence.
    ///
    /// # Errors
    /// [`StoreError::Thread`] if the system refuses the thread.
    pub fn start(
        disk: Arc<dyn Disk>,
        told: impl Fn(Result<(), String>) + Send + 'static,
    ) -> Result<Self, StoreError> {
        let shared = Arc::<Shared>::default();
        let of_thread = shared.clone();
        let thread = thread::Builder::new()
            .name("workshop-draft".to_owned())
            .spawn(move || run(&of_thread, &*disk, told))
            .map_err(|source| StoreError::Thread { source })?;
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }

    /// Hands in what is to be done: of those handed in for a file between two writings, only the newest
    /// is.
    pub fn hand(&self, job: Job) {
        let mut table = self.shared.table();
        match table
            .jobs
            .iter_mut()
            .find(|other| other.path() == job.path())
        {
            Some(other) => *other = job,
            None => table.jobs.push(job),
        }
        drop(table);
        self.shared.bell.notify_one();
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let mut table = self.shared.table();
        table.ending = true;
        self.shared.bell.notify_one();
        let (table, waited) = self
            .shared
            .done
            .wait_timeout_while(table, LAST, |table| table.busy || !table.jobs.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        drop(table);
        // A disk that does not answer must not keep the window from closing.
        if let Some(thread) = self.thread.take().filter(|_| !waited.timed_out()) {
            let _ = thread.join();
        }
    }
}

fn run(shared: &Shared, disk: &dyn Disk, told: impl Fn(Result<(), String>)) {
    loop {
        let mut table = shared.table();
        while table.jobs.is_empty() {
            if table.ending {
                return;
            }
            table = shared
                .bell
                .wait(table)
                .unwrap_or_else(PoisonError::into_inner);
        }
        let job = table.jobs.remove(0);
        table.busy = true;
        drop(table);
        let result = match &job {
            Job::Keep {
                path,
                hash,
                base,
                content,
            } => save(disk, path, hash, base, content),
            Job::Erase(path) => erase(disk, path),
        };
        told(result.map_err(|error| error.to_string()));
        let mut table = shared.table();
        table.busy = false;
        shared.done.notify_all();
        // The pace: whatever is handed in meanwhile waits, unless the window closes.
        let rest = shared
            .bell
            .wait_timeout_while(table, PACE, |table| !table.ending)
            .unwrap_or_else(PoisonError::into_inner);
        drop(rest);
    }
}
