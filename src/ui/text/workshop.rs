//! The sentences of the workshop, and the words it puts beside kinds, fields and findings.
//!
//! Names of fields are those of the domain, so that a finding and a form call a field the same
//! thing. It must never hold a sentence of its own.

use super::{catalogue, keyed, language};
use crate::app::workshop::{Counts, Message, Room, Task};
use crate::domain::kit::KitContent;
use crate::domain::problem::Gravity;
use crate::domain::vocab::Language;
use crate::domain::workshop::{Element, Field, Index, Kind, Name};
use crate::text::Value;

texts! {
    plain {
        atelier_test_fails,
        atelier_test_passes,
        atelier_tests_none,
        atelier_tests_detail,
        atelier_tests,
        atelier_doing_none,
        atelier_doing_detail,
        atelier_doing,
        atelier_words_avoid,
        atelier_words_say,
        atelier_words_detail,
        atelier_words,
        atelier_step_by_step,
        atelier_advice,
        atelier_header,
        atelier_page,
        atelier_list,
        atelier_sheet,
        atelier_preview,
        atelier_preview_no_step,
        atelier_opening,
        atelier_to_panel,
        atelier_to_interview,
        atelier_keeping,
        atelier_kept,
        atelier_not_kept,
        atelier_nowhere,
        atelier_understood,
        atelier_undo_this,
        atelier_contact_title,
        atelier_contact_detail,
        atelier_contact_go,
        atelier_contact_stay,
        atelier_home,
        atelier_home_same,
        atelier_state_unchanged,
        atelier_findings_none,
        atelier_advanced,
        atelier_advanced_detail,
        atelier_back_home,
        atelier_abandon,
        atelier_abandon_title,
        atelier_abandon_yes,
        atelier_keep_draft,
        atelier_profiles,
        atelier_situations,
        atelier_profile,
        atelier_situation,
        atelier_filter,
        atelier_filter_empty,
        atelier_mark_correct,
        atelier_mark_read,
        atelier_choose,
        atelier_duplicate,
        atelier_rename,
        atelier_rename_title,
        atelier_rename_detail,
        atelier_rename_yes,
        atelier_delete,
        atelier_delete_alone,
        atelier_delete_hanging,
        atelier_delete_prevented,
        atelier_delete_yes,
        atelier_delete_no,
        atelier_add_yes,
        atelier_add_no,
        atelier_because,
        atelier_ask_yourself,
        atelier_add_sentence,
        atelier_add_line,
        atelier_no_number,
        atelier_less,
        atelier_more,
        atelier_yes,
        atelier_no,
        atelier_deck_short,
        atelier_deck_full,
        atelier_role_inform,
        atelier_role_offer,
        atelier_today,
        atelier_date_form,
        atelier_axis_aptitude,
        atelier_axis_confidence,
        atelier_axis_administrative,
        atelier_axis_appetite,
        atelier_help_essence,
        atelier_help_say,
        atelier_help_avoid,
        atelier_help_share,
        atelier_help_contact,
        atelier_help_note,
        atelier_help_short,
        atelier_label_correct,
        atelier_label_read,
        atelier_label_info,
        atelier_health_sound,
        atelier_in_french,
        atelier_health_good,
        atelier_health_bad,
        atelier_back_step,
        atelier_need,
        atelier_need_detail,
        atelier_need_start,
        atelier_complete_say,
        atelier_complete_step,
        atelier_complete_place,
        atelier_new_need,
        atelier_naming,
        atelier_naming_detail,
        atelier_name_help,
        atelier_essence_help,
        atelier_go_on,
        atelier_near,
        atelier_near_detail,
        atelier_like,
        atelier_except,
        atelier_except_detail,
        atelier_keep_texts,
        atelier_create_now,
        atelier_create_what,
        atelier_apart_well,
        atelier_apart_barely,
        atelier_apart_not,
        atelier_apart_combines,
        atelier_message_abandoned,
        atelier_message_resumed,
        atelier_message_resumed_on_other,
        atelier_task_health,
    }
    with {
        atelier_test_keep(number),
        atelier_home_changes(count),
        atelier_state_personas(profiles, situations),
        atelier_state_changes(count),
        atelier_findings_correct(count),
        atelier_findings_read(count),
        atelier_findings_info(count),
        atelier_abandon_detail(count),
        atelier_id(id),
        atelier_delete_title(label),
        atelier_hanging(count),
        atelier_show(title),
        atelier_hide(title),
        atelier_line(label, number),
        atelier_up(name),
        atelier_down(name),
        atelier_take_out(name),
        atelier_open(title),
        atelier_more_choices(count),
        atelier_finding(label, message),
        atelier_to_correct(count),
        atelier_to_read(count),
        atelier_to_know(count),
        atelier_create_step(number, last),
        atelier_ticked(count, most),
        atelier_complete(title),
        atelier_message_deleted(label),
        atelier_message_not_kept(reason),
        atelier_message_redone(label),
        atelier_message_undone(label),
    }
}

/// What has just happened, in words.
pub fn workshop_message(message: &Message) -> String {
    match message {
        Message::Abandoned => atelier_message_abandoned().to_owned(),
        Message::CaseAdded(title) => super::atelier_case_added(title.as_str()),
        Message::Deleted(label) => atelier_message_deleted(label.as_str()),
        Message::NotKept(reason) => atelier_message_not_kept(reason.as_str()),
        Message::Redone(label) => atelier_message_redone(label.as_str()),
        Message::Undone(label) => atelier_message_undone(label.as_str()),
        Message::Refused(refusal) => refusal.to_string(),
        Message::Resumed => atelier_message_resumed().to_owned(),
        Message::ResumedOnOther => atelier_message_resumed_on_other().to_owned(),
        Message::Told(words) => words.clone(),
        Message::Used => super::ours_used().to_owned(),
    }
}

/// A task and what it is for.
pub fn workshop_task(task: Task) -> (&'static str, &'static str) {
    let id = match task {
        Task::Words => "words",
        Task::Addresses => "addresses",
        Task::Create => "create",
        Task::Bench => "bench",
        Task::Health => "health",
        Task::Share => "share",
        Task::Files => "files",
        Task::Try => "try",
        Task::Map => "map",
        Task::Prepare => "prepare",
        Task::Ours => "ours",
        Task::Remarks => "remarks",
    };
    (
        keyed(&format!("atelier_task_{id}")),
        keyed(&format!("atelier_task_{id}_detail")),
    )
}

/// The title of a room.
pub fn workshop_room(room: Room) -> &'static str {
    match room {
        Room::Words => keyed("atelier_room_words"),
        Room::Addresses => keyed("atelier_room_addresses"),
        Room::Advanced => atelier_advanced(),
    }
}

fn of_kind(what: &str, kind: Kind) -> &'static str {
    keyed(&format!("atelier_{what}_{}", kind.key()))
}

/// What one of a kind is called.
pub fn workshop_kind(kind: Kind) -> &'static str {
    of_kind("kind", kind)
}

/// What many of a kind are called, as a title.
pub fn workshop_kinds(kind: Kind) -> &'static str {
    of_kind("kinds", kind)
}

/// What a kind is for.
pub fn workshop_kind_detail(kind: Kind) -> &'static str {
    of_kind("detail", kind)
}

/// The button that adds one of a kind.
pub fn workshop_add(kind: Kind) -> &'static str {
    of_kind("add", kind)
}

/// What is to be typed to add one of a kind.
pub fn workshop_name_of(kind: Kind) -> &'static str {
    of_kind("named", kind)
}

/// That there is none of a kind.
pub fn workshop_none(kind: Kind) -> &'static str {
    of_kind("none", kind)
}

/// The button that adds one of a kind to a list.
pub fn workshop_pick(kind: Kind) -> &'static str {
    of_kind("pick", kind)
}

/// How many of a kind there are.
pub fn workshop_count(kind: Kind, count: usize) -> String {
    let key = format!("atelier_count_{}", kind.key());
    catalogue::format(language(), &key, &[("count", count.into())])
}

/// The button that adds a line to a field.
pub fn workshop_add_line(name: Name) -> &'static str {
    match name {
        Name::Say => atelier_add_sentence(),
        _ => atelier_add_line(),
    }
}

/// How many points are to correct, to read again, and to know.
pub fn workshop_findings(counts: Counts) -> String {
    let parts: Vec<String> = [
        (counts.errors, atelier_findings_correct(counts.errors)),
        (counts.warnings, atelier_findings_read(counts.warnings)),
        (counts.infos, atelier_findings_info(counts.infos)),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(_, words)| words)
    .collect();
    if parts.is_empty() {
        atelier_findings_none().to_owned()
    } else {
        parts.join(", ")
    }
}

/// How grave a finding is, in a word.
pub fn workshop_gravity(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Error => atelier_label_correct(),
        Gravity::Warning => atelier_label_read(),
        Gravity::Info => atelier_label_info(),
    }
}

/// A finding, with how grave it is in a word.
pub fn workshop_finding(gravity: Gravity, message: &str) -> String {
    atelier_finding(workshop_gravity(gravity), message)
}

/// The label of a field of an element.
pub fn field_label(element: &Element, name: Name) -> &'static str {
    match (element, name) {
        // An answer is its own words.
        (Element::Answer(..), Name::Text) => workshop_kind(Kind::Answer),
        _ => name_label(name),
    }
}

/// What a field is called: the domain's word, which findings use too, or its English.
pub fn name_label(name: Name) -> &'static str {
    match language() {
        Language::French => name.label(),
        Language::English => keyed(&format!("Name_{}", name.key())),
    }
}

/// A field by its place, « Carte « Pas à pas » › À dire 2 ».
pub fn field_place(field: &Field, content: &KitContent) -> String {
    if language() == Language::French {
        return field.label(content);
    }
    let element = &field.element;
    let title = match element {
        Element::Manifest => String::new(),
        Element::Rule(_) | Element::Link(_) => format!(" {}", element.id()),
        _ => format!(" “{}”", element.title(content)),
    };
    let line = match field.index {
        Index::Line(at) => format!(" {}", at + 1),
        _ => String::new(),
    };
    let kind = workshop_kind(element.kind());
    format!("{kind}{title} › {}{line}", field_label(element, field.name))
}

/// That what follows is in French, where the interface is not.
pub fn in_french() -> Option<&'static str> {
    (language() != Language::French).then(atelier_in_french)
}

/// What helps to fill a field in.
pub fn field_help(name: Name) -> Option<&'static str> {
    Some(match name {
        Name::Essence => atelier_help_essence(),
        Name::Say => atelier_help_say(),
        Name::Avoid => atelier_help_avoid(),
        Name::Share => atelier_help_share(),
        Name::Contact => atelier_help_contact(),
        Name::Note => atelier_help_note(),
        Name::Short => atelier_help_short(),
        _ => return None,
    })
}
