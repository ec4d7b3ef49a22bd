//! What happens when somebody shares: state, action in; effects out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files;
use super::together::Together;
use super::{Comparison, Errand, Joined, Published, ShareAction, Sharing, Shelf, Standing, Work};
use crate::app::action::Effect;
use crate::app::publishing;
use crate::app::state::State;
use crate::app::workshop::{Asked, Spot, WorkshopState, ours, preparing};
use crate::domain::problem::Gravity;
use crate::domain::version::{Notice, VersionName};
use crate::text;

/// Carries out an intent about sharing.
pub fn update(state: &mut State, action: ShareAction) -> Vec<Effect> {
    match action {
        ShareAction::Look => look(&mut state.workshop.sharing),
        ShareAction::ChooseFolder => {
            let sharing = &mut state.workshop.sharing;
            begin(sharing, Work::Choosing, Errand::ChooseFolder)
        }
        ShareAction::Folder(chosen) => folder(state, chosen),
        ShareAction::Follow => follow(state),
        ShareAction::Reason(reason) => {
            state.workshop.sharing.unfit = None;
            state.workshop.sharing.reason = reason;
            Vec::new()
        }
        ShareAction::Role(role) => {
            state.workshop.sharing.unfit = None;
            state.workshop.sharing.role = role;
            Vec::new()
        }
        ShareAction::Ask => {
            if may_publish(&state.workshop) && notice(state).is_some() {
                state.workshop.asked = Some(Asked::Publish);
            }
            Vec::new()
        }
        ShareAction::AskRestore => {
            let restoring = state.workshop.sharing.restoring;
            if let Some(old) = restoring
                && notice(state).is_some()
            {
                state.workshop.asked = Some(Asked::Restore(old));
            }
            Vec::new()
        }
        ShareAction::Restore(old) => restore(state, old),
        ShareAction::Read => {
            state.workshop.sharing.published = None;
            Vec::new()
        }
        ShareAction::Together => {
            together(&mut state.workshop);
            Vec::new()
        }
        ShareAction::Pick(at) => {
            if let Some(together) = &mut state.workshop.sharing.together {
                together.pick(at);
            }
            Vec::new()
        }
        ShareAction::TakeTogether => take_together(state),
        ShareAction::Compare(version) => compare(&mut state.workshop.sharing, version),
        ShareAction::Files(action) => files::update(state, action),
        ShareAction::Ours(answer) => ours::answered(state, *answer),
        answer => answered(state, answer),
    }
}

/// Where one arrives: the folder is looked at.
pub fn arrived(state: &mut State) -> Vec<Effect> {
    let sharing = &mut state.workshop.sharing;
    match state.workshop.spot {
        Spot::Share | Spot::Versions => {}
        _ => return Vec::new(),
    }
    sharing.unfit = None;
    sharing.comparison = Comparison::default();
    if sharing.folder.is_none() {
        sharing.folder.clone_from(&state.settings.published_folder);
    }
    look(sharing)
}

/// Sends an errand, unless another is under way.
pub(in crate::app::workshop) fn begin(
    sharing: &mut Sharing,
    work: Work,
    errand: Errand,
) -> Vec<Effect> {
    if sharing.work.is_some() {
        return Vec::new();
    }
    sharing.work = Some(work);
    sharing.trouble = None;
    vec![Effect::Share(Box::new(errand))]
}

fn look(sharing: &mut Sharing) -> Vec<Effect> {
    match sharing.folder.clone() {
        Some(folder) => begin(sharing, Work::Looking, Errand::Look(folder)),
        None => Vec::new(),
    }
}

/// Another folder, as typed or chosen.
fn folder(state: &mut State, chosen: Option<PathBuf>) -> Vec<Effect> {
    let language = state.language();
    let sharing = &mut state.workshop.sharing;
    if sharing.work == Some(Work::Choosing) {
        sharing.work = None;
    }
    let Some(chosen) = chosen else {
        sharing.trouble = Some(text::plain(language, "share_no_dialog").to_owned());
        return Vec::new();
    };
    if sharing.work.is_some_and(Work::publishes) || chosen.is_relative() {
        return Vec::new();
    }
    if sharing.folder.as_ref() != Some(&chosen) {
        sharing.folder = Some(chosen);
        sharing.shelf = None;
        sharing.published = None;
        sharing.changes.clear();
        sharing.theirs.clear();
        sharing.comparison = Comparison::default();
        // What the other folder answers will be left aside.
        sharing.work = None;
    }
    let mut effects = look(sharing);
    // A first folder is remembered; another one never takes the place of the station's without a yes.
    if state.settings.published_folder.is_none() {
        effects.extend(follow(state));
    }
    effects
}

/// This station takes the kit from the folder in view, unless an administrator chose another.
fn follow(state: &mut State) -> Vec<Effect> {
    let folder = state.workshop.sharing.folder.clone();
    if state.settings.is_locked("published_folder") || folder == state.settings.published_folder {
        return Vec::new();
    }
    publishing::chosen(state, folder);
    let mut effects = vec![Effect::SaveSettings(Box::new(state.settings.clone()))];
    effects.extend(state.look_for_kit());
    effects
}

/// The words that stand with a version; what is the matter is kept if they are not fit.
fn notice(state: &mut State) -> Option<Notice> {
    let sharing = &state.workshop.sharing;
    let made = Notice::new(&sharing.reason, &sharing.role, &state.today, state.guard());
    match made {
        Ok(notice) => {
            state.workshop.sharing.unfit = None;
            Some(notice)
        }
        Err(unfit) => {
            state.workshop.sharing.unfit = Some(unfit);
            None
        }
    }
}

/// Says whether the draft may be published: sound, with something new, after what is published.
fn may_publish(workshop: &WorkshopState) -> bool {
    let sharing = &workshop.sharing;
    let follows = workshop.desk().and_then(|desk| sharing.standing(desk));
    // What is local never goes to everyone.
    !workshop.ours().is_on()
        && sharing.work.is_none()
        && workshop.checked().count(Gravity::Error) == 0
        && sharing.has_news()
        && matches!(follows, Some(Standing::First | Standing::Follows(_)))
}

/// The second yes was given, to publishing or to restoring.
pub fn confirmed(state: &mut State) -> Vec<Effect> {
    let Some(notice) = notice(state) else {
        state.workshop.asked = None;
        return Vec::new();
    };
    let asked = state.workshop.asked.take();
    let publishable = may_publish(&state.workshop);
    let workshop = &mut state.workshop;
    let sharing = &mut workshop.sharing;
    let Some(folder) = sharing.folder.clone() else {
        return Vec::new();
    };
    let after = sharing.history().and_then(|history| history.current);
    match asked {
        Some(Asked::Restore(old)) => {
            let errand = Errand::Restore {
                folder,
                old,
                notice,
                after,
            };
            sharing.restoring = None;
            begin(sharing, Work::Restoring, errand)
        }
        Some(Asked::Publish) if publishable => {
            let Some(desk) = &mut workshop.desk else {
                return Vec::new();
            };
            let before = desk.revision();
            // What agents get is this, to the letter.
            let Some(content) = desk.settled().map(Arc::new) else {
                return Vec::new();
            };
            sharing.sent = Some(content.clone());
            let errand = Errand::Publish {
                folder,
                content,
                base: workshop.base.clone(),
                notice,
                after,
            };
            let mut effects = begin(sharing, Work::Publishing, errand);
            workshop.refresh();
            effects.extend(super::super::update::to_disk(workshop, before));
            effects
        }
        _ => Vec::new(),
    }
}

/// Asks why an old version is published again; the reason is proposed.
fn restore(state: &mut State, old: VersionName) -> Vec<Effect> {
    let language = state.language();
    let sharing = &mut state.workshop.sharing;
    let history = sharing.history();
    if sharing.work.is_some() || history.is_none_or(|history| history.current == Some(old)) {
        return Vec::new();
    }
    let number = ("number", old.number.to_string().into());
    sharing.reason = text::format(language, "share_restore_reason", &[number]);
    sharing.unfit = None;
    sharing.published = None;
    sharing.restoring = Some(old);
    let current = sharing.history().and_then(|history| history.current);
    sharing.comparison = Comparison::default();
    match (current, sharing.folder.clone()) {
        (Some(current), Some(folder)) => {
            // What going back changes: from what is published to the old one.
            let pair = [current, old];
            sharing.comparison.chosen = pair.to_vec();
            begin(sharing, Work::Comparing, Errand::Compare(folder, pair))
        }
        _ => Vec::new(),
    }
}

fn compare(sharing: &mut Sharing, version: VersionName) -> Vec<Effect> {
    if sharing.restoring.is_some() || sharing.work.is_some() {
        return Vec::new();
    }
    let comparison = &mut sharing.comparison;
    comparison.changes = None;
    if comparison.chosen.contains(&version) {
        comparison.chosen.retain(|chosen| *chosen != version);
        return Vec::new();
    }
    comparison.chosen.push(version);
    if comparison.chosen.len() > 2 {
        comparison.chosen.remove(0);
    }
    let mut pair = comparison.chosen.clone();
    pair.sort();
    match (pair.as_slice(), sharing.folder.clone()) {
        ([before, after], Some(folder)) => {
            let errand = Errand::Compare(folder, [*before, *after]);
            begin(sharing, Work::Comparing, errand)
        }
        _ => Vec::new(),
    }
}

fn together(workshop: &mut WorkshopState) {
    let sharing = &mut workshop.sharing;
    let (Some(desk), Some(shelf)) = (&workshop.desk, &sharing.shelf) else {
        return;
    };
    let (Some(version), Some(theirs)) = (shelf.history.current, shelf.current.clone()) else {
        return;
    };
    sharing.published = None;
    let together = Together::new(desk, version, theirs, shelf.hash.clone());
    sharing.together = Some(Box::new(together));
}

/// The draft becomes both together, and goes on from what is published; one undo takes it back.
fn take_together(state: &mut State) -> Vec<Effect> {
    let language = state.language();
    let workshop = &mut state.workshop;
    let (Some(desk), Some(together)) = (&mut workshop.desk, workshop.sharing.together.take())
    else {
        return Vec::new();
    };
    let number = ("number", together.version.number.to_string().into());
    let label = text::format(language, "share_together_label", &[number]);
    let before = (workshop.base.clone(), desk.base_hash().to_owned());
    let after = (together.theirs.clone(), together.hash.clone());
    desk.replace(&together.content(), &label);
    workshop.sharing.joined.push(Joined {
        label,
        before,
        after,
    });
    desk.rebase((*together.theirs).clone(), &together.hash);
    workshop.base = together.theirs;
    rebased(workshop)
}

/// The draft has another base: what it changes is counted anew, and the disk told.
fn rebased(workshop: &mut WorkshopState) -> Vec<Effect> {
    workshop.refreshed = None;
    workshop.refresh();
    if let Some(desk) = &workshop.desk {
        workshop.sharing.compare(desk);
    }
    super::super::update::to_disk(workshop, u64::MAX)
}

fn answered(state: &mut State, answer: ShareAction) -> Vec<Effect> {
    let workshop = &mut state.workshop;
    let sharing = &mut workshop.sharing;
    match answer {
        ShareAction::Looked(folder, result) if sharing.folder.as_ref() == Some(&folder) => {
            if sharing.work == Some(Work::Looking) {
                sharing.work = None;
            }
            looked(workshop, result);
            Vec::new()
        }
        ShareAction::Compared(pair, result) => {
            sharing.work = None;
            let mut chosen = sharing.comparison.chosen.clone();
            if sharing.restoring.is_none() {
                chosen.sort();
            }
            match result {
                Ok(changes) if chosen == pair => sharing.comparison.changes = Some(changes),
                Ok(_) => {}
                Err(why) => sharing.trouble = Some(why),
            }
            Vec::new()
        }
        ShareAction::Silent(why) => {
            // A folder is asked once; a file may be asked for elsewhere.
            let waits = |work: &Work| work.publishes() || *work == Work::Looking;
            sharing.work = sharing.work.filter(waits);
            sharing.trouble = Some(why);
            Vec::new()
        }
        ShareAction::Scenarios(scenarios) => {
            preparing::came(workshop, scenarios);
            Vec::new()
        }
        ShareAction::Told(folder, result) => {
            sharing.work = None;
            match result {
                Err(why) => {
                    sharing.sent = None;
                    sharing.trouble = Some(why);
                    Vec::new()
                }
                Ok(published) => told(state, &folder, published),
            }
        }
        _ => Vec::new(),
    }
}

fn looked(workshop: &mut WorkshopState, result: Result<Box<Shelf>, String>) {
    let sharing = &mut workshop.sharing;
    match result {
        Ok(shelf) => {
            sharing.trouble = None;
            sharing.shelf = Some(shelf);
        }
        Err(why) => {
            sharing.trouble = Some(why);
            sharing.shelf = None;
        }
    }
    if let Some(desk) = &workshop.desk {
        sharing.compare(desk);
    }
}

fn told(state: &mut State, folder: &Path, published: Published) -> Vec<Effect> {
    let workshop = &mut state.workshop;
    let sharing = &mut workshop.sharing;
    let mut effects = Vec::new();
    let sent = sharing.sent.take();
    if let Published::Done { hash, again, .. } = &published {
        sharing.reason.clear();
        if let (Some(sent), Some(desk), false) = (sent, &mut workshop.desk, again) {
            // What was edited while it went stays a draft, from what was published.
            desk.rebase((*sent).clone(), hash);
            workshop.base = sent;
            effects.extend(rebased(workshop));
        }
    }
    let sharing = &mut state.workshop.sharing;
    sharing.published = Some(published);
    sharing.comparison = Comparison::default();
    if sharing.folder.as_deref() == Some(folder) {
        effects.extend(look(sharing));
    }
    // This counter takes it like the others.
    effects.extend(state.look_for_kit());
    effects
}
