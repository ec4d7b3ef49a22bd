//! What the note says, and what nobody can make it say.

use proptest::prelude::*;

use super::super::ids::{AnswerId, CueId, PersonaId, QuestionId, StepId};
use super::super::interview::Interview;
use super::super::testing::{act, actions, kit};
use super::*;

const HEADINGS: &[&str] = &[
    "Date",
    "Canal",
    "Thème",
    "Durée",
    "Suite",
    "Matériel",
    "Orientation",
    "Autonomie",
    "Étapes faites",
];

fn note(interview: &Interview) -> Note {
    let frame = NoteFrame {
        date: "2026-11-24".to_owned(),
        bracket: DurationBracket::Under15,
    };
    Note::build(&kit(), interview.facts(), &frame)
}

fn typed(text: &str) -> Note {
    let mut interview = Interview::new(Channel::Counter);
    interview.set_free_text(text);
    note(&interview)
}

proptest! {
    #[test]
    fn a_note_of_any_interview_is_complete_and_never_names_the_persona_by_itself(actions in actions()) {
        let mut interview = Interview::new(Channel::Counter);
        for (action, n) in actions {
            act(&mut interview, action, n);
        }
        interview.set_free_text("");
        let note = note(&interview);
        for text in [note.to_text(), note.to_markdown(), note.to_clipboard_text()] {
            for heading in HEADINGS {
                prop_assert!(text.contains(heading), "{heading} missing in {text}");
            }
            prop_assert!(!text.contains('\''));
        }
        prop_assert!(!note.to_clipboard_text().contains("Fil"));
        if !interview.facts().name_persona {
            prop_assert!(!note.to_text().contains("Piste"));
            prop_assert!(!note.to_markdown().contains("Piste"));
        }
        prop_assert!(note.summary().ends_with("rien de nominatif"));
        let alone = note.equipment.len() == 1 || !note.equipment.contains(&Equipment::Nothing);
        prop_assert!(alone, "{:?}", note.equipment);
    }

    #[test]
    fn typed_text_never_leaves_its_line(text in "[-+=#*_\\[\\]()<>!|`~$@&.:/1a\n\r\t \u{2028}\u{202e}]{0,60}") {
        let (bare, note) = (typed(""), typed(&text));
        let extra = usize::from(!note.free_text.is_empty());
        prop_assert_eq!(note.to_text().lines().count(), bare.to_text().lines().count() + extra);
        prop_assert_eq!(note.to_markdown().lines().count(), bare.to_markdown().lines().count() + 4 * extra);
        let markdown = note.to_markdown();
        let raw = markdown.replace("\\://", "").contains("://") || markdown.contains(['<', '>', '\u{202e}']);
        prop_assert!(!raw, "{}", markdown);
    }

    #[test]
    fn the_name_of_a_file_says_nothing(date in ".{0,20}", id in ".{0,20}") {
        let stem = file_stem(&date, &id);
        prop_assert!(is_file_stem(&stem), "{stem}");
        prop_assert_eq!(stem.len(), "accompagnement_20261124_k3f9a0".len());
    }
}

#[test]
fn only_spelled_stems_are_stems() {
    assert_eq!(
        file_stem("2026-11-24", "k3f9a0"),
        "accompagnement_20261124_k3f9a0"
    );
    assert_eq!(file_stem("", "../É"), "accompagnement_00000000_000000");
    for wrong in [
        "",
        "accompagnement_2026112_k3f9a0",
        "accompagnement_20261124_K3f9a0",
        "accompagnement_20261124_k3f9a0.md",
        "accompagnement_20261124_../../",
        "dupont_20261124_k3f9a0",
    ] {
        assert!(!is_file_stem(wrong), "{wrong}");
    }
}

#[test]
fn the_whole_note_in_text_and_markdown() {
    let mut interview = Interview::new(Channel::Phone);
    interview.set_theme(Some(Theme::Logement));
    interview.set_cue(
        CueId::new("x1"),
        Some(super::super::evidence::Sighting::Observed),
    );
    interview.follow(PersonaId::new("x0"));
    interview.tick_step(StepId::new("x1"));
    interview.tick_step(StepId::new("x0"));
    interview.tick_step(StepId::new("x2"));
    interview.set_outcome(Some(Outcome::CallBack));
    interview.set_name_persona(true);
    interview.set_free_text("Revenir\navec *l’avis*");
    let note = note(&interview);
    assert_eq!(
        note.to_text(),
        "Accompagnement\nDate\u{a0}: 24/11/2026\nCanal\u{a0}: téléphone\nThème\u{a0}: logement\n\
         Durée\u{a0}: moins de 15\u{a0}min\nSuite\u{a0}: rappel prévu\nMatériel\u{a0}: téléphone\n\
         Orientation\u{a0}: aucune\nAutonomie\u{a0}: non précisé\nPiste\u{a0}: Le Fil\n\
         Étapes faites\u{a0}:\n– Lire le courrier\n– Site montré\n\
         Complément\u{a0}: Revenir avec *l’avis*\nKit\u{a0}: essai 0.1\n"
    );
    let clipboard = note.to_clipboard_text();
    assert!(!clipboard.contains("Piste") && !clipboard.contains("Kit"));
    let markdown = note.to_markdown();
    assert!(markdown.contains("- **Suite**\u{a0}: rappel prévu\n"));
    assert!(markdown.contains("## Étapes faites\n\n- Lire le courrier\n- Site montré\n"));
    assert!(markdown.contains("## Complément\n\nRevenir avec \\*l’avis\\*\n"));
    assert_eq!(
        note.summary(),
        "téléphone · logement · 2 étapes · rappel prévu"
    );
}

#[test]
fn a_skipped_step_is_not_in_the_note() {
    let mut interview = Interview::new(Channel::Counter);
    interview.skip_step(StepId::new("x1"));
    assert!(note(&interview).steps.is_empty());
}

#[test]
fn equipment_is_proposed_from_cues_and_answers_and_the_agent_wins() {
    let equipment =
        |interview: &Interview| note(interview).equipment.into_iter().collect::<Vec<_>>();
    let mut interview = Interview::new(Channel::Counter);
    assert_eq!(equipment(&interview), []);
    let question = QuestionId::new("x0");
    interview.answer(question.clone(), AnswerId::new("un-ordinateur"));
    assert_eq!(equipment(&interview), [Equipment::Computer]);
    interview.cycle_cue(CueId::new("x0"));
    assert_eq!(equipment(&interview), []);
    interview.answer(question, AnswerId::new("aucun-appareil"));
    assert_eq!(equipment(&interview), [Equipment::Nothing]);
    interview.cycle_cue(CueId::new("x1"));
    assert_eq!(equipment(&interview), [Equipment::Phone]);
    interview.set_equipment(Some(BTreeSet::from([Equipment::Tablet])));
    assert_eq!(equipment(&interview), [Equipment::Tablet]);
}

/// What somebody could type or paste, and how it reads as plain text in Markdown and HTML.
const MARKUP: [(&str, &str); 40] = [
    ("# titre", "\\# titre"),
    ("###### titre", "\\#\\#\\#\\#\\#\\# titre"),
    ("- liste", "\\- liste"),
    ("+ liste", "\\+ liste"),
    ("* liste", "\\* liste"),
    ("12. liste", "12\\. liste"),
    ("1) liste", "1\\) liste"),
    ("- [ ] tâche", "\\- \\[ \\] tâche"),
    ("fin. (oui)", "fin. (oui)"),
    ("---", "\\---"),
    ("***", "\\*\\*\\*"),
    ("===", "\\=\\=\\="),
    ("a ==b== c", "a \\=\\=b\\=\\= c"),
    ("a = b", "a = b"),
    ("**gras** _ital_", "\\*\\*gras\\*\\* \\_ital\\_"),
    ("~~barré~~ x^2^", "\\~\\~barré\\~\\~ x\\^2\\^"),
    ("`code` ```", "\\`code\\` \\`\\`\\`"),
    ("[a](http://b)", "\\[a\\](http\\://b)"),
    ("![a](//b/c.png)", "\\!\\[a\\](//b/c.png)"),
    ("[a][b] [b]: c", "\\[a\\]\\[b\\] \\[b\\]: c"),
    ("[^1] [[page]]", "\\[\\^1\\] \\[\\[page\\]\\]"),
    ("https://a.fr/x?y=1&z", "https\\://a.fr/x?y=1&amp;z"),
    ("ftp://a.fr", "ftp\\://a.fr"),
    ("WWW.a.fr", "WWW\\.a.fr"),
    ("<http://a.fr>", "&lt;http\\://a.fr&gt;"),
    ("@equipe #12", "\\@equipe \\#12"),
    ("> citation", "&gt; citation"),
    (">! caché !<", "&gt;\\! caché \\!&lt;"),
    ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
    (
        "<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ),
    (
        "<img src=x onerror=alert(1)>",
        "&lt;img src=x onerror=alert(1)&gt;",
    ),
    ("<style>@import'x'", "&lt;style&gt;\\@import'x'"),
    ("<!-- caché -->", "&lt;\\!-- caché --&gt;"),
    (
        "&lt;b&gt; &#60; &copy;",
        "&amp;lt;b&amp;gt; &amp;\\#60; &amp;copy;",
    ),
    ("a | b", "a \\| b"),
    ("$x$ \\alpha", "\\$x\\$ \\\\alpha"),
    ("\\# \\<b>", "\\\\\\# \\\\&lt;b&gt;"),
    ("    code\n\ttitre\n====", "code  titre \\=\\=\\=\\="),
    ("fin  \nsuite\u{2028}# x", "fin   suite \\# x"),
    ("a\u{202e}b\u{200b}c", "abc"),
];

#[test]
fn typed_text_cannot_become_markup() {
    for (text, escaped) in MARKUP {
        let markdown = typed(text).to_markdown();
        let block = format!("\n\n{escaped}\n");
        assert!(markdown.contains(&block), "{text}: {markdown}");
        let links = markdown.replace("\\]", "").contains([']', '<', '>']);
        assert!(!links, "a link, a picture or a tag in {markdown}");
    }
}

#[test]
fn formats_are_known_by_their_extension() {
    for format in NoteFormat::ALL {
        assert_eq!(
            NoteFormat::from_extension(format.extension()),
            Some(*format)
        );
        let upper = format.extension().to_uppercase();
        assert_eq!(NoteFormat::from_extension(&upper), Some(*format));
    }
    for unknown in ["", ".md", "pdf", "md ", "markdown"] {
        assert_eq!(NoteFormat::from_extension(unknown), None);
    }
}
