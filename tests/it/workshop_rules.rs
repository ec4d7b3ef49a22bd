//! Rules, conditions, links and cases in the window: built by choosing, undone, led to by findings.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use reflexe_personas::app::workshop::Spot;
use reflexe_personas::app::{Action, WorkshopAction};
use reflexe_personas::domain::kit::{Condition, ItemRef, KitContent, RuleEffect};
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::vocab::Language;
use reflexe_personas::domain::workshop::lean::{self, Oftener};
use reflexe_personas::domain::workshop::{Checked, Edit, Element, Field, Kind, Name, Value};
use reflexe_personas::ui::text;

use super::support::{CHORD, Panel, SMALL_STRIP, Stage, focused, tab_to};
use super::workshop_screens::pages;

fn open(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.press_with(CHORD, Key::A);
    panel.reshape();
    panel
}

fn content(panel: &Panel) -> &KitContent {
    panel.state().workshop.content().unwrap()
}

fn undos(panel: &Panel) -> usize {
    panel.state().workshop.desk().unwrap().history().len()
}

fn go(panel: &mut Panel, spot: Spot) {
    panel.act(Action::workshop(WorkshopAction::Go(spot)));
}

fn edit(panel: &mut Panel, edit: Edit) {
    panel.act(Action::workshop(WorkshopAction::Edit(edit)));
}

/// Presses the button whose name ends so, wherever it stands.
#[track_caller]
fn push_ending(panel: &mut Panel, words: &str) {
    let names: Vec<String> = panel
        .harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.ends_with(words))
        .collect();
    assert!(!names.is_empty(), "no button {words}: {:?}", panel.words());
    panel.push(&names[0]);
}

#[test]
fn a_rule_is_built_by_the_keyboard_alone_reads_as_a_sentence_and_is_undone() {
    let mut panel = open(Stage::wide());
    let before = content(&panel).clone();
    go(&mut panel, Spot::of_kind(Kind::Rule));
    tab_to(&mut panel, "Ajouter une règle");
    panel.keys("Entrée");
    let at = before.rules.len();
    let rule = Element::Rule(at);
    assert_eq!(panel.state().workshop.spot().element(), Some(&rule));
    // What is not chosen yet is said at once, where it is.
    let checked = panel.state().workshop.checked();
    let errors = |checked: &Checked| {
        let all = checked.of_element(&rule);
        all.filter(|f| f.gravity == Gravity::Error).count()
    };
    assert!(errors(checked) > 0);
    for finding in checked.of_element(&rule) {
        for trade in ["crochet", "then", "Any", "liste vide"] {
            let words = format!("{} {}", finding.message, finding.cure);
            assert!(!words.contains(trade), "{words}");
        }
    }
    // « Quand on note le premier indice, proposer la première étape ».
    tab_to(&mut panel, "Ajouter une condition");
    panel.keys("Entrée");
    assert!(focused(&panel).contains("Un indice"));
    panel.keys("Entrée");
    // The list is long: one types.
    let cue = before.cues[0].clone();
    for letter in cue.short.chars() {
        let event = eframe::egui::Event::Text(letter.to_string());
        panel.harness.event(event);
        panel.run();
    }
    tab_to(&mut panel, &cue.short);
    panel.keys("Entrée");
    assert!(focused(&panel).contains("Ajouter une condition"));
    assert_eq!(
        content(&panel).rules[at].when,
        Condition::Any(vec![Condition::Cue(cue.id.clone())])
    );
    tab_to(&mut panel, "Ajouter un effet");
    panel.keys("Entrée");
    tab_to(&mut panel, "Proposer une étape");
    panel.keys("Entrée");
    tab_to(&mut panel, &before.steps[0].title);
    panel.keys("Entrée");
    let step = before.steps[0].id.clone();
    assert_eq!(content(&panel).rules[at].then, [RuleEffect::AddStep(step)]);
    let sentence = text::element_title(&rule, content(&panel));
    assert!(sentence.starts_with("Quand on note"), "{sentence}");
    assert!(sentence.contains("proposer l’étape"), "{sentence}");
    let checked = panel.state().workshop.checked();
    assert_eq!(checked.of_element(&rule).count(), 0);
    // Another condition, all of both, the second said otherwise; then everything is taken back.
    panel.push("Quand\u{a0}: Ajouter une condition");
    push_ending(&mut panel, "Le canal");
    push_ending(&mut panel, "Téléphone");
    push_ending(&mut panel, "Tous ces points à la fois");
    push_ending(&mut panel, "Sauf dans ce cas");
    let phone = Condition::Channel(reflexe_personas::domain::vocab::Channel::Phone);
    assert_eq!(
        content(&panel).rules[at].when,
        Condition::All(vec![
            Condition::Cue(cue.id),
            Condition::Not(Box::new(phone))
        ])
    );
    for _ in 0..undos(&panel) {
        panel.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(content(&panel), &before);
}

#[test]
fn groups_are_made_within_groups_and_none_is_left_empty() {
    let mut panel = open(Stage::wide());
    panel.act(Action::workshop(WorkshopAction::Add(Kind::Rule)));
    let at = content(&panel).rules.len() - 1;
    panel.push("Quand\u{a0}: Ajouter une condition");
    push_ending(&mut panel, "Plusieurs conditions ensemble");
    // The group that was made is filled in at once.
    push_ending(&mut panel, "Le thème");
    let first = reflexe_personas::domain::vocab::Theme::ALL[0];
    push_ending(&mut panel, text::term(first));
    push_ending(&mut panel, "Ajouter une condition dans ce groupe");
    push_ending(&mut panel, "Un réglage du poste");
    let when = content(&panel).rules[at].when.clone();
    let Condition::Any(parts) = &when else {
        panic!("{when:?}");
    };
    let [Condition::Any(inner)] = parts.as_slice() else {
        panic!("{when:?}");
    };
    assert_eq!(inner.len(), 2, "{when:?}");
    assert!(panel.says("Condition 1.2"));
    push_ending(&mut panel, "Sauf si tous ces points sont vrais");
    let said = text::element_title(&Element::Rule(at), content(&panel));
    assert!(said.contains("ce n’est pas ceci"), "{said}");
    for _ in 0..2 {
        let cross = panel
            .harness
            .get_all_by_role(Role::Button)
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with("Retirer") && label.contains("Condition 1.1.1"));
        panel.push(&cross.unwrap());
    }
    assert_eq!(content(&panel).rules[at].when, Condition::Any(Vec::new()));
}

#[test]
fn a_step_may_wait_for_something_and_no_longer() {
    let mut panel = open(Stage::wide());
    let step = content(&panel).steps.iter().find(|s| s.when.is_none());
    let id = step.unwrap().id.clone();
    let element = Element::Step(id.clone());
    go(&mut panel, Spot::Sheets(Kind::Step, Some(element)));
    let when = |panel: &Panel| {
        let mut steps = content(panel).steps.iter();
        steps.find(|s| s.id == id).unwrap().when.clone()
    };
    push_ending(&mut panel, "La proposer seulement quand…");
    assert!(panel.says("Aucune condition"));
    push_ending(&mut panel, "Ajouter une condition");
    push_ending(&mut panel, "Le canal");
    push_ending(&mut panel, "Le canal\u{a0}: Guichet");
    assert!(matches!(when(&panel), Some(Condition::Channel(_))));
    assert!(panel.says("L’échange est de ce canal"));
    let cross = panel
        .harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Retirer") && label.contains("canal"));
    panel.push(&cross.unwrap());
    assert_eq!(when(&panel), None);
}

#[test]
fn a_link_says_how_often_in_words_and_card_by_card() {
    let mut panel = open(Stage::wide());
    let before = content(&panel).clone();
    go(&mut panel, Spot::of_kind(Kind::Link));
    panel.push("Ajouter un lien");
    let at = before.links.len();
    let link = |panel: &Panel| content(panel).links[at].clone();
    assert!(link(&panel).rows.is_empty());
    assert!(panel.says("aussi souvent"));
    push_ending(&mut panel, "plus souvent");
    let given = lean::answers(content(&panel), &link(&panel).parent)[0].clone();
    let yes = lean::said(content(&panel), &link(&panel).child)[0].clone();
    let leaning = |panel: &Panel| lean::leaning(content(panel), &link(panel), &given, &yes);
    assert_eq!(leaning(&panel), Some(Oftener::More));
    let title = text::element_title(&Element::Link(at), content(&panel));
    assert!(title.ends_with("plus souvent"), "{title}");
    push_ending(&mut panel, "Régler carte par carte");
    let rows = link(&panel).rows;
    let rarer = panel
        .harness
        .get_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Plus rare"));
    panel.push(&rarer.unwrap());
    assert_ne!(link(&panel).rows, rows);
    // Another cause: what was said of the first is not said of it.
    let parent = link(&panel).parent;
    push_ending(&mut panel, "Choisir un autre");
    let choice = before.questions[0].ask.clone();
    for letter in choice.chars().take(12) {
        let field = panel.harness.get_by_role(Role::TextInput);
        field.focus();
        panel.run();
        let event = eframe::egui::Event::Text(letter.to_string());
        panel.harness.event(event);
        panel.run();
    }
    push_ending(&mut panel, &choice);
    assert_ne!(link(&panel).parent, parent);
    assert!(matches!(link(&panel).parent, ItemRef::Question(_)));
    assert!(link(&panel).rows.is_empty());
    assert!(panel.says("Si l’on répond"));
    for _ in 0..undos(&panel) {
        panel.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(content(&panel), &before);
}

/// Presses the row of « Vérifier le kit » that is about an element.
#[track_caller]
fn follow(panel: &mut Panel, place: &str) {
    go(panel, Spot::Home);
    go(panel, Spot::Health);
    let row = panel
        .harness
        .get_all_by_role(Role::Link)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with(place));
    let row = row.unwrap_or_else(|| panic!("{place}: {:?}", panel.words()));
    panel
        .harness
        .get_by_role_and_label(Role::Link, &row)
        .click_accesskit();
    panel.run();
}

#[test]
fn what_is_wrong_in_a_rule_a_case_a_link_or_a_level_leads_where_it_is_changed() {
    for stage in [Stage::wide(), Stage::wide().sized(SMALL_STRIP)] {
        let mut panel = open(stage);
        let rule = Element::Rule(0);
        let then = Field::new(rule.clone(), Name::Then);
        let gone = Value::Effects(vec![RuleEffect::AddStep("parti".into())]);
        edit(&mut panel, Edit::set(then, gone));
        follow(&mut panel, "Règle 1");
        assert_eq!(panel.state().workshop.spot().element(), Some(&rule));
        assert!(focused(&panel).contains("Alors"), "{}", focused(&panel));
        panel.keys("Échap");
        assert_eq!(panel.state().workshop.spot(), &Spot::Health);

        let cues = Field::new(Element::Case(1), Name::Cues);
        edit(
            &mut panel,
            Edit::set(cues, Value::CueIds(vec!["parti".into()])),
        );
        let label = Element::Case(1).label(content(&panel));
        follow(&mut panel, &label);
        assert_eq!(panel.state().workshop.spot(), &Spot::Bench);
        assert_eq!(panel.state().workshop.bench.open, Some(1));
        assert!(panel.says("Situations dites attendues"));
        assert!(focused(&panel).contains("Indices"), "{}", focused(&panel));
        panel.keys("Échap Échap");
        assert_eq!(panel.state().workshop.spot(), &Spot::Health);

        panel.act(Action::workshop(WorkshopAction::Add(Kind::Link)));
        let at = content(&panel).links.len() - 1;
        let link = Element::Link(at);
        let child = Field::new(link.clone(), Name::Child);
        let gone = Value::Item(ItemRef::Cue("parti".into()));
        edit(&mut panel, Edit::set(child, gone));
        follow(&mut panel, &format!("Lien {}", at + 1));
        assert_eq!(panel.state().workshop.spot().element(), Some(&link));

        let persona = content(&panel).personas[2].id.clone();
        let levels = Field::new(Element::Persona(persona.clone()), Name::Cues);
        let mut all = content(&panel).personas[2].cues.clone();
        all[1].1 = reflexe_personas::domain::kit::Level::P(1.5);
        let cue = all[1].0.clone();
        edit(&mut panel, Edit::set(levels, Value::CueLevels(all)));
        let place = Element::Persona(persona.clone()).label(content(&panel));
        follow(&mut panel, &place);
        assert_eq!(panel.state().workshop.spot(), &Spot::Levels);
        let table = &panel.state().workshop.levels;
        let (at, grid) = (table.cursor(), table.grid());
        assert_eq!(grid.columns[at.column].persona, persona);
        let about = reflexe_personas::domain::workshop::About::Cue(cue);
        assert_eq!(grid.rows[at.row].about, about);
        // The cell has the focus: a letter fills it in.
        let name = content(&panel).personas[2].name.clone();
        assert!(focused(&panel).contains(&name), "{}", focused(&panel));
        panel.keys("Échap");
        assert_eq!(panel.state().workshop.spot(), &Spot::Health);
    }
}

#[test]
fn a_case_is_changed_copied_and_deleted_where_it_is_tried() {
    let mut panel = open(Stage::wide());
    let before = content(&panel).clone();
    panel.act(Action::workshop(WorkshopAction::GoTo(Field::new(
        Element::Case(0),
        Name::Title,
    ))));
    assert_eq!(focused(&panel), Name::Title.label());
    panel
        .harness
        .event(eframe::egui::Event::Text(" bis".to_owned()));
    panel.run();
    assert!(content(&panel).cases[0].title.contains(" bis"));
    push_ending(&mut panel, "Choisir une réponse");
    let question = &before.questions[0];
    let free = before.cases[0]
        .answers
        .iter()
        .all(|(id, _)| *id != question.id);
    assert!(free);
    push_ending(&mut panel, &question.answers[0].text);
    let answers = &content(&panel).cases[0].answers;
    assert_eq!(answers.len(), before.cases[0].answers.len() + 1);
    let title = content(&panel).cases[0].title.clone();
    panel.push(&text::case_copy_name(title.as_str()));
    assert_eq!(content(&panel).cases.len(), before.cases.len() + 1);
    assert_eq!(panel.state().workshop.bench.open, Some(1));
    let copy = content(&panel).cases[1].title.clone();
    panel.push(&text::case_delete_name(copy.as_str()));
    panel.push("Supprimer");
    assert_eq!(content(&panel).cases.len(), before.cases.len());
    assert_eq!(panel.state().workshop.bench.open, None);
    for _ in 0..undos(&panel) {
        panel.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(content(&panel), &before);
}

#[test]
fn the_home_of_the_workshop_counts_what_the_command_line_counts() {
    let panel = open(Stage::wide());
    let counts = panel.state().workshop.findings_of(Kind::ALL);
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_reflexe"))
        .arg("check")
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    let last = told.lines().last().unwrap().replace('\u{a0}', " ");
    let wanted = format!(
        "À corriger : {}. À relire : {}. Pour information : {}.",
        counts.errors, counts.warnings, counts.infos
    );
    assert!(last.starts_with(&wanted), "{last} is not {wanted}");
    assert!(counts.infos > 0, "a kit with nothing to know tells nothing");
    let said = text::workshop_findings(counts);
    assert!(panel.says(&said), "{said}");
}

#[test]
fn a_card_is_called_a_card_on_every_page_and_a_persona_where_one_is_made() {
    for language in [Language::French, Language::English] {
        let mut stage = Stage::wide();
        stage.settings.language = language;
        let mut panel = open(stage);
        let persona = content(&panel).personas[0].id.clone();
        let card = Element::Persona(persona);
        let essence = Field::new(card, Name::Essence);
        edit(&mut panel, Edit::text(essence, "06 39 98 12 34"));
        for page in pages(&panel) {
            go(&mut panel, page.clone());
            let made_here = page == Spot::Home;
            for words in panel.words() {
                let said = words.to_lowercase();
                assert!(made_here || !said.contains("persona"), "{page:?}: {words}");
            }
        }
        let told = panel.state().workshop.checked().findings.clone();
        assert!(!told.is_empty());
        for finding in told {
            let words = format!("{} {}", finding.message, finding.cure).to_lowercase();
            assert!(!words.contains("persona"), "{words}");
        }
    }
}
