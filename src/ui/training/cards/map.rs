//! The map: profiles and situations on two axes, drawn, with the same in words beside it.
//!
//! Marks are whole numbers from 0 to 4, so the drawing is a grid: cards that share a mark stand one
//! under the other in their cell, and no name can cover another.

use std::sync::Arc;

use eframe::egui::{
    Color32, Galley, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::app::TrainingAction;
use crate::app::training::cards::{self, Axis, Card, CardsAction, Leaf, Point};
use crate::domain::kit::Layer;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::entry::Entry;
use crate::ui::widgets::{self, gap, radius};
use crate::ui::workshop::{heading, said, small};

use super::{Pen, go, nav_ui, page, title_ui};

/// Width from which drawing and words stand side by side.
const BESIDE: f32 = 980.0;
/// Space around the words of a label.
const PADDING: f32 = 6.0;
/// What the mark of a layer takes before the words.
const MARK: f32 = 14.0;
/// Space between labels, and between a label and the edge of its cell.
const SPACE: f32 = 4.0;
/// Least height of a row of the drawing.
const ROW: f32 = 48.0;
/// Columns, and rows, of the drawing.
const CELLS: usize = Axis::HIGHEST as usize + 1;

/// Draws the page.
pub(super) fn map_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    page(ui, body, "cards_map", 1320.0, |ui| {
        gap(ui, 16.0);
        nav_ui(ui, &Leaf::Map, pen);
        gap(ui, 12.0);
        title_ui(ui, text::fiches_map(), pen);
        gap(ui, 4.0);
        said(ui, text::fiches_map_limits());
        gap(ui, 16.0);
        let axes = pen.state.training.cards.axes;
        let points = cards::points(&pen.state.kit, axes);
        if points.is_empty() {
            said(ui, text::fiches_map_none());
            return;
        }
        choices_ui(
            ui,
            text::fiches_map_across(),
            axes.across,
            CardsAction::Across,
            pen,
        );
        gap(ui, 8.0);
        choices_ui(
            ui,
            text::fiches_map_upward(),
            axes.upward,
            CardsAction::Upward,
            pen,
        );
        gap(ui, 18.0);
        let width = ui.available_width();
        if width < BESIDE {
            region_ui(ui, width, text::fiches_map_drawing(), |ui| {
                drawing_ui(ui, &points, pen);
            });
            gap(ui, 20.0);
            region_ui(ui, width, text::fiches_map_table(), |ui| {
                table_ui(ui, &points, pen);
            });
        } else {
            let table = (width * 0.36).min(440.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 32.0;
                let left = ui.available_width() - table - 32.0;
                region_ui(ui, left, text::fiches_map_drawing(), |ui| {
                    drawing_ui(ui, &points, pen);
                });
                region_ui(ui, table, text::fiches_map_table(), |ui| {
                    table_ui(ui, &points, pen);
                });
            });
        }
        gap(ui, 24.0);
    });
}

/// A named column of that width.
fn region_ui(ui: &mut Ui, width: f32, name: &str, add: impl FnOnce(&mut Ui)) {
    let rect = Rect::from_min_size(ui.cursor().min, vec2(width, f32::INFINITY));
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt(name)
        .layout(eframe::egui::Layout::top_down(eframe::egui::Align::Min))
        .accessibility_role(Role::Region)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        ui.set_width(width);
        add(ui);
    });
}

fn choices_ui(
    ui: &mut Ui,
    side: &str,
    chosen: Axis,
    choose: fn(Axis) -> CardsAction,
    pen: &mut Pen<'_>,
) {
    widgets::caption(ui, side);
    gap(ui, 4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for axis in Axis::ALL {
            let words = text::axis(*axis);
            let name = text::fiches_map_choose(side, words);
            let words = text::capital(words);
            let button = Button::new(Kind::Choice, &words).small().name(&name);
            if button.chosen(*axis == chosen).show(ui).clicked() {
                pen.push(TrainingAction::Cards(choose(*axis)));
            }
        }
    });
}

/// The words of a label, laid out for a column.
struct Label {
    galley: Arc<Galley>,
    /// Column and row, from the left and from the bottom.
    cell: (usize, usize),
}

impl Label {
    fn height(&self) -> f32 {
        (self.galley.size().y + 2.0 * PADDING).max(28.0)
    }
}

fn lay(ui: &Ui, words: &str, width: f32) -> Arc<Galley> {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.small);
    ui.painter()
        .layout(widgets::unbreakable(words), font, t.colors.ink, width)
}

/// Says whether every word of the names stands in a column without being broken.
fn fits(ui: &Ui, points: &[Point], width: f32) -> bool {
    points.iter().all(|point| {
        let words = widgets::unbreakable(point.name.as_str());
        let mut words = words.split([' ', '-']);
        words.all(|word| lay(ui, word, f32::INFINITY).size().x <= width)
    })
}

/// The labels, by name where there is room for names, else by code.
fn labels(ui: &Ui, points: &[Point], column: f32) -> (Vec<Label>, bool) {
    let width = column - 2.0 * SPACE - 2.0 * PADDING - MARK;
    let by_name = fits(ui, points, width);
    let labels = points.iter().map(|point| {
        let words = if by_name { &point.name } else { &point.code };
        Label {
            galley: lay(ui, words, width),
            cell: (usize::from(point.across), usize::from(point.upward)),
        }
    });
    (labels.collect(), by_name)
}

/// Heights of the rows, from the top: as high as their fullest cell.
fn heights(labels: &[Label]) -> Vec<f32> {
    let of = |row: usize| {
        let in_cell = |column: usize| -> f32 {
            let cell = labels.iter().filter(|label| label.cell == (column, row));
            cell.map(|label| label.height() + SPACE).sum()
        };
        (0..CELLS)
            .map(in_cell)
            .fold(ROW, |most, height| most.max(height + SPACE))
    };
    (0..CELLS).rev().map(of).collect()
}

/// Draws the grid with its labels.
fn drawing_ui(ui: &mut Ui, points: &[Point], pen: &mut Pen<'_>) {
    let t = tokens();
    let axes = pen.state.training.cards.axes;
    let upward = text::capital(text::axis(axes.upward));
    small(ui, text::fiches_map_axis_upward(upward));
    gap(ui, 6.0);
    let width = ui.available_width();
    let column = width / CELLS as f32;
    let (labels, by_name) = labels(ui, points, column);
    let heights = heights(&labels);
    let size = vec2(width, heights.iter().sum());
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut tops = Vec::with_capacity(CELLS);
    let mut top = rect.top();
    for height in &heights {
        tops.push(top);
        top += height;
    }
    ui.painter().rect(
        rect,
        radius(t.radius.control),
        t.colors.surface,
        Stroke::new(t.stroke.hairline, t.colors.edge),
        StrokeKind::Inside,
    );
    let line = Stroke::new(t.stroke.hairline, t.colors.line);
    for top in tops.iter().skip(1) {
        ui.painter().hline(rect.x_range(), *top, line);
    }
    for number in 1..CELLS {
        let x = rect.left() + number as f32 * column;
        ui.painter().vline(x, rect.y_range(), line);
    }
    let mut filled = [[0.0_f32; CELLS]; CELLS];
    for (point, label) in points.iter().zip(labels) {
        let (across, upward) = label.cell;
        let row = (CELLS - 1).saturating_sub(upward);
        let (Some(top), Some(height)) = (tops.get(row), heights.get(row)) else {
            continue;
        };
        let cell = filled.get_mut(across).and_then(|all| all.get_mut(row));
        let Some(taken) = cell else { continue };
        let min = pos2(
            rect.left() + across as f32 * column + SPACE,
            top + SPACE + *taken,
        );
        *taken += label.height() + SPACE;
        debug_assert!(*taken <= *height + 0.5);
        let place = Rect::from_min_size(min, vec2(column - 2.0 * SPACE, label.height()));
        label_ui(ui, place, point, label.galley, pen);
    }
    gap(ui, 6.0);
    let across = text::capital(text::axis(axes.across));
    small(ui, text::fiches_map_axis_across(across));
    gap(ui, 8.0);
    legend_ui(ui);
    if !by_name {
        gap(ui, 4.0);
        small(ui, text::fiches_map_codes());
    }
}

/// A label: for the pointer only, since the words beside are the way for keys.
fn label_ui(ui: &mut Ui, rect: Rect, point: &Point, galley: Arc<Galley>, pen: &mut Pen<'_>) {
    let t = tokens();
    let id = ui.scope_id().with(("label", point.persona.as_str()));
    let response = ui.interact(rect, id, Sense::CLICK);
    let name = point.name.clone();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name.clone()));
    let (fill, edge) = if response.hovered() {
        (t.colors.tint, t.colors.accent)
    } else {
        (t.colors.ground, t.colors.edge)
    };
    ui.painter().rect(
        rect,
        radius(t.radius.small),
        fill,
        Stroke::new(t.stroke.hairline, edge),
        StrokeKind::Inside,
    );
    let center = pos2(rect.left() + PADDING + 4.0, rect.center().y);
    mark(ui.painter(), center, point.layer);
    let at = pos2(
        rect.left() + PADDING + MARK,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, t.colors.ink);
    if response.clicked() {
        go(pen, Leaf::Card(Card::Persona(point.persona.clone())));
    }
}

/// A disc for a profile, a diamond for a situation: colour alone says nothing.
fn mark(painter: &Painter, center: Pos2, layer: Layer) {
    let t = tokens();
    match layer {
        Layer::Profile => {
            painter.circle_filled(center, 4.0, t.colors.accent);
        }
        Layer::Situation => {
            let corners = [(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)];
            let corners = corners.iter().map(|(x, y)| center + vec2(*x, *y));
            let stroke = Stroke::new(1.5, t.colors.amber);
            let diamond = Shape::convex_polygon(corners.collect(), Color32::TRANSPARENT, stroke);
            painter.add(diamond);
        }
    }
}

fn legend_ui(ui: &mut Ui) {
    let t = tokens();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        for (layer, words) in [
            (Layer::Profile, text::one_of(cards::Shelf::Profiles)),
            (Layer::Situation, text::one_of(cards::Shelf::Situations)),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), Sense::hover());
            mark(ui.painter(), rect.center(), layer);
            let font = fonts::regular(t.type_scale.small);
            widgets::text(ui, words, font, t.colors.muted);
            ui.add_space(10.0);
        }
    });
}

/// The same in words: a link each, with both marks.
fn table_ui(ui: &mut Ui, points: &[Point], pen: &mut Pen<'_>) {
    let axes = pen.state.training.cards.axes;
    heading(ui, text::fiches_map_table());
    gap(ui, 6.0);
    for point in points {
        let mark = |axis: Axis, of: u8| text::fiches_map_mark(text::axis(axis), text::degree(of));
        let across = mark(axes.across, point.across);
        let upward = mark(axes.upward, point.upward);
        let under = format!("{} · {upward}", text::capital(&across));
        let entry = Entry::link(&point.name).beside(&point.code).under(&under);
        let id = ui.scope_id().with(("row", point.persona.as_str()));
        if entry.show(ui, id).clicked() {
            go(pen, Leaf::Card(Card::Persona(point.persona.clone())));
        }
        gap(ui, 4.0);
    }
}
