//! From egui's events to the panel's keys.
//!
//! Digits are read by position as well as by what is printed, since on AZERTY the unshifted row
//! prints & é " ' (; letters are read by what is printed.

use eframe::egui::{Context, Event, Key as EguiKey, Modifiers};

use crate::app::keys::Key;

fn digit(key: EguiKey) -> Option<u8> {
    Some(match key {
        EguiKey::Num0 => 0,
        EguiKey::Num1 => 1,
        EguiKey::Num2 => 2,
        EguiKey::Num3 => 3,
        EguiKey::Num4 => 4,
        EguiKey::Num5 => 5,
        EguiKey::Num6 => 6,
        EguiKey::Num7 => 7,
        EguiKey::Num8 => 8,
        EguiKey::Num9 => 9,
        _ => return None,
    })
}

fn letter(key: EguiKey) -> Option<char> {
    let name = key.name();
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => Some(letter.to_ascii_lowercase()),
        _ => None,
    }
}

fn function(key: EguiKey) -> Option<u8> {
    key.name().strip_prefix('F')?.parse().ok()
}

/// What has the keyboard's focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Nothing: every key is the panel's.
    Panel,
    /// A widget, which keeps Entrée, the space bar and the arrows.
    Widget,
    /// A text field, which keeps its characters too.
    Text,
}

/// Turns a key press into a panel key.
pub fn key(
    logical: EguiKey,
    physical: Option<EguiKey>,
    modifiers: Modifiers,
    focus: Focus,
) -> Option<Key> {
    let (typing, focused) = (focus == Focus::Text, focus != Focus::Panel);
    if modifiers.alt {
        return None;
    }
    if modifiers.command || modifiers.ctrl {
        return match logical {
            EguiKey::Enter => Some(Key::CtrlEnter),
            EguiKey::Z if modifiers.shift => (!typing).then_some(Key::CtrlShiftZ),
            EguiKey::Z | EguiKey::Y if typing => None,
            other => letter(other)
                .filter(|l| "dmnkezy".contains(*l))
                .map(Key::Ctrl),
        };
    }
    if let Some(number) = function(logical) {
        return matches!(number, 1 | 6 | 8 | 9 | 12).then_some(Key::Function(number));
    }
    match logical {
        EguiKey::Escape => return Some(Key::Escape),
        EguiKey::Enter => return (!typing && !focused).then_some(Key::Enter),
        _ if typing => return None,
        EguiKey::Space => return (!focused).then_some(Key::Space),
        EguiKey::ArrowUp => return (!focused).then_some(Key::Up),
        EguiKey::ArrowDown => return (!focused).then_some(Key::Down),
        _ => {}
    }
    // The position wins for digits, so that 4 and 6 work on an AZERTY row.
    if let Some(number) = physical.and_then(digit).or_else(|| digit(logical)) {
        return Some(Key::Digit(number));
    }
    letter(logical).map(Key::Letter)
}

/// Lists the panel keys pressed in this pass.
pub fn keys(ctx: &Context) -> Vec<Key> {
    let focus = if ctx.text_edit_focused() {
        Focus::Text
    } else if ctx.memory(|m| m.focused().is_some()) {
        Focus::Widget
    } else {
        Focus::Panel
    };
    let events = ctx.input(|i| i.events.clone());
    events
        .into_iter()
        .filter_map(|event| match event {
            Event::Key {
                key: logical,
                physical_key,
                pressed: true,
                repeat,
                modifiers,
            } => {
                let key = key(logical, physical_key, modifiers, focus)?;
                let repeats =
                    matches!(key, Key::Up | Key::Down) || matches!(key, Key::Ctrl('z' | 'y'));
                (!repeat || repeats).then_some(key)
            }
            _ => None,
        })
        .collect()
}
