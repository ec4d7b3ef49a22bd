//! The blanks of the template: what is still to fill before the note is copied, and what it will be.

use eframe::egui::{EventFilter, Frame, Id, Margin, Stroke, TextEdit, Ui, vec2};

use crate::app::{Action, Actions, State};
use crate::domain::guard::{Reason, Severity};
use crate::domain::template::{Blank, BlankKind, cleaned};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap, radius};

/// The field of a blank.
pub(super) fn field(blank: &str) -> Id {
    Id::unique("blank").with(blank)
}

/// Draws the fields, and the text as it will be copied; nothing without a template.
pub(super) fn blanks_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let Some(template) = state.template() else {
        return;
    };
    let blanks = template.blanks();
    if !blanks.is_empty() {
        caption(ui, text::blanks());
        gap(ui, 6.0);
        for blank in blanks {
            blank_ui(ui, state, blank, out);
        }
        gap(ui, 4.0);
    }
    copied_ui(ui, state);
    gap(ui, 12.0);
}

fn blank_ui(ui: &mut Ui, state: &State, blank: &Blank, out: &mut Actions) {
    let t = tokens();
    let name = match blank.kind {
        BlankKind::Text => blank.name.clone(),
        BlankKind::Number => text::blank_number(blank.name.as_str()),
        BlankKind::Day => text::blank_day(blank.name.as_str()),
    };
    let font = fonts::semibold(t.type_scale.small);
    let label = widgets::text(ui, name, font, t.colors.ink);
    gap(ui, 2.0);
    let answers = &state.session.answers;
    let mut typed = answers.get(&blank.name).cloned().unwrap_or_default();
    let edit = TextEdit::singleline(&mut typed)
        .id(field(&blank.name))
        .font(fonts::regular(t.type_scale.body))
        .char_limit(usize::from(state.settings.note_length.max(80)))
        .event_filter(EventFilter {
            horizontal_arrows: true,
            escape: true,
            ..EventFilter::default()
        })
        .margin(vec2(10.0, 7.0))
        .desired_width(ui.available_width() - 8.0);
    let response = ui.add(edit).labelled_by(label.id);
    if response.changed() {
        out.push(Action::SetAnswer(blank.name.clone(), typed));
    }
    answer_findings_ui(ui, state, blank, out);
    gap(ui, 8.0);
}

fn answer_findings_ui(ui: &mut Ui, state: &State, blank: &Blank, out: &mut Actions) {
    let t = tokens();
    let findings = state.answer_findings(&blank.name);
    let answers = &state.session.answers;
    let typed = answers.get(&blank.name).map(|answer| cleaned(answer));
    let typed = typed.unwrap_or_default();
    for (number, finding) in findings.iter().enumerate().take(2) {
        let (gravity, colour) = match finding.severity {
            Severity::Red => (text::guard_red(), t.colors.red),
            Severity::Orange => (text::guard_orange(), t.colors.ink),
            Severity::Info => continue,
        };
        gap(ui, 4.0);
        let words = text::guard_found(gravity, finding.text(&typed), finding.why.as_str());
        widgets::text(ui, words, fonts::regular(t.type_scale.small), colour);
        gap(ui, 4.0);
        ui.horizontal_wrapped(|ui| {
            let mask = text::guard_replace_by(finding.proposal.as_str());
            if Button::new(Kind::Choice, &mask).small().show(ui).clicked() {
                out.push(Action::MaskAnswer(blank.name.clone(), number));
            }
            if finding.severity == Severity::Orange {
                for (words, reason) in [
                    (text::guard_false_alarm(), Reason::FalseAlarm),
                    (text::guard_needed(), Reason::Needed),
                ] {
                    if Button::new(Kind::Quiet, words).small().show(ui).clicked() {
                        out.push(Action::KeepAnswer(blank.name.clone(), number, reason));
                    }
                }
            }
        });
    }
}

/// The text as it will be copied, or what it waits for.
fn copied_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    caption(ui, text::copied_for_business());
    gap(ui, 6.0);
    let missing = state.template_missing();
    for missing in &missing {
        let font = fonts::regular(t.type_scale.small);
        widgets::text(ui, missing.to_string(), font, t.colors.red);
        gap(ui, 2.0);
    }
    if let Some(Ok(filled)) = state.filled() {
        Frame::new()
            .fill(t.colors.ground)
            .stroke(Stroke::new(t.stroke.hairline, t.colors.line))
            .corner_radius(radius(t.radius.small))
            .inner_margin(Margin::same(16))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                let font = fonts::regular(t.type_scale.body);
                widgets::text(ui, filled.text().to_owned(), font, t.colors.ink);
            });
    }
}
