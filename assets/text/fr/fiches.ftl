# The library of cards (« Fiches »): the kit as one reads it with five quiet minutes.

fiches_task = Fiches
fiches_task_detail = Profils, situations, étapes, démarches : à lire et à relire, d’une fiche à l’autre.
fiches_detail = Cinq minutes au calme ? Choisissez une fiche, puis suivez les liens.
fiches_search = Chercher une fiche
fiches_search_none = Aucune fiche ne répond à ces mots. Essayez un autre mot, ou un seul.
fiches_found = { $count ->
    [one] { $count } fiche trouvée
   *[other] { $count } fiches trouvées
}
fiches_clear = Effacer la recherche
fiches_forward = Suivant
fiches_forward_key = Alt flèche droite
fiches_all = Toutes les fiches
fiches_list = Liste des fiches
fiches_card = Fiche
fiches_gone = Cette fiche n’est plus dans le kit. Les autres sont dans « Toutes les fiches ».
fiches_count = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}

fiches_shelf_profiles = Profils
fiches_shelf_profiles_detail = Les manières d’être avec une démarche en ligne, et comment aider chacune.
fiches_shelf_situations = Situations
fiches_shelf_situations_detail = Ce qui s’ajoute à n’importe quel profil et change la façon d’aider.
fiches_shelf_cues = Indices
fiches_shelf_cues_detail = Ce que l’on entend ou voit faire, et ce que cela évoque.
fiches_shelf_questions = Questions
fiches_shelf_questions_detail = Les mots pour demander, et ce que chaque réponse éclaire.
fiches_shelf_steps = Étapes
fiches_shelf_steps_detail = Ce que l’on peut faire et cocher, avec les phrases à dire.
fiches_shelf_procedures = Démarches
fiches_shelf_procedures_detail = Pièces à apporter, autre voie qu’en ligne, pièges habituels.
fiches_shelf_places = Lieux
fiches_shelf_places_detail = Où envoyer les personnes, quand, et avec quoi.

fiches_one_profile = Profil
fiches_one_situation = Situation
fiches_one_cue = Indice
fiches_one_question = Question
fiches_one_step = Étape
fiches_one_procedure = Démarche
fiches_one_place = Lieu

fiches_role_inform = Pour y voir plus clair
fiches_role_offer = À proposer à tout le monde

fiches_print = Imprimer cette fiche
fiches_map = La carte des profils
fiches_map_detail = Deux repères au choix : qui se ressemble, qui est loin de qui.
fiches_map_see = Voir sur la carte
fiches_map_across = De gauche à droite
fiches_map_upward = De bas en haut
fiches_map_choose = { $side } : { $axis }
fiches_map_axis_across = { $axis } : très peu à gauche, beaucoup à droite
fiches_map_axis_upward = { $axis } : très peu en bas, beaucoup en haut
fiches_map_table = Les mêmes repères, en mots
fiches_map_drawing = Carte
fiches_map_mark = { $axis } : { $degree }
fiches_map_codes = Les noms en entier sont dans la liste, avec leur code.
fiches_map_none = Aucune fiche de ce kit ne porte ces repères. Ils se remplissent dans l’atelier du kit.
fiches_map_limits = Des repères pour se souvenir, jamais une mesure de quelqu’un.
fiches_degree_0 = très peu
fiches_degree_1 = peu
fiches_degree_2 = moyennement
fiches_degree_3 = assez
fiches_degree_4 = beaucoup

fiches_often_always = presque toujours
fiches_often_often = souvent
fiches_often_sometimes = parfois
fiches_often_rarely = rarement
fiches_often_never = presque jamais

fiches_head_say_counter = Au guichet
fiches_head_say_phone = Au téléphone
fiches_head_help = Comment aider
fiches_head_two = En deux minutes
fiches_head_ten = En dix minutes
fiches_head_relay = Pour passer le relais
fiches_head_recognised = À quoi on reconnaît
fiches_head_evokes = Ce que cela évoque
fiches_head_answers = Ce que chaque réponse évoque
fiches_head_rare = { $count ->
    [one] Et, rarement : { $count } autre
   *[other] Et, rarement : { $count } autres
}
fiches_head_rare_hide = Masquer ce qui est rare
fiches_head_opened = Se dit d’emblée
fiches_head_opens = Signale une situation
fiches_head_telling = Questions qui font la différence
fiches_head_confused = Ne pas confondre avec
fiches_head_taken_for = On peut aussi confondre avec
fiches_head_brought_by = Ce qui amène cette étape
fiches_head_brings = Étapes que cela amène
fiches_head_helps = Aide surtout
fiches_head_of_procedures = Sert pour ces démarches
fiches_head_procedure_steps = Étapes utiles
fiches_head_how = Comment faire
fiches_head_note = Dans la note
fiches_head_on_phone = Au téléphone, plutôt
fiches_head_excludes = Ne va pas avec
fiches_head_offers = Ce qu’on y trouve
fiches_head_when = Quand
fiches_head_contact = Comment joindre
fiches_head_bring = À apporter
fiches_head_places = Où envoyer
fiches_head_relays = Étapes pour passer le relais
fiches_head_sources = Sources
fiches_because = car { $why }
fiches_answer_nobody = Ne penche vers aucun profil.
fiches_answered = « { $answer } »

fiches_fact_counter = au guichet seulement
fiches_fact_phone = au téléphone seulement
fiches_fact_help = façon d’aider : { $mode }
fiches_fact_lasts = { $minutes } min environ
fiches_fact_declared = noté seulement si la personne le dit
fiches_fact_everyone = bonne pour tout le monde
fiches_fact_reviewed = Fiche relue le { $date }
fiches_fact_confirmed = Vérifié le { $date }
