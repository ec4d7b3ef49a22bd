//! A case being changed: its facts and what is expected, in the fields of a sheet.
//!
//! It must never try a case by itself: that is done elsewhere, on every change.

use eframe::egui::{Ui, vec2};

use crate::app::workshop::{Asked, WorkshopAction};
use crate::domain::ids::{AnswerId, QuestionId};
use crate::domain::workshop::{Edit, Element, Field, Kind, Value, fields};
use crate::ui::text;
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::gap;
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};

use super::super::field::{field_ui, small_button};
use super::super::rules::{Offer, offers_ui};
use super::super::{Pen, ask, said};

/// What one may do with a case as such, and its fields once asked for.
pub(super) fn changing_ui(ui: &mut Ui, at: usize, pen: &mut Pen<'_>) {
    let case = Element::Case(at);
    if let Some(Asked::Delete(asked, hanging)) = pen.workshop.asked.clone()
        && asked == case
    {
        gap(ui, 12.0);
        ask::delete_ui(ui, &case, &hanging, pen);
        return;
    }
    let wished = pen.wish().is_some_and(|field| field.element == case);
    if wished {
        pen.memory.case = Some(at);
    }
    let open = pen.memory.case == Some(at);
    let title = case.title(pen.content);
    let words = if open {
        text::case_change_close()
    } else {
        text::case_change()
    };
    gap(ui, 12.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let name = text::case_change_name(title.as_str());
        let change = Button::new(Look::Choice, words).small();
        if change.chosen(open).name(&name).show(ui).clicked() {
            pen.memory.case = (!open).then_some(at);
        }
        let name = text::case_copy_name(title.as_str());
        let copy = Button::new(Look::Quiet, text::atelier_duplicate()).small();
        if copy.name(&name).show(ui).clicked() {
            pen.push(WorkshopAction::Duplicate(case.clone()));
        }
        let name = text::case_delete_name(title.as_str());
        let delete = Button::new(Look::Quiet, text::atelier_delete()).small();
        if delete.name(&name).show(ui).clicked() {
            pen.push(WorkshopAction::AskDelete(case.clone()));
        }
    });
    if open {
        gap(ui, 14.0);
        for name in fields::names(&case) {
            field_ui(ui, &Field::new(case.clone(), *name), pen);
        }
    }
    if wished && let Some((number, _)) = pen.workshop.wish() {
        pen.memory.granted = pen.memory.granted.max(*number);
    }
}

/// The answers of a case, and the way to one more.
pub(in crate::ui::workshop) fn given_ui(
    ui: &mut Ui,
    field: &Field,
    given: &[(QuestionId, AnswerId)],
    label: &str,
    pen: &mut Pen<'_>,
) {
    let set = |given: Vec<(QuestionId, AnswerId)>, pen: &mut Pen<'_>| {
        let value = Value::Given(given);
        pen.push(WorkshopAction::Edit(Edit::set(field.clone(), value)));
    };
    for (at, (question, answer)) in given.iter().enumerate() {
        let asked = Element::Question(question.clone()).title(pen.content);
        let words = Element::Answer(question.clone(), answer.clone()).title(pen.content);
        let words = text::essais_answer(asked, words);
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - 40.0;
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.set_width(width);
                said(ui, words.clone());
            });
            let name = text::atelier_take_out(words.as_str());
            if icon_button(ui, Picture::Cross, &name, "", Tone::Plain).clicked() {
                let mut left = given.to_vec();
                left.remove(at);
                set(left, pen);
            }
        });
        gap(ui, 6.0);
    }
    let words = text::case_answer();
    let name = text::named(label, words);
    if pen.memory.picking.as_ref() != Some(field) {
        if small_button(ui, words, &name) {
            pen.memory.picking = Some(field.clone());
            pen.memory.sought.clear();
        }
        return;
    }
    let questions = pen.content.questions.iter();
    let free = questions.filter(|question| given.iter().all(|(id, _)| *id != question.id));
    let offers: Vec<Offer<(QuestionId, AnswerId)>> = free
        .flat_map(|question| {
            question.answers.iter().map(|answer| {
                let words = text::essais_answer(question.ask.as_str(), answer.text.as_str());
                (words, (question.id.clone(), answer.id.clone()))
            })
        })
        .collect();
    let chosen = offers_ui(ui, &name, &offers, pen);
    let no = text::atelier_add_no();
    let stop = Button::new(Look::Quiet, no).small();
    if stop.name(&text::named(label, no)).show(ui).clicked() || chosen.is_some() {
        pen.memory.picking = None;
    }
    if let Some(one) = chosen {
        let mut more = given.to_vec();
        more.push(one);
        set(more, pen);
    }
}

/// Says whether something is to correct in a case.
pub(super) fn has_errors(at: usize, pen: &Pen<'_>) -> bool {
    let case = Element::Case(at);
    let mut findings = pen.workshop.checked().of_element(&case);
    findings.any(|finding| finding.gravity == crate::domain::problem::Gravity::Error)
}

/// The cases by their title, where they cannot be tried.
pub(super) fn untried_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let open = pen.workshop.bench.open;
    for case in crate::app::workshop::elements(pen.content, Kind::Case) {
        let Element::Case(at) = case else {
            continue;
        };
        let title = format!("{}. {}", at + 1, case.title(pen.content));
        let button = Button::new(Look::Choice, &title).small().wraps();
        let button = button.chosen(open == Some(at)).width(ui.available_width());
        if button.show(ui).clicked() {
            super::act(pen, crate::app::workshop::BenchAction::Open(at));
        }
        if open == Some(at) {
            changing_ui(ui, at, pen);
        }
        gap(ui, 6.0);
    }
}
