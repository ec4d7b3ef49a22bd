//! Names, words, headers and standings.

use super::header::TITLE;
use super::*;
use crate::domain::guard::GuardLexicon;
use crate::domain::typography::french;

fn notice(reason: &str) -> Result<Notice, Unfit> {
    Notice::new(
        reason,
        "responsable du site",
        "2026-11-26",
        &GuardLexicon::default(),
    )
}

fn name(number: u32, hash: u32) -> VersionName {
    VersionName {
        number,
        hash: Hash(hash),
    }
}

#[test]
fn names_have_one_spelling() {
    for number in [1, 42, 9_999, 10_000, 123_456_789] {
        let name = name(number, number.wrapping_mul(2_654_435_761));
        assert_eq!(VersionName::parse(&name.to_string()), Some(name));
        assert_eq!(VersionName::of_file(&name.file_name()), Some(name));
        assert_eq!(parse_pointer(&pointer_name(name)), Some(name));
    }
    assert_eq!(parse_pointer("kit-0000-00000000.txt"), None);
    for wrong in [
        "",
        "kit-0001-",
        "kit-0001-1A2B3C4D.ron",
        "kit-001-1a2b3c4d.ron",
        "kit-00012-1a2b3c4d.ron",
        "kit-0000-00000000.ron",
        "kit-0001-1a2b3c4d (copie).ron",
        "kit-+001-1a2b3c4d.ron",
        "Kit-0001-1a2b3c4d.ron",
        "kit-9999999999-1a2b3c4d.ron",
    ] {
        assert_eq!(VersionName::of_file(wrong), None, "{wrong}");
    }
}

#[test]
fn what_is_said_is_one_short_line_without_a_person() {
    let said = notice("  Deux\u{a0}gestes \n ajoutés\u{202e} ").unwrap();
    assert_eq!(said.reason(), "Deux\u{a0}gestes ajoutés");
    assert_eq!(notice(" \n"), Err(Unfit::Empty(What::Reason)));
    let long = "é".repeat(REASON_MAX);
    assert!(notice(&long).is_ok());
    let longer = long + "é";
    assert_eq!(
        notice(&longer),
        Err(Unfit::TooLong(What::Reason, REASON_MAX))
    );
    // Of the range kept for fiction.
    for personal in ["appeler le 06 39 98 12 34", "voir jean@exemple.fr"] {
        let refused = notice(personal).unwrap_err();
        assert!(
            matches!(refused, Unfit::Personal(What::Reason, _)),
            "{personal}"
        );
        assert!(!refused.to_string().contains("39"), "not repeated");
    }
    let dated = Notice::new("a", "b", "hier", &GuardLexicon::default());
    assert_eq!(dated, Err(Unfit::NoDate));
}

#[test]
fn every_refusal_is_set_as_french_is() {
    for refusal in [
        Unfit::Empty(What::Reason),
        Unfit::Empty(What::Role),
        Unfit::TooLong(What::Role, ROLE_MAX),
        Unfit::Personal(What::Reason, "téléphone"),
        Unfit::Personal(What::Role, "nom"),
        Unfit::NoDate,
    ] {
        let said = refusal.to_string();
        assert_eq!(french(&said), said);
        assert!(said.contains("rien n’a été publié"), "{said}");
    }
}

#[test]
fn a_header_comes_back_and_is_replaced_not_piled_up() {
    let header = |number, base| Header {
        number,
        base,
        notice: notice("Deux gestes ajoutés").unwrap(),
    };
    let kit = "// de la main de quelqu’un\n( format: 1 )\n";
    let first = with_header(&header(1, None), kit);
    assert_eq!(split(&first), (Some(header(1, None)), kit));
    let second = header(2, Some(name(1, 7)));
    let text = with_header(&second, &first);
    assert_eq!(split(&text), (Some(second), kit));
    assert_eq!(split(kit), (None, kit));
}

#[test]
fn what_is_not_quite_a_header_is_text() {
    let header = Header {
        number: 3,
        base: Some(name(2, 5)),
        notice: notice("Un mot").unwrap(),
    };
    let text = with_header(&header, "( format: 1 )");
    for (from, to) in [
        ("// numéro : 3", "// numéro : trois"),
        ("// base : kit-0002", "// base : kit-2"),
        ("// date : 2026-11-26", "// date : 26/11/2026"),
        ("// rôle", "// role"),
        (TITLE, "// Réflexe"),
    ] {
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "{from}");
        assert_eq!(split(&changed), (None, changed.as_str()), "{to}");
    }
    assert_eq!(split(TITLE).0, None);
}

#[test]
fn only_what_the_published_one_comes_from_was_published() {
    let version = |number, hash, base: Option<VersionName>| Version {
        name: name(number, hash),
        header: Some(Header {
            number,
            base,
            notice: notice("Un mot").unwrap(),
        }),
        standing: Standing::Aside,
        bytes: 1,
    };
    let mut versions = vec![
        version(1, 9, None),
        version(2, 4, Some(name(1, 9))),
        version(2, 8, Some(name(1, 9))),
        version(3, 1, Some(name(2, 4))),
        version(4, 2, Some(name(2, 4))),
    ];
    stand(&mut versions, Some(name(3, 1)));
    let standings: Vec<_> = versions
        .iter()
        .map(|v| (v.name.number, v.standing))
        .collect();
    assert_eq!(
        standings,
        [
            (4, Standing::Aside),
            (3, Standing::Current),
            (2, Standing::Aside),
            (2, Standing::Past),
            (1, Standing::Past),
        ]
    );
}
