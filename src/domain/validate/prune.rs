//! Drops what cannot be used, then quietly what hung on it.
//!
//! It must never report: each drop follows from a problem already told.

use std::collections::BTreeSet;

use super::report::Report;
use crate::domain::kit::{Condition, ItemRef, KitContent, RuleEffect};
use crate::domain::problem::Section;

/// Keeps the elements whose position is not among the faulty ones.
fn keep<T>(list: &mut Vec<T>, faulty: impl Fn(usize) -> bool) {
    let mut position = 0;
    list.retain(|_| {
        position += 1;
        !faulty(position - 1)
    });
}

/// The ids that are still there.
struct Alive {
    cues: BTreeSet<String>,
    /// Question and answer.
    answers: BTreeSet<(String, String)>,
    questions: BTreeSet<String>,
    personas: BTreeSet<String>,
    steps: BTreeSet<String>,
}

impl Alive {
    fn condition(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Cue(id) | Condition::NotCue(id) => self.cues.contains(id.as_str()),
            Condition::Answer(question, answer) => self
                .answers
                .contains(&(question.to_string(), answer.to_string())),
            Condition::Situation(id) | Condition::Followed(id) => {
                self.personas.contains(id.as_str())
            }
            Condition::Any(all) | Condition::All(all) => all.iter().all(|c| self.condition(c)),
            Condition::Not(inner) => self.condition(inner),
            Condition::Setting(_) | Condition::Channel(_) | Condition::Theme(_) => true,
        }
    }

    fn item(&self, item: &ItemRef) -> bool {
        match item {
            ItemRef::Cue(id) => self.cues.contains(id.as_str()),
            ItemRef::Question(id) => self.questions.contains(id.as_str()),
        }
    }

    fn effect(&self, effect: &RuleEffect) -> bool {
        match effect {
            RuleEffect::Raise(id) => self.personas.contains(id.as_str()),
            RuleEffect::AddStep(id) => self.steps.contains(id.as_str()),
            RuleEffect::Ask(id) | RuleEffect::HoldQuestion(id) => {
                self.questions.contains(id.as_str())
            }
            RuleEffect::HideMode(_) | RuleEffect::Notice { .. } => true,
        }
    }
}

/// Removes every faulty element and every reference to something that is gone.
pub(super) fn prune(content: &mut KitContent, report: &Report) {
    let faulty = |section: Section| move |index| report.faulty.contains(&(section, index));
    keep(&mut content.families, |index| {
        report.faulty_families.contains(&index)
    });
    keep(&mut content.sources, |index| {
        report.faulty_sources.contains(&index)
    });
    keep(&mut content.cues, faulty(Section::Cues));
    keep(&mut content.questions, faulty(Section::Questions));
    keep(&mut content.personas, faulty(Section::Personas));
    keep(&mut content.steps, faulty(Section::Steps));
    keep(&mut content.places, faulty(Section::Places));
    keep(&mut content.procedures, faulty(Section::Procedures));
    keep(&mut content.rules, faulty(Section::Rules));
    keep(&mut content.cases, faulty(Section::Cases));
    keep(&mut content.links, faulty(Section::Links));

    let families: BTreeSet<_> = content.families.iter().map(|f| f.id.clone()).collect();
    content.cues.retain(|cue| families.contains(&cue.family));
    for question in &mut content.questions {
        question.family = question.family.take().filter(|id| families.contains(id));
    }
    let mut alive = Alive {
        cues: content.cues.iter().map(|c| c.id.to_string()).collect(),
        answers: content
            .questions
            .iter()
            .flat_map(|q| {
                q.answers
                    .iter()
                    .map(|a| (q.id.to_string(), a.id.to_string()))
            })
            .collect(),
        questions: content.questions.iter().map(|q| q.id.to_string()).collect(),
        personas: content.personas.iter().map(|p| p.id.to_string()).collect(),
        steps: BTreeSet::new(),
    };
    content
        .steps
        .retain(|step| step.when.as_ref().is_none_or(|when| alive.condition(when)));
    alive.steps = content.steps.iter().map(|s| s.id.to_string()).collect();
    prune_references(content, &alive);
}

fn prune_references(content: &mut KitContent, alive: &Alive) {
    let sources: BTreeSet<_> = content.sources.iter().map(|s| s.id.clone()).collect();
    for openers in content.openers.values_mut() {
        openers.retain(|id| alive.questions.contains(id.as_str()));
    }
    content
        .uncertain_steps
        .retain(|id| alive.steps.contains(id.as_str()));
    for cue in &mut content.cues {
        cue.excludes.retain(|id| alive.cues.contains(id.as_str()));
    }
    for persona in &mut content.personas {
        persona
            .cues
            .retain(|(id, _)| alive.cues.contains(id.as_str()));
        persona
            .answers
            .retain(|(id, _)| alive.questions.contains(id.as_str()));
        let steps = &mut persona.steps;
        for list in [
            &mut steps.two_minutes,
            &mut steps.ten_minutes,
            &mut steps.relay,
        ] {
            list.retain(|id| alive.steps.contains(id.as_str()));
        }
        persona
            .confused_with
            .retain(|other| alive.personas.contains(other.persona.as_str()));
        persona.sources.retain(|id| sources.contains(id));
    }
    content
        .links
        .retain(|link| alive.item(&link.child) && alive.item(&link.parent));
    for link in &mut content.links {
        link.rows
            .retain(|row| alive.personas.contains(row.persona.as_str()));
    }
    for procedure in &mut content.procedures {
        procedure
            .steps
            .retain(|id| alive.steps.contains(id.as_str()));
    }
    content.rules.retain_mut(|rule| {
        let idle = rule.then.is_empty();
        rule.then.retain(|effect| alive.effect(effect));
        alive.condition(&rule.when) && (idle || !rule.then.is_empty())
    });
    content.cases.retain(|case| {
        let cues = case.cues.iter().chain(&case.not_cues);
        let people = case
            .expect
            .top
            .iter()
            .chain(&case.raises)
            .chain(&case.to_verify);
        cues.map(ToString::to_string)
            .all(|id| alive.cues.contains(&id))
            && people
                .map(ToString::to_string)
                .all(|id| alive.personas.contains(&id))
            && case.answers.iter().all(|(question, answer)| {
                alive
                    .answers
                    .contains(&(question.to_string(), answer.to_string()))
            })
    });
}
