//! A card one would like to read for two minutes: its parts in order, each link where it leads.

use eframe::egui::{Response, Ui, accesskit, vec2};

use crate::app::TrainingAction;
use crate::app::training::cards::{self, Block, Card, CardView, Heading, Leaf, Link};
use crate::ui::layers::remark::remark_ui;
use crate::ui::panel::plan;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::entry::Entry;
use crate::ui::widgets::sign::sign;
use crate::ui::widgets::{self, gap, hairline};
use crate::ui::workshop::{focused_title, heading, said, small, two_ui};

use super::{Memory, Pen, go};

/// Whether this build can lay pages out; without it nothing is offered that would fail.
const PRESS: bool = cfg!(feature = "paper");
/// Width from which two lists stand side by side.
const PAIR: f32 = 480.0;

/// Draws a card.
pub(super) fn card_ui(ui: &mut Ui, card: &Card, pen: &mut Pen<'_>, memory: &mut Memory) {
    let Some(view) = cards::card(&pen.state.kit, card) else {
        return;
    };
    head_ui(ui, &view, pen);
    for (at, block) in view.blocks.iter().enumerate() {
        let within = at
            .checked_sub(1)
            .and_then(|before| view.blocks.get(before))
            .is_some_and(|before| matches!(before, Block::Part(_)));
        ui.push_id(at, |ui| block_ui(ui, block, within, card, pen, memory));
    }
    if !view.dates.is_empty() {
        gap(ui, 20.0);
        hairline(ui);
        gap(ui, 8.0);
        for date in &view.dates {
            small(ui, text::card_fact(date));
        }
    }
    if let Card::Persona(persona) = card {
        gap(ui, 16.0);
        remark_ui(ui, pen.state, persona, pen.out);
    }
}

/// The title with its sign, what the card is, and what can be done with it.
fn head_ui(ui: &mut Ui, view: &CardView, pen: &mut Pen<'_>) {
    let t = tokens();
    let taken = std::mem::take(&mut pen.turned);
    let size = if view.title.chars().count() > 60 {
        t.type_scale.say
    } else {
        t.type_scale.lead
    };
    let facts: Vec<String> = view.facts.iter().map(text::card_fact).collect();
    let words = facts.join(" · ");
    let title = |ui: &mut Ui| {
        focused_title(ui, &title_of(view), size, taken);
        gap(ui, 4.0);
        let font = fonts::regular(t.type_scale.small + 1.0);
        widgets::text(ui, words, font, t.colors.muted);
    };
    match &view.symbol {
        Some(symbol) => {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                sign(ui, symbol, 54.0);
                ui.vertical(title);
            });
        }
        None => title(ui),
    }
    actions_ui(ui, view, pen);
}

/// A question is said, so it stands between quotation marks.
fn title_of(view: &CardView) -> String {
    match view.card {
        Card::Question(_) => text::quote(&view.title),
        _ => view.title.clone(),
    }
}

/// What can be done with the card in view, in one row under its title.
fn actions_ui(ui: &mut Ui, view: &CardView, pen: &mut Pen<'_>) {
    let Card::Persona(persona) = &view.card else {
        return;
    };
    if !PRESS && !view.on_map {
        return;
    }
    gap(ui, 10.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        let print = Button::new(Kind::Choice, text::fiches_print()).small();
        if PRESS && print.show(ui).clicked() {
            pen.push(TrainingAction::PrintCard(persona.clone()));
        }
        let see = Button::new(Kind::Choice, text::fiches_map_see()).small();
        if view.on_map && see.show(ui).clicked() {
            go(pen, Leaf::Map);
        }
    });
}

/// Small words above some lines, as a heading to go to.
fn caption_ui(ui: &mut Ui, words: &str) -> Response {
    let t = tokens();
    let font = fonts::semibold(t.type_scale.small);
    let response = widgets::text(ui, words, font, t.colors.muted);
    ui.accesskit_node_builder(response.id, |node| {
        node.set_role(accesskit::Role::Heading);
        node.set_label(words);
    });
    response
}

/// What stands above a part; `within` says that a larger heading stands just above.
fn heading_ui(ui: &mut Ui, of: &Heading, within: bool) {
    let words = text::card_heading(of);
    let minor = matches!(
        of,
        Heading::Steps(_)
            | Heading::Cues(_)
            | Heading::Answer(_)
            | Heading::Opened
            | Heading::Telling
            | Heading::Say(Some(_))
    );
    if minor {
        gap(ui, if within { 6.0 } else { 14.0 });
        caption_ui(ui, &words);
        gap(ui, 2.0);
    } else {
        gap(ui, 26.0);
        heading(ui, &words);
        gap(ui, 6.0);
    }
}

fn block_ui(
    ui: &mut Ui,
    block: &Block,
    within: bool,
    card: &Card,
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    let t = tokens();
    match block {
        Block::Part(heading) => heading_ui(ui, heading, within),
        Block::Essence(words) => {
            gap(ui, 16.0);
            let font = fonts::semibold(t.type_scale.say);
            widgets::text(ui, text::quote(words), font, t.colors.ink);
        }
        Block::Pair((left, lefts), (right, rights)) => {
            gap(ui, 20.0);
            hairline(ui);
            gap(ui, 12.0);
            pair_ui(ui, (left, lefts), (right, rights));
        }
        Block::Lines(heading, lines) => {
            heading_ui(ui, heading, within);
            if lines.is_empty() {
                small(ui, text::fiches_answer_nobody());
            }
            for line in lines {
                said(ui, line.clone());
                gap(ui, 4.0);
            }
        }
        Block::Say(heading, lines) => {
            if let Some(heading) = heading {
                heading_ui(ui, heading, within);
                gap(ui, 4.0);
            }
            for (at, line) in lines.iter().enumerate() {
                ui.push_id(at, |ui| {
                    let font = fonts::regular(t.type_scale.body + 1.0);
                    plan::sentence_ui(ui, &text::quote(line), font);
                });
                gap(ui, 8.0);
            }
        }
        Block::Avoid(lines) => {
            heading_ui(ui, &Heading::Avoid, within);
            for (what, because) in lines {
                said(ui, text::capital(what));
                if !because.is_empty() {
                    small(ui, text::capital(&text::fiches_because(because.as_str())));
                }
                gap(ui, 7.0);
            }
        }
        Block::Links(heading, links) => {
            heading_ui(ui, heading, within);
            links_ui(ui, links, pen);
        }
        Block::Folded(heading, links) => folded_ui(ui, heading, links, card, pen, memory),
        Block::Small(heading, lines) => {
            heading_ui(ui, heading, within);
            for line in lines {
                small(ui, line.clone());
                gap(ui, 5.0);
            }
        }
    }
}

fn pair_ui(
    ui: &mut Ui,
    (left, lefts): (&Heading, &Vec<String>),
    (right, rights): (&Heading, &Vec<String>),
) {
    let of = |lines: &Vec<String>| lines.iter().map(|line| text::capital(line)).collect();
    let (lefts, rights): (Vec<String>, Vec<String>) = (of(lefts), of(rights));
    let (left, right) = (text::card_heading(left), text::card_heading(right));
    if ui.available_width() >= PAIR {
        two_ui(ui, (&left, &lefts), (&right, &rights));
        return;
    }
    for (title, lines) in [(left, lefts), (right, rights)] {
        caption_ui(ui, &title);
        gap(ui, 2.0);
        for line in lines {
            gap(ui, 2.0);
            said(ui, line);
        }
        gap(ui, 12.0);
    }
}

fn links_ui(ui: &mut Ui, links: &[Link], pen: &mut Pen<'_>) {
    for (at, link) in links.iter().enumerate() {
        let aside = text::card_aside(&link.aside);
        let under = match link.card {
            _ if link.under.is_empty() => String::new(),
            Card::Question(_) => text::fiches_answered(link.under.as_str()),
            _ => text::capital(&link.under),
        };
        let entry = Entry::link(&link.title).beside(&aside).under(&under);
        let id = ui.scope_id().with(("link", at));
        if entry.show(ui, id).clicked() {
            go(pen, Leaf::Card(link.card.clone()));
        }
        if !link.under.is_empty() {
            gap(ui, 4.0);
        }
    }
}

/// What is rare, behind a button: it is there for whoever looks for it.
fn folded_ui(
    ui: &mut Ui,
    heading: &Heading,
    links: &[Link],
    card: &Card,
    pen: &mut Pen<'_>,
    memory: &mut Memory,
) {
    let open = memory.rare.as_ref() == Some(card);
    let words = if open {
        text::fiches_head_rare_hide().to_owned()
    } else {
        text::card_heading(heading)
    };
    gap(ui, 12.0);
    if Button::new(Kind::Choice, &words).small().show(ui).clicked() {
        memory.rare = (!open).then(|| card.clone());
    }
    if open {
        gap(ui, 4.0);
        links_ui(ui, links, pen);
    }
}
