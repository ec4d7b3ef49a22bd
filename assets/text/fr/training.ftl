# Training (« S’entraîner »): everything in it is invented, and says so at all times.

training_mark = Entraînement : tout est inventé, rien n’est conservé
training_mark_short = Entraînement
training_header = En-tête de l’entraînement
training_page = Page de l’entraînement
training_leave = Quitter l’entraînement
training_contact_detail = L’entraînement s’ouvre à sa place. L’échange reste tel qu’il est : une touche y ramène.
training_contact_go = Ouvrir l’entraînement

training_home = S’entraîner
training_home_detail = Seul ou à plusieurs, sans personne en face. Rien n’est noté, compté ni envoyé.
training_back = Retour

training_task_simulations = Dans la peau de…
training_task_simulations_detail = Cinq minutes devant une démarche qui résiste, puis la même avec quelqu’un à côté.
