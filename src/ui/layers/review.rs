//! The note as it will leave: what is asked on the left, the paper on the right.

use eframe::egui::{
    Align, EventFilter, Frame, Layout, Margin, Role, Stroke, TextBuffer, TextEdit, Ui, UiBuilder,
    vec2,
};

use crate::app::action::SettingChange;
use crate::app::keys::Key;
use crate::app::noting::Place;
use crate::app::{Action, Actions, State};
use crate::domain::note::NoteFormat;
use crate::domain::vocab::{Autonomy, Equipment, Language, Orientation, Outcome};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap, hairline, radius};

use crate::ui::panel::message::is_urgent;

use super::{blanks, guard};

/// Width from which choices and paper stand side by side, in points.
const TWO_COLUMNS: f32 = 620.0;

/// A line of small choices; returns the one clicked.
///
/// `title` is the name of the group for assistive technology.
fn chips(ui: &mut Ui, title: &str, labels: &[(&str, bool)], digits: bool) -> Option<usize> {
    let mut clicked = None;
    let group = UiBuilder::new()
        .id_salt(title)
        .accessibility_role(Role::Group)
        .accessibility_label(title)
        .layout(Layout::left_to_right(Align::Min).with_main_wrap(true));
    ui.scope_builder(group, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (position, (label, chosen)) in labels.iter().enumerate() {
            let cap = (position + 1).to_string();
            let mut button = Button::new(Kind::Choice, label).small().chosen(*chosen);
            if digits {
                button = button.cap(&cap).cap_first();
            }
            if button.show(ui).clicked() {
                clicked = Some(position);
            }
        }
    });
    clicked
}

/// Draws the review.
pub(super) fn review_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let width = ui.available_width();
    if width < TWO_COLUMNS {
        // In the strip the paper comes first: it is what one reads again.
        paper_ui(ui, state);
        gap(ui, 14.0);
        blanks::blanks_ui(ui, state, out);
        choices_ui(ui, state, out);
        gap(ui, 14.0);
        free_text_ui(ui, state, out);
        gap(ui, 10.0);
        file_ui(ui, state, out);
        return;
    }
    let left = (width * 0.48).floor();
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(left, 0.0), |ui| {
            ui.vertical(|ui| {
                ui.set_width(left);
                choices_ui(ui, state, out);
            });
        });
        ui.add_space(16.0);
        ui.vertical(|ui| {
            ui.set_width(width - left - 32.0);
            // What is typed comes first: what the guard says of it must be in sight.
            free_text_ui(ui, state, out);
            gap(ui, 12.0);
            blanks::blanks_ui(ui, state, out);
            paper_ui(ui, state);
            gap(ui, 10.0);
            file_ui(ui, state, out);
        });
    });
}

fn choices_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let facts = state.session.interview.facts();
    let note = state.note();
    caption(ui, text::outcome());
    gap(ui, 6.0);
    let rows: Vec<_> = Outcome::ALL
        .iter()
        .map(|o| (text::term(*o), facts.outcome == Some(*o)))
        .collect();
    if let Some(outcome) = chips(ui, text::outcome(), &rows, true).and_then(|i| Outcome::ALL.get(i))
    {
        out.push(Action::SetOutcome(
            (facts.outcome != Some(*outcome)).then_some(*outcome),
        ));
    }
    gap(ui, 12.0);
    caption(ui, text::equipment());
    gap(ui, 6.0);
    let rows: Vec<_> = Equipment::ALL
        .iter()
        .map(|e| (text::term(*e), note.equipment.contains(e)))
        .collect();
    if let Some(equipment) =
        chips(ui, text::equipment(), &rows, false).and_then(|i| Equipment::ALL.get(i))
    {
        out.push(Action::ToggleEquipment(*equipment));
    }
    gap(ui, 12.0);
    caption(ui, text::orientation());
    gap(ui, 6.0);
    let rows: Vec<_> = Orientation::ALL
        .iter()
        .map(|o| (text::term(*o), facts.orientation == Some(*o)))
        .collect();
    if let Some(orientation) =
        chips(ui, text::orientation(), &rows, false).and_then(|i| Orientation::ALL.get(i))
    {
        out.push(Action::SetOrientation(
            (facts.orientation != Some(*orientation)).then_some(*orientation),
        ));
    }
    gap(ui, 12.0);
    let heading = match facts.autonomy {
        None => text::autonomy_not_said(),
        Some(_) => text::autonomy(),
    };
    caption(ui, heading);
    gap(ui, 6.0);
    let rows: Vec<_> = Autonomy::ALL
        .iter()
        .map(|a| (text::term(*a), facts.autonomy == Some(*a)))
        .collect();
    if let Some(autonomy) =
        chips(ui, text::autonomy(), &rows, false).and_then(|i| Autonomy::ALL.get(i))
    {
        out.push(Action::SetAutonomy(
            (facts.autonomy != Some(*autonomy)).then_some(*autonomy),
        ));
    }
}

/// The note field.
pub(super) fn field() -> eframe::egui::Id {
    eframe::egui::Id::unique("free_text")
}

fn free_text_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let facts = state.session.interview.facts();
    let longest = usize::from(state.settings.note_length);
    let used = facts.free_text.chars().count();
    if longest == 0 && used == 0 {
        return;
    }
    let label = caption(ui, text::free_text());
    gap(ui, 6.0);
    let mut free = facts.free_text.to_string();
    let edit = TextEdit::multiline(&mut free)
        .id(field())
        .font(fonts::regular(t.type_scale.body))
        .char_limit(state.longest_note())
        // Échap is the layer's: the field would lose the focus, and what was typed just before.
        .event_filter(EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            tab: false,
            escape: true,
        })
        .desired_rows(2)
        .desired_width(ui.available_width() - 8.0)
        .margin(vec2(10.0, 8.0));
    let findings = state.findings();
    let mut underlined = |ui: &Ui, typed: &dyn TextBuffer, width: f32| {
        // Marks of the frame before would lie on other letters while one types.
        let marks = if facts.free_text == typed.as_str() {
            findings.as_slice()
        } else {
            &[]
        };
        let mut job = guard::underlined(typed.as_str(), marks);
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let response = widgets::in_sight(ui.add(edit.layouter(&mut underlined))).labelled_by(label.id);
    if response.changed() {
        out.push(Action::SetFreeText(free));
    }
    gap(ui, 4.0);
    let count = text::count_of(used, longest);
    let words = format!("{} {count}", text::free_text_hint());
    let font = fonts::regular(t.type_scale.small);
    let said = widgets::text(ui, words, font, t.colors.muted);
    // From nine tenths on, a screen reader hears how much is left.
    if used * 10 >= longest * 9 {
        ui.accesskit_node_builder(said.id, |node| {
            node.set_live(eframe::egui::accesskit::Live::Polite);
        });
    }
    guard::findings_ui(ui, state, &Place::Note, &findings, out);
}

/// What a saved file is: its format, and whether it names the persona.
fn file_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let facts = state.session.interview.facts();
    caption(ui, text::note_format());
    gap(ui, 6.0);
    let chosen = state.settings.note_format;
    let rows: Vec<_> = NoteFormat::ALL
        .iter()
        .map(|format| (text::format_name(*format), *format == chosen))
        .collect();
    let clicked = chips(ui, text::note_format(), &rows, false);
    if let Some(format) = clicked.and_then(|i| NoteFormat::ALL.get(i))
        && !state.settings.is_locked("note_format")
    {
        out.push(Action::Set(SettingChange::NoteFormat(*format)));
    }
    gap(ui, 8.0);
    if Button::new(Kind::Choice, text::name_persona())
        .small()
        .chosen(facts.name_persona)
        .show(ui)
        .clicked()
    {
        out.push(Action::SetNamePersona(!facts.name_persona));
    }
}

fn paper_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    if state.template().is_some() {
        // Two papers: which is which must be said.
        caption(ui, text::paper_of_file());
        gap(ui, 6.0);
    }
    Frame::new()
        .fill(t.colors.ground)
        .stroke(Stroke::new(t.stroke.hairline, t.colors.line))
        .corner_radius(radius(t.radius.small))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            widgets::text(
                ui,
                state.note().to_text(),
                fonts::regular(t.type_scale.body),
                t.colors.ink,
            );
        });
    if text::language() != Language::French {
        gap(ui, 4.0);
        widgets::text(
            ui,
            text::note_language(),
            fonts::regular(t.type_scale.small),
            t.colors.muted,
        );
    }
}

/// Draws the ways out, always in sight.
pub(super) fn buttons_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let format = state.settings.note_format;
    // In a small window the ways out leave the note its room.
    let tight = ui.content_rect().height() < 520.0 || ui.available_width() < 560.0;
    let space = if tight { 6.0 } else { 12.0 };
    gap(ui, space);
    hairline(ui);
    gap(ui, space);
    let way = |kind, words| {
        let button = Button::new(kind, words);
        if tight { button.small() } else { button }
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let (words, action) = if state.session.note_left {
            (text::end(), Action::Finish)
        } else {
            (text::copy_and_end(), Action::CopyAndEnd)
        };
        if way(Kind::Loud, words)
            .cap(&text::key_cap(Key::Enter))
            .show(ui)
            .clicked()
        {
            out.push(action);
        }
        if way(Kind::Quiet, text::copy()).show(ui).clicked() {
            out.push(Action::CopyNote);
        }
        if way(Kind::Quiet, text::save())
            .cap(&text::cap_for(Key::Letter('s'), &state.settings))
            .show(ui)
            .clicked()
        {
            out.push(Action::SaveNote(format));
        }
        if way(Kind::Quiet, text::save_as()).show(ui).clicked() {
            out.push(Action::SaveNoteAs(format));
        }
        if way(Kind::Quiet, text::end_without_note())
            .cap(&text::cap_for(Key::Letter('x'), &state.settings))
            .show(ui)
            .clicked()
        {
            out.push(Action::Finish);
        }
    });
    if let Some(warning) = text::place_warning(state.notes_place) {
        let t = tokens();
        gap(ui, 6.0);
        let font = fonts::regular(t.type_scale.small);
        widgets::text(ui, warning, font, t.colors.amber);
    }
    if let Some(toast) = &state.toast {
        let t = tokens();
        gap(ui, 8.0);
        let said = widgets::text(
            ui,
            text::toast(state, toast),
            fonts::semibold(t.type_scale.small),
            t.colors.ink,
        );
        let live = if is_urgent(toast) {
            eframe::egui::accesskit::Live::Assertive
        } else {
            eframe::egui::accesskit::Live::Polite
        };
        ui.accesskit_node_builder(said.id, |node| node.set_live(live));
    }
}
