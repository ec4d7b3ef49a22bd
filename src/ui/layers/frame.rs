//! What is around any layer: its title, its way out, a body that scrolls if it must, a foot that does not.
//!
//! It must never know what a layer says.

use eframe::egui::{
    Align2, Color32, Context, FontId, Frame, Id, Key, Label, Margin, Modal, RichText, ScrollArea,
    Sense, Stroke, Ui, accesskit, vec2,
};

use crate::app::keys::Key as PanelKey;
use crate::app::{Action, Actions};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap, radius};

/// The title of a layer. It takes the focus when the layer opens, so that a screen reader is there;
/// the panel's own keys still act.
pub(super) fn title_ui(ui: &mut Ui, title: &str, font: FontId, color: Color32, opened: bool) {
    let words = RichText::new(widgets::unbreakable(title))
        .font(font)
        .color(color);
    let label = Label::new(words)
        .wrap()
        .sense(Sense::focusable_noninteractive());
    let response = ui.add(label);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Heading);
        node.set_label(title);
    });
    if opened {
        response.request_focus();
        ui.data_mut(|d| d.insert_temp(title_id(), response.id));
    }
}

fn title_id() -> Id {
    Id::unique("layer_title")
}

/// Says whether the focus is on the title of a layer, where no key is the widget's own.
pub fn focus_is_on_title(ctx: &Context) -> bool {
    let focused = ctx.memory(eframe::egui::Memory::focused);
    focused.is_some() && ctx.data(|d| d.get_temp::<Id>(title_id())) == focused
}

/// Scrolls what is open with the keys, unless a widget keeps them for itself.
fn scroll_by_keys(ui: &Ui) {
    widgets::scroll_by_page(ui);
    let free = ui.memory(|m| m.focused().is_none()) || focus_is_on_title(ui.ctx());
    let lines = widgets::turned(ui, Key::ArrowUp, Key::ArrowDown);
    if free && lines.abs() > 0.5 {
        ui.scroll_with_delta(vec2(0.0, lines * 48.0));
    }
}

/// A named dialog with a title, a close button and a body that scrolls if it must.
pub(super) fn dialog(
    ui: &mut Ui,
    title: &str,
    (width, just_opened): (f32, bool),
    out: &mut Actions,
    add: impl FnOnce(&mut Ui, &mut Actions),
) {
    dialog_with_foot(ui, title, (width, just_opened), out, add, |_, _| {});
}

/// The same with a foot that never scrolls away.
pub(super) fn dialog_with_foot(
    ui: &mut Ui,
    title: &str,
    (width, just_opened): (f32, bool),
    out: &mut Actions,
    add: impl FnOnce(&mut Ui, &mut Actions),
    foot: impl FnOnce(&mut Ui, &mut Actions),
) {
    let t = tokens();
    // One layer at a time, so one id: a title that changes leaves the field its focus.
    let id = Id::unique("layer");
    let screen = ui.content_rect();
    let width = width.min(screen.width() - 16.0);
    // In a low window (a large zoom) the layer takes all of it.
    let low = screen.height() < 520.0;
    let margin: i8 = if screen.width() < 640.0 || low {
        16
    } else {
        24
    };
    let inner = width - 2.0 * f32::from(margin);
    // The foot never scrolls away, so the body leaves it the height it took the pass before.
    let foot_id = id.with("foot");
    let foot_height: f32 = ui.data(|d| d.get_temp(foot_id)).unwrap_or(0.0);
    let around = 2.0 * f32::from(margin) + t.space.target + 24.0;
    let body_height = (screen.height() - around - foot_height).max(90.0);
    let frame = Frame::new()
        .fill(t.colors.surface)
        .stroke(Stroke::new(t.stroke.hairline, t.colors.edge))
        .corner_radius(radius(t.radius.control))
        .inner_margin(Margin::same(margin));
    let area = Modal::default_area(id)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0))
        .accessible_name(title);
    let reply = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(t.colors.veil)
        .show(ui, |ui| {
            ui.set_width(inner);
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            let size = if inner < 560.0 {
                t.type_scale.title
            } else {
                t.type_scale.say
            };
            widgets::bar(ui, t.space.row, |ui| {
                if Button::new(Kind::Quiet, text::close())
                    .cap(&text::key_cap(PanelKey::Escape))
                    .small()
                    .show(ui)
                    .clicked()
                {
                    out.push(Action::Dismiss);
                }
                ui.with_layout(
                    eframe::egui::Layout::left_to_right(eframe::egui::Align::Center),
                    |ui| {
                        title_ui(ui, title, fonts::bold(size), t.colors.ink, just_opened);
                    },
                );
            });
            gap(ui, 14.0);
            ScrollArea::vertical()
                .id_salt("layer_body")
                .max_height(body_height)
                .min_scrolled_height(body_height)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                    ui.set_width(inner);
                    scroll_by_keys(ui);
                    add(ui, out);
                });
            let top = ui.cursor().top();
            foot(ui, out);
            let taken = ui.cursor().top() - top;
            if (taken - foot_height).abs() > 0.5 {
                ui.data_mut(|d| d.insert_temp(foot_id, taken));
                ui.ctx().request_discard("the height of a foot changed");
            }
        });
    ui.accesskit_node_builder(id, accesskit::Node::set_modal);
    // Échap is the key map's; here only a click beside the dialog closes it.
    if reply.backdrop_response.clicked() {
        out.push(Action::Dismiss);
    }
}

/// Covers the whole window: danger, shared view, curtain.
pub(super) fn cover(ui: &mut Ui, name: &str, fill: Color32, add: impl FnOnce(&mut Ui)) {
    let id = Id::unique("cover").with(name);
    let rect = ui.content_rect();
    let area = Modal::default_area(id)
        .anchor(Align2::LEFT_TOP, vec2(0.0, 0.0))
        .accessible_name(name);
    Modal::new(id)
        .area(area)
        .frame(Frame::NONE)
        .backdrop_color(fill)
        .show(ui, |ui| {
            let margin = if rect.width() < 640.0 || rect.height() < 520.0 {
                32.0
            } else {
                64.0
            };
            let width = (rect.width() - margin).min(880.0);
            let size = vec2(width, rect.height() - margin);
            let inner = eframe::egui::Rect::from_center_size(rect.center(), size);
            ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(inner), |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ScrollArea::vertical()
                    .id_salt("cover_body")
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        scroll_by_keys(ui);
                        add(ui);
                    });
            });
        });
    ui.accesskit_node_builder(id, accesskit::Node::set_modal);
}
