# « Essayer » and « Ce qui distingue nos cartes ».

atelier_task_try = Essayer
atelier_task_try_detail = L’entretien comme l’agent le verra, sur votre brouillon. Rien n’est conservé.
atelier_try_standing = { $count ->
    [0] Aucun cas enregistré
    [one] 1 cas enregistré
   *[other] { $count } cas enregistrés
}
atelier_try_mark = Essai
atelier_try_nothing = rien n’est conservé
atelier_try_without = rien n’est conservé ; ce qui est à corriger n’y figure pas
atelier_try_again = Recommencer
atelier_try_case = En faire un cas
atelier_try_back = Quitter l’essai
atelier_try_frame = Essai du brouillon, rien n’est conservé
atelier_try_unplayable = Ce brouillon ne peut pas encore être essayé
atelier_try_unplayable_detail = Il ne lui reste aucun profil à reconnaître. Corrigez d’abord ce que la vérification signale : rien n’est perdu.
atelier_try_check = Voir ce qui est à corriger
atelier_case_name_title = Nommer ce cas
atelier_case_name_detail = Le cas garde ce que vous avez coché et le résultat obtenu. Il servira à voir ce que vos prochains changements modifient.
atelier_case_says = Le brouillon répond
atelier_case_added = Cas ajouté : { $title }
atelier_add_cases = Nouveau cas
atelier_named_cases = Son titre, par exemple « Elle veut une preuve avant de valider »

atelier_task_map = Ce qui distingue nos cartes
atelier_task_map_detail = Les cartes que l’on confond, les questions qui départagent, ce qui ne sert à rien.
atelier_map_standing = Calculé sur votre brouillon, à la demande
atelier_map_detail = Des échanges sont simulés à partir de votre brouillon : on voit si les cartes se distinguent, pas si elles sont justes.
atelier_map_going = Calcul en cours : { $percent } %
atelier_map_stop = Arrêter le calcul
atelier_map_start = Reprendre le calcul
atelier_map_stopped = Calcul arrêté.
atelier_map_old = Calculé sur une version d’avant vos derniers changements.
atelier_map_none = Aucun profil à comparer : corrigez d’abord ce que la vérification signale.
atelier_map_channel = Canal
atelier_map_remarks = À relire
atelier_map_sound = Rien à signaler : chaque carte peut venir en tête, et aucune ne se confond avec une autre.
atelier_map_more = { $count ->
    [one] Voir 1 autre point
   *[other] Voir les { $count } autres points
}
atelier_map_deciding = Les questions qui départagent le plus
atelier_map_first = la plus utile au départ
atelier_map_as_much = { $percent } % de l’utilité de la première
atelier_map_confused = Qui est pris pour qui
atelier_map_confused_detail = Chaque ligne est la vraie carte ; chaque colonne, celle que l’outil propose à la fin. Plus la case est foncée, plus c’est fréquent (— : aucune piste ; ? : indécis).
atelier_map_table = Les mêmes chiffres en phrases
atelier_map_nobody = aucune piste
atelier_map_undecided = indécis
atelier_map_stranger = Personne que le kit ne décrit
atelier_map_right = reconnu { $percent } %
atelier_map_right_stranger = « aucune piste » { $percent } %
atelier_map_taken = { $name } { $percent } %
atelier_map_questions = Combien de questions avant de conclure
atelier_map_questions_mean = En moyenne { $count } indices ou questions par échange.
atelier_map_questions_of = { $name } : { $count }
atelier_map_precise = Chiffres exacts.
atelier_map_simulated = { $count } échanges simulés par carte : à { $points } points près.

atelier_remark_never = « { $name } » ne vient presque jamais en tête.
atelier_remark_never_do = Donnez-lui un indice que les autres cartes n’ont pas, ou rendez plus fréquents ceux qui lui sont propres.
atelier_remark_always = « { $name } » vient en tête même pour les autres.
atelier_remark_always_do = Ses indices sont trop courants : rendez-les plus rares sur cette carte.
atelier_remark_alike = On confond « { $name } » et « { $other } ».
atelier_remark_alike_do = Ajoutez un indice à l’une des deux, ou réunissez-les en une carte.
atelier_remark_alike_by = Ce qui les sépare le mieux : « { $item } ». Accentuez cette différence, ou réunissez les deux cartes.
atelier_remark_shadowed = « { $name } » reste dans l’ombre de « { $other } ».
atelier_remark_shadowed_do = Tout ce qui annonce la première annonce encore plus la seconde. Donnez à la première un indice bien à elle.
atelier_remark_strangers = { $percent } % des personnes qu’aucune carte ne décrit sont prises pour un profil.
atelier_remark_strangers_do = Les cartes acceptent trop de monde : rendez leurs indices plus tranchés.
atelier_remark_strangers_set = Dans les réglages du kit, portez la part de contacts hors des cartes à { $percent } %.
atelier_remark_fragile = Le cas « { $name } » ne tient qu’à un niveau.
atelier_remark_fragile_do = Si « { $item } » changeait d’un cran pour « { $name } », « { $other } » passerait en tête. Vérifiez ce niveau avec l’équipe.
atelier_remark_fragile_own = Si « { $item } » changeait d’un cran pour « { $name } », cette carte passerait en tête. Vérifiez ce niveau avec l’équipe.
atelier_remark_redundant = « { $name } » et « { $other } » disent presque la même chose.
atelier_remark_redundant_do = Gardez le plus facile à remarquer, ou précisez l’un des deux.
atelier_remark_dead = « { $name } » ne départage aucune carte.
atelier_remark_dead_do = Précisez sur quelles cartes il est fréquent, ou retirez-le.
atelier_remark_dead_serves = Il sert à une situation ou à une règle : gardez-le, hors du premier écran si la place manque.
