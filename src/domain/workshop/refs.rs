//! Every reference of a kit, visited in one place.
//!
//! Renaming, deleting and showing what depends on an element all walk here, so that they cannot
//! disagree. A reference the visitor refuses is taken out, and what cannot stand without it goes or
//! is loosened. It must never decide what to refuse.

use super::address::{Element, Field};
use super::names::Name;
use crate::domain::ids::{AnswerId, CueId, FamilyId, PersonaId, QuestionId, StepId};
use crate::domain::kit::{
    Case, Condition, CueLink, ItemRef, KitContent, Persona, Rule, RuleEffect,
};

/// A reference, to be changed in place.
pub(super) enum Ref<'a> {
    Family(&'a mut FamilyId),
    Source(&'a mut String),
    Cue(&'a mut CueId),
    Question(&'a mut QuestionId),
    Answer(&'a mut QuestionId, &'a mut AnswerId),
    Persona(&'a mut PersonaId),
    Step(&'a mut StepId),
}

impl Ref<'_> {
    /// What it says is there: an answer also says its question.
    pub(super) fn targets(&self) -> Vec<Element> {
        match self {
            Self::Family(id) => vec![Element::Family((*id).clone())],
            Self::Source(id) => vec![Element::Source((*id).clone())],
            Self::Cue(id) => vec![Element::Cue((*id).clone())],
            Self::Question(id) => vec![Element::Question((*id).clone())],
            Self::Answer(question, id) => vec![
                Element::Question((*question).clone()),
                Element::Answer((*question).clone(), (*id).clone()),
            ],
            Self::Persona(id) => vec![Element::Persona((*id).clone())],
            Self::Step(id) => vec![Element::Step((*id).clone())],
        }
    }
}

/// What became of an element that lost a reference it stood on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It goes too.
    Gone,
    /// It stays, without its condition.
    Loosened,
}

/// Sees each reference with the field it stands in; answers whether it stays.
pub(super) type Visit<'v> = &'v mut dyn FnMut(&Field, Ref<'_>) -> bool;

/// Visits every reference; gives the elements that could not stay as they were, at their positions
/// before the walk.
pub(super) fn walk(content: &mut KitContent, visit: Visit<'_>) -> Vec<(Element, Fate)> {
    let mut fates = Vec::new();
    manifest(content, visit);
    for cue in &mut content.cues {
        let element = Element::Cue(cue.id.clone());
        // A cue cannot be without a family: whoever deletes one has moved its cues before.
        visit(
            &Field::new(element.clone(), Name::Family),
            Ref::Family(&mut cue.family),
        );
        let field = Field::new(element, Name::Excludes);
        cue.excludes.retain_mut(|id| visit(&field, Ref::Cue(id)));
    }
    for question in &mut content.questions {
        let field = Field::new(Element::Question(question.id.clone()), Name::Family);
        if let Some(family) = &mut question.family
            && !visit(&field, Ref::Family(family))
        {
            question.family = None;
        }
    }
    for persona in &mut content.personas {
        walk_persona(persona, visit);
    }
    for step in &mut content.steps {
        let field = Field::new(Element::Step(step.id.clone()), Name::When);
        if let Some(when) = &mut step.when
            && condition(when, &field, visit) != Left::Kept
        {
            step.when = None;
            fates.push((field.element, Fate::Loosened));
        }
    }
    for procedure in &mut content.procedures {
        let field = Field::new(Element::Procedure(procedure.id.clone()), Name::Steps);
        procedure
            .steps
            .retain_mut(|id| visit(&field, Ref::Step(id)));
    }
    keep(&mut content.rules, Element::Rule, &mut fates, |rule, at| {
        walk_rule(rule, at, visit)
    });
    keep(&mut content.cases, Element::Case, &mut fates, |case, at| {
        walk_case(case, at, visit)
    });
    keep(&mut content.links, Element::Link, &mut fates, |link, at| {
        walk_link(link, at, visit)
    });
    fates
}

fn keep<T>(
    list: &mut Vec<T>,
    element: fn(usize) -> Element,
    fates: &mut Vec<(Element, Fate)>,
    mut stays: impl FnMut(&mut T, usize) -> bool,
) {
    let mut at = 0;
    list.retain_mut(|item| {
        let stays = stays(item, at);
        if !stays {
            fates.push((element(at), Fate::Gone));
        }
        at += 1;
        stays
    });
}

fn manifest(content: &mut KitContent, visit: Visit<'_>) {
    let field = Field::new(Element::Manifest, Name::Openers);
    for openers in content.openers.values_mut() {
        openers.retain_mut(|id| visit(&field, Ref::Question(id)));
    }
    let field = Field::new(Element::Manifest, Name::UncertainSteps);
    content
        .uncertain_steps
        .retain_mut(|id| visit(&field, Ref::Step(id)));
}

fn walk_persona(persona: &mut Persona, visit: Visit<'_>) {
    let element = Element::Persona(persona.id.clone());
    let at = |name| Field::new(element.clone(), name);
    for (name, list) in [
        (Name::StepsTwo, &mut persona.steps.two_minutes),
        (Name::StepsTen, &mut persona.steps.ten_minutes),
        (Name::StepsRelay, &mut persona.steps.relay),
    ] {
        let field = at(name);
        list.retain_mut(|id| visit(&field, Ref::Step(id)));
    }
    let field = at(Name::ConfusedWith);
    persona
        .confused_with
        .retain_mut(|other| visit(&field, Ref::Persona(&mut other.persona)));
    let field = at(Name::Sources);
    persona
        .sources
        .retain_mut(|id| visit(&field, Ref::Source(id)));
    let field = at(Name::Cues);
    persona
        .cues
        .retain_mut(|(id, _)| visit(&field, Ref::Cue(id)));
    let field = at(Name::Answers);
    persona.answers.retain_mut(|(question, row)| {
        let bare = row.is_empty();
        row.retain_mut(|(answer, _)| visit(&field, Ref::Answer(&mut question.clone(), answer)));
        visit(&field, Ref::Question(question)) && (bare || !row.is_empty())
    });
}

fn walk_rule(rule: &mut Rule, at: usize, visit: Visit<'_>) -> bool {
    let element = Element::Rule(at);
    let when = condition(
        &mut rule.when,
        &Field::new(element.clone(), Name::When),
        visit,
    );
    let field = Field::new(element, Name::Then);
    let idle = rule.then.is_empty();
    rule.then.retain_mut(|effect| match effect {
        RuleEffect::Raise(id) => visit(&field, Ref::Persona(id)),
        RuleEffect::AddStep(id) => visit(&field, Ref::Step(id)),
        RuleEffect::Ask(id) | RuleEffect::HoldQuestion(id) => visit(&field, Ref::Question(id)),
        RuleEffect::HideMode(_) | RuleEffect::Notice { .. } => true,
    });
    // A rule that would hold in every contact is not what anybody wrote.
    when == Left::Kept && (idle || !rule.then.is_empty())
}

fn walk_case(case: &mut Case, at: usize, visit: Visit<'_>) -> bool {
    let element = Element::Case(at);
    let field = |name| Field::new(element.clone(), name);
    let bare =
        |case: &Case| case.cues.is_empty() && case.not_cues.is_empty() && case.answers.is_empty();
    let (was_bare, had_top) = (bare(case), !case.expect.top.is_empty());
    for (name, list) in [
        (Name::Cues, &mut case.cues),
        (Name::NotCues, &mut case.not_cues),
    ] {
        let field = field(name);
        list.retain_mut(|id| visit(&field, Ref::Cue(id)));
    }
    let answers = field(Name::Answers);
    case.answers
        .retain_mut(|(question, answer)| visit(&answers, Ref::Answer(question, answer)));
    for (name, list) in [
        (Name::ExpectTop, &mut case.expect.top),
        (Name::Raises, &mut case.raises),
        (Name::ToVerify, &mut case.to_verify),
    ] {
        let field = field(name);
        list.retain_mut(|id| visit(&field, Ref::Persona(id)));
    }
    (was_bare || !bare(case)) && (!had_top || !case.expect.top.is_empty())
}

fn walk_link(link: &mut CueLink, at: usize, visit: Visit<'_>) -> bool {
    let field = Field::new(Element::Link(at), Name::Rows);
    let (child, parent) = (link.child.clone(), link.parent.clone());
    let answer = |of: &ItemRef, answer: &mut AnswerId, visit: Visit<'_>| match of {
        ItemRef::Cue(_) => true,
        ItemRef::Question(question) => visit(&field, Ref::Answer(&mut question.clone(), answer)),
    };
    let bare = link.rows.is_empty();
    link.rows.retain_mut(|row| {
        let bare = row.levels.is_empty();
        row.levels.retain_mut(|(id, _)| answer(&child, id, visit));
        let given = answer(&parent, &mut row.given, visit);
        let persona = visit(&field, Ref::Persona(&mut row.persona));
        given && persona && (bare || !row.levels.is_empty())
    });
    let mut stays = bare || !link.rows.is_empty();
    let ends = [
        (Name::Child, &mut link.child),
        (Name::Parent, &mut link.parent),
    ];
    for (name, item) in ends {
        let field = Field::new(Element::Link(at), name);
        stays &= match item {
            ItemRef::Cue(id) => visit(&field, Ref::Cue(id)),
            ItemRef::Question(id) => visit(&field, Ref::Question(id)),
        };
    }
    stays
}

/// What is left of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Kept,
    /// It waits for something that can no longer happen.
    Never,
    /// It only excluded something that can no longer happen.
    Always,
}

/// Visits a condition; parts that can no longer hold fall out, parts that always hold too.
fn condition(condition: &mut Condition, field: &Field, visit: Visit<'_>) -> Left {
    let leaf = |stays: bool| if stays { Left::Kept } else { Left::Never };
    match condition {
        Condition::Cue(id) | Condition::NotCue(id) => leaf(visit(field, Ref::Cue(id))),
        Condition::Answer(question, answer) => leaf(visit(field, Ref::Answer(question, answer))),
        Condition::Situation(id) | Condition::Followed(id) => leaf(visit(field, Ref::Persona(id))),
        Condition::Setting(_) | Condition::Channel(_) | Condition::Theme(_) => Left::Kept,
        Condition::Any(all) => several(all, Left::Always, field, visit),
        Condition::All(all) => several(all, Left::Never, field, visit),
        Condition::Not(inner) => match self::condition(inner, field, visit) {
            Left::Kept => Left::Kept,
            Left::Never => Left::Always,
            Left::Always => Left::Never,
        },
    }
}

/// Visits the parts of an Any or an All; one part that is `decisive` decides for all.
fn several(all: &mut Vec<Condition>, decisive: Left, field: &Field, visit: Visit<'_>) -> Left {
    let mut decided = false;
    let bare = all.is_empty();
    all.retain_mut(|part| {
        let left = condition(part, field, visit);
        decided |= left == decisive;
        left == Left::Kept
    });
    if decided {
        decisive
    } else if bare || !all.is_empty() {
        Left::Kept
    } else if decisive == Left::Always {
        Left::Never
    } else {
        Left::Always
    }
}
