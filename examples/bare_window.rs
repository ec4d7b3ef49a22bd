//! The smallest eframe window: what any program on this toolkit costs, to compare ours with.
//!
//! `cargo run --release --example bare_window -- [--renderer glow|wgpu] [--measure SECONDS]`
//!
//! It has one label in egui's own style. The toolkit's own fonts are not compiled into this project;
//! without any, the label would wait for a list of all fonts of the machine and the comparison would
//! flatter us, so the window gets one font file of ours. `tests/window/measure.py` runs it.
#![expect(clippy::print_stderr, reason = "an example that answers on a terminal")]

use std::process::ExitCode;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use eframe::egui;
use reflexe_personas::cli::print_line;
use reflexe_personas::ui::measure::Measure;

const TITLE: &str = "bare window";
const USAGE: &str = "Usage: bare_window [--renderer glow|wgpu] [--measure SECONDS]";

static START: OnceLock<Instant> = OnceLock::new();

/// Milliseconds since the program started.
#[expect(
    clippy::disallowed_methods,
    reason = "the clock of this program is read here and injected into the measure"
)]
fn millis() -> u64 {
    let start = START.get_or_init(Instant::now);
    u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// What was asked for.
struct Options {
    renderer: eframe::Renderer,
    seconds: Option<f64>,
}

/// Reads the arguments; none if one of them is not understood.
fn parse(mut arguments: impl Iterator<Item = String>) -> Option<Options> {
    let mut options = Options {
        renderer: eframe::Renderer::Glow,
        seconds: None,
    };
    while let Some(name) = arguments.next() {
        let value = arguments.next()?;
        match (name.as_str(), value.as_str()) {
            ("--renderer", "glow") => options.renderer = eframe::Renderer::Glow,
            ("--renderer", "wgpu" | "wgpu-software") => options.renderer = eframe::Renderer::Wgpu,
            ("--measure", seconds) => options.seconds = Some(seconds.parse().ok()?),
            _ => return None,
        }
    }
    Some(options)
}

/// The window.
struct Bare {
    measure: Measure,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        let renderer = if frame.wgpu_render_state().is_some() {
            "wgpu"
        } else {
            "glow"
        };
        if let Some(step) = self.measure.frame(ui.ctx(), renderer) {
            print_line(&step.line);
            if step.close {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
        egui::CentralPanel::default().show(ui, |ui| ui.label(TITLE));
    }
}

/// One font for everything.
fn fonts() -> egui::FontDefinitions {
    let mut fonts = egui::FontDefinitions::empty();
    let bytes = include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf");
    fonts.font_data.insert(
        "regular".to_owned(),
        Arc::new(egui::FontData::from_static(bytes)),
    );
    for family in [egui::FontFamily::Proportional, egui::FontFamily::Monospace] {
        fonts.families.insert(family, vec!["regular".to_owned()]);
    }
    fonts
}

fn main() -> ExitCode {
    // The first reading starts the clock.
    millis();
    let Some(options) = parse(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let native = eframe::NativeOptions {
        renderer: options.renderer,
        viewport: egui::ViewportBuilder::default()
            .with_title(TITLE)
            .with_inner_size([1366.0, 690.0]),
        ..Default::default()
    };
    let result = eframe::run_native(
        TITLE,
        native,
        Box::new(move |cc| {
            cc.egui_ctx.set_fonts(fonts());
            Ok(Box::new(Bare {
                measure: Measure::new(options.seconds, millis),
            }))
        }),
    );
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("No window could be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
