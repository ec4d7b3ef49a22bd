//! What a workplace chooses: plain data, the same for the window, its file and its tests.
//!
//! It must never hold anything about a contact, a person or an agent. Reading and writing are in
//! `store::settings`; an administrator may fix some of it, and says so by name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::note::NoteFormat;
use super::vocab::{Channel, Language, ThemeChoice};

/// Smallest zoom, in per cent.
pub const ZOOM_MIN: u16 = 80;
/// Largest zoom, in per cent.
pub const ZOOM_MAX: u16 = 300;
/// What one key adds or takes, in per cent.
pub const ZOOM_STEP: u16 = 10;

/// How long a copied note stays on the clipboard unless a workplace says otherwise, in seconds.
///
/// Five minutes: once the contact is finished the clipboard holds its only copy, and an agent who is
/// called away must still be able to paste it.
pub const CLIPBOARD_SECONDS: u16 = 300;

/// Where a window stood, in points of the desktop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width of the client area.
    pub width: f32,
    /// Height of the client area.
    pub height: f32,
}

/// Everything one may choose, with what holds when nothing is chosen.
///
/// There is nothing about motion: nothing moves.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the settings screen, read by name and never passed by position"
)]
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Language of the interface.
    pub language: Language,
    /// Light, dark, high contrast, or as the system.
    pub theme: ThemeChoice,
    /// Zoom, [`ZOOM_MIN`]..=[`ZOOM_MAX`] per cent.
    pub zoom_percent: u16,
    /// Channel of a new interview; `None` leaves the kit's first.
    pub channel: Option<Channel>,
    /// Whether the structure is accredited to act for people (Aidants Connect).
    pub accredited: bool,
    /// Whether single letters are keys (WCAG 2.1.4).
    pub single_letters: bool,
    /// Whether the window folds into a strip by itself.
    pub folds: bool,
    /// Whether the strip stays above other windows, where the platform can.
    pub on_top: bool,
    /// Whether the time since the interview's first action is shown.
    pub timer: bool,
    /// What is copied for the business application, as a [`super::template::Template`]; `None` copies
    /// the whole note.
    pub copy_template: Option<String>,
    /// The format notes are saved in with one key.
    pub note_format: NoteFormat,
    /// Longest free text of a note, in characters, 0..=[`super::interview::FREE_TEXT_MAX`]; 0 hides
    /// the field.
    pub note_length: u16,
    /// After how many seconds a copied note leaves the clipboard, if it is still there; `None` leaves
    /// it until the window closes.
    pub clipboard_seconds: Option<u16>,
    /// Folder of exported notes; `None` leaves the default one.
    pub export_folder: Option<PathBuf>,
    /// Folder where a manager publishes the kit; `None` leaves the kit the window opens on.
    pub published_folder: Option<PathBuf>,
    /// Folder of what is the structure's own over the kit; `None` keeps it on this machine.
    pub local_folder: Option<PathBuf>,
    /// Letters given to other commands, command id → letter; empty leaves the map as printed.
    pub keys: BTreeMap<String, char>,
    /// Where the wide window stood.
    pub wide_place: Option<Place>,
    /// Where the strip stood.
    pub strip_place: Option<Place>,
    /// Names of the settings an administrator fixed; the window shows them and does not change them.
    pub locked: BTreeSet<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::French,
            theme: ThemeChoice::System,
            zoom_percent: 100,
            channel: None,
            accredited: false,
            single_letters: true,
            folds: true,
            on_top: true,
            timer: false,
            copy_template: None,
            note_format: NoteFormat::Markdown,
            note_length: 280,
            clipboard_seconds: Some(CLIPBOARD_SECONDS),
            export_folder: None,
            published_folder: None,
            local_folder: None,
            keys: BTreeMap::new(),
            wide_place: None,
            strip_place: None,
            locked: BTreeSet::new(),
        }
    }
}

impl Settings {
    /// Moves the zoom by so many steps, within its bounds.
    pub fn zoom_by(&mut self, steps: i16) {
        let step = i32::from(ZOOM_STEP) * i32::from(steps);
        let zoom =
            (i32::from(self.zoom_percent) + step).clamp(i32::from(ZOOM_MIN), i32::from(ZOOM_MAX));
        self.zoom_percent = u16::try_from(zoom).unwrap_or(100);
    }

    /// Says whether an administrator fixed that setting.
    pub fn is_locked(&self, name: &str) -> bool {
        self.locked.contains(name)
    }
}
