//! Letters and digits read across joints: « 06-39 98.12 34 » as one number, cut where it was cut.

use super::ibans;
use super::reading::Reading;

/// Longest candidate, in characters without joints: an IBAN.
const LONGEST: usize = 34;
/// Joints that may follow each other inside a number.
const MOST_JOINTS: usize = 3;

/// Words that stick to a number: « tel0639… ».
const STUCK: [&str; 18] = [
    "iban",
    "telephone",
    "tel",
    "portable",
    "port",
    "nir",
    "siret",
    "siren",
    "secu",
    "rib",
    "spi",
    "caf",
    "alloc",
    "matricule",
    "cni",
    "no",
    "num",
    "n",
];

/// Says whether a sign may stand inside a number.
pub(super) fn is_joint(c: char) -> bool {
    matches!(
        c,
        ' ' | '.'
            | '-'
            | '/'
            | '_'
            | '('
            | ')'
            | ','
            | ':'
            | '\''
            | '|'
            | '·'
            | '•'
            | '~'
            | '*'
            | '\\'
    )
}

/// Where a group of a chain ends.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// Characters without joints so far.
    total: usize,
    /// Position after it.
    end: usize,
}

/// A number as a chain of groups.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// Position of its first character, sign included.
    pub(super) start: usize,
    /// Number of its first word.
    pub(super) first: usize,
    /// A plus stands before it.
    pub(super) plus: bool,
    compact: String,
    groups: Vec<Group>,
    /// Words of the text in it.
    words: usize,
}

/// The beginning of a chain that makes a number.
#[derive(Clone, Debug)]
pub(super) struct Part<'c> {
    /// Its characters, capitals, without joints.
    pub(super) text: &'c str,
    /// Position after it.
    pub(super) end: usize,
    /// Groups in it.
    pub(super) groups: usize,
}

impl Chain {
    /// The chain that starts at a word, if it can hold a number at all.
    pub(super) fn read(reading: &Reading, first: usize) -> Option<Self> {
        let word = reading.words.get(first)?;
        let skip = stuck(&word.text);
        let text = word.text.get(skip..)?;
        let opens = text.bytes().any(|b| b.is_ascii_digit())
            || text.bytes().all(|b| matches!(b, b'o' | b'i' | b'l'))
            // The country of an IBAN.
            || (text.len() == 2 && ibans::length(&text.to_ascii_uppercase()).is_some());
        if !opens || text.len() > LONGEST {
            return None;
        }
        let start = word.from + skip;
        let plus = skip == 0 && reading.before(start) == Some('+');
        let mut chain = Self {
            start: start - usize::from(plus),
            first,
            plus,
            compact: String::new(),
            groups: Vec::new(),
            words: 0,
        };
        chain.push(text, word.to);
        let mut number = first;
        while let Some(next) = reading.words.get(number + 1) {
            let joined = reading
                .gap(number)
                .is_some_and(|gap| gap.is(MOST_JOINTS, is_joint));
            if !joined || chain.compact.len() + next.text.len() > LONGEST {
                break;
            }
            chain.push(&next.text, next.to);
            number += 1;
        }
        (chain.compact.bytes().filter(u8::is_ascii_digit).count() >= 4).then_some(chain)
    }

    fn push(&mut self, text: &str, end: usize) {
        self.compact.push_str(&text.to_ascii_uppercase());
        let total = self.compact.len();
        self.groups.push(Group { total, end });
        self.words += 1;
    }

    /// The beginnings that end with a group: where a number may end.
    pub(super) fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        self.groups
            .iter()
            .enumerate()
            .filter_map(|(number, group)| {
                Some(Part {
                    text: self.compact.get(..group.total)?,
                    end: group.end,
                    groups: number + 1,
                })
            })
    }

    /// Characters of each group of a part.
    pub(super) fn sizes(&self, part: &Part<'_>) -> Vec<usize> {
        let mut last = 0;
        self.groups
            .iter()
            .take(part.groups)
            .map(|group| group.total - std::mem::replace(&mut last, group.total))
            .collect()
    }

    /// Says whether every group of a part has a digit, as the text has it.
    pub(super) fn digits_everywhere(&self, reading: &Reading, part: &Part<'_>) -> bool {
        let words = reading.words.iter().skip(self.first).take(part.groups);
        words.into_iter().all(|word| word.digits > 0)
    }

    /// Says whether digits go on after a part: then it is the beginning of something longer.
    pub(super) fn goes_on(&self, reading: &Reading, part: &Part<'_>) -> bool {
        let next = reading.words.get(self.first + part.groups);
        next.is_some_and(|next| {
            next.digits > 0
                && next.text.len() < 12
                && reading
                    .gap(self.first + part.groups - 1)
                    .is_some_and(|gap| gap.is(2, is_joint))
        })
    }
}

/// Letters stuck before a number.
fn stuck(text: &str) -> usize {
    if !text.ends_with(|c: char| c.is_ascii_digit())
        || text.starts_with(|c: char| c.is_ascii_digit())
    {
        return 0;
    }
    STUCK
        .iter()
        .find(|word| {
            text.strip_prefix(**word).is_some_and(|rest| {
                let digits = rest.bytes().filter(u8::is_ascii_digit).count();
                rest.len() >= 6 && (digits == rest.len() || (**word == "iban" && digits >= 6))
            })
        })
        .map_or(0, |word| word.len())
}

/// Letters taken for digits inside a long number: O for 0, I and l for 1.
pub(super) fn as_digits(text: &str) -> String {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.bytes().filter(|b| matches!(b, b'O' | b'I' | b'L'));
    if digits + letters.count() < 9 || digits < 4 {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect()
}

/// Digits and nothing else.
pub(super) fn all_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}
