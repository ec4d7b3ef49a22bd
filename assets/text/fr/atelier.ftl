# The kit workshop (« Atelier »): written for who has never seen a file.

atelier_header = Barre de l’atelier
atelier_page = Page de l’atelier
atelier_list = Liste
atelier_sheet = Fiche
atelier_preview = Ce que voit l’agent
atelier_preview_no_step = Aucune étape pour deux minutes : l’agent verra celles des dix minutes.
atelier_opening = Ouverture de l’atelier…
atelier_to_panel = Retour à l’accueil
atelier_to_interview = Retour à l’entretien
atelier_keeping = Brouillon…
atelier_kept = Brouillon gardé
atelier_not_kept = Brouillon non gardé
atelier_nowhere = Gardé jusqu’à la fermeture seulement
atelier_understood = Compris
atelier_undo_this = Annuler
atelier_contact_title = Un échange est en cours
atelier_contact_detail = L’atelier s’ouvre à sa place. L’échange reste tel qu’il est : une touche y ramène.
atelier_contact_go = Ouvrir l’atelier
atelier_contact_stay = Rester avec la personne

atelier_home = Que venez-vous faire ?
atelier_home_same = Le brouillon dit la même chose que le kit des agents. Rien ne change pour eux tant que rien n’est diffusé.
atelier_home_changes = { $count ->
    [one] Votre brouillon a 1 changement. Les agents ne voient rien tant qu’il n’est pas diffusé.
   *[other] Votre brouillon a { $count } changements. Les agents ne voient rien tant qu’il n’est pas diffusé.
}
atelier_task_words = Adapter nos phrases
atelier_task_words_detail = Cartes, étapes et questions : ce que l’agent lit et dit.
atelier_task_addresses = Mettre à jour nos adresses
atelier_task_addresses_detail = Lieux où orienter, démarches, horaires et documents.
atelier_task_create = Créer un persona
atelier_task_create_detail = Un persona est une carte de plus, pour un besoin qu’aucune autre ne décrit.
atelier_task_health = Vérifier le kit
atelier_task_health_detail = Tout ce qui est à corriger ou à relire, avec le remède.
atelier_state_personas = { $profiles } profils, { $situations } situations
atelier_state_changes = { $count ->
    [one] 1 changement
   *[other] { $count } changements
}
atelier_state_unchanged = Sans changement
atelier_findings_none = Rien à corriger ni à relire
atelier_findings_correct = { $count ->
    [one] 1 point à corriger
   *[other] { $count } points à corriger
}
atelier_findings_read = { $count ->
    [one] 1 point à relire
   *[other] { $count } points à relire
}
atelier_findings_info = { $count } pour information
atelier_advanced = Réglages avancés
atelier_advanced_detail = Ce qui fait reconnaître un besoin. À changer à plusieurs, rarement.
atelier_back_home = Accueil de l’atelier
atelier_abandon = Abandonner le brouillon
atelier_abandon_title = Abandonner ce brouillon ?
atelier_abandon_detail = { $count ->
    [one] 1 changement sera défait. Vous pourrez l’annuler tant que la fenêtre reste ouverte.
   *[other] { $count } changements seront défaits. Vous pourrez l’annuler tant que la fenêtre reste ouverte.
}
atelier_abandon_yes = Abandonner
atelier_keep_draft = Garder le brouillon
atelier_abandoned_label = Abandon du brouillon

atelier_room_words = Nos phrases
atelier_room_addresses = Nos adresses
atelier_kind_kit = Fiche du kit
atelier_kind_families = Famille d’indices
atelier_kind_sources = Source
atelier_kind_cues = Indice
atelier_kind_questions = Question
atelier_kind_answers = Réponse
atelier_kind_personas = Carte
atelier_kind_steps = Étape
atelier_kind_places = Lieu
atelier_kind_procedures = Démarche
atelier_kinds_kit = Fiche du kit
atelier_kinds_families = Familles
atelier_kinds_sources = Sources
atelier_kinds_cues = Indices
atelier_kinds_questions = Questions
atelier_kinds_answers = Réponses
atelier_kinds_personas = Cartes
atelier_kinds_steps = Étapes
atelier_kinds_places = Lieux
atelier_kinds_procedures = Démarches
atelier_detail_kit = Titre, version, qui en répond, et les seuils de calcul.
atelier_detail_families = Les groupes d’indices et la lettre qui ouvre chacun.
atelier_detail_sources = Les textes et études cités par les cartes.
atelier_detail_cues = Ce que l’agent peut remarquer ou entendre.
atelier_detail_questions = Les mots se changent ici ; la question à côté, comme à l’écran.
atelier_detail_personas = Tout ce que l’agent lit se change ici, avec l’aperçu à côté.
atelier_detail_steps = Chaque étape a son titre, ses mots à dire et sa phrase de note.
atelier_detail_places = Un lieu, ses horaires et ce qu’il faut apporter.
atelier_detail_procedures = Une démarche, ses documents, et la voie sans internet.
atelier_add_families = Ajouter une famille
atelier_add_sources = Ajouter une source
atelier_add_cues = Ajouter un indice
atelier_add_questions = Ajouter une question
atelier_add_answers = Ajouter une réponse
atelier_add_personas = Créer une carte
atelier_add_steps = Ajouter une étape
atelier_add_places = Ajouter un lieu
atelier_add_procedures = Ajouter une démarche
atelier_named_families = Son titre, par exemple « Gestes numériques »
atelier_named_sources = Ce qu’elle dit, en une phrase
atelier_named_cues = Son étiquette, par exemple « Demande qu’on lise »
atelier_named_questions = La question, comme on la dit
atelier_named_answers = La réponse, comme la personne la dit
atelier_named_steps = Son titre, par exemple « Relire avant de valider »
atelier_named_places = Son nom, par exemple « France services du centre »
atelier_named_procedures = Son titre, par exemple « Refaire une carte grise »
atelier_none_steps = Aucune étape pour l’instant.
atelier_none_questions = Aucune question pour l’instant.
atelier_none_personas = Aucune carte pour l’instant.
atelier_none_places = Aucun lieu pour l’instant. Le premier que vous ajoutez sera proposé à « Orienter ».
atelier_none_procedures = Aucune démarche pour l’instant.
atelier_none_families = Aucune famille pour l’instant.
atelier_none_sources = Aucune source pour l’instant.
atelier_none_cues = Aucun indice pour l’instant.
atelier_count_families = { $count ->
    [one] 1 famille
   *[other] { $count } familles
}
atelier_count_sources = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
atelier_count_cues = { $count ->
    [one] 1 indice
   *[other] { $count } indices
}
atelier_count_questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
atelier_count_personas = { $count ->
    [one] 1 carte
   *[other] { $count } cartes
}
atelier_count_steps = { $count ->
    [one] 1 étape
   *[other] { $count } étapes
}
atelier_count_places = { $count ->
    [0] Aucun lieu
    [one] 1 lieu
   *[other] { $count } lieux
}
atelier_count_procedures = { $count ->
    [one] 1 démarche
   *[other] { $count } démarches
}
atelier_profiles = Profils
atelier_situations = Situations
atelier_profile = Profil
atelier_situation = Situation
atelier_filter = Chercher dans la liste
atelier_filter_empty = Rien de ce nom.
atelier_mark_correct = à corriger
atelier_mark_read = à relire
atelier_choose = Choisissez dans la liste

atelier_id = Identifiant : { $id }
atelier_duplicate = Dupliquer
atelier_rename = Changer l’identifiant
atelier_rename_title = Nouvel identifiant
atelier_rename_detail = Minuscules, chiffres et tirets. Tout ce qui le cite suit.
atelier_rename_yes = Changer
atelier_delete = Supprimer
atelier_delete_title = { $label } : supprimer ?
atelier_delete_alone = Rien d’autre n’en dépend.
atelier_delete_hanging = Voici ce qui change avec. Vous pourrez tout annuler.
atelier_delete_prevented = Ce n’est pas possible tel quel : voici ce qui l’empêche.
atelier_delete_yes = Supprimer
atelier_delete_no = Ne rien supprimer
atelier_hanging = { $count ->
    [one] 1 endroit en dépend
   *[other] { $count } endroits en dépendent
}
atelier_add_yes = Ajouter
atelier_add_no = Renoncer
atelier_show = Voir : { $title }
atelier_hide = Refermer : { $title }
atelier_group_say = À dire, à éviter
atelier_group_person = La personne
atelier_group_help = Comment aider
atelier_group_neighbours = Cartes voisines
atelier_group_more = Plus de champs
atelier_group_note = Dans la note
atelier_group_when = Quand la proposer
atelier_group_go = Y aller
atelier_group_there = Sur place
atelier_group_do = Faire la démarche
atelier_group_care = Attention
atelier_group_where = Où il se remarque
atelier_group_levels = Ce que veut dire chaque niveau
atelier_group_engine = Réglages du calcul
atelier_line = { $label } { $number }
atelier_up = Monter : { $name }
atelier_down = Descendre : { $name }
atelier_take_out = Retirer : { $name }
atelier_open = Ouvrir la fiche : { $title }
atelier_because = Pourquoi (quelques mots)
atelier_ask_yourself = La question qui les distingue
atelier_add_sentence = Ajouter une phrase
atelier_add_line = Ajouter une ligne
atelier_pick_steps = Ajouter une étape
atelier_pick_cues = Ajouter un indice
atelier_pick_personas = Ajouter une carte
atelier_pick_sources = Ajouter une source
atelier_more_choices = { $count ->
    [one] Et 1 autre : tapez quelques lettres.
   *[other] Et { $count } autres : tapez quelques lettres.
}
atelier_no_number = Écrivez un nombre, par exemple 0,5.
atelier_less = moins
atelier_more = plus
atelier_yes = Oui
atelier_no = Non
atelier_deck_short = Sur le premier écran
atelier_deck_full = Dans sa famille seulement
atelier_role_inform = Renseigne
atelier_role_offer = Propose un droit
atelier_today = Aujourd’hui
atelier_date_form = Année, mois, jour : 2026-11-24
atelier_axis_aptitude = à l’aise avec les outils
atelier_axis_confidence = confiance
atelier_axis_administrative = à l’aise avec l’administratif
atelier_axis_appetite = envie de faire en ligne
atelier_sign_target = Cible
atelier_sign_net = Filet
atelier_sign_phone = Téléphone
atelier_sign_stairs = Escalier
atelier_sign_bowl = Coupe
atelier_sign_envelope = Enveloppe
atelier_sign_relay = Relais
atelier_sign_wave = Onde
atelier_sign_passage = Passage
atelier_sign_hourglass = Sablier
atelier_help_essence = Une phrase que la personne pourrait dire, que l’on peut lire à voix haute.
atelier_help_say = Vingt mots au plus : une phrase se dit d’un souffle.
atelier_help_avoid = Ce qui blesse ou bloque, et pourquoi.
atelier_help_share = Sur cent contacts, combien relèvent de cette carte.
atelier_help_contact = Un guichet, un téléphone, une adresse de site ; jamais le nom d’une personne.
atelier_help_note = Ce qui s’écrit dans la note quand l’étape est faite.
atelier_help_short = Trente-quatre signes au plus : c’est l’étiquette à cocher.

atelier_finding = { $label } · { $message }
atelier_label_correct = À corriger
atelier_label_read = À relire
atelier_label_info = Pour information
atelier_in_french = Ces phrases sont en français.
atelier_health_sound = Tout va bien : rien à corriger, rien à relire.
atelier_health_good = Rien n’empêche de diffuser. Ces points méritent une relecture.
atelier_health_bad = Ces points sont à corriger avant de diffuser. Chaque ligne mène à son champ.
atelier_to_correct = À corriger ({ $count })
atelier_to_read = À relire ({ $count })
atelier_to_know = Pour information ({ $count })

atelier_create_step = Écran { $number } sur { $last }
atelier_back_step = Écran d’avant
atelier_need = Que remarque-t-on chez ces personnes ?
atelier_need_detail = Cochez ce que l’on remarque presque à chaque fois. Nous verrons d’abord si une carte existe déjà.
atelier_need_start = Cochez au moins trois indices que l’on remarque souvent chez ces personnes.
atelier_ticked = { $count } cochés, { $most } au plus
atelier_complete = Compléter « { $title } »
atelier_complete_say = Ajouter une phrase
atelier_complete_step = Ajouter une étape
atelier_complete_place = Ajouter une adresse
atelier_new_need = C’est un nouveau besoin
atelier_naming = Comment l’appeler ?
atelier_naming_detail = Un nom qui se lit à voix haute devant la personne, et une phrase qu’elle pourrait dire.
atelier_name_help = Un objet ou un geste, jamais un trait de la personne : « Filet de sécurité », « Pas à pas ».
atelier_essence_help = Par exemple : « Je sais faire, mais je veux être sûr de ne rien perdre. »
atelier_go_on = Continuer
atelier_near = En quoi est-il différent ?
atelier_near_detail = La nouvelle carte part de la plus proche ; vous dites ce qui change.
atelier_like = Comme
atelier_except = Sauf
atelier_except_detail = Cochez ce que l’on ne remarque jamais chez ces personnes.
atelier_keep_texts = Partir de ses phrases, à adapter
atelier_create_now = Créer la carte
atelier_create_what = La carte s’ouvre ensuite, avec trois situations d’essai. Rien n’est diffusé.
atelier_apart_well = On les distingue bien
atelier_apart_barely = On les confond parfois
atelier_apart_not = On ne les distingue pas
atelier_apart_combines = Elle s’ajoute aux autres
atelier_advice = Conseil
atelier_step_by_step = Continuer pas à pas
atelier_words = Que lui dire ?
atelier_words_detail = Une phrase pour commencer, et ce qui la bloquerait. Le reste s’écrit ensuite sur la carte.
atelier_words_say = Une phrase à dire
atelier_words_avoid = Une chose à éviter
atelier_doing = Que faire ensemble ?
atelier_doing_detail = Les étapes de la carte la plus proche, pour dix minutes. Laissez celles qui aident.
atelier_doing_none = La carte la plus proche n’a pas d’étape ; vous en ajouterez sur la carte.
atelier_tests = L’outil la reconnaît-il ?
atelier_tests_detail = Trois situations essayées à l’instant. Gardées, elles seront essayées à chaque changement du kit.
atelier_tests_none = Pas assez d’indices pour une situation d’essai.
atelier_test_passes = Reconnue
atelier_test_fails = Pas encore reconnue
atelier_test_keep = Garder l’essai { $number }
atelier_case_title = { $name }, essai { $number }
atelier_new_step = Nouvelle étape
atelier_no_near = Il faut une carte de départ ; rien n’a changé.
atelier_no_near_cure = Choisissez la carte la plus proche.

atelier_message_abandoned = Brouillon abandonné : il dit de nouveau ce que dit le kit des agents.
atelier_message_deleted = Supprimé : { $label }
atelier_message_not_kept = Le brouillon n’a pas pu être gardé. { $reason }
atelier_message_redone = Rétabli : { $label }
atelier_message_undone = Annulé : { $label }
atelier_message_resumed = Votre brouillon est là, comme vous l’aviez laissé.
atelier_message_resumed_on_other = Votre brouillon est là. Le kit des agents a changé depuis : relisez avant de diffuser.
