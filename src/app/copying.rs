//! What is copied for the business application: the whole note, or the structure's template filled.
//!
//! It must never copy a template in which something is still to fill, nor an answer the guard has not
//! read.

use crate::domain::guard::{self, Refused, VerifiedText};
use crate::domain::sensitive::Sensitive;
use crate::domain::template::{Missing, Template};

use super::action::Effect;
use super::state::{Overlay, State, Toast};

impl State {
    /// The template in force; one that is wrong counts as none.
    pub fn template(&self) -> Option<Template> {
        let source = self.settings.copy_template.as_deref()?;
        Template::parse(source).ok()
    }

    /// The template filled as it would be copied now, or what keeps it; `None` without a template.
    pub fn filled(&self) -> Option<Result<VerifiedText, Refused>> {
        let template = self.template()?;
        let note = match self.verified() {
            Ok(note) => note,
            Err(_in_the_note) => return Some(Err(Refused::Found(Vec::new()))),
        };
        let session = &self.session;
        let (lexicon, year) = (self.guard(), self.year());
        let filled = guard::fill(
            &template,
            &note,
            &session.answers,
            lexicon,
            year,
            &session.kept,
        );
        Some(filled)
    }

    /// What the template still waits for.
    pub fn template_missing(&self) -> Vec<Missing> {
        let Some(template) = self.template() else {
            return Vec::new();
        };
        template.missing(&self.note(), &self.session.answers)
    }
}

/// What leaves for the clipboard, if everything lets it through; else the review opens and says why.
pub(super) fn copied(state: &mut State) -> Option<Effect> {
    let Some(filled) = state.filled() else {
        return super::update::leaving(state).map(Effect::CopyNote);
    };
    match filled {
        Ok(text) => Some(Effect::CopyFilled(text)),
        Err(refused) => {
            state.overlay = Some(Overlay::Review);
            state.toast = Some(match refused {
                Refused::Missing(_) => Toast::ToFill,
                Refused::Found(_) => Toast::Blocked,
            });
            None
        }
    }
}

/// Fills a blank, or empties it.
pub(super) fn answer(state: &mut State, blank: String, answer: &str) {
    let longest = state.longest_answer(&blank);
    let answer: Sensitive = answer.chars().take(longest).collect();
    let session = &mut state.session;
    if answer.is_empty() {
        session.answers.remove(&blank);
    } else {
        session.answers.insert(blank, answer);
    }
    session.revision += 1;
    session.note_left = false;
}
