//! What to ask and what to look for next.

use super::{MAX_QUESTIONS, MAX_TO_OBSERVE, Meaning, Recogniser, Scratch};
use crate::domain::engine::gain::{self, Worth};
use crate::domain::evidence::Evidence;
use crate::domain::identification::{NextQuestion, WhyAsk};
use crate::domain::ids::{CueId, QuestionId};
use crate::domain::kit::{Kit, QuestionRole};
use crate::domain::rules;

impl Recogniser {
    /// Lists the questions to propose: rule-asked first, then the opener, then by score.
    pub(super) fn questions(
        &self,
        kit: &Kit,
        evidence: &Evidence,
        outcome: &rules::Outcome,
        scratch: &mut Scratch,
    ) -> Vec<NextQuestion> {
        let open = |id: &QuestionId| !evidence.asked(id) && !outcome.held.contains(id);
        let item_of = |wanted: &QuestionId| {
            self.meanings
                .iter()
                .position(|m| matches!(m, Meaning::Question { id, .. } if id == wanted))
        };
        let mut list: Vec<NextQuestion> = Vec::new();
        let mut push = |worth: &Worth, why: WhyAsk| {
            let Some(Meaning::Question { id, .. }) = self.meanings.get(worth.item) else {
                return;
            };
            if list.iter().all(|q| &q.id != id) {
                list.push(NextQuestion {
                    id: id.clone(),
                    gain_bits: worth.gain_bits,
                    score: worth.score,
                    why,
                });
            }
        };
        let by_rule = outcome.ask.iter().filter(|id| open(id)).filter_map(item_of);
        self.value(scratch, by_rule);
        for worth in &scratch.worths {
            push(worth, WhyAsk::Rule);
        }
        let nothing_yet = evidence.cues.is_empty()
            && evidence.answers.is_empty()
            && evidence.unanswered.is_empty();
        if nothing_yet {
            let openers = kit
                .openers
                .get(&self.channel)
                .into_iter()
                .flatten()
                .filter(|id| open(id))
                .filter_map(item_of);
            self.value(scratch, openers);
            for worth in &scratch.worths {
                push(worth, WhyAsk::Opener);
            }
        }
        let informing = self.meanings.iter().enumerate().filter_map(|(m, meaning)| {
            matches!(meaning, Meaning::Question { id, role: QuestionRole::Inform, .. } if open(id))
                .then_some(m)
        });
        self.value(scratch, informing);
        gain::rank_in_place(&mut scratch.worths);
        for worth in &scratch.worths {
            if worth.effective_bits >= kit.engine.min_gain_bits {
                push(worth, WhyAsk::Gain);
            }
        }
        list.truncate(MAX_QUESTIONS);
        list
    }

    /// Lists the unknown cues that would tell most.
    pub(super) fn to_observe(&self, evidence: &Evidence, scratch: &mut Scratch) -> Vec<CueId> {
        let unknown = self.meanings.iter().enumerate().filter_map(|(m, meaning)| {
            matches!(meaning, Meaning::Cue { id, declared: false } if !evidence.cues.contains_key(id))
                .then_some(m)
        });
        self.value(scratch, unknown);
        gain::rank_in_place(&mut scratch.worths);
        scratch
            .worths
            .iter()
            .take(MAX_TO_OBSERVE)
            .filter_map(|worth| match self.meanings.get(worth.item) {
                Some(Meaning::Cue { id, .. }) => Some(id.clone()),
                _ => None,
            })
            .collect()
    }

    /// Values items under the current posterior, into `scratch.worths`.
    pub(in crate::domain) fn value(
        &self,
        scratch: &mut Scratch,
        items: impl Iterator<Item = usize>,
    ) {
        gain::worths_into(
            &self.model,
            &scratch.table,
            &scratch.posterior,
            &scratch.given,
            items,
            &mut scratch.worths,
        );
    }
}
