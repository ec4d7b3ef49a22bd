//! Several real processes publish at the same time, and some are killed while they do: nothing that was
//! said to be published is lost, nothing is ever half read, and whoever lost is beside.
//!
//! A hundred publications a process by default; `REFLEXE_PUBLICATIONS` asks for another number, and
//! `REFLEXE_ROUNDS` for another number of kills.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

use reflexe_personas::domain::version::{History, Standing, VersionName};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::versions::{self, Outcome};

use super::{kit, publish_from};
use crate::durability::{quick_folder, same_program, variable};
use crate::formats::put;

/// Names the folder to a process.
const FOLDER: &str = "REFLEXE_TEST_PUBLISH";
/// Says which process it is, and how many publications are asked of it.
const WHICH: &str = "REFLEXE_TEST_PUBLISH_WHICH";
const COUNT: &str = "REFLEXE_TEST_PUBLISH_COUNT";
/// The file that tells the reader to stop; it is hidden, as the history passes over.
const STOP: &str = ".fini";

/// The process that publishes; alone, it is nothing.
#[test]
fn the_process_that_publishes() {
    let (Some(folder), Some(which), Some(count)) =
        (variable(FOLDER), variable(WHICH), variable(COUNT))
    else {
        return;
    };
    let folder = Path::new(&folder);
    let which: u32 = which.parse().unwrap();
    println!("\n§ prêt");
    for number in 0..count.parse().unwrap() {
        let number = which * 100_000 + number;
        loop {
            let base = versions::current(&RealDisk, folder).unwrap();
            match publish_from(folder, &kit(number), &format!("Essai {number}"), base) {
                Outcome::Published { version, .. } => {
                    println!("§ publiée {version} {number}");
                    break;
                }
                Outcome::Conflict { kept, .. } => println!("§ gardée {kept} {number}"),
            }
        }
    }
}

/// The process that reads all the while; alone, it is nothing.
#[test]
fn the_process_that_reads() {
    let (Some(folder), None) = (variable(FOLDER), variable(WHICH)) else {
        return;
    };
    let folder = Path::new(&folder);
    println!("\n§ prêt");
    let (mut reads, mut last) = (0, 0);
    while !folder.join(STOP).exists() {
        let Some(name) = versions::current(&RealDisk, folder).unwrap() else {
            // Two that begin at the same time may both withdraw.
            assert!(last <= 1, "nothing is published any more");
            continue;
        };
        assert!(name.number >= last, "{name} after number {last}");
        last = name.number;
        // Checked against the name: a half of it would be refused.
        let text = versions::read(&RealDisk, folder, name).unwrap();
        let header = text.header.as_ref().unwrap();
        let number = header.notice.reason().strip_prefix("Essai ").unwrap();
        assert_eq!(text.kit(), kit(number.parse().unwrap()));
        reads += 1;
    }
    println!("§ lues {reads}");
}

fn start(test: &str, folder: &Path, which: Option<u32>, count: usize) -> Child {
    let mut command = same_program(&format!("{}::{test}", module_path!()));
    command.env(FOLDER, folder).stdout(Stdio::piped());
    if let Some(which) = which {
        command.env(WHICH, which.to_string());
        command.env(COUNT, count.to_string());
    }
    command.spawn().unwrap()
}

/// What a process said: versions by what it did with them, each with what was in it.
type Said = Vec<(String, VersionName, u32)>;

fn parse(text: &str) -> Said {
    // The last line may be cut.
    let lines = text
        .rsplit_once('\n')
        .map_or("", |(lines, _)| lines)
        .lines();
    lines
        .filter_map(|line| {
            let words: Vec<&str> = line.strip_prefix("§ ")?.split(' ').collect();
            let [what, name, number] = words[..] else {
                return None;
            };
            let name = VersionName::parse(name).unwrap();
            Some((what.to_owned(), name, number.parse().unwrap()))
        })
        .collect()
}

/// Everything said is there, sound; what was said to be published is on the way to the current one.
fn nothing_is_lost(folder: &Path, said: &Said) -> History {
    let history = versions::history(&RealDisk, folder).unwrap();
    assert_eq!(history.troubles, []);
    let known: BTreeMap<VersionName, Standing> = history
        .versions
        .iter()
        .map(|version| (version.name, version.standing))
        .collect();
    for (what, name, number) in said {
        let standing = known.get(name).copied();
        let published = matches!(standing, Some(Standing::Current | Standing::Past));
        assert_eq!(
            published,
            what == "publiée",
            "{what} {name} is {standing:?}"
        );
        let text = versions::read(&RealDisk, folder, *name).unwrap();
        assert_eq!(text.kit(), kit(*number), "{name}");
    }
    history
}

fn crowd(processes: u32) -> (usize, usize, usize) {
    let count = variable("REFLEXE_PUBLICATIONS").map_or(100, |text| text.parse().unwrap());
    let folder = quick_folder();
    let mut reader = start("the_process_that_reads", folder.path(), None, 0);
    let publishers: Vec<Child> = (1..=processes)
        .map(|which| {
            start(
                "the_process_that_publishes",
                folder.path(),
                Some(which),
                count,
            )
        })
        .collect();
    let mut said = Said::new();
    // All pipes at the same time: one that is full would make its process wait.
    let readers: Vec<_> = publishers
        .into_iter()
        .map(|child| {
            let work = move || child.wait_with_output().unwrap();
            std::thread::Builder::new().spawn(work).unwrap()
        })
        .collect();
    for reader in readers {
        let output = reader.join().unwrap();
        assert!(output.status.success(), "a publisher failed");
        said.extend(parse(&String::from_utf8(output.stdout).unwrap()));
    }
    put(&folder.path().join(STOP), "");
    let mut lines = BufReader::new(reader.stdout.take().unwrap()).lines();
    let said_reads = |line: String| line.strip_prefix("§ lues ").map(str::to_owned);
    let Some(reads) = lines.find_map(|line| said_reads(line.unwrap())) else {
        panic!("the reader found half of a version, or lost it");
    };
    reader.wait().unwrap();
    let history = nothing_is_lost(folder.path(), &said);
    let published: BTreeSet<u32> = said
        .iter()
        .filter(|(what, ..)| what == "publiée")
        .map(|(_, name, _)| name.number)
        .collect();
    // One number each, none left out.
    let total = processes as usize * count;
    assert_eq!(published.len(), total);
    assert_eq!(published.last().copied(), u32::try_from(total).ok());
    assert_eq!(history.versions.len(), said.len());
    (total, said.len() - total, reads.parse().unwrap())
}

#[test]
fn two_and_five_processes_publish_at_once_and_nothing_is_lost_nor_half_read() {
    let mut all = 0;
    for processes in [2, 5] {
        let (published, beside, reads) = crowd(processes);
        println!("{processes} processes: {published} published, {beside} beside, {reads} reads");
        assert!(reads > 0);
        all += published;
    }
    crate::trust::measured(
        "publications",
        "publications simultanées (2 et 5 processus)",
        &format!("{}, 0 perdue, 0 lue à moitié", crate::trust::count(all)),
        "0 perdue, 0 lue à moitié",
        "versions::crowd",
    );
}

#[test]
fn a_killed_publisher_leaves_whole_versions_and_one_that_is_published() {
    let rounds = variable("REFLEXE_ROUNDS").map_or(30, |text| text.parse().unwrap());
    let seed = fastrand::u64(..);
    println!("seed {seed}");
    let mut random = fastrand::Rng::with_seed(seed);
    let folder = quick_folder();
    let (mut said, mut leftovers) = (Said::new(), 0);
    for round in 0..rounds {
        let pair = [2 * round + 1, 2 * round + 2];
        let mut children = pair.map(|which| {
            start(
                "the_process_that_publishes",
                folder.path(),
                Some(which),
                1_000,
            )
        });
        let mut texts = [Vec::new(), Vec::new()];
        for (child, text) in children.iter_mut().zip(&mut texts) {
            let pipe = child.stdout.as_mut().unwrap();
            let mut part = [0; 4096];
            while !String::from_utf8_lossy(text).contains("§ prêt\n") {
                let count = pipe.read(&mut part).unwrap();
                assert!(count > 0);
                text.extend(&part[..count]);
            }
        }
        sleep(Duration::from_micros(random.u64(..60_000)));
        for (child, text) in children.iter_mut().zip(&mut texts) {
            child.kill().unwrap();
            child.wait().unwrap();
            child.stdout.take().unwrap().read_to_end(text).unwrap();
            said.extend(parse(&String::from_utf8_lossy(text)));
        }
        let history = nothing_is_lost(folder.path(), &said);
        // One that was published and whose process could not say so any more is whole too.
        let beyond = history.versions.len() - said.len();
        assert!(beyond <= pair.len() * (round as usize + 1), "{beyond}");
        leftovers = fs::read_dir(folder.path())
            .unwrap()
            .filter(|entry| {
                let name = entry.as_ref().unwrap().file_name();
                crate::durability::is_temporary(name.to_str().unwrap())
            })
            .count();
    }
    println!(
        "{} said in {rounds} rounds, {leftovers} leftovers",
        said.len()
    );
    assert!(said.len() > rounds as usize);
}
