//! What is listed, against a walk of the folders; what is erased, and what a failure leaves.

use std::fs;
use std::io;
use std::sync::Mutex;

use proptest::prelude::*;

use super::*;
use crate::domain::guard::{GuardLexicon, Kept, VerifiedNote, verify};
use crate::domain::interview::Interview;
use crate::domain::note::{Note, NoteFormat, NoteFrame, file_stem};
use crate::domain::settings::Settings;
use crate::domain::study::tally::Tally;
use crate::domain::testing::kit;
use crate::domain::vocab::{Channel, DurationBracket, ThemeChoice};
use crate::store::atomic::write_atomic;
use crate::store::disk::{DiskFile, Entry, RealDisk};
use crate::store::export::{export_note, export_note_to};
use crate::store::export_list::Exported;
use crate::store::start_mark::StartMark;
use crate::store::{instance, receipts, settings, start_mark, tally};

const DAY: &str = "2026-11-25";

/// A machine: the program's folders, made by the program's own functions, and other people's files.
struct Bench {
    root: tempfile::TempDir,
    exports: Vec<PathBuf>,
    /// Files that are not ours.
    others: Vec<PathBuf>,
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

fn put(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    write_atomic(path, b"quelque chose").unwrap();
}

impl Bench {
    fn data(&self) -> PathBuf {
        self.root.path().join("données")
    }

    fn settings(&self) -> PathBuf {
        self.root.path().join("réglages").join("reglages.json")
    }

    fn elsewhere(&self) -> PathBuf {
        self.root.path().join("Bureau").join("Pour le dossier.csv")
    }

    /// Everything the program can leave, by its own functions where they exist.
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let folder = |name: &str| root.path().join(name);
        let data = folder("données");
        let window = match instance::start(&data).unwrap() {
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
        tally::save(&tally::file(&data, &kit.kit), &kit).unwrap();
        start_mark::save(&start_mark::file(&data), &StartMark::default()).unwrap();
        let loaded = settings::load(None, None);
        let chosen = Settings {
            theme: ThemeChoice::Dark,
            ..loaded.settings
        };
        fs::create_dir_all(self.settings().parent().unwrap()).unwrap();
        settings::save(&self.settings(), &chosen, &loaded.kept).unwrap();
        for (n, format) in NoteFormat::ALL.iter().enumerate() {
            let folder = &self.exports[n % 2];
            let stem = file_stem(DAY, &format!("abcde{n}"));
            let path = export_note(disk, folder, &note(), *format, &stem).unwrap();
            self.noted(path, *format);
        }
        fs::create_dir_all(self.elsewhere().parent().unwrap()).unwrap();
        export_note_to(disk, &self.elsewhere(), &note(), NoteFormat::Markdown).unwrap();
        self.noted(self.elsewhere(), NoteFormat::Csv);
        let erased = erase(disk, &[], DAY);
        receipts::record(disk, &receipts::file(&data), &erased).unwrap();
        let notes = &self.exports[0];
        for left in [
            data.join("brouillon.journal"),
            data.join("brouillon.journal.corrompu-1"),
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

    fn noted(&self, path: PathBuf, format: NoteFormat) {
        let export = Exported {
            path,
            day: DAY.to_owned(),
            format,
        };
        let list = export_list::file(&self.data());
        export_list::add(&RealDisk, &list, export).unwrap();
    }

    /// Puts other people's files beside ours, with names that look like them.
    fn with_others(mut self) -> Self {
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

    fn list_with(&self, disk: &dyn Disk, kind_of: &dyn Fn(&Path) -> PlaceKind) -> Inventory {
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

    fn list(&self) -> Inventory {
        self.list_with(&RealDisk, &|_folder| PlaceKind::Local)
    }

    /// Every ordinary file under the root, the hard way.
    fn walk(&self) -> Vec<PathBuf> {
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

fn paths(files: &[KeptFile]) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = files.iter().map(|file| file.path.clone()).collect();
    paths.sort();
    paths
}

fn of_contacts(inventory: &Inventory) -> Vec<KeptFile> {
    let files = inventory.files.iter();
    files.filter(|f| f.kind.is_of_contacts()).cloned().collect()
}

/// A disk on which what one says fails.
#[derive(Debug)]
struct Refusing {
    remove: Vec<PathBuf>,
    entry: Vec<PathBuf>,
    sync: bool,
    list: Vec<PathBuf>,
    calls: Mutex<Vec<PathBuf>>,
}

impl Refusing {
    fn new() -> Self {
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
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if self.sync {
            return denied();
        }
        RealDisk.sync_folder(folder)
    }
}

#[test]
fn the_list_equals_a_walk_of_the_folders() {
    let bench = Bench::new();
    let inventory = bench.list();
    assert_eq!(paths(&inventory.files), bench.walk());
    assert_eq!(inventory.unread, []);
    let sizes: u64 = bench
        .walk()
        .iter()
        .map(|path| fs::metadata(path).unwrap().len())
        .sum();
    assert_eq!(inventory.bytes(), sizes);
    assert!(inventory.files.iter().all(|file| file.day == DAY));
}

#[test]
fn every_kind_is_there_for_its_reason() {
    use KeptKind::*;
    let bench = Bench::new();
    let mut counts: BTreeMap<KeptKind, usize> = BTreeMap::new();
    for file in bench.list().files {
        *counts.entry(file.kind).or_default() += 1;
    }
    let expected = [
        // Five formats, one older, one elsewhere.
        (Export, 7),
        (Draft, 1),
        (Tally, 1),
        // Of the tally, of the older export, of the one elsewhere.
        (Previous, 3),
        (Aside, 3),
        // Two in the data, one beside the settings, one in the notes, one not put in place.
        (Leftover, 5),
        (ExportList, 1),
        // With its version before and the damaged one.
        (Settings, 3),
        (Receipts, 2),
        // The lock, the mark and its version before.
        (Running, 3),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn other_peoples_files_are_never_listed_nor_erased() {
    let bench = Bench::new().with_others();
    let listed = paths(&bench.list().files);
    for other in &bench.others {
        assert!(!listed.contains(other), "{}", other.display());
    }
    let mut all: Vec<PathBuf> = listed.into_iter().chain(bench.others.clone()).collect();
    all.sort();
    assert_eq!(all, bench.walk());
    erase(&RealDisk, &bench.list().files, DAY);
    let mut others = bench.others.clone();
    others.sort();
    assert_eq!(bench.walk(), others);
}

#[test]
fn after_erasing_no_byte_of_a_contact_is_left_and_a_second_run_erases_nothing() {
    let bench = Bench::new();
    let before = bench.list();
    let taken = of_contacts(&before);
    let receipt = erase(&RealDisk, &taken, DAY);
    assert_eq!(receipt.failed, []);
    assert_eq!(receipt.files, taken.len());
    assert_eq!(
        receipt.bytes,
        taken.iter().map(|file| file.bytes).sum::<u64>()
    );
    assert_eq!(
        (receipt.day.as_str(), receipt.version.as_str()),
        (DAY, env!("CARGO_PKG_VERSION"))
    );
    let list = receipts::file(&bench.data());
    receipts::record(&RealDisk, &list, &receipt).unwrap();
    let after = bench.list();
    assert_eq!(of_contacts(&after), []);
    // What the walk still finds is what the list says, and none of it is of a contact.
    assert_eq!(paths(&after.files), bench.walk());
    let kinds: BTreeSet<KeptKind> = after.files.iter().map(|file| file.kind).collect();
    let expected = [KeptKind::Settings, KeptKind::Receipts, KeptKind::Running];
    assert_eq!(kinds, BTreeSet::from(expected));
    let again = erase(&RealDisk, &taken, DAY);
    assert_eq!((again.files, again.bytes, again.failed), (0, 0, Vec::new()));
    let text = String::from_utf8(fs::read(&list).unwrap()).unwrap();
    assert!(
        text.contains("25/11/2026 · 21 fichiers effacés · version "),
        "{text}"
    );
}

#[test]
fn exports_made_elsewhere_are_found_by_the_list_and_lost_with_a_damaged_one() {
    let bench = Bench::new();
    let elsewhere = bench.elsewhere();
    assert!(paths(&bench.list().files).contains(&elsewhere));
    let list = export_list::file(&bench.data());
    export_list::forget(&RealDisk, &list, std::slice::from_ref(&elsewhere)).unwrap();
    assert!(!paths(&bench.list().files).contains(&elsewhere));
    write_atomic(&list, b"{").unwrap();
    let inventory = bench.list();
    assert!(inventory.files.iter().any(|file| file.path == list));
    assert_eq!(
        inventory
            .files
            .iter()
            .filter(|f| f.kind == KeptKind::Export)
            .count(),
        6
    );
    assert_eq!(fs::read(&list).unwrap(), b"{", "listing touches nothing");
}

#[test]
fn in_a_network_folder_only_what_was_exported_here_is_ours() {
    let bench = Bench::new();
    let shared = bench.exports[0].clone();
    let kinds = |folder: &Path| {
        if folder == shared {
            PlaceKind::Network
        } else {
            PlaceKind::Local
        }
    };
    let listed = bench.list_with(&RealDisk, &kinds).files;
    let there: Vec<&str> = listed
        .iter()
        .filter(|file| file.path.parent() == Some(&shared))
        .map(|file| file.path.file_name().unwrap().to_str().unwrap())
        .collect();
    // A colleague's note of the same spelling stays, and so does what somebody may be writing.
    assert_eq!(
        there,
        [
            "accompagnement_20261125_abcde0.md",
            "accompagnement_20261125_abcde2.csv",
            "accompagnement_20261125_abcde4.ron",
        ]
    );
}

#[test]
fn a_failure_is_told_with_its_reason_and_the_rest_is_erased() {
    let bench = Bench::new();
    let taken = of_contacts(&bench.list());
    let (stuck, unseen) = (bench.elsewhere(), bench.data().join("brouillon.journal"));
    let disk = Refusing {
        remove: vec![stuck.clone()],
        entry: vec![unseen.clone()],
        ..Refusing::new()
    };
    let receipt = erase(&disk, &taken, DAY);
    let list = export_list::file(&bench.data());
    let failed: BTreeMap<PathBuf, String> = receipt.failed.iter().cloned().collect();
    assert_eq!(failed[&stuck], "droits insuffisants");
    assert_eq!(failed[&unseen], "droits insuffisants");
    assert!(failed[&list].contains("cette liste dit où sont les notes"));
    assert_eq!(receipt.files, taken.len() - 3);
    let left = paths(&of_contacts(&bench.list()));
    let mut expected = vec![stuck, unseen, list];
    expected.sort();
    assert_eq!(left, expected);
    // Once it can be, the second run takes what stayed and no more.
    let again = erase(&RealDisk, &taken, DAY);
    assert_eq!((again.files, again.failed), (3, Vec::new()));
}

#[test]
fn the_list_of_exports_goes_last() {
    let bench = Bench::new();
    let disk = Refusing::new();
    erase(&disk, &of_contacts(&bench.list()), DAY);
    let calls = disk.calls.lock().unwrap();
    assert_eq!(calls.last(), Some(&export_list::file(&bench.data())));
}

#[test]
fn what_the_disk_does_not_confirm_is_told() {
    let bench = Bench::new();
    let taken = of_contacts(&bench.list());
    let disk = Refusing {
        sync: true,
        ..Refusing::new()
    };
    let receipt = erase(&disk, &taken, DAY);
    assert_eq!(receipt.files, taken.len());
    let folders: BTreeSet<&Path> = taken.iter().filter_map(|f| f.path.parent()).collect();
    let told: BTreeSet<&Path> = receipt
        .failed
        .iter()
        .map(|(path, _)| path.as_path())
        .collect();
    assert_eq!(told, folders);
    assert!(receipt.failed[0].1.contains("n’a pas confirmé"));
}

#[test]
fn a_folder_that_cannot_be_read_is_told() {
    let bench = Bench::new();
    let notes = bench.exports[0].clone();
    let disk = Refusing {
        list: vec![notes.clone()],
        ..Refusing::new()
    };
    let inventory = bench.list_with(&disk, &|_| PlaceKind::Local);
    assert_eq!(
        inventory.unread,
        [(notes, "droits insuffisants".to_owned())]
    );
    assert!(!inventory.files.is_empty());
}

#[test]
#[cfg(unix)]
fn links_are_neither_listed_nor_followed() {
    use std::os::unix::fs::symlink;
    let bench = Bench::new();
    let precious = bench.root.path().join("précieux.txt");
    put(&precious);
    let link = bench.exports[0].join("accompagnement_20261125_liens1.md");
    symlink(&precious, &link).unwrap();
    fs::create_dir(bench.exports[0].join("accompagnement_20261125_dossie.md")).unwrap();
    let listed = bench.list();
    assert!(!paths(&listed.files).contains(&link));
    // What was a file when it was listed has become a link, or a folder.
    let taken = of_contacts(&listed);
    let (swapped, folder) = (bench.elsewhere(), bench.data().join("brouillon.journal"));
    fs::remove_file(&swapped).unwrap();
    symlink(&precious, &swapped).unwrap();
    fs::remove_file(&folder).unwrap();
    fs::create_dir(&folder).unwrap();
    let receipt = erase(&RealDisk, &taken, DAY);
    for path in [&swapped, &folder] {
        let (_, why) = receipt.failed.iter().find(|(p, _)| p == path).unwrap();
        assert!(why.contains("ce n’est plus un fichier ordinaire"), "{why}");
    }
    assert!(precious.exists() && swapped.is_symlink() && folder.is_dir());
}

proptest! {
    #[test]
    fn no_name_is_taken_that_is_not_spelled_by_this_program(name in "[a-zA-Z.é-]{1,20}(\\.prec|\\.tmp|\\.json|\\.corrompu-1|\\.md)?") {
        prop_assert_eq!(names::kind_in_data(&name), None);
        let exports = names::kind_in_exports(&name, true, &crate::store::export::is_export_name);
        prop_assert_eq!(exports, None);
    }
}
