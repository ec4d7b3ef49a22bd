//! The table of everything that can be filled in: which field of which element holds what.
//!
//! Every form, every undo and every difference goes through [`read`] and [`write`]. It must never
//! change two things at once: ids are renamed and elements come and go elsewhere.

use super::address::{Element, Field, Index};
use super::items::{Found, FoundMut, find, find_mut};
use super::levels;
use super::names::Name;
use super::refusal::Refusal;
use super::value::Value;
use crate::domain::kit::{
    Answer, Case, Cue, CueLink, Family, KitContent, Persona, Place, Procedure, Question, Rule,
    Source, Step,
};

/// The fields of a kind of element.
pub(super) trait Fields {
    /// Their names, in the order of a form.
    const NAMES: &'static [Name];
    /// Reads one.
    fn read(&self, name: Name) -> Option<Value>;
    /// Writes one and gives what was there; `None` = no such field, or it holds something else.
    fn write(&mut self, name: Name, value: Value) -> Option<Value>;
}

macro_rules! fields {
    ($($item:ty { $($name:ident => $kind:ident $field:ident $(. $inner:ident)*;)* })+) => {$(
        impl Fields for $item {
            const NAMES: &'static [Name] = &[$(Name::$name,)*];

            fn read(&self, name: Name) -> Option<Value> {
                Some(match name {
                    $(Name::$name => Value::$kind(self.$field$(.$inner)*.to_owned()),)*
                    _ => return None,
                })
            }

            fn write(&mut self, name: Name, value: Value) -> Option<Value> {
                Some(match (name, value) {
                    $((Name::$name, Value::$kind(new)) => {
                        Value::$kind(std::mem::replace(&mut self.$field$(.$inner)*, new))
                    })*
                    _ => return None,
                })
            }
        }
    )+};
}

fields! {
    KitContent {
        Id => Text id; Title => Text title; Version => Text version; Language => Text language;
        Owner => Text owner; Reviewed => Maybe reviewed; ReviewBy => Maybe review_by;
        Licence => Text licence; Channels => Channels channels; Openers => Openers openers;
        UncertainSteps => StepIds uncertain_steps;
        LevelVeryRare => Number levels.very_rare; LevelRare => Number levels.rare;
        LevelPossible => Number levels.possible; LevelFrequent => Number levels.frequent;
        LevelTypical => Number levels.typical;
        EngineNoise => Number engine.noise_floor; EngineNonePrior => Number engine.none_prior;
        EngineNoneSpread => Number engine.none_spread; EngineTemper => Number engine.temper;
        EngineClear => Number engine.clear; EngineClearRatio => Number engine.clear_ratio;
        EnginePossible => Number engine.possible; EngineNone => Number engine.none;
        EngineStop => Number engine.stop; EngineMinAnswers => Count engine.min_answers;
        EngineMinGain => Number engine.min_gain_bits;
    }
    Family { Title => Text title; Key => Letter key; Relatedness => Number relatedness; }
    Source { Text => Text text; Url => Text url; }
    Cue {
        Code => Text code; Short => Text short; Text => Text text; Family => Family family;
        Channels => Channels channels; Declared => Flag declared; Deck => Deck deck;
        Noise => MaybeNumber noise; Scored => Flag scored; Excludes => CueIds excludes;
    }
    Question {
        Code => Text code; Ask => Text ask; AskPhone => Maybe ask_phone;
        Family => MaybeFamily family; Channels => Channels channels; Cost => Number cost;
        Availability => PerChannel availability; Noise => MaybeNumber noise; Role => Role role;
    }
    Answer { Text => Text text; TextPhone => Maybe text_phone; }
    Persona {
        Code => Text code; Name => Text name; Layer => Layer layer; Symbol => Maybe symbol;
        Axes => Axes axes; Share => PerChannel share; Essence => Text essence;
        Motivations => Texts motivations; Obstacles => Texts obstacles; Say => Says say;
        Avoid => Avoids avoid; Mode => MaybeMode mode; StepsTwo => StepIds steps.two_minutes;
        StepsTen => StepIds steps.ten_minutes; StepsRelay => StepIds steps.relay;
        ConfusedWith => Confusions confused_with; Cues => CueLevels cues; Answers => Rows answers;
        Sources => Texts sources; Reviewed => Maybe reviewed;
    }
    Step {
        Title => Text title; Detail => Text detail; Mode => Mode mode; Minutes => Minutes minutes;
        Channels => Channels channels; Themes => Themes themes; When => MaybeCondition when;
        Say => Says say; Note => Text note;
    }
    Place {
        Name => Text name; Kind => Orientation kind; Offers => Texts offers; Hours => Text when;
        Contact => Text contact; Bring => Texts bring; Confirmed => Maybe confirmed;
    }
    Procedure {
        Theme => Theme theme; Title => Text title; Site => Maybe site; Documents => Texts documents;
        Steps => StepIds steps; OtherWay => Text other_way; Operator => Text operator;
        Traps => Texts traps; Seen => Pages seen; Varies => Maybe varies;
    }
    Rule { When => Condition when; Then => Effects then; }
    Case {
        Title => Text title; Channel => Channel channel; Cues => CueIds cues;
        NotCues => CueIds not_cues; Answers => Given answers; ExpectLabel => Labels expect.label;
        ExpectTop => PersonaIds expect.top; Raises => PersonaIds raises;
        ToVerify => PersonaIds to_verify;
    }
    CueLink { Channel => Channel channel; Parent => Item parent; Child => Item child; Rows => LinkRows rows; }
}

/// The names of an element's fields, in the order of a form; ids are renamed, not filled in.
pub fn names(element: &Element) -> &'static [Name] {
    match element {
        Element::Manifest => KitContent::NAMES,
        Element::Family(_) => Family::NAMES,
        Element::Source(_) => Source::NAMES,
        Element::Cue(_) => Cue::NAMES,
        Element::Question(_) => Question::NAMES,
        Element::Answer(..) => Answer::NAMES,
        Element::Persona(_) => Persona::NAMES,
        Element::Step(_) => Step::NAMES,
        Element::Place(_) => Place::NAMES,
        Element::Procedure(_) => Procedure::NAMES,
        Element::Rule(_) => Rule::NAMES,
        Element::Case(_) => Case::NAMES,
        Element::Link(_) => CueLink::NAMES,
    }
}

fn read_item(found: Found<'_>, name: Name) -> Option<Value> {
    match found {
        Found::Manifest(item) => item.read(name),
        Found::Family(item) => item.read(name),
        Found::Source(item) => item.read(name),
        Found::Cue(item) => item.read(name),
        Found::Question(item) => item.read(name),
        Found::Answer(item) => item.read(name),
        Found::Persona(item) => item.read(name),
        Found::Step(item) => item.read(name),
        Found::Place(item) => item.read(name),
        Found::Procedure(item) => item.read(name),
        Found::Rule(item) => item.read(name),
        Found::Case(item) => item.read(name),
        Found::Link(item) => item.read(name),
    }
}

fn write_item(found: FoundMut<'_>, name: Name, value: Value) -> Option<Value> {
    match found {
        FoundMut::Manifest(item) => item.write(name, value),
        FoundMut::Family(item) => item.write(name, value),
        FoundMut::Source(item) => item.write(name, value),
        FoundMut::Cue(item) => item.write(name, value),
        FoundMut::Question(item) => item.write(name, value),
        FoundMut::Answer(item) => item.write(name, value),
        FoundMut::Persona(item) => item.write(name, value),
        FoundMut::Step(item) => item.write(name, value),
        FoundMut::Place(item) => item.write(name, value),
        FoundMut::Procedure(item) => item.write(name, value),
        FoundMut::Rule(item) => item.write(name, value),
        FoundMut::Case(item) => item.write(name, value),
        FoundMut::Link(item) => item.write(name, value),
    }
}

/// Reads a field; `None` if it is not there.
pub fn read(content: &KitContent, field: &Field) -> Option<Value> {
    let found = find(content, &field.element)?;
    match (&field.index, &found) {
        (Index::Whole, _) => read_item(found, field.name),
        (Index::Line(at), _) => read_item(found, field.name)?.line(*at),
        (index, Found::Persona(persona)) => levels::read(persona, field.name, index),
        _ => None,
    }
}

/// Writes a field; gives the address and value that put things back exactly.
///
/// # Errors
/// A [`Refusal`], and nothing changed, if the field is not there or holds something else.
pub(super) fn write(
    content: &mut KitContent,
    field: &Field,
    value: Value,
) -> Result<(Field, Value), Refusal> {
    if !value.is_finite() {
        return Err(Refusal::number());
    }
    if matches!(
        field.index,
        Index::Cue(_) | Index::Question(_) | Index::Answer(..)
    ) {
        return levels::write(content, field, value);
    }
    let Some(found) = find_mut(content, &field.element) else {
        return Err(Refusal::unknown(&field.element));
    };
    let Index::Line(at) = field.index else {
        let old = write_item(found, field.name, value).ok_or_else(|| Refusal::field(field))?;
        return Ok((field.clone(), old));
    };
    let list = read(content, &field.whole()).ok_or_else(|| Refusal::field(field))?;
    let old = list.line(at).ok_or_else(|| Refusal::line(field))?;
    let list = list
        .with_line(at, value)
        .ok_or_else(|| Refusal::field(field))?;
    write(content, &field.whole(), list)?;
    Ok((field.clone(), old))
}
