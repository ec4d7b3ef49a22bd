//! What is copied for the business application: the whole note, or the structure's template filled.
//!
//! It must never copy a template in which something is still to fill, nor an answer the guard has not
//! read.

use crate::domain::guard::{self, Finding, Reason, Refused, Severity, VerifiedText};
use crate::domain::template::{Missing, Template, cleaned};

use super::action::{Action, Effect};
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

    /// What the guard finds in an answer and the agent has not kept, the gravest first.
    pub fn answer_findings(&self, blank: &str) -> Vec<Finding> {
        let typed = self
            .session
            .answers
            .get(blank)
            .map(|answer| cleaned(answer));
        let typed = typed.unwrap_or_default();
        let mut found = guard::scan(&typed, self.guard(), self.year());
        found.retain(|finding| {
            let as_written = (finding.kind.clone(), finding.text(&typed).to_owned());
            finding.severity == Severity::Red || !self.session.kept.contains_key(&as_written)
        });
        found.sort_by_key(|finding| (finding.severity, finding.range));
        found
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

/// Carries out what concerns the blanks; gives back what is not.
///
/// # Errors
/// The action, untouched, when it belongs elsewhere.
pub(super) fn apply(state: &mut State, action: Action) -> Result<Vec<Effect>, Action> {
    match action {
        Action::SetAnswer(blank, answer) => {
            let answers = &mut state.session.answers;
            if answer.is_empty() {
                answers.remove(&blank);
            } else {
                answers.insert(blank, answer);
            }
            state.session.note_left = false;
        }
        Action::MaskAnswer(blank, number) => treat(state, &blank, number, None),
        Action::KeepAnswer(blank, number, reason) => treat(state, &blank, number, Some(reason)),
        other => return Err(other),
    }
    Ok(Vec::new())
}

fn treat(state: &mut State, blank: &str, number: usize, reason: Option<Reason>) {
    let Some(finding) = state.answer_findings(blank).into_iter().nth(number) else {
        return;
    };
    let Some(typed) = state
        .session
        .answers
        .get(blank)
        .map(|answer| cleaned(answer))
    else {
        return;
    };
    match reason {
        None => {
            let masked = guard::apply(&typed, &finding);
            state.session.answers.insert(blank.to_owned(), masked);
            // A field would give the value back by its own undo; a burst, by an older copy.
            state.session.masked += 1;
            state.recent_keys.clear();
        }
        Some(reason) => {
            let as_written = finding.text(&typed).to_owned();
            state
                .session
                .kept
                .insert((finding.kind, as_written), reason);
        }
    }
    state.toast = None;
}
