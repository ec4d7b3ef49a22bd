//! The contact in hand as the draft journal keeps it: enough to go on after a crash, nothing more.
//!
//! It must never hold what the guard finds red: its mask stands there instead. No persona's name, no
//! agent, no clock beyond the time of day already on the screen.

use super::guard::{self, GuardLexicon, Severity};
use super::interview::Facts;
use super::template::Answers;

/// What was on the table: one contact, or two of which the second is put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Id of the kit; a draft of another kit is not taken up.
    pub kit: String,
    /// Local day, ISO: a draft of another day is erased.
    pub day: String,
    /// The contact in hand, then the one put aside.
    pub contacts: Vec<DraftContact>,
}

/// One contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftContact {
    /// What is noted.
    pub facts: Facts,
    /// What was typed in the blanks of the template.
    pub answers: Answers,
    /// When it began, « 10 h 42 ».
    pub started: Option<String>,
    /// Whether its sign is the square.
    pub square: bool,
}

impl Draft {
    /// Says whether this only adds to the texts of another: then what was kept of that one may stay
    /// beside it. Else something was masked, deleted or undone, and must not.
    pub fn only_adds_to(&self, before: &Self) -> bool {
        let adds_to = |(now, then): (&DraftContact, &DraftContact)| now.only_adds_to(then);
        self.contacts.len() >= before.contacts.len()
            && self.contacts.iter().zip(&before.contacts).all(adds_to)
    }
}

impl DraftContact {
    fn only_adds_to(&self, before: &Self) -> bool {
        let answers = &before.answers;
        self.facts.free_text.starts_with(&*before.facts.free_text)
            && answers.iter().all(|(name, then)| {
                let now = self.answers.get(name);
                now.is_some_and(|now| now.starts_with(&**then))
            })
    }
}

/// A text in which the mask stands for everything the guard finds red.
pub fn without_red(text: &str, lexicon: &GuardLexicon, year: u32) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut findings = guard::scan(text, lexicon, year);
    findings.retain(|finding| finding.severity == Severity::Red);
    guard::masked(text, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_red_is_never_in_a_draft() {
        let typed = "Tél 06 39 98 12 34, mail a.b@example.org, vu avec Mme Durand";
        let kept = without_red(typed, &GuardLexicon::default(), 2026);
        assert_eq!(
            kept,
            "Tél [téléphone masqué], mail [e-mail masqué], vu avec Mme Durand"
        );
        assert_eq!(without_red("", &GuardLexicon::default(), 2026), "");
    }
}
