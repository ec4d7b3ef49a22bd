//! Kit files: round trips, broken input, hostile input. Nothing here may panic the reader.

mod broken;
mod caps;
mod damage;
mod mutations;
mod round_trip;
mod validation;

use std::fs;
use std::path::{Path, PathBuf};

use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::store::finding::Finding;
use reflexe_personas::store::kit_file::{LoadedKit, parse_bundle};

const SMALL: &str = include_str!("../fixtures/kits/small.ron");

pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn small() -> LoadedKit {
    parse_bundle(SMALL, "small.ron", None)
}

#[track_caller]
pub(crate) fn put(path: &Path, bytes: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    #[expect(
        clippy::disallowed_methods,
        reason = "a test lays out files as an editor would"
    )]
    fs::write(path, bytes).unwrap();
}

fn errors(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .filter(|f| f.severity == Gravity::Error)
        .map(ToString::to_string)
        .collect()
}
