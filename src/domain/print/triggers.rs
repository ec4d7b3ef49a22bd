//! Which facts declare a situation at once, in codes one can look for on a sheet of paper.

use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId};
use crate::domain::kit::{Condition, Kit, Persona, Rule, RuleEffect};
use crate::domain::vocab::Severity;

/// A fact an agent can tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An observed cue.
    Cue(CueId),
    /// An answer given.
    Answer(QuestionId, AnswerId),
}

/// Most facts that are asked together; a rule with more alternatives is not for paper.
const MOST: usize = 64;

/// Lists the ways a condition is met, each a list of facts that hold together.
///
/// What paper cannot tell (a local setting, what is *not* the case) is left out of each.
fn ways(condition: &Condition) -> Vec<Vec<Fact>> {
    match condition {
        Condition::Cue(cue) => vec![vec![Fact::Cue(cue.clone())]],
        Condition::Answer(question, answer) => {
            vec![vec![Fact::Answer(question.clone(), answer.clone())]]
        }
        Condition::Any(any) => any.iter().flat_map(ways).take(MOST).collect(),
        Condition::All(all) => all.iter().fold(vec![Vec::new()], |sofar, part| {
            let part = ways(part);
            if part.is_empty() {
                return sofar;
            }
            let both = sofar.iter().flat_map(|left| {
                part.iter()
                    .map(move |right| left.iter().chain(right).cloned().collect())
            });
            both.take(MOST).collect()
        }),
        Condition::NotCue(_)
        | Condition::Situation(_)
        | Condition::Followed(_)
        | Condition::Setting(_)
        | Condition::Channel(_)
        | Condition::Theme(_)
        | Condition::Not(_) => Vec::new(),
    }
}

/// Lists the ways a situation is declared, in rule order, each once.
pub fn of_situation(kit: &Kit, situation: &PersonaId) -> Vec<Vec<Fact>> {
    let mut found: Vec<Vec<Fact>> = Vec::new();
    for rule in &kit.rules {
        let raises =
            |effect: &RuleEffect| matches!(effect, RuleEffect::Raise(id) if id == situation);
        if !rule.then.iter().any(raises) {
            continue;
        }
        for way in ways(&rule.when) {
            if !way.is_empty() && !found.contains(&way) {
                found.push(way);
            }
        }
    }
    found
}

fn alone(rule: &Rule, cue: &CueId) -> bool {
    let fact = [Fact::Cue(cue.clone())];
    ways(&rule.when).iter().any(|way| *way == fact)
}

/// Lists the situations that a cue declares by itself, in kit order.
pub fn declared_by<'kit>(kit: &'kit Kit, cue: &CueId) -> Vec<&'kit Persona> {
    kit.situations()
        .filter(|situation| {
            let raises =
                |effect: &RuleEffect| matches!(effect, RuleEffect::Raise(id) if *id == situation.id);
            let mut rules = kit.rules.iter();
            rules.any(|rule| rule.then.iter().any(raises) && alone(rule, cue))
        })
        .collect()
}

/// Says whether a cue by itself shows a notice of danger.
pub fn is_danger(kit: &Kit, cue: &CueId) -> bool {
    let safety = |effect: &RuleEffect| {
        matches!(
            effect,
            RuleEffect::Notice {
                severity: Severity::Safety,
                ..
            }
        )
    };
    let mut rules = kit.rules.iter();
    rules.any(|rule| rule.then.iter().any(safety) && alone(rule, cue))
}

#[cfg(test)]
mod tests {
    use super::{Fact, ways};
    use crate::domain::kit::Condition;

    fn cue(id: &str) -> Condition {
        Condition::Cue(id.into())
    }

    #[test]
    fn alternatives_and_conjunctions_become_ways() {
        let condition = Condition::All(vec![
            Condition::Any(vec![cue("a"), cue("b")]),
            cue("c"),
            Condition::Not(Box::new(cue("d"))),
        ]);
        let fact = |id: &str| Fact::Cue(id.into());
        assert_eq!(
            ways(&condition),
            [[fact("a"), fact("c")], [fact("b"), fact("c")]]
        );
    }
}
