//! Colours, type and space as typed tokens read from `assets/theme`, and their installation.
//!
//! The only folder that names a colour. Views ask [`tokens()`] and never write a number of their own
//! for colour, size or radius.

pub mod fonts;
pub mod icons;
pub mod tokens;

use eframe::egui::{self, CornerRadius, Stroke, Vec2};
pub use tokens::{Look, Tokens, tokens};

/// Installs fonts and style; call before any text is laid out.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    // Its own zoom shortcuts would zoom out on the AZERTY key 6.
    ctx.options_mut(|o| o.zoom_with_keyboard = false);
    apply(ctx, Look::Light);
}

/// Gives the toolkit's own widgets a look.
pub fn apply(ctx: &egui::Context, look: Look) {
    let dark = look == Look::Dark;
    ctx.set_theme(if dark {
        egui::ThemePreference::Dark
    } else {
        egui::ThemePreference::Light
    });
    let t = tokens::of(look);
    ctx.all_styles_mut(|style| {
        style.interaction.selectable_labels = false;
        // Nothing moves, whatever the system says.
        style.animation_time = 0.0;
        style.scroll_animation = egui::style::ScrollAnimation::none();
        style.spacing.item_spacing = Vec2::splat(t.space.unit);
        style.spacing.interact_size = Vec2::new(t.space.target, t.space.row);
        style.text_styles = [
            (egui::TextStyle::Small, fonts::regular(t.type_scale.small)),
            (egui::TextStyle::Body, fonts::regular(t.type_scale.body)),
            (egui::TextStyle::Button, fonts::regular(t.type_scale.body)),
            (egui::TextStyle::Heading, fonts::bold(t.type_scale.title)),
            (
                egui::TextStyle::Monospace,
                fonts::regular(t.type_scale.body),
            ),
        ]
        .into();
        let visuals = &mut style.visuals;
        visuals.dark_mode = dark;
        visuals.override_text_color = Some(t.colors.ink);
        visuals.weak_text_color = Some(t.colors.muted);
        visuals.panel_fill = t.colors.ground;
        visuals.window_fill = t.colors.surface;
        visuals.extreme_bg_color = t.colors.surface;
        visuals.window_stroke = Stroke::new(t.stroke.hairline, t.colors.line);
        visuals.window_shadow = egui::Shadow::NONE;
        visuals.popup_shadow = egui::Shadow::NONE;
        // A cursor that blinks keeps the window awake.
        visuals.text_cursor.blink = false;
        visuals.text_cursor.stroke = Stroke::new(t.stroke.focus, t.colors.accent);
        visuals.selection.bg_fill = t.colors.tint;
        visuals.selection.stroke = Stroke::new(t.stroke.focus, t.colors.accent);
        let radius = CornerRadius::same(tokens::whole(t.radius.control));
        for widget in [
            &mut visuals.widgets.inactive,
            &mut visuals.widgets.hovered,
            &mut visuals.widgets.active,
            &mut visuals.widgets.open,
        ] {
            widget.corner_radius = radius;
            widget.bg_fill = t.colors.surface;
            widget.weak_bg_fill = t.colors.surface;
            widget.bg_stroke = Stroke::new(t.stroke.hairline, t.colors.edge);
            widget.fg_stroke = Stroke::new(t.stroke.hairline, t.colors.ink);
            widget.expansion = 0.0;
        }
        visuals.widgets.noninteractive.bg_stroke = Stroke::new(t.stroke.hairline, t.colors.line);
        visuals.widgets.noninteractive.fg_stroke = Stroke::new(t.stroke.hairline, t.colors.ink);
    });
}
