//! A disk that is really full, and folders that really refuse: nothing is lost, and what is told is
//! French.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use reflexe_personas::domain::note::NoteFormat;
use reflexe_personas::store::draft::{self, Found, Journal};
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::export::{export_note, export_note_to};
use reflexe_personas::store::settings::{self, SettingsFile};
use reflexe_personas::store::tally;

use super::acts::{counted, note, settings as numbered_settings};
use super::{
    Files, TODAY, draft as numbered, files, is_sentence, is_temporary, journal_in, now, number,
    real, same_program, variable,
};

/// Names the folder to the process on the full disk.
const FULL: &str = "REFLEXE_TEST_FULL";
/// Names the folder to the process that may not write there.
const CLOSED: &str = "REFLEXE_TEST_CLOSED";
const DONE: &str = "§ fait";

/// One thing written, by its name.
type Writing = (&'static str, fn(&Path, u16) -> Result<(), StoreError>);

const WRITINGS: [Writing; 4] = [
    (settings::FILE_NAME, |folder, number| {
        let path = folder.join(settings::FILE_NAME);
        let kept = SettingsFile::default();
        settings::save(&*real(), &path, &numbered_settings(number), &kept)
    }),
    ("choisi.md", |folder, number| {
        let note = note(&format!("version {number}"));
        export_note_to(
            &*real(),
            &folder.join("choisi.md"),
            &note,
            NoteFormat::Markdown,
        )
        .map(drop)
    }),
    ("decompte-essai.json", |folder, number| {
        tally::save(&*real(), &tally::file(folder, "essai"), &counted(number))
    }),
    ("Notes", |folder, number| {
        let stem = format!("accompagnement_20261124_{number:06}");
        let note = note(&format!("version {number}"));
        export_note(
            &*real(),
            &folder.join("Notes"),
            &note,
            NoteFormat::Text,
            &stem,
        )
        .map(drop)
    }),
];

/// Says why a test cannot be made here; where everything must be, that is a failure.
#[expect(clippy::print_stdout, reason = "who reads the output is to know")]
fn cannot(why: &str) {
    println!("not tried: {why}");
    assert!(variable("CI").is_none(), "{why}");
}

fn said(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8_lossy(&text).into_owned()
}

/// The process on the full disk. Alone, it is nothing.
#[test]
fn the_process_on_a_full_disk() {
    let Some(folder) = variable(FULL) else {
        return;
    };
    let folder = Path::new(&folder);
    for (_, write) in WRITINGS {
        write(folder, 1).unwrap();
    }
    let mut journal = Journal::open(real(), journal_in(folder)).unwrap();
    journal.append(&numbered(1)).unwrap();
    let filler = folder.join("plein");
    fill(&filler);
    let before = without(&files(folder), "plein");
    for (name, write) in WRITINGS {
        let refused = write(folder, 2).expect_err(name);
        assert_eq!(is_sentence(&refused), Ok(()), "{name}");
        assert!(
            refused.to_string().contains("plus de place sur le disque"),
            "{refused}"
        );
        assert_eq!(without(&files(folder), "plein"), before, "{name}");
    }
    // A record fits in the last page of the file as long as there is some left.
    let mut last = 1;
    let refused = loop {
        match journal.append(&numbered(last + 1)) {
            Ok(()) => last += 1,
            Err(refused) => break refused,
        }
        assert!(last < 2_000, "the disk is not full");
    };
    assert_eq!(is_sentence(&refused), Ok(()));
    assert!(
        refused.to_string().contains("plus de place sur le disque"),
        "{refused}"
    );
    assert_eq!(last_kept(folder), Some(last));
    fs::remove_file(&filler).unwrap();
    for (name, write) in WRITINGS {
        write(folder, 2).expect(name);
    }
    journal.append(&numbered(last + 1)).unwrap();
    assert_eq!(last_kept(folder), Some(last + 1));
    let found = files(folder);
    assert!(
        found.keys().all(|name| !is_temporary(name)),
        "{:?}",
        found.keys()
    );
    for (name, bytes) in &before {
        // Each is where it was, or beside as the version before.
        let kept = found
            .get(&format!("{name}.prec"))
            .or_else(|| found.get(name));
        assert!(
            name.ends_with(".journal") || kept == Some(bytes),
            "{name} is lost"
        );
    }
    assert_eq!(found.len(), before.len() + 4, "{:?}", found.keys());
    println!("\n{DONE}");
}

/// Writes until there is no place left, to the last byte.
fn fill(path: &Path) {
    let mut file = File::create(path).unwrap();
    let mut block = vec![0x5a; 64 << 10];
    while !block.is_empty() {
        match file.write(&block) {
            Ok(count) if count > 0 => {}
            _ => block.truncate(block.len() / 2),
        }
    }
}

fn without(files: &Files, name: &str) -> Files {
    let mut files = files.clone();
    files.remove(name);
    files
}

fn last_kept(folder: &Path) -> Option<u32> {
    match draft::load(&*real(), &journal_in(folder), TODAY, now()).unwrap() {
        Found::Draft(draft) => number(&draft),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_disk_that_is_full_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let test = concat!(module_path!(), "::the_process_on_a_full_disk");
    let script = "mount -t tmpfs -o size=1m tmpfs \"$0\" || exit 77; exec \"$@\"";
    // In a space of its own, which takes the mount with it.
    for space in [&["-m"][..], &["-r", "-m"]] {
        let program = same_program(test);
        let output = Command::new("unshare")
            .args(space)
            .args(["sh", "-c", script])
            .arg(folder.path())
            .arg(program.get_program())
            .args(program.get_args())
            .env(FULL, folder.path())
            .output();
        match output {
            Ok(output) if output.status.success() => {
                assert!(said(&output).contains(DONE), "{}", said(&output));
                return;
            }
            // Refused before the test began.
            Ok(output)
                if output.status.code() == Some(77) || !said(&output).contains("running 1") =>
            {
                println!("{}", said(&output));
            }
            Ok(output) => panic!("{}", said(&output)),
            Err(error) => println!("{error}"),
        }
    }
    cannot("no small file system can be mounted here");
}

/// The process that may not write in its folder. Alone, it is nothing.
#[test]
fn the_process_that_may_not_write() {
    let Some(folder) = variable(CLOSED) else {
        return;
    };
    let folder = Path::new(&folder);
    for (name, write) in WRITINGS {
        let refused = write(folder, 2).expect_err(name);
        assert_eq!(is_sentence(&refused), Ok(()), "{name}");
        assert!(
            refused.to_string().contains("droits insuffisants"),
            "{refused}"
        );
    }
    // Adding to a file that is its own needs no new name.
    let mut journal = Journal::open(real(), journal_in(folder)).unwrap();
    journal.append(&numbered(2)).unwrap();
    assert_eq!(last_kept(folder), Some(2));
    let refused = journal.compact(&numbered(3)).unwrap_err();
    assert_eq!(is_sentence(&refused), Ok(()));
    assert_eq!(last_kept(folder), Some(2));
    let refused = journal.erase().unwrap_err();
    assert_eq!(is_sentence(&refused), Ok(()));
    // Its name stays, its content does not.
    assert_eq!(fs::read(journal_in(folder)).unwrap(), b"");
    println!("\n{DONE}");
}

#[test]
fn a_folder_that_refuses_loses_nothing() {
    use std::os::unix::fs::{PermissionsExt as _, chown};
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("fermé");
    fs::create_dir(&folder).unwrap();
    for (_, write) in WRITINGS {
        write(&folder, 1).unwrap();
    }
    Journal::open(real(), journal_in(&folder))
        .unwrap()
        .append(&numbered(1))
        .unwrap();
    let before = files(&folder);
    let rights = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    // Root may write anywhere: then somebody else is asked to try.
    let somebody = 65_534;
    let is_root = chown(&folder, Some(somebody), Some(somebody)).is_ok();
    let inside = before.keys().map(|name| folder.join(name));
    for path in inside.chain([folder.join("Notes")]).filter(|_| is_root) {
        chown(path, Some(somebody), Some(somebody)).unwrap();
    }
    rights(&folder.join("Notes"), 0o500).unwrap();
    rights(&folder, 0o500).unwrap();
    rights(root.path(), 0o755).unwrap();
    let program = same_program(concat!(module_path!(), "::the_process_that_may_not_write"));
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command
            .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
            .arg(program.get_program())
            .args(program.get_args());
        command
    } else {
        program
    };
    let output = command.env(CLOSED, &folder).stdin(Stdio::null()).output();
    rights(&folder, 0o700).unwrap();
    rights(&folder.join("Notes"), 0o700).unwrap();
    let after = files(&folder);
    match output {
        Ok(output) if output.status.success() => {
            assert!(said(&output).contains(DONE), "{}", said(&output));
        }
        Ok(output) if said(&output).contains("running 1") => panic!("{}", said(&output)),
        Ok(output) => return cannot(&said(&output)),
        Err(error) => return cannot(&format!("setpriv: {error}")),
    }
    let but_the_draft = |files: &Files| without(files, draft::FILE_NAME);
    assert_eq!(but_the_draft(&after), but_the_draft(&before));
}
