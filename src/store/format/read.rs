//! From texts to content, element by element, with every finding.
//!
//! It must never open a file, nor give up on a kit because of one element.

use std::collections::BTreeMap;
use std::ops::Range;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::messages::{self, Explained};
use super::scan::{self, Break, Part};
use super::v1::{
    CaseForm, CueForm, FORMAT, ManifestForm, PersonaForm, PlaceForm, ProcedureForm, QuestionForm,
    RuleForm, StepForm, Wire,
};
use crate::domain::kit::KitContent;
use crate::domain::problem::{Gravity, Section};
use crate::domain::validate::wording::{did_you_mean, french};
use crate::domain::validate::{Unreadable, section_name};
use crate::store::finding::{Fault, Finding};

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
const LISTS: [Section; 8] = [
    Section::Cues,
    Section::Questions,
    Section::Personas,
    Section::Steps,
    Section::Places,
    Section::Procedures,
    Section::Rules,
    Section::Cases,
];

/// Fields at the root of a bundle.
const ROOT: [&str; 10] = [
    "format", "kit", "cues", "questions", "personas", "steps", "places", "procedures", "rules",
    "cases",
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
            .find(|section| source.name == format!("{}.ron", section_name(*section)))
        {
            reader.section(file, &whole, section);
        }
    }
    reader.finish()
}

/// Reads a bundle.
pub(crate) fn read_bundle(source: &Source) -> Reading {
    let mut reader = Reader::new(std::slice::from_ref(source));
    let start = scan::skip_attributes(&source.text);
    let split = scan::split(&source.text, start..source.text.len(), b'(');
    let parts: Vec<Part<'_>> = split.parts.into_iter().chain(split.tail).collect();
    let manifest = parts.iter().find(|part| part.name == "kit");
    let manifest_range = manifest.map(|part| part.value.clone());
    let number = parts.iter().find(|part| part.name == "format");
    let number = number.map(|part| part.value.clone());
    if let Some(range) = number.clone().or_else(|| manifest_range.clone())
        && !reader.accepts_format(0, &range, number)
    {
        return reader.reading;
    }
    let mut seen = Vec::new();
    for part in &parts {
        if seen.contains(&part.name) {
            let message = format!("La partie « {} » est écrite deux fois.", part.name);
            reader.tell(0, part.name, part.value.start, &message, "Réunissez les deux en une seule.");
            continue;
        }
        seen.push(part.name);
        let section = LISTS.into_iter().find(|section| section_name(*section) == part.name);
        match (part.name, section) {
            ("kit", _) => reader.manifest(0, part.value.clone()),
            ("format", _) => {}
            (_, Some(section)) => reader.section(0, &part.value, section),
            (name, None) => {
                let message = if name.is_empty() {
                    "Un nom de partie est attendu ici, suivi de deux-points.".to_owned()
                } else {
                    format!("Partie inconnue : « {name} ».")
                };
                let cure = did_you_mean(name, ROOT, "Les parties d’un kit sont : format, kit, cues, questions, personas, steps, places, procedures, rules, cases.");
                reader.tell(0, name, part.value.start, &message, &cure);
            }
        }
    }
    reader.breaks(0, "", &split.breaks);
    if manifest_range.is_none() && reader.reading.findings.is_empty() {
        let cure = "Ajoutez une partie kit: ( id: \"…\", title: \"…\", version: \"…\", language: \"fr\" ).";
        reader.tell(0, "kit", start, "La partie « kit » manque.", cure);
    }
    reader.finish()
}

struct Reader<'s> {
    sources: &'s [Source],
    content: KitContent,
    /// A manifest was read.
    has_manifest: bool,
    /// The format number is there and known.
    has_format: bool,
    /// Ranges whose fault has been told: their brackets need no second finding.
    told: Vec<(usize, Range<usize>)>,
    reading: Reading,
}

impl<'s> Reader<'s> {
    fn new(sources: &'s [Source]) -> Self {
        Self {
            sources,
            content: KitContent::default(),
            has_manifest: false,
            has_format: false,
            told: Vec::new(),
            reading: Reading::default(),
        }
    }

    fn text(&self, file: usize) -> &'s str {
        self.sources.get(file).map_or("", |source| &source.text)
    }

    fn finish(mut self) -> Reading {
        if self.has_manifest && self.has_format {
            self.reading.content = Some(self.content);
        }
        self.reading
    }

    fn tell_fault(&mut self, file: usize, path: &str, fault: Fault) {
        let name = self.sources.get(file).map_or("", |source| &source.name);
        let finding =
            Finding::in_text(Gravity::Error, name, self.text(file), path.to_owned(), fault);
        self.reading.findings.push((file, finding));
    }

    fn tell(&mut self, file: usize, path: &str, at: usize, message: &str, cure: &str) {
        let fault = Fault {
            at,
            message: french(message),
            cure: french(cure),
        };
        self.tell_fault(file, path, fault);
    }

    /// Tells the broken brackets that no element's own fault explains.
    fn breaks(&mut self, file: usize, path: &str, breaks: &[(usize, Break)]) {
        for (at, kind) in breaks {
            let explained = self
                .told
                .iter()
                .any(|(other, range)| *other == file && range.start <= *at && *at <= range.end);
            if !explained {
                self.told.push((file, *at..*at));
                let fault = messages::bracket(self.text(file), *at, *kind);
                self.tell_fault(file, path, fault);
            }
        }
    }

    /// Reads the format number before anything else; a newer kit is refused whole.
    fn accepts_format(
        &mut self,
        file: usize,
        range: &Range<usize>,
        number: Option<Range<usize>>,
    ) -> bool {
        let text = self.text(file);
        let number = number.or_else(|| {
            let split = scan::split(text, range.clone(), b'(');
            let mut parts = split.parts.into_iter().chain(split.tail);
            parts.find(|part| part.name == "format").map(|part| part.value)
        });
        let Some(number) = number else {
            let cure = "Ajoutez format: 1, au début du kit.";
            self.tell(file, "format", range.start, "Le numéro de format manque.", cure);
            return true;
        };
        let written = text.get(number.clone()).unwrap_or_default().trim();
        let written = written
            .strip_prefix("Some(")
            .and_then(|inner| inner.strip_suffix(')'))
            .map_or(written, str::trim);
        match written.parse::<u64>() {
            Ok(format) if format == u64::from(FORMAT) => {
                self.has_format = true;
                true
            }
            Ok(format) if format > u64::from(FORMAT) => {
                let message = format!(
                    "Ce kit est au format {format}, plus récent que cette version, qui lit le format {FORMAT}. Le fichier n’a pas été touché."
                );
                let cure = "Mettez Réflexe Personas à jour, ou demandez le kit au format 1.";
                self.tell(file, "format", number.start, &message, cure);
                false
            }
            _ => {
                let message = format!("« {written} » n’est pas un numéro de format.");
                self.tell(file, "format", number.start, &message, "Écrivez format: 1,");
                true
            }
        }
    }

    fn parse<W: DeserializeOwned>(&self, file: usize, range: &Range<usize>) -> Result<W, Explained> {
        let text = self.text(file);
        let slice = text.get(range.clone()).unwrap_or_default();
        ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME)
            .from_str::<W>(slice)
            .map_err(|error| messages::explain(text, range, &error))
    }

    fn manifest(&mut self, file: usize, range: Range<usize>) {
        match self.parse::<ManifestForm>(file, &range) {
            Ok(form) => {
                let lists = std::mem::take(&mut self.content);
                self.content = KitContent {
                    cues: lists.cues,
                    questions: lists.questions,
                    personas: lists.personas,
                    steps: lists.steps,
                    places: lists.places,
                    procedures: lists.procedures,
                    rules: lists.rules,
                    cases: lists.cases,
                    ..form.into_content()
                };
                self.has_manifest = true;
                let origin = (file, range.start, range.end);
                self.reading.origins.insert((Section::Manifest, 0), origin);
            }
            Err(explained) => {
                self.told.push((file, range));
                self.tell_fault(file, "kit", explained.fault);
            }
        }
    }

    fn section(&mut self, file: usize, range: &Range<usize>, section: Section) {
        macro_rules! read {
            ($list:ident, $form:ty) => {{
                let mut items = std::mem::take(&mut self.content.$list);
                self.list::<$form, _>(file, range, section, &mut items);
                self.content.$list = items;
            }};
        }
        match section {
            Section::Manifest => {}
            Section::Cues => read!(cues, CueForm),
            Section::Questions => read!(questions, QuestionForm),
            Section::Personas => read!(personas, PersonaForm),
            Section::Steps => read!(steps, StepForm),
            Section::Places => read!(places, PlaceForm),
            Section::Procedures => read!(procedures, ProcedureForm),
            Section::Rules => read!(rules, RuleForm),
            Section::Cases => read!(cases, CaseForm),
        }
    }

    fn single_persona(&mut self, file: usize, range: Range<usize>) {
        let mut personas = std::mem::take(&mut self.content.personas);
        let element = Part {
            name: "",
            value: range,
        };
        self.element::<PersonaForm, _>(file, &element, Section::Personas, &mut personas);
        self.content.personas = personas;
    }

    /// Reads one element; on failure gives the byte where the next one seems to begin.
    fn element<W: DeserializeOwned + Wire<D>, D>(
        &mut self,
        file: usize,
        part: &Part<'_>,
        section: Section,
        items: &mut Vec<D>,
    ) -> Option<usize> {
        match self.parse::<W>(file, &part.value) {
            Ok(form) => {
                let origin = (file, part.value.start, part.value.end);
                self.reading.origins.insert((section, items.len()), origin);
                items.push(form.into_domain());
                None
            }
            Err(explained) => {
                let range = part.value.start..explained.next.unwrap_or(part.value.end);
                let name = match scan::written_id(self.text(file), range) {
                    Some(id) => {
                        self.reading.unreadable.ids.push((section, id.to_owned()));
                        id.to_owned()
                    }
                    None => (items.len() + 1).to_string(),
                };
                self.told.push((file, part.value.clone()));
                let path = format!("{} › {name}", section_name(section));
                self.tell_fault(file, &path, explained.fault);
                explained.next
            }
        }
    }

    fn list<W: DeserializeOwned + Wire<D>, D>(
        &mut self,
        file: usize,
        range: &Range<usize>,
        section: Section,
        items: &mut Vec<D>,
    ) {
        let text = self.text(file);
        let name = section_name(section);
        let mut split = scan::split(text, range.clone(), b'[');
        loop {
            let mut next = None;
            for part in &split.parts {
                next = self.element::<W, D>(file, part, section, items);
                if next.is_some() {
                    break;
                }
            }
            if next.is_none() && let Some(tail) = &split.tail {
                next = self.tail::<W, D>(file, tail, &split.breaks, section, items);
            }
            let Some(start) = next else { break };
            split = scan::split_from(text, start..range.end, (b'[', start));
        }
        let lost = split.breaks.iter().any(|(_, kind)| {
            !matches!(kind, Break::MissingComma | Break::Mismatch(_)) || split.tail.is_some()
        });
        if lost {
            self.reading.unreadable.sections.insert(section);
        }
        self.breaks(file, name, &split.breaks);
    }

    /// Reads the last element of a text whose brackets do not close.
    fn tail<W: DeserializeOwned + Wire<D>, D>(
        &mut self,
        file: usize,
        tail: &Part<'_>,
        breaks: &[(usize, Break)],
        section: Section,
        items: &mut Vec<D>,
    ) -> Option<usize> {
        let end = breaks.last().map_or(tail.value.end, |(at, _)| *at);
        let upto = Part {
            name: tail.name,
            value: tail.value.start..end,
        };
        let whole = self.parse::<W>(file, &upto.value).is_ok();
        self.element::<W, D>(file, if whole { &upto } else { tail }, section, items)
    }
}
