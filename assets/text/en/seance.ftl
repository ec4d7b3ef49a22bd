# “Prepare a workshop”, and what is printed for it.

atelier_task_prepare = Prepare a workshop
atelier_task_prepare_detail = Role-play for the team: choose, run, print.
seance_standing = In 15, 45 or 90 minutes
seance_detail = Three roles, written cards, the right to pause. Everything is invented; nobody is marked or ranked.
seance_length = Length
seance_minutes = { $count } min
seance_people = Participants
seance_people_count = { $count } people, besides whoever leads
seance_people_more = One person more
seance_people_less = One person fewer
seance_groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
}
seance_wish = What you want to practise
seance_wish_detail = With nothing ticked, the proposal lets the team meet as many situations as it can.
seance_personas = Cards
seance_channel = Channel
seance_theme = Theme
seance_any = All
seance_propose = Propose other scenarios
seance_picked = Scenarios chosen
seance_by_hand = Your own choice, in the order of play.
seance_back_to_proposal = Back to the proposal
seance_keep = Add
seance_drop = Remove
seance_all = { $count ->
    [one] See 1 scenario
   *[other] See all { $count } scenarios
}
seance_all_hide = Show only the scenarios chosen
seance_play = { $count } min of play
seance_none = No scenario goes with this choice. Take a filter away, or choose by hand.
seance_reading = Reading the scenarios…
seance_empty = This kit has no scenarios yet. Put a “scenarios” folder beside the kit, or open the kit that ships.
seance_unread = { $count ->
    [one] A scenario file could not be read. The command “reflexe check” says which one, and why.
   *[other] { $count } scenario files could not be read. The command “reflexe check” says which ones, and why.
}
seance_left_out = { $count ->
    [one] One scenario speaks of what this kit no longer has: it is not proposed.
   *[other] { $count } scenarios speak of what this kit no longer has: they are not proposed.
}
seance_game = Reading { $reading } min · play { $play } min · debrief { $debrief } min
seance_over = It runs { $count } min over. Remove a scenario, or choose a longer workshop.
seance_order = Running order
seance_debrief_show = Read the debrief
seance_debrief_hide = Close the debrief
seance_print = To print
seance_sheets_large = { $count ->
    [0] no A4 page
    [one] 1 A4 page
   *[other] { $count } A4 pages
}
seance_sheets_small = { $count ->
    [0] no A6 card
    [one] 1 A6 card
   *[other] { $count } A6 cards
}
seance_copies = { $count ->
    [one] { $title }, 1 copy
   *[other] { $title }, { $count } copies
}
seance_save_path = File of the pack
seance_save = Save there
seance_print_all = Print everything…
seance_save_dialog = Save as text…
seance_saved = Pack saved: { $path }
seance_printed = PDF saved: { $path }. Open it to print it.
seance_save_detail = “Print everything” makes one PDF of the whole pack, each sheet as many times as needed: open it to print it. “Save as text” makes a file to rework in a word processor. A path typed by hand ends in .pdf or .md. Both hold invented cards only.
seance_save_detail_text = A text file that opens anywhere, to be printed from a word processor. It holds invented cards only. This version is built without printing: it makes no PDF.
seance_file = workshop-{ $minutes }-min-{ $day }

pack_title = Team workshop, { $minutes } min
pack_origin = { $kit }, version { $version } · prepared on { $day }
pack_foot = All of it is invented. Anybody may say “pause” or “rewind”, and need not say why.
pack_foot_grid = No mark and no total. This grid goes back to whoever played the agent.
pack_foot_leader = We talk of what was said and done, never of who did it. Nothing is kept.
pack_order = Running order
pack_order_before = Before you begin
pack_order_people = { $people } participants, besides whoever leads
pack_order_groups = Groups: { $sizes }
pack_rules = The rules, to be said aloud
pack_rule_pause = “Pause”: everybody stops and breathes. Nobody asks why.
pack_rule_rewind = “Rewind”: we go back ten seconds and try another way.
pack_rule_pass = Anybody may pass, or only watch.
pack_rule_invented = We play the card and nothing more. No real contact, no name, no imitation.
pack_rule_observe = Watching means noting what one sees and hears, not what one thinks of it.
pack_rule_nothing = Nothing is noted about anybody. Grids are handed back, then thrown away.
pack_time = Minute by minute
pack_from_to = { $from } – { $to } min
pack_welcome = Welcome and rules of the game
pack_read = Game { $round }: everybody reads their card
pack_play = Game { $round }: “{ $title }”
pack_debrief = Debrief of game { $round }: usager, then agent, then observer
pack_pause = Break
pack_close = Closing: one thing the team keeps
pack_seats = Who plays what
pack_seats_detail = Everybody takes a letter in their group and keeps it. Roles turn by themselves.
pack_group_of = Group of { $size }, game { $round }
pack_seats_trio = { $agent }: agent · { $usager }: usager · { $observers }: watches
pack_seats_pair = { $agent }: agent · { $usager }: usager · whoever leads watches
pack_to_prepare = To prepare
pack_team_keeps = What the team keeps
pack_strap_agent = Agent card · Game { $round } · { $channel }
pack_strap_usager = Usager card · Game { $round } · { $channel }
pack_strap_grid = Observer’s grid · Game { $round } · { $channel }
pack_strap_debrief = Debrief · Game { $round } · { $channel }
pack_knows = You know
pack_agent_part = Your part
pack_agent_do = Welcome, help, conclude. You know nothing else of the person.
pack_agent_time = { $minutes } min of play. Asking for a pause is not failing.
pack_wants = You want
pack_first = You say first
pack_plays = Along the way
pack_replies = If you are asked
pack_unsaid = Only once you trust
pack_eases = What helps you
pack_eases_do = Then say more, and let yourself be helped.
pack_closes = What closes you
pack_closes_do = Then answer more briefly, without blocking the game.
pack_usager_part = Play what is said and done. Imitate nobody, add nothing about who you might be.
pack_grid_do = Tick what you see or hear from the agent. An empty box is no fault.
pack_grid_heard = A sentence that helped
pack_grid_again = A moment to play again
pack_objective = What we practise
pack_undoes = The idea this game undoes
pack_turn = Who speaks when
pack_turn_do = The usager speaks first, then the agent, then the observer. Whoever leads speaks last.
pack_questions = The questions
pack_traps = Where one slips
pack_again = To play again
pack_tool = What the tool would have shown
pack_tool_lead = Lead: { $names }
pack_tool_situation = Situation: { $names }
pack_tool_cues = Cues played: { $cues }
pack_steps = Steps that help
pack_we_keep = A sentence or a gesture that we keep
pack_note = Practice note
pack_note_strap = Blank note
pack_note_do = As on the screen: what was done, no name, no number, no judgement.
pack_note_theme = Theme
pack_note_steps = Steps done
pack_note_outcome = Result
pack_note_orientation = Where next
pack_note_more = More, in a few words
pack_kind_order = Running order
pack_kind_agent = Agent cards
pack_kind_usager = Usager cards
pack_kind_grid = Observer’s grids
pack_kind_debrief = Debrief guides
pack_kind_note = Blank notes
