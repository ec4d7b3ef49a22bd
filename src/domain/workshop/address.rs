//! Where something stands in a kit: an element, a field of it, a place in that field.
//!
//! It exists so that a finding, a difference, a remark and an edit point at the same field of the
//! same form, and can be written down. Addresses name elements by id; rules, cases and links have
//! none and go by position. It must never hold content.

use std::fmt;

pub use super::element::{Element, Kind};
use super::names::Name;
use crate::domain::ids::{AnswerId, CueId, PersonaId, QuestionId};
use crate::domain::kit::KitContent;

/// A place within a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Index {
    /// The field as a whole.
    #[default]
    Whole,
    /// A line of a list, from 0.
    Line(usize),
    /// A persona's level of a cue.
    Cue(CueId),
    /// A persona's levels of a question.
    Question(QuestionId),
    /// A persona's level of an answer.
    Answer(QuestionId, AnswerId),
}

/// The address of something one fills in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field {
    /// The element.
    pub element: Element,
    /// Which of its fields.
    pub name: Name,
    /// Where in it.
    pub index: Index,
}

impl Field {
    /// A field as a whole.
    pub fn new(element: Element, name: Name) -> Self {
        Self {
            element,
            name,
            index: Index::Whole,
        }
    }

    /// A line of a list.
    pub fn line(element: Element, name: Name, line: usize) -> Self {
        Self {
            element,
            name,
            index: Index::Line(line),
        }
    }

    /// A persona's level of a cue.
    pub fn cue_level(persona: PersonaId, cue: CueId) -> Self {
        Self {
            element: Element::Persona(persona),
            name: Name::Cues,
            index: Index::Cue(cue),
        }
    }

    /// A persona's level of an answer.
    pub fn answer_level(persona: PersonaId, question: QuestionId, answer: AnswerId) -> Self {
        Self {
            element: Element::Persona(persona),
            name: Name::Answers,
            index: Index::Answer(question, answer),
        }
    }

    /// The same field as a whole.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self::new(self.element.clone(), self.name)
    }

    /// « Indice « Ni ordinateur ni tablette » › Étiquette ».
    pub fn label(&self, content: &KitContent) -> String {
        let mut label = format!("{} › {}", self.element.label(content), self.name.label());
        match &self.index {
            Index::Whole => {}
            Index::Line(line) => {
                label.push(' ');
                label.push_str(&(line + 1).to_string());
            }
            Index::Cue(id) => {
                label.push_str(" › ");
                label.push_str(&Element::Cue(id.clone()).title(content));
            }
            Index::Question(id) => {
                label.push_str(" › ");
                label.push_str(&Element::Question(id.clone()).title(content));
            }
            Index::Answer(question, id) => {
                label.push_str(" › ");
                label.push_str(&Element::Answer(question.clone(), id.clone()).title(content));
            }
        }
        label
    }

    /// Stable key, readable by [`Field::parse`].
    pub fn key(&self) -> String {
        self.to_string()
    }

    /// Reads a key.
    pub fn parse(key: &str) -> Option<Self> {
        let mut parts = key.split('/');
        let element = Element::read(&mut parts)?;
        let name = Name::from_key(parts.next()?)?;
        let index = match (parts.next(), parts.next()) {
            (None, _) => Index::Whole,
            (Some(cue), None) if name == Name::Cues => Index::Cue(cue.into()),
            (Some(question), None) if name == Name::Answers => Index::Question(question.into()),
            (Some(question), Some(answer)) if name == Name::Answers => {
                Index::Answer(question.into(), answer.into())
            }
            (Some(line), None) => Index::Line(line.parse().ok()?),
            _ => return None,
        };
        parts.next().is_none().then_some(Self {
            element,
            name,
            index,
        })
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.element.key(), self.name.key())?;
        match &self.index {
            Index::Whole => Ok(()),
            Index::Line(line) => write!(f, "/{line}"),
            Index::Cue(id) => write!(f, "/{id}"),
            Index::Question(id) => write!(f, "/{id}"),
            Index::Answer(question, id) => write!(f, "/{question}/{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back() {
        let elements = [
            Element::Manifest,
            Element::Family("equipement".into()),
            Element::Source("F4/5 %".to_owned()),
            Element::Cue("sans-ordinateur".into()),
            Element::Question("appareil".into()),
            Element::Answer("appareil".into(), "1-aucun".into()),
            Element::Persona("pas-a-pas".into()),
            Element::Step("relire".into()),
            Element::Place("ccas".into()),
            Element::Procedure("impots".into()),
            Element::Rule(3),
            Element::Case(0),
            Element::Link(7),
        ];
        for element in elements {
            assert_eq!(Element::parse(&element.key()), Some(element.clone()));
            for index in [
                Index::Whole,
                Index::Line(4),
                Index::Cue("x".into()),
                Index::Question("q".into()),
                Index::Answer("q".into(), "a".into()),
            ] {
                let name = match index {
                    Index::Cue(_) => Name::Cues,
                    Index::Question(_) | Index::Answer(..) => Name::Answers,
                    _ => Name::Title,
                };
                let field = Field {
                    element: element.clone(),
                    name,
                    index,
                };
                assert_eq!(Field::parse(&field.key()), Some(field));
            }
        }
        for bad in [
            "",
            "cues",
            "cues/x",
            "cues/x/tout",
            "rules/x/when",
            "cues/x/text/1/2",
        ] {
            assert_eq!(Field::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn labels_speak_french() {
        let content = crate::domain::testing::kit().content().clone();
        let field = Field::new(Element::Cue("x0".into()), Name::Short);
        assert_eq!(
            field.label(&content),
            "Indice «\u{202f}x0\u{202f}» › Étiquette"
        );
        let line = Field::line(Element::Persona("x1".into()), Name::Say, 1);
        assert_eq!(
            line.label(&content),
            "Carte «\u{202f}La Boussole\u{202f}» › À dire 2"
        );
    }
}
