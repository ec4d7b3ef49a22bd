//! The kit a manager publishes, as a counter lives it: asked about between interviews, and taken before
//! the next one begins.
//!
//! It must never change the kit of an interview, however little was noted, nor wait for a folder.

use std::path::PathBuf;

use crate::domain::version::{Looked, Picked, VersionName};

use super::action::Effect;
use super::state::{State, Toast};

/// What is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Publishing {
    /// The version in use; `None` while it is the kit the window opened on.
    pub version: Option<VersionName>,
    /// Its day, ISO, if it says one.
    pub date: Option<String>,
    /// The one that waits for the next interview.
    pub waiting: Option<Box<Picked>>,
    /// Why the published version is not in use, in French.
    pub trouble: Option<String>,
    /// Whether somebody named the kit to open: then that one is used, whatever is published.
    pub named: bool,
    /// Whether somebody did something since the interview in hand began.
    acted: bool,
}

impl Publishing {
    fn known(&self) -> Option<VersionName> {
        let waiting = self.waiting.as_ref().map(|picked| picked.version);
        waiting.or(self.version)
    }
}

/// What an update began with.
pub(super) struct Before {
    session: u32,
    revision: u32,
    gesture: bool,
}

impl Before {
    pub(super) fn of(state: &State, gesture: bool) -> Self {
        Self {
            session: state.session.id,
            revision: state.session.revision,
            gesture,
        }
    }
}

impl State {
    /// Starts on a kit that somebody named, and stays on it.
    #[must_use]
    pub fn with_named_kit(mut self) -> Self {
        self.publishing.named = true;
        self
    }

    /// Starts on a published version.
    #[must_use]
    pub fn with_published(mut self, picked: &Picked) -> Self {
        self.set_guard(picked.words.clone());
        self.publishing.version = Some(picked.version);
        self.publishing.date.clone_from(&picked.date);
        self
    }

    /// Asks what is published, where there is a folder to ask.
    pub fn look_for_kit(&self) -> Option<Effect> {
        let folder = self.settings.published_folder.clone();
        let folder = folder.filter(|_| !self.publishing.named)?;
        let known = self.publishing.known();
        Some(Effect::LookForKit { folder, known })
    }

    /// Says whether no interview is under way, not even one of which nothing is noted yet.
    fn is_between_interviews(&self) -> bool {
        !self.publishing.acted
            && self.session.is_blank()
            && self.session.revision == 0
            && self.parked.is_none()
            && self.found.is_none()
    }
}

/// Takes what a look gave.
pub(super) fn looked(state: &mut State, folder: &PathBuf, looked: Looked) -> Vec<Effect> {
    if state.settings.published_folder.as_ref() != Some(folder) {
        // Another folder was chosen while this one was thinking.
        return state.look_for_kit().into_iter().collect();
    }
    let publishing = &mut state.publishing;
    match looked {
        Looked::Same | Looked::Nothing => publishing.trouble = None,
        Looked::New(picked) => {
            publishing.trouble = None;
            // A late answer to an earlier question may be what is in use.
            let known = publishing.version == Some(picked.version);
            publishing.waiting = (!known).then_some(picked);
        }
        Looked::Refused(why) | Looked::Away(why) => publishing.trouble = Some(why),
    }
    Vec::new()
}

/// Another folder, or none: what waits came from the one before.
pub(super) fn chosen(state: &mut State, folder: Option<PathBuf>) {
    state.settings.published_folder = folder;
    state.publishing.waiting = None;
    state.publishing.trouble = None;
}

/// After each update: takes the kit that waits if no interview is under way, and asks again when one
/// begins or ends.
pub(super) fn between(state: &mut State, before: &Before) -> Vec<Effect> {
    let begun = state.session.id != before.session;
    state.publishing.acted = !begun && (state.publishing.acted || before.gesture);
    let mut effects = Vec::new();
    if state.is_between_interviews()
        && let Some(picked) = state.publishing.waiting.take()
    {
        let Picked {
            version,
            date,
            kit,
            words,
        } = *picked;
        state.publishing.version = Some(version);
        state.publishing.date = date;
        state.set_guard(words);
        let other = state.bare_kit().id != kit.id;
        state.take_local();
        let kit = state.dressed(kit);
        state.begin_with(kit);
        if other {
            effects.extend(state.look_for_local());
        }
        if state.toast.is_none() {
            state.toast = Some(Toast::KitVersion(version.number));
        }
        effects.push(Effect::KitChanged);
    } else if state.is_between_interviews() && state.take_local() {
        let kit = state.dressed(state.bare_kit().clone());
        state.begin_with(kit);
        if state.toast.is_none() {
            state.toast = Some(Toast::Ours);
        }
    }
    let first_fact = !begun && before.revision == 0 && state.session.revision > 0;
    if begun || first_fact {
        effects.extend(state.look_for_kit());
        effects.extend(state.look_for_local());
    }
    effects
}
