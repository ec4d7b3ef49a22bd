//! Public data sets as kits: one question a column, one profile a class.
//!
//! The files are not ours to ship; they are read from where the contracts lie, beside the checkout.
#![expect(
    clippy::disallowed_methods,
    reason = "a test looks at files itself, and asks whether it runs in CI"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use reflexe_personas::domain::ids::{AnswerId, FamilyId, PersonaId, QuestionId};
use reflexe_personas::domain::kit::{
    Answer, EngineSettings, Family, Kit, KitContent, Layer, Persona, Question, QuestionRole,
    StepLists,
};
use reflexe_personas::domain::study::confirmed::Confirmed;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::vocab::Channel;

/// Columns that are not features.
const OTHER: [&str; 4] = ["id_name", "class", "split", "fold10"];

/// A data set: its bare kit, its cases, and the fold of each.
pub(crate) struct DataSet {
    pub(crate) kit: Kit,
    pub(crate) cases: Vec<Confirmed>,
    pub(crate) folds: Vec<usize>,
    /// `train` or `test`, per case.
    pub(crate) splits: Vec<String>,
}

/// Where the data sets lie; `None` if they are not there.
pub(crate) fn folder() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors");
    beside.join("zoo.csv").is_file().then_some(beside)
}

fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches('-').to_owned()
}

/// Reads a data set; `families` takes the groups of related columns that go with it.
pub(crate) fn read(name: &str, families: bool) -> Option<DataSet> {
    let folder = folder()?;
    let text = std::fs::read_to_string(folder.join(format!("{name}.csv"))).ok()?;
    let mut lines = text.lines();
    let headers: Vec<&str> = lines.next()?.split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let at = |column: &str| headers.iter().position(|h| *h == column);
    let features: Vec<(usize, &str)> = headers
        .iter()
        .enumerate()
        .filter(|(_, h)| !OTHER.contains(h))
        .map(|(c, h)| (c, *h))
        .collect();
    let levels = |column: usize| -> Vec<String> {
        let set: BTreeSet<&str> = rows
            .iter()
            .map(|row| row[column])
            .filter(|cell| !cell.is_empty())
            .collect();
        set.into_iter().map(slug).collect()
    };
    let class = at("class")?;
    let groups = if families {
        groups(&folder, name)
    } else {
        Vec::new()
    };
    let family_of = |feature: &str| {
        groups
            .iter()
            .find(|(_, _, members)| members.iter().any(|m| m == feature))
            .map(|(id, _, _)| FamilyId::new(id))
    };
    let questions: Vec<Question> = features
        .iter()
        .enumerate()
        .map(|(number, (column, feature))| {
            question(number, feature, family_of(feature), levels(*column))
        })
        .collect();
    let content = KitContent {
        id: name.to_owned(),
        title: name.to_owned(),
        version: "1".to_owned(),
        language: "en".to_owned(),
        channels: vec![Channel::Counter],
        engine: EngineSettings {
            noise_floor: 0.0,
            none_prior: 0.0,
            ..EngineSettings::default()
        },
        families: groups
            .iter()
            .zip("abcdeghijk".chars())
            .map(|((id, rho, _), key)| Family {
                id: FamilyId::new(id),
                key,
                title: id.clone(),
                relatedness: *rho,
            })
            .collect(),
        questions,
        personas: levels(class).iter().map(|id| persona(id)).collect(),
        ..KitContent::default()
    };
    let kit = admit(content, None).kit?;
    let cases = rows
        .iter()
        .map(|row| {
            let mut case = Confirmed::new(Channel::Counter, PersonaId::new(&slug(row[class])));
            for (column, feature) in &features {
                if !row[*column].is_empty() {
                    case.evidence.answers.insert(
                        QuestionId::new(&slug(feature)),
                        AnswerId::new(&slug(row[*column])),
                    );
                }
            }
            case
        })
        .collect();
    let fold = at("fold10")?;
    let split = at("split")?;
    Some(DataSet {
        kit,
        cases,
        folds: rows
            .iter()
            .filter_map(|row| row[fold].parse().ok())
            .collect(),
        splits: rows.iter().map(|row| row[split].to_owned()).collect(),
    })
}

fn question(
    number: usize,
    feature: &str,
    family: Option<FamilyId>,
    levels: Vec<String>,
) -> Question {
    Question {
        id: QuestionId::new(&slug(feature)),
        code: format!("Q{number}"),
        ask: format!("{feature} ?"),
        ask_phone: None,
        family,
        channels: vec![Channel::Counter],
        cost: 1.0,
        availability: BTreeMap::new(),
        noise: None,
        role: QuestionRole::Inform,
        answers: levels
            .into_iter()
            .map(|id| Answer {
                text: id.clone(),
                id: AnswerId::new(&id),
                text_phone: None,
            })
            .collect(),
    }
}

fn groups(folder: &std::path::Path, name: &str) -> Vec<(String, f64, Vec<String>)> {
    let text = std::fs::read_to_string(folder.join(format!("groups_{name}.json")));
    let value: serde_json::Value =
        serde_json::from_str(&text.unwrap_or_default()).unwrap_or(serde_json::Value::Null);
    value["groups"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|group| {
            let members = group["cues"].as_array()?;
            Some((
                group["id"].as_str()?.to_owned(),
                group["rho"].as_f64()?,
                members
                    .iter()
                    .filter_map(|m| m.as_str().map(str::to_owned))
                    .collect(),
            ))
        })
        .collect()
}

fn persona(id: &str) -> Persona {
    Persona {
        id: PersonaId::new(id),
        code: id.to_uppercase(),
        name: id.to_owned(),
        layer: Layer::Profile,
        symbol: None,
        axes: None,
        share: BTreeMap::from([(Channel::Counter, 1.0)]),
        essence: String::new(),
        motivations: Vec::new(),
        obstacles: Vec::new(),
        say: Vec::new(),
        avoid: Vec::new(),
        mode: None,
        steps: StepLists::default(),
        confused_with: Vec::new(),
        cues: Vec::new(),
        answers: Vec::new(),
        sources: Vec::new(),
        reviewed: None,
    }
}
