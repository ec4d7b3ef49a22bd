//! The header of the strip: where and since when, and what one does with the window.
//!
//! It must never name anybody.

use eframe::egui::{Align, Layout, Ui, UiBuilder};

use crate::app::{Action, Actions, Command, Moment, Shape, State};
use crate::ui::panel::header;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets;
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};

/// Width of the column from which the brand stands in the header.
const BRANDED_FROM: f32 = 340.0;
/// Width of the five icons of the header.
const ICONS: f32 = 160.0;

/// Says where and since when, without naming anybody.
fn context(state: &State) -> String {
    let evidence = state.evidence();
    let first = match (state.moment(), evidence.theme) {
        (Moment::Accompany, Some(theme)) => text::term(theme),
        _ => text::term(evidence.channel),
    };
    let second = match (state.moment(), &state.session.started_clock) {
        (Moment::Recognise, Some(clock)) => clock.clone(),
        _ => text::term(evidence.minutes).to_owned(),
    };
    format!("{first} · {second}")
}

/// Draws the header: brand, contact, icons.
pub(super) fn header_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let full = ui.max_rect();
    let icons_left = full.right() - ICONS;
    let left = full.with_max_x(icons_left - 4.0);
    let layout = Layout::left_to_right(Align::Center);
    let builder = UiBuilder::new()
        .max_rect(left)
        .layout(layout)
        .id_salt("where");
    ui.scope_builder(builder, |ui| {
        // The narrowest strip keeps the place for what changes.
        if full.width() >= BRANDED_FROM {
            widgets::line(
                ui,
                text::brand(),
                fonts::bold(t.type_scale.title - 2.0),
                t.colors.accent,
            );
        }
        header::session_ui(ui, state);
        widgets::line(
            ui,
            context(state),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
    });
    let right = full.with_min_x(icons_left);
    let builder = UiBuilder::new()
        .max_rect(right)
        .layout(layout)
        .id_salt("icons");
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        icons_ui(ui, state, out);
    });
}

/// Draws what one does with the window and with the interview, as icons.
fn icons_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let parked = state.parked.as_ref();
    let parked = parked.map(|p| text::other_session(text::session(&p.name())));
    let pin = match (state.can_pin, state.settings.on_top) {
        (false, _) => (text::pin_unavailable(), Tone::Off),
        (true, true) => (text::unpin(), Tone::On),
        (true, false) => (text::pin(), Tone::Plain),
    };
    let pause = match &parked {
        Some(name) => (icons::PLAY, name.as_str(), Tone::On),
        None => (icons::PAUSE, text::pause(), Tone::Plain),
    };
    // A small window has this layout without being folded.
    let fold = match state.shape {
        Shape::Strip => text::unfold(),
        Shape::Wide => text::fold(),
    };
    let icon = Picture::Icon;
    for (picture, name, command, tone) in [
        (icon(icons::PIN), pin.0, Command::Pin, pin.1),
        (icon(pause.0), pause.1, Command::Pause, pause.2),
        (icon(icons::UNFOLD), fold, Command::Fold, Tone::Plain),
        (
            icon(icons::DANGER),
            text::danger(),
            Command::Danger,
            Tone::Danger,
        ),
        (Picture::Dots, text::menu(), Command::Palette, Tone::Plain),
    ] {
        let hint = text::cap_of(command, &state.settings);
        if icon_button(ui, picture, name, &hint, tone).clicked() {
            out.push(Action::Run(command));
        }
    }
}
