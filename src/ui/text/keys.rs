//! Commands and keys in words: the label of a command, and its key as a cap is drawn.
//!
//! It must never decide which key does what: that is the list of commands.

use super::keyed;
use crate::app::command::Command;
use crate::app::keys::Key;
use crate::domain::settings::Settings;

/// The label of a command.
pub fn command(command: Command) -> &'static str {
    keyed(&format!("cmd_{}", command.id()))
}

/// What a command does.
pub fn command_help(command: Command) -> &'static str {
    keyed(&format!("cmd_{}_help", command.id()))
}

/// A key as its cap is drawn.
pub fn key_cap(key: Key) -> String {
    let ctrl = |rest: &str| format!("{} {rest}", keyed("key_ctrl"));
    match key {
        Key::Letter(letter) => letter.to_uppercase().collect(),
        Key::Digit(digit) => digit.to_string(),
        Key::Ctrl(letter) => ctrl(&letter.to_uppercase().to_string()),
        Key::CtrlShift(letter) => {
            let shift = keyed("key_shift");
            ctrl(&format!("{shift} {}", letter.to_uppercase()))
        }
        Key::CtrlEnter => ctrl(keyed("key_enter")),
        Key::CtrlPlus => ctrl("+"),
        Key::CtrlMinus => ctrl("−"),
        Key::CtrlZero => ctrl("0"),
        Key::Enter => keyed("key_enter").to_owned(),
        Key::Space => keyed("key_space").to_owned(),
        Key::Up | Key::Down => keyed("key_arrows").to_owned(),
        Key::Escape => keyed("key_escape").to_owned(),
        Key::Function(number) => format!("F{number}"),
    }
}

/// The cap of a command, with what the settings changed; empty if it has no key now.
pub fn cap_of(command: Command, settings: &Settings) -> String {
    command
        .key(settings)
        .filter(|key| settings.single_letters || !key.is_printable())
        .map_or_else(String::new, key_cap)
}

/// A key as its cap is drawn; empty if single keys are switched off and this is one.
pub fn cap_for(key: Key, settings: &Settings) -> String {
    if settings.single_letters || !key.is_printable() {
        key_cap(key)
    } else {
        String::new()
    }
}

/// Every key of a command, with what the settings changed; empty if it has none.
pub fn caps_of(command: Command, settings: &Settings) -> String {
    let first = cap_of(command, settings);
    let others = command
        .printed_keys()
        .iter()
        .skip(1)
        .map(|key| key_cap(*key));
    std::iter::once(first)
        .filter(|cap| !cap.is_empty())
        .chain(others)
        .collect::<Vec<_>>()
        .join(" · ")
}
