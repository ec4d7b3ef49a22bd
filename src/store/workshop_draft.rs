//! The draft of the kit workshop: one file a kit, beside the version it started from.
//!
//! It exists so that what a manager changes is there the next day, however the program ended. It
//! must never replace a kit that agents use, nor give back something that was not written: a damaged
//! file is put aside and told.

mod writer;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::aside::put_aside;
use super::atomic::{self, Previous};
use super::disk::Disk;
use super::error::{StoreError, cause};
use super::format::{self, Source};
use super::small::{private_folder_of, read_small};
use crate::domain::ids::is_kebab_case;
use crate::domain::kit::KitContent;
use crate::domain::problem::Gravity;
use crate::domain::typography::french;

pub use writer::{Job, Writer};

/// The format this build writes.
const FORMAT: u32 = 1;
/// Largest file read: two kits at their largest.
const LARGEST: u64 = 6 << 20;
/// How the name of the file begins.
const PREFIX: &str = "atelier-";

/// A draft as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Names the version it started from.
    pub hash: String,
    /// The version it started from.
    pub base: KitContent,
    /// The draft.
    pub content: KitContent,
}

/// What a visit finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The draft, if there is a sound one.
    pub kept: Option<Kept>,
    /// What went wrong, as a French sentence.
    pub told: Option<String>,
}

/// The file, whose two kits are written as bundles.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Form {
    format: u32,
    hash: String,
    base: String,
    draft: String,
}

/// Where the draft of a kit lives in a folder.
pub fn file(folder: &Path, kit: &str) -> PathBuf {
    // An id that nobody checked must not choose where it is written.
    let name = if is_kebab_case(kit) { kit } else { "kit" };
    folder.join(format!("{PREFIX}{name}.json"))
}

/// Says whether this is the name of a draft.
pub fn is_file_name(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .and_then(|rest| rest.strip_suffix(".json"))
        .is_some_and(is_kebab_case)
}

/// Names a version of a kit by what it holds: two that say the same have the same name.
///
/// # Errors
/// [`StoreError::Format`] if it cannot be written.
pub fn name_of(content: &KitContent) -> Result<String, StoreError> {
    let text = format::write_bundle(content)?;
    // FNV-1a: it tells versions apart, and protects against nobody.
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Ok(format!("{hash:016x}"))
}

/// Reads the draft of a kit.
pub fn load(disk: &dyn Disk, path: &Path) -> Found {
    let bytes = match read_small(disk, path, LARGEST) {
        Ok(None) => return Found::default(),
        Ok(Some(bytes)) => bytes,
        Err(error) => {
            return Found {
                kept: None,
                told: Some(error.to_string()),
            };
        }
    };
    if let Some(kept) = read(&bytes) {
        return Found {
            kept: Some(kept),
            told: None,
        };
    }
    let told = match put_aside(disk, path) {
        Ok(aside) => format!(
            "Le brouillon de l’atelier était abîmé : il n’a pas été repris. Le kit des agents est intact. Le fichier est mis de côté : {}",
            aside.display()
        ),
        Err(error) => format!(
            "Le brouillon de l’atelier est abîmé et n’a pas pu être mis de côté ({}). Le kit des agents est intact. Copiez ce fichier avant de continuer : {}",
            cause(&error),
            path.display()
        ),
    };
    Found {
        kept: None,
        told: Some(french(&told)),
    }
}

fn read(bytes: &[u8]) -> Option<Kept> {
    let form: Form = serde_json::from_slice(bytes).ok()?;
    if form.format != FORMAT {
        return None;
    }
    Some(Kept {
        hash: form.hash,
        base: bundle(form.base)?,
        content: bundle(form.draft)?,
    })
}

/// Reads a kit as it was written, sound or not; `None` if something of it is lost.
fn bundle(text: String) -> Option<KitContent> {
    let source = Source {
        name: String::new(),
        text,
    };
    let reading = format::read_bundle(&source);
    let whole = reading
        .findings
        .iter()
        .all(|(_, finding)| finding.severity != Gravity::Error);
    reading.content.filter(|_| whole)
}

/// Writes a draft, in one go.
///
/// # Errors
/// [`StoreError`] if it cannot be written; the one before is intact.
pub fn save(
    disk: &dyn Disk,
    path: &Path,
    hash: &str,
    base: &KitContent,
    content: &KitContent,
) -> Result<(), StoreError> {
    private_folder_of(disk, path)?;
    let form = Form {
        format: FORMAT,
        hash: hash.to_owned(),
        base: format::write_bundle(base)?,
        draft: format::write_bundle(content)?,
    };
    let text = serde_json::to_string(&form).unwrap_or_default() + "\n";
    atomic::write(disk, path, text.as_bytes(), Previous::Dropped)
}

/// Erases a draft; nothing happens if there is none.
///
/// # Errors
/// [`StoreError::NotErased`] if something of it may stay.
pub fn erase(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    atomic::erase(disk, path)
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "a test looks at the files themselves"
)]
mod tests {
    use std::fs;
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    use super::*;
    use crate::domain::testing::kit;
    use crate::domain::workshop::{Edit, Element, Field, Name, edit};
    use crate::store::disk::RealDisk;

    fn edited() -> (KitContent, KitContent) {
        let base = kit().content().clone();
        let mut content = base.clone();
        let persona = Element::Persona(content.personas[0].id.clone());
        // Unsound on purpose: a draft is kept as it is, not as it should be.
        for (name, text) in [
            (Name::Name, ""),
            (Name::Essence, "« L’\"essai\" \\ »\nsuite"),
        ] {
            let field = Field::new(persona.clone(), name);
            edit::apply(&mut content, &Edit::text(field, text)).unwrap();
        }
        (base, content)
    }

    #[test]
    fn a_draft_comes_back_as_it_was_sound_or_not_and_is_erased() {
        let folder = tempfile::tempdir().unwrap();
        let (base, content) = edited();
        let path = file(folder.path(), "essai");
        assert_eq!(load(&RealDisk, &path), Found::default());
        save(&RealDisk, &path, "abc", &base, &content).unwrap();
        let found = load(&RealDisk, &path);
        assert_eq!(found.told, None);
        let kept = found.kept.unwrap();
        assert_eq!((kept.hash.as_str(), &kept.base), ("abc", &base));
        assert_eq!(kept.content, content);
        assert_ne!(name_of(&base).unwrap(), name_of(&content).unwrap());
        erase(&RealDisk, &path).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_draft_is_put_aside_and_told() {
        let folder = tempfile::tempdir().unwrap();
        let (base, content) = edited();
        let path = file(folder.path(), "../essai");
        save(&RealDisk, &path, "abc", &base, &content).unwrap();
        let whole = fs::read(&path).unwrap();
        for damaged in [
            &whole[..whole.len() / 2],
            b"{}",
            b"",
            String::from_utf8(whole.clone())
                .unwrap()
                .replacen("format: 1", "format; 1", 1)
                .as_bytes(),
        ] {
            fs::write(&path, damaged).unwrap();
            let found = load(&RealDisk, &path);
            assert_eq!(found.kept, None);
            assert!(found.told.unwrap().contains("mis de côté"));
            assert!(!path.exists());
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
        for entry in fs::read_dir(folder.path()).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(name.starts_with("atelier-kit.json.corrompu-"), "{name}");
        }
    }

    #[test]
    fn the_writer_keeps_the_newest_and_writes_before_it_ends() {
        let folder = tempfile::tempdir().unwrap();
        let (base, content) = edited();
        let path = file(folder.path(), "essai");
        let (sender, told) = channel();
        let writer = Writer::start(Arc::new(RealDisk), move |result| {
            sender.send(result).unwrap();
        })
        .unwrap();
        let (base, content) = (Arc::new(base), Arc::new(content));
        let keep = |content: &Arc<KitContent>| {
            writer.hand(Job::Keep {
                path: path.clone(),
                hash: "abc".to_owned(),
                base: base.clone(),
                content: content.clone(),
            });
        };
        keep(&base);
        assert_eq!(told.recv().unwrap(), Ok(()));
        // Within the pace: only the last one is written.
        keep(&base);
        keep(&content);
        drop(writer);
        assert_eq!(load(&RealDisk, &path).kept.unwrap().content, *content);
        assert_eq!(told.try_iter().count(), 1);
    }
}
