//! What the keyboard and the clipboard ask of the table while it has the focus.

use eframe::egui::{Event, Key as EguiKey, Modifiers, Ui};

use crate::app::keys::Key;
use crate::app::workshop::LevelsAction;
use crate::domain::workshop::words::of_key;
use crate::ui::input::{Focus, key};

/// Rows that a page is.
const PAGE: isize = 10;

fn go(down: isize, right: isize, modifiers: Modifiers) -> LevelsAction {
    LevelsAction::Move {
        down,
        right,
        extend: modifiers.shift,
    }
}

/// What a key asks.
fn of(logical: EguiKey, physical: Option<EguiKey>, modifiers: Modifiers) -> Option<LevelsAction> {
    let chord = modifiers.command || modifiers.ctrl;
    let far = |by: isize| {
        if chord {
            by.saturating_mul(isize::MAX)
        } else {
            by
        }
    };
    let end = isize::MAX;
    Some(match logical {
        _ if modifiers.alt => return None,
        EguiKey::ArrowUp => go(far(-1), 0, modifiers),
        EguiKey::ArrowDown => go(far(1), 0, modifiers),
        EguiKey::ArrowLeft => go(0, far(-1), modifiers),
        EguiKey::ArrowRight => go(0, far(1), modifiers),
        EguiKey::PageUp if !chord => go(-PAGE, 0, modifiers),
        EguiKey::PageDown if !chord => go(PAGE, 0, modifiers),
        EguiKey::Home => go(if chord { -end } else { 0 }, -end, modifiers),
        EguiKey::End => go(if chord { end } else { 0 }, end, modifiers),
        EguiKey::A if chord && !modifiers.shift => LevelsAction::All,
        _ if chord => return None,
        EguiKey::Enter => LevelsAction::Move {
            down: if modifiers.shift { -1 } else { 1 },
            right: 0,
            extend: false,
        },
        EguiKey::Delete | EguiKey::Backspace => LevelsAction::Put(None),
        _ => {
            let pressed = match key(logical, physical, modifiers, Focus::Widget)? {
                Key::Digit(digit) => char::from_digit(digit.into(), 10)?,
                Key::Letter(letter) => letter,
                _ => return None,
            };
            LevelsAction::Put(Some(of_key(pressed)?))
        }
    })
}

/// Everything asked in this pass, in order; what egui would do with the same keys is left to it.
pub(super) fn asked(ui: &Ui) -> Vec<LevelsAction> {
    let events = ui.input(|i| i.events.clone());
    let mut actions = Vec::new();
    for event in events {
        match event {
            Event::Key {
                key,
                physical_key,
                pressed: true,
                modifiers,
                ..
            } => actions.extend(of(key, physical_key, modifiers)),
            Event::Copy => actions.push(LevelsAction::Copy),
            Event::Cut => actions.extend([LevelsAction::Copy, LevelsAction::Put(None)]),
            Event::Paste(text) => actions.push(LevelsAction::Paste(text)),
            _ => {}
        }
    }
    actions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::kit::Level;

    #[test]
    fn digits_count_by_place_so_that_azerty_needs_no_shift() {
        let typed = of(EguiKey::Quote, Some(EguiKey::Num4), Modifiers::NONE);
        assert_eq!(typed, Some(LevelsAction::Put(Some(Level::Frequent))));
        // The key 6 prints a minus there: it is no level.
        assert_eq!(
            of(EguiKey::Minus, Some(EguiKey::Num6), Modifiers::NONE),
            None
        );
        let letter = of(EguiKey::T, Some(EguiKey::T), Modifiers::NONE);
        assert_eq!(letter, Some(LevelsAction::Put(Some(Level::Typical))));
    }

    #[test]
    fn chords_are_left_to_the_panel_but_for_the_edges_of_the_table() {
        assert_eq!(of(EguiKey::Z, None, Modifiers::COMMAND), None);
        assert_eq!(of(EguiKey::T, None, Modifiers::COMMAND), None);
        let far = of(EguiKey::ArrowDown, None, Modifiers::COMMAND);
        assert_eq!(
            far,
            Some(LevelsAction::Move {
                down: isize::MAX,
                right: 0,
                extend: false
            })
        );
    }
}
