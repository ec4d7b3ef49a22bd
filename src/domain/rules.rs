//! Triggers: what a declared fact does at once, outside the score.
//!
//! Rules see observations, declared situations, the followed persona and settings, never a
//! probability, so nothing here can depend on the engine. `Raise` runs to a fixed point, then the
//! other effects once, in file order.

use std::collections::BTreeSet;

use super::evidence::Evidence;
use super::identification::{Observation, RuleNotice};
use super::ids::{PersonaId, QuestionId, StepId};
use super::kit::{Condition, Kit, RuleEffect};
use super::vocab::Mode;

/// A situation declared by a rule, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The situation.
    pub id: PersonaId,
    /// Observations that made the rules hold.
    pub because: Vec<Observation>,
}

/// A step added by a rule, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedStep {
    /// The step.
    pub id: StepId,
    /// Observations that made the rule hold.
    pub because: Vec<Observation>,
}

/// What the rules of a kit say of some evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Declared situations, in the order they were raised.
    pub declared: Vec<Declared>,
    /// Added steps, in file order, each once.
    pub steps: Vec<AddedStep>,
    /// Hidden modes, each once.
    pub hidden_modes: Vec<Mode>,
    /// Questions asked for, in file order, each once.
    pub ask: Vec<QuestionId>,
    /// Questions held, each once.
    pub held: Vec<QuestionId>,
    /// Notices, in file order.
    pub notices: Vec<RuleNotice>,
}

impl Outcome {
    /// Says whether a situation is declared.
    pub fn declares(&self, id: &PersonaId) -> bool {
        self.declared.iter().any(|d| &d.id == id)
    }
}

/// Evaluates a condition on evidence, given the situations declared so far.
pub fn holds(condition: &Condition, evidence: &Evidence, declared: &BTreeSet<PersonaId>) -> bool {
    let all = |list: &[Condition]| list.iter().all(|c| holds(c, evidence, declared));
    match condition {
        Condition::Cue(id) => evidence.observed(id),
        Condition::NotCue(id) => evidence.denied(id),
        Condition::Answer(question, answer) => evidence.answers.get(question) == Some(answer),
        Condition::Situation(id) => declared.contains(id),
        Condition::Followed(id) => evidence.followed.as_ref() == Some(id),
        Condition::Setting(name) => evidence.settings.contains(name),
        Condition::Channel(channel) => evidence.channel == *channel,
        Condition::Theme(theme) => evidence.theme == Some(*theme),
        Condition::Any(list) => list.iter().any(|c| holds(c, evidence, declared)),
        Condition::All(list) => all(list),
        Condition::Not(inner) => !holds(inner, evidence, declared),
    }
}

/// Lists the observations that make a condition hold, so that a screen can say « parce que ».
fn grounds(condition: &Condition, evidence: &Evidence, found: &mut Vec<Observation>) {
    let observation = match condition {
        Condition::Cue(id) if evidence.observed(id) => Observation::Cue(id.clone()),
        Condition::NotCue(id) if evidence.denied(id) => Observation::NotCue(id.clone()),
        Condition::Answer(q, a) if evidence.answers.get(q) == Some(a) => {
            Observation::Answer(q.clone(), a.clone())
        }
        Condition::Any(list) | Condition::All(list) => {
            for inner in list {
                grounds(inner, evidence, found);
            }
            return;
        }
        _ => return,
    };
    if !found.contains(&observation) {
        found.push(observation);
    }
}

fn push_once<T: PartialEq>(list: &mut Vec<T>, value: T) {
    if !list.contains(&value) {
        list.push(value);
    }
}

/// Runs the kit's rules on evidence.
pub fn run(kit: &Kit, evidence: &Evidence) -> Outcome {
    let mut outcome = Outcome::default();
    let mut declared: BTreeSet<PersonaId> = BTreeSet::new();
    // Each round declares at least one more situation or stops, so this ends.
    loop {
        let before = declared.len();
        for rule in &kit.rules {
            if !holds(&rule.when, evidence, &declared) {
                continue;
            }
            for effect in &rule.then {
                let RuleEffect::Raise(id) = effect else {
                    continue;
                };
                if !declared.insert(id.clone()) {
                    continue;
                }
                outcome.declared.push(Declared {
                    id: id.clone(),
                    because: Vec::new(),
                });
            }
        }
        if declared.len() == before {
            break;
        }
    }
    for rule in &kit.rules {
        if !holds(&rule.when, evidence, &declared) {
            continue;
        }
        let mut because = Vec::new();
        grounds(&rule.when, evidence, &mut because);
        for effect in &rule.then {
            match effect {
                RuleEffect::Raise(id) => {
                    if let Some(entry) = outcome.declared.iter_mut().find(|d| &d.id == id) {
                        for observation in &because {
                            push_once(&mut entry.because, observation.clone());
                        }
                    }
                }
                RuleEffect::AddStep(id) => {
                    if outcome.steps.iter().all(|s| &s.id != id) {
                        outcome.steps.push(AddedStep {
                            id: id.clone(),
                            because: because.clone(),
                        });
                    }
                }
                RuleEffect::HideMode(mode) => push_once(&mut outcome.hidden_modes, *mode),
                RuleEffect::Ask(id) => push_once(&mut outcome.ask, id.clone()),
                RuleEffect::HoldQuestion(id) => push_once(&mut outcome.held, id.clone()),
                RuleEffect::Notice { text, severity } => push_once(
                    &mut outcome.notices,
                    RuleNotice {
                        text: text.clone(),
                        severity: *severity,
                    },
                ),
            }
        }
    }
    outcome
}
