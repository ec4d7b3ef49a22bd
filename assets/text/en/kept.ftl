# What stays on this machine: the screen of it, and the draft a crash left.

kept_title = What the tool keeps
kept_what = Everything Réflexe keeps on this machine is in this list. A contact itself is erased as soon as it ends.
kept_reading = Reading the disk…
kept_nothing = No saved note.
kept_nothing_detail = A saved note will appear here, with its age and size.
kept_exports = Saved notes
kept_of_contacts = Other traces of contacts
kept_kind_export = Note
kept_kind_draft = Draft of the contact in hand
kept_kind_draft_left = Draft
kept_kind_tally = Local tally
kept_kind_previous = Version before
kept_kind_aside = Damaged file, put aside
kept_kind_leftover = Left by an interrupted writing
kept_kind_export_list = List of saved notes
kept_kind_settings = Settings
kept_kind_receipts = Receipts
kept_kind_running = Running of the program
kept_of_tool = Nothing of a contact
kept_ends_with_contact = Erased when the contact ends.
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
    [one] 1 file will be erased: all that may tell of a contact
   *[other] { $count } files will be erased: all that may tell of a contact
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
    [one] 1 file, { $size }
   *[other] { $files } files, { $size }
}
kept_today = today
kept_yesterday = yesterday
kept_age = { $days } days ago
kept_age_unknown = age unknown
kept_bytes = { $count } bytes
kept_kilobytes = { $count } KB
kept_megabytes = { $count } MB
kept_row = { $kind } · { $size } · { $age }
found_title = A contact was not finished
found_detail = The program stopped before the end. This is what is left of it, on this machine only.
found_started = Begun at { $time }
found_contact = { $channel } · { $cues ->
    [0] no cue
    [one] 1 cue
   *[other] { $cues } cues
} · { $steps ->
    [0] no step done
    [one] 1 step done
   *[other] { $steps } steps done
}
found_text = A written complement is kept.
found_masked = Blocking numbers are not in it: they are never written to the disk.
found_take_up = Go on with it
found_erase = Erase
draft_trouble = The draft is not kept: { $reason }
kept_unread = Could not be read: { $path } ({ $reason })
kept_kind_published = Copy of the published kit
kept_published = Copy of the published kit, version { $number } in use
