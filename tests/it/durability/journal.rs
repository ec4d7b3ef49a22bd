//! The journal against damage: cut anywhere, with bits turned, with records moved, it gives what was
//! written before the damage and nothing else.

use std::path::Path;
use std::sync::Arc;

use reflexe_personas::store::disk::Disk;
use reflexe_personas::store::draft::{self, Found, Journal};

use super::acts::drafts;
use super::layers::with_right_checks;
use super::machine::Machine;
use super::{Files, TODAY, draft as numbered, now, number};

const RECORDS: u32 = 64;
/// Length of what comes before the first record.
const HEADER: usize = 16;
/// Length of what comes before the content of a record.
const BEFORE: usize = 8;

/// A journal of 64 drafts, numbered from 0, and where each record ends.
fn sample() -> (Vec<u8>, Vec<usize>) {
    let numbers: Vec<u32> = (0..RECORDS).collect();
    let bytes = drafts(&numbers).remove(draft::FILE_NAME).unwrap();
    let (mut ends, mut at) = (Vec::new(), HEADER);
    while at < bytes.len() {
        let length = bytes[at..at + 4].try_into().unwrap();
        at += BEFORE + u32::from_le_bytes(length) as usize;
        ends.push(at);
    }
    assert_eq!((ends.len(), at), (64, bytes.len()));
    (bytes, ends)
}

fn root() -> &'static Path {
    Path::new("/machine")
}

fn machine(bytes: &[u8]) -> Machine {
    Machine::with(
        root(),
        &[(draft::FILE_NAME.to_owned(), bytes.to_owned())].into(),
    )
}

/// What a start finds: the number of the draft, and whether there was damage.
fn start(machine: &Machine) -> (Option<u32>, bool) {
    let of = |draft: &_| number(draft).unwrap();
    match draft::load(machine, &draft::file(root()), TODAY, now()).unwrap() {
        Found::Nothing => (None, false),
        Found::Draft(draft) => (Some(of(&draft)), false),
        Found::TooOld => panic!("it is of today"),
        Found::Damaged { draft, aside, told } => {
            assert_eq!(super::not_a_sentence(&told), None);
            assert!(aside.is_some());
            (draft.map(|draft| of(&draft)), true)
        }
    }
}

/// Whole records in the first so many bytes.
fn whole(ends: &[usize], length: usize) -> u32 {
    u32::try_from(ends.iter().filter(|end| **end <= length).count()).unwrap()
}

#[test]
fn cut_at_every_byte_it_gives_the_last_whole_record() {
    let (bytes, ends) = sample();
    for cut in 0..=bytes.len() {
        let machine = machine(&bytes[..cut]);
        let last = whole(&ends, cut).checked_sub(1);
        assert_eq!(start(&machine), (last, false), "cut at {cut}");
        // Near the ends of records, and here and there: it takes more, and the tail is gone.
        if ends.iter().any(|end| end.abs_diff(cut) < 10) || cut % 97 == 0 {
            let mut journal =
                Journal::open(Arc::new(machine.clone()), draft::file(root())).unwrap();
            journal.append(&numbered(100)).unwrap();
            journal.append(&numbered(101)).unwrap();
            assert_eq!(start(&machine), (Some(101), false), "cut at {cut}");
            let kept = &machine.files(root())[draft::FILE_NAME];
            let before = last.map_or(HEADER, |last| ends[last as usize]);
            assert!(kept.starts_with(&bytes[..before]), "cut at {cut}");
        }
    }
}

#[test]
fn ten_thousand_turned_bits_never_give_a_bad_record() {
    let (bytes, ends) = sample();
    let mut random = fastrand::Rng::with_seed(20_261_124);
    for round in 0..10_000 {
        let mut damaged = bytes.clone();
        // Up to three: more could by chance make a right check. A third of the rounds near a header.
        let near = if round % 3 == 0 { HEADER } else { bytes.len() };
        for _ in 0..random.usize(1..=3) {
            let at = random.usize(..near) + ends[random.usize(..62)] * usize::from(near == HEADER);
            damaged[at % bytes.len()] ^= 1 << random.u8(..8);
        }
        let first = damaged
            .iter()
            .zip(&bytes)
            .position(|(one, other)| one != other);
        let Some(first) = first else {
            continue;
        };
        // A damaged header takes no record with it.
        let skipped = damaged[HEADER..].iter().zip(&bytes[HEADER..]);
        let in_records = skipped.clone().position(|(one, other)| one != other);
        let sound = in_records.map_or(RECORDS, |at| whole(&ends, HEADER + at));
        let machine = machine(&damaged);
        let (found, told) = start(&machine);
        assert_eq!(
            found,
            sound.checked_sub(1),
            "round {round}, first at {first}"
        );
        assert!(
            told || first >= HEADER,
            "round {round}: a damaged header is told"
        );
        let files = machine.files(root());
        if told {
            // Nothing was lost, and the next start is a plain one.
            assert_eq!(files[&format!("{}.corrompu-1", draft::FILE_NAME)], damaged);
            assert_eq!(start(&machine), (found, false), "round {round}");
        } else {
            assert_eq!(files[draft::FILE_NAME], damaged, "round {round}");
        }
    }
}

#[test]
fn records_out_of_their_order_are_refused() {
    let (bytes, ends) = sample();
    let record = |n: usize| &bytes[ends[n - 1]..ends[n]];
    let head = &bytes[..ends[3]];
    let other = drafts(&[7, 8, 9]).remove(draft::FILE_NAME).unwrap();
    for (label, damaged) in [
        ("one left out", [head, record(5), record(6)].concat()),
        ("one twice", [head, record(3), record(4)].concat()),
        ("two exchanged", [head, record(5), record(4)].concat()),
        ("those of another", [head, &other[HEADER..]].concat()),
        ("another journal", [head, &other].concat()),
        ("noise", [head, &[0x5a; 700]].concat()),
        ("many zeros", [head, &vec![0; 70_000]].concat()),
    ] {
        let machine = machine(&damaged);
        let (found, _) = start(&machine);
        assert_eq!(found, Some(3), "{label}");
    }
    // As many zeros as one record may have: a writing that was interrupted.
    let torn = [head, &[0; 700]].concat();
    assert_eq!(start(&machine(&torn)), (Some(3), false));
}

#[test]
fn what_is_longer_than_any_journal_is_put_aside_and_its_beginning_read() {
    let (mut bytes, _) = sample();
    bytes.resize((1 << 20) + 1, 0);
    let machine = machine(&bytes);
    assert_eq!(start(&machine), (Some(RECORDS - 1), true));
    let files = machine.files(root());
    assert_eq!(files[&format!("{}.corrompu-1", draft::FILE_NAME)], bytes);
}

#[test]
fn a_record_longer_than_any_is_refused_even_if_its_check_is_right() {
    let one = drafts(&[1]).remove(draft::FILE_NAME).unwrap();
    let two = drafts(&[1, 2]).remove(draft::FILE_NAME).unwrap();
    let content = &two[one.len() + BEFORE..];
    for (length, expected) in [(64 << 10, 2), ((64 << 10) + 1, 1)] {
        // Spaces after a draft change nothing of it.
        let mut longer = content.to_vec();
        longer.resize(length, b' ');
        let head = u32::try_from(length).unwrap().to_le_bytes();
        let bytes = [&one[..], &head, &[0; 4], &longer].concat();
        let machine = machine(&with_right_checks(bytes));
        assert_eq!(start(&machine).0, Some(expected), "{length}");
    }
}

#[test]
fn a_journal_of_another_version_is_put_aside_whole() {
    let (mut bytes, _) = sample();
    bytes[8] = 2;
    let check = crc32fast::hash(&bytes[..12]);
    bytes[12..16].copy_from_slice(&check.to_le_bytes());
    let newer = machine(&bytes);
    assert_eq!(start(&newer), (None, true));
    let aside: Files = [(format!("{}.corrompu-1", draft::FILE_NAME), bytes.clone())].into();
    assert_eq!(newer.files(root()), aside);
    // Also when nobody read it before.
    let newer = machine(&bytes);
    let mut journal = Journal::open(Arc::new(newer.clone()), draft::file(root())).unwrap();
    journal.append(&numbered(1)).unwrap();
    assert_eq!(
        newer.files(root())[&format!("{}.corrompu-1", draft::FILE_NAME)],
        bytes
    );
    assert_eq!(start(&newer), (Some(1), false));
}

#[test]
fn it_stays_small_and_masking_leaves_one_record() {
    let machine = Machine::with(root(), &Files::new());
    let disk: Arc<dyn Disk> = Arc::new(machine.clone());
    let mut journal = Journal::open(disk, draft::file(root())).unwrap();
    let (mut largest, mut compacted, mut before) = (0, 0, 0);
    for count in 0..40 {
        let mut long = numbered(count);
        long.contacts[0].facts.free_text = "é".repeat(10_000).into();
        journal.append(&long).unwrap();
        let length = machine.files(root())[draft::FILE_NAME].len();
        largest = largest.max(length);
        compacted += usize::from(length < before);
        before = length;
    }
    assert!(
        largest <= 256 << 10 && compacted >= 2,
        "{largest}, {compacted}"
    );
    journal.replace(&numbered(1)).unwrap();
    let one = drafts(&[1]).remove(draft::FILE_NAME).unwrap();
    assert_eq!(machine.files(root())[draft::FILE_NAME], one);
    journal.append(&numbered(2)).unwrap();
    journal.compact(&numbered(2)).unwrap();
    let one = drafts(&[2]).remove(draft::FILE_NAME).unwrap();
    assert_eq!(machine.files(root())[draft::FILE_NAME], one);
    journal.erase().unwrap();
    journal.erase().unwrap();
    assert_eq!(machine.files(root()), Files::new());
    let mut endless = numbered(1);
    endless.contacts[0].facts.free_text = "é".repeat(40_000).into();
    let refused = journal.append(&endless).unwrap_err();
    assert_eq!(super::is_sentence(&refused), Ok(()));
}
