//! The words a kit adds for the guard, told when they are wrong.

use std::fs;
use std::path::Path;

use reflexe_personas::domain::guard::{Finding, GuardLexicon, Severity, scan};
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::store::finding;
use reflexe_personas::store::kit_file;
use reflexe_personas::store::lexicon::{guard_of_kit, guard_of_language};
use tempfile::TempDir;

use super::formats::repository;

/// A kit's folder with this `guard.ron`.
#[expect(clippy::disallowed_methods, reason = "a test makes its files")]
fn kit_with(words: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("kit.ron"), "()").unwrap();
    fs::write(folder.path().join("guard.ron"), words).unwrap();
    folder
}

fn read(words: &str) -> (GuardLexicon, Vec<finding::Finding>) {
    guard_of_kit(kit_with(words).path(), "fr")
}

fn kinds(text: &str, words: &GuardLexicon) -> Vec<(String, Severity, String)> {
    let found: Vec<Finding> = scan(text, words, 2026);
    found
        .into_iter()
        .map(|f| (f.kind.key().to_owned(), f.severity, f.proposal))
        .collect()
}

fn patterns(words: &GuardLexicon) -> usize {
    words
        .categories()
        .iter()
        .map(|c| c.terms.len() + c.unless.len())
        .sum()
}

#[test]
fn a_kit_adds_families_terms_phrases_and_proposals() {
    let (words, told) = read(
        r#"(
            version: "2027.1",
            sets: { "chose": "vitalobox", "guichet": "trefle|bleuet" },
            categories: [
                // To a family that ships.
                ( id: "jugement", terms: ["zigzaguant*"], unless: ["dossier <guichet> agressif"], say: "échange à reprendre" ),
                ( id: "local", severity: Red, why: "ce surnom n’a pas sa place dans une note", terms: ["<guichet> fane"] ),
                ( id: "cache", rot13: true, terms: ["gebyy*"] ),
            ],
            proposals: [ ( terms: ["agressi*"], say: "ton vif" ) ],
        )"#,
    );
    assert_eq!(told, []);
    let shipped = guard_of_language("fr");
    assert_eq!(words.version, format!("{} + 2027.1", shipped.version));
    assert!(patterns(&words) > patterns(&shipped));
    let one = |kind: &str, severity, say: &str| vec![(kind.to_owned(), severity, say.to_owned())];
    assert_eq!(
        kinds("usager agressif", &words),
        one("jugement", Severity::Orange, ": ton vif")
    );
    assert_eq!(
        kinds("usager zigzaguant", &words),
        one("jugement", Severity::Orange, ": échange à reprendre")
    );
    assert_eq!(kinds("dossier bleuet agressif", &words), []);
    // A set that ships is made longer.
    assert_eq!(kinds("vitalobox capricieuse", &words), []);
    assert_ne!(kinds("vitalobox capricieuse", &shipped), []);
    assert_eq!(
        kinds("un trèfle fané", &words),
        one("local", Severity::Red, "[mot masqué]")
    );
    assert_eq!(
        kinds("gros trolleur", &words),
        one("cache", Severity::Orange, "[mot masqué]")
    );
}

#[test]
fn every_part_may_be_left_out_and_so_may_the_file() {
    let shipped = guard_of_language("fr");
    let (words, told) = read("()");
    assert_eq!((patterns(&words), told.len()), (patterns(&shipped), 0));
    let folder = tempfile::tempdir().unwrap();
    let (words, told) = guard_of_kit(folder.path(), "fr");
    assert_eq!((patterns(&words), told.len()), (patterns(&shipped), 0));
    // Nor does a kit that is not there take the words away.
    let (words, told) = guard_of_kit(&folder.path().join("nowhere"), "fr");
    assert_eq!((patterns(&words), told.len()), (patterns(&shipped), 0));
    let (words, told) = guard_of_kit(folder.path(), "en");
    assert_eq!((patterns(&words), told.len()), (0, 0));
}

#[test]
fn beside_a_bundle_the_file_is_read_too() {
    let folder = kit_with(r#"( categories: [ ( id: "local", terms: ["trefle"] ) ] )"#);
    for kit in ["usagers.ron", "kit.ron"] {
        let (words, told) = guard_of_kit(&folder.path().join(kit), "fr");
        assert_eq!(told, []);
        assert_eq!(kinds("un trèfle", &words).len(), 1);
    }
}

#[test]
fn a_family_or_a_phrase_can_be_dropped_and_it_is_told() {
    let phrase = "gay lussac";
    let (words, told) = read(&format!(
        "( drop_categories: [\"opinions\", \"opinion\"], drop_unless: [\"{phrase}\", \"gay luzac\"] )"
    ));
    assert_eq!(kinds("militante", &words), []);
    assert_ne!(kinds("militante", &guard_of_language("fr")), []);
    let gay = |words: &GuardLexicon| kinds("lycée gay lussac", words);
    assert_eq!(gay(&guard_of_language("fr")), []);
    assert_ne!(gay(&words), []);
    let said: Vec<&str> = told.iter().map(|f| f.message.as_str()).collect();
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(
        said.iter().any(|s| s.contains("n’est plus cherchée")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|s| s.contains("Aucune famille livrée")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|s| s.contains("Aucune phrase permise")),
        "{said:?}"
    );
    assert!(told.iter().all(|f| f.severity == Gravity::Warning));
    assert!(told.iter().any(|f| f.cure.contains(phrase)), "{told:#?}");
}

/// A damaged file, the line at fault, and a word of what is said.
const DAMAGED: [(&str, usize, &str); 9] = [
    (
        "(\n  categories: [\n    ( id: \"x\", terms: [\"a\" \"b\"] ),\n  ],\n)",
        3,
        "virgule",
    ),
    (
        "(\n  categories: [\n    ( id: \"x\", terms: [\"abc] ),\n  ],\n)",
        3,
        "guillemet",
    ),
    (
        "(\n  categories: [\n    ( id: \"x\", term: [\"abc\"] ),\n  ],\n)",
        3,
        "Champ inconnu",
    ),
    (
        "(\n  categories: [\n    ( terms: [\"abc\"] ),\n  ],\n)",
        3,
        "manque",
    ),
    (
        "(\n  categories: [\n    ( id: \"x\", severity: Rouge, terms: [] ),\n  ],\n)",
        3,
        "inconnu",
    ),
    (
        "(\n  categories: [\n    ( id: «\u{a0}x\u{a0}», terms: [] ),\n  ],\n)",
        3,
        "guillemets",
    ),
    ("(\n  sets: { \"a\": \"b\" ,\n", 2, ""),
    ("", 1, ""),
    ("[]", 1, ""),
];

#[test]
fn a_damaged_file_is_told_by_line_and_the_shipped_words_stay() {
    let shipped = patterns(&guard_of_language("fr"));
    for (text, line, word) in DAMAGED {
        let (words, told) = read(text);
        assert_eq!(patterns(&words), shipped, "{text}");
        assert_eq!(told.len(), 1, "{text}: {told:#?}");
        assert_eq!(told[0].severity, Gravity::Error, "{text}");
        assert!(told[0].line.abs_diff(line) <= 1, "{text}: {}", told[0]);
        assert!(told[0].message.contains(word), "{text}: {}", told[0]);
        assert_eq!(told[0].file, "guard.ron");
        assert!(told[0].cure.contains("restent en service"), "{}", told[0]);
    }
}

/// What can be read but not used: a file, what is said of it, at which line.
const UNSOUND: [(&str, &str, usize); 12] = [
    (
        "( categories: [\n( id: \"x\", terms: [\"<choze> sale\"] ) ] )",
        "Ensemble inconnu",
        2,
    ),
    (
        "( categories: [\n( id: \"x\", terms: [\"*\"] ) ] )",
        "trop courte",
        2,
    ),
    (
        "( categories: [\n( id: \"x\", terms: [\"ab*\"] ) ] )",
        "trop courte",
        2,
    ),
    (
        "( categories: [\n( id: \"x\", terms: [\"un||deux\"] ) ] )",
        "partie vide",
        2,
    ),
    (
        "( categories: [\n( id: \"x\", terms: [\"_ _\"] ) ] )",
        "n’importe quel mot",
        2,
    ),
    (
        "( categories: [\n( id: \"x\", terms: [\"mot?\"] ) ] )",
        "n’importe quel mot",
        2,
    ),
    (
        "( categories: [\n( id: \"x\", terms: [\"mots?|autre fin\"] ) ] )",
        "fin d’un mot",
        2,
    ),
    ("( sets: { \"x\": \"deux mots\" } )", "ensemble", 1),
    (
        "( categories: [ ( id: \"Ma Famille\", terms: [\"abc\"] ) ] )",
        "mal écrit",
        1,
    ),
    (
        "( categories: [ ( id: \"sante\", severity: Info, terms: [\"abc\"] ) ] )",
        "gravité",
        1,
    ),
    (
        "( proposals: [\n( terms: [\"abc\"], say: \"usager agressif\" ) ] )",
        "elle-même refusée",
        2,
    ),
    (
        "( proposals: [\n( terms: [\"abc\"], say: \"un deux trois quatre cinq six sept huit neuf\" ) ] )",
        "plus de 8 mots",
        2,
    ),
];

#[test]
fn what_cannot_be_used_is_told_and_left_out() {
    let shipped = guard_of_language("fr");
    for (text, said, line) in UNSOUND {
        let (words, told) = read(text);
        assert_eq!(told.len(), 1, "{text}: {told:#?}");
        assert!(told[0].message.contains(said), "{text}: {}", told[0]);
        assert_eq!(told[0].line, line, "{text}: {}", told[0]);
        assert!(!told[0].cure.is_empty());
        // Neither more nor less than before is found in an ordinary note.
        for note in ["dossier complet, deux mots et une fin", "usager agressif"] {
            assert_eq!(kinds(note, &words), kinds(note, &shipped), "{text}");
        }
    }
}

#[test]
fn a_file_too_long_is_read_in_part_and_its_time_stays_bounded() {
    let many: Vec<String> = (0..3000).map(|n| format!("\"terme{n}\"")).collect();
    let many = many.join(", ");
    let (words, told) = read(&format!(
        "( categories: [ ( id: \"x\", terms: [{many}] ) ] )"
    ));
    assert!(
        told[0].message.contains("plus de 2000 termes"),
        "{}",
        told[0]
    );
    assert_eq!(kinds("terme1999", &words).len(), 1);
    assert_eq!(kinds("terme2500", &words).len(), 0);
    // Forty places that may be absent cost no more than forty.
    let optional = "abc? ".repeat(40);
    let (words, _) = read(&format!(
        "( categories: [ ( id: \"x\", terms: [\"abc {optional}\"] ) ] )"
    ));
    let text = "abc ".repeat(400);
    assert!(scan(&text, &words, 2026).len() < 400);
}

#[test]
#[cfg(unix)]
fn a_link_that_leaves_the_kit_is_not_followed() {
    let outside = kit_with("( categories: [ ( id: \"x\", terms: [\"trefle\"] ) ] )");
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(
        outside.path().join("guard.ron"),
        folder.path().join("guard.ron"),
    )
    .unwrap();
    let (words, told) = guard_of_kit(folder.path(), "fr");
    assert_eq!(kinds("trèfle", &words), []);
    assert!(told[0].message.contains("n’a pas été suivi"), "{}", told[0]);
}

#[test]
fn check_tells_of_the_words_too() {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &repository().join("personas/usagers-numeriques"),
        folder.path(),
    );
    let errors = |path: &Path| {
        let found = kit_file::check(path.into(), "2026-12-01").unwrap().findings;
        found.into_iter().filter(|f| f.file == "guard.ron").count()
    };
    assert_eq!(errors(folder.path()), 0);
    write(
        &folder.path().join("guard.ron"),
        "( categories: [ ( id: \"x\" term: 1 ) ] )",
    );
    assert_eq!(errors(folder.path()), 1);
}

#[expect(clippy::disallowed_methods, reason = "a test makes its files")]
fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
