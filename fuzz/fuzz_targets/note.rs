//! Exports of a note with any free text: no cell a spreadsheet would compute, JSON and RON read back.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use reflexe_personas::domain::guard::{GuardLexicon, Kept, verify};
use reflexe_personas::domain::interview::Interview;
use reflexe_personas::domain::kit::Kit;
use reflexe_personas::domain::note::{Note, NoteFormat, NoteFrame};
use reflexe_personas::domain::vocab::{Channel, DurationBracket};
use reflexe_personas::store::{export, kit_file};

static KIT: LazyLock<std::sync::Arc<Kit>> =
    LazyLock::new(|| kit_file::load_embedded(None).kit.expect("the shipped kit"));

fuzz_target!(|text: &str| {
    let mut interview = Interview::new(Channel::Counter);
    interview.set_free_text(text);
    let frame = NoteFrame {
        date: "2026-11-25".to_owned(),
        bracket: DurationBracket::M15,
    };
    let note = Note::build(&KIT, interview.facts(), &frame);
    // Without words and with all kept, only identifiers hold it back.
    let Ok(verified) = verify(note, &GuardLexicon::default(), 2026, &Kept::new()) else {
        return;
    };
    for format in NoteFormat::ALL {
        let file = export::render(&verified, *format).expect("a note is written in every format");
        match format {
            NoteFormat::Csv => {
                let text = file.trim_start_matches('\u{feff}');
                for cell in text.split(['\n', ';']) {
                    let cell = cell.trim_start_matches(['"', ' ']);
                    assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{file}");
                }
            }
            NoteFormat::Json | NoteFormat::Ron => {
                let again = export::read_note(&file, *format).expect("what was written is read");
                assert_eq!(&again, verified.note());
            }
            _ => {}
        }
    }
});
