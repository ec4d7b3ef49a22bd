# Training: everything in it is invented, and says so at all times.

training_mark = Training: everything is invented, nothing is kept
training_mark_home = Training: no real contact, nothing is kept
training_mark_cards = Training: the real kit, nothing about anybody, nothing is kept
training_mark_printing = Training: the real kit, nothing about anybody; only your PDF is kept
training_header = Training header
training_page = Training page
training_leave = Leave training
training_contact_detail = Training opens in its place. The interview stays as it is: one key goes back.
training_contact_go = Open training

training_home = Training
training_home_detail = Alone or together, with nobody in front of you. Nothing is noted, counted or sent.
training_back = Back

training_task_simulations = In the usager’s shoes
training_task_simulations_detail = Five minutes with a procedure that resists, then the same with someone beside you.
training_simulations_count = { $count ->
    [0] None for this kit
    [one] 1 simulation
   *[other] { $count } simulations
}

# In the usager's shoes

training_looking = Reading the simulations…
training_none = This kit has no simulation yet.
training_none_detail = They are written in the kit’s “simulations” folder, one file each. The format is described with the kit’s.
training_minutes = { $persona } · 5 minutes

training_coming = What is coming
training_coming_you = Your place
training_coming_meets = On the way
training_coming_respect = Nothing is marked, passed or failed. You may let it go or stop at any time.
training_coming_respect_persons = Here the service is what resists. Nobody is imitated.
training_begin = Begin, without help
training_skip = Go straight to the accompanied version
training_other = Skip, and choose another

training_alone = Without help
training_beside = With somebody beside you
training_page_of = page { $page } of { $count }
training_let_go = I let it go
training_stop = Stop
training_invented = invented service
training_paper = At hand
training_before = Before: { $date }
training_no_pointer = On this page the mouse is of no use. Tab goes to the next element, Enter presses.
training_under_construction = This page is no longer available. Go back to the page before.
training_numbered = { $words } ({ $number })
training_agent = The person beside you
training_does = What it changes

training_through = You are at the end.
training_through_detail = It took detours. Many stop before: that is no lack of effort.
training_gave_up = You let it go.
training_gave_up_detail = It happens every day, to people who do have a right to claim.
training_skipped = You skip the first part.
training_skipped_detail = It stays there if you change your mind.
training_between_detail = Here is the same procedure, with somebody beside you. Nothing else changes.
training_accompany = Go on, with somebody
training_again = Begin again

training_debrief = What one takes away
training_felt = What did you feel?
training_felt_detail = For yourself only. Your answers are erased when you leave the page.
training_helped = What would have helped
training_helped_detail = Steps of the kit, as the panel proposes them.
training_phrases = Sentences that help
training_hurts = Sentences that close the door
training_because = because { $why }
training_choose_other = Choose another simulation

training_meets_jargon = words of the administration to decode
training_meets_session = a session that closes at a step
training_meets_code = a code sent to a mailbox one cannot open
training_meets_file = a form that refuses the document
training_meets_script = a page in an invented script
training_meets_keyboard = a page badly made for the keyboard
training_meets_magnified = a magnified page, seen by one corner
training_meets_small = a phone screen
training_meets_deadline = a date, with a right at stake
training_meets_other = a site that knows only the holder
training_meets_online = a compulsory online step
training_task_printing = Print
training_task_printing_detail = Cards, quick recognition, lists and a blank note: the same codes as the screen, for the day the machine is down.
print_not_built = This version is built without printing. All else works; ask for the complete version.
