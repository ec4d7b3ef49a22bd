//! The header: channel, search, time at hand, pause, danger.

use eframe::egui::{
    Align, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{Action, Actions, Overlay, State};
use crate::domain::vocab::Minutes;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, cap_width, focus_ring, paint_cap, paint_icon, radius};

/// A word one can choose among others on the same line.
fn word(ui: &mut Ui, words: &str, chosen: bool, group: &str) -> bool {
    let t = tokens();
    let (font, color) = if chosen {
        (fonts::semibold(t.type_scale.body), t.colors.ink)
    } else {
        (fonts::regular(t.type_scale.small), t.colors.muted)
    };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, color);
    let size = vec2(galley.size().x + 8.0, t.space.row);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{group} : {words}");
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

fn search_box(ui: &mut Ui, width: f32) -> bool {
    let t = tokens();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 34.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text::SEARCH_TITLE));
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
    let cap = "Ctrl K";
    let cap_width = cap_width(ui, cap);
    let galley = ui.painter().layout_no_wrap(
        text::SEARCH.to_owned(),
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
        cap,
        false,
    );
    focus_ring(ui, &response, rect);
    response.clicked()
}

/// Draws the header.
pub fn header_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let evidence = state.evidence();
    let wide = ui.available_width() > 1150.0;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(t.space.header);
        widgets::line(
            ui,
            text::BRAND,
            fonts::bold(t.type_scale.title),
            t.colors.accent,
        );
        widgets::gap(ui, 0.0);
        for channel in state.kit.channels.iter().copied() {
            if word(
                ui,
                channel.label(),
                evidence.channel == channel,
                text::CHANNEL,
            ) {
                out.push(Action::SetChannel(channel));
            }
        }
        widgets::gap(ui, 0.0);
        if search_box(ui, if wide { 360.0 } else { 220.0 }) {
            out.push(Action::Open(Overlay::Search));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::new(Kind::Danger, text::DANGER)
                .icon(icons::DANGER)
                .cap("F8")
                .show(ui)
                .clicked()
            {
                out.push(Action::Open(Overlay::Danger));
            }
            let (words, icon) = if state.parked.is_some() {
                (text::RESUME, icons::PLAY)
            } else {
                (text::PAUSE, icons::PAUSE)
            };
            if Button::new(Kind::Quiet, words)
                .icon(icon)
                .cap("P")
                .show(ui)
                .clicked()
            {
                out.push(Action::Pause);
            }
            for minutes in Minutes::ALL.iter().rev().copied() {
                if word(
                    ui,
                    minutes.label(),
                    evidence.minutes == minutes,
                    text::MINUTES,
                ) {
                    out.push(Action::SetMinutes(minutes));
                }
            }
            if wide {
                widgets::line(
                    ui,
                    text::MINUTES,
                    fonts::regular(t.type_scale.small),
                    t.colors.muted,
                );
                let (rect, _) =
                    ui.allocate_exact_size(vec2(cap_width(ui, "M"), t.space.row), Sense::hover());
                paint_cap(ui, rect.left_center(), "M", false);
            }
        });
    });
}
