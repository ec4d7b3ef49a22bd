//! « Préparer un atelier » on screen: length, wishes and scenarios at the left, running order and what is
//! printed at the right.
//!
//! It must never ask who takes part, nor show a mark.

mod order;
mod scenarios;

use eframe::egui::{Rect, Ui, vec2};

use crate::app::workshop::{PrepareAction, Task, WorkshopAction};
use crate::domain::training::scenario::Scenario;
use crate::domain::training::session::{Length, PEOPLE};
use crate::domain::vocab::{Channel, Theme};
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::icon_button::{Picture, Tone, icon_button};
use crate::ui::widgets::{self, gap};

use super::field::label_ui;
use super::home::back_ui;
use super::{Pen, column, header, heading, said, small, title_ui};

/// Width from which the running order stands beside the choices.
const BESIDE: f32 = 900.0;
/// Space between the two.
const BETWEEN: f32 = 40.0;
/// Width from which length and participants stand side by side, and that of the first.
const ROW: f32 = 560.0;
const LENGTHS: f32 = 236.0;

/// Draws the page.
pub(super) fn prepare_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "prepare", 1240.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        let (title, _) = text::workshop_task(Task::Prepare);
        title_ui(ui, title, t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, text::seance_detail());
        gap(ui, 20.0);
        let Some(shelf) = pen.workshop.preparing.shelf.clone() else {
            said(ui, text::seance_reading());
            return;
        };
        if shelf.unread > 0 {
            small(ui, text::seance_unread(shelf.unread));
            gap(ui, 12.0);
        }
        let workshop = pen.workshop;
        let playable = workshop.preparing.playable(pen.content);
        let left_out = shelf.all.len().saturating_sub(playable.len());
        if left_out > 0 {
            small(ui, text::seance_left_out(left_out));
            gap(ui, 12.0);
        }
        if playable.is_empty() {
            said(ui, text::seance_empty());
            gap(ui, 32.0);
            return;
        }
        let picked = workshop.preparing.picked(&playable);
        let width = ui.available_width();
        if width < BESIDE {
            choices_ui(ui, (&playable, &picked), pen);
            gap(ui, 28.0);
            order::order_ui(ui, &picked, pen);
        } else {
            let left = ((width - BETWEEN) * 0.54).round();
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                ui.vertical(|ui| {
                    ui.set_width(left);
                    choices_ui(ui, (&playable, &picked), pen);
                });
                ui.add_space(BETWEEN);
                ui.vertical(|ui| {
                    ui.set_width(width - BETWEEN - left);
                    order::order_ui(ui, &picked, pen);
                });
            });
        }
        gap(ui, 32.0);
    });
}

fn push(pen: &mut Pen<'_>, action: PrepareAction) {
    pen.push(WorkshopAction::Prepare(action));
}

/// How long, with how many, what for, and which scenarios.
fn choices_ui(ui: &mut Ui, (playable, picked): (&[&Scenario], &[&Scenario]), pen: &mut Pen<'_>) {
    if ui.available_width() < ROW {
        length_ui(ui, pen);
        gap(ui, 14.0);
        people_ui(ui, pen);
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(36.0, 0.0);
            ui.vertical(|ui| {
                ui.set_width(LENGTHS);
                length_ui(ui, pen);
            });
            ui.vertical(|ui| people_ui(ui, pen));
        });
    }
    gap(ui, 22.0);
    heading(ui, text::seance_wish());
    gap(ui, 2.0);
    small(ui, text::seance_wish_detail());
    gap(ui, 10.0);
    wish_ui(ui, playable, pen);
    gap(ui, 22.0);
    scenarios::scenarios_ui(ui, playable, picked, pen);
}

fn length_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    label_ui(ui, text::seance_length());
    wrapped(ui, "length", |ui| {
        for length in Length::ALL {
            let words = text::seance_minutes(length.minutes());
            let name = text::named(text::seance_length(), &words);
            let chosen = pen.workshop.preparing.length == *length;
            if choice(ui, (&words, &name), chosen) {
                push(pen, PrepareAction::Length(*length));
            }
        }
    });
}

fn people_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    label_ui(ui, text::seance_people());
    let people = pen.workshop.preparing.people;
    let groups = crate::domain::training::session::groups(people).len();
    wrapped(ui, "people", |ui| {
        let mut step = |ui: &mut Ui, icon, name: &str, within: bool, action| {
            let tone = if within { Tone::Plain } else { Tone::Off };
            let button = icon_button(ui, Picture::Icon(icon), name, "", tone);
            if within && button.clicked() {
                push(pen, action);
            }
        };
        let fewer = people > *PEOPLE.start();
        let more = people < *PEOPLE.end();
        step(
            ui,
            icons::MINUS,
            text::seance_people_less(),
            fewer,
            PrepareAction::Less,
        );
        let t = tokens();
        let font = fonts::semibold(t.type_scale.title);
        widgets::line(ui, people.to_string(), font, t.colors.ink);
        step(
            ui,
            icons::PLUS,
            text::seance_people_more(),
            more,
            PrepareAction::More,
        );
    });
    gap(ui, 2.0);
    let people = text::seance_people_count(people);
    small(ui, format!("{people} · {}", text::seance_groups(groups)));
}

fn wish_ui(ui: &mut Ui, playable: &[&Scenario], pen: &mut Pen<'_>) {
    label_ui(ui, text::seance_personas());
    let personas = pen.content.personas.iter();
    let personas: Vec<_> = personas
        .filter(|one| {
            playable
                .iter()
                .any(|s| s.personas().any(|id| *id == one.id))
        })
        .map(|one| (one.id.clone(), one.name.clone()))
        .collect();
    wrapped(ui, "personas", |ui| {
        for (id, name) in personas {
            let chosen = pen.workshop.preparing.wish.personas.contains(&id);
            if choice(ui, (&name, &name), chosen) {
                push(pen, PrepareAction::Persona(id));
            }
        }
    });
    gap(ui, 12.0);
    label_ui(ui, text::seance_channel());
    let chosen = pen.workshop.preparing.wish.channel;
    let channels = Channel::ALL
        .iter()
        .map(|one| (text::term(*one), Some(*one)));
    wrapped(ui, "channels", |ui| {
        for (words, channel) in std::iter::once((text::seance_any(), None)).chain(channels) {
            let name = text::named(text::seance_channel(), words);
            if choice(ui, (words, &name), chosen == channel) {
                push(pen, PrepareAction::Channel(channel));
            }
        }
    });
    gap(ui, 12.0);
    label_ui(ui, text::seance_theme());
    let chosen = pen.workshop.preparing.wish.theme;
    let themes = Theme::ALL
        .iter()
        .filter(|one| playable.iter().any(|s| s.theme == **one));
    let themes = themes.map(|one| (text::term(*one), Some(*one)));
    wrapped(ui, "themes", |ui| {
        for (words, theme) in std::iter::once((text::seance_any(), None)).chain(themes) {
            let name = text::named(text::seance_theme(), words);
            if choice(ui, (words, &name), chosen == theme) {
                push(pen, PrepareAction::Theme(theme));
            }
        }
    });
}

/// Buttons that go on to the next line.
fn wrapped(ui: &mut Ui, salt: &str, add: impl FnOnce(&mut Ui)) {
    ui.push_id(("prepare", salt), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            add(ui);
        });
    });
}

fn choice(ui: &mut Ui, (words, name): (&str, &str), chosen: bool) -> bool {
    let button = Button::new(Look::Choice, words).small().name(name);
    button.chosen(chosen).show(ui).clicked()
}
