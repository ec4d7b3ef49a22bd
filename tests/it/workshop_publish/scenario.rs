//! From an idea to another counter: a manager makes a persona, tries it, publishes it; another process
//! suggests it.

use std::process::Command;

use reflexe_personas::app::workshop::action::CreateAction;
use reflexe_personas::app::workshop::creating::Step as Screen;
use reflexe_personas::app::workshop::{Asked, Spot};
use reflexe_personas::app::{Action, WorkshopAction};
use reflexe_personas::domain::ids::CueId;
use reflexe_personas::domain::kit::{Kit, Level};
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::validate::admit;
use reflexe_personas::domain::version::Looked;
use reflexe_personas::domain::vocab::Channel;
use reflexe_personas::domain::workshop::bench::{self, Standing};
use reflexe_personas::domain::workshop::{Edit, Element, Field, Kind, Name, Value};
use reflexe_personas::store::disk::RealDisk;
use reflexe_personas::store::versions;

use super::{Panel, act, content, current, open, publish, stage, workshop};

fn create(panel: &mut Panel, action: CreateAction) {
    act(panel, WorkshopAction::Create(action));
}

fn edit(panel: &mut Panel, field: Field, value: Value) {
    act(panel, WorkshopAction::Edit(Edit::set(field, value)));
}

/// A cue of its own, typed as a manager does.
fn new_cue(panel: &mut Panel, short: &str, text: &str) -> CueId {
    act(panel, WorkshopAction::Go(Spot::of_kind(Kind::Cue)));
    act(
        panel,
        WorkshopAction::Ask(Asked::Add(Kind::Cue, short.to_owned())),
    );
    act(panel, WorkshopAction::Confirm);
    let id = content(panel).cues.last().unwrap().id.clone();
    let field = Field::new(Element::Cue(id.clone()), Name::Text);
    edit(panel, field, Value::Text(text.to_owned()));
    id
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in one go")]
fn a_new_persona_is_made_tried_published_and_suggested_by_another_process() {
    let root = tempfile::tempdir().unwrap();
    let mut panel = open(stage(root.path()));
    let base = content(&panel).clone();
    let before: Kit = admit(base.clone(), None).kit.unwrap();
    let own: Vec<CueId> = [
        (
            "Sort un carnet de rendez-vous",
            "Sort un carnet et note chaque rendez-vous.",
        ),
        (
            "Demande une date écrite",
            "Demande que la date soit écrite sur un papier.",
        ),
        (
            "Répète la date à voix haute",
            "Répète la date plusieurs fois à voix haute.",
        ),
        (
            "Montre un calendrier",
            "Montre son calendrier et cherche une place.",
        ),
        (
            "Compte les jours",
            "Compte les jours jusqu’au prochain passage.",
        ),
        (
            "Parle d’un oubli de date",
            "Dit avoir manqué un rendez-vous faute de rappel.",
        ),
        (
            "Demande un rappel",
            "Demande qu’on lui rappelle le jour convenu.",
        ),
    ]
    .into_iter()
    .map(|(short, text)| new_cue(&mut panel, short, text))
    .collect();
    let shared: Vec<CueId> = base
        .cues
        .iter()
        .filter(|cue| cue.scored && cue.channels.contains(&Channel::Counter))
        .filter(|cue| cue.excludes.is_empty())
        .take(3)
        .map(|cue| cue.id.clone())
        .collect();
    act(&mut panel, WorkshopAction::Go(Spot::Create));
    for cue in own.iter().take(4) {
        create(&mut panel, CreateAction::Typical(cue.clone()));
    }
    create(&mut panel, CreateAction::Step(Screen::Name));
    create(&mut panel, CreateAction::Name("Carnet de dates".to_owned()));
    let essence = "« Je veux être sûr de la date. »";
    create(&mut panel, CreateAction::Essence(essence.to_owned()));
    create(&mut panel, CreateAction::Step(Screen::Near));
    let near = base.personas[0].id.clone();
    create(&mut panel, CreateAction::Near(near));
    create(&mut panel, CreateAction::Step(Screen::Tests));
    create(&mut panel, CreateAction::Finish);
    let named = |panel: &Panel| {
        let mut all = content(panel).personas.iter();
        all.find(|persona| persona.name == "Carnet de dates")
            .unwrap()
            .clone()
    };
    let persona = named(&panel).id;
    let card = Element::Persona(persona.clone());
    for (cues, level) in [(&own, Level::Typical), (&shared, Level::Frequent)] {
        for cue in cues {
            let field = Field::cue_level(persona.clone(), cue.clone());
            edit(&mut panel, field, Value::Level(Some(level)));
        }
    }
    let steps: Vec<_> = base.steps.iter().take(5).map(|s| s.id.clone()).collect();
    let ten = Field::new(card.clone(), Name::StepsTen);
    edit(&mut panel, ten, Value::StepIds(steps));
    act(&mut panel, WorkshopAction::AddStepTo(persona.clone()));
    let step = Element::Step(content(&panel).steps.last().unwrap().id.clone());
    for (name, words) in [
        (Name::Title, "Écrire la date sur un papier"),
        (
            Name::Detail,
            "Lisez la date, écrivez-la, relisez-la ensemble.",
        ),
    ] {
        let field = Field::new(step.clone(), name);
        edit(&mut panel, field, Value::Text(words.to_owned()));
    }
    let made = named(&panel);
    let told = made
        .cues
        .iter()
        .filter(|(cue, _)| own.contains(cue) || shared.contains(cue));
    assert_eq!(told.count(), 10);
    assert_eq!(made.steps.ten_minutes.len(), 6);
    let checked = workshop(&panel).checked();
    let errors: Vec<_> = checked
        .findings
        .iter()
        .filter(|finding| finding.gravity == Gravity::Error)
        .map(|finding| (finding.field.key(), &finding.message))
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    // What the bench sees: situations of the new persona, and those it takes from another.
    let draft = admit(content(&panel).clone(), None).kit.unwrap();
    let rows = bench::run(&before, &draft, content(&panel));
    let of = |standing| rows.iter().filter(move |row| row.standing == standing);
    assert!(of(Standing::Changed).count() > 0);
    let new: Vec<_> = of(Standing::New).collect();
    assert!(!new.is_empty());
    for row in new {
        let after = row.after.as_ref().unwrap();
        assert_eq!(after.top.as_ref(), Some(&persona), "{row:?}");
    }

    publish(&mut panel, "Une carte pour les dates");
    let version = current(root.path()).unwrap();
    assert_eq!(version.number, 1);
    // The command line of another process, on the published file.
    let mut command = Command::new(env!("CARGO_BIN_EXE_reflexe"));
    command
        .args(["identify", "--json", "--channel", "counter", "--kit"])
        .arg(root.path().join(version.file_name()));
    for cue in own.iter().take(4) {
        command.args(["--cue", cue.as_str()]);
    }
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["candidates"][0]["name"], "Carnet de dates");
    let sure = found["candidates"][0]["probability"].as_f64().unwrap();
    assert!(sure > 0.5, "{sure}");
    // And a counter that follows the folder takes it between two interviews.
    let looked = versions::look(&RealDisk, root.path(), None, None, "2026-11-26");
    assert!(matches!(&looked, Looked::New(picked) if picked.version == version));
    let mut counter = super::Stage::wide();
    counter.settings.published_folder = Some(root.path().to_owned());
    let mut counter = counter.open();
    counter.act(Action::KitLooked(root.path().to_owned(), looked));
    for cue in own.iter().take(4) {
        counter.act(Action::NoteCue(cue.clone()));
    }
    assert!(counter.says("Carnet de dates"), "{:?}", counter.words());
}
