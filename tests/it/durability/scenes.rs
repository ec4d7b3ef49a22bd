//! What the program writes, as scenes: files that are there, something done to them, and what may be
//! found afterwards.

use std::path::Path;
use std::sync::Arc;

use reflexe_personas::domain::draft::Draft;
use reflexe_personas::store::disk::Disk;
use reflexe_personas::store::draft::{self, Found, Journal};
use reflexe_personas::store::tally;

use super::acts::{self, SECRET, Told, drafts, one};
use super::listing;
use super::machine::Machine;
use super::published;
use super::{Files, TODAY, draft, is_temporary, now, number};

/// What is done; says each time that something was acknowledged.
pub(super) type Act = fn(&Arc<dyn Disk>, &Path, &mut dyn FnMut()) -> Result<(), Told>;

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
    let mut acts: Vec<(&'static str, Files, Act)> = vec![
        (
            "settings over old ones",
            acts::settings_before(),
            acts::two_settings,
        ),
        ("first settings", Files::new(), acts::two_settings),
        (
            "damaged settings",
            acts::damaged_settings(),
            acts::damaged_then_saved,
        ),
        (
            "damaged settings at start",
            acts::damaged_settings(),
            acts::damaged_then_read,
        ),
        (
            "damaged settings without others",
            one(reflexe_personas::store::settings::FILE_NAME, b"{"),
            acts::put_aside_then_saved,
        ),
        ("a new export", Files::new(), acts::new_export),
        (
            "an export over another",
            one("note.md", b"# Autre"),
            acts::export_over,
        ),
        ("the list of exports", Files::new(), listing::two_listed),
        (
            "a damaged list of exports",
            one("exports.json", b"{\"format\": 1, "),
            listing::two_listed,
        ),
        (
            "forgetting exports",
            listing::listed_before(),
            listing::forgotten,
        ),
        (
            "receipts",
            one("recus.txt", "24/11/2026 · 3 fichiers effacés\n".as_bytes()),
            listing::two_receipts,
        ),
        ("what is local", Files::new(), acts::two_layers),
        ("the tally", Files::new(), acts::two_tallies),
        ("erasing the tally", acts::tallies(), |disk, root, done| {
            tally::erase(&**disk, &root.join("decompte-essai.json"))?;
            done();
            Ok(())
        }),
        (
            "a bundle over another",
            one("kit.ron", b"// ancien"),
            acts::bundle,
        ),
        ("the start mark", Files::new(), acts::two_marks),
        ("first draft, then more", Files::new(), acts::three_drafts),
        ("more of a draft", drafts(&[1, 2, 3]), acts::more_drafts),
        (
            "a damaged draft at start",
            acts::damaged_draft(),
            acts::damaged_draft_read,
        ),
        (
            "compacting the draft",
            acts::long_draft(),
            |disk, root, done| {
                let mut journal = Journal::open(disk.clone(), draft::file(root))?;
                journal.append(&draft(901))?;
                done();
                Ok(())
            },
        ),
        (
            "masking in the draft",
            acts::secret_draft(),
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
    acts.extend(published::acts());
    acts.into_iter()
        .map(|(name, before, act)| scene(name, before, act))
        .collect()
}

pub(super) fn scene(name: &'static str, before: Files, act: Act) -> Scene {
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
                let as_before = known.get(name) == Some(bytes);
                if !sight.interrupted && !as_before && !is_sound(bytes) {
                    return Err("a part of a record is left in the draft".to_owned());
                }
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
        published::judge(sight.files, known)?;
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

/// Says whether a journal is made of whole records: opening it to add more cuts nothing off.
fn is_sound(bytes: &[u8]) -> bool {
    let root = Path::new("/machine");
    let shelf = Machine::with(root, &one(draft::FILE_NAME, bytes));
    Journal::open(Arc::new(shelf.clone()), draft::file(root)).unwrap();
    shelf.files(root) == one(draft::FILE_NAME, bytes)
}

/// Says which draft is the last of a journal; a file that says nothing is as none.
fn label(journal: &[u8]) -> Option<String> {
    let draft = last_draft(journal)?;
    Some(match number(&draft) {
        Some(number) => number.to_string(),
        None => draft.contacts[0].facts.free_text.chars().take(20).collect(),
    })
}
