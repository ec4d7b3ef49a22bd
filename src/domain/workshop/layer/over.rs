//! A layer as agents get it, and field by field as a form shows it.
//!
//! It must never give agents a kit that a layer broke: then they get the kit as it is.

use super::{LocalLayer, Touched, apply, is_local, make};
use crate::domain::ids::StepId;
use crate::domain::kit::{Kit, KitContent};
use crate::domain::problem::Gravity;
use crate::domain::validate::admit;
use crate::domain::workshop::address::{Element, Field};
use crate::domain::workshop::edit::Edit;
use crate::domain::workshop::fields;
use crate::domain::workshop::items::{self, find};
use crate::domain::workshop::say;
use crate::domain::workshop::value::Value;

/// A kit with a layer over it; `None` if it would not be sound.
pub fn over(kit: &Kit, layer: &LocalLayer) -> Option<Kit> {
    let admission = admit(apply(kit.content(), layer).0, None);
    let sound = admission
        .problems
        .iter()
        .all(|problem| problem.gravity != Gravity::Error);
    admission.kit.filter(|_| sound)
}

/// The steps of the kit that an edited content does not show.
pub fn hidden(base: &KitContent, edited: &KitContent) -> Vec<StepId> {
    let of = base.steps.iter().map(|step| &step.id);
    of.filter(|id| edited.steps.iter().all(|step| step.id != **id))
        .cloned()
        .collect()
}

/// The kit without some steps: what its fields are compared with, so that a list is not local for
/// lacking a step that is not shown.
pub fn without(base: &KitContent, steps: &[StepId]) -> KitContent {
    let mut content = base.clone();
    for step in steps {
        // A step that is not there is not shown either.
        make(&mut content, &Edit::Delete(Element::Step(step.clone()))).ok();
    }
    content
}

/// Says whether an element is the structure's own.
pub fn is_own(base: &KitContent, element: &Element) -> bool {
    find(base, element).is_none()
}

/// Says whether a structure may fill a field in: its own elements whole, those of the kit in part.
pub fn may_fill(base: &KitContent, field: &Field) -> bool {
    is_own(base, &field.element) || is_local(&field.whole())
}

/// What the kit says in a field that a structure fills in otherwise; `None` where it says the same,
/// or has no such element. `base` is the kit without the steps that are not shown.
pub fn kit_value(base: &KitContent, edited: &KitContent, field: &Field) -> Option<Value> {
    let field = field.whole();
    let said = fields::read(base, &field)?;
    let here = fields::read(edited, &field)?;
    (said != here && is_local(&field)).then_some(said)
}

/// The same in words.
pub fn kit_words(base: &KitContent, edited: &KitContent, field: &Field) -> Option<String> {
    kit_value(base, edited, field).map(|value| say::value(base, &value))
}

impl LocalLayer {
    /// What a structure says where something is local, in words; empty where a word says nothing more.
    pub fn words(&self, shown: &KitContent, touched: &Touched) -> String {
        match touched {
            Touched::Field(field) => self
                .overrides
                .iter()
                .find(|local| &local.field == field)
                .map_or_else(String::new, |local| say::value(shown, &local.value)),
            Touched::Hidden(_) | Touched::Own(_) => String::new(),
        }
    }

    /// Takes an own element as it is shown over a kit, without what it mentioned and is gone.
    pub(super) fn settle(&mut self, element: &Element, base: &KitContent) {
        let (shown, _) = apply(base, self);
        if let Some(item) = items::item(&shown, element) {
            for own in self.own.iter_mut().filter(|own| own.element(0) == *element) {
                own.clone_from(&item);
            }
        }
    }
}
