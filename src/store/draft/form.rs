//! The draft as a record of the journal holds it: JSON, by the keys of the vocabularies and by ids.
//!
//! It must never give a draft that is not the one written: a word it does not know refuses it whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::draft::{Draft, DraftContact};
use crate::domain::evidence::{Evidence, Sighting};
use crate::domain::interview::{Facts, StepMark};
use crate::domain::vocab::{Channel, Minutes, Term};

const OBSERVED: &str = "observed";
const DENIED: &str = "denied";
const DONE: &str = "done";
const SKIPPED: &str = "skipped";

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftForm {
    kit: String,
    day: String,
    contacts: Vec<ContactForm>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContactForm {
    started: Option<String>,
    square: bool,
    evidence: EvidenceForm,
    marks: Vec<(String, String)>,
    added: Vec<String>,
    outcome: Option<String>,
    equipment: Option<Vec<String>>,
    orientation: Option<String>,
    autonomy: Option<String>,
    free_text: String,
    #[serde(default)]
    template: BTreeMap<String, String>,
    name_persona: bool,
    dismissed: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceForm {
    channel: String,
    minutes: String,
    theme: Option<String>,
    cues: BTreeMap<String, String>,
    answers: BTreeMap<String, String>,
    unanswered: Vec<String>,
    followed: Option<String>,
    settings: Vec<String>,
}

/// Writes a draft as the content of a record.
pub(super) fn write(draft: &Draft) -> Result<Vec<u8>, serde_json::Error> {
    let Draft { kit, day, contacts } = draft;
    serde_json::to_vec(&DraftForm {
        kit: kit.clone(),
        day: day.clone(),
        contacts: contacts.iter().map(ContactForm::from).collect(),
    })
}

/// Reads the content of a record; `None` if this program would not have written it.
pub(super) fn read(bytes: &[u8]) -> Option<Draft> {
    let form: DraftForm = serde_json::from_slice(bytes).ok()?;
    let contacts = form.contacts.into_iter().map(ContactForm::into_contact);
    Some(Draft {
        kit: form.kit,
        day: form.day,
        contacts: contacts.collect::<Option<_>>()?,
    })
}

fn texts<'a, T: ToString + 'a>(ids: impl IntoIterator<Item = &'a T>) -> Vec<String> {
    ids.into_iter().map(T::to_string).collect()
}

fn ids<T: for<'a> From<&'a str>, C: FromIterator<T>>(texts: &[String]) -> C {
    texts.iter().map(|text| T::from(text)).collect()
}

fn key<T: Term>(word: T) -> String {
    word.key().to_owned()
}

fn word<T: Term>(key: &str) -> Option<T> {
    T::WORDS.iter().copied().find(|word| word.key() == key)
}

/// Reads a word that may be missing, not one that may be wrong.
#[expect(
    clippy::option_option,
    reason = "the outer one is a refusal, the inner one what was noted"
)]
fn optional<T: Term>(text: Option<&str>) -> Option<Option<T>> {
    match text {
        None => Some(None),
        Some(text) => word(text).map(Some),
    }
}

// Every field is named, here and on the way back: a new one must not be left out of drafts unseen.
impl From<&DraftContact> for ContactForm {
    fn from(contact: &DraftContact) -> Self {
        let DraftContact {
            facts,
            answers,
            started,
            square,
        } = contact;
        let Facts {
            evidence,
            marks,
            added,
            outcome,
            equipment,
            orientation,
            autonomy,
            free_text,
            name_persona,
            dismissed,
        } = facts;
        let mark = |mark: &StepMark| match mark {
            StepMark::Done => DONE,
            StepMark::Skipped => SKIPPED,
        };
        Self {
            started: started.clone(),
            square: *square,
            evidence: evidence.into(),
            marks: marks
                .iter()
                .map(|(step, how)| (step.to_string(), mark(how).to_owned()))
                .collect(),
            added: texts(added),
            outcome: outcome.map(key),
            equipment: equipment
                .as_ref()
                .map(|chosen| chosen.iter().copied().map(key).collect()),
            orientation: orientation.map(key),
            autonomy: autonomy.map(key),
            free_text: free_text.to_string(),
            template: answers
                .iter()
                .map(|(blank, answer)| (blank.clone(), answer.to_string()))
                .collect(),
            name_persona: *name_persona,
            dismissed: texts(dismissed),
        }
    }
}

impl From<&Evidence> for EvidenceForm {
    fn from(evidence: &Evidence) -> Self {
        let Evidence {
            channel,
            minutes,
            theme,
            cues,
            answers,
            unanswered,
            followed,
            settings,
        } = evidence;
        let sighting = |sighting: &Sighting| match sighting {
            Sighting::Observed => OBSERVED,
            Sighting::Denied => DENIED,
        };
        Self {
            channel: key(*channel),
            minutes: key(*minutes),
            theme: theme.map(key),
            cues: cues
                .iter()
                .map(|(cue, how)| (cue.to_string(), sighting(how).to_owned()))
                .collect(),
            answers: answers
                .iter()
                .map(|(question, answer)| (question.to_string(), answer.to_string()))
                .collect(),
            unanswered: texts(unanswered),
            followed: followed.as_ref().map(ToString::to_string),
            settings: texts(settings),
        }
    }
}

impl ContactForm {
    fn into_contact(self) -> Option<DraftContact> {
        let mark = |(step, how): &(String, String)| {
            let how = match how.as_str() {
                DONE => StepMark::Done,
                SKIPPED => StepMark::Skipped,
                _ => return None,
            };
            Some((step.as_str().into(), how))
        };
        let equipment = match self.equipment {
            None => None,
            Some(chosen) => Some(chosen.iter().map(|key| word(key)).collect::<Option<_>>()?),
        };
        Some(DraftContact {
            facts: Facts {
                evidence: self.evidence.into_evidence()?,
                marks: self.marks.iter().map(mark).collect::<Option<_>>()?,
                added: ids(&self.added),
                outcome: optional(self.outcome.as_deref())?,
                equipment,
                orientation: optional(self.orientation.as_deref())?,
                autonomy: optional(self.autonomy.as_deref())?,
                free_text: self.free_text.into(),
                name_persona: self.name_persona,
                dismissed: ids(&self.dismissed),
            },
            answers: self
                .template
                .into_iter()
                .map(|(blank, answer)| (blank, answer.into()))
                .collect(),
            started: self.started,
            square: self.square,
        })
    }
}

impl EvidenceForm {
    fn into_evidence(self) -> Option<Evidence> {
        let sighting = |(cue, how): (&String, &String)| {
            let how = match how.as_str() {
                OBSERVED => Sighting::Observed,
                DENIED => Sighting::Denied,
                _ => return None,
            };
            Some((cue.as_str().into(), how))
        };
        Some(Evidence {
            channel: word::<Channel>(&self.channel)?,
            minutes: word::<Minutes>(&self.minutes)?,
            theme: optional(self.theme.as_deref())?,
            cues: self.cues.iter().map(sighting).collect::<Option<_>>()?,
            answers: self
                .answers
                .iter()
                .map(|(question, answer)| (question.as_str().into(), answer.as_str().into()))
                .collect(),
            unanswered: ids(&self.unanswered),
            followed: self.followed.as_deref().map(Into::into),
            settings: self.settings.into_iter().collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocab::{Autonomy, Equipment, Orientation, Outcome, Theme};

    /// Draws a contact in which every word of every vocabulary turns up sooner or later.
    fn any_contact(random: &mut fastrand::Rng) -> DraftContact {
        fn any<T: Term>(random: &mut fastrand::Rng) -> Option<T> {
            random.bool().then(|| *random.choice(T::WORDS).unwrap())
        }
        fn names(random: &mut fastrand::Rng, kind: &str) -> Vec<String> {
            let count = random.usize(..4);
            (0..count).map(|n| format!("{kind}-{n}")).collect()
        }
        let mut evidence = Evidence::new(any(random).unwrap_or(Channel::Counter));
        evidence.minutes = any(random).unwrap_or(Minutes::Two);
        evidence.theme = any::<Theme>(random);
        for cue in names(random, "indice") {
            let seen = [Sighting::Observed, Sighting::Denied];
            let seen = seen[random.usize(..2)];
            evidence.cues.insert(cue.as_str().into(), seen);
        }
        for question in names(random, "question") {
            let question = question.as_str().into();
            evidence.answers.insert(question, "réponse".into());
        }
        evidence.unanswered = ids(&names(random, "tue"));
        evidence.followed = random.bool().then(|| "piste".into());
        evidence.settings = names(random, "réglage").into_iter().collect();
        let marks = [StepMark::Done, StepMark::Skipped];
        let equipment =
            |random: &mut fastrand::Rng| (0..3).filter_map(|_| any::<Equipment>(random)).collect();
        DraftContact {
            facts: Facts {
                evidence,
                marks: names(random, "étape")
                    .iter()
                    .map(|step| (step.as_str().into(), marks[random.usize(..2)]))
                    .collect(),
                added: ids(&names(random, "ajout")),
                outcome: any::<Outcome>(random),
                equipment: random.bool().then(|| equipment(random)),
                orientation: any::<Orientation>(random),
                autonomy: any::<Autonomy>(random),
                free_text: (0..random.usize(..40))
                    .map(|_| random.char('\0'..='\u{2fff}'))
                    .collect(),
                name_persona: random.bool(),
                dismissed: ids(&names(random, "écartée")),
            },
            answers: names(random, "blanc")
                .into_iter()
                .map(|blank| (blank, "réponse".into()))
                .collect(),
            started: random.bool().then(|| "10\u{a0}h\u{a0}42".to_owned()),
            square: random.bool(),
        }
    }

    #[test]
    fn a_thousand_drafts_come_back_as_they_were() {
        let mut random = fastrand::Rng::with_seed(20_261_124);
        for round in 0..1_000 {
            let contacts = (0..random.usize(..3)).map(|_| any_contact(&mut random));
            let draft = Draft {
                kit: "essai".to_owned(),
                day: "2026-11-24".to_owned(),
                contacts: contacts.collect(),
            };
            let bytes = write(&draft).unwrap();
            assert_eq!(read(&bytes), Some(draft), "round {round}");
        }
    }

    #[test]
    fn a_word_that_is_not_known_refuses_the_whole() {
        let contact = DraftContact {
            facts: crate::domain::interview::Interview::new(Channel::Phone)
                .facts()
                .clone(),
            answers: BTreeMap::new(),
            started: None,
            square: false,
        };
        let draft = Draft {
            kit: String::new(),
            day: String::new(),
            contacts: vec![contact],
        };
        let text = String::from_utf8(write(&draft).unwrap()).unwrap();
        assert_eq!(read(text.as_bytes()), Some(draft));
        for (good, bad) in [
            ("\"phone\"", "\"courrier\""),
            ("\"outcome\":null", "\"outcome\":\"gagné\""),
            ("\"marks\":[]", "\"marks\":[[\"x\",\"fait\"]]"),
            ("\"cues\":{}", "\"cues\":{\"x\":\"vu\"}"),
            ("\"equipment\":null", "\"equipment\":[\"fax\"]"),
            ("\"square\":false", "\"square\":false,\"rond\":true"),
            ("\"square\":false,", ""),
        ] {
            assert!(text.contains(good), "{good} in {text}");
            assert_eq!(read(text.replace(good, bad).as_bytes()), None, "{bad}");
        }
    }
}
