//! Cues and levels to and from a table that a spreadsheet opens.
//!
//! One line a cue, described, then one column a persona; then the answers of questions. Nothing is
//! read unless every cell is good, or the good ones are asked for. It must never write a formula.

use super::address::{Element, Field};
use super::edit::{Edit, apply};
use super::items::{Item, find};
use super::levels::{About, level};
use super::matrix::{HEADINGS, find_about, headed, read};
use super::names::Name;
use super::refusal::Refusal;
use super::table::{BadCell, Pasted, Take, cut};
use super::value::Value;
use super::words::{self, UNWRITTEN};
use crate::domain::ids::{FamilyId, is_kebab_case};
use crate::domain::kit::{Cue, Deck, KitContent, Persona};
use crate::domain::spreadsheet::{self, Form};
use crate::domain::typography::fold;
use crate::domain::vocab::Channel;

/// Writes cues, answers and their levels.
pub fn write(content: &KitContent) -> String {
    let mut lines = vec![
        HEADINGS
            .iter()
            .map(|heading| (*heading).to_owned())
            .chain(content.personas.iter().map(|p| p.code.clone()))
            .collect::<Vec<_>>(),
    ];
    let levels = |about: &About| -> Vec<String> {
        let word = |persona: &Persona| {
            level(persona, about).map_or_else(|| UNWRITTEN.to_owned(), words::word)
        };
        content.personas.iter().map(word).collect()
    };
    for cue in &content.cues {
        let deck = match cue.deck {
            Deck::Short => "oui",
            Deck::Full => "non",
        };
        let mut line = vec![
            cue.id.to_string(),
            cue.code.clone(),
            cue.short.clone(),
            cue.text.clone(),
            cue.family.to_string(),
            channels(&cue.channels),
            deck.to_owned(),
        ];
        line.extend(levels(&About::Cue(cue.id.clone())));
        lines.push(line);
    }
    for question in &content.questions {
        for answer in &question.answers {
            let mut line = vec![
                format!("{}/{}", question.id, answer.id),
                question.code.clone(),
                answer.text.clone(),
                question.ask.clone(),
                question
                    .family
                    .as_ref()
                    .map_or_else(String::new, ToString::to_string),
                channels(&question.channels),
                String::new(),
            ];
            line.extend(levels(&About::Answer(
                question.id.clone(),
                answer.id.clone(),
            )));
            lines.push(line);
        }
    }
    spreadsheet::write(&lines, Form::File)
}

fn channels(all: &[Channel]) -> String {
    all.iter()
        .map(|c| c.label().to_lowercase())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a table of cues and levels says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// Cues to add.
    pub added: Vec<Cue>,
    /// Descriptions that differ from the kit's.
    pub described: Vec<(Field, Value)>,
    /// Levels, and the cells that cannot be read.
    pub levels: Pasted,
}

impl Read {
    /// One edit for the whole table.
    ///
    /// # Errors
    /// A [`Refusal`] if a cell is bad and only the whole was wanted, or if nothing is new.
    pub fn edit(&self, content: &KitContent, take: Take) -> Result<Edit, Refusal> {
        let mut edits = Vec::new();
        let mut after = content.clone();
        for cue in &self.added {
            let edit = Edit::append(&after, Item::Cue(cue.clone()));
            apply(&mut after, &edit)?;
            edits.push(edit);
        }
        let set = |(field, value): &(Field, Value)| Edit::set(field.clone(), value.clone());
        edits.extend(self.described.iter().map(set));
        let bad = take == Take::All && !self.levels.bad.is_empty();
        if bad || !self.levels.good.is_empty() || edits.is_empty() {
            edits.push(self.levels.edit(take)?);
        }
        Ok(Edit::Together(edits))
    }
}

/// Reads cues and levels: what is described otherwise, cues that are new, and levels.
///
/// # Errors
/// A [`Refusal`] if the text is no table.
pub fn parse(content: &KitContent, text: &str) -> Result<Read, Refusal> {
    let lines = cut(text)?;
    let Some(((_, header), body)) = headed(&lines) else {
        return Ok(Read::default());
    };
    let heading = |wanted: &str| header.iter().position(|h| fold(h) == fold(wanted));
    let columns = HEADINGS.map(heading);
    let mut read_so_far = Read::default();
    let mut with_new = content.clone();
    for (number, line) in body {
        let mut row = Row {
            number,
            line,
            columns,
            bad: Vec::new(),
        };
        let Some(name) = line.first().filter(|name| !name.is_empty()) else {
            continue;
        };
        match find_about(content, name) {
            Some(about) => row.describe(content, &about, &mut read_so_far.described),
            None => {
                if let Some(cue) = row.cue(&with_new, name) {
                    with_new.cues.push(cue.clone());
                    read_so_far.added.push(cue);
                }
            }
        }
        read_so_far.levels.bad.append(&mut row.bad);
    }
    let levels = read(&with_new, text)?;
    // A line that could not be understood was told with what it lacks.
    let told: Vec<usize> = read_so_far.levels.bad.iter().map(|bad| bad.line).collect();
    let rest = levels
        .bad
        .into_iter()
        .filter(|bad| bad.column > 1 || !told.contains(&bad.line));
    read_so_far.levels.bad.extend(rest);
    read_so_far
        .levels
        .bad
        .sort_by_key(|bad| (bad.line, bad.column));
    // Levels that the kit already has are no change.
    read_so_far.levels.good = levels
        .good
        .into_iter()
        .filter(|cell| {
            let persona = content.personas.iter().find(|p| p.id == cell.persona);
            persona.is_none_or(|persona| level(persona, &cell.about) != cell.level)
        })
        .collect();
    Ok(read_so_far)
}

/// A line of the table.
struct Row<'a> {
    number: usize,
    line: &'a [String],
    /// Where each description stands.
    columns: [Option<usize>; 7],
    bad: Vec<BadCell>,
}

impl Row<'_> {
    fn cell(&self, which: usize) -> Option<&str> {
        let at = self.columns.get(which).copied().flatten()?;
        self.line
            .get(at)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    }

    fn told(&mut self, which: usize, expected: &str) {
        let column = self.columns.get(which).copied().flatten();
        self.bad.push(BadCell {
            line: self.number,
            column: column.map_or(1, |at| at + 1),
            row: self.line.first().cloned().unwrap_or_default(),
            heading: HEADINGS.get(which).copied().unwrap_or_default().to_owned(),
            found: self.cell(which).unwrap_or_default().to_owned(),
            expected: expected.to_owned(),
        });
    }

    fn family(&mut self, content: &KitContent) -> Option<FamilyId> {
        let wanted = fold(self.cell(4)?);
        let found = content
            .families
            .iter()
            .find(|f| fold(f.id.as_str()) == wanted || fold(&f.title) == wanted)
            .map(|f| f.id.clone());
        if found.is_none() {
            let all: Vec<&str> = content.families.iter().map(|f| f.title.as_str()).collect();
            self.told(4, &format!("une famille du kit : {}", all.join(", ")));
        }
        found
    }

    fn channels(&mut self) -> Option<Vec<Channel>> {
        let text = fold(self.cell(5)?);
        let mut found = Vec::new();
        for word in text
            .split([',', '/', '+'])
            .flat_map(|part| part.split(" et "))
        {
            match word.trim() {
                "guichet" => found.push(Channel::Counter),
                "telephone" => found.push(Channel::Phone),
                _ => {
                    self.told(5, "guichet, téléphone, ou les deux");
                    return None;
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        Some(found)
    }

    fn deck(&mut self) -> Option<Deck> {
        match fold(self.cell(6)?).as_str() {
            "oui" => Some(Deck::Short),
            "non" => Some(Deck::Full),
            _ => {
                self.told(6, "oui ou non");
                None
            }
        }
    }

    /// Notes what the table says otherwise of a cue, or of an answer and its question.
    fn describe(&mut self, content: &KitContent, about: &About, out: &mut Vec<(Field, Value)>) {
        let text = |cell: Option<&str>| cell.map(|text| Value::Text(text.to_owned()));
        let family = self.family(content);
        let channels = self.channels().map(Value::Channels);
        let (code, short, phrase) = (text(self.cell(1)), text(self.cell(2)), text(self.cell(3)));
        let said = match about {
            About::Cue(cue) => {
                let of = |name| Field::new(Element::Cue(cue.clone()), name);
                vec![
                    (1, of(Name::Code), code),
                    (2, of(Name::Short), short),
                    (3, of(Name::Text), phrase),
                    (4, of(Name::Family), family.map(Value::Family)),
                    (5, of(Name::Channels), channels),
                    (6, of(Name::Deck), self.deck().map(Value::Deck)),
                ]
            }
            About::Answer(question, answer) => {
                let own = Element::Answer(question.clone(), answer.clone());
                let of = |name| Field::new(Element::Question(question.clone()), name);
                let family = family.map(|family| Value::MaybeFamily(Some(family)));
                vec![
                    (1, of(Name::Code), code),
                    (2, Field::new(own, Name::Text), short),
                    (3, of(Name::Ask), phrase),
                    (4, of(Name::Family), family),
                    (5, of(Name::Channels), channels),
                ]
            }
        };
        for (column, field, value) in said {
            let Some(value) = value else { continue };
            if super::fields::read(content, &field).as_ref() == Some(&value) {
                continue;
            }
            // A question is described on the line of each of its answers.
            match out.iter().find(|(other, _)| *other == field) {
                None => out.push((field, value)),
                Some((_, other)) if *other == value => {}
                Some(_) => self.told(column, "la même chose sur chaque ligne de cette question"),
            }
        }
    }

    /// Makes a cue of a line that the kit does not know, if it is described enough.
    fn cue(&mut self, content: &KitContent, name: &str) -> Option<Cue> {
        let (Some(short), Some(_)) = (self.cell(2).map(str::to_owned), self.cell(4)) else {
            return None;
        };
        if !is_kebab_case(name) || find(content, &Element::Cue(name.into())).is_some() {
            self.told(
                0,
                "un identifiant neuf, en minuscules sans accent, avec des tirets",
            );
            return None;
        }
        let family = self.family(content)?;
        let taken = content.cues.iter().map(|c| c.code.as_str());
        let code = match self.cell(1) {
            Some(code) => code.to_owned(),
            None => super::edit::next_code("N", taken),
        };
        Some(Cue {
            id: name.into(),
            code,
            text: self.cell(3).unwrap_or(&short).to_owned(),
            short,
            family,
            channels: self.channels().unwrap_or_else(|| Channel::ALL.to_vec()),
            declared: false,
            deck: self.deck().unwrap_or_default(),
            noise: None,
            scored: true,
            excludes: Vec::new(),
        })
    }
}

#[cfg(test)]
mod tests;
