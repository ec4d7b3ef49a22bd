//! The file of what is a structure's own, as it is written.
//!
//! Its names are a promise, like those of the kit (docs/KIT_FORMAT.md). It must never be used outside
//! the store, nor hold a kind of value that a structure may not fill in.

use serde::{Deserialize, Serialize};

use crate::domain::workshop::layer::{LocalLayer, Override};
use crate::domain::workshop::{Field, Item, Value};
use crate::store::format::{
    AvoidForm, ConfusionForm, OrientationWord, PageSeenForm, PersonaForm, PlaceForm, SayForm,
    StepForm, Wire,
};

/// The file.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LayerForm {
    pub(super) format: u32,
    pub(super) kit: String,
    #[serde(default)]
    pub(super) fields: Vec<FieldForm>,
    #[serde(default)]
    pub(super) hidden_steps: Vec<String>,
    #[serde(default)]
    pub(super) steps: Vec<StepForm>,
    #[serde(default)]
    pub(super) places: Vec<PlaceForm>,
    #[serde(default)]
    pub(super) personas: Vec<PersonaForm>,
}

/// A field filled in otherwise.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldForm {
    /// Its address.
    pub(super) at: String,
    /// What the structure says.
    pub(super) ours: ValueForm,
    /// What the kit said then.
    pub(super) kit: ValueForm,
}

/// What a structure may fill in.
#[derive(Debug, Deserialize, Serialize)]
pub(super) enum ValueForm {
    Text(String),
    Maybe(Option<String>),
    Texts(Vec<String>),
    Say(Vec<SayForm>),
    Avoid(Vec<AvoidForm>),
    Confused(Vec<ConfusionForm>),
    Steps(Vec<String>),
    Minutes(u32),
    Orientation(OrientationWord),
    Pages(Vec<PageSeenForm>),
}

impl ValueForm {
    fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Text(text) => Self::Text(text.clone()),
            Value::Maybe(text) => Self::Maybe(text.clone()),
            Value::Texts(lines) => Self::Texts(lines.clone()),
            Value::Says(lines) => Self::Say(Wire::from_domain(lines)),
            Value::Avoids(lines) => Self::Avoid(Wire::from_domain(lines)),
            Value::Confusions(lines) => Self::Confused(Wire::from_domain(lines)),
            Value::StepIds(steps) => Self::Steps(Wire::from_domain(steps)),
            Value::Minutes(minutes) => Self::Minutes(*minutes),
            Value::Orientation(kind) => Self::Orientation(Wire::from_domain(kind)),
            Value::Pages(pages) => Self::Pages(Wire::from_domain(pages)),
            _ => return None,
        })
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Text(text) => Value::Text(text),
            Self::Maybe(text) => Value::Maybe(text),
            Self::Texts(lines) => Value::Texts(lines),
            Self::Say(lines) => Value::Says(lines.into_domain()),
            Self::Avoid(lines) => Value::Avoids(lines.into_domain()),
            Self::Confused(lines) => Value::Confusions(lines.into_domain()),
            Self::Steps(steps) => Value::StepIds(steps.into_domain()),
            Self::Minutes(minutes) => Value::Minutes(minutes),
            Self::Orientation(kind) => Value::Orientation(kind.into_domain()),
            Self::Pages(pages) => Value::Pages(pages.into_domain()),
        }
    }
}

impl LayerForm {
    /// The layer as it is written; `None` if it holds what no structure may fill in.
    pub(super) fn of(layer: &LocalLayer) -> Option<Self> {
        let mut form = Self {
            format: super::FORMAT,
            kit: layer.kit.clone(),
            fields: Vec::new(),
            hidden_steps: Wire::from_domain(&layer.hidden_steps),
            steps: Vec::new(),
            places: Vec::new(),
            personas: Vec::new(),
        };
        for local in &layer.overrides {
            form.fields.push(FieldForm {
                at: local.field.key(),
                ours: ValueForm::of(&local.value)?,
                kit: ValueForm::of(&local.base)?,
            });
        }
        for item in &layer.own {
            match item {
                Item::Step(step) => form.steps.push(Wire::from_domain(step)),
                Item::Place(place) => form.places.push(Wire::from_domain(place)),
                Item::Persona(persona) => form.personas.push(Wire::from_domain(&**persona)),
                _ => return None,
            }
        }
        Some(form)
    }
}

impl FieldForm {
    /// The field filled in otherwise, once its address was read.
    pub(super) fn into_override(self, field: Field) -> Override {
        Override {
            field,
            value: self.ours.into_value(),
            base: self.kit.into_value(),
        }
    }
}
