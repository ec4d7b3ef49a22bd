//! Remarks left at counters on texts of the kit, for whoever answers for it.
//!
//! One file each, under a name drawn by chance: no two machines ever write the same file, none can be
//! told from another, and what is erased is gone at once. They stand in `remarques/` beside the
//! published versions, or with the program's own files while there is no such folder. It must never
//! write a day, a machine or a name, nor be called by the window's thread.

use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::aside::put_aside;
use super::atomic::{self, Previous};
use super::disk::{Disk, EntryKind, uninterrupted};
use super::error::StoreError;
use super::small::{make_folder, private_folder_of, read_small};
use crate::domain::guard::GuardLexicon;
pub use crate::domain::remark::{Left, Standing};
use crate::domain::remark::{Remark, Week};
use crate::domain::workshop::Field;

/// The folder beside the versions.
pub const FOLDER: &str = "remarques";
/// The format this build writes and reads.
const FORMAT: u32 = 1;
/// Largest file, in bytes.
const LARGEST: u64 = 4 << 10;
/// Most remarks read at once: more than anybody reads.
pub const MOST: usize = 2_000;
/// How the names of files begin: to be read, and read.
const NEW: &str = "remarque-";
const READ: &str = "lue-";
/// Letters drawn for a name.
const DRAWN: usize = 12;

#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Form {
    format: u32,
    kit: String,
    at: String,
    text: String,
}

/// Says whether this is the name of a remark.
pub fn is_file_name(name: &str) -> bool {
    week_of(name).is_some()
}

/// The week in a name, and whether it was read.
fn week_of(name: &str) -> Option<(Week, bool)> {
    let stem = name.strip_suffix(".json")?;
    let (rest, read) = match stem.strip_prefix(NEW) {
        Some(rest) => (rest, false),
        None => (stem.strip_prefix(READ)?, true),
    };
    let (week, drawn) = rest.rsplit_once('-')?;
    let spelled = drawn.len() == DRAWN && drawn.bytes().all(|b| b.is_ascii_lowercase());
    Week::parse(week)
        .filter(|_| spelled)
        .map(|week| (week, read))
}

/// Leaves a remark in the folder of versions, or here if that is not to be.
///
/// # Errors
/// [`StoreError`] if it could be left nowhere.
pub fn leave(
    disk: &dyn Disk,
    published: Option<&Path>,
    data: Option<&Path>,
    remark: &Remark,
) -> Result<Left, StoreError> {
    let why = match published {
        None => None,
        Some(folder) => match leave_shared(disk, folder, remark) {
            Ok(()) => return Ok(Left::Shared),
            Err(error) if data.is_none() => return Err(error),
            Err(error) => Some(error.to_string()),
        },
    };
    let Some(data) = data else {
        return Err(StoreError::NotFound {
            path: PathBuf::new(),
        });
    };
    let path = data.join(drawn(remark.week()));
    private_folder_of(disk, &path)?;
    write(disk, &path, remark)?;
    Ok(Left::Here(why))
}

fn leave_shared(disk: &dyn Disk, folder: &Path, remark: &Remark) -> Result<(), StoreError> {
    // A share that is gone is not written beside its place.
    match uninterrupted(|| disk.entry(folder)) {
        Ok(entry) if matches!(entry.kind, EntryKind::Folder | EntryKind::Link) => {}
        Ok(_) => {
            return Err(StoreError::Read {
                source: ErrorKind::NotADirectory.into(),
                path: folder.to_owned(),
            });
        }
        Err(source) => {
            return Err(StoreError::Read {
                source,
                path: folder.to_owned(),
            });
        }
    }
    let place = folder.join(FOLDER);
    make_folder(disk, &place, false)?;
    let path = place.join(drawn(remark.week()));
    write(disk, &path, remark)?;
    // For whoever collects them, and may not be who left this one.
    if let Err(error) = disk.share(&path) {
        tracing::debug!(%error, "remark not shared");
    }
    Ok(())
}

fn drawn(week: Week) -> String {
    let letters: String = (0..DRAWN).map(|_| fastrand::lowercase()).collect();
    format!("{NEW}{week}-{letters}.json")
}

fn write(disk: &dyn Disk, path: &Path, remark: &Remark) -> Result<(), StoreError> {
    let form = Form {
        format: FORMAT,
        kit: remark.kit().to_owned(),
        at: remark.field().key(),
        text: remark.text().to_owned(),
    };
    let text = serde_json::to_string(&form).unwrap_or_default() + "\n";
    atomic::write(disk, path, text.as_bytes(), Previous::Dropped)
}

/// Lists what was left, oldest week first; a damaged file is put aside and counted.
///
/// # Errors
/// [`StoreError::Read`] if the folder of versions cannot be read.
pub fn list(
    disk: &dyn Disk,
    published: Option<&Path>,
    data: Option<&Path>,
    words: &GuardLexicon,
) -> Result<(Vec<Standing>, usize), StoreError> {
    let mut found = Vec::new();
    let mut damaged = 0;
    let shared = published.map(|folder| folder.join(FOLDER));
    for folder in [shared.as_deref(), data].into_iter().flatten() {
        let paths = match uninterrupted(|| disk.list(folder)) {
            Ok(paths) => paths,
            // Nobody left any yet.
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(source) => {
                return Err(StoreError::Read {
                    source,
                    path: folder.to_owned(),
                });
            }
        };
        for path in paths {
            if found.len() >= MOST {
                break;
            }
            let name = path.file_name().and_then(OsStr::to_str);
            let Some((week, read)) = name.and_then(week_of) else {
                continue;
            };
            match read_small(disk, &path, LARGEST) {
                // Erased meanwhile.
                Ok(None) => {}
                Ok(Some(bytes)) => {
                    if let Some(remark) = sound(&bytes, week, words) {
                        found.push(Standing { path, remark, read });
                        continue;
                    }
                    damaged += 1;
                    if let Err(error) = put_aside(disk, &path) {
                        tracing::warn!(%error, "damaged remark left in place");
                    }
                }
                Err(error) => tracing::warn!(%error, "remark not read"),
            }
        }
    }
    found.sort_by(|a, b| {
        let of = |s: &Standing| (s.read, s.remark.week(), s.path.clone());
        of(a).cmp(&of(b))
    });
    Ok((found, damaged))
}

fn sound(bytes: &[u8], week: Week, words: &GuardLexicon) -> Option<Remark> {
    let form: Form = serde_json::from_slice(bytes).ok()?;
    if form.format != FORMAT {
        return None;
    }
    // One written by hand is judged like one left here.
    Remark::new(
        &form.kit,
        &Field::parse(&form.at)?,
        &form.text,
        Some(week),
        words,
    )
    .ok()
}

/// Marks a remark as read, or as to be read again; gives its new path.
///
/// # Errors
/// [`StoreError::Write`]; it is then as it was.
pub fn mark(disk: &dyn Disk, path: &Path, read: bool) -> Result<PathBuf, StoreError> {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    let (from, to) = if read { (NEW, READ) } else { (READ, NEW) };
    let Some(rest) = name.strip_prefix(from).filter(|_| is_file_name(name)) else {
        return Ok(path.to_owned());
    };
    let target = path.with_file_name(format!("{to}{rest}"));
    let failed = |source| StoreError::Write {
        source,
        path: path.to_owned(),
    };
    uninterrupted(|| disk.rename(path, &target)).map_err(failed)?;
    Ok(target)
}

/// Erases a remark, and nothing else.
///
/// # Errors
/// [`StoreError::NotErased`] if something of it may stay.
pub fn erase(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
    if is_file_name(name) {
        atomic::erase(disk, path)?;
    }
    Ok(())
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "a test looks at the files themselves"
)]
mod tests {
    use std::fs;

    use super::*;
    use crate::domain::workshop::{Element, Name};
    use crate::store::disk::RealDisk;

    fn remark(text: &str) -> Remark {
        let field = Field::new(Element::Persona("pas-a-pas".into()), Name::Essence);
        let week = Week::of("2026-11-26");
        Remark::new("essai", &field, text, week, &GuardLexicon::default()).unwrap()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn remarks_are_left_read_marked_and_erased() {
        let home = tempfile::tempdir().unwrap();
        let (share, data) = (home.path().join("partage"), home.path().join("ici"));
        fs::create_dir(&share).unwrap();
        let words = GuardLexicon::default();
        let all = || list(&RealDisk, Some(&share), Some(&data), &words).unwrap();
        assert_eq!(all(), (Vec::new(), 0));
        for text in ["Trop long", "Personne ne dit ça"] {
            let left = leave(&RealDisk, Some(&share), Some(&data), &remark(text)).unwrap();
            assert_eq!(left, Left::Shared);
        }
        let (found, damaged) = all();
        assert_eq!((found.len(), damaged), (2, 0));
        assert!(!data.exists(), "nothing here while the share is there");
        let place = share.join(FOLDER);
        for name in names(&place) {
            assert!(name.starts_with("remarque-2026-S48-"), "{name}");
            let text = fs::read_to_string(place.join(&name)).unwrap();
            // Neither day nor machine, and the week is in the name only.
            assert!(!text.contains("2026"), "{text}");
        }
        let read = mark(&RealDisk, &found[0].path, true).unwrap();
        assert_eq!(all().0.iter().filter(|s| s.read).count(), 1);
        assert_eq!(mark(&RealDisk, &read, false).unwrap(), found[0].path);
        erase(&RealDisk, &found[0].path).unwrap();
        assert_eq!(all().0.len(), 1);
        // Nothing else can be erased by that way.
        let other = share.join("kit.ron");
        fs::write(&other, "( )").unwrap();
        erase(&RealDisk, &other).unwrap();
        assert!(other.exists());
    }

    #[test]
    fn a_share_that_is_away_leaves_it_here_and_that_is_told() {
        let home = tempfile::tempdir().unwrap();
        let (share, data) = (home.path().join("partage"), home.path().join("ici"));
        let left = leave(&RealDisk, Some(&share), Some(&data), &remark("Trop long")).unwrap();
        assert!(matches!(left, Left::Here(Some(_))), "{left:?}");
        assert!(!share.exists());
        let left = leave(&RealDisk, None, Some(&data), &remark("Encore")).unwrap();
        assert_eq!(left, Left::Here(None));
        let words = GuardLexicon::default();
        let (found, _) = list(&RealDisk, None, Some(&data), &words).unwrap();
        assert_eq!(found.len(), 2);
        assert!(names(&data).iter().all(|name| is_file_name(name)));
        assert!(leave(&RealDisk, None, None, &remark("Nulle part")).is_err());
    }

    #[test]
    fn what_is_damaged_or_not_fit_is_put_aside_and_the_rest_is_read() {
        let home = tempfile::tempdir().unwrap();
        let words = GuardLexicon::default();
        leave(&RealDisk, None, Some(home.path()), &remark("Bonne")).unwrap();
        let name = |n: char| {
            let drawn: String = std::iter::repeat_n(n, DRAWN).collect();
            home.path().join(format!("{NEW}2026-S48-{drawn}.json"))
        };
        let at = "\"at\":\"personas/pas-a-pas/essence\"";
        for (n, text) in [
            ('a', "{".to_owned()),
            (
                'b',
                format!("{{\"format\":2,\"kit\":\"essai\",{at},\"text\":\"x\"}}"),
            ),
            (
                'c',
                "{\"format\":1,\"kit\":\"essai\",\"at\":\"rien\",\"text\":\"x\"}".to_owned(),
            ),
            (
                'd',
                format!("{{\"format\":1,\"kit\":\"essai\",{at},\"text\":\"au 06 39 98 12 34\"}}"),
            ),
            (
                'e',
                format!("{{\"format\":1,\"kit\":\"essai\",{at},\"text\":\"x\",\"nom\":\"y\"}}"),
            ),
        ] {
            fs::write(name(n), text).unwrap();
        }
        let (found, damaged) = list(&RealDisk, None, Some(home.path()), &words).unwrap();
        assert_eq!((found.len(), damaged), (1, 5));
        let aside = names(home.path());
        let aside = aside.iter().filter(|name| name.contains(".corrompu-"));
        assert_eq!(aside.count(), 5);
        // Told once: they are no remarks any more.
        let (found, damaged) = list(&RealDisk, None, Some(home.path()), &words).unwrap();
        assert_eq!((found.len(), damaged), (1, 0));
    }
}
