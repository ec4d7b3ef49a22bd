//! The bundled typefaces: Atkinson Hyperlegible Next in three weights, and a Phosphor subset.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily, FontId};

const SEMIBOLD: &str = "semibold";
const BOLD: &str = "bold";
const ICONS: &str = "icons";

/// Lists the fonts; every family falls back on the regular face, then on the icons.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let mut add = |name: &str, bytes: &'static [u8]| {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    };
    add(
        "regular",
        include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    );
    add(
        SEMIBOLD,
        include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf"),
    );
    add(
        BOLD,
        include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
    );
    add(
        ICONS,
        include_bytes!("../../../assets/fonts/Phosphor-subset.ttf"),
    );
    let chain = |first: &str| vec![first.to_owned(), "regular".to_owned(), ICONS.to_owned()];
    fonts
        .families
        .insert(FontFamily::Proportional, chain("regular"));
    fonts
        .families
        .insert(FontFamily::Monospace, chain("regular"));
    fonts
        .families
        .insert(FontFamily::Name(SEMIBOLD.into()), chain(SEMIBOLD));
    fonts
        .families
        .insert(FontFamily::Name(BOLD.into()), chain(BOLD));
    fonts
        .families
        .insert(FontFamily::Name(ICONS.into()), vec![ICONS.to_owned()]);
    fonts
}

/// Weight 400.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Weight 600.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(SEMIBOLD.into()))
}

/// Weight 700.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(BOLD.into()))
}

/// Interface icons.
pub fn icons(size: f32) -> FontId {
    FontId::new(size, FontFamily::Name(ICONS.into()))
}
