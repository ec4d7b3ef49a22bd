//! Each field by itself, layers, and what is written.

use serde_json::json;

use super::*;
use crate::domain::settings::Place;
use crate::domain::vocab::{Channel, Language, ThemeChoice};
use crate::store::disk::RealDisk;

fn put(path: &Path, bytes: &[u8]) {
    atomic::write(&RealDisk, path, bytes, Previous::Dropped).unwrap();
}

struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn user(&self) -> PathBuf {
        self.folder.path().join(FILE_NAME)
    }

    fn admin(&self) -> PathBuf {
        self.folder.path().join("admin.json")
    }

    fn load(&self, user: &Value, admin: &Value) -> Loaded {
        put(&self.user(), user.to_string().as_bytes());
        put(&self.admin(), admin.to_string().as_bytes());
        load(&RealDisk, Some(&self.user()), Some(&self.admin()))
    }

    fn save(&self, settings: &Settings, kept: &SettingsFile) -> Value {
        save(&RealDisk, &self.user(), settings, kept).unwrap();
        serde_json::from_slice(&std::fs::read(self.user()).unwrap()).unwrap()
    }
}

fn everything(folder: &Path) -> Settings {
    let place = |x: f32| Place {
        x,
        y: 0.1,
        width: 380.5,
        height: 56.0,
    };
    Settings {
        language: Language::English,
        theme: ThemeChoice::Contrast,
        zoom_percent: 300,
        channel: Some(Channel::Phone),
        accredited: true,
        single_letters: false,
        folds: false,
        on_top: false,
        timer: true,
        copy_template: Some("Suite {suite}, {?motif}".to_owned()),
        note_format: crate::domain::note::NoteFormat::Csv,
        note_length: 600,
        clipboard_seconds: None,
        export_folder: Some(folder.join("Notes d’été")),
        published_folder: Some(folder.join("kit de l’équipe")),
        local_folder: Some(folder.join("chez nous")),
        keys: [("suggest".to_owned(), 'é'), ("note".to_owned(), 'w')].into(),
        wide_place: Some(place(-1920.25)),
        strip_place: Some(place(100_000.0)),
        locked: BTreeSet::new(),
    }
}

#[test]
fn every_field_is_in_the_table_once_sorted_and_reads_back() {
    let names: Vec<_> = FIELDS.iter().map(|field| field.name).collect();
    assert!(names.is_sorted());
    assert_eq!(names.len(), 19);
    let all = everything(&std::env::temp_dir());
    let mut copy = Settings::default();
    for field in FIELDS {
        let value = (field.write)(&all);
        assert_ne!(value, (field.write)(&copy), "{}", field.name);
        assert!(field.reads_back(&value), "{}: {value}", field.name);
        (field.read)(&mut copy, &value).unwrap();
    }
    assert_eq!(copy, all);
}

#[test]
fn a_bad_value_costs_that_field_only_and_is_named() {
    let bench = Bench::new();
    let good = json!({"zoom_percent": 140, "timer": true, "theme": "dark"});
    let at = |x: Value, width: Value| json!({"x": x, "y": 0, "width": width, "height": 50});
    let mut table = vec![
        ("language", json!("de")),
        ("language", json!(null)),
        ("theme", json!("Dark")),
        ("theme", json!(3)),
        ("channel", json!("courriel")),
        ("channel", json!(false)),
        ("export_folder", json!("")),
        ("export_folder", json!("Notes")),
        ("export_folder", json!("/a\u{0}b")),
        ("export_folder", json!(["/tmp"])),
        ("keys", json!(["a"])),
        ("keys", json!("a")),
        ("keys", json!({"note": ""})),
        ("keys", json!({"note": "ab"})),
        ("keys", json!({"note": "3"})),
        ("keys", json!({"note": " "})),
        ("keys", json!({"note": 1})),
        ("wide_place", json!([0, 0, 10, 10])),
        ("wide_place", json!({"x": 0, "y": 0, "width": 10})),
        ("wide_place", at(json!("0"), json!(10))),
        ("wide_place", at(json!(null), json!(10))),
        ("strip_place", at(json!(1e300), json!(10))),
        ("strip_place", at(json!(-1e6), json!(10))),
        ("strip_place", at(json!(0), json!(0))),
        ("strip_place", at(json!(0), json!(-300))),
        ("format", json!("1")),
        ("format", json!(0)),
    ];
    for zoom in [
        json!(79),
        json!(301),
        json!(-1),
        json!(100.5),
        json!("100"),
        json!(1e9),
    ] {
        table.push(("zoom_percent", zoom));
    }
    for name in ["accredited", "folds", "on_top", "single_letters", "timer"] {
        for bad in [json!(null), json!(1), json!("true")] {
            table.push((name, bad));
        }
    }
    for (name, bad) in table {
        let mut user = good.clone();
        user[name] = bad.clone();
        let loaded = bench.load(&user, &json!({"zoom_percent": 90, "language": "en"}));
        let label = format!("{name}: {bad} → {:?}", loaded.warnings);
        let [warning] = loaded.warnings.as_slice() else {
            panic!("{label}");
        };
        assert!(warning.contains(name), "{label}");
        assert!(warning.ends_with(bench.user().to_str().unwrap()), "{label}");
        let mut expected = Settings {
            zoom_percent: 140,
            timer: true,
            theme: ThemeChoice::Dark,
            language: Language::English,
            ..Settings::default()
        };
        // The lower layer’s value, the administrator’s where there is one.
        match name {
            "zoom_percent" => expected.zoom_percent = 90,
            "timer" => expected.timer = false,
            "theme" => expected.theme = ThemeChoice::System,
            _ => {}
        }
        assert_eq!(loaded.settings, expected, "{label}");
    }
}

#[test]
fn a_bad_letter_leaves_the_others_and_the_lower_layer() {
    let bench = Bench::new();
    let loaded = bench.load(
        &json!({"keys": {"note": "??", "suggest": "É", "new\n": "xx"}}),
        &json!({"keys": {"note": "n", "theme": "h"}}),
    );
    let expected = [("note".to_owned(), 'n'), ("suggest".to_owned(), 'é')];
    assert_eq!(loaded.settings.keys, expected.into());
    assert_eq!(loaded.warnings.len(), 1);
    assert!(loaded.warnings[0].contains("keys.new dans"));
}

#[test]
fn what_was_not_changed_is_not_written() {
    let bench = Bench::new();
    let user = json!({"theme": "sepia", "zoom_percent": 120, "tomorrow": {"b": 1, "a": [1.5]}});
    let loaded = bench.load(&user, &json!({"language": "en"}));
    let mut settings = loaded.settings.clone();
    // Nothing frozen, a newer word kept, what is unknown kept.
    let mut expected = user.clone();
    expected["format"] = json!(1);
    assert_eq!(bench.save(&settings, &loaded.kept), expected);
    settings.timer = true;
    settings.theme = ThemeChoice::Light;
    expected["timer"] = json!(true);
    expected["theme"] = json!("light");
    assert_eq!(bench.save(&settings, &loaded.kept), expected);
    // Changed back: as it was.
    let expected = bench.save(&loaded.settings, &loaded.kept);
    assert_eq!(expected["theme"], "sepia");
    assert_eq!(expected.get("timer"), None);
}

#[test]
fn null_undoes_what_the_administrator_chose() {
    let bench = Bench::new();
    let loaded = bench.load(&json!({}), &json!({"channel": "phone"}));
    let mut settings = loaded.settings.clone();
    assert_eq!(settings.channel, Some(Channel::Phone));
    settings.channel = None;
    bench.save(&settings, &loaded.kept);
    let again = load(&RealDisk, Some(&bench.user()), Some(&bench.admin()));
    assert_eq!((again.settings, again.warnings), (settings, vec![]));
}

#[test]
fn a_value_that_would_not_read_back_is_not_written() {
    let bench = Bench::new();
    let place = Place {
        x: f32::NAN,
        y: 0.0,
        width: 10.0,
        height: f32::INFINITY,
    };
    let settings = Settings {
        wide_place: Some(place),
        zoom_percent: 20,
        export_folder: Some("quelque part".into()),
        keys: [("note".to_owned(), '!')].into(),
        ..Settings::default()
    };
    let written = bench.save(&settings, &SettingsFile::default());
    assert_eq!(written, json!({"format": 1}));
}

#[test]
fn the_text_is_stable_sorted_and_ends_with_a_line() {
    let bench = Bench::new();
    let all = everything(&std::env::temp_dir());
    bench.save(&all, &SettingsFile::default());
    let first = std::fs::read(bench.user()).unwrap();
    let loaded = load(&RealDisk, Some(&bench.user()), None);
    assert_eq!(loaded.settings, all);
    bench.save(&loaded.settings, &loaded.kept);
    assert_eq!(std::fs::read(bench.user()).unwrap(), first);
    let text = String::from_utf8(first).unwrap();
    let names: Vec<_> = text.lines().filter(|l| l.starts_with("  \"")).collect();
    assert_eq!(names.len(), 20);
    assert!(names.is_sorted() && text.ends_with("}\n"));
}

#[test]
fn a_locked_list_that_is_wrong_is_told_and_its_good_names_hold() {
    let bench = Bench::new();
    for bad in [
        json!("theme"),
        json!({"theme": true}),
        json!(["theme", "Zoom"]),
        json!(["theme", 4]),
    ] {
        let loaded = bench.load(&json!({"theme": "dark"}), &json!({"locked": bad}));
        assert_eq!(loaded.warnings.len(), 1, "{bad}");
        assert!(loaded.warnings[0].contains("locked"));
        assert_eq!(loaded.settings.is_locked("theme"), bad.is_array(), "{bad}");
    }
}

#[test]
fn where_an_administrator_may_put_a_file() {
    let beside = Path::new("/opt/reflexe").join(FILE_NAME);
    let found = admin_file_candidates(Some(Path::new("/opt/reflexe/reflexe")));
    assert_eq!(found.first(), Some(&beside));
    assert_eq!(found.len(), if cfg!(unix) { 2 } else { 1 });
    // A bare name would read a file of wherever one stands.
    let found = admin_file_candidates(Some(Path::new("reflexe")));
    assert!(found.iter().all(|path| path.is_absolute()));
    let bench = Bench::new();
    let program = bench.folder.path().join("reflexe");
    assert_ne!(admin_file(Some(&program)), Some(bench.user()));
    put(&bench.user(), b"{}");
    assert_eq!(admin_file(Some(&program)), Some(bench.user()));
}

#[test]
fn sentences_are_french() {
    let bench = Bench::new();
    let place = json!({"x": 0});
    let loaded = bench.load(
        &json!({"format": 2, "theme": 1, "keys": [], "wide_place": place}),
        &json!({"format": 2, "locked": 1}),
    );
    assert_eq!(loaded.warnings.len(), 6);
    put(&bench.user(), b"{");
    put(&bench.admin(), b"{");
    let damaged = load(&RealDisk, Some(&bench.user()), Some(&bench.admin()));
    assert_eq!(damaged.warnings.len(), 2);
    for warning in loaded.warnings.iter().chain(&damaged.warnings) {
        let sentence = warning.split("\u{a0}: ").next().unwrap();
        assert!(!sentence.contains('\''), "{warning}");
        assert_eq!(french(sentence), sentence, "{warning}");
        assert!(sentence.contains("\u{202f};"), "{warning}");
        assert!(sentence.contains("intact"), "{warning}");
    }
}
