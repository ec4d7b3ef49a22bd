# What stays on this machine: the screen of it, and the draft a crash left.

kept_title = What the tool keeps
kept_what = Everything Réflexe keeps on this machine is in this list. A conversation itself is erased as soon as it ends.
kept_reading = Reading the disk…
kept_nothing = No saved note.
kept_nothing_detail = A saved note will appear here, with its age and size.
kept_exports = Saved notes
kept_of_contacts = Other traces of conversations
kept_kind_export = Note
kept_kind_draft = Draft of the current conversation
kept_kind_draft_left = Draft
kept_kind_tally = Local tally
kept_kind_previous = Previous version
kept_kind_aside = File put aside
kept_kind_leftover = Left by an interrupted write
kept_kind_export_list = List of saved notes
kept_kind_settings = Settings
kept_kind_workshop = Draft of the workshop
kept_kind_receipts = Receipts
kept_kind_running = Program state
kept_of_tool = Program files
kept_ends_with_contact = Erased when the conversation ends.
kept_erase = Erase
kept_erase_named = Erase { $name }
kept_purge = Erase notes older than
kept_days = { $days } days
kept_purge_show = See which
kept_purge_none = No note is older than { $days } days.
kept_erase_all = Erase all
kept_asked_one = This file will be erased
kept_asked_old = { $count ->
    [one] 1 file older than { $days } days will be erased
   *[other] { $count } files older than { $days } days will be erased
}
kept_asked_all = { $count ->
    [one] 1 file will be erased: everything that may tell of a conversation
   *[other] { $count } files will be erased: everything that may tell of a conversation
}
kept_asked_detail = Nothing can bring them back afterwards. Settings and receipts stay.
kept_yes = Erase for good
kept_receipt = { $files ->
    [0] Receipt of { $day }: nothing to erase · version { $version }
    [one] Receipt of { $day }: 1 file erased ({ $size }) · version { $version }
   *[other] Receipt of { $day }: { $files } files erased ({ $size }) · version { $version }
}
kept_failed = Could not be erased: { $path } ({ $reason })
kept_total = { $files ->
    [0] No file
    [one] 1 file, { $size }
   *[other] { $files } files, { $size }
}
kept_today = today
kept_yesterday = yesterday
kept_age = { $days } days ago
kept_age_unknown = age unknown
kept_bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
}
kept_kilobytes = { $count } KB
kept_megabytes = { $count } MB
kept_row = { $kind } · { $size } · { $age }
found_title = A conversation was not finished
found_detail = The program stopped before the end. This is what is left of it, on this machine only.
found_started = Started at { $time }
found_contact = { $channel } · { $cues ->
    [0] no cue
    [one] 1 cue
   *[other] { $cues } cues
} · { $steps ->
    [0] no step done
    [one] 1 step done
   *[other] { $steps } steps done
}
found_text = Something you wrote is kept.
found_masked = What the guard blocks is replaced by its mask.
found_take_up = Resume
found_erase = Erase
draft_trouble = { $reason }
kept_unread = Could not be read: { $path } ({ $reason })
no_draft_shared = No draft is kept: Réflexe’s folder is on the network or on a removable drive. An interrupted contact would be lost.
no_draft_not_alone = No draft is kept: another Réflexe window may be open. An interrupted contact would be lost.
no_draft_no_folder = No draft is kept: this machine has no folder to write it in. An interrupted contact would be lost.
no_draft_unread = No draft is kept: the one that is there could not be read, and it is not touched. An interrupted contact would be lost.
no_draft_refused = No draft is kept: the system refused. An interrupted contact would be lost.
kept_settings_hold = The settings of this window hold until it closes; the original ones come back after that.
kept_kind_published = Copy of the published kit
kept_published = Copy of the published kit, version { $number } in use
