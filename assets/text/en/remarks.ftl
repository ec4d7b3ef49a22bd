# Remarks on the texts of the kit: left from a card, read in the workshop.

remark_begin = A remark on this card…
remark_title = A remark on this card
remark_detail = It is about a text, not about a person. Whoever keeps the kit will read it, with the week and no name.
remark_which = About which text?
remark_which_named = About which text: { $name }
remark_words = What is wrong, or what you would say
remark_left_characters = { $count ->
    [one] 1 character at most
   *[other] { $count } characters at most
}
remark_mask = Mask it
remark_leave = Leave the remark
remark_give_up = Leave nothing
remark_going = The remark is on its way…
remark_shared = Thank you: the remark is left for whoever keeps the kit.
remark_here = Thank you: the remark is kept on this machine. The workshop of this machine shows it.
remark_here_why = The remark is kept on this machine, not in the shared folder. { $why }

atelier_task_remarks = Remarks of the team
atelier_task_remarks_detail = What your colleagues say of the texts, left from a card.
remarks_state = { $count ->
    [0] None to read
    [one] 1 to read
   *[other] { $count } to read
}
remarks_none = No remark. Between two interviews, anybody can leave one at the foot of a card.
remarks_unread = To read
remarks_read = Read
remarks_damaged = { $count ->
    [one] 1 remark was damaged: it is put aside, beside the others.
   *[other] { $count } remarks were damaged: they are put aside, beside the others.
}
remarks_look_again = Read again
remarks_week = Week { $week } of { $year }
remarks_at = Remark: “{ $text }”
remarks_mark = Mark as read
remarks_unmark = To be read again
remarks_erase = Erase…
remarks_erase_title = Erase this remark?
remarks_erase_detail = It goes for everybody, and cannot come back.
remarks_erase_yes = Erase
remarks_erase_no = Keep it
remarks_see = See the text
remarks_other_kit = This text is not in this kit.
kept_kind_remark = Remark on a text of the kit
