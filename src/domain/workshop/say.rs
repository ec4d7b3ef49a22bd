//! What fields hold, in French words: for differences, for both versions of an overlap, for a rule.
//!
//! It must never show an id where a title exists, nor a word of the trade.

use super::address::Element;
use super::value::Value;
use super::words::{self, UNWRITTEN};
use crate::domain::ids::{AnswerId, PersonaId, QuestionId};
use crate::domain::kit::{
    Axes, Condition, Deck, ItemRef, KitContent, Layer, Level, QuestionRole, RuleEffect, Say,
};
use crate::domain::typography::french;
use crate::domain::vocab::{Channel, Term};

/// Says a value.
pub fn value(content: &KitContent, value: &Value) -> String {
    let title = |element: Element| element.title(content);
    match value {
        Value::Text(text) | Value::Maybe(Some(text)) => text.clone(),
        Value::Maybe(None)
        | Value::MaybeNumber(None)
        | Value::MaybeFamily(None)
        | Value::MaybeMode(None)
        | Value::MaybeCondition(None)
        | Value::Axes(None)
        | Value::Row(None)
        | Value::Level(None) => UNWRITTEN.to_owned(),
        Value::Letter(letter) => letter.to_string(),
        Value::Flag(flag) => if *flag { "oui" } else { "non" }.to_owned(),
        Value::Number(x) | Value::MaybeNumber(Some(x)) => number(*x),
        Value::Count(n) => n.to_string(),
        Value::Minutes(n) => format!("{n} min"),
        Value::Texts(lines) => lines.join(" / "),
        Value::Channel(channel) => channel.label().to_owned(),
        Value::Channels(all) => labels(all),
        Value::PerChannel(all) => {
            let said =
                |(channel, x): (&Channel, &f64)| format!("{} {}", channel.label(), number(*x));
            all.iter().map(said).collect::<Vec<_>>().join(", ")
        }
        Value::Openers(all) => {
            let said = |(channel, ids): (&Channel, &Vec<QuestionId>)| {
                let asked = ids.iter().map(|id| title(Element::Question(id.clone())));
                format!(
                    "{} : {}",
                    channel.label(),
                    asked.collect::<Vec<_>>().join(", ")
                )
            };
            all.iter().map(said).collect::<Vec<_>>().join(" ; ")
        }
        Value::Theme(theme) => theme.label().to_owned(),
        Value::Themes(all) => labels(all),
        Value::Mode(mode) | Value::MaybeMode(Some(mode)) => mode.label().to_owned(),
        Value::Orientation(kind) => kind.label().to_owned(),
        Value::Deck(Deck::Short) => "premier écran".to_owned(),
        Value::Deck(Deck::Full) => "page de la famille".to_owned(),
        Value::Role(QuestionRole::Inform) => "renseigne".to_owned(),
        Value::Role(QuestionRole::Offer) => "propose".to_owned(),
        Value::Layer(Layer::Profile) => "profil".to_owned(),
        Value::Layer(Layer::Situation) => "situation".to_owned(),
        Value::Axes(Some(all)) => axes(*all),
        Value::Family(id) | Value::MaybeFamily(Some(id)) => title(Element::Family(id.clone())),
        Value::CueId(id) => title(Element::Cue(id.clone())),
        Value::CueIds(ids) => joined(ids.iter().map(|id| title(Element::Cue(id.clone())))),
        Value::StepId(id) => title(Element::Step(id.clone())),
        Value::StepIds(ids) => joined(ids.iter().map(|id| title(Element::Step(id.clone())))),
        Value::PersonaId(id) => title(Element::Persona(id.clone())),
        Value::PersonaIds(ids) => joined(ids.iter().map(|id| title(Element::Persona(id.clone())))),
        Value::Condition(when) | Value::MaybeCondition(Some(when)) => condition(content, when),
        Value::Effect(effect) => self::effect(content, effect),
        Value::Effects(all) => joined(all.iter().map(|one| effect(content, one))),
        Value::Labels(all) => labels(all),
        other => listed(content, other),
    }
}

/// Says the values that are lists of small records.
fn listed(content: &KitContent, value: &Value) -> String {
    let title = |element: Element| element.title(content);
    let of_row = |question: &QuestionId, row: &[(AnswerId, Level)]| {
        joined(row.iter().map(|(id, level)| {
            let answer = title(Element::Answer(question.clone(), id.clone()));
            format!("{answer} {}", words::word(*level))
        }))
    };
    match value {
        Value::Say(one) => say(one),
        Value::Says(all) => joined(all.iter().map(say)),
        Value::Avoid(one) => format!("{} ({})", one.text, one.because),
        Value::Avoids(all) => joined(
            all.iter()
                .map(|one| format!("{} ({})", one.text, one.because)),
        ),
        Value::Confusion(one) => confusion(content, &one.persona, &one.ask_yourself),
        Value::Confusions(all) => joined(
            all.iter()
                .map(|one| confusion(content, &one.persona, &one.ask_yourself)),
        ),
        Value::Page(one) => format!("{}, lue le {}", one.url, one.on),
        Value::Pages(all) => joined(
            all.iter()
                .map(|one| format!("{}, lue le {}", one.url, one.on)),
        ),
        Value::Given(all) => joined(
            all.iter()
                .map(|(question, answer)| title(Element::Answer(question.clone(), answer.clone()))),
        ),
        Value::Level(Some(level)) => words::word(*level),
        Value::CueLevels(all) => joined(all.iter().map(|(id, level)| {
            format!(
                "{} {}",
                title(Element::Cue(id.clone())),
                words::word(*level)
            )
        })),
        Value::Row(Some(row)) => joined(row.iter().map(|(_, level)| words::word(*level))),
        Value::Rows(all) => joined(all.iter().map(|(question, row)| of_row(question, row))),
        Value::Item(ItemRef::Cue(id)) => title(Element::Cue(id.clone())),
        Value::Item(ItemRef::Question(id)) => title(Element::Question(id.clone())),
        Value::LinkRows(all) => joined(all.iter().map(|row| {
            let levels = row.levels.iter().map(|(_, level)| words::word(*level));
            format!(
                "{} {}",
                title(Element::Persona(row.persona.clone())),
                levels.collect::<Vec<_>>().join(", ")
            )
        })),
        _ => String::new(),
    }
}

fn joined(words: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = words.collect();
    if all.is_empty() {
        UNWRITTEN.to_owned()
    } else {
        all.join(" / ")
    }
}

fn labels<T: Term>(all: &[T]) -> String {
    joined(all.iter().map(|one| one.label().to_owned()))
}

fn number(x: f64) -> String {
    x.to_string().replace('.', ",")
}

fn axes(axes: Axes) -> String {
    format!(
        "aisance avec les outils {}, confiance {}, aisance avec les démarches {}, envie d’internet {}",
        axes.aptitude, axes.confidence, axes.administrative, axes.appetite
    )
}

fn say(say: &Say) -> String {
    match say.channels.as_slice() {
        [one] => format!("{} ({})", say.text, one.label().to_lowercase()),
        _ => say.text.clone(),
    }
}

fn confusion(content: &KitContent, persona: &PersonaId, ask: &str) -> String {
    format!(
        "{} : {ask}",
        Element::Persona(persona.clone()).title(content)
    )
}

/// Says what a rule or a step waits for.
pub fn condition(content: &KitContent, when: &Condition) -> String {
    let title = |element: Element| element.title(content);
    let several = |all: &[Condition], word: &str| {
        all.iter()
            .map(|one| match one {
                Condition::Any(_) | Condition::All(_) => format!("({})", condition(content, one)),
                _ => condition(content, one),
            })
            .collect::<Vec<_>>()
            .join(word)
    };
    french(&match when {
        Condition::Cue(id) => format!("« {} »", title(Element::Cue(id.clone()))),
        Condition::NotCue(id) => {
            format!(
                "« {} » : ce n’est pas le cas",
                title(Element::Cue(id.clone()))
            )
        }
        Condition::Answer(question, answer) => format!(
            "réponse « {} »",
            title(Element::Answer(question.clone(), answer.clone()))
        ),
        Condition::Situation(id) => {
            format!("situation « {} » dite", title(Element::Persona(id.clone())))
        }
        Condition::Followed(id) => {
            format!("piste « {} » suivie", title(Element::Persona(id.clone())))
        }
        Condition::Setting(name) => format!("réglage « {name} » actif"),
        Condition::Channel(channel) => match channel {
            Channel::Counter => "au guichet".to_owned(),
            Channel::Phone => "au téléphone".to_owned(),
        },
        Condition::Theme(theme) => format!("thème {}", theme.label()),
        Condition::Any(all) => several(all, " ou "),
        Condition::All(all) => several(all, " et "),
        Condition::Not(inner) => format!("pas ({})", condition(content, inner)),
    })
}

/// Says what a rule does.
pub fn effect(content: &KitContent, effect: &RuleEffect) -> String {
    let title = |element: Element| element.title(content);
    french(&match effect {
        RuleEffect::Raise(id) => {
            format!("situation « {} »", title(Element::Persona(id.clone())))
        }
        RuleEffect::AddStep(id) => format!("étape « {} »", title(Element::Step(id.clone()))),
        RuleEffect::HideMode(mode) => format!("ne pas proposer « {} »", mode.label()),
        RuleEffect::Ask(id) => format!("poser « {} »", title(Element::Question(id.clone()))),
        RuleEffect::HoldQuestion(id) => {
            format!("ne pas poser « {} »", title(Element::Question(id.clone())))
        }
        RuleEffect::Notice { text, severity } => format!("{} : {text}", severity.label()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::workshop::address::Field;
    use crate::domain::workshop::fields;
    use crate::domain::workshop::names::Name;
    use crate::domain::workshop::testing::content;

    #[test]
    fn rules_read_as_sentences() {
        let content = content();
        assert_eq!(
            condition(&content, &content.rules[0].when),
            "«\u{202f}Hésite\u{202f}» ou réponse «\u{202f}bloque\u{202f}»"
        );
        assert_eq!(
            condition(&content, &content.rules[1].when),
            "pas («\u{202f}A peu de temps\u{202f}») et piste «\u{202f}Pas à pas\u{202f}» suivie"
        );
        assert_eq!(
            effect(&content, &content.rules[0].then[1]),
            "étape «\u{202f}Donner l’adresse de l’atelier\u{202f}»"
        );
    }

    #[test]
    fn no_value_is_said_by_its_ids() {
        let content = content();
        let persona = |name| Field::new(Element::Persona("pas-a-pas".into()), name);
        let said = |name| value(&content, &fields::read(&content, &persona(name)).unwrap());
        assert_eq!(
            said(Name::Cues),
            "Cherche ses gestes typique / Hésite fréquent"
        );
        assert_eq!(said(Name::Answers), "rien fréquent / bloque rare");
        assert_eq!(said(Name::StepsTen), "Montrer le geste / Relire");
        assert_eq!(said(Name::Share), "Guichet 10, Téléphone 10");
        assert_eq!(said(Name::Avoid), "—");
        for element in [
            Element::Manifest,
            Element::Cue("press".into()),
            Element::Question("essaye".into()),
            Element::Persona("pas-a-pas".into()),
            Element::Step("orienter".into()),
            Element::Place("atelier".into()),
            Element::Procedure("impots".into()),
            Element::Rule(1),
            Element::Case(1),
        ] {
            for name in fields::names(&element) {
                if matches!(name, Name::Id | Name::Sources) {
                    continue;
                }
                let field = Field::new(element.clone(), *name);
                let said = value(&content, &fields::read(&content, &field).unwrap());
                for id in ["pas-a-pas", "montrer", "cherche", "press", "confiance"] {
                    let word =
                        |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric() && c != '-') == id;
                    assert!(!said.split(' ').any(word), "{field}: {said}");
                }
            }
        }
    }
}
