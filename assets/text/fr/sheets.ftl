# Layers above the panel.

copy_and_end = Copier et terminer
end_without_note = Terminer sans note
end = Terminer
copy = Copier
save = Enregistrer
note_format = Fichier enregistré
format_md = Markdown
format_txt = Texte
format_csv = Tableau (CSV)
format_json = JSON
format_ron = RON
save_as = Enregistrer sous…
back = Revenir
confirm_title = La note n’est pas encore partie
confirm_detail = Terminer efface tout ce qui concerne cet échange. Copiez la note pour la garder, ou terminez sans elle.
review_title = Relire la note
outcome = Suite
equipment = Matériel
autonomy = Autonomie
autonomy_not_said = Autonomie (non précisé)
orientation = Orientation
free_text = Complément, si besoin
free_text_hint = Ni nom, ni numéro, ni santé. La personne peut lire cette note.
note_language = La note est écrite en français, langue de l’application métier.
name_persona = Nommer la piste dans le fichier
leads_title = Suivre une autre piste
questions_title = Poser une autre question
themes_title = Thème de la démarche
orientation_title = Orienter vers
search_title = Chercher
search_field = Chercher un indice, une étape, une question, une commande
search_empty = Rien ne correspond. Essayez un autre mot.
search_hint = Tapez un mot : indice, étape, phrase, question, démarche, piste. « > » donne les commandes.
search_count = { $count ->
    [0] Aucun résultat
    [one] 1 résultat
   *[other] { $count } résultats
  }
hit_cue = noter l’indice
hit_step = ajouter l’étape
hit_question = poser la question
hit_persona = ouvrir la fiche
hit_command = exécuter
commands_title = Toutes les commandes
help_title = Le clavier
help_families_does = ouvrir une famille ; un chiffre note l’indice, deux fois : « ce n’est pas le cas »
help_digits_does = répondre à la question en vue ; dans une liste ouverte, choisir la ligne
help_zero_does = sans réponse ; dans une liste ouverte, la dixième ligne
help_arrows_does = changer d’étape et de phrase
help_training = { $key } : s’entraîner au calme. En vingt minutes, seul : une mise en situation « Dans la peau de… », deux échanges pour s’entraîner, une fiche à lire. Rien n’est noté, compté ni envoyé.
help_layouts = Les chiffres sont pris à leur place, avec ou sans Maj, sur AZERTY, BÉPO et QWERTY, et sur le pavé numérique.
danger_title = Quelqu’un est en danger
danger_first = Restez avec la personne. Prévenez un collègue. Laissez le reste.
danger_local = Suivez la procédure de votre structure. Rien de ceci n’entre dans la note.
danger_phone = Au téléphone : gardez la ligne, demandez où est la personne, faites prévenir les secours par un collègue.
danger_15 = Samu, urgence médicale
danger_17 = Police ou gendarmerie
danger_18 = Pompiers
danger_112 = Numéro d’urgence européen
danger_114 = Urgence par SMS, pour qui n’entend pas ou ne peut pas parler
danger_3114 = Prévention du suicide, jour et nuit
danger_3919 = Violences faites aux femmes
danger_119 = Enfance en danger
danger_115 = Sans abri ce soir
shared_title = Ce que nous faisons ensemble
shared_promise = Cet aide-mémoire m’aide à bien vous expliquer. Il ne garde rien sur vous, sauf la note que je peux vous relire. Il ne change rien à vos droits.
shared_empty = Nous n’avons pas encore choisi d’étape.
shared_done = { $step } · fait
shared_next = La suite : { $place }
shared_documents = À apporter
curtain = Échange en pause
curtain_detail = { $key } pour reprendre. Rien n’est perdu.
card_say = À dire
card_confused = Ne pas confondre
guard_red = Bloquant
guard_orange = À masquer ou à justifier
guard_info = Pour information
guard_found = { $gravity } : « { $found } », { $why }.
guard_replace_by = Écrire « { $proposal } »
guard_more = { $count ->
    [one] Et une autre remarque.
   *[other] Et { $count } autres remarques.
  }
procedures_title = Démarches
procedures_empty = Aucune démarche dans ce thème. Votre encadrement peut en ajouter au kit.
procedures_hit = ouvrir la démarche
procedures_documents = À réunir
procedures_online = En ligne (adresse à taper, jamais ouverte d’ici)
procedures_other_way = Autrement qu’en ligne
procedures_traps = Pièges connus
procedures_varies = Cela peut changer
procedures_steps = Ajouter à l’aide
procedures_seen = D’après des pages officielles lues le { $date }. À revérifier avant d’affirmer.
learning_title = Décompte local
learning_what = Quand une piste suivie va jusqu’au bout de l’échange, elle compte pour confirmée. Le décompte dit combien de fois chaque indice est venu avec chaque profil, pour recaler le kit sur votre accueil.
learning_limits = Des nombres seulement : ni échange, ni heure, ni personne, ni agent. Rien ne sort de ce poste. Éteint tant que l’encadrement ne l’allume pas.
learning_start = Commencer à compter
learning_erase = Effacer et arrêter
learning_recalibrate = Recalibrer
learning_save = Enregistrer le kit recalé…
learning_no_change = Aucun cas du banc d’essai ne change.
learning_passes = conforme.
learning_counted = { $count ->
    [0] Aucun échange confirmé depuis le { $since }
    [one] { $count } échange confirmé depuis le { $since }
   *[other] { $count } échanges confirmés depuis le { $since }
  }
learning_of_channel = { $channel } : { $list }
learning_few = moins de { $count }
learning_file = Fichier, lisible par un éditeur de texte : { $path }
learning_drift = Les échanges confirmés ne ressemblent plus au kit (écart de { $z } fois l’erreur attendue). Recalibrez, ou relisez les niveaux en équipe.
learning_not_enough = { $missing ->
    [one] Encore { $missing } échange confirmé avant de pouvoir recalibrer.
   *[other] Encore { $missing } échanges confirmés avant de pouvoir recalibrer.
  }
learning_bench = Banc d’essai : { $before } cas conformes sur { $cases } avec le kit actuel, { $after } avec le kit recalé.
learning_before_after = Avant : { $before } Après : { $after }
save_and_close = Enregistrer et fermer
confirm_quit_detail = Fermer efface tout ce qui concerne cet échange. Enregistrez la note dans son dossier pour la garder, ou terminez sans elle.
blanks = À remplir pour l’application métier
missing_outcome = Choisissez la suite du contact.
missing_unfilled = Remplissez « { $name } ».
missing_number = « { $name } » attend un nombre, en chiffres : 3 ou 2,5.
missing_day = « { $name } » attend une date : 25/11/2026.
blank_number = { $name } (un nombre)
blank_day = { $name } (une date)
copied_for_business = Ce qui sera copié
paper_of_file = La note entière, pour le fichier
