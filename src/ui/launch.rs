//! Opens the window, trying the renderers in turn; without any, says so in French and does not panic.

use std::process::ExitCode;
use std::sync::Arc;

use eframe::egui::{IconData, ViewportBuilder};

use crate::app::state::Now;
use crate::cli::Failure;
use crate::domain::kit::Kit;
use crate::store::paths;

use super::runner::RealServices;
use super::{FirstFrame, PanelApp, text, theme};

/// What to open.
pub struct Launch {
    /// The kit.
    pub kit: Arc<Kit>,
    /// Whether a part of it could not be read.
    pub faulty_kit: bool,
    /// Present one frame, say so, close.
    pub first_frame: bool,
    /// The renderer asked for, if any.
    pub renderer: Option<String>,
    /// Settings of the structure that are on.
    pub settings: Vec<String>,
    /// The clock.
    pub clock: fn() -> Now,
}

fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")).unwrap_or_default()
}

/// Opens the window and runs until it closes.
///
/// # Errors
/// A sentence when no window can be opened at all.
pub fn open(launch: &Launch) -> Result<ExitCode, Failure> {
    // OpenGL first: it starts faster than wgpu on the old and virtual machines agents have.
    let order: Vec<eframe::Renderer> = match launch.renderer.as_deref() {
        Some("wgpu") => vec![eframe::Renderer::Wgpu],
        Some("glow") => vec![eframe::Renderer::Glow],
        _ => vec![eframe::Renderer::Glow, eframe::Renderer::Wgpu],
    };
    let mut last = String::new();
    for renderer in order {
        let options = eframe::NativeOptions {
            renderer,
            viewport: ViewportBuilder::default()
                .with_app_id("reflexe-personas")
                .with_title(text::TITLE)
                .with_icon(icon())
                .with_inner_size([1366.0, 690.0])
                .with_min_inner_size([1024.0, 640.0]),
            ..Default::default()
        };
        let settings = launch.settings.clone();
        let (kit, faulty, clock, report) = (
            launch.kit.clone(),
            launch.faulty_kit,
            launch.clock,
            launch.first_frame,
        );
        let result = eframe::run_native(
            text::TITLE,
            options,
            Box::new(move |cc| {
                theme::install(&cc.egui_ctx);
                let folder = paths::notes_folder_of_user();
                let services = Box::new(RealServices::new(
                    folder,
                    paths::data_folder_of_user(),
                    clock,
                ));
                let mut app = PanelApp::new(kit, faulty, services).with_settings(settings);
                if report {
                    app = app.with_first_frame(FirstFrame::new(Box::new(move |frame| {
                        let name = if frame.wgpu_render_state().is_some() {
                            "wgpu"
                        } else {
                            "glow"
                        };
                        crate::cli::print_line(&format!(
                            "{{\"renderer\":\"{name}\",\"first_frame_millis\":{}}}",
                            clock().millis
                        ));
                    })));
                }
                Ok(Box::new(app))
            }),
        );
        match result {
            Ok(()) => return Ok(ExitCode::SUCCESS),
            Err(error) => {
                tracing::warn!(%error, ?renderer, "no window");
                // The first refusal is the cause; winit refuses a second event loop whatever it was.
                if last.is_empty() {
                    // Only the last clause: the rest names source files of the toolkit.
                    let said = error.to_string();
                    let clause = said.rsplit(": ").next().unwrap_or(&said);
                    clause.trim_end_matches('.').clone_into(&mut last);
                }
            }
        }
    }
    Err(Failure::Found(format!(
        "Aucune fenêtre n’a pu s’ouvrir ({last}). Rien n’est perdu. Vérifiez que l’écran est accessible, \
         essayez «\u{202f}reflexe --renderer wgpu\u{202f}», ou travaillez avec les fiches papier."
    )))
}
