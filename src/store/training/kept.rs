//! What somebody who practises asked to keep: a text file in a folder of training, and nowhere else.
//!
//! It must never write where notes go, replace what stands, nor write anything nobody asked for.

use std::path::{Path, PathBuf};

use crate::store::atomic::{self, Previous};
use crate::store::disk::Disk;
use crate::store::error::StoreError;
use crate::store::small::{make_folder, standing};

/// The folder's name, beside that of notes.
const FOLDER: &str = "Entraînement";
/// How the name of a file begins.
const STEM: &str = "entrainement";
/// More files in one day than this, and something else is wrong.
const MOST: u32 = 1_000;

/// The folder of training, beside the usual folder of notes.
///
/// ```
/// use std::path::Path;
/// use reflexe_personas::store::training::kept::folder_beside;
/// assert_eq!(folder_beside(Path::new("/d/RP/Notes")), Path::new("/d/RP/Entraînement"));
/// ```
pub fn folder_beside(notes: &Path) -> PathBuf {
    notes.parent().unwrap_or(notes).join(FOLDER)
}

/// Writes a text under a name of its own that says the day and nothing else; gives the path.
///
/// # Errors
/// [`StoreError`] if it cannot be written; nothing that stands there is touched.
pub fn save(disk: &dyn Disk, folder: &Path, day: &str, text: &str) -> Result<PathBuf, StoreError> {
    make_folder(disk, folder, true)?;
    for number in 1..=MOST {
        let path = folder.join(format!("{STEM}-{day}-{number}.txt"));
        if standing(disk, &path)?.is_none() {
            atomic::write(disk, &path, text.as_bytes(), Previous::Dropped)?;
            return Ok(path);
        }
    }
    Err(StoreError::AlreadyThere {
        path: folder.to_owned(),
    })
}

/// Says whether a name is one that [`save`] gives.
pub fn is_kept_name(name: &str) -> bool {
    let rest = name.strip_prefix(STEM).and_then(|r| r.strip_prefix('-'));
    let rest = rest.and_then(|rest| rest.strip_suffix(".txt"));
    let Some((day, number)) = rest.and_then(|rest| rest.rsplit_once('-')) else {
        return false;
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut parts = day.split('-');
    let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
    let dated = matches!(parts, [Some(y), Some(m), Some(d), None]
        if digits(y) && digits(m) && digits(d) && y.len() == 4 && m.len() == 2 && d.len() == 2);
    dated && digits(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::RealDisk;

    #[test]
    fn what_is_kept_has_a_folder_of_its_own_and_replaces_nothing() {
        let root = tempfile::tempdir().unwrap();
        let notes = root.path().join("Notes");
        let folder = folder_beside(&notes);
        let first = save(&RealDisk, &folder, "2026-11-26", "un").unwrap();
        let second = save(&RealDisk, &folder, "2026-11-26", "deux").unwrap();
        assert_ne!(first, second);
        assert!(!first.starts_with(&notes) && !notes.exists());
        assert_eq!(std::fs::read(&first).unwrap(), b"un");
        assert_eq!(std::fs::read(&second).unwrap(), b"deux");
        for path in [first, second] {
            assert!(is_kept_name(path.file_name().unwrap().to_str().unwrap()));
        }
    }

    #[test]
    fn a_link_in_its_place_is_not_followed() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("Entraînement");
        std::fs::create_dir(&folder).unwrap();
        #[cfg(unix)]
        {
            let target = root.path().join("ailleurs");
            let link = folder.join("entrainement-2026-11-26-1.txt");
            std::os::unix::fs::symlink(&target, link).unwrap();
            assert!(save(&RealDisk, &folder, "2026-11-26", "un").is_err());
            assert!(!target.exists());
        }
    }

    #[test]
    fn other_names_are_not_taken_for_ours() {
        for name in [
            "entrainement.txt",
            "entrainement-2026-11-26.txt",
            "entrainement-2026-11-26-x.txt",
            "entrainement-26-11-26-1.txt",
            "note-2026-11-26-1.txt",
            "entrainement-2026-11-26-1.txt.bak",
        ] {
            assert!(!is_kept_name(name), "{name}");
        }
    }
}
