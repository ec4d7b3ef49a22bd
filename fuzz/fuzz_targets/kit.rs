//! A kit in one file: findings or a kit, never a panic; what loads is written and read back the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reflexe_personas::store::kit_file;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let loaded = kit_file::parse_bundle(text, "kit.ron", Some("2026-11-25"));
    for finding in &loaded.findings {
        assert!(!finding.to_string().is_empty());
    }
    if let Some(kit) = loaded.kit
        && let Ok(text) = kit_file::write_bundle(kit.content())
    {
        let again = kit_file::parse_bundle(&text, "kit.ron", Some("2026-11-25"));
        let again = again.kit.expect("what was written loads");
        assert_eq!(again.content(), kit.content());
    }
});
