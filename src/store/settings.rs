//! The settings of a workplace on disk: a JSON file that bears damage, under an administrator’s one.
//!
//! It must never fail to give settings, lose a file it could not read, touch the administrator’s file,
//! or write over a newer program’s. Nothing of a contact goes through here.

mod fields;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use self::fields::FIELDS;
use super::aside::{put_aside, replace_damaged};
use super::atomic::{self, Previous, previous_of};
use super::disk::{Disk, uninterrupted};
use super::error::{StoreError, cause, into_io};
use super::small::{private_folder_of, read_small};
use crate::domain::settings::Settings;
use crate::domain::typography::french;

/// Name of the file, the person’s or the administrator’s.
pub const FILE_NAME: &str = "reglages.json";
/// Largest file, in bytes.
const LARGEST: u64 = 64 << 10;
/// The format this program writes.
const FORMAT: u32 = 1;

/// The person’s file as it was read, to write back what this program does not know.
///
/// Saving changes only what was changed since: a default is not frozen into the file, so it still
/// follows the administrator, and a word of a newer program stays until somebody chooses another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettingsFile {
    /// The document, unknown keys included; empty if there was none.
    document: Map<String, Value>,
    /// What came of all layers at that time.
    base: Settings,
    /// Whether the system refused to read it, so that what it holds is not known yet.
    unread: bool,
}

impl SettingsFile {
    /// Gives the document as it was read.
    pub const fn document(&self) -> &Map<String, Value> {
        &self.document
    }

    /// Forgets what the file held, once it is erased: of `settings`, which held then, only what is
    /// changed from now on is written again.
    pub fn forget(&mut self, settings: &Settings) {
        self.document.clear();
        self.base = settings.clone();
        self.unread = false;
    }

    /// Says whether a newer program wrote the file, so that [`save`] will refuse.
    pub fn is_newer(&self) -> bool {
        is_newer(&self.document)
    }
}

/// What came of reading: settings in any case, what is to be said, and the file to write back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// The settings that hold.
    pub settings: Settings,
    /// French sentences, in the order found: what happened, what is safe, what to do, and the path.
    pub warnings: Vec<String>,
    /// To be given to [`save`].
    pub kept: SettingsFile,
}

/// Why a file gave no document.
enum Trouble {
    /// Not a file this program would write, or one the system refuses; it stays where it is.
    Refused(StoreError),
    /// Read, and not JSON: why, and the bytes.
    Damaged(String, Vec<u8>),
}

/// Reads the settings: defaults, then the administrator’s, then the person’s where it is not locked.
///
/// A file that is not there changes nothing. A person’s file that says nothing readable is moved aside, and
/// the version before it takes its place if there is one.
pub fn load(disk: &dyn Disk, user_file: Option<&Path>, admin_file: Option<&Path>) -> Loaded {
    let mut loaded = Loaded::default();
    if let Some(path) = admin_file {
        load_admin(disk, path, &mut loaded);
    }
    if let Some(path) = user_file {
        load_user(disk, path, &mut loaded);
    }
    loaded.kept.base = loaded.settings.clone();
    loaded
}

fn load_admin(disk: &dyn Disk, path: &Path, loaded: &mut Loaded) {
    match read_document(disk, path) {
        Ok(None) => {}
        Ok(Some(document)) => {
            if is_newer(&document) {
                loaded.warnings.push(told(
                    "Les réglages de l’administrateur viennent d’une version plus récente ; ils sont lus autant que possible et le fichier est intact. Mettez l’application à jour pour que tout s’applique",
                    path,
                ));
            }
            apply(&document, path, loaded);
            lock(&document, path, loaded);
        }
        Err(trouble) => loaded.warnings.push(told(
            &format!(
                "Les réglages de l’administrateur n’ont pas été lus ({}) ; ils ne s’appliquent pas et le fichier est intact. Signalez-le à qui gère ce poste",
                reason(&trouble)
            ),
            path,
        )),
    }
}

fn load_user(disk: &dyn Disk, path: &Path, loaded: &mut Loaded) {
    match read_document(disk, path) {
        Ok(None) => {}
        Ok(Some(document)) => {
            if is_newer(&document) {
                loaded.warnings.push(told(
                    "Vos réglages viennent d’une version plus récente ; ils sont lus autant que possible et le fichier restera intact. Mettez l’application à jour pour changer",
                    path,
                ));
            }
            apply(&document, path, loaded);
            loaded.kept.document = document;
        }
        Err(Trouble::Refused(error)) => {
            // It may be readable again by the time something is saved.
            loaded.kept.unread = matches!(error, StoreError::Read { .. });
            let cure = if loaded.kept.unread {
                "Vérifiez les droits, puis relancez l’application"
            } else {
                "Mettez un vrai fichier, ou rien, à cet emplacement"
            };
            loaded.warnings.push(told(
                &format!(
                    "Vos réglages n’ont pas été lus ({}) ; ceux par défaut s’appliquent et rien n’a été touché. {cure}",
                    reason(&Trouble::Refused(error))
                ),
                path,
            ));
        }
        Err(Trouble::Damaged(why, bytes)) => load_damaged(disk, path, &why, &bytes, loaded),
    }
}

/// Puts a damaged file of the person’s aside, and the version before it back if there is one.
fn load_damaged(disk: &dyn Disk, path: &Path, why: &str, bytes: &[u8], loaded: &mut Loaded) {
    let (before, aside) = match read_document(disk, &previous_of(path)) {
        Ok(Some(document)) if !is_newer(&document) => {
            let text = format!("{:#}\n", Value::Object(document.clone()));
            let aside = replace_damaged(disk, path, bytes, text.as_bytes(), "");
            (Some(document), aside.map_err(into_io))
        }
        // It may be readable again at the next start: nothing moves until then.
        Err(Trouble::Refused(error @ StoreError::Read { .. })) => (None, Err(into_io(error))),
        _ => (None, put_aside(disk, path)),
    };
    let in_force = if before.is_some() {
        "ceux d’avant le dernier changement"
    } else {
        "ceux par défaut"
    };
    loaded.warnings.push(match aside {
        Ok(aside) => told(
            &format!(
                "Vos réglages étaient illisibles ({why}) ; {in_force} s’appliquent et l’ancien fichier est intact. Il a été rangé sous un autre nom"
            ),
            &aside,
        ),
        Err(error) => told(
            &format!(
                "Vos réglages étaient illisibles ({why}) ; {in_force} s’appliquent et l’ancien fichier est intact, mais le rangement n’est pas assuré ({}). Vérifiez la place et les droits sur",
                cause(&error)
            ),
            path,
        ),
    });
    if let Some(document) = before {
        apply(&document, path, loaded);
        loaded.kept.document = document;
    }
}

/// Reads each field by itself; one that says nothing sensible leaves what was there.
fn apply(document: &Map<String, Value>, path: &Path, loaded: &mut Loaded) {
    let format = document.get("format");
    if format.is_some_and(|format| !is_newer(document) && *format != FORMAT) {
        loaded.warnings.push(refused("format", "le nombre 1", path));
    }
    for field in FIELDS {
        // Only the administrator’s file is read before anything is locked.
        if loaded.settings.is_locked(field.name) {
            continue;
        }
        if let Some(value) = document.get(field.name)
            && let Err(expected) = (field.read)(&mut loaded.settings, value)
        {
            loaded.warnings.push(refused(field.name, &expected, path));
        }
    }
}

/// Reads the names that the person’s file may not change.
fn lock(document: &Map<String, Value>, path: &Path, loaded: &mut Loaded) {
    let Some(value) = document.get("locked") else {
        return;
    };
    let names: &[Value] = value.as_array().map_or(&[], Vec::as_slice);
    let known: BTreeSet<String> = names
        .iter()
        .filter_map(Value::as_str)
        .filter(|name| FIELDS.iter().any(|field| field.name == *name))
        .map(str::to_owned)
        .collect();
    if !value.is_array() || known.len() < names.len() {
        let expected = "une liste de noms de réglages, chacun une fois";
        loaded.warnings.push(refused("locked", expected, path));
    }
    loaded.settings.locked = known;
}

/// Writes what changed since the file was read, and keeps all the rest of it.
///
/// Locked settings are left as they were. A value that would not read back (a folder whose name is
/// not text, a place that is not finite) is left too. What stands at the path and is not JSON is
/// moved aside, never lost.
///
/// # Errors
/// [`StoreError::NewerSettings`] if a newer program wrote the file; others if the disk refuses, or
/// if something else than a file stands there. In all cases what is there is intact.
pub fn save(
    disk: &dyn Disk,
    path: &Path,
    settings: &Settings,
    kept: &SettingsFile,
) -> Result<(), StoreError> {
    let newer = || StoreError::NewerSettings {
        path: path.to_owned(),
    };
    if kept.is_newer() {
        return Err(newer());
    }
    let mut document = kept.document.clone();
    let mut damaged = None;
    match read_document(disk, path) {
        Ok(None) => private_folder_of(disk, path)?,
        // Another program may have written since.
        Ok(Some(found)) if is_newer(&found) => return Err(newer()),
        Ok(Some(found)) if kept.unread => document = found,
        Ok(Some(_)) => {}
        Err(Trouble::Refused(error)) => return Err(error),
        Err(Trouble::Damaged(_, bytes)) => damaged = Some(bytes),
    }
    let document = merged(document, settings, kept);
    let mut text = format!("{document:#}\n");
    if text.len() as u64 > LARGEST {
        // What is unknown here may be long, and longer with one value a line.
        text = format!("{document}\n");
    }
    let size = text.len() as u64;
    if size > LARGEST {
        // It would be refused at the next start.
        return Err(StoreError::TooLargeForUs {
            size,
            most: LARGEST,
            path: path.to_owned(),
        });
    }
    match damaged {
        None => atomic::write(disk, path, text.as_bytes(), Previous::Kept),
        // The version before is better than the damaged one: that one is put aside instead.
        Some(bytes) => replace_damaged(disk, path, &bytes, text.as_bytes(), "").map(drop),
    }
}

/// Says whether nothing stands in the place of the settings: they were erased, or never written.
pub fn is_gone(disk: &dyn Disk, path: &Path) -> bool {
    uninterrupted(|| disk.entry(path)).is_err_and(|error| error.kind() == ErrorKind::NotFound)
}

/// Puts what changed since the file was read into a document, keys sorted.
fn merged(mut document: Map<String, Value>, settings: &Settings, kept: &SettingsFile) -> Value {
    document.insert("format".to_owned(), FORMAT.into());
    for field in FIELDS {
        let fixed = settings.is_locked(field.name) || kept.base.is_locked(field.name);
        let value = (field.write)(settings);
        if !fixed && value != (field.write)(&kept.base) && field.reads_back(&value) {
            document.insert(field.name.to_owned(), value);
        }
    }
    let mut document = Value::Object(document);
    // Nothing to do unless some dependency asks serde_json to keep the order of insertion.
    document.sort_all_objects();
    document
}

/// Gives where an administrator’s file may be, first choice first.
pub fn admin_file_candidates(executable: Option<&Path>) -> Vec<PathBuf> {
    let beside = executable
        .and_then(Path::parent)
        .filter(|folder| !folder.as_os_str().is_empty())
        .map(|folder| folder.join(FILE_NAME));
    let system = cfg!(unix).then(|| Path::new("/etc/reflexe-personas").join(FILE_NAME));
    beside.into_iter().chain(system).collect()
}

/// Gives the first administrator’s file that is there.
pub fn admin_file(executable: Option<&Path>) -> Option<PathBuf> {
    let mut candidates = admin_file_candidates(executable).into_iter();
    candidates.find(|path| path.symlink_metadata().is_ok())
}

fn read_document(disk: &dyn Disk, path: &Path) -> Result<Option<Map<String, Value>>, Trouble> {
    let bytes = match read_small(disk, path, LARGEST) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Ok(None),
        Err(error) => return Err(Trouble::Refused(error)),
    };
    // Some Windows editors put a byte order mark.
    let json = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    match serde_json::from_slice(json) {
        Ok(document) => Ok(Some(document)),
        Err(error) => {
            let why = format!("ligne {}, colonne {}", error.line(), error.column());
            Err(Trouble::Damaged(why, bytes))
        }
    }
}

fn is_newer(document: &Map<String, Value>) -> bool {
    let format = document.get("format").and_then(Value::as_f64);
    format.is_some_and(|format| format > f64::from(FORMAT))
}

fn refused(name: &str, expected: &str, path: &Path) -> String {
    told(
        &format!(
            "Le réglage « {name} » n’a pas été retenu ; les autres le sont et le fichier est intact. Il faut {expected} dans"
        ),
        path,
    )
}

fn reason(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Damaged(why, _) => why.clone(),
        Trouble::Refused(StoreError::Read { source, .. }) => cause(source),
        Trouble::Refused(StoreError::LinkTarget { .. }) => "c’est un lien".to_owned(),
        Trouble::Refused(StoreError::TooLargeForUs { size, most, .. }) => {
            format!("{size}\u{a0}octets, au plus {most}")
        }
        Trouble::Refused(_) => "ce n’est pas un fichier ordinaire".to_owned(),
    }
}

/// Ends a sentence with the path, whose spelling is left alone.
fn told(sentence: &str, path: &Path) -> String {
    format!("{}\u{a0}: {}", french(sentence), path.display())
}
