//! What pages say, as plain data: texts of the kit and of the catalogue, numbers, strokes of signs.
//!
//! It must never hold markup: a template shows each text as it is.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{PaperError, language_of, sheet};
use crate::domain::ids::StepId;
use crate::domain::kit::{Axes, Cue, Kit, Layer, Persona, Question, QuestionRole, RuleEffect};
use crate::domain::note::french_date;
use crate::domain::print::triggers::{self, Fact};
use crate::domain::print::{Order, is_by_persona, is_in_cards, marks, order};
use crate::domain::vocab::{
    Autonomy, Channel, DurationBracket, Equipment, Language, Orientation, Outcome, PaperFormat,
    PrintKind, Severity, Term, Theme,
};
use crate::text;

/// Most cues on a card: more would be the list of cues.
const CUES_OF_A_CARD: usize = 12;
/// Most cues on a small card.
const CUES_OF_A_SMALL_CARD: usize = 6;

/// The words a template may use, under their keys of the catalogue.
const WORDS: &[&str] = &[
    "print_page",
    "print_page_of",
    "print_profile",
    "print_situation",
    "print_counts",
    "print_holds_back",
    "print_recognise",
    "print_may_be",
    "print_declared",
    "print_say",
    "print_say_counter",
    "print_say_phone",
    "print_avoid",
    "print_help",
    "print_two_minutes",
    "print_ten_minutes",
    "print_relay",
    "print_confused",
    "print_axes",
    "print_kept_short",
    "print_estimate",
    "print_no_lead",
    "print_no_lead_essence",
    "print_no_lead_steps",
    "print_no_lead_then",
    "print_sheet_measured",
    "print_sheet_first",
    "print_sheet_first_why",
    "print_sheet_cues",
    "print_sheet_ask",
    "print_sheet_total",
    "print_sheet_leads",
    "print_sheet_more",
    "print_sheet_others",
    "print_family",
    "print_sentence",
    "print_tick",
    "print_code",
    "print_cue",
    "print_points",
    "print_where",
    "print_both",
    "print_declared_only",
    "print_cues_how",
    "print_more_first",
    "print_questions_how",
    "print_offer",
    "print_no_answer",
    "print_answer",
    "print_situations_how",
    "print_notices",
    "print_danger",
    "print_number",
    "print_number_for",
    "print_note_how",
    "print_note_date",
    "print_note_channel",
    "print_note_theme",
    "print_note_duration",
    "print_note_steps",
    "print_note_outcome",
    "print_note_equipment",
    "print_note_orientation",
    "print_note_autonomy",
    "print_note_more",
    "print_note_back",
    "danger_title",
    "danger_first",
    "danger_local",
    "danger_phone",
];

/// Gives the words of the templates, under their keys without what these begin with.
pub(super) fn words(language: Language) -> BTreeMap<&'static str, &'static str> {
    let short = |key: &'static str| key.strip_prefix("print_").unwrap_or(key);
    WORDS
        .iter()
        .map(|key| (short(key), text::plain(language, key)))
        .collect()
}

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

fn card(source: &Source<'_>, persona: &Persona) -> Value {
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
pub(super) fn declared(source: &Source<'_>, situation: &Persona) -> Vec<Value> {
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

fn notices_of(source: &Source<'_>, severity: Severity, about: Option<&Persona>) -> Vec<String> {
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

fn situation(source: &Source<'_>, persona: &Persona) -> Value {
    let mut whole = card(source, persona);
    let mut notices = notices_of(source, Severity::Warning, Some(persona));
    notices.extend(notices_of(source, Severity::Info, Some(persona)));
    if let Some(fields) = whole.as_object_mut() {
        fields.insert("notices".to_owned(), json!(notices));
    }
    whole
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
