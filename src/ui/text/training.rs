//! The sentences of training.
//!
//! It must never hold a sentence of its own.

use super::{catalogue, language};
use crate::app::training::Task;
use crate::domain::training::simulation::{Ended, Mechanism};
use crate::text::Value;

texts! {
    plain {
        training_mark,
        training_mark_cards,
        training_mark_home,
        training_mark_printing,
        training_header,
        training_page,
        training_leave,
        training_contact_detail,
        training_contact_go,
        training_home,
        print_not_built,
        training_home_detail,
        training_back,
        training_task_simulations,
        training_task_simulations_detail,
        training_looking,
        training_none,
        training_none_detail,
        training_coming,
        training_coming_you,
        training_coming_meets,
        training_coming_respect,
        training_coming_respect_persons,
        training_begin,
        training_skip,
        training_other,
        training_alone,
        training_beside,
        training_let_go,
        training_stop,
        training_invented,
        training_paper,
        training_no_pointer,
        training_under_construction,
        training_agent,
        training_does,
        training_through,
        training_through_detail,
        training_gave_up,
        training_gave_up_detail,
        training_skipped,
        training_skipped_detail,
        training_between_detail,
        training_accompany,
        training_again,
        training_debrief,
        training_felt,
        training_felt_detail,
        training_helped,
        training_helped_detail,
        training_phrases,
        training_hurts,
        training_choose_other,
        training_meets_jargon,
        training_meets_session,
        training_meets_code,
        training_meets_file,
        training_meets_script,
        training_meets_keyboard,
        training_meets_magnified,
        training_meets_small,
        training_meets_deadline,
        training_meets_other,
        training_meets_online,
        training_task_printing,
        training_task_printing_detail,
    }
    with {
        training_simulations_count(count),
        training_minutes(persona),
        training_page_of(page, count),
        training_before(date),
        training_numbered(words, number),
        training_because(why),
    }
}

/// What one comes to practise, and what it is for.
pub fn training_task(task: Task) -> (&'static str, &'static str) {
    match task {
        Task::Simulations => (
            training_task_simulations(),
            training_task_simulations_detail(),
        ),
        Task::Practice => (super::practice_task(), super::practice_tile()),
        Task::Cards => (super::fiches_task(), super::fiches_task_detail()),
        Task::Printing => (training_task_printing(), training_task_printing_detail()),
    }
}

/// What one meets on the way.
pub fn training_meets(mechanism: Mechanism) -> &'static str {
    match mechanism {
        Mechanism::Jargon => training_meets_jargon(),
        Mechanism::SessionExpires => training_meets_session(),
        Mechanism::CodeElsewhere => training_meets_code(),
        Mechanism::FileRefused => training_meets_file(),
        Mechanism::UnknownScript => training_meets_script(),
        Mechanism::KeyboardOnly => training_meets_keyboard(),
        Mechanism::Magnified => training_meets_magnified(),
        Mechanism::SmallScreen => training_meets_small(),
        Mechanism::Deadline => training_meets_deadline(),
        Mechanism::ForSomeoneElse => training_meets_other(),
        Mechanism::OnlineOnly => training_meets_online(),
    }
}

/// How the part alone ended, and what there is to say of it.
pub fn training_ended(ended: Ended) -> (&'static str, &'static str) {
    match ended {
        Ended::Through => (training_through(), training_through_detail()),
        Ended::LetGo => (training_gave_up(), training_gave_up_detail()),
        Ended::Skipped => (training_skipped(), training_skipped_detail()),
    }
}
