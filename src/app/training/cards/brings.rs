//! What brings a step or a situation: the conditions of steps and rules, read as links.
//!
//! It must never read a condition that keeps something away as one that brings it.

use std::collections::BTreeSet;

use crate::domain::ids::{PersonaId, StepId};
use crate::domain::kit::{Condition, KitContent, RuleEffect};

use super::Card;

/// Adds the cards a condition waits for.
fn named(when: &Condition, found: &mut BTreeSet<Card>) {
    match when {
        Condition::Cue(id) => {
            found.insert(Card::Cue(id.clone()));
        }
        Condition::Answer(question, _) => {
            found.insert(Card::Question(question.clone()));
        }
        Condition::Situation(id) | Condition::Followed(id) => {
            found.insert(Card::Persona(id.clone()));
        }
        Condition::Any(all) | Condition::All(all) => {
            for one in all {
                named(one, found);
            }
        }
        Condition::NotCue(_)
        | Condition::Not(_)
        | Condition::Setting(_)
        | Condition::Channel(_)
        | Condition::Theme(_) => {}
    }
}

/// What brings a step: what it waits for itself, and the rules that add it.
pub(super) fn to_step(content: &KitContent, step: &StepId) -> BTreeSet<Card> {
    let mut found = BTreeSet::new();
    let own = content.steps.iter().find(|one| &one.id == step);
    if let Some(when) = own.and_then(|step| step.when.as_ref()) {
        named(when, &mut found);
    }
    let adds = |effect: &RuleEffect| matches!(effect, RuleEffect::AddStep(id) if id == step);
    for rule in &content.rules {
        if rule.then.iter().any(adds) {
            named(&rule.when, &mut found);
        }
    }
    found
}

/// The steps that a card brings.
pub(super) fn steps_of(content: &KitContent, card: &Card) -> Vec<StepId> {
    let steps = content.steps.iter();
    steps
        .filter(|step| to_step(content, &step.id).contains(card))
        .map(|step| step.id.clone())
        .collect()
}

/// What opens a situation at once.
pub(super) fn to_situation(content: &KitContent, persona: &PersonaId) -> BTreeSet<Card> {
    let mut found = BTreeSet::new();
    let raises = |effect: &RuleEffect| matches!(effect, RuleEffect::Raise(id) if id == persona);
    for rule in &content.rules {
        if rule.then.iter().any(raises) {
            named(&rule.when, &mut found);
        }
    }
    found
}

/// The situations that a card opens.
pub(super) fn situations_of(content: &KitContent, card: &Card) -> Vec<PersonaId> {
    let personas = content.personas.iter();
    personas
        .filter(|persona| to_situation(content, &persona.id).contains(card))
        .map(|persona| persona.id.clone())
        .collect()
}
