# “Try it” and “What tells our cards apart”.

atelier_task_try = Try it
atelier_task_try_detail = The interview as agents will see it, on your draft. Nothing is kept.
atelier_try_standing = { $count ->
    [0] no case recorded
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
