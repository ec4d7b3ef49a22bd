//! Limits: encodings, sizes, kinds of file, depth, newer formats.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant};

use reflexe_personas::store::atomic::Previous;
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::kit_file::{self, LoadedKit, load, parse_bundle};

use super::{SMALL, errors, put, repository, small};

fn load_bytes(bytes: &[u8]) -> LoadedKit {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kit.ron");
    put(&path, bytes);
    load(&path, None).unwrap()
}

#[track_caller]
fn accepted(bytes: &[u8]) {
    let loaded = load_bytes(bytes);
    assert!(loaded.findings.is_empty(), "{:#?}", loaded.findings);
    assert_eq!(loaded.kit.unwrap().content().cues.len(), 4);
}

#[track_caller]
fn refused(bytes: &[u8], says: &str) {
    let loaded = load_bytes(bytes);
    assert!(loaded.kit.is_none());
    let finding = loaded.findings.first().unwrap();
    assert!(finding.message.contains(says), "{finding}");
    assert!(finding.cure.contains("UTF-8"), "{finding}");
}

fn utf16(little: bool) -> Vec<u8> {
    let units = SMALL.encode_utf16();
    units
        .flat_map(|u| {
            if little {
                u.to_le_bytes()
            } else {
                u.to_be_bytes()
            }
        })
        .collect()
}

#[test]
fn encoding_utf8() {
    accepted(SMALL.as_bytes());
}

#[test]
fn encoding_utf8_with_mark() {
    accepted(&[b"\xef\xbb\xbf", SMALL.as_bytes()].concat());
}

#[test]
fn encoding_windows_line_ends() {
    accepted(SMALL.replace('\n', "\r\n").as_bytes());
}

#[test]
fn encoding_decomposed_accents() {
    accepted(SMALL.replace('é', "e\u{301}").as_bytes());
}

#[test]
fn encoding_utf16_little() {
    refused(&[b"\xff\xfe".to_vec(), utf16(true)].concat(), "UTF-16");
}

#[test]
fn encoding_utf16_big() {
    refused(&[b"\xfe\xff".to_vec(), utf16(false)].concat(), "UTF-16");
}

#[test]
fn encoding_utf16_without_mark() {
    refused(&utf16(true), "UTF-16");
}

#[test]
fn encoding_windows_1252() {
    let bytes: Vec<u8> = SMALL
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(0x92))
        .collect();
    refused(&bytes, "Windows-1252");
    // The first accent is in « Petit kit d’essai », on line 4.
    assert_eq!(load_bytes(&bytes).findings.first().unwrap().line, 4);
}

#[test]
fn depth_never_aborts() {
    for depth in [1_usize, 64, 127, 128, 129, 10_000, 1_000_000] {
        for open in ["(", "[", "{", "Some(", "( [ { Some(", "Not("] {
            let hostile = open.repeat(depth / open.len().min(4) + 1);
            for text in [
                hostile.clone(),
                format!("( format: 1, kit: {hostile}"),
                SMALL.replace("when: Cue(", &format!("when: {hostile}Cue(")),
                SMALL.replace("declared: true", &hostile),
            ] {
                let loaded = parse_bundle(&text, "kit.ron", None);
                assert!(!loaded.findings.is_empty(), "depth {depth} of {open}");
            }
        }
    }
}

#[test]
fn nested_conditions_balance_up_to_the_limit() {
    for (depth, sound) in [
        (1, true),
        (20, true),
        (127, false),
        (128, false),
        (10_000, false),
    ] {
        let nested = format!(
            "{}Setting(\"a\"){}",
            "Not(".repeat(depth),
            ")".repeat(depth)
        );
        let text = SMALL.replace("Not(Setting(\"aidants-connect\"))", &nested);
        let findings = parse_bundle(&text, "kit.ron", None).findings;
        assert_eq!(findings.is_empty(), sound, "{depth}: {findings:#?}");
    }
}

fn folder_with(name: &str, bytes: impl AsRef<[u8]>) -> (tempfile::TempDir, LoadedKit) {
    let folder = tempfile::tempdir().unwrap();
    let kit = small().kit.unwrap();
    kit_file::write_folder(&RealDisk, kit.content(), folder.path()).unwrap();
    put(&folder.path().join(name), bytes);
    let loaded = load(folder.path(), None).unwrap();
    (folder, loaded)
}

#[test]
fn cap_bundle_of_2_mib() {
    let mut text = SMALL.to_owned();
    text.push_str(&" ".repeat((2 << 20) - text.len()));
    accepted(text.as_bytes());
    text.push(' ');
    assert!(parse_bundle(&text, "kit.ron", None).kit.is_none());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kit.ron");
    put(&path, &text);
    assert!(matches!(
        load(&path, None),
        Err(StoreError::TooLarge { .. })
    ));
}

#[test]
fn cap_sparse_2_gib_answers_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kit.ron");
    File::create(&path).unwrap().set_len(2 << 30).unwrap();
    #[expect(clippy::disallowed_methods, reason = "the test is about time")]
    let start = Instant::now();
    assert!(matches!(
        load(&path, None),
        Err(StoreError::TooLarge { .. })
    ));
    assert!(start.elapsed() < Duration::from_millis(100));
}

#[test]
fn cap_one_large_file_in_a_folder_spares_the_others() {
    let (_folder, loaded) = folder_with("places.ron", " ".repeat((2 << 20) + 1));
    assert_eq!(errors(&loaded.findings).len(), 1, "{:#?}", loaded.findings);
    assert!(loaded.kit.is_some());
}

#[test]
fn cap_directory_in_place_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    kit_file::write_folder(&RealDisk, small().kit.unwrap().content(), folder.path()).unwrap();
    fs::remove_file(folder.path().join("places.ron")).unwrap();
    fs::create_dir(folder.path().join("places.ron")).unwrap();
    let loaded = load(folder.path(), None).unwrap();
    assert_eq!(errors(&loaded.findings).len(), 1);
    assert!(loaded.kit.is_some());
}

#[test]
#[cfg(unix)]
fn cap_link_out_of_the_kit() {
    let folder = tempfile::tempdir().unwrap();
    kit_file::write_folder(&RealDisk, small().kit.unwrap().content(), folder.path()).unwrap();
    let places = folder.path().join("places.ron");
    fs::remove_file(&places).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", &places).unwrap();
    let loaded = load(folder.path(), None).unwrap();
    assert_eq!(errors(&loaded.findings).len(), 1);
    assert!(loaded.findings.first().unwrap().message.contains("lien"));
}

#[test]
#[cfg(unix)]
fn cap_device_is_not_opened() {
    assert!(matches!(
        load(Path::new("/dev/zero"), None),
        Err(StoreError::NotRegular { .. })
    ));
}

#[test]
#[cfg(unix)]
fn cap_pipe_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kit.ron");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.unwrap().success());
    assert!(matches!(
        load(&path, None),
        Err(StoreError::NotRegular { .. })
    ));
}

#[test]
fn cap_missing_path_and_missing_manifest() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("absent");
    assert!(matches!(
        load(&absent, None),
        Err(StoreError::NotFound { .. })
    ));
    assert!(matches!(
        load(folder.path(), None),
        Err(StoreError::NoManifest { .. })
    ));
}

#[test]
fn cap_personas() {
    let mut more = String::new();
    for n in 0..501 {
        writeln!(
            more,
            "( id: \"p-{n}\", code: \"P{n}\", name: \"P\", layer: Profile, share: {{ Counter: 1, Phone: 1 }} ),"
        )
        .unwrap();
    }
    let text = SMALL.replace("    personas: [", &format!("    personas: [{more}"));
    let loaded = parse_bundle(&text, "kit.ron", None);
    assert!(
        errors(&loaded.findings)
            .iter()
            .any(|e| e.contains("au plus 500"))
    );
    assert_eq!(loaded.kit.unwrap().personas.len(), 500);
}

#[test]
fn cap_cues_and_steps() {
    let mut cues = String::new();
    let mut steps = String::new();
    for n in 0..2001 {
        writeln!(cues, "( id: \"c-{n}\", code: \"C{n}\", short: \"\", text: \"\", family: \"equipement\", channels: [Counter] ),").unwrap();
        writeln!(
            steps,
            "( id: \"s-{n}\", title: \"\", mode: Answer, minutes: 1 ),"
        )
        .unwrap();
    }
    let text = SMALL
        .replace("    cues: [", &format!("    cues: [{cues}"))
        .replace("    steps: [", &format!("    steps: [{steps}"));
    let kit = parse_bundle(&text, "kit.ron", None).kit.unwrap();
    assert_eq!((kit.cues.len(), kit.steps.len()), (2000, 2000));
}

#[test]
fn cap_text_of_4000_characters() {
    let with = |length| {
        SMALL.replace(
            "name: \"Relais\"",
            &format!("name: \"{}\"", "é".repeat(length)),
        )
    };
    assert!(
        parse_bundle(&with(4000), "kit.ron", None)
            .findings
            .is_empty()
    );
    let loaded = parse_bundle(&with(4001), "kit.ron", None);
    assert_eq!(errors(&loaded.findings).len(), 1);
    assert!(loaded.kit.unwrap().persona("relais").is_none());
}

#[test]
fn cap_all_texts_of_1_mib() {
    let mut places = String::new();
    for n in 0..300 {
        writeln!(places, "( id: \"l-{n}\", name: \"{}\" ),", "a".repeat(3600)).unwrap();
    }
    let text = SMALL.replace("    places: [", &format!("    places: [{places}"));
    let loaded = parse_bundle(&text, "kit.ron", None);
    assert!(loaded.kit.is_none(), "more than 1 MiB of texts");
}

#[test]
fn newer_format_is_refused_and_left_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kit.ron");
    let text = "( format: 2, kit: ( brand_new: [1 .. 2] ), wonders: [ ??? ] )";
    put(&path, text);
    let loaded = load(&path, None).unwrap();
    assert!(loaded.kit.is_none());
    assert_eq!(loaded.findings.len(), 1, "{:#?}", loaded.findings);
    assert!(
        loaded
            .findings
            .first()
            .unwrap()
            .message
            .contains("plus récent")
    );
    assert_eq!(fs::read(&path).unwrap(), text.as_bytes());

    let (_folder, loaded) = folder_with("kit.ron", "( format: 7, anything: else )");
    assert!(loaded.kit.is_none());
    assert_eq!(loaded.findings.len(), 1, "{:#?}", loaded.findings);
}

#[test]
fn faulty_profile_file_is_named() {
    let (_folder, loaded) = folder_with(
        "profiles/zz.ron",
        "(\n id: \"zz\",\n code: \"ZZ\"\n nom: 1)",
    );
    let finding = loaded.findings.first().unwrap();
    assert_eq!(
        (finding.file.as_str(), finding.line),
        ("profiles/zz.ron", 3)
    );
    assert_eq!(loaded.kit.unwrap().personas.len(), 3);
}

#[test]
fn every_shipped_kit_loads_without_error() {
    for entry in fs::read_dir(repository().join("personas")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.join("kit.ron").exists() {
            continue;
        }
        if path.is_dir() || path.extension().is_some_and(|e| e == "ron") {
            let loaded = load(&path, Some("2026-11-24")).unwrap();
            assert!(
                errors(&loaded.findings).is_empty(),
                "{:#?}",
                loaded.findings
            );
            assert!(loaded.kit.is_some());
        }
    }
}

#[test]
fn embedded_kit_is_the_shipped_folder() {
    let folder = repository().join("personas/usagers-numeriques");
    if !folder.join("kit.ron").exists() {
        return;
    }
    let shipped = load(&folder, None).unwrap();
    let embedded = kit_file::load_embedded(None);
    assert!(embedded.findings.is_empty(), "{:#?}", embedded.findings);
    assert_eq!(
        shipped.kit.unwrap().content(),
        embedded.kit.unwrap().content()
    );
}

#[test]
#[cfg(unix)]
fn writing_is_private_and_never_through_a_link() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.ron");
    let write = |path: &Path, bytes: &[u8]| {
        reflexe_personas::store::atomic::write(&RealDisk, path, bytes, Previous::Dropped)
    };
    write(&target, b"un").unwrap();
    write(&target, b"deux").unwrap();
    assert_eq!(fs::read(&target).unwrap(), b"deux");
    assert_eq!(
        fs::metadata(&target).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let link = folder.path().join("b.ron");
    std::os::unix::fs::symlink(&target, &link).unwrap();
    assert!(matches!(
        write(&link, b"trois"),
        Err(StoreError::LinkTarget { .. })
    ));
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "a leftover"
    );
}
