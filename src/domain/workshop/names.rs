//! The names of everything that can be filled in, with the French word a form shows.
//!
//! It exists so that forms, findings, differences and layers call a field the same thing. Keys are
//! those of the kit's files, and stable; it must never show a key to a manager.

macro_rules! names {
    ($($variant:ident = $key:literal, $label:literal;)+) => {
        /// What a field is called.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Name {
            $(#[doc = $label] $variant,)+
        }

        impl Name {
            /// Lists every name.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Gives the stable key.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// Gives the French word a form shows.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// Finds the name whose key this is.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|name| name.key() == key)
            }
        }
    };
}

names! {
    Answers = "answers", "Réponses";
    Ask = "ask", "Question à poser";
    AskPhone = "ask_phone", "Question au téléphone";
    Availability = "availability", "Possibilité de la poser";
    Avoid = "avoid", "À éviter";
    Axes = "axes", "Repères de 0 à 4";
    Bring = "bring", "À apporter";
    Channel = "channel", "Canal";
    Channels = "channels", "Canaux";
    Child = "child", "Ce qui vient plus ou moins souvent";
    Code = "code", "Code imprimé";
    Confirmed = "confirmed", "Vérifié le";
    ConfusedWith = "confused_with", "À ne pas confondre avec";
    Contact = "contact", "Comment joindre";
    Cost = "cost", "Temps que prend la question";
    Cues = "cues", "Indices";
    Deck = "deck", "Premier écran";
    Declared = "declared", "Seulement si la personne le dit";
    Detail = "detail", "Comment faire";
    Documents = "documents", "Documents";
    EngineClear = "engine-clear", "Seuil de la piste nette";
    EngineClearRatio = "engine-clear_ratio", "Avance de la piste nette sur la suivante";
    EngineMinAnswers = "engine-min_answers", "Indices avant de proposer une piste";
    EngineMinGain = "engine-min_gain_bits", "Utilité minimale d’une question";
    EngineNoise = "engine-noise_floor", "Part d’erreurs d’observation";
    EngineNone = "engine-none", "Seuil d’« aucune piste connue »";
    EngineNonePrior = "engine-none_prior", "Part de contacts hors des cartes";
    EngineNoneSpread = "engine-none_spread", "Diversité des contacts hors des cartes";
    EnginePossible = "engine-possible", "Seuil de la piste possible";
    EngineStop = "engine-stop", "Seuil d’arrêt des questions";
    EngineTemper = "engine-temper", "Poids donné aux indices";
    Essence = "essence", "En une phrase";
    Excludes = "excludes", "Ne va pas avec";
    ExpectLabel = "expect-label", "Résultat attendu";
    ExpectTop = "expect-top", "Carte attendue";
    Family = "family", "Famille";
    Hours = "hours", "Horaires";
    Id = "id", "Identifiant";
    Key = "key", "Lettre";
    Kind = "kind", "Type de lieu";
    Language = "language", "Langue";
    Layer = "layer", "Profil ou situation";
    LevelFrequent = "level-frequent", "« Fréquent » veut dire";
    LevelPossible = "level-possible", "« Possible » veut dire";
    LevelRare = "level-rare", "« Rare » veut dire";
    LevelTypical = "level-typical", "« Typique » veut dire";
    LevelVeryRare = "level-very_rare", "« Très rare » veut dire";
    Licence = "licence", "Licence";
    Minutes = "minutes", "Durée en minutes";
    Mode = "mode", "Façon d’aider";
    Motivations = "motivations", "Ce qui compte";
    Name = "name", "Nom";
    Noise = "noise", "Part d’erreurs propre";
    NotCues = "not_cues", "Ce n’est pas le cas";
    Note = "note", "Phrase de la note";
    Obstacles = "obstacles", "Ce qui freine";
    Offers = "offers", "Ce qu’on y propose";
    Openers = "openers", "Premières questions";
    Operator = "operator", "Organisme";
    OtherWay = "other_way", "Sans internet";
    Owner = "owner", "Qui répond du kit";
    Parent = "parent", "Selon";
    Raises = "raises", "Situations dites attendues";
    Relatedness = "relatedness", "Parenté des indices";
    ReviewBy = "review_by", "À relire avant le";
    Reviewed = "reviewed", "Relu le";
    Role = "role", "Renseigne ou propose";
    Rows = "rows", "À quel point";
    Say = "say", "À dire";
    Scored = "scored", "Compte pour reconnaître";
    Seen = "seen", "Pages officielles lues";
    Share = "share", "Part des contacts";
    Short = "short", "Étiquette";
    Site = "site", "Site officiel";
    Sources = "sources", "Sources";
    Steps = "steps", "Étapes";
    StepsRelay = "relay", "Étapes pour passer le relais";
    StepsTen = "ten_minutes", "Étapes en 10 min";
    StepsTwo = "two_minutes", "Étapes en 2 min";
    Symbol = "symbol", "Signe";
    Text = "text", "Phrase entière";
    TextPhone = "text_phone", "Phrase au téléphone";
    Theme = "theme", "Thème";
    Themes = "themes", "Thèmes";
    Then = "then", "Alors";
    Title = "title", "Titre";
    ToVerify = "to_verify", "Situations à proposer attendues";
    Traps = "traps", "Pièges";
    UncertainSteps = "uncertain_steps", "Étapes bonnes pour tous";
    Url = "url", "Adresse de la page";
    Varies = "varies", "À vérifier sur place";
    Version = "version", "Version";
    When = "when", "Quand";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_finds_its_name_and_no_other() {
        for name in Name::ALL {
            assert_eq!(Name::from_key(name.key()), Some(*name));
        }
        assert_eq!(Name::from_key("tout"), None);
    }
}
