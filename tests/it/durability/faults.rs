//! Each call to the disk fails in turn, in each way a disk fails: the files are the old ones or the new
//! ones, nothing is left behind, and what is told is French and says what is safe.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use reflexe_personas::store::disk::{Disk, DiskFile, Entry};

use super::layers::Mutant;
use super::scenes::{Scene, Sight, Told, scenes};
use super::{Files, files, is_temporary, not_a_sentence, quick_folder, real};

/// A call to the disk.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Call {
    MakeFolder,
    Create,
    OpenAppend,
    Read,
    Entry,
    List,
    /// Giving a name to a file; over another one or not.
    Rename {
        over: bool,
    },
    Remove,
    SyncFolder,
    Write,
    Sync,
    Cut,
}

/// A way to fail.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Fault {
    NoSpace,
    DiskError,
    NoRight,
    ReadOnly,
    TooManyOpen,
    Interrupted,
    /// Half of the bytes are taken.
    Short,
    /// No byte is taken.
    Nothing,
    /// All is said to be taken, and the last block is not what was given.
    Torn,
    /// The name is held by another program.
    Held,
    /// The disk does not confirm.
    Unsynced,
}

const FAULTS: [Fault; 11] = [
    Fault::NoSpace,
    Fault::DiskError,
    Fault::NoRight,
    Fault::ReadOnly,
    Fault::TooManyOpen,
    Fault::Interrupted,
    Fault::Short,
    Fault::Nothing,
    Fault::Torn,
    Fault::Held,
    Fault::Unsynced,
];

impl Fault {
    /// Says whether a call can fail so, the first time; nearly anything may.
    fn strikes(self, call: Call) -> bool {
        match self {
            Self::Short | Self::Nothing | Self::Torn => call == Call::Write,
            Self::Held => call == Call::Rename { over: true },
            Self::Unsynced => matches!(call, Call::Sync | Call::SyncFolder),
            _ => true,
        }
    }

    /// Says whether a call goes on failing so while the cause lasts.
    fn lasts(self, call: Call) -> bool {
        use Call::{
            Create, Cut, List, MakeFolder, OpenAppend, Read, Remove, Rename, SyncFolder, Write,
        };
        match self {
            Self::NoSpace => matches!(call, Create | MakeFolder | Write),
            Self::NoRight => matches!(call, Create | MakeFolder | Remove | OpenAppend),
            Self::ReadOnly => matches!(
                call,
                Create | MakeFolder | Write | Remove | OpenAppend | Rename { .. } | Cut
            ),
            Self::TooManyOpen => matches!(call, Create | OpenAppend | Read | List | SyncFolder),
            Self::DiskError => true,
            Self::Interrupted => false,
            _ => self.strikes(call),
        }
    }

    fn error(self) -> io::Error {
        io::Error::from_raw_os_error(match self {
            Self::NoSpace => 28,
            Self::NoRight | Self::Held => 13,
            Self::ReadOnly => 30,
            Self::TooManyOpen => 24,
            Self::Interrupted => 4,
            Self::DiskError | Self::Unsynced | Self::Short | Self::Nothing | Self::Torn => 5,
        })
    }
}

/// When to fail, and what came of it.
#[derive(Debug)]
struct Plan {
    fault: Fault,
    at: usize,
    lasting: bool,
    calls: usize,
    struck: Vec<Call>,
}

/// A disk that fails as planned.
#[derive(Clone, Debug)]
struct Failing {
    disk: Arc<dyn Disk>,
    plan: Arc<Mutex<Plan>>,
}

impl Failing {
    fn strike(&self, call: Call) -> Option<Fault> {
        let mut plan = self.plan.lock().unwrap();
        plan.calls += 1;
        let fault = plan.fault;
        let now = plan.calls == plan.at && fault.strikes(call);
        let still = plan.lasting && !plan.struck.is_empty() && fault.lasts(call);
        (now || still).then(|| {
            plan.struck.push(call);
            fault
        })
    }

    fn call<T>(&self, call: Call, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.strike(call) {
            Some(fault) => Err(fault.error()),
            None => work(),
        }
    }

    fn open(&self, file: Box<dyn DiskFile>) -> Box<dyn DiskFile> {
        Box::new(FailingFile {
            disk: self.clone(),
            file,
        })
    }
}

impl Disk for Failing {
    fn make_folder(&self, folder: &Path, private: bool) -> io::Result<()> {
        self.call(Call::MakeFolder, || self.disk.make_folder(folder, private))
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = self.call(Call::Create, || self.disk.create_new(path))?;
        Ok(self.open(file))
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        let file = self.call(Call::OpenAppend, || self.disk.open_append(path))?;
        Ok(self.open(file))
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        self.call(Call::Read, || self.disk.read(path, most))
    }

    fn entry(&self, path: &Path) -> io::Result<Entry> {
        self.call(Call::Entry, || self.disk.entry(path))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.call(Call::List, || self.disk.list(folder))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let over = self.disk.entry(to).is_ok_and(|entry| entry.bytes > 0);
        self.call(Call::Rename { over }, || self.disk.rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call(Call::Remove, || self.disk.remove(path))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.call(Call::SyncFolder, || self.disk.sync_folder(folder))
    }
}

#[derive(Debug)]
struct FailingFile {
    disk: Failing,
    file: Box<dyn DiskFile>,
}

impl DiskFile for FailingFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.disk.strike(Call::Write) {
            None => self.file.write(bytes),
            Some(Fault::Short) => self.file.write(&bytes[..bytes.len().div_ceil(2)]),
            Some(Fault::Nothing) => Ok(0),
            Some(Fault::Torn) => {
                let block = bytes.len().saturating_sub(512).max(bytes.len() / 2);
                let mut torn = bytes.to_vec();
                torn[block..].fill(0);
                self.file.write(&torn)
            }
            Some(fault) => Err(fault.error()),
        }
    }

    fn sync(&mut self) -> io::Result<()> {
        let disk = self.disk.clone();
        disk.call(Call::Sync, || self.file.sync())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let disk = self.disk.clone();
        disk.call(Call::Cut, || self.file.cut(length))
    }
}

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

const FAULTS_THAT_LAST: [Fault; 7] = [
    Fault::NoSpace,
    Fault::DiskError,
    Fault::NoRight,
    Fault::ReadOnly,
    Fault::TooManyOpen,
    Fault::Held,
    Fault::Unsynced,
];

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
    let mut acknowledged = 0;
    let result = (scene.act)(&disk, folder.path(), &mut || acknowledged += 1);
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
        let unconfirmed = |call: &Call| matches!(call, Call::Sync | Call::SyncFolder);
        if fault == Fault::Unsynced && struck.iter().any(unconfirmed) {
            return Err("said to be written, which the disk did not confirm".to_owned());
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
        "pannes de disque injectées, fichiers abîmés",
        &format!(
            "{} pannes, 0 fichier abîmé",
            crate::trust::count(tried.points)
        ),
        "≥ 400, 0",
        "durability::faults",
    );
}
