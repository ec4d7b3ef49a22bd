//! The workshop without a window: every edit can be taken back, the contact stays as it is, nothing
//! is given up by one key.

use std::sync::{Arc, LazyLock};

use reflexe_personas::app::action::{Action, Effect};
use reflexe_personas::app::keys::Key;
use reflexe_personas::app::state::{Now, Overlay, State};
use reflexe_personas::app::update::{press, update as update_all};
use reflexe_personas::app::workshop::action::CreateAction;
use reflexe_personas::app::workshop::creating::Step as Screen;
use reflexe_personas::app::workshop::{
    Asked, Keeping, Message, Opened, Spot, Task, WorkshopAction, WorkshopDraft, blank_say,
};
use reflexe_personas::domain::ids::CueId;
use reflexe_personas::domain::kit::{Kit, KitContent, Layer};
use reflexe_personas::domain::workshop::{Checks, Edit, Element, Field, Kind, Name, Value, fields};
use reflexe_personas::store::kit_file;

fn now() -> Now {
    Now {
        date: "2026-11-24".to_owned(),
        clock: String::new(),
        millis: 0,
    }
}

/// The shipped kit.
fn kit() -> Arc<Kit> {
    static KIT: LazyLock<Arc<Kit>> = LazyLock::new(|| kit_file::load_embedded(None).kit.unwrap());
    KIT.clone()
}

fn act(state: &mut State, action: WorkshopAction) -> Vec<Effect> {
    update_all(state, Action::workshop(action), &now())
}

/// A state whose workshop is open on the shipped kit.
fn opened() -> State {
    let mut state = State::new(kit());
    let effects = act(&mut state, WorkshopAction::Toggle);
    let Some(Effect::OpenWorkshop(base)) = effects
        .into_iter()
        .find(|effect| matches!(effect, Effect::OpenWorkshop(_)))
    else {
        panic!("the disk is not asked");
    };
    let opened = Opened {
        base,
        hash: "v1".to_owned(),
        checks: Checks::default(),
        keeps: true,
        ..Opened::default()
    };
    act(&mut state, WorkshopAction::Opened(Box::new(opened)));
    state
}

fn content(state: &State) -> &KitContent {
    state.workshop.content().unwrap()
}

fn first(state: &State, layer: Layer) -> Element {
    let persona = content(state).personas.iter().find(|p| p.layer == layer);
    Element::Persona(persona.unwrap().id.clone())
}

fn kept(effects: &[Effect]) -> Option<&WorkshopDraft> {
    effects.iter().find_map(|effect| match effect {
        Effect::KeepWorkshop(draft) => Some(&**draft),
        _ => None,
    })
}

/// Everything the forms can do.
fn edits(state: &State) -> Vec<Vec<WorkshopAction>> {
    let persona = first(state, Layer::Profile);
    let say = Field::new(persona.clone(), Name::Say);
    let other = content(state).personas[1].id.clone();
    let cue = Element::Cue(content(state).cues[0].id.clone());
    let ask = |asked: Asked| vec![WorkshopAction::Ask(asked), WorkshopAction::Confirm];
    let mut all = vec![
        vec![WorkshopAction::Edit(Edit::text(
            Field::new(persona.clone(), Name::Name),
            "Autre nom",
        ))],
        vec![WorkshopAction::InsertLine(
            say.clone(),
            blank_say(&state.workshop),
        )],
        vec![
            WorkshopAction::InsertLine(say.clone(), blank_say(&state.workshop)),
            WorkshopAction::InsertLine(say.clone(), blank_say(&state.workshop)),
            WorkshopAction::MoveLine(say.clone(), 1, 0),
            WorkshopAction::RemoveLine(say, 0),
        ],
        vec![WorkshopAction::Duplicate(persona.clone())],
        vec![
            WorkshopAction::AskDelete(persona.clone()),
            WorkshopAction::Confirm,
        ],
        ask(Asked::Rename(persona, "tout-autre".to_owned())),
        ask(Asked::Rename(cue.clone(), "autre-indice".to_owned())),
        vec![WorkshopAction::AskDelete(cue), WorkshopAction::Confirm],
        vec![WorkshopAction::AddStepTo(other)],
    ];
    for kind in [
        Kind::Cue,
        Kind::Step,
        Kind::Question,
        Kind::Place,
        Kind::Procedure,
        Kind::Family,
        Kind::Source,
    ] {
        all.push(ask(Asked::Add(kind, "Un nom d’essai".to_owned())));
    }
    all
}

#[test]
fn everything_done_is_taken_back_and_done_again_to_the_letter() {
    let fresh = opened();
    for actions in edits(&fresh) {
        let mut state = opened();
        let before = content(&state).clone();
        for action in &actions {
            act(&mut state, action.clone());
        }
        let after = content(&state).clone();
        assert_ne!(before, after, "{actions:?}: {:?}", state.workshop.message);
        let done = state.workshop.desk().unwrap().history().len();
        assert!(done > 0);
        for _ in 0..done {
            act(&mut state, WorkshopAction::Undo);
        }
        assert_eq!(content(&state), &before, "{actions:?}");
        assert_eq!(state.workshop.keeping, Keeping::Nothing, "{actions:?}");
        for _ in 0..done {
            act(&mut state, WorkshopAction::Redo);
        }
        assert_eq!(content(&state), &after, "{actions:?}");
    }
}

#[test]
fn each_change_is_kept_and_none_leaves_nothing() {
    let mut state = opened();
    let field = Field::new(first(&state, Layer::Profile), Name::Name);
    let name = |text: &str| WorkshopAction::Edit(Edit::text(field.clone(), text));
    let effects = act(&mut state, name("Autre"));
    let draft = kept(&effects).unwrap();
    assert_eq!(
        (draft.kit.as_str(), draft.hash.as_str()),
        (kit().id.as_str(), "v1")
    );
    assert_eq!(*draft.base, *kit().content());
    assert_eq!(*draft.content, *content(&state));
    assert_eq!(state.workshop.keeping, Keeping::Going);
    act(&mut state, WorkshopAction::Kept(Ok(())));
    assert_eq!(state.workshop.keeping, Keeping::Kept);
    // What changes nothing is not written.
    assert!(act(&mut state, name("Autre")).is_empty());
    let effects = act(&mut state, WorkshopAction::Undo);
    assert_eq!(effects, [Effect::EraseWorkshop(kit().id.clone())]);
    act(&mut state, name("Encore"));
    act(&mut state, WorkshopAction::Kept(Err("plein".to_owned())));
    assert_eq!(state.workshop.keeping, Keeping::Failing);
    assert_eq!(
        state.workshop.message,
        Some(Message::NotKept("plein".to_owned()))
    );
}

#[test]
fn a_draft_of_another_day_is_taken_up_whatever_became_of_the_kit() {
    for (hash, message) in [("v1", Message::Resumed), ("v0", Message::ResumedOnOther)] {
        let mut state = State::new(kit());
        act(&mut state, WorkshopAction::Toggle);
        let base = Arc::new(kit().content().clone());
        let mut changed = kit().content().clone();
        changed.title = "Autre titre".to_owned();
        let opened = Opened {
            base: base.clone(),
            hash: "v1".to_owned(),
            keeps: true,
            kept: Some(WorkshopDraft {
                kit: base.id.clone(),
                hash: hash.to_owned(),
                base,
                content: Arc::new(changed),
            }),
            ..Opened::default()
        };
        act(&mut state, WorkshopAction::Opened(Box::new(opened)));
        assert_eq!(state.workshop.message, Some(message));
        assert_eq!(content(&state).title, "Autre titre");
        assert_eq!(state.workshop.changes(), 1);
    }
}

#[test]
fn giving_up_asks_and_can_be_undone_after_leaving_and_coming_back() {
    let mut state = opened();
    let field = Field::new(Element::Manifest, Name::Title);
    act(
        &mut state,
        WorkshopAction::Edit(Edit::text(field, "Autre titre")),
    );
    act(&mut state, WorkshopAction::Ask(Asked::Abandon));
    act(&mut state, WorkshopAction::Back);
    assert_eq!(content(&state).title, "Autre titre");
    act(&mut state, WorkshopAction::Ask(Asked::Abandon));
    let effects = act(&mut state, WorkshopAction::Confirm);
    assert_eq!(content(&state), kit().content());
    assert!(effects.contains(&Effect::EraseWorkshop(kit().id.clone())));
    act(&mut state, WorkshopAction::Leave);
    assert!(act(&mut state, WorkshopAction::Toggle).is_empty());
    let effects = act(&mut state, WorkshopAction::Undo);
    assert_eq!(content(&state).title, "Autre titre");
    assert!(kept(&effects).is_some());
}

#[test]
fn a_contact_in_hand_is_never_left_by_one_key_and_stays_as_it_is() {
    let mut state = opened();
    act(&mut state, WorkshopAction::Leave);
    let cue = state.kit.cues[0].id.clone();
    update_all(&mut state, Action::CycleCue(cue), &now());
    let facts = state.session.interview.facts().clone();
    assert!(!state.session.is_blank());
    press(&mut state, Key::CtrlShift('a'), &now());
    assert!(!state.workshop.shown);
    assert_eq!(state.overlay, Some(Overlay::ToWorkshop));
    // The main key stays with the person; so does the same key again.
    press(&mut state, Key::Enter, &now());
    assert_eq!((state.overlay.clone(), state.workshop.shown), (None, false));
    press(&mut state, Key::CtrlShift('a'), &now());
    act(&mut state, WorkshopAction::Enter);
    assert!(state.workshop.shown && state.overlay.is_none());
    // No key of the interview acts in the workshop.
    for key in [
        Key::Letter('p'),
        Key::Digit(1),
        Key::Enter,
        Key::Space,
        Key::Ctrl('n'),
        Key::CtrlEnter,
        Key::Ctrl('z'),
        Key::Ctrl('e'),
        Key::Function(2),
        Key::Function(11),
    ] {
        press(&mut state, key, &now());
        assert_eq!(state.session.interview.facts(), &facts, "{key:?}");
        assert!(state.workshop.shown && state.overlay.is_none(), "{key:?}");
    }
    press(&mut state, Key::CtrlShift('a'), &now());
    assert!(!state.workshop.shown);
    assert_eq!(state.session.interview.facts(), &facts);
}

#[test]
fn what_cannot_be_done_says_why_and_the_name_stays_to_be_changed() {
    let mut state = opened();
    let persona = first(&state, Layer::Profile);
    let taken = content(&state).personas[1].id.to_string();
    let before = content(&state).clone();
    for id in ["Pas Bon", taken.as_str()] {
        act(
            &mut state,
            WorkshopAction::Ask(Asked::Rename(persona.clone(), id.to_owned())),
        );
        let effects = act(&mut state, WorkshopAction::Confirm);
        assert!(effects.is_empty());
        assert!(matches!(state.workshop.message, Some(Message::Refused(_))));
        assert!(matches!(state.workshop.asked, Some(Asked::Rename(..))));
        assert_eq!(content(&state), &before);
    }
}

#[test]
fn a_finding_leads_to_its_field_and_back() {
    let mut state = opened();
    let element = Element::Cue(content(&state).cues[0].id.clone());
    let field = Field::new(element.clone(), Name::Short);
    let long = "Une étiquette bien trop longue pour un écran";
    act(
        &mut state,
        WorkshopAction::Edit(Edit::text(field.clone(), long)),
    );
    let found = state.workshop.checked().of_field(&field).count();
    assert!(found > 0, "too long a label is to correct");
    act(&mut state, WorkshopAction::Go(Spot::Health));
    act(&mut state, WorkshopAction::GoTo(field.clone()));
    assert_eq!(state.workshop.spot().element(), Some(&element));
    assert_eq!(state.workshop.wish().map(|(_, field)| field), Some(&field));
    act(&mut state, WorkshopAction::Back);
    assert_eq!(state.workshop.spot(), &Spot::Health);
    act(&mut state, WorkshopAction::Back);
    assert_eq!(state.workshop.spot(), &Spot::Home);
}

#[test]
fn on_one_pane_a_sheet_goes_back_to_its_list_and_on_two_to_the_home() {
    for (side_by_side, spot) in [(false, Spot::of_kind(Kind::Persona)), (true, Spot::Home)] {
        let mut state = opened();
        act(&mut state, WorkshopAction::SideBySide(side_by_side));
        act(&mut state, WorkshopAction::Go(Task::Words.spot()));
        let element = first(&state, Layer::Profile);
        act(
            &mut state,
            WorkshopAction::Go(Spot::Sheets(Kind::Persona, Some(element))),
        );
        act(&mut state, WorkshopAction::Back);
        assert_eq!(state.workshop.spot(), &spot);
    }
}

#[test]
fn a_persona_is_made_in_order_as_one_thing_with_situations_that_test_it() {
    let mut state = opened();
    let before = content(&state).clone();
    act(&mut state, WorkshopAction::Go(Spot::Create));
    let create = |state: &mut State, action| act(state, WorkshopAction::Create(action));
    // Nothing is skipped.
    create(&mut state, CreateAction::Step(Screen::Near));
    assert_eq!(state.workshop.creating.step, Screen::Need);
    let cues: Vec<CueId> = before
        .cues
        .iter()
        .filter(|cue| cue.scored)
        .map(|cue| cue.id.clone())
        .take(3)
        .collect();
    assert_eq!(cues.len(), 3);
    for cue in &cues {
        create(&mut state, CreateAction::Typical(cue.clone()));
    }
    assert!(state.workshop.creating.coverage.is_some());
    create(&mut state, CreateAction::Step(Screen::Name));
    create(&mut state, CreateAction::Name("Boussole neuve".to_owned()));
    create(
        &mut state,
        CreateAction::Essence("« Je cherche. »".to_owned()),
    );
    create(&mut state, CreateAction::Step(Screen::Near));
    assert!(state.workshop.creating.near.is_some());
    assert!(state.workshop.creating.verdict.is_some());
    // Nothing is in the draft before the end.
    assert_eq!(content(&state), &before);
    create(&mut state, CreateAction::Finish);
    let made = content(&state)
        .personas
        .iter()
        .find(|persona| persona.name == "Boussole neuve")
        .unwrap();
    let id = made.id.clone();
    let tests = content(&state).cases.iter();
    let tests = tests.filter(|case| case.expect.top == [id.clone()]).count();
    assert!(tests > 0);
    assert_eq!(state.workshop.spot().element(), Some(&Element::Persona(id)));
    act(&mut state, WorkshopAction::Undo);
    assert_eq!(content(&state), &before);
}

#[test]
fn words_typed_are_one_undo_and_take_french_spacing_when_left() {
    let mut state = opened();
    let field = Field::new(first(&state, Layer::Profile), Name::Name);
    for text in ["O", "Où", "Où ?"] {
        act(
            &mut state,
            WorkshopAction::Edit(Edit::text(field.clone(), text)),
        );
        act(&mut state, WorkshopAction::SideBySide(true));
    }
    act(&mut state, WorkshopAction::Seal);
    let typed = fields::read(content(&state), &field);
    assert_eq!(typed, Some(Value::Text("Où\u{202f}?".to_owned())));
    act(&mut state, WorkshopAction::Undo);
    assert_eq!(content(&state), kit().content());
}
