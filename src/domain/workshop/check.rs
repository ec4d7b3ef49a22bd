//! What is to correct or to read again in a draft, each finding at its field.
//!
//! Validation, the examination of texts and the guard already say what is wrong and where; here
//! their places become fields of forms and their sentences the words of forms. Texts that have not
//! changed are not examined twice, so that the check keeps up with typing. It must never change a
//! draft, nor hide a finding because another is there.

use std::sync::Arc;

use super::address::{Element, Field};
use super::locate::locate;
use super::plain;
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
    /// « À corriger », or « à relire ».
    pub fn label(&self) -> &'static str {
        label(self.gravity)
    }
}

/// What a manager calls a gravity.
pub fn label(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Error => "à corriger",
        Gravity::Warning | Gravity::Info => "à relire",
    }
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
        findings.sort_by_key(|finding| finding.gravity);
        Checked {
            findings,
            kit: admission.kit.map(Arc::new),
        }
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
