//! The same kit and the same answers give the same suggestion, on every machine.

use reflexe_personas::domain::evidence::Evidence;
use reflexe_personas::domain::identify::Recogniser;
use reflexe_personas::domain::vocab::Channel;
use reflexe_personas::store::kit_file;

use super::formats::repository;

/// FNV-1a, whose result no library version changes.
fn hash(text: &str, seed: u64) -> u64 {
    text.bytes().fold(seed, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// What every combination of answers to the first five questions gives: label, order, probabilities
/// to six decimals. The kit of the reference values is frozen, so the hash changes only with the engine.
fn all_combinations() -> (usize, u64) {
    let path = repository().join("tests/fixtures/kits/content-levels.ron");
    let kit = kit_file::load(&path, None).unwrap().kit.unwrap();
    let recogniser = Recogniser::new(&kit, Channel::Counter);
    let questions: Vec<_> = kit
        .questions
        .iter()
        .filter(|q| q.channels.contains(&Channel::Counter))
        .take(5)
        .collect();
    let ways: Vec<usize> = questions.iter().map(|q| q.answers.len() + 1).collect();
    let total: usize = ways.iter().product();
    let mut sum = 0xcbf2_9ce4_8422_2325;
    for number in 0..total {
        let (mut rest, mut evidence) = (number, Evidence::new(Channel::Counter));
        for (question, ways) in questions.iter().zip(&ways) {
            // The last way is no answer.
            if let Some(answer) = question.answers.get(rest % ways) {
                evidence
                    .answers
                    .insert(question.id.clone(), answer.id.clone());
            }
            rest /= ways;
        }
        let mut scratch = recogniser.scratch();
        let said = match recogniser.identify_with(&kit, &evidence, &mut scratch) {
            Ok(found) => {
                let order: Vec<String> = found
                    .candidates
                    .iter()
                    .map(|c| format!("{}={:.6}", c.id, c.probability))
                    .collect();
                format!("{:?} {}", found.label, order.join(" "))
            }
            Err(contradiction) => format!("{contradiction:?}"),
        };
        sum = hash(&said, sum);
    }
    (total, sum)
}

#[test]
fn every_combination_of_answers_gives_the_same_suggestion_everywhere() {
    let (total, sum) = all_combinations();
    assert!(total >= 1_000, "{total}");
    assert_eq!(all_combinations(), (total, sum), "twice here");
    // As computed on the first machine.
    assert_eq!((total, sum), (4_500, 4_094_442_217_223_161_538));
}
