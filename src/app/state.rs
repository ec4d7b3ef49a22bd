//! What is true about the work: kit, interview, what the engine says of it, and what is open.
//!
//! Here is what it is made of, and how it begins; `lists` says what is offered, `standing` where the
//! interview stands. It must never be changed by looking at it.

mod lists;
mod standing;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::draft::Draft;
use crate::domain::engine::Contradiction;
use crate::domain::guard::GuardLexicon;
use crate::domain::identification::Identification;
use crate::domain::identify::{Recogniser, Scratch};
use crate::domain::ids::{CueId, FamilyId};
use crate::domain::kept::{NoDraft, PlaceKind};
use crate::domain::kit::Kit;
use crate::domain::sensitive::Sensitive;
use crate::domain::settings::Settings;
use crate::domain::vocab::{Channel, Language};

use super::action::{Format, Stamp};
use super::command::Command;
use super::keeping::Keeping;
pub use super::learning::Learning;
use super::local::Local;
use super::publishing::Publishing;
use super::remarks::Remarks;
use super::search::Index;
pub use super::session::{
    AfterEnd, Badge, Moment, Now, Overlay, RecentKey, Session, SessionName, Shape, Toast,
};
use super::training::TrainingState;
use super::workshop::WorkshopState;
pub use lists::{FAMILY_PAGE, OWN_QUESTIONS};

/// The structure setting of a structure accredited to act for people.
pub const ACCREDITED: &str = "aidants-connect";

/// Everything.
#[derive(Clone, Debug)]
pub struct State {
    /// The kit in use.
    pub kit: Arc<Kit>,
    recognisers: Arc<[(Channel, Recogniser)]>,
    /// The engine's buffers, one per recogniser, kept from key to key.
    scratches: Vec<Scratch>,
    /// The interview in hand.
    pub session: Session,
    /// The other one, put aside.
    pub parked: Option<Session>,
    /// What the engine says of the interview in hand.
    pub identification: Result<Identification, Contradiction>,
    /// The layer above the panel.
    pub overlay: Option<Overlay>,
    /// The family whose own page is open.
    pub family: Option<FamilyId>,
    /// Whether a key opened it, in which case one digit closes it.
    pub family_by_key: bool,
    /// The current message.
    pub toast: Option<Toast>,
    /// Whether everything is hidden.
    pub curtain: bool,
    /// The search text.
    pub query: Sensitive,
    /// Keys of the last instants.
    pub recent_keys: Vec<RecentKey>,
    /// What this workplace chose.
    pub settings: Settings,
    /// Settings of the structure given on the command line; rules and steps read them.
    structure: BTreeSet<String>,
    /// The words of the kit, folded once for the search.
    pub(super) index: Arc<Index>,
    /// The line chosen in an open list.
    pub choice: usize,
    /// The page of the open family.
    pub family_page: usize,
    /// The command that waits for its letter.
    pub rebinding: Option<Command>,
    /// Whether the platform lets a window stay on top.
    pub can_pin: bool,
    /// The cue noted last, whose thread is drawn.
    pub last_cue: Option<CueId>,
    /// The shape the window was last given.
    pub shape: Shape,
    /// When somebody last did something, in milliseconds since the start.
    pub last_gesture: u64,
    /// When the warning before a wipe was given.
    pub warned: Option<u64>,
    /// Interviews begun since the start.
    sessions: u32,
    /// The French edition, when the one in view is in another language: notes are in French.
    pub(super) french: Option<Arc<Kit>>,
    /// The local tally.
    pub learning: Learning,
    /// What a crash left, until the agent decides.
    pub found: Option<Box<Draft>>,
    /// What kind of place notes go to, as far as is known.
    pub notes_place: PlaceKind,
    /// The screen of what is kept.
    pub keeping: Keeping,
    /// The files that are being erased, until that is reported.
    pub erasing: Vec<PathBuf>,
    /// Why no draft is kept; `None` if one is.
    pub no_draft: Option<NoDraft>,
    /// The note whose file is being written.
    pub saving: Option<(Stamp, Format)>,
    /// The kit a manager publishes.
    pub publishing: Publishing,
    /// What is the structure's own over it.
    pub local: Local,
    /// Remarks on the texts of the kit.
    pub remarks: Remarks,
    /// The words the guard knows, besides identifiers.
    guard: Arc<GuardLexicon>,
    /// The date notes carry.
    pub today: String,
    /// Minutes since the interview's first action.
    pub elapsed_minutes: u64,
    /// The second space of the window.
    pub workshop: WorkshopState,
    /// The third one.
    pub training: TrainingState,
}

fn recognisers(kit: &Kit) -> Arc<[(Channel, Recogniser)]> {
    kit.channels
        .iter()
        .map(|channel| (*channel, Recogniser::new(kit, *channel)))
        .collect()
}

impl State {
    /// Goes on with another edition of the kit, in another language: the ids are the same, so what is
    /// noted stays.
    pub fn change_edition(&mut self, kit: Arc<Kit>) {
        if self.kit.language == Language::French.key() {
            self.french = Some(self.kit.clone());
        }
        if kit.language == Language::French.key() {
            self.french = None;
        }
        let kit = self.dressed(kit);
        self.recognisers = recognisers(&kit);
        self.scratches = self.recognisers.iter().map(|(_, r)| r.scratch()).collect();
        self.index = Arc::new(Index::of(&kit));
        self.kit = kit;
        self.recompute();
    }

    /// Begins again on another kit: the interview in hand must be one of which nothing was noted.
    pub(super) fn begin_with(&mut self, kit: Arc<Kit>) {
        self.recognisers = recognisers(&kit);
        self.scratches = self.recognisers.iter().map(|(_, r)| r.scratch()).collect();
        self.index = Arc::new(Index::of(&kit));
        self.french = None;
        self.kit = kit;
        let (id, badge) = (self.session.id, self.session.badge);
        self.session = Session {
            id,
            badge,
            ..Session::new(self.first_channel())
        };
        self.family = None;
        self.family_page = 0;
        self.choice = 0;
        self.last_cue = None;
        self.recent_keys.clear();
        self.learning.proposal = None;
        self.recompute();
    }

    /// Starts on a kit with a blank interview at the counter (or the kit's first channel).
    pub fn new(kit: Arc<Kit>) -> Self {
        let recognisers = recognisers(&kit);
        let channel = kit.channels.first().copied().unwrap_or(Channel::Counter);
        let index = Index::of(&kit);
        let mut state = Self {
            kit,
            scratches: recognisers.iter().map(|(_, r)| r.scratch()).collect(),
            recognisers,
            session: Session::new(channel),
            parked: None,
            identification: Err(Contradiction {
                culprits: Vec::new(),
            }),
            overlay: None,
            family: None,
            family_by_key: false,
            toast: None,
            curtain: false,
            query: Sensitive::new(),
            recent_keys: Vec::new(),
            settings: Settings::default(),
            structure: BTreeSet::new(),
            index: Arc::new(index),
            choice: 0,
            family_page: 0,
            rebinding: None,
            can_pin: true,
            last_cue: None,
            shape: Shape::Wide,
            last_gesture: 0,
            warned: None,
            sessions: 0,
            french: None,
            learning: Learning::default(),
            found: None,
            notes_place: PlaceKind::Local,
            keeping: Keeping::default(),
            erasing: Vec::new(),
            no_draft: None,
            saving: None,
            publishing: Publishing::default(),
            local: Local::default(),
            remarks: Remarks::default(),
            guard: Arc::default(),
            today: String::new(),
            elapsed_minutes: 0,
            workshop: WorkshopState::default(),
            training: TrainingState::default(),
        };
        state.recompute();
        state
    }

    /// Asks the engine again; called after every change of facts.
    pub(super) fn recompute(&mut self) {
        let facts = &self.session.interview.facts().evidence;
        let mut evidence = Cow::Borrowed(facts);
        if !self.structure.is_empty() {
            evidence
                .to_mut()
                .settings
                .extend(self.structure.iter().cloned());
        }
        if self.settings.accredited {
            evidence.to_mut().settings.insert(ACCREDITED.to_owned());
        }
        let mut compiled = self.recognisers.iter().zip(&mut self.scratches);
        let of_channel = self
            .recognisers
            .iter()
            .position(|(channel, _)| *channel == evidence.channel)
            .unwrap_or(0);
        self.identification = match compiled.nth(of_channel) {
            Some(((_, recogniser), scratch)) => {
                recogniser.identify_with(&self.kit, &evidence, scratch)
            }
            None => Err(Contradiction {
                culprits: Vec::new(),
            }),
        };
    }

    /// Gives the guard its words.
    #[must_use]
    pub fn with_guard(mut self, guard: GuardLexicon) -> Self {
        self.guard = Arc::new(guard);
        self
    }

    pub(super) fn set_guard(&mut self, guard: Arc<GuardLexicon>) {
        self.guard = guard;
    }

    pub(super) fn guard(&self) -> &GuardLexicon {
        &self.guard
    }

    pub(super) fn year(&self) -> u32 {
        let year = self.today.get(..4).and_then(|year| year.parse().ok());
        year.unwrap_or(2026)
    }

    /// Switches settings of the structure on.
    #[must_use]
    pub fn with_structure(mut self, structure: impl IntoIterator<Item = String>) -> Self {
        self.structure.extend(structure);
        self.recompute();
        self
    }

    /// Starts with what this workplace chose.
    #[must_use]
    pub fn with_settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self.session = Session::new(self.first_channel());
        self.shape = self.shape_wanted();
        self.recompute();
        self
    }

    /// A blank interview on a draft, as this workplace would have it: the same settings, and nothing
    /// of what is noted, counted, kept or published.
    pub(super) fn on_trial(&self, kit: Arc<Kit>) -> Self {
        let settings = Settings {
            folds: false,
            timer: false,
            // A try-out asks no folder.
            local_folder: None,
            ..self.settings.clone()
        };
        let mut state = Self::new(kit)
            .with_structure(self.structure.iter().cloned())
            .with_settings(settings)
            .with_named_kit();
        state.can_pin = false;
        state.today.clone_from(&self.today);
        state
    }

    /// The language of the interface.
    pub fn language(&self) -> Language {
        self.settings.language
    }

    /// Begins a blank interview.
    pub(super) fn fresh_session(&mut self) -> Session {
        self.sessions += 1;
        Session {
            id: self.sessions,
            ..Session::new(self.first_channel())
        }
    }

    /// Somebody did something: what waits for an absence starts again.
    pub fn touched(&mut self, millis: u64) {
        self.last_gesture = millis;
        self.warned = None;
        if self.toast == Some(Toast::Idle) {
            self.toast = None;
        }
    }
}
