# Remarks on the texts of the kit: left from a card, read in the workshop.

remark_begin = Une remarque sur cette carte…
remark_title = Une remarque sur cette carte
remark_detail = Elle parle d’un texte, pas d’une personne. Qui tient le kit la lira, avec la semaine et sans nom.
remark_which = Sur quel texte ?
remark_which_named = Sur quel texte : { $name }
remark_words = Ce qui ne va pas, ou ce que vous diriez
remark_left_characters = { $count ->
    [one] 1 caractère au plus
   *[other] { $count } caractères au plus
}
remark_mask = Masquer
remark_leave = Laisser la remarque
remark_give_up = Ne rien laisser
remark_going = La remarque part…
remark_shared = Merci : la remarque est laissée à qui tient le kit.
remark_here = Merci : la remarque est gardée sur ce poste. L’atelier de ce poste la montre.
remark_here_why = La remarque est gardée sur ce poste, pas dans le dossier partagé. { $why }

atelier_task_remarks = Remarques de l’équipe
atelier_task_remarks_detail = Ce que vos collègues disent des textes, laissé depuis une carte.
remarks_state = { $count ->
    [0] Aucune à lire
    [one] 1 à lire
   *[other] { $count } à lire
}
remarks_none = Aucune remarque. Entre deux échanges, chacun peut en laisser une au bas d’une carte.
remarks_unread = À lire
remarks_read = Lues
remarks_damaged = { $count ->
    [one] 1 remarque était abîmée : elle est mise de côté, à côté des autres.
   *[other] { $count } remarques étaient abîmées : elles sont mises de côté, à côté des autres.
}
remarks_look_again = Relire
remarks_week = Semaine { $week } de { $year }
remarks_at = Remarque : « { $text } »
remarks_mark = Lue
remarks_unmark = À relire
remarks_erase = Effacer…
remarks_erase_title = Effacer cette remarque ?
remarks_erase_detail = Elle disparaît pour tous, et ne peut pas revenir.
remarks_erase_yes = Effacer
remarks_erase_no = La garder
remarks_see = Voir le texte
remarks_other_kit = Ce texte n’est pas dans ce kit.
kept_kind_remark = Remarque sur un texte du kit
