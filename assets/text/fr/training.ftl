# Training (« S’entraîner »): what is invented in it, and what is the real kit, is said at all times.

training_mark = Entraînement : tout est inventé, rien n’est conservé
training_mark_home = Entraînement : aucun échange réel, rien n’est conservé
training_mark_cards = Entraînement : le vrai kit, rien sur personne, rien n’est conservé
training_mark_printing = Entraînement : le vrai kit, rien sur personne ; seul votre PDF est conservé
training_header = En-tête de l’entraînement
training_page = Page de l’entraînement
training_leave = Quitter l’entraînement
training_contact_detail = L’entraînement s’ouvre à sa place. L’échange reste tel qu’il est : une touche y ramène.
training_contact_go = Ouvrir l’entraînement

training_home = S’entraîner
training_home_detail = En solo ou à plusieurs, sans personne en face. Rien n’est noté, compté ni envoyé.
training_back = Retour

training_task_simulations = Dans la peau de…
training_task_simulations_detail = Cinq minutes devant une démarche qui résiste, puis la même avec quelqu’un à côté.
training_simulations_count = { $count ->
    [0] Aucune pour ce kit
    [one] 1 mise en situation
   *[other] { $count } mises en situation
}

# Dans la peau de…

training_looking = Lecture des mises en situation…
training_none = Ce kit n’a pas encore de mise en situation.
training_none_detail = Elles s’écrivent dans le dossier « simulations » du kit, un fichier chacune. Le format est décrit avec celui du kit.
training_minutes = { $persona } · 5 minutes

training_coming = Ce qui va se passer
training_coming_you = Votre place
training_coming_meets = Sur le chemin
training_coming_respect = Rien n’est noté, ni réussi ni raté. Vous pouvez laisser tomber ou arrêter à tout moment.
training_coming_respect_persons = Ici, c’est le service qui résiste. Personne n’est imité.
training_begin = Commencer, sans aide
training_skip = Aller droit à la version accompagnée
training_other = Passer, et choisir une autre

training_alone = Sans aide
training_beside = Avec quelqu’un à côté
training_page_of = page { $page } sur { $count }
training_let_go = Je laisse tomber
training_stop = Arrêter
training_invented = service inventé
training_paper = Sous la main
training_before = Avant : { $date }
training_no_pointer = Sur cette page, la souris ne sert pas. Tab passe à l’élément suivant, Entrée appuie.
training_under_construction = Cette page n’est plus disponible. Revenez à la page précédente.
training_numbered = { $words } ({ $number })
training_agent = La personne à côté de vous
training_does = Ce que cela change

training_through = Vous êtes au bout.
training_through_detail = Cela a pris des détours. Beaucoup s’arrêtent avant : ce n’est pas un manque d’effort.
training_gave_up = Vous avez laissé tomber.
training_gave_up_detail = Cela arrive tous les jours, à des personnes qui ont pourtant un droit à faire valoir.
training_skipped = Vous passez la première partie.
training_skipped_detail = Elle reste là si vous changez d’avis.
training_between_detail = Voici la même démarche, avec quelqu’un à côté. Rien d’autre ne change.
training_accompany = Reprendre, avec quelqu’un
training_again = Recommencer

training_debrief = Ce que l’on en garde
training_felt = Qu’avez-vous ressenti ?
training_felt_detail = Pour vous seulement. Vos réponses s’effacent en quittant la page.
training_helped = Ce qui aurait aidé
training_helped_detail = Des étapes du kit, telles que le panneau les propose.
training_phrases = Des phrases qui aident
training_hurts = Des phrases qui ferment la porte
training_because = parce que { $why }
training_choose_other = Choisir une autre mise en situation

training_meets_jargon = des mots d’administration à déchiffrer
training_meets_session = une session qui se ferme à une étape
training_meets_code = un code envoyé dans une boîte que l’on ne peut pas ouvrir
training_meets_file = un formulaire qui refuse la pièce
training_meets_script = une page dans une écriture inventée
training_meets_keyboard = une page mal faite pour le clavier
training_meets_magnified = une page agrandie, vue par un coin
training_meets_small = un écran de téléphone
training_meets_deadline = une date, avec un droit en jeu
training_meets_other = un site qui ne connaît que le titulaire
training_meets_online = une étape en ligne imposée
training_task_printing = Imprimer
training_task_printing_detail = Fiches, repérage rapide, listes et note vierge : les mêmes codes que l’écran, pour le jour où le poste est en panne.
print_not_built = Cette version est construite sans impression. Le reste marche ; demandez la version complète.
