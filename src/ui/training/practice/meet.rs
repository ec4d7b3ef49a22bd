//! The exchange: what is seen, said and asked, and what one notes of it.
//!
//! It must never name a cue that the trainee did not open themselves, nor say which question is best.

use eframe::egui::{Rect, ScrollArea, Stroke, Ui, accesskit, pos2, vec2};

use super::{Pen, act, steady, told};
use crate::app::training::PracticeAction;
use crate::app::training::practice::{Played, Said, Stage};
use crate::domain::kit::{Cue, Family, Question};
use crate::ui::theme::{fonts, tokens};
use crate::ui::training::{page, stop_ui, title_ui};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::cue::{Tick, Trailing, row};
use crate::ui::widgets::{self, caption, gap, hairline};
use crate::ui::workshop::{heading, margin, small};
use crate::ui::{panel, text};

/// From this width the exchange and the notes stand side by side.
const TWO: f32 = 960.0;
/// And from this height.
const LOW: f32 = 460.0;
/// Width from which cues stand two by two.
const PAIRS: f32 = 460.0;

/// Draws the exchange.
pub(super) fn meet_ui(ui: &mut Ui, body: Rect, played: &Played, pen: &mut Pen<'_>) {
    if body.width() < TWO || body.height() < LOW {
        page(ui, body, "meet", 720.0, |ui| {
            top_ui(ui, played, pen);
            thread_ui(ui, played, pen);
            gap(ui, 20.0);
            hairline(ui);
            gap(ui, 16.0);
            notes_ui(ui, played, pen);
            gap(ui, 24.0);
        });
        return;
    }
    let t = tokens();
    let gutter = margin(body.width());
    let edge = body.left() + (body.width() * 0.54).round();
    let pane = |left: f32, right: f32| {
        Rect::from_min_max(
            pos2(left + gutter, body.top()),
            pos2(right - gutter + 8.0, body.bottom()),
        )
    };
    let line = Stroke::new(t.stroke.hairline, t.colors.line);
    let tall = body.shrink2(vec2(0.0, 16.0)).y_range();
    ui.painter().vline(edge, tall, line);
    let mut scrolled = |rect: Rect, name: &str, add: &mut dyn FnMut(&mut Ui)| {
        panel::zone(ui, rect, name, |ui| {
            ScrollArea::vertical()
                .id_salt(("practice", name))
                .auto_shrink(false)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                    ui.set_width((rect.width() - 10.0).min(680.0));
                    add(ui);
                    gap(ui, 24.0);
                });
        });
    };
    scrolled(
        pane(body.left(), edge),
        text::practice_thread(),
        &mut |ui| {
            top_ui(ui, played, pen);
            thread_ui(ui, played, pen);
        },
    );
    scrolled(
        pane(edge, body.right()),
        text::practice_notes(),
        &mut |ui| {
            gap(ui, 20.0);
            notes_ui(ui, played, pen);
        },
    );
}

fn top_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    gap(ui, 16.0);
    stop_ui(ui, pen);
    gap(ui, 10.0);
    title_ui(ui, text::practice_thread(), pen);
    gap(ui, 2.0);
    small(ui, told::heading(played));
    gap(ui, 16.0);
}

/// What was seen and said so far, then what one can do.
fn thread_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    let thread = played.thread();
    let count = thread.len();
    let fresh = count > pen.memory.said && pen.memory.said > 0;
    let from = pen.memory.said;
    for (at, said) in thread.iter().enumerate() {
        // What is new is told, whatever has the focus.
        said_ui(ui, played, *said, fresh && at >= from);
        gap(ui, 10.0);
    }
    pen.memory.said = count;
    gap(ui, 6.0);
    if played.questions {
        steady(ui, "questions", |ui| questions_ui(ui, played, pen));
        return;
    }
    let goes_on = played.goes_on();
    if !goes_on {
        small(ui, text::practice_heard_all());
        gap(ui, 8.0);
    }
    steady(ui, "ways", |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            // It stays in its place when there is no more, so that the focus does too.
            let listen = Button::new(Kind::Choice, text::practice_listen());
            if listen.enabled(goes_on).show(ui).clicked() && goes_on {
                act(pen, PracticeAction::Listen);
            }
            let asks = Button::new(Kind::Choice, text::practice_ask()).show(ui);
            if std::mem::take(&mut pen.memory.questions_turned) {
                asks.request_focus();
            }
            if fresh {
                // What was just said stands above: both are in sight.
                asks.scroll_to_me(None);
            }
            if asks.clicked() {
                turn_questions(true, pen);
            }
        });
    });
}

/// Shows the questions, or puts them away; the focus follows.
fn turn_questions(shown: bool, pen: &mut Pen<'_>) {
    pen.memory.questions_turned = true;
    act(pen, PracticeAction::Questions(shown));
}

/// One thing seen, asked or answered.
fn said_ui(ui: &mut Ui, played: &Played, said: Said<'_>, fresh: bool) {
    let t = tokens();
    let (who, words, font, color) = match said {
        Said::Moment(words) => (
            None,
            words,
            fonts::regular(t.type_scale.title),
            t.colors.ink,
        ),
        Said::Asked(id) => {
            let question = played.kit().question(id.as_str());
            let channel = played.exchange().channel;
            (
                Some(text::practice_you()),
                question.map_or(id.as_str(), |q| q.ask_on(channel)),
                fonts::regular(t.type_scale.body),
                t.colors.muted,
            )
        }
        Said::Reply(words) => (
            Some(text::practice_person()),
            words.unwrap_or_else(|| text::practice_unsure()),
            fonts::regular(t.type_scale.title),
            t.colors.ink,
        ),
    };
    let top = ui.cursor().min;
    let inside = ui
        .horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(16.0);
            ui.vertical(|ui| {
                if let Some(who) = who {
                    caption(ui, who);
                    gap(ui, 2.0);
                }
                let response = widgets::text(ui, words, font, color);
                if fresh {
                    ui.accesskit_node_builder(response.id, |node| {
                        node.set_live(accesskit::Live::Polite);
                    });
                }
            });
        })
        .response
        .rect;
    // A rule at the side tells what comes from the person from what one asked.
    let (edge, width) = match said {
        Said::Asked(_) => (t.colors.line, 2.0),
        Said::Moment(_) | Said::Reply(_) => (t.colors.accent, 2.0),
    };
    ui.painter().vline(
        top.x + 3.0,
        inside.y_range().shrink(1.0),
        Stroke::new(width, edge),
    );
}

/// The questions of the kit that were not asked yet.
fn questions_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    let channel = played.exchange().channel;
    let open = |question: &&Question| {
        played.exchange().replies.contains_key(&question.id)
            && !played.sheet().has_asked(&question.id)
    };
    let questions: Vec<&Question> = played.kit().questions.iter().filter(open).collect();
    caption(ui, text::practice_ask());
    gap(ui, 6.0);
    if questions.is_empty() {
        small(ui, text::practice_asked_all());
        gap(ui, 6.0);
    }
    let width = ui.available_width();
    let taken = std::mem::take(&mut pen.memory.questions_turned);
    for (at, question) in questions.into_iter().enumerate() {
        let ask = Button::new(Kind::Choice, question.ask_on(channel));
        let ask = ask.small().wraps().width(width).show(ui);
        if taken && at == 0 {
            ask.request_focus();
        }
        if ask.clicked() {
            pen.memory.questions_turned = true;
            act(pen, PracticeAction::Ask(question.id.clone()));
        }
        gap(ui, 6.0);
    }
    gap(ui, 4.0);
    let close = Button::new(Kind::Quiet, text::practice_ask_close()).small();
    if close.show(ui).clicked() {
        turn_questions(false, pen);
    }
}

/// What one notes: the cues noted, then the families to look for others in.
fn notes_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    let noted = &played.sheet().noted;
    heading(ui, text::practice_notes());
    gap(ui, 2.0);
    small(ui, text::practice_notes_detail());
    gap(ui, 10.0);
    if noted.is_empty() {
        small(ui, text::practice_notes_none());
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for id in noted {
            let short = played.kit().cue(id.as_str());
            let short = short.map_or(id.as_str(), |cue| cue.short.as_str());
            let name = text::practice_take_back(short);
            let chip = Button::new(Kind::Chosen, short).small().name(&name);
            if chip.show(ui).clicked() {
                act(pen, PracticeAction::Note(id.clone()));
            }
        }
    });
    gap(ui, 14.0);
    steady(ui, "families", |ui| families_ui(ui, played, pen));
    gap(ui, 10.0);
    let families = &played.kit().families;
    let open = families
        .iter()
        .find(|family| played.family.as_ref() == Some(&family.id));
    if let Some(family) = open {
        steady(ui, family.id.as_str(), |ui| {
            cues_ui(ui, played, family, pen);
        });
        gap(ui, 10.0);
    }
    hairline(ui);
    gap(ui, 14.0);
    steady(ui, "choose", |ui| {
        let choose = Button::new(Kind::Loud, text::practice_choose());
        if choose.show(ui).clicked() {
            act(pen, PracticeAction::Stage(Stage::Choose));
        }
    });
}

/// The families of cues, one open at most.
fn families_ui(ui: &mut Ui, played: &Played, pen: &mut Pen<'_>) {
    let noted = &played.sheet().noted;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for family in &played.kit().families {
            let cues = cues_of(played, family);
            if cues.is_empty() {
                continue;
            }
            let count = cues.iter().filter(|cue| noted.contains(&cue.id)).count();
            let name = text::practice_family(family.title.as_str(), count);
            let open = played.family.as_ref() == Some(&family.id);
            let button = Button::new(Kind::Choice, &family.title).small();
            if button.name(&name).chosen(open).show(ui).clicked() {
                act(pen, PracticeAction::Family(family.id.clone()));
            }
        }
    });
}

/// The cues of a family that can be met on the channel.
fn cues_of<'p>(played: &'p Played, family: &Family) -> Vec<&'p Cue> {
    let channel = played.exchange().channel;
    let met = |cue: &&Cue| cue.family == family.id && cue.channels.contains(&channel);
    played.kit().cues.iter().filter(met).collect()
}

fn cues_ui(ui: &mut Ui, played: &Played, family: &Family, pen: &mut Pen<'_>) {
    let cues = cues_of(played, family);
    let width = ui.available_width();
    let columns = if width >= PAIRS { 2 } else { 1 };
    let each = (width - 16.0 * (columns as f32 - 1.0)) / columns as f32;
    let mut pressed = None;
    for pair in cues.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for cue in pair {
                ui.allocate_ui(vec2(each, 36.0), |ui| {
                    ui.set_width(each);
                    let tick = if played.sheet().noted.contains(&cue.id) {
                        Tick::Yes
                    } else {
                        Tick::Unknown
                    };
                    if row(ui, &cue.short, tick, Trailing::Words(""), None, 36.0).clicked() {
                        pressed = Some(cue.id.clone());
                    }
                });
            }
        });
    }
    if let Some(cue) = pressed {
        act(pen, PracticeAction::Note(cue));
    }
}
