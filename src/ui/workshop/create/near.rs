//! How a new persona differs from the nearest card, whether the two can be told apart, and the way to
//! the card.

use std::collections::BTreeSet;

use eframe::egui::{Ui, accesskit, vec2};

use super::{act, cues_ui, spoken};
use crate::app::workshop::WorkshopAction;
use crate::app::workshop::action::CreateAction;
use crate::app::workshop::creating::Step;
use crate::domain::ids::CueId;
use crate::domain::kit::Layer;
use crate::domain::workshop::apart::Apart;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, gap, hairline};
use crate::ui::workshop::ask;
use crate::ui::workshop::{Pen, heading, small};

/// The nearest card, what never occurs, and whether the two can be told apart.
pub(super) fn near_ui(ui: &mut Ui, inline: bool, pen: &mut Pen<'_>) {
    let creating = pen.workshop.creating.clone();
    heading(ui, text::atelier_like());
    gap(ui, 8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let profiles = pen
            .content
            .personas
            .iter()
            .filter(|persona| persona.layer == Layer::Profile);
        for persona in profiles {
            let button = Button::new(Look::Choice, &persona.name)
                .small()
                .chosen(creating.near.as_ref() == Some(&persona.id));
            if button.show(ui).clicked() {
                let near = CreateAction::Near(persona.id.clone());
                pen.out
                    .push(crate::app::Action::workshop(WorkshopAction::Create(near)));
            }
        }
    });
    if inline {
        gap(ui, 16.0);
        advice_ui(ui, pen);
    }
    gap(ui, 20.0);
    hairline(ui);
    gap(ui, 16.0);
    heading(ui, text::atelier_except());
    gap(ui, 2.0);
    small(ui, text::atelier_except_detail());
    gap(ui, 10.0);
    let never: BTreeSet<CueId> = creating.never.iter().cloned().collect();
    let typical: BTreeSet<CueId> = creating.typical.iter().cloned().collect();
    cues_ui(ui, &never, &typical, pen, CreateAction::Never);
}

/// Whether the two can be told apart, and the ways on.
pub(super) fn advice_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    verdict_ui(ui, pen);
    gap(ui, 16.0);
    let keep_texts = pen.workshop.creating.keep_texts;
    let keep = if keep_texts { Tick::Yes } else { Tick::Unknown };
    let words = text::atelier_keep_texts();
    if row(ui, words, keep, Trailing::Words(""), None, 44.0).clicked() {
        act(pen, CreateAction::KeepTexts(!keep_texts));
    }
    gap(ui, 16.0);
    finish_ui(ui, Some(Step::Words), pen);
}

/// The way to the card, and to the next screen if there is one.
pub(super) fn finish_ui(ui: &mut Ui, next: Option<Step>, pen: &mut Pen<'_>) {
    let enabled = pen.workshop.creating.may_go_on();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if Button::new(Look::Loud, text::atelier_create_now())
            .enabled(enabled)
            .show(ui)
            .clicked()
        {
            act(pen, CreateAction::Finish);
        }
        if let Some(next) = next
            && Button::new(Look::Choice, text::atelier_step_by_step())
                .enabled(enabled)
                .show(ui)
                .clicked()
        {
            act(pen, CreateAction::Step(next));
        }
    });
    gap(ui, 6.0);
    small(ui, text::atelier_create_what());
}

/// Whether the two can be told apart, at once.
fn verdict_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let Some(verdict) = pen.workshop.creating.verdict.clone() else {
        return;
    };
    ask::frame(ui, |ui| match verdict {
        Ok(verdict) => {
            let (words, color) = match verdict.apart {
                Apart::Well => (text::atelier_apart_well(), t.colors.accent),
                Apart::Barely => (text::atelier_apart_barely(), t.colors.amber),
                Apart::NotAtAll => (text::atelier_apart_not(), t.colors.red),
                Apart::Combines => (text::atelier_apart_combines(), t.colors.accent),
            };
            let font = fonts::bold(t.type_scale.title);
            widgets::text(ui, words, font, color);
            gap(ui, 6.0);
            let font = fonts::regular(t.type_scale.body);
            let said = widgets::text(ui, verdict.sentence, font, t.colors.ink);
            ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
        }
        Err(refusal) => spoken(ui, &refusal.to_string()),
    });
}
