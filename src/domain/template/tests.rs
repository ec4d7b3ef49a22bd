//! Templates: what they read, what they refuse, and that nothing typed leaves unread.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::guard::{
    GuardLexicon, Kept, Kind, Reason, Refused, VerifiedNote, VerifiedText, fill, verify,
};
use crate::domain::vocab::{
    Autonomy, Channel, DurationBracket, Equipment, Orientation, Outcome, Theme,
};

fn note() -> Note {
    Note {
        date: "2026-11-25".to_owned(),
        channel: Channel::Counter,
        theme: Some(Theme::Etranger),
        bracket: DurationBracket::M30,
        steps: vec!["Site montré".to_owned(), "Courrier lu".to_owned()],
        outcome: Some(Outcome::DocumentDue),
        equipment: BTreeSet::from([Equipment::Phone, Equipment::Tablet]),
        orientation: Some(Orientation::Operator),
        autonomy: Some(Autonomy::Partial),
        free_text: "Revenir lundi".into(),
        persona: Some("Le Fil".to_owned()),
        kit: "essai 0.1".to_owned(),
    }
}

fn bare() -> Note {
    Note {
        theme: None,
        steps: Vec::new(),
        outcome: None,
        equipment: BTreeSet::new(),
        orientation: None,
        autonomy: None,
        free_text: String::new().into(),
        ..note()
    }
}

fn verified(note: Note) -> VerifiedNote {
    verify(note, &GuardLexicon::default(), 2026, &Kept::new()).unwrap()
}

fn answers(pairs: &[(&str, &str)]) -> Answers {
    let own = |(name, answer): &(&str, &str)| ((*name).to_owned(), (*answer).into());
    pairs.iter().map(own).collect()
}

fn filled(source: &str, pairs: &[(&str, &str)], kept: &Kept) -> Result<VerifiedText, Refused> {
    let template = Template::parse(source).unwrap();
    fill(
        &template,
        &verified(note()),
        &answers(pairs),
        &GuardLexicon::default(),
        2026,
        kept,
    )
}

fn text(source: &str, pairs: &[(&str, &str)]) -> String {
    let filled = filled(source, pairs, &Kept::new()).unwrap();
    filled.text().to_owned()
}

fn missing(source: &str, note: &Note, pairs: &[(&str, &str)]) -> Vec<Missing> {
    let template = Template::parse(source).unwrap();
    template.missing(note, &answers(pairs))
}

#[test]
fn every_field_of_the_note_is_filled_in_the_words_of_the_field() {
    for (place, said) in [
        ("{date}", "25/11/2026"),
        ("{canal}", "guichet"),
        ("{theme}", "étranger"),
        ("{duree}", "30\u{a0}min"),
        ("{suite}", "pièce à fournir"),
        ("{materiel}", "téléphone, tablette"),
        ("{orientation}", "opérateur en charge"),
        ("{autonomie}", "partiellement autonome"),
        ("{etapes}", "Site montré\u{202f}; Courrier lu"),
        ("{complement}", "Revenir lundi"),
        ("{ suite }", "pièce à fournir"),
    ] {
        assert_eq!(text(place, &[]), said, "{place}");
    }
}

#[test]
fn what_was_not_said_is_empty_except_the_result() {
    let source = "T {theme}, {materiel}{orientation}{autonomie}{etapes}{complement}";
    assert_eq!(missing(source, &bare(), &[]), []);
    let template = Template::parse(source).unwrap();
    let filled = render(&template, &bare(), &Answers::new()).unwrap();
    assert_eq!(filled.text, "T ,");
    assert_eq!(missing("{suite}", &bare(), &[]), [Missing::Outcome]);
}

#[test]
fn the_usual_template_is_sound_and_takes_all_but_persona_and_kit() {
    let usual = Template::parse(USUAL).unwrap();
    assert!(usual.blanks().is_empty());
    for field in NoteField::ALL {
        let hidden = matches!(field, NoteField::Persona | NoteField::Kit);
        assert_eq!(usual.takes(*field), !hidden, "{field:?}");
    }
    let text = text(USUAL, &[]);
    assert!(text.starts_with("Accompagnement du 25/11/2026 (guichet, 30\u{a0}min)\n"));
    assert!(text.ends_with("\nRevenir lundi"));
    assert!(!text.contains("Fil") && !text.contains("essai"));
}

#[test]
fn blanks_are_asked_once_in_order_and_kept_as_typed() {
    let source = "{?motif}, {?nb:nombre} pièces le {?jour : date}, encore {?motif:texte}";
    let template = Template::parse(source).unwrap();
    let asked: Vec<_> = template
        .blanks()
        .iter()
        .map(|blank| (blank.name.as_str(), blank.kind))
        .collect();
    assert_eq!(
        asked,
        [
            ("motif", BlankKind::Text),
            ("nb", BlankKind::Number),
            ("jour", BlankKind::Day)
        ]
    );
    let said = text(
        source,
        &[
            ("motif", " carte\ngrise\u{202e} "),
            ("nb", "3"),
            ("jour", "2026-11-30"),
        ],
    );
    assert_eq!(
        said,
        "carte grise, 3 pièces le 30/11/2026, encore carte grise"
    );
}

#[test]
fn braces_are_doubled_and_everything_else_is_text() {
    assert_eq!(
        text("{{suite}} = {suite}", &[]),
        "{suite} = pièce à fournir"
    );
    assert_eq!(text("{{{{ }}}}{{{canal}}}", &[]), "{{ }}{guichet}");
    assert_eq!(text("Œuf\r\n« ? : »\n\n", &[]), "Œuf\n« ? : »");
    // An answer is not read as a template.
    assert_eq!(text("{?motif}", &[("motif", "{suite} }{")]), "{suite} }{");
}

#[test]
fn what_is_unfilled_or_of_the_wrong_kind_is_told_all_at_once() {
    let source = "{?motif}{?nb:nombre}{?jour:date}{suite}";
    let template = Template::parse(source).unwrap();
    let lexicon = GuardLexicon::default();
    let typed = answers(&[
        ("motif", " \u{200b}"),
        ("nb", "deux"),
        ("jour", "30/02/2026"),
    ]);
    let refused = fill(
        &template,
        &verified(bare()),
        &typed,
        &lexicon,
        2026,
        &Kept::new(),
    );
    assert_eq!(
        refused,
        Err(Refused::Missing(vec![
            Missing::Outcome,
            Missing::Unfilled("motif".to_owned()),
            Missing::NotANumber("nb".to_owned()),
            Missing::NotADay("jour".to_owned()),
        ]))
    );
    assert_eq!(
        missing(
            source,
            &note(),
            &[("motif", "x"), ("nb", "un"), ("jour", "hier")]
        ),
        [
            Missing::NotANumber("nb".to_owned()),
            Missing::NotADay("jour".to_owned()),
        ]
    );
}

#[test]
fn numbers_and_days_by_example() {
    for good in [
        "0",
        "12",
        "1 234",
        "1\u{202f}234 567",
        "2,5",
        "2.5",
        "-3",
        "−3",
        "+1",
    ] {
        assert!(is_number(good), "{good}");
    }
    for bad in [
        "", "-", "a", "1,", ",5", "1,2,3", "12 34", "1e3", "0x1", "٣", "1  234", "½",
    ] {
        assert!(!is_number(bad), "{bad}");
    }
    for good in ["25/11/2026", "2026-11-25"] {
        assert_eq!(day(good).as_deref(), Some("25/11/2026"), "{good}");
    }
    assert_eq!(day("1/2/2026").as_deref(), Some("01/02/2026"));
    assert_eq!(day("29/02/2028").as_deref(), Some("29/02/2028"));
    for bad in [
        "",
        "25/11",
        "25/11/26",
        "2026-13-01",
        "31/04/2026",
        "29/02/2026",
        "25.11.2026",
        "2026-11-25T10:00",
        "aa/bb/cccc",
        "0001-01-01",
        "25/11/2026/1",
        "٢٥/11/2026",
    ] {
        assert_eq!(day(bad), None, "{bad}");
    }
}

#[test]
fn every_fault_names_its_place_and_its_cure() {
    for (source, line, column, says) in [
        ("{", 1, 1, "fermée"),
        ("abc {suite", 1, 5, "fermée"),
        ("a\nb {suite\n}", 2, 3, "fermée"),
        ("é}", 1, 2, "ne ferme rien"),
        ("{}", 1, 1, "n’est pas un mot de la note"),
        ("\n\n {suit}", 3, 2, "«\u{202f}suit\u{202f}»"),
        ("{Suite}", 1, 1, "n’est pas un mot"),
        ("{piste}", 1, 1, "ne vont jamais"),
        ("{kit}", 1, 1, "ne vont jamais"),
        ("{?}", 1, 1, "Il faut un nom"),
        ("{? :nombre}", 1, 1, "Il faut un nom"),
        ("{?a<b}", 1, 1, "Il faut un nom"),
        ("{?nb:entier}", 1, 1, "genre de réponse"),
        ("{?nb:}", 1, 1, "genre de réponse"),
        ("{?a}{?a:date}", 1, 5, "déjà demandé comme texte"),
    ] {
        let faults = Template::parse(source).unwrap_err();
        let fault = faults.first().unwrap();
        assert_eq!((fault.line, fault.column), (line, column), "{source}");
        assert!(fault.words.contains(says), "{source}: {fault}");
        assert!(fault.to_string().ends_with('.'), "{fault}");
    }
    let long = format!("{{?{}}}", "a".repeat(LONGEST_NAME + 1));
    assert!(Template::parse(&long).is_err());
    assert!(Template::parse(&"a".repeat(LONGEST + 1)).is_err());
    let many: Vec<String> = (0..=MOST_BLANKS).map(|n| format!("{{?b{n}}}")).collect();
    let many = many.concat();
    assert_eq!(Template::parse(&many).unwrap_err().len(), 1);
}

#[test]
fn a_fault_reads_as_place_sentence_cure() {
    let faults = Template::parse("Suite\u{a0}: {suit}").unwrap_err();
    assert_eq!(
        faults.first().unwrap().to_string(),
        "Ligne 1, caractère 9\u{a0}: «\u{202f}suit\u{202f}» n’est pas un mot de la note. Choisissez parmi \
         date, canal, theme, duree, suite, materiel, orientation, autonomie, etapes, complement, ou \
         demandez-le avec un point d’interrogation\u{a0}: {?motif}."
    );
}

#[test]
fn all_faults_are_told_in_order() {
    let faults = Template::parse("{suit} }\n{canal {suite}\n{?x:y}").unwrap_err();
    let places: Vec<_> = faults.iter().map(|f| (f.line, f.column)).collect();
    assert_eq!(places, [(1, 1), (1, 8), (2, 1), (3, 1)]);
}

fn found(source: &str, pairs: &[(&str, &str)]) -> Vec<(Option<String>, Kind, String)> {
    match filled(source, pairs, &Kept::new()) {
        Err(Refused::Found(found)) => found
            .into_iter()
            .map(|obstacle| {
                let typed = obstacle.blank.as_deref().map_or_else(
                    || note().free_text.to_string(),
                    |name| cleaned(&answers(pairs)[name]),
                );
                let words = obstacle.finding.text(&typed).to_owned();
                (obstacle.blank, obstacle.finding.kind, words)
            })
            .collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_red_identifier_in_an_answer_never_leaves() {
    let motif = Some("motif".to_owned());
    assert_eq!(
        found("Le {date} : {?motif}", &[("motif", "tél 06 39 98 12 34")]),
        [(motif.clone(), Kind::Mobile, "06 39 98 12 34".to_owned())]
    );
    assert_eq!(
        found("{?motif}", &[("motif", "écrire à a.b@example.org")]),
        [(motif, Kind::Mail, "a.b@example.org".to_owned())]
    );
    // A number is typed text too.
    let nb = found("{?nb:nombre}", &[("nb", "0639981234")]);
    assert_eq!(nb[0].1, Kind::Mobile);
    // It cannot be kept for a reason.
    let reason = (Kind::Mobile, "06 39 98 12 34".to_owned());
    let kept = Kept::from([(reason, Reason::FalseAlarm)]);
    let again = filled("{?motif}", &[("motif", "06 39 98 12 34")], &kept);
    assert!(matches!(again, Err(Refused::Found(_))));
}

#[test]
fn an_identifier_in_two_pieces_is_one_once_side_by_side() {
    let halves = [("un", "06 39 98"), ("deux", "12 34")];
    let found = found("{?un} {?deux}", &halves);
    let words: Vec<&str> = found.iter().map(|(_, _, words)| words.as_str()).collect();
    assert_eq!(words, ["06 39 98", "12 34"]);
    assert!(found.iter().all(|(_, kind, _)| *kind == Kind::Mobile));
    // Apart, they are two plain numbers.
    assert_eq!(
        text("{?un}, et ensuite {?deux}", &halves),
        "06 39 98, et ensuite 12 34"
    );
}

#[test]
fn the_words_of_the_template_itself_are_the_managers() {
    let source = "Accueil : accueil@example.org, 06 39 98 12 34. {?motif}";
    assert!(text(source, &[("motif", "rappeler")]).ends_with("rappeler"));
}

#[test]
fn something_orange_leaves_masked_or_for_a_reason() {
    let (source, typed) = ("Vu : {?motif}", [("motif", "Mme Durand")]);
    let found = found(source, &typed);
    let (_, kind, words) = found[0].clone();
    let kept = Kept::from([((kind, words), Reason::Needed)]);
    let text = filled(source, &typed, &kept).unwrap();
    assert_eq!(text.text(), "Vu : Mme Durand");
    assert!(filled(source, &[("motif", "Mme Petit")], &kept).is_err());
}

proptest! {
    #[test]
    fn any_source_is_read_or_refused_with_places_inside_it(source in "[a-c{}?:\n é]{0,60}") {
        if let Err(faults) = Template::parse(&source) {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                let line = source.split('\n').nth(fault.line - 1);
                prop_assert!(line.is_some_and(|l| fault.column <= l.chars().count()), "{fault}");
            }
        }
    }

    #[test]
    fn doubled_braces_give_back_any_text(text in ".{0,60}") {
        let source = text.replace('{', "{{").replace('}', "}}");
        let template = Template::parse(&source).unwrap();
        let filled = render(&template, &note(), &Answers::new()).unwrap();
        let plain = text.replace('\r', "");
        prop_assert_eq!(filled.text, plain.trim_end());
    }

    #[test]
    fn no_answer_and_no_note_names_the_persona(typed in "[a-zé {}]{1,30}") {
        prop_assume!(!typed.trim().is_empty());
        let template = Template::parse(&format!("{USUAL}{{?motif}}")).unwrap();
        let filled = render(&template, &note(), &answers(&[("motif", &typed)])).unwrap();
        prop_assert!(!filled.text.contains("Le Fil"));
        prop_assert!(filled.text.ends_with(typed.trim()));
    }
}
