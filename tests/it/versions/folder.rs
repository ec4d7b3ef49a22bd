//! One process and one folder: publishing, conflicts, the original, restoring, and what is not trusted.

use std::fs;
use std::path::Path;

use reflexe_personas::domain::typography::french;
use reflexe_personas::domain::version::{Standing, VersionName};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::error::StoreError;
use reflexe_personas::store::kit_file;
use reflexe_personas::store::versions::{self, FOLDER, Outcome, Publication};

use super::{TODAY, kit, notice, publish, publish_from};
use crate::formats::put;

fn current(folder: &Path) -> Option<VersionName> {
    versions::current(&RealDisk, folder).unwrap()
}

fn standings(folder: &Path) -> Vec<(u32, Standing)> {
    let history = versions::history(&RealDisk, folder).unwrap();
    let mut found: Vec<_> = history
        .versions
        .iter()
        .map(|version| (version.name.number, version.standing))
        .collect();
    found.sort_by_key(|(number, standing)| (*number, standing.key()));
    found
}

#[test]
fn what_is_published_is_read_back_to_the_letter_and_the_history_says_why() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(current(folder.path()), None);
    let first = publish(folder.path(), &kit(1));
    let second = publish(folder.path(), &kit(2));
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(current(folder.path()), Some(second));
    for (name, number) in [(first, 1), (second, 2)] {
        let text = versions::read(&RealDisk, folder.path(), name).unwrap();
        assert_eq!(text.kit(), kit(number));
        // The file itself is a kit that any command opens.
        let loaded = kit_file::load(&folder.path().join(name.file_name()), Some(TODAY)).unwrap();
        assert!(!loaded.has_errors() && loaded.kit.is_some());
    }
    let history = versions::history(&RealDisk, folder.path()).unwrap();
    assert_eq!(history.troubles, []);
    let latest = &history.versions[0];
    let header = latest.header.as_ref().unwrap();
    assert_eq!((latest.name, header.base), (second, Some(first)));
    let said = (&header.notice, latest.standing);
    assert_eq!(said, (&notice("Un geste ajouté"), Standing::Current));
}

#[test]
fn whoever_started_from_another_version_loses_nothing_and_takes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let first = publish(folder.path(), &kit(1));
    let second = publish(folder.path(), &kit(2));
    let late = publish_from(folder.path(), &kit(3), "Un autre geste", Some(first));
    let Outcome::Conflict { kept, current: now } = late else {
        panic!("{late:?}");
    };
    assert_eq!((now, current(folder.path())), (Some(second), Some(second)));
    let text = versions::read(&RealDisk, folder.path(), kept).unwrap();
    assert_eq!(text.kit(), kit(3));
    assert_eq!(
        standings(folder.path()),
        [
            (1, Standing::Past),
            (2, Standing::Aside),
            (2, Standing::Current)
        ]
    );
    // By its number one finds the one that was published, not the one beside.
    let history = versions::history(&RealDisk, folder.path()).unwrap();
    let found = versions::find(&history, 2, folder.path()).unwrap();
    assert_eq!(found, second);
    let none = versions::find(&history, 9, folder.path());
    assert!(matches!(none, Err(StoreError::NoVersion { number: 9, .. })));
    // Somebody who knew of none is late too.
    let blind = publish_from(folder.path(), &kit(4), "Un premier kit", None);
    assert!(matches!(blind, Outcome::Conflict { .. }), "{blind:?}");
    assert_eq!(current(folder.path()), Some(second));
}

#[test]
fn the_same_publication_done_again_is_one_version() {
    let folder = tempfile::tempdir().unwrap();
    let first = publish(folder.path(), &kit(1));
    let once = publish_from(folder.path(), &kit(2), "Un mot", Some(first));
    let again = publish_from(folder.path(), &kit(2), "Un mot", Some(first));
    assert_eq!(once, again);
    assert_eq!(standings(folder.path()).len(), 2);
}

#[test]
fn the_original_of_a_hand_written_kit_is_the_first_version_to_the_letter() {
    let folder = tempfile::tempdir().unwrap();
    // With a mark and lines of another system, as editors leave them.
    let original = format!("\u{feff}{}", kit(1).replace('\n', "\r\n"));
    let loaded = kit_file::parse_bundle(&original, "kit.ron", Some(TODAY));
    let rewritten = kit_file::write_bundle(loaded.kit.unwrap().content()).unwrap();
    let notice = notice("Premier passage dans l’atelier");
    let publication = Publication {
        kit: &rewritten,
        original: Some(&original),
        notice: &notice,
        base: None,
    };
    let outcome = versions::publish(&RealDisk, folder.path(), &publication).unwrap();
    let again = versions::publish(&RealDisk, folder.path(), &publication).unwrap();
    assert_eq!(outcome, again);
    let Outcome::Published {
        version,
        original: Some(kept),
    } = outcome
    else {
        panic!("{outcome:?}");
    };
    assert_eq!((kept.number, version.number), (1, 2));
    let bytes = fs::read(folder.path().join(kept.file_name())).unwrap();
    assert_eq!(bytes, original.as_bytes());
    assert_eq!(
        standings(folder.path()),
        [(1, Standing::Past), (2, Standing::Current)]
    );
    // It can be published again, and reads as a kit under its header.
    let restored = versions::restore(&RealDisk, folder.path(), kept, &notice, Some(version));
    let Outcome::Published { version, .. } = restored.unwrap() else {
        panic!("not restored");
    };
    let loaded = kit_file::load(&folder.path().join(version.file_name()), Some(TODAY)).unwrap();
    assert!(!loaded.has_errors() && loaded.kit.is_some());
}

#[test]
fn restoring_publishes_the_old_content_as_a_new_version() {
    let folder = tempfile::tempdir().unwrap();
    let first = publish(folder.path(), &kit(1));
    let second = publish(folder.path(), &kit(2));
    let notice = notice("Retour à la version d’avant");
    let restored =
        versions::restore(&RealDisk, folder.path(), first, &notice, Some(second)).unwrap();
    let Outcome::Published { version, .. } = restored else {
        panic!("{restored:?}");
    };
    assert_eq!(version.number, 3);
    let text = versions::read(&RealDisk, folder.path(), version).unwrap();
    assert_eq!(text.kit(), kit(1));
    let base = text.header.unwrap().base;
    assert_eq!(base, Some(second));
    let all = [
        (1, Standing::Past),
        (2, Standing::Past),
        (3, Standing::Current),
    ];
    assert_eq!(standings(folder.path()), all);
}

#[test]
fn what_is_damaged_foreign_or_half_copied_is_told_and_never_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let first = publish(folder.path(), &kit(1));
    let second = publish(folder.path(), &kit(2));
    let path = |name: VersionName| folder.path().join(name.file_name());
    let bytes = fs::read(path(first)).unwrap();
    // Half copied under its final name, and a sync program’s copy of it.
    put(&path(first), &bytes[..bytes.len() / 2]);
    put(&folder.path().join("kit-0001-1a2b3c4d (copie).ron"), &bytes);
    put(
        &folder.path().join("kit-0009-00000000.ron"),
        "( format: 1 )",
    );
    put(&folder.path().join("guard.ron"), "( version: \"1\" )");
    put(&folder.path().join(".DS_Store"), "");
    let history = versions::history(&RealDisk, folder.path()).unwrap();
    let names: Vec<VersionName> = history.versions.iter().map(|v| v.name).collect();
    assert_eq!(names, [second]);
    let told: Vec<_> = history
        .troubles
        .iter()
        .map(|(path, _)| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let half = first.file_name();
    let mut expected = [
        "kit-0001-1a2b3c4d (copie).ron",
        half.as_str(),
        "kit-0009-00000000.ron",
    ];
    expected.sort_unstable();
    assert_eq!(told, expected);
    for (_, what) in &history.troubles {
        assert_eq!(&french(what), what);
    }
    let refused = versions::read(&RealDisk, folder.path(), first).unwrap_err();
    assert!(matches!(refused, StoreError::DamagedVersion { .. }));
    // The published one damaged: it is still named, and told as missing.
    put(&path(second), "");
    let history = versions::history(&RealDisk, folder.path()).unwrap();
    assert_eq!((history.current, history.versions.len()), (Some(second), 0));
    let last = &history.troubles.last().unwrap().1;
    assert!(last.contains("dernière bonne version"), "{last}");
}

#[test]
fn a_pointer_that_was_taken_away_costs_no_version() {
    let folder = tempfile::tempdir().unwrap();
    for number in 1..=4 {
        publish(folder.path(), &kit(number));
    }
    let pointer = folder.path().join(FOLDER);
    for entry in fs::read_dir(&pointer).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
    assert_eq!(current(folder.path()), None);
    let history = versions::history(&RealDisk, folder.path()).unwrap();
    assert_eq!((history.versions.len(), history.troubles.len()), (4, 1));
    let next = publish(folder.path(), &kit(5));
    assert_eq!((next.number, current(folder.path())), (5, Some(next)));
}

#[test]
fn a_folder_that_is_gone_or_read_only_is_refused_and_never_made() {
    let root = tempfile::tempdir().unwrap();
    let gone = root.path().join("partage");
    let notice = notice("Un mot");
    let text = kit(1);
    let publication = Publication {
        kit: &text,
        original: None,
        notice: &notice,
        base: None,
    };
    for result in [
        versions::publish(&RealDisk, &gone, &publication).map(drop),
        versions::current(&RealDisk, &gone).map(drop),
        versions::history(&RealDisk, &gone).map(drop),
    ] {
        let refused = result.unwrap_err();
        assert!(matches!(refused, StoreError::NotFound { .. }), "{refused}");
    }
    assert!(!gone.exists());
    // A file where the folder should be.
    put(&gone, "");
    assert!(versions::current(&RealDisk, &gone).is_err());
    assert!(versions::publish(&RealDisk, &gone, &publication).is_err());
}

#[test]
#[cfg(unix)]
fn versions_are_for_those_who_may_read_the_folder() {
    use std::os::unix::fs::PermissionsExt as _;
    for (folder_mode, file_mode) in [(0o755, 0o644), (0o750, 0o640), (0o700, 0o600)] {
        let folder = tempfile::tempdir().unwrap();
        let of = fs::Permissions::from_mode(folder_mode);
        fs::set_permissions(folder.path(), of).unwrap();
        let name = publish(folder.path(), &kit(1)).file_name();
        let mode = fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, file_mode);
    }
}

#[test]
fn a_kit_too_large_is_refused_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let text = " ".repeat(usize::try_from(versions::LARGEST).unwrap());
    let notice = notice("Un mot");
    let publication = Publication {
        kit: &text,
        original: None,
        notice: &notice,
        base: None,
    };
    let refused = versions::publish(&RealDisk, folder.path(), &publication).unwrap_err();
    assert!(matches!(refused, StoreError::TooLargeToPublish { .. }));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_folder_of_files_becomes_one_text_with_its_comments() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["usagers-numeriques", "digital-public-services-en"] {
        let path = root.join("personas").join(name);
        let loaded = kit_file::load(&path, Some(TODAY)).unwrap();
        let (text, rewritten) = versions::text_of(&path, &loaded).unwrap().unwrap();
        assert!(!rewritten, "{name} lost its comments");
        let again = kit_file::parse_bundle(&text, "kit.ron", Some(TODAY));
        assert_eq!(again.kit.unwrap().content(), loaded.kit.unwrap().content());
        for file in ["cues.ron", "kit.ron"] {
            let source = String::from_utf8(fs::read(path.join(file)).unwrap()).unwrap();
            assert!(text.contains(source.trim_end()), "{file}");
        }
    }
}
