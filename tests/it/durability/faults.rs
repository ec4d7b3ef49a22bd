//! Each call to the disk fails in turn, in each way a disk fails: the files are the old ones or the new
//! ones, nothing is left behind, and what is told is French and says what is safe.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use reflexe_personas::store::disk::Disk;

use super::acts::Told;
use super::failing::{Call, FAULTS, FAULTS_THAT_LAST, Failing, Fault, Plan};
use super::layers::Mutant;
use super::scenes::{Scene, Sight, scenes};
use super::{Files, files, is_temporary, not_a_sentence, quick_folder, real};

/// What the points of one scene come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tried {
    /// Calls that were made to fail.
    pub(super) points: usize,
    /// Of which those that the program got over.
    pub(super) got_over: usize,
}

/// Fails each call of each scene in each way; `mutant` is a protection taken away.
pub(super) fn try_all(mutant: Option<Mutant>) -> Result<Tried, String> {
    let scenes = scenes();
    // At the same time, since waiting for a refused name takes most of the time.
    let failed = &AtomicBool::new(false);
    let tried = thread::scope(|scope| {
        let run = |scene| scope.spawn(move || try_scene(scene, mutant, failed));
        let running: Vec<_> = scenes.iter().map(run).collect();
        let join = |thread: thread::ScopedJoinHandle<'_, _>| thread.join().unwrap();
        running
            .into_iter()
            .map(join)
            .collect::<Result<Vec<Tried>, String>>()
    })?;
    Ok(tried.iter().fold(Tried::default(), |all, one| Tried {
        points: all.points + one.points,
        got_over: all.got_over + one.got_over,
    }))
}

fn try_scene(scene: &Scene, mutant: Option<Mutant>, failed: &AtomicBool) -> Result<Tried, String> {
    let mut tried = Tried::default();
    for fault in FAULTS {
        for lasting in [false, true] {
            if lasting && !FAULTS_THAT_LAST.contains(&fault) {
                continue;
            }
            for at in 1.. {
                if failed.load(Ordering::Relaxed) {
                    // Another scene says why; this one has nothing more to show.
                    return Ok(tried);
                }
                let plan = Plan {
                    fault,
                    at,
                    lasting,
                    calls: 0,
                    struck: Vec::new(),
                    unconfirmed: false,
                };
                let context = |wrong| {
                    let lasting = if lasting { ", lasting" } else { "" };
                    format!("{}, {fault:?} at call {at}{lasting}: {wrong}", scene.name)
                };
                let point = try_point(scene, plan, mutant).map_err(context);
                failed.fetch_or(point.is_err(), Ordering::Relaxed);
                let (over, struck) = point?;
                if over {
                    break;
                }
                tried.points += usize::from(struck.is_some());
                tried.got_over += usize::from(struck == Some(true));
            }
        }
    }
    Ok(tried)
}

/// Runs a scene with one plan. Says whether there was no such call any more, and, if the plan struck,
/// whether all was acknowledged nevertheless.
fn try_point(
    scene: &Scene,
    plan: Plan,
    mutant: Option<Mutant>,
) -> Result<(bool, Option<bool>), String> {
    let folder = quick_folder();
    lay_out(folder.path(), &scene.states[0]);
    let (fault, at) = (plan.fault, plan.at);
    let failing = Failing {
        disk: real(),
        plan: Arc::new(Mutex::new(plan)),
    };
    let disk = Mutant::around(mutant, Arc::new(failing.clone()));
    let (mut acknowledged, mut unconfirmed) = (0, false);
    let result = (scene.act)(&disk, folder.path(), &mut || {
        acknowledged += 1;
        unconfirmed |= failing.plan.lock().unwrap().unconfirmed;
    });
    if fault == Fault::Unsynced && unconfirmed {
        return Err("said to be written, which the disk did not confirm".to_owned());
    }
    let plan = failing.plan.lock().unwrap();
    if plan.struck.is_empty() {
        return if plan.calls < at {
            Ok((true, None))
        } else {
            Ok((false, None))
        };
    }
    let found = files(folder.path());
    // What could not be removed, or never was said to be there, stays.
    let could_not = |call: &Call| matches!(call, Call::Remove | Call::Cut | Call::OpenAppend);
    let sight = Sight {
        files: &found,
        acknowledged,
        interrupted: plan.struck.iter().any(could_not),
    };
    scene.judge(&sight)?;
    judge_answer(fault, &plan.struck, &result, &found)?;
    drop(plan);
    if result.is_err() {
        try_again(scene, folder.path(), &found).map_err(|wrong| format!("then {wrong}"))?;
    }
    Ok((false, Some(result.is_ok())))
}

/// Says what is wrong with what was answered.
fn judge_answer(
    fault: Fault,
    struck: &[Call],
    result: &Result<(), Told>,
    found: &Files,
) -> Result<(), String> {
    if let Err(Told(said)) = result {
        if let Some(wrong) = not_a_sentence(said) {
            return Err(wrong);
        }
        if matches!(fault, Fault::Interrupted | Fault::Short) {
            return Err(format!("refused for nothing: {said}"));
        }
        if fault == Fault::Held && struck.len() == 1 {
            return Err(format!("not tried again: {said}"));
        }
    } else {
        let left = found.keys().find(|name| is_temporary(name));
        if let Some(left) = left.filter(|_| !struck.contains(&Call::Remove)) {
            return Err(format!("{left} is left"));
        }
    }
    Ok(())
}

/// Once the disk works again, what was refused is accepted, and nothing is lost.
fn try_again(scene: &Scene, folder: &Path, before: &Files) -> Result<(), String> {
    let mut acknowledged = 0;
    let result = (scene.act)(&real(), folder, &mut || acknowledged += 1);
    let found = files(folder);
    if scene.name == "a new export" {
        // What was exported is not written over: the name is taken, and another is to be drawn.
        let stays = |(name, bytes): (&String, &Vec<u8>)| found.get(name) == Some(bytes);
        let stay = before.iter().all(stays);
        return stay.then_some(()).ok_or("an export is lost".to_owned());
    }
    result.map_err(|Told(said)| format!("refused again: {said}"))?;
    let sight = Sight {
        files: &found,
        acknowledged,
        interrupted: true,
    };
    scene.judge(&sight)
}

fn lay_out(folder: &Path, files: &Files) {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        crate::formats::put(&path, bytes);
    }
}

#[test]
fn every_call_that_fails_leaves_the_old_files_or_the_new_ones_and_is_told() {
    let tried = try_all(None).unwrap();
    println!("{tried:?}");
    assert!(tried.points >= 400, "{tried:?}");
    assert!(tried.got_over > 0 && tried.got_over < tried.points);
    crate::trust::measured(
        "faults",
        "pannes d’écriture injectées",
        &format!(
            "{} pannes, 0 fichier abîmé",
            crate::trust::count(tried.points)
        ),
        "≥ 400, 0",
        "durability::faults",
    );
}

#[test]
fn a_file_that_another_program_holds_stays_and_the_new_one_is_beside() {
    let scenes = scenes();
    let over = |scene: &&Scene| scene.name == "an export over another";
    let scene = scenes.iter().find(over).unwrap();
    let (old, new) = (&scene.states[0]["note.md"], &scene.states[1]["note.md"]);
    let folder = quick_folder();
    lay_out(folder.path(), &scene.states[0]);
    let held = Plan {
        fault: Fault::Held,
        at: 1,
        lasting: true,
        calls: 0,
        struck: vec![Call::Rename { over: true }],
        unconfirmed: false,
    };
    let disk: Arc<dyn Disk> = Arc::new(Failing {
        disk: real(),
        plan: Arc::new(Mutex::new(held)),
    });
    let Told(said) = (scene.act)(&disk, folder.path(), &mut || ()).unwrap_err();
    assert_eq!(not_a_sentence(&said), None);
    assert!(said.contains("note.md.nouveau-1"), "{said}");
    let found = files(folder.path());
    assert_eq!((&found["note.md"], &found["note.md.nouveau-1"]), (old, new));
    // And the version before, which is the one still there.
    assert_eq!(found.len(), 3, "{:?}", found.keys());
}
