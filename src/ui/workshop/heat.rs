//! Who is taken for whom: a painted grid with its words, and the same figures in sentences beside it.
//!
//! The grid is a picture for the eye; the sentences are what assistive technology reads, and what a
//! narrow window shows. A cell's shade is never the only way to read it.

use eframe::egui::{Color32, Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

use crate::domain::kit::KitContent;
use crate::domain::study::diagnose::Diagnosis;
use crate::domain::workshop::Element;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::{self, caption, gap};

/// Width of a cell, and of the names of rows.
const CELL: f32 = 50.0;
const NAMES: f32 = 170.0;
/// Height of a row.
const ROW: f32 = 32.0;
/// Least width of the sentences beside the grid.
const SENTENCES: f32 = 320.0;
/// Share under which a cell says nothing.
const LEAST: f64 = 0.005;
/// Share from which a cell is filled.
const FULL: f64 = 0.5;

/// Names of the rows: nobody first, then the profiles.
pub(super) fn names(diagnosis: &Diagnosis, content: &KitContent) -> Vec<String> {
    let profiles = diagnosis
        .profiles
        .iter()
        .map(|id| Element::Persona(id.clone()).title(content));
    std::iter::once(text::atelier_map_stranger().to_owned())
        .chain(profiles)
        .collect()
}

/// Names of the columns in sentences: nobody, the profiles, undecided.
fn columns(diagnosis: &Diagnosis, content: &KitContent) -> Vec<String> {
    let mut columns = names(diagnosis, content);
    if let Some(first) = columns.first_mut() {
        text::atelier_map_nobody().clone_into(first);
    }
    columns.push(text::atelier_map_undecided().to_owned());
    columns
}

/// Draws the grid and its sentences, side by side where there is room.
pub(super) fn confused_ui(ui: &mut Ui, diagnosis: &Diagnosis, content: &KitContent) {
    let t = tokens();
    let width = ui.available_width();
    let grid = NAMES + CELL * (diagnosis.profiles.len() + 2) as f32;
    let fits = width >= grid;
    if fits {
        let font = fonts::regular(t.type_scale.body);
        widgets::text(ui, text::atelier_map_confused_detail(), font, t.colors.ink);
        gap(ui, 12.0);
    }
    if width < grid + 32.0 + SENTENCES {
        if fits {
            grid_ui(ui, diagnosis, content);
            gap(ui, 16.0);
        }
        sentences_ui(ui, diagnosis, content);
        return;
    }
    let top = ui.cursor().min;
    let left = Rect::from_min_size(top, vec2(grid, f32::INFINITY));
    let drawn = ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("grid"), |ui| {
        grid_ui(ui, diagnosis, content);
    });
    let mut height = drawn.response.rect.height();
    let min = top + vec2(grid + 32.0, 0.0);
    let right = Rect::from_min_size(min, vec2(width - grid - 32.0, f32::INFINITY));
    let drawn = ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("words"), |ui| {
        sentences_ui(ui, diagnosis, content);
    });
    height = height.max(drawn.response.rect.height());
    ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(width, height)));
}

/// The ground of a cell, and what is written on it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a shade needs no more than a few digits"
)]
fn shade(share: f64) -> (Color32, Color32) {
    let t = tokens();
    if share >= FULL {
        return (t.colors.accent, t.colors.on_accent);
    }
    // Faint enough that ink stays readable on every one of them.
    let part = (share / FULL * 0.32) as f32;
    (
        t.colors.surface.lerp_to_gamma(t.colors.accent, part),
        t.colors.ink,
    )
}

fn grid_ui(ui: &mut Ui, diagnosis: &Diagnosis, content: &KitContent) {
    let t = tokens();
    let rows = names(diagnosis, content);
    let code = |id: &crate::domain::ids::PersonaId| {
        let persona = content.personas.iter().find(|persona| &persona.id == id);
        persona.map_or_else(String::new, |persona| persona.code.clone())
    };
    let codes: Vec<String> = diagnosis.profiles.iter().map(code).collect();
    let count = codes.len() + 2;
    let size = vec2(NAMES + CELL * count as f32, ROW * (rows.len() + 1) as f32);
    // A picture: the sentences say the same.
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let font = fonts::regular(t.type_scale.small);
    let painter = ui.painter();
    let write = |words: &str, font: eframe::egui::FontId, color, cell: Rect, centred: bool| {
        let galley = painter.layout(words.to_owned(), font, color, cell.width());
        let x = if centred {
            cell.center().x - galley.size().x / 2.0
        } else {
            cell.left()
        };
        let y = cell.center().y - galley.size().y / 2.0;
        painter.galley(pos2(x, y), galley, color);
    };
    let cell = |row: usize, column: usize| {
        let min = rect.min + vec2(NAMES + CELL * column as f32, ROW * row as f32);
        Rect::from_min_size(min, vec2(CELL, ROW))
    };
    let heads = std::iter::once("—".to_owned())
        .chain(codes.iter().cloned())
        .chain(std::iter::once("?".to_owned()));
    for (column, head) in heads.enumerate() {
        let bold = fonts::semibold(t.type_scale.small);
        write(&head, bold, t.colors.muted, cell(0, column), true);
    }
    for (row, (name, shares)) in rows.iter().zip(&diagnosis.adaptive.confusion).enumerate() {
        let left = Rect::from_min_size(
            rect.min + vec2(0.0, ROW * (row + 1) as f32),
            vec2(NAMES - 10.0, ROW),
        );
        let words = match row.checked_sub(1).and_then(|at| codes.get(at)) {
            Some(code) => format!("{code} {name}"),
            None => format!("— {}", text::atelier_map_nobody()),
        };
        write(&words, font.clone(), t.colors.ink, left, false);
        for (column, share) in shares.iter().enumerate() {
            let at = cell(row + 1, column);
            let (fill, ink) = shade(*share);
            painter.rect_filled(at.shrink(1.0), 2.0, fill);
            if *share >= LEAST {
                let words = text::hundredths(*share);
                write(&words, font.clone(), ink, at, true);
            }
        }
    }
}

/// « Filet de sécurité : reconnu 78 % ; Pas à pas 9 % ».
fn sentence(row: usize, shares: &[f64], columns: &[String]) -> String {
    let right = shares.get(row).copied().unwrap_or(0.0);
    let mut words = vec![if row == 0 {
        text::atelier_map_right_stranger(text::hundredths(right))
    } else {
        text::atelier_map_right(text::hundredths(right))
    }];
    let mut others: Vec<(usize, f64)> = shares
        .iter()
        .copied()
        .enumerate()
        .filter(|(column, share)| *column != row && *share >= LEAST)
        .collect();
    others.sort_by(|a, b| b.1.total_cmp(&a.1));
    words.extend(others.into_iter().filter_map(|(column, share)| {
        let name = columns.get(column)?;
        Some(text::atelier_map_taken(
            name.as_str(),
            text::hundredths(share),
        ))
    }));
    words.join(", ")
}

fn sentences_ui(ui: &mut Ui, diagnosis: &Diagnosis, content: &KitContent) {
    let t = tokens();
    let columns = columns(diagnosis, content);
    let rows = names(diagnosis, content);
    let builder = UiBuilder::new()
        .id_salt("sentences")
        .accessibility_role(Role::Table)
        .accessibility_label(text::atelier_map_table());
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        caption(ui, text::atelier_map_table());
        gap(ui, 6.0);
        let shares = &diagnosis.adaptive.confusion;
        for (row, (name, shares)) in rows.iter().zip(shares).enumerate() {
            let words = sentence(row, shares, &columns);
            let builder = UiBuilder::new()
                .id_salt(("row", row))
                .accessibility_role(Role::Row)
                .accessibility_label(text::named(name, &words));
            ui.scope_builder(builder, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                let font = fonts::semibold(t.type_scale.small);
                widgets::text(ui, name.clone(), font, t.colors.ink);
                let font = fonts::regular(t.type_scale.small);
                widgets::text(ui, words, font, t.colors.muted);
            });
            gap(ui, 6.0);
        }
    });
}
