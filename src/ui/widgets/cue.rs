//! A cue or a step as a row with its box: unknown, yes, explicitly no.

use eframe::egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{focus_ring, paint_icon, radius};
use crate::ui::theme::{fonts, icons, tokens};

/// What the box says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// Nothing.
    Unknown,
    /// Yes.
    Yes,
    /// Explicitly no.
    No,
    /// Done and behind: checked, and quieter than what is left.
    Done,
}

/// What stands at the right of a row, read after its name.
#[derive(Clone, Copy, Debug)]
pub enum Trailing<'a> {
    /// Small words; empty for nothing.
    Words(&'a str),
    /// An icon, and its meaning for those who do not see it.
    Icon(char, &'a str),
}

/// Draws a row of the given height; the whole row is the target.
pub fn row(
    ui: &mut Ui,
    words: &str,
    tick: Tick,
    trailing: Trailing<'_>,
    cap: Option<&str>,
    height: f32,
) -> Response {
    let t = tokens();
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let (Trailing::Words(said) | Trailing::Icon(_, said)) = trailing;
    let name = match (tick, said) {
        (Tick::No, _) => crate::ui::text::denied(words),
        (_, "") => words.to_owned(),
        (_, said) => format!("{words}, {said}"),
    };
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::CheckBox,
            true,
            matches!(tick, Tick::Yes | Tick::Done),
            name.clone(),
        )
    });
    if !ui.is_rect_visible(rect) {
        // What takes the focus comes into sight.
        focus_ring(ui, &response, rect);
        return response;
    }
    let painter = ui.painter();
    if tick == Tick::Yes || response.hovered() {
        painter.rect_filled(rect, radius(t.radius.small), t.colors.tint);
    }
    let box_rect =
        Rect::from_center_size(pos2(rect.left() + 17.0, rect.center().y), vec2(15.0, 15.0));
    let (fill, edge) = match tick {
        Tick::Yes | Tick::Done => (t.colors.accent, t.colors.accent),
        _ => (t.colors.surface, t.colors.edge),
    };
    painter.rect(
        box_rect,
        radius(3.0),
        fill,
        Stroke::new(1.5, edge),
        StrokeKind::Inside,
    );
    match tick {
        Tick::Yes | Tick::Done => paint_icon(ui, box_rect, icons::CHECK, 11.0, t.colors.on_accent),
        Tick::No => paint_icon(ui, box_rect, icons::MINUS, 11.0, t.colors.ink),
        Tick::Unknown => {}
    }
    let left = rect.left() + 36.0;
    let mut right = rect.right() - 8.0;
    if let Some(cap) = cap {
        let width = super::cap_width(ui, cap).max(20.0);
        super::paint_cap(ui, pos2(right - width, rect.center().y), cap, false);
        right -= width + 8.0;
    }
    let natural = || {
        let font = fonts::semibold(t.type_scale.body);
        let galley = ui
            .painter()
            .layout_no_wrap(super::unbreakable(words), font, t.colors.ink);
        galley.size().x
    };
    if let Trailing::Icon(icon, _) = trailing {
        // Words come first: without room for both, the meaning of the icon stays in the name.
        if left + natural() > right - 24.0 {
            return words_ui(ui, words, tick, (left, right), height, response);
        }
        let square = Rect::from_center_size(pos2(right - 8.0, rect.center().y), vec2(16.0, 16.0));
        paint_icon(ui, square, icon, 16.0, t.colors.muted);
        right -= 24.0;
    } else if !said.is_empty() {
        let galley = ui.painter().layout_no_wrap(
            said.to_owned(),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
        let width = galley.size().x;
        ui.painter().galley(
            pos2(right - width, rect.center().y - galley.size().y / 2.0),
            galley,
            t.colors.muted,
        );
        right -= width + 8.0;
    }
    words_ui(ui, words, tick, (left, right), height, response)
}

/// Draws the words of a row between two edges, and its focus ring.
fn words_ui(
    ui: &Ui,
    words: &str,
    tick: Tick,
    (left, right): (f32, f32),
    height: f32,
    response: Response,
) -> Response {
    let t = tokens();
    let rect = response.rect;
    let (font, color, shown) = match tick {
        Tick::Yes => (
            fonts::semibold(t.type_scale.body),
            t.colors.ink,
            words.to_owned(),
        ),
        Tick::No => (
            fonts::regular(t.type_scale.body),
            t.colors.muted,
            crate::ui::text::denied(words),
        ),
        Tick::Done => (
            fonts::regular(t.type_scale.body),
            t.colors.muted,
            words.to_owned(),
        ),
        Tick::Unknown => (
            fonts::regular(t.type_scale.body),
            t.colors.ink,
            words.to_owned(),
        ),
    };
    let mut job = eframe::egui::text::LayoutJob::simple(
        super::unbreakable(shown),
        font,
        color,
        (right - left).max(24.0),
    );
    let single = height <= t.space.row;
    job.wrap.max_rows = if single { 1 } else { 2 };
    // On one line a long word is cut in its middle rather than dropped whole.
    job.wrap.break_anywhere = single;
    let galley = ui.painter().layout_job(job);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(left, top), galley, color);
    focus_ring(ui, &response, rect);
    response
}
