//! Sentences an identifier stands in, as agents write: abbreviations, haste, no accents at times.
//!
//! `{}` is where it stands. Some announce it, some do not, some name it after.

pub(super) const NIR: &[&str] = &[
    "{}",
    "n° sécu {}",
    "Numéro de sécurité sociale : {}",
    "NIR {} à vérifier sur Ameli.",
    "no ss : {}",
    "N° SS={} (carte vitale perdue)",
    "Compte Ameli à créer avec le {}, code reçu par courrier.",
    "Usager connu sous le {} depuis son arrivée.",
    "Immatriculation INSEE {} ; attestation à imprimer",
    "identifiant CAF depuis 2022 = {}.",
    "sécu:{}",
    "Attestation de droits demandée pour {}, en attente.",
    "a donné son numéro, {}, et reviendra",
    "SS {}/attestation",
    "ns:{} - dossier ok",
    "« {} » lu sur sa carte Vitale",
];

pub(super) const TAX: &[&str] = &[
    "{}",
    "numéro fiscal {}",
    "N° fiscal : {}",
    "SPI={}",
    "n fiscal {} retrouvé sur l'avis",
    "Identifiant impots.gouv {}, mot de passe oublié.",
    "Déclaration en ligne faite avec {}.",
    "télédéclarant {} / revient jeudi",
    "spi:{}",
    "L'avis porte le {} en haut à gauche",
    "référence {}; délai demandé",
    "compte fiscal ({}) bloqué",
];

pub(super) const IBAN: &[&str] = &[
    "{}",
    "IBAN : {}",
    "nouveau RIB {}",
    "rib={} à transmettre à la CAF",
    "Virement à faire sur {} dès lundi.",
    "Compte {} clôturé, il en ouvre un autre.",
    "iban:{}",
    "a dicté son compte ({}), non noté ailleurs",
    "coord. bancaires {} - ok",
    "Changement de compte : {}, attestation jointe.",
    "remboursement sur « {} »",
    "iban {}\nà vérifier",
];

pub(super) const CARD: &[&str] = &[
    "{}",
    "paiement avec la carte {}",
    "CB {} exp 09/27",
    "Carte bancaire n° {}, refusée par le site.",
    "cb:{}",
    "timbre fiscal payé ({}) hier",
    "n° de carte={} / reçu imprimé",
    "elle a lu {} à voix haute",
    "Visa {} périmée.",
    "« {} » saisi trois fois sans succès",
];

pub(super) const COMPANY: &[&str] = &[
    "SIRET {}",
    "siret:{}",
    "n° siret de l'employeur = {}",
    "SIREN {} vu sur le Kbis",
    "Entreprise {}, attestation de vigilance.",
    "société {} à l'arrêt",
    "Numéro SIREN/SIRET : {}.",
    "RCS {} ; guichet unique",
    "auto-entrepreneur, siret {}",
    "(siren {})",
];

pub(super) const PHONE: &[&str] = &[
    "{}",
    "tel {}",
    "tel:{}",
    "Tél. : {}",
    "tél={}",
    "Rappeler au {} demain matin.",
    "joignable le soir, {}, pas avant 18 h",
    "Appeler le {} pour confirmer le rdv",
    "nouveau numéro {}.",
    "port.{}",
    "portable : {} (celui du fils)",
    "contact ({})",
    "Laisser un message au {}; répondeur plein hier",
    "SMS de confirmation envoyé sur {}",
    "n° {}",
    "à joindre,{},après 14 h",
    "mère {} / fille à rappeler",
    "dispo au {}",
    "numero changé:\n{}\nà reporter sur Ameli",
    "« {} » est le bon",
    "WhatsApp {}",
    "tph {} ou passage mardi",
];

pub(super) const MAIL: &[&str] = &[
    "{}",
    "mail : {}",
    "mail={}",
    "Adresse électronique {} créée ce jour.",
    "écrire à {}, réponse sous 48 h",
    "envoyer l'attestation à {}.",
    "<{}>",
    "({})",
    "courriel:{}",
    "mailto:{}",
    "compte FranceConnect lié à {} ; code reçu",
    "boite {} pleine",
    "identifiant {} / mot de passe perdu",
    "« {} »",
    "lien reçu sur {}\nà valider ce soir",
    "copie à {} pour suivi",
];

pub(super) const BENEFIT: &[&str] = &[
    "n° allocataire {}",
    "N° alloc {}",
    "alloc. {}",
    "CAF {} : quotient à demander",
    "matricule {}",
    "Numéro d'allocataire : {}, attestation imprimée.",
    "allocataire {} depuis mars",
    "dossier CAF n° {}",
    "Dossier {} en attente à la CAF",
    "caf:{}",
    "num alloc={}",
    "Compte caf.fr no {} bloqué",
    "son matricule CAF est le {}.",
    "n°alloc:{} - RSA à déclarer",
    "Allocataire CAF ({})",
    "{} (matricule CAF)",
    "{} est son numéro d'allocataire",
];

pub(super) const JOB: &[&str] = &[
    "identifiant France Travail {}",
    "FT : identifiant {}",
    "n° France Travail {}",
    "id. France Travail : {}, actualisation faite.",
    "Pôle emploi {} à réactiver",
    "identifiant pole emploi={}",
    "France Travail ({}) : rdv lundi",
    "numéro demandeur d'emploi {}",
    "identifiant DE : {}",
    "france travail:{}",
    "N° d'identifiant {} chez France Travail",
];

pub(super) const PLATE: &[&str] = &[
    "plaque {}",
    "immatriculé {}",
    "Immatriculation : {}",
    "Véhicule {} vendu samedi, cession à déclarer.",
    "carte grise du {}",
    "voiture {} en panne devant la mairie",
    "CI {} : changement d'adresse ANTS",
    "(plaque {})",
    "immat={}",
    "cession du véhicule ({}), code reçu",
    "Certificat d'immatriculation {}, duplicata demandé.",
    "moto {} ; contrôle technique ok",
    "plaque:{}",
];

pub(super) const CARD_OF_IDENTITY: &[&str] = &[
    "CNI {}",
    "cni:{}",
    "carte d'identité n° {}",
    "N° de carte d'identité : {}, valable 10 ans.",
    "pièce d'identité {} photocopiée puis rendue",
    "carte nationale d'identité ({})",
    "{} (CNI)",
    "identité {} à vérifier",
];

pub(super) const PASSPORT: &[&str] = &[
    "passeport {}",
    "Passeport n° {} périmé.",
    "passeport:{}",
    "n° passeport = {}",
    "{} (passeport)",
    "a présenté son passeport, {}, pour le compte",
];

pub(super) const PERMIT: &[&str] = &[
    "titre de séjour {}",
    "n° étranger {}",
    "AGDREF {}",
    "agdref:{}",
    "Titre de séjour n° {} à renouveler sur l'ANEF.",
    "carte de séjour ({}), expire bientôt",
    "récépissé de séjour {}",
];

pub(super) const LICENCE: &[&str] = &[
    "permis {}",
    "permis de conduire n° {}",
    "Permis : {} perdu, déclaration faite.",
    "n° de permis={}",
    "NEPH {}",
    "(permis {})",
];

pub(super) const MACHINE: &[&str] = &[
    "{}",
    "MRZ : {}",
    "lu sur la carte :\n{}",
    "bande du passeport {}",
    "scan = {} ok",
];

pub(super) const BIRTH: &[&str] = &[
    "né le {}",
    "née le {}",
    "nee le {}",
    "ne le {} a Lyon",
    "né(e) le {}",
    "Née le {}, dossier retraite.",
    "DDN {}",
    "ddn:{}",
    "date de naissance : {}",
    "Date naissance={} ; attestation",
    "naissance {}",
    "DN : {} (à corriger sur Ameli)",
    "né à Oran le {}",
    "Née à Saint-Denis le {}, acte demandé",
    "date de naiss. {}",
    "a 60 ans passés, né le {} donc départ possible",
    "son fils, né le {}, change d'école",
    "usager du {} (date de naissance)",
];

pub(super) const ADDRESS: &[&str] = &[
    "{}",
    "habite {}",
    "demeurant {}",
    "adresse : {}",
    "Adresse={}",
    "domicilié {}, sans changement",
    "Nouvelle adresse {} à déclarer.",
    "a déménagé au {} en mars",
    "envoyer le courrier au {}",
    "loge {} chez sa sœur",
    "Colis à retirer ({})",
    "facture EDF au {} ; ok",
    "adr:{}",
    "logement situé {} depuis peu",
];

pub(super) const NAME_AFTER_CIVILITY: &[&str] = &[
    "vu avec {}",
    "{} rappellera lundi",
    "Reçu {} pour la CAF.",
    "rdv de {} à 14 h",
    "dossier de {} envoyé",
    "{} : attestation imprimée",
    "accompagnée par {}",
    "appel de {} ce matin",
    "pour {}, compte Ameli créé",
    "{}, passage sans rdv",
    "ok pour {}.",
    "merci de recevoir {} mardi",
];

pub(super) const NAME: &[&str] = &[
    "vu avec {}",
    "Reçu {} ce matin pour la CAF.",
    "dossier de {} envoyé",
    "elle s'appelle {}",
    "il se nomme {}, à rappeler",
    "fille de {}",
    "accompagné de {} aujourd'hui",
    "nom : {}",
    "usager {} déjà venu",
    "rendez-vous pris pour {} jeudi",
    "attestation imprimée et remise à {}",
    "appel de {} ce matin, dossier complet",
    "demande faite par {} pour sa mère",
    "épouse de {}",
    "le compte est au nom de {}",
];

pub(super) const FIRST_NAME: &[&str] = &[
    "vu avec {} hier",
    "sa fille {} viendra signer",
    "appeler {} avant midi",
    "son fils {} l'aide",
    "elle s'appelle {}",
    "prénom : {}",
    "{} est revenue pour la CAF",
    "accompagnée par {}, qui traduit",
    "avec {} pour la connexion",
    "{} rappelle demain",
    "sa voisine {} a le code",
    "parlé à {} ce matin",
];

pub(super) const PASSWORD: &[&str] = &[
    "mdp {}",
    "mdp : {}",
    "mdp={}",
    "mot de passe : {}",
    "Mot de passe {} noté pour elle",
    "son mot de passe est {}.",
    "password {}",
    "MDP:{} à changer",
    "identifiant perdu, mot de passe = {}",
    "pwd : {}",
    "mot de passe Ameli : {}, marche",
    "mot de passe FranceConnect : {}",
];

pub(super) const CODE: &[&str] = &[
    "code : {}",
    "code:{}",
    "code reçu : {}",
    "code SMS {}",
    "code de vérification {} saisi",
    "OTP {}",
    "Code confidentiel : {}.",
    "code FranceConnect = {}",
    "le code est {}",
    "code secret {} oublié depuis",
    "PIN : {}",
    "code de la carte : {}",
];

pub(super) const TECHNICAL: &[&str] = &[
    "{}",
    "connexion depuis {}",
    "adresse {}",
    "lien : {}",
    "ip={}",
    "a envoyé {} par sms",
    "vu sur {} ce matin",
    "position {}, près de la gare",
];
