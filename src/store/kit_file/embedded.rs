//! The kit shipped inside the program, in its two languages.
//!
//! It must never read the disk: a program without its folder still has a kit.

use std::path::Path;

use include_dir::{Dir, include_dir};

use super::LoadedKit;
use super::folder::{FILES, is_ron};
use super::raw::Raw;
use crate::domain::vocab::Language;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/personas/usagers-numeriques");
static EMBEDDED_ENGLISH: Dir<'_> =
    include_dir!("$CARGO_MANIFEST_DIR/personas/digital-public-services-en");

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
pub(in crate::store) fn embedded(language: &str) -> Option<&'static Dir<'static>> {
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
