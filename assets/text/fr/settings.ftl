# The settings and what the window says about itself.

settings_title = Réglages
settings_language = Langue
settings_theme = Apparence
settings_zoom = Taille
settings_channel = Canal d’un nouvel échange
settings_channel_kit = Celui du kit
settings_window = Fenêtre
settings_folds = Replier en bande dès qu’une piste est suivie, et au téléphone
settings_on_top = Garder la bande devant les autres fenêtres
settings_timer = Montrer le temps écoulé
settings_keyboard = Clavier
settings_single_letters = Une lettre ou un chiffre seul est une touche de commande
settings_single_letters_detail = Décoché : rien ne part d’une touche seule ; Tab, Entrée et les touches avec Ctrl font tout.
settings_letters = Lettres des commandes
settings_rebind_now = Pressez une lettre pour « { $what } ». Échap pour renoncer.
settings_rebind_taken = La lettre { $letter } sert déjà à « { $what } ».
settings_rebind_reset = Remettre les lettres d’origine
settings_structure = Structure
settings_accredited = Structure habilitée Aidants Connect
settings_folder = Dossier des notes
settings_folder_default = Dossier habituel : { $path }
settings_folder_field = Autre dossier
settings_locked = fixé par l’administration
settings_file = Fichier des réglages : { $path }
settings_no_file = Ce poste n’a pas de dossier où garder les réglages. Ils valent jusqu’à la fermeture.
settings_renderer = Affichage : { $renderer }
settings_folder_absolute = Écrivez le chemin entier du dossier, depuis la racine. L’ancien dossier sert en attendant.
settings_note_length = Complément écrit d’une note
settings_note_none = Sans complément
settings_note_characters = { $count } caractères
settings_clipboard = Une note copiée quitte le presse-papiers
settings_clipboard_end = à la fermeture
settings_clipboard_seconds = { $count } secondes
settings_clipboard_minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
settings_clipboard_detail = Seulement si elle y est encore. Un gestionnaire de presse-papiers peut en garder une copie ailleurs.
notes_network = Le dossier des notes est partagé sur le réseau : d’autres peuvent les lire.
notes_removable = Le dossier des notes est sur un support amovible : il peut se perdre.
settings_template = Copier pour l’application métier
settings_template_none = La note entière
settings_template_own = Votre modèle
settings_template_detail = Viennent de la note : { "{" }date{ "}" }, { "{" }canal{ "}" }, { "{" }theme{ "}" }, { "{" }duree{ "}" }, { "{" }suite{ "}" }, { "{" }materiel{ "}" }, { "{" }orientation{ "}" }, { "{" }autonomie{ "}" }, { "{" }etapes{ "}" }, { "{" }complement{ "}" }. À remplir par l’agent : { "{" }?motif{ "}" }, { "{" }?nb:nombre{ "}" } et { "{" }?jour:date{ "}" }.
settings_template_found = Ce modèle contient un numéro, un nom ou une adresse : il partira dans chaque note copiée.
settings_template_faulty = L’ancien modèle sert tant que celui-ci n’est pas corrigé.
settings_published = Kit publié
settings_published_detail = Le dossier, souvent partagé, où le kit de l’équipe est publié. Une nouvelle version est prise entre deux entretiens, jamais pendant.
settings_published_field = Dossier des versions (vide : aucun)
settings_published_choose = Choisir un dossier…
settings_published_none = Aucune version publiée n’est en service.
settings_published_version = Version { $number } du kit publié, du { $date }
settings_published_undated = Version { $number } du kit publié
settings_published_waiting = La version { $number } sera prise au prochain entretien.
