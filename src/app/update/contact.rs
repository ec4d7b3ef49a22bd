//! What changes the interview, its cursor or its question.

use crate::app::action::Action;
use crate::app::state::{Overlay, State, Toast};
use crate::app::{copying, keys, noting};
use crate::domain::evidence::Sighting;
use crate::domain::ids::{CueId, PersonaId};
use crate::domain::interview::StepMark;
use crate::domain::sensitive::Sensitive;

/// Carries out what changes the interview, its cursor or its question.
pub(super) fn change(state: &mut State, action: Action) {
    let interview = &mut state.session.interview;
    match action {
        Action::SetChannel(channel) => {
            interview.set_channel(channel);
            state.session.question = None;
            state.toast = Some(Toast::Channel(channel));
        }
        Action::NextChannel => {
            let channels = &state.kit.channels;
            let now = interview.facts().evidence.channel;
            let at = channels.iter().position(|c| *c == now).unwrap_or(0);
            if let Some(next) = channels.iter().cycle().nth(at + 1).copied() {
                change(state, Action::SetChannel(next));
            }
        }
        Action::SetMinutes(minutes) => interview.set_minutes(minutes),
        Action::NextMinutes => {
            let next = keys::next_minutes(interview.facts().evidence.minutes);
            interview.set_minutes(next);
        }
        Action::SetTheme(theme) => {
            interview.set_theme(theme);
            state.overlay = None;
        }
        Action::CycleCue(cue) => cycle_cue(state, &cue),
        Action::NoteCue(cue) => {
            if !state.evidence().cues.contains_key(&cue) {
                cycle_cue(state, &cue);
            }
            state.overlay = None;
        }
        Action::ShowQuestion(question) => {
            state.session.question = Some(question);
            state.overlay = None;
        }
        Action::Answer(question, answer) => {
            if state.session.question.as_ref() == Some(&question) {
                state.session.question = None;
            }
            state.session.interview.answer(question, answer);
        }
        Action::LeaveUnanswered(question) => {
            if state.session.question.as_ref() == Some(&question) {
                state.session.question = None;
            }
            state.session.interview.leave_unanswered(question);
        }
        Action::WithdrawAnswer(question) => interview.withdraw_answer(&question),
        Action::Follow(persona) => follow(state, persona),
        Action::FollowLead => {
            if state.has_lead()
                && let Some(lead) = state.lead().cloned()
            {
                follow(state, lead);
            }
        }
        Action::FollowRunnerUp => {
            let second = state
                .identification
                .as_ref()
                .ok()
                .filter(|i| i.counted > 0)
                .and_then(|i| i.runner_up().map(|c| c.id.clone()));
            if let Some(second) = second {
                follow(state, second);
            }
        }
        Action::Unfollow => {
            interview.unfollow();
            state.session.cursor = None;
        }
        Action::SetOutcome(outcome) => interview.set_outcome(outcome),
        Action::SetOrientation(orientation) => {
            interview.set_orientation(orientation);
            if state.overlay == Some(Overlay::Orientation) {
                state.overlay = None;
            }
        }
        Action::SetAutonomy(autonomy) => interview.set_autonomy(autonomy),
        Action::ToggleEquipment(equipment) => {
            let proposed = state.note().equipment.clone();
            state
                .session
                .interview
                .toggle_equipment(equipment, &proposed);
        }
        Action::SetFreeText(text) => {
            let longest = state.longest_note();
            let text: Sensitive = text.chars().take(longest).collect();
            state.session.interview.set_free_text(&text);
        }
        Action::SetAnswer(blank, answer) => copying::answer(state, blank, &answer),
        Action::Mask(place, number) => noting::treat(state, &place, number, None),
        Action::Keep(place, number, reason) => {
            noting::treat(state, &place, number, Some(reason));
        }
        Action::SetNamePersona(named) => interview.set_name_persona(named),
        other => move_in_plan(state, other),
    }
}

/// Carries out what concerns steps and the cursor.
pub(super) fn move_in_plan(state: &mut State, action: Action) {
    match action {
        Action::GoToStep(step) => state.session.cursor = Some(step),
        Action::MoveCursor(by) => {
            let steps = state.steps();
            let at = state
                .current_step()
                .and_then(|id| steps.iter().position(|s| *s == id));
            let last = steps.len().saturating_sub(1);
            let to = match (at, by) {
                (None, _) => 0,
                (Some(at), by) if by < 0 => at.saturating_sub(1),
                (Some(at), _) => (at + 1).min(last),
            };
            state.session.cursor = steps.get(to).cloned();
        }
        Action::ToggleStep(step) => {
            if state.mark(&step).is_some() {
                state.session.interview.reopen_step(&step);
                state.session.cursor = Some(step);
            } else {
                state.session.interview.tick_step(step);
                state.session.cursor = None;
            }
        }
        Action::TickCurrent => mark_current(state, StepMark::Done),
        Action::SkipCurrent => mark_current(state, StepMark::Skipped),
        Action::AddStep(step) => {
            state.session.interview.add_step(step.clone());
            state.session.cursor = Some(step);
            state.overlay = None;
        }
        _ => {}
    }
}

pub(super) fn mark_current(state: &mut State, mark: StepMark) {
    let Some(step) = state.current_step() else {
        return;
    };
    if state.mark(&step) == Some(mark) {
        // The key that says « Rouvrir » reopens.
        state.session.interview.reopen_step(&step);
        state.session.cursor = Some(step);
        return;
    }
    match mark {
        StepMark::Done => state.session.interview.tick_step(step),
        StepMark::Skipped => state.session.interview.skip_step(step),
    }
    state.session.cursor = None;
}

/// Unknown → observed → denied → unknown, asking « lequel des deux ? » of cues that exclude each other.
pub(super) fn cycle_cue(state: &mut State, cue: &CueId) {
    let becomes_observed = !state.evidence().cues.contains_key(cue);
    state.last_cue = becomes_observed.then(|| cue.clone());
    state.session.interview.cycle_cue(cue.clone());
    if !becomes_observed {
        if matches!(&state.toast, Some(Toast::Conflict(a, b)) if a == cue || b == cue) {
            state.toast = None;
        }
        return;
    }
    let excluded = state
        .kit
        .cue(cue.as_str())
        .map(|c| c.excludes.clone())
        .unwrap_or_default();
    let other = state
        .kit
        .cues
        .iter()
        .filter(|c| excluded.contains(&c.id) || c.excludes.contains(cue))
        .map(|c| c.id.clone())
        .find(|id| state.evidence().cues.get(id) == Some(&Sighting::Observed));
    if let Some(other) = other {
        state.toast = Some(Toast::Conflict(cue.clone(), other));
    }
}

pub(super) fn follow(state: &mut State, persona: PersonaId) {
    state.session.interview.follow(persona);
    state.session.cursor = None;
    state.session.question = None;
    state.overlay = None;
    state.family = None;
    // What was said of cues goes with them.
    state.toast = None;
    state.last_cue = None;
}
