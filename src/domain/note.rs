//! The note: the only thing that leaves the contact, complete without a typed character.
//!
//! It is built from ticks and choices, never from a persona's name unless the agent asks for it in
//! a file; what is previewed is what is exported. It must never say what was skipped, guess the
//! autonomy, or let typed text pass for anything but typed text.

mod escape;
mod format;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::evidence::Evidence;
use super::interview::{Facts, StepMark};
use super::kit::Kit;
use super::sensitive::Sensitive;
use super::vocab::{
    Autonomy, Channel, DurationBracket, Equipment, NoteField, Orientation, Outcome, Theme,
};
use escape::escape_markdown;
pub(super) use escape::{one_line, visible};
pub use format::NoteFormat;

/// What the facts do not hold: when, and how long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteFrame {
    /// Local date, ISO.
    pub date: String,
    /// Bracket of duration.
    pub bracket: DurationBracket,
}

/// A note, structured; every exporter renders this and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Local date, ISO.
    pub date: String,
    /// Channel.
    pub channel: Channel,
    /// Theme.
    pub theme: Option<Theme>,
    /// Duration, in brackets.
    pub bracket: DurationBracket,
    /// What was done, in order.
    pub steps: Vec<String>,
    /// The result.
    pub outcome: Option<Outcome>,
    /// What the démarche is done with.
    pub equipment: BTreeSet<Equipment>,
    /// Where next.
    pub orientation: Option<Orientation>,
    /// Autonomy, if chosen.
    pub autonomy: Option<Autonomy>,
    /// Free text.
    pub free_text: Sensitive,
    /// The persona's name, for a file only, if asked.
    pub persona: Option<String>,
    /// Kit and version, so that a reader knows which vocabulary it is.
    pub kit: String,
}

/// Which equipment an observed cue proposes, by printed code of the reference kit.
///
/// E2 tout sur son téléphone, E6 ce téléphone ne suffit pas, E8 appelle avec son seul appareil.
/// A kit without these codes proposes nothing.
const FROM_CUES: &[(&str, Equipment)] = &[
    ("E2", Equipment::Phone),
    ("E6", Equipment::Phone),
    ("E8", Equipment::Phone),
];

/// Printed code of the cue « ni ordinateur ni tablette », which takes both out of the proposal.
const NEITHER_COMPUTER_NOR_TABLET: &str = "E1";

/// Which equipment an answer proposes, by question code and answer id of the reference kit.
///
/// Never by position: a local kit may reorder its answers, and an unknown one says nothing.
const FROM_ANSWERS: &[(&str, &str, Equipment)] = &[
    ("Q3", "un-ordinateur", Equipment::Computer),
    ("Q3", "mon-telephone", Equipment::Phone),
    ("Q3", "aucun-appareil", Equipment::Nothing),
    ("Q3", "lappareil-dun-proche", Equipment::Other),
];

fn proposed_equipment(kit: &Kit, evidence: &Evidence) -> BTreeSet<Equipment> {
    let observed = |code: &str| kit.cue(code).is_some_and(|c| evidence.observed(&c.id));
    let answered = |question: &str, answer: &str| {
        kit.question(question)
            .and_then(|q| evidence.answers.get(&q.id))
            .is_some_and(|given| given.as_str() == answer)
    };
    let mut set = BTreeSet::new();
    set.extend(
        FROM_CUES
            .iter()
            .filter(|(code, _)| observed(code))
            .map(|(_, e)| *e),
    );
    set.extend(
        FROM_ANSWERS
            .iter()
            .filter(|(q, a, _)| answered(q, a))
            .map(|(_, _, e)| *e),
    );
    if observed(NEITHER_COMPUTER_NOR_TABLET) {
        set.remove(&Equipment::Computer);
        set.remove(&Equipment::Tablet);
    }
    // « Aucun » beside something else would contradict itself.
    if set.len() > 1 {
        set.remove(&Equipment::Nothing);
    }
    set
}

/// Writes an ISO date as it is said, 25/11/2026; anything else stays as it is.
pub fn french_date(iso: &str) -> String {
    match iso.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => iso.to_owned(),
    }
}

impl Note {
    /// Builds the note.
    pub fn build(kit: &Kit, facts: &Facts, frame: &NoteFrame) -> Self {
        let mut steps: Vec<String> = Vec::new();
        for (id, mark) in &facts.marks {
            let Some(step) = kit.step(id.as_str()).filter(|_| *mark == StepMark::Done) else {
                continue;
            };
            let phrase = if step.note.is_empty() {
                &step.title
            } else {
                &step.note
            };
            if !steps.contains(phrase) {
                steps.push(phrase.clone());
            }
        }
        let persona = facts
            .evidence
            .followed
            .as_ref()
            .filter(|_| facts.name_persona)
            .and_then(|id| kit.persona(id.as_str()))
            .map(|p| p.name.clone());
        Self {
            date: frame.date.clone(),
            channel: facts.evidence.channel,
            theme: facts.evidence.theme,
            bracket: frame.bracket,
            steps,
            outcome: facts.outcome,
            equipment: facts
                .equipment
                .clone()
                .unwrap_or_else(|| proposed_equipment(kit, &facts.evidence)),
            orientation: facts.orientation,
            autonomy: facts.autonomy,
            free_text: one_line(&facts.free_text).into(),
            persona,
            kit: format!("{} {}", kit.id, kit.version),
        }
    }

    /// Gives the values of a field, as the field's own words: none if nothing was said.
    pub fn values(&self, field: NoteField) -> Vec<String> {
        fn word(label: Option<&'static str>) -> Vec<String> {
            label.map(str::to_owned).into_iter().collect()
        }
        let typed = |text: &str| match text {
            "" => Vec::new(),
            text => vec![text.to_owned()],
        };
        match field {
            NoteField::Date => typed(&self.date),
            NoteField::Channel => word(Some(self.channel.label())),
            NoteField::Theme => word(self.theme.map(Theme::label)),
            NoteField::Duration => word(Some(self.bracket.label())),
            NoteField::Outcome => word(self.outcome.map(Outcome::label)),
            NoteField::Equipment => self
                .equipment
                .iter()
                .map(|e| e.label().to_owned())
                .collect(),
            NoteField::Orientation => word(self.orientation.map(Orientation::label)),
            NoteField::Autonomy => word(self.autonomy.map(Autonomy::label)),
            NoteField::Steps => self.steps.clone(),
            NoteField::FreeText => typed(&self.free_text),
            NoteField::Persona => typed(self.persona.as_deref().unwrap_or_default()),
            NoteField::Kit => typed(&self.kit),
        }
    }

    /// Lists the lines that have one value, as (heading, value).
    fn lines(&self) -> Vec<(&'static str, String)> {
        let not_said = || "non précisé".to_owned();
        let equipment = if self.equipment.is_empty() {
            not_said()
        } else {
            let labels: Vec<&str> = self.equipment.iter().map(|e| e.label()).collect();
            labels.join(", ").to_lowercase()
        };
        let lower = |label: &str| label.to_lowercase();
        vec![
            ("Date", french_date(&self.date)),
            ("Canal", lower(self.channel.label())),
            (
                "Thème",
                self.theme.map_or_else(not_said, |t| lower(t.label())),
            ),
            ("Durée", lower(self.bracket.label())),
            (
                "Suite",
                self.outcome.map_or_else(not_said, |o| lower(o.label())),
            ),
            ("Matériel", equipment),
            (
                "Orientation",
                self.orientation
                    .map_or_else(|| "aucune".to_owned(), |o| lower(o.label())),
            ),
            (
                "Autonomie",
                self.autonomy.map_or_else(not_said, |a| lower(a.label())),
            ),
        ]
    }

    fn text(&self, persona: Option<&str>, kit: Option<&str>) -> String {
        let mut text = String::from("Accompagnement\n");
        for (heading, value) in self.lines() {
            let _written = writeln!(text, "{heading}\u{a0}: {value}");
        }
        if let Some(persona) = persona {
            let _written = writeln!(text, "Piste\u{a0}: {persona}");
        }
        text.push_str("Étapes faites\u{a0}:");
        if self.steps.is_empty() {
            text.push_str(" aucune\n");
        } else {
            text.push('\n');
            for step in &self.steps {
                let _written = writeln!(text, "– {step}");
            }
        }
        if !self.free_text.is_empty() {
            let _written = writeln!(text, "Complément\u{a0}: {}", self.free_text);
        }
        if let Some(kit) = kit {
            let _written = writeln!(text, "Kit\u{a0}: {kit}");
        }
        text
    }

    /// Renders as plain text, as previewed and as saved.
    pub fn to_text(&self) -> String {
        self.text(self.persona.as_deref(), Some(&self.kit))
    }

    /// Renders for the business application: neither the persona's name nor the kit is in it.
    pub fn to_clipboard_text(&self) -> String {
        self.text(None, None)
    }

    /// Renders as Markdown; typed text cannot become a heading, a link or a tag.
    pub fn to_markdown(&self) -> String {
        let mut text = String::from("# Accompagnement\n\n");
        for (heading, value) in self.lines() {
            let _written = writeln!(text, "- **{heading}**\u{a0}: {}", escape_markdown(&value));
        }
        if let Some(persona) = &self.persona {
            let _written = writeln!(text, "- **Piste**\u{a0}: {}", escape_markdown(persona));
        }
        text.push_str("\n## Étapes faites\n\n");
        if self.steps.is_empty() {
            text.push_str("Aucune.\n");
        }
        for step in &self.steps {
            let _written = writeln!(text, "- {}", escape_markdown(step));
        }
        if !self.free_text.is_empty() {
            let _written = write!(
                text,
                "\n## Complément\n\n{}\n",
                escape_markdown(&self.free_text)
            );
        }
        let _written = write!(text, "\n---\n\nKit {}\n", escape_markdown(&self.kit));
        text
    }

    /// Says in a line what the note holds so far; nothing typed, nothing about who it was.
    pub fn summary(&self) -> String {
        let mut parts = vec![self.channel.label().to_lowercase()];
        if let Some(theme) = self.theme {
            parts.push(theme.label().to_lowercase());
        }
        match self.steps.len() {
            0 => {}
            1 => parts.push("1 étape".to_owned()),
            n => parts.push(format!("{n} étapes")),
        }
        if let Some(outcome) = self.outcome {
            parts.push(outcome.label().to_lowercase());
        }
        if self.free_text.is_empty() {
            parts.push("rien de nominatif".to_owned());
        }
        parts.join(" · ")
    }
}

/// Names a file by date and a short random id, never by a word of the note.
///
/// Whatever is passed, the name is `accompagnement_`, eight digits, `_` and six of `a-z0-9`: what
/// does not fit is left out and zeros make up the length.
///
/// ```
/// use reflexe_personas::domain::note::file_stem;
/// assert_eq!(file_stem("2026-11-24", "k3f9a0"), "accompagnement_20261124_k3f9a0");
/// assert_eq!(file_stem("", "../É"), "accompagnement_00000000_000000");
/// ```
pub fn file_stem(date: &str, short_id: &str) -> String {
    let digits: String = date.chars().filter(char::is_ascii_digit).take(8).collect();
    let id: String = short_id
        .chars()
        .filter(|c| is_id_character(*c))
        .take(6)
        .collect();
    format!("accompagnement_{digits:0<8}_{id:0<6}")
}

/// Says whether a text is spelled like what [`file_stem`] gives.
///
/// ```
/// use reflexe_personas::domain::note::is_file_stem;
/// assert!(is_file_stem("accompagnement_20261124_k3f9a0"));
/// assert!(!is_file_stem("accompagnement_20261124_Dupont"));
/// ```
pub fn is_file_stem(stem: &str) -> bool {
    stem.strip_prefix("accompagnement_")
        .and_then(|rest| rest.split_once('_'))
        .is_some_and(|(date, id)| {
            date.len() == 8
                && date.bytes().all(|b| b.is_ascii_digit())
                && id.len() == 6
                && id.chars().all(is_id_character)
        })
}

const fn is_id_character(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit()
}

#[cfg(test)]
mod tests;
