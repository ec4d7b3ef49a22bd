//! Thirty damaged files, and what is documented for each: put aside or refused, never written over,
//! and told in French.

use std::fs;
use std::path::{Path, PathBuf};

use reflexe_personas::domain::settings::Settings;
use reflexe_personas::store::draft::{self, Found};
use reflexe_personas::store::settings::{self, SettingsFile};
use reflexe_personas::store::tally;

use super::acts::{counted, drafts, settings as numbered_settings};
use super::failing::{Failing, Fault};
use super::{
    TODAY, draft as numbered, files, is_sentence, journal_in, not_a_sentence, now, number,
    quick_folder, real,
};
use crate::formats::put;

/// Ten settings files; the program puts each aside.
fn damaged_settings() -> Vec<(&'static str, Vec<u8>)> {
    let good = good_settings();
    let middle = good.len() / 2;
    let utf16: Vec<u8> = good.iter().flat_map(|byte| [*byte, 0]).collect();
    vec![
        ("empty", Vec::new()),
        ("white", b" \n\n".to_vec()),
        ("zeros", vec![0; good.len()]),
        ("cut in the middle", good[..middle].to_vec()),
        ("without its last brace", good[..good.len() - 2].to_vec()),
        (
            "its end in zeros",
            [&good[..middle], &vec![0; middle]].concat(),
        ),
        ("twice", [&good[..], &good[..]].concat()),
        ("a list", b"[1, 2]".to_vec()),
        ("in UTF-16", utf16),
        (
            "another program’s",
            b"<?xml version=\"1.0\"?><reglages/>".to_vec(),
        ),
    ]
}

/// Ten tallies; the program refuses each and leaves it.
fn damaged_tallies() -> Vec<(&'static str, Vec<u8>)> {
    let good = good_tally();
    let middle = good.len() / 2;
    let with = |from: &str, to: &str| {
        let text = String::from_utf8(good.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        text.replace(from, to).into_bytes()
    };
    vec![
        ("empty", Vec::new()),
        ("zeros", vec![0; good.len()]),
        ("cut in the middle", good[..middle].to_vec()),
        (
            "its end in zeros",
            [&good[..middle], &vec![0; middle]].concat(),
        ),
        ("of another version", with("\"format\": 1", "\"format\": 2")),
        ("without its version", with("\"format\": 1,", "")),
        (
            "less than nothing",
            with("\"contacts\": 3", "\"contacts\": -3"),
        ),
        (
            "half a contact",
            with("\"contacts\": 3", "\"contacts\": 2.5"),
        ),
        (
            "more than a field",
            with("\"kit\"", "\"agent\": \"x\", \"kit\""),
        ),
        ("settings", good_settings()),
    ]
}

/// Ten journals of two drafts, 1 then 2, and which is found again; the program puts each aside.
fn damaged_drafts() -> Vec<(&'static str, Vec<u8>, Option<u32>)> {
    let good = drafts(&[1, 2]).remove(draft::FILE_NAME).unwrap();
    let first = drafts(&[1]).remove(draft::FILE_NAME).unwrap().len();
    let more = drafts(&[1, 2, 3]).remove(draft::FILE_NAME).unwrap();
    let turned = |at: usize| {
        let mut bytes = good.clone();
        bytes[at] ^= 0x10;
        bytes
    };
    vec![
        ("its first letter", turned(0), Some(2)),
        ("its version", turned(8), Some(2)),
        ("the check of its header", turned(15), Some(2)),
        (
            "the header in zeros",
            [&[0; 16], &good[16..]].concat(),
            Some(2),
        ),
        ("the first content", turned(40), None),
        ("the check of the first", turned(21), None),
        (
            "the first left out",
            [&more[..16], &more[first..]].concat(),
            None,
        ),
        (
            "noise after it",
            [&good[..], &[0xa5; 400]].concat(),
            Some(2),
        ),
        (
            "a text after it",
            [&good[..], &good_settings()[..]].concat(),
            Some(2),
        ),
        ("a text instead", good_settings(), None),
    ]
}

fn good_settings() -> Vec<u8> {
    let folder = quick_folder();
    let path = folder.path().join(settings::FILE_NAME);
    settings::save(
        &*real(),
        &path,
        &numbered_settings(1),
        &SettingsFile::default(),
    )
    .unwrap();
    fs::read(path).unwrap()
}

fn good_tally() -> Vec<u8> {
    let folder = quick_folder();
    let path = tally::file(folder.path(), "essai");
    tally::save(&*real(), &path, &counted(3)).unwrap();
    fs::read(path).unwrap()
}

fn aside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".corrompu-1");
    name.into()
}

#[test]
fn there_are_thirty() {
    let count = damaged_settings().len() + damaged_tallies().len() + damaged_drafts().len();
    assert_eq!(count, 30);
}

#[test]
fn damaged_settings_are_put_aside_and_those_before_hold() {
    for (label, bytes) in damaged_settings() {
        for before in [false, true] {
            let folder = quick_folder();
            let path = folder.path().join(settings::FILE_NAME);
            let previous = folder.path().join("reglages.json.prec");
            if before {
                put(&previous, good_settings());
            }
            put(&path, &bytes);
            let loaded = settings::load(&*real(), Some(&path), None);
            let expected = if before {
                numbered_settings(1)
            } else {
                Settings::default()
            };
            assert_eq!(loaded.settings, expected, "{label}");
            let [told] = &loaded.warnings[..] else {
                panic!("{label}: {:?}", loaded.warnings);
            };
            assert_eq!(not_a_sentence(told), None, "{label}");
            assert_eq!(fs::read(aside(&path)).unwrap(), bytes, "{label}");
            // The next start is a plain one.
            let again = settings::load(&*real(), Some(&path), None);
            assert_eq!(
                (again.settings, again.warnings),
                (expected, vec![]),
                "{label}"
            );
            settings::save(&*real(), &path, &numbered_settings(2), &again.kept).unwrap();
            assert_eq!(fs::read(aside(&path)).unwrap(), bytes, "{label}");
            let before = usize::from(before);
            assert_eq!(files(folder.path()).len(), 2 + before, "{label}");
        }
    }
}

#[test]
fn settings_damaged_while_the_window_is_open_are_put_aside_by_the_next_save() {
    for (label, bytes) in damaged_settings() {
        let folder = quick_folder();
        let path = folder.path().join(settings::FILE_NAME);
        put(&path, good_settings());
        let loaded = settings::load(&*real(), Some(&path), None);
        put(&path, &bytes);
        settings::save(&*real(), &path, &numbered_settings(2), &loaded.kept).unwrap();
        assert_eq!(fs::read(aside(&path)).unwrap(), bytes, "{label}");
        let again = settings::load(&*real(), Some(&path), None);
        assert_eq!(again.settings, numbered_settings(2), "{label}");
        assert_eq!(again.warnings, [""; 0], "{label}");
    }
}

#[test]
fn settings_that_could_not_be_read_once_are_not_lost() {
    let folder = quick_folder();
    let path = folder.path().join(settings::FILE_NAME);
    let before = r#"{"format": 1, "theme": "dark", "demain": [1]}"#;
    for at in 1..=2 {
        put(&path, before);
        let failing = Failing::once(Fault::DiskError, at);
        let loaded = settings::load(&failing, Some(&path), None);
        assert_eq!(loaded.settings, Settings::default());
        assert_eq!(not_a_sentence(&loaded.warnings[0]), None);
        assert_eq!(fs::read(&path).unwrap(), before.as_bytes(), "call {at}");
        let mut changed = loaded.settings.clone();
        changed.timer = true;
        // As often as one likes: what was there is taken up, not what was thought to be.
        for _ in 0..2 {
            settings::save(&*real(), &path, &changed, &loaded.kept).unwrap();
        }
        let text = fs::read(&path).unwrap();
        let found: serde_json::Value = serde_json::from_slice(&text).unwrap();
        let mut expected: serde_json::Value = serde_json::from_str(before).unwrap();
        expected["timer"] = true.into();
        assert_eq!(found, expected, "call {at}");
    }
}

#[test]
fn damaged_tallies_are_refused_and_left() {
    for (label, bytes) in damaged_tallies() {
        let folder = quick_folder();
        let path = tally::file(folder.path(), "essai");
        put(&path, &bytes);
        let refused = tally::load(&*real(), &path).expect_err(label);
        assert_eq!(is_sentence(&refused), Ok(()), "{label}");
        assert_eq!(files(folder.path()).len(), 1, "{label}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{label}");
    }
}

#[test]
fn damaged_drafts_are_put_aside_and_what_is_sound_is_found() {
    for (label, bytes, expected) in damaged_drafts() {
        let folder = quick_folder();
        let path = journal_in(folder.path());
        put(&path, &bytes);
        let load = || draft::load(&*real(), &path, TODAY, now()).unwrap();
        let Found::Damaged {
            draft,
            aside: Some(place),
            told,
        } = load()
        else {
            panic!("{label}");
        };
        assert_eq!(draft.as_deref().and_then(number), expected, "{label}");
        assert_eq!(not_a_sentence(&told), None, "{label}");
        assert_eq!(place, aside(&path), "{label}");
        assert_eq!(fs::read(&place).unwrap(), bytes, "{label}");
        match load() {
            Found::Nothing => assert_eq!(expected, None, "{label}"),
            Found::Draft(found) => assert_eq!(Some(*found), expected.map(numbered), "{label}"),
            other => panic!("{label}: {other:?}"),
        }
        assert_eq!(
            files(folder.path()).len(),
            1 + usize::from(expected.is_some()),
            "{label}"
        );
    }
}
