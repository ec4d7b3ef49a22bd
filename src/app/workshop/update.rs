//! What happens when somebody acts in the workshop: state, action in; effects out. No I/O, no egui.

use std::sync::Arc;

use super::action::{CreateAction, WorkshopAction, WorkshopDraft};
use super::confirm;
use super::creating;
use super::entering;
use super::going;
use super::making;
use super::map;
use super::ours;
use super::preparing;
use super::sharing;
use super::tryout;
use super::{
    Asked, BenchAction, Creating, Keeping, LevelsAction, Message, Spot, WorkshopState, bench,
};
use crate::app::action::Effect;
use crate::app::remarks;
use crate::app::state::{Overlay, State};
use crate::app::training;
use crate::domain::ids::PersonaId;
use crate::domain::kit::Say;
use crate::domain::vocab::Language;
use crate::domain::workshop::edit::{dependents, insert_line, move_line, remove_line};
use crate::domain::workshop::items::{free_id, id_of};
use crate::domain::workshop::{Edit, Element, Field, Index, Item, Name, Refusal, Value, fields};
use crate::text;

/// Carries out an intent of the workshop.
pub fn update(state: &mut State, action: WorkshopAction) -> Vec<Effect> {
    if state.workshop.shown && !action.is_answer() {
        // Said once.
        state.toast = None;
    }
    match action {
        WorkshopAction::Toggle if state.workshop.shown => {
            entering::leave(state);
            map::follow(state)
        }
        WorkshopAction::Toggle if !state.session.is_blank() => {
            // The contact comes first: nobody is taken away from it by one key.
            state.overlay = Some(Overlay::ToWorkshop);
            Vec::new()
        }
        WorkshopAction::Toggle | WorkshopAction::Enter => entering::enter(state),
        WorkshopAction::Leave => {
            entering::leave(state);
            map::follow(state)
        }
        WorkshopAction::Opened(opened) => {
            entering::opened_on(state, *opened);
            state.workshop.refresh();
            tryout::follow(state);
            let mut effects = map::follow(state);
            effects.push(state.look_for_remarks());
            effects
        }
        WorkshopAction::Try(action) => {
            tryout::act(state, *action);
            Vec::new()
        }
        WorkshopAction::Map(action) => map::act(state, action),
        WorkshopAction::Prepare(action) => preparing::act(state, action),
        WorkshopAction::TryAgain => {
            tryout::begin_again(state);
            Vec::new()
        }
        WorkshopAction::Share(action) => sharing::update(state, action),
        WorkshopAction::Ours(action) => ours::update(state, action),
        WorkshopAction::Confirm if matches!(state.workshop.asked, Some(Asked::EraseRemark(_))) => {
            match state.workshop.asked.take() {
                Some(Asked::EraseRemark(path)) => vec![remarks::erase(state, path)],
                _ => Vec::new(),
            }
        }
        WorkshopAction::Confirm if state.workshop.asked == Some(Asked::Use) => {
            ours::confirmed(state)
        }
        WorkshopAction::Confirm
            if matches!(
                state.workshop.asked,
                Some(Asked::Publish | Asked::Restore(_))
            ) =>
        {
            sharing::confirmed(state)
        }
        WorkshopAction::Levels(LevelsAction::Copy) => {
            vec![Effect::CopyTable(state.workshop.levels.copied())]
        }
        other => {
            let language = state.language();
            let before = state.workshop.spot.clone();
            let mut effects = in_workshop(&mut state.workshop, other, language);
            if state.workshop.spot != before {
                effects.extend(sharing::arrived(state));
                effects.extend(preparing::arrived(state));
                if state.workshop.spot == Spot::Remarks {
                    effects.push(state.look_for_remarks());
                }
            }
            let trial = bench::wanted(&mut state.workshop);
            effects.extend(trial.map(|trial| Effect::TryCases(Box::new(trial))));
            tryout::follow(state);
            effects.extend(map::follow(state));
            effects
        }
    }
}

/// Carries out what needs nothing of the interview.
fn in_workshop(
    workshop: &mut WorkshopState,
    action: WorkshopAction,
    language: Language,
) -> Vec<Effect> {
    if let WorkshopAction::Kept(result) = action {
        kept(workshop, result);
        return Vec::new();
    }
    let Some(desk) = &mut workshop.desk else {
        return Vec::new();
    };
    if !action.is_typing() {
        desk.seal();
    }
    let before = desk.revision();
    let judged = ours::Judged::of(&action);
    let kept_out = ours::is_kept_out(workshop, &action);
    if kept_out {
        workshop.message = None;
    } else if let Err(refusal) = act(workshop, action, language) {
        workshop.message = Some(Message::Refused(refusal));
    }
    if kept_out || ours::takes_back(workshop, judged, before) {
        let told = text::plain(language, "ours_kept_out");
        workshop.message = Some(Message::Told(told.to_owned()));
    }
    workshop.refresh();
    to_disk(workshop, before)
}

/// What the disk is told when the draft changed.
pub(super) fn to_disk(workshop: &mut WorkshopState, before: u64) -> Vec<Effect> {
    let Some(desk) = &workshop.desk else {
        return Vec::new();
    };
    if desk.revision() == before || workshop.keeping == Keeping::Nowhere {
        return Vec::new();
    }
    let kit = workshop.draft_name(&desk.base().id);
    if !desk.is_changed() {
        workshop.keeping = Keeping::Nothing;
        return vec![Effect::EraseWorkshop(kit)];
    }
    workshop.keeping = Keeping::Going;
    vec![Effect::KeepWorkshop(Box::new(WorkshopDraft {
        kit,
        hash: desk.base_hash().to_owned(),
        base: workshop.base.clone(),
        content: Arc::new(desk.content().clone()),
    }))]
}

fn kept(workshop: &mut WorkshopState, result: Result<(), String>) {
    match result {
        // What was typed since is on its way too, and will say so itself.
        Ok(()) if workshop.keeping != Keeping::Nothing => workshop.keeping = Keeping::Kept,
        Ok(()) => {}
        Err(reason) => {
            if workshop.keeping != Keeping::Failing {
                workshop.message = Some(Message::NotKept(reason));
            }
            workshop.keeping = Keeping::Failing;
        }
    }
}

fn act(
    workshop: &mut WorkshopState,
    action: WorkshopAction,
    language: Language,
) -> Result<(), Refusal> {
    match action {
        WorkshopAction::Go(spot) => {
            let spot = if spot.is_for(workshop.ours.whose()) {
                spot
            } else {
                Spot::Home
            };
            if spot == Spot::Create {
                workshop.creating = Creating::default();
            }
            workshop.message = None;
            workshop.go(spot);
            if let (Spot::Levels, Some(desk)) = (&workshop.spot, workshop.desk.as_deref()) {
                workshop.levels.refresh(desk);
            }
        }
        WorkshopAction::GoTo(field) => workshop.go_to(field),
        WorkshopAction::Back => going::back(workshop),
        WorkshopAction::Seal => {}
        WorkshopAction::Undo => going::undo(workshop, true),
        WorkshopAction::Redo => going::undo(workshop, false),
        WorkshopAction::Ask(asked) => workshop.asked = Some(asked),
        WorkshopAction::AskNothing => workshop.asked = None,
        WorkshopAction::Name(name) => {
            if let Some(Asked::Add(_, typed) | Asked::Rename(_, typed)) = &mut workshop.asked {
                *typed = name;
            }
        }
        WorkshopAction::Confirm => return confirm::confirm(workshop, language),
        WorkshopAction::DismissMessage => workshop.message = None,
        WorkshopAction::SideBySide(side_by_side) => workshop.side_by_side = side_by_side,
        WorkshopAction::Create(action) => return create(workshop, action, language),
        WorkshopAction::Levels(action) => return levels(workshop, action),
        WorkshopAction::Bench(action) => return cases(workshop, action),
        other => return edit(workshop, other, language),
    }
    Ok(())
}

/// What changes the draft, field by field.
fn edit(
    workshop: &mut WorkshopState,
    action: WorkshopAction,
    language: Language,
) -> Result<(), Refusal> {
    let Some(desk) = &mut workshop.desk else {
        return Ok(());
    };
    if matches!(
        workshop.message,
        Some(Message::Undone(_) | Message::Redone(_) | Message::Refused(_))
    ) {
        workshop.message = None;
    }
    match action {
        WorkshopAction::Edit(edit) => desk.apply(edit)?,
        WorkshopAction::InsertLine(field, line) => {
            let at = fields::read(desk.content(), &field.whole())
                .and_then(|list| list.lines())
                .unwrap_or(0);
            desk.apply(insert_line(desk.content(), &field, at, line)?)?;
            let mut field = field.whole();
            field.index = Index::Line(at);
            workshop.wish_for(field);
        }
        WorkshopAction::RemoveLine(field, at) => {
            desk.apply(remove_line(desk.content(), &field, at)?)?;
        }
        WorkshopAction::MoveLine(field, from, to) => {
            desk.apply(move_line(desk.content(), &field, from, to)?)?;
        }
        WorkshopAction::Duplicate(of) => {
            let id = free_id(desk.content(), &of, &of.id());
            let at = crate::domain::workshop::items::position(desk.content(), &of);
            let count = super::elements(desk.content(), of.kind()).len();
            let copied = Edit::Duplicate { of: of.clone(), id };
            let (edit, at) = if workshop.ours.is_on() {
                // What is the structure's own stands after what the kit has.
                let last = ours::put_last(copied, &of, count);
                (last, Some(count))
            } else {
                (copied, at.map(|at| at + 1))
            };
            desk.apply(edit)?;
            let copy = at.and_then(|at| {
                super::elements(desk.content(), of.kind())
                    .into_iter()
                    .nth(at)
            });
            match copy {
                Some(copy @ Element::Case(_)) => {
                    workshop.go_to(Field::new(copy, Name::Title));
                }
                Some(copy) => workshop.go(Spot::of(&copy)),
                None => {}
            }
        }
        WorkshopAction::Add(kind) => {
            if let Some(item) = making::unnamed(desk.content(), kind) {
                let edit = Edit::append(desk.content(), item);
                desk.apply(edit)?;
                let all = super::elements(desk.content(), kind);
                if let Some(new) = all.last() {
                    workshop.go(Spot::of(new));
                }
            }
        }
        WorkshopAction::AskDelete(element) => {
            let hanging = dependents(desk.content(), &element);
            workshop.asked = Some(Asked::Delete(element, hanging));
        }
        WorkshopAction::AddStepTo(persona) => add_step(workshop, &persona, language)?,
        _ => {}
    }
    Ok(())
}

/// A new step of a card: into the kit, at the end of the card's ten minutes, and open.
fn add_step(
    workshop: &mut WorkshopState,
    persona: &PersonaId,
    language: Language,
) -> Result<(), Refusal> {
    let Some(desk) = &mut workshop.desk else {
        return Ok(());
    };
    let title = text::plain(language, "atelier_new_step");
    let wanted = id_of(title);
    let id = free_id(
        desk.content(),
        &Element::Step(wanted.as_str().into()),
        &wanted,
    );
    let step = making::step(&id, "", desk.content());
    let list = Field::new(Element::Persona(persona.clone()), Name::StepsTen);
    let Some(Value::StepIds(mut steps)) = fields::read(desk.content(), &list) else {
        return Ok(());
    };
    steps.push(step.id.clone());
    let element = Element::Step(step.id.clone());
    let added = Edit::append(desk.content(), Item::Step(step));
    desk.apply(Edit::Together(vec![
        added,
        Edit::set(list, Value::StepIds(steps)),
    ]))?;
    workshop.go(Spot::of(&element));
    workshop.wish_for(Field::new(element, Name::Title));
    Ok(())
}

fn create(
    workshop: &mut WorkshopState,
    action: CreateAction,
    language: Language,
) -> Result<(), Refusal> {
    let Some(desk) = &mut workshop.desk else {
        return Ok(());
    };
    workshop.message = None;
    if action == CreateAction::Finish {
        let (edit, persona) = creating::finish(&workshop.creating, desk.content(), language)?;
        let edit = if workshop.ours.is_on() {
            ours::alone(edit, desk.content())
        } else {
            edit
        };
        desk.apply(edit)?;
        workshop.creating = Creating::default();
        let element = Element::Persona(persona);
        workshop.spot = Spot::of(&element);
        return Ok(());
    }
    workshop.creating.act(action, desk.content(), language);
    Ok(())
}

/// The table of levels: what it makes is one thing to undo.
fn levels(workshop: &mut WorkshopState, action: LevelsAction) -> Result<(), Refusal> {
    let Some(desk) = &mut workshop.desk else {
        return Ok(());
    };
    workshop.message = None;
    match workshop.levels.act(action, desk)? {
        Some(edit) => desk.apply(edit),
        None => Ok(()),
    }
}

/// The cases: what is accepted or added is one thing to undo.
fn cases(workshop: &mut WorkshopState, action: BenchAction) -> Result<(), Refusal> {
    if !matches!(action, BenchAction::Tried(_)) {
        workshop.message = None;
    }
    match (bench::act(workshop, action), &mut workshop.desk) {
        (Some(edit), Some(desk)) => desk.apply(edit),
        _ => Ok(()),
    }
}

/// A blank sentence to say on every channel of the kit.
pub fn blank_say(workshop: &WorkshopState) -> Value {
    Value::Say(Say {
        text: String::new(),
        channels: workshop
            .content()
            .map(|content| content.channels.clone())
            .unwrap_or_default(),
    })
}
