//! The card of a profile or a situation: two minutes of reading, from whom it is to how to help.

use crate::domain::kit::{Kit, Persona, Say};
use crate::domain::vocab::{Channel, Minutes};

use super::view::{Aside, Block, CardView, Fact, Heading, Link, Often};
use super::{Card, brings, telling};

/// Fills the card in.
pub(super) fn fill(view: &mut CardView, kit: &Kit, persona: &Persona) {
    view.symbol.clone_from(&persona.symbol);
    view.on_map = persona.axes.is_some();
    view.facts.extend(persona.mode.map(Fact::Help));
    view.push(Block::Essence(persona.essence.clone()));
    view.push(Block::Pair(
        (Heading::Matters, persona.motivations.clone()),
        (Heading::Hinders, persona.obstacles.clone()),
    ));
    say(view, &persona.say);
    let avoid = persona.avoid.iter();
    view.push(Block::Avoid(
        avoid.map(|a| (a.text.clone(), a.because.clone())).collect(),
    ));
    view.part(Heading::Help, |view| steps(view, kit, persona));
    view.part(Heading::Recognised, |view| recognised(view, kit, persona));
    neighbours(view, kit, persona);
    let brought = brings::steps_of(kit, &view.card.clone());
    let brought = brought.into_iter().map(|id| Link::to(kit, Card::Step(id)));
    view.push(Block::Links(Heading::Brings, brought.collect()));
    let sources = kit.sources.iter();
    let own = sources.filter(|source| persona.sources.contains(&source.id));
    view.push(Block::Small(
        Heading::Sources,
        own.map(|source| format!("{} {}", source.text, source.url))
            .collect(),
    ));
    view.dates
        .extend(persona.reviewed.clone().map(Fact::Reviewed));
}

/// Its steps for each time at hand.
fn steps(view: &mut CardView, kit: &Kit, persona: &Persona) {
    for minutes in Minutes::ALL {
        let steps = persona.steps.for_minutes(*minutes).iter();
        let steps = steps.filter_map(|id| kit.step(id.as_str()));
        let links = steps
            .map(|step| Link::to(kit, Card::Step(step.id.clone())).beside(Aside::Mode(step.mode)));
        view.push(Block::Links(Heading::Steps(*minutes), links.collect()));
    }
}

/// Sentences: those for both channels, then those of one.
pub(super) fn say(view: &mut CardView, say: &[Say]) {
    let of = |channel: Option<Channel>| -> Vec<String> {
        let wanted = say.iter().filter(|one| match channel {
            None => one.channels.len() > 1,
            Some(channel) => one.channels == [channel],
        });
        wanted.map(|one| one.text.clone()).collect()
    };
    view.part(Heading::Say(None), |view| {
        view.push(Block::Say(None, of(None)));
        for channel in [Channel::Counter, Channel::Phone] {
            let heading = Some(Heading::Say(Some(channel)));
            view.push(Block::Say(heading, of(Some(channel))));
        }
    });
}

/// How it is recognised: what opens it, cues by how usual they are, questions that tell it apart.
fn recognised(view: &mut CardView, kit: &Kit, persona: &Persona) {
    let opened = brings::to_situation(kit, &persona.id).into_iter();
    view.push(Block::Links(
        Heading::Opened,
        opened.map(|card| Link::to(kit, card)).collect(),
    ));
    let of = |word: Often| {
        let cues = persona.cues.iter();
        let cues = cues.filter(move |(_, level)| Often::of(kit, *level) == word);
        cues.map(|(id, _)| Link::to(kit, Card::Cue(id.clone())))
    };
    for word in Often::ALL.iter().filter(|word| word.is_usual()) {
        view.push(Block::Links(Heading::Cues(*word), of(*word).collect()));
    }
    let rare: Vec<Link> = of(Often::Rarely).chain(of(Often::Never)).collect();
    view.push(Block::Folded(Heading::Rare(rare.len()), rare));
    let questions = telling::telling(kit, persona).into_iter();
    let links = questions.filter_map(|(id, answer)| {
        let question = kit.question(id.as_str())?;
        let answer = question.answers.iter().find(|one| one.id == answer)?;
        Some(Link::to(kit, Card::Question(id)).under(answer.text.clone()))
    });
    view.push(Block::Links(Heading::Telling, links.collect()));
}

/// What it is taken for, and what is taken for it.
fn neighbours(view: &mut CardView, kit: &Kit, persona: &Persona) {
    let confused = persona.confused_with.iter().map(|confusion| {
        let card = Card::Persona(confusion.persona.clone());
        Link::to(kit, card).under(confusion.ask_yourself.clone())
    });
    view.push(Block::Links(Heading::Confused, confused.collect()));
    let own = |id: &_| persona.confused_with.iter().any(|c| &c.persona == id);
    let others = kit.personas.iter().filter(|other| !own(&other.id));
    let taken = others.filter_map(|other| {
        let mut all = other.confused_with.iter();
        let confusion = all.find(|c| c.persona == persona.id)?;
        let card = Card::Persona(other.id.clone());
        Some(Link::to(kit, card).under(confusion.ask_yourself.clone()))
    });
    view.push(Block::Links(Heading::TakenFor, taken.collect()));
}
