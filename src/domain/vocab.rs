//! The closed vocabularies of the field: channels, durations, themes, modes, and the words of the note.
//!
//! Each enum is iterable (`ALL`) and knows its stable key for files and its French word, so that
//! screens, exports and the command line never spell the same thing twice.

/// A word of a closed vocabulary.
pub trait Term: Copy + 'static {
    /// Name of the vocabulary.
    const NAME: &'static str;
    /// Every word, in the order screens show them.
    const WORDS: &'static [Self];
    /// The stable key.
    fn key(self) -> &'static str;
    /// The French word.
    fn label(self) -> &'static str;
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Lists every value, in the order screens show them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Gives the stable key used on the command line and in exports.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            /// Gives the French word shown to people.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// Finds the value whose key this is.
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|v| v.key() == key)
            }
        }

        impl Term for $name {
            const NAME: &'static str = stringify!($name);
            const WORDS: &'static [Self] = Self::ALL;
            fn key(self) -> &'static str {
                self.key()
            }
            fn label(self) -> &'static str {
                self.label()
            }
        }
    };
}

vocabulary! {
    /// Where the contact takes place, as far as cues are concerned.
    Channel {
        /// In front of the agent.
        Counter = "counter", "Guichet";
        /// On the line.
        Phone = "phone", "Téléphone";
    }
}

vocabulary! {
    /// The time at hand, which chooses among a persona's three lists of steps.
    Minutes {
        /// Two minutes.
        Two = "2", "2\u{a0}min";
        /// Ten minutes.
        Ten = "10", "10\u{a0}min";
        /// Hand over to somebody else.
        Relay = "relay", "Passer le relais";
    }
}

vocabulary! {
    /// How one helps in a step, from lightest to strongest.
    Mode {
        /// Answer the question.
        Answer = "answer", "Répondre";
        /// Reassure while the person acts.
        Reassure = "reassure", "Rassurer";
        /// The person acts, guided.
        GuideDoing = "guide_doing", "Faire faire";
        /// Act together.
        DoTogether = "do_together", "Faire avec";
        /// Act for the person, with their consent.
        DoFor = "do_for", "Faire pour";
        /// Open the way that is not online.
        OtherWay = "other_way", "Ouvrir l’autre voie";
        /// Hand over.
        Relay = "relay", "Passer le relais";
    }
}

vocabulary! {
    /// The ten themes of démarche of the field's shared vocabulary.
    Theme {
        /// Identity papers, certificates.
        Papiers = "papiers", "Papiers";
        /// Family.
        Famille = "famille", "Famille";
        /// Social benefits, health.
        Social = "social", "Social";
        /// Work.
        Travail = "travail", "Travail";
        /// Housing.
        Logement = "logement", "Logement";
        /// Transport.
        Transports = "transports", "Transports";
        /// Money, taxes.
        Argent = "argent", "Argent";
        /// Justice.
        Justice = "justice", "Justice";
        /// Residence, foreigners' rights.
        Etranger = "etranger", "Étranger";
        /// Leisure.
        Loisirs = "loisirs", "Loisirs";
    }
}

vocabulary! {
    /// The result of the contact (*suite*), the one thing asked at the end.
    Outcome {
        /// Settled.
        Done = "termine", "Terminé";
        /// A document is still to be supplied.
        DocumentDue = "piece_a_fournir", "Pièce à fournir";
        /// An answer is awaited.
        AnswerAwaited = "reponse_attendue", "Réponse attendue";
        /// A call back is planned.
        CallBack = "rappel_prevu", "Rappel prévu";
        /// An appointment is made.
        Appointment = "rendez_vous_pris", "Rendez-vous pris";
        /// Somebody else has taken over.
        HandedOver = "relais_pris", "Relais pris";
        /// Not settled.
        NotDone = "non_abouti", "Non abouti";
    }
}

vocabulary! {
    /// How autonomous the person was; never guessed, « non précisé » unless the agent chooses.
    Autonomy {
        /// Fully accompanied.
        Accompanied = "entierement_accompagne", "Entièrement accompagné";
        /// Partly autonomous.
        Partial = "partiellement_autonome", "Partiellement autonome";
        /// Autonomous.
        Autonomous = "autonome", "Autonome";
    }
}

vocabulary! {
    /// What the démarche is done with.
    Equipment {
        /// A computer.
        Computer = "ordinateur", "Ordinateur";
        /// A telephone.
        Phone = "telephone", "Téléphone";
        /// A tablet.
        Tablet = "tablette", "Tablette";
        /// Something else.
        Other = "autre", "Autre";
        /// Nothing.
        Nothing = "aucun", "Aucun";
    }
}

vocabulary! {
    /// Where the person is sent next.
    Orientation {
        /// The operator in charge.
        Operator = "operateur_en_charge", "Opérateur en charge";
        /// Help with procedures.
        ProcedureHelp = "aide_aux_demarches", "Aide aux démarches";
        /// An administration.
        Administration = "administration", "Administration";
        /// Digital mediation.
        DigitalMediation = "mediation_numerique", "Médiation numérique";
        /// Social help.
        SocialHelp = "aide_sociale", "Aide sociale";
        /// Another place.
        Other = "autre", "Autre";
    }
}

vocabulary! {
    /// How long the contact lasted, in brackets and never finer.
    DurationBracket {
        /// Under a quarter of an hour.
        Under15 = "<15", "Moins de 15\u{a0}min";
        /// A quarter of an hour.
        M15 = "15", "15\u{a0}min";
        /// Half an hour.
        M30 = "30", "30\u{a0}min";
        /// Three quarters of an hour.
        M45 = "45", "45\u{a0}min";
        /// An hour.
        M60 = "60", "1\u{202f}h";
        /// An hour and a half.
        M90 = "90", "1\u{202f}h\u{202f}30";
        /// Two hours.
        M120 = "120", "2\u{202f}h";
    }
}

vocabulary! {
    /// One line of the note, under its stable name: a column of a table, a place in a template.
    NoteField {
        /// Local date.
        Date = "date", "Date";
        /// Channel.
        Channel = "canal", "Canal";
        /// Theme of the démarche.
        Theme = "theme", "Thème";
        /// Duration, in brackets.
        Duration = "duree", "Durée";
        /// The result.
        Outcome = "suite", "Suite";
        /// What the démarche is done with.
        Equipment = "materiel", "Matériel";
        /// Where next.
        Orientation = "orientation", "Orientation";
        /// Autonomy, if chosen.
        Autonomy = "autonomie", "Autonomie";
        /// What was done.
        Steps = "etapes", "Étapes faites";
        /// Free text.
        FreeText = "complement", "Complément";
        /// The persona's name, if asked.
        Persona = "piste", "Piste";
        /// Kit and version.
        Kit = "kit", "Kit";
    }
}

vocabulary! {
    /// How loud a notice is.
    Severity {
        /// Good to know.
        Info = "info", "À savoir";
        /// Something to avoid.
        Warning = "warning", "Attention";
        /// Somebody's safety.
        Safety = "safety", "Danger";
    }
}

vocabulary! {
    /// How sure the identification is.
    Label {
        /// One profile stands out.
        Clear = "clear", "piste nette";
        /// One profile is ahead.
        Possible = "possible", "piste possible";
        /// Too little to say.
        Uncertain = "uncertain", "pas encore de piste";
        /// No profile of the kit fits.
        None = "none", "aucune piste connue";
    }
}

vocabulary! {
    /// Language of the interface.
    Language {
        /// French, the first.
        French = "fr", "Français";
        /// English.
        English = "en", "English";
    }
}

vocabulary! {
    /// How the window looks.
    ThemeChoice {
        /// As the system.
        System = "system", "Comme le système";
        /// Dark ink on warm paper.
        Light = "light", "Clair";
        /// Light ink on a dark ground.
        Dark = "dark", "Sombre";
        /// Every pair at 7:1 or more.
        Contrast = "contrast", "Contraste renforcé";
    }
}

vocabulary! {
    /// What of a kit is printed.
    PrintKind {
        /// One card a persona.
        Cards = "cards", "Fiches personas";
        /// The panel on paper: cues to tick, marks to add up.
        Sheet = "sheet", "Repérage rapide";
        /// Every cue, family by family.
        Cues = "cues", "Liste des indices";
        /// Every question with its answers.
        Questions = "questions", "Liste des questions";
        /// What a declared fact entails, and danger.
        Situations = "situations", "Situations";
        /// A note to fill in by hand.
        Note = "note", "Note vierge";
        /// The cards and grids of a role play.
        Workshop = "workshop", "Jeu de rôle";
    }
}

vocabulary! {
    /// On what paper.
    PaperFormat {
        /// 210 × 297 mm.
        A4 = "a4", "A4";
        /// 105 × 148 mm, one card a page.
        A6 = "a6", "A6";
        /// Four A6 on an A4, with cutting marks.
        FourUp = "a6-on-a4", "Quatre A6 sur une feuille A4";
    }
}

impl DurationBracket {
    /// Chooses the bracket for a contact of so many whole minutes.
    pub const fn for_minutes(minutes: u64) -> Self {
        match minutes {
            0..15 => Self::Under15,
            15..23 => Self::M15,
            23..38 => Self::M30,
            38..53 => Self::M45,
            53..75 => Self::M60,
            75..105 => Self::M90,
            _ => Self::M120,
        }
    }
}
