//! Where « le fil » runs: from the cue in focus, by the gutters, to the lead and to the step it brings.

use eframe::egui::{Pos2, Rect, Ui, pos2};

use crate::app::State;
use crate::app::view::MIN_REASON_DECIBANS;
use crate::domain::identification::{Observation, StepOrigin};
use crate::domain::ids::{CueId, StepId};
use crate::ui::widgets::thread::paint;

/// The cue in focus and where it stands.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The cue.
    pub cue: CueId,
    /// Its row.
    pub row: Rect,
    /// The lane under its family, if another column lies between it and the gutter.
    pub lane: Option<f32>,
}

/// The free lanes between the zones.
#[derive(Clone, Copy, Debug)]
pub struct Gutters {
    /// The line between the first two zones.
    pub first: f32,
    /// The line between the last two.
    pub second: f32,
    /// The lane under the header.
    pub top: f32,
}

/// The step a cue brings, if a rule brings one.
fn step_of<'s>(state: &'s State, cue: &CueId) -> Option<&'s StepId> {
    let plan = &state.identification.as_ref().ok()?.plan;
    let wanted = Observation::Cue(cue.clone());
    plan.iter()
        .find(|step| matches!(&step.origin, StepOrigin::Rule(by) if by.contains(&wanted)))
        .map(|step| &step.id)
}

/// Says whether a cue speaks for the lead in view.
fn supports_lead(state: &State, cue: &CueId) -> bool {
    state.has_lead()
        && state.identification.as_ref().is_ok_and(|identification| {
            identification.reasons.iter().any(|reason| {
                reason.observation == Observation::Cue(cue.clone())
                    && reason.decibans >= MIN_REASON_DECIBANS
            })
        })
}

/// Draws the thread of a cue.
pub fn thread_ui(
    ui: &Ui,
    state: &State,
    spot: &Spot,
    lead: Option<Pos2>,
    steps: &[(StepId, Rect)],
    gutters: &Gutters,
) {
    let out = pos2(spot.row.right() + 2.0, spot.row.center().y);
    let lane = gutters.first - 12.0;
    let mut path = vec![out];
    if let Some(y) = spot.lane {
        let x = spot.row.right() + 8.0;
        path.extend([pos2(x, out.y), pos2(x, y), pos2(lane, y)]);
    } else {
        path.push(pos2(lane, out.y));
    }
    if let Some(lead) = lead.filter(|_| supports_lead(state, &spot.cue)) {
        let mut to_lead = path.clone();
        to_lead.extend([pos2(lane, lead.y), lead]);
        paint(ui.painter(), &to_lead);
    }
    let brought = step_of(state, &spot.cue);
    if let Some((_, row)) = brought.and_then(|id| steps.iter().find(|(step, _)| step == id)) {
        let down = gutters.second + 10.0;
        let y = row.top() + row.height().min(44.0) / 2.0;
        path.extend([
            pos2(lane, gutters.top),
            pos2(down, gutters.top),
            pos2(down, y),
            pos2(row.left() - 5.0, y),
        ]);
        paint(ui.painter(), &path);
    }
}
