//! What happens when somebody acts: state, action and moment in; effects out. No I/O, no egui.

use crate::domain::evidence::Sighting;
use crate::domain::guard::{Reason, VerifiedNote};
use crate::domain::ids::{CueId, FamilyId};
use crate::domain::interview::StepMark;

use super::action::{Action, Effect, SettingChange, Stamp};
use super::command::Command;
use super::history::changed;
use super::keys::{self, Key};
use super::search;
use super::state::{AfterEnd, Moment, Now, Overlay, RecentKey, Shape, State, Toast};
use super::{idle, learning};

/// Keys closer together than this may be typing meant for another window.
pub const BURST_MILLIS: u64 = 300;
/// How many of them make a burst.
const BURST_KEYS: usize = 4;

/// Handles a key: interprets it, updates, and undoes bursts typed for another window.
pub fn press(state: &mut State, key: Key, now: &Now) -> Vec<Effect> {
    let mark = state.session.interview.mark();
    let before = state.session.clone();
    let parked_before = state.parked.clone();
    let overlay_before = state.overlay.clone();
    state
        .recent_keys
        .retain(|k| now.millis.saturating_sub(k.millis) <= BURST_MILLIS);
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
    let in_panel = state.overlay.is_none();
    let watched = !state.curtain;
    let mut effects = match keys::interpret(state, key) {
        Some(action) => update(state, action, now),
        None => Vec::new(),
    };
    if key.is_printable() && watched {
        note_burst(
            state,
            RecentKey {
                millis: now.millis,
                path: path.filter(|_| in_panel),
                before,
                mark,
                parked_before,
                overlay_before,
            },
        );
        effects.extend(reshaped(state));
    } else {
        state.recent_keys.clear();
    }
    effects
}

/// Undoes, as one step, four keys or more within 300 ms that are not a path of cues.
fn note_burst(state: &mut State, key: RecentKey) {
    state.recent_keys.push(key);
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
    let Some(first) = keys.first().cloned() else {
        return;
    };
    if first.before.interview.facts() != state.session.interview.facts()
        || first.before.id != state.session.id
        || first.overlay_before != state.overlay
        || state.family.is_some()
    {
        // What the burst did becomes one entry that was undone, and one redo brings back.
        let mut history = state.session.interview.clone();
        let same = state.session.id == first.before.id;
        state.session = first.before;
        if same && history.revert_to(&first.mark) {
            state.session.interview = history;
        }
        state.parked = first.parked_before;
        state.overlay = first.overlay_before;
        state.family = None;
        state.toast = Some(Toast::BurstUndone);
        state.recompute();
    }
    state.recent_keys.clear();
}

/// Carries out an intent and returns what only the outside world can do.
pub fn update(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    state.today.clone_from(&now.date);
    if !matches!(
        action,
        Action::Saved(_)
            | Action::SavedAs(..)
            | Action::KitSaved(_)
            | Action::PickedPath(_)
            | Action::TallyIs(_)
            | Action::SettingsSaved(_)
            | Action::PlaceIs(..)
            | Action::TimeWentBy
    ) {
        state.touched(now.millis);
    }
    let facts_before = state.session.interview.facts().clone();
    let was_unsafe = state.in_danger();
    let mut effects = apply(state, action, now);
    if state.session.interview.facts() != &facts_before {
        if !state.session.interview.is_blank() {
            state.session.note_left = false;
            state.session.revision += 1;
            if state.session.started_millis.is_none() {
                state.session.started_millis = Some(now.millis);
                state.session.started_clock = Some(now.clock.clone());
            }
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
    effects.extend(reshaped(state));
    effects
}

/// Asks for the shape the interview wants now, if the window has another.
fn reshaped(state: &mut State) -> Option<Effect> {
    let shape = state.shape_wanted();
    (shape != state.shape).then(|| {
        state.shape = shape;
        Effect::Reshape(shape)
    })
}

fn apply(state: &mut State, action: Action, now: &Now) -> Vec<Effect> {
    match action {
        Action::New | Action::Finish => return end(state, AfterEnd::New),
        Action::Close => return end(state, AfterEnd::Quit),
        Action::SaveAndEnd => {
            let note = leaving(state);
            let format = super::command::SAVED_FORMAT;
            return note
                .map(|note| Effect::SaveNote { note, format })
                .into_iter()
                .collect();
        }
        // A clipboard may end with its program: leaving for good saves instead.
        Action::CopyAndEnd if pending_end(state) == AfterEnd::Quit => {
            return apply(state, Action::SaveAndEnd, now);
        }
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
        Action::Run(command) => {
            if let Err(reason) = command.enabled_in(state) {
                state.toast = Some(Toast::Unavailable(reason));
                return Vec::new();
            }
            let action = command.action(state);
            return apply(state, action, now);
        }
        Action::RunFromList(command) => {
            state.overlay = None;
            return apply(state, Action::Run(command), now);
        }
        Action::Pause => pause(state),
        Action::Undo => {
            let before = state.session.interview.facts().clone();
            if state.session.interview.undo() {
                let what = changed(state.session.interview.facts(), &before);
                state.toast = Some(Toast::Undone(what));
            }
        }
        Action::Redo => {
            let before = state.session.interview.facts().clone();
            if state.session.interview.redo() {
                let what = changed(&before, state.session.interview.facts());
                state.toast = Some(Toast::Redone(what));
            }
        }
        Action::Open(overlay) => open(state, overlay),
        Action::Dismiss => dismiss(state),
        Action::Curtain => state.curtain = !state.curtain,
        Action::OpenFamily(family) => open_family(state, family, false),
        Action::OpenFamilyForKey(family) => open_family(state, family, true),
        Action::OpenPalette => {
            open(state, Overlay::Search);
            ">".clone_into(&mut state.query);
        }
        Action::MoveChoice(by) => {
            let last = search::hits(state).len().saturating_sub(1);
            state.choice = if by < 0 {
                state.choice.saturating_sub(1)
            } else {
                (state.choice + 1).min(last)
            };
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
                .map(|note| Effect::SaveNoteAs {
                    note,
                    format,
                    stamp: state.session.stamp(),
                })
                .into_iter()
                .collect();
        }
        Action::Saved(result) => return saved(state, result),
        Action::SavedAs(stamp, result) => return saved_as(state, stamp, result),
        Action::KitSaved(result) => {
            state.toast = Some(match result {
                Ok(path) => Toast::KitSaved(path.display().to_string()),
                Err(reason) => Toast::KitNotSaved(reason),
            });
        }
        Action::PickedPath(_) => state.toast = Some(Toast::NoPath),
        Action::Search(query) => {
            state.query = query;
            state.choice = 0;
        }
        Action::ToggleFold => {
            state.session.folded = Some(state.shape_wanted() == Shape::Wide);
        }
        Action::TogglePin => {
            state.settings.on_top = !state.settings.on_top;
            return vec![save_settings(state), Effect::Level];
        }
        Action::Zoom(steps) => {
            if steps == 0 {
                state.settings.zoom_percent = 100;
            } else {
                state.settings.zoom_by(steps);
            }
            state.toast = Some(Toast::Zoom(state.settings.zoom_percent));
            let mut effects = vec![save_settings(state)];
            if state.shape == Shape::Strip {
                // The strip keeps its width in letters, not in pixels.
                effects.push(Effect::Rescale);
            }
            return effects;
        }
        Action::Set(change) => {
            let level = matches!(change, SettingChange::OnTop(_));
            set(state, change);
            let mut effects = vec![save_settings(state)];
            effects.extend(level.then_some(Effect::Level));
            return effects;
        }
        Action::StartRebinding(command) => state.rebinding = Some(command),
        Action::StopRebinding => state.rebinding = None,
        Action::Rebind(command, letter) => return rebind(state, command, letter),
        Action::SettingsSaved(result) => {
            if let Err(reason) = result {
                state.toast = Some(Toast::SettingsNotSaved(reason));
            }
        }
        Action::PlaceIs(shape, place) => {
            let kept = match shape {
                Shape::Wide => &mut state.settings.wide_place,
                Shape::Strip => &mut state.settings.strip_place,
            };
            if *kept != Some(place) {
                *kept = Some(place);
                return vec![save_settings(state)];
            }
        }
        Action::TimeWentBy => idle::time_went_by(state, now.millis),
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
            state.session.interview.add_step(step.clone());
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
fn cycle_cue(state: &mut State, cue: &CueId) {
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

fn follow(state: &mut State, persona: crate::domain::ids::PersonaId) {
    state.session.interview.follow(persona);
    state.session.cursor = None;
    state.session.question = None;
    state.overlay = None;
    state.family = None;
    // What was said of cues goes with them.
    state.toast = None;
    state.last_cue = None;
}

fn open(state: &mut State, overlay: Overlay) {
    if overlay == Overlay::Search {
        state.query.clear();
    }
    if let Overlay::Procedure(id) = &overlay {
        state.session.procedure = Some(id.clone());
    }
    state.choice = 0;
    state.rebinding = None;
    state.toast = None;
    // The same key that opened a layer closes it.
    state.overlay = (state.overlay.as_ref() != Some(&overlay)).then_some(overlay);
}

/// Opens a family; its key again turns the page, then closes it.
fn open_family(state: &mut State, family: FamilyId, by_key: bool) {
    let is_open = state.family.as_ref() == Some(&family);
    if is_open && state.family_page + 1 < state.family_pages(&family) {
        state.family_page += 1;
        return;
    }
    state.family_page = 0;
    state.family = (!is_open).then_some(family);
    state.family_by_key = by_key;
}

fn save_settings(state: &State) -> Effect {
    Effect::SaveSettings(Box::new(state.settings.clone()))
}

fn set(state: &mut State, change: SettingChange) {
    let settings = &mut state.settings;
    match change {
        SettingChange::Language(language) => settings.language = language,
        SettingChange::Theme(theme) => settings.theme = theme,
        SettingChange::Channel(channel) => {
            settings.channel = channel;
            if state.session.interview.is_blank() {
                let channel = state.first_channel();
                state.session.interview.set_channel(channel);
            }
        }
        SettingChange::Accredited(accredited) => {
            settings.accredited = accredited;
            state.recompute();
        }
        SettingChange::SingleLetters(on) => settings.single_letters = on,
        SettingChange::Folds(on) => settings.folds = on,
        SettingChange::OnTop(on) => settings.on_top = on,
        SettingChange::Timer(on) => settings.timer = on,
        SettingChange::ExportFolder(folder) => settings.export_folder = folder,
        SettingChange::ResetKeys => settings.keys.clear(),
    }
}

/// Gives a letter to a command, unless another command or a family has it.
fn rebind(state: &mut State, command: Command, letter: char) -> Vec<Effect> {
    let of_family = |f: &crate::domain::kit::Family| f.key.to_ascii_lowercase() == letter;
    let taken = Command::of_key(Key::Letter(letter), &state.settings);
    if taken.is_some_and(|other| other != command) || state.kit.families.iter().any(of_family) {
        state.toast = Some(Toast::LetterTaken(letter));
        return Vec::new();
    }
    state.rebinding = None;
    let keys = &mut state.settings.keys;
    if command.printed_letter() == Some(letter) {
        keys.remove(command.id());
    } else {
        keys.insert(command.id().to_owned(), letter);
    }
    vec![save_settings(state)]
}

fn dismiss(state: &mut State) {
    state.rebinding = None;
    if state.overlay.take().is_none() {
        state.family = None;
    }
}

fn pause(state: &mut State) {
    let (session, toast) = if let Some(parked) = state.parked.take() {
        let name = parked.name();
        (parked, Toast::Resumed(name))
    } else {
        let mut fresh = state.fresh_session();
        fresh.badge = state.session.badge.other();
        (fresh, Toast::Paused(state.session.name()))
    };
    let aside = std::mem::replace(&mut state.session, session);
    // A blank interview is not worth a place.
    state.parked = (!aside.interview.is_blank()).then_some(aside);
    state.last_cue = None;
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
        if let Some(cue) = state.family_page_cues(&family).get(position).cloned() {
            cycle_cue(state, &cue);
            if state.family_by_key {
                state.family = None;
                state.family_page = 0;
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
        Some(Overlay::Card(persona)) if state.may_follow(&persona) => {
            apply(state, Action::Follow(persona), now)
        }
        Some(Overlay::Search) => {
            let hit = search::hits(state).into_iter().nth(state.choice);
            match hit {
                Some(hit) => apply(state, hit.action.action(), now),
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
            state.session.masked += 1;
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
    let badge = state
        .parked
        .as_ref()
        .map_or(state.session.badge, |parked| parked.badge.other());
    let was_blank = state.session.interview.is_blank();
    let mut effects: Vec<Effect> = learning::confirmed(state).into_iter().collect();
    state.session = state.fresh_session();
    state.session.badge = badge;
    state.overlay = None;
    state.family = None;
    state.family_page = 0;
    state.last_cue = None;
    state.query.clear();
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
            let leaving = state.overlay == Some(Overlay::ConfirmEnd(AfterEnd::Quit));
            if leaving {
                return finish(state, AfterEnd::Quit);
            }
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

/// A dialog's file was written: it stands for the note it was, not for what came after.
fn saved_as(
    state: &mut State,
    stamp: Stamp,
    result: Result<std::path::PathBuf, String>,
) -> Vec<Effect> {
    if state.session.stamp() == stamp {
        return saved(state, result);
    }
    match result {
        Ok(path) => {
            if let Some(parked) = state.parked.as_mut().filter(|p| p.stamp() == stamp) {
                parked.note_left = true;
            }
            state.toast = Some(Toast::Saved(path.display().to_string()));
        }
        Err(reason) => state.toast = Some(Toast::OtherNotSaved(reason)),
    }
    Vec::new()
}
