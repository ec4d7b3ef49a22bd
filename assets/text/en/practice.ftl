# Solo practice (« Un échange pour s’entraîner »): the app plays the person, and never gives a mark.

practice_task = A practice exchange
practice_task_detail = The app plays the person. You observe, you ask, you choose; then you read the engine’s reasoning beside your own.
practice_tile = The app plays the person: you observe, you ask, you choose.
practice_standing = On your own, about ten minutes, no mark
practice_how = How it goes
practice_how_meet = The person speaks and acts, one sentence after another. Let them go on, or ask a question.
practice_how_choose = You note what you think you see, say your lead, choose your steps.
practice_how_debrief = The engine then shows its reasoning beside yours. No mark, no score, no ranking.
practice_begin = Start an exchange
practice_replay = Play a number again
practice_replay_detail = The same number gives the same exchange: to play it again, or talk about it together.
practice_replay_field = Number of the exchange
practice_replay_go = Play this number
practice_nothing = This kit has no written case that can be played. Add one in the kit workshop, on the “Try” page.

practice_kept_kind = Training feedback
practice_file_mark = Training: everything is invented
practice_number = Exchange no. { $number }
practice_procedure = Procedure: { $title }
practice_no_procedure = Procedure: not said yet
practice_thread = The exchange
practice_you = You
practice_person = The person
practice_unsure = “I don’t know.”
practice_listen = Let them go on
practice_heard_all = The person has said what they had to say. You can still ask a question.
practice_ask = Ask a question
practice_ask_close = Close the questions
practice_asked_all = Every question has been asked.
practice_notes = What I note
practice_notes_detail = Note a cue when you think you see or hear it.
practice_notes_none = Nothing noted so far.
practice_take_back = { $name }, take back
practice_family = { $title }, { $count ->
    [0] nothing noted
    [one] 1 cue noted
   *[other] { $count } cues noted
}
practice_choose = I have my reading

practice_reading = My reading
practice_lead = Who am I dealing with?
practice_lead_not_yet = No lead yet
practice_situations = Is there a situation as well?
practice_situations_detail = Optional.
practice_steps = What I would do, in ten minutes
practice_steps_detail = Take what helps this person, leave the rest.
practice_back_to_it = Back to the exchange
practice_reason = See the reasoning
practice_reason_first = Say your lead first, even “not yet”.

practice_debrief = Two readings side by side
practice_yours = You
practice_engine = The engine
practice_engine_lead = { $label }: { $name }
practice_engine_next = Next: { $name }
practice_your_nothing = Nothing noted
practice_your_notes = From your notes it would say: { $label }, { $name }
practice_your_notes_none = From your notes it would say: { $label }
practice_same_lead = The same lead on both sides.
practice_other_lead_notes = Two different leads, and yet your notes lead to the engine’s.
practice_noted = Noted
practice_other_lead = Two different leads: the cues below say why.
practice_not_yet_fine = Waiting was right: nothing stood out yet.
practice_with = With: { $names }
practice_weighs = What weighed
practice_nothing_weighs = No cue tells the first two leads apart.

practice_questions = The questions
practice_question_most = It was the one that told most at that moment.
practice_question_most_between = It was the one that told most: it told { $one } from { $other }.
practice_question_nearly = It told nearly as much as the best one: { $best }
practice_question_less = It told less than this one: { $best }
practice_question_much_less = It told much less than this one: { $best }
practice_question_offer = It offers, it does not inform: good to ask for the person’s sake.
practice_question_held = To keep for later: it was not the moment.
practice_question_none = You asked no question
practice_question_none_best = This one would have told most: { $best }
practice_question_none_needed = None was missing: what could be seen was enough.
practice_question_would = The person would have answered: { $reply }
practice_question_between = It told { $one } from { $other }.

practice_cues = The cues
practice_cue_seen = Seen
practice_cue_missed = Missed
practice_cue_not_yet = Not there yet
practice_cue_answered = Said by the answer
practice_cue_over = Read too far
practice_cue_over_detail = Nothing showed it.
practice_cue_over_lead = Nothing showed it. Without it, your notes lead to { $name }.
practice_cue_neutral = Meant nothing: { $text }
practice_weight_slight = Weighs little
practice_weight_moderate = Counts
practice_weight_strong = Weighs heavily
practice_weight_very_strong = Weighs very heavily
practice_weight_for = { $strength } for { $name }
practice_weight_none = Has no weight: it serves the rules

practice_steps_read = The steps
practice_steps_none = No step chosen or missing.
practice_step_right = Right
practice_step_missing = Was missing
practice_step_sound = No harm
practice_step_hurts = To avoid
practice_step_heavy = Too much
practice_step_light = Too little
practice_step_sound_detail = Others came first.
practice_step_against = On the card { $name }, to avoid: { $what }. Why: { $because }.
practice_step_hidden = It was not the moment. { $why }
practice_step_heavy_detail = It does more than { $name } needs: the card says “{ $mode }”.
practice_step_light_detail = It leaves { $name } too much alone: the card says “{ $mode }”.
practice_step_because = Because: { $why }
practice_step_for = For { $names }
practice_step_everyone = Good for everyone

practice_origin = Where this exchange comes from
practice_origin_case = Case of the kit: { $title }
practice_origin_left_out = One cue less: { $cue }
practice_origin_added = One cue more: { $cue }
practice_origin_channel = The other channel: { $channel }
practice_origin_same = Played as it is written.

practice_another = Another exchange
practice_again = Play this one again
practice_keep = Keep this feedback
practice_keep_detail = Nothing is kept without you. This button writes a text file in your “Entraînement” (training) folder, never with the notes.
practice_keeping = Writing…
practice_kept = Kept here: { $path }
practice_keep_again = Try again
