//! Everything the program writes is whole, is still there after the power went, and its refusals are
//! told in French: shown by making each call to the disk fail, by cutting the power after each, by
//! killing a real process, and by taking away each protection in turn to see the checks fail.

mod acts;
mod conduct;
mod damage;
mod failing;
mod faults;
mod full;
mod journal;
mod kill;
mod layers;
mod listing;
mod machine;
mod mutants;
mod power;
mod published;
mod scenes;
#[cfg(feature = "ui")]
mod services;
mod slow;
mod time;
mod writer;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use reflexe_personas::domain::draft::{Draft, DraftContact};
use reflexe_personas::domain::interview::Interview;
use reflexe_personas::domain::typography::french;
use reflexe_personas::domain::vocab::{Channel, Outcome, Theme};
use reflexe_personas::store::disk::{Disk, RealDisk};
use reflexe_personas::store::error::StoreError;

/// The day of every test that is not about days.
const TODAY: &str = "2026-11-24";

/// Files by their names below a folder.
type Files = BTreeMap<String, Vec<u8>>;

fn real() -> Arc<dyn Disk> {
    Arc::new(RealDisk)
}

#[expect(clippy::disallowed_methods, reason = "tests of age need the real time")]
fn now() -> SystemTime {
    SystemTime::now()
}

#[expect(
    clippy::disallowed_methods,
    reason = "how a test is told what to do from outside"
)]
pub(crate) fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

/// A folder where waiting for the disk costs nothing: the waiting itself is tested elsewhere.
pub(crate) fn quick_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    tempfile::tempdir_in(memory)
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

/// Lists the files below a folder with their content.
fn files(folder: &Path) -> Files {
    fn walk(root: &Path, folder: &Path, found: &mut Files) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap();
                found.insert(name.to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    let mut found = Files::new();
    walk(folder, folder, &mut found);
    found
}

/// Says whether a name is that of a file being written, and of no other.
pub(crate) fn is_temporary(name: &str) -> bool {
    let path = Path::new(name);
    let name = path.file_name().unwrap().to_str().unwrap();
    name.starts_with(".reflexe-") && path.extension().is_some_and(|end| end == "tmp")
}

/// A draft that says its number in many places, so that half of one is never taken for another.
fn draft(number: u32) -> Draft {
    let mut interview = Interview::new(Channel::Counter);
    let themes = Theme::ALL;
    interview.set_theme(Some(themes[number as usize % themes.len()]));
    interview.answer(
        "question".into(),
        format!("reponse-{number}").as_str().into(),
    );
    interview.tick_step(format!("etape-{number}").as_str().into());
    interview.set_outcome(Some(Outcome::CallBack));
    interview.set_free_text(&format!("saisie {number}, « d’été »"));
    Draft {
        kit: "essai".to_owned(),
        day: TODAY.to_owned(),
        contacts: vec![DraftContact {
            facts: interview.facts().clone(),
            answers: BTreeMap::from([("motif".to_owned(), format!("n° {number}").into())]),
            started: Some(format!("10\u{a0}h\u{a0}{:02}", number % 60)),
            square: number % 2 == 1,
        }],
    }
}

/// Gives the number of a draft made by [`draft`], if it is exactly that one.
fn number(found: &Draft) -> Option<u32> {
    let text = &found.contacts.first()?.facts.free_text;
    let digits = text.strip_prefix("saisie ")?.split_once(',')?.0;
    let number = digits.parse().ok()?;
    (draft(number) == *found).then_some(number)
}

/// Says what is wrong with a sentence told to a person; nothing, if it is one.
fn not_a_sentence(said: &str) -> Option<String> {
    let words = said.split("\u{a0}: ").next().unwrap_or_default();
    let told_safe = [
        "intact",
        "rien n’a été",
        "rien d’autre n’a été",
        "rien n’est perdu",
        "n’a pas été touché",
    ];
    let wrong = if french(words) != words || words.contains('\'') {
        "is not French typography"
    } else if !told_safe.iter().any(|safe| words.contains(safe)) {
        "does not say what is safe"
    } else if words.contains("os error") || words.contains("power") {
        "has words of the system"
    } else if !words.contains(['.', '\u{202f}']) {
        "does not say what to do"
    } else {
        return None;
    };
    Some(format!("{wrong}: {said}"))
}

fn is_sentence(error: &StoreError) -> Result<(), String> {
    not_a_sentence(&error.to_string()).map_or(Ok(()), Err)
}

/// Runs this very test program again for one test, which reads what to do from the environment.
pub(crate) fn same_program(test: &str) -> std::process::Command {
    let name = test.split_once("::").unwrap().1;
    let mut command = std::process::Command::new(env::current_exe().unwrap());
    command.args([name, "--exact", "--nocapture"]);
    command
}

fn journal_in(folder: &Path) -> PathBuf {
    reflexe_personas::store::draft::file(folder)
}
