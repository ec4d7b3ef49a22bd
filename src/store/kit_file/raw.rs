//! Texts of a kit on their way in: what cannot be read is told and left out, the rest is made a kit.
//!
//! It must never let one bad file take the others with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::folder::{LARGEST, read_capped};
use super::{LoadedKit, Sources};
use crate::domain::kit::KitContent;
use crate::domain::problem::{Gravity, Section};
use crate::domain::validate::admit_partial;
use crate::domain::validate::wording::french;
use crate::store::error::StoreError;
use crate::store::finding::Finding;
use crate::store::format::{self, Reading, Source};

/// Largest kit, all files together: its texts alone may not pass 1 MiB.
const LARGEST_KIT: usize = 8 << 20;
/// Stack of the reading thread: ron recurses up to its limit of 128.
const STACK: usize = 8 << 20;

/// Texts on their way in, and what already went wrong.
#[derive(Default)]
pub(super) struct Raw {
    sources: Vec<Source>,
    /// Bytes read so far.
    size: usize,
    findings: Vec<(usize, Finding)>,
    /// Parts of the kit whose file could not be read.
    lost: Vec<Section>,
}

/// Says that a file is too large.
pub(super) fn too_large(size: u64) -> String {
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

    /// Keeps that a file was not opened, and why.
    pub(super) fn refuse(&mut self, name: &str, message: &str) {
        self.lose(name);
        let cure = french("Vérifiez que c’est bien un fichier de kit ; le reste du kit est lu.");
        let finding = Finding::whole_file(name, message.to_owned(), cure);
        self.findings.push((self.sources.len(), finding));
    }

    /// Takes a text.
    pub(super) fn add(&mut self, name: String, bytes: &[u8]) {
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

    /// Takes a file, if it is inside the kit and of a reasonable size.
    pub(super) fn add_file(&mut self, name: String, path: &Path, root: &Path) {
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
    pub(super) fn read(
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
    pub(super) fn read_or_tell(self, folder: bool, today: Option<&str>, origin: &str) -> LoadedKit {
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
