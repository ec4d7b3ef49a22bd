//! « Propre à notre structure »: everything local with what the kit says, what to read again, and using it.
//!
//! It must never hide that something is local, nor change what agents get at one press.

use std::path::PathBuf;

use eframe::egui::{Rect, Ui, accesskit, vec2};

use crate::app::workshop::ours::Seen;
use crate::app::workshop::{Asked, OursAction, Spot, Whose, WorkshopAction};
use crate::domain::problem::Gravity;
use crate::domain::workshop::layer::{Look, Origin, Touched, Why};
use crate::domain::workshop::{Element, Field};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Style};
use crate::ui::widgets::{self, gap, hairline};

use super::home::back_ui;
use super::share::{LONGEST_PATH, line_ui, partial_ui, urgent, whole_path};
use super::{Pen, ask, column, header, heading, said, small, title_ui};

/// Longest text shown of each side, in characters.
const LONGEST: usize = 280;

/// Draws the page.
pub(super) fn ours_ui(ui: &mut Ui, body: Rect, pen: &mut Pen<'_>) {
    let t = tokens();
    column(ui, body, "ours", 760.0, |ui| {
        gap(ui, 16.0);
        back_ui(ui, text::atelier_back_home(), pen);
        gap(ui, 12.0);
        header::message_ui(ui, pen);
        if pen.workshop.asked == Some(Asked::Use) {
            confirm_ui(ui, pen);
            gap(ui, 32.0);
            return;
        }
        let (title, detail) = text::workshop_task(crate::app::workshop::Task::Ours);
        title_ui(ui, title, t.type_scale.lead, pen);
        gap(ui, 4.0);
        said(ui, detail);
        let troubles = [&pen.workshop.ours().trouble, &pen.local.trouble];
        for trouble in troubles.into_iter().flatten() {
            gap(ui, 12.0);
            urgent(ui, trouble.clone());
        }
        let Some(seen) = pen.workshop.ours().seen().cloned() else {
            return;
        };
        use_ui(ui, pen);
        keep_back_ui(ui, pen);
        looks_ui(ui, &seen, pen);
        origins_ui(ui, &seen, pen);
        gap(ui, 24.0);
        hairline(ui);
        gap(ui, 16.0);
        place_ui(ui, pen);
        gap(ui, 32.0);
    });
}

/// Which kit is in hand: the first thing of the workshop's home.
pub(super) fn which_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    let now = pen.workshop.ours().whose();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        for (whose, words) in [
            (Whose::Everyone, text::ours_everyone()),
            (Whose::Ours, text::ours_ours()),
        ] {
            let name = text::named(text::ours_which(), words);
            let button = Button::new(Style::Choice, words)
                .small()
                .name(&name)
                .chosen(whose == now);
            if button.show(ui).clicked() && whose != now {
                pen.push(WorkshopAction::Ours(OursAction::Turn(whose)));
            }
        }
    });
}

/// What changing the kit in hand means.
pub(super) fn detail(pen: &Pen<'_>) -> &'static str {
    match pen.workshop.ours().whose() {
        Whose::Everyone => text::ours_everyone_detail(),
        Whose::Ours => text::ours_ours_detail(),
    }
}

/// What stands under a field that is local: what the kit says, and the way back to it.
pub(super) fn mark_ui(ui: &mut Ui, field: &Field, pen: &mut Pen<'_>) {
    let ours = pen.workshop.ours();
    let Some(words) = ours.kit_words(pen.content, field) else {
        return;
    };
    let t = tokens();
    gap(ui, 6.0);
    let font = fonts::semibold(t.type_scale.small);
    widgets::text(ui, text::ours_mark(), font, t.colors.accent);
    small(ui, text::ours_base(shown(&words)));
    gap(ui, 4.0);
    let label = field.label(pen.content);
    let name = text::ours_named(text::ours_back(), label.as_str());
    let button = Button::new(Style::Choice, text::ours_back())
        .small()
        .name(&name);
    if button.show(ui).clicked()
        && let Some(edit) = pen.workshop.ours().back(pen.content, field)
    {
        pen.push(WorkshopAction::Seal);
        pen.push(WorkshopAction::Edit(edit));
        pen.push(WorkshopAction::Seal);
    }
}

/// What is said of a sheet while what is local is in hand.
pub(super) fn sheet_note_ui(ui: &mut Ui, element: &Element, pen: &Pen<'_>) {
    if !pen.workshop.ours().is_on() {
        return;
    }
    let own = pen.workshop.ours().is_own(element);
    let names = crate::domain::workshop::fields::names(element).iter();
    let whole = names
        .map(|name| Field::new(element.clone(), *name))
        .all(|field| pen.workshop.ours().may_fill(&field));
    if whole && !own {
        return;
    }
    small(
        ui,
        if own {
            text::ours_mark_own()
        } else {
            text::ours_rest()
        },
    );
    gap(ui, 12.0);
}

fn shown(words: &str) -> String {
    if words.is_empty() {
        return text::share_nothing_there().to_owned();
    }
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let short: String = words.chars().take(LONGEST).collect();
    format!("{short}…")
}

/// Using what is written here.
fn use_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    gap(ui, 16.0);
    if pen.workshop.ours().is_saving() {
        let said = small(ui, text::ours_saving());
        ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
        return;
    }
    if pen.workshop.changes() == 0 {
        small(ui, text::ours_use_none());
        return;
    }
    if pen.workshop.checked().count(Gravity::Error) > 0 {
        urgent(ui, text::ours_use_errors());
        return;
    }
    if Button::new(Style::Loud, text::ours_use())
        .show(ui)
        .clicked()
    {
        pen.push(WorkshopAction::Ours(OursAction::AskUse));
    }
    gap(ui, 4.0);
    small(ui, text::ours_use_detail());
}

fn confirm_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    ask::frame(ui, |ui| {
        ask::question(ui, text::ours_confirm(), pen);
        gap(ui, 6.0);
        said(ui, text::ours_confirm_detail(pen.workshop.changes()));
        gap(ui, 6.0);
        small(ui, folder_words(pen));
        gap(ui, 18.0);
        ask::ways_ui(
            ui,
            text::ours_confirm_yes(),
            text::ours_confirm_no(),
            true,
            pen,
        );
    });
}

fn folder_words(pen: &Pen<'_>) -> String {
    match pen.local_folder {
        Some(folder) => text::share_confirm_folder(folder.display().to_string()),
        None => text::ours_place_here().to_owned(),
    }
}

/// The way back on « Garder le nôtre », for as long as nothing else was used.
fn keep_back_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    if !pen.workshop.ours().may_keep_back() {
        return;
    }
    gap(ui, 12.0);
    let told = small(ui, text::ours_kept());
    ui.accesskit_node_builder(told.id, |node| node.set_live(accesskit::Live::Polite));
    gap(ui, 4.0);
    let back = Button::new(Style::Choice, text::ours_keep_back()).small();
    if back.show(ui).clicked() {
        pen.push(WorkshopAction::Ours(OursAction::KeepBack));
    }
}

/// What the kit of everyone changed under what is local.
fn looks_ui(ui: &mut Ui, seen: &Seen, pen: &mut Pen<'_>) {
    if seen.looks.is_empty() {
        return;
    }
    gap(ui, 24.0);
    heading(ui, text::ours_looks());
    gap(ui, 4.0);
    small(ui, text::ours_looks_detail());
    gap(ui, 10.0);
    for (at, look) in seen.looks.iter().enumerate() {
        hairline(ui);
        ui.push_id(("look", at), |ui| look_ui(ui, look, pen));
    }
    hairline(ui);
}

fn look_ui(ui: &mut Ui, look: &Look, pen: &mut Pen<'_>) {
    let t = tokens();
    gap(ui, 10.0);
    let font = fonts::semibold(t.type_scale.body);
    widgets::text(ui, look.what.clone(), font, t.colors.ink);
    let within = matches!(look.touched, Touched::Field(_));
    if within && look.why != Why::Needless {
        gap(ui, 4.0);
        small(ui, text::ours_was(shown(&look.was)));
        if look.why == Why::Changed {
            small(ui, text::ours_now(shown(&look.now)));
        }
        small(ui, text::ours_here(shown(&look.local)));
    }
    gap(ui, 8.0);
    let keep = OursAction::Keep(look.touched.clone());
    let take = OursAction::Reset(look.touched.clone());
    let (keep, take) = match look.why {
        Why::Changed => (Some(keep), (text::ours_take(), take)),
        Why::Lost => (Some(keep), (text::ours_remove(), take)),
        Why::Clash => (None, (text::ours_take(), take)),
        Why::Needless | Why::Gone => (None, (text::ours_forget(), take)),
    };
    let label = label_of(&look.touched, pen);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        if let Some(keep) = keep {
            act_ui(
                ui,
                text::ours_keep(),
                &label,
                WorkshopAction::Ours(keep),
                pen,
            );
        }
        let (words, take) = take;
        act_ui(ui, words, &label, WorkshopAction::Ours(take), pen);
        see_ui(ui, &look.touched, &label, pen);
    });
    gap(ui, 10.0);
}

fn label_of(touched: &Touched, pen: &Pen<'_>) -> String {
    match touched {
        Touched::Field(field) => field.label(pen.content),
        Touched::Hidden(step) => Element::Step(step.clone()).label(pen.workshop.ours().bare()),
        Touched::Own(element) => element.label(pen.content),
    }
}

fn act_ui(ui: &mut Ui, words: &str, label: &str, action: WorkshopAction, pen: &mut Pen<'_>) {
    let name = text::ours_named(words, label);
    let button = Button::new(Style::Choice, words)
        .small()
        .name(&name)
        .enabled(!pen.workshop.ours().is_saving());
    if button.show(ui).clicked() {
        pen.push(action);
    }
}

/// The way to what is local, if there is a sheet for it.
fn see_ui(ui: &mut Ui, touched: &Touched, label: &str, pen: &mut Pen<'_>) {
    let action = match touched {
        Touched::Field(field) => {
            let there = crate::domain::workshop::fields::read(pen.content, field).is_some();
            let spot = there.then(|| Spot::of(&field.element));
            spot.map(|_| WorkshopAction::GoTo(field.clone()))
        }
        Touched::Own(element) => {
            let there = crate::domain::workshop::items::position(pen.content, element).is_some();
            let spot = there.then(|| Spot::of(element));
            spot.map(WorkshopAction::Go)
        }
        Touched::Hidden(_) => None,
    };
    let Some(action) = action else {
        return;
    };
    let name = text::ours_named(text::ours_see(), label);
    let button = Button::new(Style::Quiet, text::ours_see())
        .small()
        .name(&name);
    if button.show(ui).clicked() {
        pen.push(action);
    }
}

/// Says whether something local is of a sort.
type Is = fn(&Touched) -> bool;

/// Everything local, with what the kit says.
fn origins_ui(ui: &mut Ui, seen: &Seen, pen: &mut Pen<'_>) {
    if seen.origins.is_empty() {
        if seen.looks.is_empty() {
            gap(ui, 20.0);
            said(ui, text::ours_none());
        }
        return;
    }
    let groups: [(&str, Is); 3] = [
        (text::ours_fields(), |t| matches!(t, Touched::Field(_))),
        (text::ours_hidden(), |t| matches!(t, Touched::Hidden(_))),
        (text::ours_own(), |t| matches!(t, Touched::Own(_))),
    ];
    for (title, is) in groups {
        // What is to be read again stands above already.
        let above = |o: &Origin| seen.looks.iter().any(|look| look.touched == o.touched);
        let of = seen.origins.iter().filter(|o| is(&o.touched) && !above(o));
        let of: Vec<&Origin> = of.collect();
        if of.is_empty() {
            continue;
        }
        gap(ui, 24.0);
        heading(ui, title);
        gap(ui, 10.0);
        for (at, origin) in of.into_iter().enumerate() {
            hairline(ui);
            ui.push_id((title, at), |ui| origin_ui(ui, origin, seen, pen));
        }
        hairline(ui);
    }
}

fn origin_ui(ui: &mut Ui, origin: &Origin, seen: &Seen, pen: &mut Pen<'_>) {
    let t = tokens();
    gap(ui, 10.0);
    let label = label_of(&origin.touched, pen);
    let font = fonts::semibold(t.type_scale.body);
    widgets::text(ui, label.as_str(), font, t.colors.ink);
    let words = match &origin.touched {
        Touched::Field(_) => {
            gap(ui, 4.0);
            let here = seen.layer.words(pen.content, &origin.touched);
            small(ui, text::ours_here(shown(&here)));
            small(ui, text::ours_base(shown(&origin.base)));
            text::ours_back()
        }
        Touched::Hidden(_) => text::ours_show_again(),
        Touched::Own(_) => text::ours_remove(),
    };
    gap(ui, 8.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let action = OursAction::Reset(origin.touched.clone());
        act_ui(ui, words, &label, WorkshopAction::Ours(action), pen);
        see_ui(ui, &origin.touched, &label, pen);
    });
    gap(ui, 10.0);
}

/// Where it is kept.
fn place_ui(ui: &mut Ui, pen: &mut Pen<'_>) {
    heading(ui, text::ours_place());
    gap(ui, 4.0);
    let chosen: Option<PathBuf> = pen.local_folder.map(PathBuf::from);
    small(
        ui,
        if chosen.is_some() {
            text::ours_place_shared()
        } else {
            text::ours_place_here()
        },
    );
    gap(ui, 10.0);
    let shown = || {
        chosen
            .as_ref()
            .map_or_else(String::new, |path| path.display().to_string())
    };
    if pen.local_locked {
        said(ui, shown());
        gap(ui, 4.0);
        small(ui, text::ours_locked());
        return;
    }
    if pen.memory.ours_from != chosen {
        pen.memory.ours_from.clone_from(&chosen);
        pen.memory.ours_folder = None;
    }
    let mut typed = pen.memory.ours_folder.clone().unwrap_or_else(shown);
    let label = text::ours_folder();
    let response = line_ui(ui, "ours", label, &mut typed, LONGEST_PATH);
    if response.changed() {
        pen.memory.ours_folder = Some(typed.clone());
    }
    let wanted = whole_path(&typed);
    let whole = wanted.is_some() || typed.trim().is_empty();
    if response.lost_focus() && whole && wanted != chosen {
        pen.push(WorkshopAction::Ours(OursAction::Folder(wanted)));
    }
    partial_ui(ui, &typed);
}
