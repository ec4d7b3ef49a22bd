//! A table being pasted: what it would change, what is wrong with it, and the way to take it.

use eframe::egui::{Id, Rect, TextEdit, Ui, vec2};

use crate::app::workshop::LevelsAction;
use crate::app::workshop::levels::{Pasting, Read};
use crate::domain::workshop::table::Take;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::super::field::{keys_of_a_field, label_ui};
use super::super::{LOW, Pen, column, header, heading, home, said, small, title_ui};
use super::act;

/// Lines shown of a long list.
const MANY: usize = 24;
/// Longest text one may paste here.
const LONGEST: usize = 2 << 20;

/// Draws the page.
pub(super) fn pasting_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let Some(pasting) = pen.workshop.levels.pasting.clone() else {
        return;
    };
    column(ui, body, "levels-paste", 860.0, |ui| {
        gap(ui, 12.0);
        home::back_ui(ui, text::niveaux(), pen);
        gap(ui, 8.0);
        header::message_ui(ui, pen);
        title_ui(
            ui,
            text::niveaux_paste_title(),
            tokens().type_scale.say,
            pen,
        );
        gap(ui, 4.0);
        said(ui, text::niveaux_paste_detail());
        gap(ui, 12.0);
        let rows = if body.height() < LOW { 2 } else { 5 };
        field_ui(ui, &pasting, rows, pen);
        gap(ui, 14.0);
        if let Some(Read::Refused(refusal)) = &pasting.read {
            grave(ui, &refusal.to_string());
            gap(ui, 12.0);
        }
        ways_ui(ui, &pasting, pen);
        gap(ui, 20.0);
        read_ui(ui, &pasting);
        gap(ui, 24.0);
    });
}

fn field_ui(ui: &mut Ui, pasting: &Pasting, rows: usize, pen: &mut Pen<'_>) {
    let t = tokens();
    let label = label_ui(ui, text::niveaux_paste_field());
    let mut typed = pasting.text.clone();
    let id = Id::unique("niveaux_paste");
    let edit = TextEdit::multiline(&mut typed)
        .id(id)
        .font(fonts::regular(t.type_scale.small + 1.0))
        .desired_rows(rows)
        .char_limit(LONGEST)
        .event_filter(keys_of_a_field())
        .margin(vec2(10.0, 8.0))
        .desired_width(ui.available_width());
    let response = eframe::egui::ScrollArea::vertical()
        .id_salt("niveaux_paste_field")
        .max_height(150.0)
        .show(ui, |ui| {
            widgets::in_sight(ui.add(edit)).labelled_by(label.id)
        })
        .inner;
    if pasting.read.is_none() && !response.has_focus() && ui.memory(|m| m.focused().is_none()) {
        // Ready to paste at once.
        response.request_focus();
    }
    if response.changed() && typed != pasting.text {
        act(pen, LevelsAction::PasteText(typed));
    }
}

fn grave(ui: &mut Ui, words: &str) {
    let t = tokens();
    widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.red);
}

/// The ways out.
fn ways_ui(ui: &mut Ui, pasting: &Pasting, pen: &mut Pen<'_>) {
    let bad = pasting.pasted().map_or(0, |pasted| pasted.bad.len());
    let (words, take) = if bad > 0 {
        (text::niveaux_paste_take_good(), Take::Good)
    } else {
        (text::niveaux_paste_take(), Take::All)
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if Button::new(Look::Loud, words)
            .enabled(!pasting.changes.is_empty())
            .show(ui)
            .clicked()
        {
            act(pen, LevelsAction::TakePaste(take));
        }
        if Button::new(Look::Quiet, text::niveaux_paste_no())
            .show(ui)
            .clicked()
        {
            pen.push(crate::app::WorkshopAction::Back);
        }
    });
}

/// What cannot be read, with its cure; then what would change.
fn read_ui(ui: &mut Ui, pasting: &Pasting) {
    let Some(pasted) = pasting.pasted() else {
        return;
    };
    if !pasted.bad.is_empty() {
        heading(ui, &text::niveaux_paste_bad(pasted.bad.len()));
        gap(ui, 2.0);
        small(ui, text::niveaux_paste_cure());
        gap(ui, 8.0);
        list_ui(ui, pasted.bad.len(), |ui, at| {
            if let Some(bad) = pasted.bad.get(at) {
                grave(ui, &bad.sentence());
            }
        });
        gap(ui, 16.0);
    }
    heading(ui, &text::niveaux_paste_changes(pasting.changes.len()));
    gap(ui, 8.0);
    list_ui(ui, pasting.changes.len(), |ui, at| {
        if let Some(change) = pasting.changes.get(at) {
            said(
                ui,
                text::niveaux_paste_change(
                    change.persona.as_str(),
                    change.about.as_str(),
                    text::level_word(&change.before),
                    text::level_word(&change.after),
                ),
            );
        }
    });
}

fn list_ui(ui: &mut Ui, count: usize, mut line: impl FnMut(&mut Ui, usize)) {
    for at in 0..count.min(MANY) {
        hairline(ui);
        gap(ui, 5.0);
        line(ui, at);
        gap(ui, 5.0);
    }
    if count > MANY {
        small(ui, text::niveaux_paste_more(count - MANY));
    }
}
