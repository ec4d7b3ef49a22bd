//! What is done to the list of exports and to the receipts, as scenes do it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use reflexe_personas::domain::kept::Receipt;
use reflexe_personas::store::disk::{Disk, uninterrupted};
use reflexe_personas::store::export_list;
use reflexe_personas::store::receipts;

use super::acts::Told;
use super::machine::Machine;
use super::{Files, TODAY};

fn listed(disk: &Arc<dyn Disk>, root: &Path, name: &str) -> Result<(), Told> {
    let export = Path::new("/notes").join(name);
    export_list::add(&**disk, &export_list::file(root), &export)?;
    Ok(())
}

pub(super) fn two_listed(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    for name in ["un.csv", "deux.csv"] {
        listed(disk, root, name)?;
        done();
    }
    Ok(())
}

pub(super) fn listed_before() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let disk: Arc<dyn Disk> = Arc::new(machine.clone());
    two_listed(&disk, root, &mut || ()).unwrap();
    machine.files(root)
}

pub(super) fn forgotten(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let gone = [PathBuf::from("/notes/un.csv")];
    export_list::forget(&**disk, &export_list::file(root), &gone)?;
    done();
    Ok(())
}

pub(super) fn two_receipts(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    for files in [12, 1] {
        let receipt = Receipt {
            day: TODAY.to_owned(),
            files,
            bytes: 0,
            failed: Vec::new(),
            version: "0.1.0".to_owned(),
        };
        // A second try adds only what is not there yet.
        let path = receipts::file(root);
        let there = uninterrupted(|| disk.read(&path, 1 << 20)).unwrap_or_default();
        if !String::from_utf8_lossy(&there).contains(&receipts::line(&receipt)) {
            receipts::record(&**disk, &path, &receipt)?;
        }
        done();
    }
    Ok(())
}
