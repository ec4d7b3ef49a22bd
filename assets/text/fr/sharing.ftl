# Sharing the kit with the team: written for who has never seen a file.

atelier_task_share = Diffuser à l’équipe
atelier_task_share_detail = Voir ce que ça change, dire pourquoi, puis donner le kit à tous les postes.
atelier_task_files = Échanger des fichiers
atelier_task_files_detail = Donner ou recevoir un kit, une carte, un tableau d’indices.
atelier_kinds_rules = Règles
atelier_kinds_cases = Situations d’essai
atelier_kinds_links = Liens

share_work_looking = Lecture du dossier des versions…
share_work_publishing = Diffusion en cours… La version d’avant reste en service jusqu’au bout.
share_work_restoring = Retour à l’ancienne version en cours…
share_work_comparing = Comparaison des deux versions…
share_work_choosing = Choix dans la fenêtre du système…
share_work_writing = Écriture du fichier…
share_work_reading = Lecture du fichier…

share_folder = Dossier des versions
share_folder_help = Le dossier partagé où les postes prennent le kit. Écrivez son chemin entier ou choisissez-le.
share_choose_folder = Choisir un dossier…
share_look_again = Relire le dossier
share_no_dialog = Rien n’a été choisi. Si aucune fenêtre ne s’est ouverte, écrivez le chemin entier.
share_current = Version { $number } en service, diffusée le { $date } ({ $role }).
share_current_bare = Version { $number } en service.
share_first = Rien n’a encore été diffusé dans ce dossier.
share_none_current = Rien n’y dit quelle version est diffusée : elles sont intactes. Restaurez-en une, ou diffusez la vôtre.
share_followed = Ce poste prend aussi le kit dans ce dossier, entre deux entretiens.
share_not_followed = Ce poste ne prend pas le kit dans ce dossier.
share_follow = Y prendre le kit désormais
share_follow_locked = Votre administration a choisi où ce poste prend le kit : ce dossier ne vaut que pour cette fois.
share_unreadable = La version diffusée ({ $number }) ne peut pas être lue. Votre brouillon est intact. Restaurez une autre version depuis « Versions diffusées ».
share_versions = Versions diffusées
share_versions_detail = Ce qui a été diffusé, par qui répond du kit, et pourquoi. On peut revenir à chacune.
share_all_versions = Toutes les versions
share_back = Retour

share_changes = Ce que ça change
share_no_news = Votre brouillon dit la même chose que la version en service : il n’y a rien à diffuser.
share_first_same = Première diffusion : le kit entier, tel qu’il est sur ce poste.
share_all_changes = Tout montrer ({ $count })
share_changes_of = { $kinds } ({ $count })
share_before = Avant : { $words }
share_after = Maintenant : { $words }
share_nothing_there = rien

share_refused = { $count ->
    [one] 1 point est à corriger avant de diffuser.
   *[other] { $count } points sont à corriger avant de diffuser.
}
share_see_errors = Voir ce qui est à corriger
share_reason = Pourquoi, en une ligne
share_reason_help = Par exemple : « Horaires de la mairie, nouvelle carte ». Tous les postes peuvent la lire.
share_role = Votre fonction
share_role_help = Une fonction, pas un nom : « responsable d’accueil ».
share_go = Diffuser…
share_go_detail = Rien ne part encore : l’écran suivant demande de confirmer.
share_confirm = Diffuser la version { $number } à l’équipe ?
share_confirm_changes = { $count ->
    [0] Le kit entier, tel qu’il est sur ce poste.
    [one] 1 changement.
   *[other] { $count } changements.
}
share_confirm_words = { $reason } ({ $role })
share_confirm_folder = Dossier : { $folder }
share_confirm_detail = Les postes la prennent entre deux entretiens. Les versions d’avant restent, on peut y revenir.
share_yes = Diffuser maintenant
share_not_yet = Pas encore

share_done = Version { $number } diffusée ; les postes la prendront au prochain échange.
share_done_again = L’ancienne version est de nouveau en service, sous le numéro { $number }.
share_done_original = Le fichier écrit à la main est gardé tel quel comme version { $number }.
share_done_detail = La version d’avant reste dans le dossier.
share_conflict = Quelqu’un a diffusé la version { $number } au même moment : elle reste en service.
share_conflict_both = La vôtre est gardée à côté, sous le nom { $number }, et votre brouillon est intact.
share_conflict_detail = Regardez ce qu’ils ont changé, réunissez les deux, puis diffusez ; ou revenez-y plus tard.

share_passed = Quelqu’un a diffusé la version { $number } depuis
share_passed_detail = Votre brouillon n’en part pas. Réunissez les deux pour ne rien perdre, puis diffusez. Rien ne presse : il est gardé.
share_together = Réunir les deux
share_theirs = Ce qu’ils ont changé
share_together_title = Réunir votre brouillon et leur version
share_together_none = Vous n’avez pas changé les mêmes choses : tout se réunit sans choix à faire.
share_together_some = { $count ->
    [one] Vous avez changé tous les deux 1 même chose. Choisissez ce qui reste.
   *[other] Vous avez changé tous les deux { $count } mêmes choses. Choisissez ce qui reste.
}
share_ours = Garder le nôtre
share_their = Garder le leur
share_keep_side = { $side } ({ $number })
share_together_yes = Réunir dans mon brouillon
share_together_detail = Rien n’est encore diffusé, et « Annuler » rend votre brouillon.
share_together_label = Réunion avec la version { $number }
share_later = Plus tard

share_version = Version { $number } · { $standing }
share_standing_current = en service
share_standing_past = diffusée avant
share_standing_aside = gardée à côté, jamais en service
share_who = { $date }, { $role }
share_original = Fichier écrit à la main, gardé tel quel.
share_compare = Comparer
share_compare_named = Comparer la version { $which }
share_between = De la version { $before } à la version { $after }
share_same = Les deux versions disent la même chose.
share_restore = Restaurer
share_restore_named = Restaurer la version { $which }
share_restore_title = Revenir à la version { $number }
share_restore_detail = Elle est diffusée de nouveau, sous un nouveau numéro. Rien n’est effacé.
share_restore_reason = Retour à la version { $number }
share_restore_go = Restaurer…
share_restore_confirm = Remettre la version { $number } en service ?
share_troubles = Fichiers laissés de côté

share_give = Donner
share_give_what = Que donnez-vous ?
share_give_kit = Le kit entier
share_give_card = Une carte seule
share_give_table = Indices et niveaux
share_which_card = Quelle carte ?
share_given_kit = Un fichier avec tout votre brouillon, pour un autre site ou une copie.
share_given_card = La carte avec ses indices, ses questions et ses étapes, pour un autre kit.
share_given_table = Un tableau pour le tableur : une ligne par indice, une colonne par carte.
share_give_path = Chemin du fichier à écrire
share_write = Écrire ici
share_write_dialog = Choisir où…
share_written = Fichier écrit : { $path }
share_take = Recevoir
share_take_detail = Un kit, une carte ou un tableau. Ce que ça change est montré avant de le prendre.
share_take_path = Chemin du fichier à lire
share_read = Lire ce fichier
share_read_dialog = Choisir un fichier…
share_taken = Pris dans votre brouillon : { $name }. « Annuler » le retire.
share_taken_label = Fichier reçu : { $name }
share_changed_meanwhile = Votre brouillon a changé entre-temps ; rien n’a été pris. Lisez le fichier de nouveau.
share_brings = Ce qu’apporte { $name }
share_brings_kit = Un kit entier : il prend la place de votre brouillon.
share_brings_card = Une carte, avec ce dont elle a besoin. Le reste de votre brouillon ne change pas.
share_brings_table = Un tableau d’indices et de niveaux.
share_brings_nothing = Rien : votre brouillon dit déjà la même chose.
share_bad_cells = Cases laissées de côté ({ $count })
share_keep = Garder celui du kit
share_both = Garder les deux
share_replace = Remplacer
share_take_in = Prendre dans mon brouillon
share_take_in_detail = Rien n’est diffusé, et « Annuler » le retire.
share_leave = Laisser
