//! What the program writes, as scenes: files that are there, something done to them, and what may be
//! found afterwards.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use reflexe_personas::domain::draft::Draft;
use reflexe_personas::domain::evidence::Evidence;
use reflexe_personas::domain::guard::{GuardLexicon, Kept, VerifiedNote, verify};
use reflexe_personas::domain::interview::Interview;
use reflexe_personas::domain::kept::Receipt;
use reflexe_personas::domain::kit::Kit;
use reflexe_personas::domain::note::{Note, NoteFormat, NoteFrame};
use reflexe_personas::domain::settings::Settings;
use reflexe_personas::domain::study::tally::Tally;
use reflexe_personas::domain::vocab::{Channel, DurationBracket};
use reflexe_personas::store::disk::{Disk, uninterrupted};
use reflexe_personas::store::draft::{self, Found, Journal};
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::export::{export_note, export_note_to};
use reflexe_personas::store::export_list::Exported;
use reflexe_personas::store::settings::{self, SettingsFile};
use reflexe_personas::store::start_mark::{self, StartMark};
use reflexe_personas::store::{export_list, kit_file, receipts, tally};

use super::machine::Machine;
use super::{Files, TODAY, draft, is_temporary, now, number};

/// Typed, then masked: nothing of it may stay.
pub(super) const SECRET: &str = "06 39 98 12 34";
const STEM: &str = "accompagnement_20261124_k3f9a0";

/// What a person is told when something is refused.
#[derive(Debug)]
pub(super) struct Told(pub(super) String);

impl From<StoreError> for Told {
    fn from(error: StoreError) -> Self {
        Self(error.to_string())
    }
}

/// What is done; says each time that something was acknowledged.
type Act = fn(&Arc<dyn Disk>, &Path, &mut dyn FnMut()) -> Result<(), Told>;

/// One thing the program does to its files.
pub(super) struct Scene {
    pub(super) name: &'static str,
    pub(super) act: Act,
    /// The files before, and after each thing acknowledged.
    pub(super) states: Vec<Files>,
    /// The last draft of each state.
    drafts: Vec<Option<String>>,
}

/// What was seen when a scene ended or was interrupted.
pub(super) struct Sight<'a> {
    pub(super) files: &'a Files,
    /// How many things were acknowledged.
    pub(super) acknowledged: usize,
    /// Whether what an interruption leaves may be there: a file being written, a name just taken, the
    /// beginning of a record.
    pub(super) interrupted: bool,
}

/// Every scene, with its states as an undisturbed run gives them.
pub(super) fn scenes() -> Vec<Scene> {
    let acts: [(&'static str, Files, Act); 20] = [
        ("settings over old ones", settings_before(), two_settings),
        ("first settings", Files::new(), two_settings),
        ("damaged settings", damaged_settings(), damaged_then_saved),
        (
            "damaged settings at start",
            damaged_settings(),
            damaged_then_read,
        ),
        ("a new export", Files::new(), new_export),
        (
            "an export over another",
            one("note.md", b"# Autre"),
            export_over,
        ),
        ("the list of exports", Files::new(), two_listed),
        (
            "a damaged list of exports",
            one("exports.json", b"{\"format\": 1, "),
            two_listed,
        ),
        ("forgetting exports", listed_before(), forgotten),
        (
            "receipts",
            one("recus.txt", "24/11/2026 · 3 fichiers effacés\n".as_bytes()),
            two_receipts,
        ),
        ("the tally", Files::new(), two_tallies),
        ("erasing the tally", tallies(), |disk, root, done| {
            tally::erase(&**disk, &root.join("decompte-essai.json"))?;
            done();
            Ok(())
        }),
        (
            "a bundle over another",
            one("kit.ron", b"// ancien"),
            bundle,
        ),
        ("the start mark", Files::new(), two_marks),
        ("first draft, then more", Files::new(), three_drafts),
        ("more of a draft", drafts(&[1, 2, 3]), more_drafts),
        (
            "a damaged draft at start",
            damaged_draft(),
            damaged_draft_read,
        ),
        ("compacting the draft", long_draft(), |disk, root, done| {
            let mut journal = Journal::open(disk.clone(), draft::file(root))?;
            journal.append(&draft(901))?;
            done();
            Ok(())
        }),
        (
            "masking in the draft",
            secret_draft(),
            |disk, root, done| {
                let mut journal = Journal::open(disk.clone(), draft::file(root))?;
                journal.replace(&draft(7))?;
                done();
                Ok(())
            },
        ),
        ("erasing the draft", drafts(&[1, 2]), |disk, root, done| {
            Journal::open(disk.clone(), draft::file(root))?.erase()?;
            done();
            Ok(())
        }),
    ];
    acts.into_iter()
        .map(|(name, before, act)| scene(name, before, act))
        .collect()
}

fn scene(name: &'static str, before: Files, act: Act) -> Scene {
    let root = Path::new("/machine/dossier");
    let machine = Machine::with(root, &before);
    let mut states = vec![before];
    let disk: Arc<dyn Disk> = Arc::new(machine.clone());
    act(&disk, root, &mut || states.push(machine.files(root))).unwrap();
    assert!(states.len() > 1, "{name} acknowledges nothing");
    assert!(states.iter().flatten().all(|(name, _)| !is_temporary(name)));
    let journal = |files: &Files| {
        let mut journals = files.iter().filter(|(name, _)| name.ends_with(".journal"));
        journals.next().and_then(|(_, bytes)| label(bytes))
    };
    let drafts = states.iter().map(journal).collect();
    Scene {
        name,
        act,
        states,
        drafts,
    }
}

impl Scene {
    /// Says what is wrong with what was seen: something lost, mixed, or left behind.
    pub(super) fn judge(&self, sight: &Sight<'_>) -> Result<(), String> {
        let last = self.states.len() - 1;
        let known = &self.states[sight.acknowledged];
        let next = &self.states[last.min(sight.acknowledged + 1)];
        for (name, bytes) in sight.files {
            if is_temporary(name) && sight.interrupted {
                continue;
            }
            if name.ends_with(".journal") {
                self.judge_journal(bytes, sight.acknowledged)?;
                continue;
            }
            let either = known.get(name) == Some(bytes) || next.get(name) == Some(bytes);
            // A name just taken, a file kept beside or put aside by a try before.
            let is_whole = |state: &Files| state.values().any(|known| known == bytes);
            let beside = is_numbered(name)
                && (sight.interrupted && bytes.is_empty() || self.states.iter().any(is_whole));
            if !either && !beside {
                return Err(format!("{name} is neither the old nor the new one"));
            }
        }
        for (name, bytes) in known {
            if !sight.files.contains_key(name) && next.contains_key(name) {
                let is_elsewhere = sight.files.values().any(|found| found == bytes);
                if !is_elsewhere && !name.ends_with(".journal") {
                    return Err(format!("{name} is lost"));
                }
            }
        }
        // What is put aside is in its place or aside, whatever else was written meanwhile.
        let aside = next.iter().filter(|(name, _)| is_numbered(name));
        for (name, bytes) in aside {
            if !sight.files.values().any(|found| found == bytes) {
                return Err(format!("what goes to {name} is lost"));
            }
        }
        let lasting = |files: &Files| -> Vec<String> {
            let passes =
                |name: &&String| is_temporary(name) || sight.interrupted && is_numbered(name);
            files.keys().filter(|name| !passes(name)).cloned().collect()
        };
        if sight.acknowledged == last && lasting(sight.files) != lasting(known) {
            let found = lasting(sight.files);
            return Err(format!("all was acknowledged and only {found:?} is there"));
        }
        self.judge_secret(sight)
    }

    /// The last draft is that of one of the two states; a whole journal is not damaged.
    fn judge_journal(&self, bytes: &[u8], acknowledged: usize) -> Result<(), String> {
        let found = label(bytes);
        let last = self.states.len() - 1;
        let allowed = &self.drafts[acknowledged..=last.min(acknowledged + 1)];
        if allowed.contains(&found) {
            Ok(())
        } else {
            Err(format!("{found:?} is in the draft, not one of {allowed:?}"))
        }
    }

    /// Once it was said to be gone, what was masked or erased is nowhere.
    fn judge_secret(&self, sight: &Sight<'_>) -> Result<(), String> {
        let has_secret = |bytes: &Vec<u8>| {
            let mut places = bytes.windows(SECRET.len());
            places.any(|place| place == SECRET.as_bytes())
        };
        let gone = !self.states[sight.acknowledged].values().any(has_secret);
        if gone && sight.files.values().any(has_secret) {
            return Err("what was masked is still there".to_owned());
        }
        Ok(())
    }
}

/// Says whether a name is one that is taken before a file moves there.
fn is_numbered(name: &str) -> bool {
    name.contains(".corrompu-") || name.contains(".nouveau-")
}

/// Gives the last draft of a journal as the program reads it.
pub(super) fn last_draft(bytes: &[u8]) -> Option<Draft> {
    let root = Path::new("/machine");
    let shelf = Machine::with(root, &one(draft::FILE_NAME, bytes));
    match draft::load(&shelf, &draft::file(root), TODAY, now()).unwrap() {
        Found::Draft(draft) => Some(*draft),
        Found::Damaged { draft, .. } => draft.map(|draft| *draft),
        Found::Nothing => None,
        Found::TooOld => panic!("the drafts of the scenes are of today"),
    }
}

/// Says which draft is the last of a journal; a file that says nothing is as none.
fn label(journal: &[u8]) -> Option<String> {
    let draft = last_draft(journal)?;
    Some(match number(&draft) {
        Some(number) => number.to_string(),
        None => draft.contacts[0].facts.free_text.chars().take(20).collect(),
    })
}

fn one(name: &str, bytes: &[u8]) -> Files {
    [(name.to_owned(), bytes.to_owned())].into()
}

/// Settings that say their number in several places.
pub(super) fn settings(number: u16) -> Settings {
    let root = if cfg!(windows) { "C:\\" } else { "/" };
    Settings {
        zoom_percent: 80 + number % 200,
        timer: number % 2 == 1,
        export_folder: Some(PathBuf::from(format!("{root}Notes d’été {number}"))),
        keys: [(format!("commande-{number}"), 'é')].into(),
        ..Settings::default()
    }
}

fn settings_before() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let path = root.join(settings::FILE_NAME);
    for number in [1, 2] {
        let kept = SettingsFile::default();
        settings::save(&machine, &path, &settings(number), &kept).unwrap();
    }
    machine.files(root)
}

fn damaged_settings() -> Files {
    let mut files = settings_before();
    let bytes = b"{\"theme\": \"dark".to_vec();
    files.insert(settings::FILE_NAME.to_owned(), bytes);
    files
}

fn two_settings(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let path = root.join(settings::FILE_NAME);
    for number in [11, 12] {
        settings::save(&**disk, &path, &settings(number), &SettingsFile::default())?;
        done();
    }
    Ok(())
}

fn damaged_then_saved(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let path = root.join(settings::FILE_NAME);
    settings::save(&**disk, &path, &settings(13), &SettingsFile::default())?;
    done();
    Ok(())
}

/// Reading gives no error: what it says is the refusal, unless the version before is in place.
fn damaged_then_read(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let path = root.join(settings::FILE_NAME);
    let mut loaded = settings::load(&**disk, Some(&path), None);
    let told = Told(loaded.warnings.pop().unwrap_or_default());
    let bytes = uninterrupted(|| disk.read(&path, 1 << 20)).unwrap_or_default();
    let is_sound = serde_json::from_slice::<serde_json::Value>(&bytes).is_ok();
    let is_sure = !told.0.contains("n’est pas assuré");
    if loaded.settings != settings(1) || !is_sound || !is_sure {
        return Err(told);
    }
    done();
    Ok(())
}

pub(super) fn note(typed: &str) -> VerifiedNote {
    let kit = kit();
    let mut interview = Interview::new(Channel::Counter);
    interview.set_free_text(typed);
    let frame = NoteFrame {
        date: TODAY.to_owned(),
        bracket: DurationBracket::M15,
    };
    let note = Note::build(&kit, interview.facts(), &frame);
    verify(note, &GuardLexicon::default(), 2026, &Kept::new()).unwrap()
}

fn kit() -> Arc<Kit> {
    static KIT: OnceLock<Arc<Kit>> = OnceLock::new();
    KIT.get_or_init(read_kit).clone()
}

fn read_kit() -> Arc<Kit> {
    let small = include_str!("../../fixtures/kits/small.ron");
    let loaded = kit_file::parse_bundle(small, "small.ron", None);
    loaded.kit.unwrap()
}

fn new_export(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let folder = root.join("Réflexe Personas").join("Notes");
    let note = note("Revenir lundi");
    for format in NoteFormat::ALL {
        export_note(&**disk, &folder, &note, *format, STEM)?;
        done();
    }
    Ok(())
}

fn export_over(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let path = root.join("note.md");
    for typed in ["un", "deux"] {
        export_note_to(&**disk, &path, &note(typed), NoteFormat::Markdown)?;
        done();
    }
    Ok(())
}

fn listed(disk: &Arc<dyn Disk>, root: &Path, name: &str) -> Result<(), Told> {
    let export = Exported {
        path: Path::new("/notes").join(name),
        day: TODAY.to_owned(),
        format: NoteFormat::Csv,
    };
    export_list::add(&**disk, &export_list::file(root), export)?;
    Ok(())
}

fn two_listed(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    for name in ["un.csv", "deux.csv"] {
        listed(disk, root, name)?;
        done();
    }
    Ok(())
}

fn listed_before() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let disk: Arc<dyn Disk> = Arc::new(machine.clone());
    two_listed(&disk, root, &mut || ()).unwrap();
    machine.files(root)
}

fn forgotten(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let gone = [PathBuf::from("/notes/un.csv")];
    export_list::forget(&**disk, &export_list::file(root), &gone)?;
    done();
    Ok(())
}

fn two_receipts(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
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

/// A tally of so many contacts.
pub(super) fn counted(contacts: u16) -> Tally {
    let mut tally = Tally {
        kit: "essai".to_owned(),
        since: TODAY.to_owned(),
        ..Tally::default()
    };
    for _ in 0..contacts {
        tally.add(&Evidence::new(Channel::Phone), &"profil".into());
    }
    tally
}

fn two_tallies(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let path = tally::file(root, "essai");
    for contacts in [1, 2] {
        tally::save(&**disk, &path, &counted(contacts))?;
        done();
    }
    Ok(())
}

fn tallies() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let disk: Arc<dyn Disk> = Arc::new(machine.clone());
    two_tallies(&disk, root, &mut || ()).unwrap();
    machine.files(root)
}

fn bundle(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let mut kit = kit().content().clone();
    for version in ["2.0.0", "2.0.1"] {
        version.clone_into(&mut kit.version);
        kit_file::save_bundle(&**disk, &root.join("kit.ron"), &kit)?;
        done();
    }
    Ok(())
}

fn two_marks(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let path = start_mark::file(&root.join("données"));
    for rung in ["glow", "wgpu"] {
        start_mark::save(&**disk, &path, &StartMark::default().begin(rung))?;
        done();
    }
    Ok(())
}

/// A journal of these drafts.
pub(super) fn drafts(numbers: &[u32]) -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let mut journal = Journal::open(Arc::new(machine.clone()), draft::file(root)).unwrap();
    for number in numbers {
        journal.append(&draft(*number)).unwrap();
    }
    machine.files(root)
}

/// A journal that the next record makes too long: nobody types that much, so few records make it.
fn long_draft() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let mut journal = Journal::open(Arc::new(machine.clone()), draft::file(root)).unwrap();
    for number in 0..4 {
        let mut long = draft(number);
        long.contacts[0].facts.free_text = format!("{number}").repeat(65_000).into();
        journal.append(&long).unwrap();
    }
    let files = machine.files(root);
    let next = drafts(&[901])[draft::FILE_NAME].len();
    let length = files[draft::FILE_NAME].len();
    assert!(length <= 256 << 10 && length + next > 256 << 10, "{length}");
    files
}

fn damaged_draft() -> Files {
    let mut files = drafts(&[1, 2]);
    files.get_mut(draft::FILE_NAME).unwrap()[3] ^= 1;
    files
}

fn damaged_draft_read(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    match draft::load(&**disk, &draft::file(root), TODAY, now())? {
        Found::Damaged {
            aside: None, told, ..
        } => Err(Told(told)),
        Found::Draft(_) | Found::Damaged { .. } => {
            done();
            Ok(())
        }
        other => panic!("{other:?}"),
    }
}

fn secret_draft() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let mut journal = Journal::open(Arc::new(machine.clone()), draft::file(root)).unwrap();
    let mut secret = draft(5);
    secret.contacts[0].facts.free_text = format!("tél {SECRET}").into();
    journal.append(&secret).unwrap();
    journal.append(&draft(6)).unwrap();
    machine.files(root)
}

fn three_drafts(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let path = draft::file(&root.join("données"));
    let mut journal = Journal::open(disk.clone(), path)?;
    for number in [1, 2, 3] {
        journal.append(&draft(number))?;
        done();
    }
    Ok(())
}

fn more_drafts(disk: &Arc<dyn Disk>, root: &Path, done: &mut dyn FnMut()) -> Result<(), Told> {
    let mut journal = Journal::open(disk.clone(), draft::file(root))?;
    for number in [4, 5] {
        journal.append(&draft(number))?;
        done();
    }
    Ok(())
}
