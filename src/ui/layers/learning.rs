//! The local tally: what is counted, where, what it would change, and how to erase it.

use eframe::egui::Ui;

use crate::app::{Action, Actions, State};
use crate::domain::study::tally::{ENOUGH, Proposal, SMALL_CELL};
use crate::domain::vocab::Channel;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap, hairline};

fn paragraph(ui: &mut Ui, words: impl Into<String>) {
    let t = tokens();
    widgets::text(ui, words, fonts::regular(t.type_scale.body), t.colors.ink);
}

fn small(ui: &mut Ui, words: impl Into<String>) {
    let t = tokens();
    widgets::text(
        ui,
        words,
        fonts::regular(t.type_scale.small),
        t.colors.muted,
    );
}

/// Draws the layer.
pub(super) fn learning_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    paragraph(ui, text::learning_what());
    gap(ui, 8.0);
    small(ui, text::learning_limits());
    gap(ui, 16.0);
    if let Some(trouble) = &state.learning.trouble {
        let t = tokens();
        widgets::text(
            ui,
            trouble.clone(),
            fonts::semibold(t.type_scale.body),
            t.colors.red,
        );
        gap(ui, 12.0);
    }
    match &state.learning.tally {
        None => {
            if Button::new(Kind::Choice, text::learning_start())
                .show(ui)
                .clicked()
            {
                out.push(Action::StartTally);
            }
        }
        Some(_) => counting_ui(ui, state, out),
    }
}

fn counting_ui(ui: &mut Ui, state: &State, out: &mut Actions) {
    let t = tokens();
    let Some(tally) = &state.learning.tally else {
        return;
    };
    caption(ui, text::learning_counted(tally.contacts(), &tally.since));
    gap(ui, 6.0);
    for channel in Channel::ALL {
        let Some(by) = tally.channels.get(channel) else {
            continue;
        };
        let list: Vec<String> = state
            .kit
            .profiles()
            .filter_map(|p| {
                let contacts = by.get(&p.id)?.contacts;
                // A few contacts may be recognised; the exact count serves the recalibration only.
                let said = if contacts < SMALL_CELL {
                    text::learning_few(i64::from(SMALL_CELL))
                } else {
                    contacts.to_string()
                };
                Some(format!("{} {said}", p.name))
            })
            .collect();
        paragraph(
            ui,
            text::learning_of_channel(text::term(*channel), list.join(", ")),
        );
        gap(ui, 2.0);
    }
    gap(ui, 6.0);
    small(ui, text::learning_file(&state.learning.file));
    if let Some(z) = state.learning.alarm(&state.kit) {
        gap(ui, 12.0);
        widgets::text(
            ui,
            text::drift(z),
            fonts::semibold(t.type_scale.body),
            t.colors.red,
        );
    }
    gap(ui, 16.0);
    ui.horizontal(|ui| {
        if tally.contacts() >= ENOUGH
            && Button::new(Kind::Choice, text::learning_recalibrate())
                .show(ui)
                .clicked()
        {
            out.push(Action::Recalibrate);
        }
        if Button::new(Kind::Quiet, text::learning_erase())
            .show(ui)
            .clicked()
        {
            out.push(Action::EraseTally);
        }
    });
    if tally.contacts() < ENOUGH {
        gap(ui, 8.0);
        small(ui, text::learning_not_enough(ENOUGH - tally.contacts()));
    }
    if let Some(proposal) = &state.learning.proposal {
        proposal_ui(ui, proposal, out);
    }
}

fn proposal_ui(ui: &mut Ui, proposal: &Proposal, out: &mut Actions) {
    gap(ui, 16.0);
    hairline(ui);
    gap(ui, 12.0);
    paragraph(
        ui,
        text::learning_bench(proposal.passing.0, proposal.passing.1, proposal.cases),
    );
    gap(ui, 10.0);
    if Button::new(Kind::Choice, text::learning_save())
        .show(ui)
        .clicked()
    {
        out.push(Action::SaveProposal);
    }
    gap(ui, 12.0);
    if proposal.changes.is_empty() {
        small(ui, text::learning_no_change());
    }
    for (title, before, after) in &proposal.changes {
        gap(ui, 4.0);
        caption(ui, title.clone());
        let said = |list: &[String]| {
            if list.is_empty() {
                text::learning_passes().to_owned()
            } else {
                list.join(" ")
            }
        };
        small(ui, text::learning_before_after(said(before), said(after)));
    }
}
