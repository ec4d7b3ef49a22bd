//! Every screen in every look, at 100 % and 200 %, at the counter and on the phone.
//!
//! Always: each screen opens, names its inputs and draws every glyph (the harness refuses a missing
//! one). With `UPDATE_GALLERY=1` and a Vulkan driver, the pictures go to `docs/gallery`.

use reflexe_personas::app::action::SettingChange;
use reflexe_personas::app::keeping::Asked;
use reflexe_personas::app::remarks::RemarkAction;
use reflexe_personas::app::training::PracticeAction;
use reflexe_personas::app::training::cards::{Card, Leaf};
use reflexe_personas::app::training::practice::Stage as At;
use reflexe_personas::app::workshop::{PrepareAction, Spot, elements};
use reflexe_personas::app::{Action, Command, Overlay, TrainingAction, WorkshopAction, training};
use reflexe_personas::domain::vocab::{Language, ThemeChoice};
use reflexe_personas::domain::workshop::{Edit, Element, Field, Kind, Name, Value};
use reflexe_personas::ui::Surroundings;
use reflexe_personas::ui::window::Platform;

use super::practice_screens::{self, play, read_it};
use super::support::{Panel, SMALL_STRIP, STRIP, Stage, WIDE};
use super::training_screens;

/// A state of the panel: its name, how it opens, the keys that lead there.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    pub(crate) name: &'static str,
    pub(crate) phone: bool,
    pub(crate) keys: &'static str,
    /// What keys alone cannot bring.
    pub(crate) then: fn(&mut Panel),
}

const fn counter(name: &'static str, keys: &'static str) -> Screen {
    Screen {
        name,
        phone: false,
        keys,
        then: |_| {},
    }
}

const fn phone(name: &'static str, keys: &'static str) -> Screen {
    Screen {
        name,
        phone: true,
        keys,
        then: |_| {},
    }
}

const fn with(screen: Screen, then: fn(&mut Panel)) -> Screen {
    Screen { then, ..screen }
}

fn note_cue(panel: &mut Panel, code: &str) {
    let id = panel.state().kit.cue(code).unwrap().id.clone();
    panel.act(Action::NoteCue(id));
}

fn show_kept(panel: &mut Panel) {
    panel.record.lock().unwrap().kept = super::keeping::kept_files();
    panel.act(Action::Run(Command::Kept));
}

fn show_found(panel: &mut Panel) {
    panel.keys("C1 C2 1 Entrée Espace");
    panel.act(Action::SetFreeText("Revenir jeudi".to_owned()));
    let draft = panel.record.lock().unwrap().draft.clone().unwrap();
    panel.act(Action::EndWithoutNote);
    panel.act(Action::DraftFound(Box::new(draft)));
}

/// Every screen, the states of the design notes included.
pub(crate) const SCREENS: &[Screen] = &[
    counter("ready", ""),
    counter("one-cue", "A2"),
    counter("lead", "N2 C1 C2"),
    with(counter("close-leads", ""), |panel| {
        for code in ["C2", "A4"] {
            note_cue(panel, code);
        }
    }),
    with(counter("no-known-lead", ""), |panel| {
        for code in ["C2", "N8", "E2", "D1", "A4"] {
            note_cue(panel, code);
        }
    }),
    with(counter("situation", "C1"), |panel| note_cue(panel, "H2")),
    with(counter("contradiction", ""), |panel| {
        for code in ["N1", "N3"] {
            note_cue(panel, code);
        }
    }),
    counter("family", "C1 N"),
    counter("denied", "C1 C2 C2 E1"),
    counter("unfolded", "C1 C2 N2 Entrée F11 Espace"),
    counter("accompany", "C1 C2 N2 Entrée"),
    counter("accompany-going", "C1 C2 N2 Entrée T2 Espace Espace"),
    counter(
        "plan-done",
        "C1 C2 N2 Entrée Espace Espace Espace Espace Espace Espace Espace",
    ),
    counter("search", "C1 Ctrl+K"),
    with(counter("search-hits", "C1 Ctrl+K"), |panel| {
        panel.act(Action::Search("mail".to_owned()));
    }),
    with(counter("search-nothing", "Ctrl+K"), |panel| {
        panel.act(Action::Search("zzzz".to_owned()));
    }),
    counter("commands", "C1 C2 F10"),
    counter("card", "C1 C2 F"),
    counter("other-leads", "C1 C2 X"),
    counter("other-questions", "Q"),
    counter("themes", "T"),
    counter("orientation", "C1 C2 N2 Entrée O"),
    counter("demarches", "T2 Ctrl+D"),
    counter("demarche", "T2 Ctrl+D 1"),
    counter("review", "C1 C2 N2 Entrée Espace Espace F11 Ctrl+E 1"),
    counter("review-strip", "C1 C2 N2 Entrée Espace Espace Ctrl+E 1"),
    with(counter("guard", "C1 C2 Ctrl+E"), |panel| {
        let text = "Rappeler au 06 39 98 12 34, personne agressive.";
        panel.act(Action::SetFreeText(text.to_owned()));
        panel.act(Action::CopyNote);
    }),
    with(
        counter("review-template", "C1 C2 N2 Entrée Espace F11 Ctrl+E"),
        |panel| {
            let template =
                "Reçu le {date}. Suite : {suite}. Motif : {?motif}. Pièces : {?pièces:nombre}.";
            let template = Some(template.to_owned());
            panel.act(Action::Set(SettingChange::CopyTemplate(template)));
            panel.act(Action::SetAnswer(
                "motif".to_owned(),
                "06 39 98 12 34".to_owned(),
            ));
            panel.act(Action::CopyNote);
        },
    ),
    counter("not-copied", "C1 C2 N2 Ctrl+Entrée"),
    with(counter("folder-unavailable", "C1 C2 N2"), |panel| {
        let reason = "le dossier n’est pas accessible".to_owned();
        panel.act(Action::Saved(Err(reason)));
    }),
    counter("wiped", "C1 C2 Ctrl+Entrée X"),
    counter("two-interviews", "C1 C2 T2 P A2 E1"),
    counter("resumed", "C1 C2 T2 P A2 P"),
    counter("undone", "C1 C2 Ctrl+Z"),
    counter("danger", "F8"),
    counter("shared", "C1 C2 N2 Entrée Espace O3 F9"),
    counter("shared-empty", "F9"),
    counter("curtain", "C1 F12"),
    with(counter("idle", "C1 C2 N2 Entrée F11"), |panel| {
        panel.wait(31 * 60_000);
    }),
    counter("help", "F1"),
    counter("settings", "F7"),
    with(counter("settings-rebind", "F7"), |panel| {
        panel.act(Action::StartRebinding(Command::OtherLead));
    }),
    counter("tally", "F6"),
    counter("kept-nothing", "F4"),
    with(counter("kept", ""), show_kept),
    with(counter("kept-asked", "C1"), |panel| {
        show_kept(panel);
        panel.act(Action::AskErase(Asked::All));
    }),
    with(counter("kept-receipt", "C1"), |panel| {
        show_kept(panel);
        panel.act(Action::AskErase(Asked::Old));
        panel.act(Action::EraseAsked);
    }),
    with(counter("found", ""), show_found),
    phone("phone-ready", ""),
    phone("phone-cues", "C1 A2"),
    phone("phone-lead", "C1 C2 1"),
    phone("phone-family", "N"),
    phone("phone-accompany", "C1 C2 1 Entrée Espace"),
    phone("phone-review", "C1 C2 1 Entrée Espace Ctrl+E"),
    phone("phone-danger", "F8"),
    phone("phone-shared", "C1 C2 1 Entrée Espace F9"),
    phone("phone-not-copied", "C1 C2 Ctrl+Entrée"),
    phone("phone-help", "F1"),
    phone("phone-settings", "F7"),
    phone("phone-commands", "F10"),
    with(phone("phone-kept", ""), show_kept),
    with(phone("phone-found", ""), show_found),
];

impl Screen {
    /// Opens it as a window of that size would show it.
    pub(crate) fn open(&self, stage: Stage) -> Panel {
        let mut panel = stage.open();
        panel.keys(self.keys);
        (self.then)(&mut panel);
        panel.run();
        panel
    }

    /// How it opens by itself.
    pub(crate) fn stage(&self) -> Stage {
        if self.phone {
            Stage::phone()
        } else {
            Stage::wide()
        }
    }
}

/// What `UPDATE_GALLERY` asks for: `1` draws everything, a name draws that screen in every look.
#[expect(clippy::disallowed_methods, reason = "a switch of the test run")]
fn asked() -> Option<String> {
    std::env::var("UPDATE_GALLERY").ok()
}

fn drawn(asked: Option<&String>, name: &str) -> bool {
    asked.is_some_and(|asked| asked == "1" || asked.split(',').any(|one| one == name))
}

/// Looks and zooms a screen is drawn in, with the suffix of the file.
const VARIANTS: &[(ThemeChoice, u16, &str)] = &[
    (ThemeChoice::Light, 100, ""),
    (ThemeChoice::Dark, 100, "-dark"),
    (ThemeChoice::Contrast, 100, "-contrast"),
    (ThemeChoice::Light, 200, "-200"),
    (ThemeChoice::Dark, 200, "-dark-200"),
    (ThemeChoice::Contrast, 200, "-contrast-200"),
];

fn save(panel: &mut Panel, name: &str) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/gallery");
    std::fs::create_dir_all(&folder).unwrap();
    let image = panel.harness.render().unwrap();
    image.save(folder.join(format!("{name}.png"))).unwrap();
}

#[test]
fn every_screen_in_every_look() {
    let asked = asked();
    for screen in SCREENS {
        let draw = drawn(asked.as_ref(), screen.name);
        for (look, zoom, suffix) in VARIANTS {
            if !draw && *look != ThemeChoice::Light {
                // Looks differ in colours only; sizes are what a layout can break on.
                continue;
            }
            let stage = screen.stage().look(*look).zoom(*zoom);
            let mut panel = screen.open(stage);
            panel.reshape();
            if draw {
                save(&mut panel, &format!("{}{suffix}", screen.name));
            }
        }
    }
}

/// Pages of the workshop: the name of the picture, where it is, and what is typed there.
fn workshop_pages(panel: &Panel) -> Vec<(&'static str, Spot, Option<Edit>)> {
    let content = panel.state().workshop.content().unwrap();
    let first = |kind| elements(content, kind).into_iter().next();
    let persona = content.personas[0].id.clone();
    let field = Field::new(Element::Persona(persona), Name::Essence);
    let wrong = "Les vieux ne savent pas, rappeler au 06 39 98 12 34".to_owned();
    let typed = Edit::set(field, Value::Text(wrong));
    vec![
        ("atelier", Spot::Home, None),
        (
            "atelier-carte",
            Spot::Sheets(Kind::Persona, first(Kind::Persona)),
            None,
        ),
        (
            "atelier-a-corriger",
            Spot::Sheets(Kind::Persona, first(Kind::Persona)),
            Some(typed),
        ),
        (
            "atelier-regle",
            Spot::Sheets(Kind::Rule, Some(Element::Rule(2))),
            None,
        ),
        ("atelier-adresses", Spot::of_kind(Kind::Place), None),
        ("atelier-creer", Spot::Create, None),
        ("atelier-verifier", Spot::Health, None),
        ("atelier-avances", Spot::Advanced, None),
        ("atelier-niveaux", Spot::Levels, None),
        ("atelier-cas", Spot::Bench, None),
        ("atelier-essayer", Spot::Try, None),
        ("atelier-distinguer", Spot::Map, None),
        ("atelier-preparer", Spot::Prepare, None),
        ("atelier-diffuser", Spot::Share, None),
        ("atelier-fichiers", Spot::Files, None),
    ]
}

/// Opens the debrief of the first scenario proposed.
fn read_debrief(panel: &mut Panel) {
    let workshop = &panel.state().workshop;
    let preparing = &workshop.preparing;
    let playable = preparing.playable(workshop.content().unwrap());
    let first = preparing.picked(&playable)[0].id.clone();
    let read = PrepareAction::Debrief(Some(first));
    panel.act(Action::workshop(WorkshopAction::Prepare(read)));
}

#[test]
fn every_page_of_training_in_every_look() {
    let asked = asked();
    for (name, lead) in training_screens::PAGES {
        let draw = drawn(asked.as_ref(), name);
        for (look, zoom, suffix) in VARIANTS {
            if !draw && *look != ThemeChoice::Light {
                continue;
            }
            let mut panel = training_screens::open(Stage::wide().look(*look).zoom(*zoom));
            lead(&mut panel);
            assert!(panel.says("rien n’est conservé"), "{name}");
            assert!(panel.harness.unnamed_widgets().is_empty(), "{name}");
            if draw {
                save(&mut panel, &format!("{name}{suffix}"));
            }
        }
    }
}

fn in_workshop(stage: Stage) -> Panel {
    let mut panel = stage.open();
    panel.act(Action::Run(Command::Workshop));
    panel.reshape();
    panel
}

#[test]
fn every_page_of_the_workshop_in_every_look() {
    let asked = asked();
    let pages = workshop_pages(&in_workshop(Stage::wide()));
    for (name, spot, edit) in pages {
        let draw = drawn(asked.as_ref(), name);
        for (look, zoom, suffix) in VARIANTS {
            if !draw && *look != ThemeChoice::Light {
                continue;
            }
            let mut panel = in_workshop(Stage::wide().look(*look).zoom(*zoom));
            panel.act(Action::workshop(WorkshopAction::Go(spot.clone())));
            if let Some(edit) = &edit {
                panel.act(Action::workshop(WorkshopAction::Edit(edit.clone())));
            }
            assert_eq!(panel.state().workshop.spot(), &spot, "{name}");
            if draw {
                save(&mut panel, &format!("{name}{suffix}"));
            }
        }
    }
}

/// Pages of solo practice, by the name of their picture.
const PRACTICE: &[(&str, fn(&mut Panel))] = &[
    ("echange", |_| {}),
    ("echange-en-cours", |panel| {
        play(panel, 12);
        let question = reflexe_personas::domain::ids::QuestionId::new("ce-qui-bloque");
        let family = reflexe_personas::domain::ids::FamilyId::new("confiance");
        let cue = reflexe_personas::domain::ids::CueId::new("craint-erreur");
        for action in [
            PracticeAction::Listen,
            PracticeAction::Ask(question),
            PracticeAction::Family(family),
            PracticeAction::Note(cue),
        ] {
            panel.act(action.into());
        }
    }),
    ("echange-questions", |panel| {
        play(panel, 12);
        panel.act(PracticeAction::Questions(true).into());
    }),
    ("echange-lecture", |panel| {
        play(panel, 12);
        read_it(panel);
    }),
    ("echange-retour", |panel| {
        play(panel, 12);
        read_it(panel);
        panel.act(PracticeAction::Stage(At::Debrief).into());
    }),
];

#[test]
fn every_page_of_practice_in_every_look() {
    let asked = asked();
    for (name, then) in PRACTICE {
        let draw = drawn(asked.as_ref(), name);
        for (look, zoom, suffix) in VARIANTS {
            if !draw && *look != ThemeChoice::Light {
                continue;
            }
            let mut panel = practice_screens::open(Stage::wide().look(*look).zoom(*zoom));
            then(&mut panel);
            if draw {
                save(&mut panel, &format!("{name}{suffix}"));
            }
        }
        let mut panel = practice_screens::open(Stage::wide().sized(SMALL_STRIP));
        then(&mut panel);
        if draw {
            save(&mut panel, &format!("{name}-360"));
        }
    }
}

#[test]
fn a_team_workshop_is_prepared_in_windows_small_and_tall() {
    let asked = asked();
    let tall = [1366.0, 1320.0];
    for (name, size, look) in [
        ("atelier-preparer-small", SMALL_STRIP, ThemeChoice::Light),
        ("atelier-preparer-1024", [1024.0, 640.0], ThemeChoice::Light),
        ("atelier-preparer-debrief", tall, ThemeChoice::Light),
        ("atelier-preparer-debrief-dark", tall, ThemeChoice::Dark),
        (
            "atelier-preparer-debrief-contrast",
            tall,
            ThemeChoice::Contrast,
        ),
    ] {
        let mut panel = in_workshop(Stage::wide().sized(size).look(look));
        panel.act(Action::workshop(WorkshopAction::Go(Spot::Prepare)));
        assert!(panel.says("Scénarios retenus"));
        if name.contains("debrief") {
            read_debrief(&mut panel);
            assert!(panel.says("L’ordre de parole"));
        }
        if drawn(asked.as_ref(), name) {
            save(&mut panel, name);
        }
    }
}

#[test]
fn what_is_the_structure_s_own_in_every_look() {
    let asked = asked();
    let folder = tempfile::tempdir().unwrap();
    for (look, zoom, suffix) in VARIANTS {
        let name = "atelier-chez-nous";
        if !drawn(asked.as_ref(), name) && *look != ThemeChoice::Light {
            continue;
        }
        let stage = Stage::wide().look(*look).zoom(*zoom);
        let mut panel = super::workshop_ours::with_looks(stage, folder.path());
        if drawn(asked.as_ref(), name) {
            save(&mut panel, &format!("{name}{suffix}"));
        }
        panel.act(Action::workshop(WorkshopAction::Go(Spot::Home)));
        if drawn(asked.as_ref(), name) {
            save(&mut panel, &format!("{name}-accueil{suffix}"));
        }
        let mairie = Element::Place("mairie".into());
        let sheet = Spot::Sheets(Kind::Place, Some(mairie));
        panel.act(Action::workshop(WorkshopAction::Go(sheet)));
        if drawn(asked.as_ref(), name) {
            save(&mut panel, &format!("{name}-fiche{suffix}"));
        }
        assert!(panel.says("Propre à chez nous"));
    }
}

#[test]
fn remarks_in_every_look() {
    let asked = asked();
    let folder = tempfile::tempdir().unwrap();
    for (look, zoom, suffix) in VARIANTS {
        let name = "atelier-remarques";
        if !drawn(asked.as_ref(), name) && *look != ThemeChoice::Light {
            continue;
        }
        let stage = Stage::wide().look(*look).zoom(*zoom);
        let mut panel = super::remarks::with_remarks(stage, folder.path());
        if drawn(asked.as_ref(), name) {
            save(&mut panel, &format!("{name}{suffix}"));
        }
        panel.act(Action::workshop(WorkshopAction::Leave));
        let persona = panel.state().kit.personas[0].id.clone();
        panel.act(Action::Open(Overlay::Card(persona.clone())));
        panel.act(Action::Remark(RemarkAction::Begin(persona)));
        if drawn(asked.as_ref(), name) {
            save(&mut panel, &format!("{name}-carte{suffix}"));
        }
        assert!(panel.says("Sur quel texte"));
    }
}

#[test]
fn more_screens_by_surroundings_language_and_size() {
    let asked = asked();
    let lead = "C1 C2 N2";
    let mut faulty = Stage::wide();
    faulty.around = Surroundings {
        faulty_kit: true,
        ..faulty.around
    };
    let mut wayland = Stage::phone();
    wayland.platform = Platform::Wayland;
    let mut english = Stage::wide();
    english.settings.language = Language::English;
    english.around.shipped_kit = true;
    let mut english_phone = Stage::phone();
    english_phone.settings.language = Language::English;
    english_phone.around.shipped_kit = true;
    let mut timed = Stage::wide();
    timed.settings.timer = true;
    for (name, stage, keys) in [
        ("kit-with-a-fault", faulty, ""),
        ("wayland", wayland, "F7"),
        ("english", english, lead),
        ("english-phone", english_phone, "C1 C2 1"),
        ("timer", timed, lead),
        ("small", Stage::wide().sized([1024.0, 640.0]), lead),
        ("strip-small", Stage::phone().sized(SMALL_STRIP), "C1 C2 1"),
        (
            "strip-at-300",
            Stage::phone().sized(WIDE).zoom(300),
            "C1 C2 1",
        ),
        ("strip-counter", Stage::wide().sized(STRIP), lead),
    ] {
        let mut panel = stage.open();
        panel.keys(keys);
        if drawn(asked.as_ref(), name) {
            save(&mut panel, name);
        }
    }
}

/// Pages of the library of cards: the name of the picture, and where it is.
fn library_pages() -> Vec<(&'static str, Leaf)> {
    let card = |card| Leaf::Card(card);
    vec![
        ("fiches", Leaf::Home),
        (
            "fiches-profil",
            card(Card::Persona("filet-de-securite".into())),
        ),
        (
            "fiches-situation",
            card(Card::Persona("porte-parole".into())),
        ),
        ("fiches-indice", card(Card::Cue("craint-erreur".into()))),
        (
            "fiches-question",
            card(Card::Question("ce-qui-bloque".into())),
        ),
        (
            "fiches-etape",
            card(Card::Step("relire-point-redoute".into())),
        ),
        (
            "fiches-demarche",
            card(Card::Procedure("carte-d-identite".into())),
        ),
        ("fiches-carte", Leaf::Map),
    ]
}

#[test]
fn every_page_of_the_library_in_every_look() {
    let asked = asked();
    for (name, leaf) in library_pages() {
        let draw = drawn(asked.as_ref(), name);
        for (look, zoom, suffix) in VARIANTS {
            if !draw && *look != ThemeChoice::Light {
                continue;
            }
            for (size, of) in [(WIDE, ""), (SMALL_STRIP, "-etroit")] {
                let mut panel = Stage::wide().sized(size).look(*look).zoom(*zoom).open();
                panel.act(Action::Run(Command::Training));
                panel.reshape();
                let spot = training::Spot::Cards(leaf.clone());
                panel.act(TrainingAction::Go(spot.clone()).into());
                assert_eq!(panel.state().training.spot(), &spot, "{name}");
                if draw {
                    save(&mut panel, &format!("{name}{of}{suffix}"));
                }
            }
        }
    }
}
