//! A note on the system's clipboard: kept out of its history where the system lets one ask, and taken
//! off it after a while if it is still there.
//!
//! It must never take off what another program put there, keep a copy of the note, nor promise
//! anything about a clipboard manager: some keep all they see whatever they are asked.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use arboard::Clipboard;

use crate::domain::sensitive::Sensitive;

/// Longest wait, when the window closes, for the clipboard to be emptied: another program that holds
/// it may take four seconds to answer, or never answer.
const LAST: Duration = Duration::from_secs(5);
/// Wait before looking again at a clipboard that could not be read.
const AGAIN: Duration = Duration::from_secs(5);
/// How often in a row it is looked at again.
const TRIES: u32 = 6;

/// What to do with a text that the clipboard refused.
type Refused = Box<dyn FnOnce(Sensitive) + Send>;

/// What the thread that owns the clipboard is told.
enum Told {
    /// A text, to be taken off after so long, or at the end.
    Put(Sensitive, Option<Duration>, Refused),
    /// The window closes.
    Closing,
}

/// The clipboard, and the hash of the text that was put there last.
#[derive(Default)]
struct Owned {
    clipboard: Option<Clipboard>,
    ours: Option<u64>,
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

impl Owned {
    fn put(&mut self, text: &str) -> Result<(), arboard::Error> {
        let clipboard = match &mut self.clipboard {
            Some(clipboard) => clipboard,
            empty => empty.insert(Clipboard::new()?),
        };
        put_unlisted(clipboard, text)?;
        self.ours = Some(hash(text));
        Ok(())
    }

    /// Empties the clipboard if what is on it is ours; says whether that is settled.
    fn take_off(&mut self) -> bool {
        let (Some(clipboard), Some(ours)) = (&mut self.clipboard, self.ours) else {
            return true;
        };
        let settled = match clipboard.get_text().map(Sensitive::from) {
            Ok(text) if hash(&text) == ours => clipboard.clear(),
            // Somebody else's text, or no text at all.
            Ok(_) | Err(arboard::Error::ContentNotAvailable) => Ok(()),
            Err(error) => Err(error),
        };
        match settled {
            Ok(()) => self.ours = None,
            Err(error) => tracing::warn!(%error, "the note may stay on the clipboard"),
        }
        self.ours.is_none()
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

/// The clipboard as notes use it. A thread owns it, so that no other program makes the window wait.
#[derive(Default)]
pub(super) struct NoteClipboard {
    thread: Option<(Sender<Told>, Receiver<()>)>,
}

impl std::fmt::Debug for NoteClipboard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(std::any::type_name::<Self>())
    }
}

impl NoteClipboard {
    /// Puts a text there, to be taken off after so many seconds; `None` leaves it until the end. One
    /// that is refused is handed back, on another thread.
    pub(super) fn put(
        &mut self,
        text: Sensitive,
        seconds: Option<u16>,
        refused: impl FnOnce(Sensitive) + Send + 'static,
    ) {
        let after = seconds.map(|seconds| Duration::from_secs(seconds.into()));
        if self.thread.is_none() {
            self.thread = owning_thread();
        }
        let told = Told::Put(text, after, Box::new(refused));
        let refused = match &self.thread {
            Some((sender, _)) => sender.send(told).err().map(|error| error.0),
            None => Some(told),
        };
        if let Some(Told::Put(text, _, refused)) = refused {
            refused(text);
        }
    }
}

impl Drop for NoteClipboard {
    fn drop(&mut self) {
        if let Some((sender, done)) = self.thread.take() {
            sender.send(Told::Closing).ok();
            if done.recv_timeout(LAST).is_err() {
                tracing::warn!("the clipboard does not answer; the note may stay there");
            }
        }
    }
}

fn owning_thread() -> Option<(Sender<Told>, Receiver<()>)> {
    let ((sender, told), (done, is_done)) = (channel(), channel());
    std::thread::Builder::new()
        .name("clipboard".to_owned())
        .spawn(move || {
            own(&told);
            done.send(()).ok();
        })
        .inspect_err(|error| tracing::warn!(%error, "no thread for the clipboard"))
        .ok()?;
    Some((sender, is_done))
}

fn own(told: &Receiver<Told>) {
    let mut owned = Owned::default();
    let (mut after, mut tries): (Option<Duration>, u32) = (None, 0);
    loop {
        let next = match after {
            Some(after) => told.recv_timeout(after),
            None => told.recv().map_err(RecvTimeoutError::from),
        };
        match next {
            Ok(Told::Put(text, seconds, refused)) => {
                (after, tries) = (seconds, 0);
                if let Err(error) = owned.put(&text) {
                    tracing::warn!(%error, "own clipboard refused");
                    // What was there before is the toolkit's to replace.
                    (after, owned.ours) = (None, None);
                    refused(text);
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                tries += 1;
                let again = !owned.take_off() && tries < TRIES;
                after = again.then_some(AGAIN);
            }
            Ok(Told::Closing) | Err(RecvTimeoutError::Disconnected) => {
                owned.take_off();
                return;
            }
        }
    }
}
