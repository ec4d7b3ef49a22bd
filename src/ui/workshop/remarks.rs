//! « Remarques de l’équipe »: what was left on the texts, each a way to its text; and the same at the field.
//!
//! It must never erase one at one press.

use std::path::Path;

use eframe::egui::{Rect, Ui, vec2};

use crate::app::Action;
use crate::app::remarks::RemarkAction;
use crate::app::workshop::{Asked, WorkshopAction};
use crate::domain::remark::Standing;
use crate::domain::workshop::{Field, fields};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::home::back_ui;
use super::share::urgent;
use super::{Pen, ask, column, header, heading, said, small, title_ui};

/// Draws the page.
pub(super) fn remarks_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "remarks", 760.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        if let Some(Asked::EraseRemark(path)) = pen.workshop.asked.clone() {
            erase_ui(ui, &path, pen);
            gap(ui, 32.0);
            return;
        }
        let (title, detail) = text::workshop_task(crate::app::workshop::Task::Remarks);
        title_ui(ui, title, t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, detail);
        gap(ui, 8.0);
        let button = Button::new(Look::Choice, text::remarks_look_again()).small();
        if button.show(ui).clicked() {
            pen.out.push(Action::Remark(RemarkAction::Look));
        }
        if let Some(trouble) = &pen.remarks.trouble {
            gap(ui, 12.0);
            urgent(ui, trouble.clone());
        }
        if pen.remarks.damaged > 0 {
            gap(ui, 12.0);
            small(ui, text::remarks_damaged(pen.remarks.damaged));
        }
        let standing = pen.remarks.standing.clone();
        if standing.is_empty() {
            gap(ui, 20.0);
            said(ui, text::remarks_none());
        }
        for (read, title) in [
            (false, text::remarks_unread()),
            (true, text::remarks_read()),
        ] {
            let of: Vec<&Standing> = standing.iter().filter(|s| s.read == read).collect();
            if of.is_empty() {
                continue;
            }
            gap(ui, 24.0);
            heading(ui, title);
            gap(ui, 10.0);
            for (at, one) in of.into_iter().enumerate() {
                hairline(ui);
                ui.push_id((read, at), |ui| standing_ui(ui, at + 1, one, pen));
            }
            hairline(ui);
        }
        gap(ui, 32.0);
    });
}

/// What was left on a text, under its field.
pub(super) fn field_ui(ui: &mut Ui, field: &Field, pen: &mut Pen<'_>) {
    let unread: Vec<Standing> = pen.remarks.unread_of(field).cloned().collect();
    for (at, one) in unread.iter().enumerate() {
        let t = tokens();
        gap(ui, 6.0);
        let font = fonts::semibold(t.type_scale.small);
        let words = text::remarks_at(one.remark.text());
        widgets::text(ui, words, font, t.colors.accent);
        gap(ui, 4.0);
        ui.push_id(("remark", at), |ui| mark_ui(ui, at + 1, one, pen));
    }
}

fn standing_ui(ui: &mut Ui, number: usize, one: &Standing, pen: &mut Pen<'_>) {
    let t = tokens();
    gap(ui, 10.0);
    let font = fonts::semibold(t.type_scale.body);
    widgets::text(ui, one.remark.text().to_owned(), font, t.colors.ink);
    gap(ui, 2.0);
    let field = one.remark.field();
    let here = fields::read(pen.content, field).is_some();
    let place = if here {
        text::field_place(field, pen.content)
    } else {
        text::remarks_other_kit().to_owned()
    };
    small(ui, place);
    let week = one.remark.week();
    small(
        ui,
        text::remarks_week(week.number.to_string(), week.year.to_string()),
    );
    gap(ui, 8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if here {
            let name = numbered(text::remarks_see(), number, one);
            let button = Button::new(Look::Choice, text::remarks_see())
                .small()
                .name(&name);
            if button.show(ui).clicked() {
                pen.push(WorkshopAction::GoTo(field.clone()));
            }
        }
        mark_ui(ui, number, one, pen);
        let name = numbered(text::remarks_erase(), number, one);
        let button = Button::new(Look::Quiet, text::remarks_erase())
            .small()
            .name(&name);
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::Ask(Asked::EraseRemark(one.path.clone())));
        }
    });
    gap(ui, 10.0);
}

/// A name that tells one remark's button from another's.
fn numbered(words: &str, number: usize, one: &Standing) -> String {
    text::ours_named(words, format!("{number}, {}", one.remark.text()))
}

fn mark_ui(ui: &mut Ui, number: usize, one: &Standing, pen: &mut Pen<'_>) {
    let words = if one.read {
        text::remarks_unmark()
    } else {
        text::remarks_mark()
    };
    let name = numbered(words, number, one);
    if Button::new(Look::Choice, words)
        .small()
        .name(&name)
        .show(ui)
        .clicked()
    {
        let mark = RemarkAction::Mark(one.path.clone(), !one.read);
        pen.out.push(Action::Remark(mark));
    }
}

fn erase_ui(ui: &mut Ui, path: &Path, pen: &mut Pen<'_>) {
    let asked = pen.remarks.standing.iter().find(|one| one.path == path);
    let words = asked.map_or_else(String::new, |one| one.remark.text().to_owned());
    ask::frame(ui, |ui| {
        ask::question(ui, text::remarks_erase_title(), pen);
        gap(ui, 6.0);
        said(ui, words);
        gap(ui, 4.0);
        small(ui, text::remarks_erase_detail());
        gap(ui, 18.0);
        ask::ways_ui(
            ui,
            text::remarks_erase_yes(),
            text::remarks_erase_no(),
            true,
            pen,
        );
    });
}
