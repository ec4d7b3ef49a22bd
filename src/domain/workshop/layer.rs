//! A structure's own words, addresses, steps and personas over a kit that somebody else keeps.
//!
//! The layer holds only what is local, and what the kit said when it was made so; a new version of
//! the kit goes under it, and what needs a look is listed. Levels, rules and settings are the kit's.
//! It must never change the kit under it, nor hide that something is local.

use super::address::{Element, Field, Kind};
use super::diff::{Change, diff};
use super::edit::{Edit, apply as make};
use super::fields;
use super::items::{self, Item, find};
use super::names::Name;
use super::pairs::named;
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

/// Why something local needs a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The kit has changed what the structure says otherwise.
    Changed,
    /// The kit now says the same.
    Needless,
    /// The kit no longer has it.
    Gone,
    /// The kit now has an element of this id.
    Clash,
    /// It mentions something that the kit no longer has.
    Lost,
}

/// Something local to look at after a new version of the kit.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// What.
    pub touched: Touched,
    /// Why.
    pub why: Why,
    /// The same as a French sentence, with what to do.
    pub what: String,
    /// What the kit said.
    pub was: String,
    /// What it says now.
    pub now: String,
    /// What the structure says.
    pub local: String,
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
        let left = diff(&apply(base, &layer).0, edited);
        (layer, left)
    }

    /// Keeps what is local after a look: what the kit says now is known.
    pub fn keep(&mut self, touched: &Touched, base: &KitContent) {
        if let Touched::Field(field) = touched
            && let Some(value) = fields::read(base, field)
        {
            for local in self.overrides.iter_mut().filter(|o| &o.field == field) {
                local.base = value.clone();
            }
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

/// Makes a layer of what was edited over a bare kit; also lists the changes that cannot be local.
/// What was edited over a layer is [`LocalLayer::record`].
pub fn record(base: &KitContent, edited: &KitContent) -> (LocalLayer, Vec<Change>) {
    let layer = recorded(base, edited);
    let left = diff(&apply(base, &layer).0, edited);
    (layer, left)
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

/// Lists what is local and needs a look, now that the kit under it is another.
pub fn looks(layer: &LocalLayer, base: &KitContent) -> Vec<Look> {
    let mut looks = Vec::new();
    for local in &layer.overrides {
        looks.extend(look_at(local, base));
    }
    for step in &layer.hidden_steps {
        if find(base, &Element::Step(step.clone())).is_none() {
            looks.push(Look {
                touched: Touched::Hidden(step.clone()),
                why: Why::Gone,
                what: french(&format!(
                    "L’étape « {step} », que vous ne montriez pas, n’est plus dans le kit. Vous pouvez l’oublier."
                )),
                was: String::new(),
                now: String::new(),
                local: "pas montrée".to_owned(),
            });
        }
    }
    for item in &layer.own {
        let element = item.element(0);
        if find(base, &element).is_some() {
            looks.push(Look {
                what: french(&format!(
                    "Le kit a maintenant {} sous le même identifiant que le vôtre ; le sien est montré. Renommez le vôtre, ou oubliez-le.",
                    element.kind().the()
                )),
                touched: Touched::Own(element.clone()),
                why: Why::Clash,
                was: String::new(),
                now: element.title(base),
                local: item.title(),
            });
        } else if loses(layer, base, item) {
            looks.push(Look {
                what: french(&format!(
                    "{} parle de quelque chose qui n’est plus dans le kit. Relisez-le.",
                    capital(&item.named())
                )),
                touched: Touched::Own(element),
                why: Why::Lost,
                was: String::new(),
                now: String::new(),
                local: item.title(),
            });
        }
    }
    looks
}

fn look_at(local: &Override, base: &KitContent) -> Option<Look> {
    let now = fields::read(base, &local.field);
    let label = local.field.label(base);
    let (why, what) = match &now {
        None => (
            Why::Gone,
            format!(
                "« {label} », que vous disiez autrement, n’est plus dans le kit. Vous pouvez oublier votre version."
            ),
        ),
        Some(now) if *now == local.value => (
            Why::Needless,
            format!(
                "« {label} » : le kit dit maintenant comme vous. Vous pouvez oublier votre version."
            ),
        ),
        Some(now) if *now != local.base => (
            Why::Changed,
            format!(
                "« {label} » a changé dans le kit. Gardez votre version, ou reprenez celle du kit."
            ),
        ),
        Some(_) => return None,
    };
    let said = |value: &Value| say::value(base, value);
    Some(Look {
        touched: Touched::Field(local.field.clone()),
        why,
        what: french(&what),
        was: said(&local.base),
        now: now.as_ref().map_or_else(String::new, said),
        local: said(&local.value),
    })
}

/// Says whether an element of the structure mentions something that is not there.
fn loses(layer: &LocalLayer, base: &KitContent, item: &Item) -> bool {
    let (content, _) = apply(base, layer);
    items::item(&content, &item.element(0)).is_some_and(|shown| shown != *item)
        && layer
            .overrides
            .iter()
            .all(|local| local.field.element != item.element(0))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests;
