//! The table of levels on a small kit: layout, copy, paste, bulk.

use super::*;
use crate::domain::workshop::Edit;
use crate::domain::workshop::edit::apply;
use crate::domain::workshop::table::Take;
use crate::domain::workshop::testing::content;

fn grid() -> Grid {
    Grid::new(&content(), &View::default())
}

fn labels(grid: &Grid) -> Vec<&str> {
    grid.rows.iter().map(|row| row.label.as_str()).collect()
}

#[test]
fn cells_say_what_counts_and_whether_it_is_written() {
    let grid = grid();
    assert_eq!(
        labels(&grid),
        ["Cherche ses gestes", "Hésite", "A peu de temps"]
    );
    assert_eq!(grid.columns.len(), 3);
    let cell = |row: usize, column: usize| &grid.cells[row][column];
    assert_eq!((cell(0, 0).word.as_str(), cell(0, 0).heat), ("typique", 4));
    let left_out = cell(2, 0);
    assert_eq!(
        (left_out.level, left_out.word.as_str(), left_out.heat),
        (None, "très rare", 0)
    );
    // A situation says nothing of a cue it does not name.
    assert_eq!(
        (cell(2, 2).probability, cell(2, 2).word.as_str()),
        (None, "—")
    );
    assert_eq!(
        (cell(2, 1).word.as_str(), cell(2, 1).heat),
        ("60\u{a0}%", 3)
    );
    let answers = Grid::new(
        &content(),
        &View {
            rows: Rows::Answers,
            ..View::default()
        },
    );
    assert_eq!(
        answers.cells[0][1].word, "très rare",
        "left out of a row that is written"
    );
    assert_eq!(answers.cells[0][2].word, "—");
    assert_eq!(
        Grid::new(
            &content(),
            &View {
                rows: Rows::Both,
                ..View::default()
            }
        )
        .rows
        .len(),
        5
    );
}

#[test]
fn rows_are_sorted_and_filtered() {
    let with = |view: View| Grid::new(&content(), &view);
    let sorted = with(View {
        sort: Sort::Label,
        ..View::default()
    });
    assert_eq!(
        labels(&sorted),
        ["A peu de temps", "Cherche ses gestes", "Hésite"]
    );
    let telling = with(View {
        sort: Sort::Telling,
        ..View::default()
    });
    assert_eq!(labels(&telling)[0], "Cherche ses gestes");
    let persona = with(View {
        sort: Sort::Persona("precise".into()),
        ..View::default()
    });
    assert_eq!(labels(&persona)[0], "A peu de temps");
    let found = with(View {
        text: "HESI".to_owned(),
        ..View::default()
    });
    assert_eq!(labels(&found), ["Hésite"]);
    let family = with(View {
        family: Some("gestes".into()),
        ..View::default()
    });
    assert_eq!(family.rows.len(), 1);
    let layer = with(View {
        layer: Some(Layer::Situation),
        ..View::default()
    });
    assert_eq!(layer.columns.len(), 1);
    let full = with(View {
        unwritten: true,
        personas: vec!["pas-a-pas".into()],
        ..View::default()
    });
    assert_eq!(labels(&full), ["A peu de temps"]);
}

#[test]
fn a_block_is_copied_and_pasted_elsewhere_as_one_edit() {
    let before = content();
    let grid = grid();
    let block = grid.copy((0, 1), (0, 1));
    assert_eq!(block, "typique\trare\nfréquent\t—\n");
    let pasted = grid.paste(1, 1, &block).unwrap();
    assert!(pasted.bad.is_empty(), "{:?}", pasted.bad);
    let mut after = before.clone();
    let back = apply(&mut after, &pasted.edit(Take::All).unwrap()).unwrap();
    let again = Grid::new(&after, &View::default());
    assert_eq!(again.copy((1, 2), (1, 2)), block);
    apply(&mut after, &back).unwrap();
    assert_eq!(after, before);
}

#[test]
fn a_bad_block_changes_nothing_unless_the_good_cells_are_wanted() {
    let grid = grid();
    let pasted = grid.paste(1, 1, "T\tsouvent\tF\n\t37 %\n3\n").unwrap();
    let told: Vec<String> = pasted.bad.iter().map(BadCell::sentence).collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(
        told[0].starts_with("Ligne 1 (Hésite), colonne 2 (Porte-parole)"),
        "{}",
        told[0]
    );
    assert!(told[1].contains("colonne 3"), "{}", told[1]);
    assert!(told[2].starts_with("Ligne 3, colonne 1"), "{}", told[2]);
    assert!(pasted.edit(Take::All).is_err());
    let Edit::Levels(good) = pasted.edit(Take::Good).unwrap() else {
        panic!("one edit");
    };
    assert_eq!(good.len(), 2);
}

#[test]
fn a_whole_table_is_read_either_way_round() {
    let content = content();
    let table = "indice;étiquette;PAS;Réponse précise;porte-parole\n\
                 N1;Cherche ses gestes;T;R;—\n\
                 hésite;;possible;;12,5 %\n\
                 essaye/bloque;;F;;\n";
    let read_it = |text: &str| read(&content, text).unwrap();
    let pasted = read_it(table);
    assert_eq!(pasted.bad, []);
    assert_eq!(pasted.good.len(), 6);
    assert_eq!(
        pasted.good[4].level,
        Some(Level::P(0.125)),
        "{:?}",
        pasted.good
    );
    let turned = read_it("\tN1\tessaye/bloque\nPAS\tT\tF\nprecise\tR\t\n");
    assert_eq!(turned.bad, []);
    assert_eq!(turned.good.len(), 3);
}

#[test]
fn every_bad_cell_of_a_table_is_named() {
    let content = content();
    let table = "indice;PAS;Inconnu;PAS\nN1;souvent;T;R\nZ9;T;;\nN1;T;;\n";
    let pasted = read(&content, table).unwrap();
    let places: Vec<_> = pasted
        .bad
        .iter()
        .map(|bad| (bad.line, bad.column))
        .collect();
    assert_eq!(places, [(1, 3), (1, 4), (2, 2), (3, 1), (4, 1)]);
    assert!(pasted.good.is_empty());
    assert_eq!(
        pasted.bad[2].sentence(),
        "Ligne 2 (Cherche ses gestes), colonne 2 (Pas à pas)\u{a0}: «\u{202f}souvent\u{202f}». \
         On attend très rare, rare, possible, fréquent, typique, un pourcentage comme 25\u{a0}%, ou — pour rien."
    );
    let turned = read(&content, "\tN1\tN9\nPAS\tsouvent\t\nPRE\tT\t\n").unwrap();
    let places: Vec<_> = turned
        .bad
        .iter()
        .map(|bad| (bad.line, bad.column))
        .collect();
    assert_eq!(places, [(2, 2), (1, 3)]);
    assert_eq!(turned.bad[0].row, "Pas à pas");
    assert!(read(&content, "").unwrap().edit(Take::All).is_err());
}

#[test]
fn a_blank_line_in_the_middle_moves_nothing() {
    let grid = grid();
    let pasted = grid.paste(0, 0, "T\t0,5\r\n\r\nR\t37,5 %\r\n").unwrap();
    assert_eq!(pasted.bad, []);
    let cells: Vec<_> = pasted
        .good
        .iter()
        .map(|cell| (cell.about.clone(), cell.persona.as_str(), cell.level))
        .collect();
    let about = |id: &str| About::Cue(id.into());
    assert_eq!(
        cells,
        [
            (about("cherche"), "pas-a-pas", Some(Level::Typical)),
            (about("cherche"), "precise", Some(Level::P(0.5))),
            (about("press"), "pas-a-pas", Some(Level::Rare)),
            (about("press"), "precise", Some(Level::P(0.375))),
        ]
    );
    let one_column = grid.paste(0, 1, "0,5\n0,25\n").unwrap();
    assert_eq!(one_column.bad, []);
    assert_eq!(one_column.good.len(), 2);

    let table = "\n;PAS\n\nN1;T\n;\nN9;R\n";
    let pasted = read(&content(), table).unwrap();
    assert_eq!(pasted.good.len(), 1);
    assert_eq!((pasted.bad.len(), pasted.bad[0].line), (1, 6));
}
