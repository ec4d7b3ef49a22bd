//! Profiles and situations as points between two axes.
//!
//! It must never place a card that says nothing of its axes.

use crate::domain::ids::PersonaId;
use crate::domain::kit::{self, KitContent, Layer};

use super::Axes;

/// One of the kit's four axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Ease with tools.
    Aptitude,
    /// Confidence.
    Confidence,
    /// Ease with administration.
    Administrative,
    /// Appetite for the online way.
    Appetite,
}

impl Axis {
    /// Every axis, in the order of the kit.
    pub const ALL: &'static [Self] = &[
        Self::Aptitude,
        Self::Confidence,
        Self::Administrative,
        Self::Appetite,
    ];
    /// The highest mark of an axis.
    pub const HIGHEST: u8 = 4;

    /// The mark of a card on it.
    pub const fn of(self, axes: kit::Axes) -> u8 {
        let mark = match self {
            Self::Aptitude => axes.aptitude,
            Self::Confidence => axes.confidence,
            Self::Administrative => axes.administrative,
            Self::Appetite => axes.appetite,
        };
        if mark > Self::HIGHEST {
            Self::HIGHEST
        } else {
            mark
        }
    }
}

/// A profile or a situation on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which one.
    pub persona: PersonaId,
    /// Its name.
    pub name: String,
    /// Its printed code.
    pub code: String,
    /// Profile or situation.
    pub layer: Layer,
    /// Its mark from left to right.
    pub across: u8,
    /// Its mark from bottom to top.
    pub upward: u8,
}

/// The points of a kit between two axes, in kit order.
pub fn points(content: &KitContent, axes: Axes) -> Vec<Point> {
    let placed = content.personas.iter().filter_map(|persona| {
        let own = persona.axes?;
        Some(Point {
            persona: persona.id.clone(),
            name: persona.name.clone(),
            code: persona.code.clone(),
            layer: persona.layer,
            across: axes.across.of(own),
            upward: axes.upward.of(own),
        })
    });
    placed.collect()
}
