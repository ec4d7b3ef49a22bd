//! The versions that were: number, day, role, reason; what one changes in another; going back to one.
//!
//! It must never hide a file that is damaged, nor restore at one press.

use eframe::egui::{Rect, Ui, vec2};

use crate::app::workshop::{Asked, ShareAction, WorkshopAction};
use crate::domain::version::{Standing, Version, VersionName};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::changes::changes_ui;
use super::home::back_ui;
use super::share::{published_ui, words_ui, work_ui};
use super::{Pen, ask, column, header, heading, said, small, title_ui};

/// Draws the page.
pub(super) fn versions_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "versions", 760.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::share_back(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        if let Some(old) = pen.workshop.sharing.restoring {
            restore_ui(ui, old, pen);
            gap(ui, 32.0);
            return;
        }
        title_ui(ui, text::share_versions(), t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, text::share_versions_detail());
        gap(ui, 20.0);
        published_ui(ui, pen);
        let folder = pen.workshop.sharing.folder.as_ref();
        if let Some(folder) = folder {
            small(ui, text::share_confirm_folder(folder.display().to_string()));
        }
        work_ui(ui, pen);
        let Some(history) = pen.workshop.sharing.history().cloned() else {
            return;
        };
        if pen.workshop.sharing.comparison.chosen.len() == 2 {
            comparison_ui(ui, pen);
            gap(ui, 28.0);
            heading(ui, text::share_all_versions());
            gap(ui, 10.0);
        } else {
            gap(ui, 24.0);
        }
        for version in &history.versions {
            hairline(ui);
            version_ui(ui, version, pen);
        }
        hairline(ui);
        if !history.troubles.is_empty() {
            gap(ui, 24.0);
            heading(ui, text::share_troubles());
            for (path, what) in &history.troubles {
                gap(ui, 10.0);
                let name = crate::app::workshop::sharing::files::file_name(path);
                let font = fonts::semibold(t.type_scale.body);
                widgets::text(ui, name, font, t.colors.amber);
                gap(ui, 2.0);
                small(ui, what.clone());
            }
        }
        gap(ui, 32.0);
    });
}

/// Two versions side by side, once two are chosen.
fn comparison_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let comparison = &pen.workshop.sharing.comparison;
    let mut numbers: Vec<u32> = comparison.chosen.iter().map(|name| name.number).collect();
    numbers.sort_unstable();
    let [before, after] = numbers.as_slice() else {
        return;
    };
    gap(ui, 24.0);
    heading(
        ui,
        &text::share_between(before.to_string(), after.to_string()),
    );
    let Some(changes) = &comparison.changes else {
        return;
    };
    if changes.is_empty() {
        gap(ui, 4.0);
        said(ui, text::share_same());
    } else {
        changes_ui(ui, text::share_versions(), changes, pen.memory);
    }
}

fn version_ui(ui: &mut Ui, version: &Version, pen: &mut Pen<'_>) {
    let t = tokens();
    gap(ui, 12.0);
    let number = version.name.number.to_string();
    let standing = text::version_standing(version.standing);
    let color = match version.standing {
        Standing::Current => t.colors.accent,
        Standing::Past => t.colors.ink,
        Standing::Aside => t.colors.amber,
    };
    let title = text::share_version(number.as_str(), standing);
    let font = fonts::semibold(t.type_scale.body);
    widgets::text(ui, title, font, color);
    gap(ui, 2.0);
    match &version.header {
        Some(header) => {
            let notice = &header.notice;
            said(ui, notice.reason());
            gap(ui, 2.0);
            small(ui, text::share_who(text::day(notice.date()), notice.role()));
        }
        None => {
            said(ui, text::share_original());
        }
    }
    gap(ui, 8.0);
    ui.push_id(version.name.to_string(), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let sharing = &pen.workshop.sharing;
            let chosen = sharing.comparison.chosen.contains(&version.name);
            let name = text::share_compare_named(which(version.name));
            let button = Button::new(Look::Choice, text::share_compare())
                .small()
                .name(&name)
                .chosen(chosen);
            if button.show(ui).clicked() {
                pen.push(WorkshopAction::Share(ShareAction::Compare(version.name)));
            }
            if version.standing != Standing::Current {
                let name = text::share_restore_named(which(version.name));
                let button = Button::new(Look::Quiet, text::share_restore())
                    .small()
                    .name(&name);
                if button.show(ui).clicked() {
                    pen.push(WorkshopAction::Share(ShareAction::Restore(version.name)));
                }
            }
        });
    });
    gap(ui, 12.0);
}

/// Two made at the same time have one number: their checks tell them apart.
fn which(name: VersionName) -> String {
    format!("{} ({})", name.number, name.hash)
}

/// Why an old version is published again, what that changes, and the second yes.
fn restore_ui(ui: &mut Ui, old: VersionName, pen: &mut Pen<'_>) {
    let t = tokens();
    let number = old.number.to_string();
    if matches!(pen.workshop.asked, Some(Asked::Restore(_))) {
        let reason = pen.workshop.sharing.reason.clone();
        let role = pen.workshop.sharing.role.clone();
        ask::frame(ui, |ui| {
            ask::question(ui, text::share_restore_confirm(number), pen);
            gap(ui, 8.0);
            said(ui, text::share_confirm_words(reason.trim(), role.trim()));
            gap(ui, 4.0);
            small(ui, text::share_confirm_detail());
            gap(ui, 18.0);
            ask::ways_ui(ui, text::share_restore(), text::share_not_yet(), true, pen);
        });
        return;
    }
    let title = text::share_restore_title(number);
    title_ui(ui, &title, t.type_scale.lead, pen);
    gap(ui, 4.0);
    said(ui, text::share_restore_detail());
    work_ui(ui, pen);
    gap(ui, 20.0);
    words_ui(ui, pen);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let ready = pen.workshop.sharing.work.is_none();
        let button = Button::new(Look::Loud, text::share_restore_go()).enabled(ready);
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::Share(ShareAction::AskRestore));
        }
        let escape = text::key_cap(crate::app::keys::Key::Escape);
        let button = Button::new(Look::Quiet, text::share_not_yet()).cap(&escape);
        if button.show(ui).clicked() {
            pen.push(WorkshopAction::Back);
        }
    });
    let Some(changes) = &pen.workshop.sharing.comparison.changes else {
        return;
    };
    gap(ui, 24.0);
    heading(ui, text::share_changes());
    if changes.is_empty() {
        gap(ui, 4.0);
        said(ui, text::share_same());
    } else {
        changes_ui(ui, text::share_changes(), changes, pen.memory);
    }
}
