# « Préparer un atelier », and what is printed for it.

atelier_task_prepare = Préparer un atelier
atelier_task_prepare_detail = Des jeux de rôle pour l’équipe : choisir, dérouler, imprimer.
seance_standing = En 15, 45 ou 90 minutes
seance_detail = Trois rôles, des cartes écrites, le droit à la pause. Tout est inventé, personne n’est noté ni classé.
seance_length = Durée
seance_minutes = { $count } min
seance_people = Participants
seance_people_count = { $count } personnes, sans compter qui anime
seance_people_more = Une personne de plus
seance_people_less = Une personne de moins
seance_groups = { $count ->
    [one] 1 groupe
   *[other] { $count } groupes
}
seance_wish = Ce que vous voulez travailler
seance_wish_detail = Sans rien cocher, la proposition fait rencontrer le plus de situations.
seance_personas = Cartes
seance_channel = Canal
seance_theme = Thème
seance_any = Tous
seance_propose = Proposer d’autres scénarios
seance_picked = Scénarios retenus
seance_by_hand = Votre choix, dans l’ordre du jeu.
seance_back_to_proposal = Revenir à la proposition
seance_keep = Ajouter
seance_drop = Retirer
seance_all = { $count ->
    [one] Voir 1 scénario
   *[other] Voir les { $count } scénarios
}
seance_all_hide = Ne montrer que les scénarios retenus
seance_play = { $count } min de jeu
seance_none = Aucun scénario ne va avec ce choix. Retirez un filtre, ou choisissez à la main.
seance_reading = Lecture des scénarios…
seance_empty = Ce kit n’a pas encore de scénarios. Posez un dossier « scenarios » à côté du kit, ou ouvrez le kit livré.
seance_unread = { $count ->
    [one] Un fichier de scénario n’a pas pu être lu. La commande « reflexe check » dit lequel, et pourquoi.
   *[other] { $count } fichiers de scénarios n’ont pas pu être lus. La commande « reflexe check » dit lesquels, et pourquoi.
}
seance_left_out = { $count ->
    [one] Un scénario parle de ce que ce kit n’a plus : il n’est pas proposé.
   *[other] { $count } scénarios parlent de ce que ce kit n’a plus : ils ne sont pas proposés.
}
seance_game = Lecture { $reading } min · jeu { $play } min · débrief { $debrief } min
seance_over = Cela dépasse de { $count } min. Retirez un scénario, ou choisissez plus long.
seance_order = Déroulé
seance_debrief_show = Lire le débrief
seance_debrief_hide = Fermer le débrief
seance_print = À imprimer
seance_sheets_large = { $count ->
    [0] aucune page A4
    [one] 1 page A4
   *[other] { $count } pages A4
}
seance_sheets_small = { $count ->
    [0] aucune carte A6
    [one] 1 carte A6
   *[other] { $count } cartes A6
}
seance_copies = { $count ->
    [one] { $title }, 1 exemplaire
   *[other] { $title }, { $count } exemplaires
}
seance_save_path = Fichier du dossier
seance_save = Enregistrer là
seance_print_all = Tout imprimer…
seance_save_dialog = Enregistrer en texte…
seance_saved = Dossier enregistré : { $path }
seance_printed = PDF enregistré : { $path }. Ouvrez-le pour l’imprimer.
seance_save_detail = « Tout imprimer » fait un PDF de tout le dossier, chaque feuille autant de fois qu’il en faut : ouvrez-le pour l’imprimer. « Enregistrer en texte » fait un fichier à retoucher dans un traitement de texte. Un chemin écrit à la main finit par .pdf ou par .md. Les deux ne contiennent que des cartes inventées.
seance_save_detail_text = Un fichier de texte, lisible partout, à imprimer depuis un traitement de texte. Il ne contient que des cartes inventées. Cette version est construite sans impression : elle ne fait pas de PDF.
seance_file = atelier-{ $minutes }-min-{ $day }

pack_title = Atelier d’équipe, { $minutes } min
pack_origin = { $kit }, version { $version } · préparé le { $day }
pack_foot = Tout est inventé. Chacun peut dire « pause » ou « on rembobine », sans se justifier.
pack_foot_grid = Sans note ni total. Cette grille revient à qui jouait l’agent.
pack_foot_leader = On parle de ce qui a été dit et fait, jamais de qui l’a fait. Rien n’est conservé.
pack_order = Déroulé
pack_order_before = Avant de commencer
pack_order_people = { $people } participants, sans compter qui anime
pack_order_groups = Groupes : { $sizes }
pack_rules = Les règles, à dire à voix haute
pack_rule_pause = « Pause » : tout le monde s’arrête, on souffle. Personne ne demande pourquoi.
pack_rule_rewind = « On rembobine » : on reprend dix secondes plus tôt et l’on essaie autrement.
pack_rule_pass = Chacun peut passer son tour, ou seulement observer.
pack_rule_invented = On joue la carte, rien de plus. Aucun échange réel, aucun nom, aucune imitation.
pack_rule_observe = Observer, c’est noter ce que l’on voit et entend, pas ce que l’on en pense.
pack_rule_nothing = Rien n’est noté sur personne. Les grilles sont rendues, puis jetées.
pack_time = Minute par minute
pack_from_to = { $from } – { $to } min
pack_welcome = Accueil et règles du jeu
pack_read = Jeu { $round } : chacun lit sa carte
pack_play = Jeu { $round } : « { $title } »
pack_debrief = Débrief du jeu { $round } : usager, puis agent, puis observateur
pack_pause = Pause
pack_close = Clôture : une chose que l’équipe garde
pack_seats = Qui joue quoi
pack_seats_detail = Chacun prend une lettre dans son groupe et la garde. Les rôles tournent d’eux-mêmes.
pack_group_of = Groupe de { $size }, jeu { $round }
pack_seats_trio = { $agent } : agent · { $usager } : usager · { $observers } : observe
pack_seats_pair = { $agent } : agent · { $usager } : usager · qui anime observe
pack_to_prepare = À préparer
pack_team_keeps = Ce que l’équipe garde
pack_strap_agent = Carte agent · Jeu { $round } · { $channel }
pack_strap_usager = Carte usager · Jeu { $round } · { $channel }
pack_strap_grid = Grille d’observation · Jeu { $round } · { $channel }
pack_strap_debrief = Débrief · Jeu { $round } · { $channel }
pack_knows = Vous savez
pack_agent_part = Votre rôle
pack_agent_do = Accueillez, aidez, concluez. Vous ne savez rien d’autre de la personne.
pack_agent_time = { $minutes } min de jeu. Demander une pause n’est pas échouer.
pack_wants = Vous voulez
pack_first = Vous dites d’abord
pack_plays = Au fil du jeu
pack_replies = Si l’on vous demande
pack_unsaid = En confiance seulement
pack_eases = Ce qui vous aide
pack_eases_do = Alors dites-en plus, et laissez-vous aider.
pack_closes = Ce qui vous ferme
pack_closes_do = Alors répondez plus court, sans bloquer le jeu.
pack_usager_part = Jouez ce qui est dit et fait. N’imitez personne, n’ajoutez rien sur qui vous seriez.
pack_grid_do = Cochez ce que vous voyez ou entendez chez l’agent. Une case vide n’est pas une faute.
pack_grid_heard = Une phrase qui a aidé
pack_grid_again = Un moment à rejouer
pack_objective = Ce que l’on travaille
pack_undoes = L’idée que ce jeu défait
pack_turn = L’ordre de parole
pack_turn_do = L’usager parle d’abord, puis l’agent, puis l’observateur. Qui anime parle en dernier.
pack_questions = Les questions
pack_traps = Où l’on glisse
pack_again = À rejouer
pack_tool = Ce que l’outil aurait montré
pack_tool_lead = Piste : { $names }
pack_tool_situation = Situation : { $names }
pack_tool_cues = Indices joués : { $cues }
pack_steps = Des étapes qui aident
pack_we_keep = Une phrase ou un geste que nous gardons
pack_note = Note d’entraînement
pack_note_strap = Note vierge
pack_note_do = Comme à l’écran : ce qui a été fait, sans nom, sans numéro, sans jugement.
pack_note_theme = Thème
pack_note_steps = Étapes faites
pack_note_outcome = Suite
pack_note_orientation = Orientation
pack_note_more = Complément, en quelques mots
pack_kind_order = Déroulé
pack_kind_agent = Cartes agent
pack_kind_usager = Cartes usager
pack_kind_grid = Grilles d’observation
pack_kind_debrief = Guides de débrief
pack_kind_note = Notes vierges
