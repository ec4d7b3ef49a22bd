//! What the window does with a full disk: each act is refused in French, and nothing is lost.

use std::sync::atomic::Ordering;

use std::time::Duration;

use eframe::egui::Context;
use reflexe_personas::app::Action;
use reflexe_personas::app::action::{Format, Stamp};
use reflexe_personas::ui::runner::{RealServices, Services as _};

use super::acts::{counted, note, settings};
use super::slow::Slow;
use super::{TODAY, files, not_a_sentence, quick_folder};
use reflexe_personas::store::settings::{FILE_NAME, SettingsFile};

#[test]
fn the_window_on_a_full_disk_says_so_and_loses_nothing() {
    let folder = quick_folder();
    let disk = Slow::new(0);
    let (notes, data) = (folder.path().join("Notes"), folder.path().join("données"));
    let clock = || crate::support::now(0);
    let mut services = RealServices::new(notes, Some(data), clock, |_moment| TODAY.to_owned())
        .with_settings(
            Some(folder.path().join(FILE_NAME)),
            SettingsFile::default(),
            &reflexe_personas::domain::settings::Settings::default(),
        )
        .with_disk(disk.clone());
    let mut changed = settings(1);
    changed.export_folder = None;
    let note = note("Revenir lundi");
    let ctx = Context::default();
    let stamp = Stamp {
        session: 1,
        revision: 1,
    };
    let mut act = |tally| {
        services.save_note(&ctx, note.clone(), Format::Text, stamp);
        let saved = loop {
            // It is written on a thread of its own.
            match services.poll() {
                Some(Action::SavedAs(of, result)) if of == stamp => break result.map(drop),
                Some(other) => panic!("{other:?}"),
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        [
            saved,
            services.save_tally(&counted(tally)),
            services.save_settings(&changed),
        ]
    };
    assert!(act(1).iter().all(Result::is_ok));
    let before = files(folder.path());
    disk.full.store(true, Ordering::SeqCst);
    for refused in act(2) {
        let said = refused.unwrap_err();
        assert_eq!(not_a_sentence(&said), None);
        assert!(said.contains("plus de place"), "{said}");
    }
    assert_eq!(files(folder.path()), before);
    disk.full.store(false, Ordering::SeqCst);
    assert!(act(2).iter().all(Result::is_ok));
    let after = files(folder.path());
    // Another note, and the tally before.
    assert_eq!(after.len(), before.len() + 2, "{:?}", after.keys());
}
