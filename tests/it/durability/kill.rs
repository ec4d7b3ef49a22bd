//! A real process is killed while it writes: each file is a whole version, the last one it said to have
//! written or the one it was writing, and at most a second of typing is gone.
//!
//! A hundred rounds by default; `REFLEXE_ROUNDS` asks for another number.

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use reflexe_personas::domain::note::NoteFormat;
use reflexe_personas::store::atomic::sweep;
use reflexe_personas::store::draft::{self, Found, Writer};
use reflexe_personas::store::export::{export_note, export_note_to};
use reflexe_personas::store::settings::{self, SettingsFile};
use reflexe_personas::store::tally;

use super::acts::{counted, note, settings as numbered_settings};
use super::machine::Machine;
use super::scenes::last_draft;
use super::{
    Files, TODAY, draft as numbered, files, is_temporary, now, number, real, same_program, variable,
};

/// Names the folder to the process that is killed.
const FOLDER: &str = "REFLEXE_TEST_KILL";
/// Tells it the number to begin with.
const FROM: &str = "REFLEXE_TEST_KILL_FROM";
/// At the same time, each in its own folder.
const LANES: usize = 4;
/// One in so many rounds is long enough for a second of typing to be lost.
const LONG: usize = 12;
/// Longest time between two typings of a process that runs, in milliseconds: ten times what it waits.
const PAUSE: u64 = 50;
/// Rounds in one folder, before a new one: every round reads all that is in it.
const SHIFT: usize = 25;

/// The process that is killed: writes for ever, and says what it has written. Alone, it is nothing.
#[test]
fn the_process_that_is_killed() {
    let (Some(folder), Some(from)) = (variable(FOLDER), variable(FROM)) else {
        return;
    };
    let (folder, from) = (Path::new(&folder).to_owned(), from.parse::<u16>().unwrap());
    let disk = real();
    let journal = draft::file(&folder);
    sweep(&*disk, &folder, now()).unwrap();
    match draft::load(&*disk, &journal, TODAY, now()).unwrap() {
        Found::Nothing | Found::Draft(_) => {}
        other => panic!("{other:?}"),
    }
    let writer = Writer::start(disk.clone(), &folder).unwrap();
    println!("\n§ prêt");
    let start = beginning();
    thread::scope(|scope| {
        scope.spawn(move || {
            for number in u32::from(from) * 1_000.. {
                writer.keep(numbered(number));
                println!("§ frappe {number} {}", start.elapsed().as_millis());
                sleep(Duration::from_millis(5));
            }
        });
        for number in from.. {
            write_all(&folder, number, |done| println!("§ {done} {number}"));
        }
    });
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long ago something was typed"
)]
fn beginning() -> Instant {
    Instant::now()
}

/// Writes everything there is with a number, and says each.
fn write_all(folder: &Path, number: u16, mut done: impl FnMut(&str)) {
    let disk = &*real();
    let kept = SettingsFile::default();
    let path = folder.join(settings::FILE_NAME);
    settings::save(disk, &path, &numbered_settings(number), &kept).unwrap();
    done("réglages");
    let note = note(&format!("version {number}"));
    export_note_to(disk, &folder.join("choisi.md"), &note, NoteFormat::Markdown).unwrap();
    done("choisi");
    tally::save(disk, &tally::file(folder, "essai"), &counted(number % 40)).unwrap();
    done("décompte");
    let stem = format!("accompagnement_20261124_{number:06}");
    export_note(disk, &folder.join("Notes"), &note, NoteFormat::Text, &stem).unwrap();
    done("note");
}

/// What a file is when it was written whole with that number.
fn expected(name: &str, number: u16) -> Vec<u8> {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let path = root.join(name);
    match name {
        settings::FILE_NAME => {
            let (settings, kept) = (numbered_settings(number), SettingsFile::default());
            settings::save(&machine, &path, &settings, &kept).unwrap();
        }
        "decompte-essai.json" => tally::save(&machine, &path, &counted(number % 40)).unwrap(),
        _ => {
            let note = note(&format!("version {number}"));
            export_note_to(&machine, &path, &note, NoteFormat::Markdown).unwrap();
        }
    }
    machine.files(root).remove(name).unwrap()
}

/// What a killed process had said.
#[derive(Debug, Default)]
struct Said {
    /// Things of a kind, in order.
    done: Vec<(String, u16)>,
    /// Numbers typed, and when, in milliseconds.
    typed: Vec<(u32, u64)>,
}

impl Said {
    fn read(text: &str) -> Self {
        let mut said = Self::default();
        // The last line may be cut.
        let lines = text.rsplit_once('\n').map_or("", |(lines, _)| lines);
        for line in lines.lines().filter_map(|line| line.strip_prefix("§ ")) {
            let words: Vec<&str> = line.split(' ').collect();
            match words[..] {
                ["frappe", number, at] => {
                    let at = at.parse().unwrap();
                    said.typed.push((number.parse().unwrap(), at));
                }
                [kind, number] => said.done.push((kind.to_owned(), number.parse().unwrap())),
                _ => assert_eq!(line, "prêt"),
            }
        }
        said
    }

    fn last(&self, kind: &str) -> Option<u16> {
        let of_kind = self.done.iter().filter(|(of, _)| of == kind);
        of_kind.map(|(_, number)| *number).next_back()
    }
}

fn run_and_kill(folder: &Path, from: u16, after: Duration) -> Said {
    let name = concat!(module_path!(), "::the_process_that_is_killed");
    let mut command: Command = same_program(name);
    command.env(FOLDER, folder).env(FROM, from.to_string());
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdout.take().unwrap();
    let mut text = Vec::new();
    let mut part = [0; 4096];
    while !String::from_utf8_lossy(&text).contains("§ prêt\n") {
        let count = pipe.read(&mut part).unwrap();
        assert!(count > 0, "{}", String::from_utf8_lossy(&text));
        text.extend(&part[..count]);
    }
    sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    pipe.read_to_end(&mut text).unwrap();
    Said::read(&String::from_utf8_lossy(&text))
}

/// What one lane went through.
#[derive(Debug, Default)]
struct Lane {
    /// Things said to be written.
    done: usize,
    /// Files that interrupted writings left in one folder, at most.
    leftovers: usize,
    /// Most typing lost, in milliseconds.
    lost: u64,
}

/// Rounds one after the other, in folders that do not grow for ever.
fn lane(rounds: usize, mut random: fastrand::Rng) -> Lane {
    let mut lane = Lane::default();
    for from in (0..rounds).step_by(SHIFT) {
        let part = shift(SHIFT.min(rounds - from), &mut random);
        lane.done += part.done;
        lane.leftovers = lane.leftovers.max(part.leftovers);
        lane.lost = lane.lost.max(part.lost);
    }
    lane
}

fn shift(rounds: usize, random: &mut fastrand::Rng) -> Lane {
    let folder = tempfile::tempdir().unwrap();
    let mut lane = Lane::default();
    let (mut next, mut typed) = (1, None);
    let mut before: Vec<(&str, u16)> = Vec::new();
    for round in 0..rounds {
        let millis = if round % LONG == LONG - 1 {
            random.u64(1_200..2_000)
        } else {
            random.u64(..200)
        };
        let said = run_and_kill(folder.path(), next, Duration::from_millis(millis));
        let found = files(folder.path());
        let mut known = Vec::new();
        for (kind, name) in [
            ("réglages", settings::FILE_NAME),
            ("choisi", "choisi.md"),
            ("décompte", "decompte-essai.json"),
        ] {
            let was = before.iter().find(|(of, _)| *of == kind);
            let last = said.last(kind).or(was.map(|(_, number)| *number));
            known.extend(version(&found, name, last, next).map(|number| (kind, number)));
        }
        notes_are_whole(&found, &said);
        lane.lost = lane.lost.max(typing_lost(&found, &said, &mut typed));
        lane.done += said.done.len();
        lane.leftovers = found.keys().filter(|name| is_temporary(name)).count();
        for name in found.keys() {
            let name = name.rsplit('/').next().unwrap().trim_end_matches(".prec");
            let ours = is_temporary(name)
                || name.starts_with("accompagnement_20261124_")
                || [
                    settings::FILE_NAME,
                    "choisi.md",
                    "decompte-essai.json",
                    draft::FILE_NAME,
                ]
                .contains(&name);
            assert!(ours, "{name} is left");
        }
        before = known;
        // Numbers are never used twice: a name once taken is not written over.
        next = said
            .done
            .iter()
            .map(|(_, number)| number + 1)
            .max()
            .unwrap_or(next)
            .max(next)
            + 1;
    }
    let in_two_hours = now() + Duration::from_hours(2);
    for part in ["", "Notes"] {
        let part = folder.path().join(part);
        if part.exists() {
            sweep(&*real(), &part, in_two_hours).unwrap();
        }
    }
    let left = files(folder.path());
    assert!(
        left.keys().all(|name| !is_temporary(name)),
        "{:?}",
        left.keys()
    );
    lane
}

/// Gives the number of a file, which is the last acknowledged or the one being written; the version
/// before it is whole too.
fn version(found: &Files, name: &str, last: Option<u16>, from: u16) -> Option<u16> {
    let Some(bytes) = found.get(name) else {
        assert_eq!(last, None, "{name} is lost");
        return None;
    };
    // What comes after the last acknowledged: the next, or the first of this run.
    let next = last.map_or(from, |last| (last + 1).max(from));
    let either = last.into_iter().chain([next, from]);
    let mut either = either.filter(|number| expected(name, *number) == *bytes);
    let number = either.next();
    assert!(number.is_some(), "{name} is neither {last:?} nor {next}");
    if let Some(before) = found.get(&format!("{name}.prec")) {
        let last = number.unwrap();
        let whole = (0..=last)
            .rev()
            .any(|number| expected(name, number) == *before);
        assert!(whole, "the version before {name} is not whole");
    }
    number
}

/// Each exported note is whole, and those that were acknowledged are there.
fn notes_are_whole(found: &Files, said: &Said) {
    for (kind, number) in &said.done {
        let name = format!("Notes/accompagnement_20261124_{number:06}.txt");
        assert!(
            kind != "note" || found.contains_key(&name),
            "{name} is lost"
        );
    }
    let notes = found
        .iter()
        .filter(|(name, _)| name.starts_with("Notes/acc"));
    // Those of this run; the others were looked at when they were made.
    let first = said
        .done
        .iter()
        .map(|(_, number)| *number)
        .min()
        .unwrap_or(u16::MAX);
    for (name, bytes) in notes {
        let number: u16 = name[name.len() - 10..name.len() - 4].parse().unwrap();
        if number >= first {
            assert_eq!(expected("note.txt", number), *bytes, "{name}");
        }
    }
}

/// Gives how long ago the first typing that is lost was, in milliseconds.
fn typing_lost(found: &Files, said: &Said, known: &mut Option<u32>) -> u64 {
    let kept = found
        .get(draft::FILE_NAME)
        .and_then(|bytes| last_draft(bytes));
    let kept = kept.map(|draft| number(&draft).unwrap());
    assert!(kept >= *known, "{kept:?} after {known:?}");
    *known = kept;
    // The line about the very last may not have come out.
    let newest = said.typed.last().map(|(number, _)| number + 1);
    let of_this_run = kept.filter(|kept| said.typed.first().is_some_and(|(n, _)| n <= kept));
    assert!(of_this_run <= newest, "{kept:?} was not typed");
    // Nobody types in a process that a busy machine does not let run: longer pauses are not typing.
    let gone = said
        .typed
        .iter()
        .filter(|(number, _)| kept.is_none_or(|kept| *number > kept));
    let gone: Vec<u64> = gone.map(|(_, at)| *at).collect();
    let lost: u64 = gone
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).min(PAUSE))
        .sum();
    assert!(lost <= 1_000, "{lost} ms of typing are lost");
    lost
}

#[test]
fn a_killed_process_leaves_whole_files_and_loses_a_second_of_typing_at_most() {
    let rounds = variable("REFLEXE_ROUNDS").map_or(100, |text| text.parse().unwrap());
    let seed = fastrand::u64(..);
    println!("seed {seed}");
    let lanes: Vec<Lane> = thread::scope(|scope| {
        let run = |n: usize| {
            let mine = rounds / LANES + usize::from(n < rounds % LANES);
            let random = fastrand::Rng::with_seed(seed + n as u64);
            scope.spawn(move || lane(mine, random))
        };
        let running: Vec<_> = (0..LANES).map(run).collect();
        running
            .into_iter()
            .map(|lane| lane.join().unwrap())
            .collect()
    });
    println!("{lanes:?}");
    let done: usize = lanes.iter().map(|lane| lane.done).sum();
    assert!(done > rounds, "{done} things written in {rounds} rounds");
    let said = crate::trust::count(rounds);
    let (key, line) =
        crate::trust::form("kills", "arrêts brutaux (kill -9) sans perte", rounds > 100);
    crate::trust::measured(
        &key,
        &line,
        &format!("{said} sur {said}"),
        "10\u{202f}000 avant une diffusion, 100 à chaque intégration",
        "durability::kill",
    );
}
