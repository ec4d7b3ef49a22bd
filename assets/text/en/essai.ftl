# “Try it” and “What tells our cards apart”.

atelier_task_try = Try it
atelier_task_try_detail = The interview as agents will see it, on your draft. Nothing is kept.
atelier_try_standing = { $count ->
    [0] No case recorded
    [one] 1 case recorded
   *[other] { $count } cases recorded
}
atelier_try_mark = Trial
atelier_try_nothing = nothing is kept
atelier_try_without = nothing is kept; what is to be corrected is left out
atelier_try_again = Start over
atelier_try_case = Make it a case
atelier_try_back = Leave the trial
atelier_try_frame = Trial of the draft, nothing is kept
atelier_try_unplayable = This draft cannot be tried yet
atelier_try_unplayable_detail = No profile is left to recognise. First correct what the check points out: nothing is lost.
atelier_try_check = See what is to be corrected
atelier_case_name_title = Name this case
atelier_case_name_detail = The case keeps what you ticked and the result. It will show what your next changes alter.
atelier_case_says = The draft answers
atelier_case_added = Case added: { $title }
atelier_add_cases = New case
atelier_named_cases = Its title, for instance “She wants proof before confirming”

atelier_task_map = What tells our cards apart
atelier_task_map_detail = Cards that get mixed up, questions that decide, what serves no purpose.
atelier_map_standing = Worked out on your draft, on request
atelier_map_detail = Contacts are simulated from your draft: it shows whether cards differ, not whether they are true.
atelier_map_going = Working: { $percent }%
atelier_map_stop = Stop
atelier_map_start = Go on
atelier_map_stopped = Stopped.
atelier_map_old = Worked out on a version before your last changes.
atelier_map_none = No profile to compare: first correct what the check points out.
atelier_map_channel = Channel
atelier_map_remarks = To read again
atelier_map_sound = Nothing to report: every card can come first, and none is mixed up with another.
atelier_map_more = { $count ->
    [one] See 1 more point
   *[other] See { $count } more points
}
atelier_map_deciding = Questions that decide most
atelier_map_first = the most useful at the start
atelier_map_as_much = { $percent }% as useful as the first
atelier_map_confused = Who is taken for whom
atelier_map_confused_detail = Each row is the true card; each column, the one suggested at the end. The darker the cell, the more often it happens (—: no lead; ?: undecided).
atelier_map_table = The same figures in sentences
atelier_map_nobody = no lead
atelier_map_undecided = undecided
atelier_map_stranger = Somebody the kit does not describe
atelier_map_right = recognised { $percent }%
atelier_map_right_stranger = “no lead” { $percent }%
atelier_map_taken = { $name } { $percent }%
atelier_map_questions = How many questions before concluding
atelier_map_questions_mean = On average { $count } cues or questions per contact.
atelier_map_questions_of = { $name }: { $count }
atelier_map_precise = Exact figures.
atelier_map_simulated = { $count } simulated contacts per card: within { $points } points.

atelier_remark_never = “{ $name }” hardly ever comes first.
atelier_remark_never_do = Give it a cue the other cards lack, or make its own cues more frequent.
atelier_remark_always = “{ $name }” comes first for the others too.
atelier_remark_always_do = Its cues are too common: make them rarer on this card.
atelier_remark_alike = “{ $name }” and “{ $other }” get mixed up.
atelier_remark_alike_do = Add a cue to one of the two, or make them one card.
atelier_remark_alike_by = What tells them apart best: “{ $item }”. Widen that difference, or make them one card.
atelier_remark_shadowed = “{ $name }” stays in the shadow of “{ $other }”.
atelier_remark_shadowed_do = Whatever announces the first announces the second even more. Give the first a cue of its own.
atelier_remark_strangers = { $percent }% of people no card describes are taken for a profile.
atelier_remark_strangers_do = The cards accept too many people: make their cues sharper.
atelier_remark_strangers_set = In the settings of the kit, set the share of contacts outside the cards to { $percent }%.
atelier_remark_fragile = The case “{ $name }” hangs on a single level.
atelier_remark_fragile_do = If “{ $item }” moved one step for “{ $name }”, “{ $other }” would come first. Check this level with the team.
atelier_remark_fragile_own = If “{ $item }” moved one step for “{ $name }”, that card would come first. Check this level with the team.
atelier_remark_redundant = “{ $name }” and “{ $other }” say nearly the same.
atelier_remark_redundant_do = Keep the one that is easier to notice, or make one of the two more precise.
atelier_remark_dead = “{ $name }” tells no card from another.
atelier_remark_dead_do = Say on which cards it is frequent, or remove it.
atelier_remark_dead_serves = A situation or a rule needs it: keep it, outside the first screen if room is short.
