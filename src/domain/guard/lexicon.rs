//! The words of a language: what does not belong in a note, neutral ways to say things, common names.

use std::collections::HashSet;

use super::{Finding, Kind, Severity};
use crate::domain::lint::{Hit, Index, Pattern, Text};

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

/// Names that many people have, and capitalised words that are no name. All folded.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// First names that are no other word.
    pub first: HashSet<String>,
    /// First names that are words too: a surname must follow.
    pub ambiguous: HashSet<String>,
    /// Surnames.
    pub last: HashSet<String>,
    /// Words with a capital that name nobody: organisms, towns, roles.
    pub never: HashSet<String>,
    /// Beginnings of words that follow « Mme » without being a name: « Mme souhaite ».
    pub said: Vec<String>,
}

/// The words of a language, and neutral ways to say things.
#[derive(Clone, Debug, Default)]
pub struct GuardLexicon {
    /// Version, shown with the trust sheet.
    pub version: String,
    /// Names.
    pub names: Names,
    categories: Vec<Category>,
    proposals: Vec<(Vec<Pattern>, String)>,
    /// Terms of each category, then its exceptions.
    index: Index,
    /// Terms of each proposal.
    neutral: Index,
}

impl GuardLexicon {
    /// Puts a lexicon together.
    pub fn new(
        version: String,
        names: Names,
        categories: Vec<Category>,
        proposals: Vec<(Vec<Pattern>, String)>,
    ) -> Self {
        let lists = categories
            .iter()
            .flat_map(|category| [(category.terms.as_slice(), true), (&category.unless, false)]);
        Self {
            index: Index::new(lists),
            neutral: Index::new(proposals.iter().map(|(terms, _)| (terms.as_slice(), true))),
            version,
            names,
            categories,
            proposals,
        }
    }

    /// Its categories.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// Its neutral ways to say things, each with the words it stands for.
    pub fn proposals(&self) -> &[(Vec<Pattern>, String)] {
        &self.proposals
    }

    /// Adds the words found outside what is already found.
    pub(super) fn find(&self, text: &str, findings: &mut Vec<Finding>) {
        if self.categories.is_empty() {
            return;
        }
        let text = Text::new(text);
        // In their order, and none over another.
        let identifiers: Vec<((usize, usize), Severity)> =
            findings.iter().map(|f| (f.range, f.severity)).collect();
        let mut hits = vec![Vec::new(); self.categories.len() * 2];
        for hit in self.index.hits(&text) {
            if let Some(list) = hits.get_mut(hit.list) {
                list.push(hit);
            }
        }
        let neutral = self.neutral.hits(&text);
        for (category, lists) in self.categories.iter().zip(hits.chunks(2)) {
            let [terms, unless] = lists else { continue };
            for hit in outside(terms, unless) {
                let range = text.range(hit.at, hit.length);
                let severity = category.severity.unwrap_or(Severity::Orange);
                let next = identifiers.partition_point(|((_, to), _)| *to <= range.0);
                // « Mme » does not make a name of an insult: what is graver passes.
                let hidden = identifiers
                    .iter()
                    .skip(next)
                    .take_while(|((from, _), _)| *from < range.1)
                    .any(|(_, other)| *other <= severity);
                if hidden {
                    continue;
                }
                findings.push(Finding {
                    kind: Kind::Word(category.id.clone()),
                    severity,
                    range,
                    why: category.why.clone(),
                    proposal: self.proposal(hit, &neutral),
                });
            }
        }
    }

    /// The first proposal whose words stand in what was found.
    fn proposal(&self, found: Hit, neutral: &[Hit]) -> String {
        let start = neutral.partition_point(|hit| hit.at < found.at);
        let end = found.at + found.length;
        neutral
            .iter()
            .skip(start)
            .take_while(|hit| hit.at < end)
            .filter(|hit| hit.at + hit.length <= end)
            .map(|hit| hit.list)
            .min()
            .and_then(|number| self.proposals.get(number))
            .map_or_else(|| "[mot masqué]".to_owned(), |(_, say)| say.clone())
    }
}

/// Terms that no exceptions cover wholly: of those that start at one word the longest, none over the
/// one before. Both lists are in the order of their words.
fn outside(terms: &[Hit], unless: &[Hit]) -> Vec<Hit> {
    // Exceptions that touch make one.
    let mut spared: Vec<(usize, usize)> = Vec::new();
    for hit in unless {
        let end = hit.at + hit.length;
        match spared.last_mut() {
            Some((_, last)) if hit.at <= *last => *last = end.max(*last),
            _ => spared.push((hit.at, end)),
        }
    }
    let mut kept: Vec<Hit> = Vec::new();
    let mut free = 0;
    for same in terms.chunk_by(|a, b| a.at == b.at) {
        let longest = same
            .iter()
            .filter(|hit| {
                let place = spared.partition_point(|(from, _)| *from <= hit.at);
                let over = place.checked_sub(1).and_then(|place| spared.get(place));
                over.is_none_or(|(_, to)| hit.at + hit.length > *to)
            })
            .max_by_key(|hit| hit.length);
        if let Some(hit) = longest.filter(|hit| hit.at >= free) {
            free = hit.at + hit.length;
            kept.push(*hit);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lint::spans;

    proptest::proptest! {
        #[test]
        fn words_are_those_that_a_category_alone_would_find(
            terms in proptest::collection::vec("[ab]{1,2}\\??( !?[ab]\\??| _\\??){0,3}", 1..5),
            unless in proptest::collection::vec("[ab]{1,2}\\??( !?[ab]\\??| _\\??){0,3}", 0..4),
            text in "([ab]{1,2},? ){0,12}",
        ) {
            let patterns = |list: &[String]| -> Vec<Pattern> {
                list.iter().map(|text| Pattern::new(text)).collect()
            };
            let (terms, unless) = (patterns(&terms), patterns(&unless));
            let category = Category {
                terms: terms.clone(),
                unless: unless.clone(),
                ..Category::default()
            };
            let lexicon = GuardLexicon::new(String::new(), Names::default(), vec![category], Vec::new());
            let mut findings = Vec::new();
            lexicon.find(&text, &mut findings);
            let found: Vec<(usize, usize)> = findings.iter().map(|f| f.range).collect();
            proptest::prop_assert_eq!(found, spans(&text, &terms, &unless));
        }
    }
}
