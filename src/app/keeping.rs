//! What stays on this machine as the panel lives it: the draft of the contact in hand, the draft a
//! crash left, and the screen « Ce que l'outil garde ».
//!
//! It must never erase a file the agent has not seen in the list, nor offer to go on with a contact
//! of another kit.

use std::path::PathBuf;

use crate::domain::draft::{Draft, DraftContact, without_red};
use crate::domain::interview::Interview;
use crate::domain::kept::{self, KeptFile, KeptKind, Receipt};

use super::action::{Action, Effect};
use super::session::{Badge, Session};
use super::state::{Overlay, State, Toast};

/// Ages, in days, beyond which exports may be purged.
pub const AGES: [u16; 4] = [7, 30, 90, 365];

/// What is asked to be erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One file.
    One(PathBuf),
    /// Exports older than the chosen age.
    Old,
    /// Everything that may say something of a contact.
    All,
}

/// What waits for a second yes: the very files that are shown, whatever the list says meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// What was asked.
    pub asked: Asked,
    /// What goes.
    pub files: Vec<KeptFile>,
}

/// The screen's own state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// The files; `None` before the disk was asked.
    pub files: Option<Vec<KeptFile>>,
    /// What could not be read, and why in French.
    pub unread: Vec<(PathBuf, String)>,
    /// The chosen age, in days.
    pub days: u16,
    /// What waits for a second yes.
    pub asked: Option<Pending>,
    /// What the last erasing did.
    pub receipt: Option<Receipt>,
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            files: None,
            unread: Vec::new(),
            days: 30,
            asked: None,
            receipt: None,
        }
    }
}

/// What tells one state of the drafts from another without comparing them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftStamp(Vec<(u32, u32, u32)>);

impl DraftStamp {
    /// Says whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        self.0.is_empty()
    }

    /// Says whether what the other held must not stay beside this: something was masked, or a contact
    /// ended.
    pub fn must_replace(&self, other: &Self) -> bool {
        other.0.iter().any(|(id, _, masked)| {
            !self
                .0
                .iter()
                .any(|(now, _, masked_now)| now == id && masked_now == masked)
        })
    }
}

impl State {
    /// Says which drafts [`State::draft`] would give.
    pub fn draft_stamp(&self) -> DraftStamp {
        let sessions = std::iter::once(&self.session).chain(&self.parked);
        let noted = sessions.filter(|session| !session.is_blank());
        DraftStamp(noted.map(|s| (s.id, s.revision, s.masked)).collect())
    }

    /// What would be lost if the program stopped now; nothing that the guard finds red.
    pub fn draft(&self) -> Option<Draft> {
        let sessions = std::iter::once(&self.session).chain(&self.parked);
        let contacts: Vec<DraftContact> = sessions
            .filter(|session| !session.is_blank())
            .map(|session| {
                let mut facts = session.interview.facts().clone();
                facts.free_text = without_red(&facts.free_text, self.guard(), self.year()).into();
                let answers = session.answers.iter().map(|(name, answer)| {
                    let answer = without_red(answer, self.guard(), self.year());
                    (name.clone(), answer.into())
                });
                DraftContact {
                    facts,
                    answers: answers.collect(),
                    started: session.started_clock.clone(),
                    square: session.badge == Badge::Square,
                }
            })
            .collect();
        (!contacts.is_empty()).then(|| Draft {
            kit: self.kit.id.clone(),
            day: self.today.clone(),
            contacts,
        })
    }

    fn resumed(&mut self, contact: DraftContact, now: u64) -> Session {
        let mut session = self.fresh_session();
        session.interview = Interview::resumed(self.first_channel(), contact.facts, &self.kit);
        session.answers = contact.answers;
        session.started_clock = contact.started;
        session.started_millis = Some(now);
        session.revision = 1;
        session.badge = if contact.square {
            Badge::Square
        } else {
            Badge::Disc
        };
        session
    }

    /// The files that « tout effacer » would take now: the draft of a contact in hand ends with it.
    pub fn erasable(&self) -> Vec<KeptFile> {
        let in_hand = !self.draft_stamp().is_blank();
        let files = self.keeping.files.iter().flatten();
        files
            .filter(|file| file.kind.is_of_contacts())
            .filter(|file| !(in_hand && file.kind == KeptKind::Draft))
            .cloned()
            .collect()
    }

    /// Says whether a file may be erased by itself: the lock is held, the receipts are the proof, the
    /// draft of a contact in hand ends with it, and the list of exports is how they are found.
    pub fn may_erase_alone(&self, file: &KeptFile) -> bool {
        let is_export = |file: &KeptFile| file.kind == KeptKind::Export;
        match file.kind {
            KeptKind::Running | KeptKind::Receipts => false,
            KeptKind::Draft => self.draft_stamp().is_blank(),
            KeptKind::ExportList => !self.keeping.files.iter().flatten().any(is_export),
            _ => true,
        }
    }

    /// The files that an erasing would take, as the list stands.
    fn files_of(&self, asked: &Asked) -> Vec<KeptFile> {
        let files = self.keeping.files.as_deref().unwrap_or_default();
        match asked {
            Asked::One(path) => files
                .iter()
                .filter(|file| file.path == *path && self.may_erase_alone(file))
                .cloned()
                .collect(),
            Asked::Old => kept::older_than(files, &self.today, self.keeping.days)
                .into_iter()
                .cloned()
                .collect(),
            Asked::All => self.erasable(),
        }
    }
}

/// Carries out an intent about what is kept; gives back what is not.
///
/// # Errors
/// The action, untouched, when it belongs elsewhere.
pub(super) fn apply(state: &mut State, action: Action, now: u64) -> Result<Vec<Effect>, Action> {
    match action {
        Action::DraftFound(draft) => {
            if !draft.contacts.is_empty() {
                state.found = Some(draft);
                state.overlay = Some(Overlay::Found);
            }
        }
        Action::TakeUpDraft => return Ok(take_up(state, now).into_iter().collect()),
        Action::EraseDraft => {
            state.found = None;
            state.overlay = None;
            return Ok(vec![Effect::EraseDraft]);
        }
        Action::KeptIs(inventory) => {
            state.keeping.unread = inventory.unread;
            state.keeping.files = Some(inventory.files);
        }
        Action::NotesGoTo(kind) => state.notes_place = kind,
        Action::DraftTrouble(reason) => state.toast = Some(Toast::DraftTrouble(reason)),
        Action::KeptErased(receipt) => {
            state.keeping.receipt = Some(receipt);
            let erased = std::mem::take(&mut state.erasing);
            // The counts on screen go with their file, and stay if it does.
            let is_tally = |path: &PathBuf| path.display().to_string() == state.learning.file;
            let tally = erased.iter().any(is_tally);
            let reload = tally.then_some(Effect::LoadTally);
            return Ok(reload.into_iter().chain([Effect::ListKept]).collect());
        }
        Action::SetPurgeAge(days) => {
            state.keeping.days = days;
            state.keeping.asked = None;
        }
        Action::AskErase(asked) => {
            state.keeping.receipt = None;
            let files = state.files_of(&asked);
            state.keeping.asked = (!files.is_empty()).then_some(Pending { asked, files });
        }
        Action::AskNothing => state.keeping.asked = None,
        Action::EraseAsked => {
            let Some(Pending { files, .. }) = state.keeping.asked.take() else {
                return Ok(Vec::new());
            };
            let paths = files.iter().map(|file| file.path.clone());
            state.erasing.extend(paths);
            return Ok(vec![Effect::EraseKept(files)]);
        }
        other => return Err(other),
    }
    Ok(Vec::new())
}

/// Goes on with what a crash left: the contact in hand, and the one put aside.
fn take_up(state: &mut State, now: u64) -> Option<Effect> {
    let draft = state.found.take()?;
    state.overlay = None;
    if draft.day != state.today {
        // Midnight went by while it was offered.
        state.toast = Some(Toast::DraftOfAnotherDay);
        return Some(Effect::EraseDraft);
    }
    let mut contacts = draft.contacts.into_iter();
    if let Some(contact) = contacts.next() {
        state.session = state.resumed(contact, now);
    }
    if let Some(contact) = contacts.next() {
        let parked = state.resumed(contact, now);
        state.parked = Some(parked);
    }
    state.recompute();
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(list: &[(u32, u32, u32)]) -> DraftStamp {
        DraftStamp(list.to_vec())
    }

    #[test]
    fn what_was_masked_or_ended_must_be_replaced() {
        let before = stamp(&[(1, 4, 0), (2, 1, 0)]);
        assert!(!stamp(&[(1, 5, 0), (2, 1, 0)]).must_replace(&before));
        // Masked, ended, swapped, begun.
        assert!(stamp(&[(1, 5, 1), (2, 1, 0)]).must_replace(&before));
        assert!(stamp(&[(2, 1, 0)]).must_replace(&before));
        assert!(!stamp(&[(2, 1, 0), (1, 4, 0)]).must_replace(&before));
        assert!(!stamp(&[(1, 4, 0), (2, 1, 0)]).must_replace(&stamp(&[(1, 4, 0)])));
    }
}
