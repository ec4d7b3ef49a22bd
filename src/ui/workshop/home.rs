//! What one comes to do, each task with its state; and what is rarely changed, behind a door.

use eframe::egui::{Rect, Ui, vec2};

use crate::app::workshop::{Asked, Room, Spot, Task, WorkshopAction, elements};
use crate::domain::kit::Layer;
use crate::domain::workshop::Kind;
use crate::ui::text;
use crate::ui::theme::tokens;
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::tile::{Tile, tiles_ui};
use crate::ui::widgets::{gap, hairline};

use super::{Pen, ask, column, header, ours, outdent, said, title_ui};

/// Width from which the two kits stand beside the title.
const WIDE: f32 = 1100.0;
/// Room for the two kits beside the title.
const BESIDE: f32 = 240.0;

/// How a task stands: words, and whether something is to correct.
struct Standing {
    words: String,
    grave: bool,
}

/// Draws what one comes to do.
pub(super) fn home_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "home", 1320.0, |ui| {
        gap(ui, 16.0);
        header::message_ui(ui, pen);
        if pen.workshop.asked == Some(Asked::Abandon) {
            ask::abandon_ui(ui, pen);
            return;
        }
        // Beside the title where there is room: then all of it is in view.
        let beside = ui.available_width() >= WIDE;
        ui.horizontal(|ui| {
            let width = ui.available_width() - if beside { BESIDE } else { 0.0 };
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.set_width(width);
                title_ui(ui, text::atelier_home(), t.type_scale.lead, pen);
            });
            if beside {
                ours::which_ui(ui, pen);
            }
        });
        gap(ui, if beside { 4.0 } else { 8.0 });
        let changes = pen.workshop.changes();
        let words = match (pen.workshop.ours().is_on(), changes) {
            (false, 0) => text::atelier_home_same().to_owned(),
            (false, changes) => text::atelier_home_changes(changes),
            (true, 0) => text::ours_home_same().to_owned(),
            (true, changes) => text::ours_home_changes(changes),
        };
        if !beside {
            ours::which_ui(ui, pen);
            gap(ui, 6.0);
        }
        said(ui, format!("{} {words}", ours::detail(pen)));
        gap(ui, 20.0);
        let whose = pen.workshop.ours().whose();
        let entries: Vec<Entry> = Task::ALL
            .iter()
            // Remarks are read when there are some: they need no place of their own.
            .filter(|task| task.is_for(whose) && **task != Task::Remarks)
            .map(|task| {
                let (title, detail) = text::workshop_task(*task);
                Entry {
                    title,
                    detail,
                    standing: standing(*task, pen),
                    spot: task.spot(),
                }
            })
            .collect();
        grid_ui(ui, &entries, pen);
        gap(ui, 20.0);
        hairline(ui);
        gap(ui, 14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
            if Button::new(Look::Choice, text::atelier_advanced())
                .show(ui)
                .clicked()
            {
                pen.push(WorkshopAction::Go(Spot::Advanced));
            }
            let unread = pen.remarks.unread();
            let mut words = text::workshop_task(Task::Remarks).0.to_owned();
            if unread > 0 {
                words.push_str(" · ");
                words.push_str(&text::remarks_state(unread));
            }
            if Button::new(Look::Choice, &words).show(ui).clicked() {
                pen.push(WorkshopAction::Go(Spot::Remarks));
            }
            if changes > 0
                && Button::new(Look::Danger, text::atelier_abandon())
                    .show(ui)
                    .clicked()
            {
                pen.push(WorkshopAction::Ask(Asked::Abandon));
            }
        });
        gap(ui, 24.0);
    });
}

/// Draws what is rarely changed.
pub(super) fn advanced_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "advanced", 1320.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        title_ui(ui, text::atelier_advanced(), t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, text::atelier_advanced_detail());
        gap(ui, 24.0);
        let mut entries: Vec<Entry> = Room::Advanced
            .kinds()
            .iter()
            .map(|kind| Entry {
                title: text::workshop_kinds(*kind),
                detail: text::workshop_kind_detail(*kind),
                standing: of_kinds(&[*kind], pen),
                spot: match kind {
                    Kind::Manifest => Spot::Sheets(
                        Kind::Manifest,
                        Some(crate::domain::workshop::Element::Manifest),
                    ),
                    kind => Spot::of_kind(*kind),
                },
            })
            .collect();
        let (profiles, situations) = layers(pen);
        entries.insert(
            0,
            Entry {
                title: text::niveaux(),
                detail: text::niveaux_task_detail(),
                standing: Standing {
                    words: text::atelier_state_personas(profiles, situations),
                    grave: false,
                },
                spot: Spot::Levels,
            },
        );
        grid_ui(ui, &entries, pen);
        gap(ui, 24.0);
    });
}

/// The way back to where one came from.
pub(super) fn back_ui(ui: &mut Ui, words: &str, pen: &mut Pen<'_>) {
    let cap = text::key_cap(crate::app::keys::Key::Escape);
    // The word stands on the margin of the page.
    outdent(ui, 8.0, tokens().space.row, |ui| {
        if Button::new(Look::Quiet, words)
            .cap(&cap)
            .small()
            .show(ui)
            .clicked()
        {
            pen.push(WorkshopAction::Back);
        }
    });
}

fn standing(task: Task, pen: &Pen<'_>) -> Standing {
    match task {
        Task::Words => of_kinds(
            &[Kind::Persona, Kind::Step, Kind::Question, Kind::Answer],
            pen,
        ),
        Task::Addresses => of_kinds(Room::Addresses.kinds(), pen),
        Task::Create => {
            let (profiles, situations) = layers(pen);
            Standing {
                words: text::atelier_state_personas(profiles, situations),
                grave: false,
            }
        }
        Task::Share => Standing {
            words: match pen.workshop.changes() {
                0 => text::atelier_state_unchanged().to_owned(),
                changes => text::atelier_state_changes(changes),
            },
            grave: false,
        },
        Task::Files => Standing {
            words: String::new(),
            grave: false,
        },
        Task::Bench => cases(pen),
        Task::Try => Standing {
            words: text::atelier_try_standing(pen.content.cases.len()),
            grave: false,
        },
        Task::Prepare => Standing {
            words: text::seance_standing().to_owned(),
            grave: false,
        },
        Task::Ours => local(pen),
        Task::Remarks => Standing {
            words: text::remarks_state(pen.remarks.unread()),
            grave: false,
        },
        Task::Map => Standing {
            words: text::atelier_map_standing().to_owned(),
            grave: false,
        },
        Task::Health => {
            let counts = pen.workshop.findings_of(Kind::ALL);
            Standing {
                words: text::workshop_findings(counts),
                grave: counts.errors > 0,
            }
        }
    }
}

/// Counts profiles, then situations.
fn layers(pen: &Pen<'_>) -> (usize, usize) {
    let layer = |layer: Layer| {
        let all = pen.content.personas.iter();
        all.filter(|persona| persona.layer == layer).count()
    };
    (layer(Layer::Profile), layer(Layer::Situation))
}

/// How much is local, and how much of it is to read again.
fn local(pen: &Pen<'_>) -> Standing {
    let seen = pen.workshop.ours().seen();
    let count = seen.map_or(0, |seen| seen.origins.len());
    let looks = seen.map_or(0, |seen| seen.looks.len());
    let mut words = text::ours_state(count);
    if looks > 0 {
        words.push_str(" · ");
        words.push_str(&text::ours_state_looks(looks));
    }
    Standing {
        words,
        grave: looks > 0,
    }
}

/// How many cases there are; how many change, if they were tried on the draft as it stands.
fn cases(pen: &Pen<'_>) -> Standing {
    let mut words = text::essais_state(pen.content.cases.len());
    let bench = &pen.workshop.bench;
    let current = pen
        .workshop
        .desk()
        .is_some_and(|desk| bench.is_current(desk));
    let (_, changed, wrong) = bench.counts();
    for (count, said) in [
        (changed, text::essais_state_changed(changed)),
        (wrong, text::essais_state_wrong(wrong)),
    ] {
        if current && count > 0 {
            words.push_str(" · ");
            words.push_str(&said);
        }
    }
    Standing {
        words,
        grave: current && wrong > 0,
    }
}

/// How many there are, how many changed, and whether something is to correct.
fn of_kinds(kinds: &[Kind], pen: &Pen<'_>) -> Standing {
    let errors = pen.workshop.findings_of(kinds).errors;
    let counts: Vec<String> = kinds
        .iter()
        .filter(|kind| !matches!(kind, Kind::Answer | Kind::Manifest))
        .map(|kind| text::workshop_count(*kind, elements(pen.content, *kind).len()))
        .collect();
    let mut words = counts.join(", ");
    let mut add = |more: String| {
        if !words.is_empty() {
            words.push_str(" · ");
        }
        words.push_str(&more);
    };
    let changes = pen.workshop.changes_of(kinds);
    if changes > 0 {
        add(text::atelier_state_changes(changes));
    }
    if errors > 0 {
        add(text::atelier_findings_correct(errors));
    }
    if words.is_empty() {
        text::atelier_state_unchanged().clone_into(&mut words);
    }
    Standing {
        words,
        grave: errors > 0,
    }
}

struct Entry {
    title: &'static str,
    detail: &'static str,
    standing: Standing,
    spot: Spot,
}

/// Draws entries as tiles, and goes where one leads.
fn grid_ui(ui: &mut Ui, entries: &[Entry], pen: &mut Pen<'_>) {
    let tiles: Vec<Tile> = entries
        .iter()
        .map(|entry| Tile {
            title: entry.title.to_owned(),
            detail: entry.detail.to_owned(),
            standing: entry.standing.words.clone(),
            grave: entry.standing.grave,
        })
        .collect();
    if let Some(entry) = tiles_ui(ui, &tiles).and_then(|pressed| entries.get(pressed)) {
        pen.push(WorkshopAction::Go(entry.spot.clone()));
    }
}
