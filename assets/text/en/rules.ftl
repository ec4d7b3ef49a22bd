# Rules, conditions, links and cases of the workshop: sentences one builds by choosing.

atelier_kind_rules = Rule
atelier_kind_links = Link
atelier_kind_cases = Test situation
atelier_detail_rules = When this is noted, offer that.
atelier_detail_links = A cue that announces another. Worked out from your counts, to be changed seldom.
atelier_add_rules = Add a rule
atelier_add_links = Add a link
atelier_none_rules = No rule yet.
atelier_none_links = No link yet. Each cue then counts by itself.
atelier_count_rules = { $count ->
    [0] No rule
    [one] 1 rule
   *[other] { $count } rules
}
atelier_count_links = { $count ->
    [0] No link
    [one] 1 link
   *[other] { $count } links
}
atelier_group_only_when = Offer it only when…
atelier_group_then = What the rule does
atelier_group_lean = How much

rule_title = When { $when }, { $then }
rule_when_nothing = nothing is chosen
rule_then_nothing = do nothing
rule_or_more = { $words } (or { $count } more)
rule_and_more = { $words } (and { $count } more)
rule_unless = it is not this: { $words }
rule_place = Condition { $number }
rule_always = No condition: it is offered every time.
rule_any = One of these is enough
rule_all = All of these together
rule_but_any = Unless one of these is true
rule_but_all = Unless all of these are true
rule_but = Unless it is so
rule_add = Add a condition
rule_add_here = Add a condition to this group
rule_add_effect = Add an effect
rule_what = What is it about?
rule_effect_what = What to do then?
rule_out = Take out
rule_other = Choose another

rule_is = It is so
rule_noted = It is noted
rule_denied = The person says no
rule_unsaid = It is not noted

rule_cue = “{ $title }” is noted
rule_cue_denied = the person says no to “{ $title }”
rule_cue_unsaid = “{ $title }” is not noted
rule_answer = the answer to “{ $question }” is “{ $answer }”
rule_answer_unsaid = the answer to “{ $question }” is not “{ $answer }”
rule_situation = the situation “{ $title }” is stated
rule_situation_unsaid = the situation “{ $title }” is not stated
rule_followed = the card “{ $title }” is followed
rule_followed_unsaid = the card “{ $title }” is not followed
rule_setting = the setting “{ $title }” is on
rule_setting_unsaid = the setting “{ $title }” is off
rule_channel = the contact is on this channel: { $title }
rule_channel_unsaid = the contact is on another channel than: { $title }
rule_theme = the procedure is about: { $title }
rule_theme_unsaid = the procedure is not about: { $title }

rule_pick_cue = A cue
rule_pick_answer = An answer
rule_pick_situation = A stated situation
rule_pick_followed = A card that is followed
rule_pick_channel = The channel
rule_pick_theme = The theme
rule_pick_setting = A setting of the desk
rule_pick_group = Several conditions together
rule_accredited = organisation accredited by Aidants Connect

effect_step = offer the step “{ $title }”
effect_raise = state the situation “{ $title }”
effect_ask = ask the question “{ $title }”
effect_hold = leave the question “{ $title }” aside
effect_hide = offer no { $title }
effect_notice = show: { $title }
effect_notice_empty = show a message
effect_pick_step = Offer a step
effect_pick_raise = State a situation
effect_pick_ask = Ask a question
effect_pick_hold = Leave a question aside
effect_pick_hide = Leave out a way of helping
effect_pick_notice = Show a message
effect_message = The message, in one sentence

lean_title = If “{ $parent }”, then “{ $child }” { $how }
lean_if_cue = If “{ $title }” is noted
lean_if_not = If “{ $title }” is not the case
lean_if_answer = If the answer is “{ $title }”
lean_then_cue = “{ $title }” is noticed…
lean_then_answer = The answer “{ $title }” comes…
lean_less = less often
lean_same = as often
lean_more = more often
lean_mixed = depending on the card
lean_by_card = Set it card by card
lean_by_card_close = Close card by card
lean_rarer = Rarer: { $name }
lean_oftener = More frequent: { $name }
lean_level = { $name }: { $word }

case_change = Change this case
case_change_close = Close
case_change_name = Change the case “{ $title }”
case_copy_name = Duplicate the case “{ $title }”
case_delete_name = Delete the case “{ $title }”
case_untried = The draft cannot be tried: something is to be corrected. The cases are still here to be changed.
case_answer = Choose an answer
