//! « Préparer un atelier »: how long, with how many, which scenarios, and the pack that is printed.
//!
//! Nothing of it is kept: leaving the program forgets it. It must never name a participant, nor change
//! the draft.

use std::path::PathBuf;
use std::sync::Arc;

use super::sharing::{Errand, Work, Written, begin};
use super::{Spot, WorkshopState};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::domain::ids::{PersonaId, ScenarioId};
use crate::domain::kit::KitContent;
use crate::domain::training::pack::Pack;
use crate::domain::training::scenario::{self, Scenario};
use crate::domain::training::session::{self, Length, PEOPLE, Session, Wish};
use crate::domain::vocab::{Channel, Language, Theme};
use crate::text;

/// An intent about the workshop being prepared.
#[derive(Clone, Debug, PartialEq)]
pub enum PrepareAction {
    /// How long.
    Length(Length),
    /// One person more.
    More,
    /// One person fewer.
    Less,
    /// Wishes to meet a persona, or no longer.
    Persona(PersonaId),
    /// Only this channel, or any.
    Channel(Option<Channel>),
    /// Only this theme, or any.
    Theme(Option<Theme>),
    /// Proposes others.
    Propose,
    /// Takes a scenario, or leaves it out: from then on the choice is made by hand.
    Toggle(ScenarioId),
    /// Shows every scenario, or those chosen.
    ShowAll(bool),
    /// Opens the debrief of a scenario, or closes it.
    Debrief(Option<ScenarioId>),
    /// Writes the pack there, or where a dialog says.
    Write(Option<PathBuf>),
    /// Writes the whole pack as pages to print, where a dialog says.
    Print,
}

/// The scenarios of a kit, as the page needs them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenarios {
    /// Those that could be read.
    pub all: Vec<Scenario>,
    /// Files that could not.
    pub unread: usize,
}

/// Everything of it.
#[derive(Clone, Debug)]
pub struct Preparing {
    /// How long.
    pub length: Length,
    /// Participants, besides whoever leads.
    pub people: usize,
    /// What is to be practised.
    pub wish: Wish,
    /// Which proposal.
    turn: usize,
    /// What was chosen by hand; `None` while the proposal stands.
    chosen: Option<Vec<ScenarioId>>,
    /// The scenarios; `None` until they are read.
    pub shelf: Option<Arc<Scenarios>>,
    /// Whether all of them are in view.
    pub all_shown: bool,
    /// Whose debrief is in view.
    pub debrief: Option<ScenarioId>,
}

impl Default for Preparing {
    fn default() -> Self {
        Self {
            length: Length::default(),
            people: 6,
            wish: Wish::default(),
            turn: 0,
            chosen: None,
            shelf: None,
            all_shown: false,
            debrief: None,
        }
    }
}

impl Preparing {
    /// The scenarios that a kit can play, in their order.
    pub fn playable(&self, content: &KitContent) -> Vec<&Scenario> {
        let all = self.shelf.iter().flat_map(|shelf| &shelf.all);
        all.filter(|one| scenario::fits(content, one)).collect()
    }

    /// Says whether the choice was made by hand.
    pub fn is_by_hand(&self) -> bool {
        self.chosen.is_some()
    }

    /// What is played, in order: the choice made by hand, or the proposal.
    pub fn picked<'s>(&self, playable: &[&'s Scenario]) -> Vec<&'s Scenario> {
        let proposed;
        let ids = if let Some(chosen) = &self.chosen {
            chosen
        } else {
            proposed = session::pick(playable, &self.wish, self.length, self.turn);
            &proposed
        };
        let find = |id: &ScenarioId| playable.iter().copied().find(|one| one.id == *id);
        ids.iter().filter_map(find).collect()
    }

    /// Says whether there is something else to propose.
    pub fn has_others(&self, playable: &[&Scenario]) -> bool {
        let pick = |turn| session::pick(playable, &self.wish, self.length, turn);
        pick(self.turn) != pick(self.turn + 1)
    }

    /// The running order of what is picked.
    pub fn session(&self, picked: &[&Scenario]) -> Session {
        Session::plan(self.length, picked, self.people)
    }

    /// What is printed.
    pub fn pack(&self, language: Language, content: &KitContent, day: &str) -> Pack {
        let playable = self.playable(content);
        let picked = self.picked(&playable);
        text::pack::pack(language, content, &self.session(&picked), &picked, day)
    }

    fn toggle(&mut self, content: &KitContent, id: ScenarioId) {
        let playable = self.playable(content);
        let mut chosen: Vec<ScenarioId> = self
            .picked(&playable)
            .iter()
            .map(|one| one.id.clone())
            .collect();
        if chosen.contains(&id) {
            chosen.retain(|other| *other != id);
        } else {
            chosen.push(id);
        }
        self.chosen = Some(chosen);
    }
}

/// Asks for the scenarios where they are looked at and not read yet.
pub(super) fn arrived(state: &mut State) -> Vec<Effect> {
    let workshop = &mut state.workshop;
    if *workshop.spot() != Spot::Prepare {
        return Vec::new();
    }
    workshop.sharing.files.written = None;
    workshop.sharing.files.trouble = None;
    let language = match workshop.content() {
        Some(content) if workshop.preparing.shelf.is_none() => content.language.clone(),
        _ => return Vec::new(),
    };
    vec![Effect::Share(Box::new(Errand::Scenarios(language)))]
}

/// Carries out an intent.
pub(super) fn act(state: &mut State, action: PrepareAction) -> Vec<Effect> {
    let language = state.language();
    let day = state.today.clone();
    let workshop = &mut state.workshop;
    // What was written was another pack.
    if !matches!(
        action,
        PrepareAction::Debrief(_) | PrepareAction::ShowAll(_)
    ) {
        workshop.sharing.files.written = None;
        workshop.sharing.files.trouble = None;
    }
    let preparing = &mut workshop.preparing;
    match action {
        PrepareAction::Length(length) => preparing.length = length,
        PrepareAction::More => preparing.people = (preparing.people + 1).min(*PEOPLE.end()),
        PrepareAction::Less => {
            preparing.people = preparing.people.saturating_sub(1).max(*PEOPLE.start());
        }
        PrepareAction::Persona(id) => {
            preparing.chosen = None;
            let personas = &mut preparing.wish.personas;
            if personas.contains(&id) {
                personas.retain(|other| *other != id);
            } else {
                personas.push(id);
            }
        }
        PrepareAction::Channel(channel) => {
            preparing.chosen = None;
            preparing.wish.channel = channel;
        }
        PrepareAction::Theme(theme) => {
            preparing.chosen = None;
            preparing.wish.theme = theme;
        }
        PrepareAction::Propose => {
            if preparing.chosen.take().is_none() {
                preparing.turn += 1;
            }
        }
        PrepareAction::Toggle(id) => toggle(workshop, id),
        PrepareAction::ShowAll(all) => preparing.all_shown = all,
        PrepareAction::Debrief(id) => preparing.debrief = id,
        PrepareAction::Write(to) => {
            return write(workshop, language, &day, |name, pack| Errand::Write {
                to,
                name: format!("{name}.md"),
                what: Written::Pack(pack),
            });
        }
        PrepareAction::Print => {
            return write(workshop, language, &day, |name, pack| Errand::Write {
                to: None,
                name: format!("{name}.pdf"),
                what: Written::Pages(pack),
            });
        }
    }
    Vec::new()
}

fn toggle(workshop: &mut WorkshopState, id: ScenarioId) {
    if let Some(desk) = workshop.desk.as_deref() {
        workshop.preparing.toggle(desk.content(), id);
    }
}

fn write(
    workshop: &mut WorkshopState,
    language: Language,
    day: &str,
    errand: impl FnOnce(String, Arc<Pack>) -> Errand,
) -> Vec<Effect> {
    let Some(content) = workshop.content() else {
        return Vec::new();
    };
    let pack = workshop.preparing.pack(language, content, day);
    let minutes = workshop.preparing.length.minutes().to_string();
    let name = text::format(
        language,
        "seance_file",
        &[("minutes", minutes.into()), ("day", day.into())],
    );
    let errand = errand(name, Arc::new(pack));
    let work = match errand {
        Errand::Write { to: Some(_), .. } => Work::Writing,
        _ => Work::Choosing,
    };
    begin(&mut workshop.sharing, work, errand)
}

/// The scenarios of the kit, as the disk gave them.
pub(super) fn came(workshop: &mut WorkshopState, scenarios: Arc<Scenarios>) {
    workshop.preparing.shelf = Some(scenarios);
}
