//! The invented procedure on screen: the service in its frame, what lies on the table, and the person
//! beside once there is one.

use eframe::egui::{
    CornerRadius, Frame, Id, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder, vec2,
};

use super::columns::{First, columns_ui};
use super::mock::{Look, Manner, Mock, band_ui};
use super::{Pen, back_button_ui, helped, page};
use crate::app::TrainingAction;
use crate::domain::training::simulation::{
    Event, Help, Obstacle, Page, Paper, Run, Simulation, Task, Walk,
};
use crate::ui::text;
use crate::ui::theme::{fonts, tokens};
use crate::ui::widgets::button::{Button, Kind};
use crate::ui::widgets::{self, gap, radius};
use crate::ui::workshop::focused_title;

/// From this width the papers stand beside the service.
const BESIDE: f32 = 860.0;
/// Width of what stands beside.
const SIDE: f32 = 340.0;
/// Width of a phone.
const PHONE: f32 = 300.0;
/// Width of the same where there is plenty.
const WIDE_SIDE: f32 = 400.0;
/// From this width there is.
const PLENTY: f32 = 1200.0;
/// Height of what stands above a page that is seen by parts, within the window.
const ABOVE: f32 = 150.0;

/// One page of the procedure, in either part.
struct Scene<'a> {
    simulation: &'a Simulation,
    run: &'a Run,
    walk: &'a Walk,
    page: &'a Page,
    /// Whether the page was just turned.
    turned: bool,
    /// Height of the window under the banner.
    room: f32,
}

impl Scene<'_> {
    /// Height of what one sees of a page that is magnified, or on a phone, which is held upright.
    fn view(&self, manner: Manner) -> f32 {
        let most = if manner.small { 480.0 } else { 380.0 };
        (self.room - ABOVE).clamp(200.0, most)
    }

    /// What stands in the way, if nobody is beside to lift it.
    fn obstacle(&self) -> Option<&Obstacle> {
        let alone = !self.run.is_accompanied();
        self.page.obstacle.as_ref().filter(|_| alone)
    }

    /// What the person beside does here.
    fn help(&self) -> Option<&Help> {
        let beside = self.run.is_accompanied();
        self.page.help.as_ref().filter(|_| beside)
    }
}

/// Draws the procedure.
pub(super) fn walk_ui(
    ui: &mut Ui,
    body: Rect,
    simulation: &Simulation,
    run: &Run,
    pen: &mut Pen<'_>,
) {
    let Some(walk) = run.walk() else {
        return;
    };
    let Some(view) = simulation.pages.get(walk.page) else {
        return;
    };
    let here = (run.is_accompanied(), walk.page, walk.passed.len());
    let turned = pen.memory.scene != Some(here);
    if turned {
        pen.memory.scene = Some(here);
        pen.memory.pointer_tried = false;
    }
    pen.turned = false;
    let scene = Scene {
        simulation,
        run,
        walk,
        page: view,
        turned,
        room: body.height(),
    };
    // Another page begins at its top.
    let salt = format!("walk {here:?}");
    page(ui, body, &salt, 1320.0, |ui| {
        gap(ui, 12.0);
        top_ui(ui, &scene, pen);
        gap(ui, 12.0);
        let width = ui.available_width();
        if width < BESIDE {
            if let Some(help) = scene.help() {
                help_ui(ui, help, turned, pen);
                gap(ui, 14.0);
            }
            // The service is what one came for; what lies on the table is just under it.
            service_ui(ui, &scene, pen);
            gap(ui, 14.0);
            paper_ui(ui, &simulation.paper);
        } else {
            let side = if width < PLENTY { SIDE } else { WIDE_SIDE };
            // The person beside speaks first.
            columns_ui(ui, (side, 24.0), First::Right, |left, right| {
                if let Some(help) = scene.help() {
                    help_ui(right, help, turned, pen);
                    gap(right, 16.0);
                }
                paper_ui(right, &simulation.paper);
                service_ui(left, &scene, pen);
            });
        }
        gap(ui, 24.0);
    });
}

/// Which part this is, how far one is, and the two ways out.
fn top_ui(ui: &mut Ui, scene: &Scene<'_>, pen: &mut Pen<'_>) {
    let t = tokens();
    let beside = scene.run.is_accompanied();
    let words = if beside {
        text::training_beside()
    } else {
        text::training_alone()
    };
    let place = text::training_page_of(scene.walk.page + 1, scene.simulation.pages.len());
    let line = format!("{words} · {place}");
    let color = if beside {
        t.colors.accent
    } else {
        t.colors.ink
    };
    let said = |ui: &mut Ui| {
        widgets::text(ui, line.as_str(), fonts::semibold(t.type_scale.body), color);
    };
    let ways = |ui: &mut Ui, pen: &mut Pen<'_>| {
        if !beside {
            let let_go = Button::new(Kind::Choice, text::training_let_go());
            if let_go.small().show(ui).clicked() {
                pen.push(TrainingAction::Simulation(Event::LetGo));
            }
        }
        back_button_ui(ui, text::training_stop(), pen);
    };
    if ui.available_width() < 560.0 {
        said(ui);
        gap(ui, 6.0);
        ui.horizontal_wrapped(|ui| ways(ui, pen));
    } else {
        ui.horizontal(|ui| {
            ui.set_min_height(t.space.row);
            said(ui);
            widgets::at_right(ui, "ways", t.space.row, |ui| ways(ui, pen));
        });
    }
}

/// What the person beside says and does.
fn help_ui(ui: &mut Ui, help: &Help, taken: bool, pen: &Pen<'_>) {
    let t = tokens();
    Frame::new()
        .fill(t.colors.surface)
        .stroke(Stroke::new(2.0, t.colors.accent))
        .corner_radius(radius(t.radius.control))
        .inner_margin(Margin::symmetric(18, 16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            focused_title(ui, text::training_agent(), t.type_scale.title, taken);
            gap(ui, 8.0);
            helped::step_ui(ui, pen.state, &help.step, true);
            gap(ui, 12.0);
            let font = fonts::semibold(t.type_scale.small);
            widgets::text(ui, text::training_does(), font, t.colors.muted);
            gap(ui, 2.0);
            let font = fonts::regular(t.type_scale.body);
            widgets::text(ui, help.does.as_str(), font, t.colors.ink);
        });
}

/// What lies on the table.
fn paper_ui(ui: &mut Ui, paper: &Paper) {
    let t = tokens();
    Frame::new()
        .fill(t.colors.surface)
        .stroke(Stroke::new(t.stroke.hairline, t.colors.line))
        .corner_radius(radius(t.radius.small))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            widgets::caption(ui, text::training_paper());
            gap(ui, 2.0);
            let font = fonts::semibold(t.type_scale.body);
            widgets::text(ui, paper.title.as_str(), font, t.colors.ink);
            for line in &paper.lines {
                gap(ui, 4.0);
                let font = fonts::regular(t.type_scale.body);
                widgets::text(ui, line.as_str(), font, t.colors.ink);
            }
        });
}

/// The service, in its frame.
fn service_ui(ui: &mut Ui, scene: &Scene<'_>, pen: &mut Pen<'_>) {
    let t = tokens();
    let manner = Manner::of(scene.obstacle());
    let corner = if manner.small { 20 } else { 6 };
    let frame = Frame::new()
        .fill(t.colors.surface)
        .stroke(Stroke::new(
            if manner.small { 5.0 } else { t.stroke.hairline },
            t.colors.edge,
        ))
        .corner_radius(CornerRadius::same(corner));
    let width = if manner.small {
        PHONE.min(ui.available_width() - 10.0)
    } else {
        // The frame has a line on each side.
        ui.available_width() - 2.0 * t.stroke.hairline
    };
    let draw = |ui: &mut Ui, pen: &mut Pen<'_>| {
        frame.show(ui, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            band_ui(
                ui,
                &scene.simulation.service,
                if manner.small { 16 } else { 6 },
            );
            if let Some(Obstacle::Deadline { date, at_stake, .. }) = &scene.page.obstacle {
                deadline_ui(ui, date, at_stake);
            }
            let seen = manner.small || manner.scale > 1.0;
            let margin = Margin::symmetric(if manner.small { 14 } else { 20 }, 18);
            if !seen {
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    page_ui(ui, scene, manner, pen);
                });
                return;
            }
            // One sees a part of it at a time.
            ScrollArea::both()
                .id_salt("part")
                .auto_shrink(false)
                .max_height(scene.view(manner))
                .show(ui, |ui| {
                    Frame::new().inner_margin(margin).show(ui, |ui| {
                        let inner = if manner.small {
                            width - 40.0
                        } else {
                            width * 1.9
                        };
                        ui.set_width(inner);
                        page_ui(ui, scene, manner, pen);
                    });
                });
        });
    };
    if manner.small {
        // A phone is held in the middle.
        let aside = (ui.available_width() - width - 10.0).max(0.0) / 2.0;
        let min = ui.cursor().min + vec2(aside, 0.0);
        let rect = Rect::from_min_size(min, vec2(width + 10.0, f32::INFINITY));
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| draw(ui, pen));
    } else {
        draw(ui, pen);
    }
}

/// The date, and what is at stake.
fn deadline_ui(ui: &mut Ui, date: &str, at_stake: &str) {
    let t = tokens();
    Frame::new()
        .fill(t.colors.red_ground)
        .inner_margin(Margin::symmetric(20, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let font = fonts::bold(t.type_scale.body);
            widgets::text(ui, text::training_before(date), font, t.colors.red);
            let font = fonts::regular(t.type_scale.body);
            widgets::text(ui, at_stake, font, t.colors.ink);
        });
}

/// A page of the service.
fn page_ui(ui: &mut Ui, scene: &Scene<'_>, manner: Manner, pen: &mut Pen<'_>) {
    let t = tokens();
    ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
    let mut mock = Mock {
        manner,
        pointer_tried: pen.memory.pointer_tried,
    };
    let news = told_ui(ui, scene, &mock, pen);
    // What is said above must not take the focus away from what was pressed.
    let here = (scene.run.is_accompanied(), scene.walk.page);
    let id = Id::unique("training").with("page").with(here);
    let done = ui.scope_builder(UiBuilder::new().scope_id(id), |ui| {
        if let Some(Obstacle::KeyboardOnly { links }) = scene.obstacle() {
            links_ui(ui, &mut mock, links, pen);
        }
        let scale = manner.scale;
        // The person beside speaks first.
        let taken = scene.turned && scene.help().is_none();
        mock.title_ui(ui, &scene.page.title, taken);
        gap(ui, 8.0 * scale);
        for paragraph in &scene.page.text {
            let font = fonts::regular(t.type_scale.body);
            mock.words_ui(ui, paragraph, font, t.colors.muted);
            gap(ui, 6.0 * scale);
        }
        gap(ui, 10.0 * scale);
        task_ui(ui, scene, &mut mock, pen);
        if scene.obstacle().is_some() && scene.walk.shows_way_out(scene.simulation) {
            let wall = scene.page.obstacle.as_ref().and_then(Obstacle::wall);
            if let Some(wall) = wall {
                gap(ui, 10.0);
                if mock.press_ui(ui, &wall.way_out, Look::Link) {
                    pen.push(TrainingAction::Simulation(Event::WayOut));
                }
            }
        }
    });
    if let Some(news) = news {
        // With what is to be done again under it, where both are seen at once.
        let both = news.union(done.response.rect);
        let seen = if both.height() <= ui.clip_rect().height() {
            both
        } else {
            news
        };
        // The left edge alone: a page larger than what one sees stays at its beginning.
        let seen = Rect::from_min_size(seen.min, vec2(40.0, seen.height()));
        ui.scroll_to_rect(seen, None);
    }
    if mock.pointer_tried != pen.memory.pointer_tried {
        pen.memory.pointer_tried = mock.pointer_tried;
        ui.ctx().request_repaint();
    }
}

/// What the service says; gives back where, if it was not said before.
fn told_ui(ui: &mut Ui, scene: &Scene<'_>, mock: &Mock, pen: &mut Pen<'_>) -> Option<Rect> {
    let told = [
        scene.run.said(scene.simulation),
        mock.pointer_tried.then_some(text::training_no_pointer()),
        pen.memory
            .dead_link
            .then_some(text::training_under_construction()),
    ];
    let told: Vec<&str> = told.into_iter().flatten().collect();
    let all = told.join(" ");
    let fresh = !scene.turned && pen.memory.heard.as_deref() != Some(all.as_str());
    let said = told.into_iter().map(|words| mock.said_ui(ui, words).rect);
    let said = said.reduce(Rect::union);
    pen.memory.heard = Some(all);
    said.filter(|_| fresh)
}

/// The links that come before what one needs; they lead nowhere.
fn links_ui(ui: &mut Ui, mock: &mut Mock, links: &[String], pen: &mut Pen<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 2.0);
        for (at, words) in links.iter().enumerate() {
            let before = links.iter().take(at).filter(|other| *other == words);
            let before = before.count();
            let name = if before == 0 {
                words.clone()
            } else {
                text::training_numbered(words.as_str(), before + 1)
            };
            if mock.press_named_ui(ui, words, &name, Look::Link) {
                pen.memory.dead_link = true;
            }
        }
    });
    gap(ui, 14.0);
}

/// What is to be done on the page, or with the person beside.
fn task_ui(ui: &mut Ui, scene: &Scene<'_>, mock: &mut Mock, pen: &mut Pen<'_>) {
    let t = tokens();
    let scale = mock.manner.scale;
    let mut events = Vec::new();
    let button = scene.help().and_then(|help| help.button.as_deref());
    match (&scene.page.task, button) {
        (_, Some(words)) => {
            events.extend(mock.press_ui(ui, words, Look::Loud).then_some(Event::Go));
        }
        (Task::Go(words), None) => {
            events.extend(mock.press_ui(ui, words, Look::Loud).then_some(Event::Go));
        }
        (Task::Type { label, button, .. }, None) => {
            let (typed, entered) = mock.field_ui(ui, label, &scene.walk.typed);
            events.extend(typed.map(Event::Type));
            gap(ui, 12.0);
            if mock.press_ui(ui, button, Look::Loud) || entered {
                events.push(Event::Go);
            }
        }
        (Task::Pick { question, options }, None) => {
            let font = fonts::semibold(t.type_scale.body);
            mock.words_ui(ui, question, font, t.colors.ink);
            gap(ui, 8.0 * scale);
            for (number, option) in options.iter().enumerate() {
                if mock.press_ui(ui, &option.words, Look::Row) {
                    events.push(Event::Pick(number));
                }
                gap(ui, 8.0 * scale);
            }
        }
    }
    for event in events {
        if !matches!(event, Event::Type(_)) {
            pen.memory.dead_link = false;
            pen.memory.heard = None;
        }
        pen.push(TrainingAction::Simulation(event));
    }
}
