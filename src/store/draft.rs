//! The draft of the contact in hand, in a journal that a crash leaves readable.
//!
//! It exists so that at most a second of typing goes with the program or the power. It must never
//! outlive its day, be read by anybody else, or give back something that was not written.

mod form;
mod frame;
mod journal;
mod writer;

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::aside::{DAMAGED, OTHER_KIT, made_of, move_to_free, put_aside, replace_damaged};
use super::atomic;
use super::disk::{Disk, EntryKind, uninterrupted};
use super::error::{StoreError, cause, into_io};
use super::small;
use crate::domain::draft::Draft;
use crate::domain::typography::french;

use self::frame::{Rest, Scan};

pub use self::journal::Journal;
pub use self::writer::{Writer, is_kept};

/// Name of the journal.
pub const FILE_NAME: &str = "brouillon.journal";
/// Largest journal read, in bytes: far above the size at which it is compacted.
const LARGEST: u64 = 1 << 20;
/// Longest life of a draft.
const DAY: Duration = Duration::from_hours(24);

/// What a start finds.
#[derive(Debug)]
pub enum Found {
    /// No draft.
    Nothing,
    /// The last one that was kept.
    Draft(Box<Draft>),
    /// One of another day, or more than a day old: it has been erased.
    TooOld,
    /// A journal that was damaged otherwise than by an interruption.
    Damaged {
        /// The last sound record, if there is one.
        draft: Option<Box<Draft>>,
        /// Where the damaged journal is now; `None` if that is not certain, and it may be where it was.
        aside: Option<PathBuf>,
        /// What to tell, in French.
        told: String,
    },
}

/// Gives where the journal is in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

/// Reads the draft that the last run left; `today` is the local day, ISO. To be called at the start,
/// before anything is kept: a [`Journal`] knows no day and adds to what is there.
///
/// One of another day is erased, and so is a damaged one from more than a day ago. A damaged journal
/// is put aside and what could be read of it takes its place.
///
/// # Errors
/// [`StoreError`] if something else than a file stands there, if the system refuses to read, or if
/// what is too old could not be erased.
pub fn load(
    disk: &dyn Disk,
    path: &Path,
    today: &str,
    now: SystemTime,
) -> Result<Found, StoreError> {
    let Some(Standing { bytes, modified }) = read(disk, path)? else {
        return Ok(Found::Nothing);
    };
    let (scan, draft) = last_draft(&bytes);
    let long_ago = modified
        .and_then(|modified| now.duration_since(modified).ok())
        .is_some_and(|age| age > DAY);
    if long_ago || draft.as_ref().is_some_and(|draft| draft.day != today) {
        atomic::erase(disk, path)?;
        return Ok(Found::TooOld);
    }
    if matches!(scan.rest, Rest::Nothing | Rest::Torn) {
        return Ok(draft.map_or(Found::Nothing, |draft| Found::Draft(Box::new(draft))));
    }
    Ok(damaged(disk, path, &bytes, draft))
}

/// Puts a damaged journal aside, and what could be read of it in its place.
fn damaged(disk: &dyn Disk, path: &Path, bytes: &[u8], draft: Option<Draft>) -> Found {
    let sound = draft.as_ref().and_then(|draft| journal::of_one(draft).ok());
    let aside = match sound.filter(|_| bytes.len() as u64 <= LARGEST) {
        Some(sound) => replace_damaged(disk, path, bytes, &sound, journal::MARK).map_err(into_io),
        // Nothing to put in its place, or too long to be copied.
        None => put_aside(disk, path),
    };
    let recovered = if draft.is_some() {
        "ce qui a pu être relu du contact est proposé"
    } else {
        "rien du contact n’a pu être relu"
    };
    let (aside, sentence, place) = match aside {
        Ok(aside) => (
            Some(aside.clone()),
            format!(
                "Le brouillon de secours était abîmé ; {recovered} et le fichier est intact. Il est rangé sous un autre nom jusqu’à la fin d’un échange"
            ),
            aside,
        ),
        Err(error) => (
            None,
            format!(
                "Le brouillon de secours était abîmé ; {recovered} et le fichier est intact, mais le rangement n’est pas assuré ({}). Vérifiez la place et les droits sur",
                cause(&error)
            ),
            path.to_owned(),
        ),
    };
    Found::Damaged {
        draft: draft.map(Box::new),
        aside,
        told: told_of(&sentence, &place),
    }
}

/// A journal as it stands on the disk.
struct Standing {
    bytes: Vec<u8>,
    /// When it was last written, if the system says.
    modified: Option<SystemTime>,
}

/// Reads the journal; `None` if there is none.
fn read(disk: &dyn Disk, path: &Path) -> Result<Option<Standing>, StoreError> {
    let Some(entry) = small::standing(disk, path)? else {
        return Ok(None);
    };
    // One byte more than the most: a journal that large is damaged, its beginning is read all the same.
    let bytes = small::read_first(disk, path, LARGEST + 1)?;
    Ok(Some(Standing {
        bytes,
        modified: entry.modified,
    }))
}

/// Reads the frame and the last draft in it.
///
/// A sound record that says nothing this program would have written is damage, like a failed check.
fn last_draft(bytes: &[u8]) -> (Scan, Option<Draft>) {
    let mut scan = frame::scan(bytes);
    if bytes.len() as u64 > LARGEST {
        scan.rest = Rest::Damage;
    }
    for (place, content) in scan.records.iter().enumerate().rev() {
        let content = bytes.get(content.clone()).unwrap_or_default();
        if let Some(draft) = form::read(content) {
            if place + 1 < scan.records.len() {
                scan.rest = Rest::Damage;
            }
            return (scan, Some(draft));
        }
    }
    if !scan.records.is_empty() {
        scan.rest = Rest::Damage;
    }
    (scan, None)
}

/// Puts the draft of another kit aside, so that nothing is added to it; gives what to tell, in French.
///
/// # Errors
/// [`StoreError::Draft`] if it could not be moved: it is where it was.
pub fn put_other_kit_aside(disk: &dyn Disk, path: &Path) -> Result<String, StoreError> {
    let aside = move_to_free(disk, path, path, OTHER_KIT).map_err(|source| StoreError::Draft {
        source,
        path: path.to_owned(),
    })?;
    let sentence = "Le brouillon trouvé vient d’un autre kit ; il est intact, rangé sous un autre nom jusqu’à demain. Rouvrez cet autre kit avec ce fichier remis à son nom, ou effacez-le dans « Ce que l’outil garde »";
    Ok(told_of(sentence, &aside))
}

/// What to tell, in French, of a draft that could not be read: it is left, and none is kept.
pub fn unread(error: &StoreError, path: &Path) -> String {
    let why = match error {
        StoreError::LinkTarget { .. } => "c’est un lien".to_owned(),
        StoreError::NotRegular { .. } => "ce n’est pas un fichier ordinaire".to_owned(),
        StoreError::Read { source, .. } | StoreError::NotErased { source, .. } => cause(source),
        other => other.to_string(),
    };
    let sentence = format!(
        "Le brouillon trouvé n’a pas pu être relu ou effacé ({why}) ; il n’est pas touché, et aucun brouillon n’est gardé jusqu’à la fermeture. Enregistrez vos notes au fur et à mesure, et vérifiez"
    );
    told_of(&sentence, path)
}

fn told_of(sentence: &str, path: &Path) -> String {
    format!("{}\u{a0}: {}", french(sentence), path.display())
}

/// Says with which word a name is one of a journal that was put aside.
fn aside_word(path: &Path) -> Option<&'static str> {
    let (of, word) = made_of(path.file_name()?.to_str()?)?;
    (of == FILE_NAME && (word == DAMAGED || word == OTHER_KIT)).then_some(word)
}

/// Says whether a name is one of a damaged journal: it may be of the contacts that are being erased.
fn is_damaged_aside(path: &Path) -> bool {
    aside_word(path) == Some(DAMAGED)
}

/// Removes journals put aside another local day than today, ISO: they say as much as a draft. Gives
/// how many.
///
/// # Errors
/// What the system refused last; the others are removed all the same.
pub fn sweep_aside(
    disk: &dyn Disk,
    folder: &Path,
    today: &str,
    day_of: &dyn Fn(SystemTime) -> String,
) -> std::io::Result<usize> {
    let is_of_another_day = |path: &Path| {
        let entry = uninterrupted(|| disk.entry(path)).ok();
        let entry = entry.filter(|entry| entry.kind == EntryKind::File);
        let modified = entry.and_then(|entry| entry.modified);
        modified.is_some_and(|modified| day_of(modified) != today)
    };
    atomic::remove_chosen(disk, folder, |path| {
        aside_word(path).is_some() && is_of_another_day(path)
    })
}
