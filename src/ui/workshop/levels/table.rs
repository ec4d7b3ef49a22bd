//! The table itself: headings that stay, cells in view, the one that has the focus.

use eframe::egui::scroll_area::ScrollSource;
use eframe::egui::style::ScrollAnimation;
use eframe::egui::{
    Color32, EventFilter, Id, Rangef, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use crate::app::workshop::LevelsAction;
use crate::app::workshop::levels::Place;
use crate::domain::workshop::matrix::{CellView, Grid, Sort};
use crate::domain::workshop::words::LETTERS;
use crate::ui::layers::focus_is_on_title;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{focus_ring, gap, radius};

use super::super::{Pen, said, small};
use super::{act, keys, layout};

/// How much of the accent each heat takes, from the rarest.
const HEATS: [f32; 5] = [0.0, 0.07, 0.15, 0.25, 0.36];
/// Height of the line under the table.
const FOOT: f32 = 30.0;

/// The ground of a cell of some heat, 0 (rarest) to 4.
pub fn heat_color(heat: u8) -> Color32 {
    let t = tokens();
    let share = HEATS.get(usize::from(heat)).copied().unwrap_or(0.0);
    t.colors.surface.lerp_to_gamma(t.colors.accent, share)
}

fn cell_id(grid: &Grid, place: Place) -> Option<Id> {
    let row = grid.rows.get(place.row)?;
    let column = grid.columns.get(place.column)?;
    Some(Id::unique("niveau").with((&column.persona, &row.about)))
}

/// Where things stand in the window.
struct Frame {
    /// Headings of rows.
    heads: Rect,
    /// Headings of columns.
    columns: Rect,
    /// Cells.
    cells: Rect,
}

impl Frame {
    fn new(rect: Rect, heads: f32, head: f32) -> Self {
        let corner = rect.min + vec2(heads, head);
        Self {
            heads: Rect::from_min_max(pos2(rect.left(), corner.y), pos2(corner.x, rect.bottom())),
            columns: Rect::from_min_max(pos2(corner.x, rect.top()), pos2(rect.right(), corner.y)),
            cells: Rect::from_min_max(corner, rect.max),
        }
    }
}

/// Draws the table, and the line under it.
pub(super) fn table_ui(ui: &mut Ui, roomy: bool, pen: &mut Pen<'_>) {
    let levels = &pen.workshop.levels;
    if levels.grid().rows.is_empty() || levels.grid().columns.is_empty() {
        said(ui, text::niveaux_none());
        gap(ui, 8.0);
        let words = text::niveaux_everything();
        if Button::new(Look::Choice, words).small().show(ui).clicked() {
            act(pen, LevelsAction::Everything);
        }
        return;
    }
    let all = ui.available_rect_before_wrap();
    let foot = if roomy { FOOT } else { 0.0 };
    let rect = Rect::from_min_max(all.min, pos2(all.right(), all.bottom() - foot));
    let heads = if roomy {
        270.0
    } else {
        (rect.width() * 0.36).clamp(112.0, 240.0)
    };
    let sizes = (heads, rect.width() - 16.0);
    pen.memory
        .levels
        .lines
        .bring(ui, (levels.grid(), levels.view()), levels.counts().0, sizes);
    let frame = Frame::new(rect, heads, pen.memory.levels.lines.head);
    take_keys(ui, pen);
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt("levels-table")
        .accessibility_role(Role::Table)
        .accessibility_label(text::niveaux_table());
    ui.scope_builder(builder, |ui| {
        ui.painter().rect_filled(rect, 0.0, tokens().colors.ground);
        columns_ui(ui, &frame, pen);
        let offset = cells_ui(ui, frame.cells, pen);
        heads_ui(ui, &frame, offset, pen);
        let t = tokens();
        let line = Stroke::new(t.stroke.hairline, t.colors.line);
        ui.painter().hline(rect.x_range(), frame.cells.top(), line);
    });
    if roomy {
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() + 6.0), all.max);
        ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| foot_ui(ui, pen));
    }
    ui.advance_cursor_after_rect(all);
}

/// Does what is typed while the table has the focus, or nothing has.
fn take_keys(ui: &Ui, pen: &mut Pen<'_>) {
    let levels = &pen.workshop.levels;
    let here = cell_id(levels.grid(), levels.cursor());
    let focused = ui.memory(eframe::egui::Memory::focused);
    let memory = &pen.memory.levels;
    let ours = match focused {
        None => true,
        Some(id) => Some(id) == here || Some(id) == memory.focused || focus_is_on_title(ui.ctx()),
    };
    let stood = memory.stood;
    if ours {
        for action in keys::asked(ui) {
            let moves = !matches!(action, LevelsAction::Copy);
            act(pen, action);
            pen.memory.levels.follow |= moves;
        }
    }
    if stood.is_some_and(|stood| stood != levels.cursor()) {
        // Wherever one was led: from a case, by what was pasted.
        pen.memory.levels.follow = true;
    }
    pen.memory.levels.stood = Some(levels.cursor());
}

/// Draws the cells in view; gives how far they are scrolled.
fn cells_ui(ui: &mut Ui, rect: Rect, pen: &mut Pen<'_>) -> Vec2 {
    let levels = &pen.workshop.levels;
    let grid = levels.grid();
    let (width, height) = (
        pen.memory.levels.lines.column,
        pen.memory.levels.lines.height(),
    );
    let total = vec2(width * grid.columns.len() as f32 + 12.0, height + 12.0);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("levels-cells"));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    let output = ScrollArea::both()
        .id_salt("levels-cells")
        .auto_shrink(false)
        .scroll_source(ScrollSource::SCROLL_BAR | ScrollSource::MOUSE_WHEEL)
        .show_viewport(&mut child, |ui, viewport| {
            ui.set_min_size(total);
            let origin = ui.max_rect().min;
            let rows = pen.memory.levels.lines.between(viewport.y_range());
            let columns = columns_between(viewport.x_range(), width, grid.columns.len());
            let cursor = levels.cursor();
            let mut drawn = false;
            for row in rows {
                for column in columns.clone() {
                    let place = Place { row, column };
                    drawn |= place == cursor;
                    cell_ui(ui, origin, place, pen);
                }
            }
            if !drawn {
                // What has the focus is there even where it is not in view.
                cell_ui(ui, origin, cursor, pen);
            }
        });
    output.state.unclamped_offset()
}

fn columns_between(range: Rangef, width: f32, count: usize) -> std::ops::Range<usize> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number of columns"
    )]
    let at = |x: f32| (x / width).max(0.0) as usize;
    at(range.min).min(count)..(at(range.max) + 1).min(count)
}

fn cell_rect(lines: &layout::Lines, origin: eframe::egui::Pos2, place: Place) -> Rect {
    let line = lines.rows.get(place.row).copied().unwrap_or_default();
    let left = origin.x + lines.column * place.column as f32;
    let rows = line.cells();
    Rect::from_min_max(
        pos2(left, origin.y + rows.min),
        pos2(left + lines.column, origin.y + rows.max),
    )
}

/// What assistive technology reads of a cell.
fn cell_name(grid: &Grid, place: Place, cell: &CellView) -> Option<String> {
    let row = grid.rows.get(place.row)?;
    let column = grid.columns.get(place.column)?;
    let word = text::level_word(&cell.word);
    Some(if cell.level.is_none() && cell.probability.is_some() {
        text::niveaux_cell_meant(column.name.as_str(), row.label.as_str(), word)
    } else {
        text::niveaux_cell(column.name.as_str(), row.label.as_str(), word)
    })
}

fn cell_ui(ui: &Ui, origin: eframe::egui::Pos2, place: Place, pen: &mut Pen<'_>) {
    let levels = &pen.workshop.levels;
    let grid = levels.grid();
    let (Some(id), Some(cell)) = (
        cell_id(grid, place),
        grid.cells
            .get(place.row)
            .and_then(|cells| cells.get(place.column)),
    ) else {
        return;
    };
    let rect = cell_rect(&pen.memory.levels.lines, origin, place);
    let here = place == levels.cursor();
    // The table is one stop of the Tab key; arrows go through it.
    let sense = if here { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    let chosen = levels.is_selected(place);
    let name = cell_name(grid, place, cell).unwrap_or_default();
    response.widget_info(|| WidgetInfo::selected(Role::Cell, true, chosen, name.clone()));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_row_index(place.row);
        node.set_column_index(place.column);
    });
    if here {
        follow(ui, &response, pen);
    }
    pointer(ui, &response, place, pen);
    if ui.is_rect_visible(rect) {
        paint(ui, rect, cell, chosen, &response);
    }
}

/// Where one stands has the focus, and is in sight.
fn follow(ui: &Ui, response: &Response, pen: &mut Pen<'_>) {
    let memory = &mut pen.memory.levels;
    if std::mem::take(&mut memory.follow) {
        response.request_focus();
        let around = response.rect.expand2(vec2(8.0, 28.0));
        ui.scroll_to_rect_animation(around, None, ScrollAnimation::none());
    }
    if response.has_focus() {
        memory.focused = Some(response.id);
        ui.memory_mut(|m| {
            m.set_focus_lock_filter(
                response.id,
                EventFilter {
                    horizontal_arrows: true,
                    vertical_arrows: true,
                    ..Default::default()
                },
            );
        });
    }
}

/// Choosing cells with the pointer: pressed on the first, let go on the last.
fn pointer(ui: &Ui, response: &Response, place: Place, pen: &mut Pen<'_>) {
    let over = response.contains_pointer();
    let (pressed, down, released, shift) = ui.input(|i| {
        let pointer = &i.pointer;
        (
            pointer.primary_pressed(),
            pointer.primary_down(),
            pointer.primary_released(),
            i.modifiers.shift,
        )
    });
    if !down {
        pen.memory.levels.dragging = false;
    }
    let cursor = pen.workshop.levels.cursor();
    let extend = if over && pressed {
        pen.memory.levels.dragging = true;
        Some(shift)
    } else if over && down && pen.memory.levels.dragging && place != cursor {
        Some(true)
    } else if response.clicked() && !released && place != cursor {
        // Assistive technology presses without a pointer.
        Some(false)
    } else {
        None
    };
    if let Some(extend) = extend {
        pen.memory.levels.follow = true;
        act(pen, LevelsAction::Pick(place, extend));
    }
}

fn paint(ui: &Ui, rect: Rect, cell: &CellView, chosen: bool, response: &Response) {
    let t = tokens();
    let inner = rect.shrink(1.5);
    let written = cell.level.is_some();
    let fill = if written {
        heat_color(cell.heat)
    } else {
        t.colors.ground
    };
    let painter = ui.painter();
    painter.rect_filled(inner, radius(t.radius.small), fill);
    if chosen {
        painter.rect_stroke(
            inner,
            radius(t.radius.small),
            Stroke::new(t.stroke.sign, t.colors.accent),
            StrokeKind::Inside,
        );
    }
    let (font, color) = match (written, cell.heat) {
        (true, 3..) => (fonts::semibold(t.type_scale.small), t.colors.ink),
        (true, _) => (fonts::regular(t.type_scale.small), t.colors.ink),
        (false, _) => (fonts::regular(t.type_scale.small), t.colors.muted),
    };
    let galley = painter.layout_no_wrap(text::level_word(&cell.word), font, color);
    painter.galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, response, inner.shrink(2.0));
}

/// Names of columns; pressing one sorts by it.
fn columns_ui(ui: &mut Ui, frame: &Frame, pen: &mut Pen<'_>) {
    let t = tokens();
    let offset = pen.memory.levels.lines.offset;
    let levels = &pen.workshop.levels;
    let width = pen.memory.levels.lines.column;
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(frame.columns)
            .id_salt("levels-columns"),
    );
    child.set_clip_rect(frame.columns.intersect(ui.clip_rect()));
    let range = Rangef::new(offset.x, offset.x + frame.columns.width());
    let mut sorted = None;
    for at in columns_between(range, width, levels.grid().columns.len()) {
        let Some(head) = levels.grid().columns.get(at) else {
            continue;
        };
        let left = frame.columns.left() + width * at as f32 - offset.x;
        let rect = Rect::from_min_size(
            pos2(left, frame.columns.top()),
            vec2(width, frame.columns.height()),
        );
        let id = Id::unique("niveau_persona").with(&head.persona);
        let response = child.interact(rect, id, Sense::CLICK);
        let name = head.name.clone();
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, name.clone()));
        let response = response.on_hover_text(text::niveaux_sort_by(head.name.as_str()));
        let painter = child.painter();
        let by_this = levels.view().sort == Sort::Persona(head.persona.clone());
        let here = levels.cursor().column == at;
        if response.hovered() || here {
            painter.rect_filled(rect.shrink(1.5), radius(t.radius.small), t.colors.tint);
        }
        let galley = layout::column_galley(&child, &head.name, width);
        // Centred lines stand around their own x.
        let min = pos2(rect.center().x, rect.bottom() - 6.0 - galley.size().y);
        painter.galley(min, galley, t.colors.ink);
        if by_this {
            let line = Stroke::new(t.stroke.sign, t.colors.accent);
            painter.hline(rect.shrink(6.0).x_range(), rect.bottom() - 2.0, line);
        }
        if response.clicked() {
            sorted = Some(head.persona.clone());
        }
    }
    if let Some(persona) = sorted {
        act(pen, LevelsAction::Sort(Sort::Persona(persona)));
    }
}

/// Names of rows, and of groups across the table.
fn heads_ui(ui: &mut Ui, frame: &Frame, offset: Vec2, pen: &mut Pen<'_>) {
    let t = tokens();
    if offset != pen.memory.levels.lines.offset {
        pen.memory.levels.lines.offset = offset;
        ui.ctx().request_repaint();
    }
    let levels = &pen.workshop.levels;
    let (grid, view) = (levels.grid(), levels.view());
    let lines = &pen.memory.levels.lines;
    let whole = frame.heads.union(frame.cells);
    let clip = frame.heads.intersect(ui.clip_rect());
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(frame.heads)
            .id_salt("levels-heads"),
    );
    child.set_clip_rect(clip);
    let range = Rangef::new(offset.y, offset.y + frame.heads.height());
    for at in lines.between(range) {
        let (Some(head), Some(line)) = (grid.rows.get(at), lines.rows.get(at)) else {
            continue;
        };
        let y = frame.heads.top() - offset.y;
        if line.band > 0.0 {
            let galley = layout::band_galley(&child, &head.group, whole.width() - 16.0);
            let at = pos2(
                frame.heads.left(),
                y + line.top + line.band - galley.size().y - 4.0,
            );
            ui.painter()
                .with_clip_rect(whole.intersect(ui.clip_rect()))
                .galley(at, galley, t.colors.muted);
        }
        let cells = line.cells();
        let rect = Rect::from_min_max(
            pos2(frame.heads.left(), y + cells.min),
            pos2(frame.heads.right(), y + cells.max),
        );
        let id = Id::unique("niveau_row").with(&head.about);
        let response = child.interact(rect, id, Sense::hover());
        let name = format!("{}, {}", head.label, head.group);
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, name.clone()));
        if levels.cursor().row == at {
            let ground =
                Rect::from_min_max(rect.min, rect.max - vec2(2.0, 0.0)).shrink2(vec2(0.0, 1.5));
            child
                .painter()
                .rect_filled(ground, radius(t.radius.small), t.colors.tint);
        }
        let galley =
            layout::row_galley(&child, &layout::row_words(head, view), frame.heads.width());
        let min = pos2(rect.left() + 4.0, rect.center().y - galley.size().y / 2.0);
        child.painter().galley(min, galley, t.colors.ink);
    }
}

/// Where one stands, and which key is which level.
fn foot_ui(ui: &mut Ui, pen: &Pen<'_>) {
    let t = tokens();
    let levels = &pen.workshop.levels;
    let (rows, columns) = levels.selected();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for (at, (_, _, word)) in (0_u8..).zip(LETTERS) {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 14.0), Sense::hover());
            ui.painter().rect(
                rect,
                radius(3.0),
                heat_color(at),
                Stroke::new(t.stroke.hairline, t.colors.line),
                StrokeKind::Inside,
            );
            ui.add_space(-8.0);
            let digit = u32::from(at) + 1;
            small(ui, text::niveaux_legend_one(digit, text::level_word(word)));
        }
        let words = if levels.is_block() {
            text::niveaux_selected((rows.1 - rows.0 + 1) * (columns.1 - columns.0 + 1))
        } else {
            text::niveaux_keys().to_owned()
        };
        small(ui, words);
    });
}
