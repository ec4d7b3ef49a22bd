# What is the structure's own over the kit of everyone: written for who has never seen a file.

atelier_task_ours = Propre à notre structure
atelier_task_ours_detail = Tout ce que vous dites, ajoutez ou cachez, à côté de ce que dit le kit.

ours_which = Que voulez-vous changer ?
ours_everyone = Le kit de tous
ours_ours = Chez nous
ours_everyone_detail = Ce que vous changez ici est pour toutes les structures qui reçoivent ce kit, une fois diffusé.
ours_ours_detail = Ce que vous changez ici ne vaut que pour votre structure, et reste quand le kit de tous change.

ours_home_same = Rien n’attend : vos agents ont déjà ce qui est écrit ici.
ours_home_changes = { $count ->
    [one] 1 changement attend. Il sert quand vous le dites, sur la page « Propre à notre structure ».
   *[other] { $count } changements attendent. Ils servent quand vous le dites, sur la page « Propre à notre structure ».
}
ours_tests_detail = Des situations où elle devrait sortir. Chez nous elles servent à vérifier maintenant ; elles ne sont pas gardées.

ours_state = { $count ->
    [0] Tout est comme dans le kit
    [one] 1 élément propre à chez nous
   *[other] { $count } éléments propres à chez nous
}
ours_state_looks = { $count ->
    [one] 1 à relire
   *[other] { $count } à relire
}

ours_none = Chez vous, tout est comme dans le kit de tous. Ouvrez une fiche par l’accueil de l’atelier et changez ce qui est différent chez vous : une adresse, un horaire, une phrase, une étape en plus ou en moins.
ours_looks = À relire : le kit de tous a changé
ours_looks_detail = Pour chacun, gardez le vôtre ou prenez celui du kit. Tant que rien n’est choisi, vos agents voient le vôtre.
ours_was = Le kit disait : { $words }
ours_now = Le kit dit maintenant : { $words }
ours_here = Chez nous : { $words }
ours_base = Le kit dit : { $words }
ours_fields = Dit autrement chez nous
ours_hidden = Étapes pas montrées chez nous
ours_own = Ajouté chez nous
ours_keep = Garder le nôtre
ours_kept = Le vôtre est gardé, et c’est écrit. Tant que rien d’autre n’est utilisé, on peut y revenir.
ours_keep_back = Revenir sur ce choix
ours_take = Prendre celui du kit
ours_forget = L’oublier
ours_see = Voir le champ
ours_back = Revenir au texte du kit
ours_show_again = Montrer de nouveau
ours_remove = Retirer
ours_named = { $action } : { $label }
ours_mark = Propre à chez nous
ours_mark_own = Ajouté chez nous : le kit de tous ne l’a pas.
ours_rest = Le reste de cette fiche vient du kit : il se change dans « Le kit de tous ».
ours_hide = Ne pas montrer chez nous
ours_hide_title = { $label } : ne pas montrer chez vous ?
ours_reset_label = Retour au texte du kit

ours_place = Où c’est gardé
ours_place_here = Sur ce poste seulement. Pour tous les postes de votre structure, écrivez ici le chemin entier d’un dossier partagé.
ours_place_shared = Dans ce dossier. Les postes qui ont le même réglage le prennent entre deux échanges.
ours_folder = Dossier de votre structure
ours_locked = Ce dossier est fixé par l’administration.
ours_use = Utiliser chez nous…
ours_use_detail = Rien ne change encore pour vos agents : l’écran suivant demande de confirmer.
ours_use_none = Rien de nouveau : vos agents ont déjà ce qui est écrit ici.
ours_use_errors = Corrigez d’abord ce qui est à corriger : voyez « Vérifier le kit » à l’accueil de l’atelier.
ours_confirm = Utiliser chez nous ce qui est écrit ici ?
ours_confirm_detail = { $count ->
    [one] 1 changement, pour votre structure seulement. Les postes le prennent au prochain échange ; le kit de tous ne change pas.
   *[other] { $count } changements, pour votre structure seulement. Les postes les prennent au prochain échange ; le kit de tous ne change pas.
}
ours_confirm_yes = Oui, utiliser
ours_confirm_no = Pas maintenant
ours_saving = Écriture en cours…
ours_used = C’est écrit. Vos agents l’auront au prochain échange.
ours_kept_out = Cela ne peut pas être propre à votre structure, et rien n’a changé. Chez vous, on change des textes, des adresses, des listes d’étapes, on cache une étape, on ajoute une étape, un lieu ou une carte. Le reste se change dans « Le kit de tous ».
ours_unsound = Ce qui est propre à votre structure ne va plus avec ce kit : il n’est pas utilisé, et rien n’est effacé. Ouvrez l’atelier, « Chez nous », pour le relire.
toast_ours = Ce qui est propre à votre structure a été mis à jour
kept_kind_ours = Propre à la structure
