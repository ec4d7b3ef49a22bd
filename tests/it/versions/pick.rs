//! What a counter makes of what is published: judged, kept, and used when the share is away.

use std::fs;
use std::path::Path;

use reflexe_personas::domain::typography::french;
use reflexe_personas::domain::version::Looked;
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::versions::{self, FILE_NAME};

use super::{TODAY, kit, publish};
use crate::formats::put;

fn look(folder: &Path, data: &Path) -> Looked {
    let known = versions::last_good(&RealDisk, data, folder, TODAY);
    let known = known.map(|picked| picked.version);
    versions::look(&RealDisk, folder, Some(data), known, TODAY)
}

#[test]
fn a_new_version_is_kept_here_and_used_when_the_share_is_away() {
    let root = tempfile::tempdir().unwrap();
    let (share, data) = (root.path().join("partage"), root.path().join("données"));
    fs::create_dir(&share).unwrap();
    assert_eq!(look(&share, &data), Looked::Nothing);
    let first = publish(&share, &kit(1));
    let Looked::New(picked) = look(&share, &data) else {
        panic!("not picked up");
    };
    assert_eq!(picked.version, first);
    assert_eq!(picked.date.as_deref(), Some(TODAY));
    assert_eq!(look(&share, &data), Looked::Same);
    fs::rename(&share, root.path().join("parti")).unwrap();
    let Looked::Away(why) = look(&share, &data) else {
        panic!("the share is away");
    };
    assert!(why.contains("rien n’a été modifié"), "{why}");
    let kept = versions::last_good(&RealDisk, &data, &share, TODAY).unwrap();
    assert_eq!(kept, *picked);
    // The copy is of that folder and of no other.
    let other = versions::last_good(&RealDisk, &data, root.path(), TODAY);
    assert_eq!(other, None);
}

#[test]
fn what_is_published_and_not_sound_is_refused_told_and_the_last_good_stays() {
    let root = tempfile::tempdir().unwrap();
    let (share, data) = (root.path().join("partage"), root.path().join("données"));
    fs::create_dir(&share).unwrap();
    let first = publish(&share, &kit(1));
    assert!(matches!(look(&share, &data), Looked::New(_)));
    // Sound bytes that are no kit, as another tool could publish.
    let wrong = publish(&share, "( format: 1, kit: ( id: \"x\" ) )");
    let Looked::Refused(why) = look(&share, &data) else {
        panic!("taken");
    };
    assert_eq!(french(&why), why);
    assert!(why.contains("rien n’est perdu"), "{why}");
    let kept = || versions::last_good(&RealDisk, &data, &share, TODAY).map(|p| p.version);
    assert_eq!(kept(), Some(first));
    // Bytes that are not those that were published: one letter of a version still being copied.
    let next = publish(&share, &kit(3));
    let path = share.join(next.file_name());
    let bytes = fs::read(&path).unwrap();
    for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        put(&path, &bytes[..cut]);
        assert!(matches!(look(&share, &data), Looked::Refused(_)), "{cut}");
        assert_eq!(kept(), Some(first));
    }
    put(&path, &bytes);
    assert!(matches!(look(&share, &data), Looked::New(_)));
    assert_eq!(kept(), Some(next));
    assert_ne!(wrong, next);
}

#[test]
fn a_copy_that_is_damaged_is_no_copy() {
    let root = tempfile::tempdir().unwrap();
    let (share, data) = (root.path().join("partage"), root.path().join("données"));
    fs::create_dir(&share).unwrap();
    let version = publish(&share, &kit(1));
    assert!(matches!(look(&share, &data), Looked::New(_)));
    let path = data.join(FILE_NAME);
    let bytes = fs::read(&path).unwrap();
    for at in (0..bytes.len()).step_by(97) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        put(&path, &changed);
        let good = versions::last_good(&RealDisk, &data, &share, TODAY);
        assert_eq!(good, None, "byte {at}");
    }
    // It is taken again from the share.
    assert!(matches!(look(&share, &data), Looked::New(_)));
    let good = versions::last_good(&RealDisk, &data, &share, TODAY).unwrap();
    assert_eq!(good.version, version);
}

#[test]
fn the_words_of_the_guard_beside_the_versions_come_with_them() {
    let root = tempfile::tempdir().unwrap();
    let (share, data) = (root.path().join("partage"), root.path().join("données"));
    fs::create_dir(&share).unwrap();
    let guard = "( version: \"1\", categories: [ ( id: \"maison\", severity: Orange, why: \"mot de la maison\", say: \"autre mot\", terms: [\"zorglub\"] ) ] )";
    let found = |looked: Looked| {
        let Looked::New(picked) = looked else {
            panic!("not picked up");
        };
        reflexe_personas::domain::guard::scan("un zorglub", &picked.words, 2026).len()
    };
    publish(&share, &kit(1));
    assert_eq!(found(look(&share, &data)), 0);
    put(&share.join("guard.ron"), guard);
    publish(&share, &kit(2));
    assert_eq!(found(look(&share, &data)), 1);
    let kept = versions::last_good(&RealDisk, &data, &share, TODAY).unwrap();
    assert_eq!(found(Looked::New(Box::new(kept))), 1);
    fs::remove_file(share.join("guard.ron")).unwrap();
    publish(&share, &kit(3));
    assert_eq!(found(look(&share, &data)), 0);
}
