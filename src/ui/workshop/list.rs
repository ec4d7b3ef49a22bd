//! The elements of a kind: tabs of the room, a filter, a row each with what is to correct in it.

use eframe::egui::{Id, ScrollArea, Sense, TextEdit, Ui, vec2};

use crate::app::workshop::{Asked, Room, Spot, WorkshopAction, elements};
use crate::domain::problem::Gravity;
use crate::domain::typography::fold;
use crate::domain::workshop::{Element, Kind};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::entry::{Entry, stepped};
use crate::ui::widgets::{self, caption, gap};

use super::home::back_ui;
use super::{Pen, ask, header, said, small, title_ui};

/// How the list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A page of its own.
    Page,
    /// Beside the sheet.
    Pane,
}

/// From so many elements on there is a filter.
const MANY: usize = 9;

/// Draws the list of a kind.
pub(super) fn list_ui(
    ui: &mut Ui,
    kind: Kind,
    chosen: Option<&Element>,
    shape: Shape,
    pen: &mut Pen<'_>,
) {
    let t = tokens();
    let room = Room::of(kind);
    if shape == Shape::Page {
        gap(ui, 12.0);
    }
    let back = if room == Some(Room::Advanced) {
        text::atelier_advanced()
    } else {
        text::atelier_back_home()
    };
    back_ui(ui, back, pen);
    gap(ui, 8.0);
    if shape == Shape::Page {
        header::message_ui(ui, pen);
    }
    let title = match room {
        Some(room) => text::workshop_room(room),
        None => text::workshop_kinds(kind),
    };
    title_ui(ui, title, t.type_scale.say, pen);
    gap(ui, 10.0);
    if let Some(room) = room.filter(|room| *room != Room::Advanced) {
        tabs_ui(ui, room, kind, pen);
        gap(ui, 12.0);
    }
    if kind == Kind::Manifest {
        return;
    }
    let all = elements(pen.content, kind);
    if all.len() >= MANY {
        filter_ui(ui, pen);
        gap(ui, 10.0);
    }
    if shape == Shape::Page
        && matches!(pen.workshop.asked, Some(Asked::Add(asked, _)) if asked == kind)
    {
        ask::name_ui(ui, pen);
        gap(ui, 12.0);
    }
    let foot = if shape == Shape::Pane { 60.0 } else { 0.0 };
    let rows = |ui: &mut Ui, pen: &mut Pen<'_>| rows_ui(ui, kind, &all, chosen, shape, pen);
    if shape == Shape::Pane {
        let height = (ui.available_height() - foot).max(120.0);
        ScrollArea::vertical()
            .id_salt(("list", kind.key()))
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                ui.set_width(ui.available_width() - 10.0);
                rows(ui, pen);
            });
        gap(ui, 10.0);
    } else {
        rows(ui, pen);
        gap(ui, 12.0);
    }
    add_ui(ui, kind, pen);
    if shape == Shape::Page {
        gap(ui, 24.0);
    }
}

fn tabs_ui(ui: &mut Ui, room: Room, kind: Kind, pen: &mut Pen<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for tab in room.kinds() {
            let button = Button::new(Look::Choice, text::workshop_kinds(*tab))
                .small()
                .chosen(*tab == kind);
            if button.show(ui).clicked() && *tab != kind {
                pen.memory.filter.clear();
                pen.push(WorkshopAction::Go(Spot::of_kind(*tab)));
            }
        }
    });
}

fn filter_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let edit = TextEdit::singleline(&mut pen.memory.filter)
        .id(Id::unique("atelier_filter"))
        .font(fonts::regular(t.type_scale.body))
        .hint_text(text::atelier_filter())
        .margin(vec2(10.0, 6.0))
        .event_filter(super::field::keys_of_a_field())
        .desired_width(ui.available_width());
    widgets::in_sight(ui.add(edit)).accessible_name(text::atelier_filter());
}

fn add_ui(ui: &mut Ui, kind: Kind, pen: &mut Pen<'_>) {
    if !pen.workshop.ours().may_add(kind) {
        return;
    }
    let words = text::workshop_add(kind);
    if Button::new(Look::Choice, words).show(ui).clicked() {
        pen.push(match kind {
            Kind::Persona => WorkshopAction::Go(Spot::Create),
            Kind::Rule | Kind::Link => WorkshopAction::Add(kind),
            kind => WorkshopAction::ask_for(kind),
        });
    }
}

/// The heading under which an element stands, if its kind has any.
fn group_of(element: &Element, pen: &Pen<'_>) -> Option<String> {
    use crate::domain::kit::Layer;
    match element {
        Element::Persona(id) => {
            let persona = pen.content.personas.iter().find(|p| &p.id == id)?;
            Some(
                match persona.layer {
                    Layer::Profile => text::atelier_profiles(),
                    Layer::Situation => text::atelier_situations(),
                }
                .to_owned(),
            )
        }
        Element::Cue(id) => {
            let cue = pen.content.cues.iter().find(|c| &c.id == id)?;
            let family = pen.content.families.iter().find(|f| f.id == cue.family)?;
            Some(family.title.clone())
        }
        Element::Procedure(id) => {
            let procedure = pen.content.procedures.iter().find(|p| &p.id == id)?;
            Some(text::term(procedure.theme).to_owned())
        }
        _ => None,
    }
}

fn rows_ui(
    ui: &mut Ui,
    kind: Kind,
    all: &[Element],
    chosen: Option<&Element>,
    shape: Shape,
    pen: &mut Pen<'_>,
) {
    let sought = fold(&pen.memory.filter);
    let mut shown: Vec<&Element> = all
        .iter()
        .filter(|element| {
            sought.is_empty()
                || fold(&text::element_title(element, pen.content)).contains(sought.as_str())
        })
        .collect();
    // Groups in the order they first come in, each whole.
    let groups: Vec<Option<String>> = {
        let mut seen = Vec::new();
        for element in &shown {
            let group = group_of(element, pen);
            if !seen.contains(&group) {
                seen.push(group);
            }
        }
        seen
    };
    shown.sort_by_key(|element| {
        let group = group_of(element, pen);
        groups.iter().position(|seen| *seen == group)
    });
    if all.is_empty() {
        said(ui, text::workshop_none(kind));
        return;
    }
    if shown.is_empty() {
        small(ui, text::atelier_filter_empty());
        return;
    }
    let at = shown.iter().position(|element| Some(*element) == chosen);
    // Beside a sheet the list is one stop of the Tab key; arrows go through it.
    let stop = (shape == Shape::Pane).then(|| at.unwrap_or(0));
    let mut group: Option<String> = None;
    for (number, element) in shown.iter().enumerate() {
        let of = group_of(element, pen);
        if of != group {
            if let Some(title) = &of {
                gap(ui, if group.is_some() { 12.0 } else { 2.0 });
                caption(ui, title.clone());
                gap(ui, 4.0);
            }
            group = of;
        }
        let sense = if stop.is_none_or(|stop| stop == number) {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let response = row_ui(ui, element, Some(*element) == chosen, sense, pen);
        if chosen == Some(*element) && pen.memory.row.as_ref() == Some(*element) {
            pen.memory.row = None;
            response.request_focus();
        }
        let mut wanted = response.clicked().then_some(number);
        if stop.is_some() {
            wanted = wanted.or(stepped(ui, &response, number, shown.len()));
        }
        if let Some(next) = wanted.and_then(|at| shown.get(at)) {
            if stop.is_some() {
                pen.memory.row = Some((*next).clone());
            }
            pen.push(WorkshopAction::Go(Spot::Sheets(
                kind,
                Some((*next).clone()),
            )));
        }
    }
}

fn row_id(element: &Element) -> Id {
    Id::unique("atelier_row").with(element.key())
}

/// What stands at the right of a row.
fn mark_of(element: &Element, pen: &Pen<'_>) -> Option<(String, bool)> {
    let findings = pen.workshop.checked().of_element(element);
    let (mut errors, mut others) = (0, 0);
    for finding in findings {
        match finding.gravity {
            Gravity::Error => errors += 1,
            Gravity::Warning => others += 1,
            Gravity::Info => {}
        }
    }
    match (errors, others) {
        (0, 0) => None,
        (0, _) => Some((text::atelier_mark_read().to_owned(), false)),
        _ => Some((text::atelier_mark_correct().to_owned(), true)),
    }
}

fn row_ui(
    ui: &mut Ui,
    element: &Element,
    chosen: bool,
    sense: Sense,
    pen: &Pen<'_>,
) -> eframe::egui::Response {
    let t = tokens();
    let title = text::element_title(element, pen.content);
    let mark = mark_of(element, pen);
    let mut entry = Entry::row(&title, chosen).sense(sense);
    if let Some((words, grave)) = &mark {
        let color = if *grave { t.colors.red } else { t.colors.amber };
        entry = entry.marked(words, color);
    }
    entry.show(ui, row_id(element))
}
