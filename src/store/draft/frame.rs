//! The journal’s frame: a header, then records, each with its length and a check that covers the
//! record before it too.
//!
//! It must never give a record whose check fails, nor one that follows such a record.

use std::ops::Range;

/// What a journal begins with; the line ends show a transfer that changed them.
const MAGIC: [u8; 8] = *b"RPBROU\r\n";
/// The format this program writes.
const VERSION: u32 = 1;
/// Length of the header: the magic, the version, the check of both.
pub(super) const HEADER: usize = 16;
/// Length of what stands before a record: its length and its check.
const BEFORE: usize = 8;
/// Longest content of a record, in bytes: far above what one contact makes.
pub(super) const LONGEST: usize = 64 << 10;

/// What a journal is made of.
#[derive(Debug)]
pub(super) struct Scan {
    /// Where the contents of the sound records are, oldest first.
    pub(super) records: Vec<Range<usize>>,
    /// How many bytes are sound, from the beginning; 0 if the header is not.
    pub(super) sound: usize,
    /// The check of the last sound record, else of the header.
    pub(super) chain: u32,
    /// What follows the sound records.
    pub(super) rest: Rest,
}

/// What follows the sound records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// Nothing.
    Nothing,
    /// The beginning of one record, as an interrupted writing leaves it.
    Torn,
    /// Something else: the file was damaged.
    Damage,
    /// The journal of another version of this program; no record of it is given.
    Foreign,
}

/// Makes the header.
pub(super) fn header() -> Vec<u8> {
    let mut header = MAGIC.to_vec();
    header.extend(VERSION.to_le_bytes());
    header.extend(first_chain().to_le_bytes());
    header
}

/// Makes a record that follows the one with that check, and gives its own.
pub(super) fn record(chain: u32, content: &[u8]) -> (Vec<u8>, u32) {
    let length = u32::try_from(content.len()).unwrap_or(u32::MAX);
    let check = check(chain, length, content);
    let mut record = Vec::with_capacity(BEFORE + content.len());
    record.extend(length.to_le_bytes());
    record.extend(check.to_le_bytes());
    record.extend(content);
    (record, check)
}

/// Gives the check of the header, which the first record follows.
pub(super) fn first_chain() -> u32 {
    check_of(&[&MAGIC, &VERSION.to_le_bytes()])
}

fn check(chain: u32, length: u32, content: &[u8]) -> u32 {
    check_of(&[&chain.to_le_bytes(), &length.to_le_bytes(), content])
}

fn check_of(parts: &[&[u8]]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    for part in parts {
        hasher.update(part);
    }
    hasher.finalize()
}

/// Reads the frame, up to the first record that is not sound.
pub(super) fn scan(bytes: &[u8]) -> Scan {
    let mut scan = Scan {
        records: Vec::new(),
        sound: 0,
        chain: first_chain(),
        rest: Rest::Nothing,
    };
    let Some((head, _)) = bytes.split_at_checked(HEADER) else {
        if !bytes.is_empty() {
            let torn = header().starts_with(bytes);
            scan.rest = if torn { Rest::Torn } else { Rest::Damage };
        }
        return scan;
    };
    let whole = head == header();
    if !whole && is_foreign(head) {
        scan.rest = Rest::Foreign;
        return scan;
    }
    // With a damaged header the records are sound all the same: their checks need nothing of it.
    let mut at = HEADER;
    while let Some((content, check)) = next(bytes, at, scan.chain) {
        at = content.end;
        scan.records.push(content);
        scan.chain = check;
    }
    if whole {
        scan.sound = at;
        scan.rest = rest(bytes.get(at..).unwrap_or_default());
    } else {
        scan.rest = Rest::Damage;
    }
    scan
}

/// Says whether a header is that of another version, and not a damaged one of ours.
fn is_foreign(head: &[u8]) -> bool {
    head.starts_with(&MAGIC)
        && head
            .split_at_checked(HEADER - 4)
            .is_some_and(|(said, check)| check == check_of(&[said]).to_le_bytes())
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

/// Gives where the content of the record at a place is, and its check, if it is sound.
fn next(bytes: &[u8], at: usize, chain: u32) -> Option<(Range<usize>, u32)> {
    let length = number(bytes, at)?;
    let said = number(bytes, at + 4)?;
    let count = usize::try_from(length).ok()?;
    if count == 0 || count > LONGEST {
        return None;
    }
    let content = at + BEFORE..at + BEFORE + count;
    let check = check(chain, length, bytes.get(content.clone())?);
    (check == said).then_some((content, check))
}

/// Tells a record that an interrupted writing left from damage.
///
/// One writing adds one record: all of it, its beginning, or as many zeros where it was to be.
fn rest(bytes: &[u8]) -> Rest {
    if bytes.is_empty() {
        return Rest::Nothing;
    }
    let announced = number(bytes, 0).and_then(|length| usize::try_from(length).ok());
    let reaches_the_end = announced
        .is_none_or(|length| length <= LONGEST && length.saturating_add(BEFORE) >= bytes.len());
    let zeros = bytes.len() <= BEFORE + LONGEST && bytes.iter().all(|byte| *byte == 0);
    if reaches_the_end || zeros {
        Rest::Torn
    } else {
        Rest::Damage
    }
}
