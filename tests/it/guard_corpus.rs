//! The guard on ten thousand generated notes, on evasions, on clean notes: targets D1 to D3, P20.

#[path = "../corpus/mod.rs"]
mod corpus;

use reflexe_personas::domain::guard::{Kind, scan};
use reflexe_personas::store::lexicon;

#[test]
fn explore() {
    let words = lexicon::guard_of_language("fr");
    let seed = 7;
    let notes = corpus::notes(seed, 1000);
    let (rows, kinds) = corpus::score(&notes, &words);
    for (row, s) in &rows {
        println!(
            "{row:16} {:5} found {:.4} exact {:.4}",
            s.notes,
            s.found as f64 / s.notes as f64,
            s.exact as f64 / s.notes as f64
        );
    }
    for (kind, (right, wrong)) in &kinds {
        println!(
            "{kind:16} right {right} wrong {wrong} precision {:.4}",
            *right as f64 / (right + wrong) as f64
        );
    }
    let mut shown = std::collections::BTreeMap::new();
    for note in &notes {
        let mut findings = scan(&note.text, &words, 2026);
        findings.retain(|f| !matches!(f.kind, Kind::Word(_)));
        if !corpus::whole(note, &findings).0 {
            let count = shown.entry(note.row).or_insert(0);
            *count += 1;
            if *count <= 14 {
                let told: Vec<String> = findings
                    .iter()
                    .map(|f| format!("{}«{}»", f.kind.key(), f.text(&note.text)))
                    .collect();
                println!(
                    "MISS {:14} [{}] in {:?} got {told:?}",
                    note.row,
                    note.value(),
                    note.text
                );
            }
        }
    }
    let mut wrong = std::collections::BTreeMap::new();
    for note in &notes {
        for f in scan(&note.text, &words, 2026) {
            let right = f.range.0 < note.expected.range.1
                && note.expected.range.0 < f.range.1
                && note.expected.kinds.contains(&f.kind.key());
            if !right && !matches!(f.kind, Kind::Word(_)) {
                let count = wrong.entry(f.kind.key().to_owned()).or_insert(0);
                *count += 1;
                if *count <= 10 {
                    println!(
                        "WRONG {:14} «{}» in {:?} ({})",
                        f.kind.key(),
                        f.text(&note.text),
                        note.text,
                        note.row
                    );
                }
            }
        }
    }
    let mut n = 0;
    for note in &notes {
        let findings = scan(&note.text, &words, 2026);
        let (found, exact) = corpus::whole(note, &findings);
        if found && !exact && n < 60 {
            n += 1;
            let told: Vec<String> = findings
                .iter()
                .map(|f| format!("{}«{}»", f.kind.key(), f.text(&note.text)))
                .collect();
            println!(
                "INEXACT {:14} [{}] in {:?} got {told:?}",
                note.row,
                note.value(),
                note.text
            );
        }
    }
    let clean = corpus::clean_notes(seed, 1000);
    let (count, red, orange) = corpus::alerts(clean.iter().map(String::as_str), &words);
    println!("CLEAN {count} red {} orange {}", red.len(), orange.len());
    for line in red.iter().chain(&orange).take(60) {
        println!("  {line:?}");
    }
    for name in ["clean.txt", "traps.txt"] {
        let text = super::guard::fixture(name);
        let (count, red, orange) = corpus::alerts(text.lines(), &words);
        println!("{name} {count} red {} orange {}", red.len(), orange.len());
        for line in red.iter().chain(&orange).take(40) {
            println!("  {line:?}");
        }
    }
    let mutated = corpus::mutated(seed, 2000);
    let mut tricks = std::collections::BTreeMap::new();
    let mut n = 0;
    for (trick, note) in &mutated {
        let mut findings = scan(&note.text, &words, 2026);
        findings.retain(|f| !matches!(f.kind, Kind::Word(_)));
        let entry = tricks.entry(*trick).or_insert((0, 0));
        entry.0 += 1;
        if corpus::whole(note, &findings).0 {
            entry.1 += 1;
        } else if n < 60 {
            n += 1;
            let told: Vec<String> = findings
                .iter()
                .map(|f| format!("{}«{}»", f.kind.key(), f.text(&note.text)))
                .collect();
            println!(
                "EVADED {trick} {} [{}] in {:?} got {told:?}",
                note.row,
                note.value(),
                note.text
            );
        }
    }
    println!("tricks {tricks:?}");
}
