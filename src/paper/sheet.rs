//! The panel on paper: cues and answers with their marks, what is declared first, how to begin.
//!
//! Order and codes are those of the screen; see `domain::print`.

use serde_json::{Value, json};

use super::data::{Source, danger, declared, question, sign};
use crate::domain::ids::StepId;
use crate::domain::kit::{Cue, Deck, Family, Persona, Question};
use crate::domain::print::{marks, order, triggers};
use crate::domain::vocab::Channel;
use crate::text;

/// Steps that begin a way to help, on a sheet.
const STEPS_OF_A_LEAD: usize = 3;

fn profiles(source: &Source<'_>) -> Vec<Value> {
    source
        .kit
        .profiles()
        .map(|persona| json!({ "code": persona.code, "name": persona.name, "sign": sign(persona) }))
        .collect()
}

/// Titles of the steps good for everyone.
pub(super) fn safe_steps<'kit>(source: &Source<'kit>) -> Vec<&'kit str> {
    let steps = source.kit.uncertain_steps.iter();
    steps
        .filter_map(|id| source.kit.step(id.as_str()))
        .map(|step| step.title.as_str())
        .collect()
}

/// Titles of the first steps that any theme may take, on a channel.
fn first_steps<'kit>(source: &Source<'kit>, ids: &[StepId], channel: Channel) -> Vec<&'kit str> {
    ids.iter()
        .filter_map(|id| source.kit.step(id.as_str()))
        .filter(|step| step.themes.is_empty() && step.channels.contains(&channel))
        .map(|step| step.title.as_str())
        .take(STEPS_OF_A_LEAD)
        .collect()
}

fn lead(source: &Source<'_>, persona: &Persona, channel: Channel) -> Value {
    let say = persona
        .say
        .iter()
        .find(|say| say.channels.contains(&channel));
    json!({
        "code": persona.code,
        "name": persona.name,
        "sign": sign(persona),
        "mode": persona.mode.map_or("", |mode| source.term(mode)),
        "say": say.map_or("", |say| say.text.as_str()),
        "steps": first_steps(source, &persona.steps.two_minutes, channel),
    })
}

/// Says what a cue entails at once, whatever the marks; nothing if it only gives marks.
///
/// `of` says how a situation is called: there is not always room for its name.
fn at_once(source: &Source<'_>, cue: &Cue, of: fn(&Persona) -> &str) -> String {
    let danger = triggers::is_danger(source.kit, &cue.id);
    let danger = danger.then(|| text::plain(source.language, "print_danger"));
    let declared = triggers::declared_by(source.kit, &cue.id);
    let names: Vec<&str> = danger
        .into_iter()
        .chain(declared.iter().map(|situation| of(situation)))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    source.say("print_sheet_at_once", &[("names", &names.join(", "))])
}

fn cue(source: &Source<'_>, cue: &Cue) -> Value {
    json!({
        "code": cue.code,
        "short": cue.short,
        "at_once": at_once(source, cue, |situation| &situation.name),
        "at_once_short": at_once(source, cue, |situation| &situation.code),
        "marks": marks::of_cue(source.kit, cue),
    })
}

fn family(source: &Source<'_>, family: &Family, cues: &[&Cue]) -> Option<Value> {
    let cues: Vec<Value> = cues.iter().map(|one| cue(source, one)).collect();
    (!cues.is_empty())
        .then(|| json!({ "key": family.key.to_string(), "title": family.title, "cues": cues }))
}

fn side(source: &Source<'_>, channel: Channel) -> Value {
    let kit = source.kit;
    let mut shown = Vec::new();
    let mut others = Vec::new();
    for one in &kit.families {
        let cues = order::cues_of(kit, &one.id, Some(channel));
        let is_short = |cue: &&&Cue| cue.deck == Deck::Short;
        let count = cues.iter().filter(is_short).count();
        let (first, rest) = cues.split_at(count.min(order::SHOWN_OF_A_FAMILY));
        shown.extend(family(source, one, first));
        others.extend(family(source, one, rest));
    }
    let first: Vec<Value> = kit
        .situations()
        .map(|persona| {
            let facts = declared(source, persona);
            json!({ "code": persona.code, "name": persona.name, "sign": sign(persona), "facts": facts })
        })
        .collect();
    let openers: Vec<&Question> = kit
        .openers
        .get(&channel)
        .into_iter()
        .flatten()
        .filter_map(|id| kit.question(id.as_str()))
        .collect();
    json!({
        "channel": source.term(channel),
        "how": source.say("print_sheet_how", &[("lead", &marks::CLEAR_LEAD.to_string())]),
        "profiles": profiles(source),
        "first": first,
        "families": shown,
        "others": others,
        "questions": openers
            .into_iter()
            .map(|opener| question(source, opener, Some(channel)))
            .collect::<Vec<_>>(),
        "leads": kit.profiles().map(|p| lead(source, p, channel)).collect::<Vec<_>>(),
    })
}

/// The whole sheet, a side for each channel asked for.
pub(super) fn sheet(source: &Source<'_>, channel: Option<Channel>) -> Value {
    let sides: Vec<Value> = source
        .kit
        .channels
        .iter()
        .filter(|one| channel.is_none_or(|channel| channel == **one))
        .map(|one| side(source, *one))
        .collect();
    json!({
        "sides": sides,
        "safe": safe_steps(source),
        "danger": danger(source),
        "danger_first": text::plain(source.language, "danger_first"),
    })
}

/// Every question, in kit order.
pub(super) fn questions(source: &Source<'_>) -> Value {
    let all = source.kit.questions.iter();
    json!({
        "profiles": profiles(source),
        "questions": all.map(|one| question(source, one, None)).collect::<Vec<_>>(),
    })
}
