//! What a field holds, whatever the field: one type for forms, undo, differences and layers.
//!
//! It must never judge a value: whether a text is good is for the checks.

use std::collections::BTreeMap;

use crate::domain::ids::{AnswerId, CueId, FamilyId, PersonaId, QuestionId, StepId};
use crate::domain::kit::{
    Avoid, Axes, Condition, Confusion, Deck, ItemRef, Layer, Level, LinkRow, PageSeen,
    QuestionRole, RuleEffect, Say,
};
use crate::domain::vocab::{Channel, Label, Mode, Orientation, Theme};

/// A persona's levels for the answers of a question.
pub type Row = Vec<(AnswerId, Level)>;

/// The content of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A text or a date that may be absent.
    Maybe(Option<String>),
    /// A letter.
    Letter(char),
    /// Yes or no.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A number that may be absent.
    MaybeNumber(Option<f64>),
    /// A whole number.
    Count(usize),
    /// Minutes.
    Minutes(u32),
    /// Lines of text, or codes of sources.
    Texts(Vec<String>),
    /// A channel.
    Channel(Channel),
    /// Channels.
    Channels(Vec<Channel>),
    /// A number per channel.
    PerChannel(BTreeMap<Channel, f64>),
    /// First questions per channel.
    Openers(BTreeMap<Channel, Vec<QuestionId>>),
    /// A theme.
    Theme(Theme),
    /// Themes.
    Themes(Vec<Theme>),
    /// A way to help.
    Mode(Mode),
    /// A way to help, that may be absent.
    MaybeMode(Option<Mode>),
    /// A kind of place.
    Orientation(Orientation),
    /// First screen or family page.
    Deck(Deck),
    /// Informs or offers.
    Role(QuestionRole),
    /// Profile or situation.
    Layer(Layer),
    /// Four axes.
    Axes(Option<Axes>),
    /// A family.
    Family(FamilyId),
    /// A family, that may be absent.
    MaybeFamily(Option<FamilyId>),
    /// A cue.
    CueId(CueId),
    /// Cues.
    CueIds(Vec<CueId>),
    /// A step.
    StepId(StepId),
    /// Steps.
    StepIds(Vec<StepId>),
    /// A persona.
    PersonaId(PersonaId),
    /// Personas.
    PersonaIds(Vec<PersonaId>),
    /// A sentence to say.
    Say(Say),
    /// Sentences to say.
    Says(Vec<Say>),
    /// Something to avoid.
    Avoid(Avoid),
    /// Things to avoid.
    Avoids(Vec<Avoid>),
    /// A neighbour.
    Confusion(Confusion),
    /// Neighbours.
    Confusions(Vec<Confusion>),
    /// An official page.
    Page(PageSeen),
    /// Official pages.
    Pages(Vec<PageSeen>),
    /// What a rule waits for.
    Condition(Condition),
    /// What a step waits for, if anything.
    MaybeCondition(Option<Condition>),
    /// An effect of a rule.
    Effect(RuleEffect),
    /// Effects of a rule.
    Effects(Vec<RuleEffect>),
    /// Accepted results of a case.
    Labels(Vec<Label>),
    /// Answers of a case.
    Given(Vec<(QuestionId, AnswerId)>),
    /// A level; `None` = not written.
    Level(Option<Level>),
    /// All levels of cues.
    CueLevels(Vec<(CueId, Level)>),
    /// The levels of a question; `None` = not written.
    Row(Option<Row>),
    /// All levels of answers.
    Rows(Vec<(QuestionId, Row)>),
    /// A cue or a question.
    Item(ItemRef),
    /// The levels of a link.
    LinkRows(Vec<LinkRow>),
}

/// Lists whose lines are edited one by one, with what a line is.
macro_rules! lists {
    ($($list:ident of $line:ident),+ $(,)?) => {
        impl Value {
            /// Gives a line of a list.
            pub fn line(&self, at: usize) -> Option<Self> {
                match self {
                    $(Self::$list(lines) => lines.get(at).cloned().map(Self::$line),)+
                    _ => None,
                }
            }

            /// Says how many lines a list has.
            pub fn lines(&self) -> Option<usize> {
                match self {
                    $(Self::$list(lines) => Some(lines.len()),)+
                    _ => None,
                }
            }

            /// The list with a line replaced.
            #[must_use]
            pub fn with_line(mut self, at: usize, line: Self) -> Option<Self> {
                match (&mut self, line) {
                    $((Self::$list(lines), Self::$line(line)) => *lines.get_mut(at)? = line,)+
                    _ => return None,
                }
                Some(self)
            }

            /// The list with a line more.
            #[must_use]
            pub fn inserted(mut self, at: usize, line: Self) -> Option<Self> {
                match (&mut self, line) {
                    $((Self::$list(lines), Self::$line(line)) if at <= lines.len() => {
                        lines.insert(at, line);
                    })+
                    _ => return None,
                }
                Some(self)
            }

            /// The list with a line less.
            #[must_use]
            pub fn removed(mut self, at: usize) -> Option<Self> {
                match &mut self {
                    $(Self::$list(lines) if at < lines.len() => {
                        lines.remove(at);
                    })+
                    _ => return None,
                }
                Some(self)
            }

            /// The list with a line elsewhere.
            #[must_use]
            pub fn moved(mut self, from: usize, to: usize) -> Option<Self> {
                match &mut self {
                    $(Self::$list(lines) if from < lines.len() && to < lines.len() => {
                        let line = lines.remove(from);
                        lines.insert(to, line);
                    })+
                    _ => return None,
                }
                Some(self)
            }
        }
    };
}

lists! {
    Texts of Text,
    CueIds of CueId,
    StepIds of StepId,
    PersonaIds of PersonaId,
    Says of Say,
    Avoids of Avoid,
    Confusions of Confusion,
    Pages of Page,
    Effects of Effect,
}

impl Value {
    /// Says whether it is typed letter by letter, so that a run of changes is one undo.
    pub fn is_typed(&self) -> bool {
        matches!(
            self,
            Self::Text(_)
                | Self::Maybe(_)
                | Self::Say(_)
                | Self::Avoid(_)
                | Self::Confusion(_)
                | Self::Page(_)
                | Self::Number(_)
                | Self::MaybeNumber(_)
                | Self::Count(_)
                | Self::Minutes(_)
                | Self::Letter(_)
                | Self::Effect(RuleEffect::Notice { .. })
        )
    }

    /// Says whether every number in it is one: what is not cannot be compared, nor undone.
    pub(super) fn is_finite(&self) -> bool {
        let level = |level: &Level| match level {
            Level::P(p) => p.is_finite(),
            _ => true,
        };
        match self {
            Self::Number(x) | Self::MaybeNumber(Some(x)) => x.is_finite(),
            Self::PerChannel(all) => all.values().all(|x| x.is_finite()),
            Self::Level(Some(x)) => level(x),
            Self::CueLevels(all) => all.iter().all(|(_, x)| level(x)),
            Self::Row(Some(row)) => row.iter().all(|(_, x)| level(x)),
            Self::Rows(rows) => rows
                .iter()
                .all(|(_, row)| row.iter().all(|(_, x)| level(x))),
            Self::LinkRows(rows) => rows
                .iter()
                .all(|row| row.levels.iter().all(|(_, x)| level(x))),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[&str]) -> Value {
        Value::Texts(lines.iter().map(|line| (*line).to_owned()).collect())
    }

    #[test]
    fn lines_are_inserted_moved_replaced_and_removed() {
        let list = texts(&["a", "b"]);
        let list = list.inserted(2, Value::Text("c".to_owned())).unwrap();
        assert_eq!(list, texts(&["a", "b", "c"]));
        let list = list.moved(2, 0).unwrap();
        assert_eq!(list, texts(&["c", "a", "b"]));
        let list = list.with_line(1, Value::Text("z".to_owned())).unwrap();
        assert_eq!(list.line(1), Some(Value::Text("z".to_owned())));
        assert_eq!(list.removed(0).unwrap(), texts(&["z", "b"]));
    }

    #[test]
    fn what_does_not_fit_is_not_done() {
        let list = texts(&["a"]);
        assert_eq!(list.clone().inserted(2, Value::Text(String::new())), None);
        assert_eq!(list.clone().inserted(0, Value::Flag(true)), None);
        assert_eq!(list.clone().removed(1), None);
        assert_eq!(list.clone().moved(0, 1), None);
        assert_eq!(list.with_line(1, Value::Text(String::new())), None);
        assert_eq!(Value::Flag(true).lines(), None);
    }
}
