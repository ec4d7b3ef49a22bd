//! Colours of the three looks: every text is readable on what it stands on.

use eframe::egui::Color32;
use reflexe_personas::ui::theme::tokens::{Look, of};

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
    let mut lowest = [f64::INFINITY; 2];
    for look in Look::ALL {
        let c = of(look).colors;
        let least = if look == Look::Contrast { 7.0 } else { 4.5 };
        for (name, text, ground) in [
            ("ink", c.ink, c.ground),
            ("ink on surface", c.ink, c.surface),
            ("ink on tint", c.ink, c.tint),
            ("muted", c.muted, c.ground),
            ("muted on surface", c.muted, c.surface),
            ("muted on tint", c.muted, c.tint),
            ("accent", c.accent, c.ground),
            ("accent on surface", c.accent, c.surface),
            ("on accent", c.on_accent, c.accent),
            ("on accent hover", c.on_accent, c.accent_hover),
            ("amber", c.amber, c.ground),
            ("amber on its ground", c.amber, c.amber_ground),
            ("red", c.red, c.ground),
            ("red on surface", c.red, c.surface),
            ("red on its ground", c.red, c.red_ground),
            ("ink on red ground", c.ink, c.red_ground),
        ] {
            let ratio = contrast(text, ground);
            assert!(ratio >= least, "{look:?} {name}: {ratio:.2}");
            let slot = usize::from(look == Look::Contrast);
            lowest[slot] = lowest[slot].min(ratio);
        }
        for (name, a, b) in [
            ("edge", c.edge, c.surface),
            ("edge on ground", c.edge, c.ground),
            ("ticked box on tint", c.accent, c.tint),
            ("focus ring on ground", c.ink, c.ground),
            ("focus ring on surface", c.ink, c.surface),
            ("thread on ground", c.accent, c.ground),
            ("gauge", c.accent, c.ground),
        ] {
            let ratio = contrast(a, b);
            assert!(ratio >= 3.0, "{look:?} {name}: {ratio:.2}");
        }
    }
    let said =
        |ratio: f64| format!("{:.1}\u{a0}: 1", (ratio * 10.0).floor() / 10.0).replace('.', ",");
    crate::trust::measured(
        "contrast",
        "contraste le plus faible",
        &format!(
            "{}, {} en contraste élevé",
            said(lowest[0]),
            said(lowest[1])
        ),
        "≥ 4,5 : 1, puis ≥ 7 : 1",
        "looks",
    );
}
