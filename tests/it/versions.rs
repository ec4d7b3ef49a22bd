//! Versions of a kit in a shared folder: nothing published is lost, nothing is half read, and a counter
//! changes its kit between two interviews only.

#[cfg(feature = "ui")]
pub(crate) mod counter;
#[cfg(unix)]
mod crowd;
mod folder;
mod pick;

use std::path::Path;

use reflexe_personas::domain::guard::GuardLexicon;
use reflexe_personas::domain::version::{Notice, VersionName};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::versions::{self, Outcome, Publication};

/// The day of these tests.
const TODAY: &str = "2026-11-26";

fn notice(reason: &str) -> Notice {
    Notice::new(reason, "responsable", TODAY, &GuardLexicon::default()).unwrap()
}

/// A small sound kit, written by hand, that says its number.
fn kit(number: u32) -> String {
    let small = include_str!("../fixtures/kits/small.ron");
    format!("// essai n° {number}, de la main de quelqu’un\n{small}")
}

fn publish_from(folder: &Path, kit: &str, reason: &str, base: Option<VersionName>) -> Outcome {
    let publication = Publication {
        kit,
        original: None,
        notice: &notice(reason),
        base,
    };
    versions::publish(&RealDisk, folder, &publication).unwrap()
}

/// Publishes after what is published.
fn publish(folder: &Path, kit: &str) -> VersionName {
    let base = versions::current(&RealDisk, folder).unwrap();
    match publish_from(folder, kit, "Un geste ajouté", base) {
        Outcome::Published { version, .. } => version,
        other @ Outcome::Conflict { .. } => panic!("{other:?}"),
    }
}
