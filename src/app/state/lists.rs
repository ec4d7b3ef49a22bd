//! What an agent is offered: cues of a page, the question in view, steps, leads, démarches.
//!
//! Lists keep their order while one reads them: it must never give one that depends on the clock.

use super::State;
use crate::app::action::Action;
use crate::app::session::Overlay;
use crate::domain::identification::WhyAsk;
use crate::domain::ids::{CueId, FamilyId, PersonaId, QuestionId, StepId};
use crate::domain::interview::StepMark;
use crate::domain::kit::Procedure;
use crate::domain::print::order;
use crate::domain::vocab::{Orientation, Outcome, Theme};

/// Cues on a page of a family: as many as there are digits.
pub const FAMILY_PAGE: usize = 10;
/// Questions the panel proposes by itself in a contact.
pub const OWN_QUESTIONS: usize = 2;

impl State {
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

    /// Lists the cues of a family on the channel, in kit order, the short deck first.
    pub fn family_cues(&self, family: &FamilyId) -> Vec<CueId> {
        let cues = order::cues_of(&self.kit, family, Some(self.evidence().channel));
        cues.into_iter().map(|cue| cue.id.clone()).collect()
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

    /// Says what a digit picks in an open list, as an action.
    pub(in crate::app) fn pick(&self, overlay: &Overlay, position: usize) -> Option<Action> {
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
}
