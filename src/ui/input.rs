//! From egui's events to the panel's keys.
//!
//! Digits are read by position as well as by what is printed, since on AZERTY the unshifted row
//! prints & é " ' (; letters are read by what is printed.

use eframe::egui::{Context, Event, Key as EguiKey, Modifiers};

use crate::app::command::Command;
use crate::app::keys::Key;

use super::layers::focus_is_on_title;

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

/// Keys with Ctrl. On AZERTY the keys 4 and 6 print signs: a plus or a minus of the digit row is no
/// zoom, since the toolkit would take Ctrl+6 for « zoom out ».
fn with_ctrl(
    logical: EguiKey,
    physical: Option<EguiKey>,
    modifiers: Modifiers,
    typing: bool,
) -> Option<Key> {
    let on_digit_row = physical.and_then(digit);
    match logical {
        EguiKey::Enter => return Some(Key::CtrlEnter),
        EguiKey::PageUp => return Some(Key::CtrlPlus),
        EguiKey::PageDown => return Some(Key::CtrlMinus),
        EguiKey::Plus | EguiKey::Equals if on_digit_row.is_none() => return Some(Key::CtrlPlus),
        EguiKey::Minus if on_digit_row.is_none() && !modifiers.shift => {
            return Some(Key::CtrlMinus);
        }
        _ => {}
    }
    if on_digit_row == Some(0) {
        return Some(Key::CtrlZero);
    }
    let letter = letter(logical)?;
    // A text field has its own undo, and its own copy and paste.
    if typing && matches!(letter, 'z' | 'y') {
        return None;
    }
    let key = if modifiers.shift {
        Key::CtrlShift(letter)
    } else {
        Key::Ctrl(letter)
    };
    let serves = |command: &Command| command.printed_keys().contains(&key);
    Command::ALL.iter().any(serves).then_some(key)
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
    /// The search field: a text field that leaves the arrows to its list.
    Search,
}

/// Turns a key press into a panel key.
pub fn key(
    logical: EguiKey,
    physical: Option<EguiKey>,
    modifiers: Modifiers,
    focus: Focus,
) -> Option<Key> {
    let typing = matches!(focus, Focus::Text | Focus::Search);
    let focused = focus != Focus::Panel;
    if modifiers.alt {
        return None;
    }
    if modifiers.command || modifiers.ctrl {
        return with_ctrl(logical, physical, modifiers, typing);
    }
    if let Some(number) = function(logical) {
        return (1..=12).contains(&number).then_some(Key::Function(number));
    }
    match logical {
        EguiKey::Escape => return Some(Key::Escape),
        EguiKey::Enter => return (!typing && !focused).then_some(Key::Enter),
        EguiKey::ArrowUp if focus == Focus::Search => return Some(Key::Up),
        EguiKey::ArrowDown if focus == Focus::Search => return Some(Key::Down),
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

/// Says whether text for a field in focus arrived in this pass.
pub fn is_typed_into(ctx: &Context) -> bool {
    let typed = |i: &eframe::egui::InputState| {
        i.events
            .iter()
            .any(|event| matches!(event, Event::Text(_) | Event::Ime(_) | Event::Paste(_)))
    };
    ctx.text_edit_focused() && ctx.input(typed)
}

/// Lists the keys pressed in this pass in the workshop.
///
/// Undo is the draft's, in fields too; Échap leaves the field before it leaves the page, which the
/// second value says: what was typed in the same pass must reach the field first. `searching` says
/// that the field is the search of a try-out, which Échap closes.
pub fn workshop_keys(ctx: &Context, searching: bool) -> (Vec<Key>, bool) {
    let typing = ctx.text_edit_focused();
    let mut undone = Vec::new();
    let mut left = false;
    ctx.input_mut(|i| {
        i.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            if typing && !searching && *key == EguiKey::Escape {
                left = true;
                return false;
            }
            let chord = (modifiers.ctrl || modifiers.command) && !modifiers.alt;
            let undo = match letter(*key).filter(|_| chord) {
                Some('z') if modifiers.shift => Key::CtrlShift('z'),
                Some('z') => Key::Ctrl('z'),
                Some('y') => Key::Ctrl('y'),
                _ => return true,
            };
            undone.push(undo);
            false
        });
    });
    let mut keys = keys(ctx, searching);
    keys.extend(undone);
    (keys, left)
}

/// Lists the keys pressed in this pass in training.
///
/// Échap leaves the field before it leaves the page, which the second value says.
pub fn training_keys(ctx: &Context) -> (Vec<Key>, bool) {
    let keys = keys(ctx, false);
    let left = ctx.text_edit_focused() && keys.contains(&Key::Escape);
    let kept = |key: &Key| !(left && *key == Key::Escape);
    (keys.into_iter().filter(kept).collect(), left)
}

/// Leaves the field in focus.
pub fn leave_field(ctx: &Context) {
    ctx.memory_mut(|m| {
        if let Some(field) = m.focused() {
            m.surrender_focus(field);
        }
    });
}

/// Lists the panel keys pressed in this pass.
///
/// `searching` says that the field in focus is the search.
pub fn keys(ctx: &Context, searching: bool) -> Vec<Key> {
    let focus = if ctx.text_edit_focused() {
        if searching {
            Focus::Search
        } else {
            Focus::Text
        }
    } else if ctx.memory(|m| m.focused().is_some()) && !focus_is_on_title(ctx) {
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
