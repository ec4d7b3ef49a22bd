//! From texts to content, element by element, with every finding.
//!
//! It must never open a file, nor give up on a kit because of one element.

use std::collections::BTreeMap;

use super::reader::{Reader, torn};
use super::scan::{self, Break, Part};
use crate::domain::kit::KitContent;
use crate::domain::problem::Section;
use crate::domain::validate::Unreadable;
use crate::store::finding::Finding;

/// A file's name inside the kit and its text.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) text: String,
}

/// File number, first byte, last byte.
type Origin = (usize, usize, usize);

/// What came of the texts.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// `None` without a readable manifest of a known format.
    pub(crate) content: Option<KitContent>,
    pub(crate) findings: Vec<(usize, Finding)>,
    /// Where each element of the content is written.
    pub(crate) origins: BTreeMap<(Section, usize), Origin>,
    pub(crate) unreadable: Unreadable,
}

/// Sections kept in lists, by the name of their file and of their field in a bundle.
pub(super) const LISTS: [Section; 9] = [
    Section::Cues,
    Section::Questions,
    Section::Personas,
    Section::Steps,
    Section::Places,
    Section::Procedures,
    Section::Rules,
    Section::Cases,
    Section::Links,
];

/// Fields at the root of a bundle.
pub(super) const ROOT: [&str; 11] = [
    "format",
    "kit",
    "cues",
    "questions",
    "personas",
    "steps",
    "places",
    "procedures",
    "rules",
    "cases",
    "links",
];

/// Reads a folder's files, kit.ron among them, in the order given.
pub(crate) fn read_folder(sources: &[Source]) -> Reading {
    let mut reader = Reader::new(sources);
    let manifest = sources.iter().position(|source| source.name == "kit.ron");
    if let Some(file) = manifest {
        let start = scan::skip_attributes(reader.text(file));
        let whole = start..reader.text(file).len();
        if !reader.accepts_format(file, &whole, None) {
            return reader.reading;
        }
        reader.manifest(file, whole);
    }
    for (file, source) in sources.iter().enumerate() {
        let start = scan::skip_attributes(&source.text);
        let whole = start..source.text.len();
        if source.name.starts_with("profiles/") {
            reader.single_persona(file, whole);
        } else if let Some(section) = LISTS
            .into_iter()
            .find(|section| source.name == format!("{}.ron", section.name()))
        {
            reader.section(file, &whole, section);
        }
    }
    reader.finish()
}

/// Cuts a bundle into its root fields, by layout where brackets lie.
fn root_parts(text: &str, start: usize) -> (Vec<Part<'_>>, Vec<(usize, Break)>) {
    let whole = start..text.len();
    let split = scan::split(text, whole.clone(), b'(');
    let mut parts: Vec<Part<'_>> = split.parts.into_iter().chain(split.tail).collect();
    if torn(&split.breaks) {
        let mut laid_out = scan::by_layout(text, whole, &ROOT);
        if laid_out.len() > 1 {
            if let Some(last) = laid_out.last_mut() {
                let body = text.get(last.value.clone()).unwrap_or_default();
                let body = body.strip_suffix(')').unwrap_or(body).trim_end();
                last.value.end = last.value.start + body.trim_end_matches(',').len();
            }
            parts = laid_out;
        }
    }
    (parts, split.breaks)
}

/// Reads a bundle.
pub(crate) fn read_bundle(source: &Source) -> Reading {
    let mut reader = Reader::new(std::slice::from_ref(source));
    let start = scan::skip_attributes(&source.text);
    let (parts, breaks) = root_parts(&source.text, start);
    let range_of = |name| {
        parts
            .iter()
            .find(|part| part.name == name)
            .map(|part| part.value.clone())
    };
    let (manifest, number) = (range_of("kit"), range_of("format"));
    if let Some(range) = number.clone().or_else(|| manifest.clone())
        && !reader.accepts_format(0, &range, number)
    {
        return reader.reading;
    }
    for (position, part) in parts.iter().enumerate() {
        let twice = parts
            .iter()
            .take(position)
            .any(|other| other.name == part.name);
        reader.root_part(part, twice);
    }
    if torn(&breaks) {
        let missing = LISTS.into_iter().filter(|s| range_of(s.name()).is_none());
        reader.reading.unreadable.sections.extend(missing);
    }
    reader.breaks(0, "", &breaks);
    if manifest.is_none() && reader.reading.findings.is_empty() {
        let cure = "Ajoutez une partie kit: ( id: \"…\", title: \"…\", version: \"…\", language: \"fr\" ).";
        reader.tell(0, "kit", start, "La partie « kit » manque.", cure);
    }
    reader.finish()
}
