//! A button drawn as an icon alone: its name is for screen readers and for the pointer that rests on it.

use eframe::egui::{Color32, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::{focus_ring, paint_icon, radius};
use crate::ui::theme::tokens;

/// Side of the target, in points.
const SIDE: f32 = 32.0;

/// An icon, or something drawn where the subset has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// A glyph of the icon face.
    Icon(char),
    /// Three dots: more commands.
    Dots,
    /// A chevron upwards.
    Up,
    /// A chevron downwards.
    Down,
    /// A cross: take out.
    Cross,
}

/// What an icon button says besides its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Ordinary.
    Plain,
    /// On: pressed in.
    On,
    /// Danger.
    Danger,
    /// Out of reach; the name says why.
    Off,
}

/// Draws strokes about the middle of a rectangle, in points.
fn strokes(ui: &Ui, rect: Rect, color: Color32, lines: &[[(f32, f32); 2]]) {
    let stroke = Stroke::new(tokens().stroke.thread, color);
    for [from, to] in lines {
        let at = |(x, y): (f32, f32)| rect.center() + vec2(x, y);
        ui.painter().line_segment([at(*from), at(*to)], stroke);
    }
}

/// Draws an icon button; `hint` follows the name when the pointer rests on it.
pub fn icon_button(ui: &mut Ui, picture: Picture, name: &str, hint: &str, tone: Tone) -> Response {
    let t = tokens();
    let enabled = tone != Tone::Off;
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::focusable_noninteractive()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(SIDE, SIDE), sense);
    response.widget_info(|| match tone {
        Tone::On => WidgetInfo::selected(Role::Button, enabled, true, name),
        _ => WidgetInfo::labeled(Role::Button, enabled, name),
    });
    if response.hovered() && enabled || tone == Tone::On {
        ui.painter()
            .rect_filled(rect.shrink(2.0), radius(t.radius.small), t.colors.tint);
    }
    let color = match tone {
        Tone::Plain => t.colors.ink,
        Tone::On => t.colors.accent,
        Tone::Danger => t.colors.red,
        Tone::Off => t.colors.edge,
    };
    match picture {
        Picture::Icon(icon) => paint_icon(ui, rect, icon, 18.0, color),
        Picture::Dots => {
            for i in [-1.0, 0.0, 1.0] {
                let at = rect.center() + vec2(i * 6.0, 0.0);
                ui.painter().circle_filled(at, 1.75, color);
            }
        }
        Picture::Up => strokes(
            ui,
            rect,
            color,
            &[[(-5.0, 2.5), (0.0, -2.5)], [(0.0, -2.5), (5.0, 2.5)]],
        ),
        Picture::Down => strokes(
            ui,
            rect,
            color,
            &[[(-5.0, -2.5), (0.0, 2.5)], [(0.0, 2.5), (5.0, -2.5)]],
        ),
        Picture::Cross => strokes(
            ui,
            rect,
            color,
            &[[(-4.5, -4.5), (4.5, 4.5)], [(4.5, -4.5), (-4.5, 4.5)]],
        ),
    }
    focus_ring(ui, &response, rect.shrink(2.0));
    let words = if hint.is_empty() {
        name.to_owned()
    } else {
        format!("{name} · {hint}")
    };
    response.on_hover_text(words)
}
