//! « 12 bis rue des Lilas »: the number of a house, a way, its name.

use std::sync::LazyLock;

use super::super::reading::{Reading, Word};
use super::super::words::{Words, words};
use super::{after_street, close, postcode};

/// Ways, whole and cut short.
static WAYS: Words = LazyLock::new(|| {
    words(
        "rue r avenue av ave aven boulevard bd bld blvd boul impasse imp allee allees all chemin \
         che chem ch place pl placette route rte quai square sq cours crs passage pass sentier \
         sente ruelle venelle residence res lotissement lot faubourg fbg fg esplanade espl \
         promenade prom traverse villa cite hameau ham montee mail parvis rond carrefour clos cour \
         escalier galerie domaine chaussee levee rocade za",
    )
});

/// Abbreviations that are words or codes elsewhere: they need their point, or a capital after.
static SHORT_WAYS: Words =
    LazyLock::new(|| words("r av pl all che ch lot res sq ham prom pass imp za"));

/// Ways that are everyday words too: a capital must follow, or a name after « de ».
static EVERYDAY_WAYS: Words = LazyLock::new(|| {
    words(
        "place cours passage lot villa cite montee promenade traverse route residence chemin mail \
         parvis rond carrefour clos cour escalier galerie domaine levee",
    )
});

/// What « de » makes of these ways that is no street: « place de parking », « cours de français ».
static THINGS: Words = LazyLock::new(|| {
    words(
        "parking francais stationnement cinema spectacle concert train theatre creche \
         informatique code conduite formation retour credit",
    )
});

/// What follows a way that is not named, « la rue est barrée », and ends the name of one.
static NO_STREETS: Words = LazyLock::new(|| {
    words(
        "est sont barree barre fermee ferme fermes fermees coupee bloquee complet complete libre \
         libres disponible disponibles restante restantes restants occupee occupees pour par \
         ou qui que reservee reservees maximum minimum gratuit gratuits collectif collectifs \
         assise assises particuliers particulier dans avec depuis chez dossier dossiers rdv tel \
         telephone ok ras merci demande appeler rappeler rappel facture courrier colis attestation \
         suite revient reviendra vient fait envoye envoyer changement adresse mais puis pas plus \
         sans avant apres vu total orienté oriente delai refaire batiment bat appt apt appartement \
         esc porte etage voisin voisine cote code digicode il elle ils on je",
    )
});

/// Small words inside the name of a way.
static LINKS: Words = LazyLock::new(|| {
    words(
        "de du des la le les l d aux au sur sous saint sainte st ste lez general gal marechal \
         docteur dr abbe",
    )
});

/// Small words that may also begin what comes after: « 12 rue Pasteur à déclarer ».
static WEAK_LINKS: Words = LazyLock::new(|| words("a en et au"));

/// What is added to a number.
static AGAIN: Words = LazyLock::new(|| words("bis ter quater b t a c d q"));

static MONTHS: Words = LazyLock::new(|| {
    words("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
});

/// Says whether a word is a way.
pub(super) fn is_way(word: &str) -> bool {
    WAYS.contains(word)
}

/// Says whether a word cannot name a street.
pub(super) fn is_no_street(word: &str) -> bool {
    NO_STREETS.contains(word)
}

/// Says whether a word is a small one inside a name.
pub(super) fn is_link(word: &str) -> bool {
    LINKS.contains(word)
}

/// Says whether a word is a month: « 12 Décembre » is no house.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(word)
}

/// Says whether the number of a house stands at a word.
pub(super) fn is_house(reading: &Reading, number: usize) -> bool {
    house(reading, number).is_some()
}

/// The number of a house at a word: words it takes with « bis ».
fn house(reading: &Reading, number: usize) -> Option<usize> {
    let word = reading.words.get(number)?;
    let digits = word.text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let rest = word.text.get(digits.len()..)?;
    let numbered = (1..=4).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (rest.is_empty() || AGAIN.contains(rest));
    // « 14 h 30 Rue des Lilas barrée » gives an hour.
    let hour = match reading.before(word.from) {
        Some(':') => word
            .from
            .checked_sub(2)
            .and_then(|at| reading.at(at))
            .is_some_and(|c| c.is_ascii_digit()),
        _ => number.checked_sub(1).is_some_and(|n| {
            reading.word(n) == "h" && reading.gap(n).is_some_and(|gap| gap.is(1, |c| c == ' '))
        }),
    };
    // « version 15.17.9 »
    let inside = matches!(reading.before(word.from), Some('.' | '-' | '/' | ','))
        && number
            .checked_sub(1)
            .and_then(|n| reading.words.get(n))
            .is_some_and(|before| before.digits > 0 && before.to + 1 == word.from);
    if !numbered || hour || inside {
        return None;
    }
    let mut words = 1;
    for _ in 0..2 {
        let next = reading.words.get(number + words)?;
        let gap = reading.gap(number + words - 1)?;
        let second = words == 1
            && next.is_number()
            && next.text.len() <= 3
            && (gap.has('/') || gap.has('-'));
        if !((AGAIN.contains(next.text.as_str()) || second)
            && close(reading, number + words - 1, 2))
        {
            break;
        }
        words += 1;
    }
    Some(words)
}

/// The end of « 12 bis rue des Lilas, 69003 Lyon » that starts at a word.
pub(super) fn street(reading: &Reading, number: usize) -> Option<usize> {
    let mut at = number + house(reading, number)?;
    // A point would end a sentence.
    let near = reading
        .gap(at - 1)
        .is_some_and(|gap| gap.is(2, |c| matches!(c, ' ' | ',')));
    if !near {
        return None;
    }
    // « 12 Grande Rue », « 12 grand'rue »
    let great = matches!(reading.word(at), "grand" | "grande" | "petite" | "vieille");
    if great && matches!(reading.word(at + 1), "rue" | "place" | "allee") {
        return Some(after_street(reading, at + 2));
    }
    if reading.word(at) == "rond" {
        at += 1;
        if reading.word(at) != "point" {
            return None;
        }
    } else if !is_way(reading.word(at)) {
        return None;
    }
    // « 12 bis » is said of houses only.
    let again = reading.words.get(number).is_some_and(|w| !w.is_number())
        || (number + 1..at).any(|n| AGAIN.contains(reading.word(n)));
    let follows = reading
        .gap(at)
        .is_some_and(|gap| gap.is(3, |c| matches!(c, ' ' | '.' | '\'' | '-')));
    if !follows || !is_named(reading, at, again) {
        return None;
    }
    let end = way_end(reading, at + 1);
    // « erreur 457. Rue Pasteur barrée » speaks of the street.
    let closed = matches!(
        reading.word(end),
        "barree" | "barre" | "fermee" | "ferme" | "coupee" | "bloquee"
    );
    (!closed).then_some(end)
}

/// Says whether what follows a way is its name.
fn is_named(reading: &Reading, at: usize, sure: bool) -> bool {
    let (Some(way), Some(name)) = (reading.words.get(at), reading.words.get(at + 1)) else {
        return false;
    };
    let text = way.text.as_str();
    let dotted = reading.at(way.to) == Some('.');
    let of = matches!(
        name.text.as_str(),
        "de" | "du" | "des" | "d" | "aux" | "saint" | "sainte"
    );
    let capital = reading.words.iter().skip(at + 1).take(3).any(|w| w.capital);
    // « 23, place gambetta 01000 … »
    let posted = (at + 2..at + 6).any(|number| postcode(reading, number).is_some());
    if capital || dotted || sure || posted {
        return !is_no_street(&name.text);
    }
    let thing = (at + 2..at + 4).any(|number| THINGS.contains(reading.word(number)));
    if EVERYDAY_WAYS.contains(text) || SHORT_WAYS.contains(text) {
        // « 12 r des lilas »
        let long = (at + 2..at + 4).any(|number| {
            let word = reading.words.get(number);
            word.is_some_and(|word| word.is_letters() && word.text.len() >= 4)
        });
        return of
            && !thing
            && !matches!(text, "lot" | "mail" | "cour" | "all" | "pass")
            && (text != "r" || long);
    }
    !is_no_street(&name.text)
}

/// The word after a way's name, floor, postcode and town included. A name is capitals and small words
/// between; in small letters all the way, two words after the small ones.
pub(super) fn way_end(reading: &Reading, first: usize) -> usize {
    let mut end = first + 1;
    let mut small = 0;
    let mut capitals = false;
    for number in first..first + 7 {
        let Some(word) = reading.words.get(number) else {
            break;
        };
        let before = number.checked_sub(1).map_or("", |n| reading.word(n));
        let after_link = LINKS.contains(before);
        if number > first {
            let linked = reading.gap(number - 1).is_some_and(|gap| {
                (gap.is(2, |c| matches!(c, ' ' | '-' | '\'')) && (!gap.line || after_link))
                    || (gap.has('.') && gap.length == 1)
            });
            if !linked || postcode(reading, number).is_some() || is_no_street(&word.text) {
                break;
            }
        }
        if LINKS.contains(word.text.as_str()) {
            continue;
        }
        if number > first && WEAK_LINKS.contains(word.text.as_str()) {
            if reading
                .words
                .get(number + 1)
                .is_some_and(|next| next.capital)
            {
                continue;
            }
            break;
        }
        if !part_of_name(reading, word, number, after_link) {
            small += 1;
            let hyphen = number > first && reading.gap(number - 1).is_some_and(|gap| gap.has('-'));
            if (capitals && !after_link && !hyphen) || small > 2 {
                break;
            }
        }
        capitals |= word.capital;
        end = number + 1;
    }
    after_street(reading, end)
}

/// Says whether a word is plainly of a name: a capital, or a date such as « 8 mai 1945 ».
fn part_of_name(reading: &Reading, word: &Word, number: usize, after_link: bool) -> bool {
    let before = number.checked_sub(1).map_or("", |n| reading.word(n));
    let numbered = before.bytes().all(|b| b.is_ascii_digit()) && !before.is_empty();
    if word.digits > 0 {
        return (word.text.len() <= 2 && after_link)
            || (word.text.len() == 4 && MONTHS.contains(before));
    }
    word.capital || (numbered && MONTHS.contains(word.text.as_str()))
}
