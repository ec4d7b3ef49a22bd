//! Finding, taking and putting back whole elements, whatever their kind.
//!
//! It must never touch a reference: what points at an element is the business of `refs`.

use super::address::Element;
use crate::domain::ids::{QuestionId, is_kebab_case};
use crate::domain::kit::{
    Answer, Case, Cue, CueLink, Family, KitContent, Persona, Place, Procedure, Question, Rule,
    Source, Step,
};

/// An element with its content.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A family.
    Family(Family),
    /// A source.
    Source(Source),
    /// A cue.
    Cue(Cue),
    /// A question.
    Question(Question),
    /// An answer of a question.
    Answer(QuestionId, Answer),
    /// A persona.
    Persona(Box<Persona>),
    /// A step.
    Step(Step),
    /// A place.
    Place(Place),
    /// A procedure.
    Procedure(Box<Procedure>),
    /// A rule.
    Rule(Rule),
    /// A case.
    Case(Box<Case>),
    /// A link between cues.
    Link(CueLink),
}

macro_rules! found {
    ($(#[$derive:meta])? $name:ident, $($ref:tt)+) => {
        /// An element where it stands.
        $(#[$derive])?
        pub(super) enum $name<'a> {
            Manifest($($ref)+ KitContent),
            Family($($ref)+ Family),
            Source($($ref)+ Source),
            Cue($($ref)+ Cue),
            Question($($ref)+ Question),
            Answer($($ref)+ Answer),
            Persona($($ref)+ Persona),
            Step($($ref)+ Step),
            Place($($ref)+ Place),
            Procedure($($ref)+ Procedure),
            Rule($($ref)+ Rule),
            Case($($ref)+ Case),
            Link($($ref)+ CueLink),
        }
    };
}

found!(#[derive(Clone, Copy)] Found, &'a);
found!(FoundMut, &'a mut);

/// Finds an element.
pub(super) fn find<'a>(content: &'a KitContent, element: &Element) -> Option<Found<'a>> {
    let k = content;
    Some(match element {
        Element::Manifest => Found::Manifest(k),
        Element::Family(id) => Found::Family(k.families.iter().find(|x| &x.id == id)?),
        Element::Source(id) => Found::Source(k.sources.iter().find(|x| &x.id == id)?),
        Element::Cue(id) => Found::Cue(k.cues.iter().find(|x| &x.id == id)?),
        Element::Question(id) => Found::Question(k.questions.iter().find(|x| &x.id == id)?),
        Element::Answer(question, id) => {
            let question = k.questions.iter().find(|x| &x.id == question)?;
            Found::Answer(question.answers.iter().find(|x| &x.id == id)?)
        }
        Element::Persona(id) => Found::Persona(k.personas.iter().find(|x| &x.id == id)?),
        Element::Step(id) => Found::Step(k.steps.iter().find(|x| &x.id == id)?),
        Element::Place(id) => Found::Place(k.places.iter().find(|x| &x.id == id)?),
        Element::Procedure(id) => Found::Procedure(k.procedures.iter().find(|x| &x.id == id)?),
        Element::Rule(at) => Found::Rule(k.rules.get(*at)?),
        Element::Case(at) => Found::Case(k.cases.get(*at)?),
        Element::Link(at) => Found::Link(k.links.get(*at)?),
    })
}

/// Finds an element, to change it.
pub(super) fn find_mut<'a>(content: &'a mut KitContent, element: &Element) -> Option<FoundMut<'a>> {
    let k = content;
    Some(match element {
        Element::Manifest => FoundMut::Manifest(k),
        Element::Family(id) => FoundMut::Family(k.families.iter_mut().find(|x| &x.id == id)?),
        Element::Source(id) => FoundMut::Source(k.sources.iter_mut().find(|x| &x.id == id)?),
        Element::Cue(id) => FoundMut::Cue(k.cues.iter_mut().find(|x| &x.id == id)?),
        Element::Question(id) => FoundMut::Question(k.questions.iter_mut().find(|x| &x.id == id)?),
        Element::Answer(question, id) => {
            let question = k.questions.iter_mut().find(|x| &x.id == question)?;
            FoundMut::Answer(question.answers.iter_mut().find(|x| &x.id == id)?)
        }
        Element::Persona(id) => FoundMut::Persona(k.personas.iter_mut().find(|x| &x.id == id)?),
        Element::Step(id) => FoundMut::Step(k.steps.iter_mut().find(|x| &x.id == id)?),
        Element::Place(id) => FoundMut::Place(k.places.iter_mut().find(|x| &x.id == id)?),
        Element::Procedure(id) => {
            FoundMut::Procedure(k.procedures.iter_mut().find(|x| &x.id == id)?)
        }
        Element::Rule(at) => FoundMut::Rule(k.rules.get_mut(*at)?),
        Element::Case(at) => FoundMut::Case(k.cases.get_mut(*at)?),
        Element::Link(at) => FoundMut::Link(k.links.get_mut(*at)?),
    })
}

/// Runs an expression on the list that an element stands in; `None` for the manifest, or an answer
/// of no question.
macro_rules! in_list {
    ($content:expr, $element:expr, $list:ident => $body:expr) => {
        match $element {
            Element::Manifest => None,
            Element::Family(_) => {
                let $list = &mut $content.families;
                $body
            }
            Element::Source(_) => {
                let $list = &mut $content.sources;
                $body
            }
            Element::Cue(_) => {
                let $list = &mut $content.cues;
                $body
            }
            Element::Question(_) => {
                let $list = &mut $content.questions;
                $body
            }
            Element::Answer(question, _) => {
                match $content.questions.iter_mut().find(|q| &q.id == question) {
                    Some(question) => {
                        let $list = &mut question.answers;
                        $body
                    }
                    None => None,
                }
            }
            Element::Persona(_) => {
                let $list = &mut $content.personas;
                $body
            }
            Element::Step(_) => {
                let $list = &mut $content.steps;
                $body
            }
            Element::Place(_) => {
                let $list = &mut $content.places;
                $body
            }
            Element::Procedure(_) => {
                let $list = &mut $content.procedures;
                $body
            }
            Element::Rule(_) => {
                let $list = &mut $content.rules;
                $body
            }
            Element::Case(_) => {
                let $list = &mut $content.cases;
                $body
            }
            Element::Link(_) => {
                let $list = &mut $content.links;
                $body
            }
        }
    };
}

/// Position of an element in its list.
pub fn position(content: &KitContent, element: &Element) -> Option<usize> {
    let k = content;
    match element {
        Element::Manifest => None,
        Element::Family(id) => k.families.iter().position(|x| &x.id == id),
        Element::Source(id) => k.sources.iter().position(|x| &x.id == id),
        Element::Cue(id) => k.cues.iter().position(|x| &x.id == id),
        Element::Question(id) => k.questions.iter().position(|x| &x.id == id),
        Element::Answer(question, id) => {
            let question = k.questions.iter().find(|x| &x.id == question)?;
            question.answers.iter().position(|x| &x.id == id)
        }
        Element::Persona(id) => k.personas.iter().position(|x| &x.id == id),
        Element::Step(id) => k.steps.iter().position(|x| &x.id == id),
        Element::Place(id) => k.places.iter().position(|x| &x.id == id),
        Element::Procedure(id) => k.procedures.iter().position(|x| &x.id == id),
        Element::Rule(at) => (*at < k.rules.len()).then_some(*at),
        Element::Case(at) => (*at < k.cases.len()).then_some(*at),
        Element::Link(at) => (*at < k.links.len()).then_some(*at),
    }
}

/// How many elements stand in the same list; `None` where there is no list.
pub(super) fn count(content: &KitContent, element: &Element) -> Option<usize> {
    let k = content;
    match element {
        Element::Manifest => None,
        Element::Family(_) => Some(k.families.len()),
        Element::Source(_) => Some(k.sources.len()),
        Element::Cue(_) => Some(k.cues.len()),
        Element::Question(_) => Some(k.questions.len()),
        Element::Answer(question, _) => {
            let question = k.questions.iter().find(|x| &x.id == question)?;
            Some(question.answers.len())
        }
        Element::Persona(_) => Some(k.personas.len()),
        Element::Step(_) => Some(k.steps.len()),
        Element::Place(_) => Some(k.places.len()),
        Element::Procedure(_) => Some(k.procedures.len()),
        Element::Rule(_) => Some(k.rules.len()),
        Element::Case(_) => Some(k.cases.len()),
        Element::Link(_) => Some(k.links.len()),
    }
}

/// Removes an element without looking at what points at it.
pub(super) fn remove(content: &mut KitContent, element: &Element) -> Option<()> {
    let at = position(content, element)?;
    in_list!(content, element, list => { list.remove(at); Some(()) })
}

/// Moves an element within its list, both places being in it.
pub(super) fn shift(content: &mut KitContent, element: &Element, to: usize) -> Option<usize> {
    let from = position(content, element)?;
    in_list!(content, element, list => {
        if to >= list.len() {
            return None;
        }
        let item = list.remove(from);
        list.insert(to, item);
        Some(from)
    })
}

/// Puts an element in its list; `None` if the place is out of it.
pub(super) fn insert(content: &mut KitContent, item: Item, at: usize) -> Option<()> {
    fn put<T>(list: &mut Vec<T>, at: usize, item: T) -> Option<()> {
        (at <= list.len()).then(|| list.insert(at, item))
    }
    match item {
        Item::Family(item) => put(&mut content.families, at, item),
        Item::Source(item) => put(&mut content.sources, at, item),
        Item::Cue(item) => put(&mut content.cues, at, item),
        Item::Question(item) => put(&mut content.questions, at, item),
        Item::Answer(question, item) => {
            let question = content.questions.iter_mut().find(|q| q.id == question)?;
            put(&mut question.answers, at, item)
        }
        Item::Persona(item) => put(&mut content.personas, at, *item),
        Item::Step(item) => put(&mut content.steps, at, item),
        Item::Place(item) => put(&mut content.places, at, item),
        Item::Procedure(item) => put(&mut content.procedures, at, *item),
        Item::Rule(item) => put(&mut content.rules, at, item),
        Item::Case(item) => put(&mut content.cases, at, *item),
        Item::Link(item) => put(&mut content.links, at, item),
    }
}

/// Copies an element out.
pub fn item(content: &KitContent, element: &Element) -> Option<Item> {
    Some(match find(content, element)? {
        Found::Family(item) => Item::Family(item.clone()),
        Found::Source(item) => Item::Source(item.clone()),
        Found::Cue(item) => Item::Cue(item.clone()),
        Found::Question(item) => Item::Question(item.clone()),
        Found::Answer(item) => match element {
            Element::Answer(question, _) => Item::Answer(question.clone(), item.clone()),
            _ => return None,
        },
        Found::Persona(item) => Item::Persona(Box::new(item.clone())),
        Found::Step(item) => Item::Step(item.clone()),
        Found::Place(item) => Item::Place(item.clone()),
        Found::Procedure(item) => Item::Procedure(Box::new(item.clone())),
        Found::Rule(item) => Item::Rule(item.clone()),
        Found::Case(item) => Item::Case(Box::new(item.clone())),
        Found::Link(item) => Item::Link(item.clone()),
        Found::Manifest(_) => return None,
    })
}

impl Item {
    /// The element it is once it stands at a position.
    pub fn element(&self, at: usize) -> Element {
        match self {
            Self::Family(item) => Element::Family(item.id.clone()),
            Self::Source(item) => Element::Source(item.id.clone()),
            Self::Cue(item) => Element::Cue(item.id.clone()),
            Self::Question(item) => Element::Question(item.id.clone()),
            Self::Answer(question, item) => Element::Answer(question.clone(), item.id.clone()),
            Self::Persona(item) => Element::Persona(item.id.clone()),
            Self::Step(item) => Element::Step(item.id.clone()),
            Self::Place(item) => Element::Place(item.id.clone()),
            Self::Procedure(item) => Element::Procedure(item.id.clone()),
            Self::Rule(_) => Element::Rule(at),
            Self::Case(_) => Element::Case(at),
            Self::Link(_) => Element::Link(at),
        }
    }

    /// The same under another id; rules, cases and links have none.
    pub(super) fn with_id(mut self, id: &str) -> Self {
        match &mut self {
            Self::Family(item) => item.id = id.into(),
            Self::Source(item) => id.clone_into(&mut item.id),
            Self::Cue(item) => item.id = id.into(),
            Self::Question(item) => item.id = id.into(),
            Self::Answer(_, item) => item.id = id.into(),
            Self::Persona(item) => item.id = id.into(),
            Self::Step(item) => item.id = id.into(),
            Self::Place(item) => item.id = id.into(),
            Self::Procedure(item) => item.id = id.into(),
            Self::Rule(_) | Self::Case(_) | Self::Link(_) => {}
        }
        self
    }
}

/// Says whether an id can name this kind of element: a source's code is free.
pub(super) fn is_spelled(element: &Element, id: &str) -> bool {
    match element {
        Element::Source(_) => !id.trim().is_empty(),
        _ => is_kebab_case(id),
    }
}

/// Gives `wanted`, or the first of `wanted-2`, `wanted-3`… that nothing of this kind bears.
pub fn free_id(content: &KitContent, element: &Element, wanted: &str) -> String {
    let free = |id: &str| find(content, &element.renamed(id)).is_none();
    if free(wanted) {
        return wanted.to_owned();
    }
    // One more than there are elements: one of them is free.
    (2..=count(content, element).unwrap_or(0) + 2)
        .map(|n| format!("{wanted}-{n}"))
        .find(|id| free(id))
        .unwrap_or_default()
}

/// Makes an id of a title: « Craint l’erreur ! » gives `craint-l-erreur`.
pub fn id_of(title: &str) -> String {
    let folded = crate::domain::typography::fold(title);
    let mut id = String::new();
    for c in folded.chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(60);
    let id = id.trim_end_matches('-');
    if id.is_empty() {
        "sans-nom".to_owned()
    } else {
        id.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_gives_an_id_that_can_be_used() {
        for (title, id) in [
            ("Craint l’erreur !", "craint-l-erreur"),
            ("  À l’aise, mais pressé·e ", "a-l-aise-mais-presse-e"),
            ("« … »", "sans-nom"),
            ("", "sans-nom"),
        ] {
            assert_eq!(id_of(title), id);
            assert!(is_kebab_case(&id_of(title)), "{title}");
        }
        let long = id_of(&"très long ".repeat(20));
        assert!(long.len() <= 60 && is_kebab_case(&long), "{long}");
    }
}
