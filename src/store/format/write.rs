//! Writes content as format 1, byte for byte the same each time.
//!
//! It must never write comments nor reorder elements: a kit under version control shows only what
//! somebody changed.

use ron::ser::PrettyConfig;
use serde::Serialize;

use super::v1::{BundleForm, FORMAT, ManifestForm, Wire};
use crate::domain::ids::is_kebab_case;
use crate::domain::kit::KitContent;
use crate::store::error::StoreError;

/// Writes a value over several lines down to a depth, then on one line.
pub(crate) fn pretty<T: Serialize>(value: &T, depth: usize) -> Result<String, StoreError> {
    let layout = PrettyConfig::new()
        .depth_limit(depth)
        .new_line("\n")
        .indentor("    ")
        .struct_names(false)
        // Escaping would turn every no-break space of a French sentence into a code.
        .escape_strings(false);
    ron::Options::default()
        .to_string_pretty(value, layout)
        .map(|text| text + "\n")
        .map_err(|source| StoreError::Format { source })
}

/// Writes a bundle.
pub(crate) fn bundle(content: &KitContent) -> Result<String, StoreError> {
    let form = BundleForm {
        format: FORMAT,
        kit: ManifestForm::of_content(content, 0),
        cues: Wire::from_domain(&content.cues),
        questions: Wire::from_domain(&content.questions),
        personas: Wire::from_domain(&content.personas),
        steps: Wire::from_domain(&content.steps),
        places: Wire::from_domain(&content.places),
        procedures: Wire::from_domain(&content.procedures),
        rules: Wire::from_domain(&content.rules),
        cases: Wire::from_domain(&content.cases),
        links: Wire::from_domain(&content.links),
    };
    pretty(&form, 4)
}

fn list<D, W: Wire<D> + Serialize>(items: &Vec<D>) -> Result<String, StoreError> {
    pretty(&Vec::<W>::from_domain(items), 3)
}

/// Writes the files of a folder, with their paths inside it.
pub(crate) fn folder(content: &KitContent) -> Result<Vec<(String, String)>, StoreError> {
    use super::v1::{
        CaseForm, CueForm, LinkForm, PersonaForm, PlaceForm, ProcedureForm, QuestionForm, RuleForm,
        StepForm,
    };
    let mut files = vec![
        (
            "kit.ron".to_owned(),
            pretty(&ManifestForm::of_content(content, FORMAT), 2)?,
        ),
        ("cues.ron".to_owned(), list::<_, CueForm>(&content.cues)?),
        (
            "questions.ron".to_owned(),
            list::<_, QuestionForm>(&content.questions)?,
        ),
        ("steps.ron".to_owned(), list::<_, StepForm>(&content.steps)?),
        (
            "places.ron".to_owned(),
            list::<_, PlaceForm>(&content.places)?,
        ),
        (
            "procedures.ron".to_owned(),
            list::<_, ProcedureForm>(&content.procedures)?,
        ),
        ("rules.ron".to_owned(), list::<_, RuleForm>(&content.rules)?),
        ("cases.ron".to_owned(), list::<_, CaseForm>(&content.cases)?),
    ];
    if !content.links.is_empty() {
        files.push(("links.ron".to_owned(), list::<_, LinkForm>(&content.links)?));
    }
    for (position, persona) in content.personas.iter().enumerate() {
        // Unchecked content must not choose where it is written.
        let id = persona.id.as_str();
        let name = if is_kebab_case(id) { id } else { "persona" };
        // The number keeps the kit's order, which breaks ties, when names are sorted.
        files.push((
            format!("profiles/{:03}-{name}.ron", position + 1),
            pretty(&PersonaForm::from_domain(persona), 2)?,
        ));
    }
    Ok(files)
}
