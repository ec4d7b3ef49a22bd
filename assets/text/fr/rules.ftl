# Rules, conditions, links and cases of the workshop: sentences one builds by choosing.

atelier_kind_rules = Règle
atelier_kind_links = Lien
atelier_kind_cases = Situation d’essai
atelier_detail_rules = Quand ceci est noté, proposer cela.
atelier_detail_links = Un indice qui en annonce un autre. Calculé sur vos comptages, à retoucher rarement.
atelier_add_rules = Ajouter une règle
atelier_add_links = Ajouter un lien
atelier_none_rules = Aucune règle pour l’instant.
atelier_none_links = Aucun lien pour l’instant. Les indices comptent alors chacun pour soi.
atelier_count_rules = { $count ->
    [0] Aucune règle
    [one] 1 règle
   *[other] { $count } règles
}
atelier_count_links = { $count ->
    [0] Aucun lien
    [one] 1 lien
   *[other] { $count } liens
}
atelier_group_only_when = La proposer seulement quand…
atelier_group_then = Ce que fait la règle
atelier_group_lean = À quel point

rule_title = Quand { $when }, { $then }
rule_when_nothing = rien n’est choisi
rule_then_nothing = ne rien faire
rule_or_more = { $words } (ou { $count } de plus)
rule_and_more = { $words } (et { $count } de plus)
rule_unless = ce n’est pas ceci : { $words }
rule_place = Condition { $number }
rule_always = Aucune condition : elle est proposée chaque fois.
rule_any = Un seul de ces points suffit
rule_all = Tous ces points à la fois
rule_but_any = Sauf si l’un de ces points est vrai
rule_but_all = Sauf si tous ces points sont vrais
rule_but = Sauf dans ce cas
rule_add = Ajouter une condition
rule_add_here = Ajouter une condition dans ce groupe
rule_add_effect = Ajouter un effet
rule_what = Sur quoi porte-t-elle ?
rule_effect_what = Que faire alors ?
rule_out = Retirer
rule_other = Choisir un autre

rule_is = C’est le cas
rule_noted = C’est noté
rule_denied = La personne dit que non
rule_unsaid = Ce n’est pas noté

rule_cue = on note « { $title } »
rule_cue_denied = la personne dit que non à « { $title } »
rule_cue_unsaid = « { $title } » n’est pas noté
rule_answer = on répond « { $answer } » à « { $question } »
rule_answer_unsaid = on ne répond pas « { $answer } » à « { $question } »
rule_situation = la situation « { $title } » est dite
rule_situation_unsaid = la situation « { $title } » n’est pas dite
rule_followed = la carte « { $title } » est suivie
rule_followed_unsaid = la carte « { $title } » n’est pas suivie
rule_setting = le réglage « { $title } » est actif
rule_setting_unsaid = le réglage « { $title } » n’est pas actif
rule_channel = l’échange est de ce canal : { $title }
rule_channel_unsaid = l’échange est d’un autre canal que : { $title }
rule_theme = la démarche touche à : { $title }
rule_theme_unsaid = la démarche ne touche pas à : { $title }

rule_pick_cue = Un indice
rule_pick_answer = Une réponse
rule_pick_situation = Une situation dite
rule_pick_followed = Une carte suivie
rule_pick_channel = Le canal
rule_pick_theme = Le thème
rule_pick_setting = Un réglage du poste
rule_pick_group = Plusieurs conditions ensemble
rule_accredited = structure habilitée Aidants Connect

effect_step = proposer l’étape « { $title } »
effect_raise = annoncer la situation « { $title } »
effect_ask = poser la question « { $title } »
effect_hold = laisser de côté la question « { $title } »
effect_hide = ne pas proposer de { $title }
effect_notice = afficher : { $title }
effect_notice_empty = afficher un message
effect_pick_step = Proposer une étape
effect_pick_raise = Annoncer une situation
effect_pick_ask = Poser une question
effect_pick_hold = Laisser une question de côté
effect_pick_hide = Écarter une façon d’aider
effect_pick_notice = Afficher un message
effect_message = Le message, en une phrase

lean_title = Si « { $parent } », alors « { $child } » { $how }
lean_if_cue = Si « { $title } » est noté
lean_if_not = Si « { $title } » n’est pas le cas
lean_if_answer = Si l’on répond « { $title } »
lean_then_cue = « { $title } » se remarque…
lean_then_answer = La réponse « { $title } » vient…
lean_less = moins souvent
lean_same = aussi souvent
lean_more = plus souvent
lean_mixed = selon la carte
lean_by_card = Régler carte par carte
lean_by_card_close = Refermer le réglage carte par carte
lean_rarer = Plus rare : { $name }
lean_oftener = Plus fréquent : { $name }
lean_level = { $name } : { $word }

case_change = Changer ce cas
case_change_close = Refermer
case_change_name = Changer le cas « { $title } »
case_copy_name = Dupliquer le cas « { $title } »
case_delete_name = Supprimer le cas « { $title } »
case_untried = Le brouillon ne peut pas être essayé : un point est à corriger. Les cas restent là, prêts à être changés.
case_answer = Choisir une réponse
