//! Publishing versions as scenes: what each interruption leaves is a folder in which one whole version is
//! the published one.

use std::path::Path;
use std::sync::Arc;

use reflexe_personas::domain::guard::GuardLexicon;
use reflexe_personas::domain::version::{Notice, VersionName, parse_pointer};
use reflexe_personas::store::disk::Disk;
use reflexe_personas::store::versions::{self, FOLDER, Outcome, Publication};

use super::acts::Told;
use super::machine::Machine;
use super::scenes::Act;
use super::{Files, TODAY};

/// What is published; what a kit means is not looked at here.
const KITS: [&str; 3] = [
    "// premier\n( )\n",
    "// deuxième\n( )\n",
    "// troisième\n( )\n",
];

pub(super) fn acts() -> [(&'static str, Files, Act); 3] {
    [
        ("first versions", Files::new(), two_versions),
        (
            "an original and its first version",
            Files::new(),
            |disk, root, done| {
                publish(disk, root, KITS[1], Some(KITS[0]), None)?;
                done();
                Ok(())
            },
        ),
        ("restoring a version", two(), |disk, root, done| {
            let notice = notice();
            let (first, second) = names(disk, root)?;
            let outcome = versions::restore(&**disk, root, first, &notice, Some(second))?;
            published(outcome)?;
            done();
            Ok(())
        }),
    ]
}

fn notice() -> Notice {
    Notice::new("Un mot", "responsable", TODAY, &GuardLexicon::default()).unwrap()
}

fn publish(
    disk: &Arc<dyn Disk>,
    root: &Path,
    kit: &str,
    original: Option<&str>,
    base: Option<VersionName>,
) -> Result<VersionName, Told> {
    let publication = Publication {
        kit,
        original,
        notice: &notice(),
        base,
    };
    published(versions::publish(&**disk, root, &publication)?)
}

fn published(outcome: Outcome) -> Result<VersionName, Told> {
    match outcome {
        Outcome::Published { version, .. } => Ok(version),
        Outcome::Conflict { .. } => Err(Told("a conflict, alone".to_owned())),
    }
}

/// The first two versions, which are there in files or in the base of what came after.
fn names(disk: &Arc<dyn Disk>, root: &Path) -> Result<(VersionName, VersionName), Told> {
    let mut now = versions::current(&**disk, root)?.unwrap();
    loop {
        let base = versions::read(&**disk, root, now)?
            .header
            .unwrap()
            .base
            .unwrap();
        if base.number == 1 {
            return Ok((base, now));
        }
        now = base;
    }
}

fn two_versions(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    // Done again, it begins where it was.
    let now = versions::current(&**disk, root)?;
    let first = match now.filter(|now| now.number > 1) {
        Some(second) => versions::read(&**disk, root, second)?
            .header
            .unwrap()
            .base
            .unwrap(),
        None => publish(disk, root, KITS[0], None, None)?,
    };
    done();
    publish(disk, root, KITS[1], None, Some(first))?;
    done();
    Ok(())
}

/// A folder with two versions.
fn two() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let disk: Arc<dyn Disk> = Arc::new(machine.clone());
    two_versions(&disk, root, &mut || ()).unwrap();
    machine.files(root)
}

/// What is published is there, whole, and is one; `known` is what was acknowledged.
pub(super) fn judge(files: &Files, known: &Files) -> Result<(), String> {
    let pointers = |files: &Files| -> Vec<VersionName> {
        let pointer = |name: &String| {
            let name = name.strip_prefix(FOLDER)?.strip_prefix('/')?;
            parse_pointer(name)
        };
        files.keys().filter_map(pointer).collect()
    };
    let current = match (&pointers(files)[..], &pointers(known)[..]) {
        ([], []) => return Ok(()),
        ([], [..]) => return Err("nothing is published any more".to_owned()),
        ([current], _) => *current,
        _ => return Err("two versions are the published one".to_owned()),
    };
    match files.get(&current.file_name()) {
        Some(bytes) if versions::hash_of(bytes) == current.hash => Ok(()),
        Some(_) => Err(format!("{current} is not whole")),
        None => Err(format!("{current} is published and not there")),
    }
}
