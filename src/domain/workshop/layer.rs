//! A structure's own words, addresses, steps and personas over a kit that somebody else keeps.
//!
//! The layer holds only what is local, and what the kit said when it was made so; a new version of
//! the kit goes under it, and what needs a look is listed. Levels, rules and settings are the kit's.
//! It must never change the kit under it, nor hide that something is local.

mod look;
mod over;
mod recording;

pub use look::{Look, Why, looks};
pub use over::{hidden, is_own, kit_value, kit_words, may_fill, over, without};
pub use recording::record;

use super::address::{Element, Field, Kind};
use super::edit::{Edit, apply as make};
use super::fields;
use super::items::{Item, find};
use super::names::Name;
use super::refs::{Ref, walk};
use super::say;
use super::value::Value;
use crate::domain::ids::StepId;
use crate::domain::kit::KitContent;
use crate::domain::typography::french;

/// A field that a structure fills in otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Override {
    /// The field, as a whole.
    pub field: Field,
    /// What the structure says.
    pub value: Value,
    /// What the kit said when it was made so.
    pub base: Value,
}

/// What is local.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalLayer {
    /// Id of the kit it stands on.
    pub kit: String,
    /// Fields filled in otherwise.
    pub overrides: Vec<Override>,
    /// Steps not shown here.
    pub hidden_steps: Vec<StepId>,
    /// Own steps, places and personas, in this order.
    pub own: Vec<Item>,
}

/// Something local.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Touched {
    /// A field filled in otherwise.
    Field(Field),
    /// A step not shown here.
    Hidden(StepId),
    /// An element of its own.
    Own(Element),
}

/// Something local, as a screen marks it.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// What.
    pub touched: Touched,
    /// The same in French.
    pub label: String,
    /// What the kit says there, in words; empty where it says nothing.
    pub base: String,
}

/// Says whether a structure may fill a field in otherwise: wording, places, lists of steps.
pub fn is_local(field: &Field) -> bool {
    use Name as N;
    let names: &[Name] = match field.element.kind() {
        Kind::Manifest => &[N::Owner, N::UncertainSteps],
        Kind::Cue => &[N::Short, N::Text],
        Kind::Question => &[N::Ask, N::AskPhone],
        Kind::Answer => &[N::Text, N::TextPhone],
        Kind::Persona => &[
            N::Name,
            N::Essence,
            N::Motivations,
            N::Obstacles,
            N::Say,
            N::Avoid,
            N::ConfusedWith,
            N::StepsTwo,
            N::StepsTen,
            N::StepsRelay,
        ],
        Kind::Step => &[N::Title, N::Detail, N::Minutes, N::Say, N::Note],
        Kind::Place => fields::names(&field.element),
        Kind::Procedure => &[
            N::Title,
            N::Site,
            N::Documents,
            N::Steps,
            N::OtherWay,
            N::Operator,
            N::Traps,
            N::Seen,
            N::Varies,
        ],
        Kind::Family => &[N::Title],
        Kind::Source | Kind::Rule | Kind::Case | Kind::Link => &[],
    };
    names.contains(&field.name)
}

impl LocalLayer {
    /// Says whether nothing is local.
    pub fn is_empty(&self) -> bool {
        self.overrides.is_empty() && self.hidden_steps.is_empty() && self.own.is_empty()
    }

    /// Makes what was touched as the kit has it again.
    pub fn reset(&mut self, touched: &Touched) {
        match touched {
            Touched::Field(field) => self.overrides.retain(|o| &o.field != field),
            Touched::Hidden(step) => self.hidden_steps.retain(|id| id != step),
            Touched::Own(element) => self.own.retain(|item| &item.element(0) != element),
        }
    }

    /// Keeps what is local after a look: what the kit says now is known.
    pub fn keep(&mut self, touched: &Touched, base: &KitContent) {
        match touched {
            Touched::Field(field) => {
                let Some(value) = fields::read(base, field) else {
                    return;
                };
                for local in self.overrides.iter_mut().filter(|o| &o.field == field) {
                    local.base = value.clone();
                }
            }
            // The kit’s own of that id is shown: there is nothing of it to take.
            Touched::Own(element) if over::is_own(base, element) => self.settle(element, base),
            Touched::Own(_) | Touched::Hidden(_) => {}
        }
    }
}

/// Puts a layer over a kit; gives what agents get, and what in it is local.
pub fn apply(base: &KitContent, layer: &LocalLayer) -> (KitContent, Vec<Origin>) {
    let mut content = base.clone();
    let mut origins = Vec::new();
    for step in &layer.hidden_steps {
        let element = Element::Step(step.clone());
        if make(&mut content, &Edit::Delete(element.clone())).is_ok() {
            origins.push(Origin {
                touched: Touched::Hidden(step.clone()),
                label: french(&format!("{} : pas montrée ici", element.label(base))),
                base: element.title(base),
            });
        }
    }
    for item in &layer.own {
        let edit = Edit::append(&content, item.clone());
        // An id that the kit has taken since is listed by `looks`.
        if make(&mut content, &edit).is_ok() {
            let element = item.element(0);
            origins.push(Origin {
                label: french(&format!(
                    "{} : propre à la structure",
                    element.label(&content)
                )),
                touched: Touched::Own(element),
                base: String::new(),
            });
        }
    }
    for local in &layer.overrides {
        if make(
            &mut content,
            &Edit::set(local.field.clone(), local.value.clone()),
        )
        .is_ok()
        {
            let said = fields::read(base, &local.field);
            origins.push(Origin {
                touched: Touched::Field(local.field.clone()),
                label: local.field.label(&content),
                base: said.map_or_else(String::new, |value| say::value(base, &value)),
            });
        }
    }
    sweep(&mut content);
    (content, origins)
}

/// Takes out mentions of what is not there.
fn sweep(content: &mut KitContent) {
    let known = content.clone();
    walk(content, &mut |_, reference| {
        let target = match reference {
            // A cue without its family would be no cue: the kit's own check tells it.
            Ref::Family(_) => return true,
            Ref::Source(id) => Element::Source(id.clone()),
            Ref::Cue(id) => Element::Cue(id.clone()),
            Ref::Question(id) => Element::Question(id.clone()),
            Ref::Answer(question, id) => Element::Answer(question.clone(), id.clone()),
            Ref::Persona(id) => Element::Persona(id.clone()),
            Ref::Step(id) => Element::Step(id.clone()),
        };
        find(&known, &target).is_some()
    });
}

#[cfg(test)]
mod tests;
