//! A kit's weak spots, before agents meet them (ENGINE.md 8).
//!
//! Exact where the answers can be enumerated, else seeded Monte Carlo with its standard error.
//! Contacts are drawn from the kit itself: this measures whether the kit can tell its personas
//! apart, never whether it is true. One function serves the command and the workshop.

mod exact;
mod fragile;
mod mistaken;
mod pairs;
mod simulate;

pub use exact::{enumerable, full_evidence, policy as exact_policy};
pub use fragile::Fragile;
pub use mistaken::{Mistaken, Short, mistaken};
pub use pairs::bhattacharyya;

use super::policy::Stop;
use super::{Cancelled, Watch, tell};
use crate::domain::identification::Observation;
use crate::domain::identify::{Meaning, Recogniser};
use crate::domain::ids::PersonaId;
use crate::domain::kit::Kit;
use crate::domain::vocab::Channel;

/// How to diagnose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Seed of the simulation.
    pub seed: u64,
    /// Simulated contacts per persona, where enumeration does not fit.
    pub samples: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            seed: 1,
            samples: 2000,
        }
    }
}

/// How figures were obtained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Every possible contact.
    Exact,
    /// This many simulated contacts per persona.
    MonteCarlo(usize),
}

/// A proportion with its standard error (0 when exact).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The proportion, 0..=1.
    pub value: f64,
    /// sqrt(p (1 − p) / n).
    pub error: f64,
}

impl Estimate {
    pub(super) fn of(successes: usize, trials: usize) -> Self {
        Self::share(successes as f64 / trials.max(1) as f64, trials)
    }

    pub(super) fn share(value: f64, trials: usize) -> Self {
        Self {
            value,
            error: (value * (1.0 - value) / trials.max(1) as f64).sqrt(),
        }
    }
}

/// How interviews end, by what is true.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcomes {
    /// Row: what is true (none-of-these first, then the profiles). Column: the same, then undecided.
    pub confusion: Vec<Vec<f64>>,
    /// Expected number of things asked, by what is true.
    pub questions: Vec<f64>,
    /// The same, over the priors.
    pub questions_mean: f64,
}

/// Two profiles that cannot be told apart well.
#[derive(Clone, Debug, PartialEq)]
pub struct Indistinct {
    /// The first in kit order.
    pub one: PersonaId,
    /// The other.
    pub other: PersonaId,
    /// Bhattacharyya coefficient, 0..=1; 1 = the same rows.
    pub overlap: f64,
    /// What would tell them apart best.
    pub best: Option<Observed>,
}

/// A cue or a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Observed {
    /// A cue, by id.
    Cue(crate::domain::ids::CueId),
    /// A question, by id.
    Question(crate::domain::ids::QuestionId),
}

/// What happens to contacts that no profile describes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strangers {
    /// Share of contacts drawn from the background that end identified.
    pub identified: Estimate,
    /// Per profile: share of its contacts that end « aucune piste » when it is left out of the kit.
    pub left_out: Vec<Estimate>,
    /// The smallest none prior of the grid that brings `identified` to [`MOST_STRANGERS`] or less.
    pub none_prior: Option<f64>,
}

/// Share of strangers identified that is still bearable.
pub const MOST_STRANGERS: f64 = 0.10;

/// The diagnosis of one channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnosis {
    /// The channel.
    pub channel: Channel,
    /// Profiles, in kit order.
    pub profiles: Vec<PersonaId>,
    /// How confusions were obtained.
    pub method: Method,
    /// Everything known: profile → none-of-these, then the profiles.
    pub full: Vec<Vec<f64>>,
    /// Asking one thing after another until the kit's own threshold.
    pub adaptive: Outcomes,
    /// Pairs with an overlap of at least one half, worst first.
    pub indistinct: Vec<Indistinct>,
    /// Questions by what they tell at the start, in bits, best first.
    pub deciding: Vec<(Observed, f64)>,
    /// What tells less than 0.005 bit at the start and is never chosen.
    pub dead: Vec<Observed>,
    /// Pairs of a family that say nearly the same thing of every profile, and do say something.
    pub redundant: Vec<(Observed, Observed)>,
    /// Profiles on top in less than half of their own contacts, or never identified.
    pub unreachable: Vec<PersonaId>,
    /// Profiles on top in at least half of the others' contacts.
    pub always_winning: Vec<PersonaId>,
    /// Profiles that another covers: every cue that is likely for the first is likelier there.
    pub shadowed: Vec<(PersonaId, PersonaId)>,
    /// Levels of which one step changes who comes first in a case of the bench.
    pub fragile: Vec<Fragile>,
    /// Contacts that no profile describes.
    pub strangers: Strangers,
}

/// Overlap from which two profiles are said to be indistinct.
const INDISTINCT: f64 = 0.5;
/// Gain under which a cue is dead, in bits.
const DEAD: f64 = 0.005;
/// Distance under which two cues are redundant.
const REDUNDANT: f64 = 0.05;

/// Diagnoses one channel of a kit.
///
/// The kit's own stop threshold, least number of answers, least gain and none threshold apply; cues
/// can be asked as questions are. Situations weigh by their posterior as in a contact that declares
/// none.
///
/// # Errors
/// [`Cancelled`] if the watcher stops it.
pub fn run(
    kit: &Kit,
    channel: Channel,
    options: &Options,
    watch: Watch<'_>,
) -> Result<Diagnosis, Cancelled> {
    let recogniser = Recogniser::new(kit, channel);
    let profiles = recogniser.profiles.clone();
    let stop = Stop {
        at: kit.engine.stop,
        min_answers: kit.engine.min_answers,
        none: Some(kit.engine.none),
        min_gain_bits: Some(kit.engine.min_gain_bits),
    };
    // Interviews per profile, per stranger, and per profile left out.
    let total = 4 * profiles.len() + 3;
    let mut done = 0;
    let exact = recogniser.situations.is_empty() && exact::enumerable(&recogniser.model);
    let (method, full, adaptive, chosen) = if exact {
        let (outcomes, chosen) = exact::policy(&recogniser.model, &stop);
        (
            Method::Exact,
            exact::full_evidence(&recogniser.model),
            outcomes,
            chosen,
        )
    } else {
        let full = simulate::full(&recogniser, options, &mut done, total, watch)?;
        let (outcomes, chosen) =
            simulate::adaptive(&recogniser, &stop, options, &mut done, total, watch)?;
        (Method::MonteCarlo(options.samples), full, outcomes, chosen)
    };
    let strangers = simulate::strangers(kit, &recogniser, &stop, options, &mut done, total, watch)?;
    let fragile = fragile::find(kit, &recogniser);
    tell(watch, total, total)?;
    let pairs = pairs::Pairs::new(&recogniser);
    Ok(Diagnosis {
        channel,
        method,
        indistinct: pairs.indistinct(INDISTINCT),
        deciding: pairs.deciding(),
        dead: pairs.dead(DEAD, &chosen),
        redundant: pairs.redundant(REDUNDANT, DEAD),
        shadowed: pairs.shadowed(),
        unreachable: unreachable(&profiles, &full, &adaptive),
        always_winning: always_winning(&profiles, &full),
        profiles,
        full,
        adaptive,
        fragile,
        strangers,
    })
}

fn unreachable(profiles: &[PersonaId], full: &[Vec<f64>], adaptive: &Outcomes) -> Vec<PersonaId> {
    profiles
        .iter()
        .enumerate()
        .filter(|(k, _)| {
            let on_top = full.get(*k).and_then(|row| row.get(k + 1)).copied();
            let identified = adaptive
                .confusion
                .get(k + 1)
                .and_then(|row| row.get(k + 1))
                .copied();
            on_top.unwrap_or(0.0) < 0.5 || identified.unwrap_or(0.0) <= 0.0
        })
        .map(|(_, id)| id.clone())
        .collect()
}

fn always_winning(profiles: &[PersonaId], full: &[Vec<f64>]) -> Vec<PersonaId> {
    profiles
        .iter()
        .enumerate()
        .filter(|(k, _)| {
            let others: Vec<f64> = full
                .iter()
                .enumerate()
                .filter(|(other, _)| other != k)
                .filter_map(|(_, row)| row.get(k + 1).copied())
                .collect();
            !others.is_empty() && others.iter().sum::<f64>() / others.len() as f64 >= 0.5
        })
        .map(|(_, id)| id.clone())
        .collect()
}

impl Observed {
    pub(super) fn of(meaning: &Meaning) -> Self {
        match meaning {
            Meaning::Cue { id, .. } => Self::Cue(id.clone()),
            Meaning::Question { id, .. } => Self::Question(id.clone()),
        }
    }

    /// The id, of a cue or a question.
    pub fn id(&self) -> &str {
        match self {
            Self::Cue(id) => id.as_str(),
            Self::Question(id) => id.as_str(),
        }
    }
}

impl From<&Observation> for Observed {
    fn from(observation: &Observation) -> Self {
        match observation {
            Observation::Cue(id) | Observation::NotCue(id) => Self::Cue(id.clone()),
            Observation::Answer(id, _) => Self::Question(id.clone()),
        }
    }
}
