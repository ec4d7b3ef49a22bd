//! The support plan under doubt: what to do now, for the time at hand.
//!
//! Order: steps added by rules, those of declared situations, the steps safe for everyone while
//! nothing stands out, then by relevance. A step right for both leading profiles thus comes first.
//! Once the agent follows a lead, that lead's own steps take the place of the mixture.

use super::evidence::Evidence;
use super::identification::{Candidate, PlannedStep, SituationResult, SituationState, StepOrigin};
use super::ids::{PersonaId, StepId};
use super::kit::{Kit, Step};
use super::rules;
use super::vocab::Label;

/// Relevance under which a step is left out.
const MIN_RELEVANCE: f64 = 0.10;
/// Steps shown at most.
const MAX_STEPS: usize = 7;
/// Relative difference under which two relevances are tied.
const TIE: f64 = 1e-12;

struct Plan<'a> {
    kit: &'a Kit,
    evidence: &'a Evidence,
    outcome: &'a rules::Outcome,
    steps: Vec<PlannedStep>,
}

impl Plan<'_> {
    fn fits(&self, step: &Step) -> bool {
        let themed = match self.evidence.theme {
            None => step.themes.is_empty(),
            Some(theme) => step.themes.is_empty() || step.themes.contains(&theme),
        };
        let declared = self.outcome.declared.iter().map(|d| d.id.clone()).collect();
        step.channels.contains(&self.evidence.channel)
            && themed
            && !self.outcome.hidden_modes.contains(&step.mode)
            && step
                .when
                .as_ref()
                .is_none_or(|when| rules::holds(when, self.evidence, &declared))
    }

    fn push(&mut self, id: &StepId, relevance: f64, origin: StepOrigin) {
        let known = self.steps.iter().any(|s| &s.id == id);
        let fits = self.kit.step(id.as_str()).is_some_and(|s| self.fits(s));
        if !known && fits {
            self.steps.push(PlannedStep {
                id: id.clone(),
                relevance,
                origin,
            });
        }
    }
}

/// Builds the plan from what the rules and the engine say.
///
/// `candidates` are the profiles, most probable first; `situations` are in kit order.
pub fn build(
    kit: &Kit,
    evidence: &Evidence,
    outcome: &rules::Outcome,
    label: Label,
    candidates: &[Candidate],
    situations: &[SituationResult],
) -> Vec<PlannedStep> {
    let mut plan = Plan {
        kit,
        evidence,
        outcome,
        steps: Vec::new(),
    };
    for added in &outcome.steps {
        plan.push(&added.id, 1.0, StepOrigin::Rule(added.because.clone()));
    }
    for situation in situations {
        if situation.state == Some(SituationState::Declared) {
            for id in steps_of(kit, evidence, &situation.id) {
                plan.push(id, 1.0, StepOrigin::Situation(situation.id.clone()));
            }
        }
    }
    let ranked = ranked_steps(kit, evidence, candidates, situations);
    if let Some(followed) = &evidence.followed {
        for id in steps_of(kit, evidence, followed) {
            plan.push(id, 1.0, StepOrigin::Profiles(vec![followed.clone()]));
        }
        for (step, origin) in ranked {
            if matches!(origin, StepOrigin::Situation(_)) {
                plan.push(&step.0, step.1, origin);
            }
        }
    } else if matches!(label, Label::Uncertain | Label::None) {
        for id in &kit.uncertain_steps {
            plan.push(id, 1.0, StepOrigin::Uncertain);
        }
        let leading: Vec<&[StepId]> = candidates
            .iter()
            .take(2)
            .map(|c| steps_of(kit, evidence, &c.id))
            .collect();
        // Before any evidence there is no leading profile to share a step with.
        let nothing_known = evidence.cues.is_empty() && evidence.answers.is_empty();
        let (shared, rest): (Vec<_>, Vec<_>) = ranked.into_iter().partition(|(step, _)| {
            !nothing_known
                && leading.len() == 2
                && leading.iter().all(|list| list.contains(&step.0))
        });
        for (step, origin) in shared {
            plan.push(&step.0, step.1, origin);
        }
        for (step, origin) in rest {
            // A situation to verify may still add its help; a single profile may not.
            if matches!(origin, StepOrigin::Situation(_)) {
                plan.push(&step.0, step.1, origin);
            }
        }
    } else {
        for (step, origin) in ranked {
            plan.push(&step.0, step.1, origin);
        }
    }
    plan.steps.truncate(MAX_STEPS);
    plan.steps
}

fn steps_of<'k>(kit: &'k Kit, evidence: &Evidence, persona: &PersonaId) -> &'k [StepId] {
    kit.persona(persona.as_str())
        .map_or(&[], |p| p.steps.for_minutes(evidence.minutes))
}

/// Lists every step that some profile or situation brings, by descending relevance.
///
/// Relevance: the posterior of the profiles that list it, summed; for a situation 1 if declared,
/// its posterior if to verify; the larger of the two. Ties: order in the top profile, then the kit.
fn ranked_steps(
    kit: &Kit,
    evidence: &Evidence,
    candidates: &[Candidate],
    situations: &[SituationResult],
) -> Vec<((StepId, f64), StepOrigin)> {
    let top_order = candidates
        .first()
        .map_or(&[][..], |c| steps_of(kit, evidence, &c.id));
    // Looked up once, not once a step.
    let of_profiles: Vec<(&Candidate, &[StepId])> = candidates
        .iter()
        .map(|c| (c, steps_of(kit, evidence, &c.id)))
        .collect();
    let of_situations: Vec<(&SituationResult, &[StepId])> = situations
        .iter()
        .filter(|s| s.state.is_some())
        .map(|s| (s, steps_of(kit, evidence, &s.id)))
        .collect();
    let mut ranked: Vec<((StepId, f64), StepOrigin, usize)> = Vec::new();
    for (position, step) in kit.steps.iter().enumerate() {
        let listing: Vec<&Candidate> = of_profiles
            .iter()
            .filter(|(_, list)| list.contains(&step.id))
            .map(|(candidate, _)| *candidate)
            .collect();
        let from_profiles: f64 = listing.iter().map(|c| c.probability).sum();
        let from_situations = of_situations
            .iter()
            .filter(|(_, list)| list.contains(&step.id))
            .filter_map(|(s, _)| match s.state? {
                SituationState::Declared => Some((1.0, &s.id)),
                SituationState::ToVerify => Some((s.probability, &s.id)),
            })
            .max_by(|a, b| a.0.total_cmp(&b.0));
        let (relevance, origin) = match from_situations {
            Some((score, id)) if score > from_profiles => {
                (score, StepOrigin::Situation(id.clone()))
            }
            _ => (
                from_profiles,
                StepOrigin::Profiles(listing.iter().map(|c| c.id.clone()).collect()),
            ),
        };
        if relevance < MIN_RELEVANCE {
            continue;
        }
        let order = top_order
            .iter()
            .position(|id| id == &step.id)
            .unwrap_or(top_order.len() + position);
        // Insertion, not a sort: « tied » is not transitive, and a sort may refuse such an order.
        let comes_before = |x: f64, other_order: usize| {
            if (x - relevance).abs() <= TIE * x.max(relevance) {
                order < other_order
            } else {
                relevance > x
            }
        };
        let place = ranked
            .iter()
            .position(|((_, x), _, other)| comes_before(*x, *other))
            .unwrap_or(ranked.len());
        ranked.insert(place, ((step.id.clone(), relevance), origin, order));
    }
    ranked
        .into_iter()
        .map(|(step, origin, _)| (step, origin))
        .collect()
}
