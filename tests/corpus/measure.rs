//! What the guard found in the corpus, counted.

use std::collections::BTreeMap;

use reflexe_personas::domain::guard::{Finding, GuardLexicon, Kind, Severity, scan};

use super::{Expected, Note};

/// One row of the table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    /// Notes with one such identifier.
    pub(crate) notes: usize,
    /// In which it was found, under its kind, nothing of it left outside what would be masked.
    pub(crate) found: usize,
    /// In which the span was exactly that of the identifier.
    pub(crate) exact: usize,
}

/// The year the figures are made for.
pub(crate) const YEAR: u32 = 2026;

fn overlaps(a: (usize, usize), b: (usize, usize)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Whether masking leaves nothing of an identifier, not one letter or digit.
fn covered(note: &Note, due: &Expected, findings: &[Finding]) -> bool {
    let (from, to) = due.range;
    note.text
        .char_indices()
        .filter(|(at, c)| (from..to).contains(at) && c.is_alphanumeric())
        .all(|(at, _)| {
            findings
                .iter()
                .any(|f| (f.range.0..f.range.1).contains(&at))
        })
}

/// What is counted of findings: identifiers and insults; other words have their own corpus.
pub(crate) fn counted(findings: &mut Vec<Finding>) {
    findings.retain(|f| !matches!(f.kind, Kind::Word(_)) || f.kind.key() == "insulte");
}

/// Whether all that a note holds is found whole, and exactly.
pub(crate) fn whole(note: &Note, findings: &[Finding]) -> (bool, bool) {
    note.due().fold((true, true), |(found, exact), due| {
        let (one_found, one_exact) = whole_one(note, due, findings);
        (found && one_found, exact && one_exact)
    })
}

fn whole_one(note: &Note, due: &Expected, findings: &[Finding]) -> (bool, bool) {
    let right = findings
        .iter()
        .any(|f| overlaps(f.range, due.range) && due.kinds.contains(&f.kind.key()));
    // A bracket or a quote more or less hides nothing and shows nothing.
    let core = |range: (usize, usize)| {
        let text = note.text.get(range.0..range.1).unwrap_or_default();
        let front = text.len()
            - text
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .len();
        let core = text.trim_matches(|c: char| !c.is_alphanumeric());
        (range.0 + front, range.0 + front + core.len())
    };
    let exact = findings.iter().any(|f| core(f.range) == core(due.range));
    (right && covered(note, due, findings), right && exact)
}

/// Recall per row; and per kind of finding how many were right, how many wrong.
#[expect(clippy::type_complexity, reason = "two small tables")]
pub(crate) fn score(
    notes: &[Note],
    lexicon: &GuardLexicon,
) -> (
    BTreeMap<&'static str, Score>,
    BTreeMap<String, (usize, usize)>,
) {
    let mut rows: BTreeMap<&'static str, Score> = BTreeMap::new();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for note in notes {
        let mut findings = scan(&note.text, lexicon, YEAR);
        counted(&mut findings);
        let (found, exact) = whole(note, &findings);
        let row = rows.entry(note.row).or_default();
        row.notes += 1;
        row.found += usize::from(found);
        row.exact += usize::from(exact);
        for finding in &findings {
            let right = note.due().any(|due| {
                overlaps(finding.range, due.range) && due.kinds.contains(&finding.kind.key())
            });
            let kind = kinds.entry(finding.kind.key().to_owned()).or_default();
            if right {
                kind.0 += 1;
            } else {
                kind.1 += 1;
            }
        }
    }
    (rows, kinds)
}

/// What notes without an identifier make the guard say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clean {
    /// Notes read.
    pub(crate) notes: usize,
    /// Those with a red alert, and what it was.
    pub(crate) red: Vec<String>,
    /// Those with an orange alert, and what it was.
    pub(crate) orange: Vec<String>,
    /// Those with an orange alert that is not a word of the lexicon.
    pub(crate) orange_identifiers: usize,
    /// Alerts of each kind, words apart.
    pub(crate) kinds: BTreeMap<String, usize>,
}

/// Reads notes in which nothing should be found.
pub(crate) fn clean<'t>(notes: impl Iterator<Item = &'t str>, lexicon: &GuardLexicon) -> Clean {
    let mut clean = Clean::default();
    for note in notes.filter(|note| !note.trim().is_empty()) {
        clean.notes += 1;
        let findings = scan(note, lexicon, YEAR);
        let of = |severity: Severity| findings.iter().filter(move |f| f.severity == severity);
        let said = |severity: Severity| {
            let told: Vec<String> = of(severity)
                .map(|f| format!("{} « {} »", f.kind.key(), f.text(note)))
                .collect();
            (!told.is_empty()).then(|| format!("{} in {note}", told.join(", ")))
        };
        clean.red.extend(said(Severity::Red));
        clean.orange.extend(said(Severity::Orange));
        let identifier = |f: &&Finding| !matches!(f.kind, Kind::Word(_));
        clean.orange_identifiers += usize::from(of(Severity::Orange).any(|f| identifier(&f)));
        for finding in findings.iter().filter(identifier) {
            *clean
                .kinds
                .entry(finding.kind.key().to_owned())
                .or_default() += 1;
        }
    }
    clean
}
