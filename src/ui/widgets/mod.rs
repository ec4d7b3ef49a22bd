//! House widgets: every one has a name for screen readers, a focus ring and tokens for looks.
//!
//! They know nothing of personas; they take words and states, and return a response.

pub mod badge;
pub mod button;
pub mod cue;
pub mod entry;
pub mod gauge;
pub mod icon_button;
pub mod sign;
pub mod thread;
pub mod tile;

use eframe::egui::{
    self, Align2, Color32, CornerRadius, FontId, Key, Label, Rect, Response, RichText, Sense,
    Stroke, StrokeKind, Ui, Vec2, vec2,
};

use super::theme::{fonts, tokens};

/// Rounds a token radius for egui.
pub fn radius(points: f32) -> CornerRadius {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "radii are small positive numbers"
    )]
    CornerRadius::same(points.clamp(0.0, 255.0).round() as u8)
}

/// Keeps a closing » or a ? from falling alone on a line: the toolkit breaks at U+202F, which
/// French typography forbids, and not at U+00A0.
pub fn unbreakable(words: impl Into<String>) -> String {
    words.into().replace('\u{202f}', "\u{a0}")
}

/// A text in one font and colour, wrapping.
pub fn text(ui: &mut Ui, words: impl Into<String>, font: FontId, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(unbreakable(words)).font(font).color(color)).wrap())
}

/// A text on one line, cut with … where it does not fit.
pub fn line(ui: &mut Ui, words: impl Into<String>, font: FontId, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(unbreakable(words)).font(font).color(color)).truncate())
}

/// A caption: small, weight 600, muted.
pub fn caption(ui: &mut Ui, words: impl Into<String>) -> Response {
    let t = tokens();
    line(
        ui,
        words,
        fonts::semibold(t.type_scale.small),
        t.colors.muted,
    )
}

/// A hairline across the width.
pub fn hairline(ui: &mut Ui) {
    let t = tokens();
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), t.stroke.hairline),
        Sense::hover(),
    );
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(t.stroke.hairline, t.colors.line),
    );
}

/// Width a key cap takes.
pub fn cap_width(ui: &Ui, cap: &str) -> f32 {
    let t = tokens();
    let galley = ui.painter().layout_no_wrap(
        cap.to_owned(),
        fonts::semibold(t.type_scale.small - 1.0),
        t.colors.muted,
    );
    galley.size().x + 12.0
}

/// Paints a key cap with its left edge there, centred in height; decorative, so without a node.
pub fn paint_cap(ui: &Ui, left_center: egui::Pos2, cap: &str, loud: bool) -> f32 {
    let t = tokens();
    let color = if loud {
        t.colors.on_accent
    } else {
        t.colors.muted
    };
    let galley = ui.painter().layout_no_wrap(
        cap.to_owned(),
        fonts::semibold(t.type_scale.small - 1.0),
        color,
    );
    let size = vec2((galley.size().x + 12.0).max(20.0), 19.0);
    let rect = Rect::from_min_size(left_center - vec2(0.0, size.y / 2.0), size);
    let (fill, edge) = if loud {
        (Color32::TRANSPARENT, t.colors.on_accent)
    } else {
        (t.colors.surface, t.colors.line)
    };
    ui.painter().rect(
        rect,
        radius(t.radius.small),
        fill,
        Stroke::new(t.stroke.hairline, edge),
        StrokeKind::Inside,
    );
    ui.painter()
        .galley(rect.center() - galley.size() / 2.0, galley, color);
    size.x
}

/// Brings what takes the focus into sight: the toolkit moves the focus, and scrolls to nothing.
pub fn in_sight(response: Response) -> Response {
    follow(&response);
    response
}

fn follow(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Scrolls what is open with the keys that turn a page, unless a layer is above it: what has nothing to
/// reach with Tab is read too.
pub fn scroll_by_page(ui: &Ui) {
    let here = ui.layer_id();
    let covered = ui.memory(|m| m.top_modal_layer().is_some_and(|top| top != here));
    let pages = turned(ui, Key::PageUp, Key::PageDown);
    if !covered && pages.abs() > 0.5 {
        ui.scroll_with_delta(vec2(0.0, pages * ui.clip_rect().height() * 0.8));
    }
}

/// Which of two keys was pressed: 1 the way up, −1 the way down, 0 neither or both.
pub fn turned(ui: &Ui, up: Key, down: Key) -> f32 {
    ui.input(|i| {
        let pressed = |key| f32::from(i.key_pressed(key) && !i.modifiers.any());
        pressed(up) - pressed(down)
    })
}

/// Paints the focus ring around a rectangle when the response has focus, and brings it into sight.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect) {
    let t = tokens();
    follow(response);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(2.0),
            radius(t.radius.control + 2.0),
            Stroke::new(t.stroke.focus, t.colors.ink),
            StrokeKind::Outside,
        );
    }
}

/// Paints an interface icon centred in a rectangle.
pub fn paint_icon(ui: &Ui, rect: Rect, icon: char, size: f32, color: Color32) {
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        icon,
        fonts::icons(size),
        color,
    );
}

/// A bar of that height across the width, filled from its right edge, centred in height.
pub fn bar<R>(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), height);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_height(height);
        add(ui)
    })
    .inner
}

/// A group at the right edge of a bar, drawn and reached from left to right.
///
/// Its width is that of the pass before; when it changes, the pass is drawn again at once.
pub fn at_right(ui: &mut Ui, salt: &str, height: f32, add: impl FnOnce(&mut Ui)) {
    let id = ui.unique_id().with(salt);
    let known: Option<f32> = ui.data(|d| d.get_temp(id));
    let all = ui.available_rect_before_wrap();
    let width = known.unwrap_or(all.width()).min(all.width());
    // As much room as there is, whatever it took before: a group that grows is not cut.
    let rect = Rect::from_min_size(
        egui::pos2(all.right() - width, all.center().y - height / 2.0),
        vec2(all.width(), height),
    );
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let builder = egui::UiBuilder::new()
        .max_rect(rect)
        .layout(layout)
        .id_salt(salt);
    let mut child = ui.new_child(builder);
    add(&mut child);
    let taken = child.min_rect().width();
    if known.is_none_or(|known| (known - taken).abs() > 0.5) {
        ui.data_mut(|d| d.insert_temp(id, taken));
        ui.ctx()
            .request_discard("the width of a group at the right changed");
    }
}

/// Leaves a vertical gap.
pub fn gap(ui: &mut Ui, points: f32) {
    ui.allocate_exact_size(Vec2::new(0.0, points), Sense::hover());
}
