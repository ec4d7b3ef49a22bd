# The settings and what the window says about itself.

settings_title = Settings
settings_language = Language
settings_theme = Appearance
settings_zoom = Size
settings_channel = Channel for a new conversation
settings_channel_kit = The kit’s own
settings_window = Window
settings_folds = Fold into a strip as soon as a lead is followed, and on the phone
settings_on_top = Keep the strip in front of other windows
settings_timer = Show the time elapsed
settings_keyboard = Keyboard
settings_single_letters = A single letter or digit is a command key
settings_single_letters_detail = Unticked: no single key does anything; Tab, Enter and the keys with Ctrl do everything.
settings_letters = Command letters
settings_rebind_now = Press a letter for “{ $what }”. Esc to cancel.
settings_rebind_taken = The letter { $letter } is already used for “{ $what }”.
settings_rebind_reset = Restore the original letters
settings_structure = Organisation
settings_accredited = Organisation accredited for Aidants Connect
settings_folder = Folder for notes
settings_folder_default = Usual folder: { $path }
settings_folder_field = Another folder
settings_locked = set by your administrators
settings_file = Settings file: { $path }
settings_no_file = This computer has no folder to keep the settings in. They apply until you close the window.
settings_renderer = Display: { $renderer }
settings_folder_absolute = Write the whole path of the folder, from the root. The former folder serves meanwhile.
settings_note_length = Written complement of a note
settings_note_none = No complement
settings_note_characters = { $count } characters
settings_clipboard = A copied note leaves the clipboard
settings_clipboard_end = when the window closes
settings_clipboard_seconds = { $count } seconds
settings_clipboard_minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
settings_clipboard_detail = Only if it is still there. A clipboard manager may keep a copy elsewhere.
notes_network = The folder of notes is shared on the network: others may read them.
notes_removable = The folder of notes is on a removable device: it may get lost.
settings_template = Copy for the business application
settings_template_none = The whole note
settings_template_own = Your template
settings_template_detail = From the note: { "{" }date{ "}" }, { "{" }canal{ "}" }, { "{" }theme{ "}" }, { "{" }duree{ "}" }, { "{" }suite{ "}" }, { "{" }materiel{ "}" }, { "{" }orientation{ "}" }, { "{" }autonomie{ "}" }, { "{" }etapes{ "}" }, { "{" }complement{ "}" }. Filled by the agent: { "{" }?motif{ "}" }, { "{" }?nb:nombre{ "}" } and { "{" }?jour:date{ "}" }.
settings_template_found = This template contains a number, a name or an address: it will leave in every copied note.
settings_template_faulty = The old template serves until this one is corrected.
settings_published = Published kit
settings_published_detail = The folder, often shared, where the team’s kit is published. A new version is taken between two interviews, never during one.
settings_published_field = Folder of versions (empty: none)
settings_published_choose = Choose a folder…
settings_published_none = No published version is in use.
settings_published_version = Version { $number } of the published kit, of { $date }
settings_published_undated = Version { $number } of the published kit
settings_published_waiting = Version { $number } will be taken at the next interview.
