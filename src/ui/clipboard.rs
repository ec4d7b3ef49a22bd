//! A note on the system's clipboard: kept out of its history where the system lets one ask, and taken
//! off it after a while if it is still there.
//!
//! It must never take off what another program put there, keep a copy of the note, nor promise
//! anything about a clipboard manager: some keep all they see whatever they are asked.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use arboard::Clipboard;

/// What the waiting thread is told.
enum Told {
    /// A note was put there; to be taken off after so long, or at the end.
    Put(Option<Duration>),
    /// The window closes.
    Closing,
}

/// The clipboard and the hash of the note that was put there last.
#[derive(Default)]
struct Shared {
    clipboard: Option<Clipboard>,
    ours: Option<u64>,
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl Shared {
    fn put(&mut self, text: &str) -> Result<(), arboard::Error> {
        let clipboard = match &mut self.clipboard {
            Some(clipboard) => clipboard,
            empty => empty.insert(Clipboard::new()?),
        };
        put_unlisted(clipboard, text)?;
        self.ours = Some(hash(text));
        Ok(())
    }

    /// Empties the clipboard if what is on it is the note.
    fn take_off(&mut self) {
        let (Some(clipboard), Some(ours)) = (&mut self.clipboard, self.ours.take()) else {
            return;
        };
        let still_there = clipboard.get_text().is_ok_and(|text| hash(&text) == ours);
        if still_there && let Err(error) = clipboard.clear() {
            tracing::warn!(%error, "the note stays on the clipboard");
        }
    }
}

/// Puts a text on the clipboard, asking its managers not to keep it.
#[cfg(target_os = "linux")]
fn put_unlisted(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux as _;
    clipboard.set().exclude_from_history().text(text)
}

/// The same on Windows (written, not tried).
#[cfg(windows)]
fn put_unlisted(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows as _;
    let set = clipboard.set();
    set.exclude_from_monitoring()
        .exclude_from_history()
        .exclude_from_cloud()
        .text(text)
}

/// The same elsewhere.
#[cfg(not(any(target_os = "linux", windows)))]
fn put_unlisted(clipboard: &mut Clipboard, text: &str) -> Result<(), arboard::Error> {
    clipboard.set_text(text)
}

/// The clipboard as notes use it; it is opened at the first copy.
#[derive(Default)]
pub(super) struct NoteClipboard {
    shared: Arc<Mutex<Shared>>,
    waiting: Option<(Sender<Told>, JoinHandle<()>)>,
}

impl std::fmt::Debug for NoteClipboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(std::any::type_name::<Self>())
    }
}

impl NoteClipboard {
    /// Puts a note there, to be taken off after so many seconds; `None` leaves it until the end.
    ///
    /// # Errors
    /// The system's own words; nothing was put there.
    pub(super) fn put(&mut self, text: &str, seconds: Option<u16>) -> Result<(), String> {
        match self.shared.lock() {
            Ok(mut shared) => shared.put(text).map_err(|error| error.to_string())?,
            Err(poisoned) => return Err(poisoned.to_string()),
        }
        if self.waiting.is_none() {
            self.waiting = waiting_thread(self.shared.clone());
        }
        if let Some((sender, _)) = &self.waiting {
            let after = seconds.map(|s| Duration::from_secs(u64::from(s)));
            sender.send(Told::Put(after)).ok();
        }
        Ok(())
    }
}

impl Drop for NoteClipboard {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.waiting.take() {
            sender.send(Told::Closing).ok();
            thread.join().ok();
        }
    }
}

fn waiting_thread(shared: Arc<Mutex<Shared>>) -> Option<(Sender<Told>, JoinHandle<()>)> {
    let (sender, told) = channel();
    let thread = std::thread::Builder::new()
        .name("clipboard".to_owned())
        .spawn(move || wait(&shared, &told))
        .inspect_err(|error| tracing::warn!(%error, "the note stays on the clipboard"))
        .ok()?;
    Some((sender, thread))
}

fn wait(shared: &Mutex<Shared>, told: &Receiver<Told>) {
    let mut after: Option<Duration> = None;
    loop {
        let next = match after {
            Some(after) => told.recv_timeout(after),
            None => told.recv().map_err(RecvTimeoutError::from),
        };
        match next {
            Ok(Told::Put(seconds)) => after = seconds,
            Err(RecvTimeoutError::Timeout) => {
                after = None;
                if let Ok(mut shared) = shared.lock() {
                    shared.take_off();
                }
            }
            Ok(Told::Closing) | Err(RecvTimeoutError::Disconnected) => {
                if let Ok(mut shared) = shared.lock() {
                    shared.take_off();
                }
                return;
            }
        }
    }
}
