# Observations in words. The field's own words (themes, results, modes…) are in the program, since exports use them.

answered_with = a répondu « { $words } »
strength_slight = indice léger
strength_moderate = indice moyen
strength_strong = indice fort
strength_very_strong = indice très fort
way_for = { $strength } en ce sens
way_against = { $strength } en sens contraire
share_half = compte pour moitié
share_quarter = compte pour un quart
share_none = ne compte pas
share_percent = compte à { $percent } %
near = { $share } : proche de « { $near } »
near_unknown = { $share } : proche d’un autre indice
change = Sans « { $without } » : { $name }, { $label }.
change_none = Sans « { $without } » : { $label }.
