//! From the place of a problem, as files know it, to the field of a form.
//!
//! Places name a section, a position, a field and the words at fault; where they name no line of a
//! list, or no answer, the words tell it. It must never lose a problem: what has no field of its own stands at its
//! element.

use super::address::{Element, Field, Index};
use super::fields;
use super::names::Name;
use super::value::Value;
use crate::domain::kit::{KitContent, RuleEffect};
use crate::domain::problem::{Problem, Section};

/// Finds the field that a problem is about.
pub(super) fn locate(content: &KitContent, problem: &Problem) -> Field {
    let place = &problem.place;
    let parts: Vec<&str> = place.field.iter().map(String::as_str).collect();
    let element = element_at(content, place.section, place.index);
    let token = place.token.as_str();
    let field = match (&element, parts.as_slice()) {
        (Element::Manifest, parts) => manifest(content, parts, token),
        (Element::Question(question), ["answers", answer, name]) => Field::new(
            Element::Answer(question.clone(), (*answer).into()),
            Name::from_key(name).unwrap_or(Name::Text),
        ),
        (Element::Question(question), ["answers" | "id" | "text" | "text_phone", ..]) => {
            answer(content, question.as_str(), token)
                .unwrap_or_else(|| Field::new(element.clone(), Name::Id))
        }
        (Element::Persona(persona), ["cues", ..]) if !token.is_empty() => {
            Field::cue_level(persona.clone(), token.into())
        }
        (Element::Persona(persona), ["answers", question, ..]) => Field {
            index: if token == *question {
                Index::Question(token.into())
            } else {
                Index::Answer((*question).into(), token.into())
            },
            ..Field::new(Element::Persona(persona.clone()), Name::Answers)
        },
        (_, names) => by_words(content, &element, names, token),
    };
    match place.line {
        Some(line) => Field {
            index: Index::Line(line),
            ..field
        },
        None => field,
    }
}

/// The element at a position of a section.
fn element_at(content: &KitContent, section: Section, at: usize) -> Element {
    let found = match section {
        // Scenarios stand beside the kit: no form has them.
        Section::Manifest | Section::Scenarios => None,
        Section::Cues => content.cues.get(at).map(|x| Element::Cue(x.id.clone())),
        Section::Questions => {
            let question = content.questions.get(at);
            question.map(|x| Element::Question(x.id.clone()))
        }
        Section::Personas => {
            let persona = content.personas.get(at);
            persona.map(|x| Element::Persona(x.id.clone()))
        }
        Section::Steps => content.steps.get(at).map(|x| Element::Step(x.id.clone())),
        Section::Places => content.places.get(at).map(|x| Element::Place(x.id.clone())),
        Section::Procedures => {
            let procedure = content.procedures.get(at);
            procedure.map(|x| Element::Procedure(x.id.clone()))
        }
        Section::Rules => Some(Element::Rule(at)),
        Section::Cases => Some(Element::Case(at)),
        Section::Links => Some(Element::Link(at)),
    };
    found.unwrap_or(Element::Manifest)
}

fn manifest(content: &KitContent, parts: &[&str], token: &str) -> Field {
    match parts {
        ["families", id, name, ..] => Field::new(
            Element::Family((*id).into()),
            Name::from_key(name).unwrap_or(Name::Title),
        ),
        ["sources", id, ..] => Field::new(Element::Source((*id).to_owned()), Name::Id),
        ["sources"] => Field::new(Element::Source(String::new()), Name::Id),
        ["levels" | "engine", ..] => {
            let name = ["level", "engine"]
                .into_iter()
                .filter(|prefix| parts.first().is_some_and(|first| first.starts_with(prefix)))
                .find_map(|prefix| Name::from_key(&format!("{prefix}-{token}")));
            Field::new(Element::Manifest, name.unwrap_or(Name::Title))
        }
        ["title" | "text" | "url" | "id", ..] => in_manifest_lists(content, parts, token),
        parts => by_words(content, &Element::Manifest, parts, token),
    }
}

/// Texts of families and sources are told as the manifest's: the words say whose they are.
fn in_manifest_lists(content: &KitContent, parts: &[&str], token: &str) -> Field {
    let own = by_words(content, &Element::Manifest, parts, token);
    let mentions =
        |field: &Field| fields::read(content, field).is_some_and(|value| holds(&value, token));
    if mentions(&own) || token.is_empty() {
        return own;
    }
    let families = content
        .families
        .iter()
        .map(|f| Element::Family(f.id.clone()));
    let sources = content
        .sources
        .iter()
        .map(|s| Element::Source(s.id.clone()));
    families
        .chain(sources)
        .map(|element| by_words(content, &element, parts, token))
        .find(mentions)
        .unwrap_or(own)
}

/// Says whether the words stand in a value.
fn holds(value: &Value, token: &str) -> bool {
    match value {
        Value::Text(text) | Value::Maybe(Some(text)) => text.contains(token),
        Value::Say(say) => say.text.contains(token),
        Value::Avoid(avoid) => avoid.text.contains(token) || avoid.because.contains(token),
        Value::Confusion(other) => {
            other.ask_yourself.contains(token) || other.persona.as_str() == token
        }
        Value::Page(page) => page.url.contains(token) || page.on == token,
        Value::StepId(id) => id.as_str() == token,
        Value::CueId(id) => id.as_str() == token,
        Value::PersonaId(id) => id.as_str() == token,
        Value::Effect(effect) => match effect {
            RuleEffect::Raise(id) => id.as_str() == token,
            RuleEffect::AddStep(id) => id.as_str() == token,
            RuleEffect::Ask(id) | RuleEffect::HoldQuestion(id) => id.as_str() == token,
            RuleEffect::Notice { text, .. } => text.contains(token),
            RuleEffect::HideMode(_) => false,
        },
        _ => false,
    }
}

/// The answer of a question that a token names or stands in.
fn answer(content: &KitContent, question: &str, token: &str) -> Option<Field> {
    let question = content
        .questions
        .iter()
        .find(|q| q.id.as_str() == question)?;
    let at = |answer: &crate::domain::kit::Answer, name| {
        Field::new(
            Element::Answer(question.id.clone(), answer.id.clone()),
            name,
        )
    };
    if question.id.as_str() == token || token.is_empty() {
        return None;
    }
    if let Some(answer) = question.answers.iter().find(|a| a.id.as_str() == token) {
        return Some(at(answer, Name::Id));
    }
    question.answers.iter().find_map(|answer| {
        let phone = answer.text_phone.as_deref().unwrap_or_default();
        if answer.text.contains(token) {
            Some(at(answer, Name::Text))
        } else if phone.contains(token) {
            Some(at(answer, Name::TextPhone))
        } else {
            None
        }
    })
}

/// Names that files give to fields of this element, as forms call them.
fn candidates(element: &Element, parts: &[&str]) -> Vec<Name> {
    let written = match parts {
        ["expect", what] => format!("expect-{what}"),
        ["steps", list] => (*list).to_owned(),
        [first, ..] => (*first).to_owned(),
        [] => return Vec::new(),
    };
    let name = match (element, written.as_str()) {
        (Element::Place(_), "when") => Some(Name::Hours),
        (_, written) => Name::from_key(written),
    };
    name.into_iter().collect()
}

/// The field of that name whose words are at fault, else any field of the element that holds them.
fn by_words(content: &KitContent, element: &Element, parts: &[&str], token: &str) -> Field {
    let own = fields::names(element);
    let named: Vec<Name> = candidates(element, parts)
        .into_iter()
        .filter(|name| own.contains(name) || *name == Name::Id)
        .collect();
    let searched: &[Name] = if named.is_empty() { own } else { &named };
    if !token.is_empty() {
        for name in searched {
            let field = Field::new(element.clone(), *name);
            let Some(value) = fields::read(content, &field) else {
                continue;
            };
            if holds(&value, token) {
                return field;
            }
            let line = (0..value.lines().unwrap_or(0))
                .find(|at| value.line(*at).is_some_and(|line| holds(&line, token)));
            if let Some(line) = line {
                return Field::line(element.clone(), *name, line);
            }
        }
    }
    let name = named.first().copied().unwrap_or(match element {
        Element::Rule(_) => Name::When,
        Element::Link(_) => Name::Rows,
        Element::Case(_) | Element::Manifest => Name::Title,
        _ => Name::Id,
    });
    Field::new(element.clone(), name)
}
