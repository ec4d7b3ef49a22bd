//! Writes notes of every kind in every format, for programs that read them elsewhere to be tried on.
//!
//! `export_samples FOLDER` writes them with the real store; `export_samples --read FILE` reads one back
//! and prints it. See tests/office.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example that speaks to a script"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use reflexe_personas::domain::guard::{Kept, verify};
use reflexe_personas::domain::interview::Interview;
use reflexe_personas::domain::note::{Note, NoteFormat, NoteFrame, file_stem};
use reflexe_personas::domain::vocab::{
    Autonomy, Channel, DurationBracket, Equipment, Orientation, Outcome, Theme,
};
use reflexe_personas::store::disk::{Disk as _, RealDisk};
use reflexe_personas::store::{export, kit_file, lexicon};

const DATE: &str = "2026-11-25";

/// What somebody could type; tests/office/check.py says what becomes of each in a spreadsheet.
const TYPED: [&str; 20] = [
    "",
    "Œuf, été, forêt : 3 € « entre guillemets » l’été",
    "dit \"oui\" ; puis 'non'",
    "=1+1",
    "+33",
    "-2+3",
    "@SUM(1;1)",
    "＝1+1",
    "＋33",
    "  =1+1",
    "\"=1+1\"",
    "=HYPERLINK(\"http://a.example\";\"clic\")",
    "=cmd|' /C calc'!A0",
    "revenir,=1+1,ou rien",
    "revenir;=1+1;ou rien",
    "revenir\t=1+1",
    "revenir\n=1+1",
    "007",
    "3 - 2 = 1",
    "日本 👍 e\u{301}",
];

fn samples() -> Result<Vec<Note>, String> {
    let kit = kit_file::load_embedded(None).kit.ok_or("no embedded kit")?;
    let mut notes: Vec<Note> = TYPED
        .iter()
        .map(|typed| {
            let mut interview = Interview::new(Channel::Counter);
            interview.set_free_text(typed);
            let frame = NoteFrame {
                date: DATE.to_owned(),
                bracket: DurationBracket::M15,
            };
            Note::build(&kit, interview.facts(), &frame)
        })
        .collect();
    let mut full = notes.first().cloned().ok_or("no note")?;
    full.channel = Channel::Phone;
    full.theme = Some(Theme::Etranger);
    full.steps = vec![
        "Site montré ; lu".to_owned(),
        "=1+1".to_owned(),
        "Sur deux\nlignes".to_owned(),
    ];
    full.outcome = Some(Outcome::DocumentDue);
    full.equipment = BTreeSet::from([Equipment::Computer, Equipment::Phone]);
    full.orientation = Some(Orientation::DigitalMediation);
    full.autonomy = Some(Autonomy::Partial);
    full.persona = Some("@Le \"Fil\"".to_owned());
    notes.push(full);
    Ok(notes)
}

fn write(folder: &Path) -> Result<(), String> {
    let words = lexicon::guard_of_language("fr");
    for (n, note) in samples()?.into_iter().enumerate() {
        let verified = verify(note, &words, 2026, &Kept::new())
            .map_err(|found| format!("note {n} does not leave: {found:?}"))?;
        let stem = file_stem(DATE, &format!("note{n:02}"));
        for format in NoteFormat::ALL {
            let path = export::export_note(&RealDisk, folder, &verified, *format, &stem)
                .map_err(|error| error.to_string())?;
            if matches!(format, NoteFormat::Json | NoteFormat::Ron)
                && read(&path)? != *verified.note()
            {
                return Err(format!("{} is not what was written", path.display()));
            }
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Note, String> {
    let bytes = RealDisk
        .read(path, 1 << 20)
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    let format = path
        .extension()
        .and_then(|extension| extension.to_str())
        .and_then(NoteFormat::from_extension)
        .ok_or("no such format")?;
    export::read_note(&text, format).map_err(|error| error.to_string())
}

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let done = match arguments.as_slice() {
        [flag, file] if flag.as_os_str() == "--read" => {
            read(file).map(|note| print!("{}", note.to_text()))
        }
        [folder] => write(folder),
        _ => Err("usage: export_samples FOLDER | --read FILE".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
