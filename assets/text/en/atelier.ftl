# The kit workshop (« Atelier »): written for who has never seen a file.

atelier_header = Workshop bar
atelier_page = Workshop page
atelier_list = List
atelier_sheet = Sheet
atelier_preview = What the adviser sees
atelier_preview_no_step = No step for two minutes: the adviser will see those of ten minutes.
atelier_opening = Opening the workshop…
atelier_to_panel = Back to the panel
atelier_to_interview = Back to the interview
atelier_keeping = Draft…
atelier_kept = Draft kept
atelier_not_kept = Draft not kept
atelier_nowhere = Kept until the window closes only
atelier_understood = Got it
atelier_undo_this = Undo
atelier_contact_title = An interview is under way
atelier_contact_detail = The workshop opens in its place. The interview stays as it is: one key goes back.
atelier_contact_go = Open the workshop
atelier_contact_stay = Stay with the person

atelier_home = What have you come to do?
atelier_home_same = The draft says what the advisers’ kit says. Nothing changes for them until it is shared.
atelier_home_changes = { $count ->
    [one] Your draft has 1 change. Advisers see nothing until it is shared.
   *[other] Your draft has { $count } changes. Advisers see nothing until it is shared.
}
atelier_task_words = Adapt our sentences
atelier_task_words_detail = Cards, steps and questions: what the adviser reads and says.
atelier_task_addresses = Update our addresses
atelier_task_addresses_detail = Places to send people to, procedures, opening hours and documents.
atelier_task_create = Create a persona
atelier_task_create_detail = A persona is one more card, for a need that no other describes.
atelier_task_health = Check the kit
atelier_task_health_detail = Everything to correct or to read again, with its cure.
atelier_state_personas = { $profiles } profiles, { $situations } situations
atelier_state_changes = { $count ->
    [one] 1 change
   *[other] { $count } changes
}
atelier_state_unchanged = Unchanged
atelier_findings_none = Nothing to correct nor to read again
atelier_findings_correct = { $count ->
    [one] 1 point to correct
   *[other] { $count } points to correct
}
atelier_findings_read = { $count ->
    [one] 1 point to read again
   *[other] { $count } points to read again
}
atelier_findings_info = { $count } to know
atelier_advanced = Advanced settings
atelier_advanced_detail = What makes a need recognised. To be changed together, and seldom.
atelier_back_home = Workshop home
atelier_abandon = Give up the draft
atelier_abandon_title = Give up this draft?
atelier_abandon_detail = { $count ->
    [one] 1 change will be taken back. You can undo this while the window is open.
   *[other] { $count } changes will be taken back. You can undo this while the window is open.
}
atelier_abandon_yes = Give up
atelier_keep_draft = Keep the draft
atelier_abandoned_label = Draft given up

atelier_room_words = Our sentences
atelier_room_addresses = Our addresses
atelier_kind_kit = Kit sheet
atelier_kind_families = Family of cues
atelier_kind_sources = Source
atelier_kind_cues = Cue
atelier_kind_questions = Question
atelier_kind_answers = Answer
atelier_kind_personas = Card
atelier_kind_steps = Step
atelier_kind_places = Place
atelier_kind_procedures = Procedure
atelier_kinds_kit = Kit sheet
atelier_kinds_families = Families
atelier_kinds_sources = Sources
atelier_kinds_cues = Cues
atelier_kinds_questions = Questions
atelier_kinds_answers = Answers
atelier_kinds_personas = Cards
atelier_kinds_steps = Steps
atelier_kinds_places = Places
atelier_kinds_procedures = Procedures
atelier_detail_kit = Title, version, who answers for it, and the thresholds.
atelier_detail_families = The groups of cues and the letter that opens each.
atelier_detail_sources = Texts and studies that cards quote.
atelier_detail_cues = What the adviser may notice or hear.
atelier_detail_questions = The words are changed here; the question beside, as on screen.
atelier_detail_personas = All the adviser reads is changed here, with the card beside.
atelier_detail_steps = Each step has its title, its words to say and its phrase for the note.
atelier_detail_places = A place, its hours and what to bring.
atelier_detail_procedures = A procedure, its documents, and the way without the internet.
atelier_add_families = Add a family
atelier_add_sources = Add a source
atelier_add_cues = Add a cue
atelier_add_questions = Add a question
atelier_add_answers = Add an answer
atelier_add_personas = Create a card
atelier_add_steps = Add a step
atelier_add_places = Add a place
atelier_add_procedures = Add a procedure
atelier_named_families = Its title, for instance “Using digital tools”
atelier_named_sources = What it says, in one sentence
atelier_named_cues = Its label, for instance “Asks to be read to”
atelier_named_questions = The question, as one says it
atelier_named_answers = The answer, as the person says it
atelier_named_steps = Its title, for instance “Read again before sending”
atelier_named_places = Its name, for instance “Town hall help desk”
atelier_named_procedures = Its title, for instance “Replace a driving licence”
atelier_none_steps = No step yet.
atelier_none_questions = No question yet.
atelier_none_personas = No card yet.
atelier_none_places = No place yet. The first you add will be offered when sending people on.
atelier_none_procedures = No procedure yet.
atelier_none_families = No family yet.
atelier_none_sources = No source yet.
atelier_none_cues = No cue yet.
atelier_count_families = { $count ->
    [one] 1 family
   *[other] { $count } families
}
atelier_count_sources = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
atelier_count_cues = { $count ->
    [one] 1 cue
   *[other] { $count } cues
}
atelier_count_questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
atelier_count_personas = { $count ->
    [one] 1 card
   *[other] { $count } cards
}
atelier_count_steps = { $count ->
    [one] 1 step
   *[other] { $count } steps
}
atelier_count_places = { $count ->
    [0] No place
    [one] 1 place
   *[other] { $count } places
}
atelier_count_procedures = { $count ->
    [one] 1 procedure
   *[other] { $count } procedures
}
atelier_profiles = Profiles
atelier_situations = Situations
atelier_profile = Profile
atelier_situation = Situation
atelier_filter = Search the list
atelier_filter_empty = Nothing of that name.
atelier_mark_correct = to correct
atelier_mark_read = to read again
atelier_choose = Choose from the list

atelier_id = Identifier: { $id }
atelier_duplicate = Duplicate
atelier_rename = Change the identifier
atelier_rename_title = New identifier
atelier_rename_detail = Small letters, digits and hyphens. All that names it follows.
atelier_rename_yes = Change
atelier_delete = Delete
atelier_delete_title = { $label }: delete?
atelier_delete_alone = Nothing else depends on it.
atelier_delete_hanging = This is what changes with it. You can undo it all.
atelier_delete_prevented = This is not possible as it is: here is why.
atelier_delete_yes = Delete
atelier_delete_no = Delete nothing
atelier_hanging = { $count ->
    [one] 1 place depends on it
   *[other] { $count } places depend on it
}
atelier_add_yes = Add
atelier_add_no = Cancel
atelier_show = Show: { $title }
atelier_hide = Hide: { $title }
atelier_group_say = To say, to avoid
atelier_group_person = The person
atelier_group_help = How to help
atelier_group_neighbours = Neighbouring cards
atelier_group_more = More fields
atelier_group_note = In the note
atelier_group_when = When to offer it
atelier_group_go = Getting there
atelier_group_there = On the spot
atelier_group_do = Doing it
atelier_group_care = Beware
atelier_group_where = Where it is noticed
atelier_group_levels = What each level means
atelier_group_engine = Settings of the reckoning
atelier_line = { $label } { $number }
atelier_up = Move up: { $name }
atelier_down = Move down: { $name }
atelier_take_out = Take out: { $name }
atelier_open = Open the sheet: { $title }
atelier_because = Why (a few words)
atelier_ask_yourself = The question that tells them apart
atelier_add_sentence = Add a sentence
atelier_add_line = Add a line
atelier_pick_steps = Add a step
atelier_pick_cues = Add a cue
atelier_pick_personas = Add a card
atelier_pick_sources = Add a source
atelier_more_choices = { $count ->
    [one] And 1 more: type a few letters.
   *[other] And { $count } more: type a few letters.
}
atelier_no_number = Write a number, for instance 0.5.
atelier_less = less
atelier_more = more
atelier_yes = Yes
atelier_no = No
atelier_deck_short = On the first screen
atelier_deck_full = In its family only
atelier_role_inform = Informs
atelier_role_offer = Offers a right
atelier_today = Today
atelier_date_form = Year, month, day: 2026-11-24
atelier_axis_aptitude = at ease with tools
atelier_axis_confidence = confidence
atelier_axis_administrative = at ease with administration
atelier_axis_appetite = wish to do it online
atelier_sign_target = Target
atelier_sign_net = Net
atelier_sign_phone = Phone
atelier_sign_stairs = Stairs
atelier_sign_bowl = Bowl
atelier_sign_envelope = Envelope
atelier_sign_relay = Relay
atelier_sign_wave = Wave
atelier_sign_passage = Passage
atelier_sign_hourglass = Hourglass
atelier_help_essence = A sentence the person might say, that can be read aloud.
atelier_help_say = Twenty words at most: a sentence is said in one breath.
atelier_help_avoid = What hurts or blocks, and why.
atelier_help_share = Out of a hundred contacts, how many are for this card.
atelier_help_contact = A desk, a phone, a web address; never a person’s name.
atelier_help_note = What the note says once the step is done.
atelier_help_short = Thirty-four signs at most: it is the label one ticks.

atelier_finding = { $label } · { $message }
atelier_label_correct = To correct
atelier_label_read = To read again
atelier_label_info = To know
atelier_in_french = The sentences below are in French: that is the language kits are checked in.
atelier_health_sound = All is well: nothing to correct, nothing to read again.
atelier_health_good = Nothing keeps it from being shared. These points deserve a second reading.
atelier_health_bad = These points are to be corrected before sharing. Each line leads to its field.
atelier_to_correct = To correct ({ $count })
atelier_to_read = To read again ({ $count })
atelier_to_know = To know ({ $count })

atelier_create_step = Screen { $number } of { $last }
atelier_back_step = Screen before
atelier_need = What does one notice with these people?
atelier_need_detail = Tick what one notices nearly every time. We shall first see whether a card is there already.
atelier_need_start = Tick at least three cues that are often noticed with these people.
atelier_ticked = { $count } ticked, { $most } at most
atelier_complete = Complete “{ $title }”
atelier_complete_say = Add a sentence
atelier_complete_step = Add a step
atelier_complete_place = Add an address
atelier_new_need = It is a new need
atelier_naming = What is it called?
atelier_naming_detail = A name one can read aloud before the person, and a sentence they might say.
atelier_name_help = A thing or a gesture, never a trait of the person: “Safety net”, “Step by step”.
atelier_essence_help = For instance: “I can do it, but I want to be sure I lose nothing.”
atelier_go_on = Go on
atelier_near = How is it different?
atelier_near_detail = It starts from the nearest card; you say what changes.
atelier_like = Like
atelier_except = Except
atelier_except_detail = Tick what is never noticed with these people.
atelier_keep_texts = Start from its sentences, to be adapted
atelier_create_now = Create the card
atelier_create_what = The card opens next, with three test situations. Nothing is shared.
atelier_apart_well = They are well told apart
atelier_apart_barely = They are sometimes mistaken
atelier_apart_not = They cannot be told apart
atelier_apart_combines = It goes with the others
atelier_advice = Advice
atelier_step_by_step = Go on step by step
atelier_words = What does one say to them?
atelier_words_detail = One sentence to begin with, and what would block them. The rest is written on the card.
atelier_words_say = A sentence to say
atelier_words_avoid = Something to avoid
atelier_doing = What is done together?
atelier_doing_detail = The steps of the nearest card, for ten minutes. Leave those that help.
atelier_doing_none = The nearest card has no step; you will add some on the card.
atelier_tests = Does the tool recognise it?
atelier_tests_detail = Three situations tried just now. Kept, they are tried at each change of the kit.
atelier_tests_none = Not enough cues for a test situation.
atelier_test_passes = Recognised
atelier_test_fails = Not recognised yet
atelier_test_keep = Keep test { $number }
atelier_case_title = { $name }, test { $number }
atelier_new_step = New step
atelier_no_near = A card to start from is needed; nothing changed.
atelier_no_near_cure = Choose the nearest card.

atelier_message_abandoned = Draft given up: it says again what the advisers’ kit says.
atelier_message_deleted = Deleted: { $label }
atelier_message_not_kept = The draft could not be kept. { $reason }
atelier_message_redone = Done again: { $label }
atelier_message_undone = Undone: { $label }
atelier_message_resumed = Your draft is here, as you left it.
atelier_message_resumed_on_other = Your draft is here. The advisers’ kit has changed since: read again before sharing.
