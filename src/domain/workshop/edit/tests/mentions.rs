//! What mentions an element when it goes, or changes its id.

use super::*;

#[test]
fn every_element_is_deleted_with_its_mentions_and_comes_back() {
    let before = content();
    for element in every_element(&before) {
        let prevented = match &element {
            Element::Manifest => true,
            Element::Family(id) => id.as_str() != "vide",
            _ => false,
        };
        let edit = Edit::Delete(element.clone());
        if prevented {
            refused(&edit);
            continue;
        }
        let after = there_and_back(&before, &edit);
        if !matches!(
            element,
            Element::Rule(_) | Element::Case(_) | Element::Link(_)
        ) {
            let id = format!("({})", element.id());
            assert!(
                !written(&after).contains(&id),
                "{element:?} is still mentioned"
            );
        }
        let admitted = crate::domain::validate::admit(after, None);
        let errors: Vec<_> = admitted
            .problems
            .into_iter()
            .filter(|p| p.gravity == crate::domain::problem::Gravity::Error)
            // A question may lose its answers one by one: that is told, not refused.
            .collect();
        assert!(errors.is_empty(), "{element:?}: {errors:#?}");
    }
}

#[test]
fn what_hangs_on_an_element_is_told_before_it_goes() {
    let before = content();
    let told = dependents(&before, &Element::Cue("hesite".into()));
    let find = |element: Element| {
        told.iter()
            .filter(|d| d.element == element)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        find(Element::Persona("pas-a-pas".into()))[0].fallout,
        Fallout::Cleared
    );
    assert_eq!(
        find(Element::Step("orienter".into()))[0].fallout,
        Fallout::Loosened
    );
    assert_eq!(find(Element::Rule(0))[0].fallout, Fallout::Cleared);
    assert_eq!(
        find(Element::Step("orienter".into()))[0].what,
        "Étape «\u{202f}Donner l’adresse de l’atelier\u{202f}»\u{a0}: proposée ensuite sans condition."
    );
    // The rule that only waits for this cue, and the case that rests on it alone, would go.
    let told = dependents(&before, &Element::Cue("press".into()));
    assert!(
        told.iter()
            .any(|d| d.element == Element::Rule(2) && d.fallout == Fallout::Gone)
    );
    let mut after = before.clone();
    apply(&mut after, &Edit::Delete(Element::Cue("press".into()))).unwrap();
    assert_eq!(after.rules.len(), 2);
    assert_eq!(
        after.rules[1].when,
        Condition::All(vec![Condition::Followed("pas-a-pas".into())]),
        "what only excluded the cue falls out"
    );
    assert_eq!(after.cases[1].cues, [], "the case keeps its answer");
    let told = dependents(&before, &Element::Family("gestes".into()));
    assert!(told.iter().any(|d| d.fallout == Fallout::Prevents));
    assert!(dependents(&before, &Element::Place("atelier".into())).is_empty());
    assert!(dependents(&before, &Element::Cue("absent".into())).is_empty());
}

#[test]
fn everything_told_is_what_changes() {
    let before = content();
    for element in every_element(&before) {
        let told = dependents(&before, &element);
        let mut after = before.clone();
        if apply(&mut after, &Edit::Delete(element.clone())).is_err() {
            continue;
        }
        for other in every_element(&before) {
            if other == element
                || matches!(
                    other,
                    Element::Rule(_) | Element::Case(_) | Element::Link(_)
                )
            {
                continue;
            }
            if matches!((&element, &other), (Element::Question(q), Element::Answer(of, _)) if q == of)
            {
                continue;
            }
            for name in fields::names(&other) {
                let field = Field::new(other.clone(), *name);
                let changed = fields::read(&before, &field) != fields::read(&after, &field);
                let said = told.iter().any(|d| d.field == field);
                assert_eq!(changed, said, "{element:?} → {field}");
            }
        }
    }
}

#[test]
fn a_new_id_is_followed_everywhere() {
    let before = content();
    for element in every_element(&before) {
        let edit = Edit::Rename {
            element: element.clone(),
            id: "nouveau".to_owned(),
        };
        if matches!(
            element,
            Element::Manifest | Element::Rule(_) | Element::Case(_) | Element::Link(_)
        ) {
            refused(&edit);
            continue;
        }
        let after = there_and_back(&before, &edit);
        // The same content with the old id spelled anew, and nothing else.
        let old = match &element {
            Element::Source(id) => format!("\"{id}\""),
            _ => format!("({})", element.id()),
        };
        let new = match &element {
            Element::Source(_) => "\"nouveau\"".to_owned(),
            _ => "(nouveau)".to_owned(),
        };
        let kind = written(&before).replace(&old, &new);
        assert_eq!(written(&after), kind, "{element:?}");
        assert_ne!(after, before);
    }
}
