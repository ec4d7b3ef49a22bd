//! Settings on disk under damage, and one window per person. Nothing here may panic or lose a file.

mod instance;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use reflexe_personas::domain::settings::{Place, Settings, ZOOM_MAX, ZOOM_MIN};
use reflexe_personas::domain::vocab::{Channel, Language, ThemeChoice};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::settings::{FILE_NAME, SettingsFile, load, save};

use crate::formats::put;

const GOOD: &str = r#"{
  "format": 1, "language": "en", "theme": "contrast", "zoom_percent": 150, "channel": "phone",
  "accredited": true, "single_letters": false, "folds": false, "on_top": false, "timer": true,
  "export_folder": null, "keys": {"suggest": "é", "note": "w"},
  "wide_place": {"x": -10.5, "y": 20, "width": 1200, "height": 800}, "strip_place": null,
  "demain": {"une option": [1, "deux", null]}
}"#;

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, fs::read(path).unwrap())
        })
        .collect()
}

/// Loads bytes as the person’s file: settings come, they are usable, and the bytes are still there.
fn survives(bytes: &[u8], label: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    put(&path, bytes);
    let loaded = load(&RealDisk, Some(&path), None);
    let zoom = loaded.settings.zoom_percent;
    assert!((ZOOM_MIN..=ZOOM_MAX).contains(&zoom), "{label}");
    let left = files(folder.path());
    assert_eq!(left.len(), 1, "{label}: {left:?}");
    assert_eq!(left.values().next().unwrap(), bytes, "{label}");
    if left.contains_key(FILE_NAME) {
        assert!(
            !loaded.kept.document().is_empty() || bytes == b"{}",
            "{label}"
        );
    } else {
        assert_eq!(loaded.settings, Settings::default(), "{label}");
        assert_eq!(loaded.warnings.len(), 1, "{label}");
    }
    // What was loaded can be saved, unless a newer program wrote it, and loads as the same.
    match save(&RealDisk, &path, &loaded.settings, &loaded.kept) {
        Ok(()) => assert_eq!(
            load(&RealDisk, Some(&path), None).settings,
            loaded.settings,
            "{label}"
        ),
        Err(error) => assert!(matches!(error, StoreError::NewerSettings { .. }), "{label}"),
    }
}

#[test]
fn a_cut_at_every_byte_gives_settings() {
    for cut in 0..GOOD.len() {
        survives(&GOOD.as_bytes()[..cut], &format!("cut at {cut}"));
    }
}

#[test]
fn two_thousand_flipped_bits_give_settings() {
    let mut random = fastrand::Rng::with_seed(20_261_124);
    for round in 0..2_000 {
        let mut bytes = GOOD.as_bytes().to_vec();
        for _ in 0..random.usize(1..4) {
            let at = random.usize(..bytes.len());
            bytes[at] ^= 1 << random.u8(..8);
        }
        survives(&bytes, &format!("round {round}"));
    }
}

#[test]
fn other_damage_gives_settings() {
    let utf16: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin: Vec<u8> = GOOD.chars().map(|c| c as u8).collect();
    for bytes in [
        &b""[..],
        b" \n",
        b"\0\0\0\0",
        b"null",
        b"[]",
        b"3",
        b"\"reglages\"",
        b"{}",
        b"{}{}",
        b"{\"format\": 1e400}",
        b"{\"format\": 7, \"theme\": \"dark\"}",
        b"{\"theme\": \"dark\", \"theme\": \"light\"}",
        b"// non\n{}",
        b"\xff\xfe{\0}\0",
        &utf16,
        &latin,
        &b"[".repeat(60_000),
        &"{\"a\":".repeat(10_000).into_bytes(),
    ] {
        let shown = String::from_utf8_lossy(bytes.get(..20).unwrap_or(bytes));
        survives(bytes, &shown);
    }
}

#[test]
fn five_hundred_random_settings_come_back() {
    let mut random = fastrand::Rng::with_seed(7);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("à/faire").join(FILE_NAME);
    let mut kept = SettingsFile::default();
    for round in 0..500 {
        let settings = any_settings(&mut random, folder.path());
        save(&RealDisk, &path, &settings, &kept).unwrap();
        let loaded = load(&RealDisk, Some(&path), None);
        assert_eq!(loaded.warnings, [""; 0], "round {round}");
        assert_eq!(loaded.settings, settings, "round {round}");
        kept = loaded.kept;
    }
}

fn any_settings(random: &mut fastrand::Rng, folder: &Path) -> Settings {
    fn any<T: Copy>(random: &mut fastrand::Rng, all: &[T]) -> T {
        *random.choice(all).unwrap()
    }
    fn place(random: &mut fastrand::Rng) -> Option<Place> {
        random.bool().then(|| Place {
            x: (random.f32() - 0.5) * 9_000.0,
            y: (random.f32() - 0.5) * 9_000.0,
            width: 1.0 + random.f32() * 3_000.0,
            height: 1.0 + random.f32() * 3_000.0,
        })
    }
    let channel = any(random, Channel::ALL);
    let keys = (0..random.u8(..6)).map(|n| (format!("commande-{n}"), random.lowercase()));
    Settings {
        keys: keys.collect(),
        language: any(random, Language::ALL),
        theme: any(random, ThemeChoice::ALL),
        zoom_percent: random.u16(ZOOM_MIN..=ZOOM_MAX),
        channel: random.bool().then_some(channel),
        accredited: random.bool(),
        single_letters: random.bool(),
        folds: random.bool(),
        on_top: random.bool(),
        timer: random.bool(),
        export_folder: random
            .bool()
            .then(|| folder.join(format!("Notes « {} »", random.char('!'..'\u{2fff}')))),
        wide_place: place(random),
        strip_place: place(random),
        ..Settings::default()
    }
}

#[test]
fn a_locked_setting_is_the_administrators_and_the_file_keeps_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let (user, admin) = (folder.path().join(FILE_NAME), folder.path().join("a.json"));
    put(&user, r#"{"theme": "dark", "timer": 3, "language": "fr"}"#);
    let fixed = r#"{"theme": "light", "language": "en", "locked": ["theme", "timer"]}"#;
    put(&admin, fixed);
    let loaded = load(&RealDisk, Some(&user), Some(&admin));
    // A locked field of the person’s is not even looked at.
    assert_eq!(loaded.warnings, [""; 0]);
    assert_eq!(loaded.settings.theme, ThemeChoice::Light);
    assert_eq!(loaded.settings.language, Language::French);
    assert!(loaded.settings.is_locked("theme") && loaded.settings.is_locked("timer"));
    let mut settings = loaded.settings.clone();
    settings.theme = ThemeChoice::Contrast;
    settings.timer = true;
    settings.folds = false;
    save(&RealDisk, &user, &settings, &loaded.kept).unwrap();
    let alone = load(&RealDisk, Some(&user), None);
    assert_eq!(alone.settings.theme, ThemeChoice::Dark);
    assert!(!alone.settings.folds && !alone.settings.timer);
    assert_eq!(fs::read(&admin).unwrap(), fixed.as_bytes());
}

#[test]
fn unknown_keys_and_a_byte_order_mark() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    put(&path, format!("\u{feff}{GOOD}"));
    let loaded = load(&RealDisk, Some(&path), None);
    assert_eq!(loaded.warnings, [""; 0]);
    let mut settings = loaded.settings.clone();
    settings.zoom_by(1);
    save(&RealDisk, &path, &settings, &loaded.kept).unwrap();
    let before: serde_json::Value = serde_json::from_str(GOOD).unwrap();
    let mut expected = before.clone();
    expected["zoom_percent"] = 160.into();
    let after: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    assert_eq!(after, expected);
}

#[test]
fn what_is_written_is_never_too_large_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    // One number a line would pass the cap.
    let long = format!("{{\"demain\": [{}0]}}", "1,".repeat(20_000));
    put(&path, &long);
    let loaded = load(&RealDisk, Some(&path), None);
    let mut settings = loaded.settings.clone();
    settings.timer = true;
    save(&RealDisk, &path, &settings, &loaded.kept).unwrap();
    let again = load(&RealDisk, Some(&path), None);
    assert_eq!((again.settings, again.warnings), (settings, vec![]));
    let before = files(folder.path());
    let keys = (0..10_000).map(|n| (format!("commande-{n}"), 'a'));
    let settings = Settings {
        keys: keys.collect(),
        ..loaded.settings
    };
    let error = save(&RealDisk, &path, &settings, &again.kept).unwrap_err();
    assert!(matches!(error, StoreError::TooLargeForUs { .. }));
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_newer_format_is_read_and_left_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    let newer = r#"{"format":2,"theme":"dark","zoom_percent":{"wide":120}}"#;
    put(&path, newer);
    let loaded = load(&RealDisk, Some(&path), None);
    assert_eq!(loaded.settings.theme, ThemeChoice::Dark);
    assert!(loaded.kept.is_newer());
    assert!(loaded.warnings[0].contains("plus récente"));
    let newer_error = |error: StoreError| {
        assert!(matches!(error, StoreError::NewerSettings { .. }));
        assert!(error.to_string().ends_with(path.to_str().unwrap()));
    };
    newer_error(save(&RealDisk, &path, &Settings::default(), &loaded.kept).unwrap_err());
    // Also when the newer program wrote after this one had read.
    newer_error(save(&RealDisk, &path, &loaded.settings, &SettingsFile::default()).unwrap_err());
    assert_eq!(
        files(folder.path()),
        [(FILE_NAME.to_owned(), newer.into())].into()
    );
}

#[test]
fn damaged_files_are_put_aside_one_after_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(FILE_NAME);
    let aside = |n: u32| folder.path().join(format!("{FILE_NAME}.corrompu-{n}"));
    put(&aside(2), "celui de quelqu’un d’autre");
    for (bytes, n) in [("{\"theme\":", 1), ("autre", 3)] {
        put(&path, bytes);
        let loaded = load(&RealDisk, Some(&path), None);
        assert_eq!(loaded.settings, Settings::default());
        assert!(loaded.warnings[0].ends_with(aside(n).to_str().unwrap()));
        assert_eq!(fs::read(aside(n)).unwrap(), bytes.as_bytes());
        assert!(!path.exists());
    }
    // Damaged after it was read: saving loses nothing either.
    put(&path, "{");
    save(
        &RealDisk,
        &path,
        &Settings::default(),
        &SettingsFile::default(),
    )
    .unwrap();
    assert_eq!(fs::read(aside(4)).unwrap(), b"{");
    assert_eq!(
        fs::read(aside(2)).unwrap(),
        "celui de quelqu’un d’autre".as_bytes()
    );
    assert_eq!(files(folder.path()).len(), 5);
}

#[test]
fn a_damaged_administrators_file_is_told_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (user, admin) = (folder.path().join(FILE_NAME), folder.path().join("a.json"));
    put(&user, GOOD);
    put(&admin, "{\"locked\": [\"theme\"]");
    let before = files(folder.path());
    let loaded = load(&RealDisk, Some(&user), Some(&admin));
    assert_eq!(loaded.settings.theme, ThemeChoice::Contrast);
    assert_eq!(loaded.settings.locked.len(), 0);
    assert_eq!(loaded.warnings.len(), 1);
    assert!(loaded.warnings[0].ends_with(admin.to_str().unwrap()));
    assert_eq!(files(folder.path()), before);
}

/// Loading and saving here say no, in a sentence that ends with the path.
fn refused(path: &Path) -> StoreError {
    let loaded = load(&RealDisk, Some(path), None);
    assert_eq!(loaded.settings, Settings::default());
    let [warning] = loaded.warnings.as_slice() else {
        panic!("{:?}", loaded.warnings);
    };
    assert!(warning.ends_with(path.to_str().unwrap()), "{warning}");
    let error = save(&RealDisk, path, &loaded.settings, &loaded.kept).unwrap_err();
    assert!(error.to_string().ends_with(path.to_str().unwrap()));
    error
}

#[test]
fn what_is_not_a_settings_file_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    put(&path("gros.json"), " ".repeat((64 << 10) + 1));
    assert!(matches!(
        refused(&path("gros.json")),
        StoreError::TooLargeForUs { .. }
    ));
    fs::create_dir(path("dossier.json")).unwrap();
    assert!(matches!(
        refused(&path("dossier.json")),
        StoreError::NotRegular { .. }
    ));
    // A folder that cannot be, whoever runs the test.
    let inside = path("gros.json").join(FILE_NAME);
    assert!(matches!(refused(&inside), StoreError::Read { .. }));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    assert_eq!(fs::read(path("gros.json")).unwrap().len(), (64 << 10) + 1);
}

#[test]
#[cfg(unix)]
fn links_pipes_and_devices_are_left() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    put(&path("vrai.json"), GOOD);
    symlink(path("vrai.json"), path("lien.json")).unwrap();
    symlink(path("absent.json"), path("perdu.json")).unwrap();
    for link in ["lien.json", "perdu.json"] {
        let error = refused(&path(link));
        assert!(matches!(error, StoreError::LinkTarget { .. }));
    }
    let pipe = std::process::Command::new("mkfifo")
        .arg(path("tube.json"))
        .status();
    assert!(pipe.unwrap().success());
    for other in [path("tube.json"), PathBuf::from("/dev/null")] {
        assert!(matches!(refused(&other), StoreError::NotRegular { .. }));
    }
    assert_eq!(fs::read(path("vrai.json")).unwrap(), GOOD.as_bytes());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    // What is made is for its owner alone.
    let new = path("neuf").join("encore").join(FILE_NAME);
    save(
        &RealDisk,
        &new,
        &Settings::default(),
        &SettingsFile::default(),
    )
    .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&new), 0o600);
    assert_eq!(mode(&path("neuf")), 0o700);
    assert_eq!(mode(&path("neuf").join("encore")), 0o700);
}
