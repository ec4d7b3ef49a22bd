//! Pages of a kit: every kind on every paper, to the letter, within the page, the same bytes each time.

use std::sync::Arc;

use reflexe_personas::domain::ids::PersonaId;
use reflexe_personas::domain::kit::{Avoid, Kit, KitContent, Layer, Say};
use reflexe_personas::domain::print::{Order, is_by_persona};
use reflexe_personas::domain::training::pack::{Block, Document, DocumentKind, Pack, Paper};
use reflexe_personas::domain::vocab::{Channel, Language, PaperFormat, PrintKind};
use reflexe_personas::paper::{self, Pages, PaperError};
use reflexe_personas::store::kit_file;

const DAY: &str = "2026-11-26";
/// Points a line may stand out by: rounding.
const HAIR: f64 = 0.5;

fn shipped(language: Language) -> Arc<Kit> {
    kit_file::load_embedded_in(language, None).kit.unwrap()
}

fn admitted(content: &KitContent) -> Arc<Kit> {
    let text = kit_file::write_bundle(content).unwrap();
    let loaded = kit_file::parse_bundle(&text, "essai.ron", None);
    loaded.kit.unwrap()
}

fn kinds() -> impl Iterator<Item = PrintKind> {
    // A role play is made from a pack, not from a kit alone.
    let all = PrintKind::ALL.iter().copied();
    all.filter(|kind| *kind != PrintKind::Workshop)
}

fn said(pages: &Pages) -> String {
    let runs = (0..pages.count()).flat_map(|page| pages.words(page));
    let runs: Vec<String> = runs.map(|word| word.text).collect();
    runs.join(" ").replace('\u{a0}', " ")
}

/// Says whether each word of a sentence is on the pages, in that order and side by side: a sentence
/// runs over several lines.
fn has(pages: &Pages, sentence: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    plain(&said(pages)).contains(&plain(sentence))
}

#[track_caller]
fn stands_within_its_pages(pages: &Pages) {
    for page in 0..pages.count() {
        let (width, height) = pages.size(page).unwrap();
        let words = pages.words(page);
        assert!(!words.is_empty(), "page {page} of {pages:?} is blank");
        for word in words {
            let inside = word.left > 0.0
                && word.right < width + HAIR
                && word.base > 0.0
                && word.base < height;
            assert!(inside, "{pages:?}, page {page}: {word:?}");
        }
    }
}

#[test]
fn every_kind_is_printed_on_every_paper_within_its_pages() {
    for language in [Language::French, Language::English] {
        let kit = shipped(language);
        for kind in kinds() {
            for format in PaperFormat::ALL {
                let order = Order::all(kind, *format);
                let pages = paper::pages(&kit, &order, DAY).unwrap();
                assert!(pages.replaced().is_empty(), "{:?}", pages.replaced());
                stands_within_its_pages(&pages);
                let pdf = pages.pdf().unwrap();
                assert!(pdf.starts_with(b"%PDF-1."), "{order:?}");
            }
        }
    }
}

#[test]
fn each_persona_has_its_card_on_one_page() {
    let kit = shipped(Language::French);
    for persona in &kit.personas {
        for format in PaperFormat::ALL {
            let order = Order {
                persona: Some(persona.id.clone()),
                ..Order::all(PrintKind::Cards, *format)
            };
            let pages = paper::pages(&kit, &order, DAY).unwrap();
            assert_eq!(pages.count(), 1, "{} {format:?}", persona.id);
            for text in [
                &persona.name,
                &persona.code,
                &persona.essence,
                &persona.say[0].text,
            ] {
                assert!(has(&pages, text), "{} {format:?}: {text}", persona.id);
            }
            if *format == PaperFormat::A4 {
                let say = persona.say.iter().map(|say| &say.text);
                let avoid = persona.avoid.iter().map(|avoid| &avoid.text);
                for text in say.chain(avoid).chain(&persona.motivations) {
                    assert!(has(&pages, text), "{}: {text}", persona.id);
                }
            }
        }
    }
}

#[test]
fn a_whole_set_of_cards_is_one_page_each_and_three_sheets_to_cut() {
    let kit = shipped(Language::French);
    let count = |format| {
        let order = Order::all(PrintKind::Cards, format);
        paper::pages(&kit, &order, DAY).unwrap().count()
    };
    let personas = kit.personas.len();
    assert_eq!(count(PaperFormat::A4), personas);
    // And what to do when nothing stands out, and in danger.
    assert_eq!(count(PaperFormat::A6), personas + 2);
    assert_eq!(count(PaperFormat::FourUp), (personas + 2).div_ceil(4));
}

#[test]
fn the_sheet_has_every_cue_of_its_channel_in_the_order_of_the_screen() {
    let kit = shipped(Language::French);
    for channel in [Channel::Counter, Channel::Phone] {
        let order = Order {
            channel: Some(channel),
            ..Order::all(PrintKind::Sheet, PaperFormat::A4)
        };
        let pages = paper::pages(&kit, &order, DAY).unwrap();
        assert_eq!(pages.count(), 2, "one sheet, both sides");
        for cue in kit
            .cues
            .iter()
            .filter(|cue| cue.channels.contains(&channel))
        {
            assert!(has(&pages, &cue.short), "{}", cue.short);
        }
    }
}

#[test]
fn the_same_kit_and_day_give_the_same_bytes() {
    let kit = shipped(Language::French);
    for kind in [PrintKind::Cues, PrintKind::Note] {
        let order = Order::all(kind, PaperFormat::A4);
        let once = paper::render(&kit, &order, DAY).unwrap();
        let again = paper::render(&kit, &order, DAY).unwrap();
        assert!(once == again, "{kind:?}");
        let other_day = paper::render(&kit, &order, "2026-11-27").unwrap();
        assert!(once != other_day, "{kind:?}");
    }
}

/// What typst would read as markup, code, or a shorthand.
const MARKUP: &str = "#let x = 1 $a$ *gras* _it_ @ref \\n <lien> [crochet] `brut` = titre // note /* */ ~ -- https://a.fr";

#[test]
fn what_typst_would_read_as_markup_comes_out_to_the_letter() {
    let mut content = shipped(Language::French).content().clone();
    let persona = &mut content.personas[0];
    persona.name = "#set *fin*".to_owned();
    persona.essence = MARKUP.to_owned();
    persona.motivations[0] = MARKUP.to_owned();
    persona.say[0].text = format!("« {MARKUP} »");
    persona.avoid[0].text = MARKUP.to_owned();
    content.cues[0].text = MARKUP.to_owned();
    content.questions[0].ask = MARKUP.to_owned();
    content.title = "#panic() [kit]".to_owned();
    let kit = admitted(&content);
    let shown = &kit.personas[0].essence;
    for kind in [PrintKind::Cards, PrintKind::Cues, PrintKind::Questions] {
        let pages = paper::pages(&kit, &Order::all(kind, PaperFormat::A4), DAY).unwrap();
        assert!(has(&pages, shown), "{kind:?}: {}", said(&pages));
        assert!(has(&pages, "#panic() [kit]"), "{kind:?}");
        stands_within_its_pages(&pages);
        pages.pdf().unwrap();
    }
}

#[test]
fn texts_far_too_long_stay_on_the_paper() {
    let long = "Une phrase qui n’en finit pas, et que personne ne lira debout. ".repeat(40);
    let long = long.trim().to_owned();
    let mut content = shipped(Language::French).content().clone();
    let persona = &mut content.personas[0];
    persona.essence.clone_from(&long);
    persona.motivations = vec![long.clone(); 4];
    persona.say = vec![
        Say {
            text: long.clone(),
            channels: vec![Channel::Counter, Channel::Phone],
        };
        4
    ];
    persona.avoid = vec![
        Avoid {
            text: long.clone(),
            because: long.clone(),
        };
        3
    ];
    content.cues[0].text.clone_from(&long);
    let kit = admitted(&content);
    let one = Some(kit.personas[0].id.clone());
    let count = |format| {
        let order = Order {
            persona: one.clone(),
            ..Order::all(PrintKind::Cards, format)
        };
        let pages = paper::pages(&kit, &order, DAY).unwrap();
        if format != PaperFormat::FourUp {
            stands_within_its_pages(&pages);
        }
        pages.pdf().unwrap();
        (pages.count(), has(&pages, "La suite est sur la fiche A4."))
    };
    // A page goes on on the next; a card to cut says where the rest is.
    assert!(count(PaperFormat::A4).0 > 1);
    assert!(count(PaperFormat::A6).0 > 1);
    assert_eq!(count(PaperFormat::FourUp), (1, true));
    let cues = paper::pages(&kit, &Order::all(PrintKind::Cues, PaperFormat::A4), DAY).unwrap();
    stands_within_its_pages(&cues);
}

#[test]
fn a_sign_our_typeface_lacks_is_replaced_and_told() {
    let mut content = shipped(Language::French).content().clone();
    content.personas[0].essence = "Bonjour 😀 et \u{202e}merci 😀 漢".to_owned();
    let kit = admitted(&content);
    let order = Order::all(PrintKind::Cards, PaperFormat::A6);
    let pages = paper::pages(&kit, &order, DAY).unwrap();
    assert_eq!(pages.replaced(), ['😀', '漢']);
    assert!(has(&pages, "Bonjour ? et merci ? ?"));
    pages.pdf().unwrap();
    let told = paper::replaced_words(Language::French, pages.replaced()).unwrap();
    assert!(told.contains("U+1F600"), "{told}");
}

#[test]
fn what_cannot_be_printed_is_said_with_its_cure() {
    let kit = shipped(Language::French);
    let asked = |kind, persona: &str| {
        let order = Order {
            persona: Some(PersonaId::new(persona)),
            ..Order::all(kind, PaperFormat::A4)
        };
        paper::render(&kit, &order, DAY).unwrap_err()
    };
    let unknown = asked(PrintKind::Cards, "inconnue");
    assert!(matches!(unknown, PaperError::NoSuchPersona(..)));
    assert!(unknown.to_string().contains("par exemple"), "{unknown}");
    let profile = kit
        .personas
        .iter()
        .find(|p| p.layer == Layer::Profile)
        .unwrap();
    let none = asked(PrintKind::Situations, profile.id.as_str());
    assert!(matches!(none, PaperError::NoSuchPersona(..)), "{none}");
    for kind in kinds().filter(|kind| !is_by_persona(*kind)) {
        let refused = asked(kind, "pas-a-pas");
        assert!(matches!(refused, PaperError::NotByPersona(_)), "{refused}");
    }
}

fn document(kind: DocumentKind, paper: Paper, title: &str, copies: usize) -> Document {
    Document {
        kind,
        scenario: None,
        strap: "Carte · Jeu 1".to_owned(),
        title: title.to_owned(),
        paper,
        copies,
        blocks: vec![
            Block::Lead("Ce qui compte.".to_owned()),
            Block::Heading("Dire".to_owned()),
            Block::Speech("« Bonjour, #je viens pour *ça*. »".to_owned()),
            Block::Bullets(vec!["un".to_owned(), "deux".to_owned()]),
            Block::Pairs(vec![("Si on demande".to_owned(), "on répond".to_owned())]),
            Block::Boxes(vec!["A reformulé".to_owned()]),
            Block::Lines("À noter".to_owned(), 3),
            Block::Text("Fin.".to_owned()),
        ],
        foot: "Chacun peut s’arrêter.".to_owned(),
    }
}

#[test]
fn a_role_play_comes_out_in_order_and_as_often_as_needed() {
    let pack = Pack {
        title: "Atelier d’équipe".to_owned(),
        origin: "Kit d’essai, version 1, 26/11/2026".to_owned(),
        language: "fr".to_owned(),
        documents: vec![
            document(DocumentKind::RunningOrder, Paper::A4, "Déroulé", 1),
            document(DocumentKind::AgentCard, Paper::A6, "Carte agent", 1),
            document(DocumentKind::UsagerCard, Paper::A6, "Carte usager", 2),
            document(DocumentKind::ObserverGrid, Paper::A4, "Grille", 2),
        ],
    };
    for (format, count) in [
        (PaperFormat::A4, 4),
        (PaperFormat::FourUp, 4),
        (PaperFormat::A6, 6),
    ] {
        let pages = paper::pages_of_pack(&pack, format, DAY).unwrap();
        assert_eq!(pages.count(), count, "{format:?}");
        stands_within_its_pages(&pages);
        assert!(has(&pages, "« Bonjour, #je viens pour *ça*. »"));
        assert!(has(&pages, "Chacun peut s’arrêter."));
        pages.pdf().unwrap();
    }
    let nothing = paper::pages_of_pack(&Pack::default(), PaperFormat::A4, DAY);
    assert!(matches!(nothing, Err(PaperError::Nothing(_))));
}

#[test]
fn a_page_is_drawn_in_black_on_white() {
    let kit = shipped(Language::French);
    let order = Order::all(PrintKind::Note, PaperFormat::A6);
    let pages = paper::pages(&kit, &order, DAY).unwrap();
    let picture = pages.picture(0, 1.0).unwrap();
    assert_eq!((picture.width, picture.height), (298, 420));
    assert_eq!(picture.pixels.len(), 4 * picture.width * picture.height);
    let mut alphas = picture.pixels.iter().skip(3).step_by(4);
    assert!(alphas.all(|alpha| *alpha == 255));
    let dark = picture.pixels.chunks(4).filter(|p| p[0] < 100).count();
    assert!(dark > 500, "{dark}");
    assert!(pages.picture(9, 1.0).is_none());
}
