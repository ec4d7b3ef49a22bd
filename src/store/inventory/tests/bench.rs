//! A machine to list: the program's folders and other people's files, and a disk that refuses.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::domain::guard::{GuardLexicon, Kept, VerifiedNote, verify};
use crate::domain::interview::Interview;
use crate::domain::kept::{KeptFile, PlaceKind, Receipt};
use crate::domain::note::{Note, NoteFormat, NoteFrame, file_stem};
use crate::domain::settings::Settings;
use crate::domain::study::tally::Tally;
use crate::domain::testing::kit;
use crate::domain::vocab::{Channel, DurationBracket, ThemeChoice};
use crate::store::atomic::{self, Previous};
use crate::store::disk::{Disk, DiskFile, Entry, RealDisk};
use crate::store::export::{export_note, export_note_to};
use crate::store::inventory::{Inventory, Places, erase, list};
use crate::store::start_mark::StartMark;
use crate::store::{export_list, instance, receipts, settings, start_mark, tally};

pub(super) const DAY: &str = "2026-11-25";

/// A machine: the program's folders, made by the program's own functions, and other people's files.
pub(super) struct Bench {
    pub(super) root: tempfile::TempDir,
    pub(super) exports: Vec<PathBuf>,
    /// Files that are not ours.
    pub(super) others: Vec<PathBuf>,
    _window: instance::Guard,
}

fn note() -> VerifiedNote {
    let mut interview = Interview::new(Channel::Counter);
    interview.set_free_text("Revenir lundi");
    let frame = NoteFrame {
        date: DAY.to_owned(),
        bracket: DurationBracket::M15,
    };
    let note = Note::build(&kit(), interview.facts(), &frame);
    verify(note, &GuardLexicon::default(), 2026, &Kept::new()).unwrap()
}

pub(super) fn put(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    atomic::write(&RealDisk, path, b"quelque chose", Previous::Dropped).unwrap();
}

impl Bench {
    pub(super) fn data(&self) -> PathBuf {
        self.root.path().join("données")
    }

    pub(super) fn settings(&self) -> PathBuf {
        self.root.path().join("réglages").join("reglages.json")
    }

    pub(super) fn elsewhere(&self) -> PathBuf {
        self.root.path().join("Bureau").join("Pour le dossier.csv")
    }

    /// Everything the program can leave, by its own functions where they exist.
    pub(super) fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let folder = |name: &str| root.path().join(name);
        let data = folder("données");
        let window = match instance::start(&(Arc::new(RealDisk) as Arc<dyn Disk>), &data).unwrap() {
            instance::Start::First(guard) => guard,
            other => panic!("{other:?}"),
        };
        let bench = Self {
            exports: vec![folder("Notes"), folder("Choisi"), folder("absent")],
            others: Vec::new(),
            _window: window,
            root,
        };
        bench.fill();
        bench
    }

    fn fill(&self) {
        let data = self.data();
        let disk = &RealDisk;
        let kit = Tally {
            kit: "usagers-numeriques".to_owned(),
            ..Tally::default()
        };
        tally::save(disk, &tally::file(&data, &kit.kit), &kit).unwrap();
        start_mark::save(disk, &start_mark::file(&data), &StartMark::default()).unwrap();
        let loaded = settings::load(disk, None, None);
        let chosen = Settings {
            theme: ThemeChoice::Dark,
            ..loaded.settings
        };
        fs::create_dir_all(self.settings().parent().unwrap()).unwrap();
        settings::save(disk, &self.settings(), &chosen, &loaded.kept).unwrap();
        for (n, format) in NoteFormat::ALL.iter().enumerate() {
            let folder = &self.exports[n % 2];
            let stem = file_stem(DAY, &format!("abcde{n}"));
            let path = export_note(disk, folder, &note(), *format, &stem).unwrap();
            self.noted(&path);
        }
        fs::create_dir_all(self.elsewhere().parent().unwrap()).unwrap();
        export_note_to(disk, &self.elsewhere(), &note(), NoteFormat::Markdown).unwrap();
        self.noted(&self.elsewhere());
        let erased = erase(disk, None, &[], DAY, &Mutex::default());
        receipts::record(disk, &receipts::file(&data), &erased).unwrap();
        let notes = &self.exports[0];
        for left in [
            data.join("brouillon.journal"),
            data.join("brouillon.journal.corrompu-1"),
            data.join("brouillon.journal.autre-kit-1"),
            data.join("decompte-usagers-numeriques.json.prec"),
            data.join("decompte-kit.json.corrompu-12"),
            data.join("exports.json.corrompu-1"),
            data.join("recus.txt.prec"),
            data.join("demarrage.json.prec"),
            data.join(".reflexe-Ab12cD.tmp"),
            data.join(".reflexe-brouillon-0123456789ab.tmp"),
            self.settings().with_file_name("reglages.json.prec"),
            self.settings().with_file_name("reglages.json.corrompu-2"),
            self.settings().with_file_name(".reflexe-zzzzzz.tmp"),
            notes.join("accompagnement_20250101_zzzzz9.md"),
            notes.join("accompagnement_20250101_zzzzz9.md.prec"),
            notes.join("accompagnement_20250101_zzzzz9.md.nouveau-1"),
            notes.join(".reflexe-abcdefghijkl.tmp"),
            self.elsewhere().with_file_name("Pour le dossier.csv.prec"),
        ] {
            put(&left);
        }
    }

    fn noted(&self, path: &Path) {
        let list = export_list::file(&self.data());
        export_list::add(&RealDisk, &list, path).unwrap();
    }

    /// Puts other people's files beside ours, with names that look like them.
    pub(super) fn with_others(mut self) -> Self {
        let (data, notes) = (self.data(), self.exports[0].clone());
        for path in [
            data.join("photo.jpg"),
            data.join("brouillon.journal.bak"),
            data.join("decompte-Usagers.json"),
            data.join("decompte-.json"),
            data.join("exports.json.corrompu-"),
            data.join("exports.json.corrompu-1a"),
            data.join("autre.prec"),
            data.join(".reflexe-.tmp"),
            data.join(".reflexe-a b c d.tmp"),
            data.join("sous-dossier").join("brouillon.journal"),
            self.settings().with_file_name("autre.json"),
            notes.join("accompagnement_20261125_Dupont.md"),
            notes.join("accompagnement_20261125_abcdef.pdf"),
            notes.join("accompagnement_20261125_abcdef.MD"),
            notes.join("Rapport.md"),
            notes.join("Rapport.md.prec"),
            notes.join("sous").join("accompagnement_20261125_abcdef.md"),
            self.elsewhere().with_file_name("Pour le dossier.md"),
        ] {
            put(&path);
            self.others.push(path);
        }
        self
    }

    pub(super) fn list_with(
        &self,
        disk: &dyn Disk,
        kind_of: &dyn Fn(&Path) -> PlaceKind,
    ) -> Inventory {
        let (data, settings) = (self.data(), self.settings());
        list(
            disk,
            &Places {
                data: Some(&data),
                settings: Some(&settings),
                exports: &self.exports,
                kind_of,
                day_of: &|_moment| DAY.to_owned(),
            },
        )
    }

    pub(super) fn list(&self) -> Inventory {
        self.list_with(&RealDisk, &|_folder| PlaceKind::Local)
    }

    /// Every ordinary file under the root, the hard way.
    pub(super) fn walk(&self) -> Vec<PathBuf> {
        fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let meta = fs::symlink_metadata(&path).unwrap();
                if meta.is_dir() {
                    walk(&path, found);
                } else if meta.is_file() {
                    found.push(path);
                }
            }
        }
        let mut found = Vec::new();
        walk(self.root.path(), &mut found);
        found.sort();
        found
    }
}

/// Erases as the screen does.
pub(super) fn erased(disk: &dyn Disk, bench: &Bench, files: &[KeptFile]) -> Receipt {
    erase(disk, Some(&bench.data()), files, DAY, &Mutex::default())
}

pub(super) fn paths(files: &[KeptFile]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    paths.sort();
    paths
}

pub(super) fn of_contacts(inventory: &Inventory) -> Vec<KeptFile> {
    let files = inventory.files.iter();
    files.filter(|f| f.kind.is_of_contacts()).cloned().collect()
}

/// A disk on which what one says fails.
#[derive(Debug)]
pub(super) struct Refusing {
    pub(super) remove: Vec<PathBuf>,
    pub(super) entry: Vec<PathBuf>,
    pub(super) sync: bool,
    pub(super) list: Vec<PathBuf>,
    pub(super) calls: Mutex<Vec<PathBuf>>,
}

impl Refusing {
    pub(super) fn new() -> Self {
        Self {
            remove: Vec::new(),
            entry: Vec::new(),
            sync: false,
            list: Vec::new(),
            calls: Mutex::default(),
        }
    }
}

fn denied<T>() -> io::Result<T> {
    Err(ErrorKind::PermissionDenied.into())
}

impl Disk for Refusing {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        RealDisk.make_folder(folder, private)
    }
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.create_new(path)
    }
    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        RealDisk.open_append(path)
    }
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        RealDisk.read(path, most)
    }
    fn entry(&self, path: &Path) -> io::Result<Entry> {
        if self.entry.iter().any(|refused| refused == path) {
            return denied();
        }
        RealDisk.entry(path)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        if self.list.iter().any(|refused| refused == folder) {
            return denied();
        }
        RealDisk.list(folder)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.calls.lock().unwrap().push(path.to_owned());
        if self.remove.iter().any(|refused| refused == path) {
            return denied();
        }
        RealDisk.remove(path)
    }
    fn share(&self, path: &Path) -> io::Result<()> {
        RealDisk.share(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if self.sync {
            return denied();
        }
        RealDisk.sync_folder(folder)
    }
}
