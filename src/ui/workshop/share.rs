//! « Diffuser à l’équipe »: what the draft changes, why, as what, where; then a second yes.
//!
//! It must never publish at one press, nor while something is to correct.

use std::path::{Path, PathBuf};

use eframe::egui::{Id, Rect, Response, TextEdit, Ui, accesskit, vec2};

use crate::app::workshop::sharing::{Published, Standing, Work};
use crate::app::workshop::{Asked, ShareAction, Spot, WorkshopAction};
use crate::domain::problem::Gravity;
use crate::domain::version::{REASON_MAX, ROLE_MAX, Unfit, VersionName, What};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap};

use super::changes::changes_ui;
use super::field::{keys_of_a_field, label_ui};
use super::home::back_ui;
use super::{Pen, ask, column, header, heading, said, small, title_ui, together};

/// Draws the page.
pub(super) fn share_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "share", 760.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        if pen.workshop.sharing.together.is_some() {
            together::together_ui(ui, pen);
            gap(ui, 32.0);
            return;
        }
        if pen.workshop.asked == Some(Asked::Publish) {
            confirm_ui(ui, pen);
            gap(ui, 32.0);
            return;
        }
        let (title, detail) = text::workshop_task(crate::app::workshop::Task::Share);
        title_ui(ui, title, t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, detail);
        gap(ui, 20.0);
        published_ui(ui, pen);
        folder_ui(ui, pen);
        work_ui(ui, pen);
        let standing = pen
            .workshop
            .desk()
            .and_then(|desk| pen.workshop.sharing.standing(desk));
        match standing {
            None => {}
            Some(Standing::Passed(version)) => passed_ui(ui, version, pen),
            Some(Standing::Unreadable(version)) => {
                gap(ui, 24.0);
                urgent(ui, text::share_unreadable(version.number.to_string()));
            }
            Some(Standing::First | Standing::Follows(_)) => news_ui(ui, pen),
        }
        gap(ui, 32.0);
    });
}

/// What is to be read at once, and heard.
pub(in crate::ui) fn urgent(ui: &mut Ui, words: impl Into<String>) {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.body);
    let said = widgets::text(ui, words, font, t.colors.red);
    ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Assertive));
}

/// What is being done elsewhere, and what went wrong there.
pub(super) fn work_ui(ui: &mut Ui, pen: &Pen<'_>) {
    let sharing = &pen.workshop.sharing;
    if let Some(work) = sharing.work.filter(|work| *work != Work::Choosing) {
        gap(ui, 10.0);
        let said = small(ui, text::share_work(work));
        ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
    }
    if let Some(trouble) = &sharing.trouble {
        gap(ui, 10.0);
        urgent(ui, trouble.clone());
        if sharing.work.is_none() {
            gap(ui, 6.0);
        }
    }
}

/// A line of typed text with its label.
pub(super) fn line_ui(
    ui: &mut Ui,
    id: &str,
    label: &str,
    typed: &mut String,
    most: usize,
) -> Response {
    let t = tokens();
    label_ui(ui, label);
    let edit = TextEdit::singleline(typed)
        .id(Id::unique("share").with(id))
        .font(fonts::regular(t.type_scale.body))
        .char_limit(most)
        .event_filter(keys_of_a_field())
        .margin(vec2(10.0, 8.0))
        .desired_width(ui.available_width());
    widgets::in_sight(ui.add(edit)).accessible_name(label)
}

/// A whole path, as typed.
pub(super) fn whole_path(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim();
    let path = Path::new(typed);
    (!typed.is_empty() && path.is_absolute()).then(|| path.to_owned())
}

/// Says that a path is not whole, if it is not.
pub(super) fn partial_ui(ui: &mut Ui, typed: &str) {
    if !typed.trim().is_empty() && whole_path(typed).is_none() {
        let t = tokens();
        gap(ui, 4.0);
        let font = fonts::semibold(t.type_scale.small);
        widgets::text(ui, text::settings_folder_absolute(), font, t.colors.red);
    }
}

/// Longest path that can be typed.
pub(super) const LONGEST_PATH: usize = 1_000;

/// The folder, and what is published there.
fn folder_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let sharing = &pen.workshop.sharing;
    let chosen = sharing.folder.clone();
    if pen.memory.folder_from != chosen {
        pen.memory.folder_from.clone_from(&chosen);
        pen.memory.folder = None;
    }
    let shown = || {
        chosen
            .as_ref()
            .map_or_else(String::new, |path| path.display().to_string())
    };
    let mut typed = pen.memory.folder.clone().unwrap_or_else(shown);
    let label = text::share_folder();
    let response = line_ui(ui, "folder", label, &mut typed, LONGEST_PATH);
    if response.changed() {
        pen.memory.folder = Some(typed.clone());
    }
    if response.lost_focus()
        && let Some(path) = whole_path(&typed)
        && chosen.as_ref() != Some(&path)
    {
        pen.push(WorkshopAction::Share(ShareAction::Folder(Some(path))));
    }
    partial_ui(ui, &typed);
    gap(ui, 6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let button = Button::new(Look::Choice, text::share_choose_folder()).small();
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::Share(ShareAction::ChooseFolder));
        }
        let again = Button::new(Look::Quiet, text::share_look_again()).small();
        if chosen.is_some() && again.show(ui).clicked() {
            pen.push(WorkshopAction::Share(ShareAction::Look));
        }
        let versions = pen.workshop.sharing.history();
        let some = versions.is_some_and(|history| !history.versions.is_empty());
        if some {
            let button = Button::new(Look::Quiet, text::share_versions()).small();
            if button.show(ui).clicked() {
                pen.push(WorkshopAction::Go(Spot::Versions));
            }
        }
    });
    follow_ui(ui, pen);
    let Some(history) = pen.workshop.sharing.history() else {
        if chosen.is_none() {
            gap(ui, 6.0);
            small(ui, text::share_folder_help());
        }
        return;
    };
    gap(ui, 8.0);
    let current = history.current.map(|name| {
        let version = history.versions.iter().find(|v| v.name == name);
        let header = version.and_then(|version| version.header.as_ref());
        match header {
            Some(header) => text::share_current(
                name.number.to_string(),
                text::day(header.notice.date()),
                header.notice.role(),
            ),
            None => text::share_current_bare(name.number.to_string()),
        }
    });
    small(
        ui,
        current.unwrap_or_else(|| {
            let nothing_there = history.versions.is_empty();
            let first = nothing_there.then(|| text::share_first().to_owned());
            first.unwrap_or_else(|| text::share_none_current().to_owned())
        }),
    );
}

/// Whether this station takes the kit from the folder in view, and the way to have it so.
fn follow_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let Some(folder) = &pen.workshop.sharing.folder else {
        return;
    };
    gap(ui, 8.0);
    if pen.settings.published_folder.as_ref() == Some(folder) {
        small(ui, text::share_followed());
    } else if pen.settings.is_locked("published_folder") {
        small(ui, text::share_follow_locked());
    } else {
        small(ui, text::share_not_followed());
        gap(ui, 4.0);
        let button = Button::new(Look::Quiet, text::share_follow()).small();
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::Share(ShareAction::Follow));
        }
    }
}

/// What came of publishing.
pub(super) fn published_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let t = tokens();
    let Some(published) = pen.workshop.sharing.published.clone() else {
        return;
    };
    let conflict = matches!(published, Published::Conflict { .. });
    ask::frame(ui, |ui| {
        let words = text::share_published(&published);
        let color = if conflict {
            t.colors.amber
        } else {
            t.colors.ink
        };
        for (at, line) in words.into_iter().enumerate() {
            if at > 0 {
                gap(ui, 4.0);
            }
            let font = if at == 0 {
                fonts::semibold(t.type_scale.body)
            } else {
                fonts::regular(t.type_scale.body)
            };
            let said = widgets::text(ui, line, font, if at == 0 { color } else { t.colors.ink });
            ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Assertive));
        }
        gap(ui, 10.0);
        let button = Button::new(Look::Choice, text::atelier_understood()).small();
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::Share(ShareAction::Read));
        }
    });
    gap(ui, 20.0);
}

/// Somebody published since: what they changed, and the way to put both together.
fn passed_ui(ui: &mut Ui, version: VersionName, pen: &mut Pen<'_>) {
    gap(ui, 24.0);
    ask::frame(ui, |ui| {
        heading(ui, &text::share_passed(version.number.to_string()));
        gap(ui, 4.0);
        said(ui, text::share_passed_detail());
        gap(ui, 14.0);
        if Button::new(Look::Loud, text::share_together())
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Share(ShareAction::Together));
        }
    });
    gap(ui, 24.0);
    heading(ui, text::share_theirs());
    let theirs = &pen.workshop.sharing.theirs;
    changes_ui(ui, text::share_theirs(), theirs, pen.memory);
}

/// What the draft changes, and the words that go with it.
fn news_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    gap(ui, 28.0);
    heading(ui, text::share_changes());
    gap(ui, 4.0);
    let sharing = &pen.workshop.sharing;
    let changes = &sharing.changes;
    if !sharing.has_news() {
        said(ui, text::share_no_news());
        return;
    }
    if changes.is_empty() {
        said(ui, text::share_first_same());
    } else {
        changes_ui(ui, text::share_changes(), changes, pen.memory);
    }
    gap(ui, 28.0);
    let errors = pen.workshop.checked().count(Gravity::Error);
    if errors > 0 {
        urgent(ui, text::share_refused(errors));
        gap(ui, 10.0);
        if Button::new(Look::Loud, text::share_see_errors())
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Go(Spot::Health));
        }
        return;
    }
    words_ui(ui, pen);
    let ready = pen.workshop.sharing.work.is_none();
    let button = Button::new(Look::Loud, text::share_go()).enabled(ready);
    if button.show(ui).clicked() {
        pen.push(WorkshopAction::Share(ShareAction::Ask));
    }
    gap(ui, 6.0);
    small(ui, text::share_go_detail());
}

/// Why, and as what.
pub(super) fn words_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let sharing = &pen.workshop.sharing;
    let unfit = sharing.unfit.clone();
    let mut reason = sharing.reason.clone();
    let mut role = sharing.role.clone();
    if line_ui(ui, "reason", text::share_reason(), &mut reason, REASON_MAX).changed() {
        pen.push(WorkshopAction::Share(ShareAction::Reason(reason)));
    }
    gap(ui, 4.0);
    small(ui, text::share_reason_help());
    unfit_ui(ui, unfit.as_ref(), What::Reason);
    gap(ui, 14.0);
    if line_ui(ui, "role", text::share_role(), &mut role, ROLE_MAX).changed() {
        pen.push(WorkshopAction::Share(ShareAction::Role(role)));
    }
    gap(ui, 4.0);
    small(ui, text::share_role_help());
    unfit_ui(ui, unfit.as_ref(), What::Role);
    gap(ui, 20.0);
}

fn unfit_ui(ui: &mut Ui, unfit: Option<&Unfit>, what: What) {
    let here = match unfit {
        Some(Unfit::Empty(of) | Unfit::TooLong(of, _) | Unfit::Personal(of, _)) => *of == what,
        Some(Unfit::NoDate) => what == What::Role,
        None => false,
    };
    if let Some(unfit) = unfit.filter(|_| here) {
        gap(ui, 4.0);
        urgent(ui, unfit.to_string());
    }
}

/// The second yes.
fn confirm_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let sharing = &pen.workshop.sharing;
    let number = match sharing.history().and_then(|history| history.current) {
        Some(current) => current.number + 1,
        None => 1,
    };
    let folder = sharing.folder.clone().unwrap_or_default();
    let details = [
        text::share_confirm_changes(sharing.changes.len()),
        text::share_confirm_words(sharing.reason.trim(), sharing.role.trim()),
        text::share_confirm_folder(folder.display().to_string()),
    ];
    ask::frame(ui, |ui| {
        ask::question(ui, text::share_confirm(number.to_string()), pen);
        gap(ui, 8.0);
        for detail in details {
            said(ui, detail);
            gap(ui, 4.0);
        }
        gap(ui, 4.0);
        small(ui, text::share_confirm_detail());
        gap(ui, 18.0);
        ask::ways_ui(ui, text::share_yes(), text::share_not_yet(), true, pen);
    });
}
