//! From bytes to text: UTF-8 or a refusal that says how to save the file again.
//!
//! It must never guess a character: a name read wrongly would be shown wrongly.

use super::super::finding::Fault;
use crate::domain::validate::wording::french;

const SAVE_AGAIN: &str = "Ouvrez le fichier dans le Bloc-notes, puis « Enregistrer sous… » en choisissant l’encodage UTF-8.";

fn refusal(at: usize, message: &str) -> Fault {
    Fault {
        at,
        message: french(message),
        cure: french(SAVE_AGAIN),
    }
}

/// Says whether bytes look like UTF-16 without its mark: every other byte is zero.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let zeros = sample.iter().filter(|b| **b == 0);
    sample.len() >= 4 && zeros.count() * 3 >= sample.len()
}

/// Reads bytes as UTF-8 with or without its mark, any line ends; a fault comes with the readable part.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, (Fault, String)> {
    let marked = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if marked || looks_like_utf16(bytes) {
        let fault = refusal(0, "Ce fichier est en UTF-16, que le kit n’accepte pas.");
        return Err((fault, String::new()));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(one_line_end(text.to_owned())),
        Err(error) => {
            let readable = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let fault = refusal(
                readable.len(),
                "Ce fichier n’est pas en UTF-8 : il semble en Windows-1252 (« ANSI »).",
            );
            Err((fault, String::from_utf8_lossy(readable).into_owned()))
        }
    }
}

/// A text whose lines all end in one way.
pub(super) fn one_line_end(text: String) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text
    }
}
