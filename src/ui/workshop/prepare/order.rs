//! The running order, a line a game; how much is printed, and where it is saved.
//!
//! It must never hide that a workshop runs over its time.

use eframe::egui::{Id, Ui, UiBuilder, accesskit, vec2};

use super::push;
use crate::app::workshop::PrepareAction;
use crate::domain::training::pack::{DocumentKind, Pack, Paper};
use crate::domain::training::scenario::Scenario;
use crate::domain::training::session::{Session, What};
use crate::ui::errands::is_pdf;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, gap, hairline};

use super::super::share::{LONGEST_PATH, line_ui, partial_ui, urgent, whole_path, work_ui};
use super::super::{Pen, heading, said, small};

/// Whether this build can lay pages out; without it nothing is offered that would fail.
const PRESS: bool = cfg!(feature = "paper");
/// Width of a moment's minutes.
const MINUTES: f32 = 96.0;

/// Draws the running order and what is printed.
pub(super) fn order_ui(ui: &mut Ui, picked: &[&Scenario], pen: &mut Pen<'_>) {
    let preparing = &pen.workshop.preparing;
    let session = preparing.session(picked);
    let language = text::language();
    let pack = crate::text::pack::pack(language, pen.content, &session, picked, pen.today);
    heading(ui, text::seance_order());
    gap(ui, 6.0);
    if session.over > 0 {
        urgent(ui, text::seance_over(session.over));
        gap(ui, 8.0);
    }
    for row in rows(&session, picked) {
        hairline(ui);
        moment_ui(ui, &row);
    }
    hairline(ui);
    gap(ui, 26.0);
    print_ui(ui, &pack, pen);
}

/// A line of the running order: when, what, and how its minutes are spent.
struct Row {
    when: String,
    what: String,
    parts: Option<String>,
}

/// The running order, one line a game: whoever leads has every minute on paper.
fn rows(session: &Session, picked: &[&Scenario]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut moments = session.moments.iter();
    while let Some(moment) = moments.next() {
        let plain = |what: &str| (what.to_owned(), moment.minutes, None);
        let (what, minutes, parts) = match &moment.what {
            What::Welcome => plain(text::pack_welcome()),
            What::Pause => plain(text::pack_pause()),
            What::Close => plain(text::pack_close()),
            What::Read(round, id) => {
                let play = moments.next().map_or(0, |next| next.minutes);
                let debrief = moments.next().map_or(0, |next| next.minutes);
                let found = picked.iter().find(|one| one.id == *id);
                let title = found.map_or("", |one| crate::text::pack::bare(&one.title));
                let number = (round + 1).to_string();
                (
                    text::pack_play(number, title),
                    moment.minutes + play + debrief,
                    Some(text::seance_game(moment.minutes, play, debrief)),
                )
            }
            // Read with the game it belongs to.
            What::Play(..) | What::Debrief(..) => continue,
        };
        let to = moment.from + minutes;
        let when = text::pack_from_to(moment.from.to_string(), to.to_string());
        rows.push(Row { when, what, parts });
    }
    rows
}

fn moment_ui(ui: &mut Ui, row: &Row) {
    let t = tokens();
    gap(ui, 6.0);
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.vertical(|ui| {
            ui.set_width(MINUTES);
            let font = fonts::semibold(t.type_scale.body);
            widgets::text(ui, row.when.as_str(), font, t.colors.accent);
        });
        ui.vertical(|ui| {
            ui.set_width((width - MINUTES).max(80.0));
            said(ui, row.what.as_str());
            if let Some(parts) = &row.parts {
                gap(ui, 1.0);
                small(ui, parts.as_str());
            }
        });
    });
    gap(ui, 6.0);
}

/// What comes out of the printer, and the file it is in.
fn print_ui(ui: &mut Ui, pack: &Pack, pen: &mut Pen<'_>) {
    heading(ui, text::seance_print());
    gap(ui, 4.0);
    let large = text::seance_sheets_large(pack.sheets(Paper::A4));
    let small_cards = text::seance_sheets_small(pack.sheets(Paper::A6));
    said(ui, format!("{large}, {small_cards}"));
    gap(ui, 6.0);
    for kind in DocumentKind::ALL {
        let copies = crate::text::pack::copies(pack, *kind);
        if copies > 0 {
            let title = crate::text::pack::kind(text::language(), *kind);
            small(ui, text::seance_copies(title, copies));
            gap(ui, 2.0);
        }
    }
    gap(ui, 12.0);
    work_ui(ui, pen);
    let files = &pen.workshop.sharing.files;
    if let Some(trouble) = &files.trouble {
        urgent(ui, trouble.clone());
        gap(ui, 8.0);
    }
    if let Some(path) = &files.written {
        let shown = path.display().to_string();
        let words = if is_pdf(path) {
            text::seance_printed(shown)
        } else {
            text::seance_saved(shown)
        };
        let t = tokens();
        let font = fonts::regular(t.type_scale.body);
        let told = widgets::text(ui, words, font, t.colors.ink);
        ui.accesskit_node_builder(told.id, |node| node.set_live(accesskit::Live::Polite));
        gap(ui, 8.0);
    }
    let mut typed = pen.memory.pack.clone();
    let path_label = text::seance_save_path();
    if line_ui(ui, "pack", path_label, &mut typed, LONGEST_PATH).changed() {
        pen.memory.pack.clone_from(&typed);
    }
    partial_ui(ui, &typed);
    gap(ui, 10.0);
    let some = pack.of(DocumentKind::AgentCard).next().is_some();
    // A button that goes off while the disk is at work would lose the focus.
    let idle = pen.workshop.sharing.work.is_none();
    let path = whole_path(&typed);
    // What is said above comes and goes: the button in hand stays in hand.
    let ways = UiBuilder::new().scope_id(Id::unique("pack_ways"));
    ui.scope_builder(ways, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let print = Button::new(Look::Loud, text::seance_print_all()).enabled(some);
            if PRESS && print.show(ui).clicked() && idle {
                push(pen, PrepareAction::Print);
            }
            let look = if PRESS { Look::Choice } else { Look::Loud };
            let button = Button::new(look, text::seance_save_dialog()).enabled(some);
            if button.show(ui).clicked() && idle {
                push(pen, PrepareAction::Write(None));
            }
            let button = Button::new(Look::Choice, text::seance_save());
            let button = button.enabled(some && path.is_some());
            if button.show(ui).clicked() && idle {
                push(pen, PrepareAction::Write(path.clone()));
            }
        });
    });
    gap(ui, 8.0);
    let detail = if PRESS {
        text::seance_save_detail()
    } else {
        text::seance_save_detail_text()
    };
    small(ui, detail);
}
