//! Postal addresses, with the abbreviations and the disorder of real ones.

use super::Value;
use super::draw::Draw;
use super::frames;

/// Ways, whole and cut short.
const WAYS: [&str; 46] = [
    "rue",
    "rue",
    "rue",
    "rue",
    "Rue",
    "RUE",
    "r.",
    "R.",
    "avenue",
    "av.",
    "Av",
    "ave",
    "AV.",
    "boulevard",
    "bd",
    "Bd",
    "bld",
    "blvd.",
    "impasse",
    "imp.",
    "allée",
    "allee",
    "all.",
    "chemin",
    "chem.",
    "ch.",
    "place",
    "pl.",
    "Place",
    "route",
    "rte",
    "quai",
    "square",
    "sq.",
    "cours",
    "passage",
    "ruelle",
    "résidence",
    "rés.",
    "lotissement",
    "lot.",
    "faubourg",
    "montée",
    "sentier",
    "hameau",
    "villa",
];

/// What comes after a way.
const STREETS: [&str; 40] = [
    "des Lilas",
    "Victor Hugo",
    "du 8 Mai 1945",
    "de la République",
    "Jean Jaurès",
    "du Général de Gaulle",
    "de l'Église",
    "Pasteur",
    "des Écoles",
    "du Moulin",
    "de la Gare",
    "Paul Bert",
    "du Stade",
    "des Acacias",
    "de Verdun",
    "Anatole France",
    "du Maréchal Foch",
    "Saint-Michel",
    "de la Fontaine",
    "du Château",
    "Émile Zola",
    "des Prés Verts",
    "du Lavoir",
    "Gambetta",
    "de la Croix Blanche",
    "Louise Michel",
    "des Frères Lumière",
    "du 11 Novembre",
    "de Bretagne",
    "d'Alsace",
    "du Vieux Pont",
    "Sainte-Anne",
    "de l'Abbé Grégoire",
    "Carnot",
    "aux Herbes",
    "sous les Vignes",
    "de Belfort",
    "du Four à Chaux",
    "Kléber",
    "Berthelot",
];

const TOWNS: [(&str, &str); 24] = [
    ("69003", "Lyon"),
    ("75018", "Paris"),
    ("13001", "Marseille"),
    ("59000", "Lille"),
    ("42000", "Saint-Étienne"),
    ("72000", "Le Mans"),
    ("94240", "L'Haÿ-les-Roses"),
    ("13100", "Aix-en-Provence"),
    ("35400", "Saint-Malo"),
    ("97400", "Saint-Denis"),
    ("01000", "Bourg-en-Bresse"),
    ("20000", "Ajaccio"),
    ("76600", "Le Havre"),
    ("17000", "La Rochelle"),
    ("29200", "Brest"),
    ("67000", "Strasbourg"),
    ("31300", "Toulouse"),
    ("38100", "Grenoble"),
    ("93200", "Saint-Denis"),
    ("34070", "Montpellier"),
    ("80000", "Amiens"),
    ("57000", "Metz"),
    ("44600", "Saint-Nazaire"),
    ("63000", "Clermont-Ferrand"),
];

/// Row 13.
pub(crate) fn address(draw: &mut Draw) -> Value {
    let number = draw.between(1, 240);
    let again = draw.one(&[
        "", "", "", "", " bis", "bis", " ter", "ter", "B", " A", " B", "/2", " quater",
    ]);
    let way = draw.one(&WAYS);
    let street = draw.one(&STREETS);
    let (post, town) = draw.one(&TOWNS);
    let comma = draw.one(&["", "", ",", ", "]);
    let gap = if comma.ends_with(' ') { "" } else { " " };
    let street_line = format!("{number}{again}{comma}{gap}{way} {street}");
    let town_line = match draw.below(6) {
        0..=2 => format!("{post} {town}"),
        3 => format!("{post} {}", town.to_uppercase()),
        4 => format!("{post}  {town}"),
        _ => format!(
            "{} {} {town}",
            post.get(..2).unwrap_or_default(),
            post.get(2..).unwrap_or_default()
        ),
    };
    let between = draw.one(&[" ", ", ", " - ", "\n", " à ", ","]);
    let text = match draw.below(14) {
        0..=3 => street_line,
        4..=7 => format!("{street_line}{between}{town_line}"),
        8 => town_line,
        9 => format!(
            "{street_line}, {}",
            draw.one(&[
                "bât. B",
                "appt 12",
                "3e étage",
                "esc. C",
                "porte 4",
                "apt 7"
            ])
        ),
        10 => format!(
            "{}, {street_line} {town_line}",
            draw.one(&["apt 12", "Bât. C", "appartement 3", "Rés. Bellevue"])
        ),
        11 => format!("BP {}, {town_line}", draw.between(10, 900)),
        12 => format!(
            "lieu-dit {}, {town_line}",
            draw.one(&["Le Bourg", "Kergoat", "La Grange", "Les Quatre Vents"])
        ),
        _ => street_line.to_uppercase(),
    };
    let text = if draw.chance(15) {
        text.to_lowercase()
    } else {
        text
    };
    Value {
        text,
        kinds: &["adresse"],
        frames: frames::ADDRESS,
    }
}
