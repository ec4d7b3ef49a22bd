//! The simulations of a kit: `simulations/*.ron`, one exercise a file.
//!
//! It must never play one that the domain finds fault with.

use std::path::Path;

use serde::Deserialize;

use super::{Texts, shipped_texts, texts};
use crate::domain::ids::StepId;
use crate::domain::kit::KitContent;
use crate::domain::problem::Gravity;
use crate::domain::training::simulation::{
    Choice, Fault, Help, Leads, Obstacle, Page, Paper, Simulation, Task, Wall, check,
};
use crate::domain::typography;
use crate::domain::validate::wording::french;
use crate::store::finding::{self, Finding};
use crate::store::format;

/// The folder, within a kit's.
pub const FOLDER: &str = "simulations";
/// The format that is read.
const FORMAT: u32 = 1;

/// What came of the simulations of a kit.
#[derive(Clone, Debug, Default)]
pub struct LoadedSimulations {
    /// Those one can play, in the order of the kit's cards.
    pub simulations: Vec<Simulation>,
    /// Everything found, file by file.
    pub findings: Vec<Finding>,
}

/// Reads the simulations in a kit's folder, or those that ship in its language without a path.
pub fn check_of(path: Option<&Path>, kit: &KitContent) -> LoadedSimulations {
    let texts = match path {
        Some(path) => texts(path, FOLDER),
        None => shipped_texts(&kit.language, FOLDER),
    };
    read(texts, kit)
}

/// The simulations one can play with a kit: its folder's; without such a folder, those that ship in its
/// language and know only cards and steps of this one.
pub fn playable(path: Option<&Path>, kit: &KitContent) -> LoadedSimulations {
    match path.map(|path| texts(path, FOLDER)) {
        Some(own) if own.exists => read(own, kit),
        _ => LoadedSimulations {
            findings: Vec::new(),
            ..read(shipped_texts(&kit.language, FOLDER), kit)
        },
    }
}

fn read(texts: Texts, kit: &KitContent) -> LoadedSimulations {
    let mut loaded = LoadedSimulations {
        simulations: Vec::new(),
        findings: texts.findings,
    };
    for (name, text) in &texts.files {
        let form = match format::read_whole::<SimulationForm>(name, text) {
            Ok(form) => form,
            Err(finding) => {
                loaded.findings.push(*finding);
                continue;
            }
        };
        let mut faults = Vec::new();
        if form.format != FORMAT {
            faults.push(newer(form.format));
        }
        let simulation = form.into_domain(&kit.language);
        if faults.is_empty() {
            faults = check(&simulation, kit);
        }
        let twice = loaded.simulations.iter().any(|s| s.id == simulation.id);
        if twice && faults.is_empty() {
            faults.push(named_twice(simulation.id.as_str()));
        }
        if faults.is_empty() {
            loaded.simulations.push(simulation);
        }
        let found = faults.into_iter().map(|fault| placed(name, text, fault));
        loaded.findings.extend(found);
    }
    let order = |simulation: &Simulation| {
        let mut personas = kit.personas.iter();
        personas.position(|persona| persona.id == simulation.persona)
    };
    loaded.simulations.sort_by_key(order);
    loaded
}

fn newer(written: u32) -> Fault {
    Fault {
        page: None,
        field: "",
        token: "format".to_owned(),
        message: french(&format!(
            "Cette simulation est au format {written} ; cette version lit le format {FORMAT}."
        )),
        cure: french("Écrivez format: 1, ou mettez Réflexe Personas à jour."),
    }
}

fn named_twice(id: &str) -> Fault {
    Fault {
        page: None,
        field: "",
        token: id.to_owned(),
        message: french(&format!("Deux simulations s’appellent « {id} ».")),
        cure: "Donnez un autre id à l’une des deux.".to_owned(),
    }
}

/// Finds a fault in its file: its words within its page, else in the whole.
fn placed(name: &str, text: &str, fault: Fault) -> Finding {
    let quoted = |word: &str| format!("\"{word}\"");
    let page = fault.page.as_deref();
    let from = page
        .and_then(|page| text.find(&format!("id: {}", quoted(page))))
        .or_else(|| {
            text.find(&format!("{}:", fault.field))
                .filter(|_| !fault.field.is_empty())
        })
        .unwrap_or(0);
    let after = text.get(from..).unwrap_or_default();
    let needle = quoted(&fault.token);
    let field = format!("{}:", fault.token);
    let at = if fault.token.is_empty() {
        from
    } else {
        after
            .find(&needle)
            .or_else(|| after.find(&field))
            .map(|found| from + found)
            .or_else(|| text.find(&needle))
            .unwrap_or(from)
    };
    let path = page.map_or_else(String::new, |page| format!("pages › {page}"));
    let fault = finding::Fault {
        at,
        message: fault.message,
        cure: fault.cure,
    };
    Finding::in_text(Gravity::Error, name, text, path, fault)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SimulationForm {
    format: u32,
    id: String,
    title: String,
    persona: String,
    coming: String,
    situation: String,
    service: String,
    paper: PaperForm,
    pages: Vec<PageForm>,
    felt: Vec<String>,
    helped: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PaperForm {
    title: String,
    lines: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PageForm {
    id: String,
    title: String,
    #[serde(default)]
    text: Vec<String>,
    task: TaskForm,
    #[serde(default)]
    obstacle: Option<ObstacleForm>,
    #[serde(default)]
    help: Option<HelpForm>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum TaskForm {
    Go(String),
    Type {
        label: String,
        answer: String,
        refusal: String,
        button: String,
    },
    Pick {
        question: String,
        options: Vec<(String, LeadsForm)>,
    },
}

#[derive(Debug, Deserialize)]
enum LeadsForm {
    On,
    Reply(String),
    To(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
enum ObstacleForm {
    Jargon,
    SessionExpires {
        message: String,
        back_to: String,
    },
    CodeElsewhere {
        replies: Vec<String>,
        way_out: String,
        then: String,
    },
    FileRefused {
        replies: Vec<String>,
    },
    UnknownScript,
    KeyboardOnly {
        links: Vec<String>,
    },
    Magnified,
    SmallScreen,
    Deadline {
        date: String,
        at_stake: String,
        replies: Vec<String>,
        way_out: String,
        then: String,
    },
    ForSomeoneElse {
        replies: Vec<String>,
        way_out: String,
        then: String,
    },
    OnlineOnly {
        replies: Vec<String>,
        way_out: String,
        then: String,
    },
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HelpForm {
    step: String,
    does: String,
    #[serde(default)]
    button: Option<String>,
}

/// Texts as they are shown: French spacing set, in a French kit.
struct Spaced<'a> {
    language: &'a str,
}

impl Spaced<'_> {
    fn text(&self, text: &str) -> String {
        if self.language == "fr" {
            typography::french(text)
        } else {
            text.to_owned()
        }
    }

    fn texts(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn wall(&self, replies: &[String], way_out: &str, then: &str) -> Wall {
        Wall {
            replies: self.texts(replies),
            way_out: self.text(way_out),
            then: self.text(then),
        }
    }

    fn task(&self, form: TaskForm) -> Task {
        match form {
            TaskForm::Go(button) => Task::Go(self.text(&button)),
            TaskForm::Type {
                label,
                answer,
                refusal,
                button,
            } => Task::Type {
                label: self.text(&label),
                answer: self.text(&answer),
                refusal: self.text(&refusal),
                button: self.text(&button),
            },
            TaskForm::Pick { question, options } => Task::Pick {
                question: self.text(&question),
                options: options
                    .into_iter()
                    .map(|(words, leads)| Choice {
                        words: self.text(&words),
                        leads: match leads {
                            LeadsForm::On => Leads::On,
                            LeadsForm::Reply(reply) => Leads::Reply(self.text(&reply)),
                            LeadsForm::To(page) => Leads::To(page.as_str().into()),
                        },
                    })
                    .collect(),
            },
        }
    }

    fn obstacle(&self, form: &ObstacleForm) -> Obstacle {
        match form {
            ObstacleForm::Jargon => Obstacle::Jargon,
            ObstacleForm::SessionExpires { message, back_to } => Obstacle::SessionExpires {
                message: self.text(message),
                back_to: back_to.as_str().into(),
            },
            ObstacleForm::CodeElsewhere {
                replies,
                way_out,
                then,
            } => Obstacle::CodeElsewhere(self.wall(replies, way_out, then)),
            ObstacleForm::FileRefused { replies } => Obstacle::FileRefused {
                replies: self.texts(replies),
            },
            ObstacleForm::UnknownScript => Obstacle::UnknownScript,
            ObstacleForm::KeyboardOnly { links } => Obstacle::KeyboardOnly {
                links: self.texts(links),
            },
            ObstacleForm::Magnified => Obstacle::Magnified,
            ObstacleForm::SmallScreen => Obstacle::SmallScreen,
            ObstacleForm::Deadline {
                date,
                at_stake,
                replies,
                way_out,
                then,
            } => Obstacle::Deadline {
                date: self.text(date),
                at_stake: self.text(at_stake),
                wall: self.wall(replies, way_out, then),
            },
            ObstacleForm::ForSomeoneElse {
                replies,
                way_out,
                then,
            } => Obstacle::ForSomeoneElse(self.wall(replies, way_out, then)),
            ObstacleForm::OnlineOnly {
                replies,
                way_out,
                then,
            } => Obstacle::OnlineOnly(self.wall(replies, way_out, then)),
        }
    }

    fn page(&self, form: PageForm) -> Page {
        Page {
            id: form.id.as_str().into(),
            title: self.text(&form.title),
            text: self.texts(&form.text),
            task: self.task(form.task),
            obstacle: form.obstacle.as_ref().map(|form| self.obstacle(form)),
            help: form.help.map(|help| Help {
                step: help.step.as_str().into(),
                does: self.text(&help.does),
                button: help.button.map(|button| self.text(&button)),
            }),
        }
    }
}

impl SimulationForm {
    fn into_domain(self, language: &str) -> Simulation {
        let spaced = Spaced { language };
        Simulation {
            id: self.id.as_str().into(),
            title: spaced.text(&self.title),
            persona: self.persona.as_str().into(),
            coming: spaced.text(&self.coming),
            situation: spaced.text(&self.situation),
            service: spaced.text(&self.service),
            paper: Paper {
                title: spaced.text(&self.paper.title),
                lines: spaced.texts(&self.paper.lines),
            },
            pages: self
                .pages
                .into_iter()
                .map(|page| spaced.page(page))
                .collect(),
            felt: spaced.texts(&self.felt),
            helped: self.helped.iter().map(|step| StepId::new(step)).collect(),
        }
    }
}
