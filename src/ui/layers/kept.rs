//! What the tool keeps on this machine: every file, its age and size, and how to erase it.
//!
//! Erasing takes a second yes, on a view that shows exactly what goes.

use std::path::Path;

use eframe::egui::{Frame, Margin, Stroke, Ui, accesskit, vec2};

use crate::app::keeping::{AGES, Asked, Pending};
use crate::app::{Action, Actions, State};
use crate::domain::kept::{KeptFile, KeptKind, NoDraft, Receipt, older_than};
use crate::domain::note::french_date;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap, hairline, radius};

fn paragraph(ui: &mut Ui, words: impl Into<String>) {
    let t = tokens();
    widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.ink);
}

fn small(ui: &mut Ui, words: impl Into<String>) {
    let t = tokens();
    let font = fonts::regular(t.type_scale.small);
    widgets::text(ui, words, font, t.colors.muted);
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn total(files: &[KeptFile]) -> String {
    let bytes = files.iter().map(|file| file.bytes).sum();
    text::kept_total(files.len(), text::size(bytes))
}

/// Draws the layer.
///
/// `asked` says whether the second yes was asked for when this was last drawn.
pub(super) fn kept_ui(ui: &mut Ui, state: &State, asked: &mut bool, out: &mut Actions) {
    let Some(files) = &state.keeping.files else {
        paragraph(ui, text::kept_reading());
        return;
    };
    let was_asked = std::mem::replace(asked, state.keeping.asked.is_some());
    if let Some(pending) = &state.keeping.asked {
        // Ids of its own: a focus in the list must not land on the loud button.
        ui.push_id("asked", |ui| {
            asked_ui(ui, state, pending, !was_asked, out);
        });
        return;
    }
    paragraph(ui, text::kept_what());
    if let Some(why) = state.no_draft {
        gap(ui, 8.0);
        no_draft_ui(ui, why);
    }
    if let Some(receipt) = &state.keeping.receipt {
        gap(ui, 12.0);
        receipt_ui(ui, receipt);
    }
    for (path, reason) in &state.keeping.unread {
        let t = tokens();
        gap(ui, 8.0);
        let words = text::kept_unread(path.display().to_string(), reason.as_str());
        let font = fonts::regular(t.type_scale.small);
        widgets::text(ui, words, font, t.colors.red);
    }
    gap(ui, 16.0);
    let is_export = |file: &&KeptFile| file.kind == KeptKind::Export;
    let exports: Vec<KeptFile> = files.iter().filter(is_export).cloned().collect();
    let others: Vec<KeptFile> = files.iter().filter(|f| !is_export(f)).cloned().collect();
    exports_ui(ui, state, &exports, out);
    let (of_contacts, of_tool): (Vec<KeptFile>, Vec<KeptFile>) =
        others.into_iter().partition(|f| f.kind.is_of_contacts());
    for (title, files) in [
        (text::kept_of_contacts(), of_contacts),
        (text::kept_of_tool(), of_tool),
    ] {
        if !files.is_empty() {
            gap(ui, 20.0);
            section_ui(ui, title, &files);
            files_ui(ui, state, &files, out);
        }
    }
    gap(ui, 16.0);
    if !state.erasable().is_empty()
        && Button::new(Kind::Choice, text::kept_erase_all())
            .show(ui)
            .clicked()
    {
        out.push(Action::AskErase(Asked::All));
    }
}

/// Says that no draft is kept, and why.
pub(super) fn no_draft_ui(ui: &mut Ui, why: NoDraft) {
    let t = tokens();
    let font = fonts::regular(t.type_scale.small);
    widgets::text(ui, text::no_draft(why), font, t.colors.red);
}

/// The files of a section; the folder they share is said once.
fn files_ui(ui: &mut Ui, state: &State, files: &[KeptFile], out: &mut Actions) {
    let first = files.first().and_then(|file| file.path.parent());
    let shared = first.filter(|f| files.iter().all(|file| file.path.parent() == Some(f)));
    if let Some(folder) = shared {
        small(ui, folder.display().to_string());
        gap(ui, 6.0);
    }
    for file in files {
        file_ui(ui, state, file, shared.is_none(), out);
    }
}

fn section_ui(ui: &mut Ui, title: &str, files: &[KeptFile]) {
    caption(ui, format!("{title} · {}", total(files)));
    gap(ui, 2.0);
}

fn exports_ui(ui: &mut Ui, state: &State, exports: &[KeptFile], out: &mut Actions) {
    if exports.is_empty() {
        caption(ui, text::kept_exports());
        gap(ui, 6.0);
        paragraph(ui, text::kept_nothing());
        gap(ui, 2.0);
        small(ui, text::kept_nothing_detail());
        return;
    }
    section_ui(ui, text::kept_exports(), exports);
    files_ui(ui, state, exports, out);
    gap(ui, 14.0);
    purge_ui(ui, state, out);
}

/// The age from which exports are purged, and the way to see which they are.
fn purge_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    caption(ui, text::kept_purge());
    gap(ui, 6.0);
    let days = state.keeping.days;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for age in AGES {
            let words = text::kept_days(age.to_string());
            let button = Button::new(Kind::Choice, &words)
                .small()
                .chosen(age == days);
            if button.show(ui).clicked() {
                out.push(Action::SetPurgeAge(age));
            }
        }
    });
    gap(ui, 8.0);
    let files = state.keeping.files.as_deref().unwrap_or_default();
    if older_than(files, &state.today, days).is_empty() {
        small(ui, text::kept_purge_none(days.to_string()));
    } else if Button::new(Kind::Choice, text::kept_purge_show())
        .show(ui)
        .clicked()
    {
        out.push(Action::AskErase(Asked::Old));
    }
}

fn described(state: &State, file: &KeptFile) -> String {
    let in_hand = !state.draft_stamp().is_blank();
    let kind = match (file.kind, state.publishing.version) {
        (KeptKind::PublishedKit, Some(version)) => text::kept_published(version.number.to_string()),
        (kind, _) => text::kept_kind(kind, in_hand).to_owned(),
    };
    text::kept_row(
        kind,
        text::size(file.bytes),
        text::age(&file.day, &state.today),
    )
}

/// One file: its name, what it is, and the way to erase it.
fn file_ui(ui: &mut Ui, state: &State, file: &KeptFile, with_folder: bool, out: &mut Actions) {
    let t = tokens();
    let name = name_of(&file.path);
    hairline(ui);
    gap(ui, 8.0);
    let ends_with_contact = file.kind == KeptKind::Draft && !state.draft_stamp().is_blank();
    widgets::bar(ui, t.space.row, |ui| {
        if state.may_erase_alone(file) {
            let whole = text::kept_erase_named(name.as_str());
            if Button::new(Kind::Quiet, text::kept_erase())
                .small()
                .name(&whole)
                .show(ui)
                .clicked()
            {
                out.push(Action::AskErase(Asked::One(file.path.clone())));
            }
        }
        let layout = eframe::egui::Layout::left_to_right(eframe::egui::Align::Center);
        ui.with_layout(layout, |ui| {
            ui.vertical(|ui| {
                let font = fonts::semibold(t.type_scale.body);
                widgets::text(ui, name, font, t.colors.ink);
                small(ui, described(state, file));
                if let Some(folder) = file.path.parent().filter(|_| with_folder) {
                    small(ui, folder.display().to_string());
                }
                if ends_with_contact {
                    small(ui, text::kept_ends_with_contact());
                }
            });
        });
    });
    gap(ui, 8.0);
}

/// What goes, and the second yes.
fn asked_ui(ui: &mut Ui, state: &State, pending: &Pending, opens: bool, out: &mut Actions) {
    let t = tokens();
    let files = &pending.files;
    let title = match &pending.asked {
        Asked::One(_) => text::kept_asked_one().to_owned(),
        Asked::Old => text::kept_asked_old(files.len(), state.keeping.days.to_string()),
        Asked::All => text::kept_asked_all(files.len()),
    };
    let said = widgets::text(ui, title, fonts::bold(t.type_scale.title), t.colors.ink);
    ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
    gap(ui, 4.0);
    small(ui, total(files));
    gap(ui, 8.0);
    paragraph(ui, text::kept_asked_detail());
    if files.iter().any(|file| file.kind == KeptKind::Settings) {
        gap(ui, 6.0);
        paragraph(ui, text::kept_settings_hold());
    }
    gap(ui, 16.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if Button::new(Kind::Loud, text::kept_yes()).show(ui).clicked() {
            out.push(Action::EraseAsked);
        }
        let back = Button::new(Kind::Quiet, text::back())
            .cap(&text::key_cap(crate::app::keys::Key::Escape))
            .show(ui);
        if opens {
            back.request_focus();
        }
        if back.clicked() {
            out.push(Action::AskNothing);
        }
    });
    gap(ui, 16.0);
    for file in files {
        hairline(ui);
        gap(ui, 6.0);
        let font = fonts::semibold(t.type_scale.body);
        widgets::text(ui, name_of(&file.path), font, t.colors.ink);
        small(ui, described(state, file));
        gap(ui, 6.0);
    }
}

/// What the last erasing did.
fn receipt_ui(ui: &mut Ui, receipt: &Receipt) {
    let t = tokens();
    Frame::new()
        .fill(t.colors.ground)
        .stroke(Stroke::new(t.stroke.hairline, t.colors.line))
        .corner_radius(radius(t.radius.small))
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let words = text::kept_receipt(
                receipt.files,
                french_date(&receipt.day),
                receipt.version.as_str(),
                text::size(receipt.bytes),
            );
            let font = fonts::semibold(t.type_scale.body);
            let said = widgets::text(ui, words, font, t.colors.ink);
            ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
            for (path, reason) in &receipt.failed {
                gap(ui, 4.0);
                let words = text::kept_failed(path.display().to_string(), reason.as_str());
                let font = fonts::regular(t.type_scale.small);
                widgets::text(ui, words, font, t.colors.red);
            }
        });
}
