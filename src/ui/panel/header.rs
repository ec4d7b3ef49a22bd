//! The header: channel, search, time at hand, pause, danger, and the menu of everything else.

use eframe::egui::{
    Align, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{Action, Actions, Command, State};
use crate::domain::vocab::Minutes;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::badge::badge;
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};
use crate::ui::widgets::{self, cap_width, focus_ring, paint_cap, paint_icon, radius};

/// A word one can choose among others on the same line.
fn word(ui: &mut Ui, words: &str, chosen: bool, group: &str) -> bool {
    let t = tokens();
    let (font, color) = if chosen {
        (fonts::semibold(t.type_scale.body), t.colors.ink)
    } else {
        (fonts::regular(t.type_scale.small), t.colors.muted)
    };
    let galley = ui
        .painter()
        .layout_no_wrap(widgets::unbreakable(words), font, color);
    let size = vec2(galley.size().x + 8.0, t.space.row);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = text::named(group, words);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, name.clone()));
    if response.hovered() && !chosen {
        ui.painter()
            .rect_filled(rect, radius(t.radius.small), t.colors.tint);
    }
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, &response, rect);
    response.clicked()
}

fn search_box(ui: &mut Ui, state: &State, width: f32) -> bool {
    let t = tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 34.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text::search_title()));
    let edge = if response.hovered() {
        t.colors.edge
    } else {
        t.colors.line
    };
    ui.painter().rect(
        rect,
        radius(t.radius.control),
        t.colors.surface,
        Stroke::new(1.0, edge),
        StrokeKind::Inside,
    );
    let icon = Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), vec2(16.0, 16.0));
    paint_icon(ui, icon, icons::SEARCH, 16.0, t.colors.muted);
    let cap = text::cap_of(Command::Search, &state.settings);
    let cap_width = cap_width(ui, &cap);
    let galley = ui.painter().layout_no_wrap(
        text::search().to_owned(),
        fonts::regular(t.type_scale.body),
        t.colors.muted,
    );
    let words = Rect::from_min_max(
        pos2(rect.left() + 36.0, rect.top()),
        pos2(rect.right() - cap_width - 12.0, rect.bottom()),
    );
    let at = pos2(words.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter()
        .with_clip_rect(words)
        .galley(at, galley, t.colors.muted);
    paint_cap(
        ui,
        pos2(rect.right() - cap_width - 8.0, rect.center().y),
        &cap,
        false,
    );
    focus_ring(ui, &response, rect);
    response.clicked()
}

/// Draws the interview put aside as a way back, or the way to put this one aside.
fn pause_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let cap = text::cap_of(Command::Pause, &state.settings);
    if let Some(parked) = &state.parked {
        let name = parked.name();
        let words = name.started.clone().unwrap_or_default();
        let words = format!("{} {words}", text::resume());
        let whole = text::other_session(text::session(&name));
        badge(ui, name.badge);
        let pressed = Button::new(Kind::Quiet, words.trim())
            .name(&whole)
            .icon(icons::PLAY)
            .cap(&cap)
            .show(ui)
            .on_hover_text(&whole)
            .clicked();
        if pressed {
            out.push(Action::Run(Command::Pause));
        }
    } else if Button::new(Kind::Quiet, text::pause())
        .icon(icons::PAUSE)
        .cap(&cap)
        .show(ui)
        .clicked()
    {
        out.push(Action::Run(Command::Pause));
    }
}

/// Draws what tells this interview from the other, and the time gone by if the setting shows it.
pub(super) fn session_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    if state.parked.is_some() {
        badge(ui, state.session.badge);
        if let Some(started) = &state.session.started_clock {
            widgets::line(
                ui,
                started.clone(),
                fonts::semibold(t.type_scale.small),
                t.colors.muted,
            );
        }
    }
    if state.settings.timer && state.session.started_millis.is_some() {
        let minutes = state.elapsed_minutes.to_string();
        let response = widgets::line(
            ui,
            text::minutes_elapsed(minutes.as_str()),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
        response.on_hover_text(text::elapsed_name(minutes));
    }
}

/// Draws the header.
pub fn header_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let evidence = state.evidence();
    let cap = |command| text::cap_of(command, &state.settings);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(t.space.header);
        widgets::line(
            ui,
            text::brand(),
            fonts::bold(t.type_scale.title),
            t.colors.accent,
        );
        widgets::gap(ui, 0.0);
        for channel in state.kit.channels.iter().copied() {
            let chosen = evidence.channel == channel;
            if word(ui, text::term(channel), chosen, text::channel()) {
                out.push(Action::SetChannel(channel));
            }
        }
        session_ui(ui, state);
        widgets::gap(ui, 0.0);
        if search_box(ui, state, 300.0) {
            out.push(Action::Run(Command::Search));
        }
        widgets::at_right(ui, "header_right", t.space.header, |ui| {
            let key = cap(Command::NextMinutes);
            if !key.is_empty() {
                let size = vec2(cap_width(ui, &key).max(20.0), t.space.row);
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                paint_cap(ui, rect.left_center(), &key, false);
            }
            widgets::line(
                ui,
                text::minutes(),
                fonts::regular(t.type_scale.small),
                t.colors.muted,
            );
            for minutes in Minutes::ALL.iter().copied() {
                let chosen = evidence.minutes == minutes;
                if word(ui, text::term(minutes), chosen, text::minutes()) {
                    out.push(Action::SetMinutes(minutes));
                }
            }
            pause_ui(ui, state, out);
            if Button::new(Kind::Danger, text::danger())
                .icon(icons::DANGER)
                .cap(&cap(Command::Danger))
                .show(ui)
                .clicked()
            {
                out.push(Action::Run(Command::Danger));
            }
            let menu = cap(Command::Palette);
            if icon_button(ui, Picture::Dots, text::menu(), &menu, Tone::Plain).clicked() {
                out.push(Action::Run(Command::Palette));
            }
        });
    });
}
