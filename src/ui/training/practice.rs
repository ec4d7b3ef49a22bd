//! « Un échange pour s’entraîner »: what it is, then the exchange, one's own reading, and the engine's
//! beside it.
//!
//! It must never show a mark, a clock or how many were right.

mod choose;
mod debrief;
mod meet;
mod told;

use eframe::egui::{Id, Rect, Role, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Pen, back_ui, page, title_ui};
use crate::app::training::PracticeAction;
use crate::app::training::practice::Stage;
use crate::ui::text;
use crate::ui::theme::{fonts, icons, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap, hairline, paint_icon};
use crate::ui::workshop::{heading, said, small};

fn act(pen: &mut Pen<'_>, action: PracticeAction) {
    pen.out.push(action.into());
}

/// A part that stays itself, and keeps the focus, whatever grows above it.
fn steady<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().scope_id(Id::unique("practice").with(name));
    ui.scope_builder(builder, add).inner
}

/// Draws what solo practice is, and how to begin.
pub(super) fn practice_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    page(ui, body, "practice", 720.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::training_back(), pen);
        gap(ui, 12.0);
        title_ui(ui, text::practice_task(), pen);
        gap(ui, 4.0);
        said(ui, text::practice_task_detail());
        gap(ui, 20.0);
        heading(ui, text::practice_how());
        gap(ui, 8.0);
        let steps = [
            text::practice_how_meet(),
            text::practice_how_choose(),
            text::practice_how_debrief(),
        ];
        for (number, words) in (1..).zip(steps) {
            numbered_ui(ui, number, words);
            gap(ui, 8.0);
        }
        gap(ui, 14.0);
        let practice = &pen.state.training.practice;
        let (ready, nothing) = (practice.is_ready(), practice.has_nothing());
        if nothing {
            said(ui, text::practice_nothing());
            return;
        }
        let begin = Button::new(Kind::Loud, text::practice_begin());
        if begin.enabled(ready).show(ui).clicked() && ready {
            act(pen, PracticeAction::Begin);
        }
        gap(ui, 28.0);
        hairline(ui);
        gap(ui, 18.0);
        replay_ui(ui, ready, pen);
        gap(ui, 24.0);
    });
}

/// A line of a short list of what comes one after the other.
fn numbered_ui(ui: &mut Ui, number: usize, words: &str) {
    let t = tokens();
    let font = fonts::regular(t.type_scale.body);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(vec2(24.0, 20.0), |ui| {
            ui.set_width(24.0);
            let bold = fonts::bold(t.type_scale.body);
            widgets::line(ui, number.to_string(), bold, t.colors.accent);
        });
        ui.vertical(|ui| {
            widgets::text(ui, words, font, t.colors.ink);
        });
    });
}

/// The number of an exchange already played.
fn replay_ui(ui: &mut Ui, ready: bool, pen: &mut Pen<'_>) {
    let t = tokens();
    heading(ui, text::practice_replay());
    gap(ui, 2.0);
    small(ui, text::practice_replay_detail());
    gap(ui, 10.0);
    let label = widgets::caption(ui, text::practice_replay_field());
    gap(ui, 4.0);
    let mut typed = pen.state.training.practice.typed().to_owned();
    let before = typed.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let edit = TextEdit::singleline(&mut typed)
            .id(Id::unique("practice_number"))
            .font(fonts::regular(t.type_scale.body))
            .char_limit(4)
            .margin(vec2(10.0, 8.0))
            .desired_width(96.0);
        let response = widgets::in_sight(ui.add(edit)).labelled_by(label.id);
        if response.changed() && typed != before {
            act(pen, PracticeAction::Typed(typed.clone()));
        }
        let entered =
            response.lost_focus() && ui.input(|i| i.key_pressed(eframe::egui::Key::Enter));
        let enabled = ready && !typed.is_empty();
        let go = Button::new(Kind::Choice, text::practice_replay_go());
        let go = go.height(36.0).enabled(enabled);
        if (go.show(ui).clicked() || entered) && enabled {
            act(pen, PracticeAction::Replay);
        }
    });
}

/// Draws the exchange in hand, at its stage.
pub(super) fn exchange_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let Some(played) = pen.state.training.practice.played() else {
        return;
    };
    let stage = (played.exchange().seed, played.stage());
    if pen.memory.stage != Some(stage) {
        pen.memory.stage = Some(stage);
        pen.turned = true;
    }
    match played.stage() {
        Stage::Meet => meet::meet_ui(ui, body, played, pen),
        Stage::Choose => choose::choose_ui(ui, body, played, pen),
        Stage::Debrief => debrief::debrief_ui(ui, body, played, pen),
    }
}

/// A sign and its word on one line: never a colour alone.
fn marked_ui(ui: &mut Ui, sign: char, color: eframe::egui::Color32, word: &str, width: f32) {
    let t = tokens();
    let line = fonts::semibold(t.type_scale.body);
    let height = ui.fonts_mut(|fonts| fonts.row_height(&line));
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    let square = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), vec2(16.0, 16.0));
    paint_icon(ui, square, sign, 15.0, color);
    let font = fonts::semibold(t.type_scale.small);
    let galley = ui.painter().layout_no_wrap(word.to_owned(), font, color);
    let at = pos2(rect.left() + 22.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
}

/// The signs of the debrief.
fn sign(mark: told::Mark) -> (char, eframe::egui::Color32) {
    let t = tokens();
    match mark {
        told::Mark::Good => (icons::CHECK, t.colors.accent),
        told::Mark::Absent => (icons::PLUS, t.colors.amber),
        told::Mark::Hurts => (icons::WARNING, t.colors.red),
        told::Mark::Plain => (icons::MINUS, t.colors.muted),
    }
}
