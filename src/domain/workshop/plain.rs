//! Findings in the words of a form: the checks also serve people who write files by hand, and speak
//! to them of keys and brackets that a manager never sees.
//!
//! It must never change what a finding says, only what it calls things.

use super::names::Name;
use crate::domain::typography::french;

/// What is written for files, and what a form says instead; the longer first where one holds another.
const WORDS: [(&str, &str); 63] = [
    (
        "Ajoutez au moins un persona avec layer: Profile.",
        "Ajoutez au moins une carte de type profil.",
    ),
    (
        "Écrivez channels: [Counter, Phone], ou l’un des deux, ou retirez la ligne.",
        "Choisissez guichet, téléphone, ou les deux.",
    ),
    (
        "Écrivez channels: [Counter, Phone], ou l’un des deux.",
        "Choisissez guichet, téléphone, ou les deux.",
    ),
    (
        "Raccourcissez short ; la phrase entière va dans text.",
        "Raccourcissez l’étiquette ; la phrase entière a son propre champ.",
    ),
    (
        "Retirez-le de sa propre liste excludes.",
        "Retirez-le de sa propre liste « Ne va pas avec ».",
    ),
    (
        "Écrivez 1.0 pour une question ordinaire, 2.0 si elle coûte le double.",
        "Écrivez 1 pour une question ordinaire, 2 si elle prend le double de temps.",
    ),
    ("Le coût vaut", "Le temps que prend la question vaut"),
    (
        "Écrivez au moins une réponse : ( id: \"oui\", text: \"oui\" ).",
        "Ajoutez au moins une réponse, par exemple « oui ».",
    ),
    (
        "Écrivez un nombre de 0.0 à 1.0, ou un mot : VeryRare, Rare, Possible, Frequent, Typical.",
        "Choisissez un mot, de « très rare » à « typique », ou un pourcentage.",
    ),
    ("n’est pas une probabilité", "n’est pas une proportion"),
    (
        "Ces niveaux ne forment pas des probabilités.",
        "Ces niveaux ne forment pas des proportions.",
    ),
    (
        "Écrivez des mots, ou P(…) entre 0 et 1, l’un au moins au-dessus de 0.",
        "Choisissez des mots ou des pourcentages, l’un au moins au-dessus de 0.",
    ),
    (
        "Les probabilités de cette question",
        "Les niveaux de cette question",
    ),
    (
        "Donnez une probabilité plus grande que 0",
        "Donnez un niveau plus grand que 0",
    ),
    (
        "Donnez dans share un nombre",
        "Donnez dans « Part des contacts » un nombre",
    ),
    (
        "Mettez deck: Short sur deux indices de la famille pour ce canal, Full sur les autres.",
        "Choisissez deux indices de la famille pour le premier écran de ce canal.",
    ),
    ("relatedness vaut", "La parenté des indices vaut"),
    ("noise vaut", "La part d’erreurs propre vaut"),
    ("availability vaut", "La possibilité de la poser vaut"),
    (
        ", ou retirez la ligne : la valeur d’usage s’applique.",
        ", ou remettez la valeur d’usage.",
    ),
    (
        "Le seuil « possible » dépasse le seuil « clear » :",
        "Le seuil de la piste possible dépasse celui de la piste nette :",
    ),
    (
        "Mettez possible au-dessous de clear.",
        "Mettez le premier au-dessous du second.",
    ),
    (
        "est écrit deux fois dans cues",
        "est écrit deux fois parmi les indices",
    ),
    (
        "est écrit deux fois dans not_cues",
        "est écrit deux fois parmi les indices",
    ),
    (
        "est écrit deux fois dans answers",
        "est écrit deux fois parmi les réponses",
    ),
    (
        "Gardez une seule des deux lignes.",
        "Gardez un seul des deux niveaux.",
    ),
    ("dans confirmed.", "dans « Vérifié le »."),
    (
        "Choisissez une situation (layer: Situation), ou",
        "Choisissez une situation, ou",
    ),
    (
        "Choisissez un profil (layer: Profile), ou",
        "Choisissez un profil, ou",
    ),
    (
        "ou déplacez-le dans raises.",
        "ou mettez-la parmi les situations attendues.",
    ),
    (
        "Not ne peut pas porter sur",
        "« Pas » ne peut pas porter sur",
    ),
    ("Retirez ce Not :", "Retirez ce « pas » :"),
    (
        "Ajoutez un effet entre les crochets de then, ou retirez la règle.",
        "Ajoutez un effet, ou retirez la règle.",
    ),
    (
        "Ajoutez au moins une condition entre les crochets.",
        "Ajoutez au moins une condition.",
    ),
    (
        "Cette condition est une liste vide.",
        "Cette condition n’attend rien.",
    ),
    (
        "Retirez l’indice de cues ou de not_cues.",
        "Retirez l’indice d’une des deux listes.",
    ),
    (
        "Citez au moins une source du kit dans sources.",
        "Citez au moins une source du kit.",
    ),
    (
        "la date de la dernière relecture dans reviewed.",
        "la date de la dernière relecture dans « Relu le ».",
    ),
    (
        "puis mettez reviewed et review_by à jour.",
        "puis mettez ses deux dates à jour.",
    ),
    ("L’axe aptitude", "Le repère « aisance avec les outils »"),
    ("L’axe confidence", "Le repère « confiance »"),
    (
        "L’axe administrative",
        "Le repère « aisance avec les démarches »",
    ),
    ("L’axe appetite", "Le repère « envie d’internet »"),
    ("La partie cues", "La partie indices"),
    ("La partie steps", "La partie étapes"),
    ("La partie places", "La partie lieux"),
    ("La partie procedures", "La partie démarches"),
    ("La partie rules", "La partie règles"),
    ("La partie cases", "La partie cas d’essai"),
    ("La partie links", "La partie liens"),
    ("niveau very_rare", "mot « très rare »"),
    ("niveau frequent", "mot « fréquent »"),
    ("niveau typical", "mot « typique »"),
    ("ne dépasse pas very_rare", "ne dépasse pas « très rare »"),
    ("ne dépasse pas frequent", "ne dépasse pas « fréquent »"),
    ("Le persona", "La carte"),
    ("aucun persona", "aucune carte"),
    ("selon les personas", "selon les cartes"),
    ("La partie personas", "La partie cartes"),
    ("Le geste", "L’étape"),
    ("le geste", "l’étape"),
    ("0.0", "0"),
    ("1.0", "1"),
];

/// Says a finding's sentence as a form would.
pub fn words(sentence: &str) -> String {
    let mut text = sentence.replace(['\u{a0}', '\u{202f}'], " ");
    for (written, said) in WORDS {
        text = text.replace(written, said);
    }
    for name in Name::ALL {
        if let Some(setting) = name.key().strip_prefix("engine-") {
            let written = format!("Le réglage {setting} ");
            let said = format!("Le réglage « {} » ", name.label());
            text = text.replace(&written, &said);
        }
    }
    if let Some(rest) = text.strip_prefix("P(") {
        text = format!("Le niveau {}", rest.replacen(')', "", 1));
    }
    let figures = [
        " vaut ",
        " ne dépasse pas ",
        " font ",
        "Écrivez par exemple ",
    ];
    if figures.iter().any(|sign| text.contains(sign)) {
        text = with_commas(&text);
    }
    french(&text)
}

/// Decimal points between two digits become commas.
fn with_commas(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters
        .iter()
        .enumerate()
        .map(|(at, c)| {
            let digit = |at: Option<usize>| {
                at.and_then(|at| letters.get(at))
                    .is_some_and(char::is_ascii_digit)
            };
            if *c == '.' && digit(at.checked_sub(1)) && digit(Some(at + 1)) {
                ','
            } else {
                *c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_the_words_of_the_form() {
        for (written, said) in [
            (
                "relatedness vaut 1.5 : ce n’est pas une proportion.",
                "La parenté des indices vaut 1,5\u{a0}: ce n’est pas une proportion.",
            ),
            (
                "Le réglage noise_floor est hors de ses bornes.",
                "Le réglage «\u{202f}Part d’erreurs d’observation\u{202f}» est hors de ses bornes.",
            ),
            (
                "P(1.5) n’est pas une probabilité.",
                "Le niveau 1.5 n’est pas une proportion.",
            ),
            (
                "Le geste « relire » n’existe pas dans ce kit.",
                "L’étape «\u{202f}relire\u{202f}» n’existe pas dans ce kit.",
            ),
        ] {
            assert_eq!(words(written), said);
        }
    }
}
