//! What pages say, as plain data: texts of the kit and of the catalogue, numbers, strokes of signs.
//!
//! `words` is what templates themselves say, `card` what is said of a persona. It must never hold
//! markup: a template shows each text as it is.

mod card;
mod words;

use serde_json::{Value, json};

use super::{PaperError, language_of, sheet};
use crate::domain::kit::{Kit, Layer, Persona, Question, QuestionRole};
use crate::domain::note::french_date;
use crate::domain::print::{Order, is_by_persona, is_in_cards, marks, order};
use crate::domain::vocab::{
    Autonomy, Channel, DurationBracket, Equipment, Language, Orientation, Outcome, PaperFormat,
    PrintKind, Severity, Term, Theme,
};
use crate::text;

pub(super) use card::declared;
use card::{card, notices_of, situation};
pub(super) use words::words;

/// What every page of an order is made from.
pub(super) struct Source<'kit> {
    pub(super) kit: &'kit Kit,
    pub(super) language: Language,
}

impl Source<'_> {
    pub(super) fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let arguments: Vec<(&str, text::Value<'_>)> = arguments
            .iter()
            .map(|(name, value)| (*name, text::Value::from(*value)))
            .collect();
        text::format(self.language, key, &arguments)
    }

    pub(super) fn term<T: Term>(&self, term: T) -> &'static str {
        text::term(self.language, term)
    }

    fn terms<T: Term>(&self) -> Vec<&'static str> {
        T::WORDS.iter().map(|word| self.term(*word)).collect()
    }

    /// Puts words between quotation marks, unless they are already.
    fn quoted(&self, words: &str) -> String {
        match self.language {
            _ if words.is_empty() || words.starts_with(['«', '“']) => words.to_owned(),
            Language::French => format!("«\u{202f}{words}\u{202f}»"),
            Language::English => format!("“{words}”"),
        }
    }

    fn date(&self, iso: &str) -> String {
        match self.language {
            Language::French => french_date(iso),
            Language::English => iso.to_owned(),
        }
    }

    /// Says where, unless it is everywhere the kit serves.
    pub(super) fn place(&self, channels: &[Channel]) -> &'static str {
        let everywhere = self.kit.channels.iter().all(|c| channels.contains(c));
        match channels.first() {
            Some(channel) if !everywhere => self.term(*channel),
            _ => "",
        }
    }
}

/// Gives all that the pages of an order say.
pub(super) fn of(kit: &Kit, order: &Order, today: &str) -> Result<Value, PaperError> {
    let source = Source {
        kit,
        language: language_of(kit),
    };
    let format = match order.format {
        PaperFormat::FourUp if !is_in_cards(order.kind) => PaperFormat::A6,
        format => format,
    };
    let from = [
        ("kit", kit.title.as_str()),
        ("version", kit.version.as_str()),
    ];
    let on = source.date(today);
    Ok(json!({
        "lang": source.language.key(),
        "title": format!("{} · {}", source.term(order.kind), kit.title),
        "heading": source.term(order.kind),
        "owner": kit.owner,
        "format": format.key(),
        // At the foot of what speaks of personas.
        "estimate": matches!(order.kind, PrintKind::Cards | PrintKind::Situations),
        "from": source.say("print_from", &from),
        "on": source.say("print_on", &[("date", &on)]),
        "w": words(source.language),
        "body": body(&source, order)?,
    }))
}

fn body(source: &Source<'_>, order: &Order) -> Result<Value, PaperError> {
    if order.persona.is_some() && !is_by_persona(order.kind) {
        return Err(PaperError::NotByPersona(source.term(order.kind)));
    }
    let chosen = chosen(source, order)?;
    let body = match order.kind {
        PrintKind::Cards => json!({
            "cards": chosen.iter().map(|p| card(source, p)).collect::<Vec<_>>(),
            // With the whole set, what to do when nothing stands out, and in danger.
            "whole": order.persona.is_none(),
            "safe": sheet::safe_steps(source),
            "danger": danger(source),
        }),
        PrintKind::Sheet => sheet::sheet(source, order.channel),
        PrintKind::Cues => cues(source),
        PrintKind::Questions => sheet::questions(source),
        PrintKind::Situations => json!({
            "situations": chosen
                .iter()
                .filter(|p| p.layer == Layer::Situation)
                .map(|p| situation(source, p))
                .collect::<Vec<_>>(),
            "danger": danger(source),
            "safety": notices_of(source, Severity::Safety, None),
        }),
        PrintKind::Note => note(source),
        PrintKind::Workshop => return Err(PaperError::Nothing(source.term(order.kind))),
    };
    Ok(body)
}

fn chosen<'kit>(source: &Source<'kit>, order: &Order) -> Result<Vec<&'kit Persona>, PaperError> {
    let kit = source.kit;
    let Some(id) = &order.persona else {
        return Ok(kit.personas.iter().collect());
    };
    let fits = |p: &&Persona| order.kind != PrintKind::Situations || p.layer == Layer::Situation;
    kit.persona(id.as_str())
        .filter(fits)
        .map(|persona| vec![persona])
        .ok_or_else(|| {
            let example = kit.personas.iter().find(fits);
            let example = example.map_or_else(String::new, |p| format!("{} ({})", p.code, p.id));
            PaperError::NoSuchPersona(id.to_string(), example)
        })
}

pub(super) fn sign(persona: &Persona) -> Value {
    let strokes = text::signs::strokes(persona.symbol.as_deref().unwrap_or_default());
    let strokes: Vec<Value> = strokes
        .into_iter()
        .map(|stroke| match stroke {
            text::signs::Stroke::Line(points) => json!({ "points": points }),
            text::signs::Stroke::Dot { center, radius } => {
                json!({ "center": center, "radius": radius })
            }
        })
        .collect();
    json!({ "box": text::signs::BOX, "width": text::signs::WIDTH, "strokes": strokes })
}

/// Emergency numbers, with what each is for.
pub(super) fn danger(source: &Source<'_>) -> Vec<Value> {
    text::DANGER_NUMBERS
        .iter()
        .map(|number| {
            let what = text::plain(source.language, &format!("danger_{number}"));
            json!({ "number": number, "what": what })
        })
        .collect()
}

fn cues(source: &Source<'_>) -> Value {
    let kit = source.kit;
    let families: Vec<Value> = kit
        .families
        .iter()
        .map(|family| {
            let cues: Vec<Value> = order::cues_of(kit, &family.id, None)
                .into_iter()
                .map(|cue| {
                    json!({
                        "code": cue.code,
                        "short": cue.short,
                        "text": cue.text,
                        "where": source.place(&cue.channels),
                        "first": cue.deck == crate::domain::kit::Deck::Short,
                        "declared": cue.declared,
                    })
                })
                .collect();
            json!({ "key": family.key.to_string(), "title": family.title, "cues": cues })
        })
        .collect();
    json!({ "families": families })
}

/// Writes a question with its answers, numbered as on the screen, and their marks.
pub(super) fn question(source: &Source<'_>, question: &Question, on: Option<Channel>) -> Value {
    let phone = match (on, &question.ask_phone) {
        (None, Some(words)) => source.say("print_on_phone", &[("words", words)]),
        _ => String::new(),
    };
    let answers: Vec<Value> = question
        .answers
        .iter()
        .enumerate()
        .map(|(at, answer)| {
            let words = answer.text_on(on.unwrap_or(Channel::Counter));
            let other = match (on, &answer.text_phone) {
                (None, Some(other)) => source.say("print_on_phone", &[("words", other)]),
                _ => String::new(),
            };
            json!({
                "number": at + 1,
                "text": words,
                "phone": other,
                "marks": marks::of_answer(source.kit, question, &answer.id),
            })
        })
        .collect();
    json!({
        "code": question.code,
        "ask": question.ask_on(on.unwrap_or(Channel::Counter)),
        "phone": phone,
        "where": source.place(&question.channels),
        "offer": question.role == QuestionRole::Offer,
        "answers": answers,
    })
}

fn note(source: &Source<'_>) -> Value {
    let mut channels = source.terms::<Channel>();
    // The field knows two more places than the panel does.
    channels.push(text::plain(source.language, "print_note_video"));
    channels.push(text::plain(source.language, "print_note_home"));
    json!({
        "channels": channels,
        "themes": source.terms::<Theme>(),
        "durations": source.terms::<DurationBracket>(),
        "outcomes": source.terms::<Outcome>(),
        "equipment": source.terms::<Equipment>(),
        "orientations": source.terms::<Orientation>(),
        "autonomy": source.terms::<Autonomy>(),
    })
}
