//! The cases of the kit, tried on every edit: what changes, accepted or refused one by one, and a
//! case being made.
//!
//! Cases are tried elsewhere, one run at a time; what comes back is shown with the draft it is
//! about. It must never change a case, or the draft, by itself.

mod building;

use std::sync::Arc;

use crate::domain::kit::{Kit, KitContent};
use crate::domain::validate::admit;
use crate::domain::workshop::bench::{self, CaseRow, Culprit, Standing, accept, culprit, run};
use crate::domain::workshop::{About, Desk, Edit, Field};

use super::{Spot, WorkshopState};

pub use building::{Building, Expected};

/// Which cases are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// Every case.
    #[default]
    All,
    /// Those that the draft says otherwise than the kit in use.
    Changed,
    /// Those that are not as expected.
    Wrong,
}

/// An intent about the cases.
#[derive(Clone, Debug, PartialEq)]
pub enum BenchAction {
    /// The cases were tried.
    Tried(Box<Tried>),
    /// Shows some cases only.
    Show(Shown),
    /// Opens a case, or closes it.
    Open(usize),
    /// Accepts what the draft says of a case.
    Accept(usize),
    /// Looks for what made a case change.
    Why(usize),
    /// Takes back what made it change, and what came after.
    TakeBack,
    /// Goes to what made it change.
    GoToCause,
    /// Goes to the levels of a case.
    Levels(usize),
    /// Begins a case.
    Begin,
    /// Gives the case up.
    GiveUp,
    /// Goes on with the case being made.
    Build(building::BuildAction),
    /// Adds the case being made.
    Add,
}

pub use building::BuildAction;

/// What is to be tried, elsewhere.
#[derive(Clone, Debug)]
pub struct Trial {
    /// Which draft it is.
    pub revision: u64,
    /// The kit in use.
    pub base: Base,
    /// The draft.
    pub content: Arc<KitContent>,
    /// The draft, sound; `None` if nothing of it is.
    pub draft: Option<Arc<Kit>>,
}

/// The kit in use, as known so far.
#[derive(Clone, Debug)]
pub enum Base {
    /// Not examined yet.
    Content(Arc<KitContent>),
    /// Examined.
    Kit(Arc<Kit>),
}

impl PartialEq for Trial {
    fn eq(&self, other: &Self) -> bool {
        // A draft of a revision is one draft.
        self.revision == other.revision && self.content == other.content
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Tried {
    /// Which draft it was.
    pub revision: u64,
    /// Its cases; `None` if one of the two kits cannot be tried.
    pub rows: Option<Vec<CaseRow>>,
    /// The kit in use, examined.
    pub base: Option<Arc<Kit>>,
}

impl PartialEq for Tried {
    fn eq(&self, other: &Self) -> bool {
        (self.revision, &self.rows) == (other.revision, &other.rows)
    }
}

impl Trial {
    /// Tries every case.
    pub fn run(self) -> Tried {
        let base = match self.base {
            Base::Kit(kit) => Some(kit),
            Base::Content(content) => admit((*content).clone(), None).kit.map(Arc::new),
        };
        let rows = match (&base, &self.draft) {
            (Some(base), Some(draft)) => Some(run(base, draft, &self.content)),
            _ => None,
        };
        Tried {
            revision: self.revision,
            rows,
            base,
        }
    }
}

/// The cases.
#[derive(Clone, Debug, Default)]
pub struct Bench {
    rows: Option<Arc<Vec<CaseRow>>>,
    /// The draft they were tried on.
    tried: Option<u64>,
    /// The draft they are being tried on.
    running: Option<u64>,
    /// The kit in use, and what it was read from.
    base: Option<(String, Arc<Kit>)>,
    /// Which cases are shown.
    pub shown: Shown,
    /// The case that is open.
    pub open: Option<usize>,
    /// What made a case change.
    pub cause: Option<(usize, Option<Culprit>)>,
    /// The case being made.
    pub building: Option<Building>,
}

/// Says whether agents are told otherwise, or would be.
pub fn is_changed(row: &CaseRow) -> bool {
    !matches!(row.standing, Standing::Same | Standing::SameWrong)
}

impl Bench {
    /// The cases as they were tried last.
    pub fn rows(&self) -> Option<&[CaseRow]> {
        self.rows.as_deref().map(Vec::as_slice)
    }

    /// Says whether they are being tried.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Says whether the last run was about the draft as it stands.
    pub fn is_current(&self, desk: &Desk) -> bool {
        self.tried == Some(desk.revision())
    }

    /// Says whether a case is shown.
    pub fn shows(&self, row: &CaseRow) -> bool {
        match self.shown {
            Shown::All => true,
            Shown::Changed => is_changed(row),
            Shown::Wrong => !row.differences.is_empty(),
        }
    }

    /// Counts the cases that are to be accepted or refused, and those that are not as expected.
    pub fn counts(&self) -> (usize, usize, usize) {
        let rows = self.rows().unwrap_or_default();
        let changed = rows.iter().filter(|row| is_changed(row)).count();
        let wrong = rows
            .iter()
            .filter(|row| !row.differences.is_empty())
            .count();
        (rows.len(), changed, wrong)
    }

    fn row(&self, at: usize) -> Option<&CaseRow> {
        self.rows()
            .and_then(|rows| rows.iter().find(|row| row.at == at))
    }

    /// Closes what is open; says whether there was any of it.
    pub(super) fn back(&mut self) -> bool {
        self.cause.take().is_some() || self.building.take().is_some() || self.open.take().is_some()
    }
}

/// What is to be tried now, if cases are in view and the draft has changed since.
pub(super) fn wanted(workshop: &mut WorkshopState) -> Option<Trial> {
    let in_view = matches!(workshop.spot, Spot::Bench | Spot::Levels);
    let desk = workshop.desk.as_deref()?;
    let revision = desk.revision();
    let bench = &mut workshop.bench;
    if !in_view || bench.running.is_some() || bench.tried == Some(revision) {
        return None;
    }
    bench.running = Some(revision);
    let known = bench
        .base
        .as_ref()
        .filter(|(hash, _)| hash == desk.base_hash());
    Some(Trial {
        revision,
        base: match known {
            Some((_, kit)) => Base::Kit(kit.clone()),
            None => Base::Content(Arc::new(desk.base().clone())),
        },
        content: Arc::new(desk.content().clone()),
        draft: workshop.checked.kit.clone(),
    })
}

/// Carries out an intent; gives the edit it makes, if any.
pub(super) fn act(workshop: &mut WorkshopState, action: BenchAction) -> Option<Edit> {
    let desk = workshop.desk.as_deref()?;
    let bench = &mut workshop.bench;
    match action {
        // Nobody waits for the cases of a draft that is gone.
        BenchAction::Tried(tried) if bench.running != Some(tried.revision) => {}
        BenchAction::Tried(tried) => {
            bench.running = None;
            bench.tried = Some(tried.revision);
            if let Some(base) = tried.base {
                bench.base = Some((desk.base_hash().to_owned(), base));
            }
            bench.rows = tried.rows.map(Arc::new);
        }
        BenchAction::Show(shown) => {
            bench.shown = shown;
            bench.open = None;
            bench.cause = None;
        }
        BenchAction::Open(at) => {
            bench.cause = None;
            bench.open = (bench.open != Some(at)).then_some(at);
        }
        BenchAction::Accept(at) => {
            // What is accepted is what is shown: never what another draft said.
            let verdict = bench.row(at).and_then(|row| row.after.clone());
            let current = bench.is_current(desk);
            bench.cause = None;
            if let (Some(verdict), true) = (verdict, current) {
                return Some(accept(desk.content(), at, &verdict));
            }
        }
        BenchAction::Why(at) => {
            let found = desk.content().cases.get(at);
            bench.open = Some(at);
            bench.cause = found.map(|case| (at, culprit(desk, case)));
        }
        BenchAction::TakeBack => {
            if let Some((_, Some(cause))) = bench.cause.take()
                && let Some(desk) = &mut workshop.desk
            {
                desk.undo_many(cause.undos);
                workshop.message = Some(super::Message::Undone(cause.label));
            }
        }
        BenchAction::GoToCause => {
            let field = bench
                .cause
                .as_ref()
                .and_then(|(_, cause)| cause.as_ref()?.field.clone());
            if let Some(field) = field {
                workshop.go_to(field);
            }
        }
        BenchAction::Levels(at) => levels_of(workshop, at),
        BenchAction::Begin => {
            let channel = desk.content().channels.first().copied();
            bench.building = channel.map(Building::new);
            bench.open = None;
        }
        BenchAction::GiveUp => bench.building = None,
        BenchAction::Build(action) => {
            if let Some(building) = &mut bench.building {
                building.act(action, desk.content(), workshop.checked.kit.as_deref());
            }
        }
        BenchAction::Add => {
            let building = bench.building.take()?;
            let edit = bench::add(desk.content(), building.case(desk.content()));
            bench.shown = Shown::All;
            bench.open = Some(desk.content().cases.len());
            return Some(edit);
        }
    }
    None
}

/// Goes to the level that a case rests on: the first thing in it, of who it expects.
fn levels_of(workshop: &mut WorkshopState, at: usize) {
    let Some(desk) = workshop.desk.as_deref() else {
        return;
    };
    let Some(case) = desk.content().cases.get(at) else {
        return;
    };
    let about = case
        .cues
        .iter()
        .chain(&case.not_cues)
        .map(|cue| About::Cue(cue.clone()))
        .chain(
            case.answers
                .iter()
                .map(|(question, answer)| About::Answer(question.clone(), answer.clone())),
        )
        .next();
    let after = workshop.bench.row(at).and_then(|row| row.after.as_ref());
    let persona = case
        .expect
        .top
        .first()
        .or(after.and_then(|after| after.top.as_ref()))
        .or(case.raises.first())
        .or(desk.content().personas.first().map(|persona| &persona.id))
        .cloned();
    let field = match (persona, about) {
        (Some(persona), Some(About::Cue(cue))) => Field::cue_level(persona, cue),
        (Some(persona), Some(About::Answer(question, answer))) => {
            Field::answer_level(persona, question, answer)
        }
        _ => {
            workshop.go(Spot::Levels);
            return;
        }
    };
    workshop.go_to(field);
}
