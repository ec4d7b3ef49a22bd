//! What was asked, once the answer is yes: giving up, deleting, another identifier, a new element.
//!
//! It must never do anything that one undo does not take back.

use super::{Asked, Message, Spot, WorkshopState, elements, making};
use crate::domain::vocab::Language;
use crate::domain::workshop::items::position;
use crate::domain::workshop::{Edit, Element, Kind, Refusal, bench};
use crate::text;

/// Does what was asked.
pub(super) fn confirm(workshop: &mut WorkshopState, language: Language) -> Result<(), Refusal> {
    let Some(asked) = workshop.asked.take() else {
        return Ok(());
    };
    let done = confirmed(workshop, &asked, language);
    if done.is_err() && matches!(asked, Asked::Add(..) | Asked::Rename(..)) {
        // The name is still there, to be changed.
        workshop.asked = Some(asked);
    }
    done
}

/// The case of a try-out, as one thing to undo.
fn add_case(workshop: &mut WorkshopState, name: &str) -> Result<(), Refusal> {
    let case = workshop.tryout().and_then(|tryout| tryout.case(name));
    if let (Some(case), Some(desk)) = (case, &mut workshop.desk) {
        desk.apply(bench::add(desk.content(), case))?;
        workshop.message = Some(Message::CaseAdded(name.to_owned()));
    }
    Ok(())
}

fn confirmed(
    workshop: &mut WorkshopState,
    asked: &Asked,
    language: Language,
) -> Result<(), Refusal> {
    let Some(desk) = &mut workshop.desk else {
        return Ok(());
    };
    match asked {
        Asked::Abandon => {
            let base = desk.base().clone();
            desk.replace(&base, text::plain(language, "atelier_abandoned_label"));
            workshop.message = Some(Message::Abandoned);
            workshop.go(Spot::Home);
        }
        Asked::Delete(element, _) => {
            let label = element.label(desk.content());
            desk.apply(Edit::Delete(element.clone()))?;
            if let Element::Case(_) = element {
                workshop.bench.open = None;
            }
            workshop.message = Some(Message::Deleted(label));
        }
        Asked::Rename(element, id) => {
            let at = position(desk.content(), element);
            desk.apply(Edit::Rename {
                element: element.clone(),
                id: id.trim().to_owned(),
            })?;
            let all = elements(desk.content(), element.kind());
            let renamed = at.and_then(|at| all.into_iter().nth(at));
            if let Some(renamed) = renamed {
                workshop.spot = Spot::of(&renamed);
            }
        }
        // They need the interview’s words and day, and are confirmed elsewhere.
        Asked::Publish | Asked::Restore(_) | Asked::Use | Asked::EraseRemark(_) => {}
        Asked::Add(kind, name) => {
            let name = name.trim();
            if name.is_empty() {
                workshop.asked = Some(asked.clone());
                return Ok(());
            }
            if *kind == Kind::Case {
                return add_case(workshop, name);
            }
            let made = match (kind, workshop.spot.element()) {
                (Kind::Answer, Some(Element::Question(question))) => {
                    Some(making::answer(desk.content(), question, name))
                }
                _ => making::blank(desk.content(), *kind, name, language),
            };
            if let Some(made) = made {
                let edit = Edit::append(desk.content(), made);
                let element = match &edit {
                    Edit::Add { item, at } => Some(item.element(*at)),
                    _ => None,
                };
                desk.apply(edit)?;
                if let Some(element) = element {
                    workshop.go(Spot::of(&element));
                }
            }
        }
    }
    Ok(())
}
