# Solo practice (« Un échange pour s’entraîner »): the app plays the person, and never gives a mark.

practice_task = Un échange pour s’entraîner
practice_task_detail = L’application joue la personne. Vous observez, vous demandez, vous choisissez ; puis vous lisez le raisonnement du moteur à côté du vôtre.
practice_tile = L’application joue la personne : vous observez, vous demandez, vous choisissez.
practice_standing = Seul, une dizaine de minutes, sans note
practice_how = Comment cela se passe
practice_how_meet = La personne parle et agit, phrase après phrase. Vous la laissez poursuivre, ou vous posez une question.
practice_how_choose = Vous notez ce que vous croyez voir, vous dites votre piste, vous choisissez vos étapes.
practice_how_debrief = Le moteur montre alors son raisonnement à côté du vôtre. Ni note, ni score, ni classement.
practice_begin = Commencer un échange
practice_replay = Reprendre un numéro
practice_replay_detail = Le même numéro redonne le même échange : pour le rejouer, ou en parler à plusieurs.
practice_replay_field = Numéro de l’échange
practice_replay_go = Jouer ce numéro
practice_nothing = Ce kit n’a aucun cas écrit qui puisse se jouer. Ajoutez-en un dans l’atelier du kit, page « Essayer ».

practice_kept_kind = Retour d’entraînement
practice_file_mark = Entraînement : tout est inventé
practice_number = Échange n° { $number }
practice_procedure = Démarche : { $title }
practice_no_procedure = Démarche : pas encore dite
practice_thread = L’échange
practice_you = Vous
practice_person = La personne
practice_unsure = « Je ne sais pas. »
practice_listen = Laisser poursuivre
practice_heard_all = La personne a dit ce qu’elle avait à dire. Vous pouvez encore poser une question.
practice_ask = Poser une question
practice_ask_close = Refermer les questions
practice_asked_all = Toutes les questions ont été posées.
practice_notes = Ce que je note
practice_notes_detail = Notez un indice quand vous croyez le voir ou l’entendre.
practice_notes_none = Rien de noté pour l’instant.
practice_take_back = { $name }, retirer
practice_family = { $title }, { $count ->
    [0] rien de noté
    [one] 1 indice noté
   *[other] { $count } indices notés
}
practice_choose = J’ai ma lecture

practice_reading = Ma lecture
practice_lead = À qui ai-je affaire ?
practice_lead_not_yet = Pas encore de piste
practice_situations = Une situation s’y ajoute ?
practice_situations_detail = Facultatif.
practice_steps = Ce que je ferais, en dix minutes
practice_steps_detail = Prenez ce qui aide cette personne, laissez le reste.
practice_back_to_it = Revenir à l’échange
practice_reason = Voir le raisonnement
practice_reason_first = Dites d’abord votre piste, même « pas encore ».

practice_debrief = Deux lectures côte à côte
practice_yours = Vous
practice_engine = Le moteur
practice_engine_lead = { $label } : { $name }
practice_engine_next = Ensuite : { $name }
practice_your_nothing = Rien de noté
practice_your_notes = Avec vos notes, il dirait : { $label }, { $name }
practice_your_notes_none = Avec vos notes, il dirait : { $label }
practice_same_lead = La même piste des deux côtés.
practice_other_lead_notes = Deux pistes différentes, et pourtant vos notes mènent à celle du moteur.
practice_noted = Noté
practice_other_lead = Deux pistes différentes : les indices ci-dessous disent pourquoi.
practice_not_yet_fine = Attendre était juste : rien ne se dégageait encore.
practice_with = Avec : { $names }
practice_weighs = Ce qui a pesé
practice_nothing_weighs = Aucun indice ne départage les deux premières pistes.

practice_questions = Les questions
practice_question_most = C’était celle qui disait le plus à ce moment-là.
practice_question_most_between = C’était celle qui disait le plus : elle départageait { $one } et { $other }.
practice_question_nearly = Elle disait presque autant que la meilleure : { $best }
practice_question_less = Elle disait moins que celle-ci : { $best }
practice_question_much_less = Elle disait bien moins que celle-ci : { $best }
practice_question_offer = Elle propose, elle ne renseigne pas : bonne à poser pour la personne.
practice_question_held = À garder pour plus tard : ce n’était pas le moment.
practice_question_none = Vous n’avez posé aucune question
practice_question_none_best = Celle-ci aurait dit le plus : { $best }
practice_question_none_needed = Aucune ne manquait : ce qui se voyait suffisait.
practice_question_would = La personne aurait répondu : { $reply }
practice_question_between = Elle départageait { $one } et { $other }.

practice_cues = Les indices
practice_cue_seen = Vu
practice_cue_missed = Passé
practice_cue_not_yet = Pas encore venu
practice_cue_answered = Dit par la réponse
practice_cue_over = Lu en trop
practice_cue_over_detail = Rien ne le montrait.
practice_cue_over_lead = Rien ne le montrait. Sans lui, vos notes mènent à { $name }.
practice_cue_neutral = Ne voulait rien dire : { $text }
practice_weight_slight = Pèse peu
practice_weight_moderate = Compte
practice_weight_strong = Pèse lourd
practice_weight_very_strong = Pèse très lourd
practice_weight_for = { $strength } pour { $name }
practice_weight_none = Ne pèse pas : il sert aux règles

practice_steps_read = Les étapes
practice_steps_none = Aucune étape choisie ni manquante.
practice_step_right = Juste
practice_step_missing = Manquait
practice_step_sound = Sans dommage
practice_step_hurts = À éviter
practice_step_heavy = Trop
practice_step_light = Trop peu
practice_step_sound_detail = D’autres passaient avant.
practice_step_against = Sur la carte { $name }, à éviter : { $what }. Pourquoi : { $because }.
practice_step_hidden = Ce n’est pas le moment. { $why }
practice_step_heavy_detail = C’est faire plus que ce dont { $name } a besoin : la carte dit « { $mode } ».
practice_step_light_detail = C’est laisser { $name } trop seul : la carte dit « { $mode } ».
practice_step_because = Parce que : { $why }
practice_step_for = Pour { $names }
practice_step_everyone = Bon pour tout le monde

practice_origin = D’où vient cet échange
practice_origin_case = Cas du kit : { $title }
practice_origin_left_out = Un indice en moins : { $cue }
practice_origin_added = Un indice en plus : { $cue }
practice_origin_channel = L’autre canal : { $channel }
practice_origin_same = Joué comme il est écrit.

practice_another = Un autre échange
practice_again = Rejouer celui-ci
practice_keep = Garder ce retour
practice_keep_detail = Rien n’est gardé sans vous. Ce bouton écrit un fichier texte dans votre dossier « Entraînement », jamais avec les notes.
practice_keeping = Écriture en cours…
practice_kept = Gardé ici : { $path }
practice_keep_again = Réessayer
