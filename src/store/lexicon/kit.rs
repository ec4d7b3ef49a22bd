//! The words a kit adds for the guard, in its own `guard.ron`, beside what ships.
//!
//! Whatever that file says, the shipped words stay in use unless it names what it drops, and that is
//! told. It must never open anything but an ordinary file of the kit.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::guard::{GuardForm, SeverityForm, guard_of_language, names_of, shipped, spelled_out};
use crate::domain::guard::{GuardLexicon, Severity, scan};
use crate::domain::ids::is_kebab_case;
use crate::domain::lint::LONGEST_PATTERN;
use crate::domain::problem::Gravity;
use crate::domain::validate::wording::{did_you_mean, french};
use crate::store::atomic::{self, Previous};
use crate::store::beside::{folder_of_kit, read};
use crate::store::disk::{Disk, folder_of, uninterrupted};
use crate::store::error::StoreError;
use crate::store::finding::{Fault, Finding};
use crate::store::format;

/// The file's name, in a kit's folder or beside a bundle.
pub const NAME: &str = "guard.ron";
/// Most patterns of one file.
const MOST_PATTERNS: usize = 2000;
/// Most words of a reason, so that an alert is read at a glance.
const LONGEST_WHY: usize = 10;
/// Most words of a proposal.
const LONGEST_SAY: usize = 8;

const WHY: &str = "ce mot n’a pas sa place dans une note";
const AS_SHIPPED: &str = "Les mots livrés avec le programme restent en service.";

/// The guard's words for a kit: those that ship for the language, and what the kit's `guard.ron` adds.
///
/// `kit` is a folder, its `kit.ron`, or a bundle; for a bundle the file stands beside it. Everything
/// found is told; without that file there is nothing to tell.
pub fn guard_of_kit(kit: &Path, language: &str) -> (GuardLexicon, Vec<Finding>) {
    let mut words = shipped(language);
    let mut findings = Vec::new();
    match read(folder_of_kit(kit), NAME) {
        Ok(None) => {}
        Ok(Some(text)) => match format::read_whole::<GuardForm>(NAME, &text) {
            Ok(form) => {
                let mut reader = Reader {
                    text: &text,
                    findings: &mut findings,
                };
                let form = reader.sound(form, &words);
                reader.dropped(&form, &mut words);
                if !form.version.is_empty() {
                    words.version = format!("{} + {}", words.version, form.version);
                }
                words.add(form);
            }
            Err(finding) => findings.push(told(*finding)),
        },
        Err(finding) => findings.push(told(*finding)),
    }
    findings.sort_by_key(|finding| (finding.line, finding.column));
    (words.lexicon(names_of(language)), findings)
}

/// Says that the shipped words stay.
fn told(mut finding: Finding) -> Finding {
    finding.cure = format!("{} {AS_SHIPPED}", finding.cure);
    finding
}

/// What became of a kit's words when the kit was written as a bundle elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The kit adds no words, and none stand beside the bundle.
    Nothing,
    /// They are now beside the bundle, there; what stood there before is its version before.
    Copied(PathBuf),
    /// The kit adds no words, but these already stand beside the bundle and will be read with it.
    Others(PathBuf),
}

/// Puts a kit's `guard.ron` beside a bundle of it, where [`guard_of_kit`] will read it.
///
/// # Errors
/// [`StoreError`] if it cannot be read or written; a file that is no kit's words is not copied.
pub fn copy_beside(disk: &dyn Disk, kit: &Path, bundle: &Path) -> Result<Beside, StoreError> {
    let path = folder_of_kit(kit).join(NAME);
    let target = folder_of(bundle).join(NAME);
    let words = read(folder_of_kit(kit), NAME)
        .map_err(|_finding| StoreError::NotRegular { path: path.clone() })?;
    let Some(words) = words else {
        return Ok(match uninterrupted(|| disk.entry(&target)) {
            Ok(_) => Beside::Others(target),
            Err(_) => Beside::Nothing,
        });
    };
    let standing = disk.read(&target, words.len() as u64 + 1);
    if standing.is_ok_and(|standing| standing == words.as_bytes()) {
        return Ok(Beside::Copied(target));
    }
    atomic::write(disk, &target, words.as_bytes(), Previous::Kept)?;
    Ok(Beside::Copied(target))
}

/// Says what is wrong with a pattern once its sets are spelled out.
fn fault_of(pattern: &str) -> Option<&'static str> {
    let places = || pattern.split_whitespace();
    let says_something = |place: &str| {
        !place.ends_with('?') && !place.starts_with('!') && place != "_" && place != "#"
    };
    let empty = |variant: &str| {
        let stem = variant.trim_start_matches(['=', '!']);
        let stem = stem.trim_end_matches('?');
        let open = stem.ends_with('*');
        let stem = stem.trim_end_matches('*');
        stem.is_empty() || (open && stem.chars().count() < 3)
    };
    let asks_within = |place: &str| place.trim_end_matches('?').contains('?');
    if places().count() > LONGEST_PATTERN {
        Some("Ce terme est trop long.")
    } else if !places().any(says_something) {
        Some("Ce terme reconnaîtrait n’importe quel mot.")
    } else if places().any(asks_within) {
        Some("Dans ce terme, « ? » n’est pas à la fin d’un mot et de ses variantes.")
    } else if places().any(|place| place.split('|').any(empty)) {
        Some("Ce terme a une partie vide, ou trop courte avant l’étoile.")
    } else {
        None
    }
}

/// Reading a kit's words: what is unsound is told and left out.
struct Reader<'r> {
    text: &'r str,
    findings: &'r mut Vec<Finding>,
}

impl Reader<'_> {
    fn tell(&mut self, gravity: Gravity, token: &str, message: &str, cure: &str) {
        // Quoted, so that a word is not found inside a longer one.
        let quoted = self.text.find(&format!("\"{token}\"")).map(|at| at + 1);
        let at = quoted.or_else(|| self.text.find(token)).unwrap_or(0);
        let fault = Fault {
            at,
            message: french(message),
            cure: french(cure),
        };
        let finding = Finding::in_text(gravity, NAME, self.text, String::new(), fault);
        self.findings.push(finding);
    }

    /// The patterns that can be read, as they were written and with their cipher undone.
    fn patterns(
        &mut self,
        written: Vec<String>,
        rot13: bool,
        sets: &BTreeMap<String, String>,
        left: &mut usize,
    ) -> Vec<String> {
        let mut sound = Vec::new();
        for pattern in written {
            if *left == 0 {
                self.tell(
                    Gravity::Error,
                    &pattern,
                    &format!(
                        "Ce fichier a plus de {MOST_PATTERNS} termes ; la suite n’a pas été lue."
                    ),
                    "Réunissez des termes par « | », ou retirez-en.",
                );
                break;
            }
            *left -= 1;
            let plain = if rot13 {
                super::guard::rot13(&pattern)
            } else {
                pattern.clone()
            };
            match spelled_out(&plain, sets) {
                Err(name) => {
                    let known = sets.keys().map(String::as_str);
                    let cure = did_you_mean(&name, known, "Déclarez cet ensemble dans sets.");
                    self.tell(
                        Gravity::Error,
                        &pattern,
                        &format!("Ensemble inconnu : « {name} ». Ce terme n’est pas pris."),
                        &cure,
                    );
                }
                Ok(spelled) => match fault_of(&spelled) {
                    Some(fault) => self.tell(
                        Gravity::Error,
                        &pattern,
                        &format!("{fault} Il n’est pas pris."),
                        "Écrivez un mot entier, ou au moins trois lettres avant « * ».",
                    ),
                    None => sound.push(plain),
                },
            }
        }
        sound
    }

    /// Tells of a text that has more words than an alert bears.
    fn length(&mut self, text: &str, most: usize) {
        if text.split_whitespace().count() > most {
            self.tell(
                Gravity::Warning,
                text,
                &format!("Texte de plus de {most} mots : une alerte se lit d’un coup d’œil."),
                "Raccourcissez-le.",
            );
        }
    }

    /// What of a kit's file can be used beside the shipped words.
    fn sound(&mut self, form: GuardForm, words: &GuardForm) -> GuardForm {
        let mut sets = words.sets.clone();
        let mut form = form;
        form.sets.retain(|name, list| {
            let sound = !list.trim().is_empty() && !list.contains(char::is_whitespace);
            if !sound {
                self.tell(
                    Gravity::Error,
                    name,
                    &format!("L’ensemble « {name} » est vide, ou contient une espace ; il n’est pas pris."),
                    "Écrivez des mots seuls, séparés par « | ».",
                );
            }
            sound
        });
        for (name, list) in &form.sets {
            let known = sets.entry(name.clone()).or_default();
            known.push('|');
            known.push_str(list);
        }
        for list in sets.values_mut() {
            *list = list.trim_start_matches('|').to_owned();
        }
        let mut left = MOST_PATTERNS;
        let mut sound = GuardForm {
            version: form.version,
            sets: form.sets,
            drop_categories: form.drop_categories,
            drop_unless: form.drop_unless,
            ..GuardForm::default()
        };
        for mut category in form.categories {
            let ships = words.categories.iter().find(|c| c.id == category.id);
            if !is_kebab_case(&category.id) {
                self.tell(
                    Gravity::Error,
                    &category.id,
                    "Identifiant de famille mal écrit ; cette famille n’est pas prise.",
                    "Des lettres minuscules sans accent, des chiffres et des traits d’union.",
                );
                continue;
            }
            let changes = ships.is_some_and(|known| {
                let severity = category.severity.is_some() && category.severity != known.severity;
                severity || !(category.why.is_empty() || category.why == known.why)
            });
            if changes {
                self.tell(
                    Gravity::Warning,
                    &category.id,
                    "Un kit ne change ni la gravité ni la raison d’une famille livrée ; ses termes sont ajoutés.",
                    "Retirez severity et why, ou donnez un autre nom à la famille.",
                );
            }
            self.length(&category.why, LONGEST_WHY);
            self.length(&category.say, LONGEST_SAY);
            let rot13 = category.rot13;
            let terms = std::mem::take(&mut category.terms);
            category.terms = self.patterns(terms, rot13, &sets, &mut left);
            let unless = std::mem::take(&mut category.unless);
            category.unless = self.patterns(unless, rot13, &sets, &mut left);
            category.rot13 = false;
            category.severity = category.severity.or(Some(SeverityForm::Orange));
            if category.why.is_empty() {
                WHY.clone_into(&mut category.why);
            }
            sound.categories.push(category);
        }
        let guard = LazyCell::new(|| guard_of_language("fr"));
        for mut proposal in form.proposals {
            let grave = scan(&proposal.say, &guard, 2026);
            if proposal.say.trim().is_empty() || grave.iter().any(|f| f.severity < Severity::Info) {
                self.tell(
                    Gravity::Error,
                    &proposal.say,
                    "Cette proposition est vide, ou serait elle-même refusée ; elle n’est pas prise.",
                    "Dites ce que la suite demande, sans qualifier la personne.",
                );
                continue;
            }
            self.length(&proposal.say, LONGEST_SAY);
            proposal.terms = self.patterns(proposal.terms, false, &sets, &mut left);
            sound.proposals.push(proposal);
        }
        sound
    }

    /// Takes out of the shipped words what the kit does without.
    fn dropped(&mut self, form: &GuardForm, words: &mut GuardForm) {
        let ids: Vec<String> = words.categories.iter().map(|c| c.id.clone()).collect();
        let phrases = words.categories.iter().flat_map(|c| c.unless.clone());
        let phrases: Vec<String> = phrases.collect();
        for id in &form.drop_categories {
            let before = words.categories.len();
            words.categories.retain(|category| category.id != *id);
            if words.categories.len() < before {
                self.tell(
                    Gravity::Warning,
                    id,
                    &format!("La famille « {id} » n’est plus cherchée dans les notes."),
                    "C’est ce kit qui le demande ; retirez-la de drop_categories pour la retrouver.",
                );
            } else {
                let known = ids.iter().map(String::as_str);
                let cure = did_you_mean(id, known, "Retirez cette ligne.");
                self.tell(
                    Gravity::Warning,
                    id,
                    &format!("Aucune famille livrée ne s’appelle « {id} »."),
                    &cure,
                );
            }
        }
        for phrase in &form.drop_unless {
            let mut found = false;
            for category in &mut words.categories {
                let before = category.unless.len();
                category.unless.retain(|unless| unless != phrase);
                found |= category.unless.len() < before;
            }
            if !found {
                let known = phrases.iter().map(String::as_str);
                let cure = did_you_mean(
                    phrase,
                    known,
                    "Recopiez la phrase telle qu’elle est écrite.",
                );
                self.tell(
                    Gravity::Warning,
                    phrase,
                    &format!("Aucune phrase permise n’est écrite « {phrase} »."),
                    &cure,
                );
            }
        }
    }
}
