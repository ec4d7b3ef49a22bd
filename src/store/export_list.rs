//! The local list of exported notes: where each is, so that it can be found again and erased.
//!
//! It exists because an agent may save anywhere. It must never hold a word of a note, overwrite a list
//! it could not read, or keep an export from being made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::aside::put_aside;
use super::atomic::{self, Previous};
use super::disk::Disk;
use super::error::StoreError;
use super::small::{private_folder_of, read_small};

/// Name of the list in the data folder.
pub const FILE_NAME: &str = "exports.json";
/// Most exports listed; the oldest go first, and are still found in the folders of exports.
pub const MOST: usize = 5_000;
/// Largest list, in bytes: far above so many paths.
const LARGEST: u64 = 32 << 20;
/// The format this program writes.
const FORMAT: u32 = 1;

/// What came of reading the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// The exports, oldest first; none if there is no list.
    Sound(Vec<PathBuf>),
    /// Not a list: it is where it was.
    Damaged,
}

#[derive(Deserialize)]
struct Probe {
    format: u32,
}

#[derive(Serialize, Deserialize)]
struct ListForm {
    format: u32,
    exports: Vec<ExportForm>,
}

/// Whatever else was once said of an export is not read.
#[derive(Serialize, Deserialize)]
struct ExportForm {
    path: String,
}

/// Gives where the list is in a folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join(FILE_NAME)
}

/// Reads the list, and touches nothing.
///
/// # Errors
/// [`StoreError`] if something else than a file stands there, if it cannot be read, or if a newer
/// program wrote it.
pub fn load(disk: &dyn Disk, path: &Path) -> Result<Read, StoreError> {
    let Some(bytes) = read_small(disk, path, LARGEST)? else {
        return Ok(Read::Sound(Vec::new()));
    };
    let Ok(probe) = serde_json::from_slice::<Probe>(&bytes) else {
        return Ok(Read::Damaged);
    };
    if probe.format > FORMAT {
        return Err(StoreError::NewerFile {
            path: path.to_owned(),
        });
    }
    let form = serde_json::from_slice::<ListForm>(&bytes).ok();
    let form = form.filter(|form| form.format == FORMAT);
    let exports = form.map(|form| form.exports.into_iter().map(|e| e.path.into()).collect());
    Ok(exports.map_or(Read::Damaged, Read::Sound))
}

/// Adds an export at the end; a path already listed moves there. A damaged list is put aside first:
/// gives its new path.
///
/// A path that is not UTF-8 cannot be written: it is left out, and found by its folder.
///
/// # Errors
/// [`StoreError`]: the old list is intact, and so is the note.
pub fn add(disk: &dyn Disk, path: &Path, export: &Path) -> Result<Option<PathBuf>, StoreError> {
    change(disk, path, |exports| {
        exports.retain(|known| known != export);
        exports.push(export.to_owned());
        let extra = exports.len().saturating_sub(MOST);
        exports.drain(..extra);
    })
}

/// Takes paths out of the list, after their files are erased. A damaged list is put aside first.
///
/// # Errors
/// [`StoreError`]: the old list is intact.
pub fn forget(
    disk: &dyn Disk,
    path: &Path,
    gone: &[PathBuf],
) -> Result<Option<PathBuf>, StoreError> {
    change(disk, path, |exports| {
        exports.retain(|known| !gone.contains(known));
    })
}

/// Makes an export that is listed before it is written, so that none is ever unknown.
///
/// One that left nothing is forgotten again; `turn` is held while the list is touched, never while the
/// export is written. A list that refuses keeps no export from being made.
///
/// # Errors
/// What the writing refused.
pub fn listed<T>(
    disk: &dyn Disk,
    list: Option<&Path>,
    turn: &Mutex<()>,
    export: &Path,
    write: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let Some(list) = list else {
        return write();
    };
    let in_turn = || turn.lock().unwrap_or_else(PoisonError::into_inner);
    let held = in_turn();
    let was_known =
        matches!(load(disk, list), Ok(Read::Sound(known)) if known.iter().any(|k| k == export));
    if let Err(error) = add(disk, list, export) {
        tracing::warn!(%error, "export not listed");
    }
    drop(held);
    let written = write();
    let may_stand = match &written {
        // In its place, or beside it under a name that is known by this one.
        Ok(_) | Err(StoreError::Unconfirmed { .. } | StoreError::KeptBeside { .. }) => true,
        Err(_) => was_known,
    };
    if !may_stand {
        let held = in_turn();
        if let Err(error) = forget(disk, list, &[export.to_owned()]) {
            tracing::warn!(%error, "export not forgotten");
        }
        drop(held);
    }
    written
}

/// Gives the folders of the exports of a list; none if it cannot be read.
pub fn folders(disk: &dyn Disk, list: &Path) -> BTreeSet<PathBuf> {
    let Ok(Read::Sound(exports)) = load(disk, list) else {
        return BTreeSet::new();
    };
    let folders = exports.iter().filter_map(|export| export.parent());
    folders.map(Path::to_owned).collect()
}

/// Changes the list and writes it if that made a difference.
fn change(
    disk: &dyn Disk,
    path: &Path,
    with: impl FnOnce(&mut Vec<PathBuf>),
) -> Result<Option<PathBuf>, StoreError> {
    let (mut exports, aside) = match load(disk, path)? {
        Read::Sound(exports) => (exports, None),
        Read::Damaged => {
            let aside = put_aside(disk, path).map_err(|source| StoreError::Write {
                source,
                path: path.to_owned(),
            })?;
            (Vec::new(), Some(aside))
        }
    };
    let before = exports.clone();
    with(&mut exports);
    if exports != before {
        save(disk, path, &exports)?;
    }
    Ok(aside)
}

fn save(disk: &dyn Disk, path: &Path, exports: &[PathBuf]) -> Result<(), StoreError> {
    private_folder_of(disk, path)?;
    let written = |export: &PathBuf| {
        let path = export.to_str()?.to_owned();
        Some(ExportForm { path })
    };
    let form = ListForm {
        format: FORMAT,
        exports: exports.iter().filter_map(written).collect(),
    };
    let text = serde_json::to_string_pretty(&form).map_err(|error| StoreError::Write {
        source: error.into(),
        path: path.to_owned(),
    })?;
    let text = text + "\n";
    // The version before would name notes that are erased.
    atomic::write(disk, path, text.as_bytes(), Previous::Dropped)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::disk::RealDisk;

    fn export(path: impl Into<PathBuf>) -> PathBuf {
        path.into()
    }

    fn sound(path: &Path) -> Vec<PathBuf> {
        match load(&RealDisk, path).unwrap() {
            Read::Sound(exports) => exports,
            Read::Damaged => panic!("damaged"),
        }
    }

    #[test]
    fn exports_are_listed_once_and_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder.path().join("neuf"));
        assert!(sound(&path).is_empty());
        for name in ["/d/a.csv", "/d/é « b ».csv", "/d/a.csv"] {
            assert_eq!(add(&RealDisk, &path, &export(name)).unwrap(), None);
        }
        assert_eq!(sound(&path), [export("/d/é « b ».csv"), export("/d/a.csv")]);
        let gone = [PathBuf::from("/d/a.csv"), PathBuf::from("/d/autre")];
        forget(&RealDisk, &path, &gone).unwrap();
        assert_eq!(sound(&path), [export("/d/é « b ».csv")]);
        // Nothing to forget writes nothing.
        let absent = file(folder.path());
        forget(&RealDisk, &absent, &gone).unwrap();
        assert!(!absent.exists());
    }

    #[test]
    fn the_list_holds_paths_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path());
        add(&RealDisk, &path, &export("/d/a.csv")).unwrap();
        let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let expected = serde_json::json!({
            "format": 1,
            "exports": [{"path": "/d/a.csv"}],
        });
        assert_eq!(value, expected);
    }

    #[test]
    fn what_older_programs_said_of_an_export_damages_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path());
        let old = b"{\"format\":1,\"exports\":[\
            {\"path\":\"/d/a.pdf\",\"day\":\"\",\"format\":\"pdf\"},{\"path\":\"/d/b.md\"}]}";
        atomic::write(&RealDisk, &path, old, Previous::Dropped).unwrap();
        assert_eq!(sound(&path), [export("/d/a.pdf"), export("/d/b.md")]);
    }

    #[test]
    fn an_export_is_listed_before_it_is_written_and_forgotten_if_nothing_stands() {
        let folder = tempfile::tempdir().unwrap();
        let list = file(folder.path());
        let turn = Mutex::default();
        let error = || std::io::Error::from(std::io::ErrorKind::StorageFull);
        let try_one = |path: &str, result: Result<(), StoreError>| {
            let path = export(path);
            let during = || {
                assert!(sound(&list).contains(&path), "listed first");
                assert!(turn.try_lock().is_ok(), "nobody waits for a far folder");
                result
            };
            let result = listed(&RealDisk, Some(&list), &turn, &path, during);
            (result.is_ok(), sound(&list).contains(&path))
        };
        let write = |path| StoreError::Write {
            source: error(),
            path,
        };
        assert_eq!(try_one("/d/a.md", Ok(())), (true, true));
        assert_eq!(
            try_one("/d/b.md", Err(write("/d/b.md".into()))),
            (false, false)
        );
        // One that stood there before is still there.
        assert_eq!(
            try_one("/d/a.md", Err(write("/d/a.md".into()))),
            (false, true)
        );
        let unconfirmed = StoreError::Unconfirmed {
            source: error(),
            path: "/d/c.md".into(),
        };
        assert_eq!(try_one("/d/c.md", Err(unconfirmed)), (false, true));
        let beside = StoreError::KeptBeside {
            source: error(),
            path: "/d/e.md".into(),
            beside: "/d/e.md.nouveau-1".into(),
        };
        assert_eq!(try_one("/d/e.md", Err(beside)), (false, true));
        assert_eq!(folders(&RealDisk, &list), BTreeSet::from([export("/d")]));
    }

    #[test]
    fn the_oldest_go_beyond_five_thousand() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path());
        let full: Vec<PathBuf> = (0..MOST).map(|n| export(format!("/d/{n}.csv"))).collect();
        save(&RealDisk, &path, &full).unwrap();
        add(&RealDisk, &path, &export("/d/neuf.csv")).unwrap();
        let listed = sound(&path);
        assert_eq!(listed.len(), MOST);
        assert_eq!(listed.first().unwrap(), Path::new("/d/1.csv"));
        assert_eq!(listed.last().unwrap(), Path::new("/d/neuf.csv"));
    }

    #[test]
    fn a_damaged_list_is_put_aside_whole_and_a_newer_one_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path());
        add(&RealDisk, &path, &export("/d/a.csv")).unwrap();
        let good = fs::read(&path).unwrap();
        let damaged = [
            good[..good.len() - 5].to_vec(),
            b"".to_vec(),
            b"[]".to_vec(),
            b"{\"format\":1}".to_vec(),
            b"{\"format\":0,\"exports\":[]}".to_vec(),
            b"{\"format\":1,\"exports\":[{\"path\":1}]}".to_vec(),
            b"\xff\xfe".to_vec(),
        ];
        for bytes in damaged {
            atomic::write(&RealDisk, &path, &bytes, Previous::Dropped).unwrap();
            assert_eq!(load(&RealDisk, &path).unwrap(), Read::Damaged);
            assert_eq!(fs::read(&path).unwrap(), bytes, "reading touches nothing");
            let aside = add(&RealDisk, &path, &export("/d/b.csv")).unwrap().unwrap();
            assert_eq!(fs::read(&aside).unwrap(), bytes);
            assert_eq!(sound(&path), [export("/d/b.csv")]);
        }
        let newer = b"{\"format\":2,\"exports\":{}}";
        atomic::write(&RealDisk, &path, newer, Previous::Dropped).unwrap();
        let refused = add(&RealDisk, &path, &export("/d/c.csv")).unwrap_err();
        assert!(matches!(refused, StoreError::NewerFile { .. }));
        assert_eq!(fs::read(&path).unwrap(), newer);
    }

    #[test]
    #[cfg(unix)]
    fn a_path_that_is_no_text_is_left_out() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path());
        let odd = PathBuf::from(OsStr::from_bytes(b"/d/\xe9.csv"));
        add(&RealDisk, &path, &export(odd)).unwrap();
        add(&RealDisk, &path, &export("/d/a.csv")).unwrap();
        assert_eq!(sound(&path), [export("/d/a.csv")]);
    }
}
