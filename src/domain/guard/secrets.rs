//! Passwords and codes: « mdp : … », « mot de passe : … », « code : 1234 », « digicode 1234 ».
//!
//! It must never take what one says of a password for the password: « mot de passe oublié ».

use std::sync::LazyLock;

use super::reading::{Reading, Word};
use super::values::{LONGEST, ends_there, groups, is_hour, is_rank, is_shown, is_special, value};
use super::words::{Words, words};
use super::{Kind, Match};

/// What makes a code somebody's.
static OF_SOMEBODY: Words = LazyLock::new(|| {
    words(
        "sms recu recue secret confidentiel verification validation connexion securite \
     franceconnect temporaire provisoire acces personnel activation carte bancaire usage \
     unique pin digital dauthentification",
    )
});

/// What a code opens: said before digits it makes them one, « le code ameli 123456 ».
static OPENED: Words = LazyLock::new(|| {
    words(
        "ameli caf impots ants cpf edf banque banquaire wifi porte immeuble portail alarme coffre \
     telephone mobile entree badge cadenas boite",
    )
});

/// What makes it anything but.
static OF_NOBODY: Words = LazyLock::new(|| {
    words(
        "postal postaux erreur naf ape insee commune promo article civil penal route formulaire \
     barre barres qr couleur radio travail source produit rome organisme guichet",
    )
});

/// What one says of a password that one does not have.
const LACK: [&str; 14] = [
    "oubli",
    "perd",
    "refus",
    "incorrect",
    "errone",
    "expir",
    "bloqu",
    "reinit",
    "inconnu",
    "impossible",
    "procedure",
    "demand",
    "aucun",
    "rien",
];

/// What else one says of a password without saying it.
const TALK: [&str; 37] = [
    "chang",
    "nouveau",
    "note",
    "cree",
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
    "voir",
    "depuis",
    "avant",
    "apres",
    "jusqu",
    "valable",
    "version",
    "essai",
    "tentative",
    "saisi",
    "majuscul",
    "caracter",
    "identi",
    "meme",
    "court",
    "long",
    "communiqu",
    "pas",
];

/// Most words between « mot de passe » and what says that a value comes.
const MOST_WORDS: usize = 7;

/// Finds all of them.
pub(super) fn find(reading: &Reading, matches: &mut Vec<Match>) {
    for (number, word) in reading.words.iter().enumerate() {
        let back = |by: usize| number.checked_sub(by).map_or("", |n| reading.word(n));
        let password = matches!(
            word.text.as_str(),
            "mdp" | "password" | "pwd" | "mpd" | "motdepasse"
        ) || (word.text == "passe" && (back(2) == "mot" || back(2) == "mots"));
        let code = matches!(
            word.text.as_str(),
            "code" | "codes" | "pin" | "otp" | "digicode" | "digicodes"
        );
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

/// What says that a value comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// Nothing.
    No,
    /// A verb: « c'est ».
    ByVerb,
    /// A sign: « : », or « est » alone.
    Yes,
}

/// Verbs before a value, and how sure they make it.
const VERBS: [(&str, Said); 5] = [
    ("est ", Said::Yes),
    ("c'est ", Said::ByVerb),
    ("cest ", Said::ByVerb),
    ("sera ", Said::ByVerb),
    ("devient ", Said::ByVerb),
];

/// Where a value starts after a word: past « : », « = », « est », quotes and spaces; and whether
/// something said that a value comes.
fn value_start(reading: &Reading, word: &Word) -> (usize, Said) {
    let mut at = word.to;
    let mut said = Said::No;
    // A text of nothing but signs would be read again and again.
    for _ in 0..LONGEST {
        match reading.at(at) {
            Some(':' | '=' | '>') => {
                said = Said::Yes;
                at += 1;
            }
            Some(' ' | '«' | '"' | '\'' | '(' | '-') => at += 1,
            Some('e' | 'E' | 'c' | 'C' | 's' | 'S' | 'd' | 'D') => {
                let verb = VERBS.iter().find(|(verb, _)| {
                    reading
                        .slice(at, at + verb.len())
                        .eq_ignore_ascii_case(verb)
                });
                let Some((verb, sure)) = verb else { break };
                if said == Said::No {
                    said = *sure;
                }
                at += verb.len();
            }
            _ => break,
        }
    }
    (at, said)
}

fn starts_any(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

/// Says whether a word is of what one says of passwords.
fn is_talk(word: &str) -> bool {
    starts_any(word, &LACK) || starts_any(word, &TALK)
}

fn after_password(reading: &Reading, number: usize) -> Option<(usize, usize)> {
    let (mut at, mut said) = value_start(reading, reading.words.get(number)?);
    let mut lacking = false;
    // « mot de passe Ameli : … », « mot de passe de sa boîte est … »: words may stand before.
    for ahead in 1..=MOST_WORDS {
        let Some(next) = reading.words.get(number + ahead) else {
            break;
        };
        let close = reading
            .gap(number + ahead - 1)
            .is_some_and(|gap| gap.is(1, |c| c == ' ' || c == '\'') && !gap.line);
        if said != Said::No || !next.is_letters() || !close {
            break;
        }
        lacking |= starts_any(&next.text, &LACK);
        let (further, says) = value_start(reading, next);
        if says != Said::No {
            (at, said) = (further, says);
        }
    }
    if said == Said::No {
        return unsaid(reading, number);
    }
    if let Some((end, digits)) = groups(reading, at)
        && digits.len() >= 4
        && !lacking
    {
        return Some((at, end));
    }
    let (to, value) = value(reading, at);
    if !is_shown(&value) {
        return None;
    }
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let long = value.chars().count() >= 4;
    if long && (digits > 0 || (letters > 0 && is_special(&value))) && !is_hour(&value) {
        return Some((at, to));
    }
    let capital = value.starts_with(char::is_uppercase);
    if lacking || !is_word(&value) || (said == Said::ByVerb && !capital) {
        return None;
    }
    // « mot de passe : soleil »: a word alone; « mot de passe : Soleil 2024 ».
    if ends_there(reading, to) {
        return (letters >= 5).then_some((at, to));
    }
    let next = reading.words.get(reading.word_at(to))?;
    let year = next.is_number()
        && (2..=4).contains(&next.text.len())
        && next.from == to + 1
        && reading.at(to) == Some(' ')
        && ends_there(reading, next.to);
    (year && letters >= 4).then_some((at, next.to))
}

/// « mot de passe provisoire Soleil2024! »: letters and digits together, after three words at most.
fn unsaid(reading: &Reading, number: usize) -> Option<(usize, usize)> {
    for ahead in 1..=4 {
        let next = reading.words.get(number + ahead)?;
        let close = reading.gap(number + ahead - 1).is_some_and(|gap| {
            gap.is(3, |c| {
                matches!(c, ' ' | '\'' | '«' | '"') || is_special(&c.to_string())
            }) && !gap.line
        });
        if !close {
            return None;
        }
        // « $ » is of the value, a quote is not.
        let signs = reading
            .chars(next.from.saturating_sub(3), next.from)
            .rev()
            .take_while(|c| is_special(&c.to_string()));
        let from = next.from - signs.count();
        let (to, value) = value(reading, from);
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let letters = value.chars().any(char::is_alphabetic);
        let long = value.chars().count() >= if ahead == 1 { 4 } else { 5 };
        let mixed = (digits > 0 && letters)
            || (ahead == 1 && (digits >= 6 || is_special(&value)))
            || (digits > 0 && is_special(&value));
        if long && mixed && is_shown(&value) && !is_hour(&value) && !next.is_ordinal() {
            return Some((from, to));
        }
        if !next.is_letters() || is_talk(&next.text) {
            return None;
        }
    }
    None
}

/// Letters that are no talk of passwords; parted by dashes they need their capitals, « Jean-Pierre ».
fn is_word(value: &str) -> bool {
    let mut parts = value.split('-');
    let many = value.contains('-');
    parts.all(|part| {
        let mut letters = part.chars();
        let first = letters.next();
        first.is_some_and(|c| c.is_alphabetic() && (!many || c.is_uppercase()))
            && letters.all(char::is_alphabetic)
            && !is_talk(&part.to_lowercase())
    })
}

fn after_code(reading: &Reading, number: usize, before: &str) -> Option<(usize, usize)> {
    let word = reading.words.get(number)?;
    let door = word.text.starts_with("digicode");
    let mut somebody = matches!(word.text.as_str(), "pin" | "otp") || before == "pin" || door;
    let mut opened = false;
    let (mut at, mut said) = value_start(reading, word);
    let mut last = number;
    // « code de vérification reçu : 482913 »: up to four words before the value.
    for ahead in number + 1..number + 6 {
        let Some(next) = reading
            .words
            .get(ahead)
            .filter(|next| said == Said::No && next.is_letters() && next.from <= at)
        else {
            break;
        };
        if OF_NOBODY.contains(next.text.as_str()) {
            return None;
        }
        somebody |= OF_SOMEBODY.contains(next.text.as_str());
        opened |= OPENED.contains(next.text.as_str());
        (at, said) = value_start(reading, next);
        last = ahead;
    }
    let (to, value) = value(reading, at);
    // « code 482913 reçu par SMS »
    let after = || {
        let words = reading.word_at(to)..reading.word_at(to) + 4;
        words
            .take_while(|n| {
                n.checked_sub(1)
                    .and_then(|gap| reading.gap(gap))
                    .is_some_and(|gap| gap.is(1, |c| c == ' '))
            })
            .any(|n| OF_SOMEBODY.contains(reading.word(n)))
    };
    if said == Said::No && !somebody {
        let year = value.len() == 4 && (value.starts_with("19") || value.starts_with("20"));
        let told = (opened && !year) || (last == number && after());
        if !told {
            return None;
        }
    }
    let parted = groups(reading, at);
    let most = if parted.is_some() { 10 } else { 8 };
    let (to, mut digits) = parted.unwrap_or((to, value));
    digits.retain(|c| !matches!(c, '-' | ' ' | '#' | '*'));
    let shaped = (4..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    // Letters and digits together: « code : A7X92B ».
    let door = door || (opened && said != Said::No);
    let lengths = if door { 4..=8 } else { 6..=12 };
    let mixed = (somebody || door)
        && lengths.contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_alphanumeric())
        && digits.bytes().filter(u8::is_ascii_digit).count() >= 2
        && digits.bytes().any(|b| b.is_ascii_alphabetic())
        && !is_hour(&digits)
        && !is_rank(&digits);
    (shaped || mixed).then_some((at, to))
}
