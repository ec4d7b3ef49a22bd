//! Notes as somebody in a hurry writes them, each with an identifier whose place is known, or two.
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
mod pairs;
mod papers;
mod people;
mod phones;
mod places;
mod sentence;

use draw::Draw;

pub(crate) use clean::clean_notes;
pub(crate) use evasion::{TRICKS, mutated};
pub(crate) use hostile::{hostile, ratio};
pub(crate) use measure::{YEAR, clean, counted, score, whole};
pub(crate) use pairs::PAIRS;

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

/// A note with one identifier, or several.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    /// Row of the table: the kind that is measured.
    pub(crate) row: &'static str,
    /// The text.
    pub(crate) text: String,
    /// What must be found in it.
    pub(crate) expected: Expected,
    /// What else must be found in it.
    pub(crate) others: Vec<Expected>,
    /// The sentence it stands in.
    pub(crate) frame: &'static str,
}

impl Note {
    /// Everything that must be found in it.
    pub(crate) fn due(&self) -> impl Iterator<Item = &Expected> {
        std::iter::once(&self.expected).chain(&self.others)
    }

    /// How it is written, each digit as 9, each letter as a or A, and the sentence: two notes of one
    /// shape differ in nothing that a detector of shapes could see.
    pub(crate) fn shape(&self) -> (String, &'static str) {
        (self.written(), self.frame)
    }

    fn written(&self) -> String {
        let (from, to) = self.expected.range;
        let to = self.others.last().map_or(to, |other| other.range.1);
        let around = self.others.is_empty() && self.frame.is_empty();
        // Without a sentence of its own, what stands around is the way it is written.
        let written = if around {
            self.text.as_str()
        } else {
            self.text.get(from..to).unwrap_or_default()
        };
        written
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
        "nir" | "nir-sans-cle" | "spi" | "iban" | "carte" | "mobile" | "telephone" | "mail"
        | "mobile-suivi" => 0.995,
        "nom" | "formulaire" => 0.85,
        _ => 0.95,
    }
}

/// The corpus: `thousandths` of every row (1 000 gives ten thousand notes of one identifier, and those of
/// [`PAIRS`]).
pub(crate) fn notes(seed: u64, thousandths: usize) -> Vec<Note> {
    let mut notes = single_notes(seed, thousandths);
    for (part, (row, share, maker)) in PAIRS.iter().enumerate() {
        let mut draw = Draw::part(seed, 400 + part);
        for _ in 0..(share * thousandths).div_ceil(1000) {
            let (text, mut due) = maker(&mut draw).placed(&mut draw);
            let expected = due.remove(0);
            notes.push(Note {
                row,
                text,
                expected,
                others: due,
                frame: "",
            });
        }
    }
    notes
}

/// Notes of one identifier each.
fn single_notes(seed: u64, thousandths: usize) -> Vec<Note> {
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
        others: Vec::new(),
        expected: Expected {
            kinds: value.kinds,
            range,
        },
    }
}
