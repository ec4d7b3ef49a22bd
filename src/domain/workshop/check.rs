//! What is to correct or to read again in a draft, each finding at its field.
//!
//! Validation, the examination of texts and the guard already say what is wrong and where; here
//! their places become fields of forms and their sentences the words of forms. Texts that have not
//! changed are not examined twice, so that the check keeps up with typing. It must never change a
//! draft, nor hide a finding because another is there.

use std::sync::Arc;

use super::address::{Element, Field, Kind};
use super::items::position;
use super::locate::locate;
use super::{pairs, plain};
use crate::domain::kit::{Kit, KitContent};
use crate::domain::lint::{self, Lexicon, Memo};
use crate::domain::problem::{Gravity, Problem};
use crate::domain::validate::admit;

/// Something to correct or to read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The field it is about.
    pub field: Field,
    /// How grave.
    pub gravity: Gravity,
    /// The words at fault, as written; may be empty.
    pub token: String,
    /// What is the matter, one French sentence.
    pub message: String,
    /// What to do, one French sentence.
    pub cure: String,
}

impl Finding {
    /// « À corriger », « à relire », or « pour information ».
    pub fn label(&self) -> &'static str {
        label(self.gravity)
    }
}

/// What a manager calls a gravity.
pub fn label(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Error => "à corriger",
        Gravity::Warning => "à relire",
        Gravity::Info => "pour information",
    }
}

/// How many elements there are of some kinds, and how many of them need something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Elements.
    pub elements: usize,
    /// Those with something to correct.
    pub to_correct: usize,
    /// Those with nothing to correct and something to read again.
    pub to_reread: usize,
}

/// What came of checking a draft.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Everything found, gravest first, then in the order of the kit.
    pub findings: Vec<Finding>,
    /// What agents would get: the sound part, if any.
    pub kit: Option<Arc<Kit>>,
}

impl Checked {
    /// Counts the findings of one gravity.
    pub fn count(&self, gravity: Gravity) -> usize {
        let of = |f: &&Finding| f.gravity == gravity;
        self.findings.iter().filter(of).count()
    }

    /// Counts the elements of some kinds, and those that need something; an answer counts with its
    /// question.
    pub fn summary(&self, content: &KitContent, kinds: &[Kind]) -> Summary {
        let mut summary = Summary::default();
        for element in kinds.iter().flat_map(|kind| all(content, *kind)) {
            summary.elements += 1;
            match self.of_element(&element).map(|f| f.gravity).min() {
                Some(Gravity::Error) => summary.to_correct += 1,
                Some(Gravity::Warning | Gravity::Info) => summary.to_reread += 1,
                None => {}
            }
        }
        summary
    }

    /// Says whether nothing is to be corrected.
    pub fn is_sound(&self) -> bool {
        self.count(Gravity::Error) == 0 && self.kit.is_some()
    }

    /// The findings of a field and of its lines.
    pub fn of_field<'c>(&'c self, field: &'c Field) -> impl Iterator<Item = &'c Finding> {
        self.findings.iter().filter(move |f| {
            f.field.element == field.element
                && f.field.name == field.name
                && (f.field.index == field.index || field.index == super::Index::Whole)
        })
    }

    /// The findings of an element; those of a question hold those of its answers.
    pub fn of_element<'c>(&'c self, element: &'c Element) -> impl Iterator<Item = &'c Finding> {
        self.findings.iter().filter(move |f| {
            &f.field.element == element
                || matches!((&f.field.element, element),
                    (Element::Answer(of, _), Element::Question(id)) if of == id)
        })
    }
}

/// What a draft is checked against, and what is remembered from one check to the next.
#[derive(Clone, Debug, Default)]
pub struct Checks {
    lexicon: Arc<Lexicon>,
    today: Option<String>,
    memo: Memo,
}

impl Checks {
    /// Takes the words of the kit's language and today's date (ISO), if it matters.
    pub fn new(lexicon: Arc<Lexicon>, today: Option<&str>) -> Self {
        Self {
            lexicon,
            today: today.map(str::to_owned),
            memo: Memo::default(),
        }
    }

    /// Checks a content.
    pub fn run(&mut self, content: &KitContent) -> Checked {
        let today = self.today.as_deref();
        let admission = admit(content.clone(), today);
        let mut problems = admission.problems;
        problems.extend(lint::examine_draft(
            &self.lexicon,
            content,
            today,
            &mut self.memo,
        ));
        let mut findings: Vec<Finding> = problems
            .into_iter()
            .map(|problem| finding(content, problem))
            .collect();
        findings.sort_by_cached_key(|finding| {
            let element = &finding.field.element;
            let of = match element {
                Element::Answer(question, _) => Element::Question(question.clone()),
                other => other.clone(),
            };
            let places = (position(content, &of), position(content, element));
            (finding.gravity, of.kind(), places)
        });
        Checked {
            findings,
            kit: admission.kit.map(Arc::new),
        }
    }
}

/// Every element of a kind.
fn all(content: &KitContent, kind: Kind) -> Vec<Element> {
    match kind {
        Kind::Manifest => vec![Element::Manifest],
        Kind::Rule => (0..content.rules.len()).map(Element::Rule).collect(),
        Kind::Case => (0..content.cases.len()).map(Element::Case).collect(),
        Kind::Link => (0..content.links.len()).map(Element::Link).collect(),
        named => pairs::named(content, named),
    }
}

fn finding(content: &KitContent, problem: Problem) -> Finding {
    Finding {
        field: locate(content, &problem),
        gravity: problem.gravity,
        message: plain::words(&problem.message),
        cure: plain::words(&problem.cure),
        token: problem.place.token,
    }
}
