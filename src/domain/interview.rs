//! The live contact: facts, and a history that can undo and redo every one of them.
//!
//! Facts are a value; undo is a copy. Nothing here reads a clock or a disk, and nothing outlives
//! the interview.

use std::collections::BTreeSet;

use super::evidence::{Evidence, Sighting};
use super::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use super::kit::Kit;
use super::note::visible;
use super::sensitive::Sensitive;
use super::vocab::{Autonomy, Channel, Equipment, Minutes, Orientation, Outcome, Theme};

/// Longest optional free text any workplace may allow, in characters; the settings say how much here.
pub const FREE_TEXT_MAX: usize = 600;

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepMark {
    /// Done.
    Done,
    /// Skipped on purpose.
    Skipped,
}

/// Everything true of the contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What identification depends on.
    pub evidence: Evidence,
    /// Marked steps, in the order they were marked.
    pub marks: Vec<(StepId, StepMark)>,
    /// Steps added to the plan by hand, in that order.
    pub added: Vec<StepId>,
    /// The result of the contact.
    pub outcome: Option<Outcome>,
    /// Equipment chosen by the agent; `None` leaves what the cues propose.
    pub equipment: Option<BTreeSet<Equipment>>,
    /// Where the person is sent next.
    pub orientation: Option<Orientation>,
    /// Autonomy, never guessed.
    pub autonomy: Option<Autonomy>,
    /// Optional free text, at most [`FREE_TEXT_MAX`] characters as typed; masks may make it longer.
    pub free_text: Sensitive,
    /// Whether the exported file names the persona; never the clipboard.
    pub name_persona: bool,
    /// Leads the agent set aside (« autre piste »).
    pub dismissed: BTreeSet<PersonaId>,
}

/// A place in the history that one can go back to.
#[derive(Clone, Debug)]
pub struct Mark {
    depth: usize,
    facts: Facts,
}

/// One contact: its facts, and every state they went through.
#[derive(Clone, Debug)]
pub struct Interview {
    facts: Facts,
    blank: Facts,
    past: Vec<Facts>,
    future: Vec<Facts>,
    typing: bool,
}

impl Interview {
    /// Starts a contact of which nothing is known.
    pub fn new(channel: Channel) -> Self {
        let facts = Facts {
            evidence: Evidence::new(channel),
            marks: Vec::new(),
            added: Vec::new(),
            outcome: None,
            equipment: None,
            orientation: None,
            autonomy: None,
            free_text: Sensitive::new(),
            name_persona: false,
            dismissed: BTreeSet::new(),
        };
        Self {
            blank: facts.clone(),
            facts,
            past: Vec::new(),
            future: Vec::new(),
            typing: false,
        }
    }

    /// Goes on with facts that were kept, without a history; what this kit no longer holds is left
    /// out.
    pub fn resumed(channel: Channel, mut facts: Facts, kit: &Kit) -> Self {
        let evidence = &mut facts.evidence;
        evidence.cues.retain(|id, _| kit.cue(id.as_str()).is_some());
        let answer_exists = |question: &QuestionId, answer: &AnswerId| {
            kit.question(question.as_str())
                .is_some_and(|q| q.answers.iter().any(|a| a.id == *answer))
        };
        evidence.answers.retain(|q, a| answer_exists(q, a));
        evidence
            .unanswered
            .retain(|id| kit.question(id.as_str()).is_some());
        let followed = evidence.followed.take();
        evidence.followed = followed.filter(|id| kit.persona(id.as_str()).is_some());
        facts
            .marks
            .retain(|(id, _)| kit.step(id.as_str()).is_some());
        facts.added.retain(|id| kit.step(id.as_str()).is_some());
        Self {
            facts,
            ..Self::new(channel)
        }
    }

    /// Every free text it holds, the history included.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let all = self.past.iter().chain(&self.future);
        all.chain(std::iter::once(&self.facts))
            .map(|facts| facts.free_text.as_str())
    }

    /// Gives the facts.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Says whether nothing was noted; the channel and the time at hand alone are not a contact.
    pub fn is_blank(&self) -> bool {
        let mut bare = self.facts.clone();
        bare.evidence.channel = self.blank.evidence.channel;
        bare.evidence.minutes = self.blank.evidence.minutes;
        bare == self.blank
    }

    /// Says whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Says whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Undoes the last action; says whether there was one.
    pub fn undo(&mut self) -> bool {
        self.typing = false;
        match self.past.pop() {
            Some(before) => {
                self.future.push(std::mem::replace(&mut self.facts, before));
                true
            }
            None => false,
        }
    }

    /// Does the last undone action again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        self.typing = false;
        match self.future.pop() {
            Some(after) => {
                self.past.push(std::mem::replace(&mut self.facts, after));
                true
            }
            None => false,
        }
    }

    /// Marks this place in the history, so that what follows can be undone as one step.
    ///
    /// ```
    /// use reflexe_personas::domain::interview::Interview;
    /// use reflexe_personas::domain::vocab::{Channel, Minutes, Theme};
    /// let mut interview = Interview::new(Channel::Counter);
    /// let mark = interview.mark();
    /// interview.set_minutes(Minutes::Ten);
    /// interview.set_theme(Some(Theme::Famille));
    /// assert!(interview.revert_to(&mark));
    /// assert!(!interview.undo());
    /// assert!(interview.redo());
    /// assert_eq!(interview.facts().evidence.theme, Some(Theme::Famille));
    /// ```
    pub fn mark(&mut self) -> Mark {
        // What is typed next must not melt into an entry from before the mark.
        self.typing = false;
        Mark {
            depth: self.past.len(),
            facts: self.facts.clone(),
        }
    }

    /// Undoes everything since the mark as one step, which one redo brings back.
    ///
    /// Says whether anything changed: a mark that undo has since gone past is refused.
    pub fn revert_to(&mut self, mark: &Mark) -> bool {
        if self.past.get(mark.depth) != Some(&mark.facts) {
            return false;
        }
        self.typing = false;
        self.past.truncate(mark.depth);
        let after = std::mem::replace(&mut self.facts, mark.facts.clone());
        self.future.clear();
        self.future.push(after);
        true
    }

    /// Changes facts; what changes nothing leaves no trace in the history.
    fn change(&mut self, change: impl FnOnce(&mut Facts)) {
        let before = self.facts.clone();
        change(&mut self.facts);
        if self.facts != before {
            self.past.push(before);
            self.future.clear();
            self.typing = false;
        }
    }

    /// Sets the channel.
    ///
    /// What was noted stays: the engine leaves out the cues and answers of the other channel, and
    /// they count again if the agent comes back to it.
    pub fn set_channel(&mut self, channel: Channel) {
        self.change(|f| f.evidence.channel = channel);
    }

    /// Sets the time at hand.
    pub fn set_minutes(&mut self, minutes: Minutes) {
        self.change(|f| f.evidence.minutes = minutes);
    }

    /// Sets or clears the theme.
    pub fn set_theme(&mut self, theme: Option<Theme>) {
        self.change(|f| f.evidence.theme = theme);
    }

    /// Unknown → observed → explicitly not the case → unknown.
    pub fn cycle_cue(&mut self, cue: CueId) {
        let next = match self.facts.evidence.cues.get(&cue) {
            None => Some(Sighting::Observed),
            Some(Sighting::Observed) => Some(Sighting::Denied),
            Some(Sighting::Denied) => None,
        };
        self.set_cue(cue, next);
    }

    /// Sets a cue, or makes it unknown again.
    pub fn set_cue(&mut self, cue: CueId, sighting: Option<Sighting>) {
        self.change(|f| {
            match sighting {
                Some(sighting) => f.evidence.cues.insert(cue, sighting),
                None => f.evidence.cues.remove(&cue),
            };
        });
    }

    /// Answers a question, changing the answer it had.
    pub fn answer(&mut self, question: QuestionId, answer: AnswerId) {
        self.change(|f| {
            f.evidence.unanswered.remove(&question);
            f.evidence.answers.insert(question, answer);
        });
    }

    /// Marks a question « sans réponse ».
    pub fn leave_unanswered(&mut self, question: QuestionId) {
        self.change(|f| {
            f.evidence.answers.remove(&question);
            f.evidence.unanswered.insert(question);
        });
    }

    /// Takes an answer, or a « sans réponse », back.
    pub fn withdraw_answer(&mut self, question: &QuestionId) {
        self.change(|f| {
            f.evidence.answers.remove(question);
            f.evidence.unanswered.remove(question);
        });
    }

    /// Follows a persona; ticks stay, so those on shared steps count for the new one.
    pub fn follow(&mut self, persona: PersonaId) {
        self.change(|f| {
            f.dismissed.remove(&persona);
            f.evidence.followed = Some(persona);
        });
    }

    /// Goes back to recognising.
    pub fn unfollow(&mut self) {
        self.change(|f| f.evidence.followed = None);
    }

    /// Sets a lead aside (« autre piste »), leaving it if it was followed; following takes it back.
    pub fn dismiss_lead(&mut self, persona: PersonaId) {
        self.change(|f| {
            if f.evidence.followed.as_ref() == Some(&persona) {
                f.evidence.followed = None;
            }
            f.dismissed.insert(persona);
        });
    }

    fn mark_step(&mut self, step: StepId, mark: StepMark) {
        self.change(|f| match f.marks.iter_mut().find(|(id, _)| *id == step) {
            Some(entry) => entry.1 = mark,
            None => f.marks.push((step, mark)),
        });
    }

    /// Adds a step to the plan by hand, once.
    pub fn add_step(&mut self, step: StepId) {
        self.change(|f| {
            if !f.added.contains(&step) {
                f.added.push(step);
            }
        });
    }

    /// Ticks a step.
    pub fn tick_step(&mut self, step: StepId) {
        self.mark_step(step, StepMark::Done);
    }

    /// Skips a step.
    pub fn skip_step(&mut self, step: StepId) {
        self.mark_step(step, StepMark::Skipped);
    }

    /// Reopens a step.
    pub fn reopen_step(&mut self, step: &StepId) {
        self.change(|f| f.marks.retain(|(id, _)| id != step));
    }

    /// Sets or clears the result.
    pub fn set_outcome(&mut self, outcome: Option<Outcome>) {
        self.change(|f| f.outcome = outcome);
    }

    /// Sets the equipment; `None` goes back to what the cues propose.
    pub fn set_equipment(&mut self, equipment: Option<BTreeSet<Equipment>>) {
        self.change(|f| f.equipment = equipment);
    }

    /// Adds or removes a piece of equipment, starting from what was `proposed` if nothing was chosen.
    ///
    /// « Aucun » stands alone: choosing it clears the others, and choosing another clears it.
    pub fn toggle_equipment(&mut self, equipment: Equipment, proposed: &BTreeSet<Equipment>) {
        self.change(|f| {
            let chosen = f.equipment.get_or_insert_with(|| proposed.clone());
            if !chosen.remove(&equipment) {
                chosen.retain(|e| (*e == Equipment::Nothing) == (equipment == Equipment::Nothing));
                chosen.insert(equipment);
            }
        });
    }

    /// Sets or clears the orientation.
    pub fn set_orientation(&mut self, orientation: Option<Orientation>) {
        self.change(|f| f.orientation = orientation);
    }

    /// Sets or clears the autonomy.
    pub fn set_autonomy(&mut self, autonomy: Option<Autonomy>) {
        self.change(|f| f.autonomy = autonomy);
    }

    /// Sets the free text, cut at [`FREE_TEXT_MAX`] characters; consecutive typing is one undo.
    ///
    /// What hides or reorders other characters is left out; a text that masks made longer keeps its
    /// end.
    pub fn set_free_text(&mut self, text: &str) {
        let longest = FREE_TEXT_MAX.max(self.facts.free_text.chars().count());
        let text: Sensitive = visible(text).take(longest).collect();
        if text == self.facts.free_text {
            return;
        }
        if self.typing {
            self.facts.free_text = text;
            if self.past.last() == Some(&self.facts) {
                // Typed, then erased: nothing is left to undo.
                self.past.pop();
                self.typing = false;
            }
        } else {
            self.change(|f| f.free_text = text);
            self.typing = true;
        }
    }

    /// Replaces a value of the free text everywhere it stands, the whole history included: what was
    /// masked comes back neither by undo nor by redo. A word is left alone inside longer ones.
    pub fn redact(&mut self, value: &str, by: &str, word: bool) {
        if value.is_empty() {
            return;
        }
        let all = self.past.iter_mut().chain(&mut self.future);
        for facts in all.chain(std::iter::once(&mut self.facts)) {
            let text = if word {
                replace_words(&facts.free_text, value, by)
            } else {
                facts.free_text.replace(value, by)
            };
            facts.free_text = text.into();
        }
        self.typing = false;
    }

    /// Puts the persona's name in the exported file, or takes it out.
    pub fn set_name_persona(&mut self, named: bool) {
        self.change(|f| f.name_persona = named);
    }
}

/// Replaces a value wherever it stands as whole words: « con » is not in « connexion ».
fn replace_words(text: &str, value: &str, by: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = 0;
    for (at, _) in text.match_indices(value) {
        let end = at + value.len();
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(end..).and_then(|t| t.chars().next());
        if [before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
        {
            continue;
        }
        out.push_str(text.get(rest..at).unwrap_or_default());
        out.push_str(by);
        rest = end;
    }
    out.push_str(text.get(rest..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests;
