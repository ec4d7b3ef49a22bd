//! A whole table of levels read at once, its headings found by id, code or name.
//!
//! It must never take one line or column twice, nor skip one it does not understand.

use crate::domain::ids::PersonaId;
use crate::domain::kit::{KitContent, Persona};
use crate::domain::typography::fold;
use crate::domain::workshop::address::Element;
use crate::domain::workshop::levels::{About, Cell};
use crate::domain::workshop::refusal::Refusal;
use crate::domain::workshop::table::{BadCell, Pasted, cut};
use crate::domain::workshop::words::parse;

/// Reads a whole table whose first line names personas and whose first column names cues or answers,
/// or the other way round; by id, code or name. Empty cells leave what is there.
///
/// # Errors
/// A [`Refusal`] if the text is no table.
pub fn read(content: &KitContent, text: &str) -> Result<Pasted, Refusal> {
    let mut lines = cut(text)?;
    let personas = |cells: &[String]| {
        cells
            .iter()
            .filter(|c| find_persona(content, c).is_some())
            .count()
    };
    let first = headed(&lines).map_or(0, |((_, line), _)| personas(line));
    let down: Vec<String> = lines
        .iter()
        .filter_map(|line| line.first().cloned())
        .collect();
    // Personas down and cues across: the same table on its side.
    let turned = personas(&down) > first;
    if turned {
        lines = turn(&lines);
    }
    let mut pasted = read_lines(content, &lines);
    if turned {
        for bad in &mut pasted.bad {
            std::mem::swap(&mut bad.line, &mut bad.column);
            std::mem::swap(&mut bad.row, &mut bad.heading);
        }
    }
    Ok(pasted)
}

fn turn(lines: &[Vec<String>]) -> Vec<Vec<String>> {
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    (0..width)
        .map(|at| {
            let cell = |line: &Vec<String>| line.get(at).cloned().unwrap_or_default();
            lines.iter().map(cell).collect()
        })
        .collect()
}

/// Headings of columns that describe a row: they hold no level.
pub(in crate::domain::workshop) const HEADINGS: [&str; 7] = [
    "Identifiant",
    "Code",
    "Étiquette",
    "Phrase",
    "Famille",
    "Canaux",
    "Premier écran",
];

/// A line with its number, from 1.
type Numbered<'l> = (usize, &'l [String]);

/// Splits a table into its headings and its lines; blank lines before the headings are none of them.
pub(in crate::domain::workshop) fn headed(
    lines: &[Vec<String>],
) -> Option<(Numbered<'_>, Vec<Numbered<'_>>)> {
    let mut numbered = (1..).zip(lines.iter().map(Vec::as_slice));
    let header = numbered.find(|(_, line)| line.iter().any(|cell| !cell.is_empty()))?;
    Some((header, numbered.collect()))
}

fn read_lines(content: &KitContent, lines: &[Vec<String>]) -> Pasted {
    let mut pasted = Pasted::default();
    let Some(((top, header), body)) = headed(lines) else {
        return pasted;
    };
    let mut columns: Vec<Option<PersonaId>> = vec![None];
    for (at, name) in header.iter().enumerate().skip(1) {
        let is = |heading: &&str| fold(heading) == fold(name);
        let described = name.is_empty() || HEADINGS.iter().any(is);
        let persona = find_persona(content, name).filter(|_| !described);
        let twice = persona.is_some() && columns.contains(&persona);
        if (persona.is_none() && !described) || twice {
            pasted.bad.push(BadCell {
                line: top,
                column: at + 1,
                row: String::new(),
                heading: String::new(),
                found: name.clone(),
                expected: if twice {
                    "chaque carte une seule fois".to_owned()
                } else {
                    "le nom, le code ou l’identifiant d’une carte du kit".to_owned()
                },
            });
        }
        columns.push(persona.filter(|_| !twice));
    }
    let mut seen: Vec<About> = Vec::new();
    for (number, line) in body {
        let Some(name) = line.first().filter(|name| !name.is_empty()) else {
            continue;
        };
        let about = find_about(content, name);
        let twice = about.as_ref().is_some_and(|about| seen.contains(about));
        let (Some(about), false) = (about, twice) else {
            pasted.bad.push(BadCell {
                line: number,
                column: 1,
                row: String::new(),
                heading: String::new(),
                found: name.clone(),
                expected: if twice {
                    "chaque indice une seule fois".to_owned()
                } else {
                    "le code, l’étiquette ou l’identifiant d’un indice, ou question/réponse"
                        .to_owned()
                },
            });
            continue;
        };
        read_line(content, &about, (number, line), &columns, &mut pasted);
        seen.push(about);
    }
    pasted
}

fn read_line(
    content: &KitContent,
    about: &About,
    (number, line): (usize, &[String]),
    columns: &[Option<PersonaId>],
    pasted: &mut Pasted,
) {
    let title = |element: Element| element.title(content);
    for (at, (found, persona)) in line.iter().zip(columns).enumerate().skip(1) {
        let Some(persona) = persona.as_ref().filter(|_| !found.is_empty()) else {
            continue;
        };
        match parse(found) {
            Ok(level) => pasted.good.push(Cell {
                persona: persona.clone(),
                about: about.clone(),
                level,
            }),
            Err(expected) => pasted.bad.push(BadCell {
                line: number,
                column: at + 1,
                row: match about {
                    About::Cue(cue) => title(Element::Cue(cue.clone())),
                    About::Answer(question, answer) => {
                        title(Element::Answer(question.clone(), answer.clone()))
                    }
                },
                heading: title(Element::Persona(persona.clone())),
                found: found.clone(),
                expected: expected.to_owned(),
            }),
        }
    }
}

/// Finds a persona by id, code or name, accents and capitals aside.
fn find_persona(content: &KitContent, name: &str) -> Option<PersonaId> {
    let wanted = fold(name.trim());
    let named = |p: &&Persona| {
        [p.id.as_str(), p.code.as_str(), p.name.as_str()]
            .iter()
            .any(|known| !known.is_empty() && fold(known) == wanted)
    };
    content.personas.iter().find(named).map(|p| p.id.clone())
}

/// Finds a cue by id, code or label, or an answer as « question/réponse ».
pub(in crate::domain::workshop) fn find_about(content: &KitContent, name: &str) -> Option<About> {
    let wanted = fold(name.trim());
    let is = |known: &str| !known.is_empty() && fold(known) == wanted;
    if let Some(cue) = content
        .cues
        .iter()
        .find(|c| is(c.id.as_str()) || is(&c.code) || is(&c.short))
    {
        return Some(About::Cue(cue.id.clone()));
    }
    let (question, answer) = wanted.split_once('/')?;
    let (question, answer) = (question.trim(), answer.trim());
    let question = content
        .questions
        .iter()
        .find(|q| fold(q.id.as_str()) == question || fold(&q.code) == question)?;
    let answer = question
        .answers
        .iter()
        .find(|a| fold(a.id.as_str()) == answer || fold(&a.text) == answer)?;
    Some(About::Answer(question.id.clone(), answer.id.clone()))
}
