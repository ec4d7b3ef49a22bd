//! Hygiene that needs no window: layers, typography, promises about what is absent.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs" || e == "ron") {
                let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    assert!(!found.is_empty(), "nothing in {folder}");
    found
}

#[test]
fn layers_import_only_to_their_left() {
    for (layer, forbidden) in [
        (
            "src/domain",
            &[
                "crate::text",
                "crate::paper",
                "crate::store",
                "crate::app",
                "crate::cli",
                "crate::ui",
                "egui",
                "std::fs",
                "std::env",
                "std::time",
            ][..],
        ),
        (
            "src/text",
            &[
                "crate::paper",
                "crate::store",
                "crate::app",
                "crate::cli",
                "crate::ui",
                "egui",
            ],
        ),
        (
            "src/paper",
            &[
                "crate::store",
                "crate::app",
                "crate::cli",
                "crate::ui",
                "egui",
                "std::fs",
                "std::env",
                "std::time",
            ],
        ),
        (
            "src/store",
            &[
                "crate::paper",
                "crate::app",
                "crate::cli",
                "crate::ui",
                "crate::text",
                "egui",
            ],
        ),
        (
            "src/app",
            &[
                "crate::paper",
                "crate::store",
                "crate::cli",
                "crate::ui",
                "egui::",
                "std::fs",
            ],
        ),
        ("src/cli", &["crate::ui", "crate::app", "egui"]),
    ] {
        for (path, text) in sources(layer) {
            for line in text.lines().filter(|l| !l.trim_start().starts_with("//")) {
                for word in forbidden {
                    assert!(!line.contains(word), "{}: {line}", path.display());
                }
            }
        }
    }
}

#[test]
fn everything_is_written_through_the_disk() {
    const WRITING: [&str; 15] = [
        "File::create",
        "File::options",
        "OpenOptions",
        "fs::write",
        "fs::rename",
        "fs::copy",
        "fs::remove",
        "remove_file",
        "remove_dir",
        "create_dir",
        "DirBuilder",
        "hard_link",
        "set_len",
        "set_permissions",
        "tempfile",
    ];
    let mut seen = 0;
    for (path, text) in sources("src") {
        let name = path.file_name().unwrap().to_str().unwrap();
        // Tests lay out files as they like; they stand at the end of a file, or in one of their own.
        let code = text.split("\nmod tests {").next().unwrap();
        if path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        for line in code.lines().filter(|_| name != "tests.rs") {
            let writes = WRITING.iter().any(|word| line.contains(word));
            seen += usize::from(writes);
            // The lock is no file that is written: the system looks at it open.
            let locks = ["File::options", "OpenOptionsExt"]
                .iter()
                .any(|word| line.contains(word));
            let lock = path.ends_with("store/instance.rs") && locks;
            let allowed = path.ends_with("store/disk.rs") || lock;
            assert!(!writes || allowed, "{}: {line}", path.display());
        }
    }
    assert!(seen > 5, "the rule sees nothing");
}

#[test]
fn every_module_says_why_it_exists() {
    for (path, text) in sources("src") {
        if path.extension().is_some_and(|e| e == "rs") {
            assert!(
                text.starts_with("//!"),
                "{} has no module doc",
                path.display()
            );
        }
    }
}

#[test]
fn no_stub_is_left() {
    for (path, text) in sources("src") {
        for word in ["todo!(", "unimplemented!(", "dbg!(", "#[ignore"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn visible_texts_have_no_straight_apostrophe() {
    for (path, text) in sources("personas") {
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let code = if line.contains("://") { line } else { code };
            assert!(
                !code.contains('\''),
                "{}:{}: {line}",
                path.display(),
                number + 1
            );
        }
    }
}

#[test]
fn no_network_crate_is_in_the_lock_file() {
    let lock = String::from_utf8(fs::read(root().join("Cargo.lock")).unwrap()).unwrap();
    for name in [
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "openssl",
        "native-tls",
        "rustls",
        "isahc",
        "surf",
        "tungstenite",
    ] {
        assert!(!lock.contains(&format!("name = \"{name}\"")), "{name}");
    }
}

#[test]
fn every_direct_dependency_has_been_looked_at() {
    let read = |name: &str| String::from_utf8(fs::read(root().join(name)).unwrap()).unwrap();
    let (review, lock, manifest) = (
        read("docs/DEPENDANCES.md"),
        read("Cargo.lock"),
        read("Cargo.toml"),
    );
    let mut looked = 0;
    let mut inside = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.ends_with("dependencies]");
        } else if let Some((name, asked)) = line.split_once(" = ").filter(|_| inside) {
            // Of several versions in the lock file, the one that the manifest asks for.
            let asked = asked
                .split('"')
                .find(|part| part.starts_with(char::is_numeric));
            let parts = if asked.unwrap().starts_with('0') {
                2
            } else {
                1
            };
            let asked: Vec<&str> = asked.unwrap().split('.').take(parts).collect();
            let asked = asked.join(".") + ".";
            let version = lock
                .split("[[package]]")
                .filter(|package| package.contains(&format!("name = \"{name}\"\n")))
                .filter_map(|package| package.split("version = \"").nth(1)?.split('"').next())
                .find(|version| version.starts_with(&asked))
                .unwrap();
            assert!(
                review.contains(&format!("| {name} | {version} |"))
                    || review.contains(&format!(" {name} {version}")),
                "{name} {version} is not in docs/DEPENDANCES.md"
            );
            looked += 1;
        }
    }
    assert!(looked > 20, "{looked}");
}

#[test]
fn notices_of_licences_stand_beside_the_assets() {
    for file in [
        "assets/fonts/OFL.txt",
        "assets/fonts/PHOSPHOR-LICENSE.txt",
        "assets/README.md",
    ] {
        assert!(root().join(file).is_file(), "{file}");
    }
}

#[test]
fn unsafe_code_is_forbidden_by_the_compiler() {
    let manifest = String::from_utf8(fs::read(root().join("Cargo.toml")).unwrap()).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""));
    for (path, text) in sources("src") {
        assert!(!text.contains("allow(unsafe_code)"), "{}", path.display());
    }
    crate::trust::measured(
        "unsafe",
        "unsafe dans notre code / avis de sécurité ouverts",
        "0, interdit à la compilation / non vérifié",
        "0 / 0",
        "tidy::unsafe_code",
    );
}

#[test]
fn nothing_of_a_kit_or_of_a_note_reaches_another_program() {
    for (path, text) in sources("src") {
        // Tests start other programs to see what those make of a file.
        let text = text.split("\nmod tests {").next().unwrap();
        if path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        for word in [
            "process::Command",
            "Command::new(",
            "open::that",
            "open_url",
            "OpenUrl",
            "webbrowser",
            "hyperlink",
            "TcpStream",
            "UdpSocket",
            "UnixStream",
        ] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}

/// The words in back quotes of a document.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
#[expect(clippy::disallowed_methods, reason = "files of the repository")]
fn tests_that_documents_name_are_there() {
    let mut code: String = sources("src").into_iter().map(|(_, text)| text).collect();
    code.extend(sources("tests").into_iter().map(|(_, text)| text));
    let mut named = 0;
    for entry in std::fs::read_dir(root().join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for word in quoted(&text) {
            let name = word.rsplit("::").next().unwrap_or(word);
            let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            if name.matches('_').count() < 3 || !name.chars().all(is_letter) {
                continue;
            }
            named += 1;
            assert!(
                code.contains(&format!("fn {name}(")) || code.contains(&format!("\"{name}\"")),
                "{}: {name} is nowhere",
                path.display()
            );
        }
    }
    assert!(named > 20, "{named}");
}

#[test]
fn nothing_is_leaked_on_purpose() {
    let ways = [
        "Box::leak",
        "String::leak",
        ".leak()",
        "ManuallyDrop",
        "into_raw",
        "MaybeUninit",
        "mem::uninitialized",
    ];
    for (path, text) in sources("src") {
        for way in ways {
            assert!(!text.contains(way), "{}: {way}", path.display());
        }
    }
}
