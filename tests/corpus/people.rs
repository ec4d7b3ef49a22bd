//! Mail addresses and names.
//!
//! Names come from many places and generations; the guard's own lists know some of them and not others.

use super::Value;
use super::draw::Draw;
use super::frames;

/// First names, of which the guard's list has only a part.
pub(super) const FIRST: [&str; 96] = [
    "Marie",
    "Fatima",
    "Nathalie",
    "Mohamed",
    "Philippe",
    "Kadiatou",
    "Aïcha",
    "Stéphane",
    "Ginette",
    "Yvonne",
    "Zoé",
    "Enzo",
    "Mamadou",
    "Aminata",
    "Jean-Pierre",
    "Marie-Thérèse",
    "Anne-Laure",
    "Jean",
    "Michel",
    "Sylvie",
    "Nadia",
    "Karim",
    "Rachid",
    "Youssef",
    "Khadija",
    "Samira",
    "Malika",
    "Abdelkader",
    "Oumar",
    "Fatoumata",
    "Ibrahima",
    "Awa",
    "Moussa",
    "Adama",
    "João",
    "Manuel",
    "Conceição",
    "Maria",
    "José",
    "Carmen",
    "Dolores",
    "Giuseppe",
    "Antonio",
    "Zeynep",
    "Mehmet",
    "Ayşe",
    "Emre",
    "Nguyet",
    "Minh",
    "Thi",
    "Linh",
    "Piotr",
    "Agnieszka",
    "Wojciech",
    "Svetlana",
    "Dmitri",
    "Olena",
    "Andriy",
    "Ioana",
    "Vasile",
    "Rose",
    "Pierre",
    "Clément",
    "Victor",
    "Aimé",
    "Claire",
    "Florence",
    "Pascal",
    "Marguerite",
    "Noël",
    "Raymonde",
    "Odette",
    "Lucienne",
    "Fernand",
    "Gaston",
    "Suzanne",
    "Huguette",
    "Gérard",
    "Bernadette",
    "Jacqueline",
    "Kévin",
    "Jordan",
    "Océane",
    "Manon",
    "Théo",
    "Lilou",
    "Maëlys",
    "Ethan",
    "Nolan",
    "Yanis",
    "Rayan",
    "Inès",
    "Wassila",
    "Djamila",
    "Tiphaine",
    "Gwenaëlle",
];

/// Surnames, as varied.
pub(super) const LAST: [&str; 88] = [
    "Durand",
    "Dupont",
    "Kowalczyk",
    "Diallo",
    "Benali",
    "N'Diaye",
    "Le Goff",
    "De Almeida",
    "El Amrani",
    "Ben Salah",
    "Traoré",
    "Keïta",
    "Nguyen",
    "Tran",
    "Fernandes",
    "Da Silva",
    "Moreau",
    "Lefèvre",
    "Garnier",
    "Chevallier",
    "Bouchard",
    "Petit",
    "Marchand",
    "Leblanc",
    "Boulanger",
    "Roy",
    "Gauthier",
    "Perrin",
    "Robin",
    "Meunier",
    "Haddad",
    "Bouazza",
    "Cherif",
    "Mebarki",
    "Ziani",
    "Toumi",
    "Ouedraogo",
    "Coulibaly",
    "Sissoko",
    "Konaté",
    "Sow",
    "Bâ",
    "Yılmaz",
    "Demir",
    "Kaya",
    "Öztürk",
    "Novak",
    "Popescu",
    "Ionescu",
    "Ivanov",
    "Shevchenko",
    "Lewandowski",
    "Zielińska",
    "Rossi",
    "Bianchi",
    "Esposito",
    "García",
    "Martínez",
    "López",
    "Hernández",
    "Pereira",
    "Gonçalves",
    "Ferreira",
    "Lemaire",
    "Vasseur",
    "Delattre",
    "Hoareau",
    "Payet",
    "Grondin",
    "Técher",
    "Kerleau",
    "Guivarc'h",
    "Le Bihan",
    "Etcheverry",
    "Ibarra",
    "Schmitt",
    "Muller",
    "Weber",
    "Klein",
    "Hoffmann",
    "Rakotomalala",
    "Randria",
    "Mbappou",
    "Tshibangu",
    "Mukendi",
    "Petrosyan",
    "Sarkissian",
    "Khachatryan",
];

/// Letters an address may hold: no accent, small.
fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            'é' | 'è' | 'ê' | 'ë' => Some('e'),
            'à' | 'â' | 'ã' | 'á' => Some('a'),
            'ï' | 'í' | 'ı' => Some('i'),
            'ô' | 'ó' | 'Ö' | 'ö' => Some('o'),
            'ü' | 'ú' => Some('u'),
            'ç' => Some('c'),
            'ş' | 'Ş' => Some('s'),
            'ń' => Some('n'),
            c if c.is_ascii_alphabetic() => Some(c.to_ascii_lowercase()),
            _ => None,
        })
        .collect()
}

/// Row 7.
pub(crate) fn mail(draw: &mut Draw) -> Value {
    let first = plain(draw.one(&FIRST));
    let last = plain(draw.one(&LAST));
    let number = draw.digits(2);
    let joint = draw.one(&[".", "-", "_", ""]);
    let local = match draw.below(6) {
        0 | 1 => format!("{first}{joint}{last}"),
        2 => format!("{last}{joint}{first}{number}"),
        3 => format!("{}{last}", first.get(..1).unwrap_or_default()),
        4 => format!("{first}{number}"),
        _ => format!("{first}+caf{number}"),
    };
    // Names kept for examples, so that nobody's mailbox is written.
    let host = draw.one(&[
        "example.org",
        "example.com",
        "example.net",
        "mairie.example",
        "poste.example",
        "mail.example.fr",
        "é.example",
        "xn--9ca.example",
    ]);
    let (name, end) = host.rsplit_once('.').unwrap_or((host, "org"));
    let spaced_host = draw.one(&[
        "laposte . net",
        "orange . fr",
        "free . fr",
        "gmail . com",
        "example . org",
        "hotmail . fr",
    ]);
    let said_host = draw.one(&[
        "laposte point net",
        "orange point fr",
        "example point org",
        "gmail point com",
    ]);
    let spaced_local = format!("{last} . {first}");
    let text = match draw.below(24) {
        0..=7 => format!("{local}@{host}"),
        8 => format!("{local}@{host}").to_uppercase(),
        9 => format!("{local} @ {host}"),
        10 => format!("{local}@ {host}"),
        11 => format!("{local} arobase {host}"),
        12 => format!("{local}(at){host}"),
        13 => format!("{local} (at) {host}"),
        14 => format!("{local}[at]{host}"),
        15 => format!("{local} [@] {host}"),
        16 => format!("{local} (arobase) {host}"),
        17 => format!("{spaced_local} (arobase) {spaced_host}"),
        18 => format!("{spaced_local} @ {spaced_host}"),
        19 => format!("{first} point {last} arobase {said_host}"),
        20 => format!("{local}@{name},{end}"),
        21 => format!("{local}{{at}}{name} point {end}"),
        22 => format!("{local} AROBASE {host}"),
        _ => format!("{local}(at){name}(point){end}"),
    };
    Value {
        text,
        kinds: &["mail"],
        frames: frames::MAIL,
    }
}

/// Row 14. What is to be found is the name, not the civility before it.
pub(crate) fn name(draw: &mut Draw) -> Value {
    let first = draw.one(&FIRST);
    let last = draw.one(&LAST);
    let civility = draw.one(&[
        "Mme ",
        "M. ",
        "Mme ",
        "Mr ",
        "Mlle ",
        "Madame ",
        "Monsieur ",
        "Dr ",
        "M. et Mme ",
        "Me ",
        "famille ",
    ]);
    match draw.below(20) {
        // A civility: most notes.
        0..=5 => civil(civility, last),
        6 => civil(civility, &last.to_uppercase()),
        7 => civil(civility, &format!("{first} {last}")),
        8 => civil(civility, &format!("{first} {}", last.to_uppercase())),
        9 => civil(&civility.to_lowercase(), last),
        // All small: seen in one note in eight.
        10 => civil(&civility.to_lowercase(), &last.to_lowercase()),
        11 => bare(format!("{} {}", first.to_lowercase(), last.to_lowercase())),
        12 | 13 => bare(format!("{first} {last}")),
        14 => bare(format!("{first} {}", last.to_uppercase())),
        15 => bare(format!("{} {first}", last.to_uppercase())),
        16 => bare(format!("{} {}", first.to_uppercase(), last.to_uppercase())),
        17 | 18 => alone(first.to_owned()),
        _ => alone(first.to_lowercase()),
    }
}

/// The civility goes into the sentence, so that the span is that of the name alone.
fn civil(civility: &str, name: &str) -> Value {
    Value {
        text: format!("{civility}\u{1}{name}"),
        kinds: &["nom"],
        frames: frames::NAME_AFTER_CIVILITY,
    }
}

fn bare(text: String) -> Value {
    Value {
        text,
        kinds: &["nom"],
        frames: frames::NAME,
    }
}

fn alone(text: String) -> Value {
    Value {
        text,
        kinds: &["nom"],
        frames: frames::FIRST_NAME,
    }
}
