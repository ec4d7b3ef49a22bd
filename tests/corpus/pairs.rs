//! Notes in which something stands beside an identifier: another one, digits that go on, a label, a word.
//!
//! A corpus of one identifier in each note could not show that one hides the other.

use super::draw::{Draw, grouped};
use super::numbers::luhn_digit;
use super::people::{FIRST, LAST};
use super::{Expected, Value, dates, numbers, papers, people, phones, places, sentence};

/// A text, and each identifier in it: its keys, its first byte and the byte after its last.
pub(crate) struct Pair {
    text: String,
    parts: Vec<Expected>,
}

/// How each row is made.
pub(crate) type PairMaker = fn(&mut Draw) -> Pair;

/// Rows of these notes, with their share of the corpus.
pub(crate) const PAIRS: [(&str, usize, PairMaker); 5] = [
    ("mobile-suivi", 400, followed),
    ("etranger", 300, foreign),
    ("insulte", 200, insulted),
    ("formulaire", 400, form),
    ("deux", 600, two),
];

impl Pair {
    fn new() -> Self {
        Self {
            text: String::new(),
            parts: Vec::new(),
        }
    }

    /// Adds words that hide nothing.
    fn say(mut self, words: &str) -> Self {
        self.text.push_str(words);
        self
    }

    /// Adds an identifier.
    fn value(mut self, kinds: &'static [&'static str], text: &str) -> Self {
        let from = self.text.len();
        self.text.push_str(text);
        self.parts.push(Expected {
            kinds,
            range: (from, self.text.len()),
        });
        self
    }

    /// Stands it in a note: the text, and where its identifiers are then.
    pub(super) fn placed(self, draw: &mut Draw) -> (String, Vec<Expected>) {
        let (text, (from, _)) = sentence::place("{}", &self.text, draw);
        let moved = self.parts.into_iter().map(|part| Expected {
            range: (part.range.0 + from, part.range.1 + from),
            ..part
        });
        (text, moved.collect())
    }
}

/// A mobile phone and digits that go on: an hour, a year, another ending; half of them make a company's number.
fn followed(draw: &mut Draw) -> Pair {
    let body = format!("063998{}", draw.digits(2));
    let nine = format!("{body}{}", luhn_digit(&body));
    let ten = format!("{nine}{}", draw.digits(1));
    let thirteen = format!("{ten}{}", draw.digits(3));
    let company = format!("{thirteen}{}", luhn_digit(&thirteen));
    let pairs = draw.chance(60);
    let phone = if pairs {
        grouped(&ten, &[2; 5], draw.one(&[" ", " ", ".", "-"]))
    } else {
        ten
    };
    let tail = match draw.below(if pairs { 9 } else { 6 }) {
        0..=2 => format!(" {}", company.get(10..).unwrap_or_default()),
        3 => format!(" {}", draw.one(&["1430", "0900", "2024", "2026"])),
        4 => format!(" {}", draw.one(&["14h30", "9h", "(91)", "18 h"])),
        5 => format!(" {} enfants", draw.between(2, 5)),
        6 => format!("-{}", draw.digits(2)),
        7 => format!("-{}h", draw.between(8, 18)),
        _ => format!("-{} enfants", draw.between(2, 5)),
    };
    Pair::new()
        .say(draw.one(&[
            "",
            "tel ",
            "Rappeler au ",
            "mobile ",
            "port. ",
            "n° ",
            "appeler le ",
        ]))
        .value(&["mobile"], &phone)
        .say(&tail)
}

/// A phone of another country after two zeros, announced. Ranges kept for fiction where there are some.
fn foreign(draw: &mut Draw) -> Pair {
    let (country, local) = match draw.below(8) {
        0 => ("44", format!("7700900{}", draw.digits(3))),
        1 => ("44", format!("1632960{}", draw.digits(3))),
        2 => ("1", format!("20255501{}", draw.digits(2))),
        3 => ("213", format!("500000{}", draw.digits(3))),
        4 => ("212", format!("600000{}", draw.digits(3))),
        5 => ("32", format!("470000{}", draw.digits(3))),
        6 => ("216", format!("20000{}", draw.digits(3))),
        _ => ("221", format!("700000{}", draw.digits(3))),
    };
    let text = match draw.below(4) {
        0 => format!("00{country}{local}"),
        1 => format!("00{country} {}", grouped(&local, &[3, 2, 2, 2], " ")),
        2 => format!("00 {country} {}", grouped(&local, &[1, 2, 2, 2, 2], " ")),
        _ => format!("00{country}.{}", grouped(&local, &[3, 3, 4], ".")),
    };
    let said = draw.one(&[
        "tel ",
        "tél. ",
        "mob ",
        "Téléphone : ",
        "rappeler au ",
        "joignable au ",
        "WhatsApp ",
        "appeler le ",
    ]);
    Pair::new()
        .say(said)
        .value(&["telephone"], &text)
        .say(draw.one(&["", "", " le soir", ", sa fille"]))
}

/// Insults, thirteen letters further, as the guard's own list is.
const INSULTS: [&str; 6] = [
    "Pbaaneq", "Pbaanffr", "Fnybcr", "Fnynhq", "Pbaaneqr", "Fnybcneq",
];

fn turned(text: &str) -> String {
    let turn = |c: char, first: u8| char::from((c as u8 - first + 13) % 26 + first);
    text.chars()
        .map(|c| match c {
            'a'..='z' => turn(c, b'a'),
            'A'..='Z' => turn(c, b'A'),
            c => c,
        })
        .collect()
}

/// An insult after a civility, a name behind at times.
fn insulted(draw: &mut Draw) -> Pair {
    let civility = draw.one(&["Mme ", "M. ", "Monsieur ", "Madame ", "Mr ", "Mlle "]);
    let pair = Pair::new()
        .say(draw.one(&["", "", "vu ", "rdv avec ", "appel de "]))
        .say(civility)
        .value(&["insulte"], &turned(draw.one(&INSULTS)));
    let pair = if draw.chance(40) {
        pair.say(" ").value(&["nom"], draw.one(&LAST))
    } else {
        pair
    };
    pair.say(draw.one(&["", " est passé", " ce matin", ", dossier repris"]))
}

/// A name and a first name, as a form has them.
fn form(draw: &mut Draw) -> Pair {
    let (first, last) = (draw.one(&FIRST), draw.one(&LAST));
    let capitals = last.to_uppercase();
    let (label, last, joint, first) = match draw.below(8) {
        0 => ("Nom : ", capitals.as_str(), " Prénom : ", first),
        1 => ("Nom : ", last, " Prénom : ", first),
        2 => ("nom : ", last, ", prénom : ", first),
        3 => ("Nom de naissance : ", last, " Prénom : ", first),
        4 => ("Nom d'usage ", last, " - Prénom usuel : ", first),
        5 => ("NOM : ", capitals.as_str(), "\nPRÉNOM : ", first),
        6 => ("Nom=", last, " ; Prénom=", first),
        _ => (
            "Nom de famille : ",
            capitals.as_str(),
            " / Prénoms : ",
            first,
        ),
    };
    Pair::new()
        .say(label)
        .value(&["nom"], last)
        .say(joint)
        .value(&["nom"], first)
}

/// Two identifiers, each announced as it may be.
fn two(draw: &mut Draw) -> Pair {
    let makers: [fn(&mut Draw) -> Value; 9] = [
        numbers::nir,
        phones::mobile,
        phones::phone,
        people::mail,
        dates::birth,
        papers::benefit,
        papers::identity,
        places::address,
        papers::secret,
    ];
    let one = draw.below(makers.len());
    let other = (one + draw.between(1, makers.len() - 1)) % makers.len();
    let mut pair = Pair::new();
    for (number, maker) in [one, other].into_iter().enumerate() {
        let value = makers[maker](draw);
        let frame = draw.one(value.frames);
        let (before, after) = frame.split_once("{}").unwrap_or((frame, ""));
        if number > 0 {
            let closed = pair.text.ends_with(['.', '!', '?', '\n']);
            pair = pair.say(if closed {
                " "
            } else {
                draw.one(&[", ", " ; ", ". ", "\n", " - "])
            });
        }
        pair = pair.say(before).value(value.kinds, &value.text).say(after);
    }
    pair
}
