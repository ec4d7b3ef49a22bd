//! « Essayer nos cas »: every case with what the draft says of it, before and after, to accept or to
//! refuse; and the way to what made it change.
//!
//! It must never show what another draft said as if it were this one's.

mod building;
mod changing;

use eframe::egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::workshop::bench::Shown;
use crate::app::workshop::{Bench, BenchAction, WorkshopAction};
use crate::domain::workshop::Element;
use crate::domain::workshop::bench::{CaseRow, Culprit, Standing, Verdict};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, caption, focus_ring, gap, hairline, radius};

pub(super) use changing::given_ui;

use super::{Pen, column, header, home, said, small, title_ui};

fn act(pen: &mut Pen<'_>, action: BenchAction) {
    pen.push(WorkshopAction::Bench(action));
}

/// Draws the page.
pub(super) fn bench_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    if let Some(building) = pen.workshop.bench.building.clone() {
        building::building_ui(ui, body, &building, pen);
        return;
    }
    let t = tokens();
    column(ui, body, "bench", 860.0, |ui| {
        gap(ui, 12.0);
        home::back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 8.0);
        header::message_ui(ui, pen);
        title_ui(ui, text::essais(), t.type_scale.say, pen);
        gap(ui, 4.0);
        said(ui, text::essais_detail());
        gap(ui, 16.0);
        tools_ui(ui, pen);
        gap(ui, 12.0);
        list_ui(ui, pen);
        gap(ui, 24.0);
    });
}

/// Which cases are shown, and the way to one more.
fn tools_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let bench = &pen.workshop.bench;
    let (all, changed, wrong) = bench.counts();
    let shown = bench.shown;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (which, words) in [
            (Shown::All, text::essais_all(all)),
            (Shown::Changed, text::essais_changed(changed)),
            (Shown::Wrong, text::essais_wrong(wrong)),
        ] {
            let button = Button::new(Look::Choice, &words).small();
            if button.chosen(shown == which).show(ui).clicked() && shown != which {
                act(pen, BenchAction::Show(which));
            }
        }
        let add = Button::new(Look::Quiet, text::essais_add()).small();
        if add.show(ui).clicked() {
            act(pen, BenchAction::Begin);
        }
    });
}

fn list_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let bench: Bench = pen.workshop.bench.clone();
    let Some(rows) = bench.rows() else {
        if bench.is_running() {
            said(ui, text::essais_running());
        } else {
            said(ui, text::case_untried());
            gap(ui, 12.0);
            changing::untried_ui(ui, pen);
        }
        return;
    };
    let shown: Vec<&CaseRow> = rows.iter().filter(|row| bench.shows(row)).collect();
    if shown.is_empty() {
        said(
            ui,
            match bench.shown {
                Shown::All => text::essais_none(),
                Shown::Changed => text::essais_none_changed(),
                Shown::Wrong => text::essais_none_wrong(),
            },
        );
        return;
    }
    for row in shown {
        hairline(ui);
        let open = bench.open == Some(row.at);
        let wished = pen
            .wish()
            .is_some_and(|field| field.element == Element::Case(row.at));
        let response = row_ui(ui, row, open, changing::has_errors(row.at, pen));
        if wished {
            response.request_focus();
        }
        if response.clicked() {
            act(pen, BenchAction::Open(row.at));
        }
        if open {
            open_ui(ui, row, &bench, pen);
        }
    }
    hairline(ui);
}

/// How grave a case is: to decide or wrong, then what merely changed.
fn color_of(row: &CaseRow) -> eframe::egui::Color32 {
    let t = tokens();
    match row.standing {
        Standing::SameWrong | Standing::Changed => t.colors.red,
        Standing::New if !row.differences.is_empty() => t.colors.red,
        Standing::Accepted | Standing::New => t.colors.accent,
        Standing::Same => t.colors.muted,
    }
}

/// A case on its line.
fn row_ui(ui: &mut Ui, row: &CaseRow, open: bool, wrong: bool) -> Response {
    let t = tokens();
    let width = ui.available_width();
    let standing = if wrong {
        text::atelier_mark_correct()
    } else {
        text::case_standing(row)
    };
    let state = ui.painter().layout_no_wrap(
        widgets::unbreakable(standing),
        fonts::semibold(t.type_scale.small),
        if wrong { t.colors.red } else { color_of(row) },
    );
    let room = width - 16.0;
    let title = ui.painter().layout(
        widgets::unbreakable(row.title.as_str()),
        fonts::semibold(t.type_scale.small),
        t.colors.muted,
        room - state.size().x - 12.0,
    );
    let font = if open {
        fonts::semibold(t.type_scale.body)
    } else {
        fonts::regular(t.type_scale.body)
    };
    let sentence = ui.painter().layout(
        widgets::unbreakable(row.sentence.as_str()),
        font,
        t.colors.ink,
        room,
    );
    let above = title.size().y + 2.0;
    let height = above + sentence.size().y + 20.0;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let id = eframe::egui::Id::unique("essai").with(row.at);
    let response = ui.interact(rect, id, Sense::click());
    let name = format!("{}. {} {}. {standing}", row.at + 1, row.title, row.sentence);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, name.clone()));
    if ui.is_rect_visible(rect) {
        if open || response.hovered() {
            ui.painter()
                .rect_filled(rect, radius(t.radius.small), t.colors.tint);
        }
        let (left, top) = (rect.left() + 8.0, rect.top() + 10.0);
        let at = pos2(rect.right() - 8.0 - state.size().x, top);
        ui.painter().galley(pos2(left, top), title, t.colors.ink);
        ui.painter().galley(at, state, t.colors.ink);
        ui.painter()
            .galley(pos2(left, top + above), sentence, t.colors.ink);
    }
    focus_ring(ui, &response, rect);
    response
}

/// What one reads and does of a case.
fn open_ui(ui: &mut Ui, row: &CaseRow, bench: &Bench, pen: &mut Pen<'_>) {
    let inset = eframe::egui::Margin {
        left: 8,
        right: 8,
        top: 8,
        bottom: 14,
    };
    eframe::egui::Frame::new()
        .inner_margin(inset)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            ui.set_width(ui.available_width());
            verdicts_ui(ui, row, pen);
            for difference in &row.differences {
                let t = tokens();
                gap(ui, 2.0);
                widgets::text(
                    ui,
                    difference.as_str(),
                    fonts::regular(t.type_scale.body),
                    t.colors.red,
                );
            }
            gap(ui, 12.0);
            ways_ui(ui, row, bench, pen);
            changing::changing_ui(ui, row.at, pen);
            if let Some((_, cause)) = bench.cause.as_ref().filter(|(at, _)| *at == row.at) {
                gap(ui, 14.0);
                cause_ui(ui, cause.as_ref(), pen);
            }
        });
}

/// Before and after, one over the other, so that they are compared.
fn verdicts_ui(ui: &mut Ui, row: &CaseRow, pen: &Pen<'_>) {
    let words = |verdict: &Option<Verdict>, none: &str| {
        verdict
            .as_ref()
            .map_or_else(|| none.to_owned(), |verdict| verdict.words(pen.content))
    };
    let before = words(&row.before, text::essais_not_before());
    let after = words(&row.after, text::essais_not_after());
    for (label, words) in [
        (text::essais_before(), before),
        (text::essais_after(), after),
    ] {
        caption(ui, label);
        said(ui, words);
        gap(ui, 6.0);
    }
}

fn named_button(ui: &mut Ui, look: Look, words: &str, name: &str, enabled: bool) -> bool {
    Button::new(look, words)
        .small()
        .name(name)
        .enabled(enabled)
        .show(ui)
        .clicked()
}

/// What one may do about a case.
fn ways_ui(ui: &mut Ui, row: &CaseRow, bench: &Bench, pen: &mut Pen<'_>) {
    let title = row.title.as_str();
    let current = pen
        .workshop
        .desk()
        .is_some_and(|desk| bench.is_current(desk));
    let wrong = !row.differences.is_empty();
    let moved = matches!(row.standing, Standing::Changed | Standing::Accepted);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if wrong && row.after.is_some() {
            let name = text::essais_accept_name(title);
            if named_button(ui, Look::Choice, text::essais_accept(), &name, current) {
                act(pen, BenchAction::Accept(row.at));
            }
        }
        let (words, name) = if row.standing == Standing::Changed {
            (text::essais_refuse(), text::essais_refuse_name(title))
        } else {
            (text::essais_why(), text::essais_why_name(title))
        };
        if (moved || wrong) && named_button(ui, Look::Choice, words, &name, true) {
            act(pen, BenchAction::Why(row.at));
        }
        let name = text::essais_levels_name(title);
        if named_button(ui, Look::Quiet, text::essais_levels(), &name, true) {
            act(pen, BenchAction::Levels(row.at));
        }
    });
}

/// What made it change, and what one may do about that.
fn cause_ui(ui: &mut Ui, cause: Option<&Culprit>, pen: &mut Pen<'_>) {
    let t = tokens();
    let Some(cause) = cause else {
        said(ui, text::essais_cause_none());
        return;
    };
    let response = widgets::text(
        ui,
        text::essais_cause(cause.label.as_str()),
        fonts::semibold(t.type_scale.body),
        t.colors.ink,
    );
    ui.accesskit_node_builder(response.id, |node| {
        node.set_live(eframe::egui::accesskit::Live::Polite);
    });
    if cause.undos > 1 {
        gap(ui, 2.0);
        small(ui, text::essais_take_back_said(cause.undos - 1));
    }
    gap(ui, 8.0);
    let words = if cause.undos > 1 {
        text::essais_take_back_many(cause.undos)
    } else {
        text::essais_take_back().to_owned()
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if named_button(ui, Look::Choice, &words, &words, true) {
            act(pen, BenchAction::TakeBack);
        }
        if cause.field.is_some()
            && named_button(ui, Look::Choice, text::essais_go(), text::essais_go(), true)
        {
            act(pen, BenchAction::GoToCause);
        }
    });
}
