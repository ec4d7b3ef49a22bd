//! Cues and levels of a small kit, to a table and back.

use super::*;
use crate::domain::kit::Level;
use crate::domain::workshop::testing::content;

#[test]
fn a_table_read_back_changes_nothing() {
    let content = content();
    let text = write(&content);
    assert!(
        text.starts_with("\u{feff}\"Identifiant\";\"Code\";\"Étiquette\";"),
        "{text}"
    );
    assert!(
        text.contains("\"cherche\";\"N1\";\"Cherche ses gestes\";"),
        "{text}"
    );
    let read = parse(&content, &text).unwrap();
    assert_eq!(read, Read::default());
    assert!(read.edit(&content, Take::All).is_err(), "nothing is new");
}

#[test]
fn levels_descriptions_and_new_cues_come_in_as_one_edit() {
    let before = content();
    let text = write(&before)
        .replace("\"Cherche ses gestes\";", "Cherche;")
        .replace("typique", "fréquent")
        + "clavier;N9;Tape lentement;Tape avec deux doigts;Gestes;guichet;oui;T;;37 %\n";
    let read = parse(&before, &text).unwrap();
    assert_eq!(read.levels.bad, []);
    assert_eq!(read.added.len(), 1);
    assert_eq!(read.described.len(), 1, "{:#?}", read.described);
    let mut after = before.clone();
    let back = apply(&mut after, &read.edit(&before, Take::All).unwrap()).unwrap();
    assert_eq!(after.cues[0].short, "Cherche");
    let new = after.cues.last().unwrap();
    assert_eq!(
        (new.id.as_str(), new.channels.as_slice()),
        ("clavier", &[Channel::Counter][..])
    );
    let of = |persona: usize, cue: &str| level(&after.personas[persona], &About::Cue(cue.into()));
    assert_eq!(of(0, "cherche"), Some(Level::Frequent));
    assert_eq!(of(0, "clavier"), Some(Level::Typical));
    assert_eq!(
        (of(1, "clavier"), of(2, "clavier")),
        (None, Some(Level::P(0.37)))
    );
    apply(&mut after, &back).unwrap();
    assert_eq!(after, before);
}

#[test]
fn every_bad_cell_is_named_and_nothing_comes_unless_asked() {
    let content = content();
    let text = "Identifiant;Étiquette;Famille;Canaux;Premier écran;PAS\n\
        cherche;;Inconnue;pigeon;peut-être;souvent\n\
        Mal écrit;Court;Gestes;guichet;oui;T\n\
        neuf;Sans famille;Nulle part;;;T\n\
        autre;;;;;T\n\
        press;;;guichet et téléphone;;R\n";
    let read = parse(&content, text).unwrap();
    let places: Vec<_> = read.levels.bad.iter().map(|b| (b.line, b.column)).collect();
    assert_eq!(
        places,
        [(2, 3), (2, 4), (2, 5), (2, 6), (3, 1), (4, 3), (5, 1)],
        "{:#?}",
        read.levels.bad
    );
    assert!(read.edit(&content, Take::All).is_err());
    let good = read.edit(&content, Take::Good).unwrap();
    let mut after = content.clone();
    apply(&mut after, &good).unwrap();
    assert_eq!(
        level(&after.personas[0], &About::Cue("press".into())),
        Some(Level::Rare)
    );
}

#[test]
fn nothing_in_the_table_is_a_formula() {
    let mut content = content();
    content.cues[0].short = "=SOMME(A1)".to_owned();
    content.cues[1].text = "+33, @nom".to_owned();
    let text = write(&content);
    assert!(
        text.contains(";\"'=SOMME(A1)\";") && text.contains(";\"'+33, '@nom\";"),
        "{text}"
    );
    assert_eq!(parse(&content, &text).unwrap(), Read::default());
}

#[test]
fn changed_answers_and_questions_come_in() {
    let before = content();
    let text = write(&before);
    let changed = text
        .replacen("\"rien\";", "\"rien encore\";", 1)
        .replace("Qu’avez-vous essayé ?", "Qu’avez-vous pu essayer ?")
        .replace("\"Q1\"", "\"Q7\"");
    let read = parse(&before, &changed).unwrap();
    assert_eq!(read.levels.bad, []);
    let mut after = before.clone();
    apply(&mut after, &read.edit(&before, Take::All).unwrap()).unwrap();
    let mut wanted = before.clone();
    wanted.questions[0].answers[0].text = "rien encore".to_owned();
    wanted.questions[0].ask = "Qu’avez-vous pu essayer ?".to_owned();
    wanted.questions[0].code = "Q7".to_owned();
    assert_eq!(after, wanted);

    // Two lines of one question that do not say the same.
    let changed = text.replacen("Qu’avez-vous essayé ?", "Un ?", 1).replacen(
        "Qu’avez-vous essayé ?",
        "Deux ?",
        1,
    );
    let read = parse(&before, &changed).unwrap();
    assert_eq!(read.levels.bad.len(), 1, "{:#?}", read.levels.bad);
    assert_eq!(read.levels.bad[0].heading, "Phrase");
    assert!(read.edit(&before, Take::All).is_err());
}
