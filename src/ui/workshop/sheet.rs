//! The sheet of an element: what one may do with it, and its fields in groups.

use eframe::egui::Ui;

use crate::app::workshop::{Asked, Room, Spot, WorkshopAction};
use crate::domain::workshop::{Element, Field, Index, Kind, Name};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::groups::{self, Group};
use super::home::back_ui;
use super::{Pen, ask, field, header, heading, ours, outdent, said, small, title_ui};

/// The way back from a sheet that is a page of its own.
pub(super) fn back_ui_of(ui: &mut Ui, kind: Kind, pen: &mut Pen<'_>) {
    gap(ui, 12.0);
    let words = match Room::of(kind) {
        Some(room) if kind != Kind::Manifest => text::workshop_room(room),
        _ => text::atelier_advanced(),
    };
    back_ui(ui, words, pen);
    gap(ui, 8.0);
}

/// What is there before anything is chosen.
pub(super) fn none_ui(ui: &mut Ui, kind: Kind, pen: &mut Pen<'_>) {
    header::message_ui(ui, pen);
    if matches!(&pen.workshop.asked, Some(Asked::Add(asked, _)) if *asked == kind) {
        ask::name_ui(ui, pen);
        return;
    }
    gap(ui, 64.0);
    heading(ui, text::atelier_choose());
    gap(ui, 4.0);
    let words = text::workshop_kind_detail(kind);
    said(ui, words);
}

/// Draws the sheet.
pub(super) fn sheet_ui(ui: &mut Ui, element: &Element, pen: &mut Pen<'_>) {
    header::message_ui(ui, pen);
    match pen.workshop.asked.clone() {
        Some(Asked::Delete(asked, hanging)) if asked == *element => {
            ask::delete_ui(ui, element, &hanging, pen);
            return;
        }
        Some(Asked::Add(..)) => {
            ask::name_ui(ui, pen);
            gap(ui, 16.0);
            hairline(ui);
            gap(ui, 16.0);
        }
        _ => {}
    }
    head_ui(ui, element, pen);
    ours::sheet_note_ui(ui, element, pen);
    let all = groups::of(element.kind());
    for (number, group) in all.iter().enumerate() {
        group_ui(ui, element, group, number, pen);
    }
    if let Element::Question(id) = element {
        answers_ui(ui, id, pen);
    }
    // What has no field here cannot be brought forward: the sheet itself is.
    if let Some((number, _)) = pen.workshop.wish() {
        pen.memory.granted = pen.memory.granted.max(*number);
    }
}

/// Its name, its id, and what one may do with it.
fn head_ui(ui: &mut Ui, element: &Element, pen: &mut Pen<'_>) {
    let t = tokens();
    widgets::text(
        ui,
        text::workshop_kind(element.kind()),
        fonts::semibold(t.type_scale.small),
        t.colors.accent,
    );
    gap(ui, 2.0);
    let title = text::element_title(element, pen.content);
    // Rules and links have no name: their sentence is, smaller for it is longer.
    let unnamed = matches!(element, Element::Rule(_) | Element::Link(_));
    let size = if unnamed {
        t.type_scale.title
    } else {
        t.type_scale.say
    };
    title_ui(ui, &title, size, pen);
    if *element == Element::Manifest {
        gap(ui, 12.0);
        return;
    }
    gap(ui, 2.0);
    if let Some(Asked::Rename(asked, typed)) = pen.workshop.asked.clone()
        && asked == *element
    {
        ask::rename_ui(ui, &typed, pen);
    } else {
        if !unnamed {
            small(ui, text::atelier_id(element.id()));
            gap(ui, 6.0);
        }
        outdent(ui, 8.0, t.space.row, |ui| {
            acts_ui(ui, element, unnamed, pen)
        });
    }
    gap(ui, 14.0);
}

/// What one may do with it; of the kit of everyone a structure copies, or hides a step.
fn acts_ui(ui: &mut Ui, element: &Element, unnamed: bool, pen: &mut Pen<'_>) {
    let ours = pen.workshop.ours();
    let whole = !ours.is_on() || ours.is_own(element);
    let copies = ours.may_add(element.kind());
    let hides = matches!(element, Element::Step(_));
    let delete = if whole {
        text::atelier_delete()
    } else {
        text::ours_hide()
    };
    for (words, action, may) in [
        (
            text::atelier_duplicate(),
            WorkshopAction::Duplicate(element.clone()),
            copies,
        ),
        (
            text::atelier_rename(),
            WorkshopAction::Ask(Asked::Rename(element.clone(), element.id())),
            whole && !unnamed,
        ),
        (
            delete,
            WorkshopAction::AskDelete(element.clone()),
            whole || hides,
        ),
    ] {
        if may && Button::new(Look::Quiet, words).small().show(ui).clicked() {
            pen.push(action);
        }
    }
}

fn group_ui(ui: &mut Ui, element: &Element, group: &Group, number: usize, pen: &mut Pen<'_>) {
    let field = |name: &Name| Field::new(element.clone(), *name);
    let ours = pen.workshop.ours();
    if !group.names.iter().any(|name| ours.may_fill(&field(name))) {
        return;
    }
    if number > 0 {
        gap(ui, 10.0);
        hairline(ui);
        gap(ui, 16.0);
    }
    let key = (element.kind(), group.title);
    let wished = pen
        .wish()
        .is_some_and(|field| field.element == *element && group.names.contains(&field.name));
    if wished && group.rare {
        pen.memory.open.insert(key);
    }
    let open = !group.rare || pen.memory.open.contains(&key);
    if group.rare {
        let title = text::keyed(group.title);
        let words = if open {
            text::atelier_hide(title)
        } else {
            text::atelier_show(title)
        };
        if Button::new(Look::Choice, &words).small().show(ui).clicked()
            && !pen.memory.open.remove(&key)
        {
            pen.memory.open.insert(key);
        }
        gap(ui, 14.0);
    } else if !group.title.is_empty() {
        heading(ui, text::keyed(group.title));
        gap(ui, 12.0);
    }
    if open {
        for name in group.names {
            field::field_ui(ui, &Field::new(element.clone(), *name), pen);
        }
    }
}

/// The answers of a question, each with its words, its findings, and the way to take it out.
fn answers_ui(ui: &mut Ui, id: &crate::domain::ids::QuestionId, pen: &mut Pen<'_>) {
    let Some(question) = pen.content.questions.iter().find(|q| &q.id == id) else {
        return;
    };
    gap(ui, 10.0);
    hairline(ui);
    gap(ui, 16.0);
    heading(ui, text::workshop_kinds(Kind::Answer));
    gap(ui, 12.0);
    for answer in &question.answers {
        let element = Element::Answer(id.clone(), answer.id.clone());
        if let Some(Asked::Delete(asked, hanging)) = pen.workshop.asked.clone()
            && asked == element
        {
            ask::delete_ui(ui, &element, &hanging, pen);
            gap(ui, 16.0);
            continue;
        }
        for name in groups::of(Kind::Answer)
            .iter()
            .flat_map(|group| group.names)
        {
            // Other words on the phone are rare: they show where there are some.
            if *name == Name::TextPhone && answer.text_phone.is_none() {
                continue;
            }
            let field = Field {
                element: element.clone(),
                name: *name,
                index: Index::Whole,
            };
            field::answer_ui(ui, &field, pen);
        }
    }
    if pen.workshop.ours().is_on() {
        return;
    }
    if Button::new(Look::Choice, text::workshop_add(Kind::Answer))
        .small()
        .show(ui)
        .clicked()
    {
        // The question in view by itself is now the one chosen.
        let element = Element::Question(id.clone());
        pen.push(WorkshopAction::Go(Spot::Sheets(
            Kind::Question,
            Some(element),
        )));
        pen.push(WorkshopAction::ask_for(Kind::Answer));
    }
}
