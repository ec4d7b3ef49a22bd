//! The note in the making: what is typed, what the guard finds in it, what becomes of a finding.
//!
//! What one types is in two kinds of places, the note's free text and the template's blanks: both are
//! read, masked and kept the same way. It must never keep anything red, nor leave a masked value in
//! any copy of the contact.

use crate::domain::guard::{
    self, Excerpt, Finding, Kind, Obstacle, Reason, Refused, Severity, VerifiedNote,
};
use crate::domain::note::{Note, NoteFrame};
use crate::domain::sensitive::Sensitive;
use crate::domain::template::cleaned;
use crate::domain::vocab::DurationBracket;

use super::session::Session;
use super::state::State;

/// Characters an answer may always have, however short the notes of the workplace.
const LEAST_ANSWER: usize = 80;

/// A place one types in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The free text of the note.
    Note,
    /// A blank of the template, by its name.
    Blank(String),
}

impl State {
    /// Builds the note as it would leave now.
    pub fn note(&self) -> Note {
        Note::build(
            self.french.as_ref().unwrap_or(&self.kit),
            self.session.interview.facts(),
            &NoteFrame {
                date: self.today.clone(),
                bracket: DurationBracket::for_minutes(self.elapsed_minutes),
            },
        )
    }

    /// Says whether something would be lost if the interview ended now.
    pub fn note_at_stake(&self) -> bool {
        !self.session.note_left && !self.session.is_blank()
    }

    /// The text typed in a place, as findings have their ranges in it: as it will leave, on one line.
    pub fn typed(&self, place: &Place) -> String {
        match place {
            // Byte for byte as in its field, so that both have the same ranges.
            Place::Note => self.typed_note().replace('\n', " "),
            Place::Blank(name) => {
                let answer = self.session.answers.get(name);
                answer.map(|answer| cleaned(answer)).unwrap_or_default()
            }
        }
    }

    /// What the guard finds there and the agent has not kept, the gravest first.
    pub fn findings_in(&self, place: &Place) -> Vec<Finding> {
        let text = self.typed(place);
        if text.is_empty() {
            return Vec::new();
        }
        let mut findings = guard::scan(&text, self.guard(), self.year());
        for beside in self.found_beside(place) {
            let apart = |f: &Finding| !f.overlaps(&beside);
            if findings.iter().all(apart) {
                findings.push(beside);
            }
        }
        findings.retain(|finding| {
            let as_written = (finding.kind.clone(), finding.text(&text).to_owned());
            finding.severity == Severity::Red || !self.session.kept.contains_key(&as_written)
        });
        findings.sort_by_key(|finding| (finding.severity, finding.range));
        findings
    }

    /// What only shows once the template's words or another answer stand beside it.
    fn found_beside(&self, place: &Place) -> Vec<Finding> {
        let Some(Err(Refused::Found(obstacles))) = self.filled() else {
            return Vec::new();
        };
        let (blank, before) = match place {
            // The note begins where its spaces end.
            Place::Note => (
                None,
                self.typed_note().len() - self.typed_note().trim_start().len(),
            ),
            Place::Blank(name) => (Some(name), 0),
        };
        let of_place = obstacles.into_iter().filter(|o| o.blank.as_ref() == blank);
        let moved = |obstacle: Obstacle| obstacle.finding.moved(before);
        of_place.map(moved).collect()
    }

    fn typed_note(&self) -> &str {
        &self.session.interview.facts().free_text
    }

    /// Longest free text that may be typed now, in characters: what masks made longer stays whole.
    pub fn longest_note(&self) -> usize {
        let longest = usize::from(self.settings.note_length);
        longest.max(self.typed_note().chars().count())
    }

    /// Longest answer that may be typed in a blank now, in characters.
    pub fn longest_answer(&self, blank: &str) -> usize {
        let answer = self.session.answers.get(blank);
        let length = answer.map_or(0, |answer| answer.chars().count());
        usize::from(self.settings.note_length)
            .max(LEAST_ANSWER)
            .max(length)
    }

    /// What the guard finds in the free text, likewise.
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_in(&Place::Note)
    }

    /// The first finding of the gravest of these gravities, in the note then in the blanks.
    pub(super) fn first_finding(&self, of: &[Severity]) -> Option<(Place, usize)> {
        let template = self.template();
        let blanks = template.iter().flat_map(|template| template.blanks());
        let blanks = blanks.map(|blank| Place::Blank(blank.name.clone()));
        let places = std::iter::once(Place::Note).chain(blanks);
        let firsts = places.filter_map(|place| {
            let findings = self.findings_in(&place);
            let at = findings.iter().position(|f| of.contains(&f.severity))?;
            let severity = findings.get(at)?.severity;
            Some((severity, place, at))
        });
        let first = firsts.min_by_key(|(severity, _, _)| *severity)?;
        Some((first.1, first.2))
    }

    /// The note, if the guard lets it through.
    pub fn verified_note(&self) -> Option<VerifiedNote> {
        self.verified().ok()
    }

    /// The note, or what keeps it.
    pub(super) fn verified(&self) -> Result<VerifiedNote, Vec<Finding>> {
        guard::verify(self.note(), self.guard(), self.year(), &self.session.kept)
    }

    /// A part of what one typed, as it may be copied by hand.
    pub fn excerpt(&self, text: &str) -> Excerpt {
        guard::excerpt(text, self.guard(), self.year(), &self.session.kept)
    }

    /// Says whether words somebody typed are anywhere in memory: in a contact, its history, its
    /// answers, the search, or what is held to undo a burst.
    pub fn holds(&self, words: &str) -> bool {
        let bursts = self.recent_keys.iter();
        let held = bursts.flat_map(|key| std::iter::once(&key.before).chain(&key.parked_before));
        let sessions = std::iter::once(&self.session)
            .chain(&self.parked)
            .chain(held);
        let in_session = |session: &Session| {
            let mut answers = session.answers.values();
            session.interview.texts().any(|text| text.contains(words))
                || answers.any(|answer| answer.contains(words))
                || session.kept.keys().any(|(_, said)| said.contains(words))
        };
        self.query.contains(words) || sessions.into_iter().any(in_session)
    }
}

/// Masks what the guard found nth in a place, or keeps it for a reason.
pub(super) fn treat(state: &mut State, place: &Place, number: usize, reason: Option<Reason>) {
    let Some(finding) = state.findings_in(place).into_iter().nth(number) else {
        return;
    };
    let typed = state.typed(place);
    let as_written = finding.text(&typed).to_owned();
    if let Some(reason) = reason {
        let found = (finding.kind, as_written);
        state.session.kept.insert(found, reason);
    } else {
        match place {
            Place::Note => {
                let word = matches!(finding.kind, Kind::Word(_));
                // As in its field, where it may be over two lines.
                let (from, to) = finding.range;
                let typed = state.typed_note().get(from..to).map(Sensitive::from);
                let interview = &mut state.session.interview;
                interview.redact(&as_written, &finding.proposal, word);
                if let Some(typed) = typed.filter(|typed| **typed != *as_written) {
                    interview.redact(&typed, &finding.proposal, word);
                }
            }
            Place::Blank(name) => {
                let masked = guard::apply(&typed, &finding);
                state.session.answers.insert(name.clone(), masked.into());
            }
        }
        // The fields' own undo, and a burst's older copy, must not bring it back.
        state.session.masked += 1;
        state.recent_keys.clear();
    }
    state.toast = None;
}
