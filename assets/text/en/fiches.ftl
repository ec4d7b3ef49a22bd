# The library of cards: the kit as one reads it with five quiet minutes.

fiches_task = Cards
fiches_task_detail = Profiles, situations, steps, procedures: to read and read again, from card to card.
fiches_detail = Five quiet minutes? Choose a card, then follow the links.
fiches_search = Look for a card
fiches_search_none = No card answers these words. Try another word, or only one.
fiches_found = { $count ->
    [one] { $count } card found
   *[other] { $count } cards found
}
fiches_clear = Clear the search
fiches_forward = Forward
fiches_forward_key = Alt right arrow
fiches_all = All cards
fiches_list = List of cards
fiches_card = Card
fiches_gone = This card is no longer in the kit. The others are under “All cards”.
fiches_count = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}

fiches_shelf_profiles = Profiles
fiches_shelf_profiles_detail = The ways of dealing with an online procedure, and how to help each.
fiches_shelf_situations = Situations
fiches_shelf_situations_detail = What adds to any profile and changes the way to help.
fiches_shelf_cues = Cues
fiches_shelf_cues_detail = What one hears or sees done, and what it evokes.
fiches_shelf_questions = Questions
fiches_shelf_questions_detail = The words to ask, and what each answer throws light on.
fiches_shelf_steps = Steps
fiches_shelf_steps_detail = What can be done and ticked, with the sentences to say.
fiches_shelf_procedures = Procedures
fiches_shelf_procedures_detail = Documents to bring, the way that is not online, usual traps.
fiches_shelf_places = Places
fiches_shelf_places_detail = Where to send people, when, and with what.

fiches_one_profile = Profile
fiches_one_situation = Situation
fiches_one_cue = Cue
fiches_one_question = Question
fiches_one_step = Step
fiches_one_procedure = Procedure
fiches_one_place = Place

fiches_role_inform = To see more clearly
fiches_role_offer = To offer to everyone

fiches_print = Print this card
fiches_map = The map of profiles
fiches_map_detail = Two marks of your choice: who is alike, who is far from whom.
fiches_map_see = See on the map
fiches_map_across = From left to right
fiches_map_upward = From bottom to top
fiches_map_choose = { $side }: { $axis }
fiches_map_axis_across = { $axis }: very little at the left, very much at the right
fiches_map_axis_upward = { $axis }: very little at the bottom, very much at the top
fiches_map_table = The same marks, in words
fiches_map_drawing = Map
fiches_map_mark = { $axis }: { $degree }
fiches_map_codes = Whole names are in the list, with their code.
fiches_map_none = No card of this kit has these marks. They are filled in in the kit workshop.
fiches_map_limits = Marks to remember by, never a measure of anyone.
fiches_degree_0 = very little
fiches_degree_1 = little
fiches_degree_2 = somewhat
fiches_degree_3 = rather
fiches_degree_4 = very much

fiches_often_always = nearly always
fiches_often_often = often
fiches_often_sometimes = sometimes
fiches_often_rarely = rarely
fiches_often_never = nearly never

fiches_head_say_counter = At the counter
fiches_head_say_phone = On the phone
fiches_head_help = How to help
fiches_head_two = In two minutes
fiches_head_ten = In ten minutes
fiches_head_relay = To hand over
fiches_head_recognised = How it is recognised
fiches_head_evokes = What it evokes
fiches_head_answers = What each answer evokes
fiches_head_rare = { $count ->
    [one] And, rarely: { $count } more
   *[other] And, rarely: { $count } more
}
fiches_head_rare_hide = Hide what is rare
fiches_head_opened = Said straight away
fiches_head_opens = Points to a situation
fiches_head_telling = Questions that make the difference
fiches_head_confused = Not to be taken for
fiches_head_taken_for = May also be taken for
fiches_head_brought_by = What brings this step
fiches_head_brings = Steps it brings
fiches_head_helps = Helps above all
fiches_head_of_procedures = Serves for these procedures
fiches_head_procedure_steps = Useful steps
fiches_head_how = How to do it
fiches_head_note = In the note
fiches_head_on_phone = On the phone, rather
fiches_head_excludes = Does not go with
fiches_head_offers = What is found there
fiches_head_when = When
fiches_head_contact = How to reach it
fiches_head_bring = To bring
fiches_head_places = Where to send
fiches_head_relays = Steps that hand over
fiches_head_sources = Sources
fiches_because = because { $why }
fiches_answer_nobody = Leans towards no profile.
fiches_answered = “{ $answer }”

fiches_fact_counter = at the counter only
fiches_fact_phone = on the phone only
fiches_fact_help = way to help: { $mode }
fiches_fact_lasts = about { $minutes } min
fiches_fact_declared = noted only if the person says it
fiches_fact_everyone = right for everyone
fiches_fact_reviewed = Card read again on { $date }
fiches_fact_confirmed = Checked on { $date }
