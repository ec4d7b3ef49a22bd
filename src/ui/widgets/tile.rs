//! Tiles: what one comes to do, each with what it is for and how it stands, two or three a row.
//!
//! They know nothing of personas; they take words and say which was pressed.

use std::sync::Arc;

use eframe::egui::{
    Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{focus_ring, gap, radius, unbreakable};
use crate::ui::theme::{fonts, tokens};

/// Least height of a tile.
const LEAST: f32 = 128.0;
/// Width from which tiles stand two by two.
const TWO: f32 = 700.0;
/// Width from which three do.
const THREE: f32 = 900.0;
/// Width from which four do: then all of it is in view.
const FOUR: f32 = 1200.0;
/// Space between the edge of a tile and its words.
const PADDING: f32 = 20.0;

/// What one comes to do.
#[derive(Clone, Debug)]
pub struct Tile {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub detail: String,
    /// How it stands.
    pub standing: String,
    /// Whether something is to correct.
    pub grave: bool,
}

/// Draws tiles by rows; says which was pressed.
pub fn tiles_ui(ui: &mut Ui, tiles: &[Tile]) -> Option<usize> {
    let width = ui.available_width();
    let (columns, space) = if width >= FOUR {
        (4, 16.0)
    } else if width >= THREE {
        (3, 16.0)
    } else if width >= TWO {
        (2, 16.0)
    } else {
        (1, 12.0)
    };
    let each = (width - space * (columns as f32 - 1.0)) / columns as f32;
    let mut pressed = None;
    for (row, tiles) in tiles.chunks(columns).enumerate() {
        let height = tiles
            .iter()
            .map(|tile| height_of(ui, tile, each))
            .fold(LEAST, f32::max);
        let top = ui.cursor().min;
        for (at, tile) in tiles.iter().enumerate() {
            let min = top + vec2(at as f32 * (each + space), 0.0);
            let rect = Rect::from_min_size(min, vec2(each, height));
            if tile_ui(ui, rect, tile) {
                pressed = Some(row * columns + at);
            }
        }
        ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(width, height)));
        gap(ui, space);
    }
    pressed
}

fn words_of(ui: &Ui, tile: &Tile, width: f32) -> [Arc<Galley>; 3] {
    let t = tokens();
    let most = width - 2.0 * PADDING;
    let lay = |words: &str, font, color| ui.painter().layout(unbreakable(words), font, color, most);
    let state = if tile.grave {
        t.colors.red
    } else {
        t.colors.accent
    };
    [
        lay(&tile.title, fonts::bold(t.type_scale.title), t.colors.ink),
        lay(
            &tile.detail,
            fonts::regular(t.type_scale.body),
            t.colors.muted,
        ),
        lay(&tile.standing, fonts::semibold(t.type_scale.small), state),
    ]
}

fn height_of(ui: &Ui, tile: &Tile, width: f32) -> f32 {
    let words = words_of(ui, tile, width);
    let text: f32 = words.iter().map(|galley| galley.size().y).sum();
    text + 2.0 * PADDING + 4.0 + 14.0
}

fn tile_ui(ui: &mut Ui, rect: Rect, tile: &Tile) -> bool {
    let t = tokens();
    let builder = UiBuilder::new().max_rect(rect).id_salt(&tile.title);
    ui.scope_builder(builder, |ui| {
        let (rect, response) = ui.allocate_exact_size(rect.size(), Sense::click());
        let name = format!("{}. {} {}", tile.title, tile.detail, tile.standing);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.trim_end()));
        let (fill, edge) = if response.hovered() {
            (t.colors.tint, t.colors.edge)
        } else {
            (t.colors.surface, t.colors.line)
        };
        ui.painter().rect(
            rect,
            radius(t.radius.control),
            fill,
            Stroke::new(t.stroke.hairline, edge),
            StrokeKind::Inside,
        );
        let [heading, detail, state] = words_of(ui, tile, rect.width());
        let left = rect.left() + PADDING;
        let mut y = rect.top() + PADDING;
        let height = heading.size().y;
        ui.painter().galley(pos2(left, y), heading, t.colors.ink);
        y += height + 4.0;
        ui.painter().galley(pos2(left, y), detail, t.colors.muted);
        // The state stands on one line for a whole row.
        let at = rect.bottom() - PADDING - state.size().y;
        ui.painter().galley(pos2(left, at), state, t.colors.ink);
        focus_ring(ui, &response, rect);
        response.clicked()
    })
    .inner
}
