//! What must hold whatever the disk does: privacy of files, links, names that are taken, versions
//! before, limits, and a disk that does not keep what it was given.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use reflexe_personas::domain::settings::Settings;
use reflexe_personas::store::atomic::{self, Previous};
use reflexe_personas::store::disk::{Disk, DiskFile, Entry};
use reflexe_personas::store::draft::{self, Found, Journal};
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::settings::{self, SettingsFile};
use reflexe_personas::store::start_mark::{self, StartMark};

use super::acts::drafts;
use super::layers::Mutant;
use super::{TODAY, draft as numbered, files, now, number, quick_folder, real};
use crate::formats::put;

type Check = fn(&Arc<dyn Disk>, &Path) -> Result<(), String>;

const CHECKS: [(&str, Check); 10] = [
    ("what is written is private", private),
    ("a link is never followed nor replaced", links),
    ("what was put aside is not written over", aside),
    ("the version before is kept", previous),
    ("a record changed on the disk is refused", changed_record),
    ("a journal somebody else cut is written anew", cut_journal),
    ("a tail that is not sound is cut", torn_tail),
    ("a file too large is not read", too_large),
    (
        "a file too large to be kept is not replaced",
        too_large_to_replace,
    ),
    ("what could not be written leaves nothing", nothing_left),
];

/// Makes each check; `mutant` is a protection taken away.
pub(super) fn try_all(mutant: Option<Mutant>) -> Result<(), String> {
    for (name, check) in CHECKS {
        let folder = quick_folder();
        let disk = Mutant::around(mutant, real());
        check(&disk, folder.path()).map_err(|wrong| format!("{name}: {wrong}"))?;
    }
    let folder = quick_folder();
    let disk = Mutant::around(mutant, Arc::new(Forgetful(real())));
    forgetful(&disk, folder.path())
}

fn true_or(holds: bool, wrong: &str) -> Result<(), String> {
    holds.then_some(()).ok_or_else(|| wrong.to_owned())
}

#[expect(clippy::needless_pass_by_value, reason = "given to map_err")]
fn said(error: StoreError) -> String {
    error.to_string()
}

fn save(disk: &Arc<dyn Disk>, path: &Path, settings: &Settings) -> Result<(), String> {
    settings::save(&**disk, path, settings, &SettingsFile::default()).map_err(said)
}

fn private(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    let own = folder.join("neuf");
    let mut journal = Journal::open(disk.clone(), draft::file(&own)).map_err(said)?;
    journal.append(&numbered(1)).map_err(said)?;
    save(
        disk,
        &own.join(settings::FILE_NAME),
        &super::acts::settings(1),
    )?;
    save(
        disk,
        &own.join(settings::FILE_NAME),
        &super::acts::settings(2),
    )?;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    true_or(mode(&own) == 0o700, "the folder is open")?;
    for name in files(&own).keys() {
        true_or(mode(&own.join(name)) == 0o600, name)?;
    }
    Ok(())
}

fn links(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let (target, link) = (folder.join("ailleurs"), start_mark::file(folder));
    put(&target, "intact");
    std::os::unix::fs::symlink(&target, &link).unwrap();
    let refused = start_mark::save(&**disk, &link, &StartMark::default());
    true_or(
        matches!(refused, Err(StoreError::LinkTarget { .. })),
        "written through or over",
    )?;
    let stays = fs::read_link(&link).is_ok_and(|to| to == target);
    true_or(stays, "replaced")?;
    let link = draft::file(folder);
    std::os::unix::fs::symlink(&target, &link).unwrap();
    let refused = Journal::open(disk.clone(), link);
    true_or(refused.is_err(), "a draft through a link")?;
    true_or(fs::read(&target).unwrap() == b"intact", "changed")
}

fn aside(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = folder.join(settings::FILE_NAME);
    let name = |n: u32| folder.join(format!("{}.corrompu-{n}", settings::FILE_NAME));
    put(&name(1), "celui de quelqu’un d’autre");
    put(&path, "{");
    settings::load(&**disk, Some(&path), None);
    let kept = fs::read(name(1)).unwrap() == "celui de quelqu’un d’autre".as_bytes();
    true_or(kept, "written over")?;
    true_or(fs::read(name(2)).is_ok_and(|bytes| bytes == b"{"), "lost")
}

fn previous(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = folder.join(settings::FILE_NAME);
    save(disk, &path, &super::acts::settings(1))?;
    let first = fs::read(&path).unwrap();
    // The same again is no other version.
    for number in [2, 2] {
        save(disk, &path, &super::acts::settings(number))?;
    }
    let before = fs::read(folder.join("reglages.json.prec")).unwrap_or_default();
    true_or(before == first, "not kept")
}

fn changed_record(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let mut journal = drafts(&[1, 2]).remove(draft::FILE_NAME).unwrap();
    // One letter of the last typed text: still a draft, not the one that was written.
    let at = journal
        .windows(8)
        .rposition(|bytes| bytes == b"saisie 2")
        .unwrap();
    journal[at + 7] = b'3';
    put(&draft::file(folder), journal);
    match draft::load(&**disk, &draft::file(folder), TODAY, now()) {
        Ok(Found::Draft(found)) if number(&found) == Some(1) => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

fn cut_journal(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = draft::file(folder);
    let mut journal = Journal::open(disk.clone(), path.clone()).map_err(said)?;
    journal.append(&numbered(1)).map_err(said)?;
    journal.append(&numbered(2)).map_err(said)?;
    let bytes = fs::read(&path).unwrap();
    put(&path, &bytes[..bytes.len() - 5]);
    journal.append(&numbered(3)).map_err(said)?;
    last_is(&path, 3)
}

fn torn_tail(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = draft::file(folder);
    let bytes = drafts(&[1, 2]).remove(draft::FILE_NAME).unwrap();
    put(&path, &bytes[..bytes.len() - 5]);
    let mut journal = Journal::open(disk.clone(), path.clone()).map_err(said)?;
    let sound = drafts(&[1]).remove(draft::FILE_NAME).unwrap();
    true_or(fs::read(&path).unwrap() == sound, "still there")?;
    journal.append(&numbered(3)).map_err(said)?;
    last_is(&path, 3)
}

fn last_is(path: &Path, wanted: u32) -> Result<(), String> {
    match draft::load(&*real(), path, TODAY, now()) {
        Ok(Found::Draft(found)) if number(&found) == Some(wanted) => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

fn too_large(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = folder.join(settings::FILE_NAME);
    let text = format!("{{\"timer\": true}}{}", " ".repeat(64 << 10));
    put(&path, &text);
    let loaded = settings::load(&**disk, Some(&path), None);
    true_or(!loaded.settings.timer, "read")?;
    true_or(fs::read(&path).unwrap() == text.as_bytes(), "changed")
}

fn too_large_to_replace(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = folder.join("film.md");
    let most = atomic::LARGEST_PREVIOUS;
    for (length, is_refused) in [(most + 1, true), (most, false)] {
        // Holes only: nothing of that size is on the disk.
        fs::File::create(&path).unwrap().set_len(length).unwrap();
        let result = atomic::write(&**disk, &path, b"note", Previous::Kept);
        let refused = matches!(result, Err(StoreError::TooLargeToReplace { .. }));
        true_or(refused == is_refused, "the limit is elsewhere")?;
        let stays = fs::metadata(&path).unwrap().len() == length;
        true_or(stays == is_refused, "not what was said")?;
    }
    Ok(())
}

fn nothing_left(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = folder.join(settings::FILE_NAME);
    fs::create_dir(folder.join("reglages.json.prec")).unwrap();
    save(disk, &path, &super::acts::settings(1))?;
    let first = fs::read(&path).unwrap();
    let refused = save(disk, &path, &super::acts::settings(2));
    true_or(refused.is_err(), "the version before has no place")?;
    let left = files(folder);
    true_or(
        left.len() == 1 && left.get(settings::FILE_NAME) == Some(&first),
        "left behind",
    )
}

/// A disk that changes a byte of what it is given, and says nothing.
#[derive(Debug)]
struct Forgetful(Arc<dyn Disk>);

#[derive(Debug)]
struct ForgetfulFile(Box<dyn DiskFile>);

impl DiskFile for ForgetfulFile {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut changed = bytes.to_vec();
        if let Some(middle) = changed.get_mut(bytes.len() / 2) {
            *middle ^= 1;
        }
        self.0.write(&changed)
    }

    fn sync(&mut self) -> std::io::Result<()> {
        self.0.sync()
    }

    fn cut(&mut self, length: u64) -> std::io::Result<()> {
        self.0.cut(length)
    }
}

impl Disk for Forgetful {
    fn make_folder(&self, folder: &Path, private: bool) -> std::io::Result<()> {
        self.0.make_folder(folder, private)
    }

    fn create_new(&self, path: &Path) -> std::io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(ForgetfulFile(self.0.create_new(path)?)))
    }

    fn open_append(&self, path: &Path) -> std::io::Result<Box<dyn DiskFile>> {
        Ok(Box::new(ForgetfulFile(self.0.open_append(path)?)))
    }

    fn read(&self, path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
        self.0.read(path, most)
    }

    fn entry(&self, path: &Path) -> std::io::Result<Entry> {
        self.0.entry(path)
    }

    fn list(&self, folder: &Path) -> std::io::Result<Vec<std::path::PathBuf>> {
        self.0.list(folder)
    }

    fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        self.0.rename(from, to)
    }

    fn remove(&self, path: &Path) -> std::io::Result<()> {
        self.0.remove(path)
    }

    fn share(&self, path: &Path) -> std::io::Result<()> {
        self.0.share(path)
    }

    fn sync_folder(&self, folder: &Path) -> std::io::Result<()> {
        self.0.sync_folder(folder)
    }
}

fn forgetful(disk: &Arc<dyn Disk>, folder: &Path) -> Result<(), String> {
    let path = folder.join(settings::FILE_NAME);
    let before = "{\"timer\": true}";
    put(&path, before);
    let refused = save(disk, &path, &super::acts::settings(1));
    true_or(
        refused.is_err(),
        "said to be written, and it is something else",
    )?;
    let left = files(folder);
    let same = left
        .get(settings::FILE_NAME)
        .is_some_and(|bytes| bytes == before.as_bytes());
    true_or(same && left.len() == 1, "changed")
}

#[test]
fn files_are_private_links_are_left_and_names_that_are_taken_stay() {
    try_all(None).unwrap();
}
