//! The tokens, typed; the file is compiled in and a test loads it.

use std::sync::LazyLock;

use eframe::egui::Color32;
use serde::{Deserialize, Deserializer, de::Error as _};

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

/// All tokens of a theme.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
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

static LIGHT: LazyLock<Tokens> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the file is compiled in and a test loads it"
    )]
    ron::from_str(include_str!("../../../assets/theme/light.ron")).expect("light.ron is sound")
});

/// Gives the tokens of the light theme.
pub fn tokens() -> &'static Tokens {
    &LIGHT
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

    fn luminance(color: Color32) -> f64 {
        let channel = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (x, y) = (luminance(a), luminance(b));
        (x.max(y) + 0.05) / (x.min(y) + 0.05)
    }

    #[test]
    fn every_text_pair_reaches_its_contrast() {
        let c = tokens().colors;
        for (name, text, ground) in [
            ("ink", c.ink, c.ground),
            ("ink on surface", c.ink, c.surface),
            ("ink on tint", c.ink, c.tint),
            ("muted", c.muted, c.ground),
            ("muted on surface", c.muted, c.surface),
            ("accent", c.accent, c.ground),
            ("accent on surface", c.accent, c.surface),
            ("on accent", c.on_accent, c.accent),
            ("on accent hover", c.on_accent, c.accent_hover),
            ("amber", c.amber, c.ground),
            ("amber on its ground", c.amber, c.amber_ground),
            ("red", c.red, c.ground),
            ("red on its ground", c.red, c.red_ground),
            ("ink on red ground", c.ink, c.red_ground),
        ] {
            let ratio = contrast(text, ground);
            assert!(ratio >= 4.5, "{name}: {ratio:.2}");
        }
        for (name, a, b) in [
            ("edge", c.edge, c.surface),
            ("edge on ground", c.edge, c.ground),
        ] {
            let ratio = contrast(a, b);
            assert!(ratio >= 3.0, "{name}: {ratio:.2}");
        }
    }
}
