//! What a crash left: said in a few words, then taken up or erased.

use eframe::egui::Ui;

use crate::app::keys::Key;
use crate::app::{Action, Actions, State};
use crate::domain::draft::DraftContact;
use crate::domain::interview::StepMark;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap, hairline};

/// Draws the question and its two answers.
pub(super) fn found_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let Some(draft) = &state.found else {
        return;
    };
    let body = fonts::regular(t.type_scale.body);
    widgets::text(ui, text::found_detail(), body, t.colors.ink);
    gap(ui, 14.0);
    for contact in &draft.contacts {
        hairline(ui);
        gap(ui, 10.0);
        contact_ui(ui, contact);
        gap(ui, 10.0);
    }
    hairline(ui);
    gap(ui, 18.0);
    let cap = |key| text::cap_for(key, &state.settings);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        if Button::new(Kind::Loud, text::found_take_up())
            .cap(&cap(Key::Enter))
            .show(ui)
            .clicked()
        {
            out.push(Action::TakeUpDraft);
        }
        if Button::new(Kind::Quiet, text::found_erase())
            .cap(&cap(Key::Letter('x')))
            .show(ui)
            .clicked()
        {
            out.push(Action::EraseDraft);
        }
    });
}

fn contact_ui(ui: &mut Ui, contact: &DraftContact) {
    let t = tokens();
    let facts = &contact.facts;
    let done = facts.marks.iter().filter(|(_, m)| *m == StepMark::Done);
    let words = text::found_contact(
        text::term(facts.evidence.channel),
        facts.evidence.cues.len() + facts.evidence.answers.len(),
        done.count(),
    );
    widgets::text(ui, words, fonts::semibold(t.type_scale.body), t.colors.ink);
    let mut small = |words: String| {
        let font = fonts::regular(t.type_scale.small);
        widgets::text(ui, words, font, t.colors.muted);
    };
    if let Some(started) = &contact.started {
        small(text::found_started(started.as_str()));
    }
    if !facts.free_text.is_empty() {
        small(text::found_text().to_owned());
        small(text::found_masked().to_owned());
    }
}
