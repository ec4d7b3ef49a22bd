//! Reads elements one by one into content, with every finding on the way.
//!
//! It must never stop at a bad element, nor tell twice of one mistake.

use std::ops::Range;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::messages;
use super::read::{LISTS, ROOT, Reading, Source};
use super::scan::{self, Break, Part, Token, Tokens};
use super::v1::{
    CaseForm, CueForm, FORMAT, LinkForm, ManifestForm, PersonaForm, PlaceForm, ProcedureForm,
    QuestionForm, RuleForm, StepForm, Wire,
};
use crate::domain::kit::KitContent;
use crate::domain::problem::{Gravity, Section};
use crate::domain::validate::wording::{did_you_mean, french};
use crate::store::finding::{Fault, Finding};

const ROOT_CURE: &str = "Les parties d’un kit sont : format, kit, cues, questions, personas, steps, places, procedures, rules, cases, links.";

/// Says whether brackets are broken beyond a missing comma.
pub(super) fn torn(breaks: &[(usize, Break)]) -> bool {
    breaks.iter().any(|(_, kind)| *kind != Break::MissingComma)
}

/// Reading under way.
pub(super) struct Reader<'s> {
    sources: &'s [Source],
    content: KitContent,
    /// A manifest was read.
    has_manifest: bool,
    /// The format number is there and known.
    has_format: bool,
    pub(super) reading: Reading,
}

impl<'s> Reader<'s> {
    pub(super) fn new(sources: &'s [Source]) -> Self {
        Self {
            sources,
            content: KitContent::default(),
            has_manifest: false,
            has_format: false,
            reading: Reading::default(),
        }
    }

    pub(super) fn text(&self, file: usize) -> &'s str {
        self.sources.get(file).map_or("", |source| &source.text)
    }

    pub(super) fn finish(mut self) -> Reading {
        if self.has_manifest && self.has_format {
            self.reading.content = Some(self.content);
        }
        self.reading
    }

    fn tell_fault(&mut self, file: usize, path: &str, fault: Fault) {
        let name = self.sources.get(file).map_or("", |source| &source.name);
        let finding = Finding::in_text(
            Gravity::Error,
            name,
            self.text(file),
            path.to_owned(),
            fault,
        );
        self.reading.findings.push((file, finding));
    }

    pub(super) fn tell(&mut self, file: usize, path: &str, at: usize, message: &str, cure: &str) {
        let fault = Fault {
            at,
            message: french(message),
            cure: french(cure),
        };
        self.tell_fault(file, path, fault);
    }

    /// Tells of missing commas, and of the first broken bracket if no fault of an element explains it.
    pub(super) fn breaks(&mut self, file: usize, path: &str, breaks: &[(usize, Break)]) {
        let explained = self
            .reading
            .findings
            .iter()
            .any(|(other, _)| *other == file);
        let commas = breaks
            .iter()
            .filter(|(_, kind)| *kind == Break::MissingComma);
        let brackets = breaks
            .iter()
            .filter(|(_, kind)| *kind != Break::MissingComma);
        let faults: Vec<Fault> = if torn(breaks) {
            brackets.take(usize::from(!explained)).collect::<Vec<_>>()
        } else {
            commas.collect()
        }
        .into_iter()
        .map(|(at, kind)| messages::bracket(self.text(file), *at, *kind))
        .collect();
        for fault in faults {
            self.tell_fault(file, path, fault);
        }
    }

    /// Ends a range where its first bracket closes; tells when fields follow, as after a bracket too many.
    fn closed_once(
        &mut self,
        file: usize,
        path: &str,
        range: &Range<usize>,
    ) -> Option<Range<usize>> {
        let text = self.text(file);
        let Some(end) = scan::balanced_end(text, range.clone()) else {
            return Some(range.clone());
        };
        let mut more = Tokens::new(text, end..range.end);
        if more.any(|(token, _)| matches!(token, Token::Word | Token::Text)) {
            let cure = "Retirez cette parenthèse, ou ajoutez celle qui l’ouvre.";
            let message = "Cette parenthèse ou ce crochet ferme trop tôt.";
            self.tell(file, path, end.saturating_sub(1), message, cure);
            return None;
        }
        Some(range.start..end)
    }

    pub(super) fn root_part(&mut self, part: &Part<'_>, twice: bool) {
        let (name, at) = (part.name, part.value.start);
        let section = LISTS.into_iter().find(|section| section.name() == name);
        match (name, section) {
            _ if twice => {
                let message = format!("La partie « {name} » est écrite deux fois.");
                self.tell(0, name, at, &message, "Réunissez les deux en une seule.");
            }
            ("format", _) => {}
            ("kit", _) => {
                if let Some(range) = self.closed_once(0, name, &part.value) {
                    self.manifest(0, range);
                }
            }
            (_, Some(section)) => match self.closed_once(0, name, &part.value) {
                Some(range) => self.section(0, &range, section),
                None => {
                    self.reading.unreadable.sections.insert(section);
                }
            },
            ("", None) => self.tell(
                0,
                "",
                at,
                "Un nom de partie est attendu ici, suivi de deux-points.",
                ROOT_CURE,
            ),
            (_, None) => {
                let cure = did_you_mean(name, ROOT, ROOT_CURE);
                self.tell(
                    0,
                    name,
                    at,
                    &format!("Partie inconnue : « {name} »."),
                    &cure,
                );
            }
        }
    }

    /// Reads the format number before anything else; a newer kit is refused whole.
    pub(super) fn accepts_format(
        &mut self,
        file: usize,
        range: &Range<usize>,
        number: Option<Range<usize>>,
    ) -> bool {
        let text = self.text(file);
        let number = number.or_else(|| {
            let split = scan::split(text, range.clone(), b'(');
            let mut parts = split.parts.into_iter().chain(split.tail);
            parts
                .find(|part| part.name == "format")
                .map(|part| part.value)
        });
        let Some(number) = number else {
            let cure = "Ajoutez format: 1, au début du kit.";
            self.tell(
                file,
                "format",
                range.start,
                "Le numéro de format manque.",
                cure,
            );
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

    fn parse<W: DeserializeOwned>(&self, file: usize, range: &Range<usize>) -> Result<W, Fault> {
        let text = self.text(file);
        let slice = text.get(range.clone()).unwrap_or_default();
        ron::Options::default()
            .with_default_extension(Extensions::IMPLICIT_SOME)
            .from_str::<W>(slice)
            .map_err(|error| messages::explain(text, range, &error))
    }

    pub(super) fn manifest(&mut self, file: usize, range: Range<usize>) {
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
                    links: lists.links,
                    ..form.into_content()
                };
                self.has_manifest = true;
                let origin = (file, range.start, range.end);
                self.reading.origins.insert((Section::Manifest, 0), origin);
            }
            Err(fault) => self.tell_fault(file, "kit", fault),
        }
    }

    pub(super) fn section(&mut self, file: usize, range: &Range<usize>, section: Section) {
        macro_rules! read {
            ($list:ident, $form:ty) => {{
                let mut items = std::mem::take(&mut self.content.$list);
                self.list::<$form, _>(file, range, section, &mut items);
                self.content.$list = items;
            }};
        }
        match section {
            Section::Manifest | Section::Scenarios => {}
            Section::Cues => read!(cues, CueForm),
            Section::Questions => read!(questions, QuestionForm),
            Section::Personas => read!(personas, PersonaForm),
            Section::Steps => read!(steps, StepForm),
            Section::Places => read!(places, PlaceForm),
            Section::Procedures => read!(procedures, ProcedureForm),
            Section::Rules => read!(rules, RuleForm),
            Section::Cases => read!(cases, CaseForm),
            Section::Links => read!(links, LinkForm),
        }
    }

    pub(super) fn single_persona(&mut self, file: usize, range: Range<usize>) {
        let mut personas = std::mem::take(&mut self.content.personas);
        self.element::<PersonaForm, _>(file, &range, Section::Personas, &mut personas);
        self.content.personas = personas;
    }

    /// Reads one element.
    fn element<W: DeserializeOwned + Wire<D>, D>(
        &mut self,
        file: usize,
        range: &Range<usize>,
        section: Section,
        items: &mut Vec<D>,
    ) {
        match self.parse::<W>(file, range) {
            Ok(form) => {
                let origin = (file, range.start, range.end);
                self.reading.origins.insert((section, items.len()), origin);
                items.push(form.into_domain());
            }
            Err(fault) => {
                let name = match scan::written_id(self.text(file), range.clone()) {
                    Some(id) => {
                        self.reading.unreadable.ids.push((section, id.to_owned()));
                        id.to_owned()
                    }
                    None => (items.len() + 1).to_string(),
                };
                let path = format!("{} › {name}", section.name());
                self.tell_fault(file, &path, fault);
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
        let path = section.name();
        let before = self.reading.findings.len();
        let split = scan::split(text, range.clone(), b'[');
        let mut parts: Vec<Part<'_>> = split.parts.into_iter().chain(split.tail).collect();
        if torn(&split.breaks) {
            self.reading.unreadable.sections.insert(section);
            let laid_out = scan::by_layout(text, range.clone(), &[]);
            let opens = |part: &&Part<'_>| text.as_bytes().get(part.value.start) == Some(&b'(');
            if laid_out.len() >= parts.iter().filter(opens).count() {
                parts = laid_out;
            }
        }
        for part in &parts {
            if let Some(range) = self.closed_once(file, path, &part.value) {
                self.element::<W, D>(file, &range, section, items);
            }
        }
        let alone = self.reading.findings.len() == before;
        if alone || !torn(&split.breaks) {
            let earlier = std::mem::take(&mut self.reading.findings);
            self.breaks(file, path, &split.breaks);
            self.reading.findings.splice(0..0, earlier);
        }
    }
}
