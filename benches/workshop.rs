//! What a keystroke in the workshop costs: an edit of the shipped kit, then everything checked anew.
//!
//! `cargo bench --no-default-features --bench workshop`. The promise is well under 200 ms.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use reflexe_personas::domain::kit::Level;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::workshop::apart::separability;
use reflexe_personas::domain::workshop::matrix::{Grid, View};
use reflexe_personas::domain::workshop::{
    About, Cell, Checks, Desk, Edit, Element, Field, Name, bench, diff, merge,
};
use reflexe_personas::store::{kit_file, lexicon};

fn desk() -> Desk {
    let kit = kit_file::load_embedded(None).kit;
    let content = kit.map(|kit| kit.content().clone()).unwrap_or_default();
    let lexicon = Arc::new(lexicon::of_language("fr"));
    let mut desk = Desk::open(content, "", Checks::new(lexicon, Some("2026-11-24")));
    desk.checked();
    desk
}

fn level(p: f64) -> Edit {
    Edit::Levels(vec![Cell {
        persona: "pas-a-pas".into(),
        about: About::Cue("craint-erreur".into()),
        level: Some(Level::P(p)),
    }])
}

fn keystrokes(criterion: &mut Criterion) {
    let mut desk = desk();
    let field = Field::new(Element::Cue("craint-erreur".into()), Name::Text);
    let mut typed = 0_u32;
    criterion.bench_function("a letter typed, everything checked", |bencher| {
        bencher.iter(|| {
            typed += 1;
            desk.apply(Edit::text(
                field.clone(),
                &format!("Craint l’erreur {typed}"),
            ))
            .ok();
            black_box(desk.checked().findings.len())
        });
    });
    criterion.bench_function("a level set, everything checked", |bencher| {
        bencher.iter(|| {
            typed += 1;
            desk.apply(level(f64::from(typed % 1000) / 1000.0)).ok();
            black_box(desk.checked().findings.len())
        });
    });
}

fn views(criterion: &mut Criterion) {
    let mut draft = desk();
    let base = draft.content().clone();
    draft.apply(level(0.9)).ok();
    let content = draft.content().clone();
    let (Some(before), Some(after)) = (
        admit(base.clone(), None).kit,
        admit(content.clone(), None).kit,
    ) else {
        return;
    };
    criterion.bench_function("the bench before and after", |bencher| {
        bencher.iter(|| black_box(bench::run(&before, &after, &content)));
    });
    criterion.bench_function("whether two personas can be told apart", |bencher| {
        let (one, other) = ("pas-a-pas".into(), "en-bonnes-mains".into());
        bencher.iter(|| black_box(separability(&content, &one, &other)));
    });
    criterion.bench_function("the table of levels", |bencher| {
        bencher.iter(|| black_box(Grid::new(&content, &View::default())));
    });
    criterion.bench_function("what differs", |bencher| {
        bencher.iter(|| black_box(diff::diff(&base, &content)));
    });
    let mut theirs = base.clone();
    theirs.title.push_str(" (eux)");
    criterion.bench_function("two versions together", |bencher| {
        bencher.iter(|| black_box(merge::merge(&base, &content, &theirs)));
    });
}

criterion_group!(benches, keystrokes, views);
criterion_main!(benches);
