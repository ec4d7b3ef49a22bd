//! What an undo undid, as data that screens put in words.

use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use crate::domain::interview::{Facts, StepMark};
use crate::domain::vocab::{Autonomy, Channel, Minutes, Orientation, Outcome, Theme};

/// One change of the facts of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// A cue was noted, denied or withdrawn.
    Cue(CueId, Option<Sighting>),
    /// A question was answered.
    Answer(QuestionId, AnswerId),
    /// A question was left unanswered.
    Unanswered,
    /// An answer was withdrawn.
    AnswerWithdrawn,
    /// A persona was followed, or no longer.
    Followed(Option<PersonaId>),
    /// A step was done, skipped or reopened.
    Step(StepId, Option<StepMark>),
    /// A step was added by hand.
    Added(StepId),
    /// The channel.
    Channel(Channel),
    /// The time at hand.
    Minutes(Minutes),
    /// The theme.
    Theme(Option<Theme>),
    /// The result.
    Outcome(Option<Outcome>),
    /// The orientation.
    Orientation(Option<Orientation>),
    /// The autonomy.
    Autonomy(Option<Autonomy>),
    /// The equipment.
    Equipment,
    /// The free text.
    Text,
    /// The persona's name in the file.
    Name,
    /// More than one thing.
    Several,
}

/// Says what changed from one state of the facts to another.
pub fn changed(before: &Facts, after: &Facts) -> Changed {
    let mut found = of_evidence(&before.evidence, &after.evidence);
    for (step, mark) in &after.marks {
        let was = before.marks.iter().find(|(id, _)| id == step);
        if was.map(|(_, m)| m) != Some(mark) {
            found.push(Changed::Step(step.clone(), Some(*mark)));
        }
    }
    for (step, _) in &before.marks {
        if after.marks.iter().all(|(id, _)| id != step) {
            found.push(Changed::Step(step.clone(), None));
        }
    }
    let added = |a: &Facts, b: &Facts| -> Option<StepId> {
        a.added.iter().find(|id| !b.added.contains(id)).cloned()
    };
    if let Some(step) = added(after, before).or_else(|| added(before, after)) {
        found.push(Changed::Added(step));
    }
    if before.outcome != after.outcome {
        found.push(Changed::Outcome(after.outcome));
    }
    if before.orientation != after.orientation {
        found.push(Changed::Orientation(after.orientation));
    }
    if before.autonomy != after.autonomy {
        found.push(Changed::Autonomy(after.autonomy));
    }
    if before.equipment != after.equipment {
        found.push(Changed::Equipment);
    }
    if before.free_text != after.free_text {
        found.push(Changed::Text);
    }
    if before.name_persona != after.name_persona {
        found.push(Changed::Name);
    }
    match found.len() {
        1 => found.pop().unwrap_or(Changed::Several),
        _ => Changed::Several,
    }
}

fn of_evidence(before: &Evidence, after: &Evidence) -> Vec<Changed> {
    let mut found = Vec::new();
    for cue in before.cues.keys().chain(after.cues.keys()) {
        let now = after.cues.get(cue).copied();
        let change = Changed::Cue(cue.clone(), now);
        if before.cues.get(cue).copied() != now && !found.contains(&change) {
            found.push(change);
        }
    }
    for (question, answer) in &after.answers {
        if before.answers.get(question) != Some(answer) {
            found.push(Changed::Answer(question.clone(), answer.clone()));
        }
    }
    // An answer that became « sans réponse » is one change.
    let left = after.unanswered.difference(&before.unanswered);
    found.extend(left.map(|_| Changed::Unanswered));
    let withdrawn = before
        .answers
        .keys()
        .chain(&before.unanswered)
        .filter(|question| !after.asked(question))
        .count();
    found.extend((0..withdrawn).map(|_| Changed::AnswerWithdrawn));
    if before.followed != after.followed {
        found.push(Changed::Followed(after.followed.clone()));
    }
    if before.channel != after.channel {
        found.push(Changed::Channel(after.channel));
    }
    if before.minutes != after.minutes {
        found.push(Changed::Minutes(after.minutes));
    }
    if before.theme != after.theme {
        found.push(Changed::Theme(after.theme));
    }
    found
}
