//! One persona out of a kit and into another, with the steps and cues it needs; levels as a table.
//!
//! What the other kit already has under the same id and says otherwise is told, and never replaced
//! without being asked. It must never bring what the persona does not need.

use std::collections::BTreeMap;

use super::address::{Element, Field, Kind};
use super::edit::{Edit, apply, free_key, next_code};
use super::fields;
use super::items::{self, Item, find, free_id, item};
use super::names::Name;
use super::pairs::named;
use super::refs::walk;
use super::refusal::Refusal;
use super::value::Value;
use crate::domain::ids::PersonaId;
use crate::domain::kit::{Family, KitContent, RuleEffect};
use crate::domain::typography::french;

/// Takes a persona out, as a small kit of its own: its steps, cues, questions, families and sources,
/// and the rules that declare it.
///
/// # Errors
/// A [`Refusal`] if there is no such persona.
pub fn extract(content: &KitContent, persona: &PersonaId) -> Result<KitContent, Refusal> {
    let element = Element::Persona(persona.clone());
    let Some(Item::Persona(found)) = item(content, &element) else {
        return Err(Refusal::unknown(&element));
    };
    let mut single = content.clone();
    single.id = persona.to_string();
    single.title.clone_from(&found.name);
    single.personas.retain(|p| &p.id == persona);
    single.places.clear();
    single.procedures.clear();
    single.cases.clear();
    single.links.clear();
    single.openers.clear();
    single.uncertain_steps.clear();
    single
        .rules
        .retain(|rule| rule.then.contains(&RuleEffect::Raise(persona.clone())));
    // A rule that declares it may do other things; those are not the persona's.
    for rule in &mut single.rules {
        rule.then
            .retain(|effect| *effect == RuleEffect::Raise(persona.clone()));
    }
    // What is mentioned by what stays, then by what that brings, until nothing more goes.
    loop {
        let needed = mentioned(&single);
        let before = (
            single.cues.len(),
            single.questions.len(),
            single.steps.len(),
        );
        single
            .cues
            .retain(|x| needed.contains(&Element::Cue(x.id.clone())));
        single
            .questions
            .retain(|x| needed.contains(&Element::Question(x.id.clone())));
        single
            .steps
            .retain(|x| needed.contains(&Element::Step(x.id.clone())));
        for cue in &mut single.cues {
            cue.excludes
                .retain(|id| needed.contains(&Element::Cue(id.clone())));
        }
        if before
            == (
                single.cues.len(),
                single.questions.len(),
                single.steps.len(),
            )
        {
            break;
        }
    }
    let needed = mentioned(&single);
    single
        .families
        .retain(|x| needed.contains(&Element::Family(x.id.clone())));
    single
        .sources
        .retain(|x| needed.contains(&Element::Source(x.id.clone())));
    let known = single.clone();
    walk(&mut single, &mut |_, reference| {
        reference
            .targets()
            .iter()
            .all(|target| find(&known, target).is_some())
    });
    Ok(single)
}

/// Everything mentioned, save between cues: that two exclude each other brings neither.
fn mentioned(content: &KitContent) -> Vec<Element> {
    let mut found = Vec::new();
    walk(&mut content.clone(), &mut |field, reference| {
        if field.name != Name::Excludes {
            for target in reference.targets() {
                if !found.contains(&target) {
                    found.push(target);
                }
            }
        }
        true
    });
    found
}

/// What to do with an element that the other kit has under the same id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Use the one that is there.
    Keep,
    /// Bring this one under another id.
    Rename,
    /// Put this one in its place.
    Replace,
}

/// An element that both have, and say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The element.
    pub element: Element,
    /// What is the matter, one French sentence.
    pub what: String,
    /// What was chosen for it.
    pub choice: Choice,
}

/// A persona ready to be put in a kit.
#[derive(Clone, Debug, PartialEq)]
pub struct Insertion {
    /// Brings everything, as one edit.
    pub edit: Edit,
    /// What both have and say otherwise.
    pub clashes: Vec<Clash>,
    /// What is brought, in French.
    pub brought: Vec<String>,
}

/// Kinds that come with a persona, each after those it mentions.
const BROUGHT: [Kind; 6] = [
    Kind::Family,
    Kind::Source,
    Kind::Cue,
    Kind::Question,
    Kind::Step,
    Kind::Persona,
];

/// Prepares to put a persona, as [`extract`] gives it, in a kit. Without a choice a persona comes
/// under another id, and everything else uses what is there.
///
/// # Errors
/// A [`Refusal`] if it cannot be put together.
pub fn insert(
    content: &KitContent,
    single: &KitContent,
    choices: &BTreeMap<Element, Choice>,
) -> Result<Insertion, Refusal> {
    let mut single = single.clone();
    let mut after = content.clone();
    let (mut clashes, mut brought, mut arrived) = (Vec::new(), Vec::new(), Vec::new());
    for kind in BROUGHT {
        for element in named(&single, kind) {
            let Some(mut come) = item(&single, &element) else {
                continue;
            };
            let there = item(&after, &element);
            let Some(there) = there else {
                bring(&mut after, come, &mut brought)?;
                arrived.push(element);
                continue;
            };
            if says_the_same(&there, &come) {
                continue;
            }
            let usual = match kind {
                Kind::Persona => Choice::Rename,
                _ => Choice::Keep,
            };
            let choice = choices.get(&element).copied().unwrap_or(usual);
            clashes.push(Clash {
                what: clash_words(content, &element, choice),
                element: element.clone(),
                choice,
            });
            match choice {
                Choice::Keep => {}
                Choice::Rename => {
                    let id = free_id(&after, &element, &element.id());
                    let renamed = Edit::Rename {
                        element: element.clone(),
                        id: id.clone(),
                    };
                    // The new id is free in both, or the refusal tells it.
                    apply(&mut single, &renamed)?;
                    let renamed = element.renamed(&id);
                    come = item(&single, &renamed).ok_or_else(|| Refusal::unknown(&element))?;
                    bring(&mut after, come, &mut brought)?;
                    arrived.push(renamed);
                }
                Choice::Replace => {
                    brought.push(come.label());
                    replace(&mut after, &element, &single)?;
                    arrived.push(element);
                }
            }
        }
    }
    for rule in &single.rules {
        if !after.rules.contains(rule) {
            arrived.push(Element::Rule(after.rules.len()));
            after.rules.push(rule.clone());
            brought.push("règle".to_owned());
        }
    }
    // What was kept of the other kit may lack an answer or a source that what came mentions; what
    // was there stays as it was, right or wrong.
    let known = after.clone();
    walk(&mut after, &mut |field, reference| {
        let targets = reference.targets();
        !arrived.contains(&field.element) || targets.iter().all(|x| find(&known, x).is_some())
    });
    Ok(Insertion {
        edit: Edit::between(content, &after),
        clashes,
        brought,
    })
}

/// Says whether an element that comes is the one that is there; cues left behind are not missed.
fn says_the_same(there: &Item, come: &Item) -> bool {
    match (there, come) {
        (Item::Cue(there), Item::Cue(come)) => {
            let mut whole = come.clone();
            whole.excludes.clone_from(&there.excludes);
            whole == *there && come.excludes.iter().all(|id| there.excludes.contains(id))
        }
        (there, come) => there == come,
    }
}

fn clash_words(content: &KitContent, element: &Element, choice: Choice) -> String {
    let label = element.label(content);
    french(&match choice {
        Choice::Keep => format!("{label} existe déjà, autrement : celui du kit sert."),
        Choice::Rename => {
            format!("{label} existe déjà : l’autre vient sous un nouvel identifiant.")
        }
        Choice::Replace => format!("{label} existe déjà : il est remplacé."),
    })
}

/// Adds an element at the end of its list, with a code and a letter that nothing else bears.
fn bring(after: &mut KitContent, mut come: Item, brought: &mut Vec<String>) -> Result<(), Refusal> {
    let free = |code: &str, taken: Vec<&str>| {
        if taken.contains(&code) {
            next_code(code, taken.into_iter())
        } else {
            code.to_owned()
        }
    };
    match &mut come {
        Item::Cue(cue) => {
            cue.code = free(
                &cue.code,
                after.cues.iter().map(|c| c.code.as_str()).collect(),
            );
        }
        Item::Question(question) => {
            let taken = after.questions.iter().map(|q| q.code.as_str()).collect();
            question.code = free(&question.code, taken);
        }
        Item::Persona(persona) => {
            let taken = after.personas.iter().map(|p| p.code.as_str()).collect();
            persona.code = free(&persona.code, taken);
        }
        Item::Family(family) => {
            let same = |other: &Family| other.key.eq_ignore_ascii_case(&family.key);
            if after.families.iter().any(same) {
                family.key = free_key(after).unwrap_or(family.key);
            }
        }
        _ => {}
    }
    brought.push(come.label());
    let edit = Edit::append(after, come);
    apply(after, &edit).map(|_| ())
}

/// Puts another kit's element in place of the one that is there; its code stays.
fn replace(after: &mut KitContent, element: &Element, single: &KitContent) -> Result<(), Refusal> {
    for name in fields::names(element) {
        if matches!(name, Name::Code | Name::Key) {
            continue;
        }
        let field = Field::new(element.clone(), *name);
        if let Some(value) = fields::read(single, &field) {
            apply(after, &Edit::set(field, value))?;
        }
    }
    if let (Element::Question(id), Some(Item::Question(question))) =
        (element, item(single, element))
    {
        for answer in question.answers {
            let own = Element::Answer(id.clone(), answer.id.clone());
            if items::position(after, &own).is_some() {
                let text = Field::new(own, Name::Text);
                apply(after, &Edit::set(text, Value::Text(answer.text)))?;
            } else {
                let edit = Edit::append(after, Item::Answer(id.clone(), answer));
                apply(after, &edit)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
