//! A remark on a text of a card: the way to begin one, and the one being written.
//!
//! Wherever a card is read, it stands at its foot. It must never be there while an interview is under
//! way.

use eframe::egui::{Align, Id, TextEdit, Ui, accesskit, vec2};

use crate::app::remarks::{RemarkAction, Sent, Writing, texts};
use crate::app::{Action, Actions, State};
use crate::domain::ids::PersonaId;
use crate::domain::remark::{LONGEST, Unfit};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, caption, gap, hairline};

/// Draws it at the foot of a card; nothing while an interview is under way.
pub fn remark_ui(ui: &mut Ui, state: &State, persona: &PersonaId, out: &mut Actions) {
    if !state.may_remark() {
        return;
    }
    gap(ui, 8.0);
    hairline(ui);
    gap(ui, 12.0);
    let writing = state.remarks.writing.as_ref();
    if let Some(writing) = writing.filter(|writing| writing.persona == *persona) {
        writing_ui(ui, state, writing, out);
    } else {
        let begin = Button::new(Kind::Quiet, text::remark_begin()).small();
        let begin = begin.show(ui);
        if begin.clicked() {
            // The field comes where the button was: it takes the focus once it is there.
            ui.data_mut(|data| data.insert_temp(begun(), true));
            out.push(Action::Remark(RemarkAction::Begin(persona.clone())));
        }
        if was_open(ui) {
            // It comes back where the field was, and so does the focus.
            begin.request_focus();
        }
    }
    if let Some(sent) = &state.remarks.sent {
        let t = tokens();
        gap(ui, 8.0);
        let failed = matches!(sent, Sent::Failed(_));
        let color = if failed { t.colors.red } else { t.colors.ink };
        let font = fonts::semibold(t.type_scale.small + 1.0);
        let said = widgets::text(ui, text::remark_sent(sent), font, color);
        ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
    }
}

/// Says whether the field was here in the pass before.
fn was_open(ui: &Ui) -> bool {
    let drawn = ui.data_mut(|data| data.remove_temp::<u64>(open_in()));
    drawn.is_some_and(|pass| ui.ctx().cumulative_pass_nr() <= pass + 2)
}

/// The pass in which the field was drawn last.
fn open_in() -> Id {
    Id::unique("remark_open")
}

/// Whether a remark was just begun.
fn begun() -> Id {
    Id::unique("remark_begun")
}

fn writing_ui(ui: &mut Ui, state: &State, writing: &Writing, out: &mut Actions) {
    let t = tokens();
    let push = |out: &mut Actions, action| out.push(Action::Remark(action));
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(open_in(), pass));
    let font = fonts::semibold(t.type_scale.title);
    widgets::text(ui, text::remark_title(), font, t.colors.ink);
    gap(ui, 4.0);
    let font = fonts::regular(t.type_scale.small + 1.0);
    widgets::text(ui, text::remark_detail(), font, t.colors.muted);
    gap(ui, 12.0);
    caption(ui, text::remark_which());
    gap(ui, 4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for field in texts(state, &writing.persona) {
            let label = text::name_label(field.name);
            let name = text::remark_which_named(label);
            let chosen = field == writing.field;
            let button = Button::new(Kind::Choice, label)
                .small()
                .name(&name)
                .chosen(chosen);
            if button.show(ui).clicked() && !chosen {
                push(out, RemarkAction::Choose(field));
            }
        }
    });
    gap(ui, 12.0);
    let label = caption(ui, text::remark_words());
    gap(ui, 4.0);
    let mut typed = writing.text.clone();
    let edit = TextEdit::multiline(&mut typed)
        .id(Id::unique("remark"))
        .font(fonts::regular(t.type_scale.body))
        .desired_rows(2)
        .char_limit(LONGEST)
        .margin(vec2(10.0, 8.0))
        .desired_width(ui.available_width());
    let response = widgets::in_sight(ui.add(edit)).labelled_by(label.id);
    if ui.data_mut(|data| data.remove_temp::<bool>(begun())) == Some(true) {
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
    }
    if response.changed() && typed != writing.text {
        push(out, RemarkAction::Type(typed));
    }
    gap(ui, 4.0);
    let font = fonts::regular(t.type_scale.small);
    let left = LONGEST.saturating_sub(writing.text.chars().count());
    widgets::text(ui, text::remark_left_characters(left), font, t.colors.muted);
    if let Some(unfit) = &writing.unfit {
        gap(ui, 8.0);
        let font = fonts::semibold(t.type_scale.small + 1.0);
        let said = widgets::text(ui, unfit.to_string(), font, t.colors.red);
        ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Assertive));
    }
    gap(ui, 12.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let going = state.remarks.sent == Some(Sent::Going);
        if matches!(writing.unfit, Some(Unfit::Orange(..)))
            && Button::new(Kind::Choice, text::remark_mask())
                .show(ui)
                .clicked()
        {
            push(out, RemarkAction::Mask);
        }
        let leave = Button::new(Kind::Choice, text::remark_leave()).enabled(!going);
        if leave.show(ui).clicked() {
            push(out, RemarkAction::Leave);
        }
        let give_up = Button::new(Kind::Quiet, text::remark_give_up());
        if give_up.show(ui).clicked() {
            push(out, RemarkAction::GiveUp);
        }
    });
}
