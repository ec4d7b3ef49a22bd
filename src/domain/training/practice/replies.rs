//! What the person answers, question by question.
//!
//! The case comes first, then what a cue settles, then the likeliest answer of whom the case expects
//! if it is likely enough; otherwise the person does not know. It must never let an answer raise a
//! situation, or a lead, that the case does not have.

use std::collections::BTreeMap;

use super::draw::one;
use super::{Exchange, Ground, Reply};
use crate::domain::identify::{Meaning, Recogniser, Scratch};
use crate::domain::ids::{AnswerId, PersonaId, QuestionId};
use crate::domain::kit::{Case, Question};
use crate::domain::rules;
use crate::domain::study::random::SplitMix64;

/// Under this probability nobody can say what the person would answer.
const LIKELY: f64 = 0.40;

/// Likelihood of each answer for whom an exchange is about.
type Likelihoods = BTreeMap<(QuestionId, AnswerId), f64>;

impl Ground {
    /// Gives the replies to every question of the channel.
    pub(super) fn replies(
        &self,
        case: &Case,
        exchange: &Exchange,
        random: &mut SplitMix64,
    ) -> BTreeMap<QuestionId, Reply> {
        let mut drawn = exchange.clone();
        let Some(recogniser) = self.recogniser(exchange.channel) else {
            return BTreeMap::new();
        };
        let mut scratch = recogniser.scratch();
        let top = self
            .top(&exchange.evidence(), &mut scratch)
            .filter(|top| case.expect.top.contains(top));
        let likely = likelihoods(recogniser, &scratch, top.as_ref());
        for question in &self.kit.questions {
            if !question.channels.contains(&exchange.channel) {
                continue;
            }
            let answer = self.answer(case, &drawn, question, &likely, &mut scratch);
            let text = self.said(question, answer.as_ref(), exchange, random);
            let reply = Reply { answer, text };
            drawn.replies.insert(question.id.clone(), reply);
        }
        drawn.replies
    }

    fn answer(
        &self,
        case: &Case,
        exchange: &Exchange,
        question: &Question,
        likelihoods: &Likelihoods,
        scratch: &mut Scratch,
    ) -> Option<AnswerId> {
        if let Some(told) = exchange.told.get(&question.id) {
            return Some(told.clone());
        }
        let settled = self.settled(exchange, question);
        let mut likely: Vec<(&AnswerId, f64)> = question
            .answers
            .iter()
            .filter(|answer| settled.as_ref().is_none_or(|s| s.contains(&answer.id)))
            .map(|answer| {
                let key = (question.id.clone(), answer.id.clone());
                (&answer.id, likelihoods.get(&key).copied().unwrap_or(0.0))
            })
            .filter(|(_, likelihood)| settled.is_some() || *likelihood >= LIKELY)
            .collect();
        likely.sort_by(|a, b| b.1.total_cmp(&a.1));
        likely
            .into_iter()
            .map(|(answer, _)| answer)
            .find(|answer| self.agrees(case, exchange, &question.id, answer, scratch))
            .cloned()
    }

    /// The answers that the cues shown leave; `None` when they say nothing of the question.
    fn settled(&self, exchange: &Exchange, question: &Question) -> Option<Vec<AnswerId>> {
        let lists: Vec<&Vec<AnswerId>> = self
            .words
            .settles
            .iter()
            .filter(|s| s.question == question.id && exchange.cues.contains(&s.cue))
            .map(|s| &s.answers)
            .collect();
        let (first, rest) = lists.split_first()?;
        let common: Vec<AnswerId> = first
            .iter()
            .filter(|answer| rest.iter().all(|list| list.contains(answer)))
            .cloned()
            .collect();
        Some(common)
    }

    /// Says whether an answer leaves the case what it is: its situations, its lead, no danger, and
    /// nothing that says what the case says is not so.
    fn agrees(
        &self,
        case: &Case,
        exchange: &Exchange,
        question: &QuestionId,
        answer: &AnswerId,
        scratch: &mut Scratch,
    ) -> bool {
        let denies = exchange
            .not_cues
            .iter()
            .any(|cue| self.words.amounts_to(question, answer, cue));
        let mut evidence = exchange.evidence();
        for asked in exchange.replies.keys() {
            exchange.answer_into(&mut evidence, asked);
        }
        evidence.answers.insert(question.clone(), answer.clone());
        if denies || self.is_of_danger(&evidence) {
            return false;
        }
        let declared = rules::run(&self.kit, &evidence).declared;
        let same = declared.len() == case.raises.len()
            && declared.iter().all(|d| case.raises.contains(&d.id));
        let top = self.top(&evidence, scratch);
        let expected =
            case.expect.top.is_empty() || top.is_some_and(|top| case.expect.top.contains(&top));
        same && expected
    }

    /// The words of an answer, or of not knowing.
    fn said(
        &self,
        question: &Question,
        answer: Option<&AnswerId>,
        exchange: &Exchange,
        random: &mut SplitMix64,
    ) -> Option<String> {
        let Some(answer) = answer else {
            return one(&self.words.unsure, random).cloned();
        };
        let said = self.words.answers.get(&question.id);
        let said = said.and_then(|answers| answers.get(answer));
        let said = one(said.map_or(&[][..], Vec::as_slice), random);
        said.cloned().or_else(|| {
            let written = question.answers.iter().find(|a| &a.id == answer)?;
            Some(written.text_on(exchange.channel).to_owned())
        })
    }
}

/// Likelihood of each answer for a profile, with what the situations change, as last weighed.
fn likelihoods(
    recogniser: &Recogniser,
    scratch: &Scratch,
    whom: Option<&PersonaId>,
) -> Likelihoods {
    let mut likely = Likelihoods::new();
    let profile = whom.and_then(|top| recogniser.profiles.iter().position(|id| id == top));
    let Some(profile) = profile else {
        return likely;
    };
    for (item, meaning) in recogniser.meanings.iter().enumerate() {
        let Meaning::Question { id, answers, .. } = meaning else {
            continue;
        };
        for (value, answer) in answers.iter().enumerate() {
            let row = scratch
                .posterior
                .row(&recogniser.model, &scratch.table, item, value);
            // Hypothesis 0 is none of these.
            let likelihood = row.get(profile + 1).copied().unwrap_or(0.0);
            likely.insert((id.clone(), answer.clone()), likelihood);
        }
    }
    likely
}
