//! Passwords and codes: « mdp : … », « mot de passe : … », « code : 1234 ».

use std::sync::LazyLock;

use super::reading::{Reading, Word};
use super::words::{Words, words};
use super::{Kind, Match};

/// Longest secret read, in characters.
const LONGEST: usize = 64;

/// What makes a code somebody's.
static OF_SOMEBODY: Words = LazyLock::new(|| {
    words(
        "sms recu recue secret confidentiel verification validation connexion securite \
     franceconnect temporaire provisoire acces personnel activation carte bancaire usage \
     unique pin digital dauthentification",
    )
});

/// What makes it anything but.
static OF_NOBODY: Words = LazyLock::new(|| {
    words(
        "postal postaux erreur naf ape insee commune promo article civil penal route formulaire \
     barre barres qr couleur radio travail source produit rome organisme guichet",
    )
});

/// What one says of a password without saying it.
const TALK: [&str; 34] = [
    "oubli",
    "perd",
    "refus",
    "chang",
    "incorrect",
    "errone",
    "expir",
    "bloqu",
    "reinit",
    "inconnu",
    "nouveau",
    "procedure",
    "demand",
    "note",
    "cree",
    "impossible",
    "valid",
    "trop",
    "faibl",
    "fort",
    "lien",
    "envoye",
    "donne",
    "recu",
    "remis",
    "modifi",
    "defini",
    "choisi",
    "ok",
    "fait",
    "marche",
    "aucun",
    "rien",
    "voir",
];

/// Finds all of them.
pub(super) fn find(reading: &Reading, matches: &mut Vec<Match>) {
    for (number, word) in reading.words.iter().enumerate() {
        let back = |by: usize| number.checked_sub(by).map_or("", |n| reading.word(n));
        let password = matches!(
            word.text.as_str(),
            "mdp" | "password" | "pwd" | "mpd" | "motdepasse"
        ) || (word.text == "passe" && (back(2) == "mot" || back(2) == "mots"));
        let code = matches!(word.text.as_str(), "code" | "codes" | "pin" | "otp");
        let found = if password {
            after_password(reading, number)
        } else if code {
            after_code(reading, number, back(1))
        } else {
            None
        };
        if let Some((from, to)) = found {
            matches.push(Match::shaped(Kind::Secret, from, to));
        }
    }
}

/// Where a value starts after a word: past « : », « = », « est », quotes and spaces; and whether
/// something said that a value comes.
fn value_start(reading: &Reading, word: &Word) -> (usize, bool) {
    let mut at = word.to;
    let mut said = false;
    // A text of nothing but signs would be read again and again.
    for _ in 0..LONGEST {
        match reading.at(at) {
            Some(':' | '=' | '>') => {
                said = true;
                at += 1;
            }
            Some(' ' | '«' | '"' | '(' | '-') => at += 1,
            Some('e' | 'E') if reading.slice(at, at + 4).eq_ignore_ascii_case("est ") => {
                said = true;
                at += 4;
            }
            _ => break,
        }
    }
    (at, said)
}

/// A value, without what closes a sentence after it.
fn value(reading: &Reading, at: usize) -> (usize, String) {
    let end = reading.unbroken(at, LONGEST);
    let value = reading.slice(at, end);
    let cut = value.find([',', ';', '»', '"']).unwrap_or(value.len());
    let value = value
        .get(..cut)
        .unwrap_or_default()
        .trim_end_matches(['.', '?', ')', ':', '/']);
    (at + value.chars().count(), value.to_owned())
}

fn after_password(reading: &Reading, number: usize) -> Option<(usize, usize)> {
    let (mut at, mut said) = value_start(reading, reading.words.get(number)?);
    // « mot de passe Ameli : … »: words may stand before the colon.
    for ahead in 1..=3 {
        let Some(next) = reading.words.get(number + ahead) else {
            break;
        };
        let close = reading
            .gap(number + ahead - 1)
            .is_some_and(|gap| gap.is(1, |c| c == ' ' || c == '\''));
        if said || !next.is_letters() || !close {
            break;
        }
        let (further, says) = value_start(reading, next);
        if says {
            (at, said) = (further, true);
        }
    }
    let (to, value) = value(reading, at);
    let folded = value.to_lowercase();
    let long = value.chars().count() >= 4;
    let shown = !value.starts_with('[')
        && !folded.starts_with("http")
        && !value
            .chars()
            .all(|c| matches!(c, '*' | '.' | '_' | 'x' | 'X' | '-'));
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.chars().any(char::is_alphabetic);
    let special = value.contains(['@', '#', '$', '*', '!', '_', '%', '&', '+']);
    let mixed = if said {
        digits > 0 || special
    } else {
        special || (digits > 0 && letters) || digits >= 6
    };
    // « mot de passe : soleil »: a word alone, unless it is what one says of passwords.
    let alone = said
        && value.chars().count() >= 5
        && value.chars().all(char::is_alphabetic)
        && !TALK.iter().any(|talk| folded.starts_with(talk))
        && matches!(
            reading.at(to),
            None | Some('.' | ',' | ';' | '"' | '»' | ')')
        );
    (long && shown && (mixed || alone)).then_some((at, to))
}

fn after_code(reading: &Reading, number: usize, before: &str) -> Option<(usize, usize)> {
    let word = reading.words.get(number)?;
    let mut somebody = matches!(word.text.as_str(), "pin" | "otp") || before == "pin";
    let (mut at, mut said) = value_start(reading, word);
    // « code de vérification reçu : 482913 »: up to four words before the value.
    for next in number + 1..number + 6 {
        let Some(next) = reading
            .words
            .get(next)
            .filter(|next| !said && next.is_letters() && next.from <= at)
        else {
            break;
        };
        if OF_NOBODY.contains(next.text.as_str()) {
            return None;
        }
        somebody |= OF_SOMEBODY.contains(next.text.as_str());
        (at, said) = value_start(reading, next);
    }
    if !(said || somebody) {
        return None;
    }
    let (mut to, value) = value(reading, at);
    let mut digits = value.clone();
    // « 482 913 »
    if value.len() == 3
        && let Some(next) = reading.words.get(reading.word_at(at) + 1)
        && next.is_number()
        && next.text.len() == 3
        && next.from == to + 1
    {
        digits.push_str(&next.text);
        to = next.to;
    }
    digits.retain(|c| c != '-' && c != ' ');
    let shaped = (4..=8).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    // Letters and digits together: « code : A7X92B ».
    let mixed = somebody
        && (6..=12).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_alphanumeric())
        && digits.bytes().filter(u8::is_ascii_digit).count() >= 2
        && digits.bytes().any(|b| b.is_ascii_alphabetic());
    (shaped || mixed).then_some((at, to))
}
