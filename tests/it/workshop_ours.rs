//! What is a structure's own: said, used after two yes, taken between two interviews, never let into the
//! kit of everyone; and its page in the window, by keyboard alone.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use reflexe_personas::app::action::Effect;
use reflexe_personas::app::update::update;
use reflexe_personas::app::workshop::sharing::{Errand, OursAnswer, OursWork, ShareAction};
use reflexe_personas::app::workshop::{
    Asked, Keeping, Message, Opened, OursAction, Spot, Whose, WorkshopDraft,
};
use reflexe_personas::app::{Action, State, WorkshopAction};
use reflexe_personas::domain::evidence::{Evidence, Sighting};
use reflexe_personas::domain::guard::GuardLexicon;
use reflexe_personas::domain::ids::StepId;
use reflexe_personas::domain::kit::{Kit, KitContent, Place};
use reflexe_personas::domain::study::tally::{ENOUGH, Tally};
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::version::{Hash, Looked, Picked, VersionName};
use reflexe_personas::domain::vocab::{Channel, Orientation};
use reflexe_personas::domain::workshop::layer::{LocalLayer, Touched, Why};
use reflexe_personas::domain::workshop::{Checks, Edit, Element, Field, Item, Name, edit, fields};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::{kit_file, local_layer};
use reflexe_personas::ui::errands;

use super::support::{Panel, SMALL_STRIP, Stage, WIDE, focused, now, tab_to};

fn shipped() -> Arc<Kit> {
    kit_file::load_embedded(None).kit.unwrap()
}

/// A window's state and the disk it would have: what is asked of the disk is done at once.
struct Counter {
    state: State,
    data: std::path::PathBuf,
    /// The workshop's drafts that were kept, and whether one was erased last.
    kept: Option<WorkshopDraft>,
    erased: Vec<String>,
}

impl Counter {
    fn new(data: &Path) -> Self {
        let kit = shipped();
        let read = local_layer::known(&RealDisk, data, None, &kit.id);
        let trouble = read.trouble();
        Self {
            state: State::new(kit).with_local(read.layer, trouble),
            data: data.to_owned(),
            kept: None,
            erased: Vec::new(),
        }
    }

    fn act(&mut self, action: Action) {
        let mut actions = vec![action];
        while let Some(action) = actions.pop() {
            for effect in update(&mut self.state, action, &now(0)) {
                match effect {
                    Effect::Share(mut errand) => {
                        if let Errand::Ours(ours) = &mut *errand {
                            ours.data = Some(self.data.clone());
                        }
                        let answer = errands::carry_out(&RealDisk, &errand, None);
                        actions.push(Action::workshop(WorkshopAction::Share(answer)));
                    }
                    Effect::KeepWorkshop(draft) => self.kept = Some(*draft),
                    Effect::EraseWorkshop(name) => self.erased.push(name),
                    Effect::OpenWorkshop(base) => {
                        let opened = Opened {
                            base,
                            hash: "v1".to_owned(),
                            checks: Checks::default(),
                            keeps: true,
                            ours: self.kept.clone(),
                            ..Opened::default()
                        };
                        let opened = WorkshopAction::Opened(Box::new(opened));
                        actions.push(Action::workshop(opened));
                    }
                    _ => {}
                }
            }
        }
    }

    fn workshop(&mut self, action: WorkshopAction) {
        self.act(Action::workshop(action));
    }

    fn ours(&mut self, action: OursAction) {
        self.workshop(WorkshopAction::Ours(action));
    }

    /// Opens the workshop on what is the structure's own.
    fn at_home(&mut self) {
        self.workshop(WorkshopAction::Enter);
        self.ours(OursAction::Turn(Whose::Ours));
        assert!(self.state.workshop.ours().is_on());
    }

    fn set(&mut self, field: Field, words: &str) {
        self.workshop(WorkshopAction::Edit(Edit::text(field, words)));
        self.workshop(WorkshopAction::Seal);
    }

    /// Uses what is written, with both yes.
    fn use_it(&mut self) {
        self.workshop(WorkshopAction::Go(Spot::Ours));
        self.ours(OursAction::AskUse);
        assert_eq!(self.state.workshop.asked, Some(Asked::Use));
        self.workshop(WorkshopAction::Confirm);
    }

    fn content(&self) -> &KitContent {
        self.state.workshop.content().unwrap()
    }

    fn looks(&mut self) -> Vec<(Touched, Why)> {
        self.workshop(WorkshopAction::Go(Spot::Ours));
        let seen = self.state.workshop.ours().seen().unwrap();
        let of = seen.looks.iter();
        of.map(|look| (look.touched.clone(), look.why)).collect()
    }

    fn on_disk(&self) -> LocalLayer {
        let place = match &self.state.settings.local_folder {
            Some(folder) => local_layer::Place::Shared {
                folder: folder.clone(),
                data: None,
            },
            None => local_layer::Place::Here(self.data.clone()),
        };
        let id = &self.state.bare_kit().id;
        local_layer::load(&RealDisk, &place, id)
            .unwrap()
            .layer
            .unwrap()
    }

    /// Another version of the kit is published; it is taken at once if nobody is there.
    fn publish(&mut self, number: u32, change: impl FnOnce(&mut KitContent)) {
        let folder = self.data.join("publié");
        self.state.settings.published_folder = Some(folder.clone());
        let mut content = self.state.bare_kit().content().clone();
        change(&mut content);
        let picked = Picked {
            version: VersionName {
                number,
                hash: Hash(number),
            },
            date: None,
            kit: Arc::new(admit(content, None).kit.unwrap()),
            words: Arc::new(GuardLexicon::default()),
        };
        let looked = Looked::New(Box::new(picked));
        self.act(Action::KitLooked(folder, looked));
        // What was done in the workshop was done in an interview of which nothing is noted.
        self.act(Action::New);
        assert_eq!(self.state.publishing.version.unwrap().number, number);
    }
}

fn persona(at: usize) -> Element {
    Element::Persona(shipped().personas[at].id.clone())
}

fn essence() -> Field {
    Field::new(persona(0), Name::Essence)
}

const OURS: &str = "Ici, je préfère que l’on me montre.";

/// A counter where a sentence is said otherwise and a step hidden, which nothing uses yet.
fn says_otherwise(folder: &Path, bare: &Kit) -> (Counter, StepId) {
    let mut counter = Counter::new(folder);
    counter.at_home();
    counter.set(essence(), OURS);
    let step = bare.steps[0].id.clone();
    counter.workshop(WorkshopAction::AskDelete(Element::Step(step.clone())));
    counter.workshop(WorkshopAction::Confirm);
    (counter, step)
}

#[test]
fn what_is_said_at_home_is_used_after_two_yes_and_taken_between_two_interviews() {
    let folder = tempfile::tempdir().unwrap();
    let bare = shipped();
    let (mut counter, step) = says_otherwise(folder.path(), &bare);
    assert_eq!(
        counter.kept.as_ref().unwrap().kit,
        "usagers-numeriques-chez-nous"
    );
    assert!(counter.on_disk().is_empty(), "nothing before it is used");
    // One yes is not two.
    counter.workshop(WorkshopAction::Go(Spot::Ours));
    counter.ours(OursAction::AskUse);
    counter.workshop(WorkshopAction::AskNothing);
    assert!(counter.on_disk().is_empty());
    counter.use_it();
    assert_eq!(counter.state.workshop.message, Some(Message::Used));
    let layer = counter.on_disk();
    assert_eq!(
        (layer.overrides.len(), &layer.hidden_steps),
        (1, &vec![step.clone()])
    );
    assert_eq!(counter.state.workshop.keeping, Keeping::Nothing);
    assert_eq!(counter.erased, ["usagers-numeriques-chez-nous"]);
    // The interview in hand, of which nothing is noted, keeps its kit; the next one has it.
    assert_eq!(counter.state.kit.content(), bare.content());
    counter.workshop(WorkshopAction::Leave);
    let cue = bare.cues[0].id.clone();
    counter.act(Action::CycleCue(cue));
    assert_eq!(counter.state.kit.content(), bare.content());
    counter.act(Action::EndWithoutNote);
    let kit = counter.state.kit.clone();
    assert_eq!(kit.personas[0].essence, OURS);
    assert!(kit.step(step.as_str()).is_none());
    assert_eq!(counter.state.bare_kit().content(), bare.content());
    // Another start begins with it.
    let again = Counter::new(folder.path());
    assert_eq!(again.state.kit.content(), kit.content());
    assert_eq!(again.state.bare_kit().content(), bare.content());
}

#[test]
fn a_recalibrated_kit_that_is_saved_holds_nothing_of_what_is_local() {
    let folder = tempfile::tempdir().unwrap();
    let bare = shipped();
    let (mut counter, step) = says_otherwise(folder.path(), &bare);
    counter.use_it();
    counter.workshop(WorkshopAction::Leave);
    counter.act(Action::New);
    assert_eq!(counter.state.kit.personas[0].essence, OURS);
    assert!(counter.state.kit.step(step.as_str()).is_none());
    let profile = bare.profiles().next().unwrap().id.clone();
    let mut tally = Tally::new(&bare, "2026-11-01");
    let mut evidence = Evidence::new(Channel::Counter);
    let cue = bare.cues.iter().find(|cue| cue.scored).unwrap();
    evidence.cues.insert(cue.id.clone(), Sighting::Observed);
    for _ in 0..ENOUGH {
        tally.add(&evidence, &profile);
    }
    counter.act(Action::TallyIs(Ok(Some(tally))));
    counter.act(Action::Recalibrate);
    let effects = update(&mut counter.state, Action::SaveProposal, &now(0));
    let [Effect::SaveKitAs(saved)] = effects.as_slice() else {
        panic!("a kit is saved: {effects:?}");
    };
    assert!(!format!("{saved:?}").contains(OURS));
    // Levels, shares and the version are new; the rest is as everyone has it.
    let mut like = (**saved).clone();
    like.version.clone_from(&bare.version);
    for (persona, before) in like.personas.iter_mut().zip(&bare.personas) {
        persona.cues.clone_from(&before.cues);
        persona.answers.clone_from(&before.answers);
        persona.share.clone_from(&before.share);
    }
    assert_eq!(&like, bare.content());
    assert_ne!(saved.as_ref(), bare.content(), "something was learnt");
}

#[test]
fn the_kit_of_everyone_never_gets_what_is_local() {
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::new(folder.path());
    counter.workshop(WorkshopAction::Enter);
    let field = Field::new(persona(1), Name::Essence);
    counter.set(field.clone(), "Pour tous");
    counter.ours(OursAction::Turn(Whose::Ours));
    assert_eq!(counter.content(), shipped().content(), "two drafts");
    counter.set(essence(), OURS);
    for spot in [Spot::Share, Spot::Versions, Spot::Files, Spot::Bench] {
        counter.workshop(WorkshopAction::Go(spot));
        assert_eq!(counter.state.workshop.spot(), &Spot::Home);
    }
    counter.use_it();
    counter.ours(OursAction::Turn(Whose::Everyone));
    assert_eq!(
        fields::read(counter.content(), &field).map(|v| format!("{v:?}")),
        Some("Text(\"Pour tous\")".to_owned())
    );
    assert_eq!(
        counter.content().personas[0].essence,
        shipped().personas[0].essence
    );
    counter.workshop(WorkshopAction::Go(Spot::Ours));
    assert_eq!(counter.state.workshop.spot(), &Spot::Home);
    // A window that starts with a layer opens the workshop on the kit without it.
    let mut again = Counter::new(folder.path());
    assert_eq!(again.state.kit.personas[0].essence, OURS);
    again.workshop(WorkshopAction::Enter);
    assert_eq!(again.content(), shipped().content());
    let desk = again.state.workshop.desk().unwrap();
    assert_eq!(desk.base(), shipped().content());
}

#[test]
fn what_cannot_be_local_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::new(folder.path());
    counter.at_home();
    let kit = shipped();
    let levels = Field::cue_level(kit.personas[0].id.clone(), kit.cues[0].id.clone());
    let sources = Field::new(persona(0), Name::Sources);
    let procedure = Element::Procedure(kit.procedures[0].id.clone());
    let asked =
        |element: Element| vec![WorkshopAction::AskDelete(element), WorkshopAction::Confirm];
    let edits = [
        vec![WorkshopAction::Edit(Edit::text(
            Field::new(persona(0), Name::Code),
            "ZZ",
        ))],
        vec![WorkshopAction::Edit(Edit::set(
            levels,
            reflexe_personas::domain::workshop::Value::Flag(true),
        ))],
        vec![WorkshopAction::RemoveLine(sources, 0)],
        vec![WorkshopAction::Edit(Edit::Move {
            element: persona(0),
            to: 3,
        })],
        vec![WorkshopAction::Duplicate(procedure.clone())],
        asked(procedure),
        asked(persona(0)),
    ];
    for actions in edits {
        for action in &actions {
            counter.workshop(action.clone());
        }
        assert_eq!(counter.content(), kit.content(), "{actions:?}");
        let told = counter.state.workshop.message.clone();
        let refused = matches!(told, Some(Message::Told(_) | Message::Refused(_)));
        assert!(refused, "{actions:?}: {told:?}");
        counter.workshop(WorkshopAction::Redo);
        assert_eq!(counter.content(), kit.content(), "{actions:?}: done again");
        counter.workshop(WorkshopAction::AskNothing);
    }
    // An element of one's own may be filled in whole.
    counter.workshop(WorkshopAction::Duplicate(persona(0)));
    let own = counter.state.workshop.spot().element().cloned().unwrap();
    assert!(counter.state.workshop.ours().is_own(&own));
    counter.set(Field::new(own.clone(), Name::Code), "ICI");
    counter.workshop(WorkshopAction::Go(Spot::Ours));
    let layer = &counter.state.workshop.ours().seen().unwrap().layer;
    assert!(matches!(&layer.own[..], [Item::Persona(own)] if own.code == "ICI"));
}

#[test]
fn a_card_made_at_home_is_ours_without_the_situations_that_test_it() {
    use reflexe_personas::app::workshop::action::CreateAction;
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::new(folder.path());
    counter.at_home();
    counter.workshop(WorkshopAction::Go(Spot::Create));
    let kit = shipped();
    let near = kit.profiles().next().unwrap();
    let cues: Vec<_> = near.cues.iter().map(|(cue, _)| cue.clone()).collect();
    for action in [
        CreateAction::Name("Habitué du square".to_owned()),
        CreateAction::Essence("Je viens chaque semaine.".to_owned()),
        CreateAction::Typical(cues[0].clone()),
        CreateAction::Typical(cues[1].clone()),
        CreateAction::Typical(cues[2].clone()),
        CreateAction::Near(near.id.clone()),
        CreateAction::Finish,
    ] {
        counter.workshop(WorkshopAction::Create(action));
    }
    let made = counter.state.workshop.spot().element().cloned().unwrap();
    assert!(
        counter.state.workshop.ours().is_own(&made),
        "{:?}",
        counter.state.workshop.message
    );
    assert_eq!(counter.content().cases, kit.cases);
    counter.workshop(WorkshopAction::AddStepTo(made.id().as_str().into()));
    counter.use_it();
    let layer = counter.on_disk();
    assert_eq!((layer.own.len(), layer.overrides.len()), (2, 0));
    counter.act(Action::New);
    assert!(
        counter
            .state
            .kit
            .personas
            .iter()
            .any(|p| p.name == "Habitué du square")
    );
}

#[test]
fn a_new_kit_goes_under_it_and_each_change_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::new(folder.path());
    counter.at_home();
    let (kept, taken, said) = (
        essence(),
        Field::new(persona(1), Name::Essence),
        Field::new(persona(2), Name::Essence),
    );
    for field in [&kept, &taken, &said] {
        counter.set(field.clone(), OURS);
    }
    counter.use_it();
    // A change in hand, not used yet, waits too.
    counter.set(Field::new(persona(3), Name::Essence), "En cours");
    counter.workshop(WorkshopAction::Leave);
    counter.publish(2, |content| {
        content.personas[0].essence = "Nouveau 0".to_owned();
        content.personas[1].essence = "Nouveau 1".to_owned();
        content.personas[2].essence = OURS.to_owned();
        content.personas[4].essence = "Nouveau 4".to_owned();
    });
    let said_to_agents =
        |counter: &Counter, at: usize| counter.state.kit.personas[at].essence.clone();
    assert_eq!(said_to_agents(&counter, 0), OURS);
    assert_eq!(said_to_agents(&counter, 4), "Nouveau 4");
    counter.workshop(WorkshopAction::Enter);
    assert_eq!(counter.content().personas[3].essence, "En cours");
    assert_eq!(counter.content().personas[4].essence, "Nouveau 4");
    let told = counter.looks();
    assert_eq!(
        told,
        [
            (Touched::Field(kept.clone()), Why::Changed),
            (Touched::Field(taken.clone()), Why::Changed),
            (Touched::Field(said.clone()), Why::Needless),
        ]
    );
    // Keeping is known at once, and agents see no difference.
    let before = counter.content().clone();
    counter.ours(OursAction::Keep(Touched::Field(kept)));
    counter.ours(OursAction::Reset(Touched::Field(said)));
    assert_eq!(counter.content(), &before);
    assert_eq!(counter.on_disk().overrides.len(), 2);
    assert_eq!(
        counter.looks(),
        [(Touched::Field(taken.clone()), Why::Changed)]
    );
    // Taking what the kit says is a change like any other: undone, and used after two yes.
    counter.ours(OursAction::Reset(Touched::Field(taken.clone())));
    assert_eq!(counter.content().personas[1].essence, "Nouveau 1");
    assert_eq!(counter.looks(), []);
    counter.workshop(WorkshopAction::Undo);
    assert_eq!(counter.content(), &before);
    counter.workshop(WorkshopAction::Redo);
    assert_eq!(counter.on_disk().overrides.len(), 2);
    counter.use_it();
    counter.act(Action::New);
    assert_eq!(said_to_agents(&counter, 0), OURS);
    assert_eq!(said_to_agents(&counter, 1), "Nouveau 1");
    assert_eq!(said_to_agents(&counter, 3), "En cours");
    assert_eq!(counter.looks(), []);
}

#[test]
fn a_draft_of_another_day_goes_over_the_kit_of_today() {
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::new(folder.path());
    counter.at_home();
    counter.set(essence(), OURS);
    let kept = counter.kept.clone();
    let mut other = Counter::new(folder.path());
    other.publish(2, |content| {
        content.personas[4].essence = "Nouveau".to_owned();
    });
    other.kept = kept;
    other.at_home();
    assert_eq!(other.content().personas[0].essence, OURS);
    assert_eq!(other.content().personas[4].essence, "Nouveau");
    assert_eq!(other.looks(), []);
    let seen = other.state.workshop.ours().seen().unwrap();
    assert_eq!(seen.layer.overrides.len(), 1);
}

#[test]
fn a_folder_chosen_later_takes_what_was_here_and_a_colleague_is_not_written_over() {
    let home = tempfile::tempdir().unwrap();
    let (here, share) = (home.path().join("ici"), home.path().join("partage"));
    std::fs::create_dir_all(&here).unwrap();
    std::fs::create_dir_all(&share).unwrap();
    let mut mine = Counter::new(&here);
    mine.at_home();
    mine.set(essence(), OURS);
    mine.use_it();
    mine.ours(OursAction::Folder(Some(share.clone())));
    // What the folder does not hold yet is a draft again: nothing is lost.
    assert_eq!(mine.content().personas[0].essence, OURS);
    assert!(mine.state.workshop.desk().unwrap().is_changed());
    mine.use_it();
    assert_eq!(mine.on_disk().overrides.len(), 1);
    // A colleague, elsewhere, with the same folder.
    let there = home.path().join("ailleurs");
    std::fs::create_dir_all(&there).unwrap();
    let mut theirs = Counter::new(&there);
    theirs.act(Action::Set(
        reflexe_personas::app::action::SettingChange::LocalFolder(Some(share)),
    ));
    theirs.act(Action::New);
    assert_eq!(theirs.state.kit.personas[0].essence, OURS);
    theirs.at_home();
    theirs.set(Field::new(persona(1), Name::Essence), "Là-bas");
    theirs.use_it();
    // Mine began before: refused, told, put together, and the next try goes.
    mine.set(Field::new(persona(2), Name::Essence), "Ici aussi");
    mine.use_it();
    let trouble = mine.state.workshop.ours().trouble.clone().unwrap();
    assert!(trouble.contains("Quelqu’un"), "{trouble}");
    assert_eq!(mine.on_disk().overrides.len(), 2);
    assert_eq!(mine.content().personas[1].essence, "Là-bas");
    assert_eq!(mine.content().personas[2].essence, "Ici aussi");
    mine.use_it();
    assert_eq!(mine.on_disk().overrides.len(), 3);
    // A share that is away: what is known here stays, and it is told.
    std::fs::rename(home.path().join("partage"), home.path().join("parti")).unwrap();
    mine.set(Field::new(persona(3), Name::Essence), "Plus tard");
    mine.use_it();
    assert!(mine.state.workshop.ours().trouble.is_some());
    assert_eq!(mine.content().personas[3].essence, "Plus tard");
    mine.act(Action::New);
    assert_eq!(mine.state.kit.personas[2].essence, "Ici aussi");
}

#[test]
fn what_would_break_the_kit_is_not_used_and_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let kit = shipped();
    let mut own = kit.personas[0].clone();
    own.id = "chez-nous".into();
    own.code = String::new();
    own.name = String::new();
    let layer = LocalLayer {
        kit: kit.id.clone(),
        own: vec![Item::Persona(Box::new(own))],
        ..LocalLayer::default()
    };
    let here = local_layer::Place::Here(folder.path().to_owned());
    local_layer::save(&RealDisk, &here, &layer, &LocalLayer::default()).unwrap();
    let counter = Counter::new(folder.path());
    assert_eq!(counter.state.kit.content(), kit.content());
    assert!(
        counter
            .state
            .local
            .trouble
            .unwrap()
            .contains("rien n’est effacé")
    );
}

#[test]
fn what_comes_of_another_folder_or_kit_is_left_aside() {
    let folder = tempfile::tempdir().unwrap();
    let mut counter = Counter::new(folder.path());
    let layer = LocalLayer {
        kit: shipped().id.clone(),
        hidden_steps: vec![shipped().steps[0].id.clone()],
        ..LocalLayer::default()
    };
    for (from, kit) in [
        (Some(folder.path().to_owned()), shipped().id.clone()),
        (None, "autre".to_owned()),
    ] {
        let late = OursAnswer::Looked {
            folder: from,
            kit,
            layer: Some(layer.clone()),
            trouble: None,
        };
        counter.workshop(WorkshopAction::Share(ShareAction::Ours(Box::new(late))));
        assert_eq!(counter.state.local.waiting, None);
    }
}

fn with_a_place() -> Arc<Kit> {
    let mut content = shipped().content().clone();
    content.places.push(Place {
        id: "mairie".into(),
        name: "Mairie".to_owned(),
        kind: Orientation::Administration,
        offers: vec!["État civil".to_owned()],
        when: "lundi 9 h".to_owned(),
        contact: "accueil".to_owned(),
        bring: Vec::new(),
        confirmed: None,
    });
    Arc::new(admit(content, None).kit.unwrap())
}

/// The window on what is the structure's own, kept in that folder.
fn window(stage: Stage, folder: &Path) -> Panel {
    let mut stage = stage;
    stage.settings.local_folder = Some(folder.to_owned());
    let mut panel = stage.open_on(with_a_place());
    panel.act(Action::workshop(WorkshopAction::Toggle));
    panel.reshape();
    panel
}

fn ours(panel: &mut Panel, action: OursAction) {
    panel.act(Action::workshop(WorkshopAction::Ours(action)));
}

fn go(panel: &mut Panel, spot: Spot) {
    panel.act(Action::workshop(WorkshopAction::Go(spot)));
}

#[test]
fn opening_hours_become_ours_with_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = window(Stage::wide(), folder.path());
    tab_to(&mut panel, "Chez nous");
    panel.keys("Entrée");
    assert!(panel.state().workshop.ours().is_on());
    assert!(!panel.says("Diffuser à l’équipe"));
    tab_to(&mut panel, "Mettre à jour nos adresses");
    panel.keys("Entrée");
    // Every field of a place may be local: nothing is left to the kit of everyone.
    assert!(!panel.says("Le reste de cette fiche vient du kit"));
    tab_to(&mut panel, "Horaires");
    panel.press_with(Modifiers::COMMAND, Key::A);
    for letter in "jeudi 14 h".chars() {
        panel
            .harness
            .event(eframe::egui::Event::Text(letter.to_string()));
        panel.run();
    }
    // The mark stands at the field, with what the kit says.
    assert!(panel.says("Propre à chez nous"));
    assert!(panel.says("Le kit dit\u{a0}: lundi"));
    panel.keys("Échap Échap Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Home);
    assert!(panel.says("1 élément propre à chez nous"));
    tab_to(&mut panel, "Propre à notre structure");
    panel.keys("Entrée");
    assert_eq!(panel.state().workshop.spot(), &Spot::Ours);
    assert!(panel.says("Chez nous\u{a0}: jeudi 14"));
    tab_to(&mut panel, "Utiliser chez nous");
    panel.keys("Entrée");
    assert_eq!(panel.state().workshop.asked, Some(Asked::Use));
    assert!(focused(&panel).contains("Utiliser chez nous ce qui est écrit ici"));
    tab_to(&mut panel, "Oui, utiliser");
    panel.keys("Entrée");
    assert!(panel.says("Vos agents l’auront au prochain échange"));
    let path = local_layer::file(folder.path(), "usagers-numeriques");
    assert!(path.is_file());
    // And back to the kit's own words, from the page.
    tab_to(&mut panel, "Revenir au texte du kit");
    panel.keys("Entrée");
    let content = panel.state().workshop.content().unwrap();
    assert!(content.places[0].when.starts_with("lundi"));
    assert!(panel.says("Chez vous, tout est comme dans le kit de tous"));
}

/// A window where the kit changed under what is local.
pub(super) fn with_looks(stage: Stage, folder: &Path) -> Panel {
    let mut panel = window(stage, folder);
    ours(&mut panel, OursAction::Turn(Whose::Ours));
    let kit = with_a_place();
    let field =
        |at: usize| Field::new(Element::Persona(kit.personas[at].id.clone()), Name::Essence);
    let hours = Field::new(Element::Place("mairie".into()), Name::Hours);
    let mut edited = kit.content().clone();
    let step = kit.steps[0].id.clone();
    for edit in [
        Edit::text(
            field(0),
            "Ici, je préfère que l’on me montre, et refaire après.",
        ),
        Edit::text(hours, "jeudi 14 h"),
        Edit::Delete(Element::Step(step)),
        Edit::Duplicate {
            of: Element::Step(kit.steps[1].id.clone()),
            id: "salle-trois".to_owned(),
        },
    ] {
        edit::apply(&mut edited, &edit).unwrap();
    }
    // The kit said something else when it was made.
    let mut before = kit.content().clone();
    "Je veux apprendre.".clone_into(&mut before.personas[0].essence);
    let layer = reflexe_personas::domain::workshop::layer::record(&before, &edited).0;
    let late = OursAnswer::Looked {
        folder: Some(folder.to_owned()),
        kit: kit.id.clone(),
        layer: Some(layer),
        trouble: None,
    };
    panel.act(Action::workshop(WorkshopAction::Share(ShareAction::Ours(
        Box::new(late),
    ))));
    go(&mut panel, Spot::Ours);
    panel.reshape();
    panel
}

#[test]
fn the_page_names_everything_and_each_look_is_answered_by_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    for (size, zoom) in [(WIDE, 100), (WIDE, 200), (SMALL_STRIP, 100)] {
        let panel = with_looks(Stage::wide().sized(size).zoom(zoom), folder.path());
        assert!(panel.says("À relire\u{a0}: le kit de tous a changé"));
        assert!(panel.says("Étapes pas montrées chez nous"));
        assert!(panel.says("Ajouté chez nous"));
        let root = panel.harness.root();
        let mut names: Vec<(Role, String)> = root
            .children_recursive()
            .map(|node| node.accesskit_node())
            .filter(|node| matches!(node.role(), Role::Button | Role::TextInput))
            .map(|node| {
                (
                    node.role(),
                    node.label().or_else(|| node.value()).unwrap_or_default(),
                )
            })
            .collect();
        assert!(names.iter().all(|(_, name)| !name.trim().is_empty()));
        assert!(panel.harness.unnamed_widgets().is_empty());
        names.sort_by_key(|(role, name)| (format!("{role:?}"), name.clone()));
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{size:?}");
    }
    let mut panel = with_looks(Stage::wide(), folder.path());
    tab_to(&mut panel, "Garder le nôtre");
    panel.keys("Entrée");
    assert!(!panel.says("Garder le nôtre"));
    assert!(panel.says("Ici, je préfère"));
    assert!(panel.harness.query_by_label("Écriture en cours…").is_none());
    panel.keys("Échap");
    assert_eq!(panel.state().workshop.spot(), &Spot::Home);
    let found = panel.harness.root();
    let any = found
        .children_recursive()
        .map(|node| node.accesskit_node())
        .any(|node: AccessKitNode<'_>| node.is_focused());
    assert!(any, "the focus is somewhere");
}

#[test]
fn keeping_ours_is_gone_back_on_by_keyboard_until_something_else_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let mut panel = with_looks(Stage::wide(), folder.path());
    let layer = |panel: &Panel| panel.state().workshop.ours().layer().clone();
    let place = local_layer::Place::Shared {
        folder: folder.path().to_owned(),
        data: None,
    };
    let on_disk = || {
        local_layer::load(&RealDisk, &place, "usagers-numeriques")
            .unwrap()
            .layer
            .unwrap()
    };
    let before = layer(&panel);
    let nothing = LocalLayer {
        kit: before.kit.clone(),
        ..LocalLayer::default()
    };
    local_layer::save(&RealDisk, &place, &before, &nothing).unwrap();
    let back = "Revenir sur ce choix";
    assert!(!panel.says(back));
    tab_to(&mut panel, "Garder le nôtre");
    panel.keys("Entrée");
    assert_ne!(layer(&panel), before);
    assert_eq!(on_disk(), layer(&panel));
    assert!(panel.says(back), "{:?}", panel.words());
    tab_to(&mut panel, back);
    panel.keys("Entrée");
    assert_eq!(layer(&panel), before);
    assert_eq!(on_disk(), before);
    assert!(panel.says("Garder le nôtre") && !panel.says(back));
    // Something else is used meanwhile: there is no way back over it.
    tab_to(&mut panel, "Garder le nôtre");
    panel.keys("Entrée");
    assert!(panel.says(back));
    let field = Field::new(persona(1), Name::Essence);
    let edit = Edit::text(field, OURS);
    panel.act(Action::workshop(WorkshopAction::Edit(edit)));
    ours(&mut panel, OursAction::AskUse);
    panel.act(Action::workshop(WorkshopAction::Confirm));
    assert!(!panel.says(back));
    let used = layer(&panel);
    ours(&mut panel, OursAction::KeepBack);
    assert_eq!(layer(&panel), used);
}

#[test]
fn saving_twice_at_once_waits_for_the_first() {
    let mut state = State::new(shipped());
    let act = |state: &mut State, action| update(state, Action::workshop(action), &now(0));
    act(&mut state, WorkshopAction::Enter);
    let opened = Opened {
        base: Arc::new(shipped().content().clone()),
        keeps: true,
        ..Opened::default()
    };
    act(&mut state, WorkshopAction::Opened(Box::new(opened)));
    act(
        &mut state,
        WorkshopAction::Ours(OursAction::Turn(Whose::Ours)),
    );
    act(
        &mut state,
        WorkshopAction::Edit(Edit::text(essence(), OURS)),
    );
    act(&mut state, WorkshopAction::Ours(OursAction::AskUse));
    let writes = |effects: &[Effect]| {
        let is = |effect: &&Effect| matches!(effect, Effect::Share(errand) if matches!(&**errand, Errand::Ours(ours) if matches!(ours.work, OursWork::Save { .. })));
        effects.iter().filter(is).count()
    };
    assert_eq!(writes(&act(&mut state, WorkshopAction::Confirm)), 1);
    assert!(state.workshop.ours().is_saving());
    let keep = OursAction::Keep(Touched::Field(essence()));
    assert_eq!(writes(&act(&mut state, WorkshopAction::Ours(keep))), 0);
    act(&mut state, WorkshopAction::Ours(OursAction::AskUse));
    assert_eq!(state.workshop.asked, None);
    let failed = OursAnswer::Saved(Err("Disque plein".to_owned()));
    act(
        &mut state,
        WorkshopAction::Share(ShareAction::Ours(Box::new(failed))),
    );
    assert_eq!(
        state.workshop.ours().trouble.as_deref(),
        Some("Disque plein")
    );
    assert!(
        state.workshop.desk().unwrap().is_changed(),
        "the draft stays"
    );
    assert_eq!(state.local.waiting, None);
}
