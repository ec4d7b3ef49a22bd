//! The tokens, typed; the file is compiled in and a test loads it.

use std::cell::Cell;
use std::sync::LazyLock;

use eframe::egui::Color32;
use serde::{Deserialize, Deserializer, de::Error as _};

use crate::domain::vocab::ThemeChoice;

fn color<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let text = String::deserialize(deserializer)?;
    Color32::from_hex(&text).map_err(|_ignored| D::Error::custom(format!("bad colour {text}")))
}

macro_rules! tokens {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: f32,)+ }
    )+};
}

macro_rules! colors {
    ($($(#[$doc:meta])* $field:ident,)+) => {
        /// Colour roles.
        #[derive(Clone, Copy, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Colors { $($(#[$doc])* #[serde(deserialize_with = "color")] pub $field: Color32,)+ }
    };
}

colors! {
    /// Text.
    ink,
    /// The page.
    ground,
    /// Things that stand on the page.
    surface,
    /// Hairlines.
    line,
    /// Border of a control.
    edge,
    /// Secondary text.
    muted,
    /// The one loud colour.
    accent,
    /// The same under the pointer.
    accent_hover,
    /// Text on the accent.
    on_accent,
    /// Faint tint of a noted cue.
    tint,
    /// Text of situations.
    amber,
    /// Bar of situations.
    amber_bar,
    /// Ground of warnings.
    amber_ground,
    /// Text of danger, alerts and « à éviter ».
    red,
    /// Ground of the danger sheet.
    red_ground,
    /// What dims the panel behind a layer.
    veil,
}

tokens! {
    /// Five sizes, in points.
    TypeScale {
        /// Captions.
        small,
        /// Text.
        body,
        /// Titles.
        title,
        /// The sentence to say.
        say,
        /// The name of the lead.
        lead,
    }
    /// An eight-point grid.
    Space {
        /// The step of the grid.
        unit,
        /// Margin of a zone.
        gutter,
        /// Height of a row.
        row,
        /// Side of a button one must not miss.
        target,
        /// Height of the header.
        header,
    }
    /// Corner radii.
    Radius {
        /// Key caps, rows.
        small,
        /// Buttons, fields.
        control,
    }
    /// Stroke widths.
    Strokes {
        /// Separators.
        hairline,
        /// The thread.
        thread,
        /// Signs.
        sign,
        /// The focus ring.
        focus,
    }
}

/// How the window looks once the choice and the system are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// Dark ink on warm paper.
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// Every text pair at 7:1 or more.
    Contrast,
}

impl Look {
    /// Every look, in the order of the settings.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// Resolves a choice; `system_dark` is what the system says, if it says.
    pub fn of(choice: ThemeChoice, system_dark: Option<bool>) -> Self {
        match choice {
            ThemeChoice::System if system_dark == Some(true) => Self::Dark,
            ThemeChoice::System | ThemeChoice::Light => Self::Light,
            ThemeChoice::Dark => Self::Dark,
            ThemeChoice::Contrast => Self::Contrast,
        }
    }
}

/// What no theme changes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Measures {
    type_scale: TypeScale,
    space: Space,
    radius: Radius,
    stroke: Strokes,
}

/// All tokens of a theme.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    /// Colours.
    pub colors: Colors,
    /// Type.
    pub type_scale: TypeScale,
    /// Space.
    pub space: Space,
    /// Radii.
    pub radius: Radius,
    /// Strokes.
    pub stroke: Strokes,
}

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in and a test loads every one"
)]
fn read(colors: &str) -> Tokens {
    let measures: Measures = ron::from_str(include_str!("../../../assets/theme/measures.ron"))
        .expect("measures.ron is sound");
    Tokens {
        colors: ron::from_str(colors).expect("the theme file is sound"),
        type_scale: measures.type_scale,
        space: measures.space,
        radius: measures.radius,
        stroke: measures.stroke,
    }
}

static LIGHT: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../../assets/theme/light.ron")));
static DARK: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../../assets/theme/dark.ron")));
static CONTRAST: LazyLock<Tokens> =
    LazyLock::new(|| read(include_str!("../../../assets/theme/contrast.ron")));

thread_local! {
    // One look a pass: views need no parameter, and a test may wear another on its own thread.
    static WORN: Cell<Look> = const { Cell::new(Look::Light) };
}

/// Gives the tokens of a look.
pub fn of(look: Look) -> &'static Tokens {
    match look {
        Look::Light => &LIGHT,
        Look::Dark => &DARK,
        Look::Contrast => &CONTRAST,
    }
}

/// Sets the look of this pass.
pub fn wear(look: Look) {
    WORN.set(look);
}

/// Gives the tokens of this pass.
pub fn tokens() -> &'static Tokens {
    of(WORN.get())
}

/// Rounds a radius to the whole points egui stores.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "radii are small positive numbers"
)]
pub(super) fn whole(points: f32) -> u8 {
    points.clamp(0.0, 255.0).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_decides_only_when_asked() {
        assert_eq!(Look::of(ThemeChoice::System, Some(true)), Look::Dark);
        assert_eq!(Look::of(ThemeChoice::System, None), Look::Light);
        assert_eq!(Look::of(ThemeChoice::Light, Some(true)), Look::Light);
        assert_eq!(Look::of(ThemeChoice::Contrast, Some(true)), Look::Contrast);
    }
}
