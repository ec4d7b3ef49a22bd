//! The note: the only thing that leaves the contact, complete without a typed character.
//!
//! It is built from ticks and choices, never from a persona's name unless the agent asks for it in
//! a file; what is previewed is what is exported.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::interview::{Facts, StepMark};
use super::kit::Kit;
use super::vocab::{Autonomy, Channel, DurationBracket, Equipment, Orientation, Outcome, Theme};

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
    pub free_text: String,
    /// The persona's name, for a file only, if asked.
    pub persona: Option<String>,
    /// Kit and version, so that a reader knows which vocabulary it is.
    pub kit: String,
}

/// Which equipment a cue proposes, by printed code.
const FROM_CUES: &[(&str, Equipment)] = &[
    ("E2", Equipment::Phone),
    ("E6", Equipment::Phone),
    ("E8", Equipment::Phone),
];

/// Which equipment an answer proposes, by question code and position.
const FROM_ANSWERS: &[(&str, usize, Equipment)] = &[
    ("Q3", 0, Equipment::Computer),
    ("Q3", 1, Equipment::Phone),
    ("Q3", 2, Equipment::Nothing),
    ("Q3", 3, Equipment::Other),
];

fn proposed_equipment(kit: &Kit, facts: &Facts) -> BTreeSet<Equipment> {
    let mut set = BTreeSet::new();
    for (code, equipment) in FROM_CUES {
        if kit
            .cue(code)
            .is_some_and(|c| facts.evidence.observed(&c.id))
        {
            set.insert(*equipment);
        }
    }
    for (code, position, equipment) in FROM_ANSWERS {
        let chosen = kit.question(code).and_then(|q| {
            let given = facts.evidence.answers.get(&q.id)?;
            q.answers.iter().position(|a| &a.id == given)
        });
        if chosen == Some(*position) {
            set.insert(*equipment);
        }
    }
    set
}

fn french_date(iso: &str) -> String {
    match iso.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => iso.to_owned(),
    }
}

/// Escapes what Markdown or HTML would read as more than text.
fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '!' | '~' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\r' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
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
                .unwrap_or_else(|| proposed_equipment(kit, facts)),
            orientation: facts.orientation,
            autonomy: facts.autonomy,
            free_text: facts.free_text.trim().to_owned(),
            persona,
            kit: format!("{} {}", kit.id, kit.version),
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

    fn text(&self, persona: Option<&str>) -> String {
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
        text
    }

    /// Renders as plain text, as previewed and as saved.
    pub fn to_text(&self) -> String {
        self.text(self.persona.as_deref())
    }

    /// Renders for the business application: the persona's name is never in it.
    pub fn to_clipboard_text(&self) -> String {
        self.text(None)
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

    /// Says in a line what the note holds so far.
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
        parts.join(" · ")
    }
}

/// Names a file by date and a short random id, never by a word of the note.
///
/// ```
/// use reflexe_personas::domain::note::file_stem;
/// assert_eq!(file_stem("2026-11-24", "k3f9a0"), "accompagnement_20261124_k3f9a0");
/// ```
pub fn file_stem(date: &str, short_id: &str) -> String {
    let digits: String = date.chars().filter(char::is_ascii_digit).take(8).collect();
    format!("accompagnement_{digits}_{short_id}")
}
