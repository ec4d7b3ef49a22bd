# Levels and cases of the workshop.

niveaux = Levels
niveaux_detail = How often each cue is noticed, card by card.
niveaux_task_detail = How often a cue is noticed, or an answer heard.
niveaux_table = Table of levels
niveaux_keys = Arrows: move. Shift + arrows: extend. 1 to 5, or J R P F T: set the level. Delete: clear. Ctrl C, Ctrl V, Ctrl Z.
niveaux_legend_one = { $digit } { $word }
niveaux_level_very_rare = very rare
niveaux_level_rare = rare
niveaux_level_possible = possible
niveaux_level_frequent = frequent
niveaux_level_typical = typical
niveaux_cues = Cues
niveaux_answers = Answers
niveaux_both = Both
niveaux_find = Look for a cue or an answer
niveaux_filters = Filter and sort
niveaux_family = Family: { $name }
niveaux_family_all = all
niveaux_personas = Cards: { $count ->
    [0] all
   *[other] { $count }
}
niveaux_order = Order: { $name }
niveaux_order_kit = of the kit
niveaux_order_label = alphabetical
niveaux_order_telling = what tells apart most
niveaux_order_persona = frequent with { $name }
niveaux_sort_by = Sort by { $name }
niveaux_all_personas = Every card
niveaux_all_families = Every family
niveaux_unwritten = To be filled in only
niveaux_none = Nothing matches these choices.
niveaux_everything = Show everything
niveaux_cell = { $persona }, { $about }: { $word }
niveaux_cell_meant = { $persona }, { $about }: { $word }, not written
niveaux_selected = { $count } cells chosen
niveaux_cases = { $count ->
    [0] No case changes
    [one] 1 case changes
   *[other] { $count } cases change
}
niveaux_trying = Trying the cases…
niveaux_see_cases = See the cases
niveaux_paste = Paste a table
niveaux_paste_title = Paste a table
niveaux_paste_detail = Copy it from a spreadsheet: cards in the first line, cues in the first column. Nothing changes before you agree.
niveaux_paste_field = The table
niveaux_paste_changes = { $count ->
    [0] This table changes nothing.
    [one] 1 level changes
   *[other] { $count } levels change
}
niveaux_paste_change = { $persona }, { $about }: { $before } becomes { $after }
niveaux_paste_more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
niveaux_paste_bad = { $count ->
    [one] 1 cell to correct
   *[other] { $count } cells to correct
}
niveaux_paste_cure = Correct them here or in the spreadsheet, or take the good cells only.
niveaux_paste_take = Take this table
niveaux_paste_take_good = Take the good cells
niveaux_paste_no = Take nothing

atelier_task_bench = Try our cases
atelier_task_bench_detail = Situations you know: what the draft says of them, before and after.
essais = Try our cases
essais_state = { $count ->
    [one] 1 case
   *[other] { $count } cases
}
essais_state_changed = { $count ->
    [one] 1 changes
   *[other] { $count } change
}
essais_state_wrong = { $count ->
    [one] 1 to correct
   *[other] { $count } to correct
}
essais_detail = Every case is tried at every change. Nothing changes in silence.
essais_running = Trying…
essais_all = All ({ $count })
essais_changed = What changes ({ $count })
essais_wrong = Not as expected ({ $count })
essais_none_changed = No case changes.
essais_none_wrong = Every case gives what is expected.
essais_none = No case. Add a situation the team knows.
essais_add = Add a case
essais_same = as expected
essais_same_wrong = not as expected
essais_to_decide = to accept or refuse
essais_accepted = accepted
essais_new = new
essais_before = Before
essais_after = Now
essais_not_before = The kit in use does not know these cues.
essais_not_after = Cannot be tried any more.
essais_accept = Accept
essais_accept_name = Accept: { $title }
essais_refuse = Refuse
essais_refuse_name = Refuse: { $title }
essais_why = What changed it
essais_why_name = What changed it: { $title }
essais_levels = See its levels
essais_levels_name = See its levels: { $title }
essais_cause = This comes from: { $label }
essais_cause_none = It was so when the workshop was opened. See its levels.
essais_take_back = Undo this change
essais_take_back_many = Undo the last { $count } changes
essais_take_back_said = { $count ->
    [one] One change came after: it would be undone too. Redo would give it back.
   *[other] { $count } changes came after: they would be undone too. Redo would give them back.
}
essais_go = Go and see it
essais_new_title = One more case
essais_new_detail = Click what is noticed. A second click says it is not the case.
essais_channel = Where
essais_nothing = Nothing noted yet.
essais_contradiction = These cues contradict each other, or the draft is to be corrected.
essais_said = The draft says: { $words }
essais_questions = Add an answer
essais_questions_hide = Hide the questions
essais_answer = { $question } { $answer }
essais_expect = What do you expect?
essais_expect_as_said = What the draft says
essais_expect_nobody = Nobody in particular
essais_title = Title of the case
essais_add_yes = Add this case
essais_add_no = Give this case up
