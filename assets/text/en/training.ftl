# Training: everything in it is invented, and says so at all times.

training_mark = Training: everything is invented, nothing is kept
training_mark_short = Training
training_header = Training header
training_page = Training page
training_leave = Leave training
training_contact_detail = Training opens in its place. The interview stays as it is: one key goes back.
training_contact_go = Open training

training_home = Training
training_home_detail = Alone or together, with nobody in front of you. Nothing is noted, counted or sent.
training_back = Back

training_task_simulations = In the usager’s shoes
training_task_simulations_detail = Five minutes with a procedure that resists, then the same with someone beside you.
