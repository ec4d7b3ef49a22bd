//! The panel in its two moments: three zones read left to right, or a strip beside other work.
//!
//! Zones have fixed places computed from the window, so that nothing jumps when results change.
//! Views here take projections from [`crate::app::view`] and push actions; they decide nothing.

pub mod header;
pub mod message;
pub mod observe;
pub mod plan;
pub mod strip;
pub mod suggest;
pub mod thread;

use eframe::egui::{Rect, Role, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::app::{Actions, State};

use super::Surroundings;
use super::text;
use super::theme::tokens;

/// Smallest room for three zones, in points; under it the strip's layout takes over.
const LEAST: eframe::egui::Vec2 = vec2(1240.0, 600.0);

/// Runs a view in a rectangle of the panel, as a named region.
pub fn zone<R>(ui: &mut Ui, rect: Rect, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt(name)
        .accessibility_role(Role::Region)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.set_clip_rect(rect.expand(6.0));
        add(ui)
    })
    .inner
}

/// Draws an empty page.
pub fn ground_ui(ui: &Ui) {
    ui.painter()
        .rect_filled(ui.max_rect(), 0.0, tokens().colors.ground);
}

/// Draws the whole panel.
pub fn panel_ui(ui: &mut Ui, state: &State, around: &Surroundings, out: &mut Actions) {
    let t = tokens();
    let full = ui.max_rect();
    ground_ui(ui);
    // Once a lead is followed nothing of the recognising shows, even in a window that stayed large.
    let room = full.size();
    let wide = room.x >= LEAST.x && room.y >= LEAST.y;
    if !wide || state.is_discreet() {
        strip::strip_ui(ui, state, around, out);
        return;
    }
    let header = Rect::from_min_size(full.min, vec2(full.width(), t.space.header));
    ui.painter().rect_filled(header, 0.0, t.colors.surface);
    let hairline = Stroke::new(t.stroke.hairline, t.colors.line);
    ui.painter()
        .hline(full.x_range(), header.bottom(), hairline);
    let gutter = t.space.gutter;
    zone(ui, header.shrink2(vec2(gutter, 0.0)), text::brand(), |ui| {
        header::header_ui(ui, state, out);
    });
    // 40 / 32 / 28 per cent: the column in use takes the space.
    let body = Rect::from_min_max(
        pos2(full.left(), header.bottom() + 16.0),
        full.max - vec2(0.0, 12.0),
    );
    let shares = (0.405, 0.724);
    let first = full.left() + (full.width() * shares.0).round();
    let second = full.left() + (full.width() * shares.1).round();
    for x in [first, second] {
        ui.painter().vline(x, body.y_range(), hairline);
    }
    let columns = [
        (full.left() + gutter, first - gutter),
        (first + gutter, second - gutter),
        (second + gutter, full.right() - gutter),
    ];
    let rect = |(left, right): (f32, f32)| {
        Rect::from_min_max(pos2(left, body.top()), pos2(right, body.bottom()))
    };
    let [left, middle, right] = columns.map(rect);
    let cue = zone(ui, left, text::observe(), |ui| {
        observe::observe_ui(ui, state, around, out)
    });
    let lead = zone(ui, middle, text::suggest(), |ui| {
        suggest::suggest_ui(ui, state, out)
    });
    let steps = zone(ui, right, text::help(), |ui| plan::plan_ui(ui, state, out));
    if let Some(cue) = cue {
        let gutters = thread::Gutters {
            first,
            second,
            top: header.bottom() + 6.0,
        };
        thread::thread_ui(ui, state, &cue, lead, &steps, &gutters);
    }
}

/// Splits a zone into a body and a foot of that height.
pub fn with_foot(rect: Rect, foot: f32) -> (Rect, Rect) {
    let y = rect.bottom() - foot;
    (
        Rect::from_min_max(rect.min, pos2(rect.right(), y)),
        Rect::from_min_max(pos2(rect.left(), y), rect.max),
    )
}

/// Draws a zone's caption with something small at its right, on the same base line everywhere.
fn heading_row(ui: &mut Ui, title: &str, right: impl FnOnce(&mut Ui)) {
    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), 20.0));
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("heading"), |ui| {
        let response = super::widgets::caption(ui, title);
        ui.accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Heading);
            node.set_label(title);
        });
    });
    let corner = rect.translate(vec2(8.0, -7.0));
    let builder = UiBuilder::new()
        .max_rect(corner.with_max_y(corner.top() + 32.0))
        .id_salt("heading_right");
    ui.scope_builder(builder, |ui| {
        super::widgets::at_right(ui, "heading_right", 32.0, right);
    });
    ui.advance_cursor_after_rect(rect);
}
