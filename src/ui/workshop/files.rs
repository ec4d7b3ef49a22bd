//! « Échanger des fichiers »: the kit, a card alone, a table of cues and levels; what a file brings is
//! shown before it is taken in.

use eframe::egui::{Rect, Ui, vec2};

use crate::app::workshop::sharing::FilesAction;
use crate::app::workshop::sharing::files::{Brings, Given, Incoming};
use crate::app::workshop::{Task, WorkshopAction};
use crate::domain::workshop::single::Choice;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::changes::changes_ui;
use super::field::label_ui;
use super::home::back_ui;
use super::share::{LONGEST_PATH, line_ui, partial_ui, urgent, whole_path, work_ui};
use super::{Pen, column, header, heading, said, small, title_ui};

/// Draws the page.
pub(super) fn files_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "files", 760.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        if let Some(incoming) = pen.workshop.sharing.files.incoming.clone() {
            incoming_ui(ui, &incoming, pen);
            gap(ui, 32.0);
            return;
        }
        let (title, detail) = text::workshop_task(Task::Files);
        title_ui(ui, title, t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, detail);
        work_ui(ui, pen);
        let files = &pen.workshop.sharing.files;
        if let Some(trouble) = &files.trouble {
            gap(ui, 10.0);
            urgent(ui, trouble.clone());
        }
        if let Some(path) = &files.written {
            gap(ui, 10.0);
            said(ui, text::share_written(path.display().to_string()));
        }
        if let Some(name) = &files.taken {
            gap(ui, 10.0);
            said(ui, text::share_taken(name.as_str()));
        }
        gap(ui, 24.0);
        give_ui(ui, pen);
        gap(ui, 32.0);
        hairline(ui);
        gap(ui, 24.0);
        take_ui(ui, pen);
        gap(ui, 32.0);
    });
}

/// What is given to others.
fn give_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    heading(ui, text::share_give());
    gap(ui, 10.0);
    label_ui(ui, text::share_give_what());
    let given = pen.workshop.sharing.files.given.clone();
    let card = pen
        .content
        .personas
        .first()
        .map(|persona| persona.id.clone());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let mut choice = |ui: &mut Ui, words: &str, chosen: bool, to: Option<Given>| {
            let button = Button::new(Look::Choice, words).small().chosen(chosen);
            if button.show(ui).clicked()
                && let Some(to) = to
            {
                pen.push(WorkshopAction::files(FilesAction::Give(to)));
            }
        };
        let is_card = matches!(given, Given::Card(_));
        choice(
            ui,
            text::share_give_kit(),
            given == Given::Kit,
            Some(Given::Kit),
        );
        choice(ui, text::share_give_card(), is_card, card.map(Given::Card));
        choice(
            ui,
            text::share_give_table(),
            given == Given::Table,
            Some(Given::Table),
        );
    });
    if let Given::Card(chosen) = &given {
        gap(ui, 12.0);
        label_ui(ui, text::share_which_card());
        let cards: Vec<_> = pen
            .content
            .personas
            .iter()
            .map(|persona| (persona.id.clone(), persona.name.clone()))
            .collect();
        ui.push_id("cards", |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                for (id, name) in cards {
                    let button = Button::new(Look::Choice, &name)
                        .small()
                        .chosen(id == *chosen);
                    if button.show(ui).clicked() {
                        let give = FilesAction::Give(Given::Card(id));
                        pen.push(WorkshopAction::files(give));
                    }
                }
            });
        });
    }
    gap(ui, 6.0);
    small(ui, text::share_given(&given));
    gap(ui, 14.0);
    let mut typed = pen.memory.give.clone();
    if line_ui(
        ui,
        "give",
        text::share_give_path(),
        &mut typed,
        LONGEST_PATH,
    )
    .changed()
    {
        pen.memory.give.clone_from(&typed);
    }
    partial_ui(ui, &typed);
    gap(ui, 10.0);
    let idle = pen.workshop.sharing.work.is_none();
    ways_ui(
        ui,
        [text::share_write(), text::share_write_dialog()],
        (&typed, idle),
        pen,
        FilesAction::Write,
    );
}

/// The two ways to say where: the path typed, or a dialog. The one that can be used is the loud one.
fn ways_ui(
    ui: &mut Ui,
    [here, dialog]: [&str; 2],
    (typed, idle): (&str, bool),
    pen: &mut Pen<'_>,
    make: impl Fn(Option<std::path::PathBuf>) -> FilesAction,
) {
    let path = whole_path(typed);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let button = Button::new(Look::Choice, dialog).enabled(idle);
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::files(make(None)));
        }
        let button = Button::new(Look::Choice, here).enabled(idle && path.is_some());
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::files(make(path.clone())));
        }
    });
}

/// What comes from others.
fn take_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    heading(ui, text::share_take());
    gap(ui, 4.0);
    small(ui, text::share_take_detail());
    gap(ui, 14.0);
    let mut typed = pen.memory.take.clone();
    if line_ui(
        ui,
        "take",
        text::share_take_path(),
        &mut typed,
        LONGEST_PATH,
    )
    .changed()
    {
        pen.memory.take.clone_from(&typed);
    }
    partial_ui(ui, &typed);
    gap(ui, 10.0);
    let idle = pen.workshop.sharing.work.is_none();
    ways_ui(
        ui,
        [text::share_read(), text::share_read_dialog()],
        (&typed, idle),
        pen,
        FilesAction::Read,
    );
}

/// What a file brings, before it is taken in.
fn incoming_ui(ui: &mut Ui, incoming: &Incoming, pen: &mut Pen<'_>) {
    let t = tokens();
    let title = text::share_brings(incoming.name.as_str());
    title_ui(ui, &title, t.type_scale.lead, pen);
    gap(ui, 4.0);
    said(ui, text::share_brings_what(&incoming.brings));
    if let Some(trouble) = &pen.workshop.sharing.files.trouble {
        gap(ui, 10.0);
        urgent(ui, trouble.clone());
    }
    match &incoming.brings {
        Brings::Kit => {}
        Brings::Table(bad) if bad.is_empty() => {}
        Brings::Table(bad) => {
            gap(ui, 20.0);
            heading(ui, &text::share_bad_cells(bad.len()));
            for sentence in bad {
                gap(ui, 6.0);
                small(ui, sentence.clone());
            }
        }
        Brings::Card(_, clashes) => {
            for (at, clash) in clashes.iter().enumerate() {
                gap(ui, 14.0);
                hairline(ui);
                gap(ui, 10.0);
                let font = fonts::semibold(t.type_scale.body);
                widgets::text(ui, clash.what.clone(), font, t.colors.ink);
                gap(ui, 6.0);
                ui.push_id(at, |ui| {
                    ui.horizontal_wrapped(|ui| {
                        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                        for (choice, words) in [
                            (Choice::Keep, text::share_keep()),
                            (Choice::Rename, text::share_both()),
                            (Choice::Replace, text::share_replace()),
                        ] {
                            let name = text::share_keep_side(words, at + 1);
                            let button = Button::new(Look::Choice, words)
                                .small()
                                .name(&name)
                                .chosen(clash.choice == choice);
                            if button.show(ui).clicked() {
                                let settle = FilesAction::Settle(clash.element.clone(), choice);
                                pen.push(WorkshopAction::files(settle));
                            }
                        }
                    });
                });
            }
        }
    }
    gap(ui, 24.0);
    heading(ui, text::share_changes());
    let some = !incoming.changes.is_empty();
    if some {
        changes_ui(ui, text::share_changes(), &incoming.changes, pen.memory);
    } else {
        gap(ui, 4.0);
        said(ui, text::share_brings_nothing());
    }
    gap(ui, 20.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let button = Button::new(Look::Loud, text::share_take_in()).enabled(some);
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::files(FilesAction::Take));
        }
        let escape = text::key_cap(crate::app::keys::Key::Escape);
        let button = Button::new(Look::Quiet, text::share_leave()).cap(&escape);
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::files(FilesAction::Leave));
        }
    });
    gap(ui, 6.0);
    small(ui, text::share_take_in_detail());
}
