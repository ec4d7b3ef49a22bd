//! The local tally on disk: one small file per kit, readable by a person, erasable at any time.
//!
//! The file is there only once a manager switched the tally on. It must never grow with contacts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic::{self, Previous};
use super::disk::Disk;
use super::error::StoreError;
use super::small::{private_folder_of, read_small};
use crate::domain::ids::is_kebab_case;
use crate::domain::study::tally::{Counts, Tally};
use crate::domain::vocab::Channel;

/// Largest tally read, in bytes: far above what any kit makes.
const LARGEST: u64 = 4 << 20;
/// The format this program writes.
const FORMAT: u32 = 1;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CountsForm {
    contacts: u32,
    #[serde(default)]
    cues: BTreeMap<String, u32>,
    #[serde(default)]
    answers: BTreeMap<String, BTreeMap<String, u32>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TallyForm {
    format: u32,
    kit: String,
    since: String,
    channels: BTreeMap<String, BTreeMap<String, CountsForm>>,
}

impl From<&Tally> for TallyForm {
    fn from(tally: &Tally) -> Self {
        let counts = |counts: &Counts| CountsForm {
            contacts: counts.contacts,
            cues: counts
                .cues
                .iter()
                .map(|(id, n)| (id.to_string(), *n))
                .collect(),
            answers: counts
                .answers
                .iter()
                .map(|(q, row)| {
                    let row = row.iter().map(|(a, n)| (a.to_string(), *n)).collect();
                    (q.to_string(), row)
                })
                .collect(),
        };
        Self {
            format: FORMAT,
            kit: tally.kit.clone(),
            since: tally.since.clone(),
            channels: tally
                .channels
                .iter()
                .map(|(channel, by)| {
                    let by = by.iter().map(|(p, c)| (p.to_string(), counts(c))).collect();
                    (channel.key().to_owned(), by)
                })
                .collect(),
        }
    }
}

impl From<TallyForm> for Tally {
    fn from(form: TallyForm) -> Self {
        let counts = |form: CountsForm| Counts {
            contacts: form.contacts,
            cues: form
                .cues
                .iter()
                .map(|(id, n)| (id.as_str().into(), *n))
                .collect(),
            answers: form
                .answers
                .iter()
                .map(|(q, row)| {
                    let row = row.iter().map(|(a, n)| (a.as_str().into(), *n)).collect();
                    (q.as_str().into(), row)
                })
                .collect(),
        };
        Self {
            kit: form.kit,
            since: form.since,
            channels: form
                .channels
                .into_iter()
                .filter_map(|(key, by)| {
                    let by = by
                        .into_iter()
                        .map(|(p, c)| (p.as_str().into(), counts(c)))
                        .collect();
                    Some((Channel::from_key(&key)?, by))
                })
                .collect(),
        }
    }
}

/// Where the tally of a kit lives in a folder.
pub fn file(folder: &Path, kit: &str) -> PathBuf {
    // An id that nobody checked must not choose where it is written.
    let name = if is_kebab_case(kit) { kit } else { "kit" };
    folder.join(format!("decompte-{name}.json"))
}

/// Reads a tally; `None` if there is none.
///
/// # Errors
/// [`StoreError`] if the file cannot be read or is not a tally; it is left as it is.
pub fn load(disk: &dyn Disk, path: &Path) -> Result<Option<Tally>, StoreError> {
    let Some(bytes) = read_small(disk, path, LARGEST)? else {
        return Ok(None);
    };
    match serde_json::from_slice::<TallyForm>(&bytes) {
        Ok(form) if form.format == FORMAT => Ok(Some(form.into())),
        _ => Err(StoreError::NotATally {
            path: path.to_owned(),
        }),
    }
}

/// Writes a tally, in one go.
///
/// # Errors
/// [`StoreError`] if it cannot be written; the old one is intact.
pub fn save(disk: &dyn Disk, path: &Path, tally: &Tally) -> Result<(), StoreError> {
    private_folder_of(disk, path)?;
    let text = serde_json::to_string_pretty(&TallyForm::from(tally)).unwrap_or_default() + "\n";
    atomic::write(disk, path, text.as_bytes(), Previous::Kept)
}

/// Erases a tally and the version before it; nothing happens if there is none.
///
/// # Errors
/// [`StoreError::NotErased`] if something of it may stay.
pub fn erase(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    atomic::erase(disk, path)
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "a test looks at the files themselves"
)]
mod tests {
    use std::fs;

    use super::*;
    use crate::domain::evidence::{Evidence, Sighting};
    use crate::store::disk::RealDisk;

    fn tally() -> Tally {
        let mut tally = Tally {
            kit: "essai".to_owned(),
            since: "2026-11-24".to_owned(),
            ..Tally::default()
        };
        let mut evidence = Evidence::new(Channel::Phone);
        evidence.cues.insert("un".into(), Sighting::Observed);
        evidence.cues.insert("deux".into(), Sighting::Denied);
        evidence.answers.insert("question".into(), "oui".into());
        tally.add(&evidence, &"profil".into());
        tally.add(&evidence, &"profil".into());
        tally
    }

    #[test]
    fn a_tally_comes_back_as_it_was_and_is_erased() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), "essai");
        assert_eq!(load(&RealDisk, &path).unwrap(), None);
        save(&RealDisk, &path, &Tally::default()).unwrap();
        save(&RealDisk, &path, &tally()).unwrap();
        assert_eq!(load(&RealDisk, &path).unwrap(), Some(tally()));
        erase(&RealDisk, &path).unwrap();
        erase(&RealDisk, &path).unwrap();
        assert_eq!(load(&RealDisk, &path).unwrap(), None);
        // Nor what it was before.
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_file_holds_counts_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), "essai");
        save(&RealDisk, &path, &tally()).unwrap();
        let first = fs::read_to_string(&path).unwrap();
        let mut more = tally();
        for _ in 0..998 {
            let mut evidence = Evidence::new(Channel::Phone);
            evidence.cues.insert("un".into(), Sighting::Observed);
            more.add(&evidence, &"profil".into());
        }
        save(&RealDisk, &path, &more).unwrap();
        let last = fs::read_to_string(&path).unwrap();
        // A thousand contacts take no more lines than two.
        assert_eq!(first.lines().count(), last.lines().count());
        assert!(!last.contains("deux"), "a denied cue is not written");
    }

    #[test]
    fn a_damaged_file_is_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), "../../etc/passwd");
        assert_eq!(path.parent(), Some(folder.path()));
        fs::write(&path, "{\"format\": 1, ").unwrap();
        assert!(matches!(
            load(&RealDisk, &path),
            Err(StoreError::NotATally { .. })
        ));
        assert_eq!(fs::read_to_string(&path).unwrap(), "{\"format\": 1, ");
    }
}
