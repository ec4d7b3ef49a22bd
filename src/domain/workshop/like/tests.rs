//! A persona made after another, told from it or not, needed or not.

use super::*;
use crate::domain::workshop::apart::{Apart, separability};
use crate::domain::workshop::edit::apply;
use crate::domain::workshop::testing::{content, cue};

/// The small kit with cues enough to tell personas apart.
fn wide() -> KitContent {
    let mut content = content();
    for n in 0..6 {
        let id = format!("indice-{n}");
        content
            .cues
            .push(cue(&id, &format!("N{}", n + 4), "gestes", &id));
    }
    // Related cues count less: these are not.
    for family in &mut content.families {
        family.relatedness = 0.0;
    }
    content
}

fn like(typical: &[usize]) -> Like {
    Like {
        near: "pas-a-pas".into(),
        id: "seul-au-clavier".to_owned(),
        name: "Seul au clavier".to_owned(),
        essence: "Je tape, mais lentement.".to_owned(),
        typical: typical
            .iter()
            .map(|n| format!("indice-{n}").as_str().into())
            .collect(),
        never: vec!["hesite".into()],
        keep_texts: false,
    }
}

#[test]
fn all_levels_come_from_the_nearest_save_those_named() {
    let before = wide();
    let mut after = before.clone();
    apply(&mut after, &create(&before, &like(&[0, 1, 2])).unwrap()).unwrap();
    let (near, new) = (&after.personas[0], &after.personas[1]);
    assert_eq!(new.id.as_str(), "seul-au-clavier");
    assert_eq!(new.code, "SEU");
    let of = |persona: &Persona, cue: &str| level(persona, &About::Cue(cue.into()));
    assert_eq!(of(new, "cherche"), of(near, "cherche"));
    assert_eq!(of(new, "hesite"), Some(Level::VeryRare));
    assert_eq!(of(new, "indice-1"), Some(Level::Typical));
    assert_eq!(new.answers, near.answers);
    assert_eq!(new.steps, near.steps);
    assert!(new.say.is_empty() && new.confused_with.is_empty());
    assert_eq!(near, &before.personas[0], "the nearest is left alone");
    let mut kept = like(&[0, 1, 2]);
    kept.keep_texts = true;
    assert_eq!(
        persona(&before, &kept).unwrap().motivations,
        near.motivations
    );
}

#[test]
fn names_and_cues_that_do_not_do_are_refused() {
    let content = wide();
    assert!(
        create(&content, &like(&[0, 1]))
            .unwrap_err()
            .cure
            .contains("3 à 7")
    );
    let mut taken = like(&[0, 1, 2]);
    taken.id = "precise".to_owned();
    assert!(
        create(&content, &taken)
            .unwrap_err()
            .message
            .contains("existe déjà")
    );
    let mut spelled = like(&[0, 1, 2]);
    spelled.id = "Seul".to_owned();
    assert!(create(&content, &spelled).is_err());
    let mut both = like(&[0, 1, 2]);
    both.never.push("indice-1".into());
    assert!(
        create(&content, &both)
            .unwrap_err()
            .message
            .contains("à la fois")
    );
    let mut unknown = like(&[0, 1, 2]);
    unknown.never = vec!["absent".into()];
    assert!(create(&content, &unknown).is_err());
    let mut nobody = like(&[0, 1, 2]);
    nobody.near = "absent".into();
    assert!(create(&content, &nobody).is_err());
}

#[test]
fn two_personas_are_told_apart_by_their_own_cues_and_not_without() {
    let mut content = wide();
    let edit = create(&content, &like(&[0, 1, 2, 3, 4])).unwrap();
    apply(&mut content, &edit).unwrap();
    let apart = separability(&content, &"seul-au-clavier".into(), &"pas-a-pas".into()).unwrap();
    assert_eq!(apart.apart, Apart::Well, "{apart:#?}");
    assert_eq!(apart.telling.len(), 5);
    assert_eq!(apart.mistaken.len(), 2);

    let mut copy = wide();
    copy.personas[0].confused_with.clear();
    copy.links.clear();
    copy.personas[1] = copy.personas[0].clone();
    copy.personas[1].id = "copie".into();
    copy.personas[1].code = "COP".to_owned();
    copy.rules.clear();
    copy.cases.clear();
    let same = separability(&copy, &"copie".into(), &"pas-a-pas".into()).unwrap();
    assert_eq!(same.apart, Apart::NotAtAll);
    assert!(
        same.mistaken
            .iter()
            .all(|m| (m.share - 0.5).abs() < 0.01 && m.overlap > 0.999)
    );
    assert!(same.telling.is_empty());
    assert!(
        same.sentence.starts_with("On ne distingue pas"),
        "{}",
        same.sentence
    );

    let situation = separability(&wide(), &"porte-parole".into(), &"precise".into()).unwrap();
    assert_eq!(situation.apart, Apart::Combines);
    assert!(separability(&content, &"absent".into(), &"precise".into()).is_err());
    let mut broken = wide();
    broken.personas[1].share.clear();
    assert!(separability(&broken, &"precise".into(), &"pas-a-pas".into()).is_err());
}

#[test]
fn the_card_that_already_covers_the_cues_is_named() {
    let mut content = wide();
    let cues: Vec<CueId> = ["cherche", "hesite", "indice-0"].map(CueId::new).to_vec();
    let found = coverage(&content, &cues);
    assert_eq!(found.advice, Advice::AddTo("pas-a-pas".into()));
    assert_eq!(
        found.sentence,
        "La carte «\u{202f}Pas à pas\u{202f}» décrit déjà 2 de ces 3 indices. \
         Ajoutez-lui plutôt une phrase, une étape ou une adresse."
    );
    assert_eq!(coverage(&content, &cues[..2]).advice, Advice::ChooseCues);
    let mut more = cues.clone();
    more.push("indice-1".into());
    assert_eq!(
        coverage(&content, &more).advice,
        Advice::Either("pas-a-pas".into())
    );
    let others: Vec<CueId> = ["indice-0", "indice-1", "indice-2"]
        .map(CueId::new)
        .to_vec();
    assert_eq!(coverage(&content, &others).advice, Advice::NewNeed);
    content.personas.clear();
    assert_eq!(coverage(&content, &others).advice, Advice::NewNeed);
}

#[test]
fn the_nearest_comes_first() {
    let content = wide();
    let cues: Vec<CueId> = ["press"].map(CueId::new).to_vec();
    let ranked = nearest(&content, &cues);
    assert_eq!(ranked[0].persona.as_str(), "precise");
    assert_eq!(ranked.len(), 3);
    assert!(
        ranked
            .windows(2)
            .all(|two| two[0].shared.len() >= two[1].shared.len())
    );
}

#[test]
fn levels_are_copied_as_written_and_no_other_share_changes() {
    let mut before = wide();
    let near = &mut before.personas[0];
    near.cues.push(("press".into(), Level::P(0.123)));
    near.answers[0].1 = vec![
        ("bloque".into(), Level::P(0.2)),
        ("rien".into(), Level::P(0.4)),
    ];
    let mut after = before.clone();
    apply(&mut after, &create(&before, &like(&[0, 1, 2])).unwrap()).unwrap();
    let new = after.personas.remove(1);
    assert_eq!(after, before, "nothing else changed");
    let near = &before.personas[0];
    assert_eq!(new.answers, near.answers, "as written, not as used");
    for (cue, level) in &near.cues {
        let copied = new.cues.iter().find(|(id, _)| id == cue).unwrap().1;
        assert_eq!(
            copied,
            if cue.as_str() == "hesite" {
                Level::VeryRare
            } else {
                *level
            }
        );
    }
    assert_eq!(new.cues.len(), near.cues.len() + 3);
    for (channel, share) in &near.share {
        assert!((new.share[channel] - share / 2.0).abs() < 1e-12);
    }
    let mut situation = like(&[0, 1, 2]);
    situation.near = "porte-parole".into();
    let made = persona(&before, &situation).unwrap();
    assert_eq!(
        made.share, before.personas[2].share,
        "a share of all contacts"
    );
}
