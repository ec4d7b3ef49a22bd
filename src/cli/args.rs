//! What the command line accepts, defined once; help and errors come from here, in French.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ErrorKind};
use clap::{Args, Parser, Subcommand};

use super::Failure;

/// Réflexe Personas : reconnaître comment aider, dire pourquoi, agir, sans réseau.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "reflexe",
    version,
    about,
    disable_help_subcommand = true,
    help_template = "{about}\n\nUsage : {usage}\n\n{all-args}\n\nSans commande, le panneau s’ouvre sur le kit embarqué."
)]
pub struct Arguments {
    /// Kit à ouvrir : un dossier ou un fichier .ron (par défaut, le kit embarqué)
    #[arg(long, value_name = "KIT")]
    pub kit: Option<PathBuf>,
    /// Ouvre la fenêtre, présente une image, écrit une ligne JSON et s’arrête
    #[arg(long)]
    pub first_frame: bool,
    /// Comme --first-frame, puis reste tant de secondes sans geste et dit ce que l’attente coûte
    #[arg(long, value_name = "SECONDES")]
    pub measure: Option<f64>,
    /// Moteur de dessin : glow (OpenGL), wgpu (Vulkan, Metal, DirectX) ou wgpu-software (sans carte)
    #[arg(long, value_name = "MOTEUR", value_parser = ["glow", "wgpu", "wgpu-software"])]
    pub renderer: Option<String>,
    /// Fichier de réglages, au lieu de celui de la personne
    #[arg(long = "settings", value_name = "FICHIER")]
    pub settings_file: Option<PathBuf>,
    /// Réglage de la structure, lu par les règles et les étapes (aidants-connect) ; répétable
    #[arg(long = "setting", value_name = "RÉGLAGE")]
    pub settings: Vec<String>,
    /// Que faire
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A command that opens no window.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Vérifie un kit et lance son banc d’essai
    Check {
        /// Dossier ou fichier .ron (par défaut, le kit embarqué)
        #[arg(value_name = "KIT")]
        kit: Option<PathBuf>,
        /// Écrit le résultat en JSON
        #[arg(long)]
        json: bool,
    },
    /// Dit à quoi un échange ressemble, pourquoi, et quoi faire
    Identify(IdentifyOptions),
    /// Mesure un kit sur des cas confirmés
    Evaluate(EvaluateOptions),
    /// Apprend des niveaux à partir de cas confirmés
    Learn(LearnOptions),
    /// Montre les points faibles d’un kit
    Diagnose(DiagnoseOptions),
    /// Cherche dans un texte ce qui n’a pas sa place dans une note
    Guard {
        /// Fichier texte, ou - pour l’entrée standard
        #[arg(value_name = "FICHIER")]
        file: Option<PathBuf>,
        /// Écrit le résultat en JSON
        #[arg(long)]
        json: bool,
    },
    /// Réunit un kit en un seul fichier
    Bundle {
        /// Dossier du kit
        #[arg(value_name = "DOSSIER")]
        kit_dir: PathBuf,
        /// Fichier à écrire
        #[arg(value_name = "SORTIE.ron")]
        out: PathBuf,
    },
    /// Imprime un kit en PDF : fiches, repérage rapide, listes, note vierge
    Print(PrintOptions),
    /// Liste les versions publiées dans un dossier
    Versions {
        /// Dossier des versions
        #[arg(value_name = "DOSSIER")]
        folder: PathBuf,
        /// Écrit le résultat en JSON
        #[arg(long)]
        json: bool,
    },
    /// Publie un kit dans un dossier
    Publish(PublishOptions),
    /// Publie de nouveau une ancienne version
    Restore(RestoreOptions),
}

/// Options of `print`.
#[derive(Args, Clone, Debug)]
pub struct PrintOptions {
    /// Ce qui s’imprime : fiches, repérage rapide, indices, questions, situations, note vierge, jeu de rôle
    #[arg(value_name = "QUOI", value_parser = ["cards", "sheet", "cues", "questions", "situations", "note", "workshop"])]
    pub what: String,
    /// Papier : A4, A6, ou quatre A6 sur une feuille A4 avec repères de coupe
    #[arg(long, value_name = "FORMAT", default_value = "a4", value_parser = ["a4", "a6", "a6-on-a4"])]
    pub format: String,
    /// Une seule persona (identifiant ou code) ; pour un jeu de rôle, celle à rencontrer
    #[arg(long, value_name = "PERSONA")]
    pub persona: Option<String>,
    /// Jeu de rôle : scénario à jouer (identifiant), dans l’ordre donné ; répétable
    #[arg(long = "scenario", value_name = "SCÉNARIO")]
    pub scenarios: Vec<String>,
    /// Jeu de rôle : durée de l’atelier, en minutes
    #[arg(long, value_name = "MINUTES", default_value = "45", value_parser = ["15", "45", "90"])]
    pub minutes: String,
    /// Jeu de rôle : participants, sans compter qui anime
    #[arg(long, value_name = "N", default_value_t = 6)]
    pub people: usize,
    /// Un seul canal, pour le repérage rapide et le jeu de rôle (par défaut, tous ceux du kit)
    #[arg(long, value_name = "CANAL", value_parser = ["counter", "phone"])]
    pub channel: Option<String>,
    /// Dossier ou fichier .ron (par défaut, le kit embarqué)
    #[arg(long, value_name = "KIT")]
    pub kit: Option<PathBuf>,
    /// PDF à écrire
    #[arg(long, value_name = "SORTIE.pdf")]
    pub out: PathBuf,
}

/// Options of `publish`.
#[derive(Args, Clone, Debug)]
pub struct PublishOptions {
    /// Dossier ou fichier .ron
    #[arg(value_name = "KIT")]
    pub kit: PathBuf,
    /// Dossier des versions, qui doit exister
    #[arg(long = "to", value_name = "DOSSIER")]
    pub to: PathBuf,
    /// Ce qui change, en une ligne (120 caractères au plus)
    #[arg(long, value_name = "MOTIF")]
    pub reason: String,
    /// En quoi vous publiez, par exemple « responsable » ; jamais un nom
    #[arg(long, value_name = "RÔLE")]
    pub role: String,
    /// Version dont le kit est parti : son contrôle à huit caractères, ou « aucune » (par défaut, celle
    /// qui est publiée)
    #[arg(long, value_name = "CONTRÔLE")]
    pub base: Option<String>,
}

/// Options of `restore`.
#[derive(Args, Clone, Debug)]
pub struct RestoreOptions {
    /// Dossier des versions
    #[arg(value_name = "DOSSIER")]
    pub folder: PathBuf,
    /// Version à publier de nouveau : son numéro, ou son nom entier
    #[arg(value_name = "NUMÉRO")]
    pub version: String,
    /// Pourquoi, en une ligne (120 caractères au plus)
    #[arg(long, value_name = "MOTIF")]
    pub reason: String,
    /// En quoi vous publiez ; jamais un nom
    #[arg(long, value_name = "RÔLE", default_value = "responsable")]
    pub role: String,
}

/// Options of `identify`.
#[derive(Args, Clone, Debug)]
pub struct IdentifyOptions {
    /// Dossier ou fichier .ron (par défaut, le kit embarqué)
    #[arg(long, value_name = "KIT")]
    pub kit: Option<PathBuf>,
    /// Canal de l’échange
    #[arg(long, value_name = "CANAL", value_parser = ["counter", "phone"])]
    pub channel: String,
    /// Indice observé (identifiant ou code) ; répétable
    #[arg(long = "cue", value_name = "INDICE")]
    pub cues: Vec<String>,
    /// Indice dont ce n’est pas le cas ; répétable
    #[arg(long = "not-cue", value_name = "INDICE")]
    pub not_cues: Vec<String>,
    /// Réponse donnée, question=réponse (identifiant ou rang) ; répétable
    #[arg(long = "answer", value_name = "Q=R")]
    pub answers: Vec<String>,
    /// Question posée et restée sans réponse ; répétable
    #[arg(long = "asked", value_name = "Q")]
    pub asked: Vec<String>,
    /// Temps disponible
    #[arg(long, value_name = "TEMPS", default_value = "2", value_parser = ["2", "10", "relay"])]
    pub minutes: String,
    /// Thème de la démarche
    #[arg(long, value_name = "THÈME")]
    pub theme: Option<String>,
    /// Réglage de la structure (aidants-connect) ; répétable
    #[arg(long = "setting", value_name = "RÉGLAGE")]
    pub settings: Vec<String>,
    /// Écrit le résultat en JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `evaluate`.
#[derive(Args, Clone, Debug)]
pub struct EvaluateOptions {
    /// Cas confirmés : une colonne par indice ou question, une colonne persona
    #[arg(value_name = "CAS.csv")]
    pub cases: PathBuf,
    /// Dossier ou fichier .ron (par défaut, le kit embarqué)
    #[arg(long, value_name = "KIT")]
    pub kit: Option<PathBuf>,
    /// Canal des cas qui n’en disent rien
    #[arg(long, value_name = "CANAL", default_value = "counter", value_parser = ["counter", "phone"])]
    pub channel: String,
    /// Probabilité à laquelle l’entretien s’arrête
    #[arg(long, value_name = "P", default_value_t = 0.90)]
    pub stop: f64,
    /// Ordre des questions
    #[arg(long, value_name = "ORDRE", default_value = "greedy", value_parser = ["greedy", "random", "fixed"])]
    pub order: String,
    /// Graine de l’ordre aléatoire
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Écrit le résultat en JSON
    #[arg(long)]
    pub json: bool,
}

/// Options of `learn`.
#[derive(Args, Clone, Debug)]
pub struct LearnOptions {
    /// Cas confirmés : une colonne par indice ou question, une colonne persona
    #[arg(value_name = "CAS.csv")]
    pub cases: PathBuf,
    /// Dossier ou fichier .ron (par défaut, le kit embarqué)
    #[arg(long, value_name = "KIT")]
    pub kit: Option<PathBuf>,
    /// Canal des cas qui n’en disent rien
    #[arg(long, value_name = "CANAL", default_value = "counter", value_parser = ["counter", "phone"])]
    pub channel: String,
    /// Combien de cas vaut ce que le kit dit déjà
    #[arg(long, value_name = "S")]
    pub pseudo_count: f64,
    /// À quoi les décomptes s’ajoutent
    #[arg(long, value_name = "BASE", default_value = "elicited", value_parser = ["elicited", "marginal"])]
    pub base: String,
    /// Ce qui reste des décomptes anciens à chaque nouveau cas (1 = tout)
    #[arg(long, value_name = "GAMMA", default_value_t = 1.0)]
    pub forget: f64,
    /// Cherche aussi les indices liés entre eux
    #[arg(long, value_name = "STRUCTURE", default_value = "plain", value_parser = ["plain", "linked"])]
    pub structure: String,
    /// Kit à écrire, en un fichier
    #[arg(long, value_name = "SORTIE.ron")]
    pub out: PathBuf,
}

/// Options of `diagnose`.
#[derive(Args, Clone, Debug)]
pub struct DiagnoseOptions {
    /// Dossier ou fichier .ron (par défaut, le kit embarqué)
    #[arg(value_name = "KIT")]
    pub kit: Option<PathBuf>,
    /// Un seul canal (par défaut, tous ceux du kit)
    #[arg(long, value_name = "CANAL", value_parser = ["counter", "phone"])]
    pub channel: Option<String>,
    /// Graine de la simulation
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Échanges simulés par profil
    #[arg(long, value_name = "N", default_value_t = 2000)]
    pub samples: usize,
    /// Écrit le résultat en JSON
    #[arg(long)]
    pub json: bool,
}

/// What parsing gives when there is nothing to run.
#[derive(Clone, Debug)]
pub enum Parsed {
    /// Arguments to act on.
    Run(Box<Arguments>),
    /// A text asked for (help, version).
    Show(String),
}

/// Parses the command line.
///
/// # Errors
/// A French sentence with its cure, for exit code 2.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Parsed, Failure> {
    match Arguments::try_parse_from(arguments) {
        Ok(arguments) => Ok(Parsed::Run(Box::new(arguments))),
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
            ) =>
        {
            Ok(Parsed::Show(error.render().to_string()))
        }
        Err(error) => Err(Failure::Usage(french(&error))),
    }
}

/// Says a clap error in French.
fn french(error: &clap::Error) -> String {
    let context = |kind: ContextKind| {
        error
            .get(kind)
            .map(|value| value.to_string().replace('\'', "’"))
            .unwrap_or_default()
    };
    let argument = context(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("Option inconnue\u{a0}: {argument}."),
        ErrorKind::InvalidSubcommand => {
            format!(
                "Commande inconnue\u{a0}: {}.",
                context(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::InvalidValue => format!(
            "Valeur refusée pour {argument}\u{a0}: «\u{202f}{}\u{202f}». Valeurs possibles\u{a0}: {}.",
            context(ContextKind::InvalidValue),
            context(ContextKind::ValidValue)
        ),
        ErrorKind::MissingRequiredArgument => format!("Il manque {argument}."),
        ErrorKind::ArgumentConflict => {
            format!("{argument} ne va pas avec une autre option donnée.")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} n’a pas le nombre de valeurs attendu.")
        }
        _ => "La ligne de commande n’a pas été comprise.".to_owned(),
    };
    let near = context(ContextKind::SuggestedArg) + &context(ContextKind::SuggestedSubcommand);
    let near = if near.is_empty() {
        String::new()
    } else {
        format!(" Vouliez-vous dire {near}\u{202f}?")
    };
    format!("{sentence}{near}\nVoyez «\u{202f}reflexe --help\u{202f}».")
}
