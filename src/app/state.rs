//! What is true about the work: kit, interview, what the engine says of it, and what is open.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::draft::Draft;
use crate::domain::engine::Contradiction;
use crate::domain::guard::GuardLexicon;
use crate::domain::identification::{Identification, WhyAsk};
use crate::domain::identify::{Recogniser, Scratch};
use crate::domain::ids::{CueId, FamilyId, PersonaId, QuestionId, StepId};
use crate::domain::interview::StepMark;
use crate::domain::kept::{NoDraft, PlaceKind};
use crate::domain::kit::{Kit, Layer, Procedure};
use crate::domain::print::order;
use crate::domain::sensitive::Sensitive;
use crate::domain::settings::Settings;
use crate::domain::study::tally::{DRIFT, Proposal, Tally};
use crate::domain::vocab::{Channel, Language};

use super::action::{Action, Format, Stamp};
use super::command::Command;
use super::keeping::Keeping;
use super::local::Local;
use super::publishing::Publishing;
use super::remarks::Remarks;
use super::search::Index;
pub use super::session::{
    AfterEnd, Badge, Moment, Now, Overlay, RecentKey, Session, SessionName, Shape, Toast,
};
use super::training::TrainingState;
use super::workshop::WorkshopState;

/// The structure setting of a structure accredited to act for people.
pub const ACCREDITED: &str = "aidants-connect";
/// Cues on a page of a family: as many as there are digits.
pub const FAMILY_PAGE: usize = 10;
/// Questions the panel proposes by itself in a contact.
pub const OWN_QUESTIONS: usize = 2;

/// What this machine counted of confirmed contacts, if a manager asked for it.
#[derive(Clone, Debug, Default)]
pub struct Learning {
    /// The counts; `None` while nobody switched it on.
    pub tally: Option<Tally>,
    /// Where they are written, to be shown.
    pub file: String,
    /// What went wrong with the file, in French.
    pub trouble: Option<String>,
    /// What a recalibration would bring, once asked for.
    pub proposal: Option<Box<Proposal>>,
}

impl Learning {
    /// Says by how much confirmed contacts no longer fit the kit, if they do.
    pub fn alarm(&self, kit: &Kit) -> Option<f64> {
        self.tally
            .as_ref()
            .and_then(|tally| tally.drift(kit))
            .filter(|z| *z > DRIFT)
    }
}

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

    /// Says whether nothing of the recognising may be in sight: the strip, once a lead is followed.
    pub fn is_discreet(&self) -> bool {
        self.shape == Shape::Strip && self.moment() == Moment::Accompany
    }

    /// The channel of a new interview: the setting, if the kit serves it, else the kit's first.
    pub fn first_channel(&self) -> Channel {
        self.settings
            .channel
            .filter(|channel| self.kit.channels.contains(channel))
            .or_else(|| self.kit.channels.first().copied())
            .unwrap_or(Channel::Counter)
    }

    /// The shape the window should have: what the agent chose for this interview, else the strip on
    /// the phone and once a lead is followed.
    pub fn shape_wanted(&self) -> Shape {
        // One writes in the workshop and reads in training; the interview gets its shape back.
        if self.workshop.shown || self.training.shown {
            return Shape::Wide;
        }
        let by_itself = self.settings.folds
            && (self.evidence().channel == Channel::Phone || self.moment() == Moment::Accompany);
        if self.session.folded.unwrap_or(by_itself) {
            Shape::Strip
        } else {
            Shape::Wide
        }
    }

    /// The profile that comes second, once something is counted.
    pub fn runner_up(&self) -> Option<&PersonaId> {
        let identification = self.identification.as_ref().ok()?;
        (identification.counted > 0).then_some(())?;
        identification.runner_up().map(|c| &c.id)
    }

    /// Says whether a card offers to be followed: a profile, while recognising.
    pub fn may_follow(&self, persona: &PersonaId) -> bool {
        let is_profile = self
            .kit
            .persona(persona.as_str())
            .is_some_and(|p| p.layer == Layer::Profile);
        is_profile && self.moment() == Moment::Recognise
    }

    /// Lists the cues of the open family that are in view: ten a page, as digits reach ten.
    pub fn family_page_cues(&self, family: &FamilyId) -> Vec<CueId> {
        let cues = self.family_cues(family);
        cues.into_iter()
            .skip(self.family_page * FAMILY_PAGE)
            .take(FAMILY_PAGE)
            .collect()
    }

    /// How many pages the family takes.
    pub fn family_pages(&self, family: &FamilyId) -> usize {
        self.family_cues(family).len().div_ceil(FAMILY_PAGE).max(1)
    }

    /// Somebody did something: what waits for an absence starts again.
    pub fn touched(&mut self, millis: u64) {
        self.last_gesture = millis;
        self.warned = None;
        if self.toast == Some(Toast::Idle) {
            self.toast = None;
        }
    }

    /// Says which moment it is.
    pub fn moment(&self) -> Moment {
        if self.evidence().followed.is_some() {
            Moment::Accompany
        } else {
            Moment::Recognise
        }
    }

    /// Gives what is known of the contact.
    pub fn evidence(&self) -> &crate::domain::evidence::Evidence {
        &self.session.interview.facts().evidence
    }

    /// Gives the persona followed, or the lead once something is counted.
    pub fn lead(&self) -> Option<&PersonaId> {
        if let Some(followed) = &self.evidence().followed {
            return Some(followed);
        }
        let identification = self.identification.as_ref().ok()?;
        if identification.counted == 0 {
            return None;
        }
        identification.top().map(|c| &c.id)
    }

    /// Says whether there is a lead good enough to be followed with one key.
    pub fn has_lead(&self) -> bool {
        use crate::domain::vocab::Label;
        self.identification
            .as_ref()
            .is_ok_and(|i| matches!(i.label, Label::Clear | Label::Possible))
    }

    /// Says whether a rule speaks of somebody's safety.
    pub fn in_danger(&self) -> bool {
        use crate::domain::vocab::Severity;
        self.identification
            .as_ref()
            .is_ok_and(|i| i.notices.iter().any(|n| n.severity == Severity::Safety))
    }

    /// Gives the question in view: the agent's choice, or the best one proposed.
    ///
    /// By itself the panel proposes at most two questions a contact; a rule may still ask.
    pub fn question_in_view(&self) -> Option<&QuestionId> {
        if let Some(chosen) = &self.session.question {
            return Some(chosen);
        }
        let identification = self.identification.as_ref().ok()?;
        let evidence = self.evidence();
        let asked = evidence.answers.len() + evidence.unanswered.len();
        identification
            .next_questions
            .iter()
            .find(|q| q.why == WhyAsk::Rule || asked < OWN_QUESTIONS)
            .map(|q| &q.id)
    }

    /// Lists the steps in view: those already marked keep their place first, then the plan.
    pub fn steps(&self) -> Vec<StepId> {
        let facts = self.session.interview.facts();
        let planned = self
            .identification
            .as_ref()
            .map_or(&[][..], |i| i.plan.as_slice());
        let mut steps: Vec<StepId> = facts
            .marks
            .iter()
            .map(|(id, _)| id.clone())
            .filter(|id| planned.iter().all(|p| &p.id != id))
            .collect();
        steps.extend(
            facts
                .added
                .iter()
                .filter(|id| !steps.contains(id))
                .cloned()
                .collect::<Vec<_>>(),
        );
        for step in planned {
            if !steps.contains(&step.id) {
                steps.push(step.id.clone());
            }
        }
        steps
    }

    /// Gives the mark of a step.
    pub fn mark(&self, step: &StepId) -> Option<StepMark> {
        self.session
            .interview
            .facts()
            .marks
            .iter()
            .find(|(id, _)| id == step)
            .map(|(_, mark)| *mark)
    }

    /// Gives the current step: the one under the cursor, or the first left to do.
    pub fn current_step(&self) -> Option<StepId> {
        let steps = self.steps();
        self.session
            .cursor
            .clone()
            .filter(|id| steps.contains(id))
            .or_else(|| steps.into_iter().find(|id| self.mark(id).is_none()))
    }

    /// Lists the cues of a family on the channel, in kit order, the short deck first.
    pub fn family_cues(&self, family: &FamilyId) -> Vec<CueId> {
        let cues = order::cues_of(&self.kit, family, Some(self.evidence().channel));
        cues.into_iter().map(|cue| cue.id.clone()).collect()
    }

    /// Says what a digit picks in an open list, as an action.
    pub(super) fn pick(&self, overlay: &Overlay, position: usize) -> Option<Action> {
        use crate::domain::vocab::{Orientation, Outcome, Theme};
        Some(match overlay {
            Overlay::Themes => {
                let theme = *Theme::ALL.get(position)?;
                let current = self.evidence().theme;
                Action::SetTheme((current != Some(theme)).then_some(theme))
            }
            Overlay::Leads => Action::Follow(self.leads().get(position)?.clone()),
            Overlay::Questions => Action::ShowQuestion(self.questions().get(position)?.clone()),
            Overlay::Procedures => Action::Open(Overlay::Procedure(
                self.procedures().get(position)?.id.clone(),
            )),
            Overlay::Orientation => {
                let orientation = *Orientation::ALL.get(position)?;
                let current = self.session.interview.facts().orientation;
                Action::SetOrientation((current != Some(orientation)).then_some(orientation))
            }
            Overlay::Review => {
                let outcome = *Outcome::ALL.get(position)?;
                let current = self.session.interview.facts().outcome;
                Action::SetOutcome((current != Some(outcome)).then_some(outcome))
            }
            _ => return None,
        })
    }

    /// Lists the démarches of the chosen theme; without one all of them, theme by theme.
    pub fn procedures(&self) -> Vec<&Procedure> {
        let theme = self.evidence().theme;
        let mut list: Vec<&Procedure> = self
            .kit
            .procedures
            .iter()
            .filter(|p| theme.is_none_or(|theme| p.theme == theme))
            .collect();
        list.sort_by_key(|p| p.theme);
        list
    }

    /// Lists the leads one may follow: most probable first, or kit order before anything is known.
    pub fn leads(&self) -> Vec<PersonaId> {
        match &self.identification {
            Ok(identification) => identification
                .candidates
                .iter()
                .map(|c| c.id.clone())
                .collect(),
            Err(_) => self.kit.profiles().map(|p| p.id.clone()).collect(),
        }
    }

    /// Lists the questions one may ask now: proposed first, then the offers; none answered, none held.
    pub fn questions(&self) -> Vec<QuestionId> {
        let evidence = self.evidence();
        let mut list: Vec<QuestionId> = Vec::new();
        let held: &[QuestionId] = match &self.identification {
            Ok(identification) => {
                list.extend(identification.next_questions.iter().map(|q| q.id.clone()));
                &identification.held
            }
            Err(_) => &[],
        };
        for question in &self.kit.questions {
            let open = question.channels.contains(&evidence.channel)
                && !evidence.asked(&question.id)
                && !held.contains(&question.id)
                && !list.contains(&question.id);
            if open {
                list.push(question.id.clone());
            }
        }
        list.truncate(10);
        list
    }
}
