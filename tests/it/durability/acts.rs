//! What the program does to its files, with numbers to know one version from another.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use reflexe_personas::domain::evidence::Evidence;
use reflexe_personas::domain::guard::{GuardLexicon, Kept, VerifiedNote, verify};
use reflexe_personas::domain::interview::Interview;
use reflexe_personas::domain::kit::Kit;
use reflexe_personas::domain::note::{Note, NoteFormat, NoteFrame};
use reflexe_personas::domain::settings::Settings;
use reflexe_personas::domain::study::tally::Tally;
use reflexe_personas::domain::vocab::{Channel, DurationBracket};
use reflexe_personas::domain::workshop::layer::LocalLayer;
use reflexe_personas::store::disk::{Disk, uninterrupted};
use reflexe_personas::store::draft::{self, Found, Journal};
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::export::{export_note, export_note_to};
use reflexe_personas::store::settings::{self, SettingsFile};
use reflexe_personas::store::start_mark::{self, StartMark};
use reflexe_personas::store::{kit_file, local_layer, tally};

use super::machine::Machine;
use super::{Files, TODAY, draft, now};

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

pub(super) fn one(name: &str, bytes: &[u8]) -> Files {
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

pub(super) fn settings_before() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let path = root.join(settings::FILE_NAME);
    for number in [1, 2] {
        let kept = SettingsFile::default();
        settings::save(&machine, &path, &settings(number), &kept).unwrap();
    }
    machine.files(root)
}

pub(super) fn damaged_settings() -> Files {
    let mut files = settings_before();
    let bytes = b"{\"theme\": \"dark".to_vec();
    files.insert(settings::FILE_NAME.to_owned(), bytes);
    files
}

pub(super) fn two_settings(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let path = root.join(settings::FILE_NAME);
    for number in [11, 12] {
        settings::save(&**disk, &path, &settings(number), &SettingsFile::default())?;
        done();
    }
    Ok(())
}

pub(super) fn damaged_then_saved(
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
pub(super) fn damaged_then_read(
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

pub(super) fn put_aside_then_saved(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let path = root.join(settings::FILE_NAME);
    let mut loaded = settings::load(&**disk, Some(&path), None);
    let told = Told(loaded.warnings.pop().unwrap_or_default());
    let stays = uninterrupted(|| disk.entry(&path))
        .map_or_else(|error| error.kind() != ErrorKind::NotFound, |_| true);
    if stays && !told.0.is_empty() || told.0.contains("n’est pas assuré") {
        return Err(told);
    }
    done();
    settings::save(&**disk, &path, &settings(13), &SettingsFile::default())?;
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

pub(super) fn new_export(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let folder = root.join("Réflexe Personas").join("Notes");
    let note = note("Revenir lundi");
    for format in NoteFormat::ALL {
        export_note(&**disk, &folder, &note, *format, STEM)?;
        done();
    }
    Ok(())
}

pub(super) fn export_over(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let path = root.join("note.md");
    for typed in ["un", "deux"] {
        export_note_to(&**disk, &path, &note(typed), NoteFormat::Markdown)?;
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

pub(super) fn two_layers(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let place = local_layer::Place::Here(root.to_owned());
    let hiding = |steps: &[&str]| LocalLayer {
        kit: "essai".to_owned(),
        hidden_steps: steps.iter().map(|step| (*step).into()).collect(),
        ..LocalLayer::default()
    };
    let all = [
        hiding(&[]),
        hiding(&["relire"]),
        hiding(&["relire", "rappeler"]),
    ];
    for pair in all.windows(2) {
        // Done again after an interruption, it begins where it was.
        let now = local_layer::load(&**disk, &place, "essai")?.layer.unwrap();
        if now != all[2] {
            let before = if now == pair[1] { &pair[1] } else { &pair[0] };
            local_layer::save(&**disk, &place, &pair[1], before)?;
        }
        done();
    }
    Ok(())
}

pub(super) fn two_tallies(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let path = tally::file(root, "essai");
    for contacts in [1, 2] {
        tally::save(&**disk, &path, &counted(contacts))?;
        done();
    }
    Ok(())
}

pub(super) fn tallies() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let disk: Arc<dyn Disk> = Arc::new(machine.clone());
    two_tallies(&disk, root, &mut || ()).unwrap();
    machine.files(root)
}

pub(super) fn bundle(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let mut kit = kit().content().clone();
    for version in ["2.0.0", "2.0.1"] {
        version.clone_into(&mut kit.version);
        kit_file::save_bundle(&**disk, &root.join("kit.ron"), &kit)?;
        done();
    }
    Ok(())
}

pub(super) fn two_marks(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
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
pub(super) fn long_draft() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let mut journal = Journal::open(Arc::new(machine.clone()), draft::file(root)).unwrap();
    for number in 0..4 {
        let mut long = draft(number);
        long.contacts[0].facts.free_text = format!("{number}").repeat(65_000).into();
        journal.append(&long).unwrap();
    }
    let files = machine.files(root);
    // The next one is one too many: without that, the scene would only add to the file.
    let length = files[draft::FILE_NAME].len();
    journal.append(&draft(901)).unwrap();
    let after = machine.files(root)[draft::FILE_NAME].len();
    assert!(after < length, "{length}, then {after}");
    files
}

pub(super) fn damaged_draft() -> Files {
    let mut files = drafts(&[1, 2]);
    files.get_mut(draft::FILE_NAME).unwrap()[3] ^= 1;
    files
}

pub(super) fn damaged_draft_read(
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

pub(super) fn secret_draft() -> Files {
    let root = Path::new("/machine");
    let machine = Machine::with(root, &Files::new());
    let mut journal = Journal::open(Arc::new(machine.clone()), draft::file(root)).unwrap();
    let mut secret = draft(5);
    secret.contacts[0].facts.free_text = format!("tél {SECRET}").into();
    journal.append(&secret).unwrap();
    journal.append(&draft(6)).unwrap();
    machine.files(root)
}

pub(super) fn three_drafts(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let path = draft::file(&root.join("données"));
    let mut journal = Journal::open(disk.clone(), path)?;
    for number in [1, 2, 3] {
        journal.append(&draft(number))?;
        done();
    }
    Ok(())
}

pub(super) fn more_drafts(
    disk: &Arc<dyn Disk>,
    root: &Path,
    done: &mut dyn FnMut(),
) -> Result<(), Told> {
    let mut journal = Journal::open(disk.clone(), draft::file(root))?;
    for number in [4, 5] {
        journal.append(&draft(number))?;
        done();
    }
    Ok(())
}
