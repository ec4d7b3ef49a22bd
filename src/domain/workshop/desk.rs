//! The draft in hand: what it was, what it is, how it got there, what is to correct in it.
//!
//! Everything done can be undone, letter by letter typing as one. It must never publish, save or
//! forget: whoever holds the desk decides when.

use super::address::Field;
use super::check::{Checked, Checks};
use super::edit::{Edit, apply, describe};
use super::fields;
use super::refusal::Refusal;
use super::value::Value;
use crate::domain::kit::KitContent;
use crate::domain::problem::Gravity;
use crate::domain::typography::french;
use crate::domain::validate::{admit, is_prose};

/// An edit that was made.
#[derive(Clone, Debug)]
pub struct Done {
    /// What was done.
    pub edit: Edit,
    /// What takes it back.
    pub inverse: Edit,
    /// The same in French.
    pub label: String,
}

/// The draft and its history.
#[derive(Clone, Debug)]
pub struct Desk {
    base: KitContent,
    base_hash: String,
    content: KitContent,
    done: Vec<Done>,
    undone: Vec<Done>,
    /// The last thing done is still being typed.
    typing: bool,
    revision: u64,
    checks: Checks,
    checked: Option<(u64, Checked)>,
}

impl Desk {
    /// Opens a kit; `hash` names the version it was read from.
    pub fn open(base: KitContent, hash: &str, checks: Checks) -> Self {
        let content = base.clone();
        Self::resume(base, hash, content, checks)
    }

    /// Takes up a draft that was kept.
    pub fn resume(base: KitContent, hash: &str, content: KitContent, checks: Checks) -> Self {
        Self {
            base,
            base_hash: hash.to_owned(),
            content,
            done: Vec::new(),
            undone: Vec::new(),
            typing: false,
            revision: 0,
            checks,
            checked: None,
        }
    }

    /// The draft as it stands.
    pub fn content(&self) -> &KitContent {
        &self.content
    }

    /// The version it started from.
    pub fn base(&self) -> &KitContent {
        &self.base
    }

    /// Names the version it started from.
    pub fn base_hash(&self) -> &str {
        &self.base_hash
    }

    /// Grows at each change: what depends on the draft is recomputed when it has.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Says whether the draft differs from the version it started from.
    pub fn is_changed(&self) -> bool {
        self.content != self.base
    }

    /// What was done, oldest first.
    pub fn history(&self) -> &[Done] {
        &self.done
    }

    /// What « Annuler » would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|done| done.label.as_str())
    }

    /// What « Rétablir » would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|done| done.label.as_str())
    }

    /// Makes an edit. Typing on in one field goes on with the last one.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing changed.
    pub fn apply(&mut self, edit: Edit) -> Result<(), Refusal> {
        let label = describe(&self.content, &edit);
        let before = self.content.clone();
        let inverse = apply(&mut self.content, &edit)?;
        // What changes nothing is nothing to undo.
        if self.content == before {
            return Ok(());
        }
        self.revision += 1;
        self.undone.clear();
        let typed = typed_field(&edit).is_some();
        let continued = self.typing
            && typed
            && self
                .done
                .last()
                .is_some_and(|last| typed_field(&last.edit) == typed_field(&edit));
        match self.done.last_mut() {
            Some(last) if continued => {
                last.edit = edit;
                // Typed and erased: nothing is left of it.
                if last.edit == last.inverse {
                    self.done.pop();
                    self.typing = false;
                    return Ok(());
                }
            }
            _ => self.done.push(Done {
                edit,
                inverse,
                label,
            }),
        }
        self.typing = typed;
        Ok(())
    }

    /// Ends the typing in hand: what comes next is another undo. French typography is set then, as
    /// it will be when the kit is read.
    pub fn seal(&mut self) {
        if !self.typing {
            return;
        }
        if self.content.language == "fr"
            && let Some(field) = self
                .done
                .last()
                .and_then(|done| typed_field(&done.edit))
                .cloned()
            && is_prose(field.name.key())
            && let Some(value) = fields::read(&self.content, &field)
        {
            let edit = Edit::set(field, set_in_french(value));
            // The field was written a moment ago: it takes the same kind of value.
            self.apply(edit).ok();
        }
        self.typing = false;
    }

    /// Takes back the last thing done; gives its words.
    pub fn undo(&mut self) -> Option<String> {
        let last = self.done.pop()?;
        self.typing = false;
        // What was made fits: its inverse cannot be refused.
        apply(&mut self.content, &last.inverse).ok()?;
        self.revision += 1;
        let label = last.label.clone();
        self.undone.push(last);
        Some(label)
    }

    /// Does again the last thing taken back; gives its words.
    pub fn redo(&mut self) -> Option<String> {
        let mut last = self.undone.pop()?;
        self.typing = false;
        last.inverse = apply(&mut self.content, &last.edit).ok()?;
        self.revision += 1;
        let label = last.label.clone();
        self.done.push(last);
        Some(label)
    }

    /// Takes back the last `many` things done.
    pub fn undo_many(&mut self, many: usize) {
        for _ in 0..many {
            self.undo();
        }
    }

    /// Puts another content in place of the draft, as one thing that can be undone.
    pub fn replace(&mut self, content: &KitContent, label: &str) {
        let edit = Edit::between(&self.content, content);
        let known = self.done.len();
        // A difference just computed fits.
        if self.apply(edit).is_ok()
            && self.done.len() > known
            && let Some(last) = self.done.last_mut()
        {
            label.clone_into(&mut last.label);
        }
    }

    /// The draft was shared: what agents now get is the version to start from. What was done can
    /// still be undone; what was not fit to be shared is still a change of the draft.
    pub fn shared(&mut self, hash: &str) {
        let base = self.settled().unwrap_or_else(|| self.content.clone());
        self.rebase(base, hash);
    }

    /// Another version is the one to start from; the draft stays as it is.
    pub fn rebase(&mut self, base: KitContent, hash: &str) {
        self.base = base;
        hash.clone_into(&mut self.base_hash);
    }

    /// What the draft is checked against.
    pub fn checks(&self) -> &Checks {
        &self.checks
    }

    /// Another version is the one to start from, and the draft what it has become over it: nothing of
    /// what was done before can be taken back over what is no longer there.
    pub fn restart(&mut self, base: KitContent, hash: &str, content: KitContent) {
        self.rebase(base, hash);
        self.content = content;
        self.done.clear();
        self.undone.clear();
        self.typing = false;
        self.revision += 1;
    }

    /// Takes the last thing done back for good: it cannot be done again.
    pub fn refuse_last(&mut self) {
        if self.undo().is_some() {
            self.undone.pop();
        }
    }

    /// What agents would get if the draft were shared: sound, its typography set. A sound draft takes
    /// that typography on, so that it is what is shared, to the letter.
    pub fn settled(&mut self) -> Option<KitContent> {
        self.seal();
        let admission = admit(self.content.clone(), None);
        let settled = admission.kit?.content().clone();
        let sound = admission
            .problems
            .iter()
            .all(|problem| problem.gravity != Gravity::Error);
        if sound {
            self.replace(&settled, &french("Typographie : espaces et guillemets"));
        }
        Some(settled)
    }

    /// Checks the draft, unless nothing changed since the last time.
    pub fn checked(&mut self) -> &Checked {
        let known = self
            .checked
            .take()
            .filter(|(revision, _)| *revision == self.revision);
        let (_, checked) = self.checked.insert(match known {
            Some(known) => known,
            None => (self.revision, self.checks.run(&self.content)),
        });
        checked
    }
}

/// The field that an edit types in, if it does.
fn typed_field(edit: &Edit) -> Option<&Field> {
    match edit {
        Edit::Set { field, value } if value.is_typed() => Some(field),
        _ => None,
    }
}

/// A value with French typography.
fn set_in_french(value: Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(french(&text)),
        Value::Maybe(text) => Value::Maybe(text.map(|text| french(&text))),
        Value::Say(mut say) => {
            say.text = french(&say.text);
            Value::Say(say)
        }
        Value::Avoid(mut avoid) => {
            avoid.text = french(&avoid.text);
            avoid.because = french(&avoid.because);
            Value::Avoid(avoid)
        }
        Value::Confusion(mut other) => {
            other.ask_yourself = french(&other.ask_yourself);
            Value::Confusion(other)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests;
