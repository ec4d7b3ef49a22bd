//! What happens when somebody acts: state, action and moment in; effects out. No I/O, no egui.

use crate::domain::evidence::Sighting;
use crate::domain::guard::{Reason, VerifiedNote};
use crate::domain::ids::CueId;
use crate::domain::interview::StepMark;

use super::action::{Action, Effect, Format};
use super::keys::{self, Key};
use super::learning;
use super::search::{self, HitAction};
use super::state::{AfterEnd, Moment, Now, Overlay, RecentKey, Session, State, Toast};

/// Keys closer together than this may be typing meant for another window.
const BURST_MILLIS: u64 = 300;
/// How many of them make a burst.
const BURST_KEYS: usize = 4;

/// Handles a key: interprets it, updates, and undoes bursts typed for another window.
pub fn press(state: &mut State, key: Key, now: &Now) -> Vec<Effect> {
    let before = state.session.clone();
    let path = match key {
        Key::Digit(_) => Some(false),
        Key::Letter(letter)
            if state
                .kit
                .families
                .iter()
                .any(|f| f.key.to_ascii_lowercase() == letter) =>
        {
            Some(true)
        }
        _ => None,
    };
    let in_panel = state.overlay.is_none() && !state.curtain;
    let effects = match keys::interpret(state, key) {
        Some(action) => update(state, action, now),
        None => Vec::new(),
    };
    if key.is_printable() && in_panel {
        note_burst(
            state,
            RecentKey {
                millis: now.millis,
                path,
                before,
            },
        );
    } else {
        state.recent_keys.clear();
    }
    effects
}

/// Undoes, as one step, four keys or more within 300 ms that are not a path of cues.
fn note_burst(state: &mut State, key: RecentKey) {
    state.recent_keys.push(key);
    let newest = state.recent_keys.last().map_or(0, |k| k.millis);
    state
        .recent_keys
        .retain(|k| newest.saturating_sub(k.millis) <= BURST_MILLIS);
    let keys = &state.recent_keys;
    if keys.len() < BURST_KEYS {
        return;
    }
    let first = keys.first().and_then(|k| k.path);
    let is_path_of_cues = keys.iter().enumerate().all(|(i, k)| {
        // Alternating letter and digit, whichever came first in the window.
        k.path.is_some()
            && (i == 0 || k.path != keys.get(i - 1).and_then(|p| p.path))
            && first.is_some()
    });
    if is_path_of_cues {
        return;
    }
    let Some(before) = keys.first().map(|k| k.before.clone()) else {
        return;
    };
    if before.interview.facts() != state.session.interview.facts()
        || state.overlay.is_some()
        || state.family.is_some()
    {
        // The interview keeps its history: what the burst did becomes one entry that was undone.
        state.session = before;
        state.overlay = None;
        state.family = None;
        state.toast = Some(Toast::BurstUndone);
        state.recompute();
    }
    state.recent_keys.clear();
}

/// Carries out an intent and returns what only the outside world can do.
pub fn update(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    state.today.clone_from(&now.date);
    let facts_before = state.session.interview.facts().clone();
    let was_unsafe = state.in_danger();
    let effects = apply(state, action, now);
    if state.session.interview.facts() != &facts_before {
        if !state.session.interview.is_blank() {
            state.session.note_left = false;
            state.session.started_millis.get_or_insert(now.millis);
        }
        state.recompute();
        // Somebody's safety leaves everything else aside, at once.
        if state.in_danger() && !was_unsafe {
            state.overlay = Some(Overlay::Danger);
        }
    }
    state.elapsed_minutes = state
        .session
        .started_millis
        .map_or(0, |start| now.millis.saturating_sub(start) / 60_000);
    effects
}

fn apply(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    match action {
        Action::New | Action::Finish => return end(state, AfterEnd::New),
        Action::Close => return end(state, AfterEnd::Quit),
        Action::CopyAndEnd => {
            let then = pending_end(state);
            let Some(note) = leaving(state) else {
                return Vec::new();
            };
            let mut effects = vec![Effect::CopyNote(note)];
            effects.extend(finish(state, then));
            return effects;
        }
        Action::EndWithoutNote => {
            let then = pending_end(state);
            return finish(state, then);
        }
        Action::Pause => pause(state),
        Action::Undo => {
            state.toast = Some(if state.session.interview.undo() {
                Toast::Undone
            } else {
                Toast::NothingToUndo
            });
        }
        Action::Redo => {
            if state.session.interview.redo() {
                state.toast = Some(Toast::Redone);
            }
        }
        Action::Open(overlay) => open(state, overlay),
        Action::Dismiss => dismiss(state),
        Action::Curtain => state.curtain = !state.curtain,
        Action::OpenFamily(family) => {
            state.family = (state.family.as_ref() != Some(&family)).then_some(family);
            state.family_by_key = false;
        }
        Action::OpenFamilyForKey(family) => {
            state.family = (state.family.as_ref() != Some(&family)).then_some(family);
            state.family_by_key = true;
        }
        Action::Digit(digit) => return digit_pressed(state, digit, now),
        Action::Enter => return enter(state, now),
        Action::CopyNote => {
            let Some(note) = leaving(state) else {
                return Vec::new();
            };
            state.session.note_left = true;
            state.toast = Some(Toast::Copied);
            return vec![Effect::CopyNote(note)];
        }
        Action::SaveNote(format) => {
            let note = leaving(state);
            return note
                .map(|note| Effect::SaveNote { note, format })
                .into_iter()
                .collect();
        }
        Action::SaveNoteAs(format) => {
            let note = leaving(state);
            return note
                .map(|note| Effect::SaveNoteAs { note, format })
                .into_iter()
                .collect();
        }
        Action::Saved(result) => return saved(state, result),
        Action::PickedPath(_) => state.toast = Some(Toast::NoPath),
        Action::Search(query) => state.query = query,
        Action::StartTally
        | Action::EraseTally
        | Action::TallyIs(_)
        | Action::Recalibrate
        | Action::SaveProposal => return learning::apply(state, action),
        Action::DismissToast => state.toast = None,
        other => change(state, other),
    }
    Vec::new()
}

/// Carries out what changes the interview, its cursor or its question.
fn change(state: &mut State, action: Action) {
    let interview = &mut state.session.interview;
    match action {
        Action::SetChannel(channel) => {
            interview.set_channel(channel);
            state.session.question = None;
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
        Action::SetFreeText(text) => interview.set_free_text(&text),
        Action::MaskFinding(number) => treat_finding(state, number, None),
        Action::KeepFinding(number, reason) => treat_finding(state, number, Some(reason)),
        Action::SetNamePersona(named) => interview.set_name_persona(named),
        other => move_in_plan(state, other),
    }
}

/// Carries out what concerns steps and the cursor.
fn move_in_plan(state: &mut State, action: Action) {
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
            if !state.session.added.contains(&step) {
                state.session.added.push(step.clone());
            }
            state.session.cursor = Some(step);
            state.overlay = None;
        }
        _ => {}
    }
}

fn mark_current(state: &mut State, mark: StepMark) {
    let Some(step) = state.current_step() else {
        return;
    };
    if state.mark(&step) == Some(mark) {
        return;
    }
    match mark {
        StepMark::Done => state.session.interview.tick_step(step),
        StepMark::Skipped => state.session.interview.skip_step(step),
    }
    state.session.cursor = None;
}

/// Unknown → observed → denied → unknown, asking « lequel des deux ? » of cues that exclude each other.
fn cycle_cue(state: &mut State, cue: &CueId) {
    let becomes_observed = !state.evidence().cues.contains_key(cue);
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

fn follow(state: &mut State, persona: crate::domain::ids::PersonaId) {
    state.session.interview.follow(persona);
    state.session.cursor = None;
    state.session.question = None;
    state.overlay = None;
    state.family = None;
}

fn open(state: &mut State, overlay: Overlay) {
    if overlay == Overlay::Search {
        state.query.clear();
    }
    state.toast = None;
    // The same key that opened a layer closes it.
    state.overlay = (state.overlay.as_ref() != Some(&overlay)).then_some(overlay);
}

fn dismiss(state: &mut State) {
    if state.overlay.take().is_none() {
        state.family = None;
    }
}

fn pause(state: &mut State) {
    let channel = state.evidence().channel;
    let (session, toast) = match state.parked.take() {
        Some(parked) => (parked, Toast::Resumed),
        None => (Session::new(channel), Toast::Paused),
    };
    let aside = std::mem::replace(&mut state.session, session);
    // A blank interview is not worth a place.
    state.parked = (!aside.interview.is_blank()).then_some(aside);
    state.family = None;
    state.overlay = None;
    state.toast = Some(toast);
    state.recompute();
}

fn digit_pressed(state: &mut State, digit: u8, now: &Now) -> Vec<Effect> {
    let position = usize::from(if digit == 0 { 9 } else { digit - 1 });
    if let Some(overlay) = state.overlay.clone() {
        return match state.pick(&overlay, position) {
            Some(action) => apply(state, action, now),
            None => Vec::new(),
        };
    }
    if let Some(family) = state.family.clone() {
        if let Some(cue) = state.family_cues(&family).get(position).cloned() {
            cycle_cue(state, &cue);
            if state.family_by_key {
                state.family = None;
            }
        }
        return Vec::new();
    }
    let Some(question) = state.question_in_view().cloned() else {
        return Vec::new();
    };
    if digit == 0 {
        return apply(state, Action::LeaveUnanswered(question), now);
    }
    let answer = state
        .kit
        .question(question.as_str())
        .and_then(|q| q.answers.get(position))
        .map(|a| a.id.clone());
    match answer {
        Some(answer) => apply(state, Action::Answer(question, answer), now),
        None => Vec::new(),
    }
}

fn enter(state: &mut State, now: &Now) -> Vec<Effect> {
    match state.overlay.clone() {
        None if state.moment() == Moment::Recognise => apply(state, Action::FollowLead, now),
        None => apply(state, Action::TickCurrent, now),
        Some(Overlay::Review) if state.session.note_left => end(state, AfterEnd::New),
        Some(Overlay::ConfirmEnd(_) | Overlay::Review) => apply(state, Action::CopyAndEnd, now),
        Some(Overlay::Card(persona)) => apply(state, Action::Follow(persona), now),
        Some(Overlay::Search) => {
            let hit = search::hits(state).into_iter().next();
            match hit.map(|h| h.action) {
                Some(HitAction::Cue(cue)) => apply(state, Action::NoteCue(cue), now),
                Some(HitAction::Step(step)) => apply(state, Action::AddStep(step), now),
                Some(HitAction::Question(question)) => {
                    apply(state, Action::ShowQuestion(question), now)
                }
                Some(HitAction::Procedure(id)) => {
                    apply(state, Action::Open(Overlay::Procedure(id)), now)
                }
                None => Vec::new(),
            }
        }
        Some(_) => {
            state.overlay = None;
            Vec::new()
        }
    }
}

/// The note on its way out, if the guard lets it through; else the review opens and says why.
fn leaving(state: &mut State) -> Option<Box<VerifiedNote>> {
    let note = state.verified_note().map(Box::new);
    if note.is_none() {
        state.overlay = Some(Overlay::Review);
        state.toast = Some(Toast::Blocked);
    }
    note
}

/// Masks, or keeps for a reason, what the guard found.
fn treat_finding(state: &mut State, number: usize, reason: Option<Reason>) {
    let Some(finding) = state.findings().into_iter().nth(number) else {
        return;
    };
    let text = state.session.interview.facts().free_text.clone();
    match reason {
        None => {
            let value = finding.text(&text).to_owned();
            let interview = &mut state.session.interview;
            interview.redact(&value, &finding.proposal);
            // A burst could bring an older copy back.
            state.recent_keys.clear();
        }
        Some(reason) => {
            let as_written = finding.text(&text).to_owned();
            state
                .session
                .kept
                .insert((finding.kind, as_written), reason);
        }
    }
    state.toast = None;
}

fn pending_end(state: &State) -> AfterEnd {
    match state.overlay {
        Some(Overlay::ConfirmEnd(then)) => then,
        _ => AfterEnd::New,
    }
}

/// Ends the interview if nothing would be lost; asks otherwise.
fn end(state: &mut State, then: AfterEnd) -> Vec<Effect> {
    if state.note_at_stake() {
        state.overlay = Some(Overlay::ConfirmEnd(then));
        return Vec::new();
    }
    finish(state, then)
}

fn finish(state: &mut State, then: AfterEnd) -> Vec<Effect> {
    let channel = state.evidence().channel;
    let was_blank = state.session.interview.is_blank();
    let mut effects: Vec<Effect> = learning::confirmed(state).into_iter().collect();
    state.session = Session::new(channel);
    state.overlay = None;
    state.family = None;
    state.query.clear();
    state.recent_keys.clear();
    state.toast = (!was_blank).then_some(Toast::Wiped);
    state.recompute();
    if then == AfterEnd::Quit {
        if let Some(parked) = state.parked.take() {
            // The other interview may hold a note too: it comes back before the window closes.
            state.session = parked;
            state.recompute();
            effects.extend(end(state, AfterEnd::Quit));
            return effects;
        }
        effects.push(Effect::Quit);
    }
    effects
}

fn saved(state: &mut State, result: Result<std::path::PathBuf, String>) -> Vec<Effect> {
    match result {
        Ok(path) => {
            state.session.note_left = true;
            state.toast = Some(Toast::Saved(path.display().to_string()));
            Vec::new()
        }
        Err(reason) => {
            // Nothing is lost: the note goes to the clipboard, and stays on screen.
            state.toast = Some(Toast::NotSaved(reason));
            let note = state.verified_note().map(Box::new);
            note.map(Effect::CopyNote).into_iter().collect()
        }
    }
}

/// Gives the default format of an export.
pub const DEFAULT_FORMAT: Format = Format::Markdown;
