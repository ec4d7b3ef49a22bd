# What stays on this machine: the screen of it, and the draft a crash left.

kept_title = Ce que l’outil garde
kept_what = Tout ce que Réflexe garde sur ce poste est dans cette liste. Un échange, lui, s’efface dès qu’il se termine.
kept_reading = Lecture du disque…
kept_nothing = Aucune note enregistrée.
kept_nothing_detail = Une note enregistrée apparaîtra ici, avec son âge et sa taille.
kept_exports = Notes enregistrées
kept_of_contacts = Autres traces d’échanges
kept_kind_export = Note
kept_kind_draft = Brouillon de l’échange en cours
kept_kind_draft_left = Brouillon
kept_kind_tally = Décompte local
kept_kind_previous = Version d’avant
kept_kind_aside = Fichier mis de côté
kept_kind_leftover = Reste d’une écriture interrompue
kept_kind_export_list = Liste des notes enregistrées
kept_kind_settings = Réglages
kept_kind_workshop = Brouillon de l’atelier
kept_kind_receipts = Reçus
kept_kind_running = Fonctionnement du programme
kept_of_tool = Fichiers du programme
kept_ends_with_contact = S’efface à la fin de l’échange.
kept_erase = Effacer
kept_erase_named = Effacer { $name }
kept_purge = Effacer les notes de plus de
kept_days = { $days } jours
kept_purge_show = Voir lesquelles
kept_purge_none = Aucune note n’a plus de { $days } jours.
kept_erase_all = Tout effacer
kept_asked_one = Ce fichier sera effacé
kept_asked_old = { $count ->
    [one] 1 fichier de plus de { $days } jours sera effacé
   *[other] { $count } fichiers de plus de { $days } jours seront effacés
}
kept_asked_all = { $count ->
    [one] 1 fichier sera effacé : tout ce qui peut parler d’un échange
   *[other] { $count } fichiers seront effacés : tout ce qui peut parler d’un échange
}
kept_asked_detail = Rien ne permet de les retrouver ensuite. Les réglages et les reçus restent.
kept_yes = Effacer pour de bon
kept_receipt = { $files ->
    [0] Reçu du { $day } : rien à effacer · version { $version }
    [one] Reçu du { $day } : 1 fichier effacé ({ $size }) · version { $version }
   *[other] Reçu du { $day } : { $files } fichiers effacés ({ $size }) · version { $version }
}
kept_failed = N’a pas pu être effacé : { $path } ({ $reason })
kept_total = { $files ->
    [0] Aucun fichier
    [one] 1 fichier, { $size }
   *[other] { $files } fichiers, { $size }
}
kept_today = aujourd’hui
kept_yesterday = hier
kept_age = il y a { $days } jours
kept_age_unknown = âge inconnu
kept_bytes = { $count ->
    [0] 0 octet
    [one] { $count } octet
   *[other] { $count } octets
}
kept_kilobytes = { $count } Ko
kept_megabytes = { $count } Mo
kept_row = { $kind } · { $size } · { $age }
found_title = Un échange n’a pas été terminé
found_detail = Le programme s’est arrêté avant la fin. Voici ce qu’il en reste, sur ce poste seulement.
found_started = Commencé à { $time }
found_contact = { $channel } · { $cues ->
    [0] aucun indice
    [one] 1 indice
   *[other] { $cues } indices
} · { $steps ->
    [0] aucune étape faite
    [one] 1 étape faite
   *[other] { $steps } étapes faites
}
found_text = Un complément écrit est gardé.
found_masked = Ce que le garde-fou bloque y est remplacé par son masque.
found_take_up = Reprendre
found_erase = Effacer
draft_trouble = { $reason }
kept_unread = N’a pas pu être lu : { $path } ({ $reason })
no_draft_shared = Aucun brouillon n’est gardé : le dossier de Réflexe est sur le réseau ou sur un support amovible. Un échange interrompu serait perdu.
no_draft_not_alone = Aucun brouillon n’est gardé : une autre fenêtre de Réflexe est peut-être ouverte. Un échange interrompu serait perdu.
no_draft_no_folder = Aucun brouillon n’est gardé : ce poste n’a pas de dossier où l’écrire. Un échange interrompu serait perdu.
no_draft_unread = Aucun brouillon n’est gardé : celui qui est là n’a pas pu être relu, et il n’est pas touché. Un échange interrompu serait perdu.
no_draft_refused = Aucun brouillon n’est gardé : le système l’a refusé. Un échange interrompu serait perdu.
kept_settings_hold = Les réglages de cette fenêtre tiennent jusqu’à sa fermeture ; ceux d’origine reviennent ensuite.
kept_kind_published = Copie du kit publié
kept_published = Copie du kit publié, version { $number } en service
