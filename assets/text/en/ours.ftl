# What is the structure's own over the kit of everyone: written for who has never seen a file.

atelier_task_ours = Our own
atelier_task_ours_detail = Everything you say, add or hide, beside what the kit says.

ours_which = What do you want to change?
ours_everyone = Everyone’s kit
ours_ours = Our place
ours_everyone_detail = What you change here is for every place that receives this kit, once it is shared.
ours_ours_detail = What you change here is for your place only, and stays when everyone’s kit changes.

ours_home_same = Nothing waits: your agents already have what is written here.
ours_home_changes = { $count ->
    [one] 1 change waits. It is used when you say so, on the page “Our own”.
   *[other] { $count } changes wait. They are used when you say so, on the page “Our own”.
}
ours_tests_detail = Situations where it should come out. At our place they serve to check now; they are not kept.

ours_state = { $count ->
    [0] All as in the kit
    [one] 1 thing of our own
   *[other] { $count } things of our own
}
ours_state_looks = { $count ->
    [one] 1 to read again
   *[other] { $count } to read again
}

ours_none = At your place, everything is as in everyone’s kit. Open a sheet from the home of the workshop and change what is different at your place: an address, opening hours, a sentence, a step more or less.
ours_looks = To read again: everyone’s kit has changed
ours_looks_detail = For each, keep yours or take the kit’s. Until you choose, your agents see yours.
ours_was = The kit said: { $words }
ours_now = The kit now says: { $words }
ours_here = Ours: { $words }
ours_base = The kit says: { $words }
ours_fields = Said otherwise at our place
ours_hidden = Steps not shown at our place
ours_own = Added at our place
ours_keep = Keep ours
ours_kept = Yours is kept, and written. As long as nothing else is used, you can go back on it.
ours_keep_back = Go back on this choice
ours_take = Take the kit’s
ours_forget = Forget it
ours_see = See the field
ours_back = Back to the kit’s text
ours_show_again = Show again
ours_remove = Remove
ours_named = { $action }: { $label }
ours_mark = Our own
ours_mark_own = Added at our place: everyone’s kit does not have it.
ours_rest = The rest of this sheet comes from the kit: it is changed in “Everyone’s kit”.
ours_hide = Do not show at our place
ours_hide_title = { $label }: do not show at your place?
ours_reset_label = Back to the kit’s text

ours_place = Where it is kept
ours_place_here = On this machine only. For every machine of your place, write the whole path of a shared folder here.
ours_place_shared = In this folder. Machines with the same setting take it between two interviews.
ours_folder = Folder of your place
ours_locked = This folder is fixed by the administration.
ours_use = Use at our place…
ours_use_detail = Nothing changes yet for your agents: the next screen asks to confirm.
ours_use_none = Nothing new: your agents already have what is written here.
ours_use_errors = First correct what is to correct: see “Check the kit” on the home of the workshop.
ours_confirm = Use what is written here at our place?
ours_confirm_detail = { $count ->
    [one] 1 change, for your place only. Machines take it at the next interview; everyone’s kit does not change.
   *[other] { $count } changes, for your place only. Machines take them at the next interview; everyone’s kit does not change.
}
ours_confirm_yes = Yes, use it
ours_confirm_no = Not now
ours_saving = Writing…
ours_used = Written. Your agents will have it at the next interview.
ours_kept_out = This cannot be your place’s own, and nothing has changed. At your place one changes texts, addresses, lists of steps, hides a step, adds a step, a place or a card. The rest is changed in “Everyone’s kit”.
ours_unsound = What is your place’s own no longer goes with this kit: it is not used, and nothing is erased. Open the workshop, “Our place”, to read it again.
toast_ours = What is your place’s own was brought up to date
kept_kind_ours = The place’s own
