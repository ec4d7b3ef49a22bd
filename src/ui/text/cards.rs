//! The sentences of the library of cards.
//!
//! It must never hold a sentence of its own.

use super::{Value, catalogue, language, term};
use crate::app::training::cards::{Aside, Axis, Fact, Group, Heading, Often, Shelf};
use crate::domain::kit::QuestionRole;
use crate::domain::typography::capital;
use crate::domain::vocab::{Channel, Minutes};
use crate::text::wording::within_sentence;

texts! {
    plain {
        fiches_task,
        fiches_task_detail,
        fiches_detail,
        fiches_search,
        fiches_search_none,
        fiches_clear,
        fiches_forward,
        fiches_forward_key,
        fiches_all,
        fiches_list,
        fiches_card,
        fiches_gone,
        fiches_print,
        fiches_map,
        fiches_map_detail,
        fiches_map_see,
        fiches_map_across,
        fiches_map_upward,
        fiches_map_table,
        fiches_map_drawing,
        fiches_map_codes,
        fiches_map_none,
        fiches_map_limits,
        fiches_head_rare_hide,
        fiches_answer_nobody,
    }
    with {
        fiches_found(count),
        fiches_count(count),
        fiches_map_choose(side, axis),
        fiches_map_axis_across(axis),
        fiches_map_axis_upward(axis),
        fiches_map_mark(axis, degree),
        fiches_head_rare(count),
        fiches_answered(answer),
        fiches_because(why),
        fiches_fact_help(mode),
        fiches_fact_lasts(minutes),
        fiches_fact_reviewed(date),
        fiches_fact_confirmed(date),
    }
}

fn say(key: &str) -> &'static str {
    catalogue::plain(language(), key)
}

/// A shelf, and what is on it.
pub fn shelf(shelf: Shelf) -> (&'static str, &'static str) {
    let (title, detail) = match shelf {
        Shelf::Profiles => ("fiches_shelf_profiles", "fiches_shelf_profiles_detail"),
        Shelf::Situations => ("fiches_shelf_situations", "fiches_shelf_situations_detail"),
        Shelf::Cues => ("fiches_shelf_cues", "fiches_shelf_cues_detail"),
        Shelf::Questions => ("fiches_shelf_questions", "fiches_shelf_questions_detail"),
        Shelf::Steps => ("fiches_shelf_steps", "fiches_shelf_steps_detail"),
        Shelf::Procedures => ("fiches_shelf_procedures", "fiches_shelf_procedures_detail"),
        Shelf::Places => ("fiches_shelf_places", "fiches_shelf_places_detail"),
    };
    (say(title), say(detail))
}

/// What one card of a shelf is.
pub fn one_of(shelf: Shelf) -> &'static str {
    say(match shelf {
        Shelf::Profiles => "fiches_one_profile",
        Shelf::Situations => "fiches_one_situation",
        Shelf::Cues => "fiches_one_cue",
        Shelf::Questions => "fiches_one_question",
        Shelf::Steps => "fiches_one_step",
        Shelf::Procedures => "fiches_one_procedure",
        Shelf::Places => "fiches_one_place",
    })
}

/// What stands above rows of a list.
pub fn card_group(group: &Group) -> String {
    match group {
        Group::Titled(title) => title.clone(),
        Group::Theme(theme) => term(*theme).to_owned(),
        Group::Mode(mode) => term(*mode).to_owned(),
        Group::Place(kind) => term(*kind).to_owned(),
        Group::Role(QuestionRole::Inform) => say("fiches_role_inform").to_owned(),
        Group::Role(QuestionRole::Offer) => say("fiches_role_offer").to_owned(),
    }
}

/// An axis of the map.
pub fn axis(axis: Axis) -> &'static str {
    match axis {
        Axis::Aptitude => super::atelier_axis_aptitude(),
        Axis::Confidence => super::atelier_axis_confidence(),
        Axis::Administrative => super::atelier_axis_administrative(),
        Axis::Appetite => super::atelier_axis_appetite(),
    }
}

/// A mark of the map in words.
pub fn degree(mark: u8) -> &'static str {
    say(match mark {
        0 => "fiches_degree_0",
        1 => "fiches_degree_1",
        2 => "fiches_degree_2",
        3 => "fiches_degree_3",
        _ => "fiches_degree_4",
    })
}

/// How usual something is.
pub fn often(often: Often) -> &'static str {
    say(match often {
        Often::Always => "fiches_often_always",
        Often::Often => "fiches_often_often",
        Often::Sometimes => "fiches_often_sometimes",
        Often::Rarely => "fiches_often_rarely",
        Often::Never => "fiches_often_never",
    })
}

/// What stands above a part of a card.
pub fn card_heading(heading: &Heading) -> String {
    let key = match heading {
        Heading::Cues(word) => return capital(often(*word)),
        Heading::Rare(count) => return fiches_head_rare(*count),
        Heading::Answer(answer) => return fiches_answered(answer.as_str()),
        Heading::Matters => "motivations",
        Heading::Hinders => "obstacles",
        Heading::Say(None) => "card_say",
        Heading::Say(Some(Channel::Counter)) => "fiches_head_say_counter",
        Heading::Say(Some(Channel::Phone)) => "fiches_head_say_phone",
        Heading::Avoid => "avoid",
        Heading::Help => "fiches_head_help",
        Heading::Steps(Minutes::Two) => "fiches_head_two",
        Heading::Steps(Minutes::Ten) => "fiches_head_ten",
        Heading::Steps(Minutes::Relay) => "fiches_head_relay",
        Heading::Recognised => "fiches_head_recognised",
        Heading::Evokes => "fiches_head_evokes",
        Heading::Answers => "fiches_head_answers",
        Heading::Opened => "fiches_head_opened",
        Heading::Opens => "fiches_head_opens",
        Heading::Telling => "fiches_head_telling",
        Heading::Confused => "fiches_head_confused",
        Heading::TakenFor => "fiches_head_taken_for",
        Heading::BroughtBy => "fiches_head_brought_by",
        Heading::Brings => "fiches_head_brings",
        Heading::Helps => "fiches_head_helps",
        Heading::OfProcedures => "fiches_head_of_procedures",
        Heading::ProcedureSteps => "fiches_head_procedure_steps",
        Heading::How => "fiches_head_how",
        Heading::Note => "fiches_head_note",
        Heading::OnThePhone => "fiches_head_on_phone",
        Heading::Excludes => "fiches_head_excludes",
        Heading::Documents => "procedures_documents",
        Heading::Online => "procedures_online",
        Heading::OtherWay => "procedures_other_way",
        Heading::Traps => "procedures_traps",
        Heading::Varies => "procedures_varies",
        Heading::Offers => "fiches_head_offers",
        Heading::When => "fiches_head_when",
        Heading::Contact => "fiches_head_contact",
        Heading::Bring => "fiches_head_bring",
        Heading::Places => "fiches_head_places",
        Heading::Relays => "fiches_head_relays",
        Heading::Sources => "fiches_head_sources",
    };
    say(key).to_owned()
}

/// What stands beside a link; empty for nothing.
pub fn card_aside(aside: &Aside) -> String {
    match aside {
        Aside::Nothing => String::new(),
        Aside::Mode(mode) => term(*mode).to_owned(),
        Aside::Minutes(all) => {
            let all: Vec<&str> = all.iter().map(|minutes| term(*minutes)).collect();
            all.join(" · ")
        }
        Aside::Often(word) => often(*word).to_owned(),
        Aside::Shelf(shelf) => one_of(*shelf).to_owned(),
    }
}

/// A short fact about a card.
pub fn card_fact(fact: &Fact) -> String {
    match fact {
        Fact::Kind(shelf) => one_of(*shelf).to_owned(),
        Fact::Family(title) | Fact::Operator(title) => title.clone(),
        Fact::Only(Channel::Counter) => say("fiches_fact_counter").to_owned(),
        Fact::Only(Channel::Phone) => say("fiches_fact_phone").to_owned(),
        Fact::Help(mode) => fiches_fact_help(within_sentence(term(*mode))),
        Fact::Mode(mode) => within_sentence(term(*mode)),
        Fact::Lasts(minutes) => fiches_fact_lasts(minutes.to_string()),
        Fact::Theme(theme) => within_sentence(term(*theme)),
        Fact::Place(kind) => within_sentence(term(*kind)),
        Fact::Declared => say("fiches_fact_declared").to_owned(),
        Fact::Offered => within_sentence(say("fiches_role_offer")),
        Fact::ForEveryone => say("fiches_fact_everyone").to_owned(),
        Fact::Reviewed(day) => fiches_fact_reviewed(super::day(day)),
        Fact::Confirmed(day) => fiches_fact_confirmed(super::day(day)),
        Fact::Seen(day) => super::procedures_seen(super::day(day)),
    }
}
