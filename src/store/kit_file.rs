//! Kits on disk: a folder of RON files or one bundle, and the kit shipped inside the program.
//!
//! It must never open anything but ordinary files inside the kit, change a file it reads, or act on
//! what a kit says.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::atomic::{self, Previous};
use super::disk::{Disk, open_followed};
use super::error::StoreError;
use super::finding::Finding;
pub(super) use super::format::FORMAT;
use super::format::{self, Reading, Source};
use super::small::make_folder;
use crate::domain::kit::{Kit, KitContent};
use crate::domain::problem::{Gravity, Problem, Section};
use crate::domain::validate::admit_partial;
use crate::domain::validate::wording::french;
use crate::domain::vocab::Language;

/// Largest file, in bytes.
const LARGEST: u64 = 2 << 20;
/// Largest kit, all files together: its texts alone may not pass 1 MiB.
const LARGEST_KIT: usize = 8 << 20;
/// Most files in `profiles/`.
const MOST_PROFILES: usize = 500;
/// Stack of the reading thread: ron recurses up to its limit of 128.
const STACK: usize = 8 << 20;
/// Files at the root of a folder, in reading order.
const FILES: [&str; 8] = [
    "kit.ron",
    "cues.ron",
    "questions.ron",
    "steps.ron",
    "places.ron",
    "procedures.ron",
    "rules.ron",
    "cases.ron",
];

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/personas/usagers-numeriques");
static EMBEDDED_ENGLISH: Dir<'_> =
    include_dir!("$CARGO_MANIFEST_DIR/personas/digital-public-services-en");

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

/// Id of the shipped kit, in its first language.
pub const SHIPPED: &str = "usagers-numeriques";

/// Loads the kit shipped inside the program.
pub fn load_embedded(today: Option<&str>) -> LoadedKit {
    load_folder_inside(&EMBEDDED, today)
}

/// Loads the edition of the shipped kit in a language; its ids are the same in all of them.
pub fn load_embedded_in(language: Language, today: Option<&str>) -> LoadedKit {
    load_folder_inside(embedded_folder(language), today)
}

fn embedded_folder(language: Language) -> &'static Dir<'static> {
    match language {
        Language::French => &EMBEDDED,
        Language::English => &EMBEDDED_ENGLISH,
    }
}

/// The folder of the shipped kit in a language, by its key; none ships in any other.
pub(super) fn embedded(language: &str) -> Option<&'static Dir<'static>> {
    Language::from_key(language).map(embedded_folder)
}

fn load_folder_inside(folder: &'static Dir<'_>, today: Option<&str>) -> LoadedKit {
    let mut raw = Raw::default();
    let mut names: Vec<String> = FILES.map(str::to_owned).to_vec();
    let mut profiles: Vec<String> = folder
        .get_dir("profiles")
        .into_iter()
        .flat_map(Dir::files)
        .map(|file| file.path().to_string_lossy().replace('\\', "/"))
        .filter(|name| is_ron(Path::new(name)))
        .collect();
    profiles.sort();
    names.extend(profiles);
    for name in names {
        if let Some(file) = folder.get_file(&name) {
            raw.add(name, file.contents());
        }
    }
    raw.read_or_tell(true, today, "kit intégré")
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
    Ok(())
}

/// Writes content as a bundle to a file; the version before stays beside, as `<name>.prec`.
pub fn save_bundle(disk: &dyn Disk, path: &Path, content: &KitContent) -> Result<(), StoreError> {
    let text = write_bundle(content)?;
    atomic::write(disk, path, text.as_bytes(), Previous::Kept)
}

fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ron")
}

fn read_error(source: io::Error, path: &Path) -> StoreError {
    let path = path.to_owned();
    if source.kind() == io::ErrorKind::NotFound {
        StoreError::NotFound { path }
    } else {
        StoreError::Read { source, path }
    }
}

/// Reads an ordinary file of a reasonable size; a pipe or a device is never opened.
pub(super) fn read_capped(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = |source| read_error(source, path);
    let file = open_followed(path).map_err(|source| match source.kind() {
        io::ErrorKind::InvalidInput => StoreError::NotRegular {
            path: path.to_owned(),
        },
        _ => failed(source),
    })?;
    let meta = file.metadata().map_err(failed)?;
    let too_large = |size| StoreError::TooLarge {
        size,
        most: LARGEST,
        path: path.to_owned(),
    };
    if meta.len() > LARGEST {
        return Err(too_large(meta.len()));
    }
    let mut bytes = Vec::new();
    // The file may grow between the two looks.
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

fn load_folder(dir: &Path, today: Option<&str>, origin: String) -> Result<LoadedKit, StoreError> {
    let root = fs::canonicalize(dir).map_err(|source| read_error(source, dir))?;
    if !root.join("kit.ron").exists() {
        return Err(StoreError::NoManifest {
            path: dir.to_owned(),
        });
    }
    let mut raw = Raw::default();
    for name in FILES {
        let path = root.join(name);
        // A dangling link is a fault, a missing file is not.
        if fs::symlink_metadata(&path).is_ok() {
            raw.add_file(name.to_owned(), &path, &root);
        }
    }
    for (name, path) in profile_files(&root)? {
        raw.add_file(name, &path, &root);
    }
    raw.read(true, today, origin)
}

/// Lists `profiles/*.ron` sorted by name.
fn profile_files(root: &Path) -> Result<Vec<(String, PathBuf)>, StoreError> {
    let folder = root.join("profiles");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |source| read_error(source, &folder);
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path
            .file_name()
            .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        // Editors leave hidden files beside the real ones.
        if is_ron(&path) && !name.starts_with('.') {
            files.push((format!("profiles/{name}"), path));
        }
    }
    files.sort();
    files.truncate(MOST_PROFILES + 1);
    Ok(files)
}

/// Texts on their way in, and what already went wrong.
#[derive(Default)]
struct Raw {
    sources: Vec<Source>,
    /// Bytes read so far.
    size: usize,
    findings: Vec<(usize, Finding)>,
    /// Parts of the kit whose file could not be read.
    lost: Vec<Section>,
}

/// Every element that has an id, with its place in the files.
fn ids(content: &KitContent) -> Vec<((Section, usize), String)> {
    let mut all = Vec::new();
    macro_rules! section {
        ($list:ident, $section:ident) => {
            for (index, element) in content.$list.iter().enumerate() {
                all.push(((Section::$section, index), element.id.to_string()));
            }
        };
    }
    section!(cues, Cues);
    section!(questions, Questions);
    section!(personas, Personas);
    section!(steps, Steps);
    section!(places, Places);
    section!(procedures, Procedures);
    all
}

fn too_large(size: u64) -> String {
    french(&format!(
        "Fichier trop gros ({size} octets, au plus {LARGEST}) ; il n’a pas été ouvert."
    ))
}

impl Raw {
    fn lose(&mut self, name: &str) {
        let stem = name.strip_suffix(".ron").unwrap_or(name);
        self.lost.extend(match stem {
            "cues" => Some(Section::Cues),
            "questions" => Some(Section::Questions),
            "steps" => Some(Section::Steps),
            _ if name.starts_with("profiles/") => Some(Section::Personas),
            _ => None,
        });
    }

    fn refuse(&mut self, name: &str, message: &str) {
        self.lose(name);
        let cure = french("Vérifiez que c’est bien un fichier de kit ; le reste du kit est lu.");
        let finding = Finding::whole_file(name, message.to_owned(), cure);
        self.findings.push((self.sources.len(), finding));
    }

    fn add(&mut self, name: String, bytes: &[u8]) {
        match format::decode(bytes) {
            Ok(text) => self.sources.push(Source { name, text }),
            Err((fault, readable)) => {
                self.lose(&name);
                let finding =
                    Finding::in_text(Gravity::Error, &name, &readable, String::new(), fault);
                self.findings.push((self.sources.len(), finding));
            }
        }
    }

    fn add_file(&mut self, name: String, path: &Path, root: &Path) {
        let inside = fs::canonicalize(path).is_ok_and(|real| real.starts_with(root));
        if !inside {
            let message =
                french("Ce lien sort du kit, ou ne mène nulle part ; il n’a pas été suivi.");
            return self.refuse(&name, &message);
        }
        match read_capped(path) {
            Ok(bytes) => {
                self.size += bytes.len();
                if self.size > LARGEST_KIT {
                    let message = french(
                        "Les fichiers du kit sont trop gros ensemble ; celui-ci n’a pas été lu.",
                    );
                    self.refuse(&name, &message);
                } else {
                    self.add(name, &bytes);
                }
            }
            Err(StoreError::TooLarge { size, .. }) => self.refuse(&name, &too_large(size)),
            Err(StoreError::NotRegular { .. }) => {
                let message = french("Ce n’est pas un fichier ordinaire ; il n’a pas été ouvert.");
                self.refuse(&name, &message);
            }
            Err(error) => self.refuse(&name, &error.to_string()),
        }
    }

    /// Parses on a thread whose stack is known, whatever thread asks.
    fn read(
        self,
        folder: bool,
        today: Option<&str>,
        origin: String,
    ) -> Result<LoadedKit, StoreError> {
        let internal = |name: &str| {
            let message = french("Erreur interne pendant la lecture ; rien n’a été modifié.");
            let cure =
                french("Gardez ce fichier et signalez-le ; restaurez une copie plus ancienne.");
            vec![Finding::whole_file(name, message, cure)]
        };
        let fallback = origin.clone();
        std::thread::scope(|scope| {
            let thread = std::thread::Builder::new()
                .name("lecture-kit".to_owned())
                .stack_size(STACK)
                .spawn_scoped(scope, move || self.understand(folder, today, origin))
                .map_err(|source| StoreError::Thread { source })?;
            Ok(thread.join().unwrap_or_else(|_| LoadedKit {
                kit: None,
                findings: internal(&fallback),
                origin: fallback,
                sources: Sources::default(),
            }))
        })
    }

    /// Reads, and makes a finding of the unlikely failure to start.
    fn read_or_tell(self, folder: bool, today: Option<&str>, origin: &str) -> LoadedKit {
        self.read(folder, today, origin.to_owned())
            .unwrap_or_else(|error| LoadedKit {
                kit: None,
                findings: vec![Finding::whole_file(
                    origin,
                    error.to_string(),
                    String::new(),
                )],
                origin: origin.to_owned(),
                sources: Sources::default(),
            })
    }

    fn understand(self, folder: bool, today: Option<&str>, origin: String) -> LoadedKit {
        let mut reading = if folder {
            format::read_folder(&self.sources)
        } else {
            self.sources
                .first()
                .map_or_else(Reading::default, format::read_bundle)
        };
        reading.unreadable.sections.extend(self.lost);
        let mut findings = self.findings;
        findings.append(&mut reading.findings);
        let mut kit = None;
        let mut by_id = BTreeMap::new();
        if let Some(content) = reading.content {
            for (place, id) in ids(&content) {
                if let Some(origin) = reading.origins.get(&place) {
                    by_id.entry((place.0, id)).or_insert(*origin);
                }
            }
            let admission = admit_partial(content, today, &reading.unreadable);
            kit = admission.kit.map(Arc::new);
            for problem in admission.problems {
                let place = (problem.place.section, problem.place.index);
                let (file, start, end) = reading.origins.get(&place).copied().unwrap_or_default();
                let Some(source) = self.sources.get(file) else {
                    continue;
                };
                let finding =
                    Finding::of_problem(problem, &source.name, &source.text, (start, end));
                findings.push((file, finding));
            }
        }
        findings.sort_by_key(|(file, finding)| (*file, finding.line, finding.column));
        LoadedKit {
            kit,
            findings: findings.into_iter().map(|(_, finding)| finding).collect(),
            origin,
            sources: Sources {
                files: self.sources,
                by_id,
                by_position: reading.origins,
            },
        }
    }
}
