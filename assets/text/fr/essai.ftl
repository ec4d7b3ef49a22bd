# « Essayer » and « Ce qui distingue nos cartes ».

atelier_task_try = Essayer
atelier_task_try_detail = L’entretien comme l’agent le verra, sur votre brouillon. Rien n’est conservé.
atelier_try_standing = { $count ->
    [0] aucun cas enregistré
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
