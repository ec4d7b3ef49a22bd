//! « Ce qui distingue nos cartes »: which figures are asked for, which are in view, and what they say.
//!
//! The figures are computed elsewhere, on a copy of the draft; an answer that nobody waits for any more
//! is left. It must never show figures of an earlier draft without saying so.

use std::sync::Arc;

use super::{Spot, WorkshopState};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::domain::ids::{CueId, PersonaId};
use crate::domain::kit::KitContent;
use crate::domain::study::Progress;
use crate::domain::study::diagnose::{Diagnosis, MOST_STRANGERS, Observed, Options};
use crate::domain::vocab::Channel;
use crate::domain::workshop::{Element, Field, Name};

/// Contacts simulated for each profile: within 2.5 points, in some seconds on an old machine.
const SAMPLES: usize = 400;

/// What is to be computed, elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosing {
    /// Names it, when the answer comes.
    pub ticket: u64,
    /// A copy of the draft.
    pub content: Arc<KitContent>,
    /// The channel.
    pub channel: Channel,
    /// How.
    pub options: Options,
}

/// An intent about the map, or what comes back from where it is computed.
#[derive(Clone, Debug, PartialEq)]
pub enum MapAction {
    /// Chooses a channel.
    Channel(Channel),
    /// Stops the computation.
    Stop,
    /// Computes again.
    Start,
    /// It is so far.
    Progress(u64, Progress),
    /// It is done; `None` if the draft recognises nobody.
    Done(u64, Option<Box<Diagnosis>>),
}

/// A computation under way.
#[derive(Clone, Debug)]
pub struct Running {
    ticket: u64,
    revision: u64,
    channel: Channel,
    content: Arc<KitContent>,
    /// How far it is, in hundredths.
    pub percent: usize,
}

/// Figures, and the draft they are of.
#[derive(Clone, Debug)]
pub struct Found {
    revision: u64,
    /// The draft.
    pub content: Arc<KitContent>,
    /// The figures; `None` if the draft recognises nobody.
    pub diagnosis: Option<Box<Diagnosis>>,
    channel: Channel,
}

/// Everything of it.
#[derive(Clone, Debug, Default)]
pub struct Map {
    channel: Option<Channel>,
    running: Option<Running>,
    found: Option<Found>,
    /// The draft for which somebody stopped it.
    stopped: Option<(u64, Channel)>,
    tickets: u64,
}

impl Map {
    /// The computation under way.
    pub fn running(&self) -> Option<&Running> {
        self.running.as_ref()
    }

    /// The figures in view.
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }
}

impl WorkshopState {
    /// The map.
    pub fn map(&self) -> &Map {
        &self.map
    }

    /// The channel the map is of.
    pub fn map_channel(&self) -> Option<Channel> {
        let channels = &self.content()?.channels;
        let chosen = self.map.channel.filter(|chosen| channels.contains(chosen));
        chosen.or_else(|| channels.first().copied())
    }

    /// Says whether the figures in view are of an earlier draft.
    pub fn map_is_old(&self) -> bool {
        let revision = self.desk().map(crate::domain::workshop::Desk::revision);
        let found = self.map.found.as_ref();
        found.is_some_and(|found| Some(found.revision) != revision)
    }
}

/// Carries out an intent.
pub(super) fn act(state: &mut State, action: MapAction) -> Vec<Effect> {
    let map = &mut state.workshop.map;
    match action {
        MapAction::Channel(channel) => {
            map.channel = Some(channel);
            map.stopped = None;
            if map.found.as_ref().is_some_and(|f| f.channel != channel) {
                map.found = None;
            }
        }
        MapAction::Start => map.stopped = None,
        MapAction::Stop => {
            let Some(running) = map.running.take() else {
                return Vec::new();
            };
            map.stopped = Some((running.revision, running.channel));
            return vec![Effect::StopDiagnosis];
        }
        MapAction::Progress(ticket, progress) => {
            if let Some(running) = map.running.as_mut().filter(|r| r.ticket == ticket) {
                running.percent = progress.done * 100 / progress.total.max(1);
            }
            return Vec::new();
        }
        MapAction::Done(ticket, diagnosis) => {
            if let Some(running) = map.running.take_if(|running| running.ticket == ticket) {
                map.found = Some(Found {
                    revision: running.revision,
                    content: running.content,
                    channel: running.channel,
                    diagnosis,
                });
            }
        }
    }
    follow(state)
}

/// Asks for figures where they are in view and not of this draft; stops where nobody is there to see.
pub(super) fn follow(state: &mut State) -> Vec<Effect> {
    let workshop = &mut state.workshop;
    if !workshop.shown {
        // The interview comes first, on an old machine above all.
        let stopped = workshop.map.running.take();
        return stopped.map(|_| Effect::StopDiagnosis).into_iter().collect();
    }
    if *workshop.spot() != Spot::Map {
        return Vec::new();
    }
    let (Some(desk), Some(channel)) = (workshop.desk.as_deref(), workshop.map_channel()) else {
        return Vec::new();
    };
    let wanted = (desk.revision(), channel);
    let map = &mut workshop.map;
    let running = map.running.as_ref().map(|r| (r.revision, r.channel));
    let found = map.found.as_ref().map(|f| (f.revision, f.channel));
    if running == Some(wanted) || map.stopped == Some(wanted) {
        return Vec::new();
    }
    if running.is_none() && found == Some(wanted) {
        return Vec::new();
    }
    map.tickets += 1;
    map.stopped = None;
    let content = Arc::new(desk.content().clone());
    map.running = Some(Running {
        ticket: map.tickets,
        revision: wanted.0,
        channel,
        content: content.clone(),
        percent: 0,
    });
    vec![Effect::Diagnose(Box::new(Diagnosing {
        ticket: map.tickets,
        content,
        channel,
        options: Options {
            samples: SAMPLES,
            ..Options::default()
        },
    }))]
}

/// Something the figures say, in the order managers read it.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// A profile that can hardly come first.
    Never(PersonaId),
    /// A profile that comes first for the others' contacts too.
    Always(PersonaId),
    /// Two that cannot be told apart, and what tells them apart best.
    Alike(PersonaId, PersonaId, Option<Observed>),
    /// One that another covers.
    Shadowed(PersonaId, PersonaId),
    /// Contacts of nobody the kit knows are taken for a profile: share, and the setting to try.
    Strangers(f64, Option<f64>),
    /// A case that hangs on one level.
    Fragile(String, PersonaId, Observed, PersonaId),
    /// Two cues or questions that say the same.
    Redundant(Observed, Observed),
    /// What tells no profile from another, and whether it serves otherwise.
    Dead(Observed, bool),
}

impl Remark {
    /// The field to look at.
    pub fn field(&self) -> Field {
        let levels = |id: &PersonaId| Field::new(Element::Persona(id.clone()), Name::Cues);
        match self {
            Self::Never(id) | Self::Always(id) | Self::Shadowed(id, _) => levels(id),
            Self::Alike(one, _, Some(Observed::Cue(cue)))
            | Self::Fragile(_, one, Observed::Cue(cue), _) => {
                Field::cue_level(one.clone(), cue.clone())
            }
            Self::Alike(one, ..) | Self::Fragile(_, one, ..) => levels(one),
            Self::Strangers(..) => Field::new(Element::Manifest, Name::EngineNonePrior),
            Self::Redundant(item, _) | Self::Dead(item, _) => match item {
                Observed::Cue(id) => Field::new(Element::Cue(id.clone()), Name::Short),
                Observed::Question(id) => Field::new(Element::Question(id.clone()), Name::Ask),
            },
        }
    }
}

fn serves(content: &KitContent, item: &Observed) -> bool {
    use crate::domain::kit::Layer;
    let waits = content.rules.iter().any(|rule| waits_for(&rule.when, item));
    let mut situations = content
        .personas
        .iter()
        .filter(|p| p.layer == Layer::Situation);
    waits
        || situations.any(|persona| match item {
            Observed::Cue(id) => persona.cues.iter().any(|(cue, _)| cue == id),
            Observed::Question(id) => persona.answers.iter().any(|(asked, _)| asked == id),
        })
}

fn waits_for(condition: &crate::domain::kit::Condition, item: &Observed) -> bool {
    use crate::domain::kit::Condition;
    let cue = |id: &CueId| matches!(item, Observed::Cue(other) if other == id);
    match condition {
        Condition::Cue(id) | Condition::NotCue(id) => cue(id),
        Condition::Answer(id, _) => matches!(item, Observed::Question(other) if other == id),
        Condition::Any(all) | Condition::All(all) => all.iter().any(|one| waits_for(one, item)),
        Condition::Not(inner) => waits_for(inner, item),
        _ => false,
    }
}

/// Says what figures mean, worst first; what hangs on the same case is said once.
pub fn remarks(content: &KitContent, diagnosis: &Diagnosis) -> Vec<Remark> {
    let mut all: Vec<Remark> = Vec::new();
    all.extend(diagnosis.unreachable.iter().cloned().map(Remark::Never));
    all.extend(diagnosis.always_winning.iter().cloned().map(Remark::Always));
    all.extend(
        diagnosis
            .indistinct
            .iter()
            .map(|pair| Remark::Alike(pair.one.clone(), pair.other.clone(), pair.best.clone())),
    );
    all.extend(
        diagnosis
            .shadowed
            .iter()
            .map(|(one, by)| Remark::Shadowed(one.clone(), by.clone())),
    );
    let strangers = &diagnosis.strangers;
    if strangers.identified.value > MOST_STRANGERS {
        let share = strangers.identified.value;
        all.push(Remark::Strangers(share, strangers.none_prior));
    }
    all.extend(
        diagnosis
            .redundant
            .iter()
            .map(|(one, other)| Remark::Redundant(one.clone(), other.clone())),
    );
    let (kept, dead): (Vec<_>, Vec<_>) = diagnosis
        .dead
        .iter()
        .partition(|item| serves(content, item));
    all.extend(
        dead.into_iter()
            .map(|item| Remark::Dead(item.clone(), false)),
    );
    for same in diagnosis.fragile.chunk_by(|a, b| a.case == b.case) {
        all.extend(same.first().map(|one| {
            Remark::Fragile(
                one.case.clone(),
                one.persona.clone(),
                one.item.clone(),
                one.top.clone(),
            )
        }));
    }
    all.extend(
        kept.into_iter()
            .map(|item| Remark::Dead(item.clone(), true)),
    );
    all
}
