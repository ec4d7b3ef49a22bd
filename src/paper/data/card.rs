//! What is said of a persona: how it is recognised, what to say and to do, and what it is taken for.
//!
//! It must never give a cue that another place of the card already gives as declaring the situation.

use serde_json::{Value, json};

use super::{Source, sign};
use crate::domain::ids::StepId;
use crate::domain::kit::{Axes, Cue, Layer, Persona, RuleEffect};
use crate::domain::print::triggers::{self, Fact};
use crate::domain::print::{marks, order};
use crate::domain::vocab::Severity;
use crate::text;

/// Most cues on a card: more would be the list of cues.
const CUES_OF_A_CARD: usize = 12;
/// Most cues on a small card.
const CUES_OF_A_SMALL_CARD: usize = 6;

fn steps(source: &Source<'_>, ids: &[StepId]) -> Vec<Value> {
    let known = ids.iter().filter_map(|id| source.kit.step(id.as_str()));
    known
        .map(|step| {
            let themes: Vec<&str> = step.themes.iter().map(|t| source.term(*t)).collect();
            json!({
                "title": step.title,
                "themes": themes.join(", "),
                "where": source.place(&step.channels),
            })
        })
        .collect()
}

/// Lists the cues that tell a persona from the others, the clearest ones, in screen order.
fn telling<'kit>(source: &Source<'kit>, persona: &Persona, most: usize) -> Vec<&'kit Cue> {
    let kit = source.kit;
    let row = kit.profiles().position(|p| p.id == persona.id);
    let declares = |cue: &Cue| {
        let declared = triggers::declared_by(kit, &cue.id);
        declared.iter().any(|situation| situation.id == persona.id)
    };
    let on_screen: Vec<&Cue> = kit
        .families
        .iter()
        .flat_map(|family| order::cues_of(kit, &family.id, None))
        // What declares a situation stands above, not among what may point to it.
        .filter(|cue| !declares(cue))
        .collect();
    let mut weighed: Vec<(u8, f64, usize, &Cue)> = on_screen
        .iter()
        .enumerate()
        .filter_map(|(place, cue)| {
            let level = kit.levels.probability(marks::cue_level(persona, cue)?);
            let marks = match row {
                Some(row) => marks::of_cue(kit, cue).get(row).copied()?,
                None => u8::from(level >= kit.levels.frequent),
            };
            (marks > 0).then_some((marks, level, place, *cue))
        })
        .collect();
    weighed.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
    weighed.truncate(most);
    weighed.sort_by_key(|(_, _, place, _)| *place);
    weighed.into_iter().map(|(_, _, _, cue)| cue).collect()
}

fn cue_line(source: &Source<'_>, cue: &Cue) -> Value {
    json!({ "code": cue.code, "short": cue.short, "where": source.place(&cue.channels) })
}

/// Writes all that a card says of a persona.
pub(super) fn card(source: &Source<'_>, persona: &Persona) -> Value {
    let kit = source.kit;
    let situation = persona.layer == Layer::Situation;
    let lines = |most| -> Vec<Value> {
        let cues = telling(source, persona, most);
        cues.into_iter().map(|cue| cue_line(source, cue)).collect()
    };
    let confused: Vec<Value> = persona
        .confused_with
        .iter()
        .filter_map(|confusion| {
            let other = kit.persona(confusion.persona.as_str())?;
            Some(json!({ "name": other.name, "code": other.code, "ask": confusion.ask_yourself }))
        })
        .collect();
    let say: Vec<Value> = persona
        .say
        .iter()
        .map(|say| json!({ "text": say.text, "where": source.place(&say.channels) }))
        .collect();
    let avoid: Vec<Value> = persona
        .avoid
        .iter()
        .map(|avoid| {
            let because = match avoid.because.as_str() {
                "" => String::new(),
                reason => source.say("print_because", &[("reason", reason)]),
            };
            json!({ "text": avoid.text, "because": because })
        })
        .collect();
    let support = match persona.sources.as_slice() {
        [] => String::new(),
        codes => source.say("print_sources", &[("codes", &codes.join(", "))]),
    };
    let reviewed = persona.reviewed.as_ref().map_or_else(String::new, |iso| {
        source.say("print_reviewed", &[("date", &source.date(iso))])
    });
    json!({
        "name": persona.name,
        "code": persona.code,
        "situation": situation,
        "essence": source.quoted(&persona.essence),
        "mode": persona.mode.map_or("", |mode| source.term(mode)),
        "sign": sign(persona),
        "motivations": persona.motivations,
        "obstacles": persona.obstacles,
        "axes": persona.axes.map_or_else(Vec::new, |axes| marks_of(source, axes)),
        "cues": lines(CUES_OF_A_CARD),
        "few_cues": lines(CUES_OF_A_SMALL_CARD),
        "declared": declared(source, persona),
        "say": say,
        "avoid": avoid,
        "two": steps(source, &persona.steps.two_minutes),
        "ten": steps(source, &persona.steps.ten_minutes),
        "relay": steps(source, &persona.steps.relay),
        "confused": confused,
        "support": support,
        "reviewed": reviewed,
    })
}

fn marks_of(source: &Source<'_>, axes: Axes) -> Vec<Value> {
    let marked = |key: &str, mark: u8| {
        let words = source.say("print_out_of_four", &[("mark", &mark.to_string())]);
        json!({ "name": text::plain(source.language, key), "mark": mark, "words": words })
    };
    vec![
        marked("print_axis_aptitude", axes.aptitude),
        marked("print_axis_confidence", axes.confidence),
        marked("print_axis_administrative", axes.administrative),
        marked("print_axis_appetite", axes.appetite),
    ]
}

/// Writes the ways a situation is declared: with its codes, and in words.
pub(in crate::paper) fn declared(source: &Source<'_>, situation: &Persona) -> Vec<Value> {
    let kit = source.kit;
    let and = text::plain(source.language, "print_together");
    let fact = |fact: &Fact| match fact {
        Fact::Cue(id) => {
            let cue = kit.cue(id.as_str())?;
            Some((cue.code.clone(), cue.short.clone()))
        }
        Fact::Answer(question, answer) => {
            let question = kit.question(question.as_str())?;
            let at = question.answer_index(answer.as_str())?;
            let said = question.answers.get(at)?.text.as_str();
            let words = [("answer", said), ("code", question.code.as_str())];
            let words = source.say("print_answered", &words);
            Some((format!("{}-{}", question.code, at + 1), words))
        }
    };
    triggers::of_situation(kit, &situation.id)
        .iter()
        .map(|way| {
            let facts: Vec<(String, String)> = way.iter().filter_map(fact).collect();
            let codes: Vec<&str> = facts.iter().map(|(code, _)| code.as_str()).collect();
            let words: Vec<&str> = facts.iter().map(|(_, words)| words.as_str()).collect();
            json!({ "code": codes.join(" + "), "words": words.join(&format!(" {and} ")) })
        })
        .collect()
}

/// Lists what rules say of a gravity, about one situation or about whatever it may be.
pub(super) fn notices_of(
    source: &Source<'_>,
    severity: Severity,
    about: Option<&Persona>,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for rule in &source.kit.rules {
        let raises = |id: &crate::domain::ids::PersonaId| {
            let raised = |effect: &RuleEffect| matches!(effect, RuleEffect::Raise(r) if r == id);
            rule.then.iter().any(raised)
        };
        if about.is_some_and(|persona| !raises(&persona.id)) {
            continue;
        }
        for effect in &rule.then {
            if let RuleEffect::Notice { text, severity: of } = effect
                && *of == severity
                && !found.contains(text)
            {
                found.push(text.clone());
            }
        }
    }
    found
}

/// Writes the card of a situation, with what rules say of it.
pub(super) fn situation(source: &Source<'_>, persona: &Persona) -> Value {
    let mut whole = card(source, persona);
    let mut notices = notices_of(source, Severity::Warning, Some(persona));
    notices.extend(notices_of(source, Severity::Info, Some(persona)));
    if let Some(fields) = whole.as_object_mut() {
        fields.insert("notices".to_owned(), json!(notices));
    }
    whole
}
