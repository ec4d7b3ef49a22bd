//! « Ce que ça change »: differences as a manager reads them, kind by kind.
//!
//! It must never show a key of a file, nor hide that there is more than it shows.

use eframe::egui::Ui;

use crate::domain::workshop::Kind;
use crate::domain::workshop::diff::Change;
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind as Look};
use crate::ui::widgets::{self, caption, gap, hairline};

use super::{Memory, small};

/// Differences shown before one asks for all of them.
const FIRST: usize = 12;
/// Longest text shown of each side, in characters.
const LONGEST: usize = 280;

/// Every kind, those that managers look for first.
const KINDS: &[Kind] = &[
    Kind::Persona,
    Kind::Cue,
    Kind::Question,
    Kind::Answer,
    Kind::Step,
    Kind::Place,
    Kind::Procedure,
    Kind::Rule,
    Kind::Case,
    Kind::Family,
    Kind::Link,
    Kind::Source,
    Kind::Manifest,
];

/// Draws them; the title tells one list of a page from another.
pub(super) fn changes_ui(
    ui: &mut Ui,
    title: &'static str,
    changes: &[Change],
    memory: &mut Memory,
) {
    let whole = changes.len() <= FIRST + 2 || memory.whole.contains(title);
    let mut left = if whole { changes.len() } else { FIRST };
    if let Some(words) = text::in_french() {
        gap(ui, 4.0);
        small(ui, words);
    }
    ui.push_id(title, |ui| {
        for kind in KINDS {
            let of = || changes.iter().filter(|c| c.element.kind() == *kind);
            let count = of().count();
            if count == 0 || left == 0 {
                continue;
            }
            gap(ui, 14.0);
            caption(ui, text::changes_of(*kind, count));
            gap(ui, 4.0);
            for change in of().take(left) {
                hairline(ui);
                change_ui(ui, change);
            }
            left = left.saturating_sub(count);
        }
        hairline(ui);
    });
    if !whole {
        gap(ui, 8.0);
        let words = text::share_all_changes(changes.len());
        let name = text::named(words.as_str(), title);
        let button = Button::new(Look::Choice, &words).small().name(&name);
        if button.show(ui).clicked() {
            memory.whole.insert(title);
        }
    }
}

fn change_ui(ui: &mut Ui, change: &Change) {
    let t = tokens();
    gap(ui, 8.0);
    let font = fonts::semibold(t.type_scale.body);
    widgets::text(ui, change.what.clone(), font, t.colors.ink);
    // Of what came or went as a whole its own words are enough.
    let within = change.field.is_some();
    for (words, now) in [(&change.before, false), (&change.after, true)] {
        if words.is_empty() && !within {
            continue;
        }
        gap(ui, 2.0);
        let words = match words.as_str() {
            "" => text::share_nothing_there().to_owned(),
            words => shortened(words),
        };
        let words = match (within, now) {
            (false, _) => words,
            (true, false) => text::share_before(words),
            (true, true) => text::share_after(words),
        };
        small(ui, words);
    }
    gap(ui, 8.0);
}

fn shortened(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let short: String = words.chars().take(LONGEST).collect();
    format!("{short}…")
}
