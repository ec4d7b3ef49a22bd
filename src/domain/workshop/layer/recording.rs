//! Making a layer of what was edited.
//!
//! It must never drop what nobody touched, nor call local what a structure may not change.

use super::{LocalLayer, Override, apply, is_local, make};
use crate::domain::ids::{PersonaId, StepId};
use crate::domain::kit::KitContent;
use crate::domain::workshop::address::{Element, Field, Kind};
use crate::domain::workshop::diff::{Change, diff};
use crate::domain::workshop::edit::Edit;
use crate::domain::workshop::fields;
use crate::domain::workshop::items::{self, Item, find};
use crate::domain::workshop::pairs::named;

/// Makes a layer of what was edited over a bare kit; also lists the changes that cannot be local.
/// What was edited over a layer is [`LocalLayer::record`].
pub fn record(base: &KitContent, edited: &KitContent) -> (LocalLayer, Vec<Change>) {
    let layer = recorded(base, edited);
    let left = diff(&apply(base, &layer).0, &own_last(edited, &layer));
    (layer, left)
}

/// What was edited, its own elements after the kit's, as a layer shows them: where among the kit's a
/// copy was made is nothing to lose.
fn own_last(edited: &KitContent, layer: &LocalLayer) -> KitContent {
    let own: Vec<Element> = layer.own.iter().map(|item| item.element(0)).collect();
    // The kit's stay where they are: the sort is stable.
    let place = |element: &Element| {
        own.iter()
            .position(|one| one == element)
            .map_or(0, |at| at + 1)
    };
    let mut content = edited.clone();
    content
        .steps
        .sort_by_key(|step| place(&Element::Step(step.id.clone())));
    content
        .places
        .sort_by_key(|one| place(&Element::Place(one.id.clone())));
    let persona = |id: &PersonaId| place(&Element::Persona(id.clone()));
    content.personas.sort_by_key(|one| persona(&one.id));
    content
}

fn recorded(base: &KitContent, edited: &KitContent) -> LocalLayer {
    let mut layer = LocalLayer {
        kit: base.id.clone(),
        ..LocalLayer::default()
    };
    let mut shown = base.clone();
    for step in &base.steps {
        let element = Element::Step(step.id.clone());
        if find(edited, &element).is_none() && make(&mut shown, &Edit::Delete(element)).is_ok() {
            layer.hidden_steps.push(step.id.clone());
        }
    }
    for kind in [Kind::Step, Kind::Place, Kind::Persona] {
        for element in named(edited, kind) {
            if find(base, &element).is_none() {
                layer.own.extend(items::item(edited, &element));
            }
        }
    }
    for kind in Kind::ALL {
        let elements = match kind {
            Kind::Manifest => vec![Element::Manifest],
            kind => named(edited, *kind),
        };
        for element in elements {
            for name in fields::names(&element) {
                let field = Field::new(element.clone(), *name);
                let read = |content| fields::read(content, &field);
                let (Some(was), Some(seen), Some(value)) = (read(base), read(&shown), read(edited))
                else {
                    continue;
                };
                if seen != value && is_local(&field) {
                    layer.overrides.push(Override {
                        field: field.clone(),
                        value,
                        base: was,
                    });
                }
            }
        }
    }
    layer
}

impl LocalLayer {
    /// The layer once `edited`, which started as this layer over a kit, is what is wanted; also lists
    /// the changes that cannot be local. What nobody touched stays as it was, even where it has no
    /// place over this kit, and what needs a look still does.
    pub fn record(&self, base: &KitContent, edited: &KitContent) -> (Self, Vec<Change>) {
        let (shown, _) = apply(base, self);
        let fresh = recorded(base, edited);
        let mut layer = Self {
            kit: base.id.clone(),
            ..Self::default()
        };
        let untouched = |field: &Field| fields::read(&shown, field) == fields::read(edited, field);
        let find_fresh = |field: &Field| fresh.overrides.iter().find(|o| &o.field == field);
        for local in &self.overrides {
            if untouched(&local.field) {
                layer.overrides.push(local.clone());
            } else if let Some(other) = find_fresh(&local.field) {
                layer.overrides.push(Override {
                    base: local.base.clone(),
                    ..other.clone()
                });
            }
        }
        let known = |field: &Field| self.overrides.iter().any(|o| &o.field == field);
        let new = fresh.overrides.iter();
        let new = new.filter(|o| !known(&o.field) && !untouched(&o.field));
        layer.overrides.extend(new.cloned());

        let gone = |step: &StepId| {
            let element = Element::Step(step.clone());
            find(base, &element).is_none() && find(edited, &element).is_none()
        };
        layer.hidden_steps.clone_from(&fresh.hidden_steps);
        let forgotten = self.hidden_steps.iter().filter(|step| gone(step));
        layer.hidden_steps.extend(forgotten.cloned());

        for own in &self.own {
            let element = own.element(0);
            let of = |content| items::item(content, &element);
            // The kit has taken its id: it is not in what was edited.
            if find(base, &element).is_some() || of(&shown) == of(edited) {
                layer.own.push(own.clone());
            } else {
                layer.own.extend(of(edited));
            }
        }
        let known = |item: &Item| self.own.iter().any(|own| own.element(0) == item.element(0));
        let new = fresh.own.iter().filter(|item| !known(item));
        layer.own.extend(new.cloned());
        // Each kind after those it mentions.
        layer.own.sort_by_key(|item| match item.element(0).kind() {
            Kind::Persona => 2,
            Kind::Place => 1,
            _ => 0,
        });
        let left = diff(&apply(base, &layer).0, &own_last(edited, &layer));
        (layer, left)
    }
}
