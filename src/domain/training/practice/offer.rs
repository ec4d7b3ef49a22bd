//! The steps to choose among: those of the plan, and some that belong to other people.
//!
//! It must never offer a step that cannot be taken here: channel, theme and conditions hold for all.

use std::collections::BTreeSet;

use super::draw::shuffle;
use super::{Exchange, Ground};
use crate::domain::evidence::Evidence;
use crate::domain::identification::{Identification, PlannedStep};
use crate::domain::ids::{PersonaId, StepId};
use crate::domain::kit::{Case, Layer, Persona, Step};
use crate::domain::rules;
use crate::domain::study::random::SplitMix64;
use crate::domain::vocab::{Label, Minutes, Mode};

/// Steps of the plan offered at most: what can be done in ten minutes.
const FROM_PLAN: usize = 5;
/// Other steps offered at most.
const OTHERS: usize = 4;

impl Ground {
    /// Whom the exchange is about, if the engine's lead is one the case expects.
    pub(super) fn whom(&self, exchange: &Exchange) -> Option<PersonaId> {
        let case = self.case(exchange)?;
        let found = self.identify(&exchange.evidence())?;
        let stands_out = matches!(found.label, Label::Clear | Label::Possible);
        let top = found.top().map(|top| top.id.clone());
        top.filter(|top| stands_out && case.expect.top.contains(top))
    }

    /// The plan of an exchange, for ten minutes, the lead followed if there is one.
    pub(super) fn plan(
        &self,
        exchange: &Exchange,
        whom: Option<&PersonaId>,
    ) -> Option<Identification> {
        let evidence = Evidence {
            followed: whom.cloned(),
            ..exchange.evidence()
        };
        self.identify(&evidence)
    }

    /// Gives the steps to choose among, in a drawn order.
    pub(super) fn offer(
        &self,
        case: &Case,
        exchange: &Exchange,
        random: &mut SplitMix64,
    ) -> Vec<StepId> {
        let whom = self.whom(exchange);
        let plan = self.plan(exchange, whom.as_ref()).map(|found| found.plan);
        let plan: Vec<StepId> = kept(&plan.unwrap_or_default())
            .map(|step| step.id.clone())
            .collect();
        let mut others = self.others(case, exchange, &plan);
        shuffle(&mut others, random);
        let mut modes: BTreeSet<Mode> = BTreeSet::new();
        let mut chosen: Vec<StepId> = Vec::new();
        // Those that go against the card first, then one of each way of helping.
        for telling in [true, false] {
            for step in &others {
                let against = whom
                    .as_ref()
                    .is_some_and(|whom| self.words.against(&self.kit, whom, step.mode).is_some());
                let fits = chosen.len() < OTHERS && against == telling && modes.insert(step.mode);
                if fits {
                    chosen.push(step.id.clone());
                }
            }
        }
        let mut offered = plan;
        offered.extend(chosen);
        shuffle(&mut offered, random);
        offered
    }

    /// Steps of other profiles that can be taken here, and that neither the plan nor those expected
    /// have.
    fn others(&self, case: &Case, exchange: &Exchange, plan: &[StepId]) -> Vec<&Step> {
        let evidence = exchange.evidence();
        let declared: BTreeSet<PersonaId> = rules::run(&self.kit, &evidence)
            .declared
            .into_iter()
            .map(|d| d.id)
            .collect();
        let own = |persona: &Persona| {
            case.expect.top.contains(&persona.id) || declared.contains(&persona.id)
        };
        let lists = |persona: &Persona, step: &StepId| {
            [Minutes::Two, Minutes::Ten, Minutes::Relay]
                .iter()
                .any(|minutes| persona.steps.for_minutes(*minutes).contains(step))
        };
        let fits = |step: &&Step| {
            step.channels.contains(&exchange.channel)
                && (step.themes.is_empty()
                    || exchange.theme.is_some_and(|t| step.themes.contains(&t)))
                && step
                    .when
                    .as_ref()
                    .is_none_or(|when| rules::holds(when, &evidence, &declared))
        };
        self.kit
            .steps
            .iter()
            .filter(fits)
            .filter(|step| !plan.contains(&step.id) && !self.kit.uncertain_steps.contains(&step.id))
            .filter(|step| {
                let mut personas = self.kit.personas.iter();
                personas.any(|p| p.layer == Layer::Profile && !own(p) && lists(p, &step.id))
            })
            .filter(|step| {
                let mut personas = self.kit.personas.iter();
                !personas.any(|p| own(p) && lists(p, &step.id))
            })
            .collect()
    }
}

/// The steps of a plan that can be done in the time at hand.
pub(super) fn kept(plan: &[PlannedStep]) -> impl Iterator<Item = &PlannedStep> {
    plan.iter().take(FROM_PLAN)
}
