//! The kit workshop on screen: what one comes to do, lists and sheets, the card as agents see it.
//!
//! Pages stand on the grid of the panel. Views take the workshop's state and push its actions; what
//! they remember is where the focus is to go and what is being typed. They must never show a key of
//! a file, nor a task that is not built.

mod ask;
mod bench;
mod changes;
mod choices;
mod create;
mod field;
mod files;
mod groups;
mod header;
mod health;
mod heat;
mod home;
mod lean;
mod levels;
mod lines;
mod list;
mod map;
mod marks;
mod ours;
mod prepare;
mod preview;
mod remarks;
mod rules;
mod share;
mod sheet;
mod together;
mod versions;

pub use levels::heat_color;
pub(super) use preview::two_ui;
mod tryout;
pub(super) use field::keys_of_a_field;

pub(super) use share::urgent;

use eframe::egui::{
    Align, Id, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, accesskit,
    pos2, vec2,
};

use crate::app::local::Local;
use crate::app::remarks::Remarks;
use crate::app::workshop::{Asked, Spot, WorkshopAction, WorkshopState};
use crate::app::{Action, Actions, State};
use crate::domain::kit::KitContent;
use crate::domain::settings::Settings;
use crate::domain::workshop::{Element, Field, Kind};

use super::theme::{fonts, tokens};
use super::widgets::{self, gap};
use super::{panel, text};

/// From this width list and sheet stand side by side.
pub(super) const TWO_PANES: f32 = 860.0;
/// From this width the card as agents see it stands beside its sheet.
const THREE_PANES: f32 = 1160.0;
/// Height of a page under which it is one column that scrolls, whatever its width.
pub(super) const LOW: f32 = 420.0;

/// What the views remember that is not work.
#[derive(Debug, Default)]
pub struct Memory {
    spot: Option<Spot>,
    asked: Option<std::mem::Discriminant<Asked>>,
    /// The last wish for a field that was granted.
    granted: u64,
    /// A number being typed, as it stands.
    typing: Option<(Field, String)>,
    /// The list to which something is being added from a choice.
    picking: Option<Field>,
    /// Where a part of a rule is being chosen.
    choosing: Option<rules::Choosing>,
    /// Where it was chosen last, until the focus is back there.
    chosen: Option<rules::Choosing>,
    /// The case whose fields are open.
    case: Option<usize>,
    /// The row of the list that takes the focus once it is chosen.
    row: Option<Element>,
    /// What is looked for in the list, or among choices.
    filter: String,
    sought: String,
    /// Whether all that distinguishes the cards is in view.
    all_remarks: bool,
    /// What the layers of a try-out remember.
    layers: super::layers::LayerMemory,
    /// Groups of rarer fields that are open.
    open: std::collections::BTreeSet<(Kind, &'static str)>,
    /// Lists of differences that are shown whole, by title.
    whole: std::collections::BTreeSet<&'static str>,
    /// The folder of versions as typed, and the one it was typed over.
    folder: Option<String>,
    folder_from: Option<std::path::PathBuf>,
    /// The structure's folder as typed, and the one it was typed over.
    ours_folder: Option<String>,
    ours_from: Option<std::path::PathBuf>,
    /// Paths of files as typed.
    give: String,
    take: String,
    pack: String,
    /// The table of levels.
    levels: levels::Memory,
}

/// What every view of the workshop is given.
struct Pen<'a> {
    workshop: &'a WorkshopState,
    content: &'a KitContent,
    settings: &'a Settings,
    /// What is the structure's own, as this counter lives it.
    local: &'a Local,
    /// Remarks on the texts.
    remarks: &'a Remarks,
    /// The folder it is kept in.
    local_folder: Option<&'a std::path::Path>,
    /// Whether an administrator fixed that folder.
    local_locked: bool,
    /// Today, ISO.
    today: &'a str,
    memory: &'a mut Memory,
    out: &'a mut Actions,
    /// Whether the page was just turned: its title takes the focus.
    turned: bool,
    /// Whether something was just asked: its field takes the focus.
    just_asked: bool,
}

impl Pen<'_> {
    fn push(&mut self, action: WorkshopAction) {
        self.out.push(Action::workshop(action));
    }

    /// Says whether a field is to be brought forward, once.
    fn wants(&mut self, field: &Field) -> bool {
        match self.workshop.wish() {
            Some((number, wished)) if *number > self.memory.granted && wished == field => {
                self.memory.granted = *number;
                true
            }
            _ => false,
        }
    }

    /// The field wished for and not yet brought forward.
    fn wish(&self) -> Option<&Field> {
        self.workshop
            .wish()
            .filter(|(number, _)| *number > self.memory.granted)
            .map(|(_, field)| field)
    }
}

/// Draws the workshop.
pub fn workshop_ui(ui: &mut Ui, state: &State, memory: &mut Memory, out: &mut Actions) {
    let t = tokens();
    panel::ground_ui(ui);
    let full = ui.max_rect();
    let trying = *state.workshop.spot() == Spot::Try && state.workshop.content().is_some();
    let height = if trying {
        tryout::height(full.width())
    } else {
        header::height(ui)
    };
    let head = Rect::from_min_size(full.min, vec2(full.width(), height));
    let ground = if trying {
        t.colors.amber_ground
    } else {
        t.colors.surface
    };
    ui.painter().rect_filled(head, 0.0, ground);
    ui.painter().hline(
        full.x_range(),
        head.bottom(),
        Stroke::new(t.stroke.hairline, t.colors.line),
    );
    let margin = margin(full.width());
    panel::zone(
        ui,
        head.shrink2(vec2(margin, 0.0)),
        text::atelier_header(),
        |ui| {
            if trying {
                tryout::banner_ui(ui, state, full.width(), out);
            } else {
                header::header_ui(ui, state, full.width(), out);
            }
        },
    );
    let body = Rect::from_min_max(pos2(full.left(), head.bottom()), full.max);
    let workshop = &state.workshop;
    let Some(content) = workshop.content() else {
        column(ui, body, "opening", 640.0, |ui| {
            gap(ui, 24.0);
            said(ui, text::atelier_opening());
        });
        return;
    };
    let turned = memory.spot.as_ref().is_none_or(|before| {
        before != workshop.spot() && (before.room().is_none() || workshop.spot().room().is_none())
    });
    if memory.spot.as_ref() != Some(workshop.spot()) {
        memory.spot = Some(workshop.spot().clone());
        memory.picking = None;
        memory.choosing = None;
        memory.case = None;
        memory.typing = None;
        memory.sought.clear();
        memory.whole.clear();
        if turned {
            memory.filter.clear();
        }
    }
    let asked = workshop.asked.as_ref().map(std::mem::discriminant);
    let just_asked = asked.is_some() && memory.asked != asked;
    memory.asked = asked;
    let mut pen = Pen {
        workshop,
        content,
        settings: &state.settings,
        local: &state.local,
        remarks: &state.remarks,
        local_folder: state.settings.local_folder.as_deref(),
        local_locked: state.settings.is_locked("local_folder"),
        today: &state.today,
        memory,
        out,
        turned,
        just_asked,
    };
    match workshop.spot().clone() {
        Spot::Home => home::home_ui(ui, body, &mut pen),
        Spot::Advanced => home::advanced_ui(ui, body, &mut pen),
        Spot::Health => health::health_ui(ui, body, &mut pen),
        Spot::Create => create::create_ui(ui, body, &mut pen),
        Spot::Share => share::share_ui(ui, body, &mut pen),
        Spot::Versions => versions::versions_ui(ui, body, &mut pen),
        Spot::Files => files::files_ui(ui, body, &mut pen),
        Spot::Levels => levels::levels_ui(ui, body, &mut pen),
        Spot::Bench => bench::bench_ui(ui, body, &mut pen),
        Spot::Map => map::map_ui(ui, body, &mut pen),
        Spot::Prepare => prepare::prepare_ui(ui, body, &mut pen),
        Spot::Ours => ours::ours_ui(ui, body, &mut pen),
        Spot::Remarks => remarks::remarks_ui(ui, body, &mut pen),
        Spot::Try => tryout::tryout_ui(ui, body, state, &mut pen),
        Spot::Sheets(kind, element) => room_ui(ui, body, kind, element.as_ref(), &mut pen),
    }
}

/// Left and right margin of a page.
pub(super) fn margin(width: f32) -> f32 {
    if width < 640.0 {
        16.0
    } else {
        tokens().space.gutter
    }
}

/// Draws list, sheet and card: side by side, or one after the other.
fn room_ui(ui: &mut Ui, body: Rect, kind: Kind, element: Option<&Element>, pen: &mut Pen<'_>) {
    let t = tokens();
    let width = body.width();
    let low = body.height() < LOW;
    let gutter = margin(width);
    let side_by_side = width >= TWO_PANES && !low;
    if side_by_side != pen.workshop.is_side_by_side() {
        pen.push(WorkshopAction::SideBySide(side_by_side));
    }
    if !side_by_side {
        match element {
            None => column(ui, body, "list", 720.0, |ui| {
                list::list_ui(ui, kind, None, list::Shape::Page, pen);
            }),
            Some(element) => column(ui, body, "sheet", 720.0, |ui| {
                sheet::back_ui_of(ui, kind, pen);
                sheet::sheet_ui(ui, element, pen);
                if preview::has(element) && pen.workshop.asked.is_none() {
                    gap(ui, 24.0);
                    widgets::hairline(ui);
                    gap(ui, 16.0);
                    preview::preview_ui(ui, element, pen.content);
                }
                gap(ui, 24.0);
            }),
        }
        return;
    }
    // Side by side there is always a sheet, the first until another is chosen.
    let first = crate::app::workshop::elements(pen.content, kind)
        .into_iter()
        .next();
    let element = element.or(first.as_ref());
    let three = width >= THREE_PANES && element.is_none_or(preview::has);
    let edge = body.left() + if width >= 1240.0 { 344.0 } else { 312.0 };
    let second = if three {
        body.left() + (width * 0.70).round()
    } else {
        body.right()
    };
    let line = Stroke::new(t.stroke.hairline, t.colors.line);
    let lines = body.shrink2(vec2(0.0, 16.0)).y_range();
    ui.painter().vline(edge, lines, line);
    if three {
        ui.painter().vline(second, lines, line);
    }
    let pane = |left: f32, right: f32| {
        Rect::from_min_max(
            pos2(left + gutter, body.top() + 16.0),
            pos2(right - gutter, body.bottom() - 8.0),
        )
    };
    panel::zone(ui, pane(body.left(), edge), text::atelier_list(), |ui| {
        list::list_ui(ui, kind, element, list::Shape::Pane, pen);
    });
    let rect = pane(edge, second);
    panel::zone(ui, rect, text::atelier_sheet(), |ui| {
        // Another sheet begins at its top.
        let salt = element.map_or_else(String::new, Element::key);
        ScrollArea::vertical()
            .id_salt(("sheet", salt))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ui.set_width((rect.width() - 8.0).min(680.0));
                match element {
                    Some(element) => sheet::sheet_ui(ui, element, pen),
                    None => sheet::none_ui(ui, kind, pen),
                }
                gap(ui, 24.0);
            });
    });
    if let Some(element) = element.filter(|_| three) {
        let rect = pane(second, body.right());
        panel::zone(ui, rect, text::atelier_preview(), |ui| {
            ScrollArea::vertical()
                .id_salt("preview")
                .auto_shrink(false)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                    ui.set_width(rect.width() - 8.0);
                    preview::preview_ui(ui, element, pen.content);
                    gap(ui, 24.0);
                });
        });
    }
}

/// One column that scrolls, as wide as one reads.
fn column(ui: &mut Ui, body: Rect, salt: &str, most: f32, add: impl FnOnce(&mut Ui)) {
    let gutter = margin(body.width());
    let rect = Rect::from_min_max(
        pos2(body.left() + gutter, body.top()),
        pos2(body.right() - gutter + 8.0, body.bottom()),
    );
    let builder = UiBuilder::new()
        .max_rect(rect)
        .id_salt(("workshop", salt))
        .accessibility_role(Role::Region)
        .accessibility_label(text::atelier_page());
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical()
            .id_salt(("workshop", salt))
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ui.set_width((rect.width() - 8.0).min(most));
                widgets::scroll_by_page(ui);
                add(ui);
            });
    });
}

/// Running text.
pub(super) fn said(ui: &mut Ui, words: impl Into<String>) {
    let t = tokens();
    widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.ink);
}

/// Small secondary text.
pub(super) fn small(ui: &mut Ui, words: impl Into<String>) -> eframe::egui::Response {
    let t = tokens();
    let font = fonts::regular(t.type_scale.small);
    widgets::text(ui, words, font, t.colors.muted)
}

/// The title of a page, which takes the focus when the page is turned.
fn title_ui(ui: &mut Ui, title: &str, size: f32, pen: &mut Pen<'_>) {
    let taken = std::mem::take(&mut pen.turned) && pen.wish().is_none();
    focused_title(ui, title, size, taken);
}

/// A heading that can hold the focus, so that a screen reader begins there; it is no control, and
/// shows no ring.
pub(super) fn focused_title(ui: &mut Ui, title: &str, size: f32, taken: bool) {
    let t = tokens();
    let width = ui.available_width();
    let galley = ui.painter().layout(
        widgets::unbreakable(title),
        fonts::bold(size),
        t.colors.ink,
        width,
    );
    let sense = Sense::focusable_noninteractive();
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), sense);
    ui.painter().galley(rect.min, galley, t.colors.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, title));
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Heading);
        node.set_label(title);
    });
    if taken {
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// Something whose padding hangs out at the left, so that its words stand on the margin.
pub(super) fn outdent(ui: &mut Ui, by: f32, height: f32, add: impl FnOnce(&mut Ui)) {
    let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let builder = UiBuilder::new()
        .max_rect(rect.translate(vec2(-by, 0.0)))
        .layout(layout);
    // A child of its own: what hangs out does not move the margin.
    let mut child = ui.new_child(builder);
    child.spacing_mut().item_spacing = vec2(4.0, 4.0);
    add(&mut child);
    let taken = child.min_rect().height().max(height);
    ui.advance_cursor_after_rect(Rect::from_min_size(rect.min, vec2(rect.width(), taken)));
}

/// A heading within a page.
pub(super) fn heading(ui: &mut Ui, title: &str) {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.title);
    let response = widgets::text(ui, title, font, t.colors.ink);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Heading);
        node.set_label(title);
    });
}

/// The id of what a field is typed in.
fn id_of(field: &Field) -> Id {
    Id::unique("atelier").with(field.key())
}
