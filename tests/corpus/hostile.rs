//! Texts on which a careless detector takes the square of the time.

use std::time::{Duration, Instant};

use reflexe_personas::domain::guard::{GuardLexicon, scan};

use super::{SEED, YEAR, notes};

/// Texts that a careless detector reads again and again.
pub(crate) fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let note: String = notes(SEED, 30)
        .iter()
        .map(|note| note.text.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    [
        ("notes", note.as_str()),
        ("one word", "a"),
        ("one number", "7"),
        ("spaces", " "),
        ("digits apart", "1 "),
        ("passwords glued", "mdp:"),
        ("signs of mail", "a@"),
        ("dots of mail", "a . "),
        ("capitals", "Marie "),
        ("civilities", "Mme de "),
        ("entities", "&#48;"),
        ("broken entities", "&#4"),
        ("fillers", "<a"),
        ("streets", "12 rue des "),
        ("births", "né le 3 "),
        ("accents", "e\u{301}"),
        ("nothing seen", "\u{200b}"),
        ("insults", "gros con "),
        ("links", "https://a.fr/"),
        ("coordinates", "48.85661, "),
    ]
    .into_iter()
    .map(|(name, piece)| {
        let mut text = piece.repeat(bytes / piece.len() + 1);
        text.truncate(text.floor_char_boundary(bytes));
        (name, text)
    })
    .collect()
}

/// Ticks the processor gave this thread, where the system tells them: what else a machine does changes
/// nothing to them.
fn ticks() -> Option<u64> {
    let told = std::fs::read("/proc/thread-self/stat").ok()?;
    let told = String::from_utf8(told).ok()?;
    // The name, in brackets, may hold spaces; the user's and the system's ticks come 12 and 13 after it.
    let mut fields = told.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some(user + system)
}

/// Time of one reading of a text: the mean of as many as fill thirty ticks, or three tenths of a second.
#[expect(clippy::disallowed_methods, reason = "a measure of time")]
fn time(text: &str, lexicon: &GuardLexicon) -> f64 {
    let start = Instant::now();
    let first = ticks();
    let mut readings = 0.0;
    loop {
        std::hint::black_box(scan(text, lexicon, YEAR));
        readings += 1.0;
        match (first, ticks()) {
            (Some(first), Some(now)) => {
                if now >= first + 30 {
                    return (now - first) as f64 / readings;
                }
            }
            _ => {
                if start.elapsed() >= Duration::from_millis(300) {
                    return start.elapsed().as_secs_f64() / readings;
                }
            }
        }
    }
}

/// The time of a text over that of its half.
pub(crate) fn ratio(once: &str, twice: &str, lexicon: &GuardLexicon) -> f64 {
    time(twice, lexicon) / time(once, lexicon)
}
