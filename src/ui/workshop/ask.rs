//! What waits for a second yes or for a name: said in place, with what it takes along.

use eframe::egui::{Frame, Id, Key, Margin, Stroke, TextEdit, Ui, vec2};

use crate::app::workshop::{Asked, WorkshopAction};
use crate::domain::workshop::Element;
use crate::domain::workshop::edit::{Dependent, Fallout};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, caption, gap, hairline, radius};

use super::{Pen, said, small};

/// A framed question.
pub(super) fn frame(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let t = tokens();
    Frame::new()
        .fill(t.colors.surface)
        .stroke(Stroke::new(t.stroke.hairline, t.colors.edge))
        .corner_radius(radius(t.radius.control))
        .inner_margin(Margin::same(20))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            add(ui);
        });
}

pub(super) fn question(ui: &mut Ui, words: impl Into<String>, pen: &mut Pen<'_>) {
    let t = tokens();
    let words = words.into();
    // Heard when it comes up, where the focus goes to a button or a field.
    let taken = std::mem::take(&mut pen.just_asked);
    super::focused_title(ui, &words, t.type_scale.title, taken);
}

/// The two ways out of a question; gives whether the answer is yes.
pub(super) fn ways_ui(ui: &mut Ui, yes: &str, no: &str, enabled: bool, pen: &mut Pen<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if Button::new(Look::Loud, yes)
            .enabled(enabled)
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Confirm);
        }
        if Button::new(Look::Quiet, no)
            .cap(&text::key_cap(crate::app::keys::Key::Escape))
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::AskNothing);
        }
    });
}

/// Giving up the draft.
pub(super) fn abandon_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    frame(ui, |ui| {
        question(ui, text::atelier_abandon_title(), pen);
        gap(ui, 6.0);
        said(ui, text::atelier_abandon_detail(pen.workshop.changes()));
        gap(ui, 18.0);
        ways_ui(
            ui,
            text::atelier_abandon_yes(),
            text::atelier_keep_draft(),
            true,
            pen,
        );
    });
}

/// Deleting an element: what hangs on it is said first.
pub(super) fn delete_ui(ui: &mut Ui, element: &Element, hanging: &[Dependent], pen: &mut Pen<'_>) {
    let t = tokens();
    let prevented = hanging.iter().any(|d| d.fallout == Fallout::Prevents);
    frame(ui, |ui| {
        let label = element.label(pen.content);
        let ours = pen.workshop.ours();
        let hides = ours.is_on() && !ours.is_own(element);
        let title = if hides {
            text::ours_hide_title(label)
        } else {
            text::atelier_delete_title(label)
        };
        question(ui, title, pen);
        gap(ui, 6.0);
        let words = match (hanging.is_empty(), prevented) {
            (true, _) => text::atelier_delete_alone(),
            (_, true) => text::atelier_delete_prevented(),
            (false, false) => text::atelier_delete_hanging(),
        };
        said(ui, words);
        gap(ui, 16.0);
        ways_ui(
            ui,
            if hides {
                text::ours_hide()
            } else {
                text::atelier_delete_yes()
            },
            text::atelier_delete_no(),
            !prevented,
            pen,
        );
        if !hanging.is_empty() {
            gap(ui, 18.0);
            caption(ui, text::atelier_hanging(hanging.len()));
            gap(ui, 4.0);
            for dependent in hanging {
                hairline(ui);
                gap(ui, 6.0);
                let color = match dependent.fallout {
                    Fallout::Gone | Fallout::Prevents => t.colors.red,
                    Fallout::Cleared | Fallout::Loosened => t.colors.ink,
                };
                let font = fonts::regular(t.type_scale.body);
                widgets::text(ui, dependent.what.clone(), font, color);
                gap(ui, 6.0);
            }
        }
    });
}

/// A name being typed; Entrée takes it.
fn typed_ui(ui: &mut Ui, typed: &str, label: &str, opened: bool, pen: &mut Pen<'_>) {
    let t = tokens();
    let mut name = typed.to_owned();
    let id = Id::unique("atelier_name");
    let edit = TextEdit::singleline(&mut name)
        .id(id)
        .font(fonts::regular(t.type_scale.body))
        .char_limit(super::field::LONGEST)
        .margin(vec2(10.0, 8.0))
        .event_filter(super::field::keys_of_a_field())
        .desired_width(ui.available_width());
    let response = widgets::in_sight(ui.add(edit)).accessible_name(label);
    if opened {
        response.request_focus();
        response.scroll_to_me(None);
    }
    if response.changed() {
        pen.push(WorkshopAction::Name(name));
    }
    if response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter)) {
        pen.push(WorkshopAction::Confirm);
    }
}

/// The name of a new element.
pub(super) fn name_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let Some(Asked::Add(kind, typed)) = pen.workshop.asked.clone() else {
        return;
    };
    let opened = std::mem::take(&mut pen.just_asked);
    frame(ui, |ui| {
        caption(ui, text::workshop_add(kind));
        gap(ui, 6.0);
        typed_ui(ui, &typed, text::workshop_name_of(kind), opened, pen);
        gap(ui, 4.0);
        small(ui, text::workshop_name_of(kind));
        gap(ui, 14.0);
        let named = !typed.trim().is_empty();
        ways_ui(
            ui,
            text::atelier_add_yes(),
            text::atelier_add_no(),
            named,
            pen,
        );
    });
}

/// Another identifier.
pub(super) fn rename_ui(ui: &mut Ui, typed: &str, pen: &mut Pen<'_>) {
    let opened = std::mem::take(&mut pen.just_asked);
    gap(ui, 6.0);
    frame(ui, |ui| {
        caption(ui, text::atelier_rename_title());
        gap(ui, 6.0);
        typed_ui(ui, typed, text::atelier_rename_title(), opened, pen);
        gap(ui, 4.0);
        small(ui, text::atelier_rename_detail());
        gap(ui, 14.0);
        let named = !typed.trim().is_empty();
        ways_ui(
            ui,
            text::atelier_rename_yes(),
            text::atelier_add_no(),
            named,
            pen,
        );
    });
}
