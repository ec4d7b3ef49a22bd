//! Role-play scenarios: those that ship, what is wrong in a team's own, and every pack made of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use reflexe_personas::domain::evidence::{Evidence, Sighting};
use reflexe_personas::domain::identification::{Identification, SituationState};
use reflexe_personas::domain::identify::Recogniser;
use reflexe_personas::domain::kit::{Kit, Layer};
use reflexe_personas::domain::problem::Gravity;
use reflexe_personas::domain::training::pack::{Block, Document, DocumentKind, Pack, Paper};
use reflexe_personas::domain::training::scenario::{self, GRID, LONGEST, SHORTEST, Scenario};
use reflexe_personas::domain::training::session::{Length, Session, Wish, pick};
use reflexe_personas::domain::vocab::{Channel, Label, Language, Theme};
use reflexe_personas::store::finding::Finding;
use reflexe_personas::store::kit_file;
use reflexe_personas::store::training::scenarios::{self, Loaded};
use reflexe_personas::text;

use super::formats::repository;

const TODAY: &str = "2026-11-26";

/// Both editions, and the folder of each.
const EDITIONS: [(Language, &str); 2] = [
    (Language::French, "personas/usagers-numeriques"),
    (Language::English, "personas/digital-public-services-en"),
];

fn kit() -> Arc<Kit> {
    kit_in(Language::French)
}

fn kit_in(language: Language) -> Arc<Kit> {
    kit_file::load_embedded_in(language, None).kit.unwrap()
}

fn shipped() -> Loaded {
    shipped_in(Language::French)
}

fn shipped_in(language: Language) -> Loaded {
    let loaded = scenarios::embedded(language.key());
    assert_eq!(loaded.findings, []);
    loaded
}

#[test]
fn the_scenarios_that_ship_say_nothing_wrong() {
    for (language, _) in EDITIONS {
        let told = scenarios::check(&shipped_in(language), &kit_in(language), TODAY);
        assert_eq!(told, []);
    }
}

#[test]
fn the_scenarios_that_ship_are_those_of_the_folder() {
    for (language, folder) in EDITIONS {
        let folder = repository().join(folder);
        let read = scenarios::of_kit(Some(&folder), language.key());
        assert!(!read.shipped && read.findings.is_empty(), "{language:?}");
        assert_eq!(read.scenarios, shipped_in(language).scenarios);
    }
}

#[test]
fn both_editions_play_the_same_scenarios_each_in_its_own_words() {
    let (french, english) = (shipped(), shipped_in(Language::English));
    assert_eq!(french.scenarios.len(), english.scenarios.len());
    for (one, other) in french.scenarios.iter().zip(&english.scenarios) {
        let ids = |one: &Scenario| {
            let plays = one.usager.plays.iter().map(|play| play.cue.clone());
            let replies = one.usager.replies.iter().map(|reply| reply.gives.clone());
            let met = (one.leads.clone(), one.situations.clone());
            (
                (one.id.clone(), one.channel, one.theme, one.minutes),
                (one.procedure.clone(), met, one.steps.clone()),
                (plays.collect::<Vec<_>>(), replies.collect::<Vec<_>>()),
            )
        };
        assert_eq!(ids(one), ids(other));
        let lines = |one: &Scenario| {
            let usager = &one.usager;
            let hints = (usager.eases.len(), usager.closes.len());
            let knows = (one.agent.knows.len(), one.traps.len());
            let after = (one.observer.len(), one.debrief.len());
            (hints, knows, after, one.undoes.is_some())
        };
        assert_eq!(lines(one), lines(other), "{}", one.id);
        let (own, others) = (written(one), written(other));
        for text in &others {
            assert!(!own.contains(text), "{}: {text}", one.id);
            // English marks and spacing.
            assert!(
                !text.contains(['«', '»', '\'', '\u{a0}', '\u{202f}']),
                "{text}"
            );
            let opened = text.matches('“').count();
            assert_eq!(opened, text.matches('”').count(), "{text}");
        }
    }
}

/// Every text of a scenario.
fn written(one: &Scenario) -> Vec<&str> {
    let usager = &one.usager;
    let mut all = vec![&one.title, &one.objective, &one.rewind, &one.agent.scene];
    all.extend([
        &usager.situation,
        &usager.wants,
        &usager.first,
        &usager.unsaid,
    ]);
    all.extend(&one.undoes);
    all.extend(usager.plays.iter().map(|play| &play.how));
    let asked = usager.replies.iter().map(|reply| &reply.asked);
    all.extend(asked.filter(|asked| !asked.is_empty()));
    all.extend(usager.replies.iter().map(|reply| &reply.say));
    for lines in [
        &one.traps,
        &one.agent.knows,
        &usager.eases,
        &usager.closes,
        &one.observer,
        &one.debrief,
    ] {
        all.extend(lines);
    }
    all.into_iter().map(String::as_str).collect()
}

#[test]
fn every_persona_is_met_on_every_channel_and_every_theme_is_there() {
    for (language, _) in EDITIONS {
        everybody_is_met(language);
    }
}

fn everybody_is_met(language: Language) {
    let (kit, loaded) = (kit_in(language), shipped_in(language));
    let mark = match language {
        Language::French => '«',
        Language::English => '“',
    };
    assert!(loaded.scenarios.len() >= 18, "{}", loaded.scenarios.len());
    for persona in &kit.personas {
        for channel in Channel::ALL {
            let met = loaded
                .scenarios
                .iter()
                .any(|one| one.channel == *channel && one.personas().any(|id| *id == persona.id));
            assert!(met, "{} {channel:?}", persona.name);
        }
    }
    let themes: BTreeSet<Theme> = loaded.scenarios.iter().map(|one| one.theme).collect();
    assert_eq!(themes.len(), Theme::ALL.len());
    let undoing = loaded.scenarios.iter().filter(|one| one.undoes.is_some());
    assert!(undoing.count() >= 8);
    for one in &loaded.scenarios {
        assert!((SHORTEST..=LONGEST).contains(&one.minutes), "{}", one.id);
        assert!(GRID.contains(&one.observer.len()), "{}", one.id);
        assert!(one.debrief.len() >= 3 && one.traps.len() >= 2, "{}", one.id);
        assert!(one.usager.eases.len() >= 2 && one.usager.closes.len() >= 2);
        assert!(one.usager.first.starts_with(mark), "{}", one.id);
    }
}

/// What the panel says of what is played.
fn found(kit: &Kit, one: &Scenario, evidence: &Evidence) -> Identification {
    let recogniser = Recogniser::new(kit, one.channel);
    recogniser.identify(kit, evidence).unwrap()
}

#[test]
fn what_is_played_puts_forward_the_persona_that_is_meant() {
    for (language, _) in EDITIONS {
        what_is_meant_comes_first(language);
    }
}

fn what_is_meant_comes_first(language: Language) {
    let (kit, loaded) = (kit_in(language), shipped_in(language));
    for one in &loaded.scenarios {
        let mut evidence = Evidence::new(one.channel);
        for play in &one.usager.plays {
            evidence.cues.insert(play.cue.clone(), Sighting::Observed);
        }
        let answers = one.usager.replies.iter().filter_map(|r| r.gives.clone());
        let mut with_answers = evidence.clone();
        with_answers.answers.extend(answers);
        for evidence in [&evidence, &with_answers] {
            let found = found(&kit, one, evidence);
            let top = &found.top().unwrap().id;
            if one.leads.is_empty() {
                // A situation leaves everything open.
                assert!(!one.situations.is_empty(), "{}", one.id);
                assert_eq!(found.label, Label::Uncertain, "{}", one.id);
            } else {
                assert_eq!([top], [&one.leads[0]], "{}", one.id);
                let stands_out = matches!(found.label, Label::Clear | Label::Possible);
                assert!(stands_out, "{}: {:?}", one.id, found.label);
            }
            let raised: BTreeSet<_> = found
                .situations
                .iter()
                .filter(|s| s.state == Some(SituationState::Declared))
                .map(|s| s.id.clone())
                .collect();
            for situation in &one.situations {
                let state = found.situations.iter().find(|s| s.id == *situation);
                assert!(state.unwrap().state.is_some(), "{}: {situation}", one.id);
            }
            assert!(
                raised.iter().all(|id| one.situations.contains(id)),
                "{}",
                one.id
            );
        }
    }
}

/// A folder with one scenario that ships, changed.
#[expect(clippy::disallowed_methods, reason = "a test makes its files")]
fn changed_in(folder: &str, changes: &[(&str, &str)]) -> (tempfile::TempDir, Loaded) {
    let source = repository().join(folder);
    let source = source.join("scenarios/01-relire-avant-d-envoyer.ron");
    let folder = tempfile::tempdir().unwrap();
    let mut text = fs::read_to_string(source).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    fs::write(folder.path().join("01-essai.ron"), text).unwrap();
    let loaded = scenarios::load(folder.path());
    (folder, loaded)
}

fn changed(changes: &[(&str, &str)]) -> (tempfile::TempDir, Loaded) {
    changed_in(EDITIONS[0].1, changes)
}

/// What is told of a scenario that ships, changed; whom nobody meets is left aside.
fn told(changes: &[(&str, &str)]) -> Vec<Finding> {
    told_in(EDITIONS[0], changes)
}

fn told_in((language, folder): (Language, &str), changes: &[(&str, &str)]) -> Vec<Finding> {
    let (_folder, loaded) = changed_in(folder, changes);
    let told = scenarios::check(&loaded, &kit_in(language), TODAY);
    let of_file = told.into_iter().filter(|one| one.file != scenarios::FOLDER);
    of_file.collect()
}

#[test]
fn what_a_kit_has_not_is_told_at_its_line_with_a_cure() {
    assert_eq!(told(&[]), []);
    for (from, to, line, words) in [
        (
            "leads: [\"filet-de-securite\"]",
            "leads: [\"filet-de-securit\"]",
            5,
            "filet-de-securite",
        ),
        (
            "cue: \"confirme-chaque-etape\"",
            "cue: \"confirme-etape\"",
            29,
            "confirme-chaque-etape",
        ),
        (
            "(\"aide-souhaitee\", \"ensemble\")",
            "(\"aide-voulue\", \"ensemble\")",
            34,
            "aide-souhaitee",
        ),
        (
            "(\"aide-souhaitee\", \"ensemble\")",
            "(\"aide-souhaitee\", \"ensembl\")",
            34,
            "ensemble",
        ),
        (
            "\"montrer-brouillon\"",
            "\"montrer-le-brouillon\"",
            59,
            "montrer-brouillon",
        ),
        (
            "procedure: \"declaration-trimestrielle\"",
            "procedure: \"declaration-trimestriel\"",
            4,
            "declaration-trimestrielle",
        ),
    ] {
        let told = told(&[(from, to)]);
        let one = told.iter().find(|one| one.severity == Gravity::Error);
        let one = one.unwrap_or_else(|| panic!("{to}"));
        assert_eq!(one.line, line, "{to}: {one}");
        assert!(one.cure.contains(words), "{one}");
        assert_eq!(one.file, "scenarios/01-essai.ron");
    }
}

#[test]
fn who_somebody_is_a_judgement_a_name_and_a_number_are_told() {
    let first = "Bonjour. J’ai tout rempli, il ne manque que l’envoi.";
    for (said, severity) in [
        ("À 70 ans, je m’y perds.", Gravity::Error),
        ("Je suis une dame du quartier.", Gravity::Error),
        ("Je suis malade depuis lundi.", Gravity::Error),
        ("Rappelez-moi au 06 39 98 12 34.", Gravity::Error),
        ("Je m’appelle Martine Durand.", Gravity::Warning),
    ] {
        let told = told(&[(first, said)]);
        let one = told.iter().find(|one| one.path.ends_with("first"));
        let one = one.unwrap_or_else(|| panic!("{said}: {told:?}"));
        assert_eq!(one.severity, severity, "{one}");
        assert_eq!(one.line, 26, "{one}");
    }
    // On the agent's card, in the grid and in the debrief too.
    for (from, to) in [
        (
            "Au guichet, un matin calme.",
            "Au guichet. Une vieille dame attend.",
        ),
        (
            "Laisse l’appareil dans les mains de la personne.",
            "Parle fort à la vieille dame.",
        ),
        (
            "quelles phrases ont rassuré",
            "l’accent de la personne gênait-il",
        ),
    ] {
        let told = told(&[(from, to)]);
        assert!(
            told.iter().any(|one| one.severity == Gravity::Error),
            "{to}"
        );
    }
}

#[test]
fn an_english_scenario_is_read_with_english_words() {
    let english = EDITIONS[1];
    assert_eq!(told_in(english, &[]), []);
    for (from, to) in [
        ("on a quiet morning", "an elderly person waits"),
        ("I’ve filled it all in", "I am ill, and filled it all in"),
        ("like us to look first", "like a call on 06 39 98 12 34"),
        ("you fear getting it wrong", "you are a stubborn person"),
        (
            "Leaves the device in the person’s hands.",
            "Speaks up for the old lady.",
        ),
        (
            "Taking the device and confirming",
            "Calling a stubborn person",
        ),
    ] {
        let told = told_in(english, &[(from, to)]);
        let graves = told.iter().filter(|one| one.severity == Gravity::Error);
        assert!(graves.count() >= 1, "{to}: {told:?}");
    }
    // What not to say may be quoted where one slips, between English marks too.
    let quoted = told_in(english, &[("But it’s very simple", "You are stubborn")]);
    assert_eq!(quoted, []);
}

#[test]
fn what_cannot_be_played_is_told() {
    let channel = told(&[("channel: Counter", "channel: Phone")]);
    assert!(channel.iter().any(|one| one.message.contains("canal")));
    let twice = told(&[("cue: \"souhaite-preuve\"", "cue: \"craint-erreur\"")]);
    assert!(twice.iter().any(|one| one.message.contains("deux fois")));
    let both = told(&[("cue: \"souhaite-preuve\"", "cue: \"cherche-ses-gestes\"")]);
    assert!(both.iter().any(|one| one.message.contains("s’excluent")));
    let long = told(&[("minutes: 6", "minutes: 20")]);
    assert!(long.iter().any(|one| one.cure.contains("5 à 8")));
    let layer = told(&[(
        "leads: [\"filet-de-securite\"]",
        "leads: [\"porte-parole\"]",
    )]);
    assert!(layer.iter().any(|one| one.message.contains("situation")));
    let lead = told(&[("leads: [\"filet-de-securite\"]", "leads: [\"pas-a-pas\"]")]);
    let lead = lead.iter().find(|one| one.message.contains("en tête"));
    assert_eq!(lead.unwrap().severity, Gravity::Warning);
    let field = told(&[("minutes: 6", "minute: 6")]);
    assert_eq!(field.len(), 1);
    assert!(field[0].cure.contains("minutes"), "{}", field[0]);
    assert_eq!(field[0].line, 6);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test makes its files")]
fn a_bad_file_spares_the_others_and_whom_nobody_meets_is_told() {
    let (folder, loaded) = changed(&[]);
    assert_eq!(loaded.scenarios.len(), 1);
    fs::write(folder.path().join("02-abime.ron"), "( id: \"deux\", titre").unwrap();
    fs::write(folder.path().join("03-octets.ron"), [0xff, 0xfe, 0x00]).unwrap();
    fs::write(folder.path().join(".cache.ron"), "rien").unwrap();
    fs::write(folder.path().join("lisez-moi.txt"), "rien").unwrap();
    let loaded = scenarios::load(folder.path());
    assert_eq!(loaded.scenarios.len(), 1);
    assert_eq!(loaded.findings.len(), 2);
    let told = scenarios::check(&loaded, &kit(), TODAY);
    let missing = told
        .iter()
        .filter(|one| one.message.starts_with("Aucun scénario"));
    // Nine personas and the phone.
    assert_eq!(missing.count(), 10);
}

#[test]
#[cfg(unix)]
fn a_link_out_of_the_kit_is_not_followed() {
    let (folder, _) = changed(&[]);
    let secret = tempfile::NamedTempFile::new().unwrap();
    let link = folder.path().join("09-dehors.ron");
    std::os::unix::fs::symlink(secret.path(), link).unwrap();
    let loaded = scenarios::load(folder.path());
    assert_eq!(loaded.findings.len(), 1);
    assert!(loaded.findings[0].message.contains("lien"));
}

#[test]
fn a_kit_without_scenarios_plays_those_that_ship_and_its_own_come_first() {
    let other = tempfile::tempdir().unwrap();
    let loaded = scenarios::of_kit(Some(other.path()), "fr");
    assert!(loaded.shipped && loaded.scenarios.len() >= 18);
    let (folder, _) = changed(&[]);
    let own = other.path().join(scenarios::FOLDER);
    fs::rename(folder.path(), &own).unwrap();
    let loaded = scenarios::of_kit(Some(other.path()), "fr");
    assert!(!loaded.shipped);
    assert_eq!(loaded.scenarios.len(), 1);
    assert_eq!(loaded.scenarios[0].title, shipped().scenarios[0].title);
    // Each language plays its own; one that none ship in has none.
    let elsewhere = tempfile::tempdir().unwrap();
    let english = scenarios::of_kit(Some(elsewhere.path()), "en");
    assert!(english.shipped);
    assert_eq!(english.scenarios, shipped_in(Language::English).scenarios);
    let welsh = scenarios::of_kit(Some(elsewhere.path()), "cy");
    assert_eq!((welsh.scenarios, welsh.findings), (Vec::new(), Vec::new()));
    // A folder with nothing in it is a team's choice.
    fs::create_dir(elsewhere.path().join(scenarios::FOLDER)).unwrap();
    let none = scenarios::of_kit(Some(elsewhere.path()), "en");
    assert_eq!((none.shipped, none.scenarios), (false, Vec::new()));
}

fn texts(document: &Document) -> Vec<&str> {
    let mut all = vec![document.title.as_str()];
    for block in &document.blocks {
        match block {
            Block::Heading(text)
            | Block::Lead(text)
            | Block::Text(text)
            | Block::Speech(text)
            | Block::Lines(text, _) => all.push(text),
            Block::Bullets(lines) | Block::Boxes(lines) => {
                all.extend(lines.iter().map(String::as_str));
            }
            Block::Pairs(pairs) => {
                all.extend(pairs.iter().flat_map(|(a, b)| [a.as_str(), b.as_str()]));
            }
        }
    }
    all
}

fn pack_of(kit: &Kit, chosen: &[&Scenario], length: Length, people: usize) -> (Session, Pack) {
    let session = Session::plan(length, chosen, people);
    let language = Language::from_key(&kit.language).unwrap();
    let pack = text::pack::pack(language, kit.content(), &session, chosen, TODAY);
    (session, pack)
}

/// Words as they are compared: spaces of every kind the same.
fn plain(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_pack_of_every_scenario_has_its_cards_and_each_says_what_its_holder_may_know() {
    for (language, _) in EDITIONS {
        each_holder_knows_what_it_may(language);
    }
}

fn each_holder_knows_what_it_may(language: Language) {
    let (kit, loaded) = (kit_in(language), shipped_in(language));
    let rewind = match language {
        Language::French => "rembobine",
        Language::English => "rewind",
    };
    for one in &loaded.scenarios {
        let (_, pack) = pack_of(&kit, &[one], Length::Quarter, 3);
        let kinds: Vec<DocumentKind> = pack.documents.iter().map(|d| d.kind).collect();
        assert_eq!(kinds, DocumentKind::ALL, "{}", one.id);
        let of = |kind| {
            let document = pack.of(kind).next().unwrap();
            plain(&texts(document).join("\n"))
        };
        let agent = of(DocumentKind::AgentCard);
        let usager = of(DocumentKind::UsagerCard);
        let grid = of(DocumentKind::ObserverGrid);
        let debrief = of(DocumentKind::Debrief);
        let first = plain(&one.usager.first);
        assert!(
            usager.contains(&first) && !agent.contains(&first),
            "{}",
            one.id
        );
        for play in &one.usager.plays {
            assert!(usager.contains(&plain(&play.how)), "{}", one.id);
        }
        for reply in &one.usager.replies {
            assert!(usager.contains(&plain(&reply.say)), "{}", one.id);
            assert!(!one.asked(reply, kit.content()).is_empty(), "{}", one.id);
            assert!(!agent.contains(&plain(&reply.say)), "{}", one.id);
        }
        for line in &one.observer {
            assert!(grid.contains(&plain(line)), "{}", one.id);
        }
        for line in one.debrief.iter().chain(&one.traps) {
            assert!(debrief.contains(&plain(line)), "{}", one.id);
        }
        // Nobody plays a persona: its name is for the debrief.
        for persona in &kit.personas {
            for card in [&agent, &usager, &grid] {
                assert!(
                    !card.contains(&plain(&persona.name)),
                    "{} {}",
                    one.id,
                    persona.name
                );
            }
        }
        for card in pack.documents.iter().filter(|one| one.scenario.is_some()) {
            assert!(!card.foot.is_empty() && !card.strap.is_empty());
        }
        let rights = pack.of(DocumentKind::UsagerCard).next().unwrap();
        assert!(rights.foot.contains("pause") && rights.foot.contains(rewind));
        // A grid has boxes, and nothing that adds up.
        let grid = pack.of(DocumentKind::ObserverGrid).next().unwrap();
        assert!(
            grid.blocks
                .iter()
                .any(|b| matches!(b, Block::Boxes(lines) if GRID.contains(&lines.len())))
        );
    }
}

#[test]
fn a_pack_counts_what_is_printed_for_its_groups() {
    let (kit, loaded) = (kit(), shipped());
    let all: Vec<&Scenario> = loaded.scenarios.iter().collect();
    for length in Length::ALL {
        let picked = pick(&all, &Wish::default(), *length, 0);
        let chosen: Vec<&Scenario> = all
            .iter()
            .copied()
            .filter(|one| picked.contains(&one.id))
            .collect();
        let (session, pack) = pack_of(&kit, &chosen, *length, 7);
        assert_eq!(session.over, 0);
        // Two groups, of three and four: two of each card a game, three who watch.
        let copies = |kind| text::pack::copies(&pack, kind);
        let games = length.rounds();
        assert_eq!(copies(DocumentKind::AgentCard), 2 * games);
        assert_eq!(copies(DocumentKind::UsagerCard), 2 * games);
        assert_eq!(copies(DocumentKind::ObserverGrid), 3 * games);
        assert_eq!(copies(DocumentKind::BlankNote), 2 * games);
        assert_eq!(copies(DocumentKind::RunningOrder), 1);
        assert_eq!(pack.sheets(Paper::A6), 4 * games);
        assert_eq!(pack.sheets(Paper::A4), 1 + (3 + 1 + 2) * games);
    }
}

#[test]
fn a_default_proposal_of_a_day_meets_most_personas() {
    let loaded = shipped();
    let all: Vec<&Scenario> = loaded.scenarios.iter().collect();
    let met = |length: Length| {
        let picked = pick(&all, &Wish::default(), length, 0);
        let chosen = all.iter().filter(|one| picked.contains(&one.id));
        let met: BTreeSet<_> = chosen.flat_map(|one| one.personas().cloned()).collect();
        met.len()
    };
    assert!(met(Length::Ninety) >= 8, "{}", met(Length::Ninety));
    // The first game is a gentle one.
    let picked = pick(&all, &Wish::default(), Length::ThreeQuarters, 0);
    let first = loaded.scenario(&picked[0]).unwrap();
    assert!(first.situations.is_empty());
    assert!(met(Length::ThreeQuarters) >= 5);
    // Ticking one persona brings both its scenarios, whatever the length.
    for persona in &kit().personas {
        let wish = Wish {
            personas: vec![persona.id.clone()],
            ..Wish::default()
        };
        let picked = pick(&all, &wish, Length::Ninety, 0);
        assert!(picked.len() >= 2, "{}", persona.name);
    }
}

#[test]
fn the_text_file_says_everything_paper_does() {
    for (language, _) in EDITIONS {
        the_file_says_it_all(language);
    }
}

fn the_file_says_it_all(language: Language) {
    let (kit, loaded) = (kit_in(language), shipped_in(language));
    let chosen: Vec<&Scenario> = loaded.scenarios.iter().take(3).collect();
    let (_, pack) = pack_of(&kit, &chosen, Length::ThreeQuarters, 6);
    let words = text::pack::markdown(&pack);
    for document in &pack.documents {
        for text in texts(document) {
            assert!(words.contains(text), "{text}");
        }
        assert!(words.contains(&document.foot));
    }
    assert_eq!(words.matches("\n---\n").count(), pack.documents.len());
    assert!(words.contains("26/11/2026"));
    // French spacing everywhere, and English nowhere has any before a mark.
    for sign in [" ?", " !", " :", " »", "« "] {
        assert!(!words.contains(sign), "{sign:?}");
    }
    let french = words.contains(['«', '\u{a0}', '\u{202f}']);
    assert_eq!(french, language == Language::French);
}

#[test]
fn a_scenario_of_another_kit_is_not_proposed() {
    let (kit, loaded) = (kit(), shipped());
    let mut content = kit.content().clone();
    let all = loaded.scenarios.iter();
    assert!(all.clone().all(|one| scenario::fits(&content, one)));
    content.personas.retain(|one| one.layer == Layer::Profile);
    let left: Vec<_> = all.filter(|one| scenario::fits(&content, one)).collect();
    assert!(!left.is_empty() && left.iter().all(|one| one.situations.is_empty()));
}

#[test]
fn reflexe_check_reads_the_scenarios_of_a_kit() {
    for (_, folder) in EDITIONS {
        let clean = kit_file::check(Some(&repository().join(folder)), TODAY).unwrap();
        assert!(
            !clean
                .findings
                .iter()
                .any(|one| one.file.starts_with("scenarios"))
        );
    }
    let kit = repository().join("personas/usagers-numeriques");
    let copy = tempfile::tempdir().unwrap();
    copied(&kit, copy.path());
    let (folder, _) = changed(&[("cue: \"craint-erreur\"", "cue: \"craint-erreurs\"")]);
    let own = copy.path().join(scenarios::FOLDER);
    fs::remove_dir_all(&own).unwrap();
    fs::rename(folder.path(), &own).unwrap();
    let told = kit_file::check(Some(copy.path()), TODAY).unwrap();
    let one = told
        .findings
        .iter()
        .find(|one| one.file == "scenarios/01-essai.ron");
    assert!(one.unwrap().message.contains("craint-erreurs"));
    // The kit itself is as usable as before.
    assert!(told.kit.is_some());
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copied(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
