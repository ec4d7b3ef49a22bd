//! What a sheet of paper says, beside what the engine says.

use std::sync::Arc;

use reflexe_personas::domain::bench;
use reflexe_personas::domain::identify::Recogniser;
use reflexe_personas::domain::kit::{Case, Kit};
use reflexe_personas::domain::print::{marks, triggers};
use reflexe_personas::domain::vocab::Label;
use reflexe_personas::store::kit_file;

fn shipped() -> Arc<Kit> {
    kit_file::load_embedded(None).kit.unwrap()
}

#[test]
fn every_situation_of_the_shipped_kit_can_be_declared_on_paper() {
    let kit = shipped();
    for situation in kit.situations() {
        let ways = triggers::of_situation(&kit, &situation.id);
        assert!(!ways.is_empty(), "{}", situation.id);
    }
}

/// Adds up the marks of a case as a pencil does.
fn totals(kit: &Kit, case: &Case) -> Vec<u32> {
    let cues = case.cues.iter().filter_map(|id| kit.cue(id.as_str()));
    let observed = cues.map(|cue| marks::of_cue(kit, cue));
    let answered = case.answers.iter().filter_map(|(question, answer)| {
        Some(marks::of_answer(
            kit,
            kit.question(question.as_str())?,
            answer,
        ))
    });
    let mut totals = vec![0; kit.profiles().count()];
    for marks in observed.chain(answered) {
        for (total, mark) in totals.iter_mut().zip(marks) {
            *total += u32::from(mark);
        }
    }
    totals
}

#[test]
fn on_paper_the_same_lead_comes_first() {
    let kit = shipped();
    let profiles: Vec<_> = kit.profiles().map(|p| p.id.clone()).collect();
    let (mut clear, mut same, mut decided) = (0, 0, 0);
    for case in &kit.cases {
        let recogniser = Recogniser::new(&kit, case.channel);
        let found = recogniser.identify(&kit, &bench::evidence(case)).unwrap();
        if found.label != Label::Clear {
            continue;
        }
        clear += 1;
        let totals = totals(&kit, case);
        let of = |id| {
            profiles
                .iter()
                .position(|one| *one == id)
                .map(|at| totals[at])
        };
        let lead = of(found.top().unwrap().id.clone()).unwrap();
        let others = profiles.iter().filter(|id| **id != found.top().unwrap().id);
        let next = others.filter_map(|id| of(id.clone())).max().unwrap();
        same += usize::from(lead > next);
        decided += usize::from(lead >= next + u32::from(marks::CLEAR_LEAD));
        // The sheet says to follow a lead: never another than the screen's.
        let misled = next >= lead + u32::from(marks::CLEAR_LEAD);
        assert!(!misled, "{}: {totals:?}", case.title);
    }
    assert!(clear > 80, "{clear}");
    assert!(same * 100 >= clear * 90, "{same} of {clear}");
    assert!(decided * 100 >= clear * 65, "{decided} of {clear}");
}
