//! What is listed, against a walk of the folders; what is erased, and what a failure leaves.

mod bench;

use std::fs;
use std::io::Write as _;

use proptest::prelude::*;

use self::bench::{Bench, DAY, Refusing, erased, of_contacts, paths, put};
use super::*;
use crate::store::atomic::{self, Previous};
use crate::store::disk::RealDisk;
use crate::store::receipts;

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
        // Of the older export, of the one elsewhere.
        (PreviousExport, 2),
        // Of the tally.
        (Previous, 1),
        (Aside, 4),
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
    erased(&RealDisk, &bench, &bench.list().files);
    let mut others = bench.others.clone();
    others.sort();
    assert_eq!(bench.walk(), others);
}

#[test]
fn after_erasing_no_byte_of_a_contact_is_left_and_a_second_run_erases_nothing() {
    let bench = Bench::new();
    let before = bench.list();
    let taken = of_contacts(&before);
    let receipt = erased(&RealDisk, &bench, &taken);
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
    let again = erased(&RealDisk, &bench, &taken);
    assert_eq!((again.files, again.bytes, again.failed), (0, 0, Vec::new()));
    let text = String::from_utf8(fs::read(&list).unwrap()).unwrap();
    assert!(
        text.contains("25/11/2026 · 22 fichiers effacés · version "),
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
    atomic::write(&RealDisk, &list, b"{", Previous::Dropped).unwrap();
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
    let receipt = erased(&disk, &bench, &taken);
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
    let again = erased(&RealDisk, &bench, &taken);
    assert_eq!((again.files, again.failed), (3, Vec::new()));
}

#[test]
fn the_list_of_exports_goes_last() {
    let bench = Bench::new();
    let disk = Refusing::new();
    erased(&disk, &bench, &of_contacts(&bench.list()));
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
    let receipt = erased(&disk, &bench, &taken);
    // The list of exports stays: what it names may come back.
    assert_eq!(receipt.files, taken.len() - 1);
    let list = export_list::file(&bench.data());
    let mut folders: BTreeSet<&Path> = taken.iter().filter_map(|f| f.path.parent()).collect();
    folders.insert(&list);
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
fn the_list_stays_while_it_names_a_note_that_is_not_seen() {
    let bench = Bench::new();
    let list = export_list::file(&bench.data());
    // On a key that is not plugged in; and one that somebody erased by hand, in a folder that is there.
    let key = bench.root.path().join("clé").join("note.md");
    let gone = bench.exports[0].join("effacée.md");
    for path in [&key, &gone] {
        export_list::add(&RealDisk, &list, path).unwrap();
    }
    let receipt = erased(&RealDisk, &bench, &of_contacts(&bench.list()));
    let failed: Vec<&PathBuf> = receipt.failed.iter().map(|(path, _)| path).collect();
    assert_eq!(failed, [&list]);
    let left = export_list::load(&RealDisk, &list).unwrap();
    assert_eq!(left, export_list::Read::Sound(vec![key.clone()]));
    // Once the key is there, its note is seen, erased, and the list goes.
    put(&key);
    let receipt = erased(&RealDisk, &bench, &of_contacts(&bench.list()));
    assert_eq!((receipt.files, receipt.failed), (2, Vec::new()));
    assert!(!list.exists() && !key.exists());
}

#[test]
fn erasing_one_note_takes_it_out_of_the_list() {
    let bench = Bench::new();
    let (list, elsewhere) = (export_list::file(&bench.data()), bench.elsewhere());
    let mut one = bench.list().files;
    one.retain(|file| file.path == elsewhere);
    assert_eq!(erased(&RealDisk, &bench, &one).files, 1);
    let export_list::Read::Sound(left) = export_list::load(&RealDisk, &list).unwrap() else {
        panic!("damaged");
    };
    assert_eq!(left.len(), 5);
    assert!(!left.contains(&elsewhere));
}

#[test]
fn what_changed_since_it_was_listed_stays_and_is_told() {
    let bench = Bench::new();
    let taken = of_contacts(&bench.list());
    let (longer, later) = (bench.elsewhere(), bench.data().join("brouillon.journal"));
    fs::File::options()
        .append(true)
        .open(&longer)
        .unwrap()
        .write_all(b"!")
        .unwrap();
    let touched = fs::File::options().append(true).open(&later).unwrap();
    let before = touched.metadata().unwrap().modified().unwrap();
    touched
        .set_modified(before - std::time::Duration::from_secs(5))
        .unwrap();
    let receipt = erased(&RealDisk, &bench, &taken);
    assert!(longer.exists() && later.exists());
    for path in [&longer, &later] {
        let (_, why) = receipt.failed.iter().find(|(p, _)| p == path).unwrap();
        assert!(why.contains("a changé depuis"), "{why}");
    }
    assert_eq!(receipt.files, taken.len() - 3, "and the list stays");
    assert_eq!(
        erased(&RealDisk, &bench, &of_contacts(&bench.list())).files,
        3
    );
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
    let receipt = erased(&RealDisk, &bench, &taken);
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
