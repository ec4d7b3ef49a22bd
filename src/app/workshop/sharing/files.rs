//! Files to and from others: the kit, a card alone, cues and levels for a spreadsheet.
//!
//! What a file would change is shown first; taking it in is one thing that can be undone. It must never
//! replace an element of the kit without saying so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::update::begin;
use super::{Errand, Work, Written};
use crate::app::action::Effect;
use crate::app::state::State;
use crate::app::workshop::WorkshopState;
use crate::domain::ids::PersonaId;
use crate::domain::kit::KitContent;
use crate::domain::vocab::Language;
use crate::domain::workshop::diff::{self, Change};
use crate::domain::workshop::single::{self, Choice, Clash};
use crate::domain::workshop::table::{BadCell, Take};
use crate::domain::workshop::{Element, Refusal, apply, csv};
use crate::text;

/// An intent about files.
#[derive(Clone, Debug, PartialEq)]
pub enum FilesAction {
    /// Chooses what is given.
    Give(Given),
    /// Writes it there, or where a dialog says.
    Write(Option<PathBuf>),
    /// Reads that file, or the one a dialog says.
    Read(Option<PathBuf>),
    /// Chooses what becomes of an element that both have.
    Settle(Element, Choice),
    /// Takes in what was read.
    Take,
    /// Leaves it.
    Leave,
    /// The file is written, or not; `None` if no place was chosen.
    Written(Option<Result<PathBuf, String>>),
    /// What a file holds; `None` if none was chosen.
    Came(Option<Result<Came, String>>),
}

impl FilesAction {
    /// Says whether it comes from outside.
    pub const fn is_answer(&self) -> bool {
        matches!(self, Self::Written(_) | Self::Came(_))
    }
}

/// What is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Given {
    /// The kit.
    #[default]
    Kit,
    /// A card with what it needs.
    Card(PersonaId),
    /// Cues and levels.
    Table,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// A kit, or a card alone.
    Kit(String, Arc<KitContent>),
    /// A table.
    Table(String, String),
}

/// What a file is.
#[derive(Clone, Debug, PartialEq)]
pub enum Brings {
    /// A whole kit, which takes the place of the draft.
    Kit,
    /// A card, and what both have and say otherwise.
    Card(Arc<KitContent>, Vec<Clash>),
    /// Cues and levels, and the cells that cannot be read, each a French sentence.
    Table(Vec<String>),
}

/// What was read and not taken in yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The file's name.
    pub name: String,
    /// What it is.
    pub brings: Brings,
    /// What it changes.
    pub changes: Vec<Change>,
    /// The draft it was compared with.
    revision: u64,
    /// What was chosen for what both have.
    choices: BTreeMap<Element, Choice>,
    /// The draft with it.
    after: KitContent,
}

/// Everything of it.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// What is given.
    pub given: Given,
    /// Where the last file went.
    pub written: Option<PathBuf>,
    /// What went wrong, as a French sentence.
    pub trouble: Option<String>,
    /// The name of the file that was taken in last.
    pub taken: Option<String>,
    /// What was read and not taken in yet.
    pub incoming: Option<Box<Incoming>>,
}

/// Carries out an intent about files.
pub fn update(state: &mut State, action: FilesAction) -> Vec<Effect> {
    let language = state.language();
    let day = state.today.clone();
    let workshop = &mut state.workshop;
    let files = &mut workshop.sharing.files;
    match action {
        FilesAction::Give(given) => {
            files.written = None;
            files.given = given;
        }
        FilesAction::Write(to) => return write(workshop, to, &day),
        FilesAction::Read(from) => {
            files.trouble = None;
            files.taken = None;
            let work = if from.is_some() {
                Work::Reading
            } else {
                Work::Choosing
            };
            return begin(&mut workshop.sharing, work, Errand::Read(from));
        }
        FilesAction::Settle(element, choice) => settle(workshop, &element, choice),
        FilesAction::Take => return take(workshop, language),
        FilesAction::Leave => files.incoming = None,
        FilesAction::Written(result) => {
            workshop.sharing.work = None;
            let files = &mut workshop.sharing.files;
            match result {
                Some(Ok(path)) => files.written = Some(path),
                Some(Err(why)) => files.trouble = Some(why),
                None => files.trouble = Some(no_dialog(language)),
            }
        }
        FilesAction::Came(result) => {
            workshop.sharing.work = None;
            match result {
                Some(Ok(came)) => came_in(workshop, came),
                Some(Err(why)) => workshop.sharing.files.trouble = Some(why),
                None => workshop.sharing.files.trouble = Some(no_dialog(language)),
            }
        }
    }
    Vec::new()
}

fn no_dialog(language: Language) -> String {
    text::plain(language, "share_no_dialog").to_owned()
}

fn write(workshop: &mut WorkshopState, to: Option<PathBuf>, day: &str) -> Vec<Effect> {
    let Some(content) = workshop.content() else {
        return Vec::new();
    };
    let made = match &workshop.sharing.files.given {
        Given::Kit => Ok((
            format!("{}-{day}.ron", content.id),
            Written::Kit(Arc::new(content.clone())),
        )),
        Given::Card(persona) => single::extract(content, persona)
            .map(|card| (format!("{persona}.ron"), Written::Kit(Arc::new(card)))),
        Given::Table => Ok((
            format!("{}-{day}.csv", content.id),
            Written::Table(csv::write(content)),
        )),
    };
    let sharing = &mut workshop.sharing;
    sharing.files.written = None;
    sharing.files.trouble = None;
    match made {
        Ok((name, what)) => {
            let work = if to.is_some() {
                Work::Writing
            } else {
                Work::Choosing
            };
            begin(sharing, work, Errand::Write { to, name, what })
        }
        Err(refusal) => {
            sharing.files.trouble = Some(refusal.to_string());
            Vec::new()
        }
    }
}

fn came_in(workshop: &mut WorkshopState, came: Came) {
    let Some(desk) = &workshop.desk else {
        return;
    };
    let made = incoming(desk.content(), desk.revision(), came);
    let files = &mut workshop.sharing.files;
    match made {
        Ok(incoming) => files.incoming = Some(Box::new(incoming)),
        Err(refusal) => files.trouble = Some(refusal.to_string()),
    }
}

/// Says whether a kit is a card alone, as [`single::extract`] makes them.
fn is_card(kit: &KitContent) -> bool {
    matches!(kit.personas.as_slice(), [only] if only.id.as_str() == kit.id)
}

fn incoming(content: &KitContent, revision: u64, came: Came) -> Result<Incoming, Refusal> {
    let choices = BTreeMap::new();
    let (name, brings, after) = match came {
        Came::Kit(name, kit) if is_card(&kit) => {
            let (after, clashes) = with_card(content, &kit, &choices)?;
            (name, Brings::Card(kit, clashes), after)
        }
        Came::Kit(name, kit) => (name, Brings::Kit, (*kit).clone()),
        Came::Table(name, table) => {
            let read = csv::parse(content, &table)?;
            let bad = read.levels.bad.iter().map(BadCell::sentence).collect();
            let mut after = content.clone();
            let nothing =
                read.added.is_empty() && read.described.is_empty() && read.levels.good.is_empty();
            if !nothing {
                apply(&mut after, &read.edit(content, Take::Good)?)?;
            }
            (name, Brings::Table(bad), after)
        }
    };
    Ok(Incoming {
        name,
        brings,
        changes: diff::diff(content, &after),
        revision,
        choices,
        after,
    })
}

fn with_card(
    content: &KitContent,
    card: &KitContent,
    choices: &BTreeMap<Element, Choice>,
) -> Result<(KitContent, Vec<Clash>), Refusal> {
    let insertion = single::insert(content, card, choices)?;
    let mut after = content.clone();
    apply(&mut after, &insertion.edit)?;
    Ok((after, insertion.clashes))
}

fn settle(workshop: &mut WorkshopState, element: &Element, choice: Choice) {
    let (Some(desk), Some(incoming)) = (&workshop.desk, &mut workshop.sharing.files.incoming)
    else {
        return;
    };
    let Brings::Card(card, clashes) = &mut incoming.brings else {
        return;
    };
    let mut choices = incoming.choices.clone();
    choices.insert(element.clone(), choice);
    match with_card(desk.content(), card, &choices) {
        Ok((after, now)) => {
            *clashes = now;
            incoming.choices = choices;
            incoming.changes = diff::diff(desk.content(), &after);
            incoming.after = after;
        }
        Err(refusal) => workshop.sharing.files.trouble = Some(refusal.to_string()),
    }
}

/// Takes in what was read, as one thing that can be undone.
fn take(workshop: &mut WorkshopState, language: Language) -> Vec<Effect> {
    let (Some(desk), Some(incoming)) = (&mut workshop.desk, workshop.sharing.files.incoming.take())
    else {
        return Vec::new();
    };
    let before = desk.revision();
    if incoming.revision != before {
        // The draft changed under the preview: it is to be read again.
        let why = text::plain(language, "share_changed_meanwhile");
        workshop.sharing.files.trouble = Some(why.to_owned());
        return Vec::new();
    }
    let name = ("name", incoming.name.as_str().into());
    let label = text::format(language, "share_taken_label", &[name]);
    desk.replace(&incoming.after, &label);
    workshop.sharing.files.taken = Some(incoming.name);
    workshop.refresh();
    super::super::update::to_disk(workshop, before)
}

/// The name of a file, as it is shown.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
