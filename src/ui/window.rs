//! The window's two shapes: where each stands, how large, and whether it stays above the others.
//!
//! Places come from the settings and are kept within a visible screen. Nothing here takes the focus:
//! the business application keeps it.

use eframe::egui::{self, Context, Pos2, Rect, Vec2, ViewportCommand, WindowLevel, pos2, vec2};

use crate::app::Shape;
use crate::domain::settings::{Place, Settings};

/// Client area of the wide shape when no place is known, in points.
pub const WIDE: Vec2 = vec2(1366.0, 690.0);
/// Client area of the strip when no place is known, in points.
pub const STRIP: Vec2 = vec2(380.0, 690.0);
/// Smallest client area, in points: the strip's.
pub const SMALLEST: Vec2 = vec2(360.0, 480.0);
/// Room kept on a screen for title bar and task bar, in points.
const BARS: Vec2 = vec2(0.0, 78.0);

/// What the platform lets a window do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// Windows can be placed and kept on top.
    Free,
    /// Wayland: neither, and the program says so.
    Wayland,
}

fn place_of(settings: &Settings, shape: Shape) -> Option<Place> {
    match shape {
        Shape::Wide => settings.wide_place,
        Shape::Strip => settings.strip_place,
    }
}

/// Brings a place within the screen that holds most of it; without any screen it stays as it is.
pub fn within(place: Place, screens: &[Rect]) -> Place {
    let rect = Rect::from_min_size(
        pos2(place.x, place.y),
        vec2(place.width.max(1.0), place.height.max(1.0)),
    );
    let shared = |screen: &Rect| {
        let both = rect.intersect(*screen);
        if both.is_positive() { both.area() } else { 0.0 }
    };
    let best = screens.iter().copied().reduce(|best, screen| {
        if shared(&screen) > shared(&best) {
            screen
        } else {
            best
        }
    });
    let Some(screen) = best else {
        return place;
    };
    let most = (screen.size() - BARS).max(vec2(1.0, 1.0));
    let size = rect.size().min(most);
    let last = (screen.max - size).max(screen.min);
    Place {
        x: place.x.clamp(screen.min.x, last.x),
        y: place.y.clamp(screen.min.y, last.y),
        width: size.x,
        height: size.y,
    }
}

/// Where a shape goes: its remembered place, else beside the right edge (strip) or centred (wide).
pub fn place(settings: &Settings, shape: Shape, screens: &[Rect]) -> Option<Place> {
    if let Some(place) = place_of(settings, shape) {
        return Some(within(place, screens));
    }
    let screen = screens.first()?;
    let (size, x) = match shape {
        Shape::Wide => (WIDE, screen.center().x - WIDE.x / 2.0),
        Shape::Strip => (STRIP, screen.right() - STRIP.x),
    };
    let place = Place {
        x,
        y: screen.top(),
        width: size.x,
        height: size.y,
    };
    Some(within(place, screens))
}

/// Whether a shape stays above other windows.
pub fn level(settings: &Settings, shape: Shape) -> WindowLevel {
    if shape == Shape::Strip && settings.on_top {
        WindowLevel::AlwaysOnTop
    } else {
        WindowLevel::Normal
    }
}

/// Where the window stands now; `None` where the platform does not say.
pub fn current(ctx: &Context) -> Option<Place> {
    ctx.input(|i| {
        let viewport = i.viewport();
        let (outer, inner) = (viewport.outer_rect?, viewport.inner_rect?);
        let usable = viewport.maximized != Some(true) && viewport.minimized != Some(true);
        (usable && inner.is_positive()).then_some(Place {
            x: outer.left(),
            y: outer.top(),
            width: inner.width(),
            height: inner.height(),
        })
    })
}

/// Lists the screens, in points.
pub fn screens(ctx: &Context, frame: &eframe::Frame) -> Vec<Rect> {
    let points = ctx.pixels_per_point();
    let Some(window) = frame.winit_window() else {
        return Vec::new();
    };
    let in_points = |x: f64, y: f64| -> Pos2 {
        #[expect(clippy::cast_possible_truncation, reason = "screens are small")]
        let at = pos2(x as f32, y as f32);
        (at.to_vec2() / points).to_pos2()
    };
    let mut screens: Vec<Rect> = window
        .available_monitors()
        .map(|monitor| {
            let (at, size) = (monitor.position(), monitor.size());
            let (x, y) = (f64::from(at.x), f64::from(at.y));
            let max = (x + f64::from(size.width), y + f64::from(size.height));
            Rect::from_min_max(in_points(x, y), in_points(max.0, max.1))
        })
        .collect();
    // The screen the window is on comes first.
    if let Some(now) = current(ctx) {
        let corner = pos2(now.x + 1.0, now.y + 1.0);
        screens.sort_by_key(|screen| !screen.contains(corner));
    }
    screens
}

/// Gives the strip its width in points again, where it stands.
pub fn rescale(ctx: &Context, screens: &[Rect]) {
    if let Some(now) = current(ctx) {
        let wanted = Place {
            width: STRIP.x.max(now.width.min(STRIP.x + 20.0)),
            ..now
        };
        let fit = within(wanted, screens);
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(vec2(fit.width, fit.height)));
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(fit.x, fit.y)));
    }
}

/// Gives the window a shape.
pub fn reshape(ctx: &Context, settings: &Settings, shape: Shape, screens: &[Rect]) {
    // Window managers leave a maximised window its size.
    ctx.send_viewport_cmd(ViewportCommand::Maximized(false));
    if let Some(place) = place(settings, shape, screens) {
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(vec2(place.width, place.height)));
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(pos2(place.x, place.y)));
    } else {
        let size = if shape == Shape::Wide { WIDE } else { STRIP };
        ctx.send_viewport_cmd(ViewportCommand::InnerSize(size));
    }
    ctx.send_viewport_cmd(ViewportCommand::WindowLevel(level(settings, shape)));
}

/// Describes the window before it opens.
pub fn builder(settings: &Settings, shape: Shape) -> egui::ViewportBuilder {
    let size = if shape == Shape::Wide { WIDE } else { STRIP };
    let builder = egui::ViewportBuilder::default()
        .with_min_inner_size(SMALLEST)
        .with_window_level(level(settings, shape));
    // Sizes are in the toolkit's points before any zoom is set.
    let zoom = f32::from(settings.zoom_percent) / 100.0;
    match place_of(settings, shape) {
        Some(place) => builder
            .with_inner_size(vec2(place.width, place.height) * zoom)
            .with_position(pos2(place.x, place.y) * zoom),
        None => builder.with_inner_size(size),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32, width: f32, height: f32) -> Place {
        Place {
            x,
            y,
            width,
            height,
        }
    }

    #[test]
    fn a_place_comes_back_within_a_visible_screen() {
        let left = Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0));
        let right = Rect::from_min_size(pos2(1366.0, 0.0), vec2(1920.0, 1080.0));
        let both = [left, right];
        // Wholly visible: untouched, on either screen.
        assert_eq!(
            within(at(10.0, 20.0, 380.0, 600.0), &both),
            at(10.0, 20.0, 380.0, 600.0)
        );
        assert_eq!(
            within(at(2000.0, 20.0, 380.0, 900.0), &both),
            at(2000.0, 20.0, 380.0, 900.0)
        );
        // The right screen is gone: back on the one that is left.
        let back = within(at(2000.0, 20.0, 380.0, 690.0), &[left]);
        assert_eq!(back, at(986.0, 20.0, 380.0, 690.0));
        // Too large for the screen: made to fit.
        let fit = within(at(-50.0, -80.0, 2000.0, 2000.0), &[left]);
        assert_eq!(fit, at(0.0, 0.0, 1366.0, 690.0));
        assert_eq!(within(at(5.0, 5.0, 9.0, 9.0), &[]), at(5.0, 5.0, 9.0, 9.0));
    }

    #[test]
    fn the_strip_opens_beside_the_right_edge_and_on_top() {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0));
        let settings = Settings::default();
        let strip = place(&settings, Shape::Strip, &[screen]).unwrap();
        assert_eq!((strip.x, strip.width), (986.0, 380.0));
        assert_eq!(level(&settings, Shape::Strip), WindowLevel::AlwaysOnTop);
        assert_eq!(level(&settings, Shape::Wide), WindowLevel::Normal);
    }
}
