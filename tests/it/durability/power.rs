//! The power goes after every call: whatever the disk kept of what was not synced, the next start finds
//! the old files or the new ones, and all that was acknowledged.

use std::path::Path;
use std::sync::Arc;

use reflexe_personas::store::disk::Disk as _;
use reflexe_personas::store::draft::{self, Journal};

use super::layers::Mutant;
use super::machine::Machine;
use super::scenes::{Scene, Sight, last_draft, scenes};
use super::{Files, draft as numbered, number};

const ROOT: &str = "/machine/dossier";
/// Number of the draft that is kept after the power came back.
const AFTERWARDS: u32 = 77;

/// Cuts the power after each call of each scene; gives the number of cuts and of ends looked at.
pub(super) fn try_all(mutant: Option<Mutant>) -> Result<(usize, usize), String> {
    let (mut cuts, mut ends) = (0, 0);
    let mut random = fastrand::Rng::with_seed(20_261_124);
    for scene in scenes() {
        let tried = try_scene(&scene, mutant, &mut random)?;
        cuts += tried.0;
        ends += tried.1;
    }
    Ok((cuts, ends))
}

fn try_scene(
    scene: &Scene,
    mutant: Option<Mutant>,
    random: &mut fastrand::Rng,
) -> Result<(usize, usize), String> {
    let (mut cuts, mut ends) = (0, 0);
    for calls in 0.. {
        let context = |wrong| format!("{}, power cut after call {calls}: {wrong}", scene.name);
        let cut = try_cut(scene, calls, mutant, random).map_err(context)?;
        cuts += 1;
        ends += cut.ends;
        if cut.over {
            break;
        }
    }
    Ok((cuts, ends))
}

struct Cut {
    ends: usize,
    over: bool,
}

fn try_cut(
    scene: &Scene,
    calls: usize,
    mutant: Option<Mutant>,
    random: &mut fastrand::Rng,
) -> Result<Cut, String> {
    let root = Path::new(ROOT);
    let machine = Machine::with(root, &scene.states[0]);
    machine.cut_after(calls);
    let disk = Mutant::around(mutant, Arc::new(machine.clone()));
    let mut acknowledged = 0;
    // Nobody is told anything by a program that is no more.
    let result = (scene.act)(&disk, root, &mut || {
        acknowledged += usize::from(!machine.is_over());
    });
    let ends = machine.after_the_cut(root, random);
    for files in &ends {
        let sight = Sight {
            files,
            acknowledged,
            interrupted: true,
        };
        scene.judge(&sight)?;
        if scene.name.contains("draft") {
            goes_on(files, mutant)?;
        }
    }
    Ok(Cut {
        ends: ends.len(),
        over: result.is_ok() && machine.calls() < calls,
    })
}

/// After the power came back, the journal takes drafts again, and they are found.
fn goes_on(files: &Files, mutant: Option<Mutant>) -> Result<(), String> {
    let root = Path::new(ROOT);
    let folder = if files.keys().any(|name| name.starts_with("données/")) {
        root.join("données")
    } else {
        root.to_owned()
    };
    let machine = Machine::with(root, files);
    let disk = Mutant::around(mutant, Arc::new(machine.clone()));
    let path = draft::file(&folder);
    let mut journal = Journal::open(disk, path.clone()).map_err(|error| error.to_string())?;
    for number in [AFTERWARDS, AFTERWARDS + 1] {
        journal
            .append(&numbered(number))
            .map_err(|error| format!("then {error}"))?;
    }
    let bytes = machine.read(&path, u64::MAX).unwrap();
    let last = last_draft(&bytes).as_ref().and_then(number);
    if last == Some(AFTERWARDS + 1) {
        Ok(())
    } else {
        Err(format!("then what is kept is not found: {last:?}"))
    }
}

#[test]
fn after_a_power_cut_files_are_old_or_new_and_what_was_acknowledged_is_there() {
    let (cuts, ends) = try_all(None).unwrap();
    println!("{cuts} cuts, {ends} ends");
    assert!(cuts >= 300 && ends >= 1_000, "{cuts} cuts, {ends} ends");
}

#[test]
fn every_single_wait_for_the_disk_is_needed() {
    let mut random = fastrand::Rng::with_seed(20_261_124);
    let (mut waits, mut needless) = (0, Vec::new());
    for scene in scenes() {
        for wait in 1.. {
            let (machine, mutant) = (
                Machine::with(Path::new(ROOT), &scene.states[0]),
                Mutant::OneWaitLess(wait),
            );
            let (layer, waited) = Mutant::counting(mutant, Arc::new(machine));
            (scene.act)(&layer, Path::new(ROOT), &mut || ()).unwrap();
            if waited() < wait {
                break;
            }
            waits += 1;
            if try_scene(&scene, Some(mutant), &mut random).is_ok() {
                needless.push(format!("{}: wait {wait}", scene.name));
            }
        }
    }
    println!("{waits} waits");
    assert_eq!(
        needless,
        [
            // The damaged journal that comes back says the same as the one that took its place.
            "a damaged draft at start: wait 4",
            // Of two names given in one folder, the last wait covers the first.
            "first versions: wait 2",
            "an original and its first version: wait 2",
            "an original and its first version: wait 4",
        ]
    );
}
