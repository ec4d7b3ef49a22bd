//! The guard's speed on what people type and paste.
//!
//! `cargo bench --no-default-features --bench guard`; docs/CONFIANCE.md says what is promised.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use reflexe_personas::domain::guard::scan;
use reflexe_personas::store::lexicon;

/// Sentences of a note, with and without something in them.
const SENTENCES: [&str; 8] = [
    "Demande d’APL commencée sur le site de la CAF, étape logement terminée.",
    "Rappeler au 06 39 98 12 34 avant jeudi, attestation imprimée.",
    "Site lent et pénible ce matin, page de validation au bout de quatre essais.",
    "Vu avec Mme Durand, née le 3 avril 1958, pour la retraite.",
    "Courrier de contestation rédigé ensemble, article L. 262-47 cité.",
    "Total à régler : 1 046,00 €, échéance au 31 mars.",
    "Habite 12 bis rue des Lilas, 69003 Lyon, pas de changement.",
    "Réponse de la caisse : dossier bien reçu, traitement en cours.",
];

fn text(characters: usize) -> String {
    let mut text = String::new();
    for sentence in SENTENCES.iter().cycle() {
        if text.chars().count() + sentence.chars().count() > characters {
            break;
        }
        text.push_str(sentence);
        text.push(' ');
    }
    text
}

fn guard(criterion: &mut Criterion) {
    let lexicon = lexicon::guard_of_language("fr");
    let mut group = criterion.benchmark_group("guard");
    for characters in [280, 600, 10_000, 100_000] {
        let text = text(characters);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.sample_size(if characters > 10_000 { 10 } else { 50 });
        group.bench_with_input(BenchmarkId::from_parameter(characters), &text, |b, text| {
            b.iter(|| scan(black_box(text), &lexicon, 2026));
        });
    }
    group.finish();
    criterion.bench_function("the word lists, read", |b| {
        b.iter(|| lexicon::guard_of_language(black_box("fr")));
    });
}

criterion_group!(benches, guard);
criterion_main!(benches);
