//! The last three screens of a new persona, for who wants to be guided: words, steps, situations
//! that test it.

use eframe::egui::Ui;

use super::near::finish_ui;
use super::{Made, act, next_ui, typed_ui};
use crate::app::workshop::action::CreateAction;
use crate::app::workshop::creating::Step;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::Kind as Look;
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, gap, hairline};
use crate::ui::workshop::{Pen, said, small};

/// A sentence to say, and something to avoid.
pub(super) fn words_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let creating = pen.workshop.creating.clone();
    let fields: [(&str, &str, &str, Made); 3] = [
        (
            text::atelier_words_say(),
            "say",
            &creating.say,
            CreateAction::Say,
        ),
        (
            text::atelier_words_avoid(),
            "avoid",
            &creating.avoid,
            CreateAction::Avoid,
        ),
        (
            text::atelier_because(),
            "because",
            &creating.because,
            CreateAction::Because,
        ),
    ];
    for (label, salt, typed, made) in fields {
        if let Some(typed) = typed_ui(ui, label, salt, typed, true) {
            act(pen, made(typed));
        }
        gap(ui, 16.0);
    }
    gap(ui, 8.0);
    next_ui(ui, (Step::Steps, Look::Loud), text::atelier_go_on(), pen);
}

/// What to do, out of what the nearest card does.
pub(super) fn steps_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let offered = pen.workshop.creating.steps_offered(pen.content);
    let chosen = pen.workshop.creating.chosen_steps(pen.content);
    for id in &offered {
        let Some(step) = pen.content.steps.iter().find(|step| step.id == *id) else {
            continue;
        };
        let tick = if chosen.contains(id) {
            Tick::Yes
        } else {
            Tick::Unknown
        };
        let mode = Trailing::Words(text::term(step.mode));
        if row(ui, &step.title, tick, mode, None, 44.0).clicked() {
            act(pen, CreateAction::ToggleStep(id.clone()));
        }
    }
    if offered.is_empty() {
        small(ui, text::atelier_doing_none());
    }
    gap(ui, 24.0);
    next_ui(ui, (Step::Tests, Look::Loud), text::atelier_go_on(), pen);
}

/// Situations that test it, tried at once.
pub(super) fn tests_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let tests = pen.workshop.creating.tests.clone();
    for (at, test) in tests.iter().enumerate() {
        hairline(ui);
        gap(ui, 10.0);
        let passes = test.differences.is_empty();
        let (words, color) = if passes {
            (text::atelier_test_passes(), t.colors.accent)
        } else {
            (text::atelier_test_fails(), t.colors.amber)
        };
        let font = fonts::semibold(t.type_scale.small);
        widgets::text(ui, words, font, color);
        gap(ui, 2.0);
        said(ui, test.sentence.clone());
        for difference in &test.differences {
            gap(ui, 4.0);
            small(ui, difference.clone());
        }
        gap(ui, 6.0);
        let tick = if test.kept { Tick::Yes } else { Tick::Unknown };
        let words = text::atelier_test_keep(at + 1);
        if row(ui, &words, tick, Trailing::Words(""), None, 36.0).clicked() {
            act(pen, CreateAction::ToggleTest(at));
        }
        gap(ui, 10.0);
    }
    if tests.is_empty() {
        small(ui, text::atelier_tests_none());
    }
    hairline(ui);
    gap(ui, 20.0);
    finish_ui(ui, None, pen);
}
