//! What is local and needs a look, now that the kit under it is another.
//!
//! It must never settle anything: a look is told until somebody keeps or forgets what is local.

use super::{LocalLayer, Override, Touched, apply};
use crate::domain::kit::KitContent;
use crate::domain::typography::capital;
use crate::domain::typography::french;
use crate::domain::workshop::address::Element;
use crate::domain::workshop::fields;
use crate::domain::workshop::items::{self, Item, find};
use crate::domain::workshop::say;
use crate::domain::workshop::value::Value;

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
