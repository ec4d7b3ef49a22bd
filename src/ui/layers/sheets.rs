//! Sheets one reads: the card, the key map, danger, and the screen turned to the person.

use eframe::egui::{Rect, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::keys::Key;
use crate::app::view;
use crate::app::{Action, Actions, Command, Moment, State};
use crate::domain::ids::PersonaId;
use crate::domain::interview::StepMark;
use crate::domain::vocab::{Channel, Severity};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::sign::sign;
use crate::ui::widgets::{self, caption, gap, hairline};

use super::frame::{cover, title_ui};

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
            text::quote(&persona.essence),
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
        text::card_say(),
        persona
            .say
            .iter()
            .filter(|s| s.channels.contains(&channel))
            .map(|s| s.text.clone())
            .collect(),
    );
    section(
        text::avoid(),
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
    section(text::motivations(), persona.motivations.clone());
    section(text::obstacles(), persona.obstacles.clone());
    section(
        text::card_confused(),
        persona
            .confused_with
            .iter()
            .filter_map(|c| {
                let name = state.kit.persona(c.persona.as_str())?.name.as_str();
                Some(text::named(name, c.ask_yourself.as_str()))
            })
            .collect(),
    );
    if state.may_follow(id)
        && Button::new(Kind::Loud, text::follow())
            .cap(&text::key_cap(Key::Enter))
            .show(ui)
            .clicked()
    {
        out.push(Action::Follow(id.clone()));
    }
}

/// Draws the key map: what has no command, then every command with its key.
pub(super) fn help_ui(ui: &mut Ui, state: &State) {
    let families: Vec<String> = state
        .kit
        .families
        .iter()
        .map(|f| f.key.to_string())
        .collect();
    let escape = text::key_cap(Key::Escape);
    let arrows = text::key_cap(Key::Up);
    let mut lines: Vec<(String, &str)> = vec![
        (families.join(" "), text::help_families_does()),
        (DIGITS.to_owned(), text::help_digits_does()),
        ("0".to_owned(), text::help_zero_does()),
        (arrows, text::help_arrows_does()),
    ];
    for command in Command::ALL {
        let caps = text::caps_of(*command, &state.settings);
        if !caps.is_empty() {
            lines.push((caps, text::command_help(*command)));
        }
    }
    lines.push((escape, text::keyed("cmd_escape_help")));
    let narrow = ui.available_width() < 520.0;
    for (caps, does) in lines {
        help_line(ui, &caps, does, narrow);
    }
    gap(ui, 10.0);
    let key = text::cap_of(Command::Training, &state.settings);
    paragraph(ui, text::help_training(key));
    gap(ui, 6.0);
    paragraph(ui, text::help_layouts());
}

/// Digits as the help shows them.
const DIGITS: &str = "1 … 9";

fn help_line(ui: &mut Ui, caps: &str, does: &str, narrow: bool) {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.small + 1.0);
    if narrow {
        widgets::line(ui, caps, font, t.colors.accent);
        paragraph(ui, does);
        gap(ui, 8.0);
        return;
    }
    ui.horizontal_top(|ui| {
        let (column, _) = ui.allocate_exact_size(vec2(170.0, 24.0), Sense::hover());
        let builder = UiBuilder::new().max_rect(column).id_salt(caps);
        widgets::line(&mut ui.new_child(builder), caps, font, t.colors.accent);
        paragraph(ui, does);
    });
    gap(ui, 3.0);
}

/// Draws the danger sheet over the whole window.
pub(super) fn danger_ui(ui: &mut Ui, state: &State, opened: bool, out: &mut Actions) {
    let t = tokens();
    cover(ui, text::danger_title(), t.colors.red_ground, |ui| {
        gap(ui, 16.0);
        let font = fonts::bold(t.type_scale.lead);
        title_ui(ui, text::danger_title(), font, t.colors.red, opened);
        gap(ui, 10.0);
        widgets::text(
            ui,
            text::danger_first(),
            fonts::semibold(t.type_scale.say),
            t.colors.ink,
        );
        if state.evidence().channel == Channel::Phone {
            gap(ui, 8.0);
            paragraph(ui, text::danger_phone());
        }
        for notice in state.identification.iter().flat_map(|i| &i.notices) {
            if notice.severity == Severity::Safety {
                gap(ui, 8.0);
                paragraph(ui, notice.text.clone());
            }
        }
        gap(ui, 18.0);
        for number in text::DANGER_NUMBERS {
            let what = text::danger_number(number);
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
                widgets::text(ui, what, fonts::regular(t.type_scale.body), t.colors.ink);
            });
        }
        gap(ui, 14.0);
        paragraph(ui, text::danger_local());
        gap(ui, 16.0);
        if Button::new(Kind::Choice, text::close())
            .cap(&text::key_cap(Key::Escape))
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
    });
}

/// Draws the screen turned to the person: agreed steps and way forward, in large type, nothing else.
pub(super) fn shared_ui(ui: &mut Ui, state: &State, opened: bool, out: &mut Actions) {
    let t = tokens();
    let facts = state.session.interview.facts();
    cover(ui, text::shared_title(), t.colors.surface, |ui| {
        gap(ui, 24.0);
        let font = fonts::bold(t.type_scale.lead);
        title_ui(ui, text::shared_title(), font, t.colors.ink, opened);
        gap(ui, 18.0);
        let steps: Vec<_> = view::steps(state, text::for_everyone())
            .into_iter()
            .filter(|s| {
                s.mark == Some(StepMark::Done)
                    || (s.mark.is_none() && state.moment() == Moment::Accompany)
            })
            .collect();
        if steps.is_empty() {
            widgets::text(
                ui,
                text::shared_empty(),
                fonts::regular(t.type_scale.say),
                t.colors.muted,
            );
        }
        for step in &steps {
            let words = match step.mark {
                Some(StepMark::Done) => text::shared_done(step.title.as_str()),
                _ => step.title.clone(),
            };
            widgets::text(ui, words, fonts::regular(t.type_scale.say), t.colors.ink);
            gap(ui, 12.0);
        }
        let procedure = state.session.procedure.as_ref();
        let procedure = procedure.and_then(|id| state.kit.procedures.iter().find(|p| &p.id == id));
        if let Some(procedure) = procedure.filter(|p| !p.documents.is_empty()) {
            gap(ui, 6.0);
            let font = fonts::semibold(t.type_scale.say);
            widgets::text(ui, text::shared_documents(), font, t.colors.ink);
            for document in &procedure.documents {
                gap(ui, 4.0);
                let font = fonts::regular(t.type_scale.say);
                widgets::text(ui, document.clone(), font, t.colors.ink);
            }
            gap(ui, 8.0);
        }
        if let Some(orientation) = facts.orientation {
            gap(ui, 6.0);
            let words = text::shared_next(text::term(orientation));
            widgets::text(ui, words, fonts::semibold(t.type_scale.say), t.colors.ink);
        }
        if let Some(outcome) = facts.outcome {
            gap(ui, 6.0);
            widgets::text(
                ui,
                text::term(outcome),
                fonts::semibold(t.type_scale.say),
                t.colors.ink,
            );
        }
        if !state.session.interview.is_blank() {
            gap(ui, 18.0);
            hairline(ui);
            gap(ui, 12.0);
            // Only what would leave, word for word: the person may have it read to them.
            let note = state.note().to_clipboard_text();
            let font = fonts::regular(t.type_scale.title);
            widgets::text(ui, note.trim_end(), font, t.colors.ink);
        }
        gap(ui, 24.0);
        hairline(ui);
        gap(ui, 14.0);
        widgets::text(
            ui,
            text::shared_promise(),
            fonts::regular(t.type_scale.title),
            t.colors.muted,
        );
        gap(ui, 18.0);
        if Button::new(Kind::Choice, text::close())
            .cap(&text::key_cap(Key::Escape))
            .show(ui)
            .clicked()
        {
            out.push(Action::Dismiss);
        }
    });
}
