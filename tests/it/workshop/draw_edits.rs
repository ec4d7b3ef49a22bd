//! Edits of a kit, drawn from a seed; most can be made, some are refused.

use reflexe_personas::domain::kit::KitContent;
use reflexe_personas::domain::vocab::{Mode, Theme};
use reflexe_personas::domain::workshop::{
    About, Cell, Edit, Element, Field, Index, Item, Name, Value, fields,
};

use super::generate::{Draw, condition, cue, ids};

/// Every element of a kit.
pub(super) fn elements(kit: &KitContent) -> Vec<Element> {
    let mut all = vec![Element::Manifest];
    all.extend(kit.families.iter().map(|x| Element::Family(x.id.clone())));
    all.extend(kit.sources.iter().map(|x| Element::Source(x.id.clone())));
    all.extend(kit.cues.iter().map(|x| Element::Cue(x.id.clone())));
    for question in &kit.questions {
        all.push(Element::Question(question.id.clone()));
        let answers = question.answers.iter();
        all.extend(answers.map(|a| Element::Answer(question.id.clone(), a.id.clone())));
    }
    all.extend(kit.personas.iter().map(|x| Element::Persona(x.id.clone())));
    all.extend(kit.steps.iter().map(|x| Element::Step(x.id.clone())));
    all.extend(kit.places.iter().map(|x| Element::Place(x.id.clone())));
    all.extend(
        kit.procedures
            .iter()
            .map(|x| Element::Procedure(x.id.clone())),
    );
    all.extend((0..kit.rules.len()).map(Element::Rule));
    all.extend((0..kit.cases.len()).map(Element::Case));
    all
}

/// A level of a cue or an answer, to set or to take out.
fn cell(draw: &mut Draw, kit: &KitContent) -> Cell {
    let question = draw.one(&kit.questions);
    let about = if draw.chance(70) || question.answers.is_empty() {
        About::Cue(draw.one(&kit.cues).id.clone())
    } else {
        About::Answer(question.id.clone(), draw.one(&question.answers).id.clone())
    };
    Cell {
        persona: draw.one(&kit.personas).id.clone(),
        about,
        level: draw.chance(85).then(|| draw.level()),
    }
}

/// Another value of the same kind.
fn other_value(draw: &mut Draw, kit: &KitContent, value: Value) -> Value {
    match value {
        Value::Text(_) => Value::Text(draw.text()),
        Value::Maybe(_) => Value::Maybe(None),
        Value::Texts(_) => Value::Texts(draw.texts()),
        Value::Flag(flag) => Value::Flag(!flag),
        Value::Channels(_) => Value::Channels(draw.channels()),
        Value::Says(_) => Value::Says(draw.says()),
        Value::StepIds(_) => Value::StepIds(draw.some(&ids(&kit.steps, |s| &s.id))),
        Value::Mode(_) => Value::Mode(*draw.one(Mode::ALL)),
        Value::Theme(_) => Value::Theme(*draw.one(Theme::ALL)),
        Value::Condition(_) => Value::Condition(condition(draw, kit, 2)),
        Value::MaybeCondition(_) => Value::MaybeCondition(Some(condition(draw, kit, 1))),
        Value::Minutes(minutes) => Value::Minutes(minutes + 1),
        other => other,
    }
}

/// Fields of which an arbitrary text would make the element unusable: that is for other tests.
const SPELLED: [Name; 5] = [
    Name::Code,
    Name::Id,
    Name::Language,
    Name::Reviewed,
    Name::Confirmed,
];

/// An edit of a kit; most can be made, some are refused.
pub(super) fn edit(draw: &mut Draw, kit: &KitContent) -> Edit {
    let all = elements(kit);
    let element = draw.one(&all).clone();
    let fresh = format!("neuf-{}", draw.below(1_000_000));
    match draw.below(12) {
        0..=3 => {
            let names = fields::names(&element);
            let name = *draw.one(names);
            let field = Field::new(element, name);
            let value = fields::read(kit, &field).unwrap();
            if SPELLED.contains(&name) {
                return Edit::set(field, value);
            }
            if let (Some(lines), true) = (value.lines(), draw.chance(50))
                && lines > 0
            {
                let at = draw.below(lines);
                let line = value.line(at).unwrap();
                let field = Field {
                    index: Index::Line(at),
                    ..field
                };
                return Edit::set(field, other_value(draw, kit, line));
            }
            let mut value = other_value(draw, kit, value);
            if let (Name::Short, Value::Text(text)) = (name, &mut value) {
                *text = text.chars().take(34).collect();
            }
            Edit::set(field, value)
        }
        4 | 5 => Edit::Levels((0..=draw.below(4)).map(|_| cell(draw, kit)).collect()),
        6 => Edit::Rename { element, id: fresh },
        7 => Edit::Duplicate {
            of: element,
            id: fresh,
        },
        8 => Edit::Move {
            to: draw.below(3),
            element,
        },
        9 => Edit::Delete(element),
        10 => {
            let mut cue = cue(draw, kit, 0);
            cue.id = fresh.as_str().into();
            cue.code = fresh.to_uppercase();
            Edit::Add {
                at: draw.below(kit.cues.len() + 1),
                item: Item::Cue(cue),
            }
        }
        _ => {
            let first = edit(draw, kit);
            Edit::Together(vec![first, Edit::Levels(vec![cell(draw, kit)])])
        }
    }
}
