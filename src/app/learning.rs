//! The local tally as the panel lives it: off until somebody asks, one count per followed lead.

use crate::domain::kit::{Kit, Layer};
use crate::domain::study::confirmed::Confirmed;
use crate::domain::study::tally::{DRIFT, Proposal, Tally};

use super::action::{Action, Effect};
use super::state::State;

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

/// What the end of this interview adds to the tally: following a lead to the end confirms it.
pub(super) fn confirmed(state: &State) -> Option<Effect> {
    state.learning.tally.as_ref()?;
    let evidence = state.evidence();
    let persona = evidence.followed.clone()?;
    let is_profile = state.kit.persona(persona.as_str())?.layer == Layer::Profile;
    let noted = !evidence.cues.is_empty() || !evidence.answers.is_empty();
    (is_profile && noted).then(|| {
        Effect::Count(Box::new(Confirmed {
            evidence: evidence.clone(),
            persona,
            situations: None,
        }))
    })
}

/// Carries out an intent about the tally.
pub(super) fn apply(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::StartTally if state.learning.tally.is_none() => {
            let tally = Tally::new(&state.kit, &state.today);
            return vec![Effect::StartTally(Box::new(tally))];
        }
        Action::EraseTally => {
            state.learning.proposal = None;
            return vec![Effect::EraseTally];
        }
        Action::TallyIs(Ok(tally)) => {
            if tally.is_none() {
                // What was computed from the counts goes with them.
                state.learning.proposal = None;
            }
            state.learning.tally = tally;
            state.learning.trouble = None;
        }
        Action::TallyIs(Err(trouble)) => state.learning.trouble = Some(trouble),
        Action::Recalibrate => {
            state.learning.proposal = state
                .learning
                .tally
                .as_ref()
                // The proposal is saved as a kit and goes to others: nothing local is to be in it.
                .and_then(|tally| tally.recalibrate(state.bare_kit(), &state.today))
                .map(Box::new);
        }
        Action::SaveProposal => {
            if let Some(proposal) = &state.learning.proposal {
                return vec![Effect::SaveKitAs(Box::new(proposal.content.clone()))];
            }
        }
        _ => {}
    }
    Vec::new()
}
