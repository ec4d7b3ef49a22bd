//! What is a structure's own over a kit that somebody else keeps, as a file.
//!
//! `local-<kit>.ron` stands in the folder that the structure chose, local or shared, or with the
//! program's own files. What a shared folder gave is copied here, for when the share is away. It must
//! never write over what somebody else wrote meanwhile, nor over a file that it could not read, and
//! never be called by the window's thread for a shared folder.

mod form;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use self::form::LayerForm;
use super::atomic::{self, Previous};
use super::disk::{Disk, EntryKind, uninterrupted};
use super::error::StoreError;
use super::finding::{Fault, Finding};
use super::format::{self, Wire as _, write_value};
use super::small::{private_folder_of, read_small};
use crate::domain::ids::is_kebab_case;
use crate::domain::problem::Gravity;
use crate::domain::typography::french;
use crate::domain::workshop::layer::{LocalLayer, is_local};
use crate::domain::workshop::{Field, Index, Item};

/// The format this build writes and reads.
const FORMAT: u32 = 1;
/// Largest file, in bytes.
pub const LARGEST: u64 = 1 << 20;
/// How the name of the file begins.
const PREFIX: &str = "local-";
/// How the name of the copy of a shared one begins.
const COPY: &str = "copie-local-";
/// The first line of a copy.
const COPY_OF: &str = "// Copie de : ";

/// Where what is local is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// With the program's own files: on this machine only.
    Here(PathBuf),
    /// In a folder of the structure.
    Shared {
        /// The folder, which must be there.
        folder: PathBuf,
        /// The folder of the program's own files, for the copy.
        data: Option<PathBuf>,
    },
}

/// What a file gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// The layer; `None` if the file cannot be read as one.
    pub layer: Option<LocalLayer>,
    /// What is the matter with it.
    pub findings: Vec<Finding>,
}

impl Read {
    /// Nothing is local.
    fn nothing(kit: &str) -> Self {
        Self {
            layer: Some(LocalLayer {
                kit: kit.to_owned(),
                ..LocalLayer::default()
            }),
            findings: Vec::new(),
        }
    }

    /// What is the matter, as one French sentence; `None` if nothing is.
    pub fn trouble(&self) -> Option<String> {
        let first = self.findings.first()?;
        let what = if self.layer.is_some() {
            "Une partie de ce qui est propre à votre structure n’est pas lue"
        } else {
            "Ce qui est propre à votre structure n’est pas lu ; le kit est montré tel quel"
        };
        Some(french(&format!(
            "{what}. Rien n’est effacé. Fichier {}, ligne {} : {} {}",
            first.file, first.line, first.message, first.cure
        )))
    }
}

impl Place {
    /// The folder of the file.
    pub fn folder(&self) -> &Path {
        match self {
            Self::Here(folder) | Self::Shared { folder, .. } => folder,
        }
    }
}

fn name_of(prefix: &str, kit: &str) -> String {
    // An id that nobody checked must not choose where it is written.
    let name = if is_kebab_case(kit) { kit } else { "kit" };
    format!("{prefix}{name}.ron")
}

/// Where the file of a kit stands in a folder.
pub fn file(folder: &Path, kit: &str) -> PathBuf {
    folder.join(name_of(PREFIX, kit))
}

/// Where the copy of a shared one stands.
fn copy(data: &Path, kit: &str) -> PathBuf {
    data.join(name_of(COPY, kit))
}

/// Says whether this is the name of such a file, or of a copy.
pub fn is_file_name(name: &str) -> bool {
    [COPY, PREFIX].into_iter().any(|prefix| {
        name.strip_prefix(prefix)
            .and_then(|rest| rest.strip_suffix(".ron"))
            .is_some_and(is_kebab_case)
    })
}

/// Reads what is local for a kit, and copies what a share gave.
///
/// # Errors
/// [`StoreError`] if the folder or the file cannot be reached.
pub fn load(disk: &dyn Disk, place: &Place, kit: &str) -> Result<Read, StoreError> {
    let path = file(place.folder(), kit);
    let Place::Shared { folder, data } = place else {
        return Ok(read(disk, &path, kit)?.1);
    };
    is_there(disk, folder)?;
    let (text, found) = read(disk, &path, kit)?;
    if let Some(data) = data {
        let text = text.unwrap_or_default();
        if let Err(error) = keep_copy(disk, data, folder, kit, &text) {
            // It is used now; only a share that is away would make it missed.
            tracing::warn!(%error, "local layer not copied");
        }
    }
    Ok(found)
}

/// Gives what is known here without asking a share: the file with the program's own, or the copy.
pub fn known(disk: &dyn Disk, data: &Path, shared: Option<&Path>, kit: &str) -> Read {
    let path = match shared {
        None => file(data, kit),
        Some(_) => copy(data, kit),
    };
    match (read(disk, &path, kit), shared) {
        (Ok((Some(text), found)), Some(folder)) if text.starts_with(&first_line(folder)) => found,
        (Ok((_, found)), None) => found,
        // The copy of another folder, or none: the share will say.
        (Ok(_), Some(_)) => Read::nothing(kit),
        (Err(error), _) => Read {
            layer: None,
            findings: vec![Finding::whole_file(
                &path.display().to_string(),
                error.to_string(),
                String::new(),
            )],
        },
    }
}

/// Writes what is local, if what stands there still is `before`.
///
/// # Errors
/// [`StoreError::ChangedMeanwhile`] if somebody else wrote it; [`StoreError::UnreadLayer`] if what
/// stands there cannot be read. What was there is then intact.
pub fn save(
    disk: &dyn Disk,
    place: &Place,
    layer: &LocalLayer,
    before: &LocalLayer,
) -> Result<(), StoreError> {
    let path = file(place.folder(), &layer.kit);
    match place {
        Place::Here(_) => private_folder_of(disk, &path)?,
        Place::Shared { folder, .. } => is_there(disk, folder)?,
    }
    let text = text_of(layer)?;
    let standing = read(disk, &path, &layer.kit)?.1;
    match standing.layer {
        Some(standing) if standing == *layer && !layer.is_empty() => return Ok(()),
        Some(standing) if standing == *before || standing.is_empty() && before.is_empty() => {}
        Some(_) => return Err(StoreError::ChangedMeanwhile { path }),
        None => return Err(StoreError::UnreadLayer { path }),
    }
    if !standing.findings.is_empty() {
        return Err(StoreError::UnreadLayer { path });
    }
    atomic::write(disk, &path, text.as_bytes(), Previous::Kept)?;
    if let Place::Shared { folder, data } = place {
        // For those who only read there.
        if let Err(error) = disk.share(&path) {
            tracing::debug!(%error, "local layer not shared");
        }
        if let Some(data) = data
            && let Err(error) = keep_copy(disk, data, folder, &layer.kit, &text)
        {
            tracing::warn!(%error, "local layer not copied");
        }
    }
    Ok(())
}

/// Writes a layer as text, the same each time.
///
/// # Errors
/// [`StoreError::Format`] if it cannot be written.
pub fn text_of(layer: &LocalLayer) -> Result<String, StoreError> {
    match LayerForm::of(layer) {
        Some(form) => write_value(&form, 3),
        None => Err(StoreError::NotLocal),
    }
}

/// Reads a layer from a text, with everything that is the matter.
pub fn parse(name: &str, text: &str, kit: &str) -> Read {
    let mut reader = Reader {
        name,
        text,
        findings: Vec::new(),
    };
    let layer = reader.layer(kit);
    Read {
        layer,
        findings: reader.findings,
    }
}

fn read(disk: &dyn Disk, path: &Path, kit: &str) -> Result<(Option<String>, Read), StoreError> {
    let Some(bytes) = read_small(disk, path, LARGEST)? else {
        return Ok((None, Read::nothing(kit)));
    };
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    Ok(match format::decode(&bytes) {
        Ok(text) => {
            let found = parse(name, &text, kit);
            (Some(text), found)
        }
        Err((fault, readable)) => {
            let finding = Finding::in_text(Gravity::Error, name, &readable, String::new(), fault);
            let found = Read {
                layer: None,
                findings: vec![finding],
            };
            (None, found)
        }
    })
}

fn first_line(folder: &Path) -> String {
    // One line, whatever the name of the folder.
    let folder = folder.display().to_string().replace(['\n', '\r'], " ");
    format!("{COPY_OF}{folder}\n")
}

fn keep_copy(
    disk: &dyn Disk,
    data: &Path,
    folder: &Path,
    kit: &str,
    text: &str,
) -> Result<(), StoreError> {
    let path = copy(data, kit);
    if text.is_empty() {
        return atomic::erase(disk, &path);
    }
    let wanted = first_line(folder) + text;
    let standing = read_small(disk, &path, LARGEST + 4096);
    if standing.is_ok_and(|bytes| bytes.is_some_and(|bytes| bytes == wanted.as_bytes())) {
        return Ok(());
    }
    private_folder_of(disk, &path)?;
    atomic::write(disk, &path, wanted.as_bytes(), Previous::Dropped)
}

/// Refuses a folder that is not there: it is never made.
fn is_there(disk: &dyn Disk, folder: &Path) -> Result<(), StoreError> {
    let path = folder.to_owned();
    match uninterrupted(|| disk.entry(folder)) {
        Ok(entry) if matches!(entry.kind, EntryKind::Folder | EntryKind::Link) => Ok(()),
        Ok(_) => Err(StoreError::Read {
            source: ErrorKind::NotADirectory.into(),
            path,
        }),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(StoreError::NotFound { path }),
        Err(source) => Err(StoreError::Read { source, path }),
    }
}

/// Reading a text: what is unsound is told and left out.
struct Reader<'r> {
    name: &'r str,
    text: &'r str,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn tell(&mut self, token: &str, message: &str, cure: &str) {
        let quoted = self.text.find(&format!("\"{token}\"")).map(|at| at + 1);
        let at = quoted.or_else(|| self.text.find(token)).unwrap_or(0);
        let fault = Fault {
            at,
            message: french(message),
            cure: french(cure),
        };
        let finding = Finding::in_text(Gravity::Error, self.name, self.text, String::new(), fault);
        self.findings.push(finding);
    }

    fn layer(&mut self, kit: &str) -> Option<LocalLayer> {
        if let Some(format) = newer(self.text) {
            self.tell(
                "format",
                &format!("Ce fichier est au format {format}, plus récent que cette version, qui lit le format {FORMAT}. Il n’a pas été touché."),
                "Mettez Réflexe Personas à jour.",
            );
            return None;
        }
        let form = match format::read_whole::<LayerForm>(self.name, self.text) {
            Ok(form) => form,
            Err(finding) => {
                self.findings.push(*finding);
                return None;
            }
        };
        if form.format != FORMAT {
            self.tell(
                "format",
                "Le numéro de format n’est pas 1.",
                "Écrivez format: 1, au début.",
            );
            return None;
        }
        if form.kit != kit {
            self.tell(
                &form.kit,
                &format!(
                    "Ce fichier va avec le kit « {} », et celui-ci est « {kit} ».",
                    form.kit
                ),
                "Donnez-lui le nom de son kit, ou retirez-le.",
            );
            return None;
        }
        Some(self.sound(form))
    }

    /// What of a file can be used.
    fn sound(&mut self, form: LayerForm) -> LocalLayer {
        let mut layer = LocalLayer {
            kit: form.kit,
            hidden_steps: form.hidden_steps.into_domain(),
            ..LocalLayer::default()
        };
        for local in form.fields {
            let key = local.at.clone();
            match Field::parse(&key) {
                None => self.tell(
                    &key,
                    &format!("« {key} » n’est l’adresse d’aucun champ."),
                    "Une adresse s’écrit comme personas/pas-a-pas/essence.",
                ),
                Some(field) if field.index != Index::Whole || !is_local(&field) => self.tell(
                    &key,
                    &format!("« {key} » ne peut pas être propre à une structure."),
                    "Retirez cette ligne : ce champ se change dans le kit.",
                ),
                Some(field) if layer.overrides.iter().any(|o| o.field == field) => self.tell(
                    &key,
                    &format!("« {key} » est là deux fois ; la première est prise."),
                    "Retirez l’une des deux.",
                ),
                Some(field) => layer.overrides.push(local.into_override(field)),
            }
        }
        let steps = form.steps.into_iter().map(|x| Item::Step(x.into_domain()));
        let places = form.places.into_iter();
        let places = places.map(|x| Item::Place(x.into_domain()));
        let personas = form.personas.into_iter();
        let personas = personas.map(|x| Item::Persona(Box::new(x.into_domain())));
        for item in steps.chain(places).chain(personas) {
            let element = item.element(0);
            let id = element.id();
            if !is_kebab_case(&id) {
                self.tell(
                    &id,
                    &format!("L’identifiant « {id} » n’est pas en minuscules et tirets ; l’élément n’est pas pris."),
                    "Écrivez par exemple « salle-trois ».",
                );
            } else if layer.own.iter().any(|own| own.element(0) == element) {
                self.tell(
                    &id,
                    &format!("« {id} » est là deux fois ; le premier est pris."),
                    "Renommez ou retirez l’autre.",
                );
            } else {
                layer.own.push(item);
            }
        }
        layer
    }
}

/// The number of a format that this build does not know, if the file begins with one.
fn newer(text: &str) -> Option<u64> {
    let at = text.find("format")?;
    let rest = text.get(at + "format".len()..)?.trim_start();
    let rest = rest.strip_prefix(':')?.trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let number: u64 = rest.get(..end)?.parse().ok()?;
    (number > u64::from(FORMAT)).then_some(number)
}

#[cfg(test)]
mod tests;
