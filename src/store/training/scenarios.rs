//! Role-play scenarios: one file each in `scenarios/`, beside the kit, or those shipped inside the program.
//!
//! A file that cannot be read is a finding, and the others serve. It must never mend a text, nor let a
//! scenario that refers to what the kit has not pass unsaid.

mod form;

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::Dir;

use self::form::ScenarioForm;
use crate::domain::ids::ScenarioId;
use crate::domain::kit::Kit;
use crate::domain::problem::{Gravity, Problem};
use crate::domain::training::scenario::{self, Scenario, Words};
use crate::domain::validate::wording::french;
use crate::store::disk::folder_of;
use crate::store::finding::Finding;
use crate::store::format;
use crate::store::kit_file::{self, read_capped};
use crate::store::lexicon;

/// The folder's name, in a kit's folder or beside a bundle.
pub const FOLDER: &str = "scenarios";
/// Most scenarios of a kit.
const MOST: usize = 200;

/// Scenarios, everything found, and the texts they were read from.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Those that could be read, in the order of their files.
    pub scenarios: Vec<Scenario>,
    /// Every finding, in file order.
    pub findings: Vec<Finding>,
    /// Whether they are those shipped with the program.
    pub shipped: bool,
    /// Name and text of each scenario's file.
    files: Vec<(String, String)>,
}

/// Reads the scenarios beside a kit, or those that ship for a language where it has none.
pub fn of_kit(kit: Option<&Path>, language: &str) -> Loaded {
    let folder = kit.map(folder_of_kit).map(|folder| folder.join(FOLDER));
    match folder {
        Some(folder) if folder.is_dir() => load(&folder),
        _ => embedded(language),
    }
}

/// Reads the scenarios that ship for a language; there may be none.
pub fn embedded(language: &str) -> Loaded {
    let mut loaded = Loaded {
        shipped: true,
        ..Loaded::default()
    };
    let shipped = kit_file::embedded(language);
    let folder = shipped.and_then(|shipped| shipped.get_dir(FOLDER));
    let files = folder.into_iter().flat_map(Dir::files);
    let mut files: Vec<_> = files
        .map(|file| (file.path().to_string_lossy().replace('\\', "/"), file))
        .collect();
    files.sort_by(|one, other| one.0.cmp(&other.0));
    for (name, file) in files {
        loaded.add(name, file.contents());
    }
    loaded
}

/// Reads a folder of scenarios.
pub fn load(folder: &Path) -> Loaded {
    let mut loaded = Loaded::default();
    let mut paths = match listed(folder) {
        Ok(paths) => paths,
        Err(error) => {
            let message = french(&format!("Ce dossier n’a pas pu être lu : {error}."));
            let cure = french("Vérifiez l’accès au dossier ; le reste du kit sert.");
            let finding = Finding::whole_file(FOLDER, message, cure);
            loaded.findings.push(finding);
            return loaded;
        }
    };
    if paths.len() > MOST {
        let message = format!(
            "Ce dossier compte {} scénarios, au plus {MOST}.",
            paths.len()
        );
        let cure = "Retirez ceux que l’équipe ne joue plus.".to_owned();
        loaded
            .findings
            .push(Finding::whole_file(FOLDER, message, cure));
        paths.truncate(MOST);
    }
    let root = fs::canonicalize(folder).ok();
    for path in paths {
        let name = path
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let name = format!("{FOLDER}/{name}");
        let inside = fs::canonicalize(&path)
            .is_ok_and(|real| root.as_ref().is_some_and(|root| real.starts_with(root)));
        if !inside {
            let message = "Ce lien sort du kit, ou ne mène nulle part ; il n’a pas été suivi.";
            let cure = "Mettez un vrai fichier à sa place.".to_owned();
            loaded
                .findings
                .push(Finding::whole_file(&name, french(message), cure));
            continue;
        }
        match read_capped(&path) {
            Ok(bytes) => loaded.add(name, &bytes),
            Err(error) => {
                let cure = french("Vérifiez ce fichier ; les autres scénarios servent.");
                let finding = Finding::whole_file(&name, error.to_string(), cure);
                loaded.findings.push(finding);
            }
        }
    }
    loaded
}

/// Says everything wrong in scenarios: what the kit has not, what the cards lack, what their texts must
/// not say, what the panel would not show, and whom nobody meets.
pub fn check(loaded: &Loaded, kit: &Kit, today: &str) -> Vec<Finding> {
    let scenarios = &loaded.scenarios;
    let lint = lexicon::of_language(&kit.language);
    let guard = lexicon::guard_of_language(&kit.language);
    let year = today.get(..4).and_then(|year| year.parse().ok());
    let words = Words {
        lint: &lint,
        guard: &guard,
        year: year.unwrap_or(2026),
    };
    let mut problems = scenario::references(kit.content(), scenarios);
    let referred = problems.len();
    problems.extend(scenario::wording(words, scenarios));
    if referred == 0 {
        problems.extend(scenario::unexpected(kit, scenarios));
    }
    let mut findings = loaded.findings.clone();
    findings.extend(problems.into_iter().map(|problem| loaded.place(problem)));
    if !scenarios.is_empty() {
        let uncovered = scenario::uncovered(kit.content(), scenarios);
        findings.extend(uncovered.into_iter().map(|what| Finding {
            severity: Gravity::Warning,
            ..Finding::whole_file(
                FOLDER,
                french(&format!("Aucun scénario ne fait rencontrer {what}.")),
                "Ajoutez-en un, ou retirez ce dossier pour jouer ceux du programme.".to_owned(),
            )
        }));
    }
    findings
}

impl Loaded {
    /// Finds a scenario.
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Scenario> {
        self.scenarios.iter().find(|one| one.id == *id)
    }

    fn add(&mut self, name: String, bytes: &[u8]) {
        let text = match format::decode(bytes) {
            Ok(text) => text,
            Err((fault, readable)) => {
                let finding =
                    Finding::in_text(Gravity::Error, &name, &readable, String::new(), fault);
                self.findings.push(finding);
                return;
            }
        };
        match format::read_whole::<ScenarioForm>(&name, &text) {
            Ok(form) => {
                self.scenarios.push(form.into_scenario());
                self.files.push((name, text));
            }
            Err(finding) => self.findings.push(*finding),
        }
    }

    /// Locates a problem in the file of its scenario.
    fn place(&self, problem: Problem) -> Finding {
        match self.files.get(problem.place.index) {
            Some((name, text)) => Finding::of_problem(problem, name, text, (0, text.len())),
            None => Finding::whole_file(FOLDER, problem.message, problem.cure),
        }
    }
}

fn folder_of_kit(kit: &Path) -> &Path {
    if kit.is_dir() { kit } else { folder_of(kit) }
}

fn listed(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path
            .file_name()
            .is_none_or(|name| name.to_string_lossy().starts_with('.'));
        if !hidden && path.extension().is_some_and(|extension| extension == "ron") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
