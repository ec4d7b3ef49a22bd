//! The draft and what a colleague published meanwhile, put together: what both changed is chosen, one by
//! one.
//!
//! It must never choose silently.

use eframe::egui::{Ui, vec2};

use crate::app::workshop::{ShareAction, WorkshopAction};
use crate::domain::workshop::merge::Side;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::{Pen, said, small, title_ui};

/// Draws it.
pub(super) fn together_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let Some(together) = pen.workshop.sharing.together.clone() else {
        return;
    };
    title_ui(ui, text::share_together_title(), t.type_scale.lead, pen);
    gap(ui, 4.0);
    let count = together.conflicts().count();
    let words = match count {
        0 => text::share_together_none().to_owned(),
        count => text::share_together_some(count),
    };
    said(ui, words);
    gap(ui, 16.0);
    for (at, (conflict, side)) in together.conflicts().enumerate() {
        hairline(ui);
        gap(ui, 12.0);
        let font = fonts::semibold(t.type_scale.body);
        let what = if side == conflict.kept {
            conflict.what.clone()
        } else {
            // The sentence says which one is kept at first.
            let field = conflict.field.as_ref();
            field.map_or_else(
                || conflict.element.label(pen.content),
                |field| field.label(pen.content),
            )
        };
        widgets::text(ui, what, font, t.colors.ink);
        gap(ui, 8.0);
        for (of, label, words) in [
            (Side::Ours, text::share_ours(), &conflict.ours),
            (Side::Theirs, text::share_their(), &conflict.theirs),
        ] {
            let words = match words.as_str() {
                "" => text::share_nothing_there(),
                words => words,
            };
            let name = text::share_keep_side(label, at + 1);
            ui.push_id((at, label), |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
                    let button = Button::new(Look::Choice, label)
                        .small()
                        .enabled(conflict.choice || side == of)
                        .name(&name)
                        .chosen(side == of);
                    if button.show(ui).clicked() && side != of {
                        pen.push(WorkshopAction::Share(ShareAction::Pick(at)));
                    }
                });
                gap(ui, 2.0);
                small(ui, words);
            });
            gap(ui, 8.0);
        }
    }
    hairline(ui);
    gap(ui, 18.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if Button::new(Look::Loud, text::share_together_yes())
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Share(ShareAction::TakeTogether));
        }
        if Button::new(Look::Quiet, text::share_later())
            .cap(&text::key_cap(crate::app::keys::Key::Escape))
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Back);
        }
    });
    gap(ui, 6.0);
    small(ui, text::share_together_detail());
}
