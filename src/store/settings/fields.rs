//! Each setting by its name in the file: how it is read, how it is written.
//!
//! It must never let in a value that the window could not use; a refused one changes nothing.

use std::path::{Path, PathBuf};

use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::domain::interview::FREE_TEXT_MAX;
use crate::domain::note::NoteFormat;
use crate::domain::settings::{Place, Settings, ZOOM_MAX, ZOOM_MIN};
use crate::domain::template::Template;
use crate::domain::vocab::{Channel, Language, ThemeChoice};

/// Farthest edge and largest side of a window, in points: beyond, it is a mistake.
const FARTHEST: f32 = 100_000.0;

/// One setting.
pub(super) struct Field {
    /// Its name in the file.
    pub(super) name: &'static str,
    /// Reads it into settings, or says in French what was expected.
    pub(super) read: fn(&mut Settings, &Value) -> Result<(), String>,
    /// Writes it.
    pub(super) write: fn(&Settings) -> Value,
}

impl Field {
    /// Says whether a value that was written would be read as it is.
    pub(super) fn reads_back(&self, value: &Value) -> bool {
        let mut probe = Settings::default();
        (self.read)(&mut probe, value).is_ok() && (self.write)(&probe) == *value
    }
}

/// Every setting, by name.
pub(super) const FIELDS: &[Field] = &[
    Field {
        name: "accredited",
        read: |s, v| flag(&mut s.accredited, v),
        write: |s| s.accredited.into(),
    },
    Field {
        name: "channel",
        read: |s, v| {
            let word = |v: &Value| v.as_str().and_then(Channel::from_key);
            let keys = Channel::ALL.iter().map(|c| c.key());
            nullable(&mut s.channel, v, word, || one_of(keys) + " ou null")
        },
        write: |s| s.channel.map(Channel::key).into(),
    },
    Field {
        name: "clipboard_seconds",
        read: |s, v| {
            let seconds = |v: &Value| v.as_u64().and_then(|n| u16::try_from(n).ok());
            let seconds = |v: &Value| seconds(v).filter(|n| *n > 0);
            nullable(&mut s.clipboard_seconds, v, seconds, || {
                "un nombre entier de 1 à 65535 ou null".to_owned()
            })
        },
        write: |s| s.clipboard_seconds.into(),
    },
    Field {
        name: "copy_template",
        read: |s, v| {
            let sound = |v: &Value| {
                let source = v.as_str()?;
                Template::parse(source).ok().map(|_sound| source.to_owned())
            };
            nullable(&mut s.copy_template, v, sound, || {
                "un modèle sans faute ou null".to_owned()
            })
        },
        write: |s| s.copy_template.clone().into(),
    },
    Field {
        name: "export_folder",
        read: |s, v| {
            nullable(&mut s.export_folder, v, folder, || {
                "un chemin complet ou null".to_owned()
            })
        },
        // A path that is not text becomes an empty one, which does not read back.
        write: |s| {
            let folder = s.export_folder.as_deref();
            folder.map(|f| f.to_str().unwrap_or_default()).into()
        },
    },
    Field {
        name: "folds",
        read: |s, v| flag(&mut s.folds, v),
        write: |s| s.folds.into(),
    },
    Field {
        name: "keys",
        read: keys,
        write: |s| {
            let lower = |c: char| Value::from(c.to_lowercase().to_string());
            let entries = s.keys.iter().map(|(id, c)| (id.clone(), lower(*c)));
            Value::Object(entries.collect())
        },
    },
    Field {
        name: "language",
        read: |s, v| {
            let word = v.as_str().and_then(Language::from_key);
            let keys = Language::ALL.iter().map(|l| l.key());
            set(&mut s.language, word, || one_of(keys))
        },
        write: |s| s.language.key().into(),
    },
    Field {
        name: "local_folder",
        read: |s, v| {
            nullable(&mut s.local_folder, v, folder, || {
                "un chemin complet ou null".to_owned()
            })
        },
        write: |s| {
            let folder = s.local_folder.as_deref();
            folder.map(|f| f.to_str().unwrap_or_default()).into()
        },
    },
    Field {
        name: "note_format",
        read: |s, v| {
            let word = v.as_str().and_then(NoteFormat::from_extension);
            let keys = NoteFormat::ALL.iter().map(|f| f.extension());
            set(&mut s.note_format, word, || one_of(keys))
        },
        write: |s| s.note_format.extension().into(),
    },
    Field {
        name: "note_length",
        read: |s, v| {
            let length = v.as_u64().and_then(|n| u16::try_from(n).ok());
            let length = length.filter(|n| usize::from(*n) <= FREE_TEXT_MAX);
            set(&mut s.note_length, length, || {
                format!("un nombre entier de 0 à {FREE_TEXT_MAX}")
            })
        },
        write: |s| s.note_length.into(),
    },
    Field {
        name: "on_top",
        read: |s, v| flag(&mut s.on_top, v),
        write: |s| s.on_top.into(),
    },
    Field {
        name: "published_folder",
        read: |s, v| {
            nullable(&mut s.published_folder, v, folder, || {
                "un chemin complet ou null".to_owned()
            })
        },
        write: |s| {
            let folder = s.published_folder.as_deref();
            folder.map(|f| f.to_str().unwrap_or_default()).into()
        },
    },
    Field {
        name: "single_letters",
        read: |s, v| flag(&mut s.single_letters, v),
        write: |s| s.single_letters.into(),
    },
    Field {
        name: "strip_place",
        read: |s, v| nullable(&mut s.strip_place, v, place, place_expected),
        write: |s| s.strip_place.map(place_value).into(),
    },
    Field {
        name: "theme",
        read: |s, v| {
            let word = v.as_str().and_then(ThemeChoice::from_key);
            let keys = ThemeChoice::ALL.iter().map(|t| t.key());
            set(&mut s.theme, word, || one_of(keys))
        },
        write: |s| s.theme.key().into(),
    },
    Field {
        name: "timer",
        read: |s, v| flag(&mut s.timer, v),
        write: |s| s.timer.into(),
    },
    Field {
        name: "wide_place",
        read: |s, v| nullable(&mut s.wide_place, v, place, place_expected),
        write: |s| s.wide_place.map(place_value).into(),
    },
    Field {
        name: "zoom_percent",
        read: |s, v| {
            let zoom = v.as_u64().and_then(|z| u16::try_from(z).ok());
            let zoom = zoom.filter(|z| (ZOOM_MIN..=ZOOM_MAX).contains(z));
            set(&mut s.zoom_percent, zoom, || {
                format!("un nombre entier de {ZOOM_MIN} à {ZOOM_MAX}")
            })
        },
        write: |s| s.zoom_percent.into(),
    },
];

fn set<T>(slot: &mut T, read: Option<T>, expected: impl FnOnce() -> String) -> Result<(), String> {
    *slot = read.ok_or_else(expected)?;
    Ok(())
}

fn nullable<T>(
    slot: &mut Option<T>,
    value: &Value,
    read: impl FnOnce(&Value) -> Option<T>,
    expected: impl FnOnce() -> String,
) -> Result<(), String> {
    *slot = match value {
        Value::Null => None,
        other => Some(read(other).ok_or_else(expected)?),
    };
    Ok(())
}

fn flag(slot: &mut bool, value: &Value) -> Result<(), String> {
    set(slot, value.as_bool(), || "true ou false".to_owned())
}

fn one_of(keys: impl Iterator<Item = &'static str>) -> String {
    let keys: Vec<_> = keys.map(|key| format!("\"{key}\"")).collect();
    format!("un mot parmi {}", keys.join(", "))
}

/// Reads a folder; one that depends on where the program was started would scatter the notes.
fn folder(value: &Value) -> Option<PathBuf> {
    let folder = Path::new(value.as_str().filter(|text| !text.contains('\0'))?);
    folder.is_absolute().then(|| folder.to_owned())
}

/// Reads the letters; a bad one leaves the lower layer’s for that command, the others are taken.
fn keys(settings: &mut Settings, value: &Value) -> Result<(), String> {
    let entries = value
        .as_object()
        .ok_or_else(|| "un objet, commande et lettre,".to_owned())?;
    let mut bad = None;
    let mut letters = std::collections::BTreeMap::new();
    for (id, value) in entries {
        let letter = letter(value).or_else(|| {
            bad.get_or_insert(id);
            settings.keys.get(id).copied()
        });
        letters.extend(letter.map(|letter| (id.clone(), letter)));
    }
    settings.keys = letters;
    match bad {
        None => Ok(()),
        Some(id) => {
            // The id comes from the file: it may be anything.
            let plain = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
            let id: String = id.chars().filter(plain).take(40).collect();
            Err(format!("une seule lettre pour keys.{id}"))
        }
    }
}

fn letter(value: &Value) -> Option<char> {
    let text = value.as_str()?.to_lowercase();
    let mut characters = text.chars();
    let letter = characters.next().filter(|c| c.is_alphabetic())?;
    characters.next().is_none().then_some(letter)
}

fn place(value: &Value) -> Option<Place> {
    let entries: &Map<String, Value> = value.as_object()?;
    let number = |name: &str| {
        let number = f32::deserialize(entries.get(name)?).ok()?;
        (number.abs() <= FARTHEST).then_some(number)
    };
    let side = |name: &str| number(name).filter(|side| *side >= 1.0);
    Some(Place {
        x: number("x")?,
        y: number("y")?,
        width: side("width")?,
        height: side("height")?,
    })
}

fn place_expected() -> String {
    "x, y, width et height en nombres plausibles, ou null,".to_owned()
}

fn place_value(place: Place) -> Value {
    serde_json::json!({
        "x": place.x,
        "y": place.y,
        "width": place.width,
        "height": place.height,
    })
}
