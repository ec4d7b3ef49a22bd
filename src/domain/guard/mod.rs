//! The guard: what must not leave in a note, found as it is typed.
//!
//! An on-screen reminder is not enough: detection is a duty. Three severities: red blocks every way
//! out, orange must be masked or kept for a reason, info only tells. Everything is linear in the
//! text; offsets map back to what was typed. It must never store, log or repeat a value outside the
//! finding that shows it, nor let an exporter see a note it has not verified.

mod context;
mod filled;
mod keys;
mod numbers;
mod people;
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use super::lint::{Pattern, spans};
use super::note::Note;
pub use filled::{Obstacle, Refused, VerifiedText, fill};
use reading::Reading;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing leaves until it is removed or masked.
    Red,
    /// To be masked, or kept for a reason that the agent chooses.
    Orange,
    /// Told, nothing more.
    Info,
}

impl Severity {
    /// Stable key, for JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Info => "info",
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// E-mail address.
    Mail,
    /// IBAN, with its key.
    Iban,
    /// Social security number with its key.
    SocialSecurity,
    /// Social security number without its key.
    SocialSecurityBody,
    /// Bank card.
    Card,
    /// Tax number.
    TaxNumber,
    /// Company number.
    Company,
    /// Mobile phone number.
    Mobile,
    /// Other phone number.
    Phone,
    /// Identity card, passport, residence permit, driving licence.
    Papers,
    /// Number of a file or of a beneficiary.
    FileNumber,
    /// Vehicle plate.
    Plate,
    /// Date of birth.
    BirthDate,
    /// Postal address.
    Address,
    /// A person's name.
    Name,
    /// Password or code.
    Secret,
    /// Address of a machine, a place on earth, a link with a token.
    Technical,
    /// A word of the lexicon, by category.
    Word(String),
}

impl Kind {
    /// Stable key, for JSON and tests.
    pub fn key(&self) -> &str {
        match self {
            Self::Mail => "mail",
            Self::Iban => "iban",
            Self::SocialSecurity => "nir",
            Self::SocialSecurityBody => "nir-sans-cle",
            Self::Card => "carte",
            Self::TaxNumber => "spi",
            Self::Company => "siret",
            Self::Mobile => "mobile",
            Self::Phone => "telephone",
            Self::Papers => "piece",
            Self::FileNumber => "dossier",
            Self::Plate => "plaque",
            Self::BirthDate => "naissance",
            Self::Address => "adresse",
            Self::Name => "nom",
            Self::Secret => "code",
            Self::Technical => "technique",
            Self::Word(category) => category,
        }
    }

    /// What it is, within a sentence.
    pub fn label(&self) -> &'static str {
        self.words().0
    }

    /// Rank when spans overlap: the lower wins.
    fn rank(&self) -> u8 {
        match self {
            Self::Mail => 0,
            Self::Iban => 1,
            Self::SocialSecurity | Self::SocialSecurityBody => 2,
            Self::Card => 3,
            Self::TaxNumber => 4,
            Self::Company => 5,
            Self::Mobile | Self::Phone => 6,
            Self::Secret => 7,
            Self::Papers | Self::FileNumber => 8,
            Self::Plate => 9,
            Self::BirthDate => 10,
            Self::Address => 11,
            Self::Name => 12,
            Self::Technical => 13,
            Self::Word(_) => 14,
        }
    }

    /// How grave it is; a word's gravity is its category's.
    fn severity(&self) -> Severity {
        match self {
            Self::Mail
            | Self::Iban
            | Self::SocialSecurity
            | Self::Card
            | Self::TaxNumber
            | Self::Mobile
            | Self::Papers
            | Self::FileNumber
            | Self::Secret => Severity::Red,
            Self::Company => Severity::Info,
            _ => Severity::Orange,
        }
    }

    /// What it is, and what stands in its place once masked.
    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Mail => ("une adresse e-mail", "[e-mail masqué]"),
            Self::Iban => ("un compte bancaire", "[compte masqué]"),
            Self::SocialSecurity | Self::SocialSecurityBody => {
                ("un numéro de sécurité sociale", "[NIR masqué]")
            }
            Self::Card => ("une carte bancaire", "[carte masquée]"),
            Self::TaxNumber => ("un numéro fiscal", "[numéro fiscal masqué]"),
            Self::Company => ("un numéro d’entreprise", "[entreprise masquée]"),
            Self::Mobile | Self::Phone => ("un numéro de téléphone", "[téléphone masqué]"),
            Self::Papers => ("un numéro de pièce d’identité", "[pièce masquée]"),
            Self::FileNumber => ("un numéro de dossier", "[dossier masqué]"),
            Self::Plate => ("une plaque d’immatriculation", "[plaque masquée]"),
            Self::BirthDate => ("une date de naissance", "[date masquée]"),
            Self::Address => ("une adresse postale", "[adresse masquée]"),
            Self::Name => ("un nom", "[nom masqué]"),
            Self::Secret => ("un code ou un mot de passe", "[code masqué]"),
            Self::Technical => ("une trace technique", "[trace masquée]"),
            Self::Word(_) => ("", "[mot masqué]"),
        }
    }
}

/// A category of words that do not belong in a note.
#[derive(Clone, Debug, Default)]
pub struct Category {
    /// Its id.
    pub id: String,
    /// How grave.
    pub severity: Option<Severity>,
    /// Why, in a few words.
    pub why: String,
    /// Its words.
    pub terms: Vec<Pattern>,
    /// What looks like them.
    pub unless: Vec<Pattern>,
}

/// The words of a language, and neutral ways to say things.
#[derive(Clone, Debug, Default)]
pub struct GuardLexicon {
    /// Version, shown with the trust sheet.
    pub version: String,
    /// Categories.
    pub categories: Vec<Category>,
    /// What to write instead.
    pub proposals: Vec<(Vec<Pattern>, String)>,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// How grave.
    pub severity: Severity,
    /// First byte, and the byte after the last, in the text as typed.
    pub range: (usize, usize),
    /// Why it does not belong there.
    pub why: String,
    /// What to write instead: a mask, or neutral words.
    pub proposal: String,
}

impl Finding {
    /// The words found, out of the text they were found in.
    pub fn text<'t>(&self, typed: &'t str) -> &'t str {
        typed.get(self.range.0..self.range.1).unwrap_or_default()
    }

    /// First character and the one after the last.
    pub fn characters(&self, typed: &str) -> (usize, usize) {
        let count = |to: usize| typed.get(..to).map_or(0, |t| t.chars().count());
        (count(self.range.0), count(self.range.1))
    }
}

/// A match before overlaps are settled, in positions of the reading.
#[derive(Clone, Debug)]
struct Match {
    kind: Kind,
    from: usize,
    to: usize,
    /// A key was checked: it beats a match of shape alone.
    checked: bool,
}

/// Finds everything in a text; `year` is the current one, for ages.
pub fn scan(text: &str, lexicon: &GuardLexicon, year: u32) -> Vec<Finding> {
    let reading = Reading::new(text);
    let mut matches = Vec::new();
    numbers::find(&reading, &mut matches);
    people::find(&reading, year, &mut matches);
    let mut kept = settle(matches);
    kept.sort_by_key(|m| m.from);
    let mut findings: Vec<Finding> = kept
        .into_iter()
        .filter_map(|m| {
            let range = reading.range(m.from, m.to)?;
            let (what, mask) = m.kind.words();
            Some(Finding {
                severity: m.kind.severity(),
                range,
                why: format!("{what} n’a pas sa place dans une note"),
                proposal: mask.to_owned(),
                kind: m.kind,
            })
        })
        .collect();
    words(text, lexicon, &mut findings);
    findings.sort_by_key(|f| (f.range.0, f.severity));
    findings
}

/// Keeps what wins where spans overlap: a checked key, then rank, then length.
fn settle(mut matches: Vec<Match>) -> Vec<Match> {
    matches.sort_by(|a, b| {
        b.checked
            .cmp(&a.checked)
            .then(a.kind.rank().cmp(&b.kind.rank()))
            .then((b.to - b.from).cmp(&(a.to - a.from)))
            .then(a.from.cmp(&b.from))
    });
    let mut taken: BTreeSet<(usize, usize)> = BTreeSet::new();
    matches.retain(|m| {
        // Spans taken never overlap each other, so only the neighbours matter.
        let before = taken.range(..(m.to, 0)).next_back();
        let free = before.is_none_or(|(_, to)| *to <= m.from);
        if free {
            taken.insert((m.from, m.to));
        }
        free
    });
    matches
}

/// Adds the words of the lexicon outside what is already found.
fn words(text: &str, lexicon: &GuardLexicon, findings: &mut Vec<Finding>) {
    let identifiers: Vec<(usize, usize)> = findings.iter().map(|f| f.range).collect();
    for category in &lexicon.categories {
        for range in spans(text, &category.terms, &category.unless) {
            let overlaps = identifiers
                .iter()
                .any(|(from, to)| range.0 < *to && *from < range.1);
            if overlaps {
                continue;
            }
            let said = text.get(range.0..range.1).unwrap_or_default();
            let proposal = lexicon
                .proposals
                .iter()
                .find(|(terms, _)| !spans(said, terms, &[]).is_empty())
                .map_or_else(|| "[mot masqué]".to_owned(), |(_, say)| say.clone());
            findings.push(Finding {
                kind: Kind::Word(category.id.clone()),
                severity: category.severity.unwrap_or(Severity::Orange),
                range,
                why: category.why.clone(),
                proposal,
            });
        }
    }
}

/// The text with a finding replaced by its proposal.
pub fn apply(text: &str, finding: &Finding) -> String {
    let (from, to) = finding.range;
    match (text.get(..from), text.get(to..)) {
        (Some(before), Some(after)) => format!("{before}{}{after}", finding.proposal),
        _ => text.to_owned(),
    }
}

/// Why something orange is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The démarche cannot be followed up without it.
    Needed,
    /// It is not what the guard takes it for.
    FalseAlarm,
}

/// What the agent chose to keep, each by its kind and as written, with the reason.
pub type Kept = BTreeMap<(Kind, String), Reason>;

/// What still keeps a text from leaving: red always, orange unless kept for a reason.
pub fn obstacles(text: &str, lexicon: &GuardLexicon, year: u32, kept: &Kept) -> Vec<Finding> {
    scan(text, lexicon, year)
        .into_iter()
        .filter(|finding| match finding.severity {
            Severity::Red => true,
            Severity::Orange => {
                !kept.contains_key(&(finding.kind.clone(), finding.text(text).to_owned()))
            }
            Severity::Info => false,
        })
        .collect()
}

/// A note that the guard has read. Only [`verify`] makes one, and exporters take nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedNote(Note);

impl VerifiedNote {
    /// The note, to be rendered.
    pub fn note(&self) -> &Note {
        &self.0
    }
}

/// Lets a note through, or says what keeps it.
///
/// # Errors
/// The obstacles in its free text, the only typed part.
pub fn verify(
    note: Note,
    lexicon: &GuardLexicon,
    year: u32,
    kept: &Kept,
) -> Result<VerifiedNote, Vec<Finding>> {
    let found = obstacles(&note.free_text, lexicon, year, kept);
    if found.is_empty() {
        Ok(VerifiedNote(note))
    } else {
        Err(found)
    }
}

#[cfg(test)]
mod tests;
