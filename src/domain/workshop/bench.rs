//! What an edit changes for the cases of the kit: each before and after, to accept or to refuse.
//!
//! « Before » is what the kit in use says of the case's evidence, « after » what the draft says. A
//! change is never silent: it is accepted (the case then expects it) or points at the edit that made
//! it. It must never change a case by itself.

mod sentence;

pub use sentence::sentence;

use super::address::{Element, Field};
use super::desk::Desk;
use super::edit::{Edit, apply};
use super::items::Item;
use super::names::Name;
use super::value::Value;
use crate::domain::bench::{differences, evidence};
use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::identification::{Identification, SituationState};
use crate::domain::identify::{Recogniser, Scratch};
use crate::domain::ids::PersonaId;
use crate::domain::kit::{Case, Expectation, Kit, KitContent};
use crate::domain::typography::french;
use crate::domain::validate::admit;
use crate::domain::vocab::{Channel, Label};

/// What a kit says of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// How sure it is.
    pub label: Label,
    /// Who comes first, if the kit has a profile.
    pub top: Option<PersonaId>,
    /// How probable the first is, 0..=1.
    pub probability: f64,
    /// Declared situations.
    pub raises: Vec<PersonaId>,
    /// Situations to offer.
    pub to_verify: Vec<PersonaId>,
}

impl Verdict {
    /// What an identification comes to.
    pub fn of(found: &Identification) -> Self {
        let in_state = |state| {
            found
                .situations
                .iter()
                .filter(|s| s.state == Some(state))
                .map(|s| s.id.clone())
                .collect()
        };
        Self {
            label: found.label,
            top: found.top().map(|top| top.id.clone()),
            probability: found.top().map_or(0.0, |top| top.probability),
            raises: in_state(SituationState::Declared),
            to_verify: in_state(SituationState::ToVerify),
        }
    }

    /// Says whether agents would be told the same; figures may differ.
    pub fn same(&self, other: &Self) -> bool {
        let leads = |v: &Self| matches!(v.label, Label::Clear | Label::Possible);
        self.label == other.label
            && (self.top == other.top || !leads(self))
            && self.raises == other.raises
            && self.to_verify == other.to_verify
    }

    /// « Pas à pas, piste nette », as a column shows it.
    pub fn words(&self, content: &KitContent) -> String {
        let named = |id: &PersonaId| Element::Persona(id.clone()).title(content);
        let mut words = match (&self.top, self.label) {
            (Some(top), Label::Clear | Label::Possible) => {
                format!("{}, {}", named(top), self.label.label())
            }
            _ => self.label.label().to_owned(),
        };
        for (list, said) in [(&self.raises, "dite"), (&self.to_verify, "à proposer")] {
            for id in list {
                words.push_str(" ; ");
                words.push_str(&named(id));
                words.push(' ');
                words.push_str(said);
            }
        }
        french(&words)
    }
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As before, and as expected.
    Same,
    /// As before, and not as expected.
    SameWrong,
    /// Otherwise than before: to accept or to refuse.
    Changed,
    /// Otherwise than before, and the case allows it: accepted.
    Accepted,
    /// A case the kit in use cannot judge.
    New,
}

/// A case before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseRow {
    /// Its position in the draft.
    pub at: usize,
    /// Its title.
    pub title: String,
    /// What happens in it, in French.
    pub sentence: String,
    /// What the kit in use says; `None` if it lacks what the case rests on.
    pub before: Option<Verdict>,
    /// What the draft says; `None` if the draft left the case out or contradicts itself.
    pub after: Option<Verdict>,
    /// What is not as the case expects, one French sentence each.
    pub differences: Vec<String>,
    /// Where it stands.
    pub standing: Standing,
}

/// A kit compiled for its channels.
struct Compiled<'k> {
    kit: &'k Kit,
    channels: Vec<(Recogniser, Scratch)>,
}

impl<'k> Compiled<'k> {
    fn new(kit: &'k Kit) -> Self {
        Self::on(kit, &kit.channels)
    }

    fn on(kit: &'k Kit, channels: &[Channel]) -> Self {
        let recogniser = |channel: &Channel| {
            let recogniser = Recogniser::new(kit, *channel);
            let scratch = recogniser.scratch();
            (recogniser, scratch)
        };
        Self {
            kit,
            channels: channels.iter().map(recogniser).collect(),
        }
    }

    fn identify(&mut self, evidence: &Evidence) -> Option<Identification> {
        let (recogniser, scratch) = self
            .channels
            .iter_mut()
            .find(|(r, _)| r.channel() == evidence.channel)?;
        recogniser.identify_with(self.kit, evidence, scratch).ok()
    }

    /// Says whether the kit has everything a case rests on.
    fn knows(&self, case: &Case) -> bool {
        case.cues
            .iter()
            .chain(&case.not_cues)
            .all(|id| self.kit.cue(id.as_str()).is_some())
            && case.answers.iter().all(|(question, answer)| {
                self.kit
                    .question(question.as_str())
                    .is_some_and(|q| q.answers.iter().any(|a| &a.id == answer))
            })
    }
}

/// Runs the draft's cases on the kit in use and on the draft.
pub fn run(base: &Kit, draft: &Kit, content: &KitContent) -> Vec<CaseRow> {
    let mut before = Compiled::new(base);
    let mut after = Compiled::new(draft);
    content
        .cases
        .iter()
        .enumerate()
        .map(|(at, case)| row(&mut before, &mut after, content, at, case))
        .collect()
}

fn row(
    base: &mut Compiled<'_>,
    draft: &mut Compiled<'_>,
    content: &KitContent,
    at: usize,
    case: &Case,
) -> CaseRow {
    let evidence = evidence(case);
    let before = base
        .knows(case)
        .then(|| base.identify(&evidence))
        .flatten()
        .map(|found| Verdict::of(&found));
    let found = draft
        .knows(case)
        .then(|| draft.identify(&evidence))
        .flatten();
    let differences = match &found {
        Some(found) => differences(draft.kit, found, case),
        None => vec![
            "Ce cas ne peut pas être joué sur l’essai : voyez ce qui est à corriger.".to_owned(),
        ],
    };
    let after = found.map(|found| Verdict::of(&found));
    let standing = match (&before, &after) {
        (None, Some(_)) => Standing::New,
        (Some(before), Some(after)) if before.same(after) => {
            if differences.is_empty() {
                Standing::Same
            } else {
                Standing::SameWrong
            }
        }
        (_, Some(_)) if differences.is_empty() => Standing::Accepted,
        _ => Standing::Changed,
    };
    CaseRow {
        at,
        title: case.title.clone(),
        sentence: sentence(content, case),
        before,
        after,
        differences: differences.iter().map(|text| french(text)).collect(),
        standing,
    }
}

/// What a case must expect so that a verdict is right.
fn expectation(verdict: &Verdict) -> Expectation {
    let leads = matches!(verdict.label, Label::Clear | Label::Possible);
    Expectation {
        label: vec![verdict.label],
        top: verdict.top.iter().filter(|_| leads).cloned().collect(),
    }
}

/// Accepts a change: where the case expected something else it now expects this, and what it leaves
/// open stays open.
pub fn accept(content: &KitContent, at: usize, verdict: &Verdict) -> Edit {
    let Some(case) = content.cases.get(at) else {
        return Edit::Together(Vec::new());
    };
    let field = |name| Field::new(Element::Case(at), name);
    let now = expectation(verdict);
    let mut edits = Vec::new();
    let label = &case.expect.label;
    if !label.is_empty() && !label.contains(&verdict.label) {
        edits.push(Edit::set(
            field(Name::ExpectLabel),
            Value::Labels(now.label),
        ));
    }
    let top = &case.expect.top;
    if !top.is_empty() && verdict.top.as_ref().is_some_and(|id| !top.contains(id)) {
        edits.push(Edit::set(
            field(Name::ExpectTop),
            Value::PersonaIds(now.top),
        ));
    }
    let raises = &case.raises;
    let same =
        raises.len() == verdict.raises.len() && verdict.raises.iter().all(|id| raises.contains(id));
    if !same {
        edits.push(Edit::set(
            field(Name::Raises),
            Value::PersonaIds(verdict.raises.clone()),
        ));
    }
    if case
        .to_verify
        .iter()
        .any(|id| !verdict.to_verify.contains(id))
    {
        let mut left = case.to_verify.clone();
        left.retain(|id| verdict.to_verify.contains(id));
        edits.push(Edit::set(field(Name::ToVerify), Value::PersonaIds(left)));
    }
    Edit::Together(edits)
}

/// The edit that made a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Culprit {
    /// How many undos take it back, and what came after it; 1 = it is the last thing done.
    pub undos: usize,
    /// What it did, in French.
    pub label: String,
    /// The field to look at, if it filled one in.
    pub field: Option<Field>,
}

/// Finds an edit of this session since which the draft says of a case what it says now; `None` if
/// it said so already when the session began.
pub fn culprit(desk: &Desk, case: &Case) -> Option<Culprit> {
    let history = desk.history();
    // The draft as it was before the last `undos` edits: what was made fits, so do the inverses.
    let back = |undos: usize| -> Option<KitContent> {
        let mut content = desk.content().clone();
        for done in history.iter().rev().take(undos) {
            apply(&mut content, &done.inverse).ok()?;
        }
        Some(content)
    };
    let now = said(desk.content(), case);
    let as_now = |undos: usize| Some(same(said(&back(undos)?, case).as_ref(), now.as_ref()));
    if as_now(history.len())? {
        return None;
    }
    // As now after `after` undos, otherwise after `before`: the edit lies between.
    let (mut after, mut before) = (0, history.len());
    while before - after > 1 {
        let middle = usize::midpoint(after, before);
        if as_now(middle)? {
            after = middle;
        } else {
            before = middle;
        }
    }
    let done = history.iter().rev().nth(after)?;
    Some(Culprit {
        undos: before,
        label: done.label.clone(),
        field: match &done.edit {
            Edit::Set { field, .. } => Some(field.clone()),
            Edit::Levels(cells) => cells.first().map(super::Cell::field),
            _ => None,
        },
    })
}

/// What a content says of a case; `None` if it cannot play it.
fn said(content: &KitContent, case: &Case) -> Option<Verdict> {
    let kit = admit(content.clone(), None).kit?;
    let mut compiled = Compiled::on(&kit, &[case.channel]);
    if !compiled.knows(case) || !kit.channels.contains(&case.channel) {
        return None;
    }
    let found = compiled.identify(&evidence(case))?;
    Some(Verdict::of(&found))
}

fn same(one: Option<&Verdict>, other: Option<&Verdict>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.same(other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// Makes a case of what was noted in a try-out, expecting what the draft says of it.
pub fn case_of(title: &str, evidence: &Evidence, found: &Identification) -> Case {
    let verdict = Verdict::of(found);
    let with = |wanted: Sighting| {
        evidence
            .cues
            .iter()
            .filter(|(_, sighting)| **sighting == wanted)
            .map(|(id, _)| id.clone())
            .collect()
    };
    Case {
        title: title.to_owned(),
        channel: evidence.channel,
        cues: with(Sighting::Observed),
        not_cues: with(Sighting::Denied),
        answers: evidence
            .answers
            .iter()
            .map(|(question, answer)| (question.clone(), answer.clone()))
            .collect(),
        expect: expectation(&verdict),
        raises: verdict.raises,
        to_verify: verdict.to_verify,
    }
}

/// Adds a case at the end of the bench.
pub fn add(content: &KitContent, case: Case) -> Edit {
    Edit::append(content, Item::Case(Box::new(case)))
}

#[cfg(test)]
mod tests;
