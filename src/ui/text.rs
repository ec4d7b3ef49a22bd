//! Every visible sentence of the interface, in French; views hold no literal of their own.
//!
//! A second language is a second file of the same names.

use crate::app::state::Toast;
use crate::domain::kit::Kit;

/// Product name, as drawn.
pub const BRAND: &str = "Réflexe";
/// Window title.
pub const TITLE: &str = "Réflexe Personas";
/// Search box.
pub const SEARCH: &str = "Indice, étape, question…";
/// Channel.
pub const CHANNEL: &str = "Canal";
/// Time at hand.
pub const MINUTES: &str = "Temps";
/// Pause.
pub const PAUSE: &str = "Pause";
/// Resume.
pub const RESUME: &str = "Reprendre";
/// Danger.
pub const DANGER: &str = "Danger";
/// First zone.
pub const OBSERVE: &str = "Ce que j’observe";
/// Second zone.
pub const SUGGEST: &str = "Ce que cela évoque";
/// Third zone.
pub const HELP: &str = "Comment aider";
/// No answer.
pub const UNANSWERED: &str = "Sans réponse";
/// Follow.
pub const FOLLOW: &str = "Suivre cette piste";
/// Choose another lead.
pub const OTHER_LEAD: &str = "Autre piste";
/// Back to recognising.
pub const BACK_TO_LEADS: &str = "Revenir aux pistes";
/// Ready.
pub const READY: &str = "Écoutez d’abord.";
/// Ready, what is enough.
pub const READY_DETAIL: &str = "Deux indices suffisent pour une première piste.";
/// No lead yet.
pub const UNCERTAIN: &str = "Pas encore de piste";
/// No lead yet, what helps.
pub const UNCERTAIN_DETAIL: &str =
    "Encore un indice, ou une question. Les gestes proposés conviennent à tout le monde.";
/// No known lead.
pub const NONE: &str = "Aucune piste connue";
/// No known lead, what to do.
pub const NONE_DETAIL: &str =
    "Rien de connu ne ressemble à cet échange. Ces gestes conviennent à tout le monde.";
/// Contradiction.
pub const CONTRADICTION: &str = "Ces indices se contredisent";
/// Contradiction, what to do.
pub const CONTRADICTION_DETAIL: &str =
    "Retirez celui dont vous êtes le moins sûr. Rien d’autre n’est perdu.";
/// What counts.
pub const MOTIVATIONS: &str = "Ce qui compte";
/// What holds back.
pub const OBSTACLES: &str = "Ce qui freine";
/// Avoid.
pub const AVOID: &str = "À éviter";
/// Situation said.
pub const DECLARED: &str = "dit par la personne";
/// Situation to offer.
pub const TO_VERIFY: &str = "à proposer, sans supposer";
/// After two questions.
pub const ENOUGH_QUESTIONS: &str = "Pas d’autre question utile pour l’instant.";
/// Choose a question.
pub const OTHER_QUESTION: &str = "Autre question";
/// Held question.
pub const HELD: &str = "À ne pas demander maintenant";
/// Answers given.
pub const ANSWERED: &str = "Répondu";
/// Theme button without theme.
pub const THEME: &str = "Thème";
/// Clear the theme.
pub const NO_THEME: &str = "Tous les thèmes";
/// Done, next.
pub const DONE_NEXT: &str = "Fait, suivante";
/// Done.
pub const DONE: &str = "Fait";
/// Skip.
pub const SKIP: &str = "Passer";
/// Skipped step.
pub const SKIPPED: &str = "passée";
/// Nothing left in the plan.
pub const PLAN_DONE: &str = "Toutes les étapes sont faites. La note est prête.";
/// Empty plan.
pub const PLAN_EMPTY: &str =
    "Aucune étape pour ce temps et ce thème. Changez le temps, ou retirez le thème.";
/// Note.
pub const NOTE: &str = "Note";
/// Read the note again.
pub const REVIEW: &str = "Relire";
/// To look for.
pub const TO_OBSERVE: &str = "à observer";
/// Close.
pub const CLOSE: &str = "Fermer";
/// Copy and end.
pub const COPY_AND_END: &str = "Copier et terminer";
/// End without note.
pub const END_WITHOUT_NOTE: &str = "Terminer sans note";
/// End.
pub const END: &str = "Terminer";
/// Copy.
pub const COPY: &str = "Copier";
/// Save.
pub const SAVE: &str = "Enregistrer";
/// Save as text.
pub const SAVE_TEXT: &str = "Enregistrer en texte";
/// Save as.
pub const SAVE_AS: &str = "Enregistrer sous…";
/// Go back.
pub const BACK: &str = "Revenir";
/// End question.
pub const CONFIRM_TITLE: &str = "La note n’est pas encore partie";
/// End question, what happens.
pub const CONFIRM_DETAIL: &str = "Terminer efface tout ce qui concerne cet échange. Copiez la note pour la garder, ou terminez sans elle.";
/// Review title.
pub const REVIEW_TITLE: &str = "Relire la note";
/// Outcome.
pub const OUTCOME: &str = "Suite";
/// Equipment.
pub const EQUIPMENT: &str = "Matériel";
/// Autonomy.
pub const AUTONOMY: &str = "Autonomie";
/// Autonomy not said.
pub const NOT_SAID: &str = "non précisé";
/// Orientation.
pub const ORIENTATION: &str = "Orientation";
/// Free text.
pub const FREE_TEXT: &str = "Complément, si besoin";
/// Free text, what not to write.
pub const FREE_TEXT_HINT: &str = "Ni nom, ni numéro, ni santé. La personne peut lire cette note.";
/// Persona in the note.
pub const NAME_PERSONA: &str = "Nommer la piste dans le fichier";
/// Leads list.
pub const LEADS_TITLE: &str = "Suivre une autre piste";
/// Questions list.
pub const QUESTIONS_TITLE: &str = "Poser une autre question";
/// Themes list.
pub const THEMES_TITLE: &str = "Thème de la démarche";
/// Orientation list.
pub const ORIENTATION_TITLE: &str = "Orienter vers";
/// Help.
pub const HELP_TITLE: &str = "Le clavier";
/// Search title.
pub const SEARCH_TITLE: &str = "Chercher";
/// Nothing found.
pub const SEARCH_EMPTY: &str = "Rien ne correspond. Essayez un autre mot.";
/// Search hint.
pub const SEARCH_HINT: &str = "Tapez un mot : indice, étape, phrase ou question.";
/// What Entrée does with a cue.
pub const HIT_CUE: &str = "noter l’indice";
/// What Entrée does with a step.
pub const HIT_STEP: &str = "ajouter l’étape";
/// What Entrée does with a question.
pub const HIT_QUESTION: &str = "poser la question";
/// Danger title.
pub const DANGER_TITLE: &str = "Quelqu’un est en danger";
/// Danger, first thing.
pub const DANGER_FIRST: &str = "Restez avec la personne. Prévenez un collègue. Laissez le reste.";
/// Danger, numbers.
pub const DANGER_NUMBERS: &[(&str, &str)] = &[
    ("15", "Samu, urgence médicale"),
    ("17", "Police ou gendarmerie"),
    ("18", "Pompiers"),
    ("112", "Numéro d’urgence européen"),
    (
        "114",
        "Urgence par SMS, pour qui n’entend pas ou ne peut pas parler",
    ),
    ("3114", "Prévention du suicide, jour et nuit"),
    ("3919", "Violences faites aux femmes"),
    ("119", "Enfance en danger"),
    ("115", "Sans abri ce soir"),
];
/// Danger, local procedure.
pub const DANGER_LOCAL: &str =
    "Suivez la procédure de votre structure. Rien de ceci n’entre dans la note.";
/// Danger, over the phone.
pub const DANGER_PHONE: &str = "Au téléphone : gardez la ligne, demandez où est la personne, faites prévenir les secours par un collègue.";
/// Shared view.
pub const SHARED_TITLE: &str = "Ce que nous faisons ensemble";
/// Shared view, promise.
pub const SHARED_PROMISE: &str = "Cet aide-mémoire m’aide à bien vous expliquer. Il ne garde rien sur vous, sauf la note que je peux vous relire. Il ne change rien à vos droits.";
/// Shared view, nothing yet.
pub const SHARED_EMPTY: &str = "Nous n’avons pas encore choisi d’étape.";
/// Curtain.
pub const CURTAIN: &str = "Échange en pause";
/// Curtain, how to lift it.
pub const CURTAIN_DETAIL: &str = "F12 pour reprendre.";
/// Card sections.
pub const CARD_SAY: &str = "À dire";
/// Card sections.
pub const CARD_CONFUSED: &str = "Ne pas confondre";
/// Follow this card.
pub const CARD_FOLLOW: &str = "Suivre cette piste";
/// No cue on the family's page.
pub const FAMILY_BACK: &str = "Toutes les familles";
/// Estimate.
pub const ESTIMATE: &str = "estimation";
/// Because.
pub const BECAUSE: &str = "parce que";
/// Safe for everyone.
pub const FOR_EVERYONE: &str = "convient à tout le monde";
/// Kit with faults.
pub const KIT_FAULTS: &str = "Une partie du kit n’a pas pu être lue. Le reste fonctionne ; « reflexe check » dit quoi corriger.";

/// « Pourquoi A plutôt que B ? »
pub fn why(a: &str, b: &str) -> String {
    format!("Pourquoi {a} plutôt que {b}\u{202f}?")
}

/// Puts words within French quotation marks, unless they are already.
pub fn quoted(text: &str) -> String {
    if text.starts_with('«') {
        text.to_owned()
    } else {
        format!("«\u{202f}{text}\u{202f}»")
    }
}

/// « 61 % »
pub fn percent(probability: f64) -> String {
    format!("{:.0}\u{202f}%", probability * 100.0)
}

/// « Porte-parole explique une partie de ces indices. »
pub fn explains(names: &str) -> String {
    format!("{names} explique une partie de ces indices.")
}

/// « étape 2 sur 4 »
pub fn step_of(position: usize, total: usize) -> String {
    format!("étape {position} sur {total}")
}

/// « 12 / 280 »
pub fn count_of(count: usize, max: usize) -> String {
    format!("{count} / {max}")
}

/// Says a message.
pub fn toast(kit: &Kit, toast: &Toast) -> String {
    let short = |id: &crate::domain::ids::CueId| {
        kit.cue(id.as_str())
            .map_or_else(|| id.to_string(), |c| c.short.clone())
    };
    match toast {
        Toast::Wiped => "Effacé. Rien n’est gardé de cet échange.".to_owned(),
        Toast::Copied => "Note copiée. Collez-la dans l’application métier.".to_owned(),
        Toast::Saved(path) => format!("Note enregistrée\u{a0}: {path}"),
        Toast::NotSaved(reason) => {
            format!("La note n’a pas pu être enregistrée ({reason}). Elle est copiée, rien n’est perdu.")
        }
        Toast::NoPath => {
            "Aucun fichier choisi. La note est toujours là\u{a0}: «\u{202f}Enregistrer\u{202f}» la range dans le dossier habituel.".to_owned()
        }
        Toast::BurstUndone => "Frappe annulée\u{a0}: vous écriviez ailleurs\u{202f}?".to_owned(),
        Toast::Undone => "Annulé.".to_owned(),
        Toast::Redone => "Rétabli.".to_owned(),
        Toast::NothingToUndo => "Rien à annuler.".to_owned(),
        Toast::Blocked => "La note n’est pas partie\u{a0}: masquez ou justifiez ce qui est souligné. Rien n’est perdu.".to_owned(),
        Toast::Paused => "Échange mis de côté. P pour le reprendre.".to_owned(),
        Toast::Resumed => "Échange repris.".to_owned(),
        Toast::Conflict(a, b) => format!("«\u{202f}{}\u{202f}» et «\u{202f}{}\u{202f}»\u{a0}: lequel des deux\u{202f}?", short(a), short(b)),
    }
}

/// The lead is followed.
pub const FOLLOWED: &str = "piste suivie";
/// Above the observations that do not count in full.
pub const COUNTS_LESS: &str = "Ce qui compte moins";

/// « souhaite une preuve » compte pour moitié…
pub fn counts_less(what: &str, words: &str) -> String {
    format!("«\u{202f}{what}\u{202f}» {words}")
}

/// Above what each observation left out would change.
pub const CHANGES: &str = "Ce qui changerait le résultat";
/// The whole card.
pub const CARD: &str = "Fiche";
/// Reopen a step.
pub const REOPEN: &str = "Rouvrir";

/// A step done, on the shared view.
pub const SHARED_DONE: &str = "fait";
/// Where next, on the shared view.
pub const SHARED_NEXT: &str = "La suite";

/// An answer one can take back: its words, cut short, and a cross.
pub fn withdraw(words: &str) -> String {
    let mut short: String = words.chars().take(18).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    format!("{short} ×")
}

/// Says a weight of evidence in words.
pub fn strength(words: &str, decibans: f64) -> String {
    format!("{words}\u{a0}: {decibans:+.1}\u{202f}dB")
}

/// What the guard says.
pub mod guard {
    /// Nothing leaves with it.
    pub const RED: &str = "Bloquant";
    /// To be masked or justified.
    pub const ORANGE: &str = "À masquer ou à justifier";
    /// Told only.
    pub const INFO: &str = "Pour information";
    /// Keeps it: it is something else.
    pub const FALSE_ALARM: &str = "Fausse alerte";
    /// Keeps it: the démarche needs it.
    pub const NEEDED: &str = "Nécessaire";

    /// « Bloquant : « 06… », un numéro de téléphone n’a pas sa place dans une note »
    pub fn found(gravity: &str, found: &str, why: &str) -> String {
        format!("{gravity}\u{a0}: «\u{202f}{found}\u{202f}», {why}.")
    }

    /// « Écrire « [NIR masqué] » »
    pub fn replace_by(proposal: &str) -> String {
        format!("Écrire «\u{202f}{proposal}\u{202f}»")
    }

    /// How many more there are.
    pub fn more(count: usize) -> String {
        format!("Et {count} autres remarques.")
    }
}

/// Démarches.
pub mod procedures {
    /// Title of the list.
    pub const TITLE: &str = "Démarches";
    /// No démarche under this theme.
    pub const EMPTY: &str =
        "Aucune démarche dans ce thème. Votre encadrement peut en ajouter au kit.";
    /// What Entrée does with one.
    pub const HIT: &str = "ouvrir la démarche";
    /// Documents to bring.
    pub const DOCUMENTS: &str = "À réunir";
    /// The online entry.
    pub const ONLINE: &str = "En ligne (adresse à taper, jamais ouverte d’ici)";
    /// The way that is not online.
    pub const OTHER_WAY: &str = "Autrement qu’en ligne";
    /// Usual traps.
    pub const TRAPS: &str = "Pièges connus";
    /// What to check locally.
    pub const VARIES: &str = "Cela peut changer";
    /// Steps to add to the plan.
    pub const STEPS: &str = "Ajouter à l’aide";

    /// When the official pages were read.
    pub fn seen(date: &str) -> String {
        format!("D’après des pages officielles lues le {date}. À revérifier avant d’affirmer.")
    }
}

/// The local tally.
pub mod learning {
    /// Title of the layer.
    pub const TITLE: &str = "Décompte local";
    /// What it is for.
    pub const WHAT: &str = "Quand une piste suivie va jusqu’au bout de l’échange, elle compte pour confirmée. Le décompte dit combien de fois chaque indice est venu avec chaque profil, pour recaler le kit sur votre accueil.";
    /// What it never holds.
    pub const LIMITS: &str = "Des nombres seulement\u{a0}: ni échange, ni heure, ni personne, ni agent. Rien ne sort de ce poste. Éteint tant que l’encadrement ne l’allume pas.";
    /// Switches it on.
    pub const START: &str = "Commencer à compter";
    /// Erases the counts and stops.
    pub const ERASE: &str = "Effacer et arrêter";
    /// Computes a proposal.
    pub const RECALIBRATE: &str = "Recalibrer";
    /// Saves the proposal.
    pub const SAVE: &str = "Enregistrer le kit recalé…";
    /// The bench says the same before and after.
    pub const NO_CHANGE: &str = "Aucun cas du banc d’essai ne change.";
    /// A case that passes.
    pub const PASSES: &str = "conforme.";

    /// « 34 échanges confirmés depuis le 2026-11-24 »
    pub fn counted(contacts: u32, since: &str) -> String {
        let noun = if contacts < 2 {
            "échange confirmé"
        } else {
            "échanges confirmés"
        };
        format!("{contacts} {noun} depuis le {since}")
    }

    /// « Guichet : Pas à pas 3, Filet de sécurité 2 »
    pub fn of_channel(channel: &str, list: &str) -> String {
        format!("{channel}\u{a0}: {list}")
    }

    /// Where the counts are.
    pub fn file(path: &str) -> String {
        format!("Fichier, lisible par un éditeur de texte\u{a0}: {path}")
    }

    /// Confirmed contacts no longer fit the kit.
    pub fn drift(z: f64) -> String {
        format!(
            "Les échanges confirmés ne ressemblent plus au kit (écart de {z:.1} fois l’erreur attendue). Recalibrez, ou relisez les niveaux en équipe."
        )
    }

    /// How many are missing.
    pub fn not_enough(missing: u32) -> String {
        format!("Encore {missing} échanges confirmés avant de pouvoir recalibrer.")
    }

    /// The bench before and after.
    pub fn bench(before: usize, after: usize, cases: usize) -> String {
        format!(
            "Banc d’essai\u{a0}: {before} cas conformes sur {cases} avec le kit actuel, {after} avec le kit recalé."
        )
    }

    /// A case before and after.
    pub fn before_after(before: &str, after: &str) -> String {
        format!("Avant\u{a0}: {before} Après\u{a0}: {after}")
    }
}
