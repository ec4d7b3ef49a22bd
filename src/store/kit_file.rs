//! Kits on disk: a folder of RON files or one bundle, and the kit shipped inside the program.
//!
//! `folder` opens its files, `raw` makes a kit of their texts, `embedded` is the shipped one. It must
//! never open anything but ordinary files inside the kit, change a file it reads, or act on what a kit
//! says.

mod embedded;
mod folder;
mod raw;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::atomic::{self, Previous};
use super::disk::Disk;
use super::error::StoreError;
use super::finding::Finding;
pub(super) use super::format::FORMAT;
use super::format::{self, Source};
use super::small::make_folder;
use crate::domain::kit::{Kit, KitContent};
use crate::domain::problem::{Gravity, Problem, Section};

pub(super) use embedded::embedded;
pub use embedded::{SHIPPED, load_embedded, load_embedded_in};
pub(super) use folder::read_capped;
use folder::{LARGEST, LINKS, load_folder, read_error};
use raw::{Raw, too_large};

/// What came of a kit: its sound part, everything found, and where it comes from.
#[derive(Clone, Debug)]
pub struct LoadedKit {
    /// The sound part; `None` when nothing usable remains.
    pub kit: Option<Arc<Kit>>,
    /// Every finding, in file order.
    pub findings: Vec<Finding>,
    /// Path, or « kit intégré ».
    pub origin: String,
    /// Where each element stands in the files, to place what is found later.
    sources: Sources,
}

/// The files a kit was read from, and where the elements that were kept stand in them.
#[derive(Clone, Debug, Default)]
struct Sources {
    files: Vec<Source>,
    /// File, first and last byte of each element, by its id.
    by_id: BTreeMap<(Section, String), (usize, usize, usize)>,
    /// The same by position, for what has no id.
    by_position: BTreeMap<(Section, usize), (usize, usize, usize)>,
}

impl Sources {
    fn place(&self, problem: Problem) -> Finding {
        // Faulty elements were left out, so positions have moved; ids have not.
        let id = problem.place.name.clone();
        let section = problem.place.section;
        let (file, start, end) = self
            .by_id
            .get(&(section, id))
            .or_else(|| self.by_position.get(&(section, problem.place.index)))
            .copied()
            .unwrap_or_default();
        match self.files.get(file) {
            Some(source) => Finding::of_problem(problem, &source.name, &source.text, (start, end)),
            None => Finding::whole_file("", problem.message, problem.cure),
        }
    }
}

impl LoadedKit {
    /// The names and texts of the files it was read from, in reading order.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        let files = self.sources.files.iter();
        files.map(|source| (source.name.as_str(), source.text.as_str()))
    }

    /// Says whether anything found is an error.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Gravity::Error)
    }
}

/// Loads a kit from a folder, its kit.ron, or a bundle; `today` (ISO) judges the freshness of places.
pub fn load(path: &Path, today: Option<&str>) -> Result<LoadedKit, StoreError> {
    let origin = path.display().to_string();
    let meta = fs::metadata(path).map_err(|source| read_error(source, path))?;
    if meta.is_dir() {
        return load_folder(path, today, origin);
    }
    let beside = path.parent().filter(|_| path.ends_with("kit.ron"));
    if let Some(folder) = beside.filter(|folder| folder.join("cues.ron").exists()) {
        return load_folder(folder, today, origin);
    }
    let name = path
        .file_name()
        .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let mut raw = Raw::default();
    raw.add(name, &read_capped(path)?);
    raw.read(false, today, origin)
}

/// Loads a kit, or the one shipped inside the program, and examines every text and card too.
///
/// What the examination finds keeps nothing from being used: it is for whoever writes the kit.
pub fn check(path: Option<&Path>, today: &str) -> Result<LoadedKit, StoreError> {
    let mut loaded = match path {
        Some(path) => load(path, Some(today))?,
        None => load_embedded(Some(today)),
    };
    if let Some(kit) = &loaded.kit {
        let lexicon = super::lexicon::of_language(&kit.language);
        for problem in crate::domain::lint::run(&lexicon, kit, Some(today)) {
            loaded.findings.push(loaded.sources.place(problem));
        }
        if let Some(path) = path {
            let (_, told) = super::lexicon::guard_of_kit(path, &kit.language);
            loaded.findings.extend(told);
        }
        // Scenarios that ship are those of the shipped kit: nobody else's is judged by them.
        let scenarios = super::training::scenarios::of_kit(path, &kit.language);
        if !scenarios.shipped || path.is_none() {
            let told = super::training::scenarios::check(&scenarios, kit, today);
            loaded.findings.extend(told);
        }
    }
    loaded
        .findings
        .sort_by(|a, b| a.severity.cmp(&b.severity).then(a.file.cmp(&b.file)));
    Ok(loaded)
}

/// Reads a bundle already in memory.
pub fn parse_bundle(text: &str, file_name: &str, today: Option<&str>) -> LoadedKit {
    let mut raw = Raw::default();
    if text.len() as u64 > LARGEST {
        raw.refuse(file_name, &too_large(text.len() as u64));
    } else {
        raw.add(file_name.to_owned(), text.as_bytes());
    }
    raw.read_or_tell(false, today, file_name)
}

/// Writes content as a bundle, byte for byte the same each time.
pub fn write_bundle(content: &KitContent) -> Result<String, StoreError> {
    format::write_bundle(content)
}

/// Writes content as a folder; profile files that the content no longer has are left alone.
pub fn write_folder(disk: &dyn Disk, content: &KitContent, dir: &Path) -> Result<(), StoreError> {
    let files = format::write_folder(content)?;
    make_folder(disk, &dir.join("profiles"), false)?;
    for (name, text) in files {
        // A folder of kit files is read whole: versions before would be in the way.
        atomic::write(disk, &dir.join(name), text.as_bytes(), Previous::Dropped)?;
    }
    let links = dir.join(LINKS);
    if content.links.is_empty() && links.exists() {
        // Those of before must not come back.
        atomic::write(disk, &links, b"[]\n", Previous::Dropped)?;
    }
    Ok(())
}

/// Writes content as a bundle to a file; the version before stays beside, as `<name>.prec`.
pub fn save_bundle(disk: &dyn Disk, path: &Path, content: &KitContent) -> Result<(), StoreError> {
    let text = write_bundle(content)?;
    atomic::write(disk, path, text.as_bytes(), Previous::Kept)
}
