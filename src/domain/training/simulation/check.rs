//! What is wrong with a simulation: names that no kit knows, pages that nobody reaches, a procedure that
//! cannot be completed, an obstacle without help.
//!
//! It must never judge a text: the words are the manager's. Its sentences are French, as all that is
//! found in a kit.

use std::collections::BTreeSet;

use super::{Choice, Explored, Leads, Obstacle, Page, Simulation, Task, explore};
use crate::domain::ids::is_kebab_case;
use crate::domain::kit::KitContent;
use crate::domain::validate::wording::{did_you_mean, french};

/// One thing wrong, at a text that stands literally in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The page it is on, if it is on one.
    pub page: Option<String>,
    /// The field of the file it is in, where its words may stand elsewhere too; else empty.
    pub field: &'static str,
    /// What to look for in the file; empty for the simulation as a whole.
    pub token: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub cure: String,
}

/// Fewest and most feelings one may choose among.
const FELT: std::ops::RangeInclusive<usize> = 2..=8;
/// Fewest links in the way of a keyboard.
const LINKS: usize = 3;

/// Says everything wrong with a simulation of a kit.
pub fn check(simulation: &Simulation, kit: &KitContent) -> Vec<Fault> {
    let mut checker = Checker {
        kit,
        simulation,
        page: None,
        field: "",
        found: Vec::new(),
    };
    checker.whole();
    for (at, page) in simulation.pages.iter().enumerate() {
        checker.page = Some(page.id.to_string());
        checker.page(at, page);
    }
    checker.page = None;
    // What cannot even be followed is not explored: one mistake is told once.
    if checker.found.is_empty() && !simulation.pages.is_empty() {
        checker.explored(&explore(simulation));
    }
    checker.found
}

struct Checker<'a> {
    kit: &'a KitContent,
    simulation: &'a Simulation,
    page: Option<String>,
    field: &'static str,
    found: Vec<Fault>,
}

impl Checker<'_> {
    fn tell(&mut self, token: &str, message: &str, cure: &str) {
        self.found.push(Fault {
            page: self.page.clone(),
            field: self.field,
            token: token.to_owned(),
            message: french(message),
            cure: french(cure),
        });
    }

    fn whole(&mut self) {
        let simulation = self.simulation;
        let persona = simulation.persona.as_str();
        let personas = || self.kit.personas.iter().map(|persona| persona.id.as_str());
        if !personas().any(|known| known == persona) {
            let cure = did_you_mean(
                persona,
                personas(),
                "Prenez l’identifiant d’une carte du kit.",
            );
            let message = format!("La carte « {persona} » n’est pas dans le kit.");
            self.tell(persona, &message, &cure);
        }
        if !is_kebab_case(simulation.id.as_str()) {
            let message = "L’identifiant s’écrit en minuscules, sans accent, avec des tirets.";
            self.tell(
                simulation.id.as_str(),
                message,
                "Par exemple : code-envoye-ailleurs.",
            );
        }
        self.field = "helped";
        for step in &simulation.helped {
            self.step(step.as_str());
        }
        self.field = "";
        if simulation.helped.is_empty() {
            let cure = "Ajoutez dans helped une ou deux étapes du kit.";
            self.tell("helped", "Le bilan ne dit pas ce qui aurait aidé.", cure);
        }
        if !FELT.contains(&simulation.felt.len()) {
            let cure = "Proposez de deux à huit réponses, courtes.";
            self.tell(
                "felt",
                "Le bilan propose trop ou trop peu de réponses.",
                cure,
            );
        }
        if simulation.pages.iter().all(|page| page.obstacle.is_none()) {
            let cure = "Ajoutez au moins un obstacle, avec l’aide qui le lève.";
            self.tell("pages", "Rien ne résiste dans cette démarche.", cure);
        }
        let mut seen = BTreeSet::new();
        for page in &simulation.pages {
            if !seen.insert(&page.id) {
                let message = format!("Deux pages s’appellent « {} ».", page.id);
                self.tell(
                    page.id.as_str(),
                    &message,
                    "Donnez un autre nom à l’une des deux.",
                );
            }
        }
    }

    fn step(&mut self, step: &str) {
        let steps = || self.kit.steps.iter().map(|step| step.id.as_str());
        if !steps().any(|known| known == step) {
            let cure = did_you_mean(step, steps(), "Prenez l’identifiant d’une étape du kit.");
            let message = format!("L’étape « {step} » n’est pas dans le kit.");
            self.tell(step, &message, &cure);
        }
    }

    fn leads_to(&mut self, page: &str) {
        let pages = || self.simulation.pages.iter().map(|page| page.id.as_str());
        if !pages().any(|known| known == page) {
            let cure = did_you_mean(page, pages(), "Prenez le nom d’une page de la simulation.");
            let message = format!("La page « {page} » n’existe pas.");
            self.tell(page, &message, &cure);
        }
    }

    fn page(&mut self, at: usize, page: &Page) {
        match &page.task {
            Task::Go(_) => {}
            Task::Type { answer, .. } => self.answer(page, answer),
            Task::Pick { options, .. } => {
                for Choice { leads, .. } in options {
                    if let Leads::To(page) = leads {
                        self.leads_to(page.as_str());
                    }
                }
            }
        }
        if let Some(help) = &page.help {
            self.step(help.step.as_str());
        }
        match (&page.obstacle, &page.help) {
            (Some(obstacle), Some(help)) => {
                self.obstacle(at, page, obstacle);
                if obstacle.wall().is_some() && help.button.is_none() {
                    let message =
                        "Ce qui bloque ne se lève pas par la page : il manque le bouton de l’aide.";
                    let cure = "Ajoutez button: \"…\" dans help : ce que l’on fait avec l’agent.";
                    self.tell(help.step.as_str(), message, cure);
                }
            }
            (Some(_), None) => {
                let message = "Cette page a un obstacle et personne pour le lever.";
                let cure = "Ajoutez help: ( step: \"…\", does: \"…\" ) avec une étape du kit.";
                self.tell(page.id.as_str(), message, cure);
            }
            (None, Some(help)) => {
                let message = "Cette page a une aide et rien qui résiste.";
                self.tell(
                    help.step.as_str(),
                    message,
                    "Retirez l’aide, ou ajoutez l’obstacle.",
                );
            }
            (None, None) => {}
        }
    }

    /// What is to be copied is on the paper, else nobody can.
    fn answer(&mut self, page: &Page, answer: &str) {
        let walled = page.obstacle.as_ref().is_some_and(|o| o.wall().is_some());
        let paper = self.simulation.paper.lines.join("\n");
        if !walled && (answer.trim().is_empty() || !paper.contains(answer)) {
            let message = format!("Ce qu’il faut recopier, « {answer} », n’est pas sur le papier.");
            let cure = "Écrivez-le tel quel dans une ligne de paper.";
            self.tell(answer, &message, cure);
        }
    }

    fn obstacle(&mut self, at: usize, page: &Page, obstacle: &Obstacle) {
        let refuses = matches!(obstacle, Obstacle::FileRefused { .. }) || obstacle.wall().is_some();
        if refuses && obstacle.replies().is_empty() {
            let cure = "Ajoutez dans replies au moins une réponse du service.";
            self.tell(
                page.id.as_str(),
                "Le service ne répond rien à cet obstacle.",
                cure,
            );
        }
        match obstacle {
            Obstacle::Jargon | Obstacle::UnknownScript => {
                let options: &[Choice] = match &page.task {
                    Task::Pick { options, .. } => options,
                    _ => &[],
                };
                let goes = |choice: &Choice| !matches!(choice.leads, Leads::Reply(_));
                if options.iter().all(goes) || !options.iter().any(goes) {
                    let message = "Il n’y a rien à déchiffrer : il faut un choix qui avance et un qui n’avance pas.";
                    let cure =
                        "Écrivez task: Pick(…) avec une option On et une option Reply(\"…\").";
                    self.tell(page.id.as_str(), message, cure);
                }
            }
            Obstacle::SessionExpires { back_to, .. } => {
                self.leads_to(back_to.as_str());
                let back = self.simulation.page_of(back_to);
                if back.is_some_and(|back| back >= at) {
                    let message = "Une session qui expire ramène à une page d’avant.";
                    self.tell(
                        back_to.as_str(),
                        message,
                        "Indiquez dans back_to une page qui précède.",
                    );
                }
            }
            Obstacle::KeyboardOnly { links } if links.len() < LINKS => {
                let cure = "Ajoutez des liens dans links : trois au moins.";
                self.tell(
                    page.id.as_str(),
                    "Rien ne gêne qui n’a que le clavier.",
                    cure,
                );
            }
            _ => {}
        }
    }

    fn explored(&mut self, found: &Explored) {
        let simulation = self.simulation;
        if found.too_many {
            let cure = "Retirez des pages ou des détours : cinq minutes suffisent.";
            self.tell(
                "pages",
                "Cette démarche a trop de chemins pour être vérifiée.",
                cure,
            );
            return;
        }
        if !found.alone || !found.accompanied {
            let message = "Cette démarche n’a pas de fin que l’on puisse atteindre.";
            self.tell("pages", message, "Vérifiez où mène chaque choix.");
            return;
        }
        for (at, page) in simulation.pages.iter().enumerate() {
            let id = page.id.as_str();
            self.page = Some(id.to_owned());
            if !found.reached.contains(&at) {
                let cure = "Faites-y mener un choix, ou retirez-la.";
                self.tell(id, "Personne n’arrive à cette page.", cure);
            } else if found.trapped.contains(&at) {
                let cure = "Ajoutez un choix qui en sort.";
                self.tell(id, "On ne peut plus finir à partir de cette page.", cure);
            } else if found.avoided.contains(&at) {
                let message = "On peut finir sans rencontrer l’obstacle de cette page.";
                let cure = "Placez-le sur le chemin, ou retirez le détour qui l’évite.";
                self.tell(id, message, cure);
            }
        }
        self.page = None;
    }
}
