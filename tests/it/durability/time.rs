//! Clocks that go back, days of 23 and 25 hours, the turn of the year, other locales: what is old goes,
//! what is not stays.

use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use reflexe_personas::store::atomic::sweep;
use reflexe_personas::store::draft::{self, Found, Journal};
use reflexe_personas::store::settings::{self, SettingsFile};
use reflexe_personas::store::tally;

use super::acts::{counted, settings as numbered_settings};
use super::{
    draft as numbered, files, journal_in, now, quick_folder, real, same_program, variable,
};
use crate::formats::put;

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

/// A moment so many seconds away.
fn moment(seconds: i64) -> SystemTime {
    let distance = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 {
        now() - distance
    } else {
        now() + distance
    }
}

fn written(path: &Path, at: SystemTime) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(at).unwrap();
}

/// What becomes of a draft.
#[derive(Clone, Copy)]
enum Then {
    Kept,
    Erased,
}

/// Day of the draft, day of the start, seconds from the writing to the start.
const AGES: &[(&str, &str, &str, i64, Then)] = &[
    ("a moment later", "2026-11-24", "2026-11-24", 5, Then::Kept),
    ("the next day", "2026-11-24", "2026-11-25", 60, Then::Erased),
    (
        "the turn of the year",
        "2026-12-31",
        "2027-01-01",
        120,
        Then::Erased,
    ),
    (
        "the last hour of the year",
        "2026-12-31",
        "2026-12-31",
        HOUR,
        Then::Kept,
    ),
    ("a leap day", "2028-02-29", "2028-02-29", HOUR, Then::Kept),
    (
        "after a leap day",
        "2028-02-29",
        "2028-03-01",
        HOUR,
        Then::Erased,
    ),
    (
        "the clock went back an hour",
        "2026-11-24",
        "2026-11-24",
        -HOUR,
        Then::Kept,
    ),
    (
        "it went back over midnight",
        "2026-11-25",
        "2026-11-24",
        -HOUR,
        Then::Erased,
    ),
    (
        "it went back a year",
        "2026-11-24",
        "2025-11-24",
        -365 * DAY,
        Then::Erased,
    ),
    (
        "a day of 25 hours, evening",
        "2026-10-25",
        "2026-10-25",
        DAY - 60,
        Then::Kept,
    ),
    (
        "a day of 25 hours, its end",
        "2026-10-25",
        "2026-10-25",
        DAY + 1_800,
        Then::Erased,
    ),
    (
        "a day of 23 hours",
        "2026-03-29",
        "2026-03-29",
        22 * HOUR,
        Then::Kept,
    ),
    (
        "after a day of 23 hours",
        "2026-03-29",
        "2026-03-30",
        23 * HOUR,
        Then::Erased,
    ),
    (
        "a year later, same day",
        "2025-11-24",
        "2026-11-24",
        365 * DAY,
        Then::Erased,
    ),
    (
        "a clock that says nothing",
        "2026-11-24",
        "",
        5,
        Then::Erased,
    ),
];

#[test]
fn a_draft_lives_a_day_whatever_the_clock_does() {
    for (label, of, today, later, then) in AGES {
        let folder = quick_folder();
        let path = journal_in(folder.path());
        let mut draft = numbered(1);
        (*of).clone_into(&mut draft.day);
        let mut journal = Journal::open(real(), path.clone()).unwrap();
        journal.append(&draft).unwrap();
        let found = draft::load(&*real(), &path, today, moment(*later)).unwrap();
        match then {
            Then::Kept => {
                let same = matches!(&found, Found::Draft(found) if **found == draft);
                assert!(same, "{label}: {found:?}");
                assert!(path.exists(), "{label}");
            }
            Then::Erased => {
                assert!(matches!(found, Found::TooOld), "{label}: {found:?}");
                assert_eq!(files(folder.path()).len(), 0, "{label}");
            }
        }
    }
}

#[test]
fn damaged_drafts_go_after_a_day_too() {
    let folder = quick_folder();
    let path = journal_in(folder.path());
    put(&path, [0x5a; 300]);
    let found = draft::load(&*real(), &path, "2026-11-24", moment(DAY + 5)).unwrap();
    assert!(matches!(found, Found::TooOld), "{found:?}");
    put(&path, [0x5a; 300]);
    let found = draft::load(&*real(), &path, "2026-11-24", moment(5)).unwrap();
    assert!(
        matches!(found, Found::Damaged { aside: Some(_), .. }),
        "{found:?}"
    );
    put(&folder.path().join("reglages.json.corrompu-1"), "{");
    put(&folder.path().join("brouillon.journal.autre-kit-1"), "r");
    put(&folder.path().join("brouillon.journal.corrompu-essai"), "d");
    // Judged by the local day, like a draft: not by hours.
    let day_of = |_: SystemTime| "2026-11-24".to_owned();
    for (today, removed, left) in [
        ("2026-11-24", 0, 4),
        ("2026-11-25", 2, 2),
        ("2026-11-25", 0, 2),
    ] {
        let gone = draft::sweep_aside(&*real(), folder.path(), today, &day_of).unwrap();
        let count = files(folder.path()).len();
        assert_eq!((gone, count), (removed, left), "{today}");
    }
}

#[test]
fn erasing_takes_a_damaged_draft_along_and_tells_what_stays() {
    let folder = quick_folder();
    let path = journal_in(folder.path());
    let aside = folder.path().join("brouillon.journal.corrompu-1");
    let other = folder.path().join("brouillon.journal.autre-kit-1");
    put(&aside, "d");
    put(&other, "r");
    let mut journal = Journal::open(real(), path.clone()).unwrap();
    journal.append(&numbered(1)).unwrap();
    journal.erase().unwrap();
    assert!(!path.exists() && !aside.exists() && other.exists());
    // A leftover that cannot go is told: a folder of that name refuses to be removed as a file.
    journal.append(&numbered(1)).unwrap();
    let stuck = folder.path().join(".reflexe-brouillon-0123456789ab.tmp");
    fs::create_dir(&stuck).unwrap();
    assert!(journal.erase().is_err());
    assert!(!path.exists(), "the rest goes all the same");
}

#[test]
fn leftovers_go_after_an_hour_and_nothing_else_does() {
    let folder = quick_folder();
    let name = |name: &str| folder.path().join(name);
    let table = [
        (".reflexe-0123456789ab.tmp", 61 * 60, true),
        (".reflexe-brouillon-0123456789ab.tmp", 61 * 60, true),
        (".reflexe-essais.tmp", 400 * DAY, true),
        // The clock went back: nobody writes for an hour.
        (".reflexe-demain.tmp", -25 * HOUR, true),
        (".reflexe-recent.tmp", 59 * 60, false),
        (".reflexe-maintenant.tmp", 0, false),
        (".reflexe-bientot.tmp", -1_800, false),
        ("reflexe-0123456789ab.tmp", DAY, false),
        (".reflexe-0123456789ab.tmpx", DAY, false),
        (".reflexe-notes.txt", DAY, false),
        ("reglages.json", 400 * DAY, false),
        ("brouillon.journal", DAY, false),
    ];
    for (file, age, _) in table {
        put(&name(file), "contenu");
        written(&name(file), moment(-age));
    }
    fs::create_dir(name(".reflexe-dossier.tmp")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", name(".reflexe-lien.tmp")).unwrap();
    let stay = table.iter().filter(|(_, _, goes)| !goes).count();
    assert_eq!(
        sweep(&*real(), folder.path(), now()).unwrap(),
        table.len() - stay
    );
    for (file, _, goes) in table {
        assert_eq!(name(file).exists(), !goes, "{file}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), stay + 2);
    assert_eq!(sweep(&*real(), folder.path(), now()).unwrap(), 0);
    assert_eq!(sweep(&*real(), &name("absent"), now()).unwrap(), 0);
    assert!(sweep(&*real(), &name("reglages.json"), now()).is_err());
}

/// Names the folder to the process of another locale.
const FOLDER: &str = "REFLEXE_TEST_LOCALE";

/// The process of another locale: writes everything. Alone, it is nothing.
#[test]
fn the_process_of_another_locale() {
    let Some(folder) = variable(FOLDER) else {
        return;
    };
    let (folder, disk) = (Path::new(&folder), &*real());
    for number in [1, 1_234] {
        let path = folder.join(settings::FILE_NAME);
        let kept = SettingsFile::default();
        settings::save(disk, &path, &numbered_settings(number), &kept).unwrap();
        tally::save(disk, &tally::file(folder, "essai"), &counted(number)).unwrap();
    }
    let mut journal = Journal::open(real(), journal_in(folder)).unwrap();
    journal.append(&numbered(1_234)).unwrap();
    let found = draft::load(disk, &journal_in(folder), super::TODAY, now()).unwrap();
    assert!(matches!(found, Found::Draft(_)), "{found:?}");
    println!("\n§ fait");
}

#[test]
fn no_locale_and_no_time_zone_changes_a_byte() {
    let name = concat!(module_path!(), "::the_process_of_another_locale");
    let mut first = None;
    for (locale, zone) in [
        ("C", "UTC"),
        ("fr_FR.UTF-8", "Europe/Paris"),
        ("tr_TR.UTF-8", "Asia/Istanbul"),
        ("C.UTF-8", "Pacific/Kiritimati"),
    ] {
        let folder = quick_folder();
        let mut command = same_program(name);
        command.env(FOLDER, folder.path()).env("TZ", zone);
        for variable in ["LC_ALL", "LANG", "LC_NUMERIC"] {
            command.env(variable, locale);
        }
        let output = command.stderr(Stdio::inherit()).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success() && text.contains("§ fait"),
            "{locale}: {text}"
        );
        let found = files(folder.path());
        assert_eq!(found.len(), 5, "{:?}", found.keys());
        assert_eq!(first.get_or_insert(found.clone()), &found, "{locale}");
    }
}
