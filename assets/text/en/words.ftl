# Observations in words. The field's own words (themes, results, modes…) are in the program, since exports use them.

answered_with = answered “{ $words }”
strength_slight = slight cue
strength_moderate = moderate cue
strength_strong = strong cue
strength_very_strong = very strong cue
way_for = { $strength } pointing this way
way_against = { $strength } pointing the other way
share_half = counts for half
share_quarter = counts for a quarter
share_none = does not count
share_percent = counts for { $percent }%
near = { $share }: close to “{ $near }”
near_unknown = { $share }: close to another cue
change = Without “{ $without }”: { $name }, { $label }.
change_none = Without “{ $without }”: { $label }.
