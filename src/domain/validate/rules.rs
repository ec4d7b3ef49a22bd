//! Rules and the cases of the test bench.
//!
//! It must never run a rule: whether a case passes is for the bench to say.

use std::collections::BTreeSet;

use super::names::Declared;
use super::report::{Element, Report};
use crate::domain::ids::CueId;
use crate::domain::kit::{Case, KitContent, RuleEffect};
use crate::domain::problem::Section;

pub(super) fn check(content: &KitContent, declared: &Declared, report: &mut Report) {
    for (index, rule) in content.rules.iter().enumerate() {
        let mut element = report.element(Section::Rules, index, "");
        declared.condition(&mut element, &rule.when, false);
        if rule.then.is_empty() {
            element.warning(
                "then",
                "then",
                (
                    "Cette règle ne fait rien.",
                    "Ajoutez un effet entre les crochets de then, ou retirez la règle.",
                ),
            );
        }
        for effect in &rule.then {
            check_effect(&mut element, effect, declared);
        }
    }
    for (index, case) in content.cases.iter().enumerate() {
        let mut element = report.element(Section::Cases, index, "");
        check_case(&mut element, case, content, declared);
    }
}

fn check_effect(element: &mut Element<'_>, effect: &RuleEffect, declared: &Declared) {
    const FIELD: &str = "then";
    match effect {
        RuleEffect::Raise(id) => declared.situation(element, FIELD, id.as_str()),
        RuleEffect::AddStep(id) => {
            declared
                .steps
                .check(element, FIELD, id.as_str(), "Le geste");
        }
        RuleEffect::Ask(id) | RuleEffect::HoldQuestion(id) => {
            declared
                .questions
                .check(element, FIELD, id.as_str(), "La question");
        }
        RuleEffect::HideMode(_) | RuleEffect::Notice { .. } => {}
    }
}

fn check_case(element: &mut Element<'_>, case: &Case, content: &KitContent, declared: &Declared) {
    for (field, list) in [("cues", &case.cues), ("not_cues", &case.not_cues)] {
        let mut seen = BTreeSet::new();
        for id in list {
            declared.cues.check(element, field, id.as_str(), "L’indice");
            if !seen.insert(id) {
                twice(element, field, id.as_str());
            }
        }
    }
    let mut asked = BTreeSet::new();
    for (question, answer) in &case.answers {
        if !asked.insert(question) {
            twice(element, "answers", question.as_str());
        }
        if declared
            .questions
            .check(element, "answers", question.as_str(), "La question")
        {
            declared.answer(element, "answers", question, answer.as_str());
        }
    }
    for id in &case.expect.top {
        declared.profile(element, "expect › top", id.as_str());
    }
    for id in &case.raises {
        declared.situation(element, "raises", id.as_str());
    }
    for id in &case.to_verify {
        declared.situation(element, "to_verify", id.as_str());
    }
    check_contradictions(element, case, content);
}

fn twice(element: &mut Element<'_>, field: &str, id: &str) {
    element.error_at(
        field,
        id,
        1,
        (
            &format!("« {id} » est écrit deux fois dans {field}."),
            "Gardez-en un seul.",
        ),
    );
}

fn check_contradictions(element: &mut Element<'_>, case: &Case, content: &KitContent) {
    for id in case.cues.iter().filter(|id| case.not_cues.contains(id)) {
        element.error_at(
            "not_cues",
            id.as_str(),
            1,
            (
                &format!("Ce cas se contredit : « {id} » est observé et nié à la fois."),
                "Retirez l’indice de cues ou de not_cues.",
            ),
        );
    }
    let excludes = |one: &CueId, other: &CueId| {
        content
            .cues
            .iter()
            .any(|cue| &cue.id == one && cue.excludes.contains(other))
    };
    for (position, one) in case.cues.iter().enumerate() {
        for other in case.cues.iter().skip(position + 1) {
            if one != other && (excludes(one, other) || excludes(other, one)) {
                element.error(
                    "cues",
                    other.as_str(),
                    (
                        &format!("Ce cas coche « {one} » et « {other} », qui s’excluent."),
                        "Gardez un seul des deux indices.",
                    ),
                );
            }
        }
        if let Some(cue) = content.cues.iter().find(|cue| &cue.id == one)
            && !cue.channels.is_empty()
            && !cue.channels.contains(&case.channel)
        {
            let place = case.channel.label().to_lowercase();
            element.warning(
                "cues",
                one.as_str(),
                (
                    &format!("L’indice « {one} » ne se remarque pas sur le canal « {place} »."),
                    "Changez le canal du cas, ou retirez l’indice.",
                ),
            );
        }
    }
}
