//! Sheets one reads: the card, the key map, danger, and the screen turned to the person.

use eframe::egui::{Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::keys::HELP;
use crate::app::view;
use crate::app::{Action, Actions, Moment, State};
use crate::domain::ids::PersonaId;
use crate::domain::interview::StepMark;
use crate::domain::kit::Layer;
use crate::domain::vocab::{Channel, Severity};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::sign::sign;
use crate::ui::widgets::{self, caption, gap, hairline};

use super::cover;

fn paragraph(ui: &mut Ui, words: impl Into<String>) {
    let t = tokens();
    widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.ink);
}

/// Draws a persona's whole card.
pub(super) fn card_ui(ui: &mut Ui, state: &State, id: &PersonaId, out: &mut Actions) {
    let t = tokens();
    let Some(persona) = state.kit.persona(id.as_str()) else {
        return;
    };
    let channel = state.evidence().channel;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        if let Some(symbol) = &persona.symbol {
            sign(ui, symbol, 48.0);
        }
        widgets::text(
            ui,
            text::quoted(&persona.essence),
            fonts::semibold(t.type_scale.title),
            t.colors.ink,
        );
    });
    gap(ui, 14.0);
    let mut section = |title: &str, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        caption(ui, title);
        gap(ui, 2.0);
        for line in lines {
            gap(ui, 2.0);
            paragraph(ui, line);
        }
        gap(ui, 12.0);
    };
    section(
        text::CARD_SAY,
        persona
            .say
            .iter()
            .filter(|s| s.channels.contains(&channel))
            .map(|s| s.text.clone())
            .collect(),
    );
    section(
        text::AVOID,
        persona
            .avoid
            .iter()
            .map(|a| {
                if a.because.is_empty() {
                    a.text.clone()
                } else {
                    format!("{} ({})", a.text, a.because)
                }
            })
            .collect(),
    );
    section(text::MOTIVATIONS, persona.motivations.clone());
    section(text::OBSTACLES, persona.obstacles.clone());
    section(
        text::CARD_CONFUSED,
        persona
            .confused_with
            .iter()
            .filter_map(|c| {
                Some(format!(
                    "{} : {}",
                    state.kit.persona(c.persona.as_str())?.name,
                    c.ask_yourself
                ))
            })
            .collect(),
    );
    if persona.layer == Layer::Profile
        && state.moment() == Moment::Recognise
        && Button::new(Kind::Loud, text::CARD_FOLLOW)
            .cap("Entrée")
            .show(ui)
            .clicked()
    {
        out.push(Action::Follow(id.clone()));
    }
}

/// Draws the key map.
pub(super) fn help_ui(ui: &mut Ui) {
    let t = tokens();
    for line in HELP {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 25.0), Sense::hover());
        ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(line.caps), |ui| {
            ui.horizontal(|ui| {
                let column = Rect::from_min_size(rect.min, vec2(150.0, rect.height()));
                ui.scope_builder(UiBuilder::new().max_rect(column).id_salt("caps"), |ui| {
                    widgets::line(
                        ui,
                        line.caps,
                        fonts::semibold(t.type_scale.small + 1.0),
                        t.colors.accent,
                    );
                });
                let meaning = Rect::from_min_max(pos2(rect.left() + 160.0, rect.top()), rect.max);
                ui.scope_builder(UiBuilder::new().max_rect(meaning).id_salt("does"), |ui| {
                    widgets::line(
                        ui,
                        line.does,
                        fonts::regular(t.type_scale.body),
                        t.colors.ink,
                    );
                });
            });
        });
    }
}

/// Draws the danger sheet over the whole window.
pub(super) fn danger_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    cover(ui, text::DANGER_TITLE, t.colors.red_ground, |ui| {
        gap(ui, 16.0);
        widgets::text(
            ui,
            text::DANGER_TITLE,
            fonts::bold(t.type_scale.lead),
            t.colors.red,
        );
        gap(ui, 10.0);
        widgets::text(
            ui,
            text::DANGER_FIRST,
            fonts::semibold(t.type_scale.say),
            t.colors.ink,
        );
        if state.evidence().channel == Channel::Phone {
            gap(ui, 8.0);
            paragraph(ui, text::DANGER_PHONE);
        }
        for notice in state.identification.iter().flat_map(|i| &i.notices) {
            if notice.severity == Severity::Safety {
                gap(ui, 8.0);
                paragraph(ui, notice.text.clone());
            }
        }
        gap(ui, 18.0);
        for (number, what) in text::DANGER_NUMBERS {
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
            ui.painter().hline(
                rect.x_range(),
                rect.top(),
                eframe::egui::Stroke::new(1.0, t.colors.red.gamma_multiply(0.25)),
            );
            let figure = Rect::from_min_size(rect.min + vec2(0.0, 6.0), vec2(100.0, 32.0));
            ui.scope_builder(UiBuilder::new().max_rect(figure).id_salt(number), |ui| {
                widgets::line(ui, *number, fonts::bold(t.type_scale.say), t.colors.ink);
            });
            let meaning =
                Rect::from_min_max(pos2(rect.left() + 110.0, rect.top() + 10.0), rect.max);
            ui.scope_builder(UiBuilder::new().max_rect(meaning).id_salt(what), |ui| {
                widgets::line(ui, *what, fonts::regular(t.type_scale.body), t.colors.ink);
            });
        }
        gap(ui, 14.0);
        paragraph(ui, text::DANGER_LOCAL);
        gap(ui, 16.0);
        if Button::new(Kind::Choice, text::CLOSE)
            .cap("Échap")
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
    });
}

/// Draws the screen turned to the person: agreed steps and way forward, in large type, nothing else.
pub(super) fn shared_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let facts = state.session.interview.facts();
    cover(ui, text::SHARED_TITLE, t.colors.surface, |ui| {
        gap(ui, 24.0);
        widgets::text(
            ui,
            text::SHARED_TITLE,
            fonts::bold(t.type_scale.lead),
            t.colors.ink,
        );
        gap(ui, 18.0);
        let steps: Vec<_> = view::steps(state, text::FOR_EVERYONE)
            .into_iter()
            .filter(|s| {
                s.mark == Some(StepMark::Done)
                    || (s.mark.is_none() && state.moment() == Moment::Accompany)
            })
            .collect();
        if steps.is_empty() {
            widgets::text(
                ui,
                text::SHARED_EMPTY,
                fonts::regular(t.type_scale.say),
                t.colors.muted,
            );
        }
        for step in &steps {
            let words = match step.mark {
                Some(StepMark::Done) => format!("{} · {}", step.title, text::SHARED_DONE),
                _ => step.title.clone(),
            };
            widgets::text(ui, words, fonts::regular(t.type_scale.say), t.colors.ink);
            gap(ui, 12.0);
        }
        if let Some(orientation) = facts.orientation {
            gap(ui, 6.0);
            let words = format!("{} : {}", text::SHARED_NEXT, orientation.label());
            widgets::text(ui, words, fonts::semibold(t.type_scale.say), t.colors.ink);
        }
        if let Some(outcome) = facts.outcome {
            gap(ui, 6.0);
            widgets::text(
                ui,
                outcome.label(),
                fonts::semibold(t.type_scale.say),
                t.colors.ink,
            );
        }
        gap(ui, 24.0);
        hairline(ui);
        gap(ui, 14.0);
        widgets::text(
            ui,
            text::SHARED_PROMISE,
            fonts::regular(t.type_scale.title),
            t.colors.muted,
        );
        gap(ui, 18.0);
        if Button::new(Kind::Choice, text::CLOSE)
            .cap("Échap")
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
    });
}
