//! Exports as files: what is written, where, and what a reader of another kind makes of it.

use std::collections::BTreeSet;
use std::fs;

use proptest::prelude::*;

use super::*;
use crate::domain::guard::{GuardLexicon, Kept, verify};
use crate::domain::interview::Interview;
use crate::domain::note::{Note, NoteFrame, file_stem};
use crate::domain::testing::kit;
use crate::domain::vocab::{
    Autonomy, Channel, DurationBracket, Equipment, NoteField, Orientation, Outcome, Theme,
};
use crate::store::disk::RealDisk;

const STEM: &str = "accompagnement_20261124_k3f9a0";

fn plain(typed: &str) -> Note {
    let mut interview = Interview::new(Channel::Counter);
    interview.set_free_text(typed);
    let frame = NoteFrame {
        date: "2026-11-24".to_owned(),
        bracket: DurationBracket::M15,
    };
    Note::build(&kit(), interview.facts(), &frame)
}

fn verified(note: Note) -> VerifiedNote {
    verify(note, &GuardLexicon::default(), 2026, &Kept::new()).unwrap()
}

fn note(typed: &str) -> VerifiedNote {
    verified(plain(typed))
}

fn full() -> Note {
    Note {
        theme: Some(Theme::Argent),
        steps: vec!["Site « montré » ; lu".to_owned(), "A|B \"c\"".to_owned()],
        outcome: Some(Outcome::AnswerAwaited),
        equipment: BTreeSet::from([Equipment::Computer, Equipment::Phone]),
        orientation: Some(Orientation::SocialHelp),
        autonomy: Some(Autonomy::Accompanied),
        persona: Some("Le Fil".to_owned()),
        ..plain("Œuf à 3 € ; l’été")
    }
}

fn read(path: &Path) -> String {
    String::from_utf8(fs::read(path).unwrap()).unwrap()
}

fn export(folder: &Path, note: &VerifiedNote, format: NoteFormat) -> Result<PathBuf, StoreError> {
    export_note(&RealDisk, folder, note, format, STEM)
}

/// What a reader that splits at that sign sees.
fn rows(csv: &str, delimiter: u8) -> Vec<Vec<String>> {
    let text = csv.strip_prefix('\u{feff}').unwrap();
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn pick<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn chosen<T: Copy + std::fmt::Debug + 'static>(
    all: &'static [T],
) -> impl Strategy<Value = Option<T>> {
    prop::option::of(pick(all))
}

/// Any note that a contact could make, and many that none could.
fn notes() -> impl Strategy<Value = Note> {
    let closed = (
        pick(Channel::ALL),
        chosen(Theme::ALL),
        pick(DurationBracket::ALL),
        chosen(Outcome::ALL),
        prop::collection::btree_set(pick(Equipment::ALL), 0..4),
        chosen(Orientation::ALL),
        chosen(Autonomy::ALL),
    );
    let hostile = "[\"'\\\\#;,|\r\n\t=+@\u{a0}\u{feff}é€œ(){}\\[\\]/*a0\0-]{0,30}";
    let text = move || prop_oneof![any::<String>(), hostile.prop_map(|text: String| text)];
    let typed = (
        prop::collection::vec(text(), 0..4),
        text(),
        prop::option::of(text()),
        text(),
        (1900_i16..2200, 1_i8..=12, 1_i8..=28),
    );
    (closed, typed).prop_map(|(closed, typed)| {
        let (channel, theme, bracket, outcome, equipment, orientation, autonomy) = closed;
        let (steps, free_text, persona, kit, (year, month, day)) = typed;
        Note {
            date: format!("{year:04}-{month:02}-{day:02}"),
            channel,
            theme,
            bracket,
            steps,
            outcome,
            equipment,
            orientation,
            autonomy,
            free_text: free_text.into(),
            persona,
            kit,
        }
    })
}

#[test]
fn what_is_previewed_is_what_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("Réflexe Personas").join("Notes");
    let note = note("Revenir lundi");
    for format in NoteFormat::ALL {
        let path = export(&notes, &note, *format).unwrap();
        assert_eq!(path, notes.join(format!("{STEM}.{}", format.extension())));
        assert_eq!(read(&path), render(&note, *format).unwrap());
    }
    assert_eq!(
        render(&note, NoteFormat::Text).unwrap(),
        note.note().to_text()
    );
    assert_eq!(
        render(&note, NoteFormat::Markdown).unwrap(),
        note.note().to_markdown()
    );
    assert_eq!(fs::read_dir(&notes).unwrap().count(), 5);
}

#[test]
fn a_name_already_taken_is_refused_and_what_is_there_stays() {
    let folder = tempfile::tempdir().unwrap();
    let first = export(folder.path(), &note("un"), NoteFormat::Text).unwrap();
    let again = export(folder.path(), &note("deux"), NoteFormat::Text);
    assert!(matches!(again, Err(StoreError::AlreadyThere { path }) if path == first));
    assert_eq!(read(&first), note("un").note().to_text());
}

#[test]
fn a_word_of_the_note_never_names_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (notes, typed) = (folder.path().join("Notes"), "Dupont");
    for stem in [typed, "../x", "accompagnement_20261124_Dupont", ""] {
        let refused = export_note(&RealDisk, &notes, &note(typed), NoteFormat::Text, stem);
        let refused = refused.unwrap_err();
        assert!(matches!(refused, StoreError::NoteName));
        assert!(!refused.to_string().contains(typed));
    }
    assert!(!notes.exists());
}

/// `^accompagnement_\d{8}_[a-z0-9]{6}\.(md|txt|csv|json|ron)$`, without the function under test.
fn is_spelled(name: &str) -> bool {
    let bytes = name.as_bytes();
    name.starts_with("accompagnement_")
        && bytes[15..23].iter().all(u8::is_ascii_digit)
        && bytes[23] == b'_'
        && bytes[24..30]
            .iter()
            .all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
        && ["md", "txt", "csv", "json", "ron"]
            .iter()
            .any(|extension| name[30..] == format!(".{extension}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_name_of_an_export_is_the_generators_and_holds_no_word_of_the_note(
        note in notes(),
        date in "[0-9]{4}-[0-9]{2}-[0-9]{2}|.{0,12}",
        // The program draws letters and digits; a word needs letters only.
        id in "[a-z0-9]{5}[0-9]",
        words in prop::collection::vec("[a-z]{3,9}", 1..6),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let note = verified(Note {
            free_text: String::new().into(),
            steps: words.clone(),
            persona: words.first().cloned(),
            ..note
        });
        let stem = file_stem(&date, &id);
        for format in NoteFormat::ALL {
            let path = export_note(&RealDisk, folder.path(), &note, *format, &stem).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap();
            prop_assert!(is_spelled(name), "{name}");
            prop_assert!(is_export_name(name));
            let own = name.replace("accompagnement", "");
            let own = own.rsplit_once('.').unwrap().0;
            for word in own.split('_').filter(|part| !part.is_empty()) {
                prop_assert!(!words.iter().any(|said| said == word), "{name} {words:?}");
            }
        }
    }

    #[test]
    fn only_the_generators_names_are_exports(name in "(accompagnement_20261124_k3f9a0|[a-z_0-9]{0,32})\\.?(md|txt|csv|json|ron|pdf|MD|md.prec|)") {
        let spelled = name.len() > 31 && name.is_ascii() && is_spelled(&name);
        prop_assert_eq!(is_export_name(&name), spelled, "{}", name);
    }
}

#[test]
fn a_chosen_path_is_replaced_in_the_format_of_its_extension() {
    let folder = tempfile::tempdir().unwrap();
    for (name, written) in [
        ("choisi.TXT", NoteFormat::Text),
        ("choisi.md", NoteFormat::Markdown),
        ("choisi.Csv", NoteFormat::Csv),
        ("choisi.json", NoteFormat::Json),
        ("choisi.ron", NoteFormat::Ron),
        ("choisi.pdf", NoteFormat::Markdown),
        ("choisi", NoteFormat::Markdown),
    ] {
        let path = folder.path().join(name);
        for typed in ["un", "deux"] {
            let note = note(typed);
            let format = export_note_to(&RealDisk, &path, &note, NoteFormat::Markdown).unwrap();
            assert_eq!(format, written, "{name}");
            assert_eq!(read(&path), render(&note, written).unwrap(), "{name}");
        }
    }
}

#[test]
fn a_table_is_a_header_and_a_row_of_the_fields_own_words() {
    let csv = render(&verified(full()), NoteFormat::Csv).unwrap();
    assert!(csv.starts_with("\u{feff}\"date\";\"canal\""));
    assert!(csv.ends_with("\"\r\n") && csv.matches("\r\n").count() == 2);
    let rows = rows(&csv, b';');
    assert_eq!(
        rows[0].join(" "),
        "date canal theme duree suite materiel orientation autonomie etapes complement piste kit"
    );
    assert_eq!(
        rows[1],
        [
            "2026-11-24",
            "Guichet",
            "Argent",
            "15\u{a0}min",
            "Réponse attendue",
            "Ordinateur | Téléphone",
            "Aide sociale",
            "Entièrement accompagné",
            "Site « montré » ; lu | A/B \"c\"",
            "Œuf à 3 € ; l’été",
            "Le Fil",
            "essai 0.1",
        ]
    );
    // What was not said is an empty cell, and the persona is not named by itself.
    let bare = render(&note(""), NoteFormat::Csv).unwrap();
    let empty = rows_of_row(&bare)
        .iter()
        .filter(|cell| cell.is_empty())
        .count();
    assert_eq!(empty, 8);
}

fn rows_of_row(csv: &str) -> Vec<String> {
    rows(csv, b';').remove(1)
}

proptest! {
    #[test]
    fn whatever_it_is_split_at_no_cell_of_a_table_begins_a_formula(note in notes()) {
        let csv = table::to_csv(&note);
        for delimiter in [b';', b',', b'\t'] {
            for row in rows(&csv, delimiter) {
                for cell in row {
                    let bare = cell.trim_start_matches(|c: char| c.is_whitespace() || "\"«»".contains(c));
                    let begins = bare.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
                    prop_assert!(!begins, "{cell:?} in {csv:?}");
                    prop_assert!(!cell.contains('\0'));
                }
            }
        }
        let table = rows(&csv, b';');
        prop_assert_eq!(table.len(), 2);
        prop_assert!(table.iter().all(|row| row.len() == NoteField::ALL.len()));
    }

    #[test]
    fn a_note_comes_back_from_json_and_ron_as_it_was(note in notes()) {
        let json = form::to_json(&note).unwrap();
        prop_assert_eq!(read_note(&json, NoteFormat::Json), Ok(note.clone()));
        let marked = format!("\u{feff}{json}");
        prop_assert_eq!(read_note(&marked, NoteFormat::Json), Ok(note.clone()));
        let ron = form::to_ron(&note).unwrap();
        prop_assert_eq!(read_note(&ron, NoteFormat::Ron), Ok(note.clone()), "{}", ron);
        prop_assert!(read_note(&ron, NoteFormat::Json).is_err());
    }

    #[test]
    fn a_damaged_note_is_refused_in_words(note in notes(), cut in 0.0..1.0_f64, json in any::<bool>()) {
        let (text, format) = if json {
            (form::to_json(&note).unwrap(), NoteFormat::Json)
        } else {
            (form::to_ron(&note).unwrap(), NoteFormat::Ron)
        };
        let most = text.trim_end().chars().count();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of a length")]
        let keep = (cut * most as f64) as usize;
        let cut: String = text.chars().take(keep).collect();
        let refused = read_note(&cut, format).unwrap_err();
        prop_assert!(refused.to_string().contains("intact"), "{refused}");
    }
}

#[test]
fn stable_keys_not_words_are_in_json_and_ron() {
    let note = verified(full());
    let json = render(&note, NoteFormat::Json).unwrap();
    let ron = render(&note, NoteFormat::Ron).unwrap();
    for (text, expected) in [
        (
            &json,
            "\"format\": 1,\n  \"date\": \"2026-11-24\",\n  \"canal\": \"counter\"",
        ),
        (&json, "\"suite\": \"reponse_attendue\""),
        (
            &json,
            "\"materiel\": [\n    \"ordinateur\",\n    \"telephone\"\n  ]",
        ),
        (&ron, "(\n    format: 1,\n    date: \"2026-11-24\""),
        (&ron, "suite: Some(\"reponse_attendue\")"),
        (&ron, "complement: \"Œuf à 3 € ; l’été\""),
    ] {
        assert!(text.contains(expected), "{expected} not in {text}");
    }
    assert!(!json.contains("Réponse attendue"));
    let unnamed = render(&self::note(""), NoteFormat::Json).unwrap();
    assert!(unnamed.contains("\"piste\": null"));
}

#[test]
fn what_is_no_note_of_this_format_is_refused_by_its_reason() {
    let json = form::to_json(&full()).unwrap();
    let read = |from: &str, to: &str| {
        let changed = json.replacen(from, to, 1);
        assert_ne!(changed, json);
        read_note(&changed, NoteFormat::Json).unwrap_err()
    };
    let word = |field| NoteReadError::Word { field };
    assert_eq!(
        read("\"format\": 1", "\"format\": 2"),
        NoteReadError::Newer { format: 2 }
    );
    assert_eq!(read("\"format\": 1", "\"format\": 0"), word("format"));
    assert_eq!(read("\"counter\"", "\"Guichet\""), word("canal"));
    assert_eq!(read("\"argent\"", "\"sport\""), word("theme"));
    assert_eq!(read("\"telephone\"", "\"fax\""), word("materiel"));
    assert_eq!(read("2026-11-24", "hier"), word("date"));
    assert!(matches!(
        read("\"canal\"", "\"lieu\""),
        NoteReadError::Damaged { line: 4, .. }
    ));
    assert!(matches!(
        read("\"format\": 1", "\"format\": null"),
        NoteReadError::Damaged { .. }
    ));
    for format in [NoteFormat::Markdown, NoteFormat::Text, NoteFormat::Csv] {
        assert_eq!(read_note(&json, format), Err(NoteReadError::NotForReading));
    }
    let large = " ".repeat((1 << 20) + 1);
    assert_eq!(
        read_note(&large, NoteFormat::Json),
        Err(NoteReadError::TooLarge)
    );
    for depth in [200, 100_000] {
        for hostile in [
            "[".repeat(depth),
            "(format:".repeat(depth),
            "Some(".repeat(depth),
        ] {
            for format in [NoteFormat::Json, NoteFormat::Ron] {
                assert!(read_note(&hostile, format).is_err());
            }
        }
    }
}
