//! What a key costs the panel besides the engine: the search in a large kit, and a pass of the window.
//!
//! `cargo bench --bench panel`. A pass is logic, layout and tessellation without rasterising, in a
//! release build, at 1366×768 with the shipped kit; its 95th percentile is printed.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench prints what it measured, and stops on a kit that is not there"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::egui::{self, Rect, vec2};
use reflexe_personas::app::state::Now;
use reflexe_personas::app::update::update;
use reflexe_personas::app::{Action, State, search};
use reflexe_personas::domain::kit::Kit;
use reflexe_personas::domain::typography::fold;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::store::kit_file;
use reflexe_personas::ui::{Surroundings, panel, text, theme};

/// The shipped kit with 200 personas and ten steps each.
fn large() -> Arc<Kit> {
    let shipped = kit_file::load_embedded(None).kit.unwrap();
    let mut content = shipped.content().clone();
    let (persona, steps) = (content.personas[0].clone(), content.steps.clone());
    for number in content.personas.len()..200 {
        let mut copy = persona.clone();
        copy.id = format!("copie-{number}").as_str().into();
        copy.code = format!("K{number:02}");
        copy.name = format!("Copie {number}");
        content.personas.push(copy);
    }
    for number in content.steps.len()..2_000 {
        let mut copy = steps[number % steps.len()].clone();
        copy.id = format!("etape-{number}").as_str().into();
        content.steps.push(copy);
    }
    Arc::new(admit(content, None).kit.unwrap())
}

fn now() -> Now {
    Now {
        date: "2026-11-24".to_owned(),
        clock: "10 h 42".to_owned(),
        millis: 0,
    }
}

/// What one writes first: fold everything at every key.
fn naive(kit: &Kit, query: &str) -> usize {
    let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
    let holds = |text: &str| {
        let folded = fold(text);
        words.iter().all(|word| folded.contains(word))
    };
    let cues = kit.cues.iter().filter(|c| holds(&c.text)).count();
    let steps = kit
        .steps
        .iter()
        .filter(|s| holds(&s.title) || holds(&s.detail));
    let personas = kit.personas.iter().filter(|p| holds(&p.essence)).count();
    cues + steps.count() + personas
}

fn searching(c: &mut Criterion) {
    let kit = large();
    println!("{} personas, {} steps", kit.personas.len(), kit.steps.len());
    let mut state = State::new(kit.clone());
    update(&mut state, Action::Search("mail perdu".to_owned()), &now());
    c.bench_function("search, 200 personas and 2000 steps", |b| {
        b.iter(|| black_box(search::hits(&state)));
    });
    c.bench_function("the same, folding everything at each key", |b| {
        b.iter(|| black_box(naive(&kit, "mail perdu")));
    });
}

/// One pass of the panel, as the window draws it.
fn pass(ctx: &egui::Context, state: &State) -> usize {
    let input = egui::RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, vec2(1366.0, 768.0))),
        ..egui::RawInput::default()
    };
    let around = Surroundings::default();
    let output = ctx.run_ui(input, |ui| {
        let mut out = reflexe_personas::app::Actions::default();
        panel::panel_ui(ui, state, &around, &mut out);
        black_box(out.drain());
    });
    let points = output.pixels_per_point;
    ctx.tessellate(output.shapes, points).len()
}

fn frames(c: &mut Criterion) {
    let ctx = egui::Context::default();
    theme::install(&ctx);
    text::speak(reflexe_personas::domain::vocab::Language::French);
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let mut state = State::new(kit);
    for code in ["C1", "C2", "N2"] {
        let id = state.kit.cue(code).unwrap().id.clone();
        update(&mut state, Action::NoteCue(id), &now());
    }
    for _ in 0..20 {
        pass(&ctx, &state);
    }
    let mut micros: Vec<u128> = (0..1_000)
        .map(|_| {
            #[expect(clippy::disallowed_methods, reason = "a bench measures time")]
            let start = Instant::now();
            black_box(pass(&ctx, &state));
            start.elapsed().as_micros()
        })
        .collect();
    micros.sort_unstable();
    println!("a pass: median {} µs, p95 {} µs", micros[500], micros[950]);
    c.bench_function("a pass of the wide panel", |b| {
        b.iter(|| black_box(pass(&ctx, &state)));
    });
}

criterion_group!(benches, searching, frames);
criterion_main!(benches);
