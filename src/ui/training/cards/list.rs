//! The cards of a shelf by groups, or those that were found, a row each.

use eframe::egui::{Align, Id, ScrollArea, Sense, Ui, accesskit, vec2};

use crate::app::TrainingAction;
use crate::app::training::cards::{self, Card, CardsAction, Leaf, Link, Shelf};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::entry::{Entry, stepped};
use crate::ui::widgets::{self, caption, gap};
use crate::ui::workshop::{heading, small};

use super::{Memory, Pen, go, search_ui};

/// A card of a list.
struct Row {
    card: Card,
    words: String,
    aside: String,
}

/// Says whether something is looked for.
pub(super) fn is_searching(pen: &Pen<'_>) -> bool {
    !pen.state.training.cards.query.trim().is_empty()
}

/// Draws the search, then the cards of the shelf or those that were found.
pub(super) fn list_ui(
    ui: &mut Ui,
    (shelf, chosen): (Shelf, Option<&Card>),
    pane: bool,
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    let (title, detail) = text::shelf(shelf);
    if pane {
        heading(ui, title);
    } else {
        super::title_ui(ui, title, pen);
        gap(ui, 4.0);
        small(ui, detail);
    }
    gap(ui, 10.0);
    search_ui(ui, pen);
    gap(ui, 10.0);
    let draw = |ui: &mut Ui, pen: &mut Pen<'_>, memory: &mut Memory| {
        if is_searching(pen) {
            found_ui(ui, chosen, pane, pen, memory);
        } else {
            shelf_ui(ui, shelf, chosen, pane, pen, memory);
        }
    };
    if !pane {
        draw(ui, pen, memory);
        return;
    }
    ScrollArea::vertical()
        .id_salt(("cards_list", shelf))
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            ui.set_width(ui.available_width() - 10.0);
            // Room for the ring of the first row.
            gap(ui, 3.0);
            draw(ui, pen, memory);
            gap(ui, 12.0);
        });
}

fn shelf_ui(
    ui: &mut Ui,
    shelf: Shelf,
    chosen: Option<&Card>,
    pane: bool,
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    let kit = pen.state.kit.clone();
    let row = |card: Card| Row {
        words: card.title(&kit),
        card,
        aside: String::new(),
    };
    let groups = cards::rows(&kit, shelf)
        .into_iter()
        .map(|(group, cards)| {
            let title = group.as_ref().map(text::card_group);
            (title, cards.into_iter().map(row).collect())
        })
        .collect();
    rows_ui(ui, groups, chosen, pane, pen, memory);
}

/// Draws the cards that were found, from every shelf, and the way out of the search.
pub(super) fn found_ui(
    ui: &mut Ui,
    chosen: Option<&Card>,
    pane: bool,
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    let kit = pen.state.kit.clone();
    let found = cards::found(pen.state);
    let words = if found.is_empty() {
        text::fiches_search_none().to_owned()
    } else {
        text::fiches_found(found.len())
    };
    let t = tokens();
    let font = fonts::regular(t.type_scale.small);
    let said = widgets::text(ui, words, font, t.colors.muted);
    ui.accesskit_node_builder(said.id, |node| node.set_live(accesskit::Live::Polite));
    gap(ui, 8.0);
    let rows = found
        .into_iter()
        .map(|card| Row {
            words: Link::to(&kit, card.clone()).title,
            aside: card
                .shelf(&kit)
                .map(|shelf| text::one_of(shelf).to_owned())
                .unwrap_or_default(),
            card,
        })
        .collect();
    rows_ui(ui, vec![(None, rows)], chosen, pane, pen, memory);
    gap(ui, 10.0);
    let clear = Button::new(Kind::Choice, text::fiches_clear()).small();
    if clear.show(ui).clicked() {
        pen.push(TrainingAction::Cards(CardsAction::Search(String::new())));
    }
}

fn rows_ui(
    ui: &mut Ui,
    groups: Vec<(Option<String>, Vec<Row>)>,
    chosen: Option<&Card>,
    pane: bool,
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    let cards: Vec<Card> = groups
        .iter()
        .flat_map(|(_, rows)| rows.iter().map(|row| row.card.clone()))
        .collect();
    let at = cards.iter().position(|card| Some(card) == chosen);
    // Beside a card the list is one stop of the Tab key; arrows go through it.
    let stop = pane.then(|| at.unwrap_or(0));
    let mut number = 0;
    for (group, rows) in groups {
        if let Some(title) = group {
            gap(ui, if number > 0 { 14.0 } else { 2.0 });
            caption(ui, title);
            gap(ui, 4.0);
        }
        for row in rows {
            let sense = if stop.is_none_or(|stop| stop == number) {
                Sense::click()
            } else {
                Sense::CLICK
            };
            let is_chosen = chosen == Some(&row.card);
            let id = Id::unique("fiches_row").with(row.card.element().key());
            let entry = Entry::row(&row.words, is_chosen).beside(&row.aside);
            let response = entry.sense(sense).show(ui, id);
            if is_chosen && memory.row.as_ref() == Some(&row.card) {
                memory.row = None;
                response.request_focus();
            } else if is_chosen && pen.turned {
                // A link led there: the list shows where one is.
                response.scroll_to_me(Some(Align::Center));
            }
            let mut wanted = response.clicked().then_some(number);
            if stop.is_some() {
                wanted = wanted.or(stepped(ui, &response, number, cards.len()));
            }
            if let Some(next) = wanted.and_then(|at| cards.get(at)) {
                choose(next, pane, pen, memory);
            }
            number += 1;
        }
    }
}

/// Beside a card another takes its place; alone, the list is a page one goes back to.
fn choose(card: &Card, pane: bool, pen: &mut Pen<'_>, memory: &mut Memory) {
    let leaf = Leaf::Card(card.clone());
    if pane {
        memory.row = Some(card.clone());
        pen.push(TrainingAction::Cards(CardsAction::Turn(leaf)));
    } else {
        go(pen, leaf);
    }
}
