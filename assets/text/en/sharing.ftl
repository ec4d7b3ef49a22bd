# Sharing the kit with the team: written for who has never seen a file.

atelier_task_share = Share with the team
atelier_task_share_detail = See what it changes, say why, then give the kit to every desk.
atelier_task_files = Exchange files
atelier_task_files_detail = Give or receive a kit, a card, a table of cues.
atelier_kinds_rules = Rules
atelier_kinds_cases = Test situations
atelier_kinds_links = Links

share_work_looking = Reading the folder of versions…
share_work_publishing = Sharing… The version before stays in use until the end.
share_work_restoring = Going back to the old version…
share_work_comparing = Comparing the two versions…
share_work_choosing = Choosing in the system’s window…
share_work_writing = Writing the file…
share_work_reading = Reading the file…

share_folder = Folder of versions
share_folder_help = The shared folder where desks take the kit. Write its whole path or choose it.
share_choose_folder = Choose a folder…
share_look_again = Read the folder again
share_no_dialog = Nothing was chosen. If no window opened, write the whole path.
share_current = Version { $number } in use, shared on { $date } ({ $role }).
share_current_bare = Version { $number } in use.
share_first = Nothing has been shared in this folder yet.
share_none_current = Nothing there says which version is shared: they are intact. Restore one, or share yours.
share_followed = This station takes the kit from this folder too, between two interviews.
share_not_followed = This station does not take the kit from this folder.
share_follow = Take the kit from there from now on
share_follow_locked = Your administration chose where this station takes the kit: this folder holds for this time only.
share_unreadable = The shared version ({ $number }) cannot be read. Your draft is untouched. Restore another version from “Shared versions”.
share_versions = Shared versions
share_versions_detail = What was shared, by who answers for the kit, and why. One can go back to each.
share_all_versions = All versions
share_back = Back

share_changes = What it changes
share_no_news = Your draft says the same as the version in use: there is nothing to share.
share_first_same = First sharing: the whole kit, as it is on this computer.
share_all_changes = Show everything ({ $count })
share_changes_of = { $kinds } ({ $count })
share_before = Before: { $words }
share_after = Now: { $words }
share_nothing_there = nothing

share_refused = { $count ->
    [one] 1 point is to correct before sharing.
   *[other] { $count } points are to correct before sharing.
}
share_see_errors = See what is to correct
share_reason = Why, in one line
share_reason_help = For example: “Town hall hours, new card”. Every desk can read it.
share_role = Your role
share_role_help = A role, not a name: “front desk manager”.
share_go = Share…
share_go_detail = Nothing leaves yet: the next screen asks to confirm.
share_confirm = Share version { $number } with the team?
share_confirm_changes = { $count ->
    [0] The whole kit, as it is on this computer.
    [one] 1 change.
   *[other] { $count } changes.
}
share_confirm_words = { $reason } ({ $role })
share_confirm_folder = Folder: { $folder }
share_confirm_detail = Desks take it between two interviews. The versions before stay, one can go back to them.
share_yes = Share now
share_not_yet = Not yet

share_done = Version { $number } shared; desks will take it at the next contact.
share_done_again = The old version is in use again, under number { $number }.
share_done_original = The file written by hand is kept as it was, as version { $number }.
share_done_detail = The version before stays in the folder.
share_conflict = Somebody shared version { $number } at the same moment: it stays in use.
share_conflict_both = Yours is kept beside it, under the name { $number }, and your draft is untouched.
share_conflict_detail = Look at what they changed, put the two together, then share; or come back later.

share_passed = Somebody has shared version { $number } since
share_passed_detail = Your draft does not start from it. Put the two together to lose nothing, then share. There is no hurry: it is kept.
share_together = Put the two together
share_theirs = What they changed
share_together_title = Put your draft and their version together
share_together_none = You did not change the same things: everything goes together with no choice to make.
share_together_some = { $count ->
    [one] You both changed 1 same thing. Choose what stays.
   *[other] You both changed { $count } same things. Choose what stays.
}
share_ours = Keep ours
share_their = Keep theirs
share_keep_side = { $side } ({ $number })
share_together_yes = Put together in my draft
share_together_detail = Nothing is shared yet, and “Undo” gives your draft back.
share_together_label = Put together with version { $number }
share_later = Later

share_version = Version { $number } · { $standing }
share_standing_current = in use
share_standing_past = shared before
share_standing_aside = kept beside, never in use
share_who = { $date }, { $role }
share_original = File written by hand, kept as it was.
share_compare = Compare
share_compare_named = Compare version { $which }
share_between = From version { $before } to version { $after }
share_same = Both versions say the same.
share_restore = Restore
share_restore_named = Restore version { $which }
share_restore_title = Go back to version { $number }
share_restore_detail = It is shared again, under a new number. Nothing is erased.
share_restore_reason = Back to version { $number }
share_restore_go = Restore…
share_restore_confirm = Put version { $number } in use again?
share_troubles = Files left aside

share_give = Give
share_give_what = What do you give?
share_give_kit = The whole kit
share_give_card = A card alone
share_give_table = Cues and levels
share_which_card = Which card?
share_given_kit = A file with your whole draft, for another site or a copy.
share_given_card = The card with its cues, its questions and its steps, for another kit.
share_given_table = A table for the spreadsheet: a row per cue, a column per card.
share_give_path = Path of the file to write
share_write = Write here
share_write_dialog = Choose where…
share_written = File written: { $path }
share_take = Receive
share_take_detail = A kit, a card or a table. What it changes is shown before it is taken.
share_take_path = Path of the file to read
share_read = Read this file
share_read_dialog = Choose a file…
share_taken = Taken into your draft: { $name }. “Undo” takes it out.
share_taken_label = File received: { $name }
share_changed_meanwhile = Your draft changed meanwhile; nothing was taken. Read the file again.
share_brings = What { $name } brings
share_brings_kit = A whole kit: it takes the place of your draft.
share_brings_card = A card, with what it needs. The rest of your draft does not change.
share_brings_table = A table of cues and levels.
share_brings_nothing = Nothing: your draft already says the same.
share_bad_cells = Cells left aside ({ $count })
share_keep = Keep the kit’s own
share_both = Keep both
share_replace = Replace
share_take_in = Take into my draft
share_take_in_detail = Nothing is shared, and “Undo” takes it out.
share_leave = Leave it
