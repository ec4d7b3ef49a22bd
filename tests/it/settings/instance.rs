//! One window per person, between real processes: this very program is started again as the other one.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

use reflexe_personas::store::disk::{Disk, RealDisk};
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::instance::{Start, start};

use crate::formats::put;

/// Names the folder to the other process.
const FOLDER: &str = "REFLEXE_TEST_INSTANCE";
const TICK: Duration = Duration::from_millis(5);
/// A minute, for a machine under load.
const TICKS: u32 = 12_000;

/// The other process: holds the lock, answers one request, and waits for its end. Alone, it is nothing.
#[test]
fn the_other_process() {
    #[expect(
        clippy::disallowed_methods,
        reason = "how the test tells its other process what to do"
    )]
    let Some(folder) = env::var_os(FOLDER) else {
        return;
    };
    let folder = Path::new(&folder);
    let Ok(Start::First(guard)) = begin(folder) else {
        return;
    };
    put(&folder.join("tenu"), "");
    for _ in 0..TICKS {
        if guard.asked() {
            put(&folder.join("devant"), "");
        }
        sleep(TICK);
    }
}

fn begin(folder: &Path) -> Result<Start, StoreError> {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    start(&disk, folder)
}

struct Other(Child);

impl Other {
    fn holding(folder: &Path) -> Self {
        let name = concat!(module_path!(), "::the_other_process");
        let name = name.split_once("::").unwrap().1;
        let child = Command::new(env::current_exe().unwrap())
            .args([name, "--exact"])
            .env(FOLDER, folder)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let other = Self(child);
        assert!(comes(&folder.join("tenu")), "the other process holds");
        other
    }

    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn comes(path: &Path) -> bool {
    (0..TICKS).any(|_| {
        sleep(TICK);
        path.exists()
    })
}

#[test]
fn a_second_process_brings_the_first_forward_and_a_killed_one_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut other = Other::holding(folder.path());
    assert!(matches!(begin(folder.path()), Ok(Start::Forwarded)));
    assert!(comes(&folder.path().join("devant")));
    other.kill();
    // Killed: its lock file is there, its lock is not.
    assert!(folder.path().join("ouvert.lock").exists());
    put(&folder.path().join("en-avant"), "");
    let Ok(Start::First(guard)) = begin(folder.path()) else {
        panic!("the lock of a dead process was believed");
    };
    assert!(!guard.asked(), "a stale request is removed");
}

#[test]
fn fifty_killed_windows_never_leave_a_lock_that_is_believed() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..50 {
        let mut other = Other::holding(folder.path());
        other.kill();
        std::fs::remove_file(folder.path().join("tenu")).unwrap();
        assert!(
            matches!(begin(folder.path()), Ok(Start::First(_))),
            "round {round}"
        );
    }
}

#[test]
#[cfg(unix)]
fn a_process_that_hangs_is_waited_for_two_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let mut other = Other::holding(folder.path());
    let signal = |name: &str| {
        let id = other.0.id().to_string();
        let sent = Command::new("kill").args([name, &id]).status();
        assert!(sent.unwrap().success());
    };
    signal("-STOP");
    assert!(matches!(begin(folder.path()), Ok(Start::Silent)));
    assert!(!folder.path().join("en-avant").exists());
    signal("-CONT");
    assert!(matches!(begin(folder.path()), Ok(Start::Forwarded)));
    other.kill();
    assert_eq!(fs::read(folder.path().join("ouvert.lock")).unwrap(), b"");
}
