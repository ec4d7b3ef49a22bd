//! The cards of a cue and of a question: what they evoke, and what they bring.

use crate::domain::kit::{Cue, Kit, Question, QuestionRole};

use super::view::{self, Aside, Block, CardView, Fact, Heading, Link, Often};
use super::{Card, brings, telling};

/// Fills in the card of a cue.
pub(super) fn fill_cue(view: &mut CardView, kit: &Kit, cue: &Cue) {
    let family = kit.family(&cue.family);
    view.facts
        .extend(family.map(|family| Fact::Family(family.title.clone())));
    view.facts.extend(view::only(&cue.channels));
    view.facts.extend(cue.declared.then_some(Fact::Declared));
    view.push(Block::Essence(cue.text.clone()));
    let of = |word: Often| {
        kit.personas.iter().filter_map(move |persona| {
            let (_, level) = persona.cues.iter().find(|(id, _)| *id == cue.id)?;
            let card = Card::Persona(persona.id.clone());
            (Often::of(kit, *level) == word).then(|| Link::to(kit, card))
        })
    };
    view.part(Heading::Evokes, |view| {
        for word in Often::ALL.iter().filter(|word| word.is_usual()) {
            view.push(Block::Links(Heading::Cues(*word), of(*word).collect()));
        }
        let rare: Vec<Link> = of(Often::Rarely).chain(of(Often::Never)).collect();
        view.push(Block::Folded(Heading::Rare(rare.len()), rare));
    });
    consequences(view, kit);
    let excludes =
        |other: &&Cue| cue.excludes.contains(&other.id) || other.excludes.contains(&cue.id);
    let others = kit.cues.iter().filter(excludes);
    let links = others.map(|other| Link::to(kit, Card::Cue(other.id.clone())));
    view.push(Block::Links(Heading::Excludes, links.collect()));
}

/// Fills in the card of a question.
pub(super) fn fill(view: &mut CardView, kit: &Kit, question: &Question) {
    let family = question.family.as_ref().and_then(|id| kit.family(id));
    view.facts
        .extend(family.map(|family| Fact::Family(family.title.clone())));
    view.facts.extend(view::only(&question.channels));
    let offered = question.role == QuestionRole::Offer;
    view.facts.extend(offered.then_some(Fact::Offered));
    let phone = question.ask_phone.iter().cloned().collect();
    view.push(Block::Say(Some(Heading::OnThePhone), phone));
    view.part(Heading::Answers, |view| answers(view, kit, question));
    consequences(view, kit);
}

/// Whom each answer points to.
fn answers(view: &mut CardView, kit: &Kit, question: &Question) {
    let telling: Vec<_> = kit
        .personas
        .iter()
        .map(|persona| telling::telling(kit, persona))
        .collect();
    for answer in &question.answers {
        let links = kit
            .personas
            .iter()
            .zip(&telling)
            .filter_map(|(persona, told)| {
                let (_, said) = persona.answers.iter().find(|(id, _)| *id == question.id)?;
                let (_, level) = said.iter().find(|(id, _)| *id == answer.id)?;
                let often = Often::of(kit, *level);
                let tells = told
                    .iter()
                    .any(|(id, by)| *id == question.id && *by == answer.id);
                let card = Card::Persona(persona.id.clone());
                (often <= Often::Often || tells)
                    .then(|| (often, Link::to(kit, card).beside(Aside::Often(often))))
            });
        let mut links: Vec<(Often, Link)> = links.collect();
        links.sort_by_key(|(often, _)| *often);
        let links: Vec<Link> = links.into_iter().map(|(_, link)| link).collect();
        let heading = Heading::Answer(answer.text.clone());
        if links.is_empty() {
            // An answer that points to nobody is an answer all the same.
            view.blocks.push(Block::Lines(heading, Vec::new()));
        } else {
            view.push(Block::Links(heading, links));
        }
    }
}

/// The situations and the steps that the card brings.
fn consequences(view: &mut CardView, kit: &Kit) {
    let opens = brings::situations_of(kit, &view.card).into_iter();
    let opens = opens.map(|id| Link::to(kit, Card::Persona(id)));
    let opens = opens.collect();
    view.push(Block::Links(Heading::Opens, opens));
    let steps = brings::steps_of(kit, &view.card).into_iter();
    let steps = steps.filter_map(|id| kit.step(id.as_str()));
    let links = steps
        .map(|step| Link::to(kit, Card::Step(step.id.clone())).beside(Aside::Mode(step.mode)))
        .collect();
    view.push(Block::Links(Heading::Brings, links));
}
