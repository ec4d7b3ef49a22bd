//! Everything the reference kits hold can be met in some interview.

use std::collections::BTreeSet;
use std::sync::Arc;

use reflexe_personas::app::search;
use reflexe_personas::app::state::{Now, State};
use reflexe_personas::app::update::update;
use reflexe_personas::app::{Action, Overlay};
use reflexe_personas::domain::evidence::{Evidence, Sighting};
use reflexe_personas::domain::identify::Recogniser;
use reflexe_personas::domain::ids::StepId;
use reflexe_personas::domain::kit::{Condition, Kit, RuleEffect};
use reflexe_personas::domain::rules;
use reflexe_personas::domain::vocab::{Channel, Minutes, Theme};
use reflexe_personas::store::kit_file;

use super::formats::repository;

fn kits() -> Vec<Arc<Kit>> {
    ["usagers-numeriques", "digital-public-services-en"]
        .iter()
        .map(|name| {
            let path = repository().join("personas").join(name);
            kit_file::load(&path, None).unwrap().kit.unwrap()
        })
        .collect()
}

fn now() -> Now {
    Now {
        date: "2026-11-24".to_owned(),
        clock: "10\u{a0}h\u{a0}42".to_owned(),
        millis: 0,
    }
}

/// Makes a condition hold, as simply as can be; false if it cannot on this channel.
fn satisfy(kit: &Kit, condition: &Condition, evidence: &mut Evidence) -> bool {
    let channel = evidence.channel;
    let mut cue = |id: &reflexe_personas::domain::ids::CueId, sighting| {
        evidence.cues.insert(id.clone(), sighting);
        kit.cue(id.as_str()).unwrap().channels.contains(&channel)
    };
    match condition {
        Condition::Cue(id) => cue(id, Sighting::Observed),
        Condition::NotCue(id) => cue(id, Sighting::Denied),
        Condition::Answer(question, answer) => {
            evidence.answers.insert(question.clone(), answer.clone());
            let question = kit.question(question.as_str()).unwrap();
            question.channels.contains(&channel)
        }
        Condition::Situation(id) => kit.rules.iter().any(|rule| {
            let raises = rule
                .then
                .iter()
                .any(|e| matches!(e, RuleEffect::Raise(s) if s == id));
            raises && satisfy(kit, &rule.when, evidence)
        }),
        Condition::Followed(id) => {
            evidence.followed = Some(id.clone());
            true
        }
        Condition::Setting(name) => {
            evidence.settings.insert(name.clone());
            true
        }
        Condition::Channel(wanted) => *wanted == channel,
        Condition::Theme(theme) => {
            evidence.theme = Some(*theme);
            true
        }
        Condition::Any(any) => any.iter().any(|c| {
            let before = evidence.clone();
            let held = satisfy(kit, c, evidence);
            if !held {
                *evidence = before;
            }
            held
        }),
        Condition::All(all) => all.iter().all(|c| satisfy(kit, c, evidence)),
        // What is not there does not hold.
        Condition::Not(_) => true,
    }
}

#[test]
fn every_rule_can_act() {
    for kit in kits() {
        for (number, rule) in kit.rules.iter().enumerate() {
            let acted = Channel::ALL.iter().any(|channel| {
                let mut evidence = Evidence::new(*channel);
                if !satisfy(&kit, &rule.when, &mut evidence) {
                    return false;
                }
                let outcome = rules::run(&kit, &evidence);
                rule.then.iter().all(|effect| match effect {
                    RuleEffect::Raise(id) => outcome.declares(id),
                    RuleEffect::AddStep(id) => outcome.steps.iter().any(|s| &s.id == id),
                    RuleEffect::HideMode(mode) => outcome.hidden_modes.contains(mode),
                    RuleEffect::Ask(id) => outcome.ask.contains(id),
                    RuleEffect::HoldQuestion(id) => outcome.held.contains(id),
                    RuleEffect::Notice { text, .. } => {
                        outcome.notices.iter().any(|n| &n.text == text)
                    }
                })
            });
            assert!(
                acted,
                "{}: rule {} never acts: {rule:?}",
                kit.id,
                number + 1
            );
        }
    }
}

#[test]
fn every_cue_stands_on_a_page_and_every_question_can_be_found_and_answered() {
    for kit in kits() {
        for channel in &kit.channels {
            let mut state = State::new(kit.clone());
            update(&mut state, Action::SetChannel(*channel), &now());
            for cue in kit.cues.iter().filter(|c| c.channels.contains(channel)) {
                assert!(
                    state.family_cues(&cue.family).contains(&cue.id),
                    "{}",
                    cue.id
                );
            }
            for question in kit
                .questions
                .iter()
                .filter(|q| q.channels.contains(channel))
            {
                let words: Vec<&str> = question.ask_on(*channel).split(' ').take(9).collect();
                let searched = {
                    update(&mut state, Action::Search(words.join(" ")), &now());
                    search::hits(&state)
                };
                let found = state.questions().contains(&question.id)
                    || searched
                        .iter()
                        .any(|hit| hit.action == search::HitAction::Question(question.id.clone()));
                assert!(found, "{} on {channel:?}: {searched:?}", question.id);
                for answer in &question.answers {
                    let action = Action::Answer(question.id.clone(), answer.id.clone());
                    update(&mut state, action, &now());
                    assert_eq!(state.evidence().answers.get(&question.id), Some(&answer.id));
                    update(
                        &mut state,
                        Action::WithdrawAnswer(question.id.clone()),
                        &now(),
                    );
                }
            }
        }
    }
}

/// Every step that some plan shows.
fn planned(kit: &Kit) -> BTreeSet<StepId> {
    let mut seen = BTreeSet::new();
    for channel in &kit.channels {
        let recogniser = Recogniser::new(kit, *channel);
        let mut scratch = recogniser.scratch();
        let mut look = |evidence: &Evidence| {
            if let Ok(found) = recogniser.identify_with(kit, evidence, &mut scratch) {
                seen.extend(found.plan.into_iter().map(|step| step.id));
            }
        };
        let themes = std::iter::once(None).chain(Theme::ALL.iter().map(|t| Some(*t)));
        for theme in themes {
            for minutes in Minutes::ALL {
                for accredited in [false, true] {
                    let mut evidence = Evidence::new(*channel);
                    evidence.theme = theme;
                    evidence.minutes = *minutes;
                    if accredited {
                        evidence.settings.insert("aidants-connect".to_owned());
                    }
                    look(&evidence);
                    for persona in &kit.personas {
                        evidence.followed = Some(persona.id.clone());
                        look(&evidence);
                    }
                    evidence.followed = None;
                    for rule in &kit.rules {
                        let mut evidence = evidence.clone();
                        if satisfy(kit, &rule.when, &mut evidence) {
                            look(&evidence);
                        }
                    }
                }
            }
        }
    }
    seen
}

#[test]
fn every_step_comes_up_in_some_plan_or_with_its_procedure() {
    for kit in kits() {
        let mut seen = planned(&kit);
        seen.extend(kit.procedures.iter().flat_map(|p| p.steps.clone()));
        let missing: Vec<_> = kit
            .steps
            .iter()
            .filter(|step| !seen.contains(&step.id))
            .map(|step| step.id.as_str())
            .collect();
        assert!(missing.is_empty(), "{}: {missing:?}", kit.id);
    }
}

#[test]
fn every_procedure_opens_from_its_theme_with_its_keys() {
    for kit in kits() {
        assert!(kit.procedures.len() >= 20, "{}", kit.id);
        for procedure in &kit.procedures {
            let mut state = State::new(kit.clone());
            update(&mut state, Action::SetTheme(Some(procedure.theme)), &now());
            update(&mut state, Action::Open(Overlay::Procedures), &now());
            let position = state
                .procedures()
                .iter()
                .position(|p| p.id == procedure.id)
                .unwrap();
            let digit = u8::try_from(position + 1).unwrap() % 10;
            assert!(position < 10, "{} has no digit of its own", procedure.id);
            update(&mut state, Action::Digit(digit), &now());
            assert_eq!(
                state.overlay,
                Some(Overlay::Procedure(procedure.id.clone()))
            );
        }
    }
}

#[test]
fn different_situations_get_different_advice() {
    for kit in kits() {
        for channel in &kit.channels {
            let recogniser = Recogniser::new(&kit, *channel);
            let plans: Vec<(String, Vec<StepId>)> = kit
                .personas
                .iter()
                .map(|persona| {
                    let mut evidence = Evidence::new(*channel);
                    evidence.followed = Some(persona.id.clone());
                    let plan = recogniser.identify(&kit, &evidence).unwrap().plan;
                    let ids = plan.into_iter().map(|step| step.id).collect();
                    (persona.code.clone(), ids)
                })
                .collect();
            for (i, (one, first)) in plans.iter().enumerate() {
                for (other, second) in plans.iter().skip(i + 1) {
                    assert_ne!(first, second, "{one} and {other} on {channel:?}");
                    let shared = first.iter().filter(|id| second.contains(id)).count();
                    assert!(
                        shared <= 2,
                        "{one} and {other} on {channel:?}: {shared} steps"
                    );
                }
            }
        }
    }
}

#[test]
fn editions_share_everything_but_words() {
    let kits = kits();
    let (french, english) = (&kits[0], &kits[1]);
    assert_eq!(french.cases.len(), english.cases.len());
    for (one, other) in french.cases.iter().zip(&english.cases) {
        let evidence = reflexe_personas::domain::bench::evidence(one);
        assert_eq!(evidence, reflexe_personas::domain::bench::evidence(other));
        let identify = |kit: &Kit| {
            let recogniser = Recogniser::new(kit, evidence.channel);
            let mut found = recogniser.identify(kit, &evidence).unwrap();
            found.notices.clear();
            found
        };
        assert_eq!(identify(french), identify(english), "{}", one.title);
    }
    let french_words = ["’est ", " une ", " pour ", " avec ", "« "];
    for persona in &english.personas {
        for text in persona
            .say
            .iter()
            .map(|say| &say.text)
            .chain(&persona.motivations)
        {
            assert!(
                french_words.iter().all(|word| !text.contains(word)),
                "{}: {text}",
                persona.id
            );
        }
    }
    for step in &english.steps {
        assert!(
            french_words.iter().all(|word| !step.detail.contains(word)),
            "{}: {}",
            step.id,
            step.detail
        );
    }
}
