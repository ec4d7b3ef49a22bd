# Levels and cases of the workshop.

niveaux = Niveaux
niveaux_detail = À quelle fréquence on remarque chaque indice, carte par carte.
niveaux_task_detail = À quelle fréquence on remarque un indice, ou on entend une réponse.
niveaux_table = Tableau des niveaux
niveaux_keys = Flèches : se déplacer. Maj + flèches : étendre. 1 à 5, ou J R P F T : donner le niveau. Suppr : effacer. Ctrl C, Ctrl V, Ctrl Z.
niveaux_legend_one = { $digit } { $word }
niveaux_level_very_rare = très rare
niveaux_level_rare = rare
niveaux_level_possible = possible
niveaux_level_frequent = fréquent
niveaux_level_typical = typique
niveaux_cues = Indices
niveaux_answers = Réponses
niveaux_both = Les deux
niveaux_find = Chercher un indice ou une réponse
niveaux_filters = Filtrer et trier
niveaux_family = Famille : { $name }
niveaux_family_all = toutes
niveaux_personas = Cartes : { $count ->
    [0] tous
   *[other] { $count }
}
niveaux_order = Ordre : { $name }
niveaux_order_kit = du kit
niveaux_order_label = alphabétique
niveaux_order_telling = ce qui distingue le plus
niveaux_order_persona = fréquent chez { $name }
niveaux_sort_by = Trier par { $name }
niveaux_all_personas = Toutes les cartes
niveaux_all_families = Toutes les familles
niveaux_unwritten = À remplir seulement
niveaux_none = Rien ne correspond à ces choix.
niveaux_everything = Tout montrer
niveaux_cell = { $persona }, { $about } : { $word }
niveaux_cell_meant = { $persona }, { $about } : { $word }, non écrit
niveaux_selected = { $count } cases choisies
niveaux_cases = { $count ->
    [0] Aucun cas ne change
    [one] 1 cas change
   *[other] { $count } cas changent
}
niveaux_trying = Essai des cas…
niveaux_see_cases = Voir les cas
niveaux_paste = Coller un tableau
niveaux_paste_title = Coller un tableau
niveaux_paste_detail = Copiez-le depuis un tableur : les cartes en première ligne, les indices en première colonne. Rien ne change avant votre accord.
niveaux_paste_field = Le tableau
niveaux_paste_changes = { $count ->
    [0] Ce tableau ne change rien.
    [one] 1 niveau change
   *[other] { $count } niveaux changent
}
niveaux_paste_change = { $persona }, { $about } : { $before } devient { $after }
niveaux_paste_more = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
}
niveaux_paste_bad = { $count ->
    [one] 1 case à corriger
   *[other] { $count } cases à corriger
}
niveaux_paste_cure = Corrigez-les ici ou dans le tableur, ou prenez seulement les bonnes cases.
niveaux_paste_take = Prendre ce tableau
niveaux_paste_take_good = Prendre les bonnes cases
niveaux_paste_no = Ne rien prendre

atelier_task_bench = Essayer nos cas
atelier_task_bench_detail = Des situations connues : ce que le brouillon en dit, avant et après.
essais = Essayer nos cas
essais_state = { $count ->
    [one] 1 cas
   *[other] { $count } cas
}
essais_state_changed = { $count ->
    [one] 1 change
   *[other] { $count } changent
}
essais_state_wrong = { $count ->
    [one] 1 à corriger
   *[other] { $count } à corriger
}
essais_detail = Chaque cas est essayé à chaque changement. Rien ne change en silence.
essais_running = Essai en cours…
essais_all = Tous ({ $count })
essais_changed = Ce qui change ({ $count })
essais_wrong = Pas comme attendu ({ $count })
essais_none_changed = Aucun cas ne change.
essais_none_wrong = Tous les cas donnent ce qu’on attend.
essais_none = Aucun cas. Ajoutez une situation que l’équipe connaît.
essais_add = Ajouter un cas
essais_same = comme attendu
essais_same_wrong = pas comme attendu
essais_to_decide = à accepter ou refuser
essais_accepted = accepté
essais_new = nouveau
essais_before = Avant
essais_after = Maintenant
essais_not_before = Le kit en service ne connaît pas ces indices.
essais_not_after = Ne peut plus être essayé.
essais_accept = Accepter
essais_accept_name = Accepter : { $title }
essais_refuse = Refuser
essais_refuse_name = Refuser : { $title }
essais_why = Ce qui l’a changé
essais_why_name = Ce qui l’a changé : { $title }
essais_levels = Voir ses niveaux
essais_levels_name = Voir ses niveaux : { $title }
essais_cause = Cela vient de : { $label }
essais_cause_none = C’était déjà ainsi à l’ouverture de l’atelier. Voyez ses niveaux.
essais_take_back = Défaire ce changement
essais_take_back_many = Défaire les { $count } derniers changements
essais_take_back_said = { $count ->
    [one] Un changement est venu après : il serait défait aussi. Rétablir le rendrait.
   *[other] { $count } changements sont venus après : ils seraient défaits aussi. Rétablir les rendrait.
}
essais_go = Aller le voir
essais_new_title = Un cas de plus
essais_new_detail = Cliquez ce qu’on remarque. Un second clic dit que ce n’est pas le cas.
essais_channel = Où
essais_nothing = Rien de noté encore.
essais_contradiction = Ces indices se contredisent, ou le brouillon est à corriger.
essais_said = Le brouillon dit : { $words }
essais_questions = Ajouter une réponse
essais_questions_hide = Cacher les questions
essais_answer = { $question } { $answer }
essais_expect = Qu’attendez-vous ?
essais_expect_as_said = Ce que dit le brouillon
essais_expect_nobody = Personne en particulier
essais_title = Titre du cas
essais_add_yes = Ajouter ce cas
essais_add_no = Abandonner ce cas
