//! The thread that keeps drafts: it never keeps anybody waiting, writes the newest at its pace, and
//! says once what goes wrong.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::{Duration, Instant};

use reflexe_personas::store::draft::{self, Found, Writer};

use super::acts::SECRET;
use super::slow::Slow;
use super::{
    TODAY, draft as numbered, files, journal_in, not_a_sentence, now, number, quick_folder, real,
};

#[expect(clippy::disallowed_methods, reason = "tests of time need the real one")]
fn clock() -> Instant {
    Instant::now()
}

fn kept(folder: &Path) -> Option<u32> {
    match draft::load(&*real(), &journal_in(folder), TODAY, now()).unwrap() {
        Found::Nothing => None,
        Found::Draft(draft) => Some(number(&draft).unwrap()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn typing_never_waits_for_a_slow_disk_and_the_newest_is_kept() {
    let folder = quick_folder();
    let disk = Slow::new(60);
    let writer = Writer::start(disk.clone(), folder.path()).unwrap();
    let start = clock();
    let mut waits = 0;
    for number in 0..100 {
        let before = clock();
        writer.keep(numbered(number));
        waits += usize::from(before.elapsed() > Duration::from_millis(50));
        sleep(Duration::from_millis(10));
    }
    // One call to the disk takes 60 ms; a busy machine may stop anybody for a moment.
    assert!(waits < 5, "{waits} waits");
    assert!(writer.flush() || writer.flush());
    assert_eq!(kept(folder.path()), Some(99));
    let paces = usize::try_from(start.elapsed().as_millis() / 200).unwrap();
    let writings = disk.writings.load(Ordering::SeqCst);
    assert!(
        (2..=paces + 2).contains(&writings),
        "{writings} in {paces} paces"
    );
    assert_eq!(writer.trouble(), None);
}

#[test]
fn however_quick_the_disk_it_writes_at_its_pace() {
    let folder = quick_folder();
    let disk = Slow::new(0);
    let writer = Writer::start(disk.clone(), folder.path()).unwrap();
    let start = clock();
    let mut number = 0;
    while start.elapsed() < Duration::from_millis(900) {
        writer.keep(numbered(number));
        number += 1;
        sleep(Duration::from_millis(3));
    }
    let writings = disk.writings.load(Ordering::SeqCst);
    let paces = usize::try_from(start.elapsed().as_millis() / 200).unwrap();
    assert!(
        (2..=paces + 1).contains(&writings),
        "{writings} for {number} drafts"
    );
    // What is in no hurry is no older than the pace, and the time to write it.
    let behind = number - kept(folder.path()).unwrap();
    assert!(behind < 1_000 / 3, "{behind}");
}

#[test]
fn with_nothing_to_do_it_sleeps() {
    let folder = quick_folder();
    let disk = Slow::new(0);
    let writer = Writer::start(disk.clone(), folder.path()).unwrap();
    assert!(writer.flush());
    assert_eq!(disk.calls.load(Ordering::SeqCst), 0, "nothing was kept");
    writer.keep(numbered(1));
    assert!(writer.flush());
    let calls = disk.calls.load(Ordering::SeqCst);
    sleep(Duration::from_millis(700));
    assert!(writer.flush());
    assert_eq!(disk.calls.load(Ordering::SeqCst), calls);
}

#[test]
fn what_is_masked_or_erased_is_gone_at_once() {
    let folder = quick_folder();
    let writer = Writer::start(real(), folder.path()).unwrap();
    let mut secret = numbered(1);
    secret.contacts[0].facts.free_text = format!("tél {SECRET}").into();
    let holds_secret = || {
        let files = files(folder.path());
        let mut places = files.values().flat_map(|bytes| bytes.windows(SECRET.len()));
        places.any(|place| place == SECRET.as_bytes())
    };
    writer.keep(secret.clone());
    assert!(writer.flush() && holds_secret());
    writer.replace(numbered(2));
    // What is typed since does not bring the old records back.
    writer.keep(numbered(3));
    let start = clock();
    while holds_secret() {
        assert!(start.elapsed() < Duration::from_secs(5));
        sleep(Duration::from_millis(5));
    }
    assert!(writer.flush());
    assert_eq!(kept(folder.path()), Some(3));
    // What a killed writing of the journal left goes with it.
    let leftover = folder.path().join(".reflexe-brouillon-0123456789ab.tmp");
    crate::formats::put(&leftover, SECRET);
    writer.keep(secret);
    writer.erase();
    assert!(writer.flush());
    assert_eq!(files(folder.path()).len(), 0);
    writer.erase();
    writer.keep(numbered(4));
    assert!(writer.flush());
    assert_eq!(kept(folder.path()), Some(4));
}

#[test]
fn a_refusal_is_told_once_and_made_good_when_the_disk_accepts_again() {
    let folder = quick_folder();
    let disk = Slow::new(0);
    let writer = Writer::start(disk.clone(), folder.path()).unwrap();
    for round in [1, 2] {
        writer.keep(numbered(round * 10));
        assert!(writer.flush());
        disk.full.store(true, Ordering::SeqCst);
        for number in 1..5 {
            writer.keep(numbered(round * 10 + number));
            assert!(!writer.flush(), "said to be kept on a full disk");
        }
        assert_eq!(
            kept(folder.path()),
            Some(round * 10),
            "what was kept is lost"
        );
        let told = writer.trouble().unwrap();
        assert_eq!(not_a_sentence(&told), None);
        assert!(told.contains("plus de place"), "{told}");
        assert_eq!(writer.trouble(), None, "told twice");
        disk.full.store(false, Ordering::SeqCst);
        // By itself: nobody types any more.
        let start = clock();
        while kept(folder.path()) != Some(round * 10 + 4) {
            assert!(start.elapsed() < Duration::from_secs(10));
            sleep(Duration::from_millis(20));
        }
        assert!(writer.flush());
        assert_eq!(writer.trouble(), None);
    }
}

#[test]
fn masking_on_a_full_disk_erases_what_must_be_gone() {
    let folder = quick_folder();
    let disk = Slow::new(0);
    let writer = Writer::start(disk.clone(), folder.path()).unwrap();
    writer.keep(numbered(1));
    assert!(writer.flush());
    disk.full.store(true, Ordering::SeqCst);
    writer.replace(numbered(2));
    assert!(!writer.flush());
    assert_eq!(files(folder.path()).len(), 0);
    assert!(writer.trouble().is_some());
    disk.full.store(false, Ordering::SeqCst);
    assert!(writer.flush());
    assert_eq!(kept(folder.path()), Some(2));
}

#[test]
fn closing_flushes_and_a_disk_that_hangs_keeps_nobody() {
    let folder = quick_folder();
    let writer = Writer::start(real(), folder.path()).unwrap();
    for number in 0..50 {
        writer.keep(numbered(number));
    }
    drop(writer);
    assert_eq!(kept(folder.path()), Some(49));
    let disk = Slow::new(60_000);
    let writer = Writer::start(disk, folder.path()).unwrap();
    writer.keep(numbered(50));
    let start = clock();
    assert!(!writer.flush());
    drop(writer);
    let waited = start.elapsed();
    assert!(waited < Duration::from_millis(5_500), "{waited:?}");
    assert!(waited >= Duration::from_millis(3_900), "{waited:?}");
}

#[test]
fn a_draft_survives_a_panic_of_the_window() {
    let folder = quick_folder();
    for round in 0..25 {
        let path = folder.path().to_owned();
        let window = std::thread::Builder::new().spawn(move || {
            let writer = Writer::start(real(), &path).unwrap();
            writer.keep(numbered(round));
            panic!("round {round}: on purpose");
        });
        assert!(window.unwrap().join().is_err());
        assert_eq!(kept(folder.path()), Some(round));
    }
}
