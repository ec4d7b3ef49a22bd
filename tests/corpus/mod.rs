//! Notes as somebody in a hurry writes them, each with one identifier whose place is known.
//!
//! Seeded: the same seed gives the same notes. It shares no list and no key with the guard, so that
//! one does not follow the other's mistakes. Nothing that could be somebody's is written in these
//! files: numbers are drawn when the program runs, phones in the ranges kept for fiction.

mod clean;
mod clean_words;
mod dates;
mod draw;
mod evasion;
mod frames;
mod hostile;
pub(crate) mod measure;
mod numbers;
mod papers;
mod people;
mod phones;
mod places;
mod sentence;

use draw::Draw;

pub(crate) use clean::clean_notes;
pub(crate) use evasion::{TRICKS, mutated};
pub(crate) use hostile::{hostile, ratio};
pub(crate) use measure::{YEAR, clean, score, whole};

/// The seed of the figures that are published. The detectors were tuned on others.
pub(crate) const SEED: u64 = 20_261_124;

/// One identifier as written in a note.
#[derive(Clone, Debug)]
pub(crate) struct Expected {
    /// Keys the guard may call it by, the best first.
    pub(crate) kinds: &'static [&'static str],
    /// First byte and the byte after the last.
    pub(crate) range: (usize, usize),
}

/// A note with one identifier.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// Row of the table: the kind that is measured.
    pub(crate) row: &'static str,
    /// The text.
    pub(crate) text: String,
    /// What must be found in it.
    pub(crate) expected: Expected,
    /// The sentence it stands in.
    pub(crate) frame: &'static str,
}

impl Note {
    /// How it is written, each digit as 9, each letter as a or A, and the sentence: two notes of one
    /// shape differ in nothing that a detector of shapes could see.
    pub(crate) fn shape(&self) -> (String, &'static str) {
        (self.written(), self.frame)
    }

    fn written(&self) -> String {
        self.value()
            .chars()
            .map(|c| match c {
                c if c.is_numeric() => '9',
                c if c.is_uppercase() => 'A',
                c if c.is_alphabetic() => 'a',
                c => c,
            })
            .collect()
    }

    /// The identifier as written.
    pub(crate) fn value(&self) -> &str {
        let (from, to) = self.expected.range;
        self.text.get(from..to).unwrap_or_default()
    }
}

/// An identifier before it stands in a sentence.
pub(crate) struct Value {
    /// As written.
    pub(crate) text: String,
    /// Keys the guard may call it by.
    pub(crate) kinds: &'static [&'static str],
    /// Sentences it may stand in.
    pub(crate) frames: &'static [&'static str],
}

/// How each row is made.
pub(crate) type Maker = fn(&mut Draw) -> Value;

/// Every row measured, with its share of ten thousand notes.
pub(crate) const ROWS: [(&str, usize, Maker); 19] = [
    ("nir", 800, numbers::nir),
    ("nir-sans-cle", 500, numbers::nir_without_key),
    ("spi", 600, numbers::tax),
    ("iban", 700, numbers::iban),
    ("carte", 600, numbers::card),
    ("siret", 400, numbers::company),
    ("mobile", 800, phones::mobile),
    ("telephone", 700, phones::phone),
    ("mail", 800, people::mail),
    ("dossier-caf", 500, papers::benefit),
    ("france-travail", 300, papers::job),
    ("plaque", 500, papers::plate),
    ("plaque-fni", 300, papers::old_plate),
    ("piece", 500, papers::identity),
    ("mrz", 100, papers::machine_line),
    ("naissance", 500, dates::birth),
    ("adresse", 600, places::address),
    ("nom", 500, people::name),
    ("code", 300, papers::secret),
];

/// Notes of technical traces make the ten thousandth; listed apart because their frames differ.
pub(crate) const TECHNICAL: (&str, usize, Maker) = ("technique", 100, papers::technical);

/// Least share of a row's notes that must be found (D1); rows of which TRUST asks nothing else have the
/// same as those beside them.
pub(crate) fn target(row: &str) -> f64 {
    match row {
        "nir" | "nir-sans-cle" | "spi" | "iban" | "carte" | "mobile" | "telephone" | "mail" => {
            0.995
        }
        "nom" => 0.85,
        _ => 0.95,
    }
}

/// The corpus: `thousandths` of every row (1 000 gives ten thousand notes).
pub(crate) fn notes(seed: u64, thousandths: usize) -> Vec<Note> {
    let mut notes = Vec::new();
    for (part, (row, share, maker)) in ROWS.iter().chain([&TECHNICAL]).enumerate() {
        let mut draw = Draw::part(seed, part);
        for _ in 0..(share * thousandths).div_ceil(1000) {
            notes.push(note(row, *maker, &mut draw));
        }
    }
    notes
}

fn note(row: &'static str, maker: Maker, draw: &mut Draw) -> Note {
    let value = maker(draw);
    let frame = draw.one(value.frames);
    let (text, range) = sentence::place(frame, &value.text, draw);
    Note {
        row,
        text,
        frame,
        expected: Expected {
            kinds: value.kinds,
            range,
        },
    }
}
