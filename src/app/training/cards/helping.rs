//! The cards of what helps: steps, démarches, places.

use crate::domain::kit::{Kit, Place, Procedure, Step};
use crate::domain::vocab::{Minutes, Mode};

use super::view::{self, Aside, Block, CardView, Fact, Heading, Link};
use super::{Card, brings, persona};

/// Fills in the card of a step.
pub(super) fn fill_step(view: &mut CardView, kit: &Kit, step: &Step) {
    view.facts.push(Fact::Mode(step.mode));
    view.facts.push(Fact::Lasts(step.minutes));
    view.facts.extend(view::only(&step.channels));
    view.facts
        .extend(step.themes.iter().map(|theme| Fact::Theme(*theme)));
    let everyone = kit.uncertain_steps.contains(&step.id);
    view.facts.extend(everyone.then_some(Fact::ForEveryone));
    persona::say(view, &step.say);
    view.push(Block::Lines(Heading::How, lines(&step.detail)));
    let helped = kit.personas.iter().filter_map(|persona| {
        let of = |minutes: &&Minutes| persona.steps.for_minutes(**minutes).contains(&step.id);
        let minutes: Vec<Minutes> = Minutes::ALL.iter().filter(of).copied().collect();
        let card = Card::Persona(persona.id.clone());
        (!minutes.is_empty()).then(|| Link::to(kit, card).beside(Aside::Minutes(minutes)))
    });
    view.push(Block::Links(Heading::Helps, helped.collect()));
    let causes = brings::to_step(kit, &step.id).into_iter();
    let causes = causes.filter_map(|card| {
        let shelf = card.shelf(kit)?;
        Some(Link::to(kit, card).beside(Aside::Shelf(shelf)))
    });
    view.push(Block::Links(Heading::BroughtBy, causes.collect()));
    let procedures = kit.procedures.iter();
    let procedures = procedures.filter(|procedure| procedure.steps.contains(&step.id));
    let links = procedures.map(|one| Link::to(kit, Card::Procedure(one.id.clone())));
    view.push(Block::Links(Heading::OfProcedures, links.collect()));
    if step.mode == Mode::Relay {
        let places = kit.places.iter();
        let links = places.map(|place| Link::to(kit, Card::Place(place.id.clone())));
        view.push(Block::Links(Heading::Places, links.collect()));
    }
    view.push(Block::Lines(Heading::Note, lines(&step.note)));
}

fn lines(words: &str) -> Vec<String> {
    let words = Some(words).filter(|words| !words.is_empty());
    words.map(str::to_owned).into_iter().collect()
}

/// Fills in the card of a démarche.
pub(super) fn fill_procedure(view: &mut CardView, kit: &Kit, procedure: &Procedure) {
    view.facts.push(Fact::Theme(procedure.theme));
    let operator = Some(&procedure.operator).filter(|words| !words.is_empty());
    view.facts.extend(operator.cloned().map(Fact::Operator));
    view.push(Block::Lines(
        Heading::Documents,
        procedure.documents.clone(),
    ));
    view.push(Block::Lines(Heading::OtherWay, lines(&procedure.other_way)));
    view.push(Block::Lines(Heading::Traps, procedure.traps.clone()));
    let varies = procedure.varies.iter().cloned().collect();
    view.push(Block::Lines(Heading::Varies, varies));
    let steps = procedure.steps.iter();
    let steps = steps.filter_map(|id| kit.step(id.as_str()));
    let links =
        steps.map(|step| Link::to(kit, Card::Step(step.id.clone())).beside(Aside::Mode(step.mode)));
    view.push(Block::Links(Heading::ProcedureSteps, links.collect()));
    let site = procedure.site.iter().cloned().collect();
    view.push(Block::Small(Heading::Online, site));
    let pages = procedure.seen.iter().map(|page| page.url.clone()).collect();
    view.push(Block::Small(Heading::Sources, pages));
    let last = procedure.seen.iter().map(|page| page.on.as_str()).max();
    view.dates
        .extend(last.map(|day| Fact::Seen(day.to_owned())));
}

/// Fills in the card of a place.
pub(super) fn fill_place(view: &mut CardView, kit: &Kit, place: &Place) {
    view.facts.push(Fact::Place(place.kind));
    view.push(Block::Lines(Heading::Offers, place.offers.clone()));
    view.push(Block::Lines(Heading::When, lines(&place.when)));
    view.push(Block::Lines(Heading::Contact, lines(&place.contact)));
    view.push(Block::Lines(Heading::Bring, place.bring.clone()));
    let steps = kit.steps.iter().filter(|step| step.mode == Mode::Relay);
    let links = steps.map(|step| Link::to(kit, Card::Step(step.id.clone())));
    view.push(Block::Links(Heading::Relays, links.collect()));
    view.dates
        .extend(place.confirmed.clone().map(Fact::Confirmed));
}
