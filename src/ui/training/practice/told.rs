//! The debrief in words, once: the page draws them, the file kept on request holds them.
//!
//! It must never say how many were right.

use crate::app::training::practice::Played;
use crate::domain::identification::{Identification, Observation, Reason, StepOrigin, Strength};
use crate::domain::ids::{CueId, PersonaId, QuestionId};
use crate::domain::kit::Kit;
use crate::domain::training::practice::{
    Asked, Change, CueRead, Debrief, How, Lead, StepHow, StepRead, Telling, Weight,
};
use crate::domain::typography::capital;
use crate::domain::vocab::Label;
use crate::text::wording;
use crate::ui::text;

/// Reasons told beside a lead.
const REASONS: usize = 4;

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// As the engine has it.
    Good,
    /// It was there to take.
    Absent,
    /// It goes against the person.
    Hurts,
    /// Neither.
    Plain,
}

/// A line of the debrief.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) mark: Mark,
    /// The word that says how it stands.
    pub(super) word: &'static str,
    pub(super) title: String,
    pub(super) details: Vec<String>,
}

/// A reading: a lead and what is beside it.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) who: &'static str,
    pub(super) lead: String,
    /// What is said of the lead.
    pub(super) about: Vec<String>,
    /// What the lines below are.
    pub(super) caption: &'static str,
    pub(super) lines: Vec<String>,
}

/// Everything the debrief says.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) heading: String,
    pub(super) verdict: &'static str,
    pub(super) yours: Reading,
    pub(super) engine: Reading,
    pub(super) sections: Vec<(&'static str, Vec<Line>)>,
    pub(super) origin: Vec<String>,
}

/// Puts a debrief in words.
pub(super) fn told(played: &Played, debrief: &Debrief) -> Told {
    let kit = played.kit();
    let exchange = played.exchange();
    Told {
        heading: heading(played),
        verdict: verdict(played, debrief),
        yours: yours(played, debrief),
        engine: engine(kit, debrief),
        sections: vec![
            (
                text::practice_questions(),
                debrief
                    .questions
                    .iter()
                    .map(|asked| question(played, asked))
                    .collect(),
            ),
            (text::practice_cues(), cues(played, debrief)),
            (
                text::practice_steps_read(),
                debrief
                    .steps
                    .iter()
                    .map(|read| step(played, read))
                    .collect(),
            ),
        ],
        origin: origin(kit, played, &exchange.changes),
    }
}

impl Told {
    /// The same as a text file, which says first that all is invented.
    pub(super) fn file(&self) -> String {
        let mut lines = vec![
            text::practice_file_mark().to_owned(),
            String::new(),
            self.heading.clone(),
        ];
        lines.push(self.verdict.to_owned());
        for reading in [&self.yours, &self.engine] {
            lines.push(String::new());
            lines.push(format!("# {}", reading.who));
            lines.push(reading.lead.clone());
            lines.extend(reading.about.iter().cloned());
            lines.push(format!("{}\u{a0}:", reading.caption));
            lines.extend(reading.lines.iter().map(|line| format!("- {line}")));
        }
        for (title, section) in &self.sections {
            lines.push(String::new());
            lines.push(format!("# {title}"));
            for line in section {
                let word = if line.word.is_empty() {
                    String::new()
                } else {
                    format!("[{}] ", line.word)
                };
                lines.push(format!("- {word}{}", line.title));
                lines.extend(line.details.iter().map(|detail| format!("  {detail}")));
            }
        }
        lines.push(String::new());
        lines.push(format!("# {}", text::practice_origin()));
        lines.extend(self.origin.iter().map(|line| format!("- {line}")));
        lines.push(String::new());
        lines.join("\n")
    }
}

/// The number, the channel and the démarche of an exchange.
pub(super) fn heading(played: &Played) -> String {
    let exchange = played.exchange();
    let number = text::practice_number(exchange.seed.to_string());
    let procedure = exchange.procedure.as_ref().and_then(|id| {
        let mut all = played.kit().procedures.iter();
        all.find(|procedure| &procedure.id == id)
    });
    let procedure = procedure.map_or_else(
        || text::practice_no_procedure().to_owned(),
        |procedure| text::practice_procedure(procedure.title.as_str()),
    );
    format!("{number} · {} · {procedure}", text::term(exchange.channel))
}

fn name<'k>(kit: &'k Kit, id: &'k PersonaId) -> &'k str {
    kit.persona(id.as_str())
        .map_or(id.as_str(), |p| p.name.as_str())
}

fn names(kit: &Kit, ids: &[PersonaId]) -> String {
    let names: Vec<&str> = ids.iter().map(|id| name(kit, id)).collect();
    names.join(", ")
}

fn cue_name<'k>(kit: &'k Kit, id: &'k CueId) -> &'k str {
    kit.cue(id.as_str())
        .map_or(id.as_str(), |c| c.short.as_str())
}

fn ask<'k>(played: &'k Played, id: &'k QuestionId) -> &'k str {
    let question = played.kit().question(id.as_str());
    question.map_or(id.as_str(), |q| q.ask_on(played.exchange().channel))
}

fn reply<'k>(played: &'k Played, id: &QuestionId) -> &'k str {
    let reply = played.exchange().replies.get(id);
    reply
        .and_then(|reply| reply.text.as_deref())
        .unwrap_or_else(|| text::practice_unsure())
}

fn verdict(played: &Played, debrief: &Debrief) -> &'static str {
    let not_yet = matches!(played.sheet().lead, Some(Lead::NotYet));
    let top = |found: &Identification| found.top().map(|top| top.id.clone());
    let same_from_notes = !played.sheet().noted.is_empty()
        && stands_out(&debrief.engine)
        && stands_out(&debrief.from_notes)
        && top(&debrief.engine) == top(&debrief.from_notes);
    match debrief.lead_agrees {
        Some(true) if not_yet => text::practice_not_yet_fine(),
        Some(true) => text::practice_same_lead(),
        _ if same_from_notes => text::practice_other_lead_notes(),
        _ => text::practice_other_lead(),
    }
}

/// Says whether a lead can be named at all.
fn stands_out(found: &Identification) -> bool {
    matches!(found.label, Label::Clear | Label::Possible)
}

fn yours(played: &Played, debrief: &Debrief) -> Reading {
    let (kit, sheet) = (played.kit(), played.sheet());
    let lead = match &sheet.lead {
        Some(Lead::Persona(id)) => name(kit, id).to_owned(),
        Some(Lead::NotYet) | None => text::practice_lead_not_yet().to_owned(),
    };
    let mut about = Vec::new();
    if !sheet.situations.is_empty() {
        let situations: Vec<PersonaId> = sheet.situations.iter().cloned().collect();
        about.push(text::practice_with(names(kit, &situations)));
    }
    let mut lines: Vec<String> = sheet
        .noted
        .iter()
        .map(|id| cue_name(kit, id).to_owned())
        .collect();
    if lines.is_empty() {
        lines.push(text::practice_your_nothing().to_owned());
    } else {
        let found = &debrief.from_notes;
        let label = text::term(found.label).to_lowercase();
        about.push(match found.top().filter(|_| stands_out(found)) {
            Some(top) => text::practice_your_notes(label, name(kit, &top.id)),
            None => text::practice_your_notes_none(label),
        });
    }
    Reading {
        who: text::practice_yours(),
        lead,
        about,
        caption: text::practice_noted(),
        lines,
    }
}

fn engine(kit: &Kit, debrief: &Debrief) -> Reading {
    let found = &debrief.engine;
    let label = capital(text::term(found.label));
    let named = stands_out(found);
    let mut about = Vec::new();
    if !debrief.situations.is_empty() {
        about.push(text::practice_with(names(kit, &debrief.situations)));
    }
    if let Some(second) = found.runner_up().filter(|_| named) {
        about.push(text::practice_engine_next(name(kit, &second.id)));
    }
    let reasons: Vec<&Reason> = found
        .reasons
        .iter()
        .filter(|reason| reason.decibans.abs() >= 1.0)
        .take(REASONS)
        .collect();
    let language = text::language();
    let mut lines: Vec<String> = reasons
        .into_iter()
        .map(|reason| {
            let what = wording::observation(language, kit, &reason.observation, found.channel);
            let strength = wording::strength(language, reason);
            format!("{} ({strength})", capital(&what))
        })
        .collect();
    if lines.is_empty() {
        lines.push(text::practice_nothing_weighs().to_owned());
    }
    let lead = match found.top().filter(|_| named) {
        Some(top) => text::practice_engine_lead(label, name(kit, &top.id)),
        None => label,
    };
    Reading {
        who: text::practice_engine(),
        lead,
        about,
        caption: text::practice_weighs(),
        lines,
    }
}

fn question(played: &Played, asked: &Asked) -> Line {
    let kit = played.kit();
    let best = asked.best.as_ref().map(|(id, _)| id);
    let between = asked
        .between
        .as_ref()
        .map(|(one, other)| (name(kit, one), name(kit, other)));
    let mut details = Vec::new();
    let Some(id) = &asked.question else {
        match best {
            None => details.push(text::practice_question_none_needed().to_owned()),
            Some(best) => {
                details.push(text::practice_question_none_best(ask(played, best)));
                if let Some((one, other)) = between {
                    details.push(text::practice_question_between(one, other));
                }
                details.push(text::practice_question_would(reply(played, best)));
            }
        }
        return Line {
            mark: Mark::Plain,
            word: "",
            title: text::practice_question_none().to_owned(),
            details,
        };
    };
    details.push(reply(played, id).to_owned());
    let better = best.map(|best| ask(played, best)).unwrap_or_default();
    let (mark, words) = match (asked.telling, between) {
        (Telling::Most, Some((one, other))) => {
            let words = text::practice_question_most_between(one, other);
            (Mark::Good, words)
        }
        (Telling::Most, None) => (Mark::Good, text::practice_question_most().to_owned()),
        (Telling::Nearly, _) => (Mark::Good, text::practice_question_nearly(better)),
        (Telling::Less, _) => (Mark::Plain, text::practice_question_less(better)),
        (Telling::MuchLess, _) => (Mark::Plain, text::practice_question_much_less(better)),
        (Telling::Offer, _) => (Mark::Plain, text::practice_question_offer().to_owned()),
        (Telling::Held, _) => (Mark::Hurts, text::practice_question_held().to_owned()),
    };
    details.push(words);
    let says_other = matches!(asked.telling, Telling::Offer | Telling::Held);
    let told_more = says_other || matches!(asked.telling, Telling::Less | Telling::MuchLess);
    if let Some(best) = best.filter(|_| told_more) {
        if says_other {
            details.push(text::practice_question_none_best(better));
        }
        if let Some((one, other)) = between {
            details.push(text::practice_question_between(one, other));
        }
        if !played.sheet().has_asked(best) {
            details.push(text::practice_question_would(reply(played, best)));
        }
    }
    Line {
        mark,
        word: "",
        title: ask(played, id).to_owned(),
        details,
    }
}

fn cues(played: &Played, debrief: &Debrief) -> Vec<Line> {
    let mut lines: Vec<Line> = debrief
        .cues
        .iter()
        .map(|read| cue(played, debrief, read))
        .collect();
    let neutral = played.exchange().moments.iter().find(|m| m.cue.is_none());
    lines.extend(neutral.map(|moment| Line {
        mark: Mark::Plain,
        word: "",
        title: text::practice_cue_neutral(moment.text.as_str()),
        details: Vec::new(),
    }));
    lines
}

fn cue(played: &Played, debrief: &Debrief, read: &CueRead) -> Line {
    let kit = played.kit();
    let (mark, word) = match read.how {
        How::Seen => (Mark::Good, text::practice_cue_seen()),
        How::Missed => (Mark::Absent, text::practice_cue_missed()),
        How::NotYet => (Mark::Plain, text::practice_cue_not_yet()),
        How::Answered => (Mark::Good, text::practice_cue_answered()),
        How::OverRead => (Mark::Hurts, text::practice_cue_over()),
    };
    let mut details = Vec::new();
    let moments = &played.exchange().moments;
    if let Some(moment) = read.moment.and_then(|at| moments.get(at)) {
        details.push(moment.text.clone());
    }
    if read.how == How::OverRead {
        details.push(match &read.lead_without {
            Some(id) => text::practice_cue_over_lead(name(kit, id)),
            None => text::practice_cue_over_detail().to_owned(),
        });
    } else {
        details.push(weight(kit, debrief, read.weight));
    }
    Line {
        mark,
        word,
        title: cue_name(kit, &read.cue).to_owned(),
        details,
    }
}

/// « pèse lourd pour Filet de sécurité ».
fn weight(kit: &Kit, debrief: &Debrief, weight: Option<Weight>) -> String {
    let Some(weight) = weight else {
        return text::practice_weight_none().to_owned();
    };
    let strength = match weight.strength {
        Strength::Slight => return text::practice_weight_slight().to_owned(),
        Strength::Moderate => text::practice_weight_moderate(),
        Strength::Strong => text::practice_weight_strong(),
        Strength::VeryStrong => text::practice_weight_very_strong(),
    };
    let found = &debrief.engine;
    let whom = if weight.towards_first {
        found.top()
    } else {
        found.runner_up()
    };
    match whom {
        Some(whom) => text::practice_weight_for(strength, name(kit, &whom.id)),
        None => strength.to_owned(),
    }
}

fn step(played: &Played, read: &StepRead) -> Line {
    let kit = played.kit();
    let (mark, word) = match &read.how {
        StepHow::Right => (Mark::Good, text::practice_step_right()),
        StepHow::Missing => (Mark::Absent, text::practice_step_missing()),
        StepHow::Sound => (Mark::Plain, text::practice_step_sound()),
        StepHow::Against(..) | StepHow::Hidden(_) => (Mark::Hurts, text::practice_step_hurts()),
        StepHow::TooHeavy(..) => (Mark::Hurts, text::practice_step_heavy()),
        StepHow::TooLight(..) => (Mark::Hurts, text::practice_step_light()),
    };
    let why = match &read.how {
        StepHow::Right | StepHow::Missing => read
            .origin
            .as_ref()
            .map(|origin| brought_by(played, origin))
            .unwrap_or_default(),
        StepHow::Sound => text::practice_step_sound_detail().to_owned(),
        StepHow::Against(id, avoid) => {
            text::practice_step_against(name(kit, id), avoid.text.as_str(), avoid.because.as_str())
        }
        StepHow::Hidden(why) => text::practice_step_hidden(why.join(" ")),
        StepHow::TooHeavy(id, mode) => {
            text::practice_step_heavy_detail(name(kit, id), text::term(*mode))
        }
        StepHow::TooLight(id, mode) => {
            text::practice_step_light_detail(name(kit, id), text::term(*mode))
        }
    };
    let title = kit
        .step(read.step.as_str())
        .map_or(read.step.as_str(), |step| step.title.as_str());
    Line {
        mark,
        word,
        title: title.to_owned(),
        details: vec![why],
    }
}

/// What brings a step into the plan.
fn brought_by(played: &Played, origin: &StepOrigin) -> String {
    let kit = played.kit();
    match origin {
        StepOrigin::Rule(observations) => {
            let said = |observation: &Observation| {
                let channel = played.exchange().channel;
                wording::observation(text::language(), kit, observation, channel)
            };
            let why: Vec<String> = observations.iter().map(said).collect();
            text::practice_step_because(why.join(", "))
        }
        StepOrigin::Situation(id) => text::practice_step_for(name(kit, id)),
        StepOrigin::Profiles(ids) => text::practice_step_for(names(kit, ids)),
        StepOrigin::Uncertain => text::practice_step_everyone().to_owned(),
    }
}

fn origin(kit: &Kit, played: &Played, changes: &[Change]) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(case) = played.ground().case(played.exchange()) {
        lines.push(text::practice_origin_case(case.title.as_str()));
    }
    lines.extend(changes.iter().map(|change| match change {
        Change::LeftOut(id) => text::practice_origin_left_out(cue_name(kit, id)),
        Change::Added(id) => text::practice_origin_added(cue_name(kit, id)),
        Change::OtherChannel => {
            text::practice_origin_channel(text::term(played.exchange().channel))
        }
    }));
    if changes.is_empty() {
        lines.push(text::practice_origin_same().to_owned());
    }
    lines
}
