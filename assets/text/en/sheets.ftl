# Layers above the panel.

copy_and_end = Copy and finish
end_without_note = Finish without a note
end = Finish
copy = Copy
save = Save
note_format = Saved file
format_md = Markdown
format_txt = Text
format_csv = Table (CSV)
format_json = JSON
format_ron = RON
save_as = Save as…
back = Go back
confirm_title = The note has not been copied or saved
confirm_detail = Finishing erases everything about this conversation. Copy the note to keep it, or finish without it.
review_title = Read the note again
outcome = Outcome
equipment = Equipment
autonomy = Independence
autonomy_not_said = Independence (not specified)
orientation = Where next
free_text = Anything to add, if needed
free_text_hint = No names, no numbers, nothing about health. The person may read this note.
note_language = The note is written in French, the language of the business application.
name_persona = Name the lead in the file
leads_title = Follow another lead
questions_title = Ask another question
themes_title = Theme of the procedure
orientation_title = Refer on to
search_title = Search
search_field = Search for a cue, a step, a question, a command
search_empty = Nothing matches. Try another word.
search_hint = Type a word: cue, step, sentence, question, procedure, lead. “>” gives the commands.
search_count = { $count ->
    [0] No results
    [one] 1 result
   *[other] { $count } results
  }
hit_cue = note the cue
hit_step = add the step
hit_question = ask the question
hit_persona = open the card
hit_command = run
commands_title = All commands
help_title = Keyboard
help_families_does = open a family; a digit notes the cue, twice: “not the case”
help_digits_does = answer the question in view; in an open list, choose the line
help_zero_does = no answer; in an open list, the tenth line
help_arrows_does = move to another step and its sentence
help_training = { $key }: training, with nobody waiting. Twenty minutes alone: one exercise “In the shoes of…”, two practice exchanges, one card to read. Nothing is marked, counted or sent.
help_layouts = Digits are read by their place on the keyboard, with or without Shift, on AZERTY, BÉPO and QWERTY, and on the number pad.
danger_title = Someone is in danger
danger_first = Stay with the person. Tell a colleague. Leave the rest.
danger_local = Follow your organisation’s procedure. None of this goes into the note.
danger_phone = On the phone: stay on the line, ask where the person is, have a colleague call the emergency services.
danger_15 = Medical emergency (Samu)
danger_17 = Police or gendarmerie
danger_18 = Fire and rescue (pompiers)
danger_112 = European emergency number
danger_114 = Emergency by text message, for anyone who does not hear or cannot speak
danger_3114 = Suicide prevention, day and night
danger_3919 = Violence against women
danger_119 = Child in danger
danger_115 = No shelter tonight
shared_title = What we are doing together
shared_promise = This memory aid helps me explain things to you well. It keeps nothing about you, except the note, which I can read back to you. It changes nothing about your rights.
shared_empty = We have not chosen a step yet.
shared_done = { $step } · done
shared_next = What comes next: { $place }
shared_documents = To bring
curtain = Conversation paused
curtain_detail = { $key } to resume. Nothing is lost.
card_say = To say
card_confused = Not to be confused with
guard_red = Blocking
guard_orange = To mask or justify
guard_info = For information
guard_found = { $gravity }: “{ $found }”, { $why }.
guard_replace_by = Write “{ $proposal }”
guard_more = { $count ->
    [one] And one other remark.
   *[other] And { $count } other remarks.
  }
procedures_title = Procedures
procedures_empty = No procedures in this theme. Your managers can add some to the kit.
procedures_hit = open the procedure
procedures_documents = To gather
procedures_online = Online (address to type, never opened from here)
procedures_other_way = Without going online
procedures_traps = Known pitfalls
procedures_varies = This may vary
procedures_steps = Add to the help
procedures_seen = From official pages read on { $date }. Check again before you state it as fact.
learning_title = Local tally
learning_what = When a lead is followed to the end of the conversation, it counts as confirmed. The tally says how many times each cue came with each profile, so that the kit can be recalibrated for your front desk.
learning_limits = Numbers only: no conversation, no time, no person, no agent. Nothing leaves this computer. Off until your managers switch it on.
learning_start = Start counting
learning_erase = Erase and stop
learning_recalibrate = Recalibrate
learning_save = Save the recalibrated kit…
learning_no_change = No case on the test bench changes.
learning_passes = as expected.
learning_counted = { $count ->
    [0] No conversation confirmed since { $since }
    [one] { $count } conversation confirmed since { $since }
   *[other] { $count } conversations confirmed since { $since }
  }
learning_of_channel = { $channel }: { $list }
learning_few = fewer than { $count }
learning_file = File, readable in a text editor: { $path }
learning_drift = Confirmed conversations are no longer like the kit (a gap of { $z } times the expected error). Recalibrate, or review the levels as a team.
learning_not_enough = { $missing ->
    [one] { $missing } more confirmed conversation before you can recalibrate.
   *[other] { $missing } more confirmed conversations before you can recalibrate.
  }
learning_bench = Test bench: { $before } of { $cases } cases as expected with the current kit, { $after } with the recalibrated kit.
learning_before_after = Before: { $before } After: { $after }
save_and_close = Save and close
confirm_quit_detail = Closing wipes everything about this conversation. Save the note in its folder to keep it, or end without it.
blanks = To fill for the business application
missing_outcome = Choose what comes next.
missing_unfilled = Fill in “{ $name }”.
missing_number = “{ $name }” expects a number, in figures: 3 or 2,5.
missing_day = “{ $name }” expects a date: 25/11/2026.
blank_number = { $name } (a number)
blank_day = { $name } (a date)
copied_for_business = What will be copied
paper_of_file = The whole note, for the file
