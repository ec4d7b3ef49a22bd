//! Solo practice: every exchange is one that can exist, and is read as its case was written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use reflexe_personas::domain::bench;
use reflexe_personas::domain::ids::{CueId, PersonaId};
use reflexe_personas::domain::kit::{Case, Expectation};
use reflexe_personas::domain::rules;
use reflexe_personas::domain::training::practice::{
    Change, Exchange, Ground, How, Lead, Sheet, StepHow, Turn,
};
use reflexe_personas::domain::vocab::{Channel, Language, Severity};
use reflexe_personas::store::kit_file;
use reflexe_personas::store::training::exchanges;

/// Seeds walked in each language.
const SEEDS: u64 = 1_000;

fn ground_in(language: Language) -> Ground {
    let kit = kit_file::load_embedded_in(language, None).kit.unwrap();
    let words = exchanges::words_of_language(&kit.language);
    Ground::new(kit, Arc::new(words))
}

fn ground() -> Ground {
    ground_in(Language::French)
}

/// The two editions of the shipped kit.
const LANGUAGES: [Language; 2] = [Language::French, Language::English];

#[test]
fn words_that_ship_name_nothing_the_kit_does_not_know_and_leave_no_cue_without_words() {
    for language in LANGUAGES {
        let kit = kit_file::load_embedded_in(language, None).kit.unwrap();
        let words = exchanges::words_of_language(&kit.language);
        assert_eq!(words.strangers(&kit), Vec::<String>::new());
        for cue in &kit.cues {
            for channel in &cue.channels {
                let evidence = bench::evidence(&Case {
                    title: String::new(),
                    channel: *channel,
                    cues: vec![cue.id.clone()],
                    not_cues: Vec::new(),
                    answers: Vec::new(),
                    expect: Expectation::default(),
                    raises: Vec::new(),
                    to_verify: Vec::new(),
                });
                let of_danger = rules::run(&kit, &evidence)
                    .notices
                    .iter()
                    .any(|n| n.severity == Severity::Safety);
                let told = words.cues.get(&cue.id).map_or(&[][..], |t| t.on(*channel));
                // Danger is not played: it has no words.
                assert_eq!(told.is_empty(), of_danger, "{} {channel:?}", cue.id);
                for text in told {
                    let label = cue.short.to_lowercase();
                    assert!(!text.to_lowercase().contains(&label), "{}: {text}", cue.id);
                }
            }
        }
        for question in &kit.questions {
            for answer in &question.answers {
                let said = words.answers.get(&question.id);
                let said = said.and_then(|answers| answers.get(&answer.id));
                assert!(
                    said.is_some_and(|said| !said.is_empty()),
                    "{} {}",
                    question.id,
                    answer.id
                );
            }
        }
    }
}

/// Everything an exchange promises, whatever the seed.
fn holds_together(ground: &Ground, exchange: &Exchange) {
    let kit = ground.kit();
    let seed = exchange.seed;
    let case = ground.case(exchange).unwrap();
    // In channel.
    for id in &exchange.cues {
        let cue = kit.cue(id.as_str()).unwrap();
        assert!(cue.channels.contains(&exchange.channel), "{seed}: {id}");
        for other in &exchange.cues {
            assert!(!cue.excludes.contains(other), "{seed}: {id} and {other}");
        }
        assert!(!exchange.not_cues.contains(id), "{seed}: {id}");
    }
    // Told once each, in words that are not the label.
    let mut told: Vec<&CueId> = exchange
        .moments
        .iter()
        .filter_map(|m| m.cue.as_ref())
        .collect();
    told.sort();
    assert!(told.iter().copied().eq(exchange.cues.iter()), "{seed}");
    assert!(
        exchange.moments.iter().all(|m| !m.text.is_empty()),
        "{seed}"
    );
    // What was changed is small, and told.
    let written: BTreeSet<&CueId> = case.cues.iter().collect();
    let now: BTreeSet<&CueId> = exchange.cues.iter().collect();
    let changed = written.symmetric_difference(&now).count();
    let named = exchange
        .changes
        .iter()
        .filter(|change| **change != Change::OtherChannel)
        .count();
    assert!(changed == named && exchange.changes.len() <= 2, "{seed}");
    // Read as the case was written, before and after every question.
    let mut evidence = exchange.evidence();
    let found = ground.identify(&evidence).unwrap();
    assert_eq!(
        bench::differences(kit, &found, case),
        Vec::<String>::new(),
        "{seed}"
    );
    for (question, reply) in &exchange.replies {
        let asked = kit.question(question.as_str()).unwrap();
        assert!(asked.channels.contains(&exchange.channel), "{seed}");
        if let Some(answer) = &reply.answer {
            assert!(asked.answers.iter().any(|a| &a.id == answer), "{seed}");
            evidence.answers.insert(question.clone(), answer.clone());
        }
    }
    for (question, answer) in &exchange.told {
        assert_eq!(
            exchange.replies[question].answer.as_ref(),
            Some(answer),
            "{seed}"
        );
    }
    let found = ground.identify(&evidence).unwrap();
    let expected = &case.expect.top;
    assert!(
        expected.is_empty() || expected.contains(&found.top().unwrap().id),
        "{seed}"
    );
    let outcome = rules::run(kit, &evidence);
    let mut raised: Vec<&PersonaId> = outcome.declared.iter().map(|d| &d.id).collect();
    let mut wanted: Vec<&PersonaId> = case.raises.iter().collect();
    raised.sort();
    wanted.sort();
    assert_eq!(raised, wanted, "{seed}");
    assert!(
        outcome
            .notices
            .iter()
            .all(|n| n.severity != Severity::Safety),
        "{seed}"
    );
    // Steps to choose among can all be taken, and the first of the plan are there.
    assert!(
        (2..=9).contains(&exchange.offered.len()),
        "{seed}: {:?}",
        exchange.offered
    );
    for id in &exchange.offered {
        assert!(
            kit.step(id.as_str())
                .unwrap()
                .channels
                .contains(&exchange.channel),
            "{seed}"
        );
    }
}

#[test]
fn a_thousand_exchanges_hold_together_and_are_read_as_their_case_was_written() {
    for language in LANGUAGES {
        let ground = ground_in(language);
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        let mut count = |kind| *kinds.entry(kind).or_default() += 1;
        let seeds = if language == Language::French {
            SEEDS
        } else {
            250
        };
        for seed in 0..seeds {
            let exchange = ground.draw(seed).unwrap();
            holds_together(&ground, &exchange);
            for change in &exchange.changes {
                count(match change {
                    Change::LeftOut(_) => "left out",
                    Change::Added(_) => "added",
                    Change::OtherChannel => "other channel",
                });
            }
            if exchange.changes.is_empty() {
                count("as written");
            }
            if exchange.procedure.is_some() {
                count("with a procedure");
            }
            count(match exchange.channel {
                Channel::Counter => "counter",
                Channel::Phone => "phone",
            });
            if exchange.replies.values().any(|r| r.answer.is_some()) {
                count("with an answer");
            }
        }
        println!("{language:?}: {} cases, {kinds:?}", ground.playable().len());
        for kind in ["left out", "added", "other channel", "counter", "phone"] {
            assert!(kinds[kind] >= 15, "{kind}: {kinds:?}");
        }
        assert!(
            kinds.get("as written").copied().unwrap_or(0) <= 100,
            "{kinds:?}"
        );
    }
}

#[test]
fn the_same_seed_gives_the_same_exchange_and_another_differs() {
    let (one, other) = (ground(), ground());
    for seed in 0..50 {
        assert_eq!(one.draw(seed), other.draw(seed));
    }
    let differing = (0..50).filter(|s| one.draw(*s) != one.draw(s + 50)).count();
    assert_eq!(differing, 50);
}

#[test]
fn both_editions_play_the_same_person_for_a_seed() {
    let (french, english) = (ground_in(Language::French), ground_in(Language::English));
    for seed in 0..100 {
        let (one, other) = (french.draw(seed).unwrap(), english.draw(seed).unwrap());
        assert_eq!(
            (one.case, one.channel),
            (other.case, other.channel),
            "{seed}"
        );
        assert_eq!(one.cues, other.cues, "{seed}");
    }
}

/// A sheet of somebody who sees and hears everything, and asks what they are told to.
fn attentive(exchange: &Exchange) -> Sheet {
    Sheet {
        turns: vec![Turn::Listen; exchange.moments.len()],
        noted: exchange.cues.clone(),
        ..Sheet::default()
    }
}

#[test]
fn a_debrief_says_what_was_seen_missed_and_read_where_there_was_nothing() {
    let ground = ground();
    for seed in 0..100 {
        let exchange = ground.draw(seed).unwrap();
        let mut sheet = attentive(&exchange);
        let all = ground.debrief(&exchange, &sheet).unwrap();
        assert!(all.cues.iter().all(|c| c.how == How::Seen), "{seed}");
        assert_eq!(all.engine.candidates, all.from_notes.candidates, "{seed}");
        let missed = exchange.cues.iter().next().unwrap().clone();
        sheet.noted.remove(&missed);
        let kit = ground.kit();
        let stranger = kit
            .cues
            .iter()
            .find(|c| c.channels.contains(&exchange.channel) && !exchange.cues.contains(&c.id))
            .unwrap();
        sheet.noted.insert(stranger.id.clone());
        let read = ground.debrief(&exchange, &sheet).unwrap();
        let how = |id: &CueId| read.cues.iter().find(|c| &c.cue == id).unwrap().how;
        assert_eq!(how(&missed), How::Missed, "{seed}");
        assert_eq!(how(&stranger.id), How::OverRead, "{seed}");
        // Stopping at once: what had not come is not held against anybody.
        let hasty = ground.debrief(&exchange, &Sheet::default()).unwrap();
        let not_yet = hasty.cues.iter().filter(|c| c.how == How::NotYet).count();
        assert!(not_yet + 1 >= exchange.cues.len(), "{seed}");
    }
}

#[test]
fn the_question_that_tells_most_is_the_one_the_engine_proposes() {
    let ground = ground();
    let mut proposed = 0;
    for seed in 0..200 {
        let exchange = ground.draw(seed).unwrap();
        let mut sheet = attentive(&exchange);
        let bare = ground.debrief(&exchange, &sheet).unwrap();
        let line = &bare.questions[0];
        assert!(
            bare.questions.len() == 1 && line.question.is_none(),
            "{seed}"
        );
        let Some((best, gain)) = line.best.clone() else {
            continue;
        };
        let mut evidence = exchange.evidence();
        evidence.answers.clear();
        let found = ground.identify(&evidence).unwrap();
        if let Some(first) = found.next_questions.first() {
            proposed += usize::from(first.id == best);
        }
        assert!(gain > 0.0);
        sheet.turns.push(Turn::Ask(best.clone()));
        let asked = ground.debrief(&exchange, &sheet).unwrap();
        assert_eq!(asked.questions[0].question.as_ref(), Some(&best));
        assert!(
            (asked.questions[0].gain_bits - gain).abs() < 1e-12,
            "{seed}"
        );
    }
    // A rule may ask for another one first.
    assert!(proposed >= 100, "{proposed}");
}

#[test]
fn steps_are_told_right_missing_or_against_the_card() {
    let ground = ground();
    let (mut right, mut against, mut heavy) = (0, 0, 0);
    for seed in 0..300 {
        let exchange = ground.draw(seed).unwrap();
        let mut sheet = attentive(&exchange);
        let none = ground.debrief(&exchange, &sheet).unwrap();
        assert!(
            none.steps
                .iter()
                .all(|s| s.how == StepHow::Missing && s.origin.is_some())
        );
        sheet.steps = exchange.offered.iter().cloned().collect();
        let all = ground.debrief(&exchange, &sheet).unwrap();
        assert_eq!(all.steps.len(), exchange.offered.len(), "{seed}");
        for read in &all.steps {
            assert_ne!(read.how, StepHow::Missing);
            match &read.how {
                StepHow::Right => right += 1,
                StepHow::Against(persona, avoid) => {
                    against += 1;
                    let card = ground.kit().persona(persona.as_str()).unwrap();
                    assert!(card.avoid.contains(avoid));
                }
                StepHow::TooHeavy(..) | StepHow::TooLight(..) => heavy += 1,
                _ => {}
            }
        }
    }
    println!("right {right}, against {against}, too heavy or light {heavy}");
    assert!(right > 600 && against > 50 && heavy > 20);
}

#[test]
fn a_lead_agrees_with_the_case_or_the_engine_and_none_yet_is_a_lead() {
    let ground = ground();
    for seed in 0..200 {
        let exchange = ground.draw(seed).unwrap();
        let case = ground.case(&exchange).unwrap();
        let mut sheet = attentive(&exchange);
        let agrees = |sheet: &Sheet| ground.debrief(&exchange, sheet).unwrap().lead_agrees;
        assert_eq!(agrees(&sheet), None);
        for top in &case.expect.top {
            sheet.lead = Some(Lead::Persona(top.clone()));
            assert_eq!(agrees(&sheet), Some(true), "{seed}");
        }
        if case.expect.top.is_empty() {
            sheet.lead = Some(Lead::NotYet);
            assert_eq!(agrees(&sheet), Some(true), "{seed}");
        }
    }
}

#[test]
fn a_kit_without_words_is_played_with_its_own_sentences() {
    let kit = kit_file::load_embedded(None).kit.unwrap();
    let ground = Ground::new(kit, Arc::default());
    for seed in 0..50 {
        let exchange = ground.draw(seed).unwrap();
        for moment in &exchange.moments {
            let cue = ground
                .kit()
                .cue(moment.cue.as_ref().unwrap().as_str())
                .unwrap();
            assert_eq!(
                moment.text.trim_end_matches('.'),
                cue.text.trim_end_matches('.')
            );
        }
    }
}

#[test]
fn a_kit_without_cases_draws_nothing() {
    let mut content = (**kit_file::load_embedded(None).kit.unwrap()).clone();
    content.cases.clear();
    let text = kit_file::write_bundle(&content).unwrap();
    let kit = kit_file::parse_bundle(&text, "sans-cas.ron", None)
        .kit
        .unwrap();
    assert_eq!(Ground::new(kit, Arc::default()).draw(1), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_seed_holds_together(seed in any::<u64>()) {
        use std::sync::LazyLock;
        static GROUND: LazyLock<Ground> = LazyLock::new(ground);
        holds_together(&GROUND, &GROUND.draw(seed).unwrap());
    }
}

#[test]
fn what_was_kept_on_request_is_listed_with_what_the_tool_keeps_and_is_no_export() {
    use reflexe_personas::domain::kept::{KeptKind, PlaceKind};
    use reflexe_personas::store::disk::RealDisk;
    use reflexe_personas::store::inventory::{self, Places};
    use reflexe_personas::store::training::kept;

    let root = tempfile::tempdir().unwrap();
    let notes = root.path().join("Notes");
    let folder = kept::folder_beside(&notes);
    let path = kept::save(&RealDisk, &folder, "2026-11-26", "Entraînement").unwrap();
    std::fs::create_dir(&notes).unwrap();
    let listed = inventory::list(
        &RealDisk,
        &Places {
            data: None,
            settings: None,
            exports: &[notes],
            kind_of: &|_| PlaceKind::Local,
            day_of: &|_| "2026-11-26".to_owned(),
        },
    );
    let files: Vec<_> = listed.files.iter().map(|f| (f.kind, &f.path)).collect();
    assert_eq!(files, [(KeptKind::Training, &path)]);
    // « Tout effacer » takes what may say something of a contact: this never does.
    assert!(!KeptKind::Training.is_of_contacts());
}
