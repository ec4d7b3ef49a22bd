//! The blanks of the template: what is still to fill before the note is copied, and what it will be.

use eframe::egui::{EventFilter, Frame, Id, Margin, Stroke, TextEdit, Ui, vec2};

use eframe::egui::accesskit::Live;

use super::guard;
use crate::app::noting::Place;
use crate::app::{Action, Actions, State, Toast};
use crate::domain::template::{Blank, BlankKind};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
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
    let typed = answers.get(&blank.name);
    let mut typed = typed.map(ToString::to_string).unwrap_or_default();
    let edit = TextEdit::singleline(&mut typed)
        .id(field(&blank.name))
        .font(fonts::regular(t.type_scale.body))
        .char_limit(state.longest_answer(&blank.name))
        .event_filter(EventFilter {
            horizontal_arrows: true,
            escape: true,
            ..EventFilter::default()
        })
        .margin(vec2(10.0, 7.0))
        .desired_width(ui.available_width() - 8.0);
    let response = widgets::in_sight(ui.add(edit)).labelled_by(label.id);
    if response.changed() {
        out.push(Action::SetAnswer(blank.name.clone(), typed));
    }
    let place = Place::Blank(blank.name.clone());
    guard::findings_ui(ui, state, &place, &state.findings_in(&place), out);
    gap(ui, 8.0);
}

/// The text as it will be copied, or what it waits for.
fn copied_ui(ui: &mut Ui, state: &State) {
    let t = tokens();
    caption(ui, text::copied_for_business());
    gap(ui, 6.0);
    let missing = state.template_missing();
    for missing in &missing {
        // It scolds only once somebody tried to copy.
        let tried = state.toast == Some(Toast::ToFill);
        let colour = if tried { t.colors.red } else { t.colors.muted };
        let font = fonts::regular(t.type_scale.small);
        let said = widgets::text(ui, text::missing(missing), font, colour);
        let live = if tried { Live::Assertive } else { Live::Off };
        ui.accesskit_node_builder(said.id, |node| node.set_live(live));
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
